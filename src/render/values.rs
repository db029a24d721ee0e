//! Results as values for machines: stable names, decimals as texts, no word translated.

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::Told;
use super::layers;
use super::why::{text, why};
use crate::analysis::{Gated, Miss, Standings};
use crate::answer::{Attached, Document};
use crate::assessment::{Assessment, Hit, Part, Tally, Verdict};
use crate::criteria::{Consequence, Criteria, Node, TOTAL, Trigger};
use crate::evidence::Digest;
use crate::id::Id;
use crate::points::Points;
use crate::report::{answer_text, outcome_word};
use crate::source::Spot;

/// The version of this form.
const FORMAT: u8 = 1;

/// What stands before the agencies.
#[derive(Serialize)]
pub(super) struct Head<'a> {
    pub(super) format: u8,
    pub(super) program: &'static str,
    pub(super) criteria: Set<'a>,
}

/// Which set scored.
#[derive(Serialize)]
pub(super) struct Set<'a> {
    id: &'a str,
    version: &'a str,
    sha256: &'a str,
}

/// Who was scored.
#[derive(Serialize)]
pub(super) struct Agency<'a> {
    id: &'a str,
    name: Option<&'a str>,
    kind: Option<&'a str>,
    peers: Option<&'a str>,
}

/// A file that was read.
#[derive(Serialize)]
pub(super) struct Evidence<'a> {
    file: &'a str,
    sha256: &'a str,
}

/// A problem: its code, its place, and the text that is meant.
#[derive(Serialize)]
pub(super) struct Problem<'a> {
    kind: &'static str,
    code: &'static str,
    file: &'a str,
    line: Option<u64>,
    column: Option<u64>,
    text: Option<&'a str>,
}

pub(super) fn head(criteria: &Criteria) -> Head<'_> {
    let identity = &criteria.identity;
    Head {
        format: FORMAT,
        program: concat!("cchc ", env!("CARGO_PKG_VERSION")),
        criteria: Set { id: identity.id.as_str(), version: &identity.version, sha256: &identity.sha256 },
    }
}

pub(super) fn agency(assessment: &Assessment) -> Agency<'_> {
    let agency = &assessment.agency;
    Agency {
        id: agency.id.as_str(),
        name: agency.name.as_deref(),
        kind: agency.kind.as_ref().map(Id::as_str),
        peers: agency.peers.as_deref(),
    }
}

pub(super) fn evidence(digests: &[Digest]) -> impl Iterator<Item = Evidence<'_>> {
    digests.iter().map(|Digest { file, sha256 }| Evidence { file, sha256 })
}

/// Every problem: faults, then warnings.
pub(super) fn problems(told: &Told) -> impl Iterator<Item = Problem<'_>> {
    let faults = told.faults.iter().map(|found| problem("fault", found.what.code(), &found.at));
    let warnings = told.warnings.iter().map(|found| problem("warning", found.what.code(), &found.at));
    faults.chain(warnings)
}

fn problem<'a>(kind: &'static str, code: &'static str, spot: &'a Spot) -> Problem<'a> {
    let at = spot.at.as_ref();
    Problem {
        kind,
        code,
        file: &spot.file,
        line: at.map(|at| at.line),
        column: at.map(|at| at.column),
        text: at.map(|at| &at.excerpt[at.mark.0..at.mark.1]),
    }
}

/// The total of an agency.
pub(super) fn total(criteria: &Criteria, assessment: &Assessment, standings: &Standings) -> Value {
    let mut fields = tally(assessment.total());
    let verdict = assessment.total();
    fields.insert("awarded".to_owned(), maybe(verdict.awarded()));
    group(&mut fields, criteria, assessment, standings, Node::ROOT);
    let limited: Vec<Value> = assessment.limited_by.iter().map(|hit| limited(criteria, hit)).collect();
    fields.insert("limited-by".to_owned(), limited.into());
    fields.insert("by-role".to_owned(), by_role(assessment, Node::ROOT));
    let part = |Part { scored_by, tally }: &Part| {
        json!({
            "scored-by": scored_by.word(),
            "points": text(&tally.points),
            "applicable": text(&tally.applicable),
            "answered": text(&tally.answered),
            "excused": text(&tally.excused),
            "awarded": text(&tally.awarded),
        })
    };
    fields.insert("parts".to_owned(), assessment.parts.iter().map(part).collect());
    Value::Object(fields)
}

