//! The reconciliation (đối chiếu): how many cells agree, then each that differs, by how much, and our reason.

use std::borrow::Cow;
use std::io;

use super::card::{limited, places};
use super::sheet::{Align, Cell, Column, Rows};
use crate::analysis::{Difference, NotComputed, Reconciliation, Standings};
use crate::answer::Role;
use crate::assessment::{Assessment, Outcome};
use crate::calendar::Period;
use crate::criteria::{Criteria, Node};
use crate::evidence::{Figure, Stated};
use crate::lang::Lang;
use crate::points::Points;
use crate::wording::{self, fixed, percent, points};

/// How wide a figure may be to stand in a column, in letters.
const WIDEST_FIGURE: usize = 10;

/// By which set, and how many cells were compared, agree and were passed over.
#[must_use]
pub fn reconciled(
    criteria: &Criteria,
    role: Option<Role>,
    found: &Reconciliation,
    lang: Lang,
) -> Vec<String> {
    let labels = wording::labels(lang);
    let title = criteria.title.in_lang(lang);
    let mut lines = vec![format!("{}: {} – {title}", labels.criteria_set, criteria.identity.name())];
    if let Some(role) = role {
        lines.push(format!("{}: {}", labels.answered_by, wording::role(lang, role)));
    }
    lines.push((labels.compared)(found.compared, found.agree()));
    if found.at_declared_places > 0 {
        lines.push((labels.at_declared_places)(found.at_declared_places));
    }
    if !found.not_computed.is_empty() {
        lines.push((labels.not_computed)(found.not_computed.len()));
    }
    if found.skipped > 0 {
        lines.push((labels.cells_skipped)(found.skipped));
    }
    lines
}

/// The cells that differ, for people.
///
/// # Errors
/// When they cannot be written.
pub fn differences(
    criteria: &Criteria,
    standings: &Standings,
    found: &Reconciliation,
    lang: Lang,
    out: &mut dyn Rows,
) -> io::Result<()> {
    let labels = wording::labels(lang);
    out.columns(&[
        Column::new(labels.cell_and_reason, Align::Wide),
        Column::new(labels.column, Align::Left),
        Column::new(labels.declared, Align::Right),
        Column::new(labels.computed, Align::Right),
        Column::new(labels.difference, Align::Right),
    ])?;
    // Where the evidence is about one period, that goes without saying.
    let periods = standings.has_several_periods();
    for cell in &found.differences {
        let (lines, [declared, computed, amount]) = difference(criteria, standings, cell, periods, lang);
        out.row(&[
            Cell::made(lines.join("\n")),
            Cell::text(figure(cell.figure, lang)),
            Cell::made(declared),
            Cell::made(computed),
            Cell::made(amount),
        ])?;
    }
    out.end()
}

/// A cell that differs: whose it is, what it is and our reason, in lines; the declared figure, the computed one and
/// the difference.
fn difference(
    criteria: &Criteria,
    standings: &Standings,
    cell: &Difference,
    periods: bool,
    lang: Lang,
) -> (Vec<String>, [String; 3]) {
    let labels = wording::labels(lang);
    let places = places(criteria);
    let (asked, agency) = (criteria.at(cell.node), &cell.assessment.agency);
    let named = match &agency.name {
        Some(name) => format!("{name} ({})", agency.id),
        None => agency.id.to_string(),
    };
    let title = if cell.node == Node::ROOT { labels.total } else { asked.title.in_lang(lang) };
    let mut lines =
        vec![whose(named, cell.assessment.period.filter(|_| periods)), format!("{}  {title}", asked.id)];
    let computed = match (&cell.computed, cell.assessment.at(cell.node).grade) {
        (Some(Stated::Grade(_)), Some(grade)) => asked.grades[grade].title.in_lang(lang).to_owned(),
        (Some(computed), _) => shown(computed, places),
        (None, _) => "–".to_owned(),
    };
    let amount = cell.amount().map(|amount| signed(cell.figure, &amount, places));
    let mut figures = [shown(&cell.declared, places), computed, amount.unwrap_or_default()];
    // What is too wide for a column has a line of its own, where it can be broken.
    if cell.figure == Figure::Grade || figures.iter().any(|figure| figure.chars().count() > WIDEST_FIGURE) {
        let [declared, computed, amount] = std::mem::take(&mut figures);
        let mut line = (labels.declared_and_computed)(&declared, &computed);
        if !amount.is_empty() {
            line.push_str(&format!("; {}: {amount}", labels.difference.to_lowercase()));
        }
        lines.push(line);
    }
    lines.push(format!("→ {}", reason(criteria, standings, cell, lang)));
    (lines, figures)
}

