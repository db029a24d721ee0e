//! The words in Vietnamese.

pub(super) mod faults;
pub(super) mod help;
mod improvement;
mod keys;
mod labels;
mod sides;
mod speech;

pub(super) use improvement::GAINS;
pub(super) use keys::KEYS;
pub(super) use labels::LABELS;
pub(super) use sides::SIDES;
pub(super) use speech::Vi;
