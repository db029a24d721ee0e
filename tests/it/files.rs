//! The files that people and spreadsheet programs really save: each does the right thing or says what is wrong.
#![expect(clippy::disallowed_methods, reason = "tests write files themselves")]

use std::fs;
use std::path::Path;

use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

use crate::run::{cchc, folder};

const SET: &str = r#"
id: bo-thu
version: "1"
title: Bộ thử
points: 10
rounding: { places: 2, at: criterion }
criteria:
  - { id: "1", title: Kế hoạch, points: 2, documents: [Kế hoạch],
      rule: { deadline: { due: 2026-01-10, late: 1 } } }
  - { id: "2", title: Hồ sơ đúng hạn, points: 4, documents: [Bảng số liệu], rule: share }
  - { id: "3", title: Mức độ, points: 2, documents: [Biên bản], rule: { choice: [
      { id: đầy-đủ, title: Đầy đủ, points: 2 }, { id: chưa, title: Chưa, points: 0 }] } }
  - { id: "4", title: Đánh giá, points: 2, documents: [Biên bản], rule: judged }
"#;

const ROWS: &str = "agency,name,period,criteria,criterion,answer,of,documents,note\n\
    so-a,Sở Tiếp dân,2026,bo.yaml,1,05/01/2026,,01/KH | 2026-01-05 | Sở A,\n\
    so-a,Sở Tiếp dân,2026,bo.yaml,2,47,50,,\n\
    so-a,Sở Tiếp dân,2026,bo.yaml,3,đầy-đủ,,,\n\
    so-a,Sở Tiếp dân,2026,bo.yaml,4,1.5,,,Còn chậm\n";

fn scored(within: &Path) -> Value {
    cchc(["score", "phieu.csv"]).within(within).json()["agencies"].clone()
}

fn with_rows(bytes: &[u8]) -> Value {
    let folder = folder(&[("bo.yaml", SET)]);
    fs::write(folder.path().join("phieu.csv"), bytes).expect("a file can be written");
    scored(folder.path())
}

fn expected() -> Value {
    let agencies = with_rows(ROWS.as_bytes());
    assert_eq!(agencies[0]["total"]["awarded"], "9.26");
    assert_eq!(agencies[0]["criteria"][0]["answer"], "2026-01-05");
    agencies
}

#[test]
fn marks_line_ends_and_letters_change_nothing() {
    let expected = expected();
    let marked = format!("\u{feff}{ROWS}");
    let windows = ROWS.replace('\n', "\r\n");
    let decomposed: String = ROWS.nfd().collect();
    assert_ne!(decomposed, ROWS);
    let unended = ROWS.trim_end();
    let blank_lines = ROWS.replace('\n', "\n\n");
    let empty_rows = format!("{ROWS},,,,,,,,\n,,,,,,,,\n");
    for (what, text) in [
        ("a byte-order mark", marked.as_str()),
        ("CRLF", &windows),
        ("NFD", &decomposed),
        ("no line end", unended),
        ("blank lines", &blank_lines),
        ("empty rows", &empty_rows),
    ] {
        assert_eq!(with_rows(text.as_bytes()), expected, "{what}");
    }
}

#[test]
fn a_set_and_its_evidence_may_be_decomposed_differently() {
    let folder = folder(&[("bo.yaml", &SET.nfd().collect::<String>()), ("phieu.csv", ROWS)]);
    assert_eq!(scored(folder.path()), expected());
}

/// Vietnamese Excel separates by `;` and writes a decimal comma.
#[test]
fn what_vietnamese_excel_saves_is_understood() {
    let saved = ROWS.replace(',', ";").replace("1.5", "1,5");
    assert_eq!(with_rows(format!("\u{feff}{}", saved.replace('\n', "\r\n")).as_bytes()), expected());
}

#[test]
fn a_decimal_comma_is_no_number_where_commas_separate() {
    let folder = folder(&[("bo.yaml", SET), ("phieu.csv", &ROWS.replace("1.5", "\"1,5\""))]);
    let done = cchc(["score", "phieu.csv", "--lang", "en"]).within(folder.path()).done();
    assert_eq!((done.status, done.out.as_str()), (1, ""));
    assert_eq!(done.problems(), ["phieu.csv:5:34 number-comma"]);
    assert!(done.err.contains("1.5"), "{}", done.err);
}

