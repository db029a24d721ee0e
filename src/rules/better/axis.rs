//! Numbers beside the one that is answered: where they enter and leave each band of a ladder.

use super::way::{Form, Path, Stop, Way};
use crate::answer::Answer;
use crate::points::Points;
use crate::rules::{Band, Cut};

/// The decimals that a number is looked at with, at most; what is written has no more.
const MOST_PLACES: u8 = 12;

/// A line of numbers, one of which is answered.
pub(super) struct Axis {
    /// The number that is answered.
    pub(super) from: Points,
    /// Between two neighbours.
    pub(super) unit: Points,
    /// What the ladder measures for each one.
    pub(super) scale: Points,
    /// The least number that can be answered.
    pub(super) low: Option<Points>,
    /// The greatest.
    pub(super) high: Option<Points>,
    /// What the numbers stand for.
    pub(super) form: Form,
}

/// What an answer earns, where that is better than what is given.
pub(super) type Better<'a> = &'a dyn Fn(&Answer) -> Option<Points>;

impl Axis {
    /// The ways up and down along bands.
    pub(super) fn ways(&self, bands: &[Band], better: Better<'_>) -> Vec<Way> {
        if self.scale.is_zero() {
            return Vec::new();
        }
        let both = [true, false].map(|up| self.way(bands, up, better));
        both.into_iter().filter(|way| !way.stops.is_empty()).collect()
    }

    fn way(&self, bands: &[Band], up: bool, better: Better<'_>) -> Way {
        let unit = if up { self.unit.clone() } else { -&self.unit };
        let base = &whole_below(&over(&self.from, &unit)) * &unit;
        // From a number that is no neighbour of others the first one beyond it is a step away.
        let end = if up { self.high.as_ref() } else { self.low.as_ref() };
        let last = end.map(|end| whole_below(&over(&(end - &base), &unit)));
        let line = Line { axis: self, base: &base, unit: &unit, up };
        let path = Path::Line { base: base.clone(), unit: unit.clone(), form: self.form.clone() };
        let mut ahead: Vec<&Band> = bands.iter().collect();
        if !up {
            ahead.reverse();
        }
        let edges = ahead.into_iter().flat_map(|band| line.steps_in(band, last.as_ref()));
        let stops = stops_among(&path, edges, better);
        Way { path, stops }
    }
}

/// The stops among steps, with what each comes after.
pub(super) fn stops_among(path: &Path, at: impl Iterator<Item = Points>, better: Better<'_>) -> Vec<Stop> {
    let mut stops = Vec::new();
    let mut after = Points::ZERO;
    for at in at {
        if at <= after {
            continue;
        }
        let Some(answer) = path.answer(&at) else { continue };
        if let Some(earns) = better(&answer) {
            stops.push(Stop { at: at.clone(), after: after.clone(), earns: Some(earns) });
        }
        after = at;
    }
    stops
}

/// An axis in one direction.
struct Line<'a> {
    axis: &'a Axis,
    base: &'a Points,
    unit: &'a Points,
    up: bool,
}

impl Line<'_> {
    /// The first step in a band, and the last where there is one.
    fn steps_in(&self, band: &Band, last: Option<&Points>) -> Vec<Points> {
        let (enter, leave) = if self.up { (&band.low, &band.high) } else { (&band.high, &band.low) };
        let first = match enter {
            Cut::Lowest | Cut::Highest => Points::ONE,
            Cut::At(edge, after) => {
                let step = self.step(edge);
                let taken = *after != self.up;
                (if taken { whole_above(&step) } else { &whole_below(&step) + &Points::ONE }).max(Points::ONE)
            }
        };
        let inside = match leave {
            Cut::Lowest | Cut::Highest => None,
            Cut::At(edge, after) => {
                let step = self.step(edge);
                let taken = *after == self.up;
                Some(if taken { whole_below(&step) } else { &whole_above(&step) - &Points::ONE })
            }
        };
        let end = match (inside, last) {
            (Some(inside), Some(last)) => Some(inside.min(last.clone())),
            (Some(end), None) => Some(end),
            (None, last) => last.cloned(),
        };
        match end {
            Some(end) if end < first => Vec::new(),
            Some(end) => vec![first, end],
            None => vec![first],
        }
    }

    /// How many steps an edge is away: a fraction where no number stands on it.
    fn step(&self, edge: &Points) -> Points {
        over(&(&over(edge, &self.axis.scale) - self.base), self.unit)
    }
}

/// The greatest whole number that is not above one.
pub(super) fn whole_below(number: &Points) -> Points {
    number.floor()
}

/// The least whole number that is not below one.
pub(super) fn whole_above(number: &Points) -> Points {
    -&(-number).floor()
}

pub(super) fn over(number: &Points, divisor: &Points) -> Points {
    number.over(divisor).expect("an axis has a unit and a scale above zero")
}

/// A one in the last decimal that any of these numbers has, and at least in so many decimals.
pub(super) fn unit<'a>(numbers: impl Iterator<Item = &'a Points>, least: u8) -> Points {
    let places = numbers.map(decimals).max().unwrap_or_default().max(least);
    (0..places).fold(Points::ONE, |unit, _| over(&unit, &Points::whole(10)))
}

/// How many decimals a number has; none where they do not end.
fn decimals(number: &Points) -> u8 {
    let mut scaled = number.clone();
    for places in 0..=MOST_PLACES {
        if scaled.is_whole() {
            return places;
        }
        scaled = &scaled * &Points::whole(10);
    }
    0
}
