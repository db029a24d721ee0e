//! The JSON Schema that editors read: as it is printed so it stands beside the sets, and it takes and refuses what
//! the reader takes and refuses, as far as a form can tell.
#![expect(clippy::disallowed_methods, reason = "tests read files themselves")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use cchc::criteria::{BUILTIN, read};
use cchc::problem::{Checked, Fault, Warning};
use cchc::rules::Kind;
use cchc::source::Source;
use jsonschema::Validator;
use serde_json::Value;

use crate::run::{cchc, golden, project, text};

const FILE: &str = "criteria/criteria.schema.json";

/// The line that tells an editor where the schema is.
const MODELINE: &str = "# yaml-language-server: $schema=criteria.schema.json\n";

/// Faults of a set that no schema can see: they lie between values, between a name and what it names, or inside a
/// formula.
const BETWEEN_VALUES: [&str; 29] = [
    "band-empty",
    "band-gap",
    "band-overlap",
    "count-wrong",
    "edges-mixed",
    "formula-arguments",
    "formula-divides-by-zero",
    "formula-name",
    "formula-syntax",
    "formula-too-deep",
    "formula-too-long",
    "formula-type",
    "full-exceeded",
    "full-out-of-reach",
    "grade-edge-missing",
    "grade-order",
    "grade-rest-missing",
    "id-twice",
    "key-idle",
    "kind-unknown",
    "parts-do-not-add",
    "reference-circle",
    "scale-unknown",
    "share-of-amount",
    "span-backwards",
    "step-misses",
    "text-missing",
    "date-not-real",
    "number-too-long",
];

/// Faults of the file itself, of which YAML alone can tell.
const OF_YAML: [&str; 8] = [
    "yaml-duplicate-key",
    "yaml-key-not-text",
    "yaml-one-document",
    "yaml-syntax",
    "yaml-tag",
    "yaml-too-deep",
    "yaml-too-many-aliases",
    "file-not-text",
];

fn validator() -> Validator {
    let schema: Value = serde_json::from_str(&text(FILE)).expect("the schema is JSON");
    assert!(jsonschema::meta::is_valid(&schema), "the schema is no schema");
    jsonschema::validator_for(&schema).expect("the schema can be used")
}

/// A file as an editor takes it.
fn value(yaml: &str) -> Value {
    serde_yaml::from_str(yaml).expect("the file is YAML")
}

/// What the schema has against a file, a line each.
fn refused(validator: &Validator, value: &Value) -> Vec<String> {
    validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// The files of the museum with their folders' names.
fn exhibits(begins: &str) -> Vec<(String, PathBuf)> {
    let within = |folder: &Path| -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).expect("the museum can be listed");
        entries.map(|entry| entry.expect("its entries can be listed").path()).collect()
    };
    let mut found = Vec::new();
    for folder in within(&project().join("tests/faults")).into_iter().filter(|path| path.is_dir()) {
        let code = folder.file_name().expect("folders have names").to_string_lossy().into_owned();
        for file in within(&folder) {
            let name = file.file_name().expect("files have names").to_string_lossy().into_owned();
            if name.starts_with(begins) && file.extension().is_some_and(|ending| ending == "yaml") {
                found.push((code.clone(), file));
            }
        }
    }
    found.sort();
    found
}

#[test]
fn the_schema_stands_beside_the_sets_as_it_is_printed() {
    let done = cchc(["schema"]).done();
    assert_eq!((done.status, done.err.as_str()), (0, ""));
    let mut wrong = String::new();
    golden(&project().join(FILE), &done.out, &mut wrong);
    assert!(wrong.is_empty(), "CCHC_BLESS=1 writes it anew\n{wrong}");
    for lang in ["vi", "en"] {
        assert_eq!(cchc(["schema", "--lang", lang]).done().out, done.out, "both languages stand in it");
    }
}

#[test]
fn every_set_names_the_schema_and_is_taken_by_it() {
    let validator = validator();
    for set in BUILTIN {
        assert!(set.yaml.starts_with(MODELINE), "{}: its first line is not {MODELINE}", set.id);
        assert_eq!(refused(&validator, &value(set.yaml)), Vec::<String>::new(), "{}", set.id);
    }
}

