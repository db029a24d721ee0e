//! A change of a figure, and the parts that it is the sum of.

use crate::points::Points;

/// How a figure changes from A to B.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The figure of A; `None` where there is none: missing, left out, or the set has no such criterion.
    pub a: Option<Points>,
    /// The figure of B.
    pub b: Option<Points>,
    /// What it is the sum of; what has no figure counts as nothing. `None` where the change has no figure either.
    pub parts: Option<Parts>,
}

/// The parts of a change: they add up to it exactly.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// The answers that carry over, under the new rules less under the old ones.
    pub rules: Points,
    /// The new answers less those that carry over, under the new rules.
    pub performance: Points,
    /// What does not carry over: the new less the old.
    pub not_carried: Points,
}

/// A figure in the five assessments from A to B.
#[derive(Clone, Debug)]
pub(super) struct Figures<T> {
    /// A under its set.
    pub(super) a: T,
    /// A, with what carries over alone.
    pub(super) kept: T,
    /// That under the set of B.
    pub(super) carried: T,
    /// B, on the criteria to which something carries over.
    pub(super) beside: T,
    /// B under its set.
    pub(super) b: T,
}

impl<T> Figures<T> {
    /// The same of each figure.
    pub(super) fn map<U>(&self, of: impl Fn(T) -> U) -> Figures<U>
    where
        T: Copy,
    {
        Figures {
            a: of(self.a),
            kept: of(self.kept),
            carried: of(self.carried),
            beside: of(self.beside),
            b: of(self.b),
        }
    }
}

impl Figures<Option<Points>> {
    /// The figures, where all are there.
    pub(super) fn all(&self) -> Option<Figures<Points>> {
        Some(Figures {
            a: self.a.clone()?,
            kept: self.kept.clone()?,
            carried: self.carried.clone()?,
            beside: self.beside.clone()?,
            b: self.b.clone()?,
        })
    }
}

impl Parts {
    /// The parts of the change over five figures.
    pub(super) fn of(figures: &Figures<Points>) -> Parts {
        let Figures { a, kept, carried, beside, b } = figures;
        Parts {
            rules: carried - kept,
            performance: beside - carried,
            not_carried: &(b - beside) - &(a - kept),
        }
    }

    /// The whole change.
    #[must_use]
    pub fn whole(&self) -> Points {
        &(&self.rules + &self.performance) + &self.not_carried
    }

    /// Whether nothing changes, in no part.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        self.rules.is_zero() && self.performance.is_zero() && self.not_carried.is_zero()
    }
}
