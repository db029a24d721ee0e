//! The proof that bands take every value once, edge by edge; what falls through or is claimed twice is named.

use crate::fields::Reading;
use crate::points::Points;
use crate::problem::Fault;
use crate::source::Place;

use super::Cut;

/// The values that bands have to take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Domain {
    /// All shares from 0 % on, or all numbers; where the lowest band begins at 0, none is below that.
    Open,
    /// Whole days late, from one on.
    DaysLate,
}

/// A band as written: where it begins and ends, and its place in the file.
pub(super) struct Placed {
    /// Where it begins.
    pub(super) low: Cut,
    /// Where it ends.
    pub(super) high: Cut,
    /// Where it stands.
    pub(super) place: Place,
}

/// Keeps a fault for each gap and each overlap of `bands`, which stand in the order of their beginnings.
pub(super) fn prove(reading: &mut Reading<'_>, list: Place, bands: &[Placed], domain: Domain, shares: bool) {
    let start = match domain {
        Domain::DaysLate => day(&Cut::At(Points::ONE, false)),
        Domain::Open if shares => Cut::At(Points::ZERO, false),
        Domain::Open => match bands.first() {
            Some(Placed { low: Cut::At(edge, false), .. }) if edge.is_zero() => Cut::At(Points::ZERO, false),
            _ => Cut::Lowest,
        },
    };
    let whole_days = |cut: &Cut| if domain == Domain::DaysLate { day(cut) } else { cut.clone() };
    let mut reached = start.clone();
    let mut before: Option<&Placed> = None;
    for band in bands {
        let (low, high) = (whole_days(&band.low), whole_days(&band.high));
        if low >= high || high <= start {
            // Between its edges there is no whole day, or nothing that can be.
            reading.fault(band.place, Fault::BandEmpty);
            continue;
        }
        if low > reached {
            gap(reading, band.place, &reached, &low, shares);
        } else if let Some(other) = before
            && low < reached
        {
            let value = between(&low, if high < reached { &high } else { &reached }, shares);
            let other = reading.spot(other.place);
            reading.fault(band.place, Fault::BandOverlap { value, other });
        }
        if high > reached {
            reached = high;
            before = Some(band);
        }
    }
    if reached < Cut::Highest {
        gap(reading, bands.last().map_or(list, |band| band.place), &reached, &Cut::Highest, shares);
    }
}

/// The cut at the whole day that follows: between 15 and 16 days there is nothing.
pub(super) fn day(cut: &Cut) -> Cut {
    match cut {
        Cut::Lowest => Cut::Lowest,
        Cut::At(edge, after) => {
            let floor = edge.floor();
            let next = if *after || !edge.is_whole() { &floor + &Points::ONE } else { floor };
            Cut::At(next, false)
        }
        Cut::Highest => Cut::Highest,
    }
}

fn gap(reading: &mut Reading<'_>, place: Place, low: &Cut, high: &Cut, shares: bool) {
    let fault = Fault::BandGap { value: between(low, high, shares), stretch: stretch(low, high, shares) };
    reading.fault(place, fault);
}

/// A value that lies between two cuts, as people write it: an edge where one lies there, else the middle.
fn between(low: &Cut, high: &Cut, shares: bool) -> String {
    let step = if shares { Points::ONE.percent() } else { Points::ONE };
    let value = match (low, high) {
        (Cut::At(edge, false), _) | (_, Cut::At(edge, true)) => edge.clone(),
        (Cut::At(a, true), Cut::At(b, false)) => (a + b).over(&Points::whole(2)).expect("two is not zero"),
        (Cut::At(edge, true), _) => edge + &step,
        (_, Cut::At(edge, false)) => edge - &step,
        _ => Points::ZERO,
    };
    written(&value, shares)
}

/// All values between two cuts, as an inequality.
fn stretch(low: &Cut, high: &Cut, shares: bool) -> String {
    if let (Cut::At(a, false), Cut::At(b, true)) = (low, high)
        && a == b
    {
        return format!("x = {}", written(a, shares));
    }
    let left = match low {
        Cut::At(edge, after) => format!("{} {} ", written(edge, shares), if *after { "<" } else { "≤" }),
        Cut::Lowest | Cut::Highest => String::new(),
    };
    let right = match high {
        Cut::At(edge, after) => format!(" {} {}", if *after { "≤" } else { "<" }, written(edge, shares)),
        Cut::Lowest | Cut::Highest => String::new(),
    };
    format!("{left}x{right}")
}

/// The edge of a cut as people write it.
pub(super) fn said(cut: &Cut, shares: bool) -> String {
    match cut {
        Cut::At(edge, _) => written(edge, shares),
        Cut::Lowest | Cut::Highest => String::new(),
    }
}

fn written(value: &Points, shares: bool) -> String {
    if shares { format!("{} %", value * &Points::HUNDRED) } else { value.to_string() }
}
