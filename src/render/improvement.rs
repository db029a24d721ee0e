//! What can be won back, in each format.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::csv::Csv;
use super::table::{Table, write_lines};
use super::why::{text, why};
use super::{Format, Style, Told, values};
use crate::analysis::{Chance, Found, Goal, Improvement, NoStep, Reach, Remedy, Step, Target};
use crate::assessment::Assessment;
use crate::criteria::{Criteria, Node};
use crate::evidence::Digest;
use crate::report::{
    Rows, chances, claim_text, gains, gains_columns, heading, read_from, target_changes, target_lines,
    without_step, won_back,
};
use crate::wording;

/// The formats in which it can be written.
pub const IMPROVEMENT_FORMATS: [Format; 3] = [Format::Table, Format::Csv, Format::Json];

/// Writes what agencies can win back, in their order. A format that is not among [`IMPROVEMENT_FORMATS`] is written as
/// the table.
///
/// # Errors
/// When it cannot be written.
pub fn improvements(
    format: Format,
    style: Style,
    criteria: &Criteria,
    found: &[Improvement],
    (evidence, told): (&[Digest], &Told),
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        Format::Csv => {
            let mut csv = Csv::new(out);
            csv.columns(&gains_columns())?;
            for one in found {
                gains(criteria, one, style.lang, &mut csv)?;
            }
            csv.end()
        }
        Format::Json => as_json(criteria, found, (evidence, told), out),
        Format::Table | Format::Yaml | Format::Md => {
            for one in found {
                as_table(criteria, one, style, out)?;
                writeln!(out)?;
            }
            write_lines(style.width, &read_from(criteria, evidence, style.lang), out)
        }
    }
}

fn as_table(criteria: &Criteria, found: &Improvement, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let Style { lang, width, .. } = style;
    write_lines(width, &heading(criteria, &found.before, lang), out)?;
    writeln!(out)?;
    if !found.chances.is_empty() {
        chances(criteria, found, lang, &mut Table::new(width, out))?;
        writeln!(out)?;
    }
    if !found.without.is_empty() {
        write_lines(width, &[format!("{}:", wording::gains(lang).without)], out)?;
        without_step(criteria, found, lang, &mut Table::new(width, out))?;
        writeln!(out)?;
    }
    write_lines(width, &won_back(criteria, found, lang), out)?;
    if let Some(target) = &found.target {
        writeln!(out)?;
        write_lines(width, &target_lines(criteria, target, lang), out)?;
        if let Reach::By { step, .. } = &target.reach {
            writeln!(out)?;
            target_changes(criteria, found, step, lang, &mut Table::new(width, out))?;
        }
    }
    Ok(())
}

fn as_json(
    criteria: &Criteria,
    found: &[Improvement],
    (evidence, told): (&[Digest], &Told),
    out: &mut dyn Write,
) -> io::Result<()> {
    let head = values::head(criteria);
    let whole = json!({
        "format": head.format,
        "program": head.program,
        "criteria": head.criteria,
        "agencies": found.iter().map(|one| agency(criteria, one)).collect::<Vec<_>>(),
        "evidence": values::evidence(evidence).collect::<Vec<_>>(),
        "problems": values::problems(told).collect::<Vec<_>>(),
    });
    serde_json::to_writer_pretty(&mut *out, &whole)?;
    writeln!(out)
}