#[test]
fn every_set_in_the_documents_is_taken() {
    let validator = validator();
    for path in ["README.md", "README.vi.md", "docs/guide.md", "docs/huong-dan.md"] {
        let document = text(path);
        let fences = document.split("\n```yaml\n# file: ").skip(1);
        let sets = fences.filter_map(|rest| rest.split("\n```\n").next()).map(|fence| format!("# {fence}"));
        let sets: Vec<String> = sets.filter(|fence| fence.contains("\nid: ")).collect();
        assert!(!sets.is_empty(), "{path}: it shows a set");
        for set in sets {
            assert_eq!(refused(&validator, &value(&set)), Vec::<String>::new(), "{path}: {set}");
        }
    }
}

#[test]
fn every_sound_set_of_the_museum_is_taken() {
    let validator = validator();
    let sets = exhibits("bo");
    assert!(sets.len() > 30);
    for (code, path) in sets {
        let yaml = fs::read_to_string(&path).expect("it can be read");
        assert_eq!(refused(&validator, &value(&yaml)), Vec::<String>::new(), "{code}");
    }
}

/// The published methods, which use more of the language than any set that ships.
#[test]
fn every_published_method_is_taken() {
    let validator = validator();
    let files = fs::read_dir(project().join("tests/methods")).expect("the methods can be listed");
    let mut sets = 0;
    for path in files.map(|file| file.expect("its files can be listed").path()) {
        let yaml = fs::read_to_string(&path).expect("it can be read");
        if yaml.contains("\ncriteria:\n") {
            assert_eq!(refused(&validator, &value(&yaml)), Vec::<String>::new(), "{}", path.display());
            sets += 1;
        }
    }
    assert!(sets > 0);
}

/// A fault of form is refused, a warning is not, and what a schema cannot see is named above.
#[test]
fn the_schema_and_the_reader_agree_on_the_museum() {
    let validator = validator();
    let (mut unseen, mut wrong, mut refusals) = (BTreeSet::new(), Vec::new(), 0);
    for (code, path) in exhibits("loi").into_iter().filter(|(code, _)| !OF_YAML.contains(&code.as_str())) {
        let yaml = fs::read_to_string(&path).expect("it can be read");
        if !yaml.contains("\ncriteria:\n") {
            continue;
        }
        let refused = refused(&validator, &value(&yaml));
        let is_fault = Fault::CODES.contains(&code.as_str());
        assert!(is_fault || Warning::CODES.contains(&code.as_str()), "{code}");
        match (is_fault, refused.is_empty()) {
            (true, true) => {
                unseen.insert(code);
            }
            (true, false) => refusals += 1,
            (false, true) => {}
            (false, false) => wrong.push((code, refused)),
        }
    }
    assert!(wrong.is_empty(), "refused for what is a warning: {wrong:#?}");
    assert!(refusals >= 20, "only {refusals} are refused");
    assert_eq!(unseen, BETWEEN_VALUES.map(str::to_owned).into());
}

/// Every key of a set that ships inside, misspelt one at a time.
#[test]
fn every_misspelt_key_is_refused_by_schema_and_reader() {
    let validator = validator();
    for set in BUILTIN {
        let whole = value(set.yaml);
        let mut keys = Vec::new();
        gather(&whole, &mut Vec::new(), &mut keys);
        assert!(keys.len() > 50, "{}: {}", set.id, keys.len());
        for path in keys {
            let mut misspelt = whole.clone();
            misspell(&mut misspelt, &path);
            assert!(!validator.is_valid(&misspelt), "{}: {path:?} is taken by the schema", set.id);
            let source = Source::new(set.id, misspelt.to_string());
            assert!(matches!(read(&source), Checked::Broken(..)), "{}: {path:?} is read", set.id);
        }
    }
}

