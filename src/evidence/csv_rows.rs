//! Evidence as rows: a CSV file read agency by agency, as long as the rows of an agency stand together.

use std::collections::BTreeSet;
use std::io::{self, Read};

use super::columns::Columns;
use super::csv_records::{Record, Records};
use super::csv_row::EvidenceColumn;
use super::csv_run::{Rows, Run};
use super::row::Submission;
use crate::decode::nowhere;
use crate::id::composed;
use crate::problem::{Fault, Problems, Warning};

/// A row file under reading.
pub(super) struct CsvRows {
    records: Records,
    columns: Columns<EvidenceColumn>,
    /// What the header already shows.
    first: Option<Problems>,
    /// The first record of the next agency.
    next: Option<Record>,
    /// The agencies that have passed; `None` when they may come back.
    passed: Option<BTreeSet<String>>,
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

impl CsvRows {
    /// Opens a row file and reads its header. Faults of the header come out with the first submission.
    ///
    /// # Errors
    /// When the reading itself fails.
    pub(super) fn open(name: &str, file: Box<dyn Read>) -> io::Result<CsvRows> {
        let mut records = Records::open(name, file)?;
        let mut problems = Problems::default();
        let mut columns: Columns<EvidenceColumn> = records.header(&mut problems)?;
        for (spot, column) in columns.take_unread() {
            problems.warn(spot, Warning::ColumnNotRead { column });
        }
        let next = records.next(&mut problems)?;
        if next.is_none() && !problems.any_fault() {
            problems.fault(nowhere(name), Fault::FileEmpty);
        }
        Ok(CsvRows { records, columns, first: Some(problems), next, passed: Some(BTreeSet::new()) })
    }

    /// The submission of the next agency.
    fn agency(&mut self) -> Result<Option<Submission>, Stop> {
        let mut problems = self.first.take().unwrap_or_default();
        let mut run = Run::default();
        let mut whose: Option<String> = None;
        while let Some(record) = self.next.take() {
            let agency = String::from_utf8_lossy(
                self.columns.of(&record.fields, EvidenceColumn::Agency).unwrap_or_default(),
            );
            let agency = composed(agency.trim());
            if !agency.is_empty() {
                match &whose {
                    Some(whose) if *whose != agency => {
                        self.next = Some(record);
                        break;
                    }
                    Some(_) => {}
                    None if self.passed.as_ref().is_some_and(|passed| passed.contains(&agency)) => {
                        return Err(Stop::Scattered);
                    }
                    None => whose = Some(agency),
                }
            }
            run.add(record);
            self.next = self.records.next(&mut problems).map_err(|error| self.stop(error))?;
        }
        if let Some(passed) = &mut self.passed {
            passed.extend(whose);
        }
        if run.is_empty() && !problems.any() {
            return Ok(None);
        }
        let last = self.next.is_none();
        Ok(Some(Rows::new(&self.records, &self.columns).submission(run, problems, last)))
    }

    /// The same file when its agencies may come back: each stretch is a submission of its own.
    #[must_use]
    pub(super) fn scattered(self) -> CsvRows {
        CsvRows { passed: None, ..self }
    }

    fn stop(&self, error: io::Error) -> Stop {
        Stop::World { file: self.records.name().to_string(), error }
    }

    /// SHA-256 of the file, once it has been read to its end.
    #[must_use]
    pub(super) fn sha256(&self) -> String {
        self.records.sha256()
    }
}

impl Iterator for CsvRows {
    type Item = Result<Submission, Stop>;

    fn next(&mut self) -> Option<Self::Item> {
        self.agency().transpose()
    }
}
