//! Thresholds: each kind that is missed is named, exactly, and a result passes the thresholds that it makes.

use std::path::Path;

use cchc::analysis::{Gated, Gauge, Reached, gate, past, reached};
use cchc::assessment::{Assessment, Peers, score};
use cchc::criteria::{Against, Builtin, Criteria, Thresholds};
use cchc::lang::Lang;
use cchc::points::Points;
use cchc::problem::Checked;
use cchc::report::thresholds_file;
use cchc::source::Source;
use serde_json::{Value, json};

use crate::evidence::{dossier, evidence, for_random_evidence};
use crate::run::{Done, cchc, folder, golden, project, text};

/// What comes of holding a text of thresholds against a score; the codes of its faults where it has some.
fn held(criteria: &Criteria, text: &str, assessment: &Assessment) -> Result<Gated, Vec<&'static str>> {
    let source = Source::new("nguong.yaml", text.to_owned());
    match Thresholds::read(&source, Against::Set(criteria)) {
        Checked::Sound(thresholds, _) => Ok(gate(criteria, &thresholds, assessment)),
        Checked::Broken(faults, _) => Err(faults.iter().map(|found| found.what.code()).collect()),
    }
}

/// The number of a line of such a file, what stands before it and what behind it.
fn number_in(line: &str) -> Option<(&str, Points, &str)> {
    let (_, rest) = line.split_once(": ")?;
    let digits = rest.find(|c: char| !c.is_ascii_digit() && c != '.' && c != '-')?;
    let (before, after) = line.split_at(line.len() - rest.len());
    let number = Points::read(&after[..digits]).ok().filter(|_| !line.trim_start().starts_with('#'))?;
    Some((before, number, &after[digits..]))
}

/// A result passes its own thresholds; with any number of them a hundredth higher it misses that one and no other,
/// unless so much cannot be asked.
#[test]
fn a_result_meets_its_own_thresholds_and_not_a_hundredth_more() {
    let hundredth = Points::read("0.01").unwrap();
    let raised_lines = std::cell::Cell::new(0_u64);
    for_random_evidence(6, |criteria, luck| {
        let (rows, _) = evidence(criteria, luck);
        let Some(dossier) = dossier(criteria, &rows) else { return };
        let assessment = score(criteria, &dossier, &Peers::default());
        for lang in Lang::ALL {
            let lines = thresholds_file(criteria, &assessment, &past(criteria, &assessment), lang);
            let own = held(criteria, &lines.join("\n"), &assessment);
            let own = own.unwrap_or_else(|codes| panic!("{codes:?}\n{}", lines.join("\n")));
            assert!(own.missed.is_empty() && own.not_applicable.is_empty(), "{own:?}");
            for (at, line) in lines.iter().enumerate().filter(|_| lang == Lang::Vi) {
                let Some((before, number, after)) = number_in(line) else { continue };
                let mut raised = lines.clone();
                let more = &number + &hundredth;
                raised[at] = format!("{before}{more}{after}");
                match held(criteria, &raised.join("\n"), &assessment) {
                    Ok(gated) => {
                        let [miss] = &gated.missed[..] else { panic!("{line}: {gated:?}") };
                        assert_eq!(miss.wanted, more, "{line}");
                        assert_eq!(miss.got, reached(criteria, &assessment, miss.gauge), "{line}");
                        let short = miss.short().expect("it is a number");
                        assert!(short > Points::ZERO && short <= hundredth, "{line}: {short}");
                        raised_lines.set(raised_lines.get() + 1);
                    }
                    Err(codes) => assert_eq!(codes, ["number-too-large"], "{line}"),
                }
            }
        }
    });
    assert!(raised_lines.get() > 500, "{} numbers were raised", raised_lines.get());
}

