//! The yardstick: a criteria file, read into criteria that add up.

mod builtin;
mod combination;
pub mod keys;
mod limit;
mod model;
mod portion;
mod proofs;
mod read;
mod read_group;
mod read_limits;
mod read_node;
mod references;
mod succession;
#[cfg(test)]
mod tests;
mod thresholds;

pub use builtin::{BUILTIN, Builtin};
pub use combination::{Combination, Combine, FORMULA_NAMES};
pub use limit::{Consequence, Limit, Trigger};
pub use model::{
    Among, Counts, Criteria, Criterion, Grade, Identity, Node, Ranking, Scored, TOTAL, Ties,
    WhenNotApplicable,
};
pub use read::read;
pub use succession::{Origin, Succession};
pub use thresholds::{Against, THRESHOLD_KEYS, Thresholds};
