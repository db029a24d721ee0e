//! Across assessments: who stands where, how declared results compare, and how two sides compare.

mod comparison;
mod reconciliation;
mod standing;

pub use comparison::{Change, Comparison, Lists, Pair, Parts, Row, Rows, Side, Whose, compare};
pub use reconciliation::{Cause, Difference, NotComputed, Reconciliation, reconcile};
pub use standing::{Rank, Standings};
