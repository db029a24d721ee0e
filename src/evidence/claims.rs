//! Evidence files as a flow of submissions, an agency at a time.

use std::collections::VecDeque;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;
use std::vec;

use super::csv_rows::{CsvRows, Stop};
use super::gather::{by_period, gather};
use super::roster::Roster;
use super::row::Submission;
use super::yaml_file;
use crate::decode;
use crate::problem::{Fault, FileKind, Found, Problems};
use crate::source::{Place, Source, Spot};
use crate::yaml;

/// An evidence file that is open for reading.
pub struct File {
    /// Its name as it was given; the ending tells rows from YAML.
    pub name: String,
    /// Its bytes.
    pub bytes: Box<dyn Read>,
}

/// Everything that a run is given as evidence.
#[derive(Default)]
pub struct Given {
    /// The files, open for reading.
    pub files: Vec<File>,
    /// Files that cannot be opened, and why.
    pub unopened: Vec<Found<Fault>>,
    /// The roster on which every agency is looked up.
    pub roster: Option<Arc<Roster>>,
}

/// Which file was read, by its hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digest {
    /// Its name as it was given.
    pub file: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
}

/// What is claimed in evidence files, by agency and period, in the order of first appearance.
pub struct Claims {
    flow: Flow,
    ready: VecDeque<Submission>,
    /// What ended the flow while it was looked at.
    stopped: Option<Stop>,
    digests: Vec<Digest>,
    roster: Option<Arc<Roster>>,
}

enum Flow {
    /// One row file whose agencies stand together flows through.
    Streamed(String, Box<CsvRows>),
    /// Everything else is gathered first.
    Gathered(vec::IntoIter<Submission>),
}

/// The criteria set that evidence names, as it is written there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Naming {
    /// The set.
    pub name: String,
    /// Where it is named.
    pub at: Spot,
}

impl Claims {
    /// Opens evidence files. A single row file flows unless `gathered` asks for it whole.
    ///
    /// # Errors
    /// When the reading itself fails.
    pub fn open(files: Vec<File>, gathered: bool) -> Result<Claims, Stop> {
        Claims::of(Given { files, ..Given::default() }, gathered)
    }

    /// The same of all that is given, with every agency looked up on the roster.
    ///
    /// # Errors
    /// When the reading itself fails.
    pub fn of(given: Given, gathered: bool) -> Result<Claims, Stop> {
        let Given { mut files, unopened, roster } = given;
        if !gathered
            && unopened.is_empty()
            && let [file] = &files[..]
            && holds_rows(&file.name)
        {
            let File { name, bytes } = files.remove(0);
            let rows = open_rows(&name, bytes)?;
            return Ok(Claims::new(Flow::Streamed(name, Box::new(rows)), Vec::new(), roster));
        }
        let (mut submissions, mut digests) = (Vec::new(), Vec::new());
        for Found { what, at } in unopened {
            let mut submission = Submission::default();
            submission.problems.fault(at, what);
            submissions.push(submission);
        }
        for File { name, bytes } in files {
            if holds_rows(&name) {
                let mut rows = open_rows(&name, bytes)?.scattered();
                for submission in rows.by_ref() {
                    submissions.push(submission?);
                }
                digests.push(Digest { file: name, sha256: rows.sha256() });
            } else {
                let (read, sha256) = open_tree(&name, bytes)?;
                submissions.extend(read);
                digests.extend(sha256.map(|sha256| Digest { file: name, sha256 }));
            }
        }
        let flow = Flow::Gathered(gather(submissions, roster.as_deref()).into_iter());
        Ok(Claims::new(flow, digests, roster))
    }

    fn new(flow: Flow, digests: Vec<Digest>, roster: Option<Arc<Roster>>) -> Claims {
        Claims { flow, ready: VecDeque::new(), stopped: None, digests, roster }
    }

    /// Whether it flows, an agency at a time, rather than being gathered first.
    #[must_use]
    pub fn is_flow(&self) -> bool {
        matches!(self.flow, Flow::Streamed(..))
    }

    /// The set that the evidence names first. A flow is looked at up to its first agency.
    #[must_use]
    pub fn naming(&mut self) -> Option<Naming> {
        if let Flow::Streamed(_, rows) = &mut self.flow
            && self.ready.is_empty()
            && let Some(next) = rows.next()
        {
            match next {
                Ok(submission) => self.ready.extend(by_period(submission)),
                Err(stop) => self.stopped = Some(stop),
            }
        }
        let gathered = match &self.flow {
            Flow::Gathered(submissions) => submissions.as_slice(),
            Flow::Streamed(..) => &[],
        };
        self.ready.iter().chain(gathered).find_map(Submission::naming)
    }

