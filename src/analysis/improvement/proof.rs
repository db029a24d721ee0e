//! When gains provably add up, the smallest set follows from sums; and when better answers provably never harm.

use std::collections::BTreeSet;

use super::candidate::Candidate;
use super::search::Search;
use super::trial::{Trial, awarded};
use crate::assessment::{Adjustment, Assessment, Hit, Outcome};
use crate::criteria::{Combine, Counts, Criteria, Node};
use crate::points::{Points, Stage};
use crate::rules::{Band, Cut};

/// How many partial sets are looked at before the search by sums gives up.
const MOST_SETS: usize = 20_000;

/// Changes whose gains add up.
pub(super) struct Sums<'a> {
    search: &'a Search<'a>,
    gains: Vec<Points>,
    /// The changes that every set needs, since a limit bars the goal by them.
    forced: Vec<usize>,
    /// The least sum that is known to be enough.
    enough: Option<Points>,
    /// The greatest that is known not to be.
    short: Option<Points>,
}

impl<'a> Sums<'a> {
    /// The changes of a search, if it is proven that their gains add up.
    pub(super) fn of(search: &'a Search<'a>) -> Option<Sums<'a>> {
        let trial = search.trial;
        if !better_is_never_worse(search) || !adds_up(search) {
            return None;
        }
        let afters: Vec<Assessment> = (0..search.best.len()).map(|at| search.after(&[at])).collect();
        let gains: Vec<Points> = afters.iter().map(|after| trial.gain(after)).collect();
        if gains.iter().sum::<Points>() != search.gain {
            return None;
        }
        let forced = forced(search, &afters)?;
        Some(Sums { search, gains, forced, enough: None, short: None })
    }

    /// The cheapest set whose sum is enough; `None` where it could not be found in time.
    pub(super) fn smallest(mut self) -> Option<Vec<usize>> {
        let mut order: Vec<usize> = (0..self.gains.len()).filter(|at| !self.forced.contains(at)).collect();
        let rate = |at: usize| {
            let gain = &self.gains[at];
            gain.over(&self.search.costs[at]).unwrap_or_else(|| gain.clone())
        };
        order.sort_by_key(|at| std::cmp::Reverse(rate(*at)));
        let mut set = self.forced.clone();
        let mut next = order.iter();
        while !self.is_enough(&set) {
            set.push(*next.next()?);
        }
        if self.search.same_costs {
            return Some(set);
        }
        let mut best = (self.search.cost(&set), set);
        let mut left = MOST_SETS;
        let mut start = self.forced.clone();
        self.cover(&order, &mut start, &mut best, &mut left);
        (left > 0).then_some(best.1)
    }

    /// Tries every set that can still be cheaper than the best: a part of a change is cheaper than the whole of it, so
    /// what is lacking costs at least so much.
    fn cover(
        &mut self,
        order: &[usize],
        set: &mut Vec<usize>,
        best: &mut (Points, Vec<usize>),
        left: &mut usize,
    ) {
        *left = left.saturating_sub(1);
        let cost = self.search.cost(set);
        if *left == 0 || cost >= best.0 {
            return;
        }
        if self.is_enough(set) {
            *best = (cost, set.clone());
            return;
        }
        let Some(lacking) = self.least_cost(order, set) else { return };
        let Some((first, rest)) = order.split_first() else { return };
        if &cost + &lacking >= best.0 {
            return;
        }
        set.push(*first);
        self.cover(rest, set, best, left);
        set.pop();
        self.cover(rest, set, best, left);
    }

    /// What it costs at least to come as far as the greatest sum that is known not to be enough; `None` where what is
    /// left does not go so far.
    fn least_cost(&self, order: &[usize], set: &[usize]) -> Option<Points> {
        let sum = self.sum(set);
        let mut lacking = self.short.as_ref().map_or(Points::ZERO, |short| short - &sum);
        let mut cost = Points::ZERO;
        for at in order {
            if lacking <= Points::ZERO {
                break;
            }
            let gain = &self.gains[*at];
            let part = lacking.over(gain).filter(|part| !part.is_negative())?.min(Points::ONE);
            cost += &(&self.search.costs[*at] * &part);
            lacking = &lacking - gain;
        }
        (lacking <= Points::ZERO).then_some(cost)
    }

    fn sum(&self, set: &[usize]) -> Points {
        set.iter().map(|at| &self.gains[*at]).sum()
    }

    /// Whether a set is enough: by a sum that is known, else by scoring again.
    fn is_enough(&mut self, set: &[usize]) -> bool {
        let sum = self.sum(set);
        if self.enough.as_ref().is_some_and(|enough| sum >= *enough) {
            return true;
        }
        if self.short.as_ref().is_some_and(|short| sum <= *short) {
            return false;
        }
        let reaches = self.search.reaches(set);
        *(if reaches { &mut self.enough } else { &mut self.short }) = Some(sum);
        reaches
    }
}

