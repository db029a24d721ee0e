//! Why a value on the command line cannot be read: kept as data until it is said in the reader's language.

use std::error::Error;
use std::fmt;

use crate::calendar::DateFlaw;
use crate::points::NumberFlaw;

/// Why a value cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum WrongValue {
    /// It is no number as numbers are written.
    Number(NumberFlaw),
    /// It is below zero.
    BelowZero,
    /// It is no date as dates are written.
    Date(DateFlaw),
    /// It is not one for A and one for B with a colon between, such as this.
    Pair(&'static str),
}

impl fmt::Display for WrongValue {
    /// Its name: the sentence is made of the data, in the reader's language.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            WrongValue::Number(_) => "number-wrong",
            WrongValue::BelowZero => "number-too-small",
            WrongValue::Date(_) => "date-wrong",
            WrongValue::Pair(_) => "pair-wrong",
        })
    }
}

impl Error for WrongValue {}
