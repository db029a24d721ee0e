//! Across assessments: who stands where.

mod standing;

pub use standing::{Rank, Standings};
