//! Which lost points came back, criterion by criterion, and which are newly lost.

use super::scored::Scored;
use crate::assessment::{Assessment, Outcome};
use crate::criteria::{Counts, Criteria, Node, Succession};
use crate::points::Points;

/// Criteria that stand for one another, with what they lost then and lose now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    /// In the earlier set.
    pub old: Vec<Node>,
    /// In the later set.
    pub new: Vec<Node>,
    /// What was lost then.
    pub then: Lost,
    /// What is lost now.
    pub now: Lost,
}

/// What is lost: applicable and not awarded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lost {
    /// So many points.
    Points {
        /// All that is lost.
        all: Points,
        /// What of it is lost for want of an answer.
        unanswered: Points,
    },
    /// Not applicable: nothing can be lost.
    NotApplicable,
    /// The set has no such criterion.
    Absent,
}

/// The sums over what was lost then: lost then is what is lost now, what came back and what is not compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LossSums {
    /// Lost then.
    pub then: Points,
    /// What of it was lost for want of an answer.
    pub then_unanswered: Points,
    /// Lost now.
    pub now: Points,
    /// What of it is lost for want of an answer.
    pub now_unanswered: Points,
    /// Came back, less what was lost further.
    pub came_back: Points,
    /// Lost then, by criteria that do not apply now or are gone.
    pub not_compared: Points,
}

impl Lost {
    /// The points that are lost.
    #[must_use]
    pub fn points(&self) -> Option<&Points> {
        match self {
            Lost::Points { all, .. } => Some(all),
            Lost::NotApplicable | Lost::Absent => None,
        }
    }

    /// Whether all of it is lost for want of an answer.
    fn is_unanswered(&self) -> bool {
        match self {
            Lost::Points { all, unanswered } => all == unanswered && !all.is_zero(),
            Lost::NotApplicable | Lost::Absent => false,
        }
    }

    /// Whether any are.
    fn any(&self) -> bool {
        self.points().is_some_and(|points| !points.is_zero())
    }
}

impl Loss {
    /// Whether nothing was answered then and nothing is now, so that there is no change to speak of.
    #[must_use]
    pub fn was_never_answered(&self) -> bool {
        self.then.is_unanswered() && self.now.is_unanswered()
    }

    /// What came back; below zero where more is lost. `None` where there is nothing to compare with.
    #[must_use]
    pub fn came_back(&self) -> Option<Points> {
        Some(self.then.points()? - self.now.points()?)
    }
}

impl LossSums {
    /// The sums over losses.
    #[must_use]
    pub fn of(losses: &[Loss]) -> LossSums {
        let mut sums = LossSums::default();
        for loss in losses {
            let Lost::Points { all: then, unanswered } = &loss.then else { continue };
            sums.then += then;
            sums.then_unanswered += unanswered;
            match &loss.now {
                Lost::Points { all: now, unanswered } => {
                    sums.now += now;
                    sums.now_unanswered += unanswered;
                    sums.came_back += &(then - now);
                }
                Lost::NotApplicable | Lost::Absent => sums.not_compared += then,
            }
        }
        sums
    }
}