/// The paths to all keys but those that the set names itself, of every list only its first two entries.
fn gather(value: &Value, at: &mut Vec<String>, keys: &mut Vec<Vec<String>>) {
    let named_by_the_set = at.last().is_some_and(|key| key == "scales" || key == "each");
    let under: Vec<(String, &Value)> = match value {
        Value::Object(entries) => entries.iter().map(|(key, under)| (key.clone(), under)).collect(),
        Value::Array(items) => {
            items.iter().take(2).enumerate().map(|(at, item)| (at.to_string(), item)).collect()
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Vec::new(),
    };
    for (key, under) in under {
        at.push(key);
        if value.is_object() && !named_by_the_set {
            keys.push(at.clone());
        }
        gather(under, at, keys);
        at.pop();
    }
}

fn misspell(value: &mut Value, path: &[String]) {
    let (key, above) = path.split_last().expect("a path ends in a key");
    let table = above.iter().fold(value, |value, step| match value {
        Value::Array(items) => &mut items[step.parse::<usize>().expect("a list has numbers")],
        Value::Object(entries) => &mut entries[step],
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => panic!("{path:?}"),
    });
    let table = table.as_object_mut().expect("a key stands in a table");
    let under = table.remove(key).expect("it was found there");
    table.insert(format!("{key}-x"), under);
}

/// A kind is written bare, or needs settings, for the schema as for the reader.
#[test]
fn the_same_kinds_are_written_bare() {
    let validator = validator();
    for kind in Kind::ALL.map(Kind::word) {
        let set = format!(
            "id: thu\nversion: \"1\"\ntitle: Thử\npoints: 1\ncriteria:\n  - {{ id: \"1\", title: Thử, points: 1, \
             rule: {kind} }}\n"
        );
        let reads = matches!(read(&Source::new("thu", set.clone())), Checked::Sound(..));
        assert_eq!(validator.is_valid(&value(&set)), reads, "{kind}");
    }
}

/// What may be written in several ways is taken in each, and what may not is refused.
#[test]
fn values_are_taken_in_every_form_of_theirs() {
    let validator = validator();
    let set = |line: &str, node: &str| {
        format!(
            "id: thu\nversion: 1.0\ntitle: Thử\npoints: 2\n{line}\ncriteria:\n  - id: 1.10\n    title: \
             Thử\n    points: \"2\"\n    {node}\n"
        )
    };
    for (line, node) in [
        ("", "rule: { yes-no: }"),
        ("", "rule: { share: }"),
        ("", "rule: { share: { from: 1/2, full-at: 90 %, reverse: true } }"),
        (
            "",
            "rule: { deadline: { due: 05/01/2026, late: [{ up-to: 15, points: 1 }, { above: 15, points: 0 }] } }",
        ),
        ("", "rule: { deduct: { each: { late: 0.25, missing: 10% }, floor: -1 } }"),
        (
            "scales: { 1: [{ id: a, title: A, points: 100% }, { id: b, title: B, points: 0 }] }",
            "rule: { choice: 1 }",
        ),
        (
            "",
            "rule: { versus-peers: { to: mean, bands: [{ from: 1/2, points: 2 }, { below: 1/2, points: 0 }] }, when-empty: zero }",
        ),
        (
            "",
            "rule: { formula: { inputs: { so: , tong: { unit: hồ sơ } }, points: \"2 * share(so, tong, 0)\" } }",
        ),
        ("combine: { formula: \"max(lowest, 1)\" }", "rule: yes-no"),
        ("floor: -1", "rule: yes-no"),
        ("rounding: { places: 2, at: level, mode: down }", "rule: yes-no"),
        ("effective: { to: 2016-12-31 }", "rule: yes-no"),
        ("limits: [{ when: { criterion: any, is: zero }, score: void, because: Thiếu }]", "rule: yes-no"),
        ("limits: [{ when: { criterion: 1.10, answer: no }, score: void, because: Thiếu }]", "rule: yes-no"),
    ] {
        let file = set(line, node);
        let read = read(&Source::new("thu", file.clone()));
        assert!(matches!(read, Checked::Sound(..)), "{file}: {read:?}");
        assert_eq!(refused(&validator, &value(&file)), Vec::<String>::new(), "{file}");
    }
    for (line, node) in [
        ("", "rule: { share: { from: 0.5 } }"),
        ("", "rule: { share: { reverse: yes } }"),
        ("", "rule: { count: {} }"),
        ("", "rule: { formula: { inputs: { note: }, points: \"note\" } }"),
        ("combine: { formule: lowest }", "rule: yes-no"),
        (
            "",
            "rule: { versus-peers: { to: mean, bands: [{ from: 1/2, points: 2 }, { below: 1/2, points: 0 }] } }",
        ),
        ("", "rule: { deadline: { due: { day: 12-31, year: 2015 } } }"),
        ("", "rule: { checklist: [{ id: none, title: Không, points: 2 }] }"),
        ("", "rule: { survey: [{ id: note, title: Không, points: 2 }] }"),
        ("", "rule: { deduct: { each: { note: 1 } } }"),
        ("", "combine: mean\n    rule: yes-no"),
        ("combine: none", "rule: yes-no"),
        ("rank: { among: kind }", "rule: yes-no"),
        ("limits: [{ when: { criterion: any }, score: void, because: Thiếu }]", "rule: yes-no"),
    ] {
        let file = set(line, node);
        assert!(matches!(read(&Source::new("thu", file.clone())), Checked::Broken(..)), "{file}");
        assert!(!validator.is_valid(&value(&file)), "{file}");
    }
}
