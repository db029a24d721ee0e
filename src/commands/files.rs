//! Which files a run reads: those that are named, those of a folder, those that a pattern finds.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::anyhow;

use super::disk::{self, Within};
use super::say::Say;
use crate::decode;
use crate::evidence::{RowKind, holds_rows};
use crate::problem::{Fault, FileKind, Found, Problems, Unopened};
use crate::wording;
use crate::yaml;

/// The files of a run.
#[derive(Default)]
pub(super) struct Files {
    /// Those to read, each once, in the order in which they are named; a folder's by name.
    pub(super) read: Vec<PathBuf>,
    /// Those of a folder that cannot be opened.
    pub(super) unopened: Vec<Found<Fault>>,
    /// Those of a folder that are no evidence.
    pub(super) passed_over: Vec<(PathBuf, Passed)>,
}

/// What is passed over in a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Passed {
    /// A criteria set.
    Criteria,
    /// Thresholds.
    Thresholds,
    /// A roster of agencies.
    Roster,
    /// Scores that were computed or declared.
    Results,
    /// A table that means nothing here.
    Table,
    /// A file of another kind.
    Other,
}

impl Passed {
    const ALL: [Passed; 6] =
        [Passed::Criteria, Passed::Thresholds, Passed::Roster, Passed::Results, Passed::Table, Passed::Other];

    /// Whether it is a file of ours, sound or not.
    fn has_verdict(self) -> bool {
        match self {
            Passed::Criteria | Passed::Thresholds | Passed::Roster | Passed::Results => true,
            Passed::Table | Passed::Other => false,
        }
    }
}

/// What a file of a folder is.
enum Looked {
    Evidence,
    Unopened(Unopened),
    Passed(Passed),
}

/// How many files are named one by one where they are no evidence.
const NAMED: usize = 5;

impl Files {
    /// The files that `named` comes to.
    pub(super) fn of(named: &[PathBuf], say: &Say) -> anyhow::Result<Files> {
        let mut files = Files::default();
        let mut seen = BTreeSet::new();
        // What is named is read whatever it is, though it stand in a folder that is named before it.
        let by_name: BTreeSet<PathBuf> =
            named.iter().filter(|path| disk::is_file(path)).map(|path| disk::real(path)).collect();
        for path in named {
            for path in expanded(path, say)? {
                if !disk::is_folder(&path) {
                    if seen.insert(disk::real(&path)) {
                        files.read.push(path);
                    }
                    continue;
                }
                let within = disk::within(&path, say)?;
                if within.is_empty() {
                    let name = path.display().to_string();
                    return Err(anyhow!((wording::many(say.lang).folder_empty)(&name)));
                }
                for Within { path, unopened } in within {
                    let real = disk::real(&path);
                    if seen.insert(real.clone()) {
                        let is_named = by_name.contains(&real);
                        files.take(path, unopened, is_named);
                    }
                }
            }
        }
        Ok(files)
    }

    /// Takes in a file of a folder.
    fn take(&mut self, path: PathBuf, unopened: Option<Unopened>, is_named: bool) {
        let kind = match unopened {
            Some(why) => Looked::Unopened(why),
            None if is_named => Looked::Evidence,
            None => kind(&path),
        };
        match kind {
            Looked::Evidence => self.read.push(path),
            Looked::Passed(passed) => self.passed_over.push((path, passed)),
            Looked::Unopened(why) => self.unopened.push(Found {
                what: Fault::FileNotOpened { why },
                at: decode::nowhere(&path.display().to_string()),
            }),
        }
    }

    /// The files on which a verdict can be given, and what is only named or counted.
    pub(super) fn judged(&self) -> (Vec<PathBuf>, Files) {
        let (known, rest): (Vec<_>, Vec<_>) =
            self.passed_over.iter().cloned().partition(|(_, passed)| passed.has_verdict());
        let judged = self.read.iter().cloned().chain(known.into_iter().map(|(path, _)| path)).collect();
        (judged, Files { passed_over: rest, ..Files::default() })
    }

    /// Holds that something was found to read.
    pub(super) fn some(self, named: &[PathBuf], say: &Say) -> anyhow::Result<Files> {
        if self.read.is_empty() && self.unopened.is_empty() {
            let paths: Vec<String> = named.iter().map(|path| path.display().to_string()).collect();
            self.say_passed_over(say);
            return Err(anyhow!((wording::many(say.lang).no_evidence)(&paths.join(", "))));
        }
        Ok(self)
    }