    /// The files that were read, once the flow has ended. A file that is no text has no hash.
    #[must_use]
    pub fn digests(&self) -> Vec<Digest> {
        match &self.flow {
            Flow::Streamed(name, rows) => vec![Digest { file: name.clone(), sha256: rows.sha256() }],
            Flow::Gathered(_) => self.digests.clone(),
        }
    }
}

impl Iterator for Claims {
    type Item = Result<Submission, Stop>;

    fn next(&mut self) -> Option<Self::Item> {
        let next = self.unlisted()?;
        let Some(roster) = &self.roster else { return Some(next) };
        Some(next.and_then(|mut submission| {
            submission.enrol(roster);
            // Under an id that it had before, an agency may come back under its own.
            let moved = submission.agency() != submission.written_agency();
            if moved && self.is_flow() { Err(Stop::Scattered) } else { Ok(submission) }
        }))
    }
}

impl Claims {
    /// What comes next, before the roster is asked.
    fn unlisted(&mut self) -> Option<Result<Submission, Stop>> {
        if let Some(submission) = self.ready.pop_front() {
            return Some(Ok(submission));
        }
        if let Some(stop) = self.stopped.take() {
            return Some(Err(stop));
        }
        match &mut self.flow {
            Flow::Gathered(submissions) => submissions.next().map(Ok),
            Flow::Streamed(_, rows) => match rows.next()? {
                Ok(submission) => {
                    self.ready.extend(by_period(submission));
                    self.ready.pop_front().map(Ok)
                }
                Err(stop) => Some(Err(stop)),
            },
        }
    }
}

/// Whether a file's name says that it holds rows.
#[must_use]
pub fn holds_rows(name: &str) -> bool {
    Path::new(name)
        .extension()
        .is_some_and(|ending| ["csv", "tsv", "txt"].iter().any(|rows| ending.eq_ignore_ascii_case(rows)))
}

fn open_rows(name: &str, bytes: Box<dyn Read>) -> Result<CsvRows, Stop> {
    CsvRows::open(name, bytes).map_err(|error| Stop::World { file: name.to_owned(), error })
}

/// The agencies that a file names above the line from which it cannot be read on.
fn named_before(source: &Source, problems: &Problems) -> Vec<String> {
    let Some(line) = problems.first_line() else { return Vec::new() };
    let above = usize::try_from(line).unwrap_or(usize::MAX).saturating_sub(1);
    let text: String = source.text().split_inclusive('\n').take(above).collect();
    let documents = yaml::read(&Source::new(source.name(), text), &mut Problems::default());
    documents.unwrap_or_default().iter().filter_map(yaml_file::named).collect()
}

/// The submissions of a YAML file, and its hash if it is text. Faults of the file as such come as a submission
/// of nobody.
fn open_tree(name: &str, bytes: Box<dyn Read>) -> Result<(Vec<Submission>, Option<String>), Stop> {
    let mut problems = Problems::default();
    let source = decode::whole(name, bytes, &mut problems)
        .map_err(|error| Stop::World { file: name.to_owned(), error })?
        .map(Arc::new);
    let mut submissions = Vec::new();
    let documents = source.as_ref().map(|source| yaml::read(source, &mut problems));
    if let (Some(source), Some(None)) = (&source, &documents) {
        submissions.push(Submission { lost: named_before(source, &problems), ..Submission::default() });
    }
    if let Some(source) = &source
        && let Some(Some(documents)) = documents
    {
        let whole = source.spot(Place::Whole);
        match FileKind::of(&documents) {
            Some(FileKind::Evidence) => submissions = yaml_file::read(source, &documents, &mut problems),
            Some(found @ (FileKind::Criteria | FileKind::Thresholds | FileKind::Results)) => {
                problems.fault(whole, Fault::FileOtherKind { wanted: FileKind::Evidence, found });
            }
            None if documents.is_empty() => problems.fault(whole, Fault::FileEmpty),
            None => problems.fault(whole, Fault::FileUnknown),
        }
    }
    match submissions.first_mut() {
        Some(first) => first.problems.append(problems),
        None => submissions.push(Submission { problems, ..Submission::default() }),
    }
    Ok((submissions, source.map(|source| source.sha256())))
}
