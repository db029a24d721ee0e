//! A follow-up in each format.

use std::io::{self, Write};

use serde_json::{Map, Value, json};

use super::csv::Csv;
use super::markdown::Markdown;
use super::page::{Level, Page};
use super::table::Sheet;
use super::why::text;
use super::{Format, Style, values};
use crate::analysis::{Followed, Loss, LossSums, Lost, Request, Score, State};
use crate::calendar::Date;
use crate::criteria::{Criteria, Node};
use crate::evidence::Digest;
use crate::lang::Lang;
use crate::points::Points;
use crate::report::{
    Case, Rows, followed_cells, followed_columns, followed_heading, loss_sums, losses, read_from, requests,
};
use crate::wording;

/// One side of a follow-up: its set, and the files that were read.
#[derive(Clone, Copy)]
pub struct Side<'a> {
    /// The set.
    pub criteria: &'a Criteria,
    /// The files.
    pub evidence: &'a [Digest],
}

/// Writes what became of the requests and lost points of agencies.
///
/// # Errors
/// When it cannot be written.
pub fn follow_up(
    format: Format,
    style: Style,
    (old, new): (Side<'_>, Side<'_>),
    as_of: Date,
    cases: &[Case<'_>],
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        Format::Table => on_page(&mut Sheet::new(style.width, out), style.lang, (old, new), as_of, cases),
        Format::Md => on_page(&mut Markdown::new(out), style.lang, (old, new), as_of, cases),
        Format::Csv => {
            let mut rows = Csv::new(out);
            followed_columns(&mut rows)?;
            for case in cases {
                followed_cells(case, style.lang, &mut rows)?;
            }
            rows.end()
        }
        Format::Json => {
            lay_out(&whole(old, new, as_of, cases), "", out)?;
            writeln!(out)
        }
        Format::Yaml => {
            let whole = whole(old, new, as_of, cases);
            let text = serde_yaml::to_string(&whole).map_err(io::Error::other)?;
            out.write_all(text.as_bytes())
        }
    }
}

