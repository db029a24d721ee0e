//! Declared results held against what is computed: what agrees, what differs, and what is said of it.

use cchc::lang::Lang;
use cchc::render::Format;
use serde_json::{Value, json};

use crate::run::{Done, Run, cchc, folder, golden, project, text};

const DAK_LAK: &str = "766-dak-lak-2026-10-10";
const PROVINCES: &str = "766-provinces-2026-10-10";

fn evidence(sample: &str) -> String {
    project().join(format!("samples/{sample}.csv")).display().to_string()
}

fn published(sample: &str) -> String {
    text(&format!("samples/{sample}.published.csv"))
}

/// A text with one line of it written anew.
fn falsified(text: &str, line: &str, anew: &str) -> String {
    assert_eq!(text.lines().filter(|known| *known == line).count(), 1, "{line}");
    text.replace(&format!("{line}\n"), &format!("{anew}\n"))
}

const SMALL: &str = r#"
id: bo-thu
version: "1"
title: Bộ thử
points: 10
rounding: { places: 2, at: criterion }
grades:
  - { id: good, title: { vi: Tốt, en: Good }, from: 80% }
  - { id: weak, title: { vi: Yếu, en: Weak } }
rank: { among: all, ties: skip, except: [d] }
criteria:
  - { id: "1", title: { vi: Kế hoạch, en: Plan }, points: 4, rule: share, documents: [Kế hoạch] }
  - { id: "2", title: { vi: Hồ sơ, en: Dossiers }, points: 6, rule: share, documents: [Báo cáo] }
"#;

/// A set, evidence of two agencies, and what is declared of them, in a folder of their own; more files as given.
fn small(declared: &str, more: &[(&str, &str)]) -> tempfile::TempDir {
    let rows = "agency,criteria,period,role,criterion,answer,of\n\
                a,bo.yaml,2026,self,1,2,3\na,bo.yaml,2026,appraisal,1,1,3\na,bo.yaml,2026,self,2,1,1\n\
                b,bo.yaml,2026,self,2,1,2\n";
    let files = [("bo.yaml", SMALL), ("phieu.csv", rows), ("cong-bo.csv", declared)];
    folder(&[&files[..], more].concat())
}

fn reconcile(folder: &tempfile::TempDir) -> Run {
    cchc(["reconcile", "phieu.csv", "--declared", "cong-bo.csv"]).within(folder.path())
}

fn done(declared: &str, words: &[&str]) -> Done {
    let folder = small(declared, &[]);
    words.iter().fold(reconcile(&folder), Run::word).word("--lang").word("en").done()
}

#[test]
fn published_figures_agree_in_every_cell() {
    for (sample, cells) in [(DAK_LAK, 60), (PROVINCES, 34 * 7 * 2)] {
        let declared = project().join(format!("samples/{sample}.published.csv")).display().to_string();
        let run = || cchc(["reconcile", &evidence(sample), "--declared", &declared]);
        assert_eq!(run().done().status, 0, "{sample}");
        let json = run().json();
        let figures = ["compared", "agree", "skipped"].map(|field| json[field].as_u64());
        assert_eq!(figures, [Some(cells), Some(cells), Some(0)], "{sample}");
        assert_eq!((&json["differences"], &json["not-computed"]), (&json!([]), &json!([])), "{sample}");
    }
}

/// What the program itself says of a score is a declaration of it.
#[test]
fn every_score_agrees_with_itself() {
    for sample in ["so-mau-day-du.yaml", "so-tttt-nghe-an-2016.yaml", "766-dak-lak-2026-10-10.csv"] {
        let path = project().join("samples").join(sample).display().to_string();
        let scores = cchc(["score", &path, "--format", "csv"]).done().out;
        let folder = folder(&[("cong-bo.csv", &scores)]);
        let done = cchc(["reconcile", &path, "--declared", "cong-bo.csv"]).within(folder.path()).done();
        assert_eq!(done.status, 0, "{sample}: {}", done.out);
    }
}

