//! The reading of how a group's parts make its points.

use super::combination::{Combination, Combine, FORMULA_NAMES};
use super::keys::{COMBINE_KEYS, NOT_OF_HEADINGS};
use crate::fields::{Fields, Reading};
use crate::points::Points;
use crate::problem::Fault;
use crate::rules::{Expression, Ground, Name, Steps, read_steps};
use crate::yaml::{Node, Value};

/// Reads how a group's parts make its points. Its points are absent where they could not be read; `excused` holds
/// where a best band that misses them is accepted as the official text's own defect.
pub(super) fn combination(
    reading: &mut Reading<'_>,
    fields: Fields<'_>,
    points: Option<&Points>,
    excused: bool,
) -> Option<Combination> {
    let how = match fields.get("combine") {
        Some(node) => combine(reading, node),
        None => Some(Combine::Sum),
    };
    // A heading has no points: that it has others of these keys is told below.
    let points = points.filter(|_| how != Some(Combine::Heading));
    let floor = fields.get("floor").map(|node| floor(reading, node, points));
    let bands = fields.get("bands").map(|node| bands(reading, node, points, excused));
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

/// What a group never falls below; above its points nothing could be lost.
fn floor(reading: &mut Reading<'_>, node: &Node, points: Option<&Points>) -> Option<Points> {
    let floor = reading.number(node)?;
    match points {
        Some(points) if floor > *points => {
            let most = points.clone();
            reading.fault(node.place, Fault::NumberTooLarge { number: floor, most, share: false });
            None
        }
        Some(_) | None => Some(floor),
    }
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
fn bands(reading: &mut Reading<'_>, node: &Node, points: Option<&Points>, excused: bool) -> Option<Steps> {
    let other = Points::ONE;
    let (points, firm) = points.map_or((&other, false), |points| (points, true));
    let ground = Ground { points, firm, scales: None, excused };
    let steps = read_steps(reading, node, &ground)?;
    if let Some(fault) = steps.missing(points).filter(|_| firm && !excused) {
        reading.fault(node.place, fault);
    }
    Some(steps)
}