/// An agency, with the period where there is one.
fn whose(agency: String, period: Option<Period>) -> String {
    match period {
        Some(period) => format!("{agency} · {period}"),
        None => agency,
    }
}

/// The cells for which there is nothing to compare with: a line for each agency and cause.
#[must_use]
pub fn not_computed(found: &Reconciliation, lang: Lang) -> Vec<String> {
    let labels = wording::labels(lang);
    let together =
        |a: &NotComputed, b: &NotComputed| (&a.agency, a.period, a.cause) == (&b.agency, b.period, b.cause);
    let line = |cells: &[NotComputed]| {
        let NotComputed { agency, period, cause, .. } = &cells[0];
        let whose = whose(agency.to_string(), *period);
        let which = cells.chunk_by(|a, b| a.id == b.id).map(|alike| {
            let figures: Vec<&str> = alike.iter().map(|cell| figure(cell.figure, lang)).collect();
            format!("{} ({})", alike[0].id, figures.join(", "))
        });
        let which = which.collect::<Vec<_>>().join("; ");
        format!("  {whose}: {} – {}: {which}", (labels.cells)(cells.len()), (labels.cause)(*cause))
    };
    found.not_computed.chunk_by(together).map(line).collect()
}

/// Every cell that differs or is not computed, for machines.
///
/// # Errors
/// When they cannot be written.
pub fn reconciled_cells(
    criteria: &Criteria,
    standings: &Standings,
    found: &Reconciliation,
    lang: Lang,
    out: &mut dyn Rows,
) -> io::Result<()> {
    let labels = wording::labels(lang);
    let text = |title| Column::new(title, Align::Left);
    let number = |title| Column::new(title, Align::Right);
    out.columns(&[
        text("agency"),
        text("period"),
        text("id"),
        text("column"),
        text("outcome"),
        number("declared"),
        number("computed"),
        number("difference"),
        text("why"),
    ])?;
    for cell in &found.differences {
        let assessment = &cell.assessment;
        out.row(&[
            Cell::text(assessment.agency.id.as_str()),
            assessment.period.map_or(Cell::Empty, |period| Cell::made(period.to_string())),
            Cell::text(criteria.at(cell.node).id.as_str()),
            Cell::text(cell.figure.word()),
            Cell::text("differs"),
            exact(&cell.declared),
            cell.computed.as_ref().map_or(Cell::Empty, exact),
            cell.amount().map_or(Cell::Empty, |amount| Cell::Number(Cow::Owned(amount))),
            Cell::made(reason(criteria, standings, cell, lang)),
        ])?;
    }
    for NotComputed { agency, period, id, figure, declared, cause } in &found.not_computed {
        out.row(&[
            Cell::text(agency.as_str()),
            period.map_or(Cell::Empty, |period| Cell::made(period.to_string())),
            Cell::text(id.as_str()),
            Cell::text(figure.word()),
            Cell::text("not-computed"),
            exact(declared),
            Cell::Empty,
            Cell::Empty,
            Cell::text((labels.cause)(*cause)),
        ])?;
    }
    out.end()
}

