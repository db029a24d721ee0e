//! A formula that was checked: numbers and truth values are two types, and nothing in it can fail.

use crate::points::Points;

/// What makes a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Number {
    /// A number as written.
    Literal(Points),
    /// One of the named numbers.
    Named(usize),
    /// Of one number.
    Of(Alone, Box<Number>),
    /// Of two numbers. The divisor of a division was proved not to be zero.
    Two(Arithmetic, Box<[Number; 2]>),
    /// The least or the greatest of several.
    Extreme(Extreme, Vec<Number>),
    /// A number kept between two others.
    Clamp(Box<[Number; 3]>),
    /// A part of a whole, and what it is when the whole is zero.
    Share(Box<[Number; 3]>),
    /// One of two numbers.
    Chosen(Box<Truth>, Box<[Number; 2]>),
}

/// What makes a truth value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Truth {
    /// Two numbers compared.
    Compared(Relation, Box<[Number; 2]>),
    /// Two truth values joined.
    Joined(Join, Box<[Truth; 2]>),
    /// The contrary.
    Not(Box<Truth>),
    /// One of two truth values.
    Chosen(Box<Truth>, Box<[Truth; 2]>),
}

/// What is made of one number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Alone {
    /// `-a`
    Negative,
    /// `abs(a)`
    Abs,
    /// `floor(a)`
    Floor,
    /// `ceil(a)`
    Ceil,
}

/// What is made of two numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Arithmetic {
    /// `a + b`
    Plus,
    /// `a - b`
    Minus,
    /// `a * b`
    Times,
    /// `a / b`
    Over,
}

/// Which of several numbers is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extreme {
    /// `min(a, b)`
    Min,
    /// `max(a, b)`
    Max,
}

/// How two numbers are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Relation {
    /// `a < b`
    Below,
    /// `a <= b`
    UpTo,
    /// `a > b`
    Above,
    /// `a >= b`
    From,
    /// `a == b`
    Equal,
    /// `a != b`
    Unequal,
}

/// How two truth values are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Join {
    /// `a && b`
    Both,
    /// `a || b`
    Either,
}

impl Arithmetic {
    /// As it is written.
    pub(super) fn sign(self) -> &'static str {
        match self {
            Arithmetic::Plus => "+",
            Arithmetic::Minus => "-",
            Arithmetic::Times => "*",
            Arithmetic::Over => "/",
        }
    }
}

impl Extreme {
    /// As it is written.
    pub(super) fn word(self) -> &'static str {
        match self {
            Extreme::Min => "min",
            Extreme::Max => "max",
        }
    }
}

impl Relation {
    /// As it is written.
    pub(super) fn sign(self) -> &'static str {
        match self {
            Relation::Below => "<",
            Relation::UpTo => "<=",
            Relation::Above => ">",
            Relation::From => ">=",
            Relation::Equal => "==",
            Relation::Unequal => "!=",
        }
    }

    /// Whether it holds.
    pub(super) fn holds(self, a: &Points, b: &Points) -> bool {
        match self {
            Relation::Below => a < b,
            Relation::UpTo => a <= b,
            Relation::Above => a > b,
            Relation::From => a >= b,
            Relation::Equal => a == b,
            Relation::Unequal => a != b,
        }
    }

    /// What holds where this does not.
    pub(super) fn contrary(self) -> Relation {
        match self {
            Relation::Below => Relation::From,
            Relation::UpTo => Relation::Above,
            Relation::Above => Relation::UpTo,
            Relation::From => Relation::Below,
            Relation::Equal => Relation::Unequal,
            Relation::Unequal => Relation::Equal,
        }
    }

    /// The same seen from the other number.
    pub(super) fn turned(self) -> Relation {
        match self {
            Relation::Below => Relation::Above,
            Relation::UpTo => Relation::From,
            Relation::Above => Relation::Below,
            Relation::From => Relation::UpTo,
            Relation::Equal => Relation::Equal,
            Relation::Unequal => Relation::Unequal,
        }
    }
}

impl Join {
    /// As it is written.
    pub(super) fn sign(self) -> &'static str {
        match self {
            Join::Both => "&&",
            Join::Either => "||",
        }
    }
}