/// A node of an agency's tree.
pub(super) fn criterion(
    criteria: &Criteria,
    assessment: &Assessment,
    standings: &Standings,
    node: Node,
) -> Value {
    let asked = criteria.at(node);
    let verdict = assessment.at(node);
    let mut fields = Map::new();
    fields.insert("id".to_owned(), json!(asked.id.as_str()));
    fields.extend(tally(verdict));
    fields.insert("outcome".to_owned(), json!(outcome_word(&verdict.outcome)));
    fields.insert("awarded".to_owned(), maybe(verdict.awarded()));
    if asked.rule().is_none() && !asked.is_heading() {
        group(&mut fields, criteria, assessment, standings, node);
    }
    fields.insert("by-role".to_owned(), by_role(assessment, node));
    fields.insert("answer".to_owned(), json!(answer_text(asked, &verdict.outcome)));
    fields.insert("why".to_owned(), why(criteria, assessment, node));
    let entry = verdict.entry.as_deref();
    let documents = assessment.documents(node).into_iter().map(document);
    fields.insert("documents".to_owned(), documents.collect());
    fields.insert("note".to_owned(), json!(entry.and_then(|entry| entry.note.as_deref())));
    if let Some(layers) = layers::of_criterion(criteria, assessment, node) {
        fields.insert("layers".to_owned(), layers);
    }
    Value::Object(fields)
}

/// A limit that hit: what triggered it, by which criteria, and what it does.
pub(super) fn limited(criteria: &Criteria, hit: &Hit) -> Value {
    let limit = &criteria.limits[hit.limit];
    let by: Vec<&str> = hit.nodes.iter().map(|node| criteria.at(*node).id.as_str()).collect();
    let when = match &limit.when {
        Trigger::Zero => json!("zero"),
        Trigger::Missing => json!("missing"),
        Trigger::NotApplicable => json!("not-applicable"),
        Trigger::Below(edge) => text(edge),
        Trigger::Answer(answer) => {
            let rule = limit.whose.and_then(|node| criteria.at(node).rule());
            json!(rule.map(|rule| rule.scheme.written(answer)))
        }
    };
    let (what, how) = match limit.then {
        Consequence::GradeAtMost(grade) => {
            ("grade-at-most", json!(criteria.at(Node::ROOT).grades[grade].id.as_str()))
        }
        Consequence::Void => ("score", json!("void")),
    };
    let mut fields = Map::new();
    fields.insert("criteria".to_owned(), json!(by));
    fields.insert(limit.when.key().to_owned(), when);
    fields.insert(what.to_owned(), how);
    Value::Object(fields)
}

/// The thresholds that a score misses; in hundredths, but for points of a criterion.
pub(super) fn missed(criteria: &Criteria, gated: &Gated) -> Value {
    let miss = |Miss { gauge, wanted, got }: &Miss| {
        let mut fields = Map::new();
        fields.insert("what".to_owned(), json!(gauge.word()));
        let id = gauge.node().map_or(TOTAL, |node| criteria.at(node).id.as_str());
        fields.insert("id".to_owned(), json!(id));
        fields.insert("wanted".to_owned(), text(wanted));
        fields.insert("got".to_owned(), maybe(got.number()));
        if let Some(word) = got.word() {
            fields.insert("because".to_owned(), json!(word));
        }
        Value::Object(fields)
    };
    gated.missed.iter().map(miss).collect()
}

/// What a group has beside its points: index, and grade and rank where the set gives them.
fn group(
    fields: &mut Map<String, Value>,
    criteria: &Criteria,
    assessment: &Assessment,
    standings: &Standings,
    node: Node,
) {
    let verdict = assessment.at(node);
    let grades = &criteria.at(node).grades;
    fields.insert("index".to_owned(), maybe(verdict.index.as_ref()));
    fields.insert("provisional".to_owned(), json!(verdict.provisional));
    if !grades.is_empty() || node == Node::ROOT {
        fields.insert("grade".to_owned(), json!(verdict.grade.map(|grade| grades[grade].id.as_str())));
    }
    if criteria.ranking.is_some() || node == Node::ROOT {
        fields.insert("rank".to_owned(), json!(standings.rank(assessment, node)));
    }
}

fn tally(verdict: &Verdict) -> Map<String, Value> {
    let Tally { points, applicable, answered, excused, awarded: _ } = &verdict.tally;
    let fields =
        [("points", points), ("applicable", applicable), ("answered", answered), ("excused", excused)];
    fields.into_iter().map(|(name, number)| (name.to_owned(), text(number))).collect()
}

fn by_role(assessment: &Assessment, node: Node) -> Value {
    let given = assessment.by_role.iter().filter_map(|score| Some((score.role, score.at(node)?)));
    Value::Object(given.map(|(role, points)| (role.word().to_owned(), text(points))).collect())
}

pub(super) fn maybe(number: Option<&Points>) -> Value {
    number.map_or(Value::Null, text)
}

/// A document: as it was written, what was read of it, and what was found of its file.
pub(super) fn document(document: &Document) -> Value {
    let mut fields = Map::new();
    if let Some(text) = &document.text {
        fields.insert("text".to_owned(), json!(text));
    }
    fields.extend(document.fields().into_iter().map(|(name, value)| (name.to_owned(), json!(value))));
    if !document.is_read() {
        fields.insert("unread".to_owned(), json!(true));
    }
    match &document.attached {
        Some(Attached::Found { size, sha256 }) => {
            fields.insert("size".to_owned(), json!(size));
            fields.insert("sha256".to_owned(), json!(sha256));
        }
        Some(found) => {
            fields.insert("file-state".to_owned(), json!(found.flaw()));
        }
        None => {}
    }
    Value::Object(fields)
}
