//! A way to better answers: in steps, each farther from what is answered than the one before.

use crate::answer::Answer;
use crate::calendar::Date;
use crate::points::{Points, Share};

/// Answers in an order, from the nearest to what is answered to the farthest. Steps are counted from one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    pub(super) path: Path,
    pub(super) stops: Vec<Stop>,
}

/// A step at which something may change: where a band is entered, or left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// The step.
    pub at: Points,
    /// The stop before it, or zero; between the two nothing changes but along one line.
    pub after: Points,
    /// What the answer earns by itself, before any rounding; `None` where only all peers together tell.
    pub earns: Option<Points>,
}

/// Which answers the steps are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Path {
    /// These, in their order.
    Listed(Vec<Answer>),
    /// Numbers along a line: `base + step x unit`.
    Line {
        /// Where step zero would be.
        base: Points,
        /// What each step adds.
        unit: Points,
        /// What the numbers are.
        form: Form,
    },
    /// Fewer and fewer faults, in the order of the kinds that are named.
    Fewer {
        /// How many there are of each kind.
        counts: Vec<Points>,
        /// Which kind is mended first.
        order: Vec<usize>,
    },
    /// One of several numbers moves along a line.
    Moved {
        /// All numbers as they are answered.
        numbers: Vec<Points>,
        /// Which one moves.
        at: usize,
        /// Where step zero would be.
        base: Points,
        /// What each step adds.
        unit: Points,
    },
}

/// What a number on a line stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// The part of this whole.
    Part(Points),
    /// A percent.
    Percent,
    /// Itself.
    Number,
    /// Days after this day.
    Days(Date),
}

impl Form {
    /// The answer for a number; `None` beyond the calendar's end.
    pub(super) fn answer(&self, number: &Points) -> Option<Answer> {
        Some(match self {
            Form::Part(whole) => Answer::Counted(Share { part: number.clone(), whole: whole.clone() }),
            Form::Percent => Answer::Percent(Share { part: number.clone(), whole: Points::HUNDRED }),
            Form::Number => Answer::Number(number.clone()),
            Form::Days(due) => Answer::On(due.plus_days(number.to_string().parse().ok()?)?),
        })
    }
}

impl Path {
    /// The answer at a step; `None` where there is none.
    pub(super) fn answer(&self, step: &Points) -> Option<Answer> {
        match self {
            Path::Listed(answers) => {
                let at: usize = step.to_string().parse().ok()?;
                answers.get(at.checked_sub(1)?).cloned()
            }
            Path::Line { base, unit, form } => form.answer(&(base + &(unit * step))),
            Path::Fewer { counts, order } => {
                let (mut left, mut counts) = (step.clone(), counts.clone());
                for kind in order {
                    let mended = left.clone().min(counts[*kind].clone());
                    counts[*kind] = &counts[*kind] - &mended;
                    left = &left - &mended;
                }
                left.is_zero().then_some(Answer::Each(counts))
            }
            Path::Moved { numbers, at, base, unit } => {
                let mut numbers = numbers.clone();
                numbers[*at] = base + &(unit * step);
                Some(Answer::Each(numbers))
            }
        }
    }
}

impl Way {
    /// The steps at which something may change, in their order: only those that earn more, or fewer where that is
    /// meant, than what is answered.
    #[must_use]
    pub fn stops(&self) -> &[Stop] {
        &self.stops
    }

    /// The answer at a step up to the last stop.
    #[must_use]
    pub fn answer(&self, step: &Points) -> Answer {
        self.path.answer(step).expect("up to its last stop a way has an answer at every step")
    }
}