/// What has no number has no threshold, and every criterion has its line.
#[test]
fn a_file_names_every_field_and_criterion() {
    for id in Builtin::ids() {
        let criteria = crate::evidence::set(id);
        let luck: Vec<u32> = (0..).step_by(7919).take(criteria.leaves().count()).collect();
        let dossier = dossier(&criteria, &evidence(&criteria, &luck).0).expect("something is answered");
        let assessment = score(&criteria, &dossier, &Peers::default());
        let past = past(&criteria, &assessment);
        for leaf in criteria.leaves() {
            let line =
                past.iter().find(|(gauge, _)| *gauge == Gauge::Criterion(leaf)).expect("it has a line");
            let number = matches!(line.1, Reached::Number(_));
            let answered =
                assessment.at(leaf).awarded().is_some() && !matches!(line.1, Reached::NotApplicable);
            assert_eq!(number, answered, "{id}: {}", criteria.at(leaf).id);
        }
        let groups = criteria.nodes().skip(1).any(|node| criteria.at(node).rule().is_none());
        assert_eq!(past.iter().any(|(gauge, _)| matches!(gauge, Gauge::Field(_))), groups, "{id}");
    }
}

const SET: &str = "id: bo\nversion: \"1\"\ntitle: Bộ thử\npoints: 10\ncriteria:\n\
    - id: \"1\"\n  title: Chỉ đạo điều hành\n  points: 7\n  criteria:\n  \
      - { id: \"1.1\", title: Hồ sơ đúng hạn, points: 3, rule: { share: { when-empty: zero } }, documents: [Thống kê] }\n  \
      - { id: \"1.2\", title: Kế hoạch năm, points: 4, rule: yes-no, documents: [Kế hoạch], not-applicable: leave-out }\n\
    - id: \"2\"\n  title: Khảo sát\n  points: 2\n  criteria:\n  \
      - { id: \"2.1\", title: Hài lòng, points: 2, rule: share, documents: [Phiếu], scored-by: survey, not-applicable: leave-out }\n\
    - id: \"3\"\n  title: Việc khác\n  points: 1\n  not-applicable: leave-out\n  criteria:\n  \
      - { id: \"3.1\", title: Việc lẻ, points: 1, rule: yes-no, documents: [Báo cáo], not-applicable: leave-out }\n";

const HEAD: &str = "agency,name,period,criteria,role,criterion,answer,note,documents\n";

/// Rows of an agency: criterion, answer, note, documents.
fn rows(agency: &str, name: &str, said: &[[&str; 4]]) -> String {
    let role = |id: &str| if id.starts_with('2') { "survey" } else { "self" };
    let row = |[id, answer, note, documents]: &[&str; 4]| {
        format!("{agency},{name},2026,bo.yaml,{},{id},{answer},{note},{documents}\n", role(id))
    };
    said.iter().map(row).collect()
}

/// An agency whose every figure is known: 2 of 3, nothing, 1 of 2, not applicable: 3 of 9.
fn known() -> String {
    rows(
        "so-a",
        "Sở A",
        &[
            ["1.1", "2/3", "", "Thống kê quý IV"],
            ["1.2", "no", "", ""],
            ["2.1", "1/2", "", "Phiếu khảo sát"],
            ["3.1", "not-applicable", "Không phát sinh", ""],
        ],
    )
}

fn run(evidence: &str, thresholds: &str, words: &[&str]) -> Done {
    let evidence = format!("{HEAD}{evidence}");
    let folder = folder(&[("bo.yaml", SET), ("phieu.csv", &evidence), ("nguong.yaml", thresholds)]);
    let run = cchc(["score", "phieu.csv", "--thresholds", "nguong.yaml"]).within(folder.path());
    words.iter().fold(run, crate::run::Run::word).done()
}

/// What is missed, of the only agency: what, id, wanted, got, because.
fn missed(evidence: &str, thresholds: &str) -> Vec<Value> {
    let done = run(evidence, thresholds, &["--format", "json"]);
    let json: Value = serde_json::from_str(&done.out).unwrap_or_else(|_| panic!("{}{}", done.out, done.err));
    let missed = json["agencies"][0]["missed"].as_array().expect("thresholds were asked for").clone();
    assert_eq!(done.status, i32::from(!missed.is_empty()), "{}", done.err);
    missed
}

