//! A criteria set that adds up.

use std::collections::BTreeMap;

use super::combination::{Combination, Combine};
use super::limit::Limit;
use crate::answer::Role;
use crate::calendar::{Date, Period};
use crate::id::Id;
use crate::lang::Text;
use crate::points::{Points, Rounding};
use crate::rules::Rule;

/// The id of the set itself in results.
pub const TOTAL: &str = "total";

/// A criteria set (bộ tiêu chí).
#[derive(Clone, Debug)]
pub struct Criteria {
    /// Which set it is.
    pub identity: Identity,
    /// Its title.
    pub title: Text,
    /// The texts that it rests on.
    pub basis: Vec<Text>,
    /// The kinds of agency that it is for; empty when it tells none apart.
    pub audience: Vec<Id>,
    /// The first day of its time, if it has one.
    pub from: Option<Date>,
    /// The last day of its time, if it has one.
    pub to: Option<Date>,
    /// How it rounds, if it does.
    pub rounding: Option<Rounding>,
    /// How it ranks, if it does.
    pub ranking: Option<Ranking>,
    /// What caps the grade or voids the score.
    pub limits: Vec<Limit>,
    /// The share of its points that may be excused, if that is bounded.
    pub excused_at_most: Option<Points>,
    /// The roles that may be left out when they did not take place.
    pub may_be_not_held: Vec<Role>,
    /// The set that it takes the place of: `id@version`.
    pub supersedes: Option<String>,
    nodes: Vec<Criterion>,
    by_id: BTreeMap<Id, Node>,
    order: Vec<Node>,
}

/// Which criteria set: `id@version`, and the hash of the file that says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The set's name.
    pub id: Id,
    /// Its version.
    pub version: String,
    /// SHA-256 of the file, in hexadecimal.
    pub sha256: String,
}

impl Identity {
    /// `id@version`.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{}@{}", self.id, self.version)
    }
}

/// A criterion by its place in the set: the set itself first, then in the order of the file, parts after
/// their group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Node(pub(super) usize);

impl Node {
    /// The set itself.
    pub const ROOT: Node = Node(0);

    /// Its position in the order of the set.
    #[must_use]
    pub fn index(self) -> usize {
        self.0
    }
}

/// A field, a criterion or a part of one (lĩnh vực, tiêu chí, tiêu chí thành phần).
#[derive(Clone, Debug)]
pub struct Criterion {
    /// Its id.
    pub id: Id,
    /// Its title.
    pub title: Text,
    /// Its points (điểm tối đa).
    pub points: Points,
    /// How deep it stands: 0 for the set.
    pub depth: usize,
    /// The group that it is part of.
    pub parent: Option<Node>,
    /// The node after its last part, part of a part, and so on.
    pub(super) end: usize,
    /// The kinds of agency that it applies to; `None` for all.
    pub applies_to: Option<Vec<Id>>,
    /// Who scores it.
    pub scored_by: Role,
    /// What "not applicable" means for it.
    pub when_not_applicable: WhenNotApplicable,
    /// What is expected as proof.
    pub documents: Vec<Text>,
    /// What helps when points are lost.
    pub advice: Option<Text>,
    /// A remark of the set's author.
    pub note: Option<Text>,
    /// The texts that it rests on.
    pub basis: Vec<Text>,
    /// Grades on its index, highest first.
    pub grades: Vec<Grade>,
    /// How it counts in its group.
    pub counts: Counts,
    /// Its weight in a mean.
    pub weight: Points,
    /// The criterion without whose full share this one earns nothing.
    pub requires: Option<Node>,
    /// The criterion than which this one never earns more.
    pub at_most: Option<Node>,
    /// Why the official text's own defect is accepted here.
    pub as_written: Option<Text>,
    /// What it was called in the set that this one supersedes.
    pub was: Vec<Id>,
    /// What it takes to do better, in the author's own unit.
    pub effort: Option<Points>,
    /// How it comes to its points.
    pub scored: Scored,
}

/// How a criterion comes to its points.
#[derive(Clone, Debug)]
pub enum Scored {
    /// Its parts are combined.
    Parts(Combination),
    /// By a rule.
    Rule(Rule),
}

/// How a criterion counts in its group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counts {
    /// As one of its parts.
    Within,
    /// On top of its points (điểm thưởng).
    Bonus,
    /// Off its points (điểm phạt).
    Penalty,
}

/// What the answer "not applicable" means (không áp dụng).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhenNotApplicable {
    /// It is a fault.
    Refuse,
    /// The points leave the total.
    LeaveOut,
    /// The points are spread over what stands beside it.
    ShareOut,
    /// Full points.
    Full,
    /// No points.
    Zero,
}

/// A grade (xếp loại) on an index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grade {
    /// Its id.
    pub id: Id,
    /// Its title.
    pub title: Text,
    /// The least index for it, as a share; `None` for the last grade, the rest.
    pub from: Option<Points>,
}

/// How agencies are ranked (xếp hạng).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranking {
    /// Among whom.
    pub among: Among,
    /// How ties count on.
    pub ties: Ties,
    /// Agencies that are scored and not ranked.
    pub except: Vec<Id>,
}

/// Among whom an agency is ranked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Among {
    /// Agencies of its kind.
    Kind,
    /// Agencies of its peer group.
    Peers,
    /// All.
    All,
}

/// How ranks count on after a tie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ties {
    /// 1-2-2-4.
    Skip,
    /// 1-2-2-3.
    Dense,
}

