//! Evidence as YAML: each document of the file is what one role says of one agency.

use std::sync::Arc;

use super::documents;
use super::dossier::{Finding, FindingKind};
use super::row::{Claimed, FoundRow, Heading, Row, Submission};
use crate::answer::{NOT_APPLICABLE, Role};
use crate::cell::{Cell, Raw};
use crate::fields::{Fields, Reading};
use crate::id::composed;
use crate::points::Points;
use crate::problem::{Fault, Problems};
use crate::source::Source;
use crate::yaml::{Key, Node, Value};

const KEYS: [&str; 8] = ["agency", "criteria", "period", "by", SETTLES, NOT_HELD, "answers", FINDINGS];
const FINDINGS: &str = "findings";
const NOT_HELD: &str = "not-held";
const AGENCY_KEYS: [&str; 4] = ["id", "name", "kind", "peers"];
const BY_KEYS: [&str; 5] = ["role", "round", "team", "on", SETTLES];
const SETTLES: &str = "settles";
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
    let answers = match (fields.get(NOT_HELD), fields.get("answers")) {
        (Some(_), Some(_)) => {
            let known = [NOT_HELD, "answers"].map(str::to_owned).to_vec();
            reading.fault(fields.key_place(NOT_HELD), Fault::KeysNotOne { known });
            None
        }
        (Some(_), None) => None,
        // An inspection may find without scoring.
        (None, None) if fields.get(FINDINGS).is_some() && finds(&heading) => None,
        (None, _) => reading.required(fields, "answers").and_then(|node| reading.entries(node)),
    };
    for (key, node) in answers.unwrap_or_default() {
        let criterion = Cell { text: key.text.trim().to_owned(), place: key.place };
        if let Some(row) = row(reading, &heading, criterion, node) {
            submission.add(row);
        }
    }
    if let Some(list) = fields.get(FINDINGS).and_then(|node| reading.list(node)) {
        for item in list {
            submission.findings.extend(finding(reading, &heading, item));
        }
    }
    // Of whom and when is not known: to hold it against the criteria would only repeat that fault.
    Some(if lost_in_head(fields) {
        Submission { lost: named(document).into_iter().collect(), ..Submission::default() }
    } else {
        submission
    })
}

/// Whether a role finds: it looks at others. Of a word that is no role it is not known.
fn finds(heading: &Heading) -> bool {
    heading.role.as_ref().is_some_and(|role| {
        [Role::Own, Role::Survey, Role::Leader].iter().all(|other| other.word() != role.text)
    })
}

/// The agency that a document names, if it can be read at all.
pub(super) fn named(document: &Node) -> Option<String> {
    let fields = Fields::of(document, &KEYS)?;
    let id = Fields::of(fields.get("agency")?, &AGENCY_KEYS)?.get("id")?;
    match &id.value {
        Value::Scalar(text) if !text.trim().is_empty() => Some(composed(text.trim())),
        Value::Scalar(_) | Value::Empty | Value::List(_) | Value::Table(_) => None,
    }
}

/// Whether something is meant under `key` that cannot be read; the fault that says so is kept already.
fn lost(fields: Fields<'_>, key: &str) -> bool {
    fields.misspelt(key)
        || fields.get(key).is_some_and(|node| match node.value {
            Value::List(_) | Value::Table(_) => true,
            Value::Empty | Value::Scalar(_) => false,
        })
}

/// Whether the agency, its kind, the period or the criteria set cannot be read.
fn lost_in_head(fields: Fields<'_>) -> bool {
    let agency = fields.get("agency").and_then(|node| Fields::of(node, &AGENCY_KEYS));
    agency.is_none_or(|agency| lost(agency, "kind")) || lost(fields, "period") || lost(fields, "criteria")
}

/// Who speaks and in which round. Where that cannot be read the second appraisal stands in: it may answer
/// everything, so that the answers are checked and nothing is said against whose they are.
fn speaker(reading: &mut Reading<'_>, fields: Fields<'_>) -> (Option<Cell>, Option<Cell>) {
    let by = fields.get("by").and_then(|node| Fields::of(node, &BY_KEYS));
    let unread = match by {
        Some(by) => lost(by, "role") || lost(by, "round"),
        None => fields.get("by").is_some() || fields.misspelt("by"),
    };
    let mut cell = |key: &str| cell(reading, by?.get(key)?);
    let (role, round) = (cell("role"), cell("round"));
    if !unread {
        return (role, round);
    }
    let stands_in = |text: &str| Some(Cell { text: text.to_owned(), place: fields.key_place("by") });
    (stands_in(Role::Appraisal.word()), stands_in("2"))
}

