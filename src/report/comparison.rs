//! The comparison (so sánh) for people: the change and its parts, the fields, what changed and why, what does not
//! carry over.

mod cells;
mod heads;

pub use cells::compared_cells;
pub use heads::{alone, alone_beside, compared_files, heads, nothing_to_pair, undeclared};

use std::borrow::Cow;
use std::io;

use super::card::places;
use super::sheet::{Align, Cell, Column, Rows};
use crate::analysis::{Change, Comparison, Pair, Parts, Row};
use crate::answer::Role;
use crate::assessment::Assessment;
use crate::criteria::{Criteria, Node};
use crate::evidence::Digest;
use crate::lang::Lang;
use crate::points::Points;
use crate::wording::{self, fixed, points, signed};

/// A comparison with what it was made of.
#[derive(Clone, Copy, Debug)]
pub struct Compared<'a> {
    /// The set of A and that of B.
    pub criteria: [&'a Criteria; 2],
    /// What came of it.
    pub comparison: &'a Comparison,
    /// The roles that alone were asked for.
    pub roles: Option<[Role; 2]>,
    /// The files of A and those of B.
    pub evidence: [&'a [Digest]; 2],
}

impl Compared<'_> {
    /// The decimals with which people see figures of either set.
    fn places(&self) -> u8 {
        self.criteria.map(places).into_iter().max().unwrap_or_default()
    }

    /// The title of a row: that of B, or of A where B has none.
    fn title(&self, row: &Row, lang: Lang) -> String {
        let [a, b] = self.criteria;
        let named = |criteria: &Criteria, node: Node| {
            let asked = criteria.at(node);
            match node {
                Node::ROOT => wording::labels(lang).total.to_owned(),
                _ => format!("{}  {}", asked.id, asked.title.in_lang(lang)),
            }
        };
        let title = row.b.map(|node| named(b, node)).or_else(|| row.a.map(|node| named(a, node)));
        title.unwrap_or_default()
    }

    /// What the criterion of A was called, where that is not the name of the one of B: a line under its title.
    fn was(&self, row: &Row, lang: Lang) -> Option<String> {
        let [a, b] = self.criteria;
        let (was, is) = (&a.at(row.a?).id, &b.at(row.b?).id);
        (was != is).then(|| format!("  {}", (wording::comparing(lang).was)(was.as_str())))
    }
}

/// A summary: a line for each agency.
///
/// # Errors
/// When it cannot be written.
pub fn compared_agencies(compared: Compared<'_>, lang: Lang, out: &mut dyn Rows) -> io::Result<()> {
    out.columns(&columns(compared, wording::labels(lang).agency, lang))?;
    let pairs = &compared.comparison.pairs;
    // Of an agency that is compared more than once, the periods tell which is which.
    let again = |pair: &Pair| pairs.iter().filter(|other| other.a.agency.id == pair.a.agency.id).count() > 1;
    for pair in pairs {
        let named = |side: &Assessment| {
            let name = side.agency.name.clone().unwrap_or_else(|| side.agency.id.to_string());
            match side.period.filter(|_| again(pair)) {
                Some(period) => format!("{name} · {period}"),
                None => name,
            }
        };
        let (a, b) = (named(&pair.a), named(&pair.b));
        let same = pair.a.agency.id == pair.b.agency.id && pair.a.period == pair.b.period || a == b;
        let name = if same { b } else { format!("{a} – {b}") };
        out.row(&cells(compared, pair, &[name], pair.rows.total()))?;
    }
    out.end()
}

/// The fields of a pair, then the total.
///
/// # Errors
/// When they cannot be written.
pub fn compared_fields(
    compared: Compared<'_>,
    pair: &Pair,
    lang: Lang,
    out: &mut dyn Rows,
) -> io::Result<()> {
    out.columns(&columns(compared, wording::comparing(lang).field, lang))?;
    let fields = pair.rows.lists.fields.iter().map(|at| &pair.rows.all[*at]);
    for row in fields.chain([pair.rows.total()]) {
        let mut lines = vec![compared.title(row, lang)];
        lines.extend(compared.was(row, lang));
        out.row(&cells(compared, pair, &lines, row))?;
    }
    out.end()
}

/// What changed in a pair, with the reasons of both sides; where roles are compared with both notes.
///
/// # Errors
/// When it cannot be written.
pub fn compared_criteria(
    compared: Compared<'_>,
    pair: &Pair,
    lang: Lang,
    out: &mut dyn Rows,
) -> io::Result<()> {
    let words = wording::comparing(lang);
    let places = compared.places();
    out.columns(&plain_columns(wording::labels(lang).criterion, lang))?;
    for row in pair.rows.lists.changed.iter().map(|at| &pair.rows.all[*at]) {
        let mut lines = vec![compared.title(row, lang)];
        lines.extend(compared.was(row, lang));
        for (mark, reason, note) in sides(compared, pair, row, lang) {
            lines.push(format!("  {mark}: {reason}"));
            lines.extend(note.map(|note| format!("     {}: {note}", wording::labels(lang).note)));
        }
        if let (Some(parts), false) = (&row.awarded.parts, compared.comparison.same_criteria) {
            let [rules, performance] = [&parts.rules, &parts.performance].map(|part| signed(part, places));
            lines.push(format!("  → {}", (words.parts)(&rules, &performance)));
        }
        out.row(&plain_cells(compared, &lines, &row.awarded))?;
    }
    out.end()
}

