//! Which rows of a comparison are shown where: fields, what changed, what one side alone answers, what is not carried.

use std::cmp::Reverse;

use super::rows::{Row, is_silent};
use crate::assessment::{Absence, Assessment, Outcome, Verdict};
use crate::criteria::{Criteria, Node};
use crate::evidence::Uncarried;
use crate::points::Points;

/// Positions among all rows.
#[derive(Debug, Default)]
pub struct Lists {
    /// The fields: what stands uppermost in either set, in place of headings their parts.
    pub fields: Vec<usize>,
    /// What both sides answer, carries over and changed, the largest change first.
    pub changed: Vec<usize>,
    /// What carries over and one side alone answers, in order.
    pub one_sided: Vec<usize>,
    /// What does not carry over, in order. A group stands for all under it where the same holds of all.
    pub uncarried: Vec<usize>,
}

/// A set and the assessment under it.
type Assessed<'l> = (&'l Criteria, &'l Assessment);

impl Lists {
    pub(super) fn of(a: Assessed<'_>, b: Assessed<'_>, rows: &[Row]) -> Lists {
        let sorting = Sorting { a, b, rows };
        let (mut changed, mut one_sided) = (Vec::new(), Vec::new());
        for (at, row) in rows.iter().enumerate() {
            match sorting.sort(row) {
                Sort::Changed => changed.push(at),
                Sort::OneSided => one_sided.push(at),
                Sort::Neither => {}
            }
        }
        changed.sort_by_key(|at| Reverse(size(&rows[*at])));
        let uppermost = |row: &Row| {
            [(a.0, row.a), (b.0, row.b)].into_iter().any(|(set, node)| {
                node.is_some_and(|node| {
                    let mut above = set.above(node).filter(|group| *group != Node::ROOT);
                    node != Node::ROOT
                        && !set.at(node).is_heading()
                        && above.all(|group| set.at(group).is_heading())
                })
            })
        };
        let fields = (0..rows.len()).filter(|at| uppermost(&rows[*at])).collect();
        Lists { fields, changed, one_sided, uncarried: sorting.uncarried() }
    }
}

/// How large a change is.
fn size(row: &Row) -> Points {
    let whole = row.awarded.parts.as_ref().map(super::Parts::whole).unwrap_or_default();
    if whole.is_negative() { -&whole } else { whole }
}

enum Sort {
    Changed,
    OneSided,
    Neither,
}

struct Sorting<'l> {
    a: Assessed<'l>,
    b: Assessed<'l>,
    rows: &'l [Row],
}

impl Sorting<'_> {
    fn verdicts(&self, row: &Row) -> [Option<&Verdict>; 2] {
        [row.a.map(|node| self.a.1.at(node)), row.b.map(|node| self.b.1.at(node))]
    }

    /// Where a criterion is shown that carries over.
    fn sort(&self, row: &Row) -> Sort {
        let [Some(a), Some(b)] = self.verdicts(row) else { return Sort::Neither };
        let idle = row.uncarried.is_some() || row.b == Some(Node::ROOT);
        // What comes of its parts on both sides changes by them; what is settled with its group changes with that.
        if idle || !self.is_single(row) || [a, b].into_iter().any(is_settled_above) {
            return Sort::Neither;
        }
        match (is_silent(a), is_silent(b)) {
            (true, true) => Sort::Neither,
            (true, false) | (false, true) => Sort::OneSided,
            (false, false) => {
                let still = row.awarded.a == row.awarded.b
                    && row.awarded.parts.as_ref().is_none_or(super::Parts::is_nothing);
                if still { Sort::Neither } else { Sort::Changed }
            }
        }
    }

    /// What does not carry over: the criteria of B, then those that A alone has.
    fn uncarried(&self) -> Vec<usize> {
        let mut found = Vec::new();
        let of_b = |node| self.rows.iter().position(|row| row.b == Some(node));
        self.visit(self.b.0, of_b, Node::ROOT, &mut found);
        let of_a = |node| self.rows.iter().position(|row| row.a == Some(node));
        let mut alone = Vec::new();
        self.visit(self.a.0, of_a, Node::ROOT, &mut alone);
        found.extend(alone.into_iter().filter(|at| self.rows[*at].b.is_none()));
        found
    }

    /// Lists what does not carry over at a node and under it.
    fn visit(
        &self,
        criteria: &Criteria,
        row_of: impl Fn(Node) -> Option<usize> + Copy,
        node: Node,
        found: &mut Vec<usize>,
    ) {
        if let Some(at) = row_of(node)
            && let Some(why) = &self.rows[at].uncarried
            && (self.is_single(&self.rows[at]) || self.same_under(criteria, row_of, node, why))
        {
            found.push(at);
            return;
        }
        for part in criteria.parts(node) {
            self.visit(criteria, row_of, part, found);
        }
    }

    /// Whether a row speaks for itself: it is scored by a rule, or its group is settled whole on a side.
    fn is_single(&self, row: &Row) -> bool {
        let single = |(criteria, assessment): Assessed<'_>, node: Option<Node>| {
            node.is_some_and(|node| {
                criteria.at(node).rule().is_some() || is_settled_whole(assessment.at(node))
            })
        };
        single(self.a, row.a) || single(self.b, row.b)
    }

    /// Whether the same holds of everything under a group; what has no row is passed over.
    fn same_under(
        &self,
        criteria: &Criteria,
        row_of: impl Fn(Node) -> Option<usize>,
        group: Node,
        why: &Uncarried,
    ) -> bool {
        let mut rows = criteria.within(group).filter_map(row_of);
        rows.all(|at| self.rows[at].uncarried.as_ref() == Some(why))
    }
}

fn is_settled_whole(verdict: &Verdict) -> bool {
    matches!(verdict.outcome, Outcome::Decided { .. } | Outcome::NotApplicable(Absence::Said(_)))
}

fn is_settled_above(verdict: &Verdict) -> bool {
    matches!(verdict.outcome, Outcome::DecidedAbove(_) | Outcome::NotApplicable(Absence::Above(_)))
}
