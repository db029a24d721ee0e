//! Succession: which criterion of an old set each criterion of a new one goes on from, by its id or by `was`.

use std::collections::BTreeSet;

use super::model::{Criteria, Node};
use crate::id::Id;

/// How the criteria of a new set go on from those of an old one.
#[derive(Clone, Debug)]
pub struct Succession {
    /// By new node.
    origins: Vec<Origin>,
    /// By old node.
    heirs: Vec<Option<Node>>,
}

/// What a criterion goes on from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// One criterion of the old set.
    One(Node),
    /// Several criteria of the old set, put together.
    Several(Vec<Node>),
    /// Nothing: it is new.
    Nothing,
}

impl Origin {
    /// The criteria of the old set.
    #[must_use]
    pub fn nodes(&self) -> &[Node] {
        match self {
            Origin::One(node) => std::slice::from_ref(node),
            Origin::Several(nodes) => nodes,
            Origin::Nothing => &[],
        }
    }
}

impl Succession {
    /// How `new` goes on from `old`. A criterion goes on from those that its `was` lists, as far as the old set has
    /// them; where it has none of them, from the one of the same id, unless another criterion's `was` lists that.
    /// The whole goes on from the whole. A set goes on from itself as it is; and where it says that it takes the
    /// place of another set than `old`, its `was` speaks of that one, and only ids are matched.
    #[must_use]
    pub fn between(old: &Criteria, new: &Criteria) -> Succession {
        let known = |id: &Id| old.find(id.as_str()).filter(|node| *node != Node::ROOT);
        let of_old = new.supersedes.as_ref().is_none_or(|set| *set == old.identity.name());
        let renamed = of_old && old.identity != new.identity;
        let was = |node: Node| if renamed { new.at(node).was.as_slice() } else { &[] };
        let claimed: BTreeSet<&Id> = new.nodes().flat_map(was).collect();
        let mut heirs = vec![None; old.len()];
        let origins = new.nodes().map(|node| {
            let asked = new.at(node);
            let mut from: Vec<Node> = was(node).iter().filter_map(known).collect();
            from.sort_unstable();
            from.dedup();
            if node == Node::ROOT {
                from = vec![Node::ROOT];
            } else if from.is_empty() && !claimed.contains(&asked.id) {
                from.extend(known(&asked.id));
            }
            for origin in &from {
                heirs[origin.index()] = Some(node);
            }
            match from[..] {
                [] => Origin::Nothing,
                [one] => Origin::One(one),
                _ => Origin::Several(from),
            }
        });
        Succession { origins: origins.collect(), heirs }
    }

    /// What a criterion of the new set goes on from.
    #[must_use]
    pub fn origin(&self, new: Node) -> &Origin {
        &self.origins[new.index()]
    }

    /// The criterion of the new set that goes on from one of the old set: there is at most one, since a former id
    /// belongs to one criterion.
    #[must_use]
    pub fn heir(&self, old: Node) -> Option<Node> {
        self.heirs[old.index()]
    }
}

