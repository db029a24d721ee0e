//! What the assessors gave beside what the agency gave itself: the difference by field and by criterion, and over many
//! agencies the criteria that were lowered most often.

use std::collections::BTreeMap;

use crate::answer::Role;
use crate::assessment::{Absence, Assessment, LayerScore, Outcome};
use crate::criteria::{Criteria, Node};
use crate::points::Points;

/// The self score of an agency beside the assessed one.
#[derive(Debug)]
pub struct Corrections<'a> {
    /// Whose answers stand last: the appraisal's of its last round, else the inspection's.
    pub assessed: &'a LayerScore,
    /// The fields and the total, in the order of the set: those that differ and those that do not.
    pub fields: Vec<Correction>,
    /// The criteria whose score differs, for whatever reason, the largest difference first.
    pub criteria: Vec<Correction>,
    /// How many criteria both score.
    pub both: usize,
}

/// What two gave one node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The criterion or the field.
    pub node: Node,
    /// The self score; `None` where there is none.
    pub own: Option<Points>,
    /// The assessed score; `None` where there is none.
    pub assessed: Option<Points>,
}

impl Correction {
    /// How much more was assessed; negative where it was lowered. What has no score counts as nothing.
    #[must_use]
    pub fn points(&self) -> Points {
        let counted = |score: &Option<Points>| score.clone().unwrap_or(Points::ZERO);
        &counted(&self.assessed) - &counted(&self.own)
    }
}

/// The differences between the self score and the assessed one; `None` where not both are there.
#[must_use]
pub fn corrections<'a>(criteria: &Criteria, assessment: &'a Assessment) -> Option<Corrections<'a>> {
    let layers = || assessment.side_by_side();
    let (own, own_score) = layers().find(|(layer, _)| layer.role == Role::Own)?;
    let appraised = layers().filter(|(layer, _)| layer.role == Role::Appraisal).last();
    let (assessed, score) =
        appraised.or_else(|| layers().find(|(layer, _)| layer.role == Role::Inspection))?;
    let claimed = |node: Node| {
        let mut same_role = layers().filter(|(layer, _)| layer.role == assessed.role);
        same_role.any(|(layer, _)| layer.awarded(node).is_some())
    };
    let between = |node: Node| Correction {
        node,
        own: own_score.at(node).awarded().cloned(),
        assessed: score.at(node).awarded().cloned(),
    };
    let both = criteria.nodes().skip(1).filter(|node| own.awarded(*node).is_some() && claimed(*node)).count();
    // A criterion may differ although it was not assessed itself, as one that is bounded by another.
    let by_itself = |node: &Node| criteria.at(*node).combination().is_none() || is_decided(score, *node);
    let all = criteria.nodes().skip(1).filter(by_itself).map(between);
    let mut differing: Vec<Correction> =
        all.filter(|it| it.own != it.assessed && !is_settled_above(criteria, score, it.node)).collect();
    let size = |it: &Correction| if it.points().is_negative() { -&it.points() } else { it.points() };
    differing.sort_by_key(|it| std::cmp::Reverse(size(it)));
    let fields =
        criteria.parts(Node::ROOT).chain([Node::ROOT]).filter(|node| !criteria.at(*node).is_heading());
    // A field of which neither says anything, as that of a survey, is not scored by them.
    let scored_by_them = |node: &Node| {
        let tallies = [own_score, score].map(|stage| &stage.at(*node).tally);
        tallies.iter().any(|tally| !tally.answered.is_zero() || !tally.awarded.is_zero())
    };
    let fields = fields.filter(scored_by_them);
    Some(Corrections { assessed, fields: fields.map(between).collect(), criteria: differing, both })
}

/// Whether a group was decided, or found not applicable, as a whole.
fn is_decided(score: &Assessment, node: Node) -> bool {
    matches!(score.at(node).outcome, Outcome::Decided { .. } | Outcome::NotApplicable(Absence::Said(_)))
}

/// Whether the group of a node was: then that is what differs.
fn is_settled_above(criteria: &Criteria, score: &Assessment, node: Node) -> bool {
    criteria.above(node).any(|group| is_decided(score, group))
}

/// Over many agencies: how often each criterion was lowered, and by how much in all.
#[derive(Debug, Default)]
pub struct Lowered {
    agencies: u64,
    criteria: BTreeMap<Node, (u64, Points)>,
}

/// A criterion that was lowered.
#[derive(Debug, PartialEq, Eq)]
pub struct LoweredCriterion {
    /// The criterion.
    pub node: Node,
    /// At how many agencies.
    pub agencies: u64,
    /// By how many points in all.
    pub points: Points,
}

impl Lowered {
    /// Takes in an agency.
    pub fn add(&mut self, criteria: &Criteria, assessment: &Assessment) {
        let Some(corrections) = corrections(criteria, assessment) else { return };
        self.agencies += 1;
        for correction in corrections.criteria {
            let points = correction.points();
            // What was found not applicable has left, and is not lowered.
            if points.is_negative() && correction.assessed.is_some() {
                let (agencies, sum) = self.criteria.entry(correction.node).or_default();
                *agencies += 1;
                *sum += &-&points;
            }
        }
    }

    /// How many agencies were both scored by themselves and assessed.
    #[must_use]
    pub fn agencies(&self) -> u64 {
        self.agencies
    }

    /// The criteria that were lowered most often, those of most points first among equals; `most` of them.
    #[must_use]
    pub fn most(&self, most: usize) -> Vec<LoweredCriterion> {
        let each = self.criteria.iter().map(|(node, (agencies, points))| LoweredCriterion {
            node: *node,
            agencies: *agencies,
            points: points.clone(),
        });
        let mut all: Vec<LoweredCriterion> = each.collect();
        all.sort_by(|a, b| (b.agencies, &b.points).cmp(&(a.agencies, &a.points)));
        all.truncate(most);
        all
    }
}
