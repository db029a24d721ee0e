//! Between what two ends a number must lie, and whether it can be zero: arithmetic with ranges.

use super::tree::Relation;
use crate::points::Points;

/// An end of a range.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum End {
    /// Below all numbers.
    Lowest,
    /// A number.
    At(Points),
    /// Above all numbers.
    Highest,
}

/// The numbers from one end to the other, both taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Range {
    pub(super) low: End,
    pub(super) high: End,
    /// Whether zero is certainly not among them.
    pub(super) not_zero: bool,
}

const ZERO: End = End::At(Points::ZERO);

impl End {
    fn plus(&self, other: &End) -> End {
        match (self, other) {
            (End::At(a), End::At(b)) => End::At(a + b),
            (End::Lowest, _) | (_, End::Lowest) => End::Lowest,
            (End::Highest, _) | (_, End::Highest) => End::Highest,
        }
    }

    fn negative(&self) -> End {
        match self {
            End::Lowest => End::Highest,
            End::At(number) => End::At(-number),
            End::Highest => End::Lowest,
        }
    }

    fn times(&self, other: &End) -> End {
        match (self, other) {
            (End::At(a), End::At(b)) => End::At(a * b),
            (a, b) if *a == ZERO || *b == ZERO => ZERO,
            (a, b) if (*a > ZERO) == (*b > ZERO) => End::Highest,
            _ => End::Lowest,
        }
    }

    /// One over this, which is not zero; zero of what is without end.
    fn inverse(&self) -> End {
        match self {
            End::At(number) => Points::ONE.over(number).map_or(End::Highest, End::At),
            End::Lowest | End::Highest => ZERO,
        }
    }

    fn map(&self, change: impl Fn(&Points) -> Points) -> End {
        match self {
            End::At(number) => End::At(change(number)),
            End::Lowest => End::Lowest,
            End::Highest => End::Highest,
        }
    }

    /// The number, where it is one.
    pub(super) fn number(&self) -> Option<Points> {
        match self {
            End::At(number) => Some(number.clone()),
            End::Lowest | End::Highest => None,
        }
    }
}

impl Range {
    pub(super) const ALL: Range = Range { low: End::Lowest, high: End::Highest, not_zero: false };

    pub(super) fn new(low: End, high: End, not_zero: bool) -> Range {
        let not_zero = not_zero || low > ZERO || high < ZERO;
        Range { low, high, not_zero }
    }

    pub(super) fn exactly(number: &Points) -> Range {
        Range::new(End::At(number.clone()), End::At(number.clone()), false)
    }

    fn never_below_zero(&self) -> bool {
        self.low >= ZERO
    }

    fn never_above_zero(&self) -> bool {
        self.high <= ZERO
    }

    /// What lies in both.
    pub(super) fn within(self, other: &Range) -> Range {
        let not_zero = self.not_zero || other.not_zero;
        Range::new(self.low.max(other.low.clone()), self.high.min(other.high.clone()), not_zero)
    }

    /// What lies in either.
    pub(super) fn or(self, other: &Range) -> Range {
        let not_zero = self.not_zero && other.not_zero;
        Range::new(self.low.min(other.low.clone()), self.high.max(other.high.clone()), not_zero)
    }

    pub(super) fn negative(&self) -> Range {
        Range::new(self.high.negative(), self.low.negative(), self.not_zero)
    }

    pub(super) fn plus(&self, other: &Range) -> Range {
        let either = self.not_zero || other.not_zero;
        let above = self.never_below_zero() && other.never_below_zero();
        let below = self.never_above_zero() && other.never_above_zero();
        Range::new(self.low.plus(&other.low), self.high.plus(&other.high), either && (above || below))
    }

    pub(super) fn times(&self, other: &Range) -> Range {
        let corners = [
            self.low.times(&other.low),
            self.low.times(&other.high),
            self.high.times(&other.low),
            self.high.times(&other.high),
        ];
        let low = corners.iter().min().cloned().unwrap_or(End::Lowest);
        let high = corners.iter().max().cloned().unwrap_or(End::Highest);
        Range::new(low, high, self.not_zero && other.not_zero)
    }

    /// This over another that is not zero.
    pub(super) fn over(&self, other: &Range) -> Range {
        let inverse = if other.never_below_zero() {
            let high = if other.low == ZERO { End::Highest } else { other.low.inverse() };
            Range::new(other.high.inverse(), high, true)
        } else if other.never_above_zero() {
            let low = if other.high == ZERO { End::Lowest } else { other.high.inverse() };
            Range::new(low, other.low.inverse(), true)
        } else {
            Range { not_zero: true, ..Range::ALL }
        };
        self.times(&inverse)
    }

    pub(super) fn abs(&self) -> Range {
        if self.never_below_zero() {
            return self.clone();
        }
        let turned = self.negative();
        if self.never_above_zero() {
            return turned;
        }
        Range::new(ZERO, turned.high.max(self.high.clone()), self.not_zero)
    }

    /// The greatest whole numbers that are not above.
    pub(super) fn floor(&self) -> Range {
        Range::new(self.low.map(Points::floor), self.high.map(Points::floor), false)
    }

    pub(super) fn ceil(&self) -> Range {
        let up = self.negative().floor().negative();
        let not_zero = self.not_zero && self.never_below_zero();
        Range::new(up.low, up.high, not_zero)
    }

    pub(super) fn min(self, other: &Range) -> Range {
        let not_zero = self.not_zero && other.not_zero;
        Range::new(self.low.min(other.low.clone()), self.high.min(other.high.clone()), not_zero)
    }

    pub(super) fn max(self, other: &Range) -> Range {
        let not_zero = self.not_zero && other.not_zero;
        let above = |range: &Range| range.never_below_zero() && range.not_zero;
        let not_zero = not_zero || above(&self) || above(other);
        Range::new(self.low.max(other.low.clone()), self.high.max(other.high.clone()), not_zero)
    }

    /// The numbers that stand in `relation` to some number of this range.
    pub(super) fn in_relation(&self, relation: Relation) -> Range {
        match relation {
            Relation::Below => Range::new(End::Lowest, self.high.clone(), self.never_above_zero()),
            Relation::UpTo => Range::new(End::Lowest, self.high.clone(), false),
            Relation::Above => Range::new(self.low.clone(), End::Highest, self.never_below_zero()),
            Relation::From => {
                let above = self.not_zero && self.never_below_zero();
                Range::new(self.low.clone(), End::Highest, above)
            }
            Relation::Equal => self.clone(),
            Relation::Unequal => {
                let zero = self.low == ZERO && self.high == ZERO;
                Range::new(End::Lowest, End::Highest, zero)
            }
        }
    }
}
