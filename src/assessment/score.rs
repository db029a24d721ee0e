//! Scoring: from a dossier to an assessment, node by node, exactly.

use std::collections::BTreeMap;

use super::limits;
use super::model::{Assessment, LayerScore, Outcome, RoleScore, Tally, Verdict};
use super::parts::parts;
use super::peers::Peers;
use super::standing::Standing;
use crate::answer::Role;
use crate::criteria::{Criteria, Criterion, Node, Scored};
use crate::evidence::{Dossier, Layer};
use crate::points::{Points, Rounding, Stage};

/// Scores a dossier that was checked against these criteria, beside what its peers answered.
#[must_use]
pub fn score(criteria: &Criteria, dossier: &Dossier, peers: &Peers) -> Assessment {
    let mut assessment = alone(criteria, dossier, peers);
    let roles = dossier.roles();
    assessment.by_role = if let [role] = roles[..] {
        vec![given(role, &assessment.verdicts)]
    } else {
        roles
            .into_iter()
            .map(|role| given(role, &Scoring::all(criteria, &dossier.only(role), peers)))
            .collect()
    };
    assessment.layers = layers(criteria, dossier, peers);
    assessment.findings = dossier.layers.iter().flat_map(|layer| layer.findings.iter().cloned()).collect();
    assessment
}

/// The same score without what each of its layers says: for scoring many times over.
#[must_use]
pub fn alone(criteria: &Criteria, dossier: &Dossier, peers: &Peers) -> Assessment {
    let verdicts = Scoring::all(criteria, dossier, peers);
    let mut assessment = Assessment {
        agency: dossier.agency.clone(),
        period: dossier.period,
        parts: parts(criteria, &verdicts),
        verdicts,
        by_role: Vec::new(),
        layers: Vec::new(),
        findings: Vec::new(),
        limited_by: Vec::new(),
    };
    limits::hold(criteria, &mut assessment);
    assessment
}

/// What each layer says, with the score at its stage where several score the same criteria.
fn layers(criteria: &Criteria, dossier: &Dossier, peers: &Peers) -> Vec<LayerScore> {
    let scores_all = |role: Role| matches!(role, Role::Own | Role::Appraisal | Role::Inspection);
    let several = dossier.spoken().filter(|layer| scores_all(layer.role)).count() > 1;
    let layered = dossier.spoken().count() > 1;
    let staged = |layer: &Layer| {
        let stage = (several && scores_all(layer.role)).then(|| dossier.staged(layer.role, layer.round))?;
        Some(alone(criteria, &stage, peers))
    };
    let score = |layer: &Layer| LayerScore {
        role: layer.role,
        round: layer.round,
        speakers: layer.speakers.clone(),
        staged: staged(layer),
        // Of one layer alone the verdicts tell it all.
        entries: if layered { layer.entries.clone() } else { BTreeMap::new() },
    };
    dossier.spoken().map(score).collect()
}

/// What a role gave, by node: a group in which it said nothing has nothing.
fn given(role: Role, verdicts: &[Verdict]) -> RoleScore {
    let awarded = verdicts.iter().map(|verdict| {
        let said = !verdict.tally.answered.is_zero() || !matches!(verdict.outcome, Outcome::Combined);
        verdict.awarded().filter(|_| said).cloned()
    });
    RoleScore { role, awarded: awarded.collect() }
}

/// Scoring under way: what stands of each node before any points are known, and the verdicts so far.
pub(super) struct Scoring<'a> {
    pub(super) criteria: &'a Criteria,
    pub(super) dossier: &'a Dossier,
    pub(super) standing: Standing,
    verdicts: Vec<Verdict>,
    heard: Vec<Heard>,
}

/// Which roles score something under a node, and which of them have been heard.
#[derive(Clone, Copy, Default)]
pub(super) struct Heard {
    asked: u8,
    answered: u8,
}

impl Heard {
    /// A leaf that a role scores.
    pub(super) fn one(role: Role, answered: bool) -> Heard {
        let bit = 1 << (role as u8);
        Heard { asked: bit, answered: if answered { bit } else { 0 } }
    }

    /// Both together.
    pub(super) fn and(self, other: Heard) -> Heard {
        Heard { asked: self.asked | other.asked, answered: self.answered | other.answered }
    }

    /// Whether a role that scores something was not heard at all.
    fn waits(self) -> bool {
        self.asked & !self.answered != 0
    }
}

