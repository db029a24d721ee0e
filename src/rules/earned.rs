//! What an answer earns under a scheme, and why.

use super::Computed;
use super::scheme::{Ladder, Losses, Measure, Scheme, WhenEmpty};
use crate::answer::Answer;
use crate::calendar::{Date, Period};
use crate::points::{Points, Share};

/// What an answer earns, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earned {
    /// The points, before any rounding; `None` when nothing was there to measure.
    pub points: Option<Points>,
    /// Why.
    pub why: Why,
}

/// The reason for an award, as data: the sentence is made from it in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// The option with this index was answered.
    Picked(usize),
    /// These items hold; together they come to `sum`.
    Gathered {
        /// Their indices.
        items: Vec<usize>,
        /// Their points added, before the cap.
        sum: Points,
    },
    /// A value fell into a band.
    Measured(Found),
    /// It was never done.
    Never {
        /// When it was due.
        due: Date,
    },
    /// The mean over replies.
    Averaged {
        /// How many there are.
        replies: Points,
        /// Their points added.
        sum: Points,
    },
    /// A formula gave it.
    Computed(Computed),
    /// A share of nothing.
    Empty(WhenEmpty),
}

/// A value and the band that took it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The value as it was answered.
    pub value: Value,
    /// The band's index.
    pub band: usize,
}

/// A measured value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A share, counted or known as a percent only.
    Share {
        /// The part and the whole.
        share: Share,
        /// Their ratio.
        ratio: Points,
        /// Whether both were counted.
        counted: bool,
    },
    /// An amount, a count, or points of a judgement.
    Number(Points),
    /// The faults and what they cost.
    Loss {
        /// How many, by kind where kinds differ.
        faults: Vec<Points>,
        /// What they cost together.
        lost: Points,
    },
    /// An answer beside what the peers' answers come to.
    Versus {
        /// The agency's own.
        own: Points,
        /// The peers'.
        peers: Points,
        /// The one over the other.
        ratio: Points,
    },
    /// A day and the day on which it was due.
    Day {
        /// When it was done.
        on: Date,
        /// When it was due.
        due: Date,
        /// Days late; negative before the day.
        late: i64,
    },
}

/// What an award stands on beside the answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Around {
    /// The period of the evidence, if it names one.
    pub period: Option<Period>,
    /// What the peers' answers come to, where the rule compares with them and anybody answered.
    pub peers: Option<Points>,
}

impl Scheme {
    /// What `answer` earns on a criterion of `full` points. The answer has been checked against this scheme
    /// and the period that it needs.
    #[must_use]
    pub fn earn(&self, full: &Points, answer: &Answer, around: &Around) -> Earned {
        match (self, answer) {
            (Scheme::Pick(options), Answer::Option(index)) => {
                Earned { points: Some(options[*index].points.clone()), why: Why::Picked(*index) }
            }
            (Scheme::Gather { items, cap }, Answer::Items(held)) => {
                let sum: Points = held.iter().map(|index| &items[*index].points).sum();
                let points = if sum > *cap { cap.clone() } else { sum.clone() };
                Earned { points: Some(points), why: Why::Gathered { items: held.clone(), sum } }
            }
            (Scheme::Average { levels, when_empty }, Answer::Each(counts)) => {
                let replies: Points = counts.iter().sum();
                let sum: Points = counts.iter().zip(levels).map(|(count, level)| count * &level.points).sum();
                match sum.over(&replies) {
                    Some(mean) => Earned { points: Some(mean), why: Why::Averaged { replies, sum } },
                    None => empty(*when_empty, full),
                }
            }
            (Scheme::Ladder(ladder), answer) => ladder.earn(full, answer, around),
            (Scheme::Formula(formula), Answer::Each(numbers)) => formula.earn(full, numbers),
            (Scheme::Pick(_) | Scheme::Gather { .. } | Scheme::Average { .. } | Scheme::Formula(_), _) => {
                unreachable!("the answer was checked against its scheme")
            }
        }
    }
}

impl Ladder {
    fn earn(&self, full: &Points, answer: &Answer, around: &Around) -> Earned {
        let (value, measured) = match (&self.measure, answer) {
            (Measure::Versus { when_empty, .. }, answer) => {
                let own = answer.value().expect("the answer was checked against its scheme");
                let versus = around.peers.as_ref().and_then(|peers| Some((own.over(peers)?, peers.clone())));
                let Some((ratio, peers)) = versus else { return empty(Some(*when_empty), full) };
                (Value::Versus { own, peers, ratio: ratio.clone() }, ratio)
            }
            (Measure::Share { when_empty, .. }, Answer::Counted(share) | Answer::Percent(share)) => {
                let Some(ratio) = share.ratio() else { return empty(*when_empty, full) };
                let counted = matches!(answer, Answer::Counted(_));
                (Value::Share { share: share.clone(), ratio: ratio.clone(), counted }, ratio)
            }
            (Measure::Loss(losses), answer) => {
                let (faults, lost) = losses.count(answer);
                (Value::Loss { faults, lost: lost.clone() }, lost)
            }
            (Measure::Lateness(due), answer) => {
                let due = due.day(around.period).expect("the period was checked against the set's dates");
                let Answer::On(on) = answer else {
                    return Earned { points: Some(Points::ZERO), why: Why::Never { due } };
                };
                let late = on.days_after(due);
                (Value::Day { on: *on, due, late }, Points::whole(late))
            }
            (Measure::Amount | Measure::Count | Measure::Judgement(_), Answer::Number(number)) => {
                (Value::Number(number.clone()), number.clone())
            }
            _ => unreachable!("the answer was checked against its scheme"),
        };
        let band =
            self.bands.iter().position(|band| band.takes(&measured)).expect("bands take every value once");
        Earned {
            points: Some(self.bands[band].earns.at(&measured)),
            why: Why::Measured(Found { value, band }),
        }
    }
}

impl Losses {
    /// The faults that an answer counts, and what they cost together.
    fn count(&self, answer: &Answer) -> (Vec<Points>, Points) {
        match (self, answer) {
            (Losses::Each(each), Answer::Number(faults)) => (vec![faults.clone()], faults * each),
            (Losses::ByKind(kinds), Answer::Each(counts)) => {
                (counts.clone(), counts.iter().zip(kinds).map(|(count, (_, each))| count * each).sum())
            }
            _ => unreachable!("the answer was checked against its scheme"),
        }
    }
}

fn empty(when: Option<WhenEmpty>, full: &Points) -> Earned {
    let when = when.expect("0 of 0 was refused where the set does not say what it means");
    let points = match when {
        WhenEmpty::Full => Some(full.clone()),
        WhenEmpty::Zero => Some(Points::ZERO),
        WhenEmpty::NotApplicable => None,
    };
    Earned { points, why: Why::Empty(when) }
}
