//! Evidence as YAML: each document of the file is what one role says of one agency.

use std::sync::Arc;

use super::documents;
use super::dossier::{Finding, FindingKind};
use super::row::{Cell, Claimed, FoundRow, Heading, Raw, Row, Submission};
use crate::answer::NOT_APPLICABLE;
use crate::fields::{Fields, Reading};
use crate::problem::{Fault, Problems};
use crate::source::Source;
use crate::yaml::{Node, Value};

const KEYS: [&str; 6] = ["agency", "criteria", "period", "by", "answers", "findings"];
const AGENCY_KEYS: [&str; 4] = ["id", "name", "kind", "peers"];
const BY_KEYS: [&str; 4] = ["role", "round", "team", "on"];
const FINDING_KEYS: [&str; 6] = ["criterion", "kind", "text", "request", "due", "owner"];
const ENTRY_KEYS: [&str; 6] = ["answer", "points", "because", "note", "documents", NOT_APPLICABLE];

/// The rows of a file's documents, one submission for each document.
pub(super) fn read(source: &Arc<Source>, documents: &[Node], problems: &mut Problems) -> Vec<Submission> {
    let mut reading = Reading { source, problems };
    documents.iter().filter_map(|document| one(&mut reading, source, document)).collect()
}

fn one(reading: &mut Reading<'_>, source: &Arc<Source>, document: &Node) -> Option<Submission> {
    let fields = reading.table(document, &KEYS)?;
    let heading = Arc::new(heading(reading, source, fields));
    let mut submission = Submission::default();
    submission.head(&heading);
    let answers = reading.required(fields, "answers").and_then(|node| reading.entries(node));
    for (key, node) in answers.unwrap_or_default() {
        let criterion = Cell { text: key.text.trim().to_owned(), place: key.place };
        if let Some(row) = row(reading, &heading, criterion, node) {
            submission.add(row);
        }
    }
    if let Some(list) = fields.get("findings").and_then(|node| reading.list(node)) {
        for item in list {
            submission.findings.extend(finding(reading, &heading, item));
        }
    }
    Some(submission)
}

fn heading(reading: &mut Reading<'_>, source: &Arc<Source>, fields: Fields<'_>) -> Heading {
    let agency = reading.required(fields, "agency").and_then(|node| reading.table(node, &AGENCY_KEYS));
    let by = fields.get("by").and_then(|node| reading.table(node, &BY_KEYS));
    if let Some(agency) = agency {
        reading.required(agency, "id");
    }
    if let Some(node) = by.and_then(|by| by.get("on")) {
        reading.date(node);
    }
    let mut cell = |fields: Option<Fields<'_>>, key: &str| {
        let node = fields?.get(key)?;
        cell(reading, node)
    };
    Heading {
        source: Arc::clone(source),
        place: fields.place,
        agency: cell(agency, "id"),
        name: cell(agency, "name"),
        kind: cell(agency, "kind"),
        peers: cell(agency, "peers"),
        period: cell(Some(fields), "period"),
        criteria: cell(Some(fields), "criteria"),
        role: cell(by, "role"),
        round: cell(by, "round"),
        team: cell(by, "team"),
    }
}

/// A text with its place; nothing where it is empty.
fn cell(reading: &mut Reading<'_>, node: &Node) -> Option<Cell> {
    let text = reading.text(node)?;
    (!text.is_empty()).then(|| Cell { text: text.to_owned(), place: node.place })
}

fn row(reading: &mut Reading<'_>, heading: &Arc<Heading>, criterion: Cell, node: &Node) -> Option<Row> {
    let heading = Arc::clone(heading);
    let entry = match &node.value {
        Value::Table(entries) => entries.iter().any(|(key, _)| ENTRY_KEYS.contains(&key.text.as_str())),
        Value::Empty | Value::Scalar(_) | Value::List(_) => false,
    };
    if !entry {
        let claim = raw(reading, node).map(Claimed::Answer);
        return Some(Row { heading, criterion, claim, documents: Vec::new(), note: None });
    }
    let fields = reading.table(node, &ENTRY_KEYS)?;
    let written: Vec<&str> =
        ["answer", "points", NOT_APPLICABLE].into_iter().filter(|key| fields.get(key).is_some()).collect();
    if let [_, second, ..] = written[..] {
        let keys = written.iter().map(|key| (*key).to_owned()).collect();
        reading.fault(fields.key_place(second), Fault::AnswerSeveral { keys });
    }
    let because = fields.get("because").and_then(|node| cell(reading, node));
    let claim = if let Some(node) = fields.get("answer") {
        raw(reading, node).map(Claimed::Answer)
    } else if let Some(node) = fields.get("points") {
        cell(reading, node).map(|points| Claimed::Decided { points, because })
    } else if has_key(node, NOT_APPLICABLE) {
        let reason = fields.get(NOT_APPLICABLE).and_then(|node| cell(reading, node));
        Some(Claimed::NotApplicable { place: fields.key_place(NOT_APPLICABLE), reason })
    } else {
        None
    };
    let note = fields.get("note").and_then(|node| cell(reading, node));
    let documents = fields.get("documents").map(|node| documents::in_list(reading, node)).unwrap_or_default();
    Some(Row { heading, criterion, claim, documents, note })
}

fn has_key(node: &Node, key: &str) -> bool {
    match &node.value {
        Value::Table(entries) => entries.iter().any(|(entry, _)| entry.text == key),
        Value::Empty | Value::Scalar(_) | Value::List(_) => false,
    }
}

/// The answer as it is written; nothing where it is empty. The bare word for not applicable is refused with
/// its reason missing, as in rows.
fn raw(reading: &mut Reading<'_>, node: &Node) -> Option<Raw> {
    match &node.value {
        Value::Empty => None,
        Value::Scalar(_) => cell(reading, node).map(|answer| Raw::Text { answer, of: None }),
        Value::List(items) => {
            let items = items.iter().filter_map(|item| cell(reading, item)).collect();
            Some(Raw::List { items, place: node.place })
        }
        Value::Table(entries) => {
            let mut read = Vec::new();
            for (key, value) in entries {
                let value = cell(reading, value);
                let key = Cell { text: key.text.trim().to_owned(), place: key.place };
                read.extend(value.map(|value| (key, value)));
            }
            Some(Raw::Table { entries: read, place: node.place })
        }
    }
}

fn finding(reading: &mut Reading<'_>, heading: &Arc<Heading>, node: &Node) -> Option<FoundRow> {
    let fields = reading.table(node, &FINDING_KEYS)?;
    let criterion = fields.get("criterion").and_then(|node| cell(reading, node));
    let kind = reading.required(fields, "kind").and_then(|node| reading.word(node, &FindingKind::WORDS));
    let text = reading.required(fields, "text").and_then(|node| reading.text(node).map(str::to_owned));
    let due = fields.get("due").and_then(|node| reading.date(node));
    let mut optional = |key| {
        let node = fields.get(key)?;
        reading.text(node).map(str::to_owned)
    };
    let (request, owner) = (optional("request"), optional("owner"));
    let finding = Finding { criterion: None, kind: kind?, text: text?, request, due, owner };
    Some(FoundRow { heading: Arc::clone(heading), criterion, finding })
}