fn agency(criteria: &Criteria, found: &Improvement) -> Value {
    let id = |node: Node| criteria.at(node).id.as_str();
    let steps = found.chances.iter().filter_map(|chance| {
        let Found::Steps { nearest, full, held_by } = &chance.found else { return None };
        Some(json!({
            "id": id(chance.node),
            "lost": text(&chance.lost),
            "held-by": held_by.iter().map(|node| id(*node)).collect::<Vec<_>>(),
            "nearest": step(criteria, nearest, chance.node),
            "full": full.as_ref().map(|full| step(criteria, full, chance.node)),
        }))
    });
    let none = |chance: &Chance| {
        let Found::Nothing(why) = chance.found else { return None };
        let (scored_by, held_by) = match why {
            NoStep::Others(role) => (Some(role.word()), None),
            NoStep::Held(node) => (None, Some(id(node))),
            NoStep::Replies
            | NoStep::NotApplicable
            | NoStep::Nothing
            | NoStep::Formula
            | NoStep::Unanswered
            | NoStep::Best
            | NoStep::Idle
            | NoStep::Voids(_) => (None, None),
        };
        Some(json!({
            "id": id(chance.node),
            "lost": text(&chance.lost),
            "because": why.word(),
            "scored-by": scored_by,
            "held-by": held_by,
        }))
    };
    json!({
        "agency": values::agency(&found.before),
        "period": found.before.period.map(|period| period.to_string()),
        "total": result(criteria, &found.before),
        "lost": text(&found.lost()),
        "together": { "gain": text(&found.together.gain), "total": result(criteria, &found.together.after) },
        "steps": steps.collect::<Vec<_>>(),
        "no-step": found.without.iter().filter_map(none).collect::<Vec<_>>(),
        "target": found.target.as_ref().map(|it| target(criteria, it)),
    })
}

/// What a score comes to.
fn result(criteria: &Criteria, assessment: &Assessment) -> Value {
    let total = assessment.total();
    let grades = &criteria.at(Node::ROOT).grades;
    let limited: Vec<Value> =
        assessment.limited_by.iter().map(|hit| values::limited(criteria, hit)).collect();
    json!({
        "applicable": text(&total.tally.applicable),
        "awarded": total.awarded().map(text),
        "index": total.index.as_ref().map(text),
        "provisional": total.provisional,
        "grade": total.grade.map(|grade| grades[grade].id.as_str()),
        "limited-by": limited,
    })
}

fn step(criteria: &Criteria, step: &Step, node: Node) -> Value {
    json!({
        "gain": text(&step.gain),
        "total": result(criteria, &step.after),
        "changes": changes(criteria, &step.changes),
        "why": why(criteria, &step.after, node),
    })
}

fn changes(criteria: &Criteria, changes: &[Remedy]) -> Vec<Value> {
    let one = |change: &Remedy| {
        let asked = criteria.at(change.node);
        json!({
            "id": asked.id.as_str(),
            "role": change.role.word(),
            "round": (change.round > 0).then_some(change.round),
            "before": change.before.as_ref().map(|claim| claim_text(asked, claim)),
            "answer": claim_text(asked, &change.after),
        })
    };
    changes.iter().map(one).collect()
}

fn target(criteria: &Criteria, target: &Target) -> Value {
    let grade = |at: usize| criteria.at(Node::ROOT).grades[at].id.as_str();
    let (wanted, index) = match &target.goal {
        Goal::Grade(at) => (Some(grade(*at)), None),
        Goal::Index(index) => (None, Some(text(index))),
    };
    let mut fields = json!({
        "grade": wanted,
        "index": index,
        "by": target.aim.word(),
        "no-effort-stated": target.no_effort,
    });
    let rest = match &target.reach {
        Reach::Already => json!({ "reached": "already" }),
        Reach::By { step, cost, proof } => json!({
            "reached": "by-changes",
            "proof": proof.word(),
            "cost": text(cost),
            "gain": text(&step.gain),
            "total": result(criteria, &step.after),
            "changes": changes(criteria, &step.changes),
        }),
        Reach::Not { sure, together, capped } => json!({
            "reached": if *sure { "no" } else { "not-found" },
            "gain": text(&together.gain),
            "total": result(criteria, &together.after),
            "capped-by": capped.iter().map(|hit| values::limited(criteria, hit)).collect::<Vec<_>>(),
        }),
    };
    if let (Value::Object(fields), Value::Object(rest)) = (&mut fields, rest) {
        fields.extend(rest);
    }
    fields
}
