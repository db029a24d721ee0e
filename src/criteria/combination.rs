//! How the parts of a group make its points.

use crate::points::Points;
use crate::rules::{Expression, Steps};

/// How a group comes to its points.
#[derive(Clone, Debug)]
pub struct Combination {
    /// How its parts are combined.
    pub how: Combine,
    /// The bands through which the result goes, if any.
    pub bands: Option<Steps>,
    /// What the group never falls below, if that is said.
    pub floor: Option<Points>,
}

/// How parts are combined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Combine {
    /// Added.
    Sum,
    /// The weighted mean of their shares, times the group's points.
    Mean,
    /// The lowest share, times the group's points.
    Lowest,
    /// The highest share, times the group's points.
    Highest,
    /// The group's points less what each part loses of its own.
    Deduct,
    /// By a formula over what the other ways would give, in points of the group, and the number of its parts.
    Formula(Expression),
    /// Not at all: a heading, whose parts count in the nearest scored group above.
    Heading,
}

/// What a formula over a group may name, in the order in which it is given their values.
pub const FORMULA_NAMES: [&str; 5] = ["sum", "mean", "lowest", "highest", "parts"];

impl Combine {
    /// The words in criteria files; a formula is written as a table.
    pub const WORDS: [(&str, Combine); 6] = [
        ("sum", Combine::Sum),
        ("mean", Combine::Mean),
        ("lowest", Combine::Lowest),
        ("highest", Combine::Highest),
        ("deduct", Combine::Deduct),
        ("none", Combine::Heading),
    ];

    /// The word in criteria files.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Combine::Sum => "sum",
            Combine::Mean => "mean",
            Combine::Lowest => "lowest",
            Combine::Highest => "highest",
            Combine::Deduct => "deduct",
            Combine::Formula(_) => "formula",
            Combine::Heading => "none",
        }
    }

    /// Whether the weights of its parts count: in a mean, and in a formula, which may name the mean.
    #[must_use]
    pub fn weighs(&self) -> bool {
        matches!(self, Combine::Mean | Combine::Formula(_))
    }

    /// Whether it is a mean or the like over shares, in which each part stands for its weight of the whole.
    #[must_use]
    pub fn is_over_shares(&self) -> bool {
        match self {
            Combine::Mean | Combine::Lowest | Combine::Highest | Combine::Formula(_) => true,
            Combine::Sum | Combine::Deduct | Combine::Heading => false,
        }
    }
}
