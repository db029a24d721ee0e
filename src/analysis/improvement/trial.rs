//! Scoring again: what the same dossier comes to when some claims are others.

use super::remedy::{Remedy, Step};
use crate::assessment::{Assessment, Hit, Peers, alone};
use crate::criteria::{Consequence, Criteria, Node};
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

    /// The limit that voids a score and did not before.
    pub(super) fn newly_void(&self, after: &Assessment) -> Option<usize> {
        let voids = |hit: &&Hit| self.criteria.limits[hit.limit].then == Consequence::Void;
        newly_hit(&self.before, after).find(voids).map(|hit| hit.limit)
    }

    /// What is claimed of a node.
    pub(super) fn claim(&self, node: Node) -> Option<&'a crate::answer::Claim> {
        let entry = self.dossier.counting(self.criteria, node)?;
        entry.claim.as_ref()
    }
}

/// The limits that are triggered after changes and were not before.
pub(super) fn newly_hit<'a>(before: &'a Assessment, after: &'a Assessment) -> impl Iterator<Item = &'a Hit> {
    let known = |limit| before.limited_by.iter().any(|hit| hit.limit == limit);
    after.limited_by.iter().filter(move |hit| !known(hit.limit))
}

/// What the whole is awarded, whether or not a limit voids it.
pub(super) fn awarded(assessment: &Assessment) -> &Points {
    &assessment.total().tally.awarded
}
