//! The words in English.

pub(super) mod faults;
