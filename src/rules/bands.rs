//! `bands`: steps with explicit edges over a share or a number.
//!
//! ```yaml
//! points: 5
//! rule:
//!   bands:                                       # `from` >=, `above` >, `below` <, `up-to` <=
//!     - { from: 100%,             points: 5 }
//!     - { from: 95%, below: 100%, points: 4 }
//!     - { below: 95%,             points: share }   # in proportion: 47 of 50 earn 5 x 0.94 = 4.70
//!   when-empty: full
//! ```
//!
//! An edge with `%` or a fraction makes it a share, a bare number an amount. A share may pass 100 %, as a plan
//! can be more than met; `points: share` then stays at the criterion's points.

use std::cmp::Ordering;

use super::coverage::{self, Domain, Placed};
use super::keys::{BAND_KEYS, IN_PROPORTION};
use super::kind::Settings;
use super::{Band, Cut, Ground, Ladder, Line, Measure, Scheme};
use crate::fields::{Amount, Fields, Reading};
use crate::points::Points;
use crate::problem::{Fault, Warning};
use crate::source::Place;
use crate::yaml::{Node, Value};

/// What the edges of a list of bands measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edges {
    /// Shares.
    Shares,
    /// Amounts.
    Amounts,
}

pub(super) fn read(reading: &mut Reading<'_>, settings: Settings<'_>, ground: &Ground<'_>) -> Option<Scheme> {
    let node = settings.needed(reading)?;
    let (edges, bands) = steps(reading, node, ground, None, Domain::Open)?;
    let measure = match edges {
        Edges::Shares => Measure::Share { beyond: true, when_empty: settings.when_empty },
        Edges::Amounts => {
            if let Some(place) = settings.when_empty_place {
                reading.fault(place, Fault::WhenEmptyIdle { kind: settings.kind.word() });
            }
            Measure::Amount
        }
    };
    Some(Scheme::Ladder(Ladder { measure, bands }))
}

/// Bands through which a group's result goes, over its share or over its points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Steps {
    /// Whether their edges are shares.
    pub shares: bool,
    /// The bands, from the lowest value to the highest.
    pub bands: Vec<Band>,
}

impl Steps {
    /// What a group gets whose result is `points` of `whole`, and the band that gives it. A result below the lowest
    /// band, as deductions can make it, gets what the lowest band gives.
    #[must_use]
    pub fn of(&self, points: &Points, whole: &Points) -> (Points, usize) {
        let value = if self.shares { points.over(whole).unwrap_or(Points::ZERO) } else { points.clone() };
        let band = self.bands.iter().position(|band| band.takes(&value)).unwrap_or(0);
        (self.bands[band].earns.at(&value), band)
    }

    /// The fault where the best result does not get exactly the group's points. A share goes no further than the
    /// whole; how far points go is for the parts to say.
    #[must_use]
    pub fn missing(&self, points: &Points) -> Option<Fault> {
        let most = self.shares.then_some(Points::ONE);
        super::proofs::best_between(&self.bands, None, most).missing(points)
    }
}

/// Reads the bands of a group.
pub fn read_steps(reading: &mut Reading<'_>, node: &Node, ground: &Ground<'_>) -> Option<Steps> {
    let (edges, bands) = steps(reading, node, ground, None, Domain::Open)?;
    Some(Steps { shares: edges == Edges::Shares, bands })
}

/// What a band as written earns.
enum Earns {
    Points(Points),
    Share,
}

/// A band as written.
struct Step {
    place: Place,
    points: Place,
    low: Cut,
    high: Cut,
    earns: Earns,
}

/// Reads a list of bands and proves that they take every value once; the bands from the lowest value up.
pub(super) fn steps(
    reading: &mut Reading<'_>,
    node: &Node,
    ground: &Ground<'_>,
    wanted: Option<Edges>,
    domain: Domain,
) -> Option<(Edges, Vec<Band>)> {
    let before = reading.problems.faults();
    let mut seen = Vec::new();
    let mut read = Vec::new();
    for item in reading.filled_list(node)? {
        let Some(fields) = reading.table(item, &BAND_KEYS) else {
            continue;
        };
        let first = seen.len();
        let low = low(reading, fields, &mut seen);
        let high = high(reading, fields, &mut seen);
        let one_kind = seen[first..].windows(2).all(|pair| pair[0].0 == pair[1].0);
        let earns = reading.required(fields, "points").and_then(|node| {
            if matches!(&node.value, Value::Scalar(word) if word == IN_PROPORTION) {
                return Some((node.place, Earns::Share));
            }
            reading.points_of(node, ground.points).map(|points| (node.place, Earns::Points(points)))
        });
        if let (Some(low), Some(high), Some((points, earns))) = (low, high, earns) {
            if low >= high && one_kind {
                reading.fault(item.place, Fault::BandEmpty);
                continue;
            }
            read.push(Step { place: item.place, points, low, high, earns });
        }
    }
    let edges = wanted.unwrap_or_else(|| mostly(&seen));
    for (_, place) in seen.iter().filter(|(kind, _)| *kind != edges) {
        reading.fault(*place, Fault::EdgesMixed);
    }
    for step in &read {
        if matches!(step.earns, Earns::Share) && edges == Edges::Amounts {
            reading.fault(step.points, Fault::ShareOfAmount);
        }
    }
    if reading.problems.faults() > before {
        return None;
    }
    read.sort_by(|a, b| a.low.cmp(&b.low));
    let placed: Vec<Placed> = read
        .iter()
        .map(|step| Placed { low: step.low.clone(), high: step.high.clone(), place: step.place })
        .collect();
    coverage::prove(reading, node.place, &placed, domain, edges == Edges::Shares);
    if reading.problems.faults() > before {
        return None;
    }
    if ground.firm {
        warn_of_falls(reading, &read, ground.points, domain, edges);
    }
    let bands = read.into_iter().flat_map(|step| lowered(step, ground.points));
    Some((edges, bands.collect()))
}

