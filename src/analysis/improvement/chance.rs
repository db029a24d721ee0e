//! What a criterion can win back: the nearest step that wins anything, and the one that wins most.

use super::candidate::{Candidate, is_for_others, sense};
use super::remedy::{Remedy, Step};
use super::trial::{Trial, awarded};
use crate::answer::Role;
use crate::assessment::{Adjustment, Assessment, Outcome};
use crate::criteria::{Counts, Node};
use crate::points::Points;
use crate::rules::{Scheme, Sense, Why};

/// A criterion that lost points, and what can be done about it.
#[derive(Clone, Debug)]
pub struct Chance {
    /// The criterion, or a group that is decided whole or held back.
    pub node: Node,
    /// What it lost of its own points.
    pub lost: Points,
    /// What can be done.
    pub found: Found,
}

/// What can be done.
#[derive(Clone, Debug)]
pub enum Found {
    /// Better answers win points.
    Steps {
        /// The nearest step that wins anything.
        nearest: Box<Step>,
        /// The one that wins most, where that is another.
        full: Option<Box<Step>>,
        /// The criteria that hold it back and have to change with it.
        held_by: Vec<Node>,
    },
    /// No step is known.
    Nothing(NoStep),
}

/// Why no step is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoStep {
    /// Others answer it.
    Others(Role),
    /// What people reply is not to be chosen.
    Replies,
    /// It is not applicable, and gets no points for that.
    NotApplicable,
    /// There was nothing to measure.
    Nothing,
    /// By its formula no single number shows a way.
    Formula,
    /// It has no answer, and its formula does not tell which would be good.
    Unanswered,
    /// Another criterion holds it back, and its own answer can do no more.
    Held(Node),
    /// No answer earns more.
    Best,
    /// A better answer would not raise the whole.
    Idle,
    /// A better answer would void the score, by this limit of the set, from zero.
    Voids(usize),
}

impl NoStep {
    /// The word for machines.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            NoStep::Others(_) => "scored-by-others",
            NoStep::Replies => "survey-replies",
            NoStep::NotApplicable => "not-applicable",
            NoStep::Nothing => "nothing-to-measure",
            NoStep::Formula => "formula",
            NoStep::Unanswered => "answer-it",
            NoStep::Held(_) => "held-back",
            NoStep::Best => "no-better-answer",
            NoStep::Idle => "wins-nothing",
            NoStep::Voids(_) => "voids-score",
        }
    }
}

/// What a node lost of its own points; a bonus what it did not get, a penalty what it took.
pub(super) fn lost(trial: &Trial<'_>, node: Node) -> Points {
    let (asked, verdict) = (trial.criteria.at(node), trial.before.at(node));
    match asked.counts {
        // Within a penalty the points are what it takes.
        Counts::Within if sense(trial.criteria, node) == Sense::Less => verdict.tally.awarded.clone(),
        Counts::Within => verdict.lost(),
        Counts::Bonus => &asked.points - &verdict.tally.awarded,
        Counts::Penalty => -&verdict.tally.awarded,
    }
}

/// What a criterion that lost points can win back.
pub(super) fn found(trial: &Trial<'_>, node: Node, all: &[Candidate]) -> Found {
    let own = all.iter().find(|candidate| candidate.node == node);
    match own {
        Some(own) if !is_for_others(trial.criteria, node) => steps(trial, own, all),
        Some(_) | None => Found::Nothing(without(trial, node)),
    }
}

fn steps(trial: &Trial<'_>, own: &Candidate, all: &[Candidate]) -> Found {
    let before = awarded(&trial.before);
    let (opening, held_by) = opening(trial, own, all);
    let sound =
        |after: &Assessment, least: &Points| awarded(after) > least && trial.newly_void(after).is_none();
    let alone = own.least(trial, &[], &|after| sound(after, before));
    let base = trial.after(&opening);
    let together = if opening.is_empty() {
        None
    } else {
        own.least(trial, &opening, &|after| sound(after, awarded(&base)))
    };
    let most = own.most(trial, &opening).filter(|most| most > before && most > awarded(&base));
    let full = most.and_then(|most| {
        own.least(trial, &opening, &|after| *awarded(after) >= most && trial.newly_void(after).is_none())
    });
    let step = |opening: &[Remedy], rung: super::candidate::Rung| {
        let changes = opening.iter().cloned().chain([rung.change]).collect();
        Box::new(Step { changes, gain: trial.gain(&rung.after), after: rung.after })
    };
    let full = full.map(|rung| step(&opening, rung));
    let nearest = match (alone, together) {
        (Some(rung), _) => step(&[], rung),
        (None, Some(rung)) => step(&opening, rung),
        (None, None) => {
            let best = trial.after(opening.iter().chain([&own.best()]));
            let voids = trial.newly_void(&best).filter(|_| awarded(&best) > before).map(NoStep::Voids);
            let held = held_by.first().map(|gate| NoStep::Held(*gate));
            return Found::Nothing(voids.or(held).unwrap_or(NoStep::Idle));
        }
    };
    let full = full.filter(|full| full.gain > nearest.gain);
    let held_by = if nearest.changes.len() > 1 || full.is_some() { held_by } else { Vec::new() };
    Found::Steps { nearest, full, held_by }
}

