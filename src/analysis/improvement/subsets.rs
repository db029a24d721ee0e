//! Every set of changes, from the smallest up, until one reaches the goal.

use super::search::Search;
use crate::points::Points;

/// How many sets are tried at most.
const MOST_TRIED: usize = 4_096;

/// How many changes can be put together in every way.
const MOST_CHANGES: usize = 12;

/// The smallest set that reaches the goal, every smaller one having been tried; `None` where these are too many.
pub(super) fn smallest(search: &Search<'_>) -> Option<Vec<usize>> {
    if search.same_costs { by_count(search) } else { by_cost(search) }
}

fn by_count(search: &Search<'_>) -> Option<Vec<usize>> {
    let many = search.best.len();
    let mut tried = 0;
    for size in 1..=many {
        let mut set: Vec<usize> = (0..size).collect();
        loop {
            tried += 1;
            if tried > MOST_TRIED {
                return None;
            }
            if search.reaches(&set) {
                return Some(set);
            }
            if !next(&mut set, many) {
                break;
            }
        }
    }
    None
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

fn by_cost(search: &Search<'_>) -> Option<Vec<usize>> {
    let many = search.best.len();
    if many > MOST_CHANGES {
        return None;
    }
    let sets = (1_usize..1 << many).map(|mask| {
        let set: Vec<usize> = (0..many).filter(|at| mask >> at & 1 == 1).collect();
        (search.cost(&set), set.len(), set)
    });
    let mut sets: Vec<(Points, usize, Vec<usize>)> = sets.collect();
    sets.sort();
    sets.into_iter().map(|(_, _, set)| set).find(|set| search.reaches(set))
}

#[cfg(test)]
mod tests {
    use super::next;

    #[test]
    fn every_set_of_a_size_comes_once() {
        let mut set = vec![0, 1];
        let mut seen = vec![set.clone()];
        while next(&mut set, 4) {
            seen.push(set.clone());
        }
        assert_eq!(seen, [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]]);
    }
}
