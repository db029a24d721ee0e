//! `share`: points in proportion to a share, through zero.
//!
//! ```yaml
//! points: 6
//! rule: { share: { full-at: 90%, from: 50%, when-empty: zero } }
//! # 392,869 of 443,565 = 88.57 %, short of 90 %: 6 x 0.8857 / 0.9 = 5.90
//! ```
//!
//! `full-at` reaches full points early, `from` earns nothing below, `reverse: true` scores what is left of 100 %.

use super::keys::SHARE_KEYS;
use super::kind::{Settings, when_empty};
use super::{Band, Cut, Ground, Ladder, Line, Measure, Scheme};
use crate::fields::Reading;
use crate::points::Points;
use crate::problem::Fault;

pub(super) fn read(reading: &mut Reading<'_>, settings: Settings<'_>, ground: &Ground<'_>) -> Option<Scheme> {
    let fields = settings.table(reading, &SHARE_KEYS)?;
    let when_empty = when_empty(reading, settings, fields);
    let full_at = match fields.get("full-at") {
        Some(node) => reading.part_of_whole(node)?,
        None => Points::ONE,
    };
    let from = match fields.get("from") {
        Some(node) => {
            let from = reading.part_of_whole(node)?;
            if from > full_at {
                reading.fault(node.place, Fault::NumberTooLarge { number: from, most: full_at, share: true });
                return None;
            }
            Some(from)
        }
        None => None,
    };
    let reverse = match fields.get("reverse") {
        Some(node) => reading.truth(node)?,
        None => false,
    };
    let bands = if reverse {
        reversed(ground.points, &full_at, from)
    } else {
        straight(ground.points, &full_at, from)
    };
    Some(Scheme::Ladder(Ladder { measure: Measure::Share { beyond: false, when_empty }, bands }))
}

fn slope(points: &Points, full_at: &Points) -> Points {
    points.over(full_at).expect("read as above zero")
}

fn straight(points: &Points, full_at: &Points, from: Option<Points>) -> Vec<Band> {
    let mut bands = Vec::new();
    let mut low = Cut::Lowest;
    if let Some(from) = from {
        let edge = Cut::At(from, false);
        bands.push(Band { low, high: edge.clone(), earns: Line::flat(Points::ZERO) });
        low = edge;
    }
    let full = Cut::At(full_at.clone(), false);
    if low != full {
        bands.push(Band { low, high: full.clone(), earns: Line::rising(slope(points, full_at)) });
    }
    bands.push(Band { low: full, high: Cut::Highest, earns: Line::flat(points.clone()) });
    bands
}

/// The same over what is left of the whole: the edges and the line turned round at 100 %.
fn reversed(points: &Points, full_at: &Points, from: Option<Points>) -> Vec<Band> {
    let turned = |cut| match cut {
        Cut::Lowest => Cut::Highest,
        Cut::At(edge, after) => Cut::At(&Points::ONE - &edge, !after),
        Cut::Highest => Cut::Lowest,
    };
    let bands = straight(points, full_at, from).into_iter().rev().map(|band| Band {
        low: turned(band.high),
        high: turned(band.low),
        earns: Line { base: &band.earns.base + &band.earns.slope, slope: -&band.earns.slope },
    });
    bands.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn earned(bands: &[Band], value: &str) -> String {
        let (part, whole) = value.split_once('/').unwrap();
        let value = Points::read(part).unwrap().over(&Points::read(whole).unwrap()).unwrap();
        let taking: Vec<&Band> = bands.iter().filter(|band| band.takes(&value)).collect();
        assert_eq!(taking.len(), 1, "every share is in one band");
        taking[0].earns.at(&value).to_string()
    }

    fn percent(text: &str) -> Points {
        Points::read(text).unwrap().percent()
    }

    #[test]
    fn straight_shares_rise_to_their_goal() {
        let bands = straight(&Points::whole(6), &percent("90"), Some(percent("50")));
        for (value, points) in
            [("0/10", "0"), ("4999/10000", "0"), ("5/10", "3.333333333333"), ("9/10", "6"), ("10/10", "6")]
        {
            assert_eq!(earned(&bands, value), points, "{value}");
        }
        let bands = straight(&Points::whole(2), &percent("80"), Some(percent("80")));
        assert_eq!(earned(&bands, "79999/100000"), "0");
        assert_eq!(earned(&bands, "8/10"), "2");
    }

    #[test]
    fn reversed_shares_score_what_is_left() {
        let bands = reversed(&Points::whole(4), &percent("90"), Some(percent("50")));
        for (value, points) in
            [("0/10", "4"), ("1/10", "4"), ("19/100", "3.6"), ("5/10", "2.222222222222"), ("51/100", "0")]
        {
            assert_eq!(earned(&bands, value), points, "{value}");
        }
    }
}
