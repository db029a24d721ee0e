//! Evidence as rows: a CSV file read agency by agency, as long as the rows of an agency stand together.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::io::{self, Cursor, Read};
use std::rc::Rc;
use std::sync::Arc;

use csv::ByteRecord;
use sha2::{Digest, Sha256};

use super::columns::{Column, Columns};
use super::csv_row::{Rows, Run};
use super::row::Submission;
use crate::decode::{Flaw, LONGEST_LINE, flaw, nowhere, told};
use crate::id::composed;
use crate::problem::{Fault, Problems};
use crate::source::{BYTE_ORDER_MARK, Source, hexadecimal};

/// How much of a file is looked at for its header.
const HEAD: usize = LONGEST_LINE + 1;

/// A row file under reading.
pub(super) struct CsvRows {
    name: Arc<str>,
    records: csv::Reader<Box<dyn Read>>,
    seen: Rc<RefCell<Seen>>,
    columns: Columns,
    separator: u8,
    /// What the header already shows.
    first: Option<Problems>,
    /// The first record of the next agency, and the line on which it stands.
    next: Option<(ByteRecord, Vec<u8>, u64)>,
    line: u64,
    /// The agencies that have passed; `None` when they may come back.
    passed: Option<BTreeSet<String>>,
    ended: bool,
}

/// Why a row file gives no further submission.
#[derive(Debug, thiserror::Error)]
pub enum Stop {
    /// The reading itself failed.
    #[error("cannot read {file}")]
    World {
        /// The file.
        file: String,
        /// How it failed.
        #[source]
        error: io::Error,
    },
    /// An agency comes back after another: the file has to be gathered first.
    #[error("the rows of an agency do not stand together")]
    Scattered,
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

impl CsvRows {
    /// Opens a row file and reads its header. Faults of the header come out with the first submission.
    ///
    /// # Errors
    /// When the reading itself fails.
    pub(super) fn open(name: &str, mut file: Box<dyn Read>) -> io::Result<CsvRows> {
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
        let records = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(separator)
            .buffer_capacity(1 << 16)
            .from_reader(tee);
        let mut rows = CsvRows {
            name: name.into(),
            records,
            seen,
            columns: Columns::default(),
            separator,
            first: None,
            next: None,
            line: 1,
            passed: Some(BTreeSet::new()),
            ended: false,
        };
        rows.header()?;
        Ok(rows)
    }

    fn header(&mut self) -> io::Result<()> {
        let mut problems = Problems::default();
        if let Some((record, raw, line)) = self.record(&mut problems)? {
            let text = String::from_utf8(raw).expect("a record is looked at before it is handed out");
            let start = text.len() - text.trim_start_matches(['\r', '\n']).len();
            let source = Source::rows(self.name.clone(), text, line, self.separator);
            self.columns = Columns::read(&source, start, &record, &mut problems);
        } else if !problems.any_fault() {
            problems.fault(nowhere(&self.name), Fault::FileEmpty);
        }
        self.ended = problems.any_fault();
        if self.ended {
            self.first = Some(problems);
            return Ok(());
        }
        self.next = self.record(&mut problems)?;
        if self.next.is_none() && !problems.any_fault() {
            problems.fault(nowhere(&self.name), Fault::FileEmpty);
        }
        self.first = Some(problems);
        Ok(())
    }

    /// The next record, its bytes, and the line on which they begin. `None` at the end, and where the file
    /// cannot be read on, with a fault kept.
    fn record(&mut self, problems: &mut Problems) -> io::Result<Option<(ByteRecord, Vec<u8>, u64)>> {
        let before = self.records.position().byte();
        let mut record = ByteRecord::new();
        let found = self.records.read_byte_record(&mut record).map_err(io::Error::from)?;
        let taken =
            usize::try_from(self.records.position().byte() - before).expect("a record fits in memory");
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
        Ok(found.then_some((record, raw, line)))
    }

    /// The submission of the next agency.
    fn agency(&mut self) -> Result<Option<Submission>, Stop> {
        let mut problems = self.first.take().unwrap_or_default();
        let mut run = Run::default();
        let mut whose: Option<String> = None;
        while let Some((record, raw, line)) = self.next.take() {
            let agency =
                String::from_utf8_lossy(self.columns.of(&record, Column::Agency).unwrap_or_default());
            let agency = composed(agency.trim());
            if !agency.is_empty() {
                match &whose {
                    Some(whose) if *whose != agency => {
                        self.next = Some((record, raw, line));
                        break;
                    }
                    Some(_) => {}
                    None if self.passed.as_ref().is_some_and(|passed| passed.contains(&agency)) => {
                        return Err(Stop::Scattered);
                    }
                    None => whose = Some(agency),
                }
            }
            run.add(record, &raw, line);
            if !self.ended {
                self.next = self.record(&mut problems).map_err(|error| self.stop(error))?;
            }
        }
        if let Some(passed) = &mut self.passed {
            passed.extend(whose);
        }
        if run.is_empty() && !problems.any() {
            return Ok(None);
        }
        let last = self.next.is_none();
        Ok(Some(Rows::new(&self.name, &self.columns, self.separator).submission(run, problems, last)))
    }

    /// The same file when its agencies may come back: each stretch is a submission of its own.
    #[must_use]
    pub(super) fn scattered(self) -> CsvRows {
        CsvRows { passed: None, ..self }
    }

    fn stop(&self, error: io::Error) -> Stop {
        Stop::World { file: self.name.to_string(), error }
    }

    /// SHA-256 of the file, once it has been read to its end.
    #[must_use]
    pub(super) fn sha256(&self) -> String {
        hexadecimal(&self.seen.borrow().hash.clone().finalize())
    }
}

impl Iterator for CsvRows {
    type Item = Result<Submission, Stop>;

    fn next(&mut self) -> Option<Self::Item> {
        self.agency().transpose()
    }
}

/// The separator of a file: the first of the usual ones in its header, whose names hold none.
fn separator(head: &[u8]) -> u8 {
    let line = head.split(|b| *b == b'\n').next().unwrap_or_default();
    line.iter().copied().find(|b| matches!(b, b';' | b',' | b'\t')).unwrap_or(b',')
}
