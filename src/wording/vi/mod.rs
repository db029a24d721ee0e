//! The words in Vietnamese.

pub(super) mod faults;
