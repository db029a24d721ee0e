//! Which points can be won back (điểm có thể lấy lại), and the smallest set of changes that reaches a target.
//!
//! Better answers are read from the scheme of a rule, and what they win is found by scoring again: there is no
//! arithmetic of scores here. `candidate` lists what can be changed, `chance` finds the nearest step and the full one
//! for each criterion, `target` reaches for a grade or an index, by `search`, with or without a `proof`.

mod candidate;
mod chance;
mod listing;
mod proof;
mod remedy;
mod search;
mod subsets;
mod target;
mod trial;

pub use chance::{Chance, Found, NoStep};
pub use listing::{Improvement, improve};
pub use remedy::{Remedy, Step};
pub use target::{Aim, Goal, Proof, Reach, Target};
