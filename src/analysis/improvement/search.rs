//! The search for a small set of changes that reaches a goal.

use std::cmp::Reverse;

use super::candidate::Candidate;
use super::proof::Sums;
use super::remedy::Remedy;
use super::subsets;
use super::target::{Goal, Proof};
use super::trial::{Trial, awarded};
use crate::assessment::Assessment;
use crate::points::Points;

/// What can be done, each at its best, and what it costs.
pub(super) struct Search<'a> {
    pub(super) trial: &'a Trial<'a>,
    pub(super) candidates: &'a [Candidate],
    pub(super) best: Vec<Remedy>,
    pub(super) costs: Vec<Points>,
    /// Whether every change costs the same.
    pub(super) same_costs: bool,
    pub(super) goal: &'a Goal,
    /// Whether the best of every criterion that is the agency's is known to be the best that there is.
    pub(super) firm: bool,
    /// What all changes together win.
    pub(super) gain: Points,
}

impl Search<'_> {
    /// The score with these changes.
    pub(super) fn after(&self, members: &[usize]) -> Assessment {
        self.trial.after(members.iter().map(|at| &self.best[*at]))
    }

    /// Whether these changes reach the goal.
    pub(super) fn reaches(&self, members: &[usize]) -> bool {
        self.goal.is_reached(&self.after(members))
    }

    /// What a set costs.
    pub(super) fn cost(&self, members: &[usize]) -> Points {
        members.iter().map(|at| &self.costs[*at]).sum()
    }

    /// The smallest set that is found, by its places in order, and whether it is proven to be the smallest. All changes
    /// together reach the goal.
    pub(super) fn smallest(&self) -> (Vec<usize>, Proof) {
        let (mut members, proof) = self.found();
        members.sort_unstable();
        (members, proof)
    }

    fn found(&self) -> (Vec<usize>, Proof) {
        if let Some(members) = Sums::of(self).and_then(Sums::smallest) {
            return (members, Proof::Sums);
        }
        let proven = super::proof::better_is_never_worse(self);
        if let Some(members) = subsets::smallest(self) {
            return (members, if proven { Proof::Tried } else { Proof::None });
        }
        let members = self.greedy();
        // The goal is not reached as it is: nothing is smaller than one.
        let proof = if self.same_costs && members.len() == 1 { Proof::Tried } else { Proof::None };
        (members, proof)
    }

    /// What wins most for its cost, again and again; then whatever is not needed is dropped.
    fn greedy(&self) -> Vec<usize> {
        let units = self.units();
        let mut members: Vec<usize> = Vec::new();
        let mut now = self.after(&members);
        while !self.goal.is_reached(&now) {
            let mut best: Option<(Worth, Vec<usize>, Assessment)> = None;
            for unit in &units {
                let fresh: Vec<usize> = unit.iter().filter(|at| !members.contains(at)).copied().collect();
                if fresh.is_empty() {
                    continue;
                }
                let with = [&members[..], &fresh].concat();
                let after = self.after(&with);
                let worth = self.worth(&now, &after, &self.cost(&fresh));
                if best.as_ref().is_none_or(|(most, ..)| worth > *most) {
                    best = Some((worth, with, after));
                }
            }
            let Some((_, with, after)) = best else { break };
            (members, now) = (with, after);
        }
        self.needed(members)
    }

    /// What is tried at once: each change; each with those that a gate or a bound asks for; and all in a group, since a
    /// lowest share rises only with all of them. The last is everything.
    fn units(&self) -> Vec<Vec<usize>> {
        let criteria = self.trial.criteria;
        let within = |node| {
            let inside = criteria.within(node);
            let (first, last) = (node, inside.last().unwrap_or(node));
            let places = self.candidates.iter().enumerate();
            places.filter(move |(_, it)| first <= it.node && it.node <= last).map(|(at, _)| at)
        };
        let alone = (0..self.candidates.len()).map(|at| vec![at]);
        let held = self.candidates.iter().enumerate().filter_map(|(at, candidate)| {
            let near = std::iter::once(candidate.node).chain(criteria.above(candidate.node));
            let asked: Vec<_> = near
                .flat_map(|node| [criteria.at(node).requires, criteria.at(node).at_most])
                .flatten()
                .collect();
            let mut unit: Vec<usize> = asked.into_iter().flat_map(within).chain([at]).collect();
            unit.sort_unstable();
            unit.dedup();
            (unit.len() > 1).then_some(unit)
        });
        let groups = criteria.nodes().filter(|node| criteria.at(*node).rule().is_none());
        let groups = groups.map(|group| within(group).collect::<Vec<_>>()).filter(|unit| unit.len() > 1);
        let mut units: Vec<Vec<usize>> = alone.chain(held).chain(groups).collect();
        units.push((0..self.candidates.len()).collect());
        units
    }

    /// How much better a score is for its cost: it reaches the goal, it is barred by less, it is awarded more.
    fn worth(&self, now: &Assessment, after: &Assessment, cost: &Points) -> Worth {
        let reached = self.goal.is_reached(after);
        let barred = |of: &Assessment| -> usize {
            self.goal.bars(self.trial.criteria, of).map(|hit| hit.nodes.len()).sum()
        };
        let gain = awarded(after) - awarded(now);
        let rate = gain.over(cost).unwrap_or(gain);
        let freed = barred(now).saturating_sub(barred(after));
        let freed = Points::whole(i64::try_from(freed).expect("criteria can be counted"));
        // Of what frees as much for its cost the one that wins more goes first.
        let freed = freed.over(cost).unwrap_or(freed);
        (reached, Reverse(if reached { cost.clone() } else { Points::ZERO }), freed, rate)
    }

    /// Those without which the goal is missed: the dearest are dropped first.
    fn needed(&self, mut members: Vec<usize>) -> Vec<usize> {
        let mut order = members.clone();
        order.sort_by(|a, b| self.costs[*b].cmp(&self.costs[*a]));
        for at in order {
            let without: Vec<usize> = members.iter().filter(|it| **it != at).copied().collect();
            if self.reaches(&without) {
                members = without;
            }
        }
        members
    }
}

/// How much a change is worth; more is better.
type Worth = (bool, Reverse<Points>, Points, Points);