/// The changes that every set needs: those by whose criteria a limit bars the goal. `None` where a limit bars it by a
/// group, for then which of its parts must change is not known.
fn forced(search: &Search<'_>, afters: &[Assessment]) -> Option<Vec<usize>> {
    let criteria = search.trial.criteria;
    let mut forced = BTreeSet::new();
    for hit in search.goal.bars(criteria, &search.trial.before) {
        for node in &hit.nodes {
            let at = search.best.iter().position(|change| change.node == *node)?;
            let still =
                afters[at].limited_by.iter().any(|it| it.limit == hit.limit && it.nodes.contains(node));
            if still {
                return None;
            }
            forced.insert(at);
        }
    }
    Some(forced.into_iter().collect())
}

/// Whether what each change wins is the same whatever else is changed: everything above is added, or a mean with fixed
/// weights, nothing rounds, cuts or bends on the way, and no change opens or binds another criterion.
fn adds_up(search: &Search<'_>) -> bool {
    let trial = search.trial;
    let criteria = trial.criteria;
    let rounds = criteria.rounding.map(|rounding| rounding.at);
    if !matches!(rounds, None | Some(Stage::Criterion)) {
        return false;
    }
    // While a role has not been heard there is no grade, whatever the sum.
    if trial.before.total().provisional {
        return false;
    }
    let changed: Vec<Node> = search.best.iter().map(|change| change.node).collect();
    let straight = changed.iter().flat_map(|node| criteria.above(*node)).all(|group| {
        let asked = criteria.at(group);
        let plain = asked.combination().is_some_and(|combination| {
            let how = match combination.how {
                Combine::Sum | Combine::Heading => true,
                // A mean of rounded parts is rounded once more.
                Combine::Mean => rounds.is_none(),
                Combine::Lowest | Combine::Highest | Combine::Deduct | Combine::Formula(_) => false,
            };
            how && combination.bands.is_none() && combination.floor.is_none()
        });
        let verdict = trial.before.at(group);
        plain
            && asked.counts == Counts::Within
            && verdict.outcome == Outcome::Combined
            && verdict.adjusted.is_empty()
    });
    straight && criteria.nodes().all(|node| stands_alone(trial, node, &changed))
}

/// Whether no change moves what a node is required or bounded by, as far as that moves the node.
fn stands_alone(trial: &Trial<'_>, node: Node, changed: &[Node]) -> bool {
    let criteria = trial.criteria;
    let asked = criteria.at(node);
    let touches = |node: Node| criteria.within(node).any(|inside| changed.contains(&inside));
    let moved = |other: Option<Node>| other.is_some_and(touches);
    let binds = |adjustment: &Adjustment| matches!(adjustment, Adjustment::AtMost { .. });
    let bound_now = trial.before.at(node).adjusted.iter().any(binds);
    let bound_group = asked.at_most.is_some() && asked.rule().is_none() && touches(node);
    !moved(asked.requires) && !(moved(asked.at_most) && (bound_now || touches(node))) && !bound_group
}

/// Whether a better answer provably never makes the whole worse, and the best of each is the best that there is: then
/// no set of lesser changes can do what the best ones do not. The candidates are harmless by themselves.
pub(super) fn better_is_never_worse(search: &Search<'_>) -> bool {
    search.firm && search.candidates.iter().all(|candidate| candidate.firm) && all_rise(search.trial.criteria)
}

/// Whether no group ever falls while its parts rise.
pub(super) fn all_rise(criteria: &Criteria) -> bool {
    criteria.nodes().all(|node| rises(criteria, node))
}

/// Whether a group never falls while its parts rise.
fn rises(criteria: &Criteria, node: Node) -> bool {
    criteria.at(node).combination().is_none_or(|combination| {
        let bands = combination.bands.as_ref().is_none_or(|steps| never_fall(&steps.bands));
        bands && !matches!(combination.how, Combine::Formula(_))
    })
}

fn never_fall(bands: &[Band]) -> bool {
    let rising = bands.iter().all(|band| !band.earns.slope.is_negative());
    rising
        && bands.windows(2).all(|pair| match &pair[1].low {
            Cut::At(edge, _) => pair[0].earns.at(edge) <= pair[1].earns.at(edge),
            Cut::Lowest | Cut::Highest => false,
        })
}

/// The candidates by their best answers that harm nothing by themselves: none makes the whole worse, or has its criterion
/// or a group above trigger a limit that counts. Then those that have no such answer.
pub(super) fn harmless(
    trial: &Trial<'_>,
    candidates: &[Candidate],
    counts: &dyn Fn(&Hit) -> bool,
) -> (Vec<Candidate>, Vec<Candidate>) {
    let (mut kept, mut dropped) = (Vec::new(), Vec::new());
    for candidate in candidates {
        let near = |node: &Node| {
            *node == candidate.node || trial.criteria.above(candidate.node).any(|above| above == *node)
        };
        let hit = |of: &Assessment, limit: usize| {
            of.limited_by.iter().any(|hit| hit.limit == limit && hit.nodes.iter().any(near))
        };
        let harms = |after: &Assessment| {
            let strikes = after.limited_by.iter().filter(|it| counts(it));
            let mut fresh = strikes.filter(|it| hit(after, it.limit) && !hit(&trial.before, it.limit));
            awarded(after) < awarded(&trial.before) || fresh.next().is_some()
        };
        match candidate.harmless(trial, &harms) {
            Some(harmless) => kept.push(harmless),
            None => dropped.push(candidate.clone()),
        }
    }
    (kept, dropped)
}
