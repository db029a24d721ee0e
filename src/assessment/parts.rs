//! The split by who scores, each role with its own maximum.

use super::model::{Outcome, Part, Tally, Verdict};
use crate::answer::Role;
use crate::criteria::{Combine, Criteria, Node};
use crate::points::Points;

/// What each role scores of the whole. Where parts are added, or their shares make a mean, each counts for itself;
/// what is settled, bounded or put together otherwise counts as one, for the role of its group.
pub(super) fn parts(criteria: &Criteria, verdicts: &[Verdict]) -> Vec<Part> {
    let mut split = Split { criteria, verdicts, tallies: Default::default() };
    split.node(Node::ROOT, &Points::ONE);
    let parts = Role::ALL.into_iter().zip(split.tallies);
    let scored = |tally: &Tally| !tally.points.is_zero() || !tally.awarded.is_zero();
    parts.filter(|(_, tally)| scored(tally)).map(|(scored_by, tally)| Part { scored_by, tally }).collect()
}

struct Split<'a> {
    criteria: &'a Criteria,
    verdicts: &'a [Verdict],
    tallies: [Tally; Role::ALL.len()],
}

impl Split<'_> {
    /// Counts a node of which `scale` points of the whole stand for each point.
    fn node(&mut self, node: Node, scale: &Points) {
        let asked = self.criteria.at(node);
        let verdict = &self.verdicts[node.index()];
        let splits = asked.combination().filter(|combination| {
            let plain = verdict.outcome == Outcome::Combined && verdict.adjusted.is_empty();
            let how = matches!(combination.how, Combine::Sum | Combine::Mean | Combine::Heading);
            plain && how && combination.bands.is_none()
        });
        let Some(combination) = splits else {
            let gone = matches!(verdict.outcome, Outcome::NotForKind);
            if !gone {
                self.tallies[asked.scored_by as usize].add(&scaled(&verdict.tally, scale));
            }
            return;
        };
        // Of a heading at the top nothing counts anywhere.
        if combination.how == Combine::Heading && node == Node::ROOT {
            return;
        }
        let parts: Vec<Node> = self.criteria.parts(node).collect();
        for part in &parts {
            let scale = if combination.how == Combine::Mean {
                self.in_mean(node, &parts, *part, scale)
            } else {
                scale.clone()
            };
            self.node(*part, &scale);
        }
    }

    /// For how many points of the whole a point of a part of a mean stands.
    fn in_mean(&self, node: Node, parts: &[Node], part: Node, scale: &Points) -> Points {
        let there = parts.iter().filter(|part| {
            let verdict = &self.verdicts[part.index()];
            !verdict.tally.applicable.is_zero()
        });
        let weights: Points = there.map(|part| &self.criteria.at(*part).weight).sum();
        let asked = self.criteria.at(part);
        let points = &self.criteria.at(node).points * &asked.weight;
        let tally = &self.verdicts[part.index()].tally;
        let each = points.over(&(&weights * &tally.applicable)).unwrap_or(Points::ZERO);
        &each * scale
    }
}

fn scaled(tally: &Tally, scale: &Points) -> Tally {
    Tally {
        points: &tally.points * scale,
        applicable: &tally.applicable * scale,
        answered: &tally.answered * scale,
        excused: &tally.excused * scale,
        awarded: &tally.awarded * scale,
    }
}
