//! Markdown, for minutes: the same report as in a terminal, to be pasted into a document and edited.

use std::io::{self, Write};

use super::page::{Level, Page};
use crate::report::{Align, Cell, Column, Rows};
use crate::source::visible;
use crate::wording;

/// A page in Markdown.
pub(super) struct Markdown<'w> {
    out: &'w mut dyn Write,
    begun: bool,
}

impl<'w> Markdown<'w> {
    pub(super) fn new(out: &'w mut dyn Write) -> Markdown<'w> {
        Markdown { out, begun: false }
    }

    /// An empty line before everything but the first.
    fn gap(&mut self) -> io::Result<()> {
        if std::mem::replace(&mut self.begun, true) { writeln!(self.out) } else { Ok(()) }
    }
}

impl Page for Markdown<'_> {
    fn title(&mut self, level: Level, title: &str) -> io::Result<()> {
        self.gap()?;
        let marks = match level {
            Level::Part => "#",
            Level::Section => "##",
        };
        writeln!(self.out, "{marks} {}", escaped(title))
    }

    fn opening(&mut self, lines: &[String]) -> io::Result<()> {
        let Some((first, rest)) = lines.split_first() else { return Ok(()) };
        self.title(Level::Part, first)?;
        self.lines(rest)
    }

    fn lines(&mut self, lines: &[String]) -> io::Result<()> {
        for line in lines {
            self.gap()?;
            writeln!(self.out, "{}", escaped(line.trim_start()))?;
        }
        Ok(())
    }

    fn numbered(&mut self, lines: &[String]) -> io::Result<()> {
        self.gap()?;
        for (at, line) in lines.iter().enumerate() {
            writeln!(self.out, "{}. {}", at + 1, escaped(line).replace('\n', "\n   "))?;
        }
        Ok(())
    }

    fn table(&mut self, sheet: &mut dyn FnMut(&mut dyn Rows) -> io::Result<()>) -> io::Result<()> {
        self.gap()?;
        sheet(&mut Table { out: self.out })
    }
}

/// A table, a row a line.
struct Table<'w> {
    out: &'w mut dyn Write,
}

impl Rows for Table<'_> {
    fn columns(&mut self, columns: &[Column]) -> io::Result<()> {
        let titles: Vec<String> = columns.iter().map(|column| escaped(column.title)).collect();
        writeln!(self.out, "| {} |", titles.join(" | "))?;
        let rules = columns.iter().map(|column| match column.align {
            Align::Wide | Align::Left => "---",
            Align::Right => "---:",
        });
        writeln!(self.out, "| {} |", rules.collect::<Vec<_>>().join(" | "))
    }

    fn row(&mut self, cells: &[Cell<'_>]) -> io::Result<()> {
        let cells = cells.iter().map(|cell| match cell {
            Cell::Empty => String::new(),
            Cell::Text(text) => {
                text.lines().map(|line| inline(line.trim_start())).collect::<Vec<_>>().join("<br>")
            }
            Cell::Number(number) => wording::points(number),
            Cell::Fixed(number, places) => wording::fixed(number, *places),
        });
        writeln!(self.out, "| {} |", cells.collect::<Vec<_>>().join(" | "))
    }

    fn end(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A text that begins a line, in which nothing is markup.
fn escaped(text: &str) -> String {
    // What begins a line as a list or a heading is a plain sign elsewhere.
    let begins = text.starts_with(['#', '-', '+', '=']);
    format!("{}{}", if begins { "\\" } else { "" }, inline(text))
}

/// A text within a line, in which nothing is markup.
fn inline(text: &str) -> String {
    let mut said = String::with_capacity(text.len());
    for letter in text.chars() {
        let letter = if letter == '\n' { letter } else { visible(letter) };
        match letter {
            '&' => said.push_str("&amp;"),
            '<' => said.push_str("&lt;"),
            '>' => said.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' => said.extend(['\\', letter]),
            _ => said.push(letter),
        }
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_is_said_is_markup() {
        for (text, said) in [
            ("Kế hoạch số 12/KH-SYT", "Kế hoạch số 12/KH-SYT"),
            ("a | b", "a \\| b"),
            ("<script>", "&lt;script&gt;"),
            ("ho_so * 2 [x](y)", "ho\\_so \\* 2 \\[x\\](y)"),
            ("- none", "\\- none"),
            ("# no title", "\\# no title"),
        ] {
            assert_eq!(escaped(text), said);
        }
    }
}
