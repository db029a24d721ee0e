//! The score of a group: its parts combined, through its bands, with what stands on top of them.

use super::model::{Adjustment, Made, Outcome, Tally, Verdict};
use super::score::{Heard, Scoring};
use crate::answer::Claim;
use crate::criteria::{Combination, Combine, Counts, Node};
use crate::points::Points;

/// The parts of a group as they count.
struct Parts {
    /// Those that have not left.
    there: Vec<Node>,
    /// Those and the excused ones.
    all: Vec<Node>,
    /// Bonuses and penalties.
    outside: Vec<Node>,
}

impl Scoring<'_> {
    /// Scores a group.
    pub(super) fn group(&self, node: Node, combination: &Combination) -> (Verdict, Heard) {
        let asked = self.criteria.at(node);
        let heard = self.criteria.parts(node).map(|part| self.heard(part)).fold(Heard::default(), Heard::and);
        if let Some(settled) = self.settled(node) {
            return (settled, heard);
        }
        if let Some(absence) = self.standing.out(node) {
            return (self.out(node, absence.clone()), heard);
        }
        let entry = self.dossier.counting(self.criteria, node);
        if let Some(Claim::Decided { points, because }) = entry.and_then(|entry| entry.claim.as_ref()) {
            let mut verdict = Verdict::empty(asked);
            verdict.outcome = Outcome::Decided { points: points.clone(), because: because.clone() };
            verdict.tally.applicable = self.full(node);
            verdict.tally.answered = self.full(node);
            verdict.tally.awarded = self.adjusted(node, points.clone(), &mut verdict.adjusted);
            return (verdict, heard);
        }
        (self.combined(node, combination), heard)
    }

    fn combined(&self, node: Node, combination: &Combination) -> Verdict {
        let asked = self.criteria.at(node);
        let parts = self.parts(node);
        let mut verdict = Verdict::empty(asked);
        verdict.outcome = Outcome::Combined;
        verdict.tally = self.covered(node, combination, &parts);
        if combination.how == Combine::Heading {
            verdict.tally.awarded = self.sum(&parts.there);
            verdict.tally.awarded += &self.sum(&parts.outside);
            return verdict;
        }
        if verdict.tally.applicable.is_zero() && !parts.all.is_empty() && parts.there.is_empty() {
            return verdict;
        }
        // What is left out takes its part of what deductions come off along.
        let start =
            if verdict.tally.applicable.is_zero() { &asked.points } else { &verdict.tally.applicable };
        let start = start.clone();
        let result = self.result(node, combination, &parts, &start);
        let whole = match combination.how {
            Combine::Deduct => start,
            Combine::Sum => parts.there.iter().map(|part| self.at(*part).tally.applicable.clone()).sum(),
            Combine::Mean | Combine::Lowest | Combine::Highest | Combine::Formula(_) | Combine::Heading => {
                asked.points.clone()
            }
        };
        let (mut points, band) = match &combination.bands {
            Some(steps) => {
                let (points, band) = steps.of(&result, &whole);
                (points, Some(band))
            }
            None => (result.clone(), None),
        };
        let on_top = self.sum(&parts.outside);
        points += &on_top;
        if let Some(floor) = &combination.floor
            && points < *floor
        {
            verdict.adjusted.push(Adjustment::Floor);
            points = floor.clone();
        }
        verdict.made = Some(Made { result, whole, band, on_top });
        verdict.tally.awarded = self.adjusted(node, points, &mut verdict.adjusted);
        if asked.counts != Counts::Within {
            verdict.tally.applicable = Points::ZERO;
            verdict.tally.answered = Points::ZERO;
            self.share_outside(node, &mut verdict);
        }
        verdict
    }

    /// The parts as they count. Parts of a heading count where the heading stands.
    fn parts(&self, node: Node) -> Parts {
        let mut parts = Parts { there: Vec::new(), all: Vec::new(), outside: Vec::new() };
        for part in self.criteria.parts(node) {
            let gone = matches!(self.at(part).outcome, Outcome::NotForKind | Outcome::NotHeld(_));
            if gone {
                continue;
            }
            if self.criteria.at(part).counts != Counts::Within {
                parts.outside.push(part);
                continue;
            }
            if self.criteria.at(part).is_heading() && self.criteria.at(node).combination().is_some() {
                let under = self.parts(part);
                parts.there.extend(under.there);
                parts.all.extend(under.all);
                parts.outside.extend(under.outside);
                continue;
            }
            parts.all.push(part);
            if !self.standing.has_left(self.criteria, part) {
                parts.there.push(part);
            }
        }
        parts
    }

    fn sum(&self, parts: &[Node]) -> Points {
        parts.iter().map(|part| &self.at(*part).tally.awarded).sum()
    }

    /// What the parts that are there come to, before any bands.
    fn result(&self, node: Node, combination: &Combination, parts: &Parts, start: &Points) -> Points {
        let full = self.full(node);
        let shares = || parts.there.iter().map(|part| self.share(*part));
        match combination.how {
            Combine::Sum | Combine::Heading => self.sum(&parts.there),
            Combine::Deduct => {
                let lost = parts.there.iter().map(|part| self.at(*part).lost());
                start - &lost.sum::<Points>()
            }
            Combine::Mean => self.mean(&full, parts),
            // Without a part there is nothing to compute with.
            Combine::Formula(_) if parts.there.is_empty() => Points::ZERO,
            Combine::Formula(ref expression) => {
                let count = i64::try_from(parts.there.len()).expect("parts can be counted");
                let values = [
                    self.sum(&parts.there),
                    self.mean(&full, parts),
                    &full * &shares().min().unwrap_or(Points::ZERO),
                    &full * &shares().max().unwrap_or(Points::ZERO),
                    Points::whole(count),
                ];
                // What a formula gives is held within the group's points, as what a rule gives is.
                expression.value(&values).points.clamp(Points::ZERO, full)
            }
            Combine::Lowest => &full * &shares().min().unwrap_or(Points::ZERO),
            Combine::Highest => &full * &shares().max().unwrap_or(Points::ZERO),
        }
    }

    /// The weighted mean of the shares of the parts that are there, times the group's points.
    fn mean(&self, full: &Points, parts: &Parts) -> Points {
        let weighed = parts.there.iter().map(|part| &self.criteria.at(*part).weight * &self.share(*part));
        let mean = weighed.sum::<Points>().over(&self.weight(&parts.there));
        full * &mean.unwrap_or(Points::ZERO)
    }

    /// The share of full of a part that is there; what is missing has none of it.
    fn share(&self, part: Node) -> Points {
        self.at(part).share_of_full().unwrap_or(Points::ZERO)
    }

    fn weight(&self, parts: &[Node]) -> Points {
        parts.iter().map(|part| &self.criteria.at(*part).weight).sum()
    }

    /// How much of a group is applicable, answered and excused. Where shares are combined, or the result goes through
    /// bands, that is its points in proportion to the weights of its parts.
    fn covered(&self, node: Node, combination: &Combination, parts: &Parts) -> Tally {
        let asked = self.criteria.at(node);
        let mut sums = Tally::default();
        for part in &parts.all {
            sums.add(&self.at(*part).tally);
        }
        let heading = combination.how == Combine::Heading;
        let points = if heading { sums.points.clone() } else { asked.points.clone() };
        let plain = Tally { points, awarded: Points::ZERO, ..sums.clone() };
        if heading || combination.how == Combine::Sum && combination.bands.is_none() {
            return plain;
        }
        let full = self.full(node);
        if combination.how == Combine::Deduct {
            let scale = full.over(&sums.points).unwrap_or(Points::ZERO);
            return Tally {
                points: asked.points.clone(),
                applicable: &sums.applicable * &scale,
                answered: &sums.answered * &scale,
                excused: &sums.excused * &scale,
                awarded: Points::ZERO,
            };
        }
        let weighs = |part: &Node| match combination.how {
            Combine::Mean => self.criteria.at(*part).weight.clone(),
            Combine::Sum => self.criteria.at(*part).points.clone(),
            Combine::Lowest | Combine::Highest | Combine::Deduct | Combine::Formula(_) | Combine::Heading => {
                Points::ONE
            }
        };
        let portion = |of: &[Node], share: &dyn Fn(&Tally) -> Option<Points>| {
            let whole: Points = of.iter().map(weighs).sum();
            let weighed = of.iter().map(|part| {
                let tally = &self.at(*part).tally;
                &weighs(part) * &share(tally).unwrap_or(Points::ZERO)
            });
            let part: Points = weighed.sum();
            &full * &part.over(&whole).unwrap_or(Points::ZERO)
        };
        Tally {
            points: asked.points.clone(),
            applicable: if parts.there.is_empty() { Points::ZERO } else { full.clone() },
            answered: portion(&parts.there, &|tally| tally.answered.over(&tally.applicable)),
            excused: portion(&parts.all, &|tally| tally.excused.over(&tally.points)),
            awarded: Points::ZERO,
        }
    }
}

impl Tally {
    /// Takes in what another counts.
    pub(super) fn add(&mut self, other: &Tally) {
        self.points += &other.points;
        self.applicable += &other.applicable;
        self.answered += &other.answered;
        self.excused += &other.excused;
        self.awarded += &other.awarded;
    }
}
