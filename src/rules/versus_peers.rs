//! `versus-peers`: bands over the answer divided by what the answers of all peers come to.
//!
//! ```yaml
//! points: 3
//! rule:
//!   versus-peers:
//!     to: mean                                    # or `median`: of all agencies of the same kind and period
//!     when-empty: zero                            # when their answers come to 0, or nobody else answered
//!     bands:
//!       - { from: 100%, points: 3 }
//!       - { from: 80%, below: 100%, points: 2 }
//!       - { below: 80%, points: 0 }
//! # 45 where the mean of all is 50: 90 % of it, 2
//! ```
//!
//! Everybody who is scored together counts, the agency itself too. It is the mean of facts: what is missing, not
//! applicable or decided counts nowhere.

use super::bands::{Edges, steps};
use super::coverage::Domain;
use super::keys::{AVERAGE_WORDS, VERSUS_PEERS_KEYS, WHEN_EMPTY};
use super::kind::{Settings, when_empty};
use super::{Ground, Ladder, Measure, Scheme};
use crate::fields::Reading;

pub(super) fn read(reading: &mut Reading<'_>, settings: Settings<'_>, ground: &Ground<'_>) -> Option<Scheme> {
    let node = settings.needed(reading)?;
    let fields = reading.table(node, &VERSUS_PEERS_KEYS)?;
    let to = reading.required(fields, "to").and_then(|node| reading.word(node, &AVERAGE_WORDS));
    let bands = reading
        .required(fields, "bands")
        .and_then(|node| steps(reading, node, ground, Some(Edges::Shares), Domain::Open));
    // Nobody can be divided by what comes to nothing: the set has to say what that means.
    let beside = settings.when_empty_place.is_some();
    if !beside {
        reading.required(fields, WHEN_EMPTY);
    }
    let when_empty = when_empty(reading, settings, fields);
    let measure = Measure::Versus { to: to?, when_empty: when_empty? };
    Some(Scheme::Ladder(Ladder { measure, bands: bands?.1 }))
}
