//! JSON: the whole assessment for machines. Decimals are strings, names are stable, no word is translated.
//!
//! It is laid out so that a line is a criterion: it can be read, searched and compared line by line.

use std::io::{self, Write};

use serde_json::{Map, Value, json};

use super::why::{text, why};
use super::{Printer, Told};
use crate::analysis::Standings;
use crate::answer::Document;
use crate::assessment::{Assessment, Part, Tally, Verdict};
use crate::criteria::{Criteria, Node};
use crate::evidence::Digest;
use crate::points::Points;
use crate::problem::{Found, Warning};
use crate::report::{answer_text, outcome_word};
use crate::source::Spot;

/// The version of this form.
const FORMAT: u8 = 1;

/// A run as one JSON object, an agency at a time.
pub(super) struct Json<'w> {
    out: &'w mut dyn Write,
    agencies: u64,
}

impl<'w> Json<'w> {
    pub(super) fn new(out: &'w mut dyn Write) -> Json<'w> {
        Json { out, agencies: 0 }
    }

    /// A list of which each entry has a line of its own.
    fn list(&mut self, indent: &str, entries: impl Iterator<Item = Value>) -> io::Result<()> {
        let mut any = false;
        for entry in entries {
            let separator = if any { "," } else { "" };
            write!(self.out, "{separator}\n{indent}  {entry}")?;
            any = true;
        }
        if any { write!(self.out, "\n{indent}]") } else { write!(self.out, "]") }
    }
}

impl Printer for Json<'_> {
    fn begin(&mut self, criteria: &Criteria) -> io::Result<()> {
        let identity = &criteria.identity;
        let program = concat!("cchc ", env!("CARGO_PKG_VERSION"));
        let set = json!({
            "id": identity.id.as_str(),
            "version": identity.version,
            "sha256": identity.sha256,
        });
        writeln!(self.out, "{{")?;
        writeln!(self.out, "  \"format\": {FORMAT},")?;
        writeln!(self.out, "  \"program\": {},", json!(program))?;
        writeln!(self.out, "  \"criteria\": {set},")?;
        write!(self.out, "  \"agencies\": [")
    }

    fn agency(&mut self, criteria: &Criteria, assessment: &Assessment, standings: &Standings) -> io::Result<()> {
        let agency = &assessment.agency;
        let who = json!({
            "id": agency.id.as_str(),
            "name": agency.name,
            "kind": agency.kind.as_ref().map(|kind| kind.as_str()),
            "peers": agency.peers,
        });
        let separator = if self.agencies > 0 { "," } else { "" };
        self.agencies += 1;
        writeln!(self.out, "{separator}\n    {{")?;
        writeln!(self.out, "      \"agency\": {who},")?;
        writeln!(self.out, "      \"period\": {},", json!(assessment.period.map(|period| period.to_string())))?;
        writeln!(self.out, "      \"total\": {},", total(criteria, assessment, standings))?;
        write!(self.out, "      \"criteria\": [")?;
        let nodes = criteria.nodes().skip(1).map(|node| criterion(criteria, assessment, standings, node));
        self.list("      ", nodes)?;
        write!(self.out, "\n    }}")
    }

    fn end(&mut self, _: &Criteria, evidence: &[Digest], problems: &Told) -> io::Result<()> {
        if self.agencies > 0 {
            write!(self.out, "\n  ")?;
        }
        write!(self.out, "],\n  \"evidence\": [")?;
        let files = evidence.iter().map(|Digest { file, sha256 }| json!({ "file": file, "sha256": sha256 }));
        self.list("  ", files)?;
        write!(self.out, ",\n  \"problems\": [")?;
        let faults = problems.faults.iter().map(|Found { what, at }| told("fault", what.code(), at));
        let warnings = problems.warnings.iter();
        let warnings = warnings.map(|Found { what, at }: &Found<Warning>| told("warning", what.code(), at));
        self.list("  ", faults.chain(warnings))?;
        writeln!(self.out, "\n}}")
    }
}

/// A problem: its code, its place, and the text that is meant.
fn told(kind: &str, code: &str, spot: &Spot) -> Value {
    let at = spot.at.as_ref();
    json!({
        "kind": kind,
        "code": code,
        "file": *spot.file,
        "line": at.map(|at| at.line),
        "column": at.map(|at| at.column),
        "text": at.map(|at| &at.excerpt[at.mark.0..at.mark.1]),
    })
}

fn total(criteria: &Criteria, assessment: &Assessment, standings: &Standings) -> Value {
    let mut fields = tally(assessment.total());
    let verdict = assessment.total();
    fields.insert("awarded".to_owned(), maybe(verdict.awarded()));
    group(&mut fields, criteria, assessment, standings, Node::ROOT);
    fields.insert("limited-by".to_owned(), json!([]));
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

fn criterion(criteria: &Criteria, assessment: &Assessment, standings: &Standings, node: Node) -> Value {
    let asked = criteria.at(node);
    let verdict = assessment.at(node);
    let mut fields = Map::new();
    fields.insert("id".to_owned(), json!(asked.id.as_str()));
    fields.extend(tally(verdict));
    fields.insert("outcome".to_owned(), json!(outcome_word(&verdict.outcome)));
    fields.insert("awarded".to_owned(), maybe(verdict.awarded()));
    if asked.rule().is_none() {
        group(&mut fields, criteria, assessment, standings, node);
    }
    fields.insert("by-role".to_owned(), by_role(assessment, node));
    fields.insert("answer".to_owned(), json!(answer_text(asked, &verdict.outcome)));
    fields.insert("why".to_owned(), why(criteria, assessment, node));
    let entry = verdict.entry.as_deref();
    let documents: Vec<Value> = entry.map(|entry| entry.documents.iter().map(document).collect()).unwrap_or_default();
    fields.insert("documents".to_owned(), Value::Array(documents));
    fields.insert("note".to_owned(), json!(entry.and_then(|entry| entry.note.as_deref())));
    Value::Object(fields)
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
    let fields = [("points", points), ("applicable", applicable), ("answered", answered), ("excused", excused)];
    fields.into_iter().map(|(name, number)| (name.to_owned(), text(number))).collect()
}

fn by_role(assessment: &Assessment, node: Node) -> Value {
    let given = assessment.by_role.iter().filter_map(|score| Some((score.role, score.at(node)?)));
    Value::Object(given.map(|(role, points)| (role.word().to_owned(), text(points))).collect())
}

fn maybe(number: Option<&Points>) -> Value {
    number.map_or(Value::Null, text)
}

fn document(document: &Document) -> Value {
    Value::Object(document.fields().into_iter().map(|(name, value)| (name.to_owned(), json!(value))).collect())
}
