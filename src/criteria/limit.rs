//! Limits (khống chế): what caps the grade or voids the score.

use super::model::Node;
use crate::answer::Answer;
use crate::lang::Text;
use crate::points::Points;

/// A limit.
#[derive(Clone, Debug)]
pub struct Limit {
    /// Of which criterion; `None` for any scored one with points that is no bonus or penalty.
    pub whose: Option<Node>,
    /// What triggers it.
    pub when: Trigger,
    /// What it does.
    pub then: Consequence,
    /// Why.
    pub because: Text,
}

/// What triggers a limit. A missing answer never does better than a zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trigger {
    /// Nothing was awarded, or there is no answer.
    Zero,
    /// There is no answer.
    Missing,
    /// There was nothing to measure.
    NotApplicable,
    /// A share below this one, or no answer.
    Below(Points),
    /// This answer.
    Answer(Answer),
}

/// What a limit does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Consequence {
    /// The grade is this one at most, by its index.
    GradeAtMost(usize),
    /// There is no score, index, grade or rank.
    Void,
}

impl Trigger {
    /// The key in criteria files.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Trigger::Zero | Trigger::Missing | Trigger::NotApplicable => "is",
            Trigger::Below(_) => "below",
            Trigger::Answer(_) => "answer",
        }
    }
}
