//! What was expected where something else stands.

use crate::id::Id;
use crate::points::Points;

/// The kinds of file that people write, and what is printed of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A criteria set.
    Criteria,
    /// Evidence.
    Evidence,
    /// Thresholds that a score must reach.
    Thresholds,
    /// What the program printed.
    Results,
}

/// The shapes that a value in a file may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One text or number.
    Scalar,
    /// A list.
    List,
    /// A table of keys and values.
    Table,
    /// A text, or texts by language.
    Text,
    /// Nothing at all.
    Empty,
}

/// What kind of answer a criterion asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// One of these ids.
    OneOf(Vec<Id>),
    /// Some of these ids, or `none`.
    SomeOf(Vec<Id>),
    /// `47/50`, or a percent.
    Share,
    /// A number.
    Amount,
    /// A number, not below zero, or a share.
    AmountOrShare,
    /// A whole number, not below zero.
    Count,
    /// A whole number for each of these ids.
    CountOfEach(Vec<Id>),
    /// A number for each of these ids, not below zero.
    AmountOfEach(Vec<Id>),
    /// A date, or `never`.
    Date,
    /// Points between zero and these.
    Points(Points),
}

/// Why a file cannot be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unopened {
    /// It leads to nothing.
    Absent,
    /// It may not be opened.
    NotAllowed,
    /// Anything else, in the words of the system.
    Other(String),
}

/// What stands in the way of reading a YAML file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum YamlFlaw {
    /// A tab where blanks must indent.
    Tab,
    /// Lines that do not stand under one another.
    Indentation,
    /// A quote that is not closed.
    Quote,
    /// A bracket or brace that is not closed.
    Bracket,
    /// A key without its colon, or a second colon in a line.
    Colon,
    /// `*name` without `&name`.
    Alias,
    /// Anything else, in the parser's words.
    Other(String),
}

/// What stands in the way of reading a formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormulaFlaw {
    /// A sign that formulas do not have.
    Sign {
        /// The sign.
        sign: String,
        /// The sign that is most likely meant.
        meant: Option<&'static str>,
    },
    /// A comma between digits, which could be a decimal comma or stand between two values.
    Comma {
        /// The text.
        text: String,
        /// With a point.
        offer: String,
    },
    /// A percent.
    Percent {
        /// The text.
        text: String,
        /// As a decimal.
        offer: String,
    },
    /// No value where one must stand.
    ValueMissing,
    /// A bracket that is not closed.
    Unclosed,
    /// `?` without its `:`.
    NoElse,
    /// Something behind a whole value.
    Stray {
        /// What it is.
        text: String,
    },
}
