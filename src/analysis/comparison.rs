//! Comparison (so sánh): two periods, two roles or two agencies by field and criterion, and where the set changed
//! what of the change comes from the rules, what from the performance, and what is not carried over.

mod change;
mod lists;
mod pairing;
mod rows;
mod steps;

pub use change::{Change, Parts};
pub use lists::Lists;
pub use rows::{Row, Rows};

use pairing::Paired;
use steps::Between;

use crate::assessment::{Assessment, score};
use crate::calendar::Period;
use crate::criteria::{Criteria, Succession};
use crate::evidence::{Agency, Dossier, Sets};
use crate::id::Id;

/// One side of a comparison.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// Its set.
    pub criteria: &'a Criteria,
    /// Its evidence: all of it counts where criteria compare with peers.
    pub dossiers: &'a [Dossier],
    /// The agency that alone is compared, if one was asked for.
    pub agency: Option<&'a Id>,
}

/// Two sides compared.
#[derive(Debug)]
pub struct Comparison {
    /// Whether one set scores both sides.
    pub same_criteria: bool,
    /// Whether the set of B says that it takes the place of the set of A, or is a version of the same set.
    pub succeeds: bool,
    /// What could be paired, in the order of A.
    pub pairs: Vec<Pair>,
    /// Of whom A alone says something.
    pub only_a: Vec<Whose>,
    /// Of whom B alone says something.
    pub only_b: Vec<Whose>,
}

/// Two dossiers compared.
#[derive(Debug)]
pub struct Pair {
    /// A under its set.
    pub a: Assessment,
    /// B under its set.
    pub b: Assessment,
    /// The criteria of both sets, and which of them to show where.
    pub rows: Rows,
}

/// Of whom and when a dossier is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whose {
    /// The agency.
    pub agency: Agency,
    /// The period, if it is said.
    pub period: Option<Period>,
}

impl Whose {
    fn of(dossier: &Dossier) -> Whose {
        Whose { agency: dossier.agency.clone(), period: dossier.period }
    }
}

impl Side<'_> {
    /// Which of its dossiers are compared, by their positions.
    fn chosen(&self) -> Vec<usize> {
        let chosen = |at: &usize| self.agency.is_none_or(|agency| self.dossiers[*at].agency.id == *agency);
        (0..self.dossiers.len()).filter(chosen).collect()
    }
}

/// Compares two sides.
#[must_use]
pub fn compare(a: Side<'_>, b: Side<'_>) -> Comparison {
    let Paired { pairs, only_a, only_b } = pairing::paired(a, b);
    let same_criteria = a.criteria.identity == b.criteria.identity;
    let (of_a, of_b) = (steps::peers(a.criteria, a.dossiers), steps::peers(b.criteria, b.dossiers));
    let succession = (!same_criteria).then(|| Succession::between(a.criteria, b.criteria));
    let sets = succession.as_ref().map(|succession| Sets { old: a.criteria, new: b.criteria, succession });
    let between = sets.map(|sets| Between::of(sets, a, b, &pairs));
    let pairs = pairs.into_iter().map(|pair| {
        let before = score(a.criteria, &a.dossiers[pair.0], &of_a);
        let after = score(b.criteria, &b.dossiers[pair.1], &of_b);
        let rows = match &between {
            None => Rows::under_one(a.criteria, &before, &after),
            Some(between) => Rows::under_two(&between.steps(pair), &before, &after),
        };
        Pair { a: before, b: after, rows }
    });
    Comparison {
        same_criteria,
        succeeds: b.criteria.succeeds(a.criteria),
        pairs: pairs.collect(),
        only_a: only_a.into_iter().map(|at| Whose::of(&a.dossiers[at])).collect(),
        only_b: only_b.into_iter().map(|at| Whose::of(&b.dossiers[at])).collect(),
    }
}
