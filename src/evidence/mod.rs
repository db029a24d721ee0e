//! The claims: files to rows, rows to dossiers that fit the criteria.
//!
//! A format is one file that turns bytes into rows and knows nothing of criteria.

mod check;
mod csv_rows;
mod documents;
mod dossier;
mod fit;
mod gather;
mod head;
mod kept;
mod row;
mod yaml_file;

pub use check::check;
pub use csv_rows::{CsvRows, Opened};
pub use dossier::{Agency, Dossier, Entry, Finding, FindingKind, Layer};
pub use gather::gather;
pub use row::{Cell, Heading, Submission};
pub use yaml_file::{read as read_yaml, speaks_of_evidence};
