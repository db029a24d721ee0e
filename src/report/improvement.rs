//! What can be won back (điểm có thể lấy lại): a line for each step, what has none, and how a target is reached.

use std::borrow::Cow;
use std::io;

use super::card::{limited, places};
use super::machine::claim_text;
use super::sheet::{Align, Cell, Column, Rows};
use super::turn::{told, with_others};
use crate::analysis::{Chance, Found, Goal, Improvement, NoStep, Proof, Reach, Remedy, Step, Target};
use crate::assessment::{Assessment, Outcome};
use crate::criteria::{Criteria, Node};
use crate::lang::Lang;
use crate::points::Points;
use crate::wording::{self, Sum, fixed, points};

/// The steps, those that win most first.
///
/// # Errors
/// When they cannot be written.
pub fn chances(criteria: &Criteria, found: &Improvement, lang: Lang, out: &mut dyn Rows) -> io::Result<()> {
    let (labels, words) = (wording::labels(lang), wording::gains(lang));
    out.columns(&[
        Column::new(labels.id, Align::Left),
        Column::new(words.step, Align::Wide),
        Column::new(words.lost, Align::Right),
        Column::new(words.wins, Align::Right),
    ])?;
    let wins = |step: &Step| Cell::made(signed(&step.gain, places(criteria)));
    for chance in &found.chances {
        let Found::Steps { nearest, full, held_by } = &chance.found else { continue };
        let asked = criteria.at(chance.node);
        let mut lines = vec![asked.title.in_lang(lang).to_owned()];
        if !held_by.is_empty() {
            let ids: Vec<&str> = held_by.iter().map(|node| criteria.at(*node).id.as_str()).collect();
            lines.push(format!("  {}", (words.held_by)(&ids.join(", "))));
        }
        lines.push(format!("→ {}", said(criteria, nearest, chance.node, lang)));
        lines.extend(struck(criteria, found, nearest, lang).map(|struck| format!("  {struck}")));
        let advice = asked.advice.as_ref();
        let advice = advice.map(|advice| format!("  {}: {}", labels.advice, advice.in_lang(lang)));
        if full.is_none() {
            lines.extend(advice.clone());
        }
        out.row(&[
            Cell::text(asked.id.as_str()),
            Cell::made(lines.join("\n")),
            Cell::made(points(&chance.lost)),
            wins(nearest),
        ])?;
        if let Some(full) = full {
            let said = format!("→ {}: {}", words.most, said(criteria, full, chance.node, lang));
            let struck = struck(criteria, found, full, lang).map(|struck| format!("  {struck}"));
            let lines: Vec<String> = std::iter::once(said).chain(struck).chain(advice).collect();
            out.row(&[Cell::Empty, Cell::made(lines.join("\n")), Cell::Empty, wins(full)])?;
        }
    }
    out.end()
}

/// The criteria without a step, with the reason.
///
/// # Errors
/// When they cannot be written.
pub fn without_step(
    criteria: &Criteria,
    found: &Improvement,
    lang: Lang,
    out: &mut dyn Rows,
) -> io::Result<()> {
    let (labels, words) = (wording::labels(lang), wording::gains(lang));
    out.columns(&[
        Column::new(labels.id, Align::Left),
        Column::new(labels.criterion, Align::Wide),
        Column::new(words.lost, Align::Right),
    ])?;
    for chance in &found.without {
        let Found::Nothing(why) = chance.found else { continue };
        let asked = criteria.at(chance.node);
        let mut lines =
            vec![asked.title.in_lang(lang).to_owned(), format!("→ {}", no_step(criteria, why, lang))];
        if let Some(advice) = &asked.advice {
            lines.push(format!("  {}: {}", labels.advice, advice.in_lang(lang)));
        }
        out.row(&[
            Cell::text(asked.id.as_str()),
            Cell::made(lines.join("\n")),
            Cell::made(points(&chance.lost)),
        ])?;
    }
    out.end()
}

