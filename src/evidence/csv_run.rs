//! A stretch of a row file: its sound records, and their cells with their places.

use std::sync::Arc;

use csv::ByteRecord;

use super::columns::{Column, Columns};
use super::csv_records::{Record, Records};
use crate::cell::Cell;
use crate::id::composed;
use crate::problem::{Fault, Problems};
use crate::source::{Place, Source};

/// Records that are looked at together, with the text in which they stand.
#[derive(Default)]
pub(super) struct Run {
    records: Vec<(ByteRecord, usize)>,
    text: String,
    first_line: Option<u64>,
}

impl Run {
    /// Takes in a record.
    pub(super) fn add(&mut self, record: Record) {
        let Record { fields, raw, line } = record;
        let raw = std::str::from_utf8(&raw).expect("a record is looked at before it is handed out");
        self.first_line.get_or_insert(line);
        // What ends the line before may stand at the beginning.
        let blank = raw.len() - raw.trim_start_matches(['\r', '\n']).len();
        self.records.push((fields, self.text.len() + blank));
        self.text.push_str(raw);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    pub(super) fn len(&self) -> usize {
        self.records.len()
    }
}

/// The form of a row file.
pub(super) struct Rows<'a, C> {
    name: &'a Arc<str>,
    pub(super) columns: &'a Columns<C>,
    separator: u8,
}

impl<'a, C: Column> Rows<'a, C> {
    pub(super) fn new(records: &'a Records, columns: &'a Columns<C>) -> Rows<'a, C> {
        Rows { name: records.name(), columns, separator: records.separator() }
    }

    /// The records of `run` that have a cell for each column, each with its first byte in the source; `last` when
    /// the file ends with it. Empty lines are passed over, a fault is kept for what else is no row.
    pub(super) fn sound(
        &self,
        run: Run,
        last: bool,
        problems: &mut Problems,
    ) -> (Arc<Source>, Vec<(ByteRecord, usize)>) {
        let Run { mut records, text, first_line } = run;
        let source = Arc::new(Source::rows(self.name.clone(), text, first_line.unwrap_or(1), self.separator));
        if last && let Some(place) = records.last().and_then(|record| quote_open(&source, record)) {
            problems.fault(source.spot(place), Fault::QuoteOpen);
            records.pop();
        }
        records.retain(|(record, start)| {
            if record.iter().all(|cell| cell.trim_ascii().is_empty()) {
                return false;
            }
            let (found, expected) = (record.len(), self.columns.width());
            if found != expected {
                let place = Place::Field { start: *start, field: found.min(expected) };
                problems.fault(source.spot(place), Fault::RowLength { found, expected });
            }
            found == expected
        });
        (source, records)
    }

    /// The cell of a record that begins at `start`; absent where it is empty, or the file has no such column.
    pub(super) fn cell(&self, record: &ByteRecord, start: usize, column: C) -> Option<Cell> {
        let field = self.columns.find(column)?;
        let text =
            std::str::from_utf8(record.get(field)?).expect("a record is looked at before it is handed out");
        let text = text.trim();
        (!text.is_empty()).then(|| Cell { text: composed(text), place: Place::Field { start, field } })
    }

    /// Keeps a fault for each of `needed` that is empty in a record.
    pub(super) fn needed(
        &self,
        source: &Source,
        record: &ByteRecord,
        start: usize,
        needed: &[C],
        problems: &mut Problems,
    ) {
        for column in needed.iter().filter(|column| self.cell(record, start, **column).is_none()) {
            let field = self.columns.find(*column).expect("a needed column is there");
            let fault = Fault::CellEmpty { column: column.name(), names_agency: column.names_agency() };
            problems.fault(source.spot(Place::Field { start, field }), fault);
        }
    }

    /// A number with a point: in a file separated by `;`, as Vietnamese Excel saves it, a single comma is the
    /// decimal mark.
    pub(super) fn pointed(&self, text: &str) -> String {
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
}

/// The last field of a record, where its quote is not closed.
fn quote_open(source: &Source, (record, start): &(ByteRecord, usize)) -> Option<Place> {
    let place = Place::Field { start: *start, field: record.len() - 1 };
    let field = &source.text()[source.range(place)?];
    (field.starts_with('"') && field != "\"\"").then_some(place)
}