impl Criteria {
    pub(super) fn new(nodes: Vec<Criterion>, order: Vec<Node>, head: Head) -> Criteria {
        let by_id =
            nodes.iter().enumerate().map(|(at, criterion)| (criterion.id.clone(), Node(at))).collect();
        Criteria {
            identity: head.identity,
            title: head.title,
            basis: head.basis,
            audience: head.audience,
            from: head.from,
            to: head.to,
            rounding: head.rounding,
            ranking: head.ranking,
            limits: head.limits,
            excused_at_most: head.excused_at_most,
            may_be_not_held: head.may_be_not_held,
            supersedes: head.supersedes,
            nodes,
            by_id,
            order,
        }
    }

    /// All nodes, each after everything that its score rests on: its parts, its gate, its bound.
    #[must_use]
    pub fn scoring_order(&self) -> &[Node] {
        &self.order
    }

    /// How many nodes it has, itself included.
    #[must_use]
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Never: the set itself is a node.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        false
    }

    /// All nodes: the set itself, then in the order of the file.
    pub fn nodes(&self) -> impl DoubleEndedIterator<Item = Node> + use<> {
        (0..self.nodes.len()).map(Node)
    }

    /// The criterion at `node`.
    #[must_use]
    pub fn at(&self, node: Node) -> &Criterion {
        &self.nodes[node.0]
    }

    /// The node with this id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<Node> {
        self.by_id.get(id).copied()
    }

    /// The ids of all nodes but the set's own.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.nodes[1..].iter().map(|criterion| criterion.id.as_str())
    }

    /// The parts of a group, in order; none for a scored criterion.
    pub fn parts(&self, node: Node) -> impl Iterator<Item = Node> {
        let end = self.nodes[node.0].end;
        let mut next = node.0 + 1;
        std::iter::from_fn(move || {
            (next < end).then(|| {
                let part = Node(next);
                next = self.nodes[next].end;
                part
            })
        })
    }

    /// Everything under a node, itself first.
    pub fn within(&self, node: Node) -> impl Iterator<Item = Node> + use<> {
        (node.0..self.nodes[node.0].end).map(Node)
    }

    /// The groups that a node stands in, the nearest first, the set last.
    pub fn above(&self, node: Node) -> impl Iterator<Item = Node> {
        std::iter::successors(self.at(node).parent, |node| self.at(*node).parent)
    }

    /// Whether a node, or a group that it stands in, is a bonus or a penalty.
    #[must_use]
    pub fn is_outside(&self, node: Node) -> bool {
        std::iter::once(node).chain(self.above(node)).any(|node| self.at(node).counts != Counts::Within)
    }

    /// The scored criteria, in order.
    pub fn leaves(&self) -> impl Iterator<Item = Node> {
        self.nodes().filter(|node| matches!(self.at(*node).scored, Scored::Rule(_)))
    }

    /// The kind of agency that is meant where evidence names none: the only one of the audience.
    #[must_use]
    pub fn only_kind(&self) -> Option<&Id> {
        match &self.audience[..] {
            [kind] => Some(kind),
            _ => None,
        }
    }

    /// Whether it tells kinds of agency apart, so that evidence must name one.
    #[must_use]
    pub fn tells_kinds_apart(&self) -> bool {
        self.audience.len() > 1 && self.nodes.iter().any(|criterion| criterion.applies_to.is_some())
    }

    /// Whether it counts a date from the period, so that evidence must name one.
    #[must_use]
    pub fn counts_from_period(&self) -> bool {
        self.nodes.iter().filter_map(Criterion::rule).any(|rule| rule.scheme.counts_from_period())
    }

    /// Whether a criterion compares with what the peers answer.
    #[must_use]
    pub fn compares_with_peers(&self) -> bool {
        self.nodes.iter().filter_map(Criterion::rule).any(|rule| rule.scheme.compares_with().is_some())
    }

    /// Whether `period` lies in the set's time.
    #[must_use]
    pub fn in_time(&self, period: Period) -> bool {
        let (first, last) = period.span();
        self.from.is_none_or(|from| from <= last) && self.to.is_none_or(|to| first <= to)
    }
}

impl Criterion {
    /// Whether it applies to agencies of `kind`; to one of no known kind everything does.
    #[must_use]
    pub fn applies_to(&self, kind: Option<&Id>) -> bool {
        match (&self.applies_to, kind) {
            (Some(kinds), Some(kind)) => kinds.contains(kind),
            (None, _) | (_, None) => true,
        }
    }

    /// The rule of a scored criterion.
    #[must_use]
    pub fn rule(&self) -> Option<&Rule> {
        match &self.scored {
            Scored::Rule(rule) => Some(rule),
            Scored::Parts(_) => None,
        }
    }

    /// How a group comes to its points.
    #[must_use]
    pub fn combination(&self) -> Option<&Combination> {
        match &self.scored {
            Scored::Parts(combination) => Some(combination),
            Scored::Rule(_) => None,
        }
    }

    /// Whether it is only a heading: no points, score, index, grade or rank of its own.
    #[must_use]
    pub fn is_heading(&self) -> bool {
        self.combination().is_some_and(|combination| combination.how == Combine::Heading)
    }
}

/// What stands at the head of a set, for its making.
pub(super) struct Head {
    pub(super) identity: Identity,
    pub(super) title: Text,
    pub(super) basis: Vec<Text>,
    pub(super) audience: Vec<Id>,
    pub(super) from: Option<Date>,
    pub(super) to: Option<Date>,
    pub(super) rounding: Option<Rounding>,
    pub(super) ranking: Option<Ranking>,
    pub(super) limits: Vec<Limit>,
    pub(super) excused_at_most: Option<Points>,
    pub(super) may_be_not_held: Vec<Role>,
    pub(super) supersedes: Option<String>,
}
