//! The proof that a criterion's full points can be reached by some answer and that no answer exceeds them.

use super::kind::Settings;
use super::{Band, Cut, Measure, Scheme};
use crate::fields::Reading;
use crate::points::Points;
use crate::problem::Fault;

/// Keeps a fault where the best answer does not earn exactly the criterion's points.
pub(super) fn reach(reading: &mut Reading<'_>, settings: Settings<'_>, scheme: &Scheme, points: &Points) {
    if let Some(fault) = best(scheme, points).missing(points) {
        reading.fault(settings.place, fault);
    }
}

/// The most that answers earn.
pub(super) struct Best {
    /// What some answer earns.
    reached: Points,
    /// What answers come near to, as before an edge that a band in proportion does not take in.
    near: Points,
}

impl Best {
    fn of(points: Points) -> Best {
        Best { near: points.clone(), reached: points }
    }

    /// The fault where it is not exactly `points`.
    pub(super) fn missing(self, points: &Points) -> Option<Fault> {
        let Best { reached, near } = self;
        let points = points.clone();
        if near > points {
            Some(Fault::FullExceeded { best: near, points })
        } else if reached < points {
            Some(Fault::FullOutOfReach { best: reached, points })
        } else {
            None
        }
    }
}

/// The most that answers can earn.
fn best(scheme: &Scheme, full: &Points) -> Best {
    match scheme {
        Scheme::Pick(choices) | Scheme::Average { levels: choices, .. } => {
            Best::of(choices.iter().map(|choice| choice.points.clone()).max().unwrap_or(Points::ZERO))
        }
        Scheme::Gather { items, cap } => {
            let sum: Points = items.iter().map(|item| &item.points).sum();
            Best::of(sum.min(cap.clone()))
        }
        Scheme::Formula(formula) => Best::of(formula.best(full)),
        Scheme::Ladder(ladder) => {
            let (least, most) = match &ladder.measure {
                Measure::Share { beyond: false, .. } => (Some(Points::ZERO), Some(Points::ONE)),
                Measure::Share { beyond: true, .. }
                | Measure::Count
                | Measure::Loss(_)
                | Measure::Versus { .. } => (Some(Points::ZERO), None),
                Measure::Amount | Measure::Lateness(_) => (None, None),
                Measure::Judgement(judgement) => (Some(Points::ZERO), Some(judgement.most.clone())),
            };
            best_between(&ladder.bands, least, most)
        }
    }
}

/// The most that bands give to values from `least` to `most`: at their ends, or anywhere in a flat one.
pub(super) fn best_between(bands: &[Band], least: Option<Points>, most: Option<Points>) -> Best {
    let from = least.map_or(Cut::Lowest, |least| Cut::At(least, false));
    let up_to = most.map_or(Cut::Highest, |most| Cut::At(most, true));
    let mut best = Best::of(Points::ZERO);
    for band in bands {
        let low = band.low.clone().max(from.clone());
        let high = band.high.clone().min(up_to.clone());
        if low >= high {
            continue;
        }
        let flat = band.earns.slope.is_zero().then(|| (band.earns.base.clone(), true));
        let end = |cut: &Cut, is_low: bool| match cut {
            Cut::At(edge, after) => Some((band.earns.at(edge), *after != is_low)),
            Cut::Lowest | Cut::Highest => None,
        };
        for (points, taken) in [flat, end(&low, true), end(&high, false)].into_iter().flatten() {
            if taken {
                best.reached = best.reached.max(points.clone());
            }
            best.near = best.near.max(points);
        }
    }
    best
}
