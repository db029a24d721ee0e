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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::Line as Earning;

    fn number(text: &str) -> Points {
        Points::read(text).unwrap()
    }

    /// Bands that give 0, 1, 2 and so on, from edges that are taken by the band above them unless `after`.
    fn bands(edges: &[&str], after: bool) -> Vec<Band> {
        let cuts = edges.iter().map(|edge| Cut::At(number(edge), after));
        let lows = std::iter::once(Cut::Lowest).chain(cuts.clone());
        let highs = cuts.chain(std::iter::once(Cut::Highest));
        let earned = (0..).map(|points| Earning::flat(Points::whole(points)));
        lows.zip(highs).zip(earned).map(|((low, high), earns)| Band { low, high, earns }).collect()
    }

    /// The numbers at the stops up and down from one, where everything is better.
    fn seen(from: &str, unit: &str, scale: &str, bands: &[Band]) -> [Vec<String>; 2] {
        let (low, high) = (Some(Points::ZERO), Some(Points::whole(53)));
        let axis = Axis {
            from: number(from),
            unit: number(unit),
            scale: number(scale),
            low,
            high,
            form: Form::Number,
        };
        [true, false].map(|up| {
            let way = axis.way(bands, up, &|_| Some(Points::ZERO));
            let stops = way.stops.iter().map(|stop| {
                let Answer::Number(number) = way.answer(&stop.at) else { panic!("numbers were asked for") };
                number.to_string()
            });
            stops.collect()
        })
    }

    #[test]
    fn bands_are_entered_and_left_at_the_nearest_number() {
        let at = |numbers: &[&str]| numbers.iter().map(ToString::to_string).collect::<Vec<_>>();
        for (from, unit, after, up, down) in [
            // An edge that no number stands on: the next beyond it.
            ("20", "1", false, at(&["21", "26", "27", "49", "50", "53"]), at(&["19", "0"])),
            ("51", "1", false, at(&["52", "53"]), at(&["50", "49", "27", "26", "0"])),
            // From between two numbers the next one is a step away.
            ("26.2", "1", false, at(&["27", "49", "50", "53"]), at(&["26", "0"])),
            ("53", "1", false, at(&[]), at(&["52", "50", "49", "27", "26", "0"])),
            ("0", "1", true, at(&["1", "26", "27", "49", "50", "53"]), at(&[])),
        ] {
            let bands = bands(&["26.5", "49.82"], after);
            assert_eq!(seen(from, unit, "1", &bands), [up, down], "{from} {after}");
        }
        // An edge on a number belongs to one side of it.
        assert_eq!(seen("9", "1", "1", &bands(&["10"], false))[0], at(&["10", "53"]));
        assert_eq!(seen("9", "1", "1", &bands(&["10"], true))[0], at(&["10", "11", "53"]));
        assert_eq!(seen("11", "1", "1", &bands(&["10"], false))[1], at(&["10", "9", "0"]));
        assert_eq!(seen("11", "1", "1", &bands(&["10"], true))[1], at(&["10", "0"]));
        // What is measured is so much for each.
        assert_eq!(seen("2", "1", "0.3", &bands(&["1"], false))[0], at(&["3", "4", "53"]));
    }

    #[test]
    fn a_unit_has_the_decimals_of_what_is_written() {
        for (numbers, least, wanted) in [
            (&["47", "50"][..], 0, "1"),
            (&["47.5", "50"], 0, "0.1"),
            (&["94"], 2, "0.01"),
            (&["94.125"], 2, "0.001"),
        ] {
            let numbers: Vec<Points> = numbers.iter().map(|text| number(text)).collect();
            assert_eq!(unit(numbers.iter(), least), number(wanted));
        }
    }
}
