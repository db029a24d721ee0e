//! Files of thresholds at the edge: read, and held against the set of a run or the one that they name.

use std::path::Path;

use super::disk;
use super::say::Say;
use super::yardstick::{self, Sought};
use crate::cli::Gate;
use crate::criteria::{Against, Builtin, Criteria, Thresholds};
use crate::decode;
use crate::points::Points;
use crate::problem::{Checked, Fault, Problems};
use crate::render::Told;
use crate::source::Source;

/// What the results of a run are held against; `None` where nothing is. Absent with what is told where the file has a
/// fault.
pub(super) fn of_run(
    gate: &Gate,
    criteria: &Criteria,
    say: &Say,
) -> anyhow::Result<Result<Option<Thresholds>, Told>> {
    if !gate.is_there() {
        return Ok(Ok(None));
    }
    let mut thresholds = match &gate.thresholds {
        None => Thresholds::default(),
        Some(path) => match read(path, Some(criteria), say)? {
            (Checked::Sound(thresholds, _), _) => thresholds,
            (Checked::Broken(faults, warnings), _) => return Ok(Err(Told { faults, warnings })),
        },
    };
    if let Some(least) = &gate.fail_under {
        // Both are wanted, which the greater of them says.
        let index = thresholds.index.unwrap_or(Points::ZERO);
        thresholds.index = Some(index.max(least.clone()));
    }
    Ok(Ok(Some(thresholds)))
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
    let Some((named, _)) = Thresholds::named_in(&source) else {
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
