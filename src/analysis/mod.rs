//! Across assessments: who stands where, how self scores were corrected, and how declared results compare.

mod correction;
mod documents;
mod reconciliation;
mod standing;

pub use correction::{Correction, Corrections, Lowered, LoweredCriterion, corrections};
pub use documents::{Counts, Proof, Register, Registered, lacking, proof};
pub use reconciliation::{Cause, Difference, NotComputed, Reconciliation, reconcile};
pub use standing::{Rank, Standings};
