//! What an assessment says, at every node of the criteria.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::answer::{Answer, Document, Role};
use crate::calendar::Period;
use crate::criteria::{Criteria, Node};
use crate::evidence::{Agency, Entry, Finding, Speaker};
use crate::points::Points;
use crate::rules::Earned;

/// An agency's score in one period, with the reason for every point of it.
#[derive(Clone, Debug)]
pub struct Assessment {
    /// Who was scored.
    pub agency: Agency,
    /// When, if it is said.
    pub period: Option<Period>,
    pub(super) verdicts: Vec<Verdict>,
    /// What each role scores, in the order of roles: only those that score something.
    pub parts: Vec<Part>,
    /// What each role that spoke gave, from its answers alone.
    pub by_role: Vec<RoleScore>,
    /// What each role and round said, in their order.
    pub layers: Vec<LayerScore>,
    /// What was found on the way, by those who spoke, in their order.
    pub findings: Vec<Finding>,
    /// The limits that hit, in the order of the set.
    pub limited_by: Vec<Hit>,
}

/// A limit that hits, and the criteria that it hits by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Which limit of the set, from zero.
    pub limit: usize,
    /// The criteria.
    pub nodes: Vec<Node>,
}

/// What was found for one node.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// How it came to its points.
    pub outcome: Outcome,
    /// Its points.
    pub tally: Tally,
    /// Of a criterion of 0 points, a bonus or a penalty: its share of full, which gates and limits read.
    pub share: Option<Points>,
    /// What became of the points that it earned by itself, in this order.
    pub adjusted: Vec<Adjustment>,
    /// Of a group: what its parts came to.
    pub made: Option<Made>,
    /// What was said of it, with documents and note; absent where nothing was.
    pub entry: Option<Arc<Entry>>,
    /// For a group: awarded of applicable, times a hundred, rounded as the set says; absent where nothing
    /// applies.
    pub index: Option<Points>,
    /// For a group: whether everything that one role scores in it is unanswered.
    pub provisional: bool,
    /// For a group with grades: which of them it reached. Absent while it is provisional.
    pub grade: Option<usize>,
}

/// What becomes of points that were earned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Adjustment {
    /// The criterion's points grew by what was shared out beside it.
    SharedOut {
        /// Its points as written.
        from: Points,
        /// Its points here.
        to: Points,
    },
    /// A bonus or a penalty goes no further than its own points.
    Capped,
    /// A gate is closed.
    Gate {
        /// The criterion that is required.
        node: Node,
        /// Whether it has no answer.
        missing: bool,
    },
    /// It earns no more than another criterion did.
    AtMost {
        /// That criterion.
        node: Node,
    },
    /// A group does not fall further.
    Floor,
}

/// What the parts of a group came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// Before any bands.
    pub result: Points,
    /// Out of how many.
    pub whole: Points,
    /// The band that the result fell into, where there are bands.
    pub band: Option<usize>,
    /// Bonuses less penalties.
    pub on_top: Points,
}

/// How a node came to its points. Zero, missing and not applicable are three things.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// By its rule, from an answer.
    Scored {
        /// The answer.
        answer: Answer,
        /// What it earned before rounding, and why.
        earned: Earned,
    },
    /// By an assessor's decision.
    Decided {
        /// The points before rounding.
        points: Points,
        /// The assessor's reason.
        because: Option<String>,
    },
    /// There is no answer.
    Missing,
    /// There was nothing to measure.
    NotApplicable(Absence),
    /// It is not for this kind of agency.
    NotForKind,
    /// The role that scores it did not take place, for this reason.
    NotHeld(String),
    /// Its group was decided whole.
    DecidedAbove(Node),
    /// Its parts were combined.
    Combined,
    /// A limit voids the score.
    Void,
}

/// Why there was nothing to measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Absence {
    /// It was answered so, for this reason.
    Said(String),
    /// A share of nothing.
    Empty(Answer),
    /// Every part of the group is out.
    NoPart,
    /// Its group is not applicable.
    Above(Node),
}

/// The points of a node, and how much of them is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Possible.
    pub points: Points,
    /// Of these, applicable.
    pub applicable: Points,
    /// Of the applicable, answered.
    pub answered: Points,
    /// Excused as not applicable, whether that keeps the points or leaves them out.
    pub excused: Points,
    /// Awarded.
    pub awarded: Points,
}

/// What one role scores of the whole (phần điểm), with its own maximum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Who scores it.
    pub scored_by: Role,
    /// Its points.
    pub tally: Tally,
}

/// What one role gave, from its answers alone: points by node, absent where it gave none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleScore {
    /// The role.
    pub role: Role,
    pub(super) awarded: Vec<Option<Points>>,
}

