//! What the parts of a set prove together: parts make their wholes, declared counts hold.

use crate::fields::Reading;
use crate::id::Id;
use crate::points::Points;
use crate::problem::Fault;
use crate::source::Place;
use crate::yaml;

/// What a node says of its place in the sums. It is kept of broken nodes too, so that one wrong rule does not
/// hide a wrong sum, nor make one up.
pub(super) struct Outline {
    /// Which outline it is part of; the set is the first and has none.
    pub(super) parent: Option<usize>,
    /// Its points, if they could be read.
    pub(super) points: Option<Points>,
    /// Where they stand.
    pub(super) place: Place,
    /// The kinds of agency that it applies to, if it says.
    pub(super) applies_to: Option<Vec<Id>>,
    /// Whether it has parts.
    pub(super) group: bool,
}

impl Outline {
    fn applies_to(&self, kind: &Id) -> bool {
        self.applies_to.as_ref().is_none_or(|kinds| kinds.contains(kind))
    }
}

/// Keeps a fault for each group whose parts do not add up to it, for each kind of agency where kinds differ.
pub(super) fn parts_make_wholes(reading: &mut Reading<'_>, outlines: &[Outline], audience: &[Id]) {
    for (at, group) in outlines.iter().enumerate().filter(|(_, outline)| outline.group) {
        let parts: Vec<&Outline> = outlines.iter().filter(|part| part.parent == Some(at)).collect();
        let Some(declared) = &group.points else { continue };
        if parts.is_empty() || parts.iter().any(|part| part.points.is_none()) {
            continue;
        }
        let sum = |kind: Option<&Id>| -> Points {
            let counted = parts.iter().filter(|part| kind.is_none_or(|kind| part.applies_to(kind)));
            counted.filter_map(|part| part.points.as_ref()).sum()
        };
        let kinds: Vec<Option<&Id>> = if parts.iter().any(|part| part.applies_to.is_some()) {
            audience.iter().filter(|kind| group.applies_to(kind)).map(Some).collect()
        } else {
            vec![None]
        };
        for kind in kinds {
            let sum = sum(kind);
            if sum != *declared {
                let fault = Fault::PartsDoNotAdd { kind: kind.cloned(), sum, declared: declared.clone() };
                reading.fault(group.place, fault);
            }
        }
    }
}

/// Keeps a fault where a declared count does not hold.
pub(super) fn counts(reading: &mut Reading<'_>, node: &yaml::Node, outlines: &[Outline]) {
    let Some(fields) = reading.table(node, &["criteria"]) else { return };
    let Some(node) = fields.get("criteria") else { return };
    let Some(declared) = reading.number(node) else { return };
    let found = outlines.iter().filter(|outline| !outline.group).count();
    if i64::try_from(found).is_ok_and(|found| Points::whole(found) != declared) {
        reading.fault(node.place, Fault::CountWrong { declared, found });
    }
}