/// Why the computed figure is what it is.
fn reason(criteria: &Criteria, standings: &Standings, cell: &Difference, lang: Lang) -> String {
    let labels = wording::labels(lang);
    let (assessment, node) = (&*cell.assessment, cell.node);
    let (verdict, places) = (assessment.at(node), places(criteria));
    if cell.figure == Figure::Awarded {
        return points_reason(criteria, assessment, node, lang);
    }
    let Some(index) = verdict.index.as_ref().map(|index| number(index, places)) else {
        return if verdict.outcome == Outcome::Combined {
            labels.nothing_applies.to_owned()
        } else {
            wording::reason(lang, criteria, assessment, node)
        };
    };
    match cell.figure {
        Figure::Awarded | Figure::Index => {
            (labels.awarded_of)(&number(&verdict.tally.awarded, places), &points(&verdict.tally.applicable))
        }
        Figure::Grade => grade_reason(criteria, assessment, node, &index, lang),
        Figure::Rank => match (standings.rank(assessment, node), standings.ranked(assessment)) {
            (Some(rank), Some(all)) => (labels.ranked)(&index, &(labels.rank_of)(rank, all)),
            (None, _) | (_, None) if assessment.total().provisional => labels.not_ranked_yet.to_owned(),
            (None, _) | (_, None) => labels.not_ranked.to_owned(),
        },
    }
}

/// Why a grade was reached on an index, with the limits that hit.
fn grade_reason(criteria: &Criteria, assessment: &Assessment, node: Node, index: &str, lang: Lang) -> String {
    let labels = wording::labels(lang);
    let Some(grade) = assessment.at(node).grade else { return labels.no_grade.to_owned() };
    let grade = &criteria.at(node).grades[grade];
    let from = grade.from.as_ref().map(percent);
    let mut said = (labels.graded)(index, grade.title.in_lang(lang), from.as_deref());
    if node == Node::ROOT {
        for hit in &assessment.limited_by {
            said.push_str(&format!(". {}", limited(criteria, hit, lang)));
        }
    }
    said
}

/// Why the points are what they are; of a group with those of its parts, among which the difference is looked for.
fn points_reason(criteria: &Criteria, assessment: &Assessment, node: Node, lang: Lang) -> String {
    let reason = wording::reason(lang, criteria, assessment, node);
    if assessment.at(node).outcome != Outcome::Combined {
        return reason;
    }
    let parts = criteria.parts(node).filter_map(|part| {
        let awarded = assessment.at(part).awarded()?;
        Some(format!("{} {}", criteria.at(part).id, points(awarded)))
    });
    format!("{reason} ({})", parts.collect::<Vec<_>>().join("; "))
}

/// What a figure is called.
fn figure(figure: Figure, lang: Lang) -> &'static str {
    let labels = wording::labels(lang);
    match figure {
        Figure::Awarded => labels.awarded,
        Figure::Index => labels.index,
        Figure::Grade => labels.grade,
        Figure::Rank => labels.rank,
    }
}

/// A figure as people compare it.
fn shown(stated: &Stated, places: u8) -> String {
    match stated {
        Stated::Number(points) => number(points, places),
        Stated::Grade(grade) => grade.clone(),
        Stated::Rank(rank) => rank.to_string(),
    }
}

/// A number with the set's decimals; with more of them where these would hide what differs.
fn number(points: &Points, places: u8) -> String {
    let short = fixed(points, places);
    if Points::read(&short).as_ref() == Ok(points) { short } else { points.to_string() }
}

/// A difference with its sign.
fn signed(figure: Figure, amount: &Points, places: u8) -> String {
    let places = if figure == Figure::Rank { 0 } else { places };
    let sign = if amount.is_negative() { "" } else { "+" };
    format!("{sign}{}", number(amount, places))
}

/// A figure as machines read it.
fn exact(stated: &Stated) -> Cell<'_> {
    match stated {
        Stated::Number(number) => Cell::number(number),
        Stated::Grade(grade) => Cell::text(grade),
        Stated::Rank(rank) => Cell::made(rank.to_string()),
    }
}
