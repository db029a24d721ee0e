//! What the documents say: every code, key and way of scoring is in both guides, and every example does what is
//! written beside it.

use std::collections::BTreeSet;

use cchc::problem::{Fault, Warning};
use cchc::rules::Kind;
use serde_json::Value;

use crate::run::{cchc, folder, text};

const GUIDES: [&str; 2] = ["docs/guide.md", "docs/huong-dan.md"];
const WITH_FILES: [&str; 4] = ["README.md", "README.vi.md", "docs/guide.md", "docs/huong-dan.md"];

/// Holds that each of `words` stands in both guides between backticks.
fn in_both_guides<'w>(what: &str, words: impl IntoIterator<Item = &'w str>) {
    let guides = GUIDES.map(|path| (path, text(path)));
    let mut absent = Vec::new();
    for word in words {
        let absent_from = guides.iter().filter(|(_, guide)| !guide.contains(&format!("`{word}`")));
        absent.extend(absent_from.map(|(path, _)| format!("{path}: {what} `{word}`")));
    }
    assert!(absent.is_empty(), "{absent:#?}");
}

/// The words of a list `const NAME: [&str; ..] = [..];` as it stands in the source.
fn words_of<'s>(source: &'s str, list: &str) -> Vec<&'s str> {
    let opening = format!("const {list}: [&str;");
    let (_, rest) = source.split_once(&opening).unwrap_or_else(|| panic!("there is no list {list} any more"));
    let (_, rest) = rest.split_once("= [").expect("a list is written in place");
    let (words, _) = rest.split_once(']').expect("a list ends");
    words.split(',').map(str::trim).filter_map(|word| word.strip_prefix('"')?.strip_suffix('"')).collect()
}

#[test]
fn every_code_is_in_both_guides() {
    in_both_guides("code", Fault::CODES.iter().chain(Warning::CODES).copied());
}

#[test]
fn the_table_of_codes_has_no_other() {
    let codes: BTreeSet<&str> = Fault::CODES.iter().chain(Warning::CODES).copied().collect();
    for path in GUIDES {
        let guide = text(path);
        let table =
            guide.split("\n## ").find(|part| part.starts_with("9. ")).expect("the ninth part is on faults");
        let rows = table.lines().filter_map(|line| line.strip_prefix("| `")?.split_once('`'));
        let told: Vec<&str> = rows.map(|(code, _)| code).collect();
        assert_eq!(told.len(), codes.len(), "{path}: each code once");
        assert_eq!(told.into_iter().collect::<BTreeSet<_>>(), codes, "{path}");
    }
}

#[test]
fn every_key_is_in_both_guides() {
    for (file, lists) in [
        ("src/criteria/keys.rs", &["SET_KEYS", "NODE_KEYS"][..]),
        ("src/evidence/yaml_file.rs", &["KEYS", "AGENCY_KEYS", "BY_KEYS", "FINDING_KEYS", "ENTRY_KEYS"]),
        ("src/answer.rs", &["DOCUMENT_KEYS"]),
        ("src/criteria/thresholds.rs", &["THRESHOLD_KEYS"]),
    ] {
        let source = text(file);
        for list in lists {
            let words = words_of(&source, list);
            assert!(!words.is_empty(), "{file}: {list}");
            in_both_guides("key", words);
        }
    }
}

#[test]
fn every_way_of_scoring_is_in_both_guides() {
    in_both_guides("way of scoring", Kind::ALL.map(Kind::word));
}

#[test]
fn every_column_and_field_of_results_is_in_both_guides() {
    let sample = ["score", "samples/so-mau-day-du.yaml"];
    let csv = cchc(sample).word("--format").word("csv").done().out;
    in_both_guides("column", csv.lines().next().expect("a header").split(','));
    let json = cchc(sample).json();
    let mut fields = BTreeSet::new();
    gather_fields(&json, &mut fields);
    in_both_guides("field", fields.iter().map(String::as_str));
}

