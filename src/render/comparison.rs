//! A comparison in each format.

use std::io::{self, Write};

use serde_json::{Map, Value, json};

use super::csv::Csv;
use super::json::Json;
use super::markdown::Markdown;
use super::page::{Level, Page};
use super::table::Sheet;
use super::why::{text, why};
use super::{Format, Style, Told, values};
use crate::analysis::{Change, Comparison, Pair, Parts, Row, Whose};
use crate::assessment::Assessment;
use crate::criteria::{Criteria, Node};
use crate::id::Id;
use crate::lang::Lang;
use crate::report::{
    Compared, alone, compared_agencies, compared_cells, compared_criteria, compared_fields, compared_files,
    heads, not_carried, one_sided, outcome_word, undeclared,
};
use crate::wording;

/// Writes what came of comparing two sides.
///
/// # Errors
/// When it cannot be written.
pub fn comparison(
    format: Format,
    style: Style,
    compared: Compared<'_>,
    told: &Told,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        Format::Table => on_page(&mut Sheet::new(style.width, out), compared, style.lang),
        Format::Md => on_page(&mut Markdown::new(out), compared, style.lang),
        Format::Csv => compared_cells(compared, style.lang, &mut Csv::new(out)),
        Format::Json => as_json(compared, told, out),
        Format::Yaml => as_yaml(compared, told, out),
    }
}

/// For people: a summary where there are several agencies, then each.
fn on_page(page: &mut dyn Page, compared: Compared<'_>, lang: Lang) -> io::Result<()> {
    let words = wording::comparing(lang);
    let Comparison { pairs, .. } = compared.comparison;
    if let Some(line) = undeclared(compared, lang) {
        page.lines(&[line])?;
    }
    if pairs.len() > 1 {
        page.title(Level::Part, wording::labels(lang).summary)?;
        page.lines(&[words.covered.to_owned()])?;
        page.table(&mut |out| compared_agencies(compared, lang, out))?;
    }
    for pair in pairs {
        of_pair(page, compared, pair, lang)?;
    }
    for (heading, lines) in alone(compared.comparison, lang) {
        page.title(Level::Part, heading)?;
        page.lines(&lines)?;
    }
    page.lines(&compared_files(compared, lang))
}

fn of_pair(page: &mut dyn Page, compared: Compared<'_>, pair: &Pair, lang: Lang) -> io::Result<()> {
    let words = wording::comparing(lang);
    page.title(Level::Part, words.comparison)?;
    page.lines(&heads(compared, pair, lang))?;
    page.lines(&[words.covered.to_owned()])?;
    page.table(&mut |out| compared_fields(compared, pair, lang, out))?;
    let lists = &pair.rows.lists;
    if lists.changed.is_empty() && lists.one_sided.is_empty() && lists.uncarried.is_empty() {
        return page.lines(&[words.nothing_changed.to_owned()]);
    }
    if !lists.changed.is_empty() {
        page.title(Level::Section, words.changed)?;
        page.table(&mut |out| compared_criteria(compared, pair, lang, out))?;
    }
    if !lists.one_sided.is_empty() {
        page.title(Level::Section, words.one_sided)?;
        page.table(&mut |out| one_sided(compared, pair, lang, out))?;
    }
    if !lists.uncarried.is_empty() {
        page.title(Level::Section, words.uncarried)?;
        page.table(&mut |out| not_carried(compared, pair, lang, out))?;
    }
    Ok(())
}

/// As one JSON object in which a line is a criterion.
fn as_json(compared: Compared<'_>, told: &Told, out: &mut dyn Write) -> io::Result<()> {
    let Comparison { same_criteria, succeeds, pairs, only_a, only_b } = compared.comparison;
    let head = values::head(compared.criteria[0]);
    writeln!(out, "{{")?;
    let mut json = Json::new(out);
    json.field("  ", "format", &head.format)?;
    json.field("  ", "program", &head.program)?;
    json.field("  ", "a", &side(compared, 0))?;
    json.field("  ", "b", &side(compared, 1))?;
    json.field("  ", "same-criteria", same_criteria)?;
    json.field("  ", "succeeds", succeeds)?;
    json.nested_list("  ", "pairs", pairs.iter(), |json, pair| {
        json.field("      ", "a", &scored(compared.criteria[0], &pair.a))?;
        json.field("      ", "b", &scored(compared.criteria[1], &pair.b))?;
        json.last_list("      ", "criteria", pair.rows.all.iter().map(|row| criterion(compared, pair, row)))
    })?;
    json.named_list("  ", "only-a", only_a.iter().map(whose))?;
    json.named_list("  ", "only-b", only_b.iter().map(whose))?;
    json.last_list("  ", "problems", values::problems(told))?;
    json.finish()
}