/// The limits that a step newly triggers, in words.
fn struck<'a>(
    criteria: &'a Criteria,
    found: &'a Improvement,
    step: &'a Step,
    lang: Lang,
) -> impl Iterator<Item = String> + 'a {
    found.strikes(step).map(move |hit| (wording::gains(lang).then)(&limited(criteria, hit, lang)))
}

/// Why a criterion has no step, in words.
#[must_use]
pub fn no_step(criteria: &Criteria, why: NoStep, lang: Lang) -> String {
    let other = match why {
        NoStep::Others(role) => wording::role(lang, role),
        NoStep::Held(node) => criteria.at(node).id.as_str(),
        NoStep::Voids(limit) => criteria.limits[limit].because.in_lang(lang),
        NoStep::Replies
        | NoStep::NotApplicable
        | NoStep::Nothing
        | NoStep::Formula
        | NoStep::Unanswered
        | NoStep::Best
        | NoStep::Idle => "",
    };
    (wording::gains(lang).no_step)(why, other)
}

/// What a step does to the criterion that it is for, why that earns what it does, and what else changes with it.
#[must_use]
pub fn said(criteria: &Criteria, step: &Step, node: Node, lang: Lang) -> String {
    let own = step.changes.iter().find(|change| change.node == node);
    let own = own.map(|change| told(criteria, step, change, lang));
    let others = with_others(criteria, step, node, lang);
    own.into_iter().chain(others).collect::<Vec<_>>().join("; ")
}

/// What was lost in all, and what everything together wins back.
#[must_use]
pub fn won_back(criteria: &Criteria, found: &Improvement, lang: Lang) -> Vec<String> {
    let words = wording::gains(lang);
    let places = places(criteria);
    let total = &found.before.total().tally;
    let mut lines = Vec::new();
    if found.chances.is_empty() {
        lines.push(words.nothing.to_owned());
    }
    let lost = found.lost();
    lines.push((words.sum)(&Sum {
        awarded: fixed(&total.awarded, places),
        applicable: points(&total.applicable),
        lost: fixed(&lost.max(Points::ZERO), places),
        gain: fixed(&found.together.gain, places),
        after: outcome(criteria, &found.together.after, lang),
    }));
    lines.extend(struck(criteria, found, &found.together, lang));
    if found.overlaps() {
        lines.push(words.overlaps.to_owned());
    }
    if criteria.at(Node::ROOT).is_heading() {
        lines.push(words.no_total.to_owned());
    }
    if found.before.total().outcome == Outcome::Void {
        lines.push(words.void.to_owned());
        lines.extend(found.before.limited_by.iter().map(|hit| limited(criteria, hit, lang)));
    }
    lines
}

/// The index, and the grade where there is one.
fn outcome(criteria: &Criteria, assessment: &Assessment, lang: Lang) -> String {
    let labels = wording::labels(lang);
    let total = assessment.total();
    if total.outcome == Outcome::Void {
        return labels.void.to_owned();
    }
    let Some(index) = &total.index else { return labels.no_total.to_owned() };
    let index = format!("{} {} %", labels.index.to_lowercase(), fixed(index, places(criteria)));
    let grade = if total.provisional {
        Some(labels.provisional_mark.to_owned())
    } else {
        let grades = &criteria.at(Node::ROOT).grades;
        let title = total.grade.map(|grade| grades[grade].title.in_lang(lang));
        title.map(|title| format!("{}: {title}", labels.grade.to_lowercase()))
    };
    std::iter::once(index).chain(grade).collect::<Vec<_>>().join(", ")
}

