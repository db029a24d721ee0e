//! `cchc check`: what each file is, whether it is sound, and every fault of every file.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::Exit;
use super::attachments::Attachments;
use super::disk;
use super::gate;
use super::say::Say;
use super::yardstick::{self, Sought, Yardstick};
use crate::cli::Check;
use crate::criteria::{Criteria, Node};
use crate::decode;
use crate::evidence::{Claims, Named, Stop, check as check_evidence, holds_rows};
use crate::problem::{Checked, Fault, FileKind, Found, Problems};
use crate::render::Told;
use crate::source::Place;
use crate::wording::{self, points};
use crate::yaml;

/// What a file turned out to be.
struct Verdict {
    /// In one line.
    what: String,
    told: Told,
}

/// Evidence files that share a set are held against it together, as they would be scored.
struct Together {
    criteria: Criteria,
    named: Named,
    files: Vec<usize>,
}

pub(super) fn check(options: &Check, say: &Say) -> anyhow::Result<Exit> {
    let mut verdicts: Vec<Option<Verdict>> = options.files.iter().map(|_| None).collect();
    let mut together: BTreeMap<String, Together> = BTreeMap::new();
    for (at, path) in options.files.iter().enumerate() {
        match kind(path, say)? {
            Ok(FileKind::Criteria) => verdicts[at] = Some(set(path, say)?),
            Ok(FileKind::Thresholds) => {
                verdicts[at] = Some(thresholds(path, options.criteria.as_deref(), say)?);
            }
            Err(told) => {
                let neither = told.faults.iter().any(|found| found.what == Fault::FileUnknown);
                let labels = say.labels();
                let what = if neither { labels.broken_unknown } else { labels.unreadable };
                verdicts[at] = Some(Verdict { what: what.to_owned(), told });
            }
            Ok(FileKind::Evidence) => {
                let files = std::slice::from_ref(path);
                let mut claims = open(files, say)?;
                match yardstick::of_run(options.criteria.as_deref(), &mut claims, files, say)? {
                    Ok(Yardstick { criteria, named, .. }) => {
                        let key = criteria.identity.sha256.clone();
                        let group =
                            together.entry(key).or_insert(Together { criteria, named, files: Vec::new() });
                        group.files.push(at);
                    }
                    Err(told) => {
                        verdicts[at] = Some(Verdict { what: say.labels().broken_evidence.to_owned(), told });
                    }
                }
            }
        }
    }
    let attachments = Attachments::default();
    for group in together.into_values() {
        for (at, verdict) in evidence(&options.files, &group, &attachments, say)? {
            verdicts[at] = Some(verdict);
        }
    }
    let mut exit = Exit::Well;
    for (path, verdict) in options.files.iter().zip(verdicts) {
        let Verdict { what, told } = verdict.expect("every file has been judged");
        say.out(&format!("{}: {what}", path.display()))?;
        for found in &told.faults {
            say.out(&format!("\n{}", say.fault(found)))?;
        }
        for found in &told.warnings {
            say.out(&format!("\n{}", say.warning(found)))?;
        }
        if !told.faults.is_empty() {
            say.out(&format!("\n{}", (say.labels().faults_found)(told.faults.len())))?;
            exit = Exit::Faults;
        }
    }
    Ok(exit)
}

fn open(files: &[PathBuf], say: &Say) -> anyhow::Result<Claims> {
    Claims::open(disk::open_evidence(files, say)?, true).map_err(|stop| stopped(stop, say))
}

fn stopped(stop: Stop, say: &Say) -> anyhow::Error {
    match stop {
        Stop::World { file, error } => disk::cannot_read(&file, &error, say),
        Stop::Scattered => unreachable!("what is gathered cannot be scattered"),
    }
}