fn heading(reading: &mut Reading<'_>, source: &Arc<Source>, fields: Fields<'_>) -> Heading {
    let agency = reading.required(fields, "agency").and_then(|node| reading.table(node, &AGENCY_KEYS));
    let by = fields.get("by").and_then(|node| reading.table(node, &BY_KEYS));
    let id = agency.and_then(|agency| reading.required(agency, "id"));
    if let Some(Node { place, value: Value::Scalar(text) }) = id
        && text.trim().is_empty()
    {
        reading.fault(*place, Fault::KeyMissing { key: "id".to_owned() });
    }
    let (role, round) = speaker(reading, fields);
    let on = by.and_then(|by| by.get("on")).and_then(|node| reading.date(node));
    let beside = fields.get(SETTLES).is_some();
    if beside && by.is_some_and(|by| by.get(SETTLES).is_some()) {
        let known = [format!("by.{SETTLES}"), SETTLES.to_owned()].to_vec();
        reading.fault(fields.key_place(SETTLES), Fault::KeysNotOne { known });
    }
    let mut cell = |fields: Option<Fields<'_>>, key: &str| {
        let node = fields?.get(key)?;
        cell(reading, node)
    };
    let settles = cell(if beside { Some(fields) } else { by }, SETTLES);
    Heading {
        source: Arc::clone(source),
        place: fields.place,
        agency: cell(agency, "id"),
        name: cell(agency, "name"),
        kind: cell(agency, "kind"),
        peers: cell(agency, "peers"),
        period: cell(Some(fields), "period"),
        criteria: cell(Some(fields), "criteria"),
        role,
        round,
        team: cell(by, "team"),
        settles,
        on,
        not_held: cell(Some(fields), NOT_HELD),
    }
}

/// A text with its place; nothing where it is empty.
fn cell(reading: &mut Reading<'_>, node: &Node) -> Option<Cell> {
    let text = reading.text(node)?;
    (!text.is_empty()).then(|| Cell { text: text.to_owned(), place: node.place })
}

fn row(reading: &mut Reading<'_>, heading: &Arc<Heading>, criterion: Cell, node: &Node) -> Option<Row> {
    let heading = Arc::clone(heading);
    if !is_entry(node) {
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
        let place = fields.key_place(NOT_APPLICABLE);
        (!lost(fields, NOT_APPLICABLE)).then_some(Claimed::NotApplicable { place, reason })
    } else {
        None
    };
    let remark = fields.get("note").and_then(|node| cell(reading, node));
    let documents = fields.get("documents").map(|node| documents::in_list(reading, node)).unwrap_or_default();
    Some(Row { heading, criterion, claim, documents, note: remark })
}

/// Whether an answer is written as an entry: by one of its keys, or by what can only be meant as one. Replies
/// and faults are counted, so that a misspelt key before anything but a number is no level and no kind of fault,
/// unless others beside it are counted.
fn is_entry(node: &Node) -> bool {
    let Value::Table(entries) = &node.value else { return false };
    let misspelt = |key: &Key| ENTRY_KEYS.into_iter().any(|known| misspells(key, known));
    entries.iter().any(|(key, _)| ENTRY_KEYS.contains(&key.text.as_str()))
        || (entries.iter().any(|(key, node)| misspelt(key) && is_text(node))
            && entries.iter().all(|(key, node)| misspelt(key) || is_text(node)))
}

/// Whether something stands here that is no number.
fn is_text(node: &Node) -> bool {
    match &node.value {
        Value::Empty => false,
        Value::Scalar(text) => Points::read(text.trim()).is_err(),
        Value::List(_) | Value::Table(_) => true,
    }
}

/// Whether a key is `known` with one letter wrong, or two in a long word: nearer than [`nearest`](crate::id::nearest)
/// asks for, since `late` is a kind of fault and not a `note`.
fn misspells(key: &Key, known: &str) -> bool {
    let room = if known.len() > 10 { 2 } else { 1 };
    strsim::damerau_levenshtein(&key.text.to_lowercase(), known) <= room
}

fn has_key(node: &Node, key: &str) -> bool {
    match &node.value {
        Value::Table(entries) => entries.iter().any(|(entry, _)| entry.text == key),
        Value::Empty | Value::Scalar(_) | Value::List(_) => false,
    }
}

