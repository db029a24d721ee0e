//! The scorecard for machines: one line a node and agency, the columns of the contract.

use std::borrow::Cow;
use std::io;

use super::machine::{documents_text, outcome_word};
use super::sheet::{Align, Cell, Column, Rows, number};
use super::sides::{notes, reasons};
use crate::analysis::{NotSubmitted, Standings};
use crate::answer::Role;
use crate::assessment::{Assessment, Verdict};
use crate::criteria::{Criteria, Node};
use crate::id::Id;
use crate::lang::Lang;
use crate::points::Points;
use crate::wording;

/// The columns, in their order.
#[must_use]
pub fn scorecard_columns() -> [Column; 22] {
    let text = |title| Column::new(title, Align::Left);
    let number = |title| Column::new(title, Align::Right);
    [
        text("agency"),
        text("name"),
        text("kind"),
        text("peers"),
        text("period"),
        text("id"),
        number("depth"),
        text("title"),
        number("points"),
        number("applicable"),
        number("answered"),
        number("excused"),
        text("outcome"),
        number("self"),
        number("appraised"),
        number("awarded"),
        number("index"),
        text("grade"),
        number("rank"),
        text("why"),
        text("documents"),
        text("note"),
    ]
}

/// Every line of an agency: its criteria in the order of the set, then its total.
///
/// # Errors
/// When they cannot be written.
pub fn scorecard(
    criteria: &Criteria,
    assessment: &Assessment,
    standings: &Standings,
    lang: Lang,
    out: &mut dyn Rows,
) -> io::Result<()> {
    for node in criteria.nodes().skip(1) {
        line(criteria, assessment, standings, lang, node, out)?;
    }
    totals(criteria, assessment, standings, lang, out)
}

/// The total of an agency alone.
///
/// # Errors
/// When it cannot be written.
pub fn totals(
    criteria: &Criteria,
    assessment: &Assessment,
    standings: &Standings,
    lang: Lang,
    out: &mut dyn Rows,
) -> io::Result<()> {
    line(criteria, assessment, standings, lang, Node::ROOT, out)
}

fn line(
    criteria: &Criteria,
    assessment: &Assessment,
    standings: &Standings,
    lang: Lang,
    node: Node,
    out: &mut dyn Rows,
) -> io::Result<()> {
    let asked = criteria.at(node);
    let verdict = assessment.at(node);
    let agency = &assessment.agency;
    let given = |role| {
        let score = assessment.by_role.iter().find(|score| score.role == role);
        number(score.and_then(|score| score.at(node)))
    };
    let grade = verdict.grade.map(|grade| asked.grades[grade].id.as_str());
    let rank = standings.rank(assessment, node);
    out.row(&[
        Cell::text(agency.id.as_str()),
        Cell::maybe(agency.name.as_deref()),
        Cell::maybe(agency.kind.as_ref().map(Id::as_str)),
        Cell::maybe(agency.peers.as_deref()),
        assessment.period.map_or(Cell::Empty, |period| Cell::made(period.to_string())),
        Cell::text(asked.id.as_str()),
        whole(asked.depth as u64),
        Cell::text(asked.title.in_lang(lang)),
        Cell::number(&verdict.tally.points),
        Cell::number(&verdict.tally.applicable),
        Cell::number(&verdict.tally.answered),
        Cell::number(&verdict.tally.excused),
        Cell::text(outcome_word(&verdict.outcome)),
        given(Role::Own),
        given(Role::Appraisal),
        awarded(verdict),
        number(verdict.index.as_ref()),
        Cell::maybe(grade),
        rank.map_or(Cell::Empty, whole),
        Cell::made(reasons(criteria, assessment, node, lang)),
        match &assessment.documents(node)[..] {
            [] => Cell::Empty,
            documents => Cell::made(documents_text(documents)),
        },
        notes(assessment, node, lang).map_or(Cell::Empty, Cell::made),
    ])
}

/// The total of an agency that handed in nothing: it has no number.
///
/// # Errors
/// When it cannot be written.
pub fn not_submitted(
    criteria: &Criteria,
    absent: &NotSubmitted,
    lang: Lang,
    out: &mut dyn Rows,
) -> io::Result<()> {
    let NotSubmitted { agency, period } = absent;
    let whole = criteria.at(Node::ROOT);
    out.row(&[
        Cell::text(agency.id.as_str()),
        Cell::maybe(agency.name.as_deref()),
        Cell::maybe(agency.kind.as_ref().map(Id::as_str)),
        Cell::maybe(agency.peers.as_deref()),
        period.map_or(Cell::Empty, |period| Cell::made(period.to_string())),
        Cell::text(whole.id.as_str()),
        self::whole(whole.depth as u64),
        Cell::text(whole.title.in_lang(lang)),
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
        Cell::text("not-submitted"),
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
        Cell::text(wording::many(lang).not_submitted_why),
        Cell::Empty,
        Cell::Empty,
    ])
}

fn awarded(verdict: &Verdict) -> Cell<'_> {
    number(verdict.awarded())
}

fn whole(number: u64) -> Cell<'static> {
    let number = i64::try_from(number).expect("depths and ranks are small");
    Cell::Number(Cow::Owned(Points::whole(number)))
}
