//! The words in English.

pub(super) mod faults;
pub(super) mod help;
mod keys;
mod labels;
mod many;
mod sides;
mod speech;

pub(super) use keys::KEYS;
pub(super) use labels::LABELS;
pub(super) use many::MANY;
pub(super) use sides::SIDES;
pub(super) use speech::En;
