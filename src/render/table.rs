//! Tables for a terminal, within its width, with Vietnamese aligned.

use std::io::{self, Write};


use comfy_table::{CellAlignment, ContentArrangement, LineStyle, TableStyle};

use super::{Printer, Style, Told};
use crate::analysis::Standings;
use crate::assessment::Assessment;
use crate::criteria::{Criteria, Node};
use crate::evidence::Digest;
use crate::report::{Align, Cell, Column, Rows, Standing, card, closing, heading, summary};
use crate::source::visible;
use crate::wording;

/// One table: its rows are kept until its end, when the widths of its columns are known.
pub struct Table<'w> {
    out: &'w mut dyn Write,
    width: u16,
    table: comfy_table::Table,
}

impl<'w> Table<'w> {
    /// A table of at most `width` columns of a terminal.
    pub fn new(width: u16, out: &'w mut dyn Write) -> Table<'w> {
        Table { out, width, table: comfy_table::Table::new() }
    }
}

impl Rows for Table<'_> {
    fn columns(&mut self, columns: &[Column]) -> io::Result<()> {
        self.table = comfy_table::Table::new();
        self.table
            .load_style(TableStyle::new().header_separator(LineStyle::none().fill('─').junction('─')))
            .set_width(self.width)
            .set_content_arrangement(ContentArrangement::Dynamic)
            .set_header(columns.iter().map(|column| column.title));
        for (at, column) in columns.iter().enumerate() {
            let drawn = self.table.column_mut(at).expect("the header has made every column");
            drawn.set_padding((0, if at + 1 == columns.len() { 0 } else { 2 }));
            match column.align {
                Align::Right => drawn.set_cell_alignment(CellAlignment::Right),
                Align::Left | Align::Wide => {}
            }
            if column.align != Align::Wide {
                drawn.set_constraint(comfy_table::ColumnConstraint::ContentWidth);
            }
        }
        Ok(())
    }

    fn row(&mut self, cells: &[Cell<'_>]) -> io::Result<()> {
        self.table.add_row(cells.iter().map(|cell| match cell {
            Cell::Empty => String::new(),
            Cell::Text(text) => shown(text),
            Cell::Number(number) => wording::points(number),
            Cell::Fixed(number, places) => wording::fixed(number, *places),
        }));
        Ok(())
    }

    fn end(&mut self) -> io::Result<()> {
        for line in self.table.lines() {
            writeln!(self.out, "{}", loosened(line.trim_end()))?;
        }
        Ok(())
    }
}

/// A blank at which no line is broken.
const TIGHT: &str = "\u{a0}";

/// A file's text without what would speak to the terminal, a percent tied to its sign.
fn shown(text: &str) -> String {
    let visible: String = text.chars().map(|c| if c == '\n' { c } else { visible(c) }).collect();
    visible.replace(" %", &format!("{TIGHT}%"))
}

/// The line as it is printed: what was tied for wrapping is an ordinary blank again.
fn loosened(line: &str) -> String {
    line.replace(TIGHT, " ")
}

/// Lines of text, wrapped at `width`; what is wrapped hangs by two blanks more than it begins with.
///
/// # Errors
/// When they cannot be written.
pub fn write_lines(width: u16, lines: &[String], out: &mut dyn Write) -> io::Result<()> {
    for line in lines {
        let indent = line.len() - line.trim_start_matches(' ').len();
        let mut table = comfy_table::Table::new();
        let hanging = u16::try_from(indent).unwrap_or_default() + 2;
        table
            .load_style(TableStyle::new())
            .set_width(width.saturating_sub(hanging))
            .set_content_arrangement(ContentArrangement::Dynamic)
            .add_row([shown(line.trim_start_matches(' '))]);
        if let Some(column) = table.column_mut(0) {
            column.set_padding((0, 0));
        }
        for (at, wrapped) in table.lines().enumerate() {
            let blanks = if at == 0 { indent } else { usize::from(hanging) };
            writeln!(out, "{}", loosened(format!("{:blanks$}{wrapped}", "").trim_end()))?;
        }
    }
    Ok(())
}

/// The scorecards of a run, and a summary where there are several.
pub(super) struct Cards<'w> {
    style: Style,
    out: &'w mut dyn Write,
    standings: Vec<Standing>,
}

impl<'w> Cards<'w> {
    pub(super) fn new(style: Style, out: &'w mut dyn Write) -> Cards<'w> {
        Cards { style, out, standings: Vec::new() }
    }
}

impl Printer for Cards<'_> {
    fn begin(&mut self, _: &Criteria) -> io::Result<()> {
        Ok(())
    }

    fn agency(&mut self, criteria: &Criteria, assessment: &Assessment, standings: &Standings) -> io::Result<()> {
        let Style { lang, width, totals } = self.style;
        if !totals {
            if !self.standings.is_empty() {
                writeln!(self.out)?;
            }
            write_lines(width, &heading(criteria, assessment, lang), self.out)?;
            writeln!(self.out)?;
            card(criteria, assessment, standings, Node::ROOT, lang, &mut Table::new(width, self.out))?;
            writeln!(self.out)?;
            write_lines(width, &closing(criteria, assessment, standings, lang), self.out)?;
        }
        self.standings.push(Standing::of(assessment, standings));
        Ok(())
    }

    fn end(&mut self, criteria: &Criteria, _: &[Digest], _: &Told) -> io::Result<()> {
        let Style { lang, width, totals } = self.style;
        if self.standings.len() > 1 || totals {
            if !totals {
                writeln!(self.out)?;
                write_lines(width, &[format!("{}:", wording::labels(lang).summary)], self.out)?;
            }
            let standings = std::mem::take(&mut self.standings);
            summary(criteria, standings, lang, &mut Table::new(width, self.out))?;
        }
        Ok(())
    }
}
