//! Scoring again: what the same dossier comes to when some claims are others.

use super::remedy::{Remedy, Step};
use crate::assessment::{Assessment, Peers, alone};
use crate::criteria::{Criteria, Node};
use crate::evidence::Dossier;
use crate::points::Points;

/// A dossier on which changes are tried.
pub(super) struct Trial<'a> {
    pub(super) criteria: &'a Criteria,
    pub(super) dossier: &'a Dossier,
    pub(super) peers: &'a Peers,
    /// Its score as it is.
    pub(super) before: Assessment,
}

impl<'a> Trial<'a> {
    pub(super) fn new(criteria: &'a Criteria, dossier: &'a Dossier, peers: &'a Peers) -> Trial<'a> {
        Trial { criteria, dossier, peers, before: alone(criteria, dossier, peers) }
    }

    /// The score after changes. An answer that is compared with the peers' moves their mean too.
    pub(super) fn after<'c>(&self, changes: impl IntoIterator<Item = &'c Remedy>) -> Assessment {
        let dossier = changes.into_iter().fold(self.dossier.clone(), |dossier, change| {
            dossier.claiming(change.node, (change.role, change.round), change.after.clone())
        });
        if self.criteria.compares_with_peers() {
            let peers = self.peers.instead(self.criteria, self.dossier, &dossier);
            return alone(self.criteria, &dossier, &peers);
        }
        alone(self.criteria, &dossier, self.peers)
    }

    /// What the total is awarded more than before.
    pub(super) fn gain(&self, after: &Assessment) -> Points {
        awarded(after) - awarded(&self.before)
    }

    /// Changes as one step.
    pub(super) fn step(&self, changes: Vec<Remedy>) -> Step {
        let after = self.after(&changes);
        Step { gain: self.gain(&after), changes, after }
    }

    /// What is claimed of a node.
    pub(super) fn claim(&self, node: Node) -> Option<&'a crate::answer::Claim> {
        let entry = self.dossier.counting(self.criteria, node)?;
        entry.claim.as_ref()
    }
}

/// What the whole is awarded, whether or not a limit voids it.
pub(super) fn awarded(assessment: &Assessment) -> &Points {
    &assessment.total().tally.awarded
}
