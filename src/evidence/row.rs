//! What every format of evidence is turned into: rows of cells that know their places.

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::claims::Naming;

use crate::answer::{Attached, Document};
use crate::calendar::Date;
use crate::cell::{Cell, Raw};
use crate::problem::{Fault, Problems};
use crate::source::{Place, Source, Spot};

/// What rows say of the agency, the time and who speaks. Each cell is absent where nothing is written.
#[derive(Debug)]
pub struct Heading {
    /// The file.
    pub source: Arc<Source>,
    /// Where what is missing would stand.
    pub place: Place,
    /// The agency's id.
    pub agency: Option<Cell>,
    /// Its name.
    pub name: Option<Cell>,
    /// Its kind.
    pub kind: Option<Cell>,
    /// Its peer group.
    pub peers: Option<Cell>,
    /// The period.
    pub period: Option<Cell>,
    /// The criteria set, by name or as a path.
    pub criteria: Option<Cell>,
    /// Who answers.
    pub role: Option<Cell>,
    /// Which round of an appraisal.
    pub round: Option<Cell>,
    /// Which team.
    pub team: Option<Cell>,
    /// Whether it is the head of the teams who speaks, and settles what they answer differently.
    pub settles: Option<Cell>,
    /// On which day.
    pub on: Option<Date>,
    /// Why the role did not take place, where it did not.
    pub not_held: Option<Cell>,
}

/// The words for whether a file settles what teams answer differently. Spreadsheets write them in capitals.
pub(super) const SETTLES: [(&str, bool); 2] = [("true", true), ("false", false)];

impl Heading {
    /// The place as people look for it.
    #[must_use]
    pub fn spot(&self, place: Place) -> Spot {
        self.source.spot(place)
    }

    /// Whether the head of the teams speaks, who settles what they answer differently.
    #[must_use]
    pub fn is_of_head(&self) -> bool {
        self.settles.as_ref().is_some_and(|cell| SETTLES.iter().any(|(word, yes)| *yes && cell.is(word)))
    }

    /// Keeps a fault at a place of the file.
    pub fn fault(&self, problems: &mut Problems, place: Place, fault: Fault) {
        problems.fault(self.spot(place), fault);
    }
}

/// What is said of one criterion.
#[derive(Debug)]
pub(super) struct Row {
    /// Of whom, when and by whom.
    pub(super) heading: Arc<Heading>,
    /// Which criterion.
    pub(super) criterion: Cell,
    /// What is claimed; `None` where the answer is missing.
    pub(super) claim: Option<Claimed>,
    /// The documents that prove it.
    pub(super) documents: Vec<Cited>,
    /// The note beside it.
    pub(super) note: Option<Cell>,
}

/// A document, and where what may be wrong with it stands.
#[derive(Debug)]
pub(super) struct Cited {
    /// The document.
    pub(super) document: Document,
    /// Where its file is named.
    pub(super) file: Place,
    /// Where its date stands.
    pub(super) date: Place,
}

/// A claim before it is held against its criterion.
#[derive(Debug)]
pub(super) enum Claimed {
    /// An answer.
    Answer(Raw),
    /// Nothing to measure, for a reason.
    NotApplicable { place: Place, reason: Option<Cell> },
    /// A decided score.
    Decided { points: Cell, because: Option<Cell> },
}

/// A finding before it is held against the criteria.
#[derive(Debug)]
pub(super) struct FoundRow {
    /// Of whom, when and by whom.
    pub(super) heading: Arc<Heading>,
    /// Which criterion.
    pub(super) criterion: Option<Cell>,
    /// Where it stands.
    pub(super) place: Place,
    /// The finding.
    pub(super) finding: super::Finding,
}

impl FoundRow {
    /// The order in which findings are told, whatever the order of the files: by team, by file, by place.
    pub(super) fn order(&self, other: &FoundRow) -> Ordering {
        let team = |found: &FoundRow| found.finding.team.clone();
        team(self)
            .cmp(&team(other))
            .then_with(|| self.heading.source.name().cmp(other.heading.source.name()))
            .then_with(|| self.place.cmp(&other.place))
    }
}

/// All that is said about one agency in one period.
#[derive(Debug, Default)]
pub struct Submission {
    pub(super) rows: Vec<Row>,
    pub(super) findings: Vec<FoundRow>,
    /// Every heading, in the order of the files.
    pub(super) headings: Vec<Arc<Heading>>,
    /// Whether there is other evidence of the agency, about a period that is named.
    pub(super) period_needed: bool,
    /// What was wrong with the files where they say this.
    pub(super) problems: Problems,
}

impl Submission {
    /// The agency that it is about, as it is written.
    #[must_use]
    pub fn agency(&self) -> Option<&str> {
        self.headings.iter().find_map(|heading| heading.agency.as_ref()).map(|cell| cell.text.as_str())
    }

    /// The files that say something of the agency.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        self.headings.iter().map(|heading| &**heading.source.name()).collect::<BTreeSet<_>>().into_iter()
    }

    /// Notes what is found of every file beside the evidence that a document names: `look` is handed the name of the
    /// evidence file and the path that is written there. A link is not looked up.
    pub fn attach(&mut self, mut look: impl FnMut(&str, &str) -> Attached) {
        for row in &mut self.rows {
            for Cited { document, .. } in &mut row.documents {
                if let Some(path) = document.path() {
                    document.attached = Some(look(row.heading.source.name(), path));
                }
            }
        }
    }

    /// The criteria set that it names first.
    #[must_use]
    pub(super) fn naming(&self) -> Option<Naming> {
        self.headings.iter().find_map(|heading| {
            let cell = heading.criteria.as_ref()?;
            Some(Naming { name: cell.text.clone(), at: heading.spot(cell.place) })
        })
    }

    /// What was wrong with the files where they say this.
    #[must_use]
    pub fn into_problems(self) -> Problems {
        self.problems
    }

    pub(super) fn add(&mut self, row: Row) {
        self.head(&row.heading);
        self.rows.push(row);
    }

    /// Takes in a heading once.
    pub(super) fn head(&mut self, heading: &Arc<Heading>) {
        if !self.headings.last().is_some_and(|last| Arc::ptr_eq(last, heading)) {
            self.headings.push(Arc::clone(heading));
        }
    }

    pub(super) fn append(&mut self, other: Submission) {
        self.problems.append(other.problems);
        self.rows.extend(other.rows);
        self.findings.extend(other.findings);
        self.headings.extend(other.headings);
    }
}
