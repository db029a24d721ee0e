//! `cchc thresholds`: a file of thresholds from a result.

use std::io::Write;

use super::Exit;
use super::disk::Held;
use super::say::Say;
use super::scored::{Whole, whole};
use crate::analysis::{Scored, past};
use crate::cli::Thresholds;
use crate::id::{Id, nearest};
use crate::report::thresholds_file;
use crate::wording;

pub(super) fn thresholds(options: &Thresholds, say: &Say) -> anyhow::Result<Exit> {
    let words = wording::gate(say.lang);
    let (read, told) = whole(&options.evidence, options.criteria.as_deref(), say)?;
    let Some(Whole { criteria, scored, .. }) = read else {
        say.problems(&told);
        say.remark(words.nothing_made);
        return Ok(Exit::Faults);
    };
    let Scored { assessment, .. } = chosen(options.agency.as_deref(), &scored, say)?;
    let past = past(&criteria, assessment);
    let mut out = Held::begin(options.output.as_deref(), say)?;
    for line in thresholds_file(&criteria, assessment, &past, say.lang) {
        writeln!(out, "{line}")?;
    }
    out.release(say)?;
    say.problems(&told);
    Ok(Exit::Well)
}

/// The one result that a file can be made of: that of the agency which is named, or the only one.
fn chosen<'s>(agency: Option<&str>, scored: &'s [Scored], say: &Say) -> anyhow::Result<&'s Scored> {
    let words = wording::gate(say.lang);
    let mut ids: Vec<&Id> = scored.iter().map(|scored| &scored.assessment.agency.id).collect();
    ids.dedup();
    let known = || ids.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(", ");
    let meant: Vec<&Scored> = match agency {
        None => scored.iter().collect(),
        Some(agency) => {
            scored.iter().filter(|scored| scored.assessment.agency.id == Id::new(agency)).collect()
        }
    };
    let periods = || {
        let periods = meant.iter().filter_map(|scored| scored.assessment.period);
        periods.map(|period| period.to_string()).collect::<Vec<_>>().join(", ")
    };
    match (&meant[..], agency) {
        ([only], _) => Ok(only),
        ([], agency) => {
            let agency = agency.unwrap_or_default();
            let near = nearest(agency, ids.iter().map(|id| id.as_str()));
            anyhow::bail!((words.no_such_agency)(agency, near, &known()))
        }
        ([first, rest @ ..], _)
            if rest.iter().all(|other| other.assessment.agency.id == first.assessment.agency.id) =>
        {
            anyhow::bail!((words.several_periods)(first.assessment.agency.id.as_str(), &periods()))
        }
        _ => anyhow::bail!((words.which_agency)(&known())),
    }
}
