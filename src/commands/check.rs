//! `cchc check`: what each file is, whether it is sound, and every fault of every file.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Exit;
use super::attachments::Attachments;
use super::disk;
use super::files::Files;
use super::gate;
use super::hearing;
use super::say::Say;
use super::yardstick::{self, Sought, Yardstick};
use crate::cli::Check;
use crate::criteria::{Criteria, Node};
use crate::decode;
use crate::evidence::{
    Claims, Declared, File, Given, Named, Roster, RowKind, Stop, check as check_evidence, holds_rows,
};
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
    let (roster, of_roster) = hearing::roster(options.agencies.as_deref(), say)?;
    let files = Files::of(&options.files, say)?;
    let (mut judged, rest) = files.judged();
    let mut exit = Exit::Well;
    if let (Some(path), Some(roster)) = (&options.agencies, &roster) {
        exit = tell(&path.display().to_string(), listed(roster, of_roster, say), say)?;
        judged.retain(|other| disk::real(other) != disk::real(path));
    }
    let mut verdicts: Vec<Option<Verdict>> = judged.iter().map(|_| None).collect();
    let mut together: BTreeMap<String, Together> = BTreeMap::new();
    for (at, path) in judged.iter().enumerate() {
        match judge(path, options.criteria.as_deref(), roster.as_ref(), say)? {
            Err(verdict) => verdicts[at] = Some(verdict),
            Ok(Yardstick { criteria, named, .. }) => {
                let key = criteria.identity.sha256.clone();
                let group = together.entry(key).or_insert(Together { criteria, named, files: Vec::new() });
                group.files.push(at);
            }
        }
    }
    let attachments = Attachments::default();
    for group in together.into_values() {
        for (at, verdict) in evidence(&judged, &group, roster.as_ref(), &attachments, say)? {
            verdicts[at] = Some(verdict);
        }
    }
    let judged = judged.iter().map(|path| path.display().to_string());
    let verdicts = verdicts.into_iter().map(|verdict| verdict.expect("every file has been judged"));
    let unopened = files.unopened.iter().map(|found| {
        let told = Told { faults: vec![found.clone()], warnings: Vec::new() };
        (found.at.file.to_string(), Verdict { what: say.labels().unreadable.to_owned(), told })
    });
    for (file, verdict) in judged.zip(verdicts).chain(unopened) {
        let told = tell(&file, verdict, say)?;
        exit = if told == Exit::Well { exit } else { told };
    }
    for line in rest.passed_over_lines(say) {
        say.out(&line)?;
    }
    Ok(exit)
}

/// The verdict on a file that stands by itself; the set of one that is evidence.
fn judge(
    path: &PathBuf,
    chosen: Option<&str>,
    roster: Option<&Arc<Roster>>,
    say: &Say,
) -> anyhow::Result<Result<Yardstick, Verdict>> {
    let labels = say.labels();
    Ok(Err(match kind(path, say)? {
        Ok(Kind::Criteria) => set(path, say)?,
        Ok(Kind::Thresholds) => thresholds(path, chosen, say)?,
        Ok(Kind::Roster) => {
            let (roster, told) = hearing::roster(Some(path), say)?;
            listed(&roster.expect("a roster that is named is read"), told, say)
        }
        Ok(Kind::Results) => results(path, say)?,
        Ok(Kind::Output) => {
            Verdict { what: wording::many(say.lang).output.to_owned(), told: Told::default() }
        }
        Ok(Kind::Evidence) => {
            let files = std::slice::from_ref(path);
            let mut claims = open(files, roster, say)?;
            match yardstick::of_run(chosen, &mut claims, files, say)? {
                Ok(yardstick) => return Ok(Ok(yardstick)),
                Err(told) => Verdict { what: labels.broken_evidence.to_owned(), told },
            }
        }
        Err(told) => {
            let neither = told.faults.iter().any(|found| found.what == Fault::FileUnknown);
            let what = if neither { labels.broken_unknown } else { labels.unreadable };
            Verdict { what: what.to_owned(), told }
        }
    }))
}

