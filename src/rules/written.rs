//! An answer as a row of evidence would write it.

use super::Scheme;
use crate::answer::{Answer, NEVER, NONE};
use crate::points::{Points, Share};

impl Scheme {
    /// The answer, which was checked against this scheme, as a row of evidence would write it.
    #[must_use]
    pub fn written(&self, answer: &Answer) -> String {
        written(self, answer)
    }
}

fn written(scheme: &Scheme, answer: &Answer) -> String {
    let pairs = |ids: Vec<&str>, counts: &[Points]| {
        let pairs = ids.into_iter().zip(counts).map(|(id, count)| format!("{id}={count}"));
        pairs.collect::<Vec<_>>().join("; ")
    };
    match (answer, scheme) {
        (Answer::Option(option), Scheme::Pick(options)) => options[*option].id.to_string(),
        (Answer::Items(held), Scheme::Gather { .. }) if held.is_empty() => NONE.to_owned(),
        (Answer::Items(held), Scheme::Gather { items, .. }) => {
            held.iter().map(|item| items[*item].id.as_str()).collect::<Vec<_>>().join("; ")
        }
        (Answer::Each(counts), Scheme::Average { levels, .. }) => {
            pairs(levels.iter().map(|level| level.id.as_str()).collect(), counts)
        }
        (Answer::Each(counts), Scheme::Ladder(ladder)) => {
            let kinds = ladder.kinds_of_fault().expect("the answer was checked against its scheme");
            pairs(kinds.iter().map(|(id, _)| id.as_str()).collect(), counts)
        }
        (Answer::Each(numbers), Scheme::Formula(formula)) => {
            pairs(formula.inputs.iter().map(|input| input.id.as_str()).collect(), numbers)
        }
        (Answer::Counted(Share { part, whole }), _) => format!("{part}/{whole}"),
        (Answer::Percent(Share { part, .. }), _) => format!("{part}%"),
        (Answer::Number(number), _) => number.to_string(),
        (Answer::On(date), _) => date.to_string(),
        (Answer::Never, _) => NEVER.to_owned(),
        (Answer::Option(_) | Answer::Items(_) | Answer::Each(_), _) => {
            unreachable!("the answer was checked against its scheme")
        }
    }
}
