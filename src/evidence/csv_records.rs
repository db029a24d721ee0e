//! The records of a row file, with their bytes and lines: what any file of rows is, whatever its columns mean.

use std::cell::RefCell;
use std::io::{self, Cursor, Read};
use std::rc::Rc;
use std::sync::Arc;

use csv::ByteRecord;
use sha2::{Digest, Sha256};

use super::columns::{Column, Columns};
use crate::decode::{Flaw, LONGEST_LINE, flaw, nowhere, told};
use crate::problem::{Fault, Problems};
use crate::source::{BYTE_ORDER_MARK, Source, hexadecimal};

/// How much of a file is looked at for its header.
const HEAD: usize = LONGEST_LINE + 1;

/// A row file under reading.
pub(super) struct Records {
    name: Arc<str>,
    reader: csv::Reader<Box<dyn Read>>,
    seen: Rc<RefCell<Seen>>,
    separator: u8,
    line: u64,
    ended: bool,
}

/// A record: its fields, its bytes, and the line of the file on which they begin.
pub(super) struct Record {
    pub(super) fields: ByteRecord,
    pub(super) raw: Vec<u8>,
    pub(super) line: u64,
}

/// What has been handed to the CSV reader.
struct Seen {
    /// The bytes of the last records, and those that belong to no finished one.
    raw: Vec<u8>,
    /// Where the first record begins that is not finished.
    start: usize,
    hash: Sha256,
    too_long: bool,
}

/// Hands bytes on and keeps those of the record under way, within the bound for a row.
struct Tee {
    file: Box<dyn Read>,
    seen: Rc<RefCell<Seen>>,
}

impl Read for Tee {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut seen = self.seen.borrow_mut();
        let done = std::mem::take(&mut seen.start);
        seen.raw.drain(..done);
        if seen.raw.len() > LONGEST_LINE {
            seen.too_long = true;
            return Ok(0);
        }
        let read = self.file.read(buffer)?;
        seen.raw.extend_from_slice(&buffer[..read]);
        seen.hash.update(&buffer[..read]);
        Ok(read)
    }
}

impl Records {
    /// Opens a row file.
    ///
    /// # Errors
    /// When the reading itself fails.
    pub(super) fn open(name: &str, mut file: Box<dyn Read>) -> io::Result<Records> {
        let mut head = Vec::new();
        let mut block = vec![0_u8; 1 << 16];
        while !head.contains(&b'\n') && head.len() < HEAD {
            match file.read(&mut block) {
                Ok(0) => break,
                Ok(read) => head.extend_from_slice(&block[..read]),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        let mut hash = Sha256::new();
        if head.starts_with(&BYTE_ORDER_MARK) {
            head.drain(..BYTE_ORDER_MARK.len());
            hash.update(BYTE_ORDER_MARK);
        }
        let separator = separator(&head);
        let seen = Rc::new(RefCell::new(Seen { raw: Vec::new(), start: 0, hash, too_long: false }));
        let tee: Box<dyn Read> =
            Box::new(Tee { file: Box::new(Cursor::new(head).chain(file)), seen: Rc::clone(&seen) });
        let reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(separator)
            .buffer_capacity(1 << 16)
            .from_reader(tee);
        Ok(Records { name: name.into(), reader, seen, separator, line: 1, ended: false })
    }

    /// Reads the header. A file whose header has a fault is not read on.
    ///
    /// # Errors
    /// When the reading itself fails.
    pub(super) fn header<C: Column>(&mut self, problems: &mut Problems) -> io::Result<Columns<C>> {
        let mut columns = Columns::default();
        if let Some(Record { fields, raw, line }) = self.next(problems)? {
            let text = String::from_utf8(raw).expect("a record is looked at before it is handed out");
            let start = text.len() - text.trim_start_matches(['\r', '\n']).len();
            let source = Source::rows(self.name.clone(), text, line, self.separator);
            columns = Columns::read(&source, start, &fields, problems);
        } else if !problems.any_fault() {
            problems.fault(nowhere(&self.name), Fault::FileEmpty);
        }
        self.ended |= problems.any_fault();
        Ok(columns)
    }

    /// The next record. `None` at the end, and where the file cannot be read on, with a fault kept.
    ///
    /// # Errors
    /// When the reading itself fails.
    pub(super) fn next(&mut self, problems: &mut Problems) -> io::Result<Option<Record>> {
        if self.ended {
            return Ok(None);
        }
        let before = self.reader.position().byte();
        let mut fields = ByteRecord::new();
        let found = self.reader.read_byte_record(&mut fields).map_err(io::Error::from)?;
        let taken = usize::try_from(self.reader.position().byte() - before).expect("a record fits in memory");
        let line = self.line;
        let mut seen = self.seen.borrow_mut();
        if seen.too_long {
            self.ended = true;
            problems.fault(nowhere(&self.name), Fault::LineTooLong { most: LONGEST_LINE });
            return Ok(None);
        }
        let start = seen.start;
        seen.start += taken;
        let raw = seen.raw[start..seen.start].to_vec();
        self.line += u64::try_from(memchr::memchr_iter(b'\n', &raw).count()).expect("lines can be counted");
        // Only the file's first bytes can be a mark of UTF-16; later ones would not be UTF-8 either way.
        let flaw =
            flaw(&raw).map(|flaw| if flaw == Flaw::Utf16 && before > 0 { Flaw::NotUtf8 } else { flaw });
        if let Some(flaw) = flaw {
            self.ended = true;
            problems.append(told(&self.name, line, &raw, flaw));
            return Ok(None);
        }
        Ok(found.then_some(Record { fields, raw, line }))
    }

    /// The name of the file.
    pub(super) fn name(&self) -> &Arc<str> {
        &self.name
    }

    /// What separates its cells.
    pub(super) fn separator(&self) -> u8 {
        self.separator
    }

    /// SHA-256 of the file, once it has been read to its end.
    #[must_use]
    pub(super) fn sha256(&self) -> String {
        hexadecimal(&self.seen.borrow().hash.clone().finalize())
    }
}

/// The separator of a file: the first of the usual ones in its header, whose names hold none.
fn separator(head: &[u8]) -> u8 {
    let line = head.split(|b| *b == b'\n').next().unwrap_or_default();
    line.iter().copied().find(|b| matches!(b, b';' | b',' | b'\t')).unwrap_or(b',')
}
