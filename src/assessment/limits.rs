//! Limits (khống chế) held against the scores: what caps the grade or voids the whole.

use super::model::{Assessment, Hit, Outcome};
use crate::answer::Answer;
use crate::calendar::Period;
use crate::criteria::{Consequence, Criteria, Limit, Node, Trigger};
use crate::points::Points;
use crate::rules::{Around, Scheme};

/// Lists every limit that hits, and lets the lowest of them win.
pub(super) fn hold(criteria: &Criteria, assessment: &mut Assessment) {
    let hits = |(at, limit): (usize, &Limit)| {
        let nodes: Vec<Node> = match limit.whose {
            Some(node) => vec![node],
            None => criteria.leaves().filter(|leaf| counts(criteria, *leaf)).collect(),
        };
        let hit: Vec<Node> =
            nodes.into_iter().filter(|node| is_hit(criteria, assessment, *node, &limit.when)).collect();
        (!hit.is_empty()).then_some(Hit { limit: at, nodes: hit })
    };
    let hits: Vec<Hit> = criteria.limits.iter().enumerate().filter_map(hits).collect();
    let total = &mut assessment.verdicts[Node::ROOT.index()];
    for hit in &hits {
        match criteria.limits[hit.limit].then {
            // Grades stand highest first.
            Consequence::GradeAtMost(most) => total.grade = total.grade.map(|grade| grade.max(most)),
            Consequence::Void => total.outcome = Outcome::Void,
        }
    }
    if total.outcome == Outcome::Void {
        total.index = None;
        total.grade = None;
    }
    assessment.limited_by = hits;
}

/// Whether `any` means a leaf: it has points, and is no bonus or penalty.
fn counts(criteria: &Criteria, leaf: Node) -> bool {
    !criteria.at(leaf).points.is_zero() && !criteria.is_outside(leaf)
}

fn is_hit(criteria: &Criteria, assessment: &Assessment, node: Node, when: &Trigger) -> bool {
    let verdict = assessment.at(node);
    let missing = verdict.outcome == Outcome::Missing
        || verdict.outcome == Outcome::Combined
            && verdict.tally.answered.is_zero()
            && !verdict.tally.applicable.is_zero();
    let out = matches!(verdict.outcome, Outcome::NotApplicable(_));
    // What is settled above, is for others or was not held triggers nothing.
    let there = match verdict.outcome {
        Outcome::DecidedAbove(_) | Outcome::NotForKind | Outcome::NotHeld(_) | Outcome::Void => false,
        Outcome::Scored { .. }
        | Outcome::Decided { .. }
        | Outcome::Missing
        | Outcome::NotApplicable(_)
        | Outcome::Combined => true,
    };
    let share = if out { None } else { verdict.share_after_rounding(criteria, node) };
    there
        && match when {
            Trigger::Missing => missing,
            Trigger::NotApplicable => out,
            Trigger::Zero => missing || share.is_some_and(|share| share <= Points::ZERO),
            Trigger::Below(edge) => missing || share.is_some_and(|share| share < *edge),
            Trigger::Answer(answer) => match &verdict.outcome {
                Outcome::Scored { answer: given, .. } => given == answer,
                Outcome::Missing => earns_nothing(criteria, node, answer, assessment.period),
                Outcome::Decided { .. }
                | Outcome::NotApplicable(_)
                | Outcome::NotForKind
                | Outcome::NotHeld(_)
                | Outcome::DecidedAbove(_)
                | Outcome::Combined
                | Outcome::Void => false,
            },
        }
}

/// Whether an answer is a zero, than which a missing one does no better. Where no option earns anything none is.
fn earns_nothing(criteria: &Criteria, node: Node, answer: &Answer, period: Option<Period>) -> bool {
    let asked = criteria.at(node);
    asked.rule().is_some_and(|rule| {
        let (scheme, full) = match &rule.unit {
            Some(unit) => (unit, &Points::ONE),
            None => (&rule.scheme, &asked.points),
        };
        let idle =
            matches!(scheme, Scheme::Pick(options) if options.iter().all(|option| option.points.is_zero()));
        // What is compared with peers is a zero only beside them.
        let apart = scheme.compares_with().is_none();
        let around = Around { period, peers: None };
        !idle
            && apart
            && scheme.earn(full, answer, &around).points.is_some_and(|points| points <= Points::ZERO)
    })
}
