//! A grade or an index to reach, and the set of changes that reaches it.

use super::candidate::{Candidate, is_firm, is_for_others, is_short};
use super::proof::harmless;
use super::remedy::{Remedy, Step};
use super::search::{Search, Sought};
use super::trial::Trial;
use crate::answer::{Answer, Claim};
use crate::assessment::{Assessment, Hit, Outcome};
use crate::criteria::{Consequence, Criteria, Trigger};
use crate::points::Points;
use crate::rules::Scheme;

/// What is to be reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Goal {
    /// A grade of the set, by its place in the list, highest first; a higher one is well too.
    Grade(usize),
    /// An index.
    Index(Points),
}

/// By what a set of changes is small.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aim {
    /// The number of criteria that change.
    Count,
    /// What they take to do better, in the set's own unit.
    Effort,
}

impl Aim {
    /// Both, as the command line names them.
    pub const WORDS: [(&str, Aim); 2] = [("count", Aim::Count), ("effort", Aim::Effort)];

    /// The word.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Aim::Count => "count",
            Aim::Effort => "effort",
        }
    }
}

/// How a goal is reached.
#[derive(Clone, Debug)]
pub struct Target {
    /// The goal.
    pub goal: Goal,
    /// By what the set is small.
    pub aim: Aim,
    /// Whether the set of criteria says of none what it takes, so that each counts as one.
    pub no_effort: bool,
    /// How it is reached, if it is.
    pub reach: Reach,
}

/// Whether a goal is reached.
#[derive(Clone, Debug)]
pub enum Reach {
    /// It is reached as it is.
    Already,
    /// By these changes.
    By {
        /// The changes.
        step: Box<Step>,
        /// What they cost, by the aim.
        cost: Points,
        /// Whether no smaller set reaches it.
        proof: Proof,
    },
    /// Not by all changes together, nor by any set of fewer that was looked at.
    Not {
        /// Whether it is out of reach: more never harms, or every set was tried.
        sure: bool,
        /// How far they go.
        together: Box<Step>,
        /// The limits that hold the grade down, or void it, even then.
        capped: Vec<Hit>,
    },
}

/// Whether a set of changes is the smallest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// The gains add up, and no smaller sum is enough.
    Sums,
    /// Every smaller set was tried.
    Tried,
    /// It is the best that was found.
    None,
}

impl Proof {
    /// The word for machines.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Proof::Sums => "gains-add-up",
            Proof::Tried => "all-smaller-tried",
            Proof::None => "best-found",
        }
    }
}

impl Goal {
    /// Whether an assessment reaches it.
    #[must_use]
    pub fn is_reached(&self, assessment: &Assessment) -> bool {
        let total = assessment.total();
        match self {
            Goal::Grade(wanted) => total.grade.is_some_and(|grade| grade <= *wanted),
            Goal::Index(wanted) => total.index.as_ref().is_some_and(|index| index >= wanted),
        }
    }

    /// Whether a limit that hits keeps from it.
    pub(super) fn is_barred_by(&self, criteria: &Criteria, hit: &Hit) -> bool {
        match (self, criteria.limits[hit.limit].then) {
            (_, Consequence::Void) => true,
            (Goal::Grade(wanted), Consequence::GradeAtMost(most)) => most > *wanted,
            (Goal::Index(_), Consequence::GradeAtMost(_)) => false,
        }
    }

    /// The limits that keep an assessment from it.
    pub(super) fn bars<'a>(
        &'a self,
        criteria: &'a Criteria,
        assessment: &'a Assessment,
    ) -> impl Iterator<Item = &'a Hit> {
        assessment.limited_by.iter().filter(|hit| self.is_barred_by(criteria, hit))
    }
}

/// Finds the set of changes that reaches a goal.
pub(super) fn target(trial: &Trial<'_>, candidates: &[Candidate], goal: &Goal, aim: Aim) -> Target {
    let criteria = trial.criteria;
    let no_effort = criteria.nodes().all(|node| criteria.at(node).effort.is_none());
    let told = |reach| Target { goal: goal.clone(), aim, no_effort, reach };
    if goal.is_reached(&trial.before) {
        return told(Reach::Already);
    }
    let (mut candidates, dropped) = harmless(trial, candidates, &|hit| goal.is_barred_by(criteria, hit));
    let known = !dropped.iter().any(|candidate| candidate.matters(criteria));
    lift(trial, &mut candidates, goal);
    let all: Vec<Remedy> = candidates.iter().map(Candidate::best).collect();
    let together = trial.step(all.clone());
    let cost = |candidate: &Candidate| match aim {
        Aim::Count => Points::ONE,
        Aim::Effort => criteria.at(candidate.node).effort.clone().unwrap_or(Points::ONE),
    };
    let costs: Vec<Points> = candidates.iter().map(cost).collect();
    let same_costs = aim == Aim::Count || no_effort;
    let firm = known
        && criteria.nodes().all(|node| {
            let short = is_short(criteria, node, trial.before.at(node));
            !short || is_for_others(criteria, node) || is_firm(criteria, node)
        });
    let search = Search {
        trial,
        candidates: &candidates,
        best: all,
        costs,
        same_costs,
        goal,
        firm,
        gain: together.gain.clone(),
    };
    let (members, proof) = match search.smallest(&together.after) {
        Sought::Set(members, proof) => (members, proof),
        Sought::None { sure } => {
            let capped = goal.bars(criteria, &together.after).cloned().collect();
            return told(Reach::Not { sure, together: Box::new(together), capped });
        }
    };
    let cost = members.iter().map(|at| &search.costs[*at]).sum();
    let step = trial.step(lowered(trial, &search, &members));
    told(Reach::By { step: Box::new(step), cost, proof })
}

/// The members' changes, each no farther than the goal needs, one after the other.
fn lowered(trial: &Trial<'_>, search: &Search<'_>, members: &[usize]) -> Vec<Remedy> {
    let mut changes: Vec<Remedy> = members.iter().map(|at| search.best[*at].clone()).collect();
    for (place, at) in members.iter().enumerate() {
        let mut others = changes.clone();
        others.remove(place);
        let wanted = |after: &Assessment| search.goal.is_reached(after);
        if let Some(rung) = search.candidates[*at].least(trial, &others, &wanted) {
            changes[place] = rung.change;
        }
    }
    changes
}

/// Puts another option in the place of an answer that a limit is about, where a better one would not escape it.
fn lift(trial: &Trial<'_>, candidates: &mut Vec<Candidate>, goal: &Goal) {
    let criteria = trial.criteria;
    for hit in goal.bars(criteria, &trial.before) {
        let limit = &criteria.limits[hit.limit];
        let (Trigger::Answer(barred), Some(node)) = (&limit.when, limit.whose) else { continue };
        if is_for_others(criteria, node)
            || !matches!(trial.before.at(node).outcome, Outcome::Scored { .. } | Outcome::Missing)
        {
            continue;
        }
        let known = candidates.iter().position(|candidate| candidate.node == node);
        if known.is_some_and(|at| candidates[at].best().after != Claim::Fact(barred.clone())) {
            continue;
        }
        let Some(Scheme::Pick(options)) = criteria.at(node).rule().map(|rule| &rule.scheme) else { continue };
        let others = (0..options.len()).filter(|at| Answer::Option(*at) != *barred);
        let Some(other) = others.max_by(|a, b| options[*a].points.cmp(&options[*b].points)) else { continue };
        let candidate = Candidate::only(trial, node, Claim::Fact(Answer::Option(other)));
        match known {
            Some(at) => candidates[at] = candidate,
            None => candidates.push(candidate),
        }
    }
}