/// Says the verdict on a file.
fn tell(file: &str, Verdict { what, told }: Verdict, say: &Say) -> anyhow::Result<Exit> {
    say.out(&format!("{file}: {what}"))?;
    for found in &told.faults {
        say.out(&format!("\n{}", say.fault(found)))?;
    }
    for found in &told.warnings {
        say.out(&format!("\n{}", say.warning(found)))?;
    }
    if told.faults.is_empty() {
        return Ok(Exit::Well);
    }
    say.out(&format!("\n{}", (say.labels().faults_found)(told.faults.len())))?;
    Ok(Exit::Faults)
}

fn open(files: &[PathBuf], roster: Option<&Arc<Roster>>, say: &Say) -> anyhow::Result<Claims> {
    let files = disk::open_evidence(files, say)?;
    let given = Given { files, unopened: Vec::new(), roster: roster.cloned() };
    Claims::of(given, true).map_err(|stop| stopped(stop, say))
}

fn stopped(stop: Stop, say: &Say) -> anyhow::Error {
    match stop {
        Stop::World { file, error } => disk::cannot_read(&file, &error, say),
        Stop::Scattered => unreachable!("what is gathered cannot be scattered"),
    }
}

/// What a file can be.
enum Kind {
    Criteria,
    Thresholds,
    Evidence,
    Roster,
    Results,
    Output,
}

/// Which kind of file it is, or what keeps that from being known. A table that is nothing else is meant as evidence.
fn kind(path: &Path, say: &Say) -> anyhow::Result<Result<Kind, Told>> {
    let name = path.display().to_string();
    if holds_rows(&name) {
        let file = File { name: name.clone(), bytes: disk::open(path, say)? };
        let kind = RowKind::read(file).map_err(|error| disk::cannot_read(&name, &error, say))?;
        return Ok(Ok(match kind {
            RowKind::Evidence | RowKind::Other => Kind::Evidence,
            RowKind::Roster => Kind::Roster,
            RowKind::Results => Kind::Results,
            RowKind::Output => Kind::Output,
        }));
    }
    let mut problems = Problems::default();
    let source = decode::whole(&name, disk::open(path, say)?, &mut problems)
        .map_err(|error| disk::cannot_read(&name, &error, say))?;
    let documents = source.as_ref().and_then(|source| yaml::read(source, &mut problems));
    if let (Some(source), Some(documents)) = (&source, &documents) {
        match FileKind::of(documents) {
            Some(FileKind::Criteria) => return Ok(Ok(Kind::Criteria)),
            Some(FileKind::Evidence) => return Ok(Ok(Kind::Evidence)),
            Some(FileKind::Thresholds) => return Ok(Ok(Kind::Thresholds)),
            Some(FileKind::Results) => return Ok(Ok(Kind::Output)),
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

/// The verdict on a roster.
fn listed(roster: &Roster, told: Told, say: &Say) -> Verdict {
    let words = wording::many(say.lang);
    let what = if told.faults.is_empty() {
        (words.sound_roster)(roster.agencies().len())
    } else {
        words.broken_roster.to_owned()
    };
    Verdict { what, told }
}

/// The verdict on a table of results.
fn results(path: &Path, say: &Say) -> anyhow::Result<Verdict> {
    let words = wording::many(say.lang);
    let name = path.display().to_string();
    let read = Declared::read(File { name: name.clone(), bytes: disk::open(path, say)? });
    Ok(match read.map_err(|error| disk::cannot_read(&name, &error, say))? {
        Checked::Sound(declared, warnings) => {
            let what = (words.sound_results)(declared.rows.len());
            Verdict { what, told: Told { faults: Vec::new(), warnings } }
        }
        Checked::Broken(faults, warnings) => {
            Verdict { what: words.broken_results.to_owned(), told: Told { faults, warnings } }
        }
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
    roster: Option<&Arc<Roster>>,
    attachments: &Attachments,
    say: &Say,
) -> anyhow::Result<Vec<(usize, Verdict)>> {
    let files: Vec<PathBuf> = group.files.iter().map(|at| paths[*at].clone()).collect();
    let mut by_file: BTreeMap<String, (usize, Told)> =
        files.iter().map(|file| (file.display().to_string(), (0, Told::default()))).collect();
    for submission in open(&files, roster, say)? {
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
