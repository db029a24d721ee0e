//! The criteria sets that ship inside the program.

use std::borrow::Cow;
use std::io;

use super::sheet::{Align, Cell, Column, Rows};
use crate::criteria::{Criteria, Node};
use crate::lang::Lang;
use crate::points::Points;
use crate::wording;

/// A line for each set.
///
/// # Errors
/// When it cannot be written.
pub fn sets(sets: &[Criteria], lang: Lang, out: &mut dyn Rows) -> io::Result<()> {
    let labels = wording::labels(lang);
    out.columns(&[
        Column::new(labels.criteria_set, Align::Left),
        Column::new(labels.title, Align::Wide),
        Column::new(labels.scored_criteria, Align::Right),
        Column::new(labels.points, Align::Right),
    ])?;
    for set in sets {
        let leaves = i64::try_from(set.leaves().count()).expect("criteria can be counted");
        out.row(&[
            Cell::made(set.identity.name()),
            Cell::text(set.title.in_lang(lang)),
            Cell::Number(Cow::Owned(Points::whole(leaves))),
            Cell::number(&set.at(Node::ROOT).points),
        ])?;
    }
    out.end()
}
