//! `deadline`: by a day, on time or late.
//!
//! ```yaml
//! points: 2
//! rule:
//!   deadline:
//!     due: { day: 12-31, year: -1 }   # or a date; the year is counted from the period: for 2016, 31.12.2015
//!     on-time: 2                      # full points unless written
//!     late:                           # points, or bands over whole days late; nothing unless written
//!       - { up-to: 15, points: 1 }
//!       - { above: 15, points: 0.5 }
//! ```
//!
//! What was `never` done earns nothing.

use super::bands::{Edges, steps};
use super::coverage::Domain;
use super::keys::{DEADLINE_KEYS, DUE_KEYS, FARTHEST_YEAR};
use super::kind::Settings;
use super::{Band, Cut, Due, Ground, Ladder, Line, Measure, Scheme};
use crate::calendar::MonthDay;
use crate::fields::{Reading, date_fault};
use crate::points::Points;
use crate::problem::Fault;
use crate::yaml::{Node, Value};

pub(super) fn read(reading: &mut Reading<'_>, settings: Settings<'_>, ground: &Ground<'_>) -> Option<Scheme> {
    let node = settings.needed(reading)?;
    let fields = reading.table(node, &DEADLINE_KEYS)?;
    let due = reading.required(fields, "due").and_then(|node| due(reading, node));
    let on_time = match fields.get("on-time") {
        Some(node) => reading.points_of(node, ground.points),
        None => Some(ground.points.clone()),
    };
    let late = match fields.get("late") {
        Some(node) => late(reading, node, ground),
        None => Some(vec![after_zero(Line::flat(Points::ZERO))]),
    };
    let (due, on_time, late) = (due?, on_time?, late?);
    if let Some(node) = fields.get("on-time")
        && ground.firm
        && !ground.excused
        && on_time < *ground.points
        && late.iter().any(|band| band.earns.base > on_time)
    {
        // In time is the best that can be: that only who is late earns more, or all, is not meant.
        let fault = Fault::FullOutOfReach { best: on_time, points: ground.points.clone() };
        reading.fault(node.place, fault);
        return None;
    }
    let in_time = Cut::At(Points::ZERO, true);
    let mut bands = vec![Band { low: Cut::Lowest, high: in_time, earns: Line::flat(on_time) }];
    bands.extend(late);
    Some(Scheme::Ladder(Ladder { measure: Measure::Lateness(due), bands }))
}

fn after_zero(earns: Line) -> Band {
    Band { low: Cut::At(Points::ZERO, true), high: Cut::Highest, earns }
}

fn late(reading: &mut Reading<'_>, node: &Node, ground: &Ground<'_>) -> Option<Vec<Band>> {
    if !matches!(node.value, Value::List(_)) {
        let points = reading.points_of(node, ground.points)?;
        return Some(vec![after_zero(Line::flat(points))]);
    }
    let mut bands = steps(reading, node, ground, Some(Edges::Amounts), Domain::DaysLate)?.1;
    // The first band begins after the due day itself, which is in time.
    if let Some(first) = bands.first_mut() {
        first.low = Cut::At(Points::ZERO, true);
    }
    Some(bands)
}

fn due(reading: &mut Reading<'_>, node: &Node) -> Option<Due> {
    if !matches!(node.value, Value::Table(_)) {
        return reading.date(node).map(Due::On);
    }
    let fields = reading.table(node, &DUE_KEYS)?;
    let year = match fields.get("year") {
        Some(node) => reading.whole_number(node, -FARTHEST_YEAR, FARTHEST_YEAR)?,
        None => 0,
    };
    let node = reading.required(fields, "day")?;
    let text = reading.text(node)?;
    match MonthDay::read(text) {
        Ok(day) => Some(Due::InYear { day, year }),
        Err(flaw) => {
            reading.fault(node.place, date_fault(text, flaw));
            None
        }
    }
}
