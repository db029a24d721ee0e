//! The words of the register of documents.

use crate::analysis::{Counts, Proven};

/// Words about documents that prove answers, and about those that are lacking.
pub struct Documents {
    /// Over the register.
    pub register: &'static str,
    /// The column of numbers in a row.
    pub no: &'static str,
    /// The column of numbers and signs.
    pub number: &'static str,
    /// The column of days.
    pub date: &'static str,
    /// The column of what the document is, its file and its criteria.
    pub document: &'static str,
    /// The column of criteria.
    pub criterion: &'static str,
    /// The column of what is expected.
    pub expected: &'static str,
    /// Beside a text that could not be read.
    pub unread: &'static str,
    /// The pages.
    pub pages: fn(&str) -> String,
    /// A file that was found: its path, its size in bytes, the beginning of its hash.
    pub found: fn(&str, &str, &str) -> String,
    /// A link.
    pub link: fn(&str) -> String,
    /// A file that was not found: its path, and the word for why.
    pub not_found: fn(&str, &'static str) -> String,
    /// The criteria that a document proves.
    pub proves: fn(&str) -> String,
    /// Nothing is cited.
    pub nothing: &'static str,
    /// Over the criteria that are answered without an expected document.
    pub lacking: &'static str,
    /// So many criteria lack a document, and which; without a list, all of them.
    pub lacking_line: fn(usize, Option<&str>) -> String,
    /// How many documents there are.
    pub counts: fn(&Counts) -> String,
    /// How many answered criteria that expect a document have one.
    pub proof: fn(&Proven) -> String,
    /// What is said when nothing was listed because of faults.
    pub nothing_listed: &'static str,
    /// An agency that the evidence does not name, and one that is near.
    pub unknown_agency: fn(&str, Option<&str>) -> String,
}