/// Whether a target is reached and how, in lines; the changes themselves are a table.
#[must_use]
pub fn target_lines(criteria: &Criteria, target: &Target, lang: Lang) -> Vec<String> {
    let words = wording::gains(lang);
    let named = match &target.goal {
        Goal::Grade(grade) => (words.to_grade)(criteria.at(Node::ROOT).grades[*grade].title.in_lang(lang)),
        Goal::Index(index) => (words.to_index)(&points(index)),
    };
    let by_effort = target.aim == crate::analysis::Aim::Effort;
    let mut lines = match &target.reach {
        Reach::Already => return vec![(words.already)(&named)],
        Reach::By { step, cost, proof } => {
            let effort = (by_effort && !target.no_effort).then(|| points(cost));
            let proof = match proof {
                Proof::Sums => words.proven_sums,
                Proof::Tried => words.proven_tried,
                Proof::None => words.not_proven,
            };
            vec![
                format!("{}. {proof}", (words.reached)(&named, step.changes.len(), effort.as_deref())),
                (words.comes_to)(&fixed(&step.gain, places(criteria)), &outcome(criteria, &step.after, lang)),
            ]
        }
        Reach::Not { sure, together, capped } => {
            let mut lines = vec![
                if *sure { (words.missed)(&named) } else { (words.not_found)(&named) },
                (words.comes_to)(
                    &fixed(&together.gain, places(criteria)),
                    &outcome(criteria, &together.after, lang),
                ),
            ];
            if together.after.total().provisional && matches!(target.goal, Goal::Grade(_)) {
                lines.push(words.provisional.to_owned());
            }
            for hit in capped {
                let ids: Vec<&str> = hit.nodes.iter().map(|node| criteria.at(*node).id.as_str()).collect();
                lines.push(limited(criteria, hit, lang));
                lines.push((words.capped)(&ids.join(", ")));
            }
            lines
        }
    };
    if by_effort {
        lines.push(if target.no_effort { words.no_effort } else { words.effort_of_one }.to_owned());
    }
    lines
}

/// The changes that reach a target.
///
/// # Errors
/// When they cannot be written.
pub fn target_changes(
    criteria: &Criteria,
    found: &Improvement,
    step: &Step,
    lang: Lang,
    out: &mut dyn Rows,
) -> io::Result<()> {
    let (labels, words) = (wording::labels(lang), wording::gains(lang));
    let effort = found
        .target
        .as_ref()
        .is_some_and(|target| target.aim == crate::analysis::Aim::Effort && !target.no_effort);
    let mut columns = vec![Column::new(labels.id, Align::Left), Column::new(words.step, Align::Wide)];
    if effort {
        columns.push(Column::new(words.effort, Align::Right));
    }
    out.columns(&columns)?;
    for change in &step.changes {
        let asked = criteria.at(change.node);
        let told = told(criteria, step, change, lang);
        let text = format!("{}\n→ {told}", asked.title.in_lang(lang));
        let mut cells = vec![Cell::text(asked.id.as_str()), Cell::made(text)];
        if effort {
            cells.push(Cell::made(points(asked.effort.as_ref().unwrap_or(&Points::ONE))));
        }
        out.row(&cells)?;
    }
    out.end()
}

/// A gain with its sign, with more decimals where the set's would hide it.
fn signed(gain: &Points, places: u8) -> String {
    let short = fixed(gain, places);
    let exact = Points::read(&short).as_ref() == Ok(gain);
    let sign = if gain.is_negative() { "" } else { "+" };
    format!("{sign}{}", if exact { short } else { points(gain) })
}

/// The columns of every step for machines.
#[must_use]
pub fn gains_columns() -> [Column; 16] {
    let text = |title| Column::new(title, Align::Left);
    let number = |title| Column::new(title, Align::Right);
    [
        text("agency"),
        text("name"),
        text("period"),
        text("line"),
        text("id"),
        text("title"),
        number("lost"),
        text("before"),
        text("answer"),
        text("role"),
        number("round"),
        text("with"),
        number("gain"),
        number("awarded"),
        number("index"),
        text("why"),
    ]
}

