//! The criteria of both sides in rows, each with its change and what that is the sum of.

use super::change::{Change, Figures, Parts};
use super::lists::Lists;
use super::steps::Steps;
use crate::assessment::{Assessment, Outcome, Tally, Verdict};
use crate::criteria::{Criteria, Criterion, Node, Origin, Succession};
use crate::evidence::Uncarried;
use crate::points::Points;

/// The criteria of both sides: those of B in the order of their set, the whole first, then those that A alone has.
/// What is for other kinds of agency has no row.
#[derive(Debug)]
pub struct Rows {
    /// All of them.
    pub all: Vec<Row>,
    /// Which of them to show where.
    pub lists: Lists,
}

/// A criterion of A and the one of B that goes on from it.
#[derive(Clone, Debug)]
pub struct Row {
    /// The criterion of A; `None` where it has none.
    pub a: Option<Node>,
    /// The criterion of B; `None` where it has none.
    pub b: Option<Node>,
    /// Its points.
    pub awarded: Change,
    /// The index, of a group.
    pub index: Option<Change>,
    /// Why it does not carry over, where it does not.
    pub uncarried: Option<Uncarried>,
}

impl Rows {
    /// The rows where one set scores both sides: all that changes is the performance.
    pub(super) fn under_one(criteria: &Criteria, a: &Assessment, b: &Assessment) -> Rows {
        let making =
            Making { a: criteria, b: criteria, assessed: Figures { a, kept: a, carried: a, beside: b, b } };
        let rows = criteria.nodes().filter_map(|node| making.row(Some(node), Some(node), None));
        making.rows(rows.collect())
    }

    /// The rows where each side has its set.
    pub(super) fn under_two(steps: &Steps<'_>, a: &Assessment, b: &Assessment) -> Rows {
        let Steps { sets, carrying, kept, carried, beside } = steps;
        let making = Making { a: sets.old, b: sets.new, assessed: Figures { a, kept, carried, beside, b } };
        let of_b = sets.new.nodes().filter_map(|node| {
            let uncarried = carrying.to(node).err().cloned();
            making.row(origin(sets.succession, node), Some(node), uncarried)
        });
        let of_a = sets.old.nodes().filter_map(|node| {
            let uncarried = match sets.succession.heir(node) {
                Some(heir) if origin(sets.succession, heir).is_some() => return None,
                Some(heir) => Uncarried::Merged(heir),
                None => Uncarried::Dropped,
            };
            making.row(Some(node), None, Some(uncarried))
        });
        making.rows(of_b.chain(of_a).collect())
    }

    /// The row of the whole.
    #[must_use]
    pub fn total(&self) -> &Row {
        &self.all[0]
    }
}

/// The one criterion that another goes on from; `None` where there are none or several.
fn origin(succession: &Succession, node: Node) -> Option<Node> {
    match succession.origin(node) {
        Origin::One(origin) => Some(*origin),
        Origin::Several(_) | Origin::Nothing => None,
    }
}

/// What rows are made of: the sets, and the five assessments.
struct Making<'m> {
    a: &'m Criteria,
    b: &'m Criteria,
    assessed: Figures<&'m Assessment>,
}

impl Making<'_> {
    fn rows(&self, all: Vec<Row>) -> Rows {
        let lists = Lists::of((self.a, self.assessed.a), (self.b, self.assessed.b), &all);
        Rows { all, lists }
    }

    /// The row of a criterion; `None` where it is for other kinds of agency on each side that has it.
    fn row(&self, a: Option<Node>, b: Option<Node>, uncarried: Option<Uncarried>) -> Option<Row> {
        let verdicts = self.verdicts(a, b);
        let idle =
            |verdict: Option<&Verdict>| verdict.is_none_or(|verdict| verdict.outcome == Outcome::NotForKind);
        if idle(verdicts.a) && idle(verdicts.b) {
            return None;
        }
        let here = [(self.a, a), (self.b, b)].into_iter().filter_map(|(set, node)| Some(set.at(node?)));
        let heading = here.clone().any(Criterion::is_heading);
        let group = here.clone().any(|asked| asked.rule().is_none());
        let index = (group && !heading).then(|| indices(&verdicts));
        Some(Row { a, b, awarded: points(&verdicts, heading), index, uncarried })
    }

    fn verdicts(&self, a: Option<Node>, b: Option<Node>) -> Figures<Option<&Verdict>> {
        let assessed = &self.assessed;
        Figures {
            a: a.map(|node| assessed.a.at(node)),
            kept: a.map(|node| assessed.kept.at(node)),
            carried: b.map(|node| assessed.carried.at(node)),
            beside: b.map(|node| assessed.beside.at(node)),
            b: b.map(|node| assessed.b.at(node)),
        }
    }
}

/// The change of the points of a node. A heading has none of its own; where the score is void there is none.
fn points(verdicts: &Figures<Option<&Verdict>>, heading: bool) -> Change {
    let void = [verdicts.a, verdicts.b].into_iter().flatten().any(|it| it.outcome == Outcome::Void);
    let shown = |verdict: Option<&Verdict>| verdict.filter(|it| !is_silent(it))?.awarded().cloned();
    let counted = |verdict: Option<&Verdict>| verdict.map_or(Points::ZERO, |it| it.tally.awarded.clone());
    let parts = (!heading && !void).then(|| Parts::of(&verdicts.map(counted)));
    Change { a: shown(verdicts.a), b: shown(verdicts.b), parts }
}

/// The change of the index of a group: its parts only where all five assessments have one.
fn indices(verdicts: &Figures<Option<&Verdict>>) -> Change {
    let indices = verdicts.map(|verdict| verdict.and_then(|it| it.index.clone()));
    let parts = indices.all().map(|all| Parts::of(&all));
    Change { a: indices.a, b: indices.b, parts }
}

/// Whether nothing was said of a node, where something was asked for.
pub(super) fn is_silent(verdict: &Verdict) -> bool {
    match verdict.outcome {
        Outcome::Missing => true,
        // A group may have points although nothing of it is answered, as one of which only deductions come off.
        Outcome::Combined => {
            let Tally { answered, applicable, awarded, .. } = &verdict.tally;
            answered.is_zero() && !applicable.is_zero() && awarded.is_zero()
        }
        Outcome::Scored { .. }
        | Outcome::Decided { .. }
        | Outcome::NotApplicable(_)
        | Outcome::NotForKind
        | Outcome::NotHeld(_)
        | Outcome::DecidedAbove(_)
        | Outcome::Void => false,
    }
}
