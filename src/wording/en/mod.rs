//! The words in English.

mod comparison;
mod documents;
pub(super) mod faults;
mod follow_up;
mod gate;
pub(super) mod help;
mod improvement;
mod keys;
mod labels;
mod sides;
mod speech;

pub(super) use comparison::COMPARING;
pub(super) use documents::DOCUMENTS;
pub(super) use follow_up::FOLLOW_UP;
pub(super) use gate::GATE;
pub(super) use improvement::GAINS;
pub(super) use keys::KEYS;
pub(super) use labels::LABELS;
pub(super) use sides::SIDES;
pub(super) use speech::En;
