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
            let asked = criteria.at(node);
            let compares = asked.rule().is_some_and(|rule| rule.scheme.compares_with().is_some());
            if !compares || !asked.applies_to(dossier.agency.kind.as_ref()) {
                continue;
            }
            let entry = dossier.counting(node, asked.scored_by);
            if let Some(Claim::Fact(answer)) = entry.and_then(|entry| entry.claim.as_ref())
                && let Some(value) = answer.value()
            {
                let key = (node, dossier.agency.kind.clone(), dossier.period);
                self.answers.entry(key).or_default().push(value);
            }
        }
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
