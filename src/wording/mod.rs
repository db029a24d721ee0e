//! Every word that the program says, by language: a language that lacks a sentence does not compile.

mod en;
mod vi;

use crate::lang::Lang;
use crate::problem::{Fault, Warning};

/// What is said of a problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// What is wrong, in one sentence.
    pub what: String,
    /// How to mend it.
    pub mend: String,
}

/// What is said of a fault.
#[must_use]
pub fn fault(lang: Lang, fault: &Fault) -> Sentence {
    match lang {
        Lang::Vi => vi::faults::fault(fault),
        Lang::En => en::faults::fault(fault),
    }
}

/// What is said of a warning.
#[must_use]
pub fn warning(lang: Lang, warning: &Warning) -> Sentence {
    match lang {
        Lang::Vi => vi::faults::warning(warning),
        Lang::En => en::faults::warning(warning),
    }
}
