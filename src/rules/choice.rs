//! `choice`: one of several options.
//!
//! ```yaml
//! points: 2
//! rule:
//!   choice:                       # or the name of a scale: `choice: muc-do`
//!     - { id: full,    title: Đầy đủ,   points: 100% }   # 2
//!     - { id: partial, title: Một phần, points: 50% }    # 1
//!     - { id: none,    title: Chưa có,  points: 0 }
//! ```

use super::choices::{self, Reserved};
use super::kind::Settings;
use super::{Ground, Scheme};
use crate::fields::Reading;

pub(super) fn read(reading: &mut Reading<'_>, settings: Settings<'_>, ground: &Ground<'_>) -> Option<Scheme> {
    choices::of_rule(reading, settings, ground, Reserved::Options).map(Scheme::Pick)
}
