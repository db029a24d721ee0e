//! The comparison for machines: one line a criterion and pair.

use std::borrow::Cow;
use std::io;

use super::Compared;
use crate::analysis::{Pair, Parts, Row};
use crate::assessment::{Assessment, Verdict};
use crate::criteria::{Criteria, Node};
use crate::lang::Lang;
use crate::points::Points;
use crate::report::machine::outcome_word;
use crate::report::sheet::{Align, Cell, Column, Rows, number};
use crate::wording;

/// The columns that stand once for each side, with their marks before them.
const TEXTS: [[&str; 2]; 3] = [["a-agency", "b-agency"], ["a-period", "b-period"], ["a-id", "b-id"]];
const NUMBERS: [[&str; 2]; 5] = [
    ["a-points", "b-points"],
    ["a-applicable", "b-applicable"],
    ["a-answered", "b-answered"],
    ["a-awarded", "b-awarded"],
    ["a-index", "b-index"],
];
const REASONS: [[&str; 2]; 3] = [["a-outcome", "b-outcome"], ["a-why", "b-why"], ["a-note", "b-note"]];

/// Every row of every pair: the whole first, whose id is `total`.
///
/// # Errors
/// When they cannot be written.
pub fn compared_cells(compared: Compared<'_>, lang: Lang, out: &mut dyn Rows) -> io::Result<()> {
    let text = |title| Column::new(title, Align::Left);
    let number = |title| Column::new(title, Align::Right);
    let mut columns: Vec<Column> = TEXTS.concat().into_iter().map(text).collect();
    columns.push(text("title"));
    columns.extend(NUMBERS.concat().into_iter().map(number));
    columns.extend(["difference", "rules", "performance", "not-carried"].map(number));
    columns.push(text("uncarried"));
    columns.extend(REASONS.concat().into_iter().map(text));
    out.columns(&columns)?;
    for pair in &compared.comparison.pairs {
        for row in &pair.rows.all {
            line(compared, pair, row, lang, out)?;
        }
    }
    out.end()
}

/// A side of a row: the set, the assessment and the criterion that it has there.
type There<'t> = Option<(&'t Criteria, &'t Assessment, Node)>;

fn line(compared: Compared<'_>, pair: &Pair, row: &Row, lang: Lang, out: &mut dyn Rows) -> io::Result<()> {
    let [a, b] = compared.criteria;
    let sides: [There<'_>; 2] = [row.a.map(|node| (a, &pair.a, node)), row.b.map(|node| (b, &pair.b, node))];
    let both = [&pair.a, &pair.b];
    let mut cells: Vec<Cell<'_>> = both.map(|side| Cell::text(side.agency.id.as_str())).into();
    cells.extend(both.map(|side| side.period.map_or(Cell::Empty, |period| Cell::made(period.to_string()))));
    cells.extend(sides.map(|side| Cell::maybe(side.map(|(set, _, node)| set.at(node).id.as_str()))));
    let titles = sides.iter().rev().flatten().map(|(set, _, node)| set.at(*node).title.in_lang(lang));
    cells.push(Cell::maybe(titles.into_iter().next()));
    let figures: [fn(&Verdict) -> &Points; 3] =
        [|it| &it.tally.points, |it| &it.tally.applicable, |it| &it.tally.answered];
    for figure in figures {
        cells.extend(sides.map(|side| number(side.map(|(_, assessment, node)| figure(assessment.at(node))))));
    }
    cells.extend([number(row.awarded.a.as_ref()), number(row.awarded.b.as_ref())]);
    let index = row.index.as_ref();
    cells.extend([
        number(index.and_then(|index| index.a.as_ref())),
        number(index.and_then(|index| index.b.as_ref())),
    ]);
    let parts = row.awarded.parts.as_ref();
    cells.push(parts.map_or(Cell::Empty, |parts| Cell::Number(Cow::Owned(parts.whole()))));
    let part = |of: fn(&Parts) -> &Points| number(parts.map(of));
    cells.extend([
        part(|parts| &parts.rules),
        part(|parts| &parts.performance),
        part(|parts| &parts.not_carried),
    ]);
    let why = row.uncarried.as_ref();
    cells.push(why.map_or(Cell::Empty, |why| Cell::made(wording::uncarried(lang, (a, b), why))));
    let verdict =
        |(_, assessment, node): (&Criteria, &'_ Assessment, Node)| assessment.at(node).outcome.clone();
    cells.extend(sides.map(|side| Cell::maybe(side.map(|side| outcome_word(&verdict(side))))));
    cells.extend(sides.map(|side| {
        side.map_or(Cell::Empty, |(set, assessment, node)| {
            Cell::made(wording::reason(lang, set, assessment, node))
        })
    }));
    cells.extend(sides.map(|side| {
        let entry = side.and_then(|(_, assessment, node)| assessment.at(node).entry.as_deref());
        Cell::maybe(entry.and_then(|entry| entry.note.as_deref()))
    }));
    out.row(&cells)
}
