//! From the records of one agency in a CSV file to rows that know their places.

use std::sync::Arc;

use csv::ByteRecord;

use super::columns::Column;
use super::csv_run::{Rows, Run};
use super::documents;
use super::row::{Claimed, Heading, Row, Submission};
use crate::answer::NOT_APPLICABLE;
use crate::cell::{Cell, Raw};
use crate::problem::Problems;
use crate::source::{Place, Source};

/// A column of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum EvidenceColumn {
    Agency,
    Name,
    Kind,
    Peers,
    Period,
    Criteria,
    Role,
    Round,
    Team,
    Settles,
    Criterion,
    Answer,
    Of,
    Documents,
    Note,
}

impl Column for EvidenceColumn {
    const ALL: &[EvidenceColumn] = &[
        EvidenceColumn::Agency,
        EvidenceColumn::Name,
        EvidenceColumn::Kind,
        EvidenceColumn::Peers,
        EvidenceColumn::Period,
        EvidenceColumn::Criteria,
        EvidenceColumn::Role,
        EvidenceColumn::Round,
        EvidenceColumn::Team,
        EvidenceColumn::Settles,
        EvidenceColumn::Criterion,
        EvidenceColumn::Answer,
        EvidenceColumn::Of,
        EvidenceColumn::Documents,
        EvidenceColumn::Note,
    ];

    const NEEDED: &[EvidenceColumn] =
        &[EvidenceColumn::Agency, EvidenceColumn::Criterion, EvidenceColumn::Answer];

    fn name(self) -> &'static str {
        match self {
            EvidenceColumn::Agency => "agency",
            EvidenceColumn::Name => "name",
            EvidenceColumn::Kind => "kind",
            EvidenceColumn::Peers => "peers",
            EvidenceColumn::Period => "period",
            EvidenceColumn::Criteria => "criteria",
            EvidenceColumn::Role => "role",
            EvidenceColumn::Round => "round",
            EvidenceColumn::Team => "team",
            EvidenceColumn::Settles => "settles",
            EvidenceColumn::Criterion => "criterion",
            EvidenceColumn::Answer => "answer",
            EvidenceColumn::Of => "of",
            EvidenceColumn::Documents => "documents",
            EvidenceColumn::Note => "note",
        }
    }

    fn at(self) -> usize {
        self as usize
    }
}

/// The columns that say of whom, when and by whom a row is.
const HEADING: [EvidenceColumn; 10] = [
    EvidenceColumn::Agency,
    EvidenceColumn::Name,
    EvidenceColumn::Kind,
    EvidenceColumn::Peers,
    EvidenceColumn::Period,
    EvidenceColumn::Criteria,
    EvidenceColumn::Role,
    EvidenceColumn::Round,
    EvidenceColumn::Team,
    EvidenceColumn::Settles,
];

impl Rows<'_, EvidenceColumn> {
    /// The rows of `run`; `last` when the file ends with it.
    pub(super) fn submission(&self, run: Run, mut problems: Problems, last: bool) -> Submission {
        let (source, records) = self.sound(run, last, &mut problems);
        let mut submission = Submission { problems, ..Submission::default() };
        let mut before: Option<(&ByteRecord, Arc<Heading>)> = None;
        for (record, start) in &records {
            let heading = match &before {
                Some((same, heading)) if self.same_heading(same, record) => Arc::clone(heading),
                _ => Arc::new(self.heading(&source, record, *start)),
            };
            self.row(&mut submission, record, *start, &heading);
            before = Some((record, heading));
        }
        submission
    }

    fn same_heading(&self, a: &ByteRecord, b: &ByteRecord) -> bool {
        HEADING.into_iter().all(|column| self.columns.of(a, column) == self.columns.of(b, column))
    }

    fn heading(&self, source: &Arc<Source>, record: &ByteRecord, start: usize) -> Heading {
        let cell = |column| self.cell(record, start, column);
        Heading {
            source: Arc::clone(source),
            place: Place::Field { start, field: 0 },
            agency: cell(EvidenceColumn::Agency),
            name: cell(EvidenceColumn::Name),
            kind: cell(EvidenceColumn::Kind),
            peers: cell(EvidenceColumn::Peers),
            period: cell(EvidenceColumn::Period),
            criteria: cell(EvidenceColumn::Criteria),
            role: cell(EvidenceColumn::Role),
            round: cell(EvidenceColumn::Round),
            team: cell(EvidenceColumn::Team),
            settles: cell(EvidenceColumn::Settles),
            on: None,
            not_held: None,
        }
    }

    fn row(&self, submission: &mut Submission, record: &ByteRecord, start: usize, heading: &Arc<Heading>) {
        let needed = [EvidenceColumn::Agency, EvidenceColumn::Criterion];
        self.needed(&heading.source, record, start, &needed, &mut submission.problems);
        let Some(criterion) = self.cell(record, start, EvidenceColumn::Criterion) else { return };
        let mut note = self.cell(record, start, EvidenceColumn::Note);
        let of = self.cell(record, start, EvidenceColumn::Of);
        let claim = self
            .cell(record, start, EvidenceColumn::Answer)
            .map(|answer| self.claimed(&answer, of, &mut note));
        let documents = self
            .cell(record, start, EvidenceColumn::Documents)
            .map(|cell| documents::in_cell(&cell, |place| heading.spot(place), &mut submission.problems))
            .unwrap_or_default();
        submission.add(Row { heading: Arc::clone(heading), criterion, claim, documents, note });
    }

    /// What the cells of a row claim. The note of what is not applicable or decided is its reason.
    fn claimed(&self, answer: &Cell, of: Option<Cell>, note: &mut Option<Cell>) -> Claimed {
        if answer.text == NOT_APPLICABLE {
            return Claimed::NotApplicable { place: answer.place, reason: note.take() };
        }
        let cell = |text: &str| Cell { text: self.pointed(text.trim()), place: answer.place };
        if answer.text.contains('=') {
            let parts = answer.text.split(';').filter(|part| !part.trim().is_empty());
            let entries: Vec<(Cell, Cell)> = parts
                .map(|part| part.split_once('=').unwrap_or((part, "")))
                .map(|(key, value)| (cell(key), cell(value)))
                .collect();
            return match &entries[..] {
                [(key, points)] if key.text == "points" => {
                    Claimed::Decided { points: points.clone(), because: note.take() }
                }
                _ => Claimed::Answer(Raw::Table { entries, place: answer.place }),
            };
        }
        let of = of.map(|of| Cell { text: self.pointed(&of.text), ..of });
        Claimed::Answer(Raw::Text { answer: cell(&answer.text), of })
    }
}