/// The answer as it is written; nothing where it is empty or cannot be read. The bare word for not applicable is
/// refused with its reason missing, as in rows.
fn raw(reading: &mut Reading<'_>, node: &Node) -> Option<Raw> {
    let before = reading.problems.faults();
    let raw = match &node.value {
        Value::Empty => None,
        Value::Scalar(_) => cell(reading, node).map(|answer| Raw::Text { answer, of: None }),
        Value::List(items) => {
            let items = items.iter().filter_map(|item| cell(reading, item)).collect();
            Some(Raw::List { items, place: node.place })
        }
        Value::Table(entries)
            if !entries.is_empty() && entries.iter().all(|(_, node)| matches!(node.value, Value::Empty)) =>
        {
            // A form in which nothing is filled in yet.
            None
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
    };
    raw.filter(|_| reading.problems.faults() == before)
}

fn finding(reading: &mut Reading<'_>, heading: &Arc<Heading>, node: &Node) -> Option<FoundRow> {
    let fields = reading.table(node, &FINDING_KEYS)?;
    let criterion = fields.get("criterion").and_then(|node| cell(reading, node));
    let kind = reading.required(fields, "kind").and_then(|node| reading.word(node, &FindingKind::WORDS));
    let text = reading.required(fields, "text").and_then(|node| reading.filled_text(node).map(str::to_owned));
    let due = fields.get("due").and_then(|node| reading.date(node));
    let mut optional = |key| {
        let node = fields.get(key)?;
        reading.text(node).map(str::to_owned)
    };
    let (request, owner) = (optional("request"), optional("owner"));
    let team = heading.team.as_ref().map(|team| team.text.clone());
    let finding =
        Finding { criterion: None, kind: kind?, text: text?, request, due, owner, role: Role::Own, team };
    Some(FoundRow { heading: Arc::clone(heading), criterion, place: node.place, finding })
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use crate::criteria::{self, Criteria};
    use crate::evidence::{Claims, File, Named, check};
    use crate::problem::Checked;
    use crate::source::Source;

    /// A set that tells kinds apart and counts a date from the period, so that both must be known.
    fn set() -> Criteria {
        let text = "id: bo\nversion: \"1\"\ntitle: A\npoints: 8\naudience: [so, xa]\ncriteria:\n\
            - { id: \"1\", title: A, points: 2, rule: yes-no, documents: [B], applies-to: [so], not-applicable: leave-out }\n\
            - { id: \"2\", title: A, points: 2, rule: { deadline: { due: { day: 12-31 } } }, documents: [B] }\n\
            - { id: \"3\", title: A, points: 2, rule: { survey: [{ id: not, title: A, points: 0 }, { id: well, title: B, points: 2 }] }, documents: [B], scored-by: survey }\n\
            - { id: \"4\", title: A, points: 2, rule: { deduct: { each: { late: 1, pints: 1 } } }, documents: [B] }\n\
            - { id: \"5\", title: A, points: 2, rule: yes-no, documents: [B], applies-to: [xa] }\n";
        match criteria::read(&Source::new("bo.yaml", text.to_owned())) {
            Checked::Sound(criteria, _) => criteria,
            Checked::Broken(faults, _) => panic!("{faults:?}"),
        }
    }

    /// What is told of evidence, each as `line:column code`.
    fn told(text: &str) -> String {
        let bytes = Box::new(Cursor::new(text.to_owned().into_bytes()));
        let claims =
            Claims::open(vec![File { name: "f.yaml".to_owned(), bytes }], false).expect("it is text");
        let mut told = Vec::new();
        for submission in claims {
            let submission = submission.expect("it is text");
            let faults = match check(submission, &set(), &Named::InEvidence("bo.yaml".to_owned())) {
                Checked::Sound(..) => Vec::new(),
                Checked::Broken(faults, _) => faults,
            };
            told.extend(faults.iter().map(|found| {
                format!("{} {}", found.at.to_string().trim_start_matches("f.yaml:"), found.what.code())
            }));
        }
        told.join(", ")
    }

    #[test]
    fn one_mistake_in_an_answer_is_one_fault() {
        let head = "agency: { id: a, kind: so }\nperiod: 2016\nby: { role: appraisal }\nanswers:\n";
        for (answer, wanted) in [
            ("\"1\":", ""),
            ("\"1\": { anser: yes }", "5:10 key-unknown"),
            ("\"1\": { anser: yes, becuse: A }", "5:10 key-unknown, 5:22 key-unknown"),
            ("\"1\": { pionts: 1.5, becuse: A }", "5:10 key-unknown, 5:23 key-unknown"),
            ("\"1\": { not-aplicable: A }", "5:10 key-unknown"),
            ("\"1\": { not-applicable: [A] }", "5:27 shape-wrong"),
            ("\"1\": { not-applicable: }", "5:10 reason-missing"),
            ("\"1\": { answer: yes, noet: A }", "5:23 key-unknown"),
            ("\"1\": yes\n  \"1\": no", "6:3 yaml-duplicate-key"),
            ("\"3\": { not: 1, well: 2 }", ""),
            ("\"3\": { not: một, well: 2 }", "5:15 answer-wrong"),
            ("\"3\": { not: , well: }", ""),
            ("\"3\": { not: , well: 2 }", "5:10 shape-wrong"),
            ("\"3\": { not: [1], well: 2 }", "5:16 shape-wrong"),
            ("\"4\": { late: 1, pints: 0 }", ""),
            ("\"4\": { late: một, pints: 0 }", "5:16 answer-wrong"),
        ] {
            assert_eq!(told(&format!("{head}  {answer}\n")), wanted, "{answer}");
        }
    }

    #[test]
    fn who_looks_at_others_may_find_without_scoring() {
        let head = "agency: { id: a, kind: so }\nperiod: 2016\n";
        let found = "findings: [{ kind: shortcoming, text: A }]\n";
        for (more, wanted) in [
            (format!("by: {{ role: inspection }}\n{found}"), ""),
            (format!("by: {{ role: appraisal }}\n{found}"), ""),
            (format!("by: {{ role: self }}\nanswers: {{ \"1\": yes }}\n{found}"), ""),
            (format!("answers: {{ \"1\": yes }}\n{found}"), ""),
            (found.to_owned(), "1:1 key-missing"),
            ("by: { role: inspection }\n".to_owned(), "1:1 key-missing"),
        ] {
            assert_eq!(told(&format!("{head}{more}")), wanted, "{more}");
        }
        let empty = format!("{head}by: {{ role: inspection }}\n{}", found.replace("text: A", "text: \"\""));
        assert!(told(&empty).starts_with("4:39 "), "{}", told(&empty));
    }

    #[test]
    fn a_head_that_cannot_be_read_is_told_once() {
        let answers = "answers: { \"1\": yes, \"2\": 2016-12-30, \"3\": { not: 1, well: 2 } }\n";
        for (head, wanted) in [
            ("agency: { id: a, kind: so }\nperiod: 2016\nby: { role: inspection }\n", ""),
            ("agency: { id: \"\", kind: so }\nperiod: 2016\nby: { role: inspection }\n", "1:15 key-missing"),
            ("agency: { id: , kind: so }\nperiod: 2016\nby: { role: inspection }\n", "1:11 key-missing"),
            ("agency: { kind: so }\nperiod: 2016\nby: { role: inspection }\n", "1:11 key-missing"),
            ("agency: { id: [a], kind: so }\nperiod: 2016\nby: { role: inspection }\n", "1:16 shape-wrong"),
            ("agency: a\nperiod: 2016\nby: { role: inspection }\n", "1:9 shape-wrong"),
            ("agenci: { id: a, kind: so }\nperiod: 2016\nby: { role: inspection }\n", "1:1 key-unknown"),
            ("agency: { id: a, knid: so }\nperiod: 2016\nby: { role: inspection }\n", "1:18 key-unknown"),
            ("agency: { id: a, kind: [so] }\nperiod: 2016\nby: { role: inspection }\n", "1:25 shape-wrong"),
            ("agency: { id: a, kind: so }\nperoid: 2016\nby: { role: inspection }\n", "2:1 key-unknown"),
            (
                "agency: { id: a, kind: so }\nperiod: { 2016: }\nby: { role: inspection }\n",
                "2:11 shape-wrong",
            ),
            ("agency: { id: a, kind: so }\nperiod: 2016\nby: { role: { a: b } }\n", "3:15 shape-wrong"),
            ("agency: { id: a, kind: so }\nperiod: 2016\nby: { rol: survey }\n", "3:7 key-unknown"),
            ("agency: { id: a, kind: so }\nperiod: 2016\nby: survey\n", "3:5 shape-wrong"),
            ("agency: { id: a, kind: so }\nperiod: 2016\nbi: { role: survey }\n", "3:1 key-unknown"),
            (
                "agency: { id: a, kind: so }\nperiod: 2016\nby: { role: inspection, on: 2016-13-01 }\n",
                "3:29 date-not-real",
            ),
        ] {
            assert_eq!(told(&format!("{head}{answers}")), wanted, "{head}");
        }
        let both =
            "agency: { id: a, kind: so }\nperiod: 2016\nby: { role: [survey] }\nanswers: { \"1\": maybe }\n";
        assert_eq!(told(both), "3:14 shape-wrong, 4:17 answer-wrong");
    }
}
