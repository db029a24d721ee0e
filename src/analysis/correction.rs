//! What the assessors gave beside what the agency gave itself: the difference by field and by criterion, and over many
//! agencies the criteria that were lowered most often.

use std::collections::BTreeMap;

use crate::answer::Role;
use crate::assessment::{Assessment, LayerScore};
use crate::criteria::{Criteria, Node};
use crate::points::Points;

/// The self score of an agency beside the assessed one.
#[derive(Debug)]
pub struct Corrections<'a> {
    /// Whose answers stand last: the appraisal's of its last round, else the inspection's.
    pub assessed: &'a LayerScore,
    /// The fields and the total, in the order of the set: those that differ and those that do not.
    pub fields: Vec<Correction>,
    /// The criteria that both score and that differ, the largest difference first.
    pub criteria: Vec<Correction>,
    /// How many criteria both score.
    pub both: usize,
}

/// What two gave one node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The criterion or the field.
    pub node: Node,
    /// The self score.
    pub own: Points,
    /// The assessed score.
    pub assessed: Points,
}

impl Correction {
    /// How much more was assessed; negative where it was lowered.
    #[must_use]
    pub fn points(&self) -> Points {
        &self.assessed - &self.own
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
    let between = |node: Node| {
        let (own, assessed) = (own_score.at(node).awarded()?.clone(), score.at(node).awarded()?.clone());
        Some(Correction { node, own, assessed })
    };
    let both = |node: &Node| own.awarded(*node).is_some() && claimed(*node);
    let scored: Vec<Correction> = criteria.nodes().skip(1).filter(both).filter_map(between).collect();
    let mut differing: Vec<Correction> = scored.iter().filter(|it| !it.points().is_zero()).cloned().collect();
    let size = |it: &Correction| if it.points().is_negative() { -&it.points() } else { it.points() };
    differing.sort_by_key(|it| std::cmp::Reverse(size(it)));
    let fields = criteria.parts(Node::ROOT).filter(|field| criteria.at(*field).combination().is_some());
    let fields = fields.chain([Node::ROOT]).filter(|node| !criteria.at(*node).is_heading());
    // A field of which neither says anything, as that of a survey, is not scored by them.
    let scored_by_them =
        |node: &Node| [own_score, score].iter().any(|stage| !stage.at(*node).tally.answered.is_zero());
    let fields = fields.filter(scored_by_them);
    Some(Corrections {
        assessed,
        fields: fields.filter_map(between).collect(),
        criteria: differing,
        both: scored.len(),
    })
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
            if points.is_negative() {
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
