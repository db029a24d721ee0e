//! Across assessments: who stands where, and how declared results compare.

mod reconciliation;
mod standing;

pub use reconciliation::{Cause, Difference, NotComputed, Reconciliation, reconcile};
pub use standing::{Rank, Standings};
