//! The words in Vietnamese.

mod documents;
pub(super) mod faults;
pub(super) mod help;
mod keys;
mod labels;
mod sides;
mod speech;

pub(super) use documents::DOCUMENTS;
pub(super) use keys::KEYS;
pub(super) use labels::LABELS;
pub(super) use sides::SIDES;
pub(super) use speech::Vi;
