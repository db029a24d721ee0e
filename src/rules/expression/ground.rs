//! What is known of the numbers of a formula at a place in it: the ranges of the named ones, and what the conditions
//! around it say.

use super::range::{End, Range};
use super::tree::{Alone, Arithmetic, Extreme, Join, Number, Relation, Truth};
use crate::points::Points;

/// The ground on which a value is looked at.
#[derive(Clone, Debug)]
pub(super) struct Ground {
    named: Vec<Range>,
    facts: Vec<Fact>,
}

/// That a number, wherever it stands under a condition, lies in a range.
#[derive(Clone, Debug)]
pub(super) struct Fact {
    of: Number,
    range: Range,
}

/// What is known where a condition holds, and where it does not.
pub(super) struct Outcomes {
    pub(super) holds: Vec<Fact>,
    pub(super) fails: Vec<Fact>,
}

impl Ground {
    pub(super) fn new(named: impl IntoIterator<Item = (Option<Points>, Option<Points>)>) -> Ground {
        let range = |(low, high): (Option<Points>, Option<Points>)| {
            Range::new(low.map_or(End::Lowest, End::At), high.map_or(End::Highest, End::At), false)
        };
        Ground { named: named.into_iter().map(range).collect(), facts: Vec::new() }
    }

    /// What `look` sees where `facts` hold too.
    pub(super) fn under<T>(&mut self, facts: &[Fact], look: impl FnOnce(&mut Ground) -> T) -> T {
        let before = self.facts.len();
        self.facts.extend_from_slice(facts);
        let seen = look(self);
        self.facts.truncate(before);
        seen
    }

    /// Adds `facts` until [`Ground::forget`] is called with what this gives.
    pub(super) fn learn(&mut self, facts: Vec<Fact>) -> usize {
        let before = self.facts.len();
        self.facts.extend(facts);
        before
    }

    pub(super) fn forget(&mut self, before: usize) {
        self.facts.truncate(before);
    }

    /// Where a number lies.
    pub(super) fn range(&mut self, number: &Number) -> Range {
        let own = self.own_range(number);
        let facts = self.facts.iter().filter(|fact| fact.of == *number);
        facts.fold(own, |range, fact| range.within(&fact.range))
    }

    fn own_range(&mut self, number: &Number) -> Range {
        match number {
            Number::Literal(number) => Range::exactly(number),
            Number::Named(at) => self.named.get(*at).cloned().unwrap_or(Range::ALL),
            Number::Of(how, value) => {
                let range = self.range(value);
                match how {
                    Alone::Negative => range.negative(),
                    Alone::Abs => range.abs(),
                    Alone::Floor => range.floor(),
                    Alone::Ceil => range.ceil(),
                }
            }
            Number::Two(how, values) => {
                let [a, b] = self.ranges(values);
                match how {
                    Arithmetic::Plus => a.plus(&b),
                    Arithmetic::Minus => a.plus(&b.negative()),
                    Arithmetic::Times => a.times(&b),
                    Arithmetic::Over => a.over(&b),
                }
            }
            Number::Extreme(which, values) => {
                let ranges = values.iter().map(|value| self.range(value)).collect::<Vec<_>>();
                let taken = ranges.into_iter().reduce(|a, b| match which {
                    Extreme::Min => a.min(&b),
                    Extreme::Max => a.max(&b),
                });
                taken.unwrap_or(Range::ALL)
            }
            Number::Clamp(values) => {
                let [value, low, high] = self.ranges(values);
                value.max(&low).min(&high)
            }
            Number::Share(values) => {
                let [part, whole, otherwise] = self.ranges(values);
                let share = part.over(&whole);
                if whole.not_zero { share } else { share.or(&otherwise) }
            }
            Number::Chosen(asked, values) => {
                let outcomes = self.outcomes(asked);
                let [then, otherwise] = &**values;
                let then = self.under(&outcomes.holds, |ground| ground.range(then));
                let otherwise = self.under(&outcomes.fails, |ground| ground.range(otherwise));
                then.or(&otherwise)
            }
        }
    }

    fn ranges<const N: usize>(&mut self, values: &[Number; N]) -> [Range; N] {
        std::array::from_fn(|at| self.range(&values[at]))
    }

    /// What a condition says of the numbers in it, each way.
    pub(super) fn outcomes(&mut self, truth: &Truth) -> Outcomes {
        match truth {
            Truth::Compared(relation, values) => self.compared(*relation, values),
            Truth::Not(truth) => {
                let Outcomes { holds, fails } = self.outcomes(truth);
                Outcomes { holds: fails, fails: holds }
            }
            Truth::Joined(join, truths) => {
                let [left, right] = &**truths;
                let left = self.outcomes(left);
                match join {
                    Join::Both => {
                        let right = self.under(&left.holds, |ground| ground.outcomes(right));
                        Outcomes { holds: [left.holds, right.holds].concat(), fails: Vec::new() }
                    }
                    Join::Either => {
                        let right = self.under(&left.fails, |ground| ground.outcomes(right));
                        Outcomes { holds: Vec::new(), fails: [left.fails, right.fails].concat() }
                    }
                }
            }
            Truth::Chosen(..) => Outcomes { holds: Vec::new(), fails: Vec::new() },
        }
    }

    /// Of each number, by where the other lies, and of their difference, by where zero lies.
    fn compared(&mut self, relation: Relation, values: &[Number; 2]) -> Outcomes {
        let [left, right] = values;
        let ranges = self.ranges(values);
        let zero = Range::exactly(&Points::ZERO);
        let minus = |a: &Number, b: &Number| Number::Two(Arithmetic::Minus, Box::new([a.clone(), b.clone()]));
        let facts = |relation: Relation| {
            let turned = relation.turned();
            vec![
                Fact { of: left.clone(), range: ranges[1].in_relation(relation) },
                Fact { of: right.clone(), range: ranges[0].in_relation(turned) },
                Fact { of: minus(left, right), range: zero.in_relation(relation) },
                Fact { of: minus(right, left), range: zero.in_relation(turned) },
            ]
        };
        Outcomes { holds: facts(relation), fails: facts(relation.contrary()) }
    }
}
