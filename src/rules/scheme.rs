//! The one scheme that every way of scoring is lowered to, and what an answer earns under it.

use super::{Computed, Formula};
use crate::answer::{Answer, Choice};
use crate::calendar::{Date, MonthDay, Period};
use crate::id::Id;
use crate::points::{Points, Share};

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
    /// What each kind of fault costs, where faults are counted by kind.
    #[must_use]
    pub fn kinds_of_fault(&self) -> Option<&[(Id, Points)]> {
        if let Measure::Loss(Losses::ByKind(kinds)) = &self.measure { Some(kinds) } else { None }
    }

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
