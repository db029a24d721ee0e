//! The steps between two sides under two sets: the old evidence without what does not carry over, what carries over
//! under the new rules, and the new evidence on the same criteria.

use std::collections::BTreeMap;

use super::Side;
use crate::assessment::{Assessment, Peers, score};
use crate::criteria::Criteria;
use crate::evidence::{Carrying, Dossier, Sets};

/// What lies between two sides that have each their own set.
pub(super) struct Between<'a> {
    pub(super) sets: Sets<'a>,
    a: Side<'a>,
    b: Side<'a>,
    /// What carries over in each pair.
    carryings: BTreeMap<(usize, usize), Carrying<'a>>,
    of_kept: Peers,
    of_carried: Peers,
    of_beside: Peers,
}

/// The assessments between those of the two sides of a pair.
pub(super) struct Steps<'s> {
    pub(super) sets: Sets<'s>,
    pub(super) carrying: &'s Carrying<'s>,
    /// A under its own set, with what carries over alone.
    pub(super) kept: Assessment,
    /// What carries over from A, under the set of B.
    pub(super) carried: Assessment,
    /// B under its own set, on the criteria to which something carries over.
    pub(super) beside: Assessment,
}

impl<'a> Between<'a> {
    /// Peers are restricted and carried over like the agencies that are compared, so that the same evidence on both
    /// sides has the same peers.
    pub(super) fn of(sets: Sets<'a>, a: Side<'a>, b: Side<'a>, pairs: &[(usize, usize)]) -> Between<'a> {
        let carrying = |(at_a, at_b): &(usize, usize)| {
            let carrying = Carrying::of(sets, Some(&a.dossiers[*at_a]), Some(&b.dossiers[*at_b]));
            ((*at_a, *at_b), carrying)
        };
        let carryings: BTreeMap<(usize, usize), Carrying<'a>> = pairs.iter().map(carrying).collect();
        let [mut of_kept, mut of_carried, mut of_beside] = <[Peers; 3]>::default();
        let compares = sets.old.compares_with_peers() || sets.new.compares_with_peers();
        let all = |side: Side<'a>| side.dossiers.iter().enumerate().filter(move |_| compares);
        for (at, dossier) in all(a) {
            let paired = carryings.iter().find(|((at_a, _), _)| *at_a == at);
            let alone = || Carrying::of(sets, Some(dossier), None);
            let carrying = paired.map_or_else(alone, |(_, carrying)| carrying.clone());
            of_kept.add(sets.old, &carrying.kept_of(dossier));
            of_carried.add(sets.new, &carrying.carried(dossier));
        }
        for (at, dossier) in all(b) {
            let paired = carryings.iter().find(|((_, at_b), _)| *at_b == at);
            let alone = || Carrying::of(sets, None, Some(dossier));
            let carrying = paired.map_or_else(alone, |(_, carrying)| carrying.clone());
            of_beside.add(sets.new, &carrying.beside(dossier));
        }
        let [of_kept, of_carried, of_beside] = [of_kept, of_carried, of_beside].map(Peers::settled);
        Between { sets, a, b, carryings, of_kept, of_carried, of_beside }
    }

    /// The steps between the two dossiers of a pair.
    pub(super) fn steps(&self, pair: (usize, usize)) -> Steps<'_> {
        let carrying = self.carryings.get(&pair).expect("every pair has been looked at");
        let (before, after) = (&self.a.dossiers[pair.0], &self.b.dossiers[pair.1]);
        Steps {
            sets: self.sets,
            carrying,
            kept: score(self.sets.old, &carrying.kept_of(before), &self.of_kept),
            carried: score(self.sets.new, &carrying.carried(before), &self.of_carried),
            beside: score(self.sets.new, &carrying.beside(after), &self.of_beside),
        }
    }
}

/// What the answers of all dossiers come to for those that compare with them.
pub(super) fn peers(criteria: &Criteria, dossiers: &[Dossier]) -> Peers {
    let mut peers = Peers::default();
    if criteria.compares_with_peers() {
        for dossier in dossiers {
            peers.add(criteria, dossier);
        }
    }
    peers.settled()
}
