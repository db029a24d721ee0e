//! Problems with their places, and what was read of a file that has some.

use super::{Fault, Warning};
use crate::source::Spot;

/// A problem and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found<P> {
    /// What is wrong.
    pub what: P,
    /// Where: the wrong value itself.
    pub at: Spot,
}

/// Something read: sound, or broken with every fault in it. A broken thing cannot be scored.
#[derive(Debug)]
pub enum Checked<T> {
    /// It holds together; the warnings stand beside it.
    Sound(T, Vec<Found<Warning>>),
    /// It does not.
    Broken(Vec<Found<Fault>>, Vec<Found<Warning>>),
}

/// Every problem of one reading, kept until all of it is read.
#[derive(Debug, Default)]
pub struct Problems {
    faults: Vec<Found<Fault>>,
    warnings: Vec<Found<Warning>>,
}

impl Problems {
    /// Keeps a fault.
    pub fn fault(&mut self, at: Spot, what: Fault) {
        self.faults.push(Found { what, at });
    }

    /// Keeps a warning.
    pub fn warn(&mut self, at: Spot, what: Warning) {
        self.warnings.push(Found { what, at });
    }

    /// Whether a fault has been kept.
    #[must_use]
    pub fn any_fault(&self) -> bool {
        !self.faults.is_empty()
    }

    /// Whether anything has been kept.
    #[must_use]
    pub fn any(&self) -> bool {
        self.any_fault() || !self.warnings.is_empty()
    }

    /// How many faults have been kept.
    #[must_use]
    pub fn faults(&self) -> usize {
        self.faults.len()
    }

    /// The files that have a fault.
    pub fn faulty(&self) -> impl Iterator<Item = &str> {
        self.faults.iter().map(|found| &*found.at.file)
    }

    /// The first line of a file on which a fault stands.
    #[must_use]
    pub fn first_line(&self) -> Option<u64> {
        self.faults.iter().filter_map(|found| found.at.at.as_ref()).map(|at| at.line).min()
    }

    /// Takes in what another reading found.
    pub fn append(&mut self, mut other: Problems) {
        self.faults.append(&mut other.faults);
        self.warnings.append(&mut other.warnings);
    }

    /// `value` with the warnings if nothing is wrong, else the faults in the order of their places. A value
    /// that is absent although no fault was kept would be a broken promise of the reader.
    #[must_use]
    pub fn verdict<T>(mut self, value: Option<T>) -> Checked<T> {
        in_order(&mut self.faults);
        in_order(&mut self.warnings);
        match value {
            Some(value) if self.faults.is_empty() => Checked::Sound(value, self.warnings),
            _ => {
                assert!(self.any_fault(), "what cannot be read has a fault that says why");
                Checked::Broken(self.faults, self.warnings)
            }
        }
    }
}

/// Sorts by place and says the same thing at the same place once: what an alias repeats, or a scale that
/// several criteria use, is one mistake.
fn in_order<P: PartialEq>(found: &mut Vec<Found<P>>) {
    found.sort_by(|a, b| a.at.cmp(&b.at));
    let mut kept: Vec<Found<P>> = Vec::with_capacity(found.len());
    for problem in found.drain(..) {
        let here = kept.iter().rev().take_while(|other| other.at == problem.at);
        if !here.into_iter().any(|other| other.what == problem.what) {
            kept.push(problem);
        }
    }
    *found = kept;
}
