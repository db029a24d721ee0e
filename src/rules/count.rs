//! `count`: so much for each, up to the criterion's points.
//!
//! ```yaml
//! points: 2
//! rule: { count: { each: 0.5 } }      # 3 earn 1.5; 4 and more earn 2
//! ```

use super::keys::COUNT_KEYS;
use super::kind::Settings;
use super::{Band, Cut, Ground, Ladder, Line, Measure, Scheme};
use crate::fields::Reading;
use crate::points::Points;

pub(super) fn read(reading: &mut Reading<'_>, settings: Settings<'_>, ground: &Ground<'_>) -> Option<Scheme> {
    let node = settings.needed(reading)?;
    let fields = reading.table(node, &COUNT_KEYS)?;
    let node = reading.required(fields, "each")?;
    // Of a criterion without points each can earn nothing.
    let each = reading.amount_from_zero(node, ground.points.is_zero())?.of(ground.points);
    let cap = ground.points;
    let full = Cut::At(cap.over(&each).unwrap_or(Points::ZERO), false);
    let bands = vec![
        Band { low: Cut::Lowest, high: full.clone(), earns: Line::rising(each) },
        Band { low: full, high: Cut::Highest, earns: Line::flat(cap.clone()) },
    ];
    Some(Scheme::Ladder(Ladder { measure: Measure::Count, bands: only_filled(bands) }))
}

/// Without bands that take no count, as the first is where the cap is zero.
fn only_filled(bands: Vec<Band>) -> Vec<Band> {
    let zero = Cut::At(Points::ZERO, false);
    bands.into_iter().filter(|band| band.high > zero).collect()
}
