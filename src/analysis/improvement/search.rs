//! The search for a small set of changes that reaches a goal.

use std::cmp::Reverse;

use super::candidate::Candidate;
use super::proof::Sums;
use super::remedy::Remedy;
use super::subsets::{self, Tried};
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

    /// The smallest set that is found, by its places in order. `together` is the score with all changes.
    pub(super) fn smallest(&self, together: &Assessment) -> Sought {
        match self.found(together) {
            Sought::Set(mut members, proof) => {
                members.sort_unstable();
                Sought::Set(members, proof)
            }
            Sought::None { sure } => Sought::None { sure },
        }
    }

    fn found(&self, together: &Assessment) -> Sought {
        let reached = self.goal.is_reached(together);
        if !reached && self.more_never_harms(together) {
            return Sought::None { sure: true };
        }
        if reached && let Some(members) = Sums::of(self).and_then(Sums::smallest) {
            return Sought::Set(members, Proof::Sums);
        }
        let proven = reached && super::proof::better_is_never_worse(self);
        // The goal is not reached as it is: nothing is smaller than one.
        let proof = |members: &[usize], tried: usize| {
            let small = proven && members.len() <= tried + 1;
            if self.same_costs && (members.len() == 1 || small) { Proof::Tried } else { Proof::None }
        };
        match subsets::smallest(self) {
            Tried::Reached(members) if proven => Sought::Set(members, Proof::Tried),
            Tried::Reached(members) => {
                let proof = proof(&members, 0);
                Sought::Set(members, proof)
            }
            Tried::All => Sought::None { sure: true },
            Tried::UpTo(tried) => match self.greedy() {
                Some(members) => {
                    let proof = proof(&members, tried);
                    Sought::Set(members, proof)
                }
                None => Sought::None { sure: false },
            },
        }
    }

    /// Whether no set of fewer changes reaches what all together do not: nothing falls while its parts rise, and what
    /// bars the goal does so already. Without a role that was not heard there is no grade at all.
    fn more_never_harms(&self, together: &Assessment) -> bool {
        let (criteria, before) = (self.trial.criteria, &self.trial.before);
        let no_grade = together.total().provisional && matches!(self.goal, Goal::Grade(_));
        no_grade
            || super::proof::all_rise(criteria)
                && self.goal.bars(criteria, together).all(|hit| {
                    hit.nodes.iter().all(|node| {
                        before.limited_by.iter().any(|it| it.limit == hit.limit && it.nodes.contains(node))
                    })
                })
    }

    /// What wins most for its cost, again and again; then whatever is not needed is dropped.
    fn greedy(&self) -> Option<Vec<usize>> {
        let units = self.units();
        let now = self.trial.before.clone();
        let mut ranked: Vec<(Worth, Vec<usize>)> = units
            .into_iter()
            .map(|unit| (self.worth(&now, &self.after(&unit), &self.cost(&unit)), unit))
            .collect();
        ranked.sort_by(|a, b| b.0.cmp(&a.0));
        let units: Vec<Vec<usize>> = ranked.into_iter().map(|(_, unit)| unit).collect();
        let members = if units.len() <= MOST_UNITS { self.by_rounds(&units) } else { self.by_rank(&units) }?;
        Some(self.needed(members, &units))
    }

    /// Round by round what is worth most on top of what is chosen.
    fn by_rounds(&self, units: &[Vec<usize>]) -> Option<Vec<usize>> {
        let mut members: Vec<usize> = Vec::new();
        let mut now = self.trial.before.clone();
        while !self.goal.is_reached(&now) {
            let mut best: Option<(Worth, Vec<usize>, Assessment)> = None;
            for unit in units {
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
            let (_, with, after) = best?;
            (members, now) = (with, after);
        }
        Some(members)
    }

    /// In the order of what each is worth alone, as many as reach the goal: by halves, since they are too many for rounds.
    fn by_rank(&self, units: &[Vec<usize>]) -> Option<Vec<usize>> {
        let mut order: Vec<usize> = Vec::new();
        // One change after the other, those that win most first; a group is as good as its parts are.
        let alone = units.iter().filter(|unit| unit.len() == 1);
        order.extend(alone.flatten());
        let mut enough = order.len();
        if !self.reaches(&order) {
            return None;
        }
        let mut short = 0;
        while enough - short > 1 {
            let middle = short.midpoint(enough);
            if self.reaches(&order[..middle]) { enough = middle } else { short = middle }
        }
        order.truncate(enough);
        Some(order)
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

    /// Those without which the goal is missed: the dearest are dropped first, and of these what is worth least alone.
    fn needed(&self, mut members: Vec<usize>, ranked: &[Vec<usize>]) -> Vec<usize> {
        let alone = ranked.iter().rev().filter(|unit| unit.len() == 1).flatten();
        let mut order: Vec<usize> = alone.filter(|at| members.contains(at)).copied().collect();
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

/// What a search comes to.
pub(super) enum Sought {
    /// A set, and whether it is proven to be the smallest.
    Set(Vec<usize>, Proof),
    /// None; whether there is none for sure.
    None {
        /// Every set was tried, or more changes never harm.
        sure: bool,
    },
}

/// How many units are tried round by round at most: rounds take the square of it.
const MOST_UNITS: usize = 40;

/// How much a change is worth; more is better.
type Worth = (bool, Reverse<Points>, Points, Points);
