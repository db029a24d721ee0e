//! A change of what is claimed, and what a set of them wins.

use crate::answer::{Claim, Role};
use crate::assessment::Assessment;
use crate::criteria::Node;
use crate::points::Points;

/// Another claim for a criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remedy {
    /// Of which criterion.
    pub node: Node,
    /// Who answers it.
    pub role: Role,
    /// In which round; 0 where there are none.
    pub round: u8,
    /// What is claimed now, if anything.
    pub before: Option<Claim>,
    /// What would be.
    pub after: Claim,
}

/// Changes made together, and what they win.
#[derive(Clone, Debug)]
pub struct Step {
    /// The changes: first those that open the way for the last.
    pub changes: Vec<Remedy>,
    /// What the total is awarded more, exactly.
    pub gain: Points,
    /// The score after them.
    pub after: Assessment,
}
