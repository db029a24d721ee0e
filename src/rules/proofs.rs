//! The proof that a criterion's full points can be reached by some answer and that no answer exceeds them.

use super::kind::Settings;
use super::{Cut, Ladder, Measure, Scheme};
use crate::fields::Reading;
use crate::points::Points;
use crate::problem::Fault;

/// Keeps a fault where the best answer does not earn exactly the criterion's points.
pub(super) fn reach(reading: &mut Reading<'_>, settings: Settings<'_>, scheme: &Scheme, points: &Points) {
    let best = best(scheme, points);
    let points = points.clone();
    if best < points {
        reading.fault(settings.place, Fault::FullOutOfReach { best, points });
    } else if best > points {
        reading.fault(settings.place, Fault::FullExceeded { best, points });
    }
}

/// The most that an answer can earn.
fn best(scheme: &Scheme, full: &Points) -> Points {
    match scheme {
        Scheme::Pick(choices) | Scheme::Average { levels: choices, .. } => {
            choices.iter().map(|choice| choice.points.clone()).max().unwrap_or(Points::ZERO)
        }
        Scheme::Gather { items, cap } => {
            let sum: Points = items.iter().map(|item| &item.points).sum();
            sum.min(cap.clone())
        }
        Scheme::Ladder(ladder) => best_on(ladder),
        Scheme::Formula(formula) => formula.best(full),
    }
}

/// The most that a ladder gives at the ends of its bands, within what can be answered.
pub(super) fn best_on(ladder: &Ladder) -> Points {
    let (least, most) = match &ladder.measure {
        Measure::Share { beyond: false, .. } => (Some(Points::ZERO), Some(Points::ONE)),
        Measure::Share { beyond: true, .. } | Measure::Count | Measure::Loss(_) | Measure::Versus { .. } => {
            (Some(Points::ZERO), None)
        }
        Measure::Amount | Measure::Lateness(_) => (None, None),
        Measure::Judgement(judgement) => (Some(Points::ZERO), Some(judgement.most.clone())),
    };
    let ends = ladder.bands.iter().flat_map(|band| {
        let low = match &band.low {
            Cut::At(edge, _) => {
                least.clone().map_or(Some(edge.clone()), |least| Some(least.max(edge.clone())))
            }
            Cut::Lowest | Cut::Highest => least.clone(),
        };
        let high = match &band.high {
            Cut::At(edge, _) => Some(edge.clone()),
            Cut::Lowest | Cut::Highest => most.clone(),
        };
        let flat = band.earns.slope.is_zero().then(|| band.earns.base.clone());
        [low.map(|value| band.earns.at(&value)), high.map(|value| band.earns.at(&value)), flat]
    });
    ends.flatten().max().unwrap_or(Points::ZERO)
}