/// What was lost then, in the order of the earlier set, and what is lost now and was not then, in that of the later one.
#[must_use]
pub(super) fn losses(
    (old, then): (&Criteria, &Scored),
    (new, now): (&Criteria, &Scored),
) -> (Vec<Loss>, Vec<Loss>) {
    let succession = Succession::between(old, new);
    let mut rows: Vec<(Vec<Node>, Vec<Node>)> = Vec::new();
    for leaf in new.leaves() {
        let before = succession.origin(leaf).nodes().iter();
        let before = before.map(|node| scored_at(old, &then.assessment, *node));
        join(&mut rows, before.collect(), vec![scored_at(new, &now.assessment, leaf)]);
    }
    for leaf in old.leaves() {
        let node = scored_at(old, &then.assessment, leaf);
        let covered = std::iter::once(node).chain(old.above(node));
        if covered.into_iter().any(|node| rows.iter().any(|(old, _)| old.contains(&node))) {
            continue;
        }
        let after = succession.heir(node).into_iter().map(|node| scored_at(new, &now.assessment, node));
        join(&mut rows, vec![node], after.collect());
    }
    let compared = |(of_old, of_new): (Vec<Node>, Vec<Node>)| Loss {
        then: lost(old, &then.assessment, &of_old),
        now: lost(new, &now.assessment, &of_new),
        old: of_old,
        new: of_new,
    };
    let (mut lost, rest): (Vec<Loss>, Vec<Loss>) =
        rows.into_iter().map(compared).partition(|loss| loss.then.any());
    let mut newly: Vec<Loss> = rest.into_iter().filter(|loss| loss.now.any()).collect();
    lost.sort_by_key(|loss| loss.old.first().copied());
    newly.sort_by_key(|loss| loss.new.first().copied());
    (lost, newly)
}

/// Adds a row; those that it shares a criterion with become one with it, so that nothing is counted twice.
fn join(rows: &mut Vec<(Vec<Node>, Vec<Node>)>, mut old: Vec<Node>, mut new: Vec<Node>) {
    let shares = |(of_old, of_new): &mut (Vec<Node>, Vec<Node>)| {
        of_old.iter().any(|node| old.contains(node)) || of_new.iter().any(|node| new.contains(node))
    };
    let joined: Vec<_> = rows.extract_if(.., shares).collect();
    for (of_old, of_new) in joined {
        old.extend(of_old);
        new.extend(of_new);
    }
    for side in [&mut old, &mut new] {
        side.sort_unstable();
        side.dedup();
    }
    rows.push((old, new));
}

/// The node that has the score of a criterion: the group with which it was decided, or the bonus or penalty that it is
/// part of, else itself.
pub(super) fn scored_at(criteria: &Criteria, assessment: &Assessment, node: Node) -> Node {
    let decided = match &assessment.at(node).outcome {
        Outcome::DecidedAbove(group) => *group,
        Outcome::Scored { .. }
        | Outcome::Decided { .. }
        | Outcome::Missing
        | Outcome::NotApplicable(_)
        | Outcome::NotForKind
        | Outcome::NotHeld(_)
        | Outcome::Combined
        | Outcome::Void => node,
    };
    let outside = |node: &Node| criteria.at(*node).counts != Counts::Within;
    std::iter::once(decided).chain(criteria.above(decided)).filter(outside).last().unwrap_or(decided)
}

/// Whether a criterion does not apply, for whatever reason.
pub(super) fn is_out(assessment: &Assessment, node: Node) -> bool {
    match &assessment.at(node).outcome {
        Outcome::NotApplicable(_) | Outcome::NotForKind | Outcome::NotHeld(_) => true,
        Outcome::Scored { .. }
        | Outcome::Decided { .. }
        | Outcome::Missing
        | Outcome::DecidedAbove(_)
        | Outcome::Combined
        | Outcome::Void => false,
    }
}

/// What nodes lose together; those that do not apply lose nothing.
pub(super) fn lost(criteria: &Criteria, assessment: &Assessment, nodes: &[Node]) -> Lost {
    if nodes.is_empty() {
        return Lost::Absent;
    }
    let there: Vec<Node> = nodes.iter().copied().filter(|node| !is_out(assessment, *node)).collect();
    if there.is_empty() {
        return Lost::NotApplicable;
    }
    let (mut all, mut unanswered) = (Points::ZERO, Points::ZERO);
    for node in there {
        let verdict = assessment.at(node);
        match criteria.at(node).counts {
            Counts::Within => {
                all += &verdict.lost();
                unanswered += &(&verdict.tally.applicable - &verdict.tally.answered);
            }
            // Points on top of the whole are not lost where they are not won.
            Counts::Bonus => {}
            Counts::Penalty => all += &-&verdict.tally.awarded,
        }
    }
    Lost::Points { all, unanswered }
}
