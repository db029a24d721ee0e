//! Which answers would earn more than the one that is given: read from the scheme alone, nearest first.
//!
//! What they win is for scoring to say; here they are only listed.

mod axis;
mod best;
mod listing;
mod way;

pub use listing::Sense;
pub use way::{Stop, Way};
