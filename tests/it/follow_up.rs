//! Follow-up.
