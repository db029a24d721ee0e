//! What stands of each node before any points are known: for whom it is, what settles it from above, whether it is
//! out, and what is shared out to it.

use super::model::Absence;
use super::peers::Peers;
use crate::answer::{Answer, Claim};
use crate::criteria::{Combine, Counts, Criteria, Node, Scored, WhenNotApplicable};
use crate::evidence::Dossier;
use crate::points::Points;
use crate::rules::{Around, Earned};

/// The standing of every node.
pub(super) struct Standing {
    above: Vec<Above>,
    out: Vec<Option<Absence>>,
    grown: Vec<Points>,
    earned: Vec<Option<(Answer, Earned)>>,
    unit: Vec<Option<Points>>,
}

/// What settles a node from above or from outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Above {
    /// Nothing.
    Open,
    /// It is not for this kind of agency.
    NotForKind,
    /// The role that scores it did not take place, for this reason.
    NotHeld(String),
    /// A group that was decided whole.
    Decided(Node),
    /// A group that is not applicable.
    Out(Node),
}

impl Standing {
    /// The standing of every node of a dossier.
    pub(super) fn of(criteria: &Criteria, dossier: &Dossier, peers: &Peers) -> Standing {
        let mut standing = Standing {
            above: vec![Above::Open; criteria.len()],
            out: vec![None; criteria.len()],
            grown: vec![Points::ONE; criteria.len()],
            earned: vec![None; criteria.len()],
            unit: vec![None; criteria.len()],
        };
        for node in criteria.nodes() {
            standing.settle(criteria, dossier, node);
        }
        for node in criteria.nodes().rev() {
            standing.leave(criteria, dossier, peers, node);
        }
        for node in criteria.nodes() {
            standing.share_out(criteria, node);
        }
        standing
    }

    /// What settles a node.
    pub(super) fn above(&self, node: Node) -> &Above {
        &self.above[node.index()]
    }

    /// Why there is nothing to measure, where that is so for the node itself.
    pub(super) fn out(&self, node: Node) -> Option<&Absence> {
        self.out[node.index()].as_ref()
    }

    /// By how much its points have grown by what was shared out to it.
    pub(super) fn grown(&self, node: Node) -> &Points {
        &self.grown[node.index()]
    }

    /// What the answer to a leaf earned, before anything else is looked at.
    pub(super) fn earned(&self, node: Node) -> Option<&(Answer, Earned)> {
        self.earned[node.index()].as_ref()
    }

    /// Of a criterion of 0 points: the share of full that its answer has.
    pub(super) fn unit(&self, node: Node) -> Option<Points> {
        self.unit[node.index()].clone()
    }

    /// Whether a node has left the points of its group.
    pub(super) fn has_left(&self, criteria: &Criteria, node: Node) -> bool {
        match self.above(node) {
            Above::NotForKind | Above::NotHeld(_) | Above::Out(_) => true,
            Above::Decided(_) => false,
            Above::Open => {
                let asked = criteria.at(node);
                self.out(node).is_some() && !keeps_points(asked.when_not_applicable)
            }
        }
    }

    /// From the top down: what a claim on a group settles, and for whom a node is.
    fn settle(&mut self, criteria: &Criteria, dossier: &Dossier, node: Node) {
        let asked = criteria.at(node);
        let parent = asked.parent.map_or(Above::Open, |group| {
            let claim = match self.above(group) {
                Above::Open => dossier.counting(criteria, group),
                Above::NotForKind | Above::NotHeld(_) | Above::Decided(_) | Above::Out(_) => None,
            };
            match claim.and_then(|entry| entry.claim.as_ref()) {
                Some(Claim::Decided { .. }) => Above::Decided(group),
                Some(Claim::NotApplicable { .. }) => Above::Out(group),
                Some(Claim::Fact(_)) | None => self.above(group).clone(),
            }
        });
        self.above[node.index()] = if !asked.applies_to(dossier.agency.kind.as_ref()) {
            Above::NotForKind
        } else if parent != Above::Open {
            parent
        } else {
            // What an appraisal answers all the same is scored.
            let unclaimed = || dossier.counting(criteria, node).is_none_or(|entry| entry.claim.is_none());
            let not_held = asked.rule().and_then(|_| dossier.not_held(asked.scored_by));
            let not_held = not_held.filter(|_| unclaimed());
            not_held.map_or(Above::Open, |reason| Above::NotHeld(reason.to_owned()))
        };
    }

