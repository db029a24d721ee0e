//! What can be changed: every criterion that does not have all its points, with its better answers.

use super::remedy::Remedy;
use super::trial::Trial;
use crate::answer::{Answer, Claim, Role};
use crate::assessment::{Absence, Assessment, Outcome, Verdict};
use crate::criteria::{Counts, Criteria, Node};
use crate::points::Points;
use crate::rules::{Around, Measure, Scheme, Sense, Stop, Way};

/// A criterion that can do better.
#[derive(Clone)]
pub(super) struct Candidate {
    pub(super) node: Node,
    voice: (Role, u8),
    before: Option<Claim>,
    rungs: Rungs,
    /// The claim that earns most by itself.
    best: Claim,
    /// Whether no claim at all can earn more than the best.
    pub(super) firm: bool,
}

#[derive(Clone)]
enum Rungs {
    /// Better answers.
    Ways(Vec<Way>),
    /// One other claim.
    Only(Claim),
}

/// A rung that was found, how many steps away, and the score with it.
pub(super) struct Rung {
    steps: Points,
    pub(super) change: Remedy,
    pub(super) after: Assessment,
}

/// Whether more or fewer points are better for a node.
pub(super) fn sense(criteria: &Criteria, node: Node) -> Sense {
    let penalty = std::iter::once(node)
        .chain(criteria.above(node))
        .any(|node| criteria.at(node).counts == Counts::Penalty);
    if penalty { Sense::Less } else { Sense::More }
}

/// Whether a node does not have all that it can: scored criteria, and groups that are decided whole.
pub(super) fn is_short(criteria: &Criteria, node: Node, verdict: &Verdict) -> bool {
    let scored = match &verdict.outcome {
        Outcome::Scored { .. } | Outcome::Missing => criteria.at(node).rule().is_some(),
        Outcome::Decided { .. } => true,
        Outcome::NotApplicable(absence) => {
            !matches!(absence, Absence::Above(_) | Absence::NoPart) && verdict.awarded().is_some()
        }
        Outcome::NotForKind
        | Outcome::NotHeld(_)
        | Outcome::DecidedAbove(_)
        | Outcome::Combined
        | Outcome::Void => false,
    };
    scored
        && verdict.share_of_full().is_some_and(|share| match sense(criteria, node) {
            Sense::More => share < Points::ONE,
            Sense::Less => !share.is_zero(),
        })
}

/// Whether others than the agency answer a criterion: what they say is not its to choose.
pub(super) fn is_for_others(criteria: &Criteria, node: Node) -> bool {
    let asked = criteria.at(node);
    let replies = asked.rule().is_some_and(|rule| matches!(rule.scheme, Scheme::Average { .. }));
    replies || matches!(asked.scored_by, Role::Survey | Role::Leader)
}

/// Everything that can be changed for the better, in the order of the set.
pub(super) fn candidates(trial: &Trial<'_>) -> Vec<Candidate> {
    let criteria = trial.criteria;
    let short = criteria
        .nodes()
        .skip(1)
        .filter(|node| is_short(criteria, *node, trial.before.at(*node)) && !is_for_others(criteria, *node));
    short.filter_map(|node| candidate(trial, node)).collect()
}

fn candidate(trial: &Trial<'_>, node: Node) -> Option<Candidate> {
    let criteria = trial.criteria;
    let asked = criteria.at(node);
    let before = trial.claim(node);
    let sense = sense(criteria, node);
    let around = Around {
        period: trial.dossier.period,
        peers: asked
            .rule()
            .and_then(|rule| trial.peers.of(node, rule.scheme.compares_with()?, trial.dossier)),
    };
    let rungs = match (before, asked.rule()) {
        (Some(Claim::Decided { .. }), _) => {
            let points = if sense == Sense::More { asked.points.clone() } else { Points::ZERO };
            // Why less was decided is no reason for more.
            Rungs::Only(Claim::Decided { points, because: None })
        }
        (Some(Claim::Fact(answer)), Some(rule)) => {
            Rungs::Ways(rule.better(&asked.points, Some(answer), &around, sense))
        }
        (None, Some(rule)) => Rungs::Ways(rule.better(&asked.points, None, &around, sense)),
        (Some(Claim::NotApplicable { .. }), _) | (Some(Claim::Fact(_)) | None, None) => return None,
    };
    let mut candidate = Candidate {
        node,
        voice: trial.dossier.answered_in(trial.criteria, node),
        before: before.cloned(),
        best: Claim::Fact(Answer::Never),
        rungs,
        firm: is_firm(criteria, node),
    };
    candidate.best = candidate.best_of(trial, sense)?;
    Some(candidate)
}

/// Whether the best of what is listed is the best that there is: of a formula, and beside peers, that is not known.
pub(super) fn is_firm(criteria: &Criteria, node: Node) -> bool {
    criteria.at(node).rule().is_none_or(|rule| match &rule.scheme {
        Scheme::Formula(_) | Scheme::Average { .. } => false,
        Scheme::Ladder(ladder) => !matches!(ladder.measure, Measure::Versus { .. }),
        Scheme::Pick(_) | Scheme::Gather { .. } => true,
    })
}

