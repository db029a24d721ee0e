//! The reading of how a group's parts make its points.

use super::combination::{Combination, Combine, FORMULA_NAMES};
use super::keys::{COMBINE_KEYS, NOT_OF_HEADINGS};
use crate::fields::{Fields, Reading};
use crate::points::Points;
use crate::problem::Fault;
use crate::rules::{Expression, Ground, Name, Steps, read_steps};
use crate::yaml::{Node, Value};

/// Reads how a group's parts make its points. Its points are absent where they could not be read.
pub(super) fn combination(
    reading: &mut Reading<'_>,
    fields: Fields<'_>,
    points: Option<&Points>,
) -> Option<Combination> {
    let how = match fields.get("combine") {
        Some(node) => combine(reading, node),
        None => Some(Combine::Sum),
    };
    let floor = fields.get("floor").map(|node| reading.number(node));
    let bands = fields.get("bands").map(|node| bands(reading, node, points));
    if how == Some(Combine::Heading) {
        for key in NOT_OF_HEADINGS {
            if fields.get(key).is_some() {
                reading.fault(fields.key_place(key), Fault::KeyIdle { key: key.to_owned() });
            }
        }
    }
    Some(Combination {
        how: how?,
        bands: bands.map_or(Some(None), |bands| bands.map(Some))?,
        floor: optional(floor)?,
    })
}

/// A value that may be left out: absent where it was written and cannot be read.
#[expect(clippy::option_option, reason = "left out, unreadable and read are three things")]
fn optional<T>(value: Option<Option<T>>) -> Option<Option<T>> {
    match value {
        None => Some(None),
        Some(read) => read.map(Some),
    }
}

fn combine(reading: &mut Reading<'_>, node: &Node) -> Option<Combine> {
    if matches!(node.value, Value::Table(_)) {
        let fields = reading.table(node, &COMBINE_KEYS)?;
        let node = reading.required(fields, "formula")?;
        return Expression::read(reading, node, &names()).map(Combine::Formula);
    }
    let words: Vec<(&str, usize)> =
        Combine::WORDS.iter().enumerate().map(|(at, (word, _))| (*word, at)).collect();
    reading.word(node, &words).map(|at| Combine::WORDS[at].1.clone())
}

/// What a formula over a group may name. Penalties and floors can make points negative; a group without any part
/// left has no formula to compute.
fn names() -> Vec<Name> {
    let name = |name: &str| match name {
        "parts" => Name { name: name.to_owned(), low: Some(Points::ONE), high: None },
        _ => Name::any(name),
    };
    FORMULA_NAMES.into_iter().map(name).collect()
}

/// The bands of a group. The best of them gives its points, no more and no less.
fn bands(reading: &mut Reading<'_>, node: &Node, points: Option<&Points>) -> Option<Steps> {
    let other = Points::ONE;
    let (points, firm) = points.map_or((&other, false), |points| (points, true));
    let ground = Ground { points, firm, scales: None, excused: false };
    let steps = read_steps(reading, node, &ground)?;
    let best = steps.best(points);
    if firm && best != *points {
        let points = points.clone();
        let fault = if best < points {
            Fault::FullOutOfReach { best, points }
        } else {
            Fault::FullExceeded { best, points }
        };
        reading.fault(node.place, fault);
    }
    Some(steps)
}
