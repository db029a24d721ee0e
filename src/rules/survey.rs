//! `survey`: the mean over all replies, each at its level.
//!
//! ```yaml
//! points: 5
//! rule:
//!   survey:
//!     - { id: satisfied, title: Hài lòng, points: 5 }
//!     - { id: neutral,   title: Bình thường, points: 2.5 }
//!     - { id: not,       title: Không hài lòng, points: 0 }
//! # 80 satisfied, 15 neutral, 5 not: (80 x 5 + 15 x 2.5) / 100 = 4.375
//! ```

use super::choices::{self, Reserved};
use super::kind::Settings;
use super::{Ground, Scheme};
use crate::fields::Reading;

pub(super) fn read(reading: &mut Reading<'_>, settings: Settings<'_>, ground: &Ground<'_>) -> Option<Scheme> {
    let levels = choices::of_rule(reading, settings, ground, Reserved::Levels)?;
    Some(Scheme::Average { levels, when_empty: settings.when_empty })
}
