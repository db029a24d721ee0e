//! Limits (khống chế) held against the scores: what caps the grade or voids the whole.

use super::model::{Assessment, Hit, Outcome, Verdict};
use crate::criteria::{Consequence, Criteria, Limit, Node, Trigger};
use crate::points::Points;

/// Lists every limit that hits, and lets the lowest of them win.
pub(super) fn hold(criteria: &Criteria, assessment: &mut Assessment) {
    let hits = |(at, limit): (usize, &Limit)| {
        let nodes: Vec<Node> = match limit.whose {
            Some(node) => vec![node],
            None => criteria.leaves().filter(|leaf| counts(criteria, *leaf)).collect(),
        };
        let hit: Vec<Node> =
            nodes.into_iter().filter(|node| is_hit(&limit.when, assessment.at(*node))).collect();
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

fn is_hit(when: &Trigger, verdict: &Verdict) -> bool {
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
    let share = if out { None } else { verdict.share_of_full() };
    there
        && match when {
            Trigger::Missing => missing,
            Trigger::NotApplicable => out,
            Trigger::Zero => missing || share.is_some_and(|share| share <= Points::ZERO),
            Trigger::Below(edge) => missing || share.is_some_and(|share| share < *edge),
            Trigger::Answer(answer) => {
                matches!(&verdict.outcome, Outcome::Scored { answer: given, .. } if given == answer)
            }
        }
}
