//! `formula`: points by a formula over named numbers.
//!
//! ```yaml
//! points: 4
//! rule:
//!   formula:
//!     inputs:                             # each is answered with a number that is not below zero
//!       ho_so: { unit: hồ sơ }
//!       dung_han: { unit: hồ sơ }
//!     points: "4 * share(dung_han, ho_so, 0)"    # 10 of 12: 3.3333; what then, if there are none: 0
//! ```
//!
//! An award is what the formula gives, never below 0 and never above the criterion's points; the reason says where it
//! was held. That the formula can give more is no fault, since mostly only the inputs could tell; that it can never
//! give as much is one.

use super::expression::{Expression, Name, Valued, is_name};
use super::keys::{FORMULA_KEYS, INPUT_KEYS, TRUTHS};
use super::kind::Settings;
use super::{Earned, Scheme, Why};
use crate::answer::{ANSWER_KEYS, NOT_APPLICABLE};
use crate::fields::{Fields, Reading};
use crate::id::Id;
use crate::lang::Text;
use crate::points::Points;
use crate::problem::Fault;
use crate::texts;
use crate::yaml::{Key, Node, Value};

/// A formula and the numbers that it asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Formula {
    /// The numbers, in the order in which they are written.
    pub inputs: Vec<Input>,
    /// What gives the points.
    pub points: Expression,
}

/// A number that a formula asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// Its name, in the formula and in answers.
    pub id: Id,
    /// What it is.
    pub title: Option<Text>,
    /// What is counted, or measured in.
    pub unit: Option<Text>,
}

/// How a formula came to its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Computed {
    /// The numbers that were answered, in the order of the inputs.
    pub inputs: Vec<Points>,
    /// The value, before it was held between 0 and the criterion's points.
    pub valued: Valued,
}

impl Formula {
    pub(super) fn earn(&self, full: &Points, numbers: &[Points]) -> Earned {
        let valued = self.points.value(numbers);
        let points = held(valued.points.clone(), full);
        Earned { points: Some(points), why: Why::Computed(Computed { inputs: numbers.to_vec(), valued }) }
    }

    /// The most that it can earn, as far as can be proved.
    pub(super) fn best(&self, full: &Points) -> Points {
        let inputs = vec![(Points::ZERO, None); self.inputs.len()];
        self.points.bounds(&inputs).1.map_or_else(|| full.clone(), |most| held(most, full))
    }
}

/// Never below zero and never above the criterion's points.
fn held(points: Points, full: &Points) -> Points {
    points.max(Points::ZERO).min(full.clone())
}

pub(super) fn read(reading: &mut Reading<'_>, settings: Settings<'_>) -> Option<Scheme> {
    let node = settings.needed(reading)?;
    let fields = reading.table(node, &FORMULA_KEYS)?;
    let inputs = reading.required(fields, "inputs").and_then(|node| inputs(reading, node));
    let points = reading.required(fields, "points");
    let (inputs, points) = (inputs?, points?);
    let names: Vec<Name> = inputs.iter().map(|input| Name::from_zero(input.id.as_str())).collect();
    let points = Expression::read(reading, points, &names)?;
    Some(Scheme::Formula(Formula { inputs, points }))
}

fn inputs(reading: &mut Reading<'_>, node: &Node) -> Option<Vec<Input>> {
    let entries = reading.entries(node)?;
    if entries.is_empty() {
        reading.fault(node.place, Fault::ListEmpty);
        return None;
    }
    let read: Vec<Option<Input>> = entries.iter().map(|(key, node)| input(reading, key, node)).collect();
    read.into_iter().collect()
}

/// An input; what is wrong with its texts leaves its name known.
fn input(reading: &mut Reading<'_>, key: &Key, node: &Node) -> Option<Input> {
    let fields = match &node.value {
        Value::Empty => Some(Fields::none(node.place)),
        Value::Scalar(_) | Value::List(_) | Value::Table(_) => reading.table(node, &INPUT_KEYS),
    };
    let mut text = |name| texts::read(reading, fields?.get(name)?);
    let (title, unit) = (text("title"), text("unit"));
    if is_reserved(&key.text) {
        reading.fault(key.place, Fault::IdReserved { id: key.text.clone() });
        return None;
    }
    if !is_name(&key.text) {
        reading.fault(key.place, Fault::FormulaInput { id: key.text.clone() });
        return None;
    }
    Some(Input { id: Id::new(&key.text), title, unit })
}

/// Whether a name is kept for something else than an input.
pub(super) fn is_reserved(name: &str) -> bool {
    name.trim().is_empty() || name == NOT_APPLICABLE || ANSWER_KEYS.contains(&name) || TRUTHS.contains(&name)
}
