//! `checklist`: the items that hold are added, up to the criterion's points.
//!
//! ```yaml
//! points: 1.5
//! rule:
//!   checklist:
//!     - { id: plan,   title: Kế hoạch, points: 1 }
//!     - { id: report, title: Báo cáo,  points: 0.5 }
//!     - { id: visit,  title: Kiểm tra, points: 0.5 }     # all three: 2, capped at 1.5
//! ```

use super::choices::{self, Reserved};
use super::kind::Settings;
use super::{Ground, Scheme};
use crate::fields::Reading;

pub(super) fn read(reading: &mut Reading<'_>, settings: Settings<'_>, ground: &Ground<'_>) -> Option<Scheme> {
    let items = choices::of_rule(reading, settings, ground, Reserved::Items)?;
    Some(Scheme::Gather { items, cap: ground.points.clone() })
}
