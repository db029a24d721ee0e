//! Across assessments: who stands where, how self scores were corrected, and how declared results compare.

mod correction;
mod reconciliation;
mod standing;

pub use correction::{Correction, Corrections, Lowered, LoweredCriterion, corrections};
pub use reconciliation::{Cause, Difference, NotComputed, Reconciliation, reconcile};
pub use standing::{Rank, Standings};