#[test]
fn one_falsified_cell_is_told_alone_with_its_amount_and_reason() {
    let line = "tinh-dak-lak,PUBLIC_UPDATE_ON_TIME,3.85";
    let declared = falsified(&published(DAK_LAK), line, "tinh-dak-lak,PUBLIC_UPDATE_ON_TIME,3.9");
    let folder = folder(&[("cong-bo.csv", &declared)]);
    let run = || cchc(["reconcile", &evidence(DAK_LAK), "--declared", "cong-bo.csv"]).within(folder.path());
    let mut wrong = String::new();
    for lang in Lang::ALL {
        let done = run().word("--lang").word(lang.code()).done();
        assert_eq!(done.status, 1);
        let name = format!("reconcile-{DAK_LAK}.{}.table", lang.code());
        golden(&project().join("tests/golden").join(name), &done.said(), &mut wrong);
        let reason = match lang {
            Lang::Vi => "→ 79 trên 82 ≈ 96.3415 %",
            Lang::En => "→ 79 of 82 ≈ 96.3415 %",
        };
        assert!(done.out.contains(reason) && done.out.contains("+0.05"), "{}", done.out);

        let json = run().word("--lang").word(lang.code()).json();
        assert_eq!((json["compared"].as_u64(), json["agree"].as_u64()), (Some(60), Some(59)));
        let [cell] = &json["differences"].as_array().expect("a list")[..] else { panic!("{json}") };
        let mut cell = cell.clone();
        let why = cell["why"].take();
        assert_eq!(
            (&why["rule"], &why["part"], &why["whole"]),
            (&json!("share"), &json!("79"), &json!("82"))
        );
        let expected = json!({
            "agency": "tinh-dak-lak", "period": "2026-10-10", "id": "PUBLIC_UPDATE_ON_TIME",
            "column": "awarded", "declared": "3.9", "computed": "3.85", "difference": "0.05", "why": null,
        });
        assert_eq!(cell, expected);
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn a_falsified_rank_is_told_with_the_index_behind_it() {
    let declared = falsified(&published(PROVINCES), "h41,total,61.82,21", "h41,total,61.82,20");
    let folder = folder(&[("cong-bo.csv", &declared)]);
    let run = || cchc(["reconcile", &evidence(PROVINCES), "--declared", "cong-bo.csv"]).within(folder.path());
    let json = run().json();
    let [cell] = &json["differences"].as_array().expect("a list")[..] else { panic!("{json}") };
    let told = (&cell["declared"], &cell["computed"], &cell["difference"]);
    assert_eq!(told, (&json!(20), &json!(21), &json!(-1)));
    assert_eq!(cell["why"], json!({ "index": "61.82", "provisional": false, "among": 34 }));
    let said = run().word("--lang").word("en").done().out;
    assert!(said.contains("→ index 61.82 %, rank 21 of 34"), "{said}");
}

#[test]
fn every_sort_of_difference_is_told() {
    let done = done(
        "agency,id,awarded,index,grade,rank\n\
         a,1,1.5,,,\na,2,6,,,\na,total,7.33,73.4,Tốt,1\nb,1,0,,,\nb,2,2.999,,,\nb,total,3,30,yếu,1\n",
        &["--format", "csv"],
    );
    assert_eq!(done.status, 1);
    assert_eq!(
        done.out,
        "agency,period,id,column,outcome,declared,computed,difference,why\n\
         a,2026,1,awarded,differs,1.5,1.33,0.17,\"1 of 3 ≈ 33.3333 %, 4 × 33.3333 % = 1.3333, rounded to 1.33\"\n\
         a,2026,total,index,differs,73.4,73.3,0.1,7.33 of 10 applicable points\n\
         a,2026,total,grade,differs,Tốt,weak,,\"index 73.30 %: Weak, given for the rest\"\n\
         b,2026,1,awarded,differs,0,,,missing: no answer yet\n\
         b,2026,2,awarded,differs,2.999,3,-0.001,\"1 of 2 = 50 %, 6 × 50 % = 3\"\n\
         b,2026,total,rank,differs,1,2,-1,\"index 30.00 %, rank 2 of 2\"\n"
    );
    assert!(done.err.contains("Compared: 12 cells; agree: 6; differ: 6."), "{}", done.err);
    assert!(done.err.contains("Empty, so not compared: 12."), "{}", done.err);
}

#[test]
fn what_cannot_be_compared_is_counted_and_listed() {
    let declared = "agency,id,awarded,index,period,ghi chú\n\
                    a,1,1.33,33.3,2026,x\na,9,1,,,\nc,1,1,,,\nc,2,,2,,\na,2,6,,2025,\na,total,7.33,,,\n";
    let folder = small(declared, &[]);
    let json = reconcile(&folder).json();
    assert_eq!(
        ["compared", "agree", "skipped"].map(|field| json[field].as_u64()),
        [Some(2), Some(2), Some(5)]
    );
    let told: Vec<[&str; 4]> = json["not-computed"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|cell| ["agency", "id", "column", "cause"].map(|field| cell[field].as_str().expect("a text")))
        .collect();
    assert_eq!(
        told,
        [
            ["a", "9", "awarded", "criterion-unknown"],
            ["a", "2", "awarded", "period-unknown"],
            ["a", "1", "index", "figure-not-given"],
            ["c", "1", "awarded", "agency-unknown"],
            ["c", "2", "index", "agency-unknown"],
        ]
    );
    let done = reconcile(&folder).word("--lang").word("en").done();
    assert_eq!(done.status, 0);
    assert!(done.out.contains("c: 2 cells – the evidence says nothing of this agency: 1 (Score); 2 (Index)"));
    assert!(done.err.contains("Columns that are not compared: ghi chú."), "{}", done.err);
}

/// Where criteria compare with the peers all agencies are heard first, and a limit on the grade is part of its reason.
#[test]
fn peers_and_limits_count_as_in_a_score() {
    let set = r#"
id: bo-thu
version: "1"
title: Bộ thử
points: 10
rounding: { places: 2, at: criterion }
rank: { among: all, ties: skip }
grades: [{ id: good, title: Tốt, from: 80% }, { id: fair, title: Khá, from: 50% }, { id: weak, title: Yếu }]
limits: [{ when: { criterion: "1", is: zero }, grade-at-most: fair, because: Chưa có kế hoạch. }]
criteria:
  - { id: "1", title: Kế hoạch, points: 1, rule: yes-no, documents: [Kế hoạch] }
  - id: "2"
    title: Hồ sơ
    points: 9
    documents: [Báo cáo]
    rule:
      versus-peers:
        to: mean
        when-empty: zero
        bands: [{ from: 100%, points: 9 }, { below: 100%, points: 4.5 }]
"#;
    let rows = "agency,criteria,period,criterion,answer\n\
                a,bo.yaml,2026,1,no\na,bo.yaml,2026,2,30\nb,bo.yaml,2026,1,yes\nb,bo.yaml,2026,2,10\n";
    let folder = folder(&[("bo.yaml", set), ("phieu.csv", rows)]);
    let scores = cchc(["score", "phieu.csv", "--format", "csv", "-o", "cong-bo.csv"]).within(folder.path());
    assert_eq!(scores.done().status, 0);
    assert_eq!(reconcile(&folder).done().status, 0);
    let wrong = "agency,id,awarded,grade,rank\na,total,9,Tốt,1\nb,total,5.5,fair,2\n";
    let folder = self::folder(&[("bo.yaml", set), ("phieu.csv", rows), ("cong-bo.csv", wrong)]);
    let done = reconcile(&folder).word("--lang").word("en").word("--format").word("csv").done();
    let reason =
        "\"index 90.00 %: Khá, given from 50 %. Limit: the grade is Khá at most, by 1. Chưa có kế hoạch.\"";
    let lines: Vec<&str> = done.out.lines().skip(1).collect();
    assert_eq!(lines, [format!("a,2026,total,grade,differs,Tốt,fair,,{reason}")]);
}

#[test]
fn nothing_compared_is_no_success() {
    let done = done("agency,id,awarded\nA,1,1.33\n", &[]);
    assert_eq!(done.status, 1);
    assert!(done.out.contains("Compared: 0 cells"), "{}", done.out);
}

/// Where a set rounds, its decimals decide; where it rounds nothing, those of whoever published, and that is said.
#[test]
fn only_a_set_without_rounding_agrees_at_the_decimals_declared() {
    let declared = "agency,id,awarded\na,1,1.3\na,2,6\nb,2,3.0\n";
    let rounded = done(declared, &[]);
    assert!(rounded.out.contains("Compared: 3 cells; agree: 2; differ: 1."), "{}", rounded.out);
    assert!(!rounded.out.contains("decimals declared"), "{}", rounded.out);
    let unrounded = |declared: &str| {
        let set = falsified(SMALL, "rounding: { places: 2, at: criterion }", "");
        let folder = small(declared, &[("bo.yaml", &set)]);
        reconcile(&folder).word("--lang").word("en").done()
    };
    let agrees = unrounded(declared);
    assert!(agrees.out.contains("Compared: 3 cells; agree: 3; differ: 0."), "{}", agrees.out);
    assert!(agrees.out.contains("Of these 1 agree once rounded to the decimals declared."), "{}", agrees.out);
    assert_eq!(agrees.status, 0);
    let differs = unrounded("agency,id,awarded\na,1,1.34\n");
    assert!(differs.out.contains("agree: 0; differ: 1."), "{}", differs.out);
}

#[test]
fn a_role_is_compared_by_its_own_answers() {
    let declared = "agency,id,awarded\na,1,2.67\na,total,8.67\n";
    assert_eq!(done(declared, &["--role", "self"]).status, 0);
    let others = done(declared, &["--role", "appraisal", "--format", "csv"]);
    assert_eq!(others.status, 1);
    assert!(others.out.contains("a,2026,1,awarded,differs,2.67,1.33,1.34,"), "{}", others.out);
    let silent = done("agency,id,awarded\nb,2,3\n", &["--role", "appraisal"]);
    assert!(silent.out.contains("b: 1 cell – the evidence says nothing of this agency"), "{}", silent.out);
}

#[test]
fn the_order_of_rows_and_columns_changes_nothing() {
    let lines: Vec<String> = published(PROVINCES).lines().map(str::to_owned).collect();
    let fields = |line: &String| line.split(',').map(str::to_owned).collect::<Vec<_>>();
    let turned = |line: &String| {
        let [agency, id, awarded, rank] = &fields(line)[..] else { panic!("{line}") };
        format!("{rank};{};{id};{agency}", awarded.replace('.', ","))
    };
    // Every seventh rank is made wrong, in both files alike.
    let spoilt = |(at, line): (usize, &String)| {
        if at % 7 == 1 { format!("{line}9") } else { line.clone() }
    };
    let spoilt: Vec<String> = lines.iter().enumerate().map(spoilt).collect();
    let backwards = std::iter::once(&spoilt[0]).chain(spoilt[1..].iter().rev()).map(turned);
    let backwards = backwards.collect::<Vec<_>>().join("\n");
    let folder = folder(&[("xuoi.csv", &spoilt.join("\n")), ("nguoc.csv", &backwards)]);
    for format in Format::ALL {
        let run = |declared: &str| {
            let words =
                ["reconcile", &evidence(PROVINCES), "--declared", declared, "--format", format.word()];
            cchc(words).within(folder.path()).done()
        };
        let (one, other) = (run("xuoi.csv"), run("nguoc.csv"));
        assert_eq!((one.status, &one.out), (1, &other.out), "{}", format.word());
    }
}

/// Rows of agencies that do not stand together are gathered first, as for a score.
#[test]
fn evidence_may_come_in_any_order_and_in_several_files() {
    let scattered = "agency,criteria,period,criterion,answer,of\n\
                     b,bo.yaml,2026,2,1,2\na,bo.yaml,2026,1,2,3\nb,bo.yaml,2026,1,0,1\n";
    let second = "agency,criteria,period,criterion,answer,of\na,bo.yaml,2026,2,1,1\n";
    let declared = "agency,id,awarded,rank\na,total,8.67,1\nb,total,3,2\nb,1,0,\n";
    let folder = small(declared, &[("tron.csv", scattered), ("them.csv", second)]);
    let words = ["reconcile", "tron.csv", "them.csv", "--declared", "cong-bo.csv"];
    let done = cchc(words).within(folder.path()).done();
    assert_eq!(done.status, 0, "{}", done.said());
}

#[test]
fn faults_of_every_file_are_told_at_once_and_nothing_is_compared() {
    let declared = "agency,id,awarded,rank\na,1,\"1,33\",1\na,,x,0\nb,1\na,1,2,1\n";
    let bad = "agency,criteria,period,criterion,answer,of\na,bo.yaml,2026,1,9,3\n";
    let folder = small(declared, &[("sai.csv", bad)]);
    let output = ["--declared", "cong-bo.csv", "-o", "ra.json", "--format", "json"];
    for lang in Lang::ALL {
        let run = cchc(["reconcile", "sai.csv"]).within(folder.path());
        let done = output.iter().fold(run, Run::word).word("--lang").word(lang.code()).done();
        assert_eq!((done.status, done.out.as_str()), (1, ""));
        assert_eq!(
            done.problems(),
            [
                "sai.csv:2:18 share-above-whole",
                "cong-bo.csv:2:6 number-comma",
                "cong-bo.csv:3:3 cell-empty",
                "cong-bo.csv:3:4 number-wrong",
                "cong-bo.csv:3:6 number-too-small",
                "cong-bo.csv:4:3 row-length",
                "cong-bo.csv:5:3 id-twice",
            ]
        );
        assert!(!folder.path().join("ra.json").exists());
    }
}

#[test]
fn faults_of_the_header_are_told() {
    for (declared, problem) in [
        ("agency,id\na,1\n", "cong-bo.csv:1:1 column-missing"),
        ("agency,id,awarded,grads\na,1,1,x\n", "cong-bo.csv:1:19 column-misspelt"),
        ("agency,id,awarded,id\na,1,1,1\n", "cong-bo.csv:1:19 column-twice"),
        ("", "cong-bo.csv file-empty"),
        ("agency,id,awarded\n", "cong-bo.csv file-empty"),
        ("agency,id\u{0},awarded\n", "cong-bo.csv:1:10 file-not-text"),
    ] {
        let done = done(declared, &[]);
        assert_eq!((done.status, done.problems()), (1, vec![problem.to_owned()]), "{declared}");
    }
}

#[test]
fn a_declaration_that_is_not_there_is_the_worlds_fault() {
    let done = cchc(["reconcile", &evidence(DAK_LAK), "--declared", "khong-co.csv", "--lang", "en"]).done();
    assert_eq!(done.status, 2);
    assert!(done.err.contains("Cannot read `khong-co.csv`: there is no such file."), "{}", done.err);
    let done = cchc(["reconcile", &evidence(DAK_LAK), "--lang", "en"]).done();
    assert_eq!(done.status, 2);
    assert!(done.err.contains("The command line lacks `--declared <FILE>`."), "{}", done.err);
}

#[test]
fn machine_formats_agree() {
    let folder = small("agency,id,awarded,grade\na,1,1.5,\nx,1,1,\na,total,7.33,good\n", &[]);
    let json = reconcile(&folder).json();
    let yaml = reconcile(&folder).word("--format").word("yaml").done().out;
    assert_eq!(serde_yaml::from_str::<Value>(&yaml).expect("YAML"), json);
    let fields: Vec<&str> = json.as_object().expect("an object").keys().map(String::as_str).collect();
    let contract = [
        "format",
        "program",
        "criteria",
        "compared",
        "agree",
        "at-declared-places",
        "differences",
        "not-computed",
        "skipped",
    ];
    assert_eq!(fields, contract);
}

#[test]
fn tables_fit_eighty_columns() {
    let grade = "rất-tốt-".repeat(30);
    let long = format!("don-vi-co-ma-rat-dai-{}", "x".repeat(90));
    let declared = format!(
        "agency,id,awarded,grade,rank\na,1,1.123456789012345,,\na,total,7.33,{grade},1000000000\n{long},1,1,,\n"
    );
    let folder = small(&declared, &[]);
    for lang in Lang::ALL {
        let done = reconcile(&folder).word("--lang").word(lang.code()).done();
        assert_eq!(done.status, 1);
        assert!(done.out.contains("1.123456789012"), "{}", done.said());
        for line in done.out.lines() {
            let width = unicode_width::UnicodeWidthStr::width(line);
            assert!(width <= 80, "{width} columns: {line}");
        }
    }
}

/// Where the evidence is about several periods each cell says of which it is, though all that differ share one.
#[test]
fn the_period_is_said_where_the_evidence_has_several() {
    let rows = "agency,criteria,period,criterion,answer,of\n\
                a,bo.yaml,2025,1,1,2\na,bo.yaml,2026,1,1,1\nb,bo.yaml,2026,1,1,1\n";
    let declared = "agency,id,awarded,period\na,1,2,2025\na,1,3,2026\nb,1,3,2026\n";
    let told = |rows: &str| {
        let folder = folder(&[("bo.yaml", SMALL), ("phieu.csv", rows), ("cong-bo.csv", declared)]);
        reconcile(&folder).done().out
    };
    let out = told(rows);
    assert!(out.contains("a · 2026") && out.contains("b · 2026"), "{out}");
    let out = told(&rows.replace("a,bo.yaml,2025,1,1,2\n", ""));
    assert!(!out.contains("a · 2026") && out.contains("a · 2025: 1"), "{out}");
}