/// What one side of a pair alone answers.
///
/// # Errors
/// When it cannot be written.
pub fn one_sided(compared: Compared<'_>, pair: &Pair, lang: Lang, out: &mut dyn Rows) -> io::Result<()> {
    out.columns(&plain_columns(wording::labels(lang).title, lang))?;
    for row in pair.rows.lists.one_sided.iter().map(|at| &pair.rows.all[*at]) {
        let mut lines = vec![compared.title(row, lang)];
        lines.extend(compared.was(row, lang));
        out.row(&plain_cells(compared, &lines, &row.awarded))?;
    }
    out.end()
}

/// What does not carry over in a pair, with the points there are on each side.
///
/// # Errors
/// When it cannot be written.
pub fn not_carried(compared: Compared<'_>, pair: &Pair, lang: Lang, out: &mut dyn Rows) -> io::Result<()> {
    let [a, b] = compared.criteria;
    out.columns(&plain_columns(wording::labels(lang).criterion, lang))?;
    let of = |criteria: &Criteria, node: Option<Node>, figure: &Option<Points>| match node {
        Some(node) => {
            format!("{}/{}", shown(figure.as_ref(), compared.places()), points(&criteria.at(node).points))
        }
        None => "–".to_owned(),
    };
    for row in pair.rows.lists.uncarried.iter().map(|at| &pair.rows.all[*at]) {
        let mut lines = vec![compared.title(row, lang)];
        lines.extend(compared.was(row, lang));
        let why = row.uncarried.as_ref().expect("it is listed since it does not carry over");
        lines.push(format!("  → {}", wording::uncarried(lang, (a, b), why)));
        let whole = row.awarded.parts.as_ref().map(Parts::whole);
        out.row(&[
            Cell::made(lines.join("\n")),
            Cell::made(of(a, row.a, &row.awarded.a)),
            Cell::made(of(b, row.b, &row.awarded.b)),
            Cell::made(change_shown(whole.as_ref(), compared.places())),
        ])?;
    }
    out.end()
}

/// The reasons of both sides of a row, each with its mark; where roles are compared, with its note.
fn sides(
    compared: Compared<'_>,
    pair: &Pair,
    row: &Row,
    lang: Lang,
) -> Vec<(&'static str, String, Option<String>)> {
    let words = wording::comparing(lang);
    let [a, b] = compared.criteria;
    let side = |mark, criteria: &Criteria, assessment: &Assessment, at: Option<Node>| {
        let at = at?;
        let entry = assessment.at(at).entry.as_ref().filter(|_| compared.roles.is_some());
        let note = entry.and_then(|entry| entry.note.clone());
        Some((mark, wording::reason(lang, criteria, assessment, at), note))
    };
    let both = [side(words.a, a, &pair.a, row.a), side(words.b, b, &pair.b, row.b)];
    both.into_iter().flatten().collect()
}

/// A score with what of the applicable points is answered under it; a dash where the side has no such criterion.
fn covered(
    assessment: &Assessment,
    node: Option<Node>,
    figure: Option<&Points>,
    places: u8,
) -> Cell<'static> {
    let Some(node) = node else { return Cell::text("–") };
    let tally = &assessment.at(node).tally;
    let (answered, applicable) = (points(&tally.answered), points(&tally.applicable));
    Cell::made(format!("{}\n{answered}/{applicable}", shown(figure, places)))
}

/// The columns of figures with the parts of the change, where each side has its set.
fn columns(compared: Compared<'_>, first: &'static str, lang: Lang) -> Vec<Column> {
    let words = wording::comparing(lang);
    let mut columns = plain_columns(first, lang);
    if !compared.comparison.same_criteria {
        let parts = [words.rules, words.performance, words.not_carried];
        columns.extend(parts.map(|title| Column::new(title, Align::Right)));
    }
    columns
}

fn plain_columns(first: &'static str, lang: Lang) -> Vec<Column> {
    let words = wording::comparing(lang);
    let figures = [words.a, words.b, words.difference].map(|title| Column::new(title, Align::Right));
    [&[Column::new(first, Align::Wide)], &figures[..]].concat()
}

/// The cells of a row with what is answered under each score, and with the parts of the change where each side has
/// its set.
fn cells<'c>(compared: Compared<'_>, pair: &Pair, lines: &[String], row: &'c Row) -> Vec<Cell<'c>> {
    let places = compared.places();
    let change = &row.awarded;
    let mut cells = plain_cells(compared, lines, change);
    cells[1] = covered(&pair.a, row.a, change.a.as_ref(), places);
    cells[2] = covered(&pair.b, row.b, change.b.as_ref(), places);
    if !compared.comparison.same_criteria {
        let part =
            |of: fn(&Parts) -> &Points| Cell::made(change_shown(change.parts.as_ref().map(of), places));
        cells.extend([
            part(|parts| &parts.rules),
            part(|parts| &parts.performance),
            part(|parts| &parts.not_carried),
        ]);
    }
    cells
}

fn plain_cells<'c>(compared: Compared<'_>, lines: &[String], change: &'c Change) -> Vec<Cell<'c>> {
    let places = compared.places();
    let figure = |figure: &'c Option<Points>| match figure {
        Some(figure) => Cell::Fixed(Cow::Borrowed(figure), places),
        None => Cell::text("–"),
    };
    let whole = change.parts.as_ref().map(Parts::whole);
    vec![
        Cell::made(lines.join("\n")),
        figure(&change.a),
        figure(&change.b),
        Cell::made(change_shown(whole.as_ref(), places)),
    ]
}

/// A figure, or that there is none.
fn shown(figure: Option<&Points>, places: u8) -> String {
    figure.map_or("–".to_owned(), |figure| fixed(figure, places))
}

/// A change with its sign, or that there is none.
fn change_shown(change: Option<&Points>, places: u8) -> String {
    change.map_or("–".to_owned(), |change| signed(change, places))
}
