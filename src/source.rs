//! Where a text came from, and the place of everything in it.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use sha2::{Digest, Sha256};

/// The mark with which some editors begin a text in UTF-8. It is no part of the text.
pub const BYTE_ORDER_MARK: [u8; 3] = [0xef, 0xbb, 0xbf];

/// How much of a long line an excerpt shows, in characters.
const EXCERPT: usize = 160;

/// A file's text, or a stretch of a long file that stands for its part of it.
#[derive(Debug)]
pub struct Source {
    name: Arc<str>,
    text: String,
    marked: bool,
    first_line: u64,
    separator: u8,
}

/// Where something stands in a [`Source`]: cheap to keep; a [`Spot`] is made of it when there is something to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The file as a whole.
    Whole,
    /// A stretch of the text, in bytes.
    Span {
        /// First byte.
        start: usize,
        /// Length in bytes.
        len: usize,
    },
    /// A field of a row.
    Field {
        /// First byte of the row.
        start: usize,
        /// Which field, from zero.
        field: usize,
    },
}

/// A place as people look for it. Columns count characters from one, as editors do.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// The file's name as it was given.
    pub file: Arc<str>,
    /// Where in the file; `None` for the file as a whole.
    pub at: Option<At>,
}

/// A line of a file and the stretch of it that is meant.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct At {
    /// The line, from one.
    pub line: u64,
    /// The column in characters, from one.
    pub column: u64,
    /// The line's text, shortened where it is very long.
    pub excerpt: String,
    /// What is meant, in bytes of the excerpt.
    pub mark: (usize, usize),
}

impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.at {
            Some(at) => write!(f, "{}:{}:{}", self.file, at.line, at.column),
            None => write!(f, "{}", self.file),
        }
    }
}

impl Source {
    /// A whole file.
    #[must_use]
    pub fn new(name: &str, text: String) -> Source {
        Source { name: name.into(), text, marked: false, first_line: 1, separator: b',' }
    }

    /// The same file when it began with a byte-order mark.
    #[must_use]
    pub fn behind_mark(self) -> Source {
        Source { marked: true, ..self }
    }

    /// A stretch of a row file whose first line is line `first_line` of the file.
    #[must_use]
    pub fn rows(name: Arc<str>, text: String, first_line: u64, separator: u8) -> Source {
        Source { name, text, marked: false, first_line, separator }
    }

    /// SHA-256 of the file's bytes, in hexadecimal.
    #[must_use]
    pub fn sha256(&self) -> String {
        let mut hash = Sha256::new();
        if self.marked {
            hash.update(BYTE_ORDER_MARK);
        }
        hash.update(self.text.as_bytes());
        hexadecimal(&hash.finalize())
    }

