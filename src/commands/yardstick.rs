//! Which criteria set a run uses: one inside the program by its name, or a file.

use std::path::{Path, PathBuf};

use super::disk;
use super::say::Say;
use crate::criteria::{self, Builtin, Criteria};
use crate::decode;
use crate::evidence::{Claims, Named, Naming};
use crate::id::nearest;
use crate::problem::{Checked, Fault, Found, Problems, Warning};
use crate::render::Told;
use crate::source::Source;

/// A set that was looked for.
pub(super) enum Sought {
    /// It is there and holds together.
    Found(Box<Criteria>, Vec<Found<Warning>>),
    /// It is there and is faulty.
    Broken(Vec<Found<Fault>>, Vec<Found<Warning>>),
    /// It is there in another version.
    OtherVersion(String),
    /// It is not there; the one that is near.
    Unknown(Option<&'static str>),
}

/// Looks for a set: `so-mau`, `so-mau@1.0`, or a file, whose path counts from `beside`.
pub(super) fn seek(name: &str, beside: &Path, say: &Say) -> anyhow::Result<Sought> {
    let (id, version) = name.split_once('@').map_or((name, None), |(id, version)| (id, Some(version)));
    if let Some(set) = Builtin::find(id) {
        return Ok(match criteria::read(&builtin(set)) {
            Checked::Sound(criteria, _)
                if version.is_some_and(|version| version != criteria.identity.version) =>
            {
                Sought::OtherVersion(criteria.identity.version)
            }
            Checked::Sound(criteria, warnings) => Sought::Found(Box::new(criteria), warnings),
            Checked::Broken(faults, warnings) => Sought::Broken(faults, warnings),
        });
    }
    let path = beside.join(name);
    if !disk::is_file(&path) {
        return Ok(Sought::Unknown(nearest(id, Builtin::ids())));
    }
    file(&path, say)
}

/// Reads a set from a file.
pub(super) fn file(path: &Path, say: &Say) -> anyhow::Result<Sought> {
    let name = path.display().to_string();
    let mut problems = Problems::default();
    let source = decode::whole(&name, disk::open(path, say)?, &mut problems)
        .map_err(|error| disk::cannot_read(&name, &error, say))?;
    Ok(match source {
        None => match problems.verdict(None::<()>) {
            Checked::Broken(faults, warnings) => Sought::Broken(faults, warnings),
            Checked::Sound((), _) => unreachable!("what is no text has a fault that says so"),
        },
        Some(source) => match criteria::read(&source) {
            Checked::Sound(criteria, warnings) => Sought::Found(Box::new(criteria), warnings),
            Checked::Broken(faults, warnings) => Sought::Broken(faults, warnings),
        },
    })
}

/// A set inside the program as a source.
pub(super) fn builtin(set: Builtin) -> Source {
    Source::new(&format!("{}.yaml", set.id), set.yaml.to_owned())
}

/// The set that the command line names.
pub(super) fn on_command_line(name: &str, say: &Say) -> anyhow::Result<Result<Yardstick, Told>> {
    Ok(match seek(name, Path::new(""), say)? {
        Sought::Found(criteria, warnings) => {
            Ok(Yardstick { criteria: *criteria, named: Named::OnPurpose, warnings })
        }
        Sought::Broken(faults, warnings) => Err(Told { faults, warnings }),
        Sought::OtherVersion(found) => {
            let id = name.split('@').next().unwrap_or_default();
            anyhow::bail!((say.labels().unknown_set)(
                name,
                Some(&format!("{id}@{found}")),
                &Builtin::ids().join(", ")
            ))
        }
        Sought::Unknown(near) => {
            anyhow::bail!((say.labels().unknown_set)(name, near, &Builtin::ids().join(", ")))
        }
    })
}

/// The set of a run.
pub(super) struct Yardstick {
    pub(super) criteria: Criteria,
    /// How it was chosen.
    pub(super) named: Named,
    /// What stands beside every score under it.
    pub(super) warnings: Vec<Found<Warning>>,
}

/// The set of a run: the command line's, else the one that the evidence names.
pub(super) fn of_run(
    chosen: Option<&str>,
    claims: &mut Claims,
    files: &[PathBuf],
    say: &Say,
) -> anyhow::Result<Result<Yardstick, Told>> {
    if let Some(name) = chosen {
        return on_command_line(name, say);
    }
    let Some(Naming { name, at }) = claims.naming() else {
        return Ok(Err(unnamed(claims, files)));
    };
    let beside = Path::new(&*at.file).parent().unwrap_or(Path::new("")).to_owned();
    let fault = match seek(&name, &beside, say)? {
        Sought::Found(criteria, warnings) => {
            let path = beside.join(&name);
            let named =
                if disk::is_file(&path) { Named::InFile { name, path } } else { Named::InEvidence(name) };
            return Ok(Ok(Yardstick { criteria: *criteria, named, warnings }));
        }
        Sought::Broken(faults, warnings) => return Ok(Err(Told { faults, warnings })),
        Sought::OtherVersion(found) => Fault::CriteriaOtherVersion { named: name, found },
        Sought::Unknown(near) => Fault::CriteriaUnknown {
            name,
            nearest: near.map(str::to_owned),
            known: Builtin::ids().map(str::to_owned).to_vec(),
        },
    };
    Ok(Err(Told { faults: vec![Found { what: fault, at }], warnings: Vec::new() }))
}

/// What is wrong where no evidence names a set: that, unless something keeps the evidence from being read.
fn unnamed(claims: &mut Claims, files: &[PathBuf]) -> Told {
    let mut problems = Problems::default();
    for submission in claims.by_ref().flatten() {
        problems.append(submission.into_problems());
    }
    if !problems.any_fault() {
        let file = files.first().map(|file| file.display().to_string()).unwrap_or_default();
        problems.fault(decode::nowhere(&file), Fault::CriteriaNotNamed);
    }
    match problems.verdict(None::<()>) {
        Checked::Broken(faults, warnings) => Told { faults, warnings },
        Checked::Sound((), warnings) => Told { faults: Vec::new(), warnings },
    }
}
