//! Which dossier of one side is compared with which of the other.

use std::collections::BTreeMap;

use super::Side;
use crate::evidence::Dossier;
use crate::id::Id;

/// The pairs, and what stands on one side alone, by positions among the dossiers of its side.
pub(super) struct Paired {
    pub(super) pairs: Vec<(usize, usize)>,
    pub(super) only_a: Vec<usize>,
    pub(super) only_b: Vec<usize>,
}

/// Pairs agencies of the same id; where each side is about one agency, these two whatever their ids. An agency of
/// which a side has several periods is paired period by period.
pub(super) fn paired(a: Side<'_>, b: Side<'_>) -> Paired {
    let (of_a, of_b) = (by_agency(a), by_agency(b));
    let alone = of_a.len() == 1 && of_b.len() == 1;
    let mut pairs = Vec::new();
    for (agency, before) in &of_a {
        let partner = if alone { of_b.values().next() } else { of_b.get(agency) };
        let after = partner.map_or(&[][..], Vec::as_slice);
        if let ([before], [after]) = (&before[..], after) {
            pairs.push((*before, *after));
            continue;
        }
        let period = |side: Side<'_>, at: usize| {
            let Dossier { period, .. } = side.dossiers[at];
            period
        };
        for at in before {
            let same = after.iter().find(|other| period(b, **other) == period(a, *at));
            pairs.extend(same.map(|other| (*at, *other)));
        }
    }
    pairs.sort_unstable();
    let left = |side: Side<'_>, taken: &dyn Fn(usize) -> bool| {
        side.chosen().into_iter().filter(|at| !taken(*at)).collect()
    };
    let only_a = left(a, &|at| pairs.iter().any(|(taken, _)| *taken == at));
    let only_b = left(b, &|at| pairs.iter().any(|(_, taken)| *taken == at));
    Paired { pairs, only_a, only_b }
}

/// The positions of the dossiers of each agency that are compared.
fn by_agency(side: Side<'_>) -> BTreeMap<&Id, Vec<usize>> {
    let mut found: BTreeMap<&Id, Vec<usize>> = BTreeMap::new();
    for at in side.chosen() {
        found.entry(&side.dossiers[at].agency.id).or_default().push(at);
    }
    found
}