    /// The name as it was given.
    #[must_use]
    pub fn name(&self) -> &Arc<str> {
        &self.name
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The place as people look for it.
    #[must_use]
    pub fn spot(&self, place: Place) -> Spot {
        Spot { file: self.name.clone(), at: self.range(place).map(|span| self.at(&span)) }
    }

    /// The bytes that a place takes up; `None` for the file as a whole.
    #[must_use]
    pub fn range(&self, place: Place) -> Option<Range<usize>> {
        match place {
            Place::Whole => None,
            Place::Span { start, len } => Some(start..start + len),
            Place::Field { start, field } => Some(field_span(&self.text, start, field, self.separator)),
        }
    }

    fn at(&self, span: &Range<usize>) -> At {
        let start = floor_boundary(&self.text, span.start);
        let before = &self.text[..start];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line_text = self.text[line_start..].split('\n').next().unwrap_or_default().trim_end_matches('\r');
        let line_text = line_text.strip_prefix('\u{feff}').unwrap_or(line_text);
        let line_start = self
            .text
            .len()
            .min(line_start + usize::from(self.text[line_start..].starts_with('\u{feff}')) * 3);
        let from = start.saturating_sub(line_start).min(line_text.len());
        let to =
            floor_boundary(line_text, (span.end.saturating_sub(line_start)).clamp(from, line_text.len()));
        let breaks = before.bytes().filter(|b| *b == b'\n').count();
        let (excerpt, mark) = shortened(line_text, from, to);
        At {
            line: self.first_line + u64::try_from(breaks).expect("a file's lines can be counted"),
            column: 1 + u64::try_from(line_text[..from].chars().count())
                .expect("a line's letters can be counted"),
            excerpt,
            mark,
        }
    }
}

/// A hash as people compare it.
#[must_use]
pub fn hexadecimal(hash: &[u8]) -> String {
    hash.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

fn floor_boundary(text: &str, index: usize) -> usize {
    let mut index = index.min(text.len());
    while !text.is_char_boundary(index) {
        index -= 1;
    }
    index
}

/// A stretch of `line` around `from..to`, with control characters made visible, and the mark in it.
fn shortened(line: &str, from: usize, to: usize) -> (String, (usize, usize)) {
    let lead: String = line[..from].chars().collect();
    let skipped = lead.chars().count().saturating_sub(EXCERPT / 2);
    let mut excerpt: String = if skipped > 0 { "…".to_owned() } else { String::new() };
    excerpt.extend(lead.chars().skip(skipped).map(visible));
    let start = excerpt.len();
    excerpt.extend(line[from..to].chars().take(EXCERPT / 2).map(visible));
    let end = excerpt.len();
    let rest = &line[to..];
    let room = EXCERPT.saturating_sub(excerpt.chars().count());
    excerpt.extend(rest.chars().take(room).map(visible));
    if rest.chars().nth(room).is_some() {
        excerpt.push('…');
    }
    (excerpt, (start, end))
}

/// Control and direction marks as a visible sign: a file must not speak to the terminal.
#[must_use]
pub fn visible(c: char) -> char {
    match c {
        '\t' => ' ',
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' => '\u{fffd}',
        c if c.is_control() => '\u{fffd}',
        c => c,
    }
}

/// The bytes of a field, without its quotes, of the row that begins at `start`.
fn field_span(text: &str, start: usize, field: usize, separator: u8) -> Range<usize> {
    let mut reader = csv_core::ReaderBuilder::new().delimiter(separator).build();
    let bytes = text.as_bytes();
    let mut scratch = [0_u8; 1024];
    let (mut at, mut begin, mut index) = (start, start, 0);
    loop {
        let (result, read, _) = reader.read_field(&bytes[at..], &mut scratch);
        at += read;
        match result {
            csv_core::ReadFieldResult::OutputFull => {}
            csv_core::ReadFieldResult::InputEmpty if at < bytes.len() => {}
            csv_core::ReadFieldResult::InputEmpty | csv_core::ReadFieldResult::End => {
                return unquoted(text, begin.min(bytes.len())..bytes.len());
            }
            csv_core::ReadFieldResult::Field { record_end } => {
                if index == field || record_end {
                    let end = if bytes[begin..at].ends_with(b"\r\n") { at - 2 } else { at - 1 };
                    return unquoted(text, begin..end.max(begin));
                }
                index += 1;
                begin = at;
            }
        }
    }
}

fn unquoted(text: &str, span: Range<usize>) -> Range<usize> {
    let field = &text[span.clone()];
    let trimmed = field.trim_end_matches(['\r', '\n']);
    let end = span.start + trimmed.len();
    match trimmed.strip_prefix('"').and_then(|inner| inner.strip_suffix('"')) {
        Some(inner) if !inner.is_empty() => span.start + 1..end - 1,
        _ => span.start..end,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(source: &Source, place: Place) -> (u64, u64, String) {
        let at = source.spot(place).at.unwrap();
        (at.line, at.column, at.excerpt[at.mark.0..at.mark.1].to_owned())
    }

    #[test]
    fn columns_count_letters_not_bytes() {
        let source = Source::new("a.yaml", "id: x\n    điểm_tối_đa: 1,50\r\n".into());
        let start = source.text().find("1,50").unwrap();
        assert_eq!(at(&source, Place::Span { start, len: 4 }), (2, 18, "1,50".into()));
        assert_eq!(source.spot(Place::Span { start, len: 4 }).to_string(), "a.yaml:2:18");
    }

    #[test]
    fn a_byte_order_mark_is_no_column() {
        let source = Source::new("a", "\u{feff}id: x".into());
        assert_eq!(at(&source, Place::Span { start: 3, len: 2 }), (1, 1, "id".into()));
    }

    #[test]
    fn fields_are_found_behind_quotes_and_line_ends() {
        let text = "\"Sở \"\"A\"\", B\",x,\"hai\ndòng\",47,\"\"\r\nb,c\r\n";
        let source = Source::rows("r.csv".into(), text.into(), 7, b',');
        assert_eq!(at(&source, Place::Field { start: 0, field: 1 }), (7, 15, "x".into()));
        assert_eq!(at(&source, Place::Field { start: 0, field: 3 }), (8, 7, "47".into()));
        assert_eq!(at(&source, Place::Field { start: 0, field: 0 }).2, "Sở \"\"A\"\", B");
        let second = text.find("b,c").unwrap();
        assert_eq!(at(&source, Place::Field { start: second, field: 1 }), (9, 3, "c".into()));
    }

    #[test]
    fn a_long_line_is_shortened_around_the_mark() {
        let text = format!("{}HERE{}", "ă".repeat(1000), "b".repeat(1000));
        let source = Source::new("a", text);
        let spot = source.spot(Place::Span { start: 2000, len: 4 }).at.unwrap();
        assert_eq!(spot.column, 1001);
        assert!(spot.excerpt.chars().count() <= EXCERPT + 2);
        assert_eq!(&spot.excerpt[spot.mark.0..spot.mark.1], "HERE");
    }
}
