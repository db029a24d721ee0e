//! Thresholds at the edge: their files read and held against a set, and the results of a run held against them.

use std::path::Path;

use super::Exit;
use super::disk;
use super::say::Say;
use super::yardstick::{self, Sought};
use crate::analysis::{Gated, gate};
use crate::assessment::Assessment;
use crate::cli;
use crate::criteria::{Against, Builtin, Criteria, Thresholds};
use crate::decode;
use crate::lang::Lang;
use crate::points::Points;
use crate::problem::{Checked, Fault, Problems};
use crate::render::Told;
use crate::report::missed;
use crate::source::Source;
use crate::wording;

/// What the results of a run are held against, and what came of that so far.
pub(super) struct Gate {
    /// `None` where nothing was asked for.
    thresholds: Option<Thresholds>,
    agencies: u64,
    missed: usize,
    /// What is said of each agency, without its name and with it.
    lines: Vec<[String; 2]>,
}

impl Gate {
    /// The gate of a run; what is told where the file of thresholds has a fault.
    pub(super) fn of_run(
        options: &cli::Gate,
        criteria: &Criteria,
        say: &Say,
    ) -> anyhow::Result<Result<Gate, Told>> {
        let mut thresholds = match &options.thresholds {
            None => options.fail_under.as_ref().map(|_| Thresholds::default()),
            Some(path) => match read(path, Some(criteria), say)?.0 {
                Checked::Sound(thresholds, _) => Some(thresholds),
                Checked::Broken(faults, warnings) => return Ok(Err(Told { faults, warnings })),
            },
        };
        if let (Some(thresholds), Some(least)) = (&mut thresholds, &options.fail_under) {
            // Both are wanted, which the greater of them says.
            let index = thresholds.index.take().unwrap_or(Points::ZERO);
            thresholds.index = Some(index.max(least.clone()));
        }
        Ok(Ok(Gate { thresholds, agencies: 0, missed: 0, lines: Vec::new() }))
    }

    /// Holds the thresholds against an agency, where there are any.
    pub(super) fn hold(&mut self, criteria: &Criteria, assessment: &Assessment, lang: Lang) -> Option<Gated> {
        let gated = gate(criteria, self.thresholds.as_ref()?, assessment);
        self.agencies += 1;
        self.missed += gated.missed.len();
        let [alone, named] = [false, true].map(|several| missed(criteria, assessment, &gated, several, lang));
        self.lines.extend(alone.into_iter().zip(named).map(|(alone, named)| [alone, named]));
        Some(gated)
    }

    /// Says after a report that ended so what was missed, or that nothing was. While an agency is withheld nobody can
    /// say that all is met.
    pub(super) fn said_after(&self, exit: Exit, say: &Say) -> Exit {
        let Some(thresholds) = &self.thresholds else { return exit };
        let words = wording::gate(say.lang);
        for [alone, named] in &self.lines {
            say.remark(if self.agencies > 1 { named } else { alone });
        }
        if self.missed > 0 {
            say.remark(&(words.missed_in_all)(self.missed));
            return Exit::Faults;
        }
        if exit == Exit::Well {
            say.remark(&(words.met)(thresholds.len(), self.agencies));
        }
        exit
    }
}

/// Reads a file of thresholds for a set, else for the one that it names; that set's name comes with it.
pub(super) fn read(
    path: &Path,
    criteria: Option<&Criteria>,
    say: &Say,
) -> anyhow::Result<(Checked<Thresholds>, String)> {
    let name = path.display().to_string();
    let mut problems = Problems::default();
    let source = decode::whole(&name, disk::open(path, say)?, &mut problems)
        .map_err(|error| disk::cannot_read(&name, &error, say))?;
    let Some(source) = source else { return Ok((problems.verdict(None), String::new())) };
    let Some(named) = Thresholds::named_in(&source) else {
        let against = criteria.map_or(Against::Nothing(None), Against::Set);
        return Ok((Thresholds::read(&source, against), String::new()));
    };
    let beside = path.parent().unwrap_or(Path::new(""));
    match criteria {
        Some(criteria) => Ok(held(&source, criteria, &named, beside, say)?),
        None => found(&source, &named, beside, say),
    }
}

/// Thresholds held against the set of a run, if they are for it.
fn held(
    source: &Source,
    criteria: &Criteria,
    named: &str,
    beside: &Path,
    say: &Say,
) -> anyhow::Result<(Checked<Thresholds>, String)> {
    let used = criteria.identity.name();
    let same = named == used
        || named == criteria.identity.id.as_str()
        || match yardstick::seek(named, beside, say)? {
            Sought::Found(other, _) => other.identity.sha256 == criteria.identity.sha256,
            Sought::Broken(..) | Sought::OtherVersion(_) | Sought::Unknown(_) => false,
        };
    let against = if same {
        Against::Set(criteria)
    } else {
        let named = named.to_owned();
        Against::Nothing(Some(Fault::ThresholdsOtherSet { named, used: used.clone() }))
    };
    Ok((Thresholds::read(source, against), used))
}

/// Thresholds held against the set that they name.
fn found(
    source: &Source,
    named: &str,
    beside: &Path,
    say: &Say,
) -> anyhow::Result<(Checked<Thresholds>, String)> {
    let fault = match yardstick::seek(named, beside, say)? {
        Sought::Found(criteria, _) => {
            let name = criteria.identity.name();
            return Ok((Thresholds::read(source, Against::Set(&criteria)), name));
        }
        Sought::Broken(faults, warnings) => {
            // The set's own faults come first: against it nothing can be held.
            return Ok((Checked::Broken(faults, warnings), String::new()));
        }
        Sought::OtherVersion(found) => Fault::CriteriaOtherVersion { named: named.to_owned(), found },
        Sought::Unknown(near) => Fault::CriteriaUnknown {
            name: named.to_owned(),
            nearest: near.map(str::to_owned),
            known: Builtin::ids().map(str::to_owned).to_vec(),
        },
    };
    Ok((Thresholds::read(source, Against::Nothing(Some(fault))), String::new()))
}