/// What the edges measure: as most of them do, and the first where they are as many.
fn mostly(seen: &[(Edges, Place)]) -> Edges {
    let of = |edges| seen.iter().filter(|(kind, _)| *kind == edges).count();
    match of(Edges::Shares).cmp(&of(Edges::Amounts)) {
        Ordering::Greater => Edges::Shares,
        Ordering::Less => Edges::Amounts,
        Ordering::Equal => seen.first().map_or(Edges::Amounts, |(kind, _)| *kind),
    }
}

fn edge(reading: &mut Reading<'_>, node: &Node, seen: &mut Vec<(Edges, Place)>) -> Option<Points> {
    let (kind, value) = match reading.amount(node)? {
        Amount::Share(value) => (Edges::Shares, value),
        Amount::Plain(value) => (Edges::Amounts, value),
    };
    seen.push((kind, node.place));
    Some(value)
}

/// The lower edge. One with nothing behind its key is no band without an edge.
fn low(reading: &mut Reading<'_>, fields: Fields<'_>, seen: &mut Vec<(Edges, Place)>) -> Option<Cut> {
    match (fields.written("from"), fields.written("above")) {
        (Some(_), Some(_)) => {
            reading.fault(fields.key_place("above"), Fault::EdgeTwice { edges: ["from", "above"] });
            None
        }
        (Some(node), None) => edge(reading, node, seen).map(|value| Cut::At(value, false)),
        (None, Some(node)) => edge(reading, node, seen).map(|value| Cut::At(value, true)),
        (None, None) => Some(Cut::Lowest),
    }
}

fn high(reading: &mut Reading<'_>, fields: Fields<'_>, seen: &mut Vec<(Edges, Place)>) -> Option<Cut> {
    match (fields.written("below"), fields.written("up-to")) {
        (Some(_), Some(_)) => {
            reading.fault(fields.key_place("up-to"), Fault::EdgeTwice { edges: ["below", "up-to"] });
            None
        }
        (Some(node), None) => edge(reading, node, seen).map(|value| Cut::At(value, false)),
        (None, Some(node)) => edge(reading, node, seen).map(|value| Cut::At(value, true)),
        (None, None) => Some(Cut::Highest),
    }
}

/// Steps that fall as a share rises are suspect, and steps that rise with the days late. Of an amount nobody knows
/// which way is better, so there only steps that fall after some have risen, or the other way round, are.
fn warn_of_falls(reading: &mut Reading<'_>, steps: &[Step], full: &Points, domain: Domain, edges: Edges) {
    let at = |step: &Step, cut: &Cut| match (&step.earns, cut) {
        (Earns::Points(points), _) => points.clone(),
        (Earns::Share, Cut::At(edge, _)) => full * &edge.clone().min(Points::ONE).max(Points::ZERO),
        (Earns::Share, Cut::Lowest) => Points::ZERO,
        (Earns::Share, Cut::Highest) => full.clone(),
    };
    let pairs: Vec<(Points, Points, &Step)> = steps
        .windows(2)
        .map(|pair| (at(&pair[0], &pair[1].low), at(&pair[1], &pair[1].low), &pair[1]))
        .collect();
    let rises = pairs.iter().any(|(below, here, _)| here > below);
    for (below, here, step) in pairs {
        let late = domain == Domain::DaysLate;
        let suspect = if late { here > below } else { here < below && (edges == Edges::Shares || rises) };
        if suspect {
            let low = if late { coverage::day(&step.low) } else { step.low.clone() };
            let value = coverage::said(&low, edges == Edges::Shares);
            reading.warn(step.points, Warning::StepsFall { value, late, here, below });
        }
    }
}

/// A step as bands: in proportion it splits where the share reaches the whole.
fn lowered(step: Step, full: &Points) -> Vec<Band> {
    let Step { low, high, earns, .. } = step;
    let whole = Cut::At(Points::ONE, true);
    match earns {
        Earns::Points(points) => vec![Band { low, high, earns: Line::flat(points) }],
        Earns::Share if low >= whole => vec![Band { low, high, earns: Line::flat(full.clone()) }],
        Earns::Share if high <= whole => vec![Band { low, high, earns: Line::rising(full.clone()) }],
        Earns::Share => vec![
            Band { low, high: whole.clone(), earns: Line::rising(full.clone()) },
            Band { low: whole, high, earns: Line::flat(full.clone()) },
        ],
    }
}