/// The names of fields, without those that the criteria set gives.
fn gather_fields(json: &Value, fields: &mut BTreeSet<String>) {
    match json {
        Value::Object(entries) => {
            for (name, under) in entries {
                fields.insert(name.clone());
                if !["items", "faults", "by-role"].contains(&name.as_str()) {
                    gather_fields(under, fields);
                }
            }
        }
        Value::Array(entries) => entries.iter().for_each(|under| gather_fields(under, fields)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The fenced texts of a document in one language.
fn fences<'d>(document: &'d str, lang: &str) -> Vec<&'d str> {
    let opening = format!("\n```{lang}\n");
    document.split(&opening).skip(1).filter_map(|rest| rest.split("\n```\n").next()).collect()
}

/// Examples are files that work together: every piece of evidence among them scores.
#[test]
fn every_file_that_is_shown_works() {
    for path in WITH_FILES {
        let document = text(path);
        let named = fences(&document, "yaml").into_iter();
        let mut files: Vec<(String, &str)> = named
            .filter_map(|fence| Some((fence.strip_prefix("# file: ")?.split('\n').next()?.to_owned(), fence)))
            .collect();
        let rows = fences(&document, "csv").into_iter().enumerate();
        files.extend(rows.map(|(at, fence)| (format!("rows-{at}.csv"), fence)));
        assert!(files.len() >= 3, "{path}: a set, evidence and rows");
        let written: Vec<(&str, &str)> = files.iter().map(|(name, fence)| (name.as_str(), *fence)).collect();
        let folder = folder(&written);
        for (name, fence) in &files {
            let checked = cchc(["check", name]).within(folder.path()).done();
            assert_eq!(checked.status, 0, "{path}: {name}: {}", checked.out);
            if fence.contains("agency") {
                let scored = cchc(["score", name]).within(folder.path()).done();
                assert_eq!(scored.status, 0, "{path}: {name}: {}", scored.err);
            }
        }
    }
}

/// An example of a way of scoring begins with its points and ends with answers: `# 47/50 -> 4.7`.
#[test]
fn every_answer_earns_what_is_written_beside_it() {
    let mut tried = BTreeSet::new();
    for path in GUIDES {
        let document = text(path);
        for fence in fences(&document, "yaml").into_iter().filter(|fence| fence.starts_with("points: ")) {
            let points = fence.lines().next().expect("a line");
            let node = fence.replace('\n', "\n    ");
            let set = format!(
                "id: thu\nversion: \"1\"\ntitle: Thử\n{points}\nrounding: {{ places: 2, at: criterion }}\n\
                 criteria:\n  - id: \"1\"\n    title: Thử\n    documents: [Biên bản]\n    {node}\n"
            );
            let answers = fence.lines().filter_map(|line| line.strip_prefix("# ")?.split_once(" -> "));
            let answers: Vec<(&str, &str)> = answers.collect();
            assert!(!answers.is_empty(), "{path}: {fence}");
            for (answer, earned) in answers {
                let evidence = format!(
                    "agency: {{ id: a }}\ncriteria: thu.yaml\nperiod: 2026\nanswers:\n  \"1\": {answer}\n"
                );
                let folder = folder(&[("thu.yaml", &set), ("phieu.yaml", &evidence)]);
                let done = cchc(["score", "phieu.yaml"]).within(folder.path()).done();
                assert_eq!(done.status, 0, "{path}: {answer}\n{}\n{set}", done.err);
                let json = cchc(["score", "phieu.yaml"]).within(folder.path()).json();
                let criterion = &json["agencies"][0]["criteria"][0];
                let awarded = criterion["awarded"].as_str().unwrap_or("–");
                assert_eq!(awarded, earned, "{path}: {answer}\n{fence}");
                tried.insert(criterion["why"]["rule"].as_str().unwrap_or_default().to_owned());
            }
        }
    }
    assert_eq!(tried, Kind::ALL.map(|kind| kind.word().to_owned()).into(), "every way has its example");
}

/// What a README shows of a run is what the program prints.
#[test]
fn the_output_that_is_shown_is_real() {
    for (path, lang) in [("README.md", "en"), ("README.vi.md", "vi")] {
        let done = cchc(["score", "samples/so-tttt-nghe-an-2016.yaml", "--lang", lang]).done();
        let document = text(path);
        let shown = fences(&document, "text").into_iter().next().expect("a run is shown");
        let mut rest = done.out.as_str();
        for piece in shown.split("[…]").map(str::trim_end).filter(|piece| !piece.is_empty()) {
            let piece = piece.trim_start_matches('\n');
            let at = rest
                .find(piece)
                .unwrap_or_else(|| panic!("{path}: this is not printed, or not here:\n{piece}"));
            rest = &rest[at + piece.len()..];
        }
    }
}

#[test]
fn prose_is_not_too_wide() {
    for path in WITH_FILES.into_iter().chain(["CONTRIBUTING.md", "CHANGELOG.md"]) {
        let document = text(path);
        let mut fenced = false;
        for line in document.lines() {
            fenced ^= line.starts_with("```");
            let prose = !fenced && !line.starts_with('|');
            assert!(!prose || line.chars().count() <= 110, "{path}: {line}");
        }
    }
}
