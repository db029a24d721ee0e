//! How much of the whole each node stands for, whatever way its groups combine their parts.

use super::combination::Combine;
use super::model::{Counts, Criteria, Node};
use crate::id::Id;
use crate::points::Points;

impl Criteria {
    /// The share of the whole that a node stands for, for agencies of `kind`. A bonus, a penalty, and what stands
    /// under headings alone stand for none of it.
    #[must_use]
    pub fn portion(&self, node: Node, kind: Option<&Id>) -> Points {
        if self.is_outside(node) {
            return Points::ZERO;
        }
        let mut portion = Points::ONE;
        let mut at = node;
        while at != Node::ROOT {
            let mut above = self.above(at);
            let Some(group) = above.find(|group| !self.at(*group).is_heading()) else { return Points::ZERO };
            let parts: Vec<Node> = self.counted_in(group, kind);
            let whole: Points = parts.iter().map(|part| self.weighs(group, *part)).sum();
            portion = &portion * &self.weighs(group, at).over(&whole).unwrap_or(Points::ZERO);
            at = group;
        }
        portion
    }

    /// The parts that count in a group, those under headings in it too.
    fn counted_in(&self, group: Node, kind: Option<&Id>) -> Vec<Node> {
        let own = self.parts(group).filter(|part| {
            let asked = self.at(*part);
            asked.counts == Counts::Within && asked.applies_to(kind)
        });
        own.flat_map(|part| if self.at(part).is_heading() { self.counted_in(part, kind) } else { vec![part] })
            .collect()
    }

    fn weighs(&self, group: Node, part: Node) -> Points {
        let how = self.at(group).combination().map(|combination| &combination.how);
        match how {
            Some(Combine::Mean) => self.at(part).weight.clone(),
            Some(Combine::Lowest | Combine::Highest | Combine::Formula(_)) => Points::ONE,
            Some(Combine::Sum | Combine::Deduct | Combine::Heading) | None => self.at(part).points.clone(),
        }
    }
}
