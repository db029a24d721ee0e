//! The yardstick: a criteria file, read into criteria that add up.

mod builtin;
mod model;
mod proofs;
mod read;
mod read_node;
#[cfg(test)]
mod tests;

pub use builtin::{BUILTIN, Builtin};
pub use model::{
    Among, Criteria, Criterion, Grade, Identity, Node, Ranking, Scored, TOTAL, Ties, WhenNotApplicable,
};
pub use read::read;
