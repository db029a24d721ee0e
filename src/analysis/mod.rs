//! Across assessments: who stands where, how self scores were corrected, what can be won back, and how declared results compare.

mod correction;
mod improvement;
mod reconciliation;
mod standing;

pub use correction::{Correction, Corrections, Lowered, LoweredCriterion, corrections};
pub use improvement::{
    Aim, Chance, Change, Found, Goal, Improvement, NoStep, Proof, Reach, Step, Target, improve,
};
pub use reconciliation::{Cause, Difference, NotComputed, Reconciliation, reconcile};
pub use standing::{Rank, Standings};
