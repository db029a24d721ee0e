//! Across assessments: who stands where, how self scores were corrected, how declared results compare, which thresholds
//! are missed, what became of requests and lost points, what can be won back, how two sides compare.

mod comparison;
mod correction;
mod documents;
mod follow_up;
mod improvement;
mod losses;
mod reconciliation;
mod scored;
mod standing;
mod thresholds;

pub use comparison::{Change, Comparison, Lists, Pair, Parts, Row, Rows, Side, Whose, compare};
pub use correction::{Correction, Corrections, Lowered, LoweredCriterion, corrections};
pub use documents::{Counts, Proven, Register, Registered, lacking, proof};
pub use follow_up::{Because, Followed, Request, Score, Scores, State, follow_up, pairs};
pub use improvement::{
    Aim, Chance, Found, Goal, Improvement, NoStep, Proof, Reach, Remedy, Step, Target, improve,
};
pub use losses::{Loss, LossSums, Lost};
pub use reconciliation::{Cause, Difference, NotComputed, Reconciliation, reconcile};
pub use scored::Scored;
pub use standing::{Rank, Standings};
pub use thresholds::{Gated, Gauge, Miss, Reached, gate, past, reached};
