//! Which criteria of a later set stand for those of an earlier one: by id, or by what the later set says they were
//! called (`was`).

use crate::criteria::{Criteria, Node};

/// Two sets, or one with itself.
pub(super) struct Counterparts<'a> {
    old: &'a Criteria,
    new: &'a Criteria,
    /// Whether the later set's `was` speaks of the earlier one.
    renamed: bool,
}

impl<'a> Counterparts<'a> {
    pub(super) fn new(old: &'a Criteria, new: &'a Criteria) -> Counterparts<'a> {
        let other = old.identity != new.identity;
        let meant = new.supersedes.as_ref().is_none_or(|set| *set == old.identity.name());
        Counterparts { old, new, renamed: other && meant }
    }

    /// What stands for a criterion of the earlier set: several where it was split, none where it is gone.
    pub(super) fn of(&self, node: Node) -> Vec<Node> {
        self.new.nodes().skip(1).filter(|new| self.before(*new).contains(&node)).collect()
    }

    /// What a criterion of the later set stands for: several where they were joined, none where it is new. Where it was
    /// called otherwise, its own id meant another thing.
    pub(super) fn before(&self, node: Node) -> Vec<Node> {
        let asked = self.new.at(node);
        let ids = if self.renamed && !asked.was.is_empty() {
            asked.was.as_slice()
        } else {
            std::slice::from_ref(&asked.id)
        };
        ids.iter().filter_map(|id| self.old.find(id.as_str())).filter(|old| *old != Node::ROOT).collect()
    }
}