impl Candidate {
    /// One that has nothing but this claim.
    pub(super) fn only(trial: &Trial<'_>, node: Node, claim: Claim) -> Candidate {
        Candidate {
            node,
            voice: trial.dossier.answered_in(trial.criteria, node),
            before: trial.claim(node).cloned(),
            rungs: Rungs::Only(claim.clone()),
            best: claim,
            firm: false,
        }
    }

    /// Whether a better answer can move anything else than the criterion's own share.
    pub(super) fn matters(&self, criteria: &Criteria) -> bool {
        let asked = criteria.at(self.node);
        let shared = asked.parent.and_then(|group| criteria.at(group).combination());
        !asked.points.is_zero()
            || shared.is_some_and(|combination| combination.how.is_over_shares())
            || criteria.nodes().any(|node| {
                let other = criteria.at(node);
                other.requires == Some(self.node) || other.at_most == Some(self.node)
            })
    }

    fn best_of(&self, trial: &Trial<'_>, sense: Sense) -> Option<Claim> {
        let ways = match &self.rungs {
            Rungs::Only(claim) => return Some(claim.clone()),
            Rungs::Ways(ways) => ways,
        };
        let mut best: Option<(Claim, Points)> = None;
        for (way, stop) in ways.iter().flat_map(|way| way.stops().iter().map(move |stop| (way, stop))) {
            let claim = Claim::Fact(way.answer(&stop.at));
            let earns = stop.earns.clone().unwrap_or_else(|| {
                let gain = trial.gain(&trial.after([&self.change(claim.clone())]));
                // The more a total is awarded the better, whatever the criterion adds or takes.
                if sense == Sense::More { gain } else { -&gain }
            });
            let better = |most: &Points| match sense {
                Sense::More => earns > *most,
                Sense::Less => earns < *most,
            };
            if best.as_ref().is_none_or(|(_, most)| better(most)) {
                best = Some((claim, earns));
            }
        }
        best.map(|(claim, _)| claim)
    }

    /// The same with its best answer that does no harm, which is no longer known to be the best that there is; `None`
    /// where every answer does.
    pub(super) fn harmless(
        &self,
        trial: &Trial<'_>,
        harms: &dyn Fn(&Assessment) -> bool,
    ) -> Option<Candidate> {
        if !harms(&trial.after([&self.best()])) {
            return Some(self.clone());
        }
        let mut best: Option<(Points, Claim)> = None;
        for claim in self.claims() {
            let after = trial.after([&self.change(claim.clone())]);
            let gain = trial.gain(&after);
            if !harms(&after) && best.as_ref().is_none_or(|(most, _)| gain > *most) {
                best = Some((gain, claim));
            }
        }
        best.map(|(_, best)| Candidate { best, firm: false, ..self.clone() })
    }

    /// The claims at which something may change.
    fn claims(&self) -> Vec<Claim> {
        match &self.rungs {
            Rungs::Only(claim) => vec![claim.clone()],
            Rungs::Ways(ways) => {
                let answers = ways.iter().flat_map(|way| way.stops().iter().map(|stop| way.answer(&stop.at)));
                answers.map(Claim::Fact).collect()
            }
        }
    }

    fn change(&self, claim: Claim) -> Remedy {
        let (role, round) = self.voice;
        Remedy { node: self.node, role, round, before: self.before.clone(), after: claim }
    }

    /// The change that earns most by itself.
    pub(super) fn best(&self) -> Remedy {
        self.change(self.best.clone())
    }

    /// The nearest rung that, on top of other changes, does what is wanted.
    pub(super) fn least(
        &self,
        trial: &Trial<'_>,
        base: &[Remedy],
        wanted: &dyn Fn(&Assessment) -> bool,
    ) -> Option<Rung> {
        let tried = |claim: Claim, steps: Points| {
            let change = self.change(claim);
            let after = trial.after(base.iter().chain([&change]));
            Rung { steps, change, after }
        };
        let ways = match &self.rungs {
            Rungs::Only(claim) => {
                return Some(tried(claim.clone(), Points::ONE)).filter(|rung| wanted(&rung.after));
            }
            Rungs::Ways(ways) => ways,
        };
        let on = |way: &Way| {
            let at = |step: &Points| tried(Claim::Fact(way.answer(step)), step.clone());
            let mut stops = way.stops().iter();
            let reached = |stop: &Stop| Some(at(&stop.at)).filter(|rung| wanted(&rung.after));
            let (stop, mut found) = stops.find_map(|stop| Some((stop, reached(stop)?)))?;
            // Between the stop before and this one: half of what is left, again and again.
            let mut short = stop.after.clone();
            while &found.steps - &short > Points::ONE {
                let middle =
                    (&short + &found.steps).over(&Points::whole(2)).expect("two is not zero").floor();
                let rung = at(&middle);
                if wanted(&rung.after) {
                    found = rung;
                } else {
                    short = middle;
                }
            }
            Some(found)
        };
        ways.iter().filter_map(on).min_by(|a, b| a.steps.cmp(&b.steps))
    }

    /// The most that the whole is awarded with any rung on top of other changes that newly voids no score.
    pub(super) fn most(&self, trial: &Trial<'_>, base: &[Remedy]) -> Option<Points> {
        let after = |claim| trial.after(base.iter().chain([&self.change(claim)]));
        let kept = self.claims().into_iter().map(after).filter(|after| trial.newly_void(after).is_none());
        kept.map(|after| super::trial::awarded(&after).clone()).max()
    }
}