    /// From the bottom up: which leaves have nothing to measure, and which groups have no part left.
    fn leave(&mut self, criteria: &Criteria, dossier: &Dossier, peers: &Peers, node: Node) {
        if *self.above(node) != Above::Open {
            return;
        }
        let asked = criteria.at(node);
        let claim = dossier.counting(criteria, node).and_then(|entry| entry.claim.as_ref());
        let out = match (&asked.scored, claim) {
            (_, Some(Claim::NotApplicable { reason })) => Some(Absence::Said(reason.clone())),
            (Scored::Rule(rule), Some(Claim::Fact(answer))) => {
                let around = Around {
                    period: dossier.period,
                    peers: rule.scheme.compares_with().and_then(|to| peers.of(node, to, dossier)),
                };
                let earned = rule.scheme.earn(&asked.points, answer, &around);
                self.unit[node.index()] =
                    rule.unit.as_ref().and_then(|unit| unit.earn(&Points::ONE, answer, &around).points);
                let empty = earned.points.is_none().then(|| Absence::Empty(answer.clone()));
                self.earned[node.index()] = Some((answer.clone(), earned));
                empty
            }
            (Scored::Parts(_), None) => self.no_part_left(criteria, node),
            (_, Some(Claim::Decided { .. }) | None) | (Scored::Parts(_), Some(Claim::Fact(_))) => None,
        };
        self.out[node.index()] = out;
    }

    /// Whether every part of a group is out. A group of which only parts are left out that were not held, or are for
    /// other kinds, is as they are.
    fn no_part_left(&mut self, criteria: &Criteria, node: Node) -> Option<Absence> {
        let parts: Vec<Node> =
            criteria.parts(node).filter(|part| criteria.at(*part).counts == Counts::Within).collect();
        if parts.is_empty() || !parts.iter().all(|part| self.has_left(criteria, *part)) {
            return None;
        }
        let excused = parts.iter().any(|part| *self.above(*part) == Above::Open);
        if excused {
            return Some(Absence::NoPart);
        }
        let not_held = parts.iter().find_map(|part| match self.above(*part) {
            Above::NotHeld(reason) => Some(Above::NotHeld(reason.clone())),
            Above::Open | Above::NotForKind | Above::Decided(_) | Above::Out(_) => None,
        });
        self.above[node.index()] = not_held.unwrap_or(Above::NotForKind);
        None
    }

    /// From the top down: the points of a part that is out and shared out go to those beside it that apply, in
    /// proportion, down to their leaves. The parts of a heading stand beside those of the group around it.
    fn share_out(&mut self, criteria: &Criteria, node: Node) {
        if criteria.at(node).is_heading() && node != Node::ROOT {
            return;
        }
        let parts = beside(criteria, node);
        let own = self.grown(node).clone();
        let (mut free, mut there) = (Points::ZERO, Points::ZERO);
        for part in parts.iter().filter(|part| criteria.at(**part).counts == Counts::Within) {
            let asked = criteria.at(*part);
            if !self.has_left(criteria, *part) {
                there += &asked.points;
            } else if *self.above(*part) == Above::Open
                && asked.when_not_applicable == WhenNotApplicable::ShareOut
            {
                free += &asked.points;
            }
        }
        let added = criteria.at(node).combination().is_some_and(|combination| {
            matches!(combination.how, Combine::Sum | Combine::Heading) && combination.bands.is_none()
        });
        let grown = match (&there + &free).over(&there) {
            Some(factor) if added => &own * &factor,
            Some(_) | None if added => own,
            // Where shares are combined the size of a part says nothing.
            Some(_) | None => Points::ONE,
        };
        for part in parts {
            let within = criteria.at(part).counts == Counts::Within;
            self.grown[part.index()] = if within { grown.clone() } else { Points::ONE };
        }
    }
}

/// The parts that stand beside one another in a group: its own, and in place of headings theirs.
fn beside(criteria: &Criteria, group: Node) -> Vec<Node> {
    let under = |part: Node| {
        if criteria.at(part).is_heading() { beside(criteria, part) } else { vec![part] }
    };
    criteria.parts(group).flat_map(under).collect()
}

/// Whether what is not applicable keeps its points in the total.
pub(super) fn keeps_points(convention: WhenNotApplicable) -> bool {
    match convention {
        WhenNotApplicable::Full | WhenNotApplicable::Zero => true,
        WhenNotApplicable::Refuse | WhenNotApplicable::LeaveOut | WhenNotApplicable::ShareOut => false,
    }
}
