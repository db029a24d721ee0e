//! The verdict: what a dossier comes to under the criteria. It cannot fail.

mod group;
mod leaf;
mod limits;
mod model;
mod parts;
mod peers;
mod score;
mod standing;

pub use model::{
    Absence, Adjustment, Assessment, Hit, LayerScore, Made, Outcome, Part, RoleScore, Tally, Verdict,
};
pub use peers::Peers;
pub use score::{alone, score};
