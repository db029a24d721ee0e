//! What the answers of all peers come to, for the criteria that compare with them.

use std::collections::BTreeMap;

use crate::answer::Claim;
use crate::calendar::Period;
use crate::criteria::{Criteria, Node};
use crate::evidence::Dossier;
use crate::id::Id;
use crate::points::Points;
use crate::rules::Average;

/// The answers of all agencies, by kind and period. It keeps a number for each agency and comparing criterion.
#[derive(Clone, Debug, Default)]
pub struct Peers {
    answers: BTreeMap<(Node, Option<Id>, Option<Period>), Vec<Points>>,
}

impl Peers {
    /// Takes in what an agency answers. What is missing, not applicable or decided counts nowhere.
    pub fn add(&mut self, criteria: &Criteria, dossier: &Dossier) {
        for node in criteria.leaves() {
            if let Some(value) = value(criteria, node, dossier) {
                let key = (node, dossier.agency.kind.clone(), dossier.period);
                self.answers.entry(key).or_default().push(value);
            }
        }
    }

    /// The same as if one of those that were taken in, `before`, had answered as it does in `after`.
    #[must_use]
    pub fn instead(&self, criteria: &Criteria, before: &Dossier, after: &Dossier) -> Peers {
        let mut peers = self.clone();
        for node in criteria.leaves() {
            let (old, new) = (value(criteria, node, before), value(criteria, node, after));
            if old == new {
                continue;
            }
            let key = (node, before.agency.kind.clone(), before.period);
            let answers = peers.answers.entry(key).or_default();
            if let Some(at) = answers.iter().position(|answer| Some(answer) == old.as_ref()) {
                answers.remove(at);
            }
            answers.extend(new);
        }
        peers.settled()
    }

    /// Puts the answers in order, after the last agency.
    #[must_use]
    pub fn settled(mut self) -> Peers {
        for answers in self.answers.values_mut() {
            answers.sort_unstable();
        }
        self
    }

    /// What the peers of an agency come to on a criterion; `None` where nobody answered it.
    #[must_use]
    pub fn of(&self, node: Node, average: Average, dossier: &Dossier) -> Option<Points> {
        let answers = self.answers.get(&(node, dossier.agency.kind.clone(), dossier.period))?;
        if answers.is_empty() {
            return None;
        }
        let mean = |answers: &[Points]| {
            let count = i64::try_from(answers.len()).expect("agencies can be counted");
            answers.iter().sum::<Points>().over(&Points::whole(count))
        };
        match average {
            Average::Mean => mean(answers),
            Average::Median => {
                let middle = answers.len().div_ceil(2) - 1;
                mean(&answers[middle..=answers.len().div_euclid(2)])
            }
        }
    }
}

/// What an agency answers to a criterion that compares it with its peers, if it is a number.
fn value(criteria: &Criteria, node: Node, dossier: &Dossier) -> Option<Points> {
    let asked = criteria.at(node);
    let compares = asked.rule().is_some_and(|rule| rule.scheme.compares_with().is_some());
    if !compares || !asked.applies_to(dossier.agency.kind.as_ref()) {
        return None;
    }
    let entry = dossier.counting(criteria, node)?;
    if let Some(Claim::Fact(answer)) = &entry.claim { answer.value() } else { None }
}