impl Criteria {
    /// Whether it says that it takes the place of `old`, or is a version of the same set.
    #[must_use]
    pub fn succeeds(&self, old: &Criteria) -> bool {
        self.identity.id == old.identity.id || self.supersedes.as_deref() == Some(&*old.identity.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Checked;
    use crate::source::Source;

    /// A set of criteria of a point each: id, and what it was.
    fn set(version: &str, criteria: &[(&str, &[&str])]) -> Criteria {
        let mut text =
            format!("id: bo\nversion: \"{version}\"\ntitle: A\npoints: {}\ncriteria:\n", criteria.len());
        for (id, was) in criteria {
            let was = if was.is_empty() { String::new() } else { format!(", was: {was:?}") };
            text.push_str(&format!(
                "- {{ id: \"{id}\", title: A, points: 1, rule: yes-no, documents: [B]{was} }}\n"
            ));
        }
        match super::super::read(&Source::new("bo.yaml", text)) {
            Checked::Sound(criteria, _) => criteria,
            Checked::Broken(faults, _) => panic!("{faults:?}"),
        }
    }

    #[test]
    fn a_criterion_goes_on_by_was_then_by_its_id() {
        let old = set("1", &[("1", &[]), ("2", &[]), ("3", &[]), ("4", &[]), ("5", &[])]);
        let new = set(
            "2",
            &[
                ("1", &[]),              // its old answer went to y
                ("2", &["3"]),           // renumbered onto an id that was free no more
                ("3", &[]),              // its old answer went to 2
                ("x", &["4", "5"]),      // put together
                ("y", &["1"]),           // 1 is this now, so that the new 1 is another one
                ("4", &["cu"]),          // what it was is not in this set, and its old answer went to x
                ("6", &[]),              // new
                ("z", &["ngoai", "2"]),  // of what it was only one is in this set
                ("w", &["khong", "co"]), // nothing of what it was is in this set
            ],
        );
        let succession = Succession::between(&old, &new);
        let said = |id: &str| match succession.origin(new.find(id).unwrap()) {
            Origin::One(node) => old.at(*node).id.to_string(),
            Origin::Several(nodes) => {
                nodes.iter().map(|node| old.at(*node).id.as_str()).collect::<Vec<_>>().join("+")
            }
            Origin::Nothing => "–".to_owned(),
        };
        for (id, origin) in [
            ("1", "–"),
            ("2", "3"),
            ("3", "–"),
            ("x", "4+5"),
            ("y", "1"),
            ("4", "–"),
            ("6", "–"),
            ("z", "2"),
            ("w", "–"),
            ("total", "total"),
        ] {
            assert_eq!(said(id), origin, "{id}");
        }
        let heir = |id: &str| {
            let heir = succession.heir(old.find(id).unwrap());
            heir.map(|node| new.at(node).id.to_string())
        };
        assert_eq!((heir("3"), heir("4")), (Some("2".to_owned()), Some("x".to_owned())));
        assert_eq!(succession.heir(Node::ROOT), Some(Node::ROOT));
    }

    #[test]
    fn an_id_that_is_kept_goes_on_and_one_that_is_dropped_does_not() {
        let (old, new) = (set("1", &[("1", &[]), ("2", &[])]), set("2", &[("1", &["1"]), ("3", &[])]));
        let succession = Succession::between(&old, &new);
        let [one, two] = ["1", "2"].map(|id| old.find(id).unwrap());
        assert_eq!(succession.heir(one), new.find("1"));
        assert_eq!(succession.heir(two), None);
    }

    #[test]
    fn what_criteria_were_called_speaks_of_the_set_that_is_superseded() {
        let old = set("1", &[("1", &[]), ("2", &[])]);
        let mut new = set("2", &[("1", &["2"]), ("2", &["1"])]);
        let heir = |old: &Criteria, new: &Criteria| {
            let heir = Succession::between(old, new).heir(old.find("1").unwrap());
            new.at(heir.unwrap()).id.to_string()
        };
        assert_eq!(heir(&old, &new), "2");
        // The set with itself.
        assert_eq!(heir(&new, &new), "1");
        new.supersedes = Some("bo@1".to_owned());
        assert_eq!(heir(&old, &new), "2");
        new.supersedes = Some("bo@0".to_owned());
        assert_eq!(heir(&old, &new), "1");
    }

    #[test]
    fn versions_of_a_set_succeed_one_another() {
        let (old, new) = (set("1", &[("1", &[])]), set("2", &[("1", &[])]));
        assert!(new.succeeds(&old));
        let mut other = new.clone();
        other.identity.id = Id::new("khac");
        assert!(!other.succeeds(&old));
        other.supersedes = Some("bo@1".to_owned());
        assert!(other.succeeds(&old));
    }
}
