//! The verdict: what a dossier comes to under the criteria. It cannot fail.

mod model;
mod score;

pub use model::{Absence, Assessment, Outcome, Part, RoleScore, Tally, Verdict};
pub use score::score;