#[test]
fn each_kind_of_threshold_is_met_at_its_edge_and_missed_above_it() {
    let third = "33.333333333333";
    for (threshold, miss) in [
        ("index: 1/3", None),
        ("index: 33.33", None),
        ("index: 33.34%", Some(json!({ "what": "index", "id": "total", "wanted": "33.34", "got": third }))),
        ("coverage: 100%", None),
        ("documents: 2/3", None),
        (
            "documents: 66.67%",
            Some(json!({ "what": "documents", "id": "total", "wanted": "66.67", "got": "66.666666666667" })),
        ),
        ("fields: { \"1\": 2/7 }", None),
        (
            "fields: { \"1\": 28.572 }",
            Some(json!({ "what": "field", "id": "1", "wanted": "28.572", "got": "28.571428571429" })),
        ),
        ("fields: { \"2\": 50% }", None),
        ("criteria: { \"1.1\": 2 }", None),
        ("criteria: { \"1.1\": 2/3 }", None),
        (
            "criteria: { \"1.1\": 2.0000000001 }",
            Some(json!({ "what": "criterion", "id": "1.1", "wanted": "2.0000000001", "got": "2" })),
        ),
        ("criteria: { \"1.2\": 0 }", None),
        ("criteria: { \"1\": 2, \"3.1\": 1 }\nfields: { \"3\": 100 }", None),
    ] {
        let expected: Vec<Value> = miss.into_iter().collect();
        assert_eq!(missed(&known(), &format!("for: bo@1\n{threshold}\n")), expected, "{threshold}");
    }
}

/// What is no number is never taken for a zero: even a threshold of nothing is missed, and said to be so.
#[test]
fn what_has_no_number_is_missed_as_such() {
    let without_survey = rows("so-a", "Sở A", &[["1.1", "3/3", "", ""], ["3.1", "yes", "", ""]]);
    let miss = |what, id, wanted, because| json!({ "what": what, "id": id, "wanted": wanted, "got": null, "because": because });
    for (threshold, expected) in [
        ("index: 0", miss("index", "total", "0", "provisional")),
        ("fields: { \"2\": 0 }", miss("field", "2", "0", "provisional")),
        ("criteria: { \"1.2\": 0 }", miss("criterion", "1.2", "0", "missing")),
        ("criteria: { \"2\": 1 }", miss("criterion", "2", "1", "missing")),
    ] {
        let threshold = format!("for: bo\n{threshold}\n");
        assert_eq!(missed(&without_survey, &threshold), [expected], "{threshold}");
    }
    let nothing = rows(
        "so-a",
        "Sở A",
        &[
            ["1.1", "0/0", "", ""],
            ["1.2", "not-applicable", "Không", ""],
            ["2.1", "not-applicable", "Không", ""],
            ["3.1", "not-applicable", "Không", ""],
        ],
    );
    // A share of nothing that is set to zero is answered, and cites nothing.
    let documents = json!({ "what": "documents", "id": "total", "wanted": "1", "got": "0" });
    assert_eq!(missed(&nothing, "for: bo\ndocuments: 1%\n"), [documents]);
}

#[test]
fn a_void_score_misses_its_index() {
    let set = format!(
        "{SET}limits:\n  - {{ when: {{ criterion: \"1.2\", answer: no }}, score: void, because: Vi phạm }}\n"
    );
    let evidence = format!("{HEAD}{}", known());
    let folder = folder(&[("bo.yaml", &set), ("phieu.csv", &evidence)]);
    let done =
        cchc(["score", "phieu.csv", "--fail-under", "0", "--format", "json"]).within(folder.path()).done();
    assert_eq!(done.status, 1);
    let json: Value = serde_json::from_str(&done.out).unwrap();
    assert_eq!(json["agencies"][0]["missed"][0]["because"], "void");
}

