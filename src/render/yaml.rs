//! YAML: the same values as JSON, for reading beside the files that people write.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Value, json};

use super::{Closing, Printer, layers, values};
use crate::analysis::{Gated, Standings};
use crate::assessment::Assessment;
use crate::criteria::Criteria;

/// A run as one YAML table, an agency at a time.
pub(super) struct Yaml<'w> {
    out: &'w mut dyn Write,
    agencies: u64,
}

impl<'w> Yaml<'w> {
    pub(super) fn new(out: &'w mut dyn Write) -> Yaml<'w> {
        Yaml { out, agencies: 0 }
    }

    fn put(&mut self, value: &impl Serialize) -> io::Result<()> {
        let text = serde_yaml::to_string(value).map_err(io::Error::other)?;
        self.out.write_all(text.as_bytes())
    }
}

impl Printer for Yaml<'_> {
    fn begin(&mut self, criteria: &Criteria) -> io::Result<()> {
        self.put(&values::head(criteria))
    }

    fn agency(
        &mut self,
        criteria: &Criteria,
        assessment: &Assessment,
        standings: &Standings,
        gated: Option<&Gated>,
    ) -> io::Result<()> {
        if self.agencies == 0 {
            writeln!(self.out, "agencies:")?;
        }
        self.agencies += 1;
        let nodes = criteria.nodes().skip(1);
        let nodes: Vec<_> =
            nodes.map(|node| values::criterion(criteria, assessment, standings, node)).collect();
        // A list of one, so that each agency is an entry of the list that was opened above.
        let mut fields = json!({
            "agency": values::agency(assessment),
            "period": assessment.period.map(|period| period.to_string()),
            "layers": layers::layers(assessment),
            "total": values::total(criteria, assessment, standings),
        });
        if let Some(gated) = gated {
            fields["missed"] = values::missed(criteria, gated);
        }
        fields["criteria"] = Value::Array(nodes);
        fields["corrected"] = json!(layers::corrected(criteria, assessment));
        fields["findings"] = json!(layers::findings(criteria, assessment));
        self.put(&[fields])
    }

    fn end(&mut self, criteria: &Criteria, closing: &Closing<'_>) -> io::Result<()> {
        if self.agencies == 0 {
            writeln!(self.out, "agencies: []")?;
        }
        let evidence: Vec<_> = values::evidence(closing.evidence).collect();
        let problems: Vec<_> = values::problems(closing.told).collect();
        let lowered = layers::lowered(criteria, closing.lowered);
        self.put(&json!({ "lowered": lowered, "evidence": evidence, "problems": problems }))
    }
}
