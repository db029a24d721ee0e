//! The words of thresholds: what is said of those that are missed, and the comments of a file of them.

use crate::analysis::{Gauge, Reached};

/// Words for thresholds in one language.
pub struct Gate {
    /// What a threshold is on; of a group or a criterion with its id and title.
    pub gauge: fn(Gauge, &str) -> String,
    /// A threshold that is missed: of whom, where there are several; on what; what is there; what is wanted; by how
    /// much it is short.
    pub missed: fn(&Missed) -> String,
    /// What is there, where it is no number.
    pub reached: fn(&Reached) -> &'static str,
    /// So many thresholds are missed.
    pub missed_in_all: fn(usize) -> String,
    /// So many thresholds are met, by so many agencies.
    pub met: fn(usize, u64) -> String,
    /// What was passed over as not applicable.
    pub passed_over: fn(&str) -> String,

    /// A file that holds sound thresholds: how many, for which set.
    pub sound: fn(usize, &str) -> String,
    /// A file of thresholds with faults.
    pub broken: &'static str,

    /// Over a file: whose result it was taken from, when, and by which set.
    pub taken_from: fn(&str, Option<&str>, &str) -> String,
    /// How the file is used.
    pub use_it: &'static str,
    /// Beside the index.
    pub index: &'static str,
    /// Beside the coverage.
    pub coverage: &'static str,
    /// Beside the documents.
    pub documents: &'static str,
    /// Over the fields.
    pub fields: &'static str,
    /// Over the criteria.
    pub criteria: &'static str,
    /// Of how many points a criterion is.
    pub of_points: fn(&str) -> String,
    /// In place of a threshold below zero, which would ask for nothing.
    pub below_zero: &'static str,

    /// The evidence has several agencies, and none was chosen: those that it has.
    pub which_agency: fn(&str) -> String,
    /// The evidence says nothing of an agency; the one that is near, and those that it has.
    pub no_such_agency: fn(&str, Option<&str>, &str) -> String,
    /// The evidence has an agency in several periods, of which a file can be about one.
    pub several_periods: fn(&str, &str) -> String,
    /// What is said when no thresholds were made because of faults.
    pub nothing_made: &'static str,
}

/// A threshold that is missed, in figures.
pub struct Missed<'a> {
    /// The agency, where there are several.
    pub agency: Option<&'a str>,
    /// What it is on.
    pub what: &'a str,
    /// What is there: a number, or why there is none.
    pub got: &'a str,
    /// What is wanted.
    pub wanted: &'a str,
    /// By how much it is short, where it is a number.
    pub short: Option<&'a str>,
}
