//! The evidence of a run: opened, read and checked.

use std::path::PathBuf;

use super::attachments::Attachments;
use super::disk;
use super::say::Say;
use crate::criteria::Criteria;
use crate::evidence::{Claims, Dossier, Named, Stop, check};
use crate::problem::Checked;
use crate::render::Told;

/// How a reading of the evidence ended before its end.
pub(super) enum Cut {
    /// Something failed.
    Failed(anyhow::Error),
    /// The agencies of a row file do not stand together.
    Scattered,
}

/// Reads evidence as it flows, and once more gathered where the agencies of a row file do not stand together: `read` is
/// told which.
pub(super) fn flowing_or_gathered<T>(read: impl Fn(bool) -> Result<T, Cut>) -> anyhow::Result<T> {
    match read(false) {
        Err(Cut::Scattered) => read(true),
        done => done,
    }
    .map_err(|cut| match cut {
        Cut::Failed(error) => error,
        Cut::Scattered => unreachable!("what is gathered cannot be scattered"),
    })
}

/// Opens evidence files.
pub(super) fn open(files: &[PathBuf], gathered: bool, say: &Say) -> Result<Claims, Cut> {
    Claims::open(disk::open_evidence(files, say)?, gathered).map_err(|stop| stopped(stop, say))
}

/// Reads and checks all evidence. Every dossier is handed to `each`, every problem is told.
pub(super) fn hear(
    claims: &mut Claims,
    criteria: &Criteria,
    named: &Named,
    told: &mut Told,
    say: &Say,
    each: impl FnMut(Dossier),
) -> Result<(), Cut> {
    hear_with(claims, criteria, named, None, told, say, each)
}

/// The same, with the files that documents name looked up where `attachments` are given.
pub(super) fn hear_with(
    claims: &mut Claims,
    criteria: &Criteria,
    named: &Named,
    attachments: Option<&Attachments>,
    told: &mut Told,
    say: &Say,
    mut each: impl FnMut(Dossier),
) -> Result<(), Cut> {
    for submission in claims {
        let mut submission = submission.map_err(|stop| stopped(stop, say))?;
        if let Some(attachments) = attachments {
            attachments.of(&mut submission);
        }
        match check(submission, criteria, named) {
            Checked::Sound(dossier, warnings) => {
                dossier.into_iter().for_each(&mut each);
                told.warnings.extend(warnings);
            }
            Checked::Broken(faults, warnings) => {
                told.faults.extend(faults);
                told.warnings.extend(warnings);
            }
        }
    }
    Ok(())
}

/// What a stop of the reading comes to.
pub(super) fn stopped(stop: Stop, say: &Say) -> Cut {
    match stop {
        Stop::World { file, error } => Cut::Failed(disk::cannot_read(&file, &error, say)),
        Stop::Scattered => Cut::Scattered,
    }
}

impl From<anyhow::Error> for Cut {
    fn from(error: anyhow::Error) -> Cut {
        Cut::Failed(error)
    }
}
