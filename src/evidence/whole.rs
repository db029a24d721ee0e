//! What has to hold of a dossier as a whole: penalties are answered, not too much is excused.

use super::check::Layers;
use super::dossier::Dossier;
use super::merge::Said;
use crate::answer::Claim;
use crate::criteria::{Counts, Criteria, Node};
use crate::points::Points;
use crate::problem::{Fault, Problems};

/// Keeps a fault for each penalty that the role which scores it has left open.
pub(super) fn penalties(
    criteria: &Criteria,
    dossier: &Dossier,
    layers: &Layers<'_>,
    problems: &mut Problems,
) {
    for node in criteria.leaves() {
        let asked = criteria.at(node);
        let penalty = asked.counts == Counts::Penalty && asked.applies_to(dossier.agency.kind.as_ref());
        let answered =
            |node: Node| dossier.counting(criteria, node).is_some_and(|entry| entry.claim.is_some());
        if !penalty || std::iter::once(node).chain(criteria.above(node)).any(answered) {
            continue;
        }
        let heard =
            dossier.layers.iter().find(|layer| layer.role == asked.scored_by && layer.not_held.is_none());
        if let Some(layer) = heard
            && let Some(heading) = layers.heading(layer.role, layer.round)
        {
            heading.fault(problems, heading.place, Fault::PenaltyUnanswered { id: asked.id.clone() });
        }
    }
}

/// Keeps a fault where more is excused as not applicable than the set allows.
pub(super) fn excused(criteria: &Criteria, dossier: &Dossier, layers: &Layers<'_>, problems: &mut Problems) {
    let Some(most) = &criteria.excused_at_most else { return };
    let mut excused = Points::ZERO;
    let mut first = None;
    for node in criteria.nodes().skip(1) {
        let asked = criteria.at(node);
        let Some(entry) = dossier.counting(criteria, node) else { continue };
        let out = match &entry.claim {
            Some(Claim::NotApplicable { .. }) => true,
            Some(Claim::Fact(answer)) => asked.rule().is_some_and(|rule| rule.scheme.finds_nothing(answer)),
            Some(Claim::Decided { .. }) | None => false,
        };
        if out {
            excused += &criteria.portion(node, dossier.agency.kind.as_ref());
            first = first.or_else(|| layers.said(node));
        }
    }
    if excused > *most
        && let Some(Said { heading, place, .. }) = first
    {
        heading.fault(problems, *place, Fault::TooMuchExcused { excused, most: most.clone() });
    }
}