/// Every step of an agency, what has none, and the changes for a target, for machines.
///
/// # Errors
/// When they cannot be written.
pub fn gains(criteria: &Criteria, found: &Improvement, lang: Lang, out: &mut dyn Rows) -> io::Result<()> {
    for chance in &found.chances {
        if let Found::Steps { nearest, full, .. } = &chance.found {
            step_row(criteria, found, chance, ("nearest", nearest), lang, out)?;
            if let Some(full) = full {
                step_row(criteria, found, chance, ("full", full), lang, out)?;
            }
        }
    }
    for chance in &found.without {
        if let Found::Nothing(why) = chance.found {
            let why = no_step(criteria, why, lang);
            let line = Line { word: "none", node: chance.node, why, ..Line::of(criteria, found, lang) };
            line.write(Some(&chance.lost), None, None, None, out)?;
        }
    }
    let Some(target) = &found.target else { return Ok(()) };
    let why = target_lines(criteria, target, lang).join(" ");
    let line = Line { word: "target", node: Node::ROOT, why, ..Line::of(criteria, found, lang) };
    let step = match &target.reach {
        Reach::Already => None,
        Reach::By { step, .. } | Reach::Not { together: step, .. } => Some(&**step),
    };
    if let Reach::By { step, .. } = &target.reach {
        for change in &step.changes {
            let why = told(criteria, step, change, lang);
            let line = Line { word: "target", node: change.node, why, ..Line::of(criteria, found, lang) };
            line.write(None, Some(change), None, None, out)?;
        }
    }
    line.write(None, None, None, step, out)
}

fn step_row(
    criteria: &Criteria,
    found: &Improvement,
    chance: &Chance,
    (word, step): (&'static str, &Step),
    lang: Lang,
    out: &mut dyn Rows,
) -> io::Result<()> {
    let own = said(criteria, step, chance.node, lang);
    let why = std::iter::once(own).chain(struck(criteria, found, step, lang)).collect::<Vec<_>>().join("; ");
    let line = Line { word, node: chance.node, why, ..Line::of(criteria, found, lang) };
    let own = step.changes.iter().find(|change| change.node == chance.node);
    let others = step.changes.iter().filter(|change| change.node != chance.node);
    let others: Vec<String> = others
        .map(|change| {
            let asked = criteria.at(change.node);
            format!("{} {}", asked.id, claim_text(asked, &change.after))
        })
        .collect();
    line.write(Some(&chance.lost), own, Some(others.join(" | ")), Some(step), out)
}

/// A line for machines.
struct Line<'a> {
    criteria: &'a Criteria,
    found: &'a Improvement,
    lang: Lang,
    word: &'static str,
    node: Node,
    why: String,
}

impl<'a> Line<'a> {
    fn of(criteria: &'a Criteria, found: &'a Improvement, lang: Lang) -> Line<'a> {
        Line { criteria, found, lang, word: "", node: Node::ROOT, why: String::new() }
    }

    fn write(
        self,
        lost: Option<&Points>,
        change: Option<&Remedy>,
        with: Option<String>,
        step: Option<&Step>,
        out: &mut dyn Rows,
    ) -> io::Result<()> {
        let Line { criteria, found, lang, word, node, why } = self;
        let asked = criteria.at(node);
        let (agency, number) = (&found.before.agency, |number: Option<&Points>| {
            number.map_or(Cell::Empty, |number| Cell::Number(Cow::Owned(number.clone())))
        });
        let title = if node == Node::ROOT { wording::labels(lang).total } else { asked.title.in_lang(lang) };
        let made =
            |text: Option<String>| text.filter(|text| !text.is_empty()).map_or(Cell::Empty, Cell::made);
        let before = change.and_then(|change| change.before.as_ref()).map(|claim| claim_text(asked, claim));
        let total = step.map(|step| step.after.total());
        out.row(&[
            Cell::text(agency.id.as_str()),
            Cell::maybe(agency.name.as_deref()),
            made(found.before.period.map(|period| period.to_string())),
            Cell::text(word),
            Cell::text(asked.id.as_str()),
            Cell::text(title),
            number(lost),
            made(before),
            made(change.map(|change| claim_text(asked, &change.after))),
            Cell::maybe(change.map(|change| change.role.word())),
            made(change.filter(|change| change.round > 0).map(|change| change.round.to_string())),
            made(with),
            number(step.map(|step| &step.gain)),
            number(total.and_then(|total| total.awarded())),
            number(total.and_then(|total| total.index.as_ref())),
            Cell::made(why),
        ])
    }
}
