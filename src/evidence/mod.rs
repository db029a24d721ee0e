//! The claims: files to rows, rows to dossiers that fit the criteria.
//!
//! A format is one file that turns bytes into rows and knows nothing of criteria.

mod carried;
mod check;
mod citation;
mod claims;
mod columns;
mod csv_records;
mod csv_row;
mod csv_rows;
mod csv_run;
mod declared;
mod documents;
mod dossier;
mod gather;
mod heading;
mod mention;
mod merge;
mod proofs;
mod roster;
mod row;
mod row_kind;
mod whole;
mod yaml_file;

pub use carried::{Carrying, Sets, Uncarried};
pub use check::{Named, check};
pub use claims::{Claims, Digest, File, Given, Naming, holds_rows};
pub use csv_rows::Stop;
pub use declared::{Declaration, Declared, DeclaredRow, Figure, Stated};
pub use dossier::{Agency, Dossier, Entry, Finding, FindingKind, Layer, Speaker};
pub use mention::mentioned;
pub use roster::{Expected, Roster};
pub use row::{Heading, Submission};
pub use row_kind::RowKind;
