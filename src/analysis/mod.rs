//! Across assessments: who stands where, how self scores were corrected, and how declared results compare.

mod attendance;
mod correction;
mod overview;
mod reconciliation;
mod standing;

pub use attendance::{Attendance, Faulty, Heard, LeftOut, NotSubmitted};
pub use correction::{Correction, Corrections, Lowered, LoweredCriterion, corrections};
pub use overview::{Lane, Overview};
pub use reconciliation::{Cause, Difference, NotComputed, Reconciliation, reconcile};
pub use standing::{Distances, Rank, Standings};
