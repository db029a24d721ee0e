//! Every criterion that lost points, with what can be won back, the most first.

use super::candidate::{Candidate, candidates, is_short};
use super::chance::{Chance, Found, NoStep, found, held, lost};
use super::proof::harmless;
use super::remedy::Step;
use super::target::{Aim, Goal, Target, target};
use super::trial::{Trial, newly_hit};
use crate::assessment::{Assessment, Hit, Outcome, Peers, score};
use crate::criteria::{Criteria, Node};
use crate::evidence::Dossier;
use crate::points::Points;

/// What an agency can win back.
#[derive(Clone, Debug)]
pub struct Improvement {
    /// Its score as it is.
    pub before: Assessment,
    /// The criteria with a step, those that win most first.
    pub chances: Vec<Chance>,
    /// The criteria that lost points without a step that is known, in the order of the set.
    pub without: Vec<Chance>,
    /// Everything done at its best together, but what a limit would punish.
    pub together: Step,
    /// How a target is reached, where one was asked for.
    pub target: Option<Target>,
}

/// Finds what an agency can win back, and how it reaches a goal.
#[must_use]
pub fn improve(
    criteria: &Criteria,
    dossier: &Dossier,
    peers: &Peers,
    goal: Option<(&Goal, Aim)>,
) -> Improvement {
    let trial = Trial::new(criteria, dossier, peers);
    let candidates = candidates(&trial);
    let (mut chances, mut without) = (Vec::new(), Vec::new());
    for node in criteria.nodes().skip(1) {
        let lost = lost(&trial, node);
        if is_short(criteria, node, trial.before.at(node)) {
            let chance = Chance { node, lost, found: found(&trial, node, &candidates) };
            match chance.found {
                Found::Steps { .. } => chances.push(chance),
                // What has no points loses none.
                Found::Nothing(_) if !chance.lost.is_zero() => without.push(chance),
                Found::Nothing(_) => {}
            }
        } else if trial.before.at(node).outcome == Outcome::Combined
            && let Some(gate) = held(&trial, node)
        {
            without.push(Chance { node, lost, found: Found::Nothing(NoStep::Held(gate)) });
        }
    }
    chances.sort_by(|a, b| most(b).cmp(most(a)));
    let (harmless, _) = harmless(&trial, &candidates, &|_| true);
    let together = trial.step(harmless.iter().map(Candidate::best).collect());
    let target = goal.map(|(goal, aim)| target(&trial, &candidates, goal, aim));
    Improvement { before: score(criteria, dossier, peers), chances, without, together, target }
}

/// The most that a criterion can win back.
fn most(chance: &Chance) -> &Points {
    match &chance.found {
        Found::Steps { nearest, full, .. } => &full.as_ref().unwrap_or(nearest).gain,
        Found::Nothing(_) => &chance.lost,
    }
}

impl Improvement {
    /// Whether the lines win apart something else than what they win together.
    #[must_use]
    pub fn overlaps(&self) -> bool {
        self.chances.iter().map(|chance| most(chance).clone()).sum::<Points>() != self.together.gain
    }

    /// The limits that a step triggers and that are not triggered now.
    pub fn strikes<'a>(&'a self, step: &'a Step) -> impl Iterator<Item = &'a Hit> {
        newly_hit(&self.before, &step.after)
    }

    /// What the whole lost: applicable and not awarded.
    #[must_use]
    pub fn lost(&self) -> Points {
        self.before.at(Node::ROOT).lost()
    }
}
