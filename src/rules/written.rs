//! An answer as a row of evidence would write it.

use super::Scheme;
use crate::answer::{Answer, NEVER, NONE};
use crate::cell::{Cell, Raw};
use crate::id::Id;
use crate::points::{LONGEST_NUMBER, Points, Share};
use crate::source::Place;

impl Scheme {
    /// The answer, which was checked against this scheme, as a row of evidence would write it.
    #[must_use]
    pub fn written(&self, answer: &Answer) -> String {
        self.raw(answer).text()
    }

    /// The answer, which was checked against this scheme, as it would be read again: under this scheme it gives the
    /// same answer, under another it is what was said then.
    #[must_use]
    pub fn raw(&self, answer: &Answer) -> Raw {
        match (answer, self) {
            (Answer::Option(option), Scheme::Pick(options)) => text(options[*option].id.to_string()),
            (Answer::Items(held), Scheme::Gather { .. }) if held.is_empty() => text(NONE.to_owned()),
            (Answer::Items(held), Scheme::Gather { items, .. }) => {
                let items = held.iter().map(|item| cell(items[*item].id.to_string()));
                Raw::List { items: items.collect(), place: Place::Whole }
            }
            (Answer::Each(counts), Scheme::Average { levels, .. }) => {
                table(levels.iter().map(|level| &level.id), counts)
            }
            (Answer::Each(counts), Scheme::Ladder(ladder)) => {
                let kinds = ladder.kinds_of_fault().expect("the answer was checked against its scheme");
                table(kinds.iter().map(|(id, _)| id), counts)
            }
            (Answer::Each(numbers), Scheme::Formula(formula)) => {
                table(formula.inputs.iter().map(|input| &input.id), numbers)
            }
            (Answer::Counted(Share { part, whole }), _) => {
                text(format!("{}/{}", number(part), number(whole)))
            }
            (Answer::Percent(Share { part, .. }), _) => text(format!("{}%", number(part))),
            (Answer::Number(amount), _) => text(number(amount)),
            (Answer::On(date), _) => text(date.to_string()),
            (Answer::Never, _) => text(NEVER.to_owned()),
            (Answer::Option(_) | Answer::Items(_) | Answer::Each(_), _) => {
                unreachable!("the answer was checked against its scheme")
            }
        }
    }
}

/// A number of an answer, exactly: it was written with no more digits than this.
fn number(number: &Points) -> String {
    let digits = u8::try_from(LONGEST_NUMBER).expect("the longest number is short");
    number.shortest(digits)
}

fn cell(text: String) -> Cell {
    Cell { text, place: Place::Whole }
}

fn text(answer: String) -> Raw {
    Raw::Text { answer: cell(answer), of: None }
}

fn table<'i>(ids: impl Iterator<Item = &'i Id>, numbers: &[Points]) -> Raw {
    let entries = ids.zip(numbers).map(|(id, amount)| (cell(id.to_string()), cell(number(amount))));
    Raw::Table { entries: entries.collect(), place: Place::Whole }
}
