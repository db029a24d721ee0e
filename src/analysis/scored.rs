//! A score together with the dossier that it came from.

use crate::assessment::Assessment;
use crate::evidence::Dossier;

/// A dossier and what it comes to.
#[derive(Clone, Debug)]
pub struct Scored {
    /// What is known.
    pub dossier: Dossier,
    /// The score.
    pub assessment: Assessment,
}