impl<'a> Scoring<'a> {
    fn all(criteria: &'a Criteria, dossier: &'a Dossier, peers: &Peers) -> Vec<Verdict> {
        let standing = Standing::of(criteria, dossier, peers);
        let verdicts = criteria.nodes().map(|node| Verdict::empty(criteria.at(node))).collect();
        let heard = vec![Heard::default(); criteria.len()];
        let mut scoring = Scoring { criteria, dossier, standing, verdicts, heard };
        for node in criteria.scoring_order() {
            scoring.node(*node);
        }
        scoring.verdicts
    }

    /// Scores a node; everything that it rests on has been scored.
    fn node(&mut self, node: Node) {
        let asked = self.criteria.at(node);
        let (mut verdict, heard) = match &asked.scored {
            Scored::Rule(_) => self.leaf(node),
            Scored::Parts(combination) => self.group(node, combination),
        };
        verdict.entry = self.dossier.counting(self.criteria, node).cloned();
        self.heard[node.index()] = heard;
        self.verdicts[node.index()] = verdict;
        if asked.combination().is_some() {
            self.finish(node);
        }
    }

    /// The verdict on a node that has been scored.
    pub(super) fn at(&self, node: Node) -> &Verdict {
        &self.verdicts[node.index()]
    }

    /// Who was heard under a node that has been scored.
    pub(super) fn heard(&self, node: Node) -> Heard {
        self.heard[node.index()]
    }

    /// `points` as they stand after the stage of a node.
    pub(super) fn rounded(&self, node: Node, points: Points) -> Points {
        rounded(self.criteria, node, points)
    }

    /// The index and grade of a group.
    fn finish(&mut self, node: Node) {
        let asked = self.criteria.at(node);
        let waits = self.heard[node.index()].waits();
        let verdict = &self.verdicts[node.index()];
        if asked.is_heading() || !verdict.is_scored() {
            self.verdicts[node.index()].provisional = waits && verdict.is_scored();
            return;
        }
        let ratio = verdict.tally.awarded.over(&verdict.tally.applicable);
        let index = ratio.map(|ratio| self.rounded(node, &ratio * &Points::HUNDRED));
        let grade = index.as_ref().filter(|_| !waits).and_then(|index| {
            let reached = |from: &Points| *index >= from * &Points::HUNDRED;
            asked.grades.iter().position(|grade| grade.from.as_ref().is_none_or(reached))
        });
        let verdict = &mut self.verdicts[node.index()];
        verdict.index = index;
        verdict.provisional = waits;
        verdict.grade = grade;
    }
}

/// `points` as they stand after the stage of a node.
pub(super) fn rounded(criteria: &Criteria, node: Node, points: Points) -> Points {
    let stage = match &criteria.at(node).scored {
        Scored::Rule(_) => Stage::Criterion,
        Scored::Parts(_) if node == Node::ROOT => Stage::Total,
        Scored::Parts(_) => Stage::Level,
    };
    Rounding::after(criteria.rounding, stage, points)
}

impl Verdict {
    /// Its share of full as gates and limits read it: what has all that its points come to once they are rounded has
    /// all of them, for 3.33 is all that 10 / 3 can be there.
    pub(super) fn share_after_rounding(&self, criteria: &Criteria, node: Node) -> Option<Points> {
        let share = self.share_of_full()?;
        let applicable = &self.tally.applicable;
        let all = !applicable.is_zero() && self.tally.awarded >= rounded(criteria, node, applicable.clone());
        Some(if all { share.max(Points::ONE) } else { share })
    }

    /// A node of which nothing is known.
    pub(super) fn empty(asked: &Criterion) -> Verdict {
        Verdict {
            outcome: Outcome::Missing,
            tally: Tally { points: asked.points.clone(), ..Tally::default() },
            share: None,
            adjusted: Vec::new(),
            made: None,
            entry: None,
            index: None,
            provisional: false,
            grade: None,
        }
    }

    /// Whether it was looked at for itself, and not settled by what stands above it or by the kind of agency.
    fn is_scored(&self) -> bool {
        !matches!(
            self.outcome,
            Outcome::NotForKind
                | Outcome::NotHeld(_)
                | Outcome::DecidedAbove(_)
                | Outcome::NotApplicable(super::Absence::Above(_))
        )
    }
}
