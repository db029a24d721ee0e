//! JSON: the whole assessment for machines.
//!
//! It is laid out so that a line is a criterion: it can be read, searched and compared line by line.

use std::io::{self, Write};

use serde::Serialize;

use super::{Closing, Printer, layers, values};
use crate::analysis::{Gated, Standings};
use crate::assessment::Assessment;
use crate::criteria::Criteria;

/// A run as one JSON object, an agency at a time.
pub(super) struct Json<'w> {
    out: &'w mut dyn Write,
    agencies: u64,
}

impl<'w> Json<'w> {
    pub(super) fn new(out: &'w mut dyn Write) -> Json<'w> {
        Json { out, agencies: 0 }
    }

    /// What stands at the head of every result.
    pub(super) fn open(&mut self, criteria: &Criteria) -> io::Result<()> {
        let head = values::head(criteria);
        writeln!(self.out, "{{")?;
        self.field("  ", "format", &head.format)?;
        self.field("  ", "program", &head.program)?;
        self.field("  ", "criteria", &head.criteria)
    }

    /// The last field, and the end.
    pub(super) fn close(&mut self, indent: &str, name: &str, value: &impl Serialize) -> io::Result<()> {
        write!(self.out, "{indent}\"{name}\": ")?;
        serde_json::to_writer(&mut *self.out, value)?;
        writeln!(self.out, "\n}}")
    }

    /// `"name": [..],` of which each entry has a line of its own.
    pub(super) fn named_list(
        &mut self,
        indent: &str,
        name: &str,
        entries: impl Iterator<Item = impl Serialize>,
    ) -> io::Result<()> {
        write!(self.out, "{indent}\"{name}\": [")?;
        self.list(indent, entries)?;
        writeln!(self.out, ",")
    }

    /// `"name": [..]` as the last of an object, of which each entry has a line of its own.
    pub(super) fn last_list(
        &mut self,
        indent: &str,
        name: &str,
        entries: impl Iterator<Item = impl Serialize>,
    ) -> io::Result<()> {
        write!(self.out, "{indent}\"{name}\": [")?;
        self.list(indent, entries)?;
        writeln!(self.out)
    }

    /// `"name": [{..}],` of which each entry is an object that `each` writes, two steps further in.
    pub(super) fn nested_list<T>(
        &mut self,
        indent: &str,
        name: &str,
        entries: impl Iterator<Item = T>,
        each: impl Fn(&mut Self, T) -> io::Result<()>,
    ) -> io::Result<()> {
        write!(self.out, "{indent}\"{name}\": [")?;
        let mut any = false;
        for entry in entries {
            let separator = if any { "," } else { "" };
            writeln!(self.out, "{separator}\n{indent}  {{")?;
            each(self, entry)?;
            write!(self.out, "{indent}  }}")?;
            any = true;
        }
        if any { writeln!(self.out, "\n{indent}],") } else { writeln!(self.out, "],") }
    }

    /// The end of the whole.
    pub(super) fn finish(&mut self) -> io::Result<()> {
        writeln!(self.out, "}}")
    }

    /// `"name": value,` on a line of its own.
    pub(super) fn field(&mut self, indent: &str, name: &str, value: &impl Serialize) -> io::Result<()> {
        write!(self.out, "{indent}\"{name}\": ")?;
        serde_json::to_writer(&mut *self.out, value)?;
        writeln!(self.out, ",")
    }

    /// A list of which each entry has a line of its own.
    fn list(&mut self, indent: &str, entries: impl Iterator<Item = impl Serialize>) -> io::Result<()> {
        let mut any = false;
        for entry in entries {
            let separator = if any { "," } else { "" };
            write!(self.out, "{separator}\n{indent}  ")?;
            serde_json::to_writer(&mut *self.out, &entry)?;
            any = true;
        }
        if any { write!(self.out, "\n{indent}]") } else { write!(self.out, "]") }
    }
}

impl Printer for Json<'_> {
    fn begin(&mut self, criteria: &Criteria) -> io::Result<()> {
        self.open(criteria)?;
        write!(self.out, "  \"agencies\": [")
    }

    fn agency(
        &mut self,
        criteria: &Criteria,
        assessment: &Assessment,
        standings: &Standings,
        gated: Option<&Gated>,
    ) -> io::Result<()> {
        let separator = if self.agencies > 0 { "," } else { "" };
        self.agencies += 1;
        writeln!(self.out, "{separator}\n    {{")?;
        self.field("      ", "agency", &values::agency(assessment))?;
        self.field("      ", "period", &assessment.period.map(|period| period.to_string()))?;
        self.field("      ", "layers", &layers::layers(assessment))?;
        self.field("      ", "total", &values::total(criteria, assessment, standings))?;
        if let Some(gated) = gated {
            self.field("      ", "missed", &values::missed(criteria, gated))?;
        }
        write!(self.out, "      \"criteria\": [")?;
        let nodes = criteria.nodes().skip(1);
        self.list("      ", nodes.map(|node| values::criterion(criteria, assessment, standings, node)))?;
        writeln!(self.out, ",")?;
        self.field("      ", "corrected", &layers::corrected(criteria, assessment))?;
        write!(self.out, "      \"findings\": [")?;
        self.list("      ", layers::findings(criteria, assessment).into_iter())?;
        write!(self.out, "\n    }}")
    }

    fn end(&mut self, criteria: &Criteria, closing: &Closing<'_>) -> io::Result<()> {
        if self.agencies > 0 {
            write!(self.out, "\n  ")?;
        }
        writeln!(self.out, "],")?;
        self.field("  ", "lowered", &layers::lowered(criteria, closing.lowered))?;
        write!(self.out, "  \"evidence\": [")?;
        self.list("  ", values::evidence(closing.evidence))?;
        write!(self.out, ",\n  \"problems\": [")?;
        self.list("  ", values::problems(closing.told))?;
        writeln!(self.out, "\n}}")
    }
}