/// The changes that open what holds a criterion back once its own answer is the best, and the criteria that do: its
/// gates and bounds, those of its groups, and what holds these back in turn.
fn opening(trial: &Trial<'_>, own: &Candidate, all: &[Candidate]) -> (Vec<Remedy>, Vec<Node>) {
    let (mut changes, mut holders): (Vec<Remedy>, Vec<Node>) = (Vec::new(), Vec::new());
    let best = own.best();
    let mut after = trial.after([&best]);
    let alone = awarded(&after).clone();
    loop {
        let found = held_by(trial, &after, own.node, &holders);
        let fresh: Vec<Node> = found.into_iter().filter(|node| !holders.contains(node)).collect();
        if fresh.is_empty() {
            break;
        }
        for holder in fresh {
            holders.push(holder);
            for node in trial.criteria.within(holder).filter(|node| *node != own.node) {
                let known = changes.iter().any(|change| change.node == node);
                let candidate = all.iter().find(|candidate| candidate.node == node);
                changes.extend(candidate.filter(|_| !known).map(Candidate::best));
            }
        }
        after = trial.after(changes.iter().chain([&best]));
    }
    // What opens nothing is not done.
    if *awarded(&after) > alone { (changes, holders) } else { (Vec::new(), holders) }
}

/// The gates that are closed and the bounds that bind above a node, and above those that hold it back.
fn held_by(trial: &Trial<'_>, after: &Assessment, node: Node, holders: &[Node]) -> Vec<Node> {
    let criteria = trial.criteria;
    let near = std::iter::once(node).chain(criteria.above(node));
    let behind = holders.iter().flat_map(|holder| criteria.within(*holder));
    let adjusted = near.chain(behind).flat_map(|node| &after.at(node).adjusted);
    adjusted.filter_map(holding).collect()
}

fn holding(adjustment: &Adjustment) -> Option<Node> {
    match adjustment {
        Adjustment::Gate { node, .. } | Adjustment::AtMost { node } => Some(*node),
        Adjustment::SharedOut { .. } | Adjustment::Capped | Adjustment::Floor => None,
    }
}

/// Whether another criterion holds a node back.
pub(super) fn held(trial: &Trial<'_>, node: Node) -> Option<Node> {
    trial.before.at(node).adjusted.iter().find_map(holding)
}

/// Why a criterion has no better answer.
fn without(trial: &Trial<'_>, node: Node) -> NoStep {
    let asked = trial.criteria.at(node);
    let formula = asked.rule().is_some_and(|rule| matches!(rule.scheme, Scheme::Formula(_)));
    if matches!(asked.scored_by, Role::Survey | Role::Leader) {
        return NoStep::Others(asked.scored_by);
    }
    if is_for_others(trial.criteria, node) {
        return NoStep::Replies;
    }
    match &trial.before.at(node).outcome {
        Outcome::NotApplicable(_) => NoStep::NotApplicable,
        Outcome::Scored { earned, .. } if matches!(earned.why, Why::Empty(_)) => NoStep::Nothing,
        Outcome::Missing if formula => NoStep::Unanswered,
        Outcome::Scored { .. }
        | Outcome::Decided { .. }
        | Outcome::Missing
        | Outcome::NotForKind
        | Outcome::NotHeld(_)
        | Outcome::DecidedAbove(_)
        | Outcome::Combined
        | Outcome::Void => match held(trial, node) {
            Some(gate) => NoStep::Held(gate),
            None if formula => NoStep::Formula,
            None => NoStep::Best,
        },
    }
}
