//! Across assessments: who stands where, how self scores were corrected, how declared results compare, how two sides
//! compare, which thresholds
//! are missed, and what became of requests and lost points.

mod comparison;
mod correction;
mod counterparts;
mod follow_up;
mod losses;
mod reconciliation;
mod scored;
mod standing;
mod thresholds;

pub use comparison::{Change, Comparison, Lists, Pair, Parts, Row, Rows, Side, Whose, compare};
pub use correction::{Correction, Corrections, Lowered, LoweredCriterion, corrections};
pub use follow_up::{Because, Followed, Request, Score, Scores, State, follow_up, pairs};
pub use losses::{Loss, LossSums, Lost};
pub use reconciliation::{Cause, Difference, NotComputed, Reconciliation, reconcile};
pub use scored::Scored;
pub use standing::{Rank, Standings};
pub use thresholds::{Gated, Gauge, Miss, Reached, cited, gate, past, reached};
