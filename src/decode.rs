//! Bytes to text: UTF-8 within bounds, or a fault that says what else the file is.

use std::io::{self, Read};

use crate::problem::{Fault, Problems};
use crate::source::{BYTE_ORDER_MARK, Place, Source, Spot};

/// The largest YAML file that is read, in bytes. A row file has no such bound: it flows.
pub const LARGEST_FILE: u64 = 256 << 20;

/// The longest line, or row, that is read, in bytes.
pub const LONGEST_LINE: usize = 1 << 20;

/// What a file is, told from its first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// It has a NUL byte.
    NotText,
    /// It begins with the mark of UTF-16.
    Utf16,
    /// It is text in another encoding.
    NotUtf8,
}

/// Reads a whole file as text. A file beyond the bounds is given up as soon as that is seen, not read to
/// its end. Absent, with a fault kept, where it is no such text.
///
/// # Errors
/// When the reading itself fails.
pub fn whole(name: &str, mut file: impl Read, problems: &mut Problems) -> io::Result<Option<Source>> {
    let mut bytes = Vec::new();
    let mut block = vec![0_u8; 1 << 16];
    let mut line_start = 0;
    loop {
        let read = match file.read(&mut block) {
            Ok(0) => break,
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        let before = bytes.len();
        bytes.extend_from_slice(&block[..read]);
        line_start = bytes[before..].iter().rposition(|b| *b == b'\n').map_or(line_start, |n| before + n + 1);
        if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > LARGEST_FILE {
            problems.fault(nowhere(name), Fault::FileTooLarge { most: LARGEST_FILE });
            return Ok(None);
        }
        if bytes.len() - line_start > LONGEST_LINE {
            problems.fault(nowhere(name), Fault::LineTooLong { most: LONGEST_LINE });
            return Ok(None);
        }
    }
    Ok(text(name, bytes, problems))
}

fn text(name: &str, mut bytes: Vec<u8>, problems: &mut Problems) -> Option<Source> {
    let marked = bytes.starts_with(&BYTE_ORDER_MARK);
    if marked {
        bytes.drain(..BYTE_ORDER_MARK.len());
    }
    if bytes.is_empty() {
        problems.fault(nowhere(name), Fault::FileEmpty);
        return None;
    }
    if let Some(flaw) = flaw(&bytes) {
        problems.append(told(name, 1, &bytes, flaw));
        return None;
    }
    let source = Source::new(name, String::from_utf8(bytes).expect("looked at above"));
    Some(if marked { source.behind_mark() } else { source })
}

/// What keeps bytes from being text in UTF-8, if anything does.
#[must_use]
pub fn flaw(bytes: &[u8]) -> Option<Flaw> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        Some(Flaw::Utf16)
    } else if bytes.contains(&0) {
        Some(Flaw::NotText)
    } else if std::str::from_utf8(bytes).is_err() {
        Some(Flaw::NotUtf8)
    } else {
        None
    }
}

/// The fault for `flaw`, at the first byte that shows it; `bytes` begin at line `first_line` of the file.
#[must_use]
pub fn told(name: &str, first_line: u64, bytes: &[u8], flaw: Flaw) -> Problems {
    let mut problems = Problems::default();
    let (at, fault) = match flaw {
        Flaw::Utf16 => (None, Fault::FileUtf16),
        Flaw::NotText => (bytes.iter().position(|b| *b == 0), Fault::FileNotText),
        Flaw::NotUtf8 => {
            (std::str::from_utf8(bytes).err().map(|error| error.valid_up_to()), Fault::FileNotUtf8)
        }
    };
    let spot = at.map_or_else(
        || nowhere(name),
        |at| {
            // What stands before the first bad byte is sound; the rest of its line is shown as well as can be.
            let end = bytes[at..].iter().position(|b| *b == b'\n').map_or(bytes.len(), |n| at + n);
            let mut lossy = String::from_utf8_lossy(&bytes[..at]).into_owned();
            let start = lossy.len();
            lossy.push_str(&String::from_utf8_lossy(&bytes[at..end]));
            let source = Source::rows(name.into(), lossy, first_line, b',');
            source.spot(Place::Span { start, len: 1 })
        },
    );
    problems.fault(spot, fault);
    problems
}

/// The file as a whole.
#[must_use]
pub fn nowhere(name: &str) -> Spot {
    Spot { file: name.into(), at: None }
}

/// The first fault's code, for tests of single faults.
#[cfg(test)]
fn only_code(problems: Problems) -> &'static str {
    match problems.verdict(None::<()>) {
        crate::problem::Checked::Broken(faults, _) => {
            let [crate::problem::Found { what, .. }] = &faults[..] else { panic!("{faults:?}") };
            what.code()
        }
        crate::problem::Checked::Sound((), _) => panic!("no fault"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_utf8_text_is_told() {
        let long = vec![b'a'; LONGEST_LINE + (1 << 17)];
        for (bytes, code) in [
            (&b""[..], "file-empty"),
            (b"\xef\xbb\xbf", "file-empty"),
            (b"id: \x00x", "file-not-text"),
            (b"\xff\xfei\x00d\x00", "file-utf16"),
            (b"id: x\nten: S\xf4", "file-not-utf8"),
            (&long, "line-too-long"),
        ] {
            let mut problems = Problems::default();
            assert!(whole("a", bytes, &mut problems).unwrap().is_none());
            assert_eq!(only_code(problems), code);
        }
    }

    #[test]
    fn the_first_bad_byte_is_placed() {
        let problems = told("a", 1, b"id: x\nten: S\xf4 B\n", Flaw::NotUtf8);
        let crate::problem::Checked::Broken(faults, _) = problems.verdict(None::<()>) else { panic!() };
        assert_eq!(faults[0].at.to_string(), "a:2:7");
    }

    #[test]
    fn a_byte_order_mark_is_no_text() {
        let mut problems = Problems::default();
        let source = whole("a", &b"\xef\xbb\xbfid: x"[..], &mut problems).unwrap().unwrap();
        assert_eq!(source.text(), "id: x");
    }
}
