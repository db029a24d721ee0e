//! The words in English.

mod comparison;
pub(super) mod faults;
pub(super) mod help;
mod keys;
mod labels;
mod speech;

pub(super) use comparison::COMPARING;
pub(super) use keys::KEYS;
pub(super) use labels::LABELS;
pub(super) use speech::En;
