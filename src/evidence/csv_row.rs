//! From the records of one agency in a CSV file to rows that know their places.

use std::sync::Arc;

use csv::ByteRecord;

use super::columns::{Column, Columns};
use super::documents;
use super::row::{Claimed, Heading, Row, Submission};
use crate::answer::NOT_APPLICABLE;
use crate::cell::{Cell, Raw};
use crate::id::composed;
use crate::problem::{Fault, Problems};
use crate::source::{Place, Source};

/// The records of one agency, with the text in which they stand.
#[derive(Default)]
pub(super) struct Run {
    records: Vec<(ByteRecord, usize)>,
    text: String,
    first_line: Option<u64>,
}

impl Run {
    /// Takes in a record: its bytes, and the line of the file on which they begin.
    pub(super) fn add(&mut self, record: ByteRecord, raw: &[u8], line: u64) {
        let raw = std::str::from_utf8(raw).expect("a record is looked at before it is handed out");
        self.first_line.get_or_insert(line);
        // What ends the line before may stand at the beginning.
        let blank = raw.len() - raw.trim_start_matches(['\r', '\n']).len();
        self.records.push((record, self.text.len() + blank));
        self.text.push_str(raw);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.records.is_empty()
    }
}

/// The form of a row file.
pub(super) struct Rows<'a> {
    name: &'a Arc<str>,
    columns: &'a Columns,
    separator: u8,
}

/// The columns that say of whom, when and by whom a row is.
const HEADING: [Column; 9] = [
    Column::Agency,
    Column::Name,
    Column::Kind,
    Column::Peers,
    Column::Period,
    Column::Criteria,
    Column::Role,
    Column::Round,
    Column::Team,
];

impl<'a> Rows<'a> {
    pub(super) fn new(name: &'a Arc<str>, columns: &'a Columns, separator: u8) -> Rows<'a> {
        Rows { name, columns, separator }
    }

    /// The rows of `run`; `last` when the file ends with it.
    pub(super) fn submission(&self, run: Run, problems: Problems, last: bool) -> Submission {
        let Run { records, text, first_line } = run;
        let source = Arc::new(Source::rows(self.name.clone(), text, first_line.unwrap_or(1), self.separator));
        let mut submission = Submission { problems, ..Submission::default() };
        let mut before: Option<(&ByteRecord, Arc<Heading>)> = None;
        let quote_open = last.then(|| records.last()).flatten().is_some_and(|(record, start)| {
            let place = Place::Field { start: *start, field: record.len() - 1 };
            let open = source.range(place).is_some_and(|range| {
                let field = &source.text()[range];
                field.starts_with('"') && field != "\"\""
            });
            if open {
                submission.problems.fault(source.spot(place), Fault::QuoteOpen);
            }
            open
        });
        let sound = records.len() - usize::from(quote_open);
        for (record, start) in &records[..sound] {
            if record.iter().all(|cell| cell.trim_ascii().is_empty()) {
                continue;
            }
            if record.len() != self.columns.width() {
                let fault = Fault::RowLength { found: record.len(), expected: self.columns.width() };
                let field = record.len().min(self.columns.width());
                submission.problems.fault(source.spot(Place::Field { start: *start, field }), fault);
                continue;
            }
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
            agency: cell(Column::Agency),
            name: cell(Column::Name),
            kind: cell(Column::Kind),
            peers: cell(Column::Peers),
            period: cell(Column::Period),
            criteria: cell(Column::Criteria),
            role: cell(Column::Role),
            round: cell(Column::Round),
            team: cell(Column::Team),
            not_held: None,
        }
    }

    fn row(&self, submission: &mut Submission, record: &ByteRecord, start: usize, heading: &Arc<Heading>) {
        for (column, cell) in [
            (Column::Agency, heading.agency.as_ref()),
            (Column::Criterion, self.cell(record, start, Column::Criterion).as_ref()),
        ] {
            if cell.is_none() {
                let field = self.columns.find(column).expect("a needed column is there");
                let fault = Fault::CellEmpty { column: column.name() };
                heading.fault(&mut submission.problems, Place::Field { start, field }, fault);
            }
        }
        let Some(criterion) = self.cell(record, start, Column::Criterion) else { return };
        let mut note = self.cell(record, start, Column::Note);
        let of = self.cell(record, start, Column::Of);
        let claim =
            self.cell(record, start, Column::Answer).map(|answer| self.claimed(&answer, of, &mut note));
        let documents = self
            .cell(record, start, Column::Documents)
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

    /// A number with a point: in a file separated by `;`, as Vietnamese Excel saves it, a single comma is the
    /// decimal mark.
    fn pointed(&self, text: &str) -> String {
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        let (number, unit) = text.strip_suffix('%').map_or((text, ""), |number| (number.trim_end(), "%"));
        match number.split_once(',') {
            Some((front, back))
                if self.separator == b';'
                    && digits(front.strip_prefix('-').unwrap_or(front))
                    && digits(back) =>
            {
                format!("{front}.{back}{unit}")
            }
            _ => text.to_owned(),
        }
    }

    fn cell(&self, record: &ByteRecord, start: usize, column: Column) -> Option<Cell> {
        let field = self.columns.find(column)?;
        let text =
            std::str::from_utf8(record.get(field)?).expect("a record is looked at before it is handed out");
        let text = text.trim();
        (!text.is_empty()).then(|| Cell { text: composed(text), place: Place::Field { start, field } })
    }
}