/// What one role said in one round, and what the agency had when it had spoken (điểm qua từng bước).
#[derive(Clone, Debug)]
pub struct LayerScore {
    /// Who spoke.
    pub role: Role,
    /// The round of an appraisal; 0 where there are none.
    pub round: u8,
    /// Which teams, and when.
    pub speakers: BTreeSet<Speaker>,
    /// The score when this layer had spoken: the agency's own answers with those of the appraisal up to this round, or
    /// of the inspection, on top of them. Only where several score the same criteria side by side.
    pub staged: Option<Assessment>,
    pub(super) entries: BTreeMap<Node, Arc<Entry>>,
}

impl LayerScore {
    /// What the layer says of a node.
    #[must_use]
    pub fn entry(&self, node: Node) -> Option<&Entry> {
        self.entries.get(&node).map(|entry| &**entry)
    }

    /// The points that a node had when the layer had spoken of it; `None` where it claims nothing.
    #[must_use]
    pub fn awarded(&self, node: Node) -> Option<&Points> {
        self.entry(node)?.claim.as_ref()?;
        self.staged.as_ref()?.at(node).awarded()
    }
}

impl Assessment {
    /// The layers that are scored side by side: none where only one role and round scores what it scores.
    pub fn side_by_side(&self) -> impl Iterator<Item = (&LayerScore, &Assessment)> {
        self.layers.iter().filter_map(|layer| Some((layer, layer.staged.as_ref()?)))
    }

    /// Every document that somebody cites for a node, each once.
    #[must_use]
    pub fn documents(&self, node: Node) -> Vec<&Document> {
        let of_layers = self.layers.iter().filter_map(|layer| layer.entry(node));
        let counted = self.at(node).entry.as_deref();
        let mut documents: Vec<&Document> = Vec::new();
        for document in counted.into_iter().chain(of_layers).flat_map(|entry| &entry.documents) {
            if !documents.contains(&document) {
                documents.push(document);
            }
        }
        documents
    }

    /// The round of a layer, where there are several of its role.
    #[must_use]
    pub fn round(&self, layer: &LayerScore) -> Option<u8> {
        let several = self.layers.iter().filter(|other| other.role == layer.role).count() > 1;
        (several || layer.round > 1).then_some(layer.round)
    }

    /// The verdict on a node.
    #[must_use]
    pub fn at(&self, node: Node) -> &Verdict {
        &self.verdicts[node.index()]
    }

    /// The verdict on the whole.
    #[must_use]
    pub fn total(&self) -> &Verdict {
        self.at(Node::ROOT)
    }

    /// What the whole missed: scored criteria that apply and have no answer.
    pub fn missing<'a>(&'a self, criteria: &'a Criteria) -> impl Iterator<Item = Node> + 'a {
        criteria.leaves().filter(|node| matches!(self.at(*node).outcome, Outcome::Missing))
    }
}

impl Part {
    /// Whether all of it that applies is unanswered.
    #[must_use]
    pub fn waits(&self) -> bool {
        self.tally.answered.is_zero() && !self.tally.applicable.is_zero()
    }
}

impl RoleScore {
    /// The points that the role gave a node; `None` where it gave none.
    #[must_use]
    pub fn at(&self, node: Node) -> Option<&Points> {
        self.awarded[node.index()].as_ref()
    }
}

impl Verdict {
    /// The awarded points; `None` where there is no score: missing, left out, or decided above.
    #[must_use]
    pub fn awarded(&self) -> Option<&Points> {
        let scored = match &self.outcome {
            Outcome::Scored { .. } | Outcome::Decided { .. } => true,
            Outcome::Missing
            | Outcome::NotForKind
            | Outcome::NotHeld(_)
            | Outcome::DecidedAbove(_)
            | Outcome::Void => false,
            // As full or zero it has its number.
            Outcome::NotApplicable(absence) => {
                !matches!(absence, Absence::Above(_)) && !self.tally.applicable.is_zero()
            }
            Outcome::Combined => {
                self.made.is_some() && (!self.tally.applicable.is_zero() || self.tally.points.is_zero())
            }
        };
        scored.then_some(&self.tally.awarded)
    }

    /// What it has of its full points; of a criterion of 0 points, of what the rule could give. `None` where
    /// there is nothing to have: it has no points, or is not applicable.
    #[must_use]
    pub fn share_of_full(&self) -> Option<Points> {
        if self.outcome == Outcome::Missing {
            return Some(Points::ZERO);
        }
        self.share.clone().or_else(|| self.tally.awarded.over(&self.tally.applicable))
    }

    /// What is lost: applicable and not awarded.
    #[must_use]
    pub fn lost(&self) -> Points {
        &self.tally.applicable - &self.tally.awarded
    }
}
