//! The score of a criterion that has a rule, and what is common to all nodes: gates, bounds, what is excused.

use super::model::{Absence, Adjustment, Outcome, Tally, Verdict};
use super::score::{Heard, Scoring};
use super::standing::{Above, keeps_points};
use crate::answer::Claim;
use crate::criteria::{Counts, Node, WhenNotApplicable};
use crate::points::Points;

impl Scoring<'_> {
    /// Scores a leaf.
    pub(super) fn leaf(&self, node: Node) -> (Verdict, Heard) {
        let asked = self.criteria.at(node);
        if let Some(settled) = self.settled(node) {
            let decided = matches!(settled.outcome, Outcome::DecidedAbove(_));
            let heard = if decided { self.waits_for(node, true) } else { Heard::default() };
            return (settled, heard);
        }
        if let Some(absence) = self.standing.out(node) {
            let verdict = self.out(node, absence.clone());
            let kept = keeps_points(asked.when_not_applicable);
            let heard = if kept { self.waits_for(node, true) } else { Heard::default() };
            return (verdict, heard);
        }
        let mut verdict = Verdict::empty(asked);
        let entry = self.dossier.counting(self.criteria, node);
        let earned = match entry.and_then(|entry| entry.claim.as_ref()) {
            Some(Claim::Fact(_)) => {
                let (answer, earned) =
                    self.standing.earned(node).expect("a fact has earned something").clone();
                let points = earned.points.clone();
                verdict.share = self.standing.unit(node);
                verdict.outcome = Outcome::Scored { answer, earned };
                points
            }
            Some(Claim::Decided { points, because }) => {
                verdict.outcome = Outcome::Decided { points: points.clone(), because: because.clone() };
                Some(points.clone())
            }
            Some(Claim::NotApplicable { .. }) | None => None,
        };
        let full = self.full(node);
        if asked.counts == Counts::Within {
            verdict.tally.applicable = full.clone();
        }
        if let Some(points) = earned {
            if asked.counts == Counts::Within {
                verdict.tally.answered = full;
            }
            verdict.tally.awarded = self.adjusted(node, points, &mut verdict.adjusted);
            self.share_outside(node, &mut verdict);
        }
        let answered = !matches!(verdict.outcome, Outcome::Missing);
        (verdict, self.waits_for(node, answered))
    }

    /// The points of a node with what was shared out to it.
    pub(super) fn full(&self, node: Node) -> Points {
        &self.criteria.at(node).points * self.standing.grown(node)
    }

    /// What becomes of the points that a node earned by itself: grown, rounded, gated, bounded; a penalty is negative.
    pub(super) fn adjusted(&self, node: Node, earned: Points, adjusted: &mut Vec<Adjustment>) -> Points {
        let asked = self.criteria.at(node);
        let grown = self.standing.grown(node);
        let mut points = earned;
        if *grown != Points::ONE && asked.rule().is_some() {
            adjusted.push(Adjustment::SharedOut { from: asked.points.clone(), to: self.full(node) });
            points = &points * grown;
        }
        if asked.counts != Counts::Within && points > asked.points {
            adjusted.push(Adjustment::Capped);
            points = asked.points.clone();
        }
        points = self.rounded(node, points);
        if let Some(gate) = asked.requires
            && let Some(missing) = self.closed(gate)
        {
            adjusted.push(Adjustment::Gate { node: gate, missing });
            points = Points::ZERO;
        }
        if let Some(bound) = asked.at_most
            && let Some(most) = self.bound(bound)
            && points > most
        {
            adjusted.push(Adjustment::AtMost { node: bound });
            points = most;
        }
        if asked.counts == Counts::Penalty { -&points } else { points }
    }

    /// Notes the share of full of a bonus or a penalty, of which nothing is applicable.
    pub(super) fn share_outside(&self, node: Node, verdict: &mut Verdict) {
        let asked = self.criteria.at(node);
        let of_full = || match asked.counts {
            Counts::Within => None,
            Counts::Bonus => verdict.tally.awarded.over(&asked.points),
            Counts::Penalty => (-&verdict.tally.awarded).over(&asked.points),
        };
        verdict.share = verdict.share.take().or_else(of_full);
    }

    /// Whether a gate is closed, and then whether for want of an answer. One that is not applicable is open, whatever
    /// that comes to; so is one that was decided with its group, of which nothing is known by itself.
    fn closed(&self, gate: Node) -> Option<bool> {
        let verdict = self.at(gate);
        match &verdict.outcome {
            Outcome::Missing => return Some(true),
            Outcome::NotApplicable(_)
            | Outcome::NotForKind
            | Outcome::NotHeld(_)
            | Outcome::DecidedAbove(_) => return None,
            Outcome::Scored { .. } | Outcome::Decided { .. } | Outcome::Combined | Outcome::Void => {}
        }
        let share = verdict.share_after_rounding(self.criteria, gate)?;
        let unheard = verdict.tally.answered.is_zero() && !verdict.tally.applicable.is_zero();
        (share < Points::ONE).then_some(unheard)
    }

    /// The points that bound a node. What is not applicable bounds nothing; what is missing earned nothing.
    fn bound(&self, bound: Node) -> Option<Points> {
        let verdict = self.at(bound);
        match &verdict.outcome {
            Outcome::Missing => Some(Points::ZERO),
            Outcome::NotApplicable(_)
            | Outcome::NotForKind
            | Outcome::NotHeld(_)
            | Outcome::DecidedAbove(_) => None,
            Outcome::Scored { .. } | Outcome::Decided { .. } | Outcome::Combined | Outcome::Void => {
                Some(verdict.tally.awarded.clone())
            }
        }
    }

    /// The verdict on a node that is settled from above or from outside.
    pub(super) fn settled(&self, node: Node) -> Option<Verdict> {
        let asked = self.criteria.at(node);
        let mut verdict = Verdict::empty(asked);
        let tally = &mut verdict.tally;
        verdict.outcome = match self.standing.above(node) {
            Above::Open => return None,
            Above::NotForKind => Outcome::NotForKind,
            Above::NotHeld(reason) => Outcome::NotHeld(reason.clone()),
            Above::Decided(group) => {
                tally.applicable = asked.points.clone();
                tally.answered = asked.points.clone();
                Outcome::DecidedAbove(*group)
            }
            Above::Out(group) => {
                tally.excused = asked.points.clone();
                Outcome::NotApplicable(Absence::Above(*group))
            }
        };
        Some(verdict)
    }

    /// A node with nothing to measure, under its convention. Where an answer would be refused it is left out: the
    /// set itself says then that there was nothing.
    pub(super) fn out(&self, node: Node, absence: Absence) -> Verdict {
        let asked = self.criteria.at(node);
        let mut verdict = Verdict::empty(asked);
        verdict.outcome = Outcome::NotApplicable(absence);
        let excused = asked.points.clone();
        let kept = |awarded: Points| Tally {
            points: asked.points.clone(),
            applicable: self.full(node),
            answered: self.full(node),
            excused: excused.clone(),
            awarded: self.rounded(node, awarded),
        };
        // Without points it still has its share, which a mean reads.
        verdict.share = match asked.when_not_applicable {
            _ if !asked.points.is_zero() => None,
            WhenNotApplicable::Full => Some(Points::ONE),
            WhenNotApplicable::Zero => Some(Points::ZERO),
            WhenNotApplicable::Refuse | WhenNotApplicable::LeaveOut | WhenNotApplicable::ShareOut => None,
        };
        verdict.tally = match asked.when_not_applicable {
            WhenNotApplicable::Full => kept(self.full(node)),
            WhenNotApplicable::Zero => kept(Points::ZERO),
            WhenNotApplicable::Refuse | WhenNotApplicable::LeaveOut | WhenNotApplicable::ShareOut => {
                Tally { points: asked.points.clone(), excused, ..Tally::default() }
            }
        };
        verdict
    }

    /// Which role a leaf waits for; one of no points, a bonus or a penalty makes nobody wait.
    pub(super) fn waits_for(&self, node: Node, answered: bool) -> Heard {
        let asked = self.criteria.at(node);
        if asked.points.is_zero() || self.criteria.is_outside(node) {
            return Heard::default();
        }
        Heard::one(asked.scored_by, answered)
    }
}
