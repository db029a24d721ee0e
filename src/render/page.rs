//! A page that people read: titles, lines and tables one under another, in whatever form.

use std::io;

use crate::report::Rows;

/// How high a title stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Level {
    /// Of a part of the document.
    Part,
    /// Of what stands in it.
    Section,
}

/// What takes titles, lines and tables.
pub(super) trait Page {
    /// A title, with what belongs to it under it.
    fn title(&mut self, level: Level, title: &str) -> io::Result<()>;

    /// What opens the report on an agency: who, when, by which set. The first line names it.
    fn opening(&mut self, lines: &[String]) -> io::Result<()>;

    /// Lines of text that stand by themselves.
    fn lines(&mut self, lines: &[String]) -> io::Result<()>;

    /// A numbered list under its title.
    fn numbered(&mut self, lines: &[String]) -> io::Result<()>;

    /// A table under what stands above it.
    fn table(&mut self, sheet: &mut dyn FnMut(&mut dyn Rows) -> io::Result<()>) -> io::Result<()>;
}
