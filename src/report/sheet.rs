//! What sheets are made of: columns, rows of typed cells, and the writer that takes them.

use std::borrow::Cow;
use std::io;

use crate::points::Points;

/// A value in a sheet.
#[derive(Clone, Debug)]
pub enum Cell<'a> {
    /// Nothing: not the same as zero.
    Empty,
    /// A text.
    Text(Cow<'a, str>),
    /// A number, exact.
    Number(Cow<'a, Points>),
    /// A number that people see with so many decimals.
    Fixed(Cow<'a, Points>, u8),
}

impl<'a> Cell<'a> {
    /// A text that is lent.
    #[must_use]
    pub fn text(text: &'a str) -> Cell<'a> {
        Cell::Text(Cow::Borrowed(text))
    }

    /// A text that was made for this cell.
    #[must_use]
    pub fn made(text: String) -> Cell<'a> {
        Cell::Text(Cow::Owned(text))
    }

    /// A number that is lent.
    #[must_use]
    pub fn number(number: &'a Points) -> Cell<'a> {
        Cell::Number(Cow::Borrowed(number))
    }

    /// A text, or nothing where there is none.
    #[must_use]
    pub fn maybe(text: Option<&'a str>) -> Cell<'a> {
        text.map_or(Cell::Empty, Cell::text)
    }
}

/// A number, or nothing where there is none.
pub(super) fn number(number: Option<&Points>) -> Cell<'_> {
    number.map_or(Cell::Empty, Cell::number)
}

/// A text of several lines, of which those after the first hang so many blanks in.
pub(super) fn hung(text: &str, blanks: usize) -> String {
    text.replace('\n', &format!("\n{}", " ".repeat(blanks)))
}

/// A column of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its head; a line break may stand in it.
    pub title: &'static str,
    /// To which side its cells stand.
    pub align: Align,
}

/// To which side cells stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// Texts that may wrap.
    Wide,
    /// Short texts.
    Left,
    /// Numbers.
    Right,
}

impl Column {
    /// A column.
    #[must_use]
    pub const fn new(title: &'static str, align: Align) -> Column {
        Column { title, align }
    }
}

/// What takes the rows of a sheet.
pub trait Rows {
    /// The columns, before any row.
    ///
    /// # Errors
    /// When they cannot be written.
    fn columns(&mut self, columns: &[Column]) -> io::Result<()>;

    /// A row: a cell for each column.
    ///
    /// # Errors
    /// When it cannot be written.
    fn row(&mut self, cells: &[Cell<'_>]) -> io::Result<()>;

    /// The end of the sheet.
    ///
    /// # Errors
    /// When it cannot be written.
    fn end(&mut self) -> io::Result<()>;
}