/// A miss by less than what is shown is shown all the same.
#[test]
fn a_miss_by_a_hair_is_seen() {
    let done = run(&known(), "for: bo\ndocuments: 66.67%\nindex: 33.3333334\n", &["--lang", "en"]);
    for said in
        ["66.667 %, wanted 66.67 %, 0.003 % short", "33.3333333 %, wanted 33.3333334 %, 0.0000001 % short"]
    {
        assert!(done.err.contains(said), "{said}: {}", done.err);
    }
}

/// Everything that can be said of thresholds, of one agency and of several, in both languages.
#[test]
fn every_miss_is_named() {
    let all = "for: bo.yaml\nindex: 80\ncoverage: 100%\ndocuments: 90%\nfields: { \"1\": 85, \"2\": 40%, \"3\": 10 }\n\
               criteria: { \"1.1\": 2.5, \"1.2\": 4, \"3.1\": 1 }\n";
    let other = rows("so-b", "Sở B", &[["1.1", "3/3", "", "Thống kê"]]);
    let met = "for: bo@1\nindex: 30\ncriteria: { \"1.1\": 2, \"3.1\": 1 }\n";
    let mut wrong = String::new();
    for lang in ["vi", "en"] {
        for (name, evidence, thresholds, status) in [
            ("one", known(), all, 1),
            ("several", format!("{}{other}", known()), all, 1),
            ("met", known(), met, 0),
        ] {
            let done = run(&evidence, thresholds, &["--totals", "--lang", lang]);
            assert_eq!(done.status, status, "{}", done.err);
            let path = project().join(format!("tests/golden/thresholds/{name}.{lang}.txt"));
            let (table, _) = done.out.split_once("\n\n").expect("the hashes follow the table");
            golden(&path, &format!("{table}\n\n{}", done.err), &mut wrong);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn an_index_is_written_with_a_point() {
    let sample = ["score", "samples/so-mau-day-du.yaml", "--totals", "--fail-under"];
    for (least, status) in
        [("80", 0), ("80%", 0), ("86.1", 0), ("86.10 %", 0), ("86.11", 1), ("100", 1), ("0", 0)]
    {
        let done = cchc(sample).word(least).done();
        assert_eq!(done.status, status, "{least}: {}", done.err);
        assert!(done.out.contains("86.10"), "the report stands: {}", done.out);
    }
    for (least, said) in
        [("82,5", "`82.5`"), ("1.5.0", "`1.5.0`"), ("tám mươi", "`tám mươi`"), ("4/5", "`4/5`")]
    {
        let done = cchc(sample).word(least).done();
        assert!(done.status == 2 && done.out.is_empty() && done.err.contains(said), "{least}: {}", done.err);
    }
    // Of two least indices the greater counts.
    let done = run(&known(), "for: bo\nindex: 40\n", &["--fail-under", "30", "--lang", "en"]);
    assert!(done.status == 1 && done.err.contains("wanted 40 %"), "{}", done.err);
    let done = run(&known(), "for: bo\nindex: 30\n", &["--fail-under", "40", "--lang", "en"]);
    assert!(done.status == 1 && done.err.contains("wanted 40 %"), "{}", done.err);
}

#[test]
fn the_report_stands_whatever_is_missed() {
    let evidence = format!("{HEAD}{}", known());
    let folder = folder(&[("bo.yaml", SET), ("phieu.csv", &evidence)]);
    let plain = cchc(["score", "phieu.csv", "--format", "csv"]).within(folder.path()).done();
    let gated = cchc(["score", "phieu.csv", "--format", "csv", "--fail-under", "90", "-o", "ra.csv"])
        .within(folder.path())
        .done();
    assert_eq!(gated.status, 1, "{}", gated.err);
    assert_eq!(text(folder.path().join("ra.csv").to_str().unwrap()), plain.out);
    let json = cchc(["score", "phieu.csv"]).within(folder.path()).json();
    assert!(json["agencies"][0].get("missed").is_none(), "nobody asked");
    let yaml =
        cchc(["score", "phieu.csv", "--format", "yaml", "--fail-under", "90"]).within(folder.path()).done();
    assert!(
        yaml.out.contains("  missed:\n  - what: index\n    id: total\n    wanted: '90'\n"),
        "{}",
        yaml.out
    );
}

#[test]
fn faults_of_thresholds_and_of_evidence_are_told_together() {
    let evidence = rows("so-a", "Sở A", &[["1.1", "maybe", "", ""]]);
    let done = run(&evidence, "for: la@2\nindex: 80,5\nfelds: { \"1\": 80 }\n", &[]);
    assert_eq!(done.status, 1);
    assert!(done.out.is_empty(), "{}", done.out);
    let told = done.problems();
    for wanted in [
        "nguong.yaml:1:6 thresholds-other-set",
        "nguong.yaml:2:8 number-comma",
        "nguong.yaml:3:1 key-unknown",
        "phieu.csv:2:29 answer-wrong",
    ] {
        let found = told.iter().any(|told| {
            let (place, code) = wanted.rsplit_once(' ').unwrap();
            told.ends_with(code) && told.starts_with(place.split(':').next().unwrap())
        });
        assert!(found, "{wanted}: {told:#?}");
    }
    assert_eq!(told.len(), 4, "{told:#?}");
    // A file that is something else says what it is.
    let done = run(&known(), SET, &["--lang", "en"]);
    assert!(
        done.status == 1 && done.err.contains("[file-other-kind]: The file is a criteria set"),
        "{}",
        done.err
    );
    let missing = cchc(["score", "samples/so-mau-day-du.yaml", "--thresholds", "khong-co.yaml"]).done();
    assert_eq!(missing.status, 2, "{}", missing.err);
}

/// While an agency is withheld nobody can say that all thresholds are met.
#[test]
fn nothing_is_met_while_an_agency_is_withheld() {
    let (sound, faulty) = (known(), rows("so-b", "Sở B", &[["1.1", "maybe", "", ""]]));
    let files =
        [("bo.yaml", SET), ("a.csv", &format!("{HEAD}{sound}")), ("b.csv", &format!("{HEAD}{faulty}"))];
    let folder = folder(&files);
    let words = ["score", "a.csv", "b.csv", "--totals", "--lang", "en", "--fail-under"];
    let done = cchc(words).word("30").within(folder.path()).done();
    assert!(done.status == 1 && done.out.contains("Sở A") && !done.err.contains("met"), "{}", done.err);
    let done = cchc(words).word("40").within(folder.path()).done();
    assert!(done.status == 1 && done.err.contains("wanted 40 %"), "{}", done.err);
}

#[test]
fn a_file_says_what_it_is_and_for_which_set() {
    let folder = folder(&[
        ("bo.yaml", SET),
        ("duong-dan.yaml", "for: bo.yaml\nindex: 80\n"),
        ("ten.yaml", "for: bo@1\nindex: 80\n"),
        ("mau.yaml", "for: so-mau\nfields: { \"1\": 80 }\n"),
        ("cu.yaml", "for: so-mau@0.9\nindex: 80\n"),
        ("sai.yaml", "fro: so-mau\nindex: 80\ncriteria: { \"1.1.1\": 2 }\n"),
    ]);
    let check = |words: &[&str]| {
        let run = cchc(["check", "--lang", "en"]).within(folder.path());
        words.iter().fold(run, crate::run::Run::word).done()
    };
    let done = check(&["duong-dan.yaml", "mau.yaml"]);
    assert_eq!(done.status, 0, "{}", done.said());
    assert_eq!(
        done.out,
        "duong-dan.yaml: thresholds, sound: 1 threshold for bo@1\nmau.yaml: thresholds, sound: 1 threshold for so-mau@1.0\n"
    );
    assert_eq!(check(&["ten.yaml", "--criteria", "bo.yaml"]).status, 0);
    assert_eq!(check(&["duong-dan.yaml", "--criteria", "bo.yaml"]).status, 0);
    assert_eq!(check(&["ten.yaml"]).problems(), ["ten.yaml:1:6 criteria-unknown"]);
    assert_eq!(check(&["cu.yaml"]).problems(), ["cu.yaml:1:6 criteria-other-version"]);
    assert_eq!(
        check(&["mau.yaml", "--criteria", "bo.yaml"]).problems(),
        ["mau.yaml:1:6 thresholds-other-set"]
    );
    // Without a set only the form can be wrong: the misspelt key is the one fault.
    assert_eq!(check(&["sai.yaml"]).problems(), ["sai.yaml:1:1 key-unknown"]);
    let scored = cchc(["score", "nguong.yaml"]).within(folder.path()).done();
    assert_eq!(scored.status, 2, "{}", scored.err);
    let scored = cchc(["score", "ten.yaml", "--criteria", "bo.yaml"]).within(folder.path()).done();
    assert_eq!(scored.problems(), ["ten.yaml file-other-kind"], "{}", scored.err);
}

/// Every sample passes the thresholds that the program makes of it, an agency at a time.
#[test]
fn every_sample_meets_what_is_made_of_it() {
    let folder = folder(&[]);
    for sample in [
        "so-mau-day-du.yaml",
        "so-tttt-nghe-an-2016.yaml",
        "xa-mau-vi-du.yaml",
        "can-tho-157-2025-vi-du.yaml",
        "hai-phong-212-2025-vi-du.yaml",
        "hcm-5155-2025-vi-du.yaml",
        "766-dak-lak-2026-10-10.csv",
    ] {
        let path = project().join("samples").join(sample);
        let json = cchc(["score"]).word(&path).json();
        let agencies = json["agencies"].as_array().expect("agencies");
        let made = folder.path().join("nguong.yaml");
        for (at, agency) in agencies.iter().enumerate() {
            let id = agency["agency"]["id"].as_str().expect("an id");
            let run = cchc(["thresholds"]).word(&path).word("--agency").word(id).word("-o").word(&made);
            let done = run.done();
            assert_eq!(done.status, 0, "{sample}: {}", done.err);
            let gated = cchc(["score"]).word(&path).word("--thresholds").word(&made).json();
            assert_eq!(gated["agencies"][at]["missed"], json!([]), "{sample}: {id}");
        }
        if agencies.len() > 1 {
            several_must_be_named(&path);
        }
    }
}

fn several_must_be_named(path: &Path) {
    let done = cchc(["thresholds"]).word(path).done();
    assert!(done.status == 2 && done.out.is_empty() && done.err.contains("--agency"), "{}", done.err);
    let done = cchc(["thresholds"]).word(path).word("--agency").word("khong-co").done();
    assert!(done.status == 2 && done.err.contains("`khong-co`"), "{}", done.err);
}

/// The file as it is made, in both languages.
#[test]
fn the_file_reads_well() {
    let mut wrong = String::new();
    for lang in ["vi", "en"] {
        let evidence = format!(
            "{HEAD}{}",
            rows("so-a", "Sở A", &[["1.1", "2/3", "", "Thống kê"], ["3.1", "not-applicable", "Không", ""]])
        );
        let folder = folder(&[("bo.yaml", SET), ("phieu.csv", &evidence)]);
        let done = cchc(["thresholds", "phieu.csv", "--lang", lang]).within(folder.path()).done();
        golden(&project().join(format!("tests/golden/thresholds/made.{lang}.yaml")), &done.out, &mut wrong);
    }
    assert!(wrong.is_empty(), "{wrong}");
}
