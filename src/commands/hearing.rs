//! The evidence of a run: opened, read and checked.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::attachments::Attachments;
use super::disk;
use super::files::Files;
use super::progress;
use super::say::Say;
use crate::criteria::Criteria;
use crate::evidence::{Claims, Dossier, File, Given, Named, Roster, Stop, check};
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

/// The evidence of a run over many agencies.
pub(super) struct Evidence {
    /// Which files are read, and which cannot be.
    pub(super) files: Files,
    /// The roster on which every agency is looked up.
    pub(super) roster: Option<Arc<Roster>>,
}

impl Evidence {
    /// Opens it.
    pub(super) fn open(&self, gathered: bool, say: &Say) -> Result<Claims, Cut> {
        let files = progress::counted(disk::open_evidence(&self.files.read, say)?, say);
        let given = Given { files, unopened: self.files.unopened.clone(), roster: self.roster.clone() };
        Claims::of(given, gathered).map_err(|stop| stopped(stop, say))
    }
}

/// The roster of a run, and what is wrong with it.
pub(super) fn roster(path: Option<&Path>, say: &Say) -> anyhow::Result<(Option<Arc<Roster>>, Told)> {
    let Some(path) = path else { return Ok((None, Told::default())) };
    let name = path.display().to_string();
    let bytes = disk::open(path, say)?;
    let read = Roster::read(File { name: name.clone(), bytes });
    let (roster, problems) = read.map_err(|error| disk::cannot_read(&name, &error, say))?;
    let told = match problems.verdict(Some(())) {
        Checked::Sound((), warnings) => Told { faults: Vec::new(), warnings },
        Checked::Broken(faults, warnings) => Told { faults, warnings },
    };
    Ok((Some(Arc::new(roster)), told))
}

/// Opens the evidence that is named: files, folders, patterns.
pub(super) fn open(named: &[PathBuf], gathered: bool, say: &Say) -> Result<Claims, Cut> {
    let files = Files::of(named, say)?.some(named, say)?;
    files.say_passed_over(say);
    Evidence { files, roster: None }.open(gathered, say)
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