/// For people.
fn on_page(
    page: &mut dyn Page,
    lang: Lang,
    (old, new): (Side<'_>, Side<'_>),
    as_of: Date,
    cases: &[Case<'_>],
) -> io::Result<()> {
    for case in cases {
        agency_on_page(page, case, as_of, lang)?;
    }
    let mut lines = read_from(old.criteria, old.evidence, lang);
    // A set that both were scored by is named once.
    let same = usize::from(old.criteria.identity == new.criteria.identity);
    lines.extend(read_from(new.criteria, new.evidence, lang).into_iter().skip(1 + same));
    page.lines(&lines)
}

fn agency_on_page(page: &mut dyn Page, case: &Case<'_>, as_of: Date, lang: Lang) -> io::Result<()> {
    let words = wording::follow_up(lang);
    let followed = case.followed;
    page.opening(&followed_heading(case, as_of, lang))?;
    if !followed.requests.is_empty() {
        page.table(&mut |out| requests(case, lang, out))?;
    }
    if case.new.1.is_none() {
        return Ok(());
    }
    if followed.lost.is_empty() {
        page.lines(&[words.nothing_lost.to_owned()])?;
    } else {
        page.title(Level::Section, words.lost_heading)?;
        page.table(&mut |out| losses(case, false, lang, out))?;
        page.lines(&loss_sums(followed, false, lang))?;
    }
    if !followed.newly_lost.is_empty() {
        page.title(Level::Section, words.newly_lost_heading)?;
        page.table(&mut |out| losses(case, true, lang, out))?;
        page.lines(&loss_sums(followed, true, lang))?;
    }
    Ok(())
}

/// Writes a value laid out so that a line is a request, a loss or another thing that has no list of things in it.
fn lay_out(value: &Value, indent: &str, out: &mut dyn Write) -> io::Result<()> {
    let deeper = format!("{indent}  ");
    match value {
        Value::Array(items) if items.iter().any(Value::is_object) => {
            for (at, item) in items.iter().enumerate() {
                write!(out, "{}\n{deeper}", if at == 0 { "[" } else { "," })?;
                lay_out(item, &deeper, out)?;
            }
            write!(out, "\n{indent}]")
        }
        Value::Object(fields) if fields.values().any(lists_things) => {
            for (at, (name, field)) in fields.iter().enumerate() {
                write!(out, "{}\n{deeper}\"{name}\": ", if at == 0 { "{" } else { "," })?;
                lay_out(field, &deeper, out)?;
            }
            write!(out, "\n{indent}}}")
        }
        Value::Array(_)
        | Value::Object(_)
        | Value::Null
        | Value::Bool(_)
        | Value::Number(_)
        | Value::String(_) => Ok(serde_json::to_writer(out, value)?),
    }
}

/// Whether a field holds things that have lines of their own.
fn lists_things(value: &Value) -> bool {
    value.as_array().is_some_and(|items| items.iter().any(Value::is_object))
        || value.as_object().is_some_and(|fields| fields.values().any(lists_things))
}

fn whole(old: Side<'_>, new: Side<'_>, as_of: Date, cases: &[Case<'_>]) -> Value {
    let head = values::head(old.criteria);
    let side = |side: Side<'_>| {
        json!({
            "criteria": values::head(side.criteria).criteria,
            "evidence": values::evidence(side.evidence).collect::<Vec<_>>(),
        })
    };
    json!({
        "format": head.format,
        "program": head.program,
        "as-of": as_of.to_string(),
        "old": side(old),
        "new": side(new),
        "agencies": cases.iter().map(agency).collect::<Vec<_>>(),
    })
}

fn agency(case: &Case<'_>) -> Value {
    let followed = case.followed;
    let counts = State::ALL.map(|state| (state.word().to_owned(), json!(followed.count(state))));
    let period = case.old.1.assessment.period.map(|period| period.to_string());
    let now = case.new.1.map(|new| {
        json!({
            "agency": values::agency(&new.assessment),
            "period": new.assessment.period.map(|period| period.to_string()),
        })
    });
    let list = |losses: &[Loss]| losses.iter().map(|loss| lost(case, loss)).collect::<Vec<_>>();
    json!({
        "agency": values::agency(&case.old.1.assessment),
        "period": period,
        "now": now,
        "requests": followed.requests.iter().map(|it| request(case, it)).collect::<Vec<_>>(),
        "counts": Map::from_iter(counts),
        "lost": list(&followed.lost),
        "newly-lost": list(&followed.newly_lost),
        "sums": sums(followed),
    })
}

fn request(case: &Case<'_>, request: &Request) -> Value {
    let Request { text: asked, criterion, now, owner, due, state, because, scores } = request;
    let score =
        |score: &Score| json!({ "awarded": values::maybe(score.awarded.as_ref()), "of": text(&score.of) });
    json!({
        "text": asked,
        "id": criterion.map(|node| case.old.0.at(node).id.as_str()),
        "now-id": ids(case.new.0, now),
        "owner": owner,
        "due": due.map(|due| due.to_string()),
        "state": state.word(),
        "because": because.word(),
        "then": scores.as_ref().map(|scores| score(&scores.then)),
        "now": scores.as_ref().and_then(|scores| scores.now.as_ref().map(score)),
        "came-back": values::maybe(scores.as_ref().and_then(|scores| scores.came_back.as_ref())),
    })
}

fn lost(case: &Case<'_>, loss: &Loss) -> Value {
    let side = |lost: &Lost| match lost {
        Lost::Points { all, unanswered } => json!({ "lost": text(all), "unanswered": text(unanswered) }),
        Lost::NotApplicable => json!("not-applicable"),
        Lost::Absent => json!("absent"),
    };
    json!({
        "id": ids(case.old.0, &loss.old),
        "now-id": ids(case.new.0, &loss.new),
        "then": side(&loss.then),
        "now": side(&loss.now),
        "came-back": values::maybe(loss.came_back().as_ref()),
    })
}

fn sums(followed: &Followed) -> Value {
    let sums = LossSums::of(&followed.lost);
    let newly: Points = followed.newly_lost.iter().filter_map(|loss| loss.now.points()).sum();
    json!({
        "lost-then": text(&sums.then),
        "unanswered-then": text(&sums.then_unanswered),
        "lost-now": text(&sums.now),
        "unanswered-now": text(&sums.now_unanswered),
        "came-back": text(&sums.came_back),
        "not-compared": text(&sums.not_compared),
        "newly-lost": text(&newly),
    })
}

fn ids<'c>(criteria: &'c Criteria, nodes: &[Node]) -> Vec<&'c str> {
    nodes.iter().map(|node| criteria.at(*node).id.as_str()).collect()
}
