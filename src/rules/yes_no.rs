//! `yes-no`: full points or none.
//!
//! ```yaml
//! points: 1.5
//! rule: yes-no          # `yes` earns 1.5, `no` earns 0
//! ```

use super::kind::Settings;
use super::{Ground, Scheme};
use crate::answer::Choice;
use crate::fields::Reading;
use crate::id::Id;
use crate::lang::Text;
use crate::points::Points;

pub(super) fn read(reading: &mut Reading<'_>, settings: Settings<'_>, ground: &Ground<'_>) -> Option<Scheme> {
    settings.table(reading, &[])?;
    let option = |id: &str, vi: &str, en: &str, points: Points| Choice {
        id: Id::new(id),
        title: Text::By { vi: Some(vi.to_owned()), en: Some(en.to_owned()) },
        points,
    };
    Some(Scheme::Pick(vec![
        option("yes", "Có", "Yes", ground.points.clone()),
        option("no", "Không", "No", Points::ZERO),
    ]))
}
