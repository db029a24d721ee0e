//! Every set of changes, from the smallest up, until one reaches the goal.

use super::search::Search;
use crate::points::Points;

/// How many sets are tried at most.
const MOST_TRIED: usize = 3_000;

/// How many changes can be put together in every way, where what they cost differs.
const MOST_CHANGES: usize = 10;

/// What trying every set came to.
pub(super) enum Tried {
    /// The smallest set that reaches the goal, every smaller one having been tried.
    Reached(Vec<usize>),
    /// Every set was tried, and none reaches it.
    All,
    /// Every set of so many changes at most was tried; those of more are too many.
    UpTo(usize),
}

/// Tries every set, from the smallest up.
pub(super) fn smallest(search: &Search<'_>) -> Tried {
    if search.same_costs { by_count(search) } else { by_cost(search) }
}

fn by_count(search: &Search<'_>) -> Tried {
    let many = search.best.len();
    let mut left = MOST_TRIED;
    for size in 1..=many {
        match left.checked_sub(sets_of(size, many)) {
            Some(rest) => left = rest,
            None => return Tried::UpTo(size - 1),
        }
        let mut set: Vec<usize> = (0..size).collect();
        loop {
            if search.reaches(&set) {
                return Tried::Reached(set);
            }
            if !next(&mut set, many) {
                break;
            }
        }
    }
    Tried::All
}

/// How many sets of a size there are out of `many`, as far as that can matter.
fn sets_of(size: usize, many: usize) -> usize {
    // Row by row of the triangle, each entry the sum of the two above it.
    let mut row = vec![1_usize];
    for _ in 0..many {
        let mut below = vec![1];
        below.extend(row.windows(2).map(|pair| pair[0].saturating_add(pair[1])));
        below.push(1);
        below.truncate(size + 1);
        row = below;
    }
    row[size]
}

/// The next set of the same size out of `many`.
fn next(set: &mut [usize], many: usize) -> bool {
    let size = set.len();
    let Some(at) = (0..size).rev().find(|at| set[*at] < many - size + *at) else { return false };
    set[at] += 1;
    for later in at + 1..size {
        set[later] = set[later - 1] + 1;
    }
    true
}

fn by_cost(search: &Search<'_>) -> Tried {
    let many = search.best.len();
    if many > MOST_CHANGES {
        return Tried::UpTo(0);
    }
    let sets = (1_usize..1 << many).map(|mask| {
        let set: Vec<usize> = (0..many).filter(|at| mask >> at & 1 == 1).collect();
        (search.cost(&set), set.len(), set)
    });
    let mut sets: Vec<(Points, usize, Vec<usize>)> = sets.collect();
    sets.sort();
    let reached = sets.into_iter().map(|(_, _, set)| set).find(|set| search.reaches(set));
    reached.map_or(Tried::All, Tried::Reached)
}

#[cfg(test)]
mod tests {
    use super::{next, sets_of};

    #[test]
    fn every_set_of_a_size_comes_once() {
        let mut set = vec![0, 1];
        let mut seen = vec![set.clone()];
        while next(&mut set, 4) {
            seen.push(set.clone());
        }
        assert_eq!(seen, [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]]);
        assert_eq!((sets_of(2, 4), sets_of(1, 300), sets_of(3, 20), sets_of(4, 4)), (6, 300, 1140, 1));
    }
}
