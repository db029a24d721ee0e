//! The one scheme that every way of scoring is lowered to.

use super::Formula;
use crate::answer::{Answer, Choice};
use crate::calendar::{Date, MonthDay, Period};
use crate::id::Id;
use crate::points::Points;

/// How an answer becomes points. Every kind of rule is one of these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// One of the options.
    Pick(Vec<Choice>),
    /// The items that hold, added, up to a cap.
    Gather {
        /// The items.
        items: Vec<Choice>,
        /// The most that they earn together.
        cap: Points,
    },
    /// A measured value on a ladder of bands.
    Ladder(Ladder),
    /// The mean over all replies.
    Average {
        /// The levels that a reply may have.
        levels: Vec<Choice>,
        /// What no reply at all means.
        when_empty: Option<WhenEmpty>,
    },
    /// A formula over named numbers.
    Formula(Formula),
}

/// Bands that together take every value once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ladder {
    /// What is measured.
    pub measure: Measure,
    /// The bands, from the lowest value to the highest.
    pub bands: Vec<Band>,
}

/// What a ladder measures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Measure {
    /// A share.
    Share {
        /// Whether it can pass the whole, as a plan can be more than met.
        beyond: bool,
        /// What 0 of 0 means.
        when_empty: Option<WhenEmpty>,
    },
    /// An amount.
    Amount,
    /// A whole number, not below zero.
    Count,
    /// The points that are lost by faults.
    Loss(Losses),
    /// Days after a date; not above zero in time.
    Lateness(Due),
    /// Points of a judgement.
    Judgement(Judgement),
    /// A number or a share over what the peers' answers come to.
    Versus {
        /// How those are taken together.
        to: Average,
        /// What it means when they come to nothing.
        when_empty: WhenEmpty,
    },
}

/// How the answers of peers are taken together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Average {
    /// Their mean.
    Mean,
    /// The one in the middle, or the mean of the two there.
    Median,
}

/// What each fault costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Losses {
    /// Every fault the same.
    Each(Points),
    /// By kind of fault.
    ByKind(Vec<(Id, Points)>),
}

/// The day by which something is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// That day.
    On(Date),
    /// A day of the year so many years from the period's.
    InYear {
        /// The day.
        day: MonthDay,
        /// 0 for the period's own year, -1 for the year before.
        year: i16,
    },
}

impl Due {
    /// The day for evidence about `period`; `None` when the period is needed and not named.
    #[must_use]
    pub fn day(self, period: Option<Period>) -> Option<Date> {
        match self {
            Due::On(day) => Some(day),
            Due::InYear { day, year } => day.in_year(period?.year().checked_add(year)?),
        }
    }
}

/// The bounds of an assessor's judgement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// The most that may be given.
    pub most: Points,
    /// The steps in which it is given, where there are any.
    pub step: Option<Points>,
}

/// A band: what the values between two cuts earn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// Where it begins.
    pub low: Cut,
    /// Where it ends.
    pub high: Cut,
    /// What a value in it earns.
    pub earns: Line,
}

/// A cut between values, so that bands can begin and end at an edge or just beyond it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cut {
    /// Below all values.
    Lowest,
    /// Just before a value (`false`) or just after it (`true`).
    At(Points, bool),
    /// Above all values.
    Highest,
}

/// `base + slope x value`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What is earned at value 0.
    pub base: Points,
    /// What each unit adds.
    pub slope: Points,
}

impl Line {
    /// The same points for every value.
    #[must_use]
    pub fn flat(points: Points) -> Line {
        Line { base: points, slope: Points::ZERO }
    }

    /// In proportion, through zero.
    #[must_use]
    pub fn rising(slope: Points) -> Line {
        Line { base: Points::ZERO, slope }
    }

    /// The points for `value`.
    #[must_use]
    pub fn at(&self, value: &Points) -> Points {
        if self.slope.is_zero() { self.base.clone() } else { &self.base + &(&self.slope * value) }
    }
}

impl Band {
    /// Whether it takes `value`.
    #[must_use]
    pub fn takes(&self, value: &Points) -> bool {
        let before = match &self.low {
            Cut::Lowest => true,
            Cut::At(edge, after) => {
                if *after {
                    edge < value
                } else {
                    edge <= value
                }
            }
            Cut::Highest => false,
        };
        before
            && match &self.high {
                Cut::Lowest => false,
                Cut::At(edge, after) => {
                    if *after {
                        value <= edge
                    } else {
                        value < edge
                    }
                }
                Cut::Highest => true,
            }
    }
}

/// What a share of nothing means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhenEmpty {
    /// Full points.
    Full,
    /// No points.
    Zero,
    /// As if it were answered not applicable.
    NotApplicable,
}

impl Scheme {
    /// How it takes together the answers of all peers, if it compares with them.
    #[must_use]
    pub fn compares_with(&self) -> Option<Average> {
        if let Scheme::Ladder(Ladder { measure: Measure::Versus { to, .. }, .. }) = self {
            Some(*to)
        } else {
            None
        }
    }

    /// Whether `answer` is a share of nothing that counts as not applicable.
    #[must_use]
    pub fn finds_nothing(&self, answer: &Answer) -> bool {
        let not_applicable = Some(WhenEmpty::NotApplicable);
        match (self, answer) {
            (
                Scheme::Ladder(Ladder { measure: Measure::Share { when_empty, .. }, .. }),
                Answer::Counted(share),
            ) => *when_empty == not_applicable && share.whole.is_zero(),
            (Scheme::Average { when_empty, .. }, Answer::Each(counts)) => {
                *when_empty == not_applicable && counts.iter().all(Points::is_zero)
            }
            (
                Scheme::Pick(_)
                | Scheme::Gather { .. }
                | Scheme::Average { .. }
                | Scheme::Ladder(_)
                | Scheme::Formula(_),
                _,
            ) => false,
        }
    }

    /// Whether it counts a date from the period of the evidence.
    #[must_use]
    pub fn counts_from_period(&self) -> bool {
        matches!(self, Scheme::Ladder(Ladder { measure: Measure::Lateness(Due::InYear { .. }), .. }))
    }
}

impl Ladder {
    /// What each kind of fault costs, where faults are counted by kind.
    #[must_use]
    pub fn kinds_of_fault(&self) -> Option<&[(Id, Points)]> {
        if let Measure::Loss(Losses::ByKind(kinds)) = &self.measure { Some(kinds) } else { None }
    }
}