#[test]
fn the_order_of_columns_is_free() {
    let rows = "answer,criterion,of,agency,criteria,period,name,documents,note\n\
        05/01/2026,1,,so-a,bo.yaml,2026,Sở Tiếp dân,01/KH | 2026-01-05 | Sở A,\n\
        47,2,50,so-a,bo.yaml,2026,Sở Tiếp dân,,\n\
        đầy-đủ,3,,so-a,bo.yaml,2026,Sở Tiếp dân,,\n\
        1.5,4,,so-a,bo.yaml,2026,Sở Tiếp dân,,Còn chậm\n";
    assert_eq!(with_rows(rows.as_bytes()), expected());
}

#[test]
fn a_cell_may_hold_quotes_separators_and_lines() {
    let rows = "agency,criteria,criterion,answer,note\n\
        so-a,bo.yaml,2,47/50,\"Sở \"\"A\"\", hai\ndòng; ba\"\n\
        so-a,bo.yaml,4,3,\n";
    let folder = folder(&[("bo.yaml", SET), ("phieu.csv", rows)]);
    let done = cchc(["check", "phieu.csv"]).within(folder.path()).done();
    assert_eq!(done.problems(), ["phieu.csv:4:16 number-too-large"]);
    let agencies = with_rows(rows.replace("so-a,bo.yaml,4,3,\n", "").as_bytes());
    assert_eq!(agencies[0]["criteria"][1]["note"], "Sở \"A\", hai\ndòng; ba");
}

#[test]
fn scattered_rows_score_as_gathered_ones() {
    let row =
        |agency: &str, criterion: &str, answer: &str| format!("{agency},bo.yaml,{criterion},{answer}\n");
    let head = "agency,criteria,criterion,answer\n";
    let gathered = [row("b", "2", "1/2"), row("b", "4", "1"), row("a", "2", "1/4"), row("a", "4", "2")];
    let scattered = [&gathered[0], &gathered[2], &gathered[1], &gathered[3]].map(String::as_str).concat();
    let expected = with_rows(format!("{head}{}", gathered.concat()).as_bytes());
    assert_eq!(with_rows(format!("{head}{scattered}").as_bytes()), expected);
    assert_eq!(expected[0]["agency"]["id"], "b");
}

/// `printed` is what is told of a file of these bytes under a name.
fn told(name: &str, bytes: &[u8]) -> (i32, Vec<String>) {
    let folder = folder(&[("bo.yaml", SET)]);
    fs::write(folder.path().join(name), bytes).expect("a file can be written");
    let done = cchc(["score", name]).within(folder.path()).done();
    assert_eq!(done.out, "");
    (done.status, done.problems())
}

#[test]
fn what_is_no_evidence_is_told() {
    let one = |problem: &str| (1, vec![problem.to_owned()]);
    assert_eq!(told("phieu.yaml", b""), one("phieu.yaml file-empty"));
    assert_eq!(told("phieu.csv", b""), one("phieu.csv file-empty"));
    assert_eq!(told("phieu.csv", b"agency,criterion,answer\n"), one("phieu.csv file-empty"));
    assert_eq!(told("phieu.yaml", b"# a comment\n"), one("phieu.yaml file-empty"));
    assert_eq!(told("phieu.yaml", b"agency: S\xf4\n"), one("phieu.yaml:1:10 file-not-utf8"));
    assert_eq!(
        told("phieu.csv", b"agency,criterion,answer\nso-a,1,S\xf4\n"),
        one("phieu.csv:2:9 file-not-utf8")
    );
    assert_eq!(
        told("phieu.csv", b"agency,criterion,answer\nso-a,1,\x00\n"),
        one("phieu.csv:2:8 file-not-text")
    );
    assert_eq!(told("phieu.csv", b"\xff\xfea\x00g\x00"), one("phieu.csv file-utf16"));
    assert_eq!(told("phieu.yaml", b"PK\x03\x04\x00\x00"), one("phieu.yaml:1:5 file-not-text"));
}