    /// Says in one remark what is passed over.
    pub(super) fn say_passed_over(&self, say: &Say) {
        let lines = self.passed_over_lines(say);
        if !lines.is_empty() {
            // Evidence may be read more than once; what is passed over is said once.
            say.remark_once(lines.join("\n"));
        }
    }

    /// What is passed over, in lines: few files by their names, many counted by their endings.
    pub(super) fn passed_over_lines(&self, say: &Say) -> Vec<String> {
        let words = wording::many(say.lang);
        let mut lines = Vec::new();
        for passed in Passed::ALL {
            let files: Vec<&Path> = self
                .passed_over
                .iter()
                .filter(|(_, kind)| *kind == passed)
                .map(|(path, _)| &**path)
                .collect();
            if files.is_empty() {
                continue;
            }
            let what = match passed {
                Passed::Criteria => words.criteria,
                Passed::Thresholds => words.thresholds,
                Passed::Roster => words.roster,
                Passed::Results => words.results,
                Passed::Table => words.table,
                Passed::Other => words.other,
            };
            let which = if files.len() <= NAMED || passed != Passed::Other {
                files.iter().map(|file| file.display().to_string()).collect::<Vec<_>>().join(", ")
            } else {
                counted(&files, say)
            };
            lines.push(format!("  {what}: {which}"));
        }
        if !lines.is_empty() {
            lines.insert(0, format!("{}:", words.passed_over));
        }
        lines
    }
}

/// How many files have each ending.
fn counted(files: &[&Path], say: &Say) -> String {
    let words = wording::many(say.lang);
    let mut by_ending: BTreeMap<String, usize> = BTreeMap::new();
    for file in files {
        let ending = file.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        *by_ending.entry(ending.unwrap_or_default()).or_default() += 1;
    }
    let endings = by_ending.iter().map(|(ending, count)| match ending.as_str() {
        "" => format!("{} {count}", words.no_ending),
        ending => format!(".{ending} {count}"),
    });
    (words.files)(files.len(), &endings.collect::<Vec<_>>().join(", "))
}

/// A path, or the paths that it stands for as a pattern. Only where there is no such file is it taken for a pattern.
fn expanded(path: &Path, say: &Say) -> anyhow::Result<Vec<PathBuf>> {
    let Some(pattern) = path.to_str().filter(|text| text.contains(['*', '?', '['])) else {
        return Ok(vec![path.to_owned()]);
    };
    if disk::is_there(path) {
        return Ok(vec![path.to_owned()]);
    }
    let words = wording::many(say.lang);
    match disk::matching(pattern) {
        None => Err(anyhow!((words.pattern_wrong)(pattern))),
        Some(found) if found.is_empty() => Err(anyhow!((words.pattern_empty)(pattern))),
        Some(found) => Ok(found),
    }
}

/// What a file of a folder is. What cannot be told is taken for evidence, so that what is wrong with it is told.
fn kind(path: &Path) -> Looked {
    let name = path.display().to_string();
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    let rows = holds_rows(&name) && ending != "txt";
    // Evidence as JSON is named by itself; in a folder only what the program printed is known.
    let json = ending == "json";
    if !rows && !json && !["yaml", "yml"].contains(&ending.as_str()) {
        return Looked::Passed(Passed::Other);
    }
    let read = || -> std::io::Result<Looked> {
        let file = disk::lazy(path);
        if rows {
            return Ok(match RowKind::read(file)? {
                RowKind::Evidence => Looked::Evidence,
                RowKind::Roster => Looked::Passed(Passed::Roster),
                RowKind::Results | RowKind::Output => Looked::Passed(Passed::Results),
                RowKind::Other => Looked::Passed(Passed::Table),
            });
        }
        let mut problems = Problems::default();
        let source = decode::whole(&name, file.bytes, &mut problems)?;
        let documents = source.and_then(|source| yaml::read(&source, &mut problems));
        let kind = documents.and_then(|documents| FileKind::of(&documents));
        if json && kind != Some(FileKind::Results) {
            return Ok(Looked::Passed(Passed::Other));
        }
        Ok(match kind {
            Some(FileKind::Criteria) => Looked::Passed(Passed::Criteria),
            Some(FileKind::Results) => Looked::Passed(Passed::Results),
            Some(FileKind::Thresholds) => Looked::Passed(Passed::Thresholds),
            Some(FileKind::Evidence) | None => Looked::Evidence,
        })
    };
    read().unwrap_or_else(|error| Looked::Unopened(disk::unopened(&error)))
}