fn as_yaml(compared: Compared<'_>, told: &Told, out: &mut dyn Write) -> io::Result<()> {
    let Comparison { same_criteria, succeeds, pairs, only_a, only_b } = compared.comparison;
    let head = values::head(compared.criteria[0]);
    let pair = |pair: &Pair| {
        json!({
            "a": scored(compared.criteria[0], &pair.a),
            "b": scored(compared.criteria[1], &pair.b),
            "criteria": pair.rows.all.iter().map(|row| criterion(compared, pair, row)).collect::<Vec<_>>(),
        })
    };
    let whole = json!({
        "format": head.format,
        "program": head.program,
        "a": side(compared, 0),
        "b": side(compared, 1),
        "same-criteria": same_criteria,
        "succeeds": succeeds,
        "pairs": pairs.iter().map(pair).collect::<Vec<_>>(),
        "only-a": only_a.iter().map(whose).collect::<Vec<_>>(),
        "only-b": only_b.iter().map(whose).collect::<Vec<_>>(),
        "problems": values::problems(told).collect::<Vec<_>>(),
    });
    let text = serde_yaml::to_string(&whole).map_err(io::Error::other)?;
    out.write_all(text.as_bytes())
}

/// What a side was made of.
fn side(compared: Compared<'_>, at: usize) -> Value {
    json!({
        "criteria": values::head(compared.criteria[at]).criteria,
        "role": compared.roles.map(|roles| roles[at].word()),
        "evidence": values::evidence(compared.evidence[at]).collect::<Vec<_>>(),
    })
}

/// Who was scored on a side of a pair, and how far that is known.
fn scored(criteria: &Criteria, assessment: &Assessment) -> Value {
    let total = assessment.total();
    let grade = total.grade.map(|grade| criteria.at(Node::ROOT).grades[grade].id.as_str());
    json!({
        "agency": values::agency(assessment),
        "period": assessment.period.map(|period| period.to_string()),
        "provisional": total.provisional,
        "grade": grade,
        "limited-by": assessment.limited_by.iter().map(|hit| values::limited(criteria, hit)).collect::<Vec<_>>(),
    })
}

/// A criterion of a pair.
fn criterion(compared: Compared<'_>, pair: &Pair, row: &Row) -> Value {
    let [a, b] = compared.criteria;
    let mut fields = Map::new();
    let mut put = |name: &str, value: Value| fields.insert(name.to_owned(), value);
    put("a", one_side(a, &pair.a, row.a, (&row.awarded, row.index.as_ref()), |change| &change.a));
    put("b", one_side(b, &pair.b, row.b, (&row.awarded, row.index.as_ref()), |change| &change.b));
    put("awarded", parts(row.awarded.parts.as_ref()));
    if let Some(index) = &row.index {
        put("index", parts(index.parts.as_ref()));
    }
    put("uncarried", json!(row.uncarried.as_ref().map(crate::evidence::Uncarried::word)));
    Value::Object(fields)
}

/// A criterion on one side; nothing where the side has none.
fn one_side(
    criteria: &Criteria,
    assessment: &Assessment,
    node: Option<Node>,
    (awarded, index): (&Change, Option<&Change>),
    of: fn(&Change) -> &Option<crate::points::Points>,
) -> Value {
    let Some(node) = node else { return Value::Null };
    let verdict = assessment.at(node);
    let figure = |change: &Change| of(change).as_ref().map(text);
    let mut fields = Map::new();
    let mut put = |name: &str, value: Value| fields.insert(name.to_owned(), value);
    put("id", json!(criteria.at(node).id.as_str()));
    put("points", text(&verdict.tally.points));
    put("applicable", text(&verdict.tally.applicable));
    put("answered", text(&verdict.tally.answered));
    put("outcome", json!(outcome_word(&verdict.outcome)));
    put("awarded", json!(figure(awarded)));
    if let Some(index) = index {
        put("index", json!(figure(index)));
    }
    put("why", why(criteria, assessment, node));
    put("note", json!(verdict.entry.as_ref().and_then(|entry| entry.note.as_deref())));
    Value::Object(fields)
}

/// A change and what it is the sum of.
fn parts(parts: Option<&Parts>) -> Value {
    let Some(parts) = parts else { return Value::Null };
    json!({
        "change": text(&parts.whole()),
        "rules": text(&parts.rules),
        "performance": text(&parts.performance),
        "not-carried": text(&parts.not_carried),
    })
}

fn whose(Whose { agency, period }: &Whose) -> Value {
    json!({
        "id": agency.id.as_str(),
        "name": agency.name,
        "kind": agency.kind.as_ref().map(Id::as_str),
        "peers": agency.peers,
        "period": period.map(|period| period.to_string()),
    })
}
