//! Criteria as a tree in a table: ids and titles indented by their depth.

use std::io;

use super::sheet::{Align, Cell, Column, Rows};
use crate::criteria::{Criteria, Node};
use crate::lang::Lang;
use crate::points::Points;
use crate::wording::{self, points};

/// How wide a column of ids may be. Sets whose ids are longer have them in front of the title.
const WIDEST_ID: usize = 14;

/// The form of a tree.
pub(super) struct Tree {
    /// The depth that is not indented.
    base: usize,
    /// Whether ids have a column of their own.
    apart: bool,
}

impl Tree {
    /// The form for `nodes`, which stand under `from`.
    pub(super) fn of(criteria: &Criteria, from: Node, nodes: &[Node]) -> Tree {
        let base = criteria.at(from).depth.max(1);
        let width = |node: &Node| {
            let asked = criteria.at(*node);
            2 * (asked.depth - base) + asked.id.as_str().chars().count()
        };
        Tree { base, apart: nodes.iter().map(width).max().unwrap_or_default() <= WIDEST_ID }
    }

    /// The columns: id, title, points, and the score where there is one.
    pub(super) fn columns(&self, lang: Lang, scored: bool) -> Vec<Column> {
        let labels = wording::labels(lang);
        let mut columns = Vec::new();
        if self.apart {
            columns.push(Column::new(labels.id, Align::Left));
        }
        columns.push(Column::new(labels.criterion, Align::Wide));
        columns.push(Column::new(labels.points, Align::Right));
        if scored {
            columns.push(Column::new(labels.awarded, Align::Right));
        }
        columns
    }

    /// The line of a node, with what stands under its title.
    pub(super) fn row(
        &self,
        criteria: &Criteria,
        node: Node,
        lang: Lang,
        under: &[String],
        score: Option<Cell<'_>>,
        out: &mut dyn Rows,
    ) -> io::Result<()> {
        let asked = criteria.at(node);
        let indent = "  ".repeat(asked.depth - self.base);
        let title = asked.title.in_lang(lang);
        let mut cells = Vec::new();
        let text = if self.apart {
            cells.push(Cell::made(format!("{indent}{}", asked.id)));
            [&[title.to_owned()], under].concat().join("\n")
        } else {
            let under = under.iter().map(|line| format!("\n{indent}{line}"));
            format!("{indent}{}  {title}{}", asked.id, under.collect::<String>())
        };
        cells.push(Cell::made(text));
        cells.push(Cell::made(points(&asked.points)));
        cells.extend(score);
        out.row(&cells)
    }

    /// The line of the total.
    pub(super) fn total(
        &self,
        lang: Lang,
        full: &Points,
        score: Cell<'_>,
        out: &mut dyn Rows,
    ) -> io::Result<()> {
        let mut cells = Vec::new();
        if self.apart {
            cells.push(Cell::Empty);
        }
        cells.extend([Cell::text(wording::labels(lang).total), Cell::made(points(full)), score]);
        out.row(&cells)
    }
}
