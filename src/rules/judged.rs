//! `judged`: an assessor's judgement between nothing and the criterion's points.
//!
//! ```yaml
//! points: 3
//! rule: { judged: { step: 0.5 } }      # 0, 0.5, 1, ... 3; `rule: judged` takes any number between
//! ```

use super::keys::JUDGED_KEYS;
use super::kind::Settings;
use super::{Band, Cut, Ground, Judgement, Ladder, Line, Measure, Scheme};
use crate::fields::Reading;
use crate::points::Points;
use crate::problem::Fault;

pub(super) fn read(reading: &mut Reading<'_>, settings: Settings<'_>, ground: &Ground<'_>) -> Option<Scheme> {
    let fields = settings.table(reading, &JUDGED_KEYS)?;
    let step = match fields.get("step") {
        Some(node) => {
            let step = reading.above_zero(node)?;
            if ground.firm
                && !ground.excused
                && !ground.points.over(&step).is_some_and(|steps| steps.is_whole())
            {
                reading.fault(node.place, Fault::StepMisses { step, points: ground.points.clone() });
                return None;
            }
            Some(step)
        }
        None => None,
    };
    let judgement = Judgement { most: ground.points.clone(), step };
    let whole = Band { low: Cut::Lowest, high: Cut::Highest, earns: Line::rising(Points::ONE) };
    Some(Scheme::Ladder(Ladder { measure: Measure::Judgement(judgement), bands: vec![whole] }))
}
