//! Tables for a terminal, within its width, with Vietnamese aligned.

use std::io::{self, Write};

use comfy_table::{CellAlignment, ContentArrangement, LineStyle, TableStyle};
use unicode_width::UnicodeWidthStr;

use super::page::{Level, Page};
use crate::report::{Align, Cell, Column, Rows};
use crate::source::visible;
use crate::wording;

/// Blanks between two columns.
const GAP: u16 = 2;

/// How narrow a column that wraps may get.
const NARROWEST: usize = 16;

/// One table: its rows are kept until its end, when the widths of its columns are known.
pub struct Table<'w> {
    out: &'w mut dyn Write,
    width: u16,
    columns: Vec<Column>,
    rows: Vec<Vec<String>>,
}

impl<'w> Table<'w> {
    /// A table of at most `width` columns of a terminal.
    pub fn new(width: u16, out: &'w mut dyn Write) -> Table<'w> {
        Table { out, width, columns: Vec::new(), rows: Vec::new() }
    }

    /// How much room the column that wraps has beside all others.
    fn room(&self) -> usize {
        let width = |at: usize, column: &Column| {
            let cells = self.rows.iter().flat_map(|row| row[at].lines());
            cells.map(UnicodeWidthStr::width).max().unwrap_or_default().max(column.title.width())
        };
        let fixed = self.columns.iter().enumerate().filter(|(_, column)| column.align != Align::Wide);
        let taken: usize = fixed.map(|(at, column)| width(at, column) + usize::from(GAP)).sum();
        usize::from(self.width).saturating_sub(taken).max(NARROWEST)
    }
}

impl Rows for Table<'_> {
    fn columns(&mut self, columns: &[Column]) -> io::Result<()> {
        self.columns = columns.to_vec();
        self.rows.clear();
        Ok(())
    }

    fn row(&mut self, cells: &[Cell<'_>]) -> io::Result<()> {
        let cells = cells.iter().map(|cell| match cell {
            Cell::Empty => String::new(),
            Cell::Text(text) => shown(text),
            Cell::Number(number) => wording::points(number),
            Cell::Fixed(number, places) => wording::fixed(number, *places),
        });
        self.rows.push(cells.collect());
        Ok(())
    }

    fn end(&mut self) -> io::Result<()> {
        let room = self.room();
        let mut table = comfy_table::Table::new();
        table
            .load_style(TableStyle::new().header_separator(LineStyle::none().fill('─')))
            .set_content_arrangement(ContentArrangement::Disabled)
            .set_header(self.columns.iter().map(|column| column.title));
        for row in self.rows.drain(..) {
            let cells = row.into_iter().zip(&self.columns);
            table.add_row(cells.map(|(text, column)| match column.align {
                Align::Wide => {
                    text.lines().flat_map(|line| wrapped(line, room)).collect::<Vec<_>>().join("\n")
                }
                Align::Left | Align::Right => text,
            }));
        }
        for (at, column) in self.columns.iter().enumerate() {
            let drawn = table.column_mut(at).expect("the header has made every column");
            drawn.set_padding((0, if at + 1 == self.columns.len() { 0 } else { GAP }));
            if column.align == Align::Right {
                drawn.set_cell_alignment(CellAlignment::Right);
            }
        }
        for line in table.lines() {
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

/// A line broken at blanks; what follows hangs two blanks further in than it begins.
fn wrapped(line: &str, width: usize) -> Vec<String> {
    let text = line.trim_start_matches(' ');
    let indent = " ".repeat(line.len() - text.len());
    let hanging = format!("{indent}  ");
    let options = textwrap::Options::new(width)
        .initial_indent(&indent)
        .subsequent_indent(&hanging)
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
        .wrap_algorithm(textwrap::WrapAlgorithm::FirstFit);
    textwrap::wrap(text, options).into_iter().map(String::from).collect()
}

/// Lines of text, wrapped at `width`.
///
/// # Errors
/// When they cannot be written.
pub fn write_lines(width: u16, lines: &[String], out: &mut dyn Write) -> io::Result<()> {
    for line in lines {
        let wrapped = wrapped(&shown(line), usize::from(width));
        if wrapped.is_empty() {
            writeln!(out)?;
        }
        for line in wrapped {
            writeln!(out, "{}", loosened(line.trim_end()))?;
        }
    }
    Ok(())
}

/// A page for a terminal: titles and lines within its width, tables.
pub(super) struct Sheet<'w> {
    out: &'w mut dyn Write,
    width: u16,
    above: Above,
}

/// What was said last.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Above {
    Nothing,
    Title,
    Text,
}

impl<'w> Sheet<'w> {
    pub(super) fn new(width: u16, out: &'w mut dyn Write) -> Sheet<'w> {
        Sheet { out, width, above: Above::Nothing }
    }

    /// An empty line below a text; what stands under a title follows it at once.
    fn follow(&mut self, said: Above) -> io::Result<()> {
        let gap = self.above == Above::Text || self.above == Above::Title && said == Above::Title;
        self.above = said;
        if gap { writeln!(self.out) } else { Ok(()) }
    }

    fn write(&mut self, lines: &[String]) -> io::Result<()> {
        write_lines(self.width, lines, self.out)
    }
}

impl Page for Sheet<'_> {
    fn title(&mut self, _: Level, title: &str) -> io::Result<()> {
        self.follow(Above::Title)?;
        self.write(&[format!("{title}:")])
    }

    fn opening(&mut self, lines: &[String]) -> io::Result<()> {
        self.lines(lines)
    }

    fn lines(&mut self, lines: &[String]) -> io::Result<()> {
        self.follow(Above::Text)?;
        self.write(lines)
    }

    fn numbered(&mut self, lines: &[String]) -> io::Result<()> {
        self.follow(Above::Text)?;
        let numbered = lines.iter().enumerate().map(|(at, line)| format!("  {}. {line}", at + 1));
        self.write(&numbered.collect::<Vec<_>>())
    }

    fn table(&mut self, sheet: &mut dyn FnMut(&mut dyn Rows) -> io::Result<()>) -> io::Result<()> {
        self.follow(Above::Text)?;
        sheet(&mut Table::new(self.width, self.out))
    }
}
