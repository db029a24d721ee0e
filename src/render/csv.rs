//! CSV: one table, one header row. A text that a spreadsheet would run as a formula is defused.

use std::io::{self, Write};

use super::{Closing, Printer, Style};
use crate::analysis::{Gated, Standings};
use crate::assessment::Assessment;
use crate::criteria::Criteria;
use crate::report::{Cell, Column, Rows, scorecard, scorecard_columns, totals};

/// Rows as CSV.
pub(super) struct Csv<'w> {
    out: csv::Writer<&'w mut dyn Write>,
}

impl<'w> Csv<'w> {
    pub(super) fn new(out: &'w mut dyn Write) -> Csv<'w> {
        Csv { out: csv::Writer::from_writer(out) }
    }
}

impl Rows for Csv<'_> {
    fn columns(&mut self, columns: &[Column]) -> io::Result<()> {
        self.out.write_record(columns.iter().map(|column| column.title)).map_err(io::Error::from)
    }

    fn row(&mut self, cells: &[Cell<'_>]) -> io::Result<()> {
        for cell in cells {
            match cell {
                Cell::Empty => self.out.write_field(""),
                Cell::Text(text) if is_formula(text) => self.out.write_field(format!("'{text}")),
                Cell::Text(text) => self.out.write_field(text.as_ref()),
                Cell::Number(number) | Cell::Fixed(number, _) => self.out.write_field(number.to_string()),
            }
            .map_err(io::Error::from)?;
        }
        self.out.write_record(None::<&[u8]>).map_err(io::Error::from)
    }

    fn end(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Whether a spreadsheet would take a text for a formula. It looks behind blanks, as spreadsheets do.
fn is_formula(text: &str) -> bool {
    text.trim_start_matches(['\t', '\r', '\n', ' ']).starts_with(['=', '+', '-', '@'])
        || text.starts_with(['\t', '\r'])
}

/// The scorecards of a run.
pub(super) struct Scorecards<'w> {
    style: Style,
    rows: Csv<'w>,
}

impl<'w> Scorecards<'w> {
    pub(super) fn new(style: Style, out: &'w mut dyn Write) -> Scorecards<'w> {
        Scorecards { style, rows: Csv::new(out) }
    }
}

impl Printer for Scorecards<'_> {
    fn begin(&mut self, _: &Criteria) -> io::Result<()> {
        self.rows.columns(&scorecard_columns())
    }

    fn agency(
        &mut self,
        criteria: &Criteria,
        assessment: &Assessment,
        standings: &Standings,
        _: Option<&Gated>,
    ) -> io::Result<()> {
        let sheet = if self.style.totals { totals } else { scorecard };
        sheet(criteria, assessment, standings, self.style.lang, &mut self.rows)
    }

    fn end(&mut self, _: &Criteria, _: &Closing<'_>) -> io::Result<()> {
        self.rows.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_defused() {
        for (text, formula) in [
            ("=1+1", true),
            (" =1", true),
            ("+84 238", true),
            ("-cmd", true),
            ("@SUM", true),
            ("\tx", true),
            ("Kế hoạch - báo cáo", false),
            ("", false),
        ] {
            assert_eq!(is_formula(text), formula, "{text:?}");
        }
    }
}
