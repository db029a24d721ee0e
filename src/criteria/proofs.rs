//! What the parts of a set prove together: parts make their wholes, declared counts hold.

use super::combination::{Combination, Combine};
use super::keys::EXPECTS_KEYS;
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
    /// The kinds of agency that it names.
    pub(super) named: Kinds,
    /// The kinds that it applies to, after all that is said above it.
    pub(super) kinds: Kinds,
    /// What stands in it.
    pub(super) holds: Holds,
    /// What its parts have to do with its points.
    pub(super) makes: Makes,
    /// Whether it stands outside its parent's points.
    pub(super) outside: bool,
    /// Whether a wrong sum is accepted, as the official text's own defect.
    pub(super) excused: bool,
}

/// Kinds of agency.
#[derive(Clone)]
pub(super) enum Kinds {
    /// All that the set is for.
    Every,
    /// These.
    Only(Vec<Id>),
    /// What is written cannot be read.
    Unknown,
}

/// What stands in a node.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    /// Parts.
    Parts,
    /// A rule.
    Rule,
    /// What is written does not say.
    Unknown,
}

/// What the parts of a group have to do with its points.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Makes {
    /// They add up to them.
    Sum,
    /// It is a heading: they count above it.
    Nothing,
    /// They make them in another way, in which their sizes prove nothing.
    Otherwise,
}

impl Makes {
    /// What `combination` makes of parts; nothing is proved where it could not be read.
    pub(super) fn of(combination: Option<&Combination>) -> Makes {
        match combination.map(|combination| (&combination.how, &combination.bands)) {
            Some((Combine::Sum, None)) => Makes::Sum,
            Some((Combine::Heading, _)) => Makes::Nothing,
            _ => Makes::Otherwise,
        }
    }
}

impl Outline {
    /// The outline of a part of which nothing can be read.
    pub(super) fn unknown(parent: usize, place: Place) -> Outline {
        Outline {
            parent: Some(parent),
            points: None,
            place,
            named: Kinds::Unknown,
            kinds: Kinds::Unknown,
            holds: Holds::Unknown,
            makes: Makes::Otherwise,
            outside: false,
            excused: false,
        }
    }
}

impl Kinds {
    /// Those of them that `above` names too.
    pub(super) fn within(&self, above: &Kinds) -> Kinds {
        match (self, above) {
            (Kinds::Unknown, _) | (_, Kinds::Unknown) => Kinds::Unknown,
            (Kinds::Every, kinds) | (kinds, Kinds::Every) => kinds.clone(),
            (Kinds::Only(kinds), Kinds::Only(_)) => {
                Kinds::Only(kinds.iter().filter(|kind| above.contain(kind)).cloned().collect())
            }
        }
    }

    /// The list of them, where they are not all.
    pub(super) fn listed(&self) -> Option<Vec<Id>> {
        match self {
            Kinds::Only(kinds) => Some(kinds.clone()),
            Kinds::Every | Kinds::Unknown => None,
        }
    }

    fn contain(&self, kind: &Id) -> bool {
        match self {
            Kinds::Only(kinds) => kinds.contains(kind),
            Kinds::Every | Kinds::Unknown => true,
        }
    }
}

/// Keeps a fault for each group whose parts do not add up to it, for each kind of agency where kinds differ.
/// Where anything that the sum stands on cannot be read, nothing is said of it.
pub(super) fn parts_make_wholes(reading: &mut Reading<'_>, outlines: &[Outline], audience: &[Id]) {
    let proven =
        |outline: &Outline| outline.holds == Holds::Parts && outline.makes == Makes::Sum && !outline.excused;
    for (at, group) in outlines.iter().enumerate().filter(|(_, outline)| proven(outline)) {
        let parts = counted_in(outlines, at, &Kinds::Every);
        let Some(declared) = &group.points else { continue };
        if parts.iter().any(|(part, named)| part.points.is_none() || matches!(named, Kinds::Unknown)) {
            continue;
        }
        let sum = |kind: Option<&Id>| -> Points {
            let counted = parts.iter().filter(|(_, named)| kind.is_none_or(|kind| named.contain(kind)));
            counted.filter_map(|(part, _)| part.points.as_ref()).sum()
        };
        let told_apart = parts.iter().any(|(_, named)| matches!(named, Kinds::Only(_)));
        let kinds: Vec<Option<&Id>> = match &group.kinds {
            _ if !told_apart => vec![None],
            Kinds::Unknown => continue,
            kinds @ (Kinds::Every | Kinds::Only(_)) => {
                audience.iter().filter(|kind| kinds.contain(kind)).map(Some).collect()
            }
        };
        let mut sums: Vec<(Option<&Id>, Points)> = kinds.into_iter().map(|kind| (kind, sum(kind))).collect();
        if sums.windows(2).all(|pair| pair[0].1 == pair[1].1) {
            // The same for every kind: it is one mistake and has nothing to do with kinds.
            sums.truncate(1);
            for (kind, _) in &mut sums {
                *kind = None;
            }
        }
        for (kind, sum) in sums {
            if sum != *declared {
                let fault = Fault::PartsDoNotAdd { kind: kind.cloned(), sum, declared: declared.clone() };
                reading.fault(group.place, fault);
            }
        }
    }
}

/// The parts that count in a group, and the kinds of agency that they are named for: its own, and those under
/// headings in it, which are for the kinds of their headings only.
fn counted_in<'o>(outlines: &'o [Outline], group: usize, above: &Kinds) -> Vec<(&'o Outline, Kinds)> {
    let own = outlines.iter().enumerate().filter(|(_, part)| part.parent == Some(group) && !part.outside);
    own.flat_map(|(at, part)| {
        let named = part.named.within(above);
        if part.makes == Makes::Nothing { counted_in(outlines, at, &named) } else { vec![(part, named)] }
    })
    .collect()
}

/// Keeps a fault where a declared count does not hold.
pub(super) fn counts(reading: &mut Reading<'_>, node: &yaml::Node, outlines: &[Outline]) {
    let Some(fields) = reading.table(node, &EXPECTS_KEYS) else { return };
    let Some(node) = fields.get("criteria") else { return };
    let Some(declared) = reading.number(node) else { return };
    if outlines.iter().any(|outline| outline.holds == Holds::Unknown) {
        return;
    }
    let found = outlines.iter().filter(|outline| outline.holds == Holds::Rule).count();
    if i64::try_from(found).is_ok_and(|found| Points::whole(found) != declared) {
        reading.fault(node.place, Fault::CountWrong { declared, found });
    }
}