#[test]
fn a_missing_file_fails_the_world_and_so_does_a_folder_where_one_file_is_meant() {
    let declared = ["reconcile", "samples/766-dak-lak-2026-10-10.csv", "--declared", "samples"];
    for (words, said) in [
        (&["score", "khong-co.yaml"][..], "`khong-co.yaml`: there is no such file"),
        (&["check", "khong-co.yaml"], "`khong-co.yaml`: there is no such file"),
        (&["reconcile", "samples", "--declared", "a.csv"], "`a.csv`: there is no such file"),
        (&declared, "`samples`: it is a folder"),
    ] {
        let done = cchc(words).word("--lang").word("en").done();
        assert_eq!((done.status, done.out.as_str()), (2, ""), "{words:?}");
        assert!(done.err.contains(said), "{}", done.err);
    }
}

#[test]
fn output_files_appear_whole_or_not_at_all() {
    let folder = folder(&[
        ("bo.yaml", SET),
        ("phieu.csv", ROWS),
        ("sai.csv", &ROWS.replace("47", "51")),
        ("ra.csv", "cũ"),
    ]);
    let run = |evidence: &str| {
        cchc(["score", evidence, "--format", "csv", "-o", "ra.csv"]).within(folder.path()).done()
    };
    let written = || fs::read_to_string(folder.path().join("ra.csv")).expect("it is there");
    assert_eq!(run("sai.csv").status, 1);
    assert_eq!(written(), "cũ");
    assert_eq!(run("phieu.csv").status, 0);
    assert!(written().starts_with("agency,name,kind"));
    let left: Vec<_> = fs::read_dir(folder.path()).expect("a folder").collect();
    assert_eq!(left.len(), 4, "nothing else is left behind: {left:?}");
}

#[test]
fn one_faulty_file_withholds_the_agencies_that_it_names_and_no_other() {
    let head = "agency,criteria,criterion,answer\n";
    let good = format!("{head}so-a,bo.yaml,2,1/2\nso-b,bo.yaml,2,1/4\n");
    let bad = format!("{head}so-b,bo.yaml,3,chưa\nso-c,bo.yaml,2,9/4\n");
    let folder = folder(&[("bo.yaml", SET), ("tot.csv", &good), ("sai.csv", &bad)]);
    let run = || cchc(["score", "tot.csv", "sai.csv", "--lang", "en"]).within(folder.path());
    let done = run().done();
    assert_eq!(done.status, 1);
    assert_eq!(done.problems(), ["sai.csv:3:16 share-above-whole"]);
    assert!(done.err.contains("so-b, so-c"), "{}", done.err);
    let json = run().json();
    let scored: Vec<&str> = json["agencies"]
        .as_array()
        .expect("agencies")
        .iter()
        .filter_map(|a| a["agency"]["id"].as_str())
        .collect();
    assert_eq!(scored, ["so-a"]);
    assert_eq!(json["problems"][0]["code"], "share-above-whole");
}

#[test]
fn the_language_is_chosen_in_order() {
    let run = || cchc(["criteria"]);
    assert!(run().done().out.contains("Bộ tiêu chí"));
    assert!(run().with("LC_ALL", "en_US.UTF-8").done().out.contains("Criteria"));
    assert!(run().with("LC_ALL", "en_US.UTF-8").with("CCHC_LANG", "vi").done().out.contains("Bộ tiêu chí"));
    assert!(run().with("CCHC_LANG", "vi").word("--lang=en").done().out.contains("Criteria"));
}

#[test]
fn colours_are_for_terminals_alone() {
    let folder = folder(&[("bo.yaml", SET), ("sai.csv", &ROWS.replace("47", "51"))]);
    let run = || cchc(["score", "sai.csv"]).within(folder.path());
    assert!(!run().done().said().contains('\u{1b}'));
    assert!(run().with("NO_COLOR", "").with("CLICOLOR_FORCE", "1").done().err.contains('\u{1b}'));
}