/// Which kind of file it is, or what keeps that from being known.
fn kind(path: &Path, say: &Say) -> anyhow::Result<Result<FileKind, Told>> {
    let name = path.display().to_string();
    if holds_rows(&name) {
        return Ok(Ok(FileKind::Evidence));
    }
    let mut problems = Problems::default();
    let source = decode::whole(&name, disk::open(path, say)?, &mut problems)
        .map_err(|error| disk::cannot_read(&name, &error, say))?;
    let documents = source.as_ref().and_then(|source| yaml::read(source, &mut problems));
    if let (Some(source), Some(documents)) = (&source, &documents) {
        match FileKind::of(documents) {
            Some(kind) => return Ok(Ok(kind)),
            None if documents.is_empty() => problems.fault(source.spot(Place::Whole), Fault::FileEmpty),
            None => problems.fault(source.spot(Place::Whole), Fault::FileUnknown),
        }
    }
    Ok(Err(match problems.verdict(None::<()>) {
        Checked::Broken(faults, warnings) => Told { faults, warnings },
        Checked::Sound((), _) => unreachable!("what cannot be read has a fault that says why"),
    }))
}

fn set(path: &Path, say: &Say) -> anyhow::Result<Verdict> {
    Ok(match yardstick::file(path, say)? {
        Sought::Found(criteria, warnings) => {
            let name = criteria.identity.name();
            let whole = points(&criteria.at(Node::ROOT).points);
            let what = (say.labels().sound_criteria)(&name, criteria.leaves().count(), &whole);
            Verdict { what, told: Told { faults: Vec::new(), warnings } }
        }
        Sought::Broken(faults, warnings) => {
            Verdict { what: say.labels().broken_criteria.to_owned(), told: Told { faults, warnings } }
        }
        Sought::OtherVersion(_) | Sought::Unknown(_) => unreachable!("a file is not looked for by its name"),
    })
}

/// The verdict on a file of thresholds, held against the set that is chosen or else the one that it names.
fn thresholds(path: &Path, chosen: Option<&str>, say: &Say) -> anyhow::Result<Verdict> {
    let words = wording::gate(say.lang);
    let chosen = match chosen.map(|name| yardstick::on_command_line(name, say)).transpose()? {
        Some(Err(told)) => return Ok(Verdict { what: words.broken.to_owned(), told }),
        Some(Ok(yardstick)) => Some(yardstick.criteria),
        None => None,
    };
    Ok(match gate::read(path, chosen.as_ref(), say)? {
        (Checked::Sound(thresholds, warnings), set) => {
            let what = (words.sound)(thresholds.len(), &set);
            Verdict { what, told: Told { faults: Vec::new(), warnings } }
        }
        (Checked::Broken(faults, warnings), _) => {
            Verdict { what: words.broken.to_owned(), told: Told { faults, warnings } }
        }
    })
}

/// The verdict on each of several evidence files under one set.
fn evidence(
    paths: &[PathBuf],
    group: &Together,
    attachments: &Attachments,
    say: &Say,
) -> anyhow::Result<Vec<(usize, Verdict)>> {
    let files: Vec<PathBuf> = group.files.iter().map(|at| paths[*at].clone()).collect();
    let mut by_file: BTreeMap<String, (usize, Told)> =
        files.iter().map(|file| (file.display().to_string(), (0, Told::default()))).collect();
    for submission in open(&files, say)? {
        let mut submission = submission.map_err(|stop| stopped(stop, say))?;
        attachments.of(&mut submission);
        for file in submission.files() {
            if let Some((agencies, _)) = by_file.get_mut(file) {
                *agencies += 1;
            }
        }
        let (faults, warnings) = match check_evidence(submission, &group.criteria, &group.named) {
            Checked::Sound(_, warnings) => (Vec::new(), warnings),
            Checked::Broken(faults, warnings) => (faults, warnings),
        };
        for found in faults {
            told(&mut by_file, &found).faults.push(found);
        }
        for found in warnings {
            told(&mut by_file, &found).warnings.push(found);
        }
    }
    let name = group.criteria.identity.name();
    Ok(group
        .files
        .iter()
        .map(|at| {
            let (agencies, told) = by_file.remove(&paths[*at].display().to_string()).unwrap_or_default();
            let what = if told.faults.is_empty() {
                (say.labels().sound_evidence)(agencies, &name)
            } else {
                say.labels().broken_evidence.to_owned()
            };
            (*at, Verdict { what, told })
        })
        .collect())
}

/// What is told of the file in which a problem stands.
fn told<'m, P>(by_file: &'m mut BTreeMap<String, (usize, Told)>, found: &Found<P>) -> &'m mut Told {
    &mut by_file.entry(found.at.file.to_string()).or_default().1
}
