//! A reconciliation in each format.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::csv::Csv;
use super::json::Json;
use super::markdown::Markdown;
use super::page::{Level, Page};
use super::table::Sheet;
use super::why::{text, why};
use super::{Format, Style, values};
use crate::analysis::{Difference, NotComputed, Reconciliation, Standings};
use crate::answer::Role;
use crate::criteria::{Criteria, Node};
use crate::evidence::{Figure, Stated};
use crate::lang::Lang;
use crate::report::{differences, not_computed, reconciled, reconciled_cells};
use crate::wording;

/// Writes what came of holding declared results against what is computed, from the answers of `role` alone where one
/// was asked for.
///
/// # Errors
/// When it cannot be written.
pub fn reconciliation(
    format: Format,
    style: Style,
    criteria: &Criteria,
    (standings, role): (&Standings, Option<Role>),
    found: &Reconciliation,
    out: &mut dyn Write,
) -> io::Result<()> {
    let Style { lang, width, .. } = style;
    match format {
        Format::Table => on_page(&mut Sheet::new(width, out), criteria, (standings, role), found, lang),
        Format::Md => on_page(&mut Markdown::new(out), criteria, (standings, role), found, lang),
        Format::Csv => reconciled_cells(criteria, standings, found, lang, &mut Csv::new(out)),
        Format::Json => as_json(criteria, standings, found, out),
        Format::Yaml => as_yaml(criteria, standings, found, out),
    }
}

/// For people.
fn on_page(
    page: &mut dyn Page,
    criteria: &Criteria,
    (standings, role): (&Standings, Option<Role>),
    found: &Reconciliation,
    lang: Lang,
) -> io::Result<()> {
    page.lines(&reconciled(criteria, role, found, lang))?;
    if !found.differences.is_empty() {
        page.table(&mut |out| differences(criteria, standings, found, lang, out))?;
    }
    if !found.not_computed.is_empty() {
        page.title(Level::Section, wording::labels(lang).not_computed_heading)?;
        page.lines(&not_computed(found, lang))?;
    }
    Ok(())
}

/// As one JSON object in which a line is a cell.
fn as_json(
    criteria: &Criteria,
    standings: &Standings,
    found: &Reconciliation,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut json = Json::new(out);
    json.open(criteria)?;
    json.field("  ", "compared", &found.compared)?;
    json.field("  ", "agree", &found.agree())?;
    json.field("  ", "at-declared-places", &found.at_declared_places)?;
    json.named_list(
        "  ",
        "differences",
        found.differences.iter().map(|cell| differing(criteria, standings, cell)),
    )?;
    json.named_list("  ", "not-computed", found.not_computed.iter().map(absent))?;
    json.close("  ", "skipped", &found.skipped)
}

fn as_yaml(
    criteria: &Criteria,
    standings: &Standings,
    found: &Reconciliation,
    out: &mut dyn Write,
) -> io::Result<()> {
    let differences: Vec<_> =
        found.differences.iter().map(|cell| differing(criteria, standings, cell)).collect();
    let head = values::head(criteria);
    let whole = json!({
        "format": head.format,
        "program": head.program,
        "criteria": head.criteria,
        "compared": found.compared,
        "agree": found.agree(),
        "at-declared-places": found.at_declared_places,
        "differences": differences,
        "not-computed": found.not_computed.iter().map(absent).collect::<Vec<_>>(),
        "skipped": found.skipped,
    });
    let text = serde_yaml::to_string(&whole).map_err(io::Error::other)?;
    out.write_all(text.as_bytes())
}

/// A cell that differs.
fn differing(criteria: &Criteria, standings: &Standings, cell: &Difference) -> Value {
    let Difference { assessment, node, figure, declared, computed } = cell;
    let amount = cell.amount().map_or(Value::Null, |amount| match declared {
        // A difference of ranks is a whole number, as ranks are.
        Stated::Rank(_) => amount.to_string().parse::<i64>().map_or(Value::Null, Value::from),
        Stated::Number(_) | Stated::Grade(_) => text(&amount),
    });
    json!({
        "agency": assessment.agency.id.as_str(),
        "period": assessment.period.map(|period| period.to_string()),
        "id": criteria.at(*node).id.as_str(),
        "column": figure.word(),
        "declared": value(declared),
        "computed": computed.as_ref().map(value),
        "difference": amount,
        "why": reason(criteria, standings, cell),
    })
}

/// Why the computed figure is what it is, as data.
fn reason(criteria: &Criteria, standings: &Standings, cell: &Difference) -> Value {
    let assessment = &cell.assessment;
    let verdict = assessment.at(cell.node);
    let index = verdict.index.as_ref().map(text);
    match cell.figure {
        Figure::Awarded => why(criteria, assessment, cell.node),
        Figure::Index => {
            json!({ "awarded": text(&verdict.tally.awarded), "applicable": text(&verdict.tally.applicable) })
        }
        Figure::Grade => {
            let hits = if cell.node == Node::ROOT { &assessment.limited_by[..] } else { &[] };
            let limited: Vec<Value> = hits.iter().map(|hit| values::limited(criteria, hit)).collect();
            json!({ "index": index, "provisional": verdict.provisional, "limited-by": limited })
        }
        Figure::Rank => json!({
            "index": index,
            "provisional": assessment.total().provisional,
            "among": standings.ranked(assessment),
        }),
    }
}

/// A cell for which there is nothing to compare with.
fn absent(cell: &NotComputed) -> Value {
    let NotComputed { agency, period, id, figure, declared, cause } = cell;
    json!({
        "agency": agency.as_str(),
        "period": period.map(|period| period.to_string()),
        "id": id.as_str(),
        "column": figure.word(),
        "declared": value(declared),
        "cause": cause.word(),
    })
}

fn value(stated: &Stated) -> Value {
    match stated {
        Stated::Number(number) => text(number),
        Stated::Grade(grade) => json!(grade),
        Stated::Rank(rank) => json!(rank),
    }
}
