//! `deduct`: starts full, so much off for each fault, down to a floor.
//!
//! ```yaml
//! points: 1
//! rule: { deduct: { each: 0.25 } }                           # 3 faults leave 0.25, 4 and more leave 0
//! # or by kind of fault, answered `{ late: 2, missing: 1 }`:
//! rule: { deduct: { each: { late: 0.25, missing: 0.5 }, floor: 0 } }
//! ```

use super::keys::DEDUCT_KEYS;
use super::kind::Settings;
use super::{Band, Cut, Ground, Ladder, Line, Losses, Measure, Scheme};
use crate::answer::{ANSWER_KEYS, NOT_APPLICABLE};
use crate::fields::Reading;
use crate::id::Id;
use crate::points::Points;
use crate::problem::Fault;
use crate::yaml::{Node, Value};

pub(super) fn read(reading: &mut Reading<'_>, settings: Settings<'_>, ground: &Ground<'_>) -> Option<Scheme> {
    let node = settings.needed(reading)?;
    let fields = reading.table(node, &DEDUCT_KEYS)?;
    let floor = match fields.get("floor") {
        Some(node) => {
            let floor = reading.number(node)?;
            if floor > *ground.points && ground.firm {
                let most = ground.points.clone();
                reading.fault(node.place, Fault::NumberTooLarge { number: floor, most, share: false });
                return None;
            }
            floor
        }
        None => Points::ZERO,
    };
    let node = reading.required(fields, "each")?;
    let losses = match &node.value {
        Value::Table(_) => Losses::ByKind(kinds(reading, node, ground)?),
        Value::Empty | Value::Scalar(_) | Value::List(_) => Losses::Each(each(reading, node, ground)?),
    };
    let edge = Cut::At(ground.points - &floor, false);
    let falling = Line { base: ground.points.clone(), slope: -&Points::ONE };
    let bands = vec![
        Band { low: Cut::Lowest, high: edge.clone(), earns: falling },
        Band { low: edge, high: Cut::Highest, earns: Line::flat(floor) },
    ];
    Some(Scheme::Ladder(Ladder { measure: Measure::Loss(losses), bands }))
}

/// What a fault costs: above nothing, but of a criterion without points.
fn each(reading: &mut Reading<'_>, node: &Node, ground: &Ground<'_>) -> Option<Points> {
    reading.amount_from_zero(node, ground.points.is_zero()).map(|each| each.of(ground.points))
}

fn kinds(reading: &mut Reading<'_>, node: &Node, ground: &Ground<'_>) -> Option<Vec<(Id, Points)>> {
    let entries = reading.entries(node)?;
    if entries.is_empty() {
        reading.fault(node.place, Fault::ListEmpty);
        return None;
    }
    let mut kinds = Vec::new();
    for (key, node) in entries {
        if key.text.trim().is_empty()
            || key.text == NOT_APPLICABLE
            || ANSWER_KEYS.contains(&key.text.as_str())
        {
            reading.fault(key.place, Fault::IdReserved { id: key.text.clone() });
        }
        if let Some(each) = each(reading, node, ground) {
            kinds.push((Id::new(&key.text), each));
        }
    }
    Some(kinds)
}
