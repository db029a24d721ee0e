//! Two sides compared: periods, roles, agencies, and sets that changed; what is said of it, and what is refused.

use cchc::lang::Lang;
use cchc::render::Format;
use serde_json::{Value, json};

use crate::run::{Run, cchc, folder, golden, project};

/// A run in the folder of the worked example.
fn compare(words: &[&str]) -> Run {
    let run = cchc(["compare"]).within(&project().join("tests/compare"));
    words.iter().fold(run, Run::word)
}

fn row<'j>(json: &'j Value, side: &str, id: &str) -> &'j Value {
    let rows = json["pairs"][0]["criteria"].as_array().expect("criteria");
    rows.iter().find(|row| row[side]["id"] == id).unwrap_or_else(|| panic!("{id}: {json}"))
}

fn parts(json: &Value) -> [&str; 4] {
    ["change", "rules", "performance", "not-carried"].map(|part| json[part].as_str().expect("a number"))
}

/// Computed by hand. Under the set of 2025, Sở A earned 2 + 30/40 × 4 = 3, 5 for 96 %, 1.5, 2.5 and 4 × 0.5 = 2: 16.
/// Of these 2.2 does not fit (the option `partial` is gone) and 3.2 was dropped, so 12.5 carry over.
/// Under the rules of 2026 these give 2, 75 % of the full points at 80 %: 3.75, 3 for 96 % (5 only from 98 %), and 2.5:
/// 11.25; the rules take 1.25.
/// In 2026 it earned, on the same criteria, 2 + 4 (90 %, full from 80 %) + 3 (97 %), and nothing yet on 3.1: 9; the
/// performance takes 2.25.
/// Beside them it has now 2.5 (2.3) and 2 (3.3, new), and had 1.5 and 2: 4.5 − 3.5 = 1.
/// Together −1.25 − 2.25 + 1 = −2.5 = 13.5 − 16.
#[test]
fn the_worked_example_comes_out_as_by_hand() {
    let json = compare(&["2025.yaml", "2026.yaml"]).json();
    assert_eq!((&json["same-criteria"], &json["succeeds"]), (&json!(false), &json!(true)));
    for (side, id, expected) in [
        ("b", "total", ["-2.5", "-1.25", "-2.25", "1"]),
        ("b", "1", ["1", "0.75", "0.25", "0"]),
        ("b", "1.1", ["0", "0", "0", "0"]),
        ("b", "1.2", ["1", "0.75", "0.25", "0"]),
        ("b", "2", ["-1", "-2", "0", "1"]),
        ("b", "2.2", ["-2", "-2", "0", "0"]),
        ("b", "2.3", ["1", "0", "0", "1"]),
        ("b", "3", ["-2.5", "0", "-2.5", "0"]),
        ("b", "3.1", ["-2.5", "0", "-2.5", "0"]),
        ("b", "3.3", ["2", "0", "0", "2"]),
        ("a", "3.2", ["-2", "0", "0", "-2"]),
    ] {
        assert_eq!(parts(&row(&json, side, id)["awarded"]), expected, "{side} {id}");
    }
    // 20 points each year: the index is five times the points.
    assert_eq!(parts(&row(&json, "b", "total")["index"]), ["-12.5", "-6.25", "-11.25", "5"]);
    // 2.1 of the old set is 2.2 of the new one; the 2.2 that there was is 2.3.
    assert_eq!(row(&json, "b", "2.2")["a"]["id"], "2.1");
    assert_eq!(row(&json, "b", "2.3")["a"]["id"], "2.2");
    for (side, id, why) in [
        ("b", "2.2", Value::Null),
        ("b", "2.3", json!("answer-does-not-fit")),
        ("b", "3.3", json!("new")),
        ("a", "3.2", json!("dropped")),
    ] {
        assert_eq!(row(&json, side, id)["uncarried"], why, "{id}");
    }
    let grades = ["a", "b"].map(|side| json["pairs"][0][side]["grade"].as_str());
    assert_eq!(grades, [Some("good"), Some("fair")]);
}

const SHOWN: [(&str, &[&str]); 4] = [
    ("periods", &["2025.yaml", "2026.yaml"]),
    ("roles", &["roles.yaml", "--roles", "self:appraisal"]),
    ("agencies", &["years.csv", "--agencies", "so-a:so-b"]),
    ("summary", &["years.csv", "--periods", "2025:2026"]),
];

#[test]
fn what_is_printed_was_read() {
    let mut wrong = String::new();
    let place = |name: String| project().join("tests/golden").join(name);
    for (name, words) in SHOWN {
        for format in [Format::Table, Format::Csv, Format::Md] {
            for lang in Lang::ALL {
                let done = compare(words).word("--format").word(format.word());
                let done = done.word("--lang").word(lang.code()).done();
                assert_eq!(done.status, 0, "{name}: {}", done.err);
                let path = place(format!("compare-{name}.{}.{}", lang.code(), format.word()));
                golden(&path, &done.said(), &mut wrong);
                let wide = |line: &&str| unicode_width::UnicodeWidthStr::width(*line) > 80;
                let wide = done.out.lines().filter(|_| format == Format::Table).find(wide);
                assert_eq!(wide, None, "{name}");
            }
        }
        let json = compare(words).word("--format").word("json").done().out;
        golden(&place(format!("compare-{name}.json")), &json, &mut wrong);
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn machines_read_the_same_in_every_language_and_form() {
    for (name, words) in SHOWN {
        let printed = |format: &str, lang: &str| {
            compare(words).word("--format").word(format).word("--lang").word(lang).done().out
        };
        let json = printed("json", "vi");
        assert_eq!(json, printed("json", "en"), "{name}");
        let json: Value = serde_json::from_str(&json).expect("JSON");
        let yaml: Value = serde_yaml::from_str(&printed("yaml", "en")).expect("YAML");
        assert_eq!(json, yaml, "{name}");
    }
}

#[test]
fn one_file_serves_both_sides() {
    let json = compare(&["years.csv", "--periods", "2025:2026"]).json();
    let pairs = json["pairs"].as_array().expect("pairs");
    let whose = |side: &str| {
        let said = pairs.iter().map(|pair| [&pair[side]["agency"]["id"], &pair[side]["period"]]);
        said.map(|said| said.map(|text| text.as_str().expect("a text"))).collect::<Vec<_>>()
    };
    assert_eq!(whose("a"), [["so-a", "2025"], ["so-b", "2025"]]);
    assert_eq!(whose("b"), [["so-a", "2026"], ["so-b", "2026"]]);
    assert_eq!((&json["only-a"], &json["only-b"][0]["id"]), (&json!([]), &json!("so-c")));
    // Two agencies of one file, of which each has two periods: period by period.
    let json = compare(&["years.csv", "--agencies", "so-a:so-b"]).json();
    let periods: Vec<_> =
        json["pairs"].as_array().expect("pairs").iter().map(|it| &it["b"]["period"]).collect();
    assert_eq!(periods, [&json!("2025"), &json!("2026")]);
    // What one role says of an agency, and another of the same agency.
    let json = compare(&["roles.yaml", "--roles", "self:appraisal"]).json();
    assert_eq!((&json["a"]["role"], &json["b"]["role"]), (&json!("self"), &json!("appraisal")));
    assert_eq!(parts(&row(&json, "b", "2.2")["awarded"]), ["-1.5", "0", "-1.5", "0"]);
    assert_eq!(row(&json, "b", "2.2")["b"]["note"], "Bảng niêm yết tại bộ phận một cửa đã cũ.");
}

const SET: &str = "id: bo\nversion: \"1\"\ntitle: Bộ\npoints: 4\ncriteria:\n\
    - { id: \"1\", title: T, points: 2, rule: yes-no, documents: [B] }\n\
    - { id: \"2\", title: T, points: 2, rule: share, documents: [B] }\n";

fn evidence(agency: &str, set: &str, answers: &str) -> String {
    format!("agency: {{ id: {agency} }}\ncriteria: {set}\nperiod: 2025\nanswers: {answers}\n")
}

#[test]
fn one_agency_on_each_side_is_the_pair_whatever_the_ids() {
    let (a, b) = (evidence("x", "bo.yaml", "{ \"1\": no }"), evidence("y", "bo.yaml", "{ \"1\": yes }"));
    let folder = folder(&[("bo.yaml", SET), ("a.yaml", &a), ("b.yaml", &b)]);
    let json = cchc(["compare", "a.yaml", "b.yaml"]).within(folder.path()).json();
    assert_eq!(parts(&row(&json, "b", "total")["awarded"]), ["2", "0", "2", "0"]);
}

#[test]
fn where_nobody_stands_on_both_sides_it_is_told() {
    let two =
        [evidence("x", "bo.yaml", "{ \"1\": no }"), evidence("y", "bo.yaml", "{ \"1\": yes }")].join("---\n");
    let (b, c) = (evidence("z", "bo.yaml", "{ \"1\": no }"), evidence("w", "bo.yaml", "{ \"1\": no }"));
    let folder = folder(&[("bo.yaml", SET), ("a.yaml", &two), ("b.yaml", &[b, c].join("---\n"))]);
    let run = |words: &[&str]| {
        let run = cchc(["compare", "a.yaml"]).within(folder.path()).word("--lang").word("en");
        words.iter().fold(run, Run::word).done()
    };
    let done = run(&["b.yaml", "-o", "ra.txt"]);
    assert_eq!((done.status, done.out.as_str()), (1, ""));
    for said in ["no agency stands on both sides", "On side A only", "  x", "On side B only", "  w · 2025"] {
        assert!(done.err.contains(said), "{said}: {}", done.err);
    }
    assert!(!folder.path().join("ra.txt").exists());
    let done = run(&["--periods", "2025:2031"]);
    assert!(done.status == 1 && done.err.contains("Side B has no evidence"), "{}", done.err);
    let done = run(&["--roles", "survey:self"]);
    assert!(done.status == 1 && done.err.contains("Side A has no evidence"), "{}", done.err);
}

#[test]
fn faults_of_both_sides_are_told_and_nothing_is_compared() {
    let (a, b) = (evidence("x", "bo.yaml", "{ \"1\": maybe }"), evidence("x", "bo.yaml", "{ \"2\": 3/2 }"));
    let folder = folder(&[("bo.yaml", SET), ("a.yaml", &a), ("b.yaml", &b), ("ra.txt", "cũ")]);
    let done = cchc(["compare", "a.yaml", "b.yaml", "-o", "ra.txt"]).within(folder.path()).done();
    assert_eq!((done.status, done.out.as_str()), (1, ""));
    assert_eq!(done.problems(), ["a.yaml:4:17 answer-wrong", "b.yaml:4:17 share-above-whole"]);
    assert!(done.err.contains("Chưa so sánh"), "{}", done.err);
    // One file for both sides: what is wrong with it is told once.
    let done = cchc(["compare", "a.yaml", "--agencies", "x:y"]).within(folder.path()).done();
    assert_eq!(done.problems(), ["a.yaml:4:17 answer-wrong"]);
    let done = cchc(["compare", "a.yaml", "khong-co.yaml"]).within(folder.path()).done();
    assert_eq!(done.status, 2);
}

#[test]
fn a_set_is_another_one_by_its_text_and_undeclared_sets_are_told() {
    let stricter = SET.replace("rule: share", "rule: { share: { from: 80% } }");
    let other = stricter.replace("id: bo\n", "id: khac\n");
    let (a, b) = (evidence("x", "bo.yaml", "{ \"2\": 1/2 }"), evidence("x", "sau.yaml", "{ \"2\": 3/4 }"));
    let files =
        [("bo.yaml", SET), ("khac.yaml", &other), ("a.yaml", &a), ("b.yaml", &b), ("sau.yaml", &stricter)];
    let folder = folder(&files);
    let run = |words: &[&str]| {
        let run = cchc(["compare", "a.yaml"]).within(folder.path());
        words.iter().fold(run, Run::word)
    };
    // 1/2 earned 1 and now nothing; 3/4 is not enough either.
    let json = run(&["b.yaml"]).json();
    assert_eq!((&json["same-criteria"], &json["succeeds"]), (&json!(false), &json!(true)));
    assert_eq!(parts(&row(&json, "b", "total")["awarded"]), ["-1", "-1", "0", "0"]);
    // The same evidence under two sets: the performance is the same.
    let json = run(&["--criteria-b", "khac.yaml"]).json();
    assert_eq!(parts(&row(&json, "b", "total")["awarded"]), ["-1", "-1", "0", "0"]);
    assert_eq!(json["succeeds"], json!(false));
    for format in ["table", "csv"] {
        let done = run(&["--criteria-b", "khac.yaml", "--format", format, "--lang", "en"]).done();
        let said = done.said().split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(
            said.contains("khac@1 does not say (`supersedes`) that it takes the place of bo@1"),
            "{said}"
        );
    }
}

/// Each reason for which a criterion does not carry over, on the smallest sets that give it.
#[test]
fn every_reason_why_a_criterion_does_not_carry_over() {
    let set = |version: &str, criteria: &str| {
        format!(
            "id: bo\nversion: \"{version}\"\ntitle: Bộ\npoints: 4\naudience: [so, xa]\nnot-held: [survey]\ncriteria:\n{criteria}"
        )
    };
    let of = |id: &str, points: u8, more: &str| {
        format!("- {{ id: \"{id}\", title: T, points: {points}, documents: [B], {more} }}\n")
    };
    let kind = "agency: { id: x, kind: so }\n";
    let by = |role: &str, rest: &str| format!("{kind}by: {{ role: {role} }}\n{rest}");
    let group = |inside: &str, more: &str| {
        format!("- {{ id: g, title: G, points: 2{more}, criteria: [{inside}] }}\n")
    };
    let part = |id: &str| format!("{{ id: {id}, title: T, points: 2, documents: [B], rule: yes-no }}");
    let yes = |id: &str| of(id, 2, "rule: yes-no");
    for (why, old, new, said, id) in [
        ("dropped", yes("1") + &yes("2"), yes("1") + &yes("3"), by("self", "answers: { \"2\": yes }"), "2"),
        ("new", yes("1") + &yes("2"), yes("1") + &yes("3"), by("self", "answers: { \"1\": yes }"), "3"),
        (
            "merged",
            yes("1") + &yes("2"),
            of("3", 4, "was: [\"1\", \"2\"], rule: yes-no"),
            by("self", "answers: {}"),
            "1",
        ),
        (
            "merged-from",
            yes("1") + &yes("2"),
            of("3", 4, "was: [\"1\", \"2\"], rule: yes-no"),
            by("self", "answers: {}"),
            "3",
        ),
        (
            "form-changed",
            yes("1") + &yes("g"),
            yes("1") + &group(&part("p"), ""),
            by("self", "answers: { g: yes }"),
            "g",
        ),
        (
            "form-changed",
            yes("1") + &group(&part("p"), ""),
            yes("1") + &yes("g"),
            by("self", "answers: { g: { points: 1, because: A } }"),
            "g",
        ),
        (
            "not-for-kind",
            yes("1") + &yes("2"),
            of("1", 4, "rule: yes-no") + &of("2", 0, "applies-to: [xa], rule: yes-no"),
            by("self", "answers: { \"2\": yes }"),
            "2",
        ),
        (
            "new-for-kind",
            of("1", 4, "rule: yes-no") + &of("2", 0, "applies-to: [xa], rule: yes-no"),
            yes("1") + &yes("2"),
            by("self", "answers: { \"1\": yes }"),
            "2",
        ),
        (
            "answer-does-not-fit",
            yes("1") + &yes("2"),
            yes("1") + &of("2", 2, "rule: share"),
            by("self", "answers: { \"2\": yes }"),
            "2",
        ),
        (
            "points-above-most",
            of("1", 1, "rule: yes-no") + &of("2", 3, "rule: judged"),
            yes("1") + &of("2", 2, "rule: judged"),
            by("appraisal", "answers: { \"2\": { points: 2.5, because: A } }"),
            "2",
        ),
        (
            "not-applicable-refused",
            yes("1") + &of("2", 2, "not-applicable: leave-out, rule: yes-no"),
            yes("1") + &yes("2"),
            by("self", "answers: { \"2\": { not-applicable: A } }"),
            "2",
        ),
        (
            "role-may-not-answer",
            yes("1") + &yes("2"),
            yes("1") + &of("2", 2, "scored-by: leader, rule: yes-no"),
            by("self", "answers: { \"2\": yes }"),
            "2",
        ),
        (
            "not-held",
            yes("1") + &of("2", 2, "scored-by: survey, rule: yes-no"),
            yes("1") + &yes("2"),
            by(
                "self",
                "answers: { \"1\": yes }\n---\nagency: { id: x, kind: so }\nby: { role: survey }\nnot-held: A",
            ),
            "2",
        ),
        (
            "period-needed",
            yes("1") + &of("2", 2, "rule: { deadline: { due: 2025-06-30 } }"),
            yes("1") + &of("2", 2, "rule: { deadline: { due: { day: 06-30 } } }"),
            by("self", "answers: { \"2\": 2025-01-01 }"),
            "2",
        ),
        (
            "settled-apart",
            yes("1") + &group(&part("p"), ""),
            yes("p") + &group(&part("q"), ""),
            by("self", "answers: { g: { points: 1, because: A } }"),
            "p",
        ),
        // What is now under a group that was decided is answered no more.
        (
            "settled-apart",
            yes("1") + &group(&part("p"), ""),
            yes("p") + &group(&part("1"), ""),
            by("self", "answers: { \"1\": yes, g: { points: 1, because: A } }"),
            "1",
        ),
    ] {
        // Under the new set nothing is said but the period.
        let blank = format!("{kind}criteria: moi.yaml\nperiod: 2026\nby: {{ role: self }}\nanswers: {{}}\n");
        let documents = said.split("---\n").map(|part| format!("criteria: cu.yaml\n{part}"));
        let said = documents.collect::<Vec<_>>().join("\n---\n");
        let (old, new) = (set("1", &old), set("2", &new));
        let files = [("cu.yaml", &*old), ("moi.yaml", &*new), ("a.yaml", &*said), ("b.yaml", &*blank)];
        let folder = folder(&files);
        let run = || cchc(["compare", "a.yaml", "b.yaml"]).within(folder.path());
        let done = run().done();
        assert_eq!(done.status, 0, "{why}: {}\n{old}{new}{said}", done.err);
        let json = run().json();
        let rows = json["pairs"][0]["criteria"].as_array().expect("criteria");
        let found =
            rows.iter().find(|row| row["b"]["id"] == id || row["b"].is_null() && row["a"]["id"] == id);
        let found = found.unwrap_or_else(|| panic!("{why}: {json}"));
        assert_eq!(found["uncarried"], why, "{old}{new}{said}");
        for lang in Lang::ALL {
            let said = run().word("--lang").word(lang.code()).done().out;
            assert!(said.contains(&format!("\n{id}  T")) || said.contains(&format!("\n{id}  G")), "{said}");
        }
    }
}

/// An answer is carried over as it was written, to its last digit.
#[test]
fn a_number_is_carried_over_exactly() {
    let set = |version: &str, edge: &str| {
        format!(
            "id: bo\nversion: \"{version}\"\ntitle: Bộ\npoints: 2\ncriteria:\n- id: \"1\"\n  title: T\n  points: 2\n  documents: [B]\n  rule: {{ bands: [{{ from: {edge}, points: 2 }}, {{ below: {edge}, points: 0 }}] }}\n"
        )
    };
    let long = "0.10000000000000000000000000000000000001";
    let (old, new) = (set("1", "0"), set("2", long));
    let (a, b) = (
        evidence("x", "cu.yaml", &format!("{{ \"1\": {long} }}")),
        evidence("x", "moi.yaml", &format!("{{ \"1\": {long} }}")),
    );
    let folder = folder(&[("cu.yaml", &old), ("moi.yaml", &new), ("a.yaml", &a), ("b.yaml", &b)]);
    let json = cchc(["compare", "a.yaml", "b.yaml"]).within(folder.path()).json();
    assert_eq!(parts(&row(&json, "b", "1")["awarded"]), ["0", "0", "0", "0"]);
}

#[test]
fn what_is_provisional_or_void_is_told() {
    let set = "id: bo\nversion: \"1\"\ntitle: Bộ\npoints: 4\n\
        limits: [{ when: { criterion: \"1\", answer: no }, score: void, because: Sai sự thật. }]\n\
        grades: [{ id: good, title: Tốt, from: 50% }, { id: weak, title: Yếu }]\ncriteria:\n\
        - { id: \"1\", title: T, points: 2, rule: yes-no, documents: [B] }\n\
        - { id: \"2\", title: T, points: 2, scored-by: survey, rule: share, documents: [B] }\n";
    let (a, b) = (evidence("x", "bo.yaml", "{ \"1\": yes }"), evidence("x", "bo.yaml", "{ \"1\": no }"));
    let folder = folder(&[("bo.yaml", set), ("a.yaml", &a), ("b.yaml", &b)]);
    let run = |b: &str| cchc(["compare", "a.yaml", b]).within(folder.path());
    let said = run("b.yaml").word("--lang").word("en").done().out;
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("PROVISIONAL, not graded: nothing is answered yet of the survey part"), "{said}");
    assert!(said.contains("Limit: the score is void, by 1. Sai sự thật."), "{said}");
    assert!(said.contains("Change (B − A): a side has no total"), "{said}");
    let json = run("b.yaml").json();
    assert_eq!(
        (&row(&json, "b", "total")["awarded"], &json["pairs"][0]["a"]["provisional"]),
        (&Value::Null, &json!(true))
    );
    // The criteria are compared all the same.
    assert_eq!(parts(&row(&json, "b", "1")["awarded"]), ["-2", "0", "-2", "0"]);
    // The index of a provisional total is not put before the reader as if it were one.
    let said = run("a.yaml").word("--lang").word("en").done().out;
    assert!(
        said.contains("Change (B − A): 0.00 points\n") && said.contains("No criterion changed."),
        "{said}"
    );
}

#[test]
fn a_command_line_that_asks_for_nothing_is_refused() {
    for (words, said) in [
        (&["a.yaml"][..], "The command line lacks `B`."),
        (&["a.yaml", "b.yaml", "--roles", "self"], "`--roles <ROLE:ROLE>` takes one for A and one for B"),
        (&["a.yaml", "b.yaml", "--roles", "self:chief"], "not `self:chief`"),
        (&["a.yaml", "b.yaml", "--periods", "2025"], "such as `2025:2026`"),
        (&["a.yaml", "b.yaml", "--agencies", "x:"], "`--agencies <ID:ID>` takes one for A and one for B"),
    ] {
        let done = words.iter().fold(cchc(["compare", "--lang", "en"]), Run::word).done();
        assert_eq!(done.status, 2);
        assert!(done.err.contains(said), "{said}: {}", done.err);
    }
}

/// What B decides with a group that is new says nothing of its parts by themselves.
#[test]
fn what_is_decided_with_a_new_group_is_not_held_against_its_parts() {
    let leaf = |id: &str| format!("{{ id: {id}, title: T, points: 2, documents: [B], rule: yes-no }}");
    let set = |version: &str, criteria: &str| {
        format!("id: bo\nversion: \"{version}\"\ntitle: Bộ\npoints: 4\ncriteria: [{criteria}]\n")
    };
    let old = set("1", &format!("{}, {}", leaf("a"), leaf("p")));
    let new =
        set("2", &format!("{}, {{ id: h, title: G, points: 2, criteria: [{}] }}", leaf("a"), leaf("p")));
    let a = evidence("x", "cu.yaml", "{ a: yes, p: yes }");
    let b = evidence("x", "moi.yaml", "{ a: yes, h: { points: 0.5, because: A } }");
    let folder = folder(&[("cu.yaml", &old), ("moi.yaml", &new), ("a.yaml", &a), ("b.yaml", &b)]);
    let json = cchc(["compare", "a.yaml", "b.yaml"]).within(folder.path()).json();
    assert_eq!(row(&json, "b", "p")["uncarried"], "settled-apart");
    assert_eq!(parts(&row(&json, "b", "total")["awarded"]), ["-1.5", "0", "0", "-1.5"]);
}

/// Where the role that scores a criterion did not take place it carries over as such, unless an appraisal answers it.
#[test]
fn a_role_that_was_not_held_carries_over() {
    let set = |version: &str, points: [u8; 2]| {
        let [one, two] = points;
        format!(
            "id: bo\nversion: \"{version}\"\ntitle: Bộ\npoints: 5\nnot-held: [survey]\ncriteria:\n\
             - {{ id: \"1\", title: T, points: {one}, documents: [B], rule: yes-no }}\n\
             - {{ id: \"2\", title: T, points: {two}, documents: [B], scored-by: survey, rule: share }}\n"
        )
    };
    let said = |set: &str, decided: Option<&str>| {
        let head = |role: &str, rest: &str| {
            format!("agency: {{ id: x }}\ncriteria: {set}\nby: {{ role: {role} }}\n{rest}\n")
        };
        let appraisal = decided.map(|decided| {
            head("appraisal", &format!("answers: {{ \"2\": {{ points: {decided}, because: A }} }}"))
        });
        let heads = [head("self", "answers: { \"1\": yes }"), head("survey", "not-held: A")];
        heads.into_iter().chain(appraisal).collect::<Vec<_>>().join("---\n")
    };
    let (old, new) = (set("1", [2, 3]), set("2", [3, 2]));
    let compared = |a: Option<&str>, b: Option<&str>| {
        let (a, b) = (said("cu.yaml", a), said("moi.yaml", b));
        let folder = folder(&[("cu.yaml", &old), ("moi.yaml", &new), ("a.yaml", &a), ("b.yaml", &b)]);
        cchc(["compare", "a.yaml", "b.yaml"]).within(folder.path()).json()
    };
    let json = compared(None, None);
    assert_eq!(row(&json, "b", "2")["uncarried"], Value::Null);
    assert_eq!(parts(&row(&json, "b", "total")["awarded"]), ["1", "1", "0", "0"]);
    // 2 + 2.5 before, of which the 2.5 are more than the criterion has now; 3 + 1 now.
    let json = compared(Some("2.5"), Some("1"));
    assert_eq!(row(&json, "b", "2")["uncarried"], "points-above-most");
    assert_eq!(parts(&row(&json, "b", "total")["awarded"]), ["-0.5", "1", "0", "-1.5"]);
}

/// The same file under a set that renames, swaps, drops and adds: what carries over is read under the other set, so that
/// the same evidence performs the same.
#[test]
fn one_file_is_carried_to_the_other_set() {
    let set = |version: &str, criteria: &str| {
        format!("id: bo\nversion: \"{version}\"\ntitle: T\npoints: 6\ncriteria:\n{criteria}")
    };
    let leaf = |id: &str, was: &str, points: u8| {
        format!("  - {{ id: \"{id}\", title: T, points: {points}, documents: [B], rule: yes-no{was} }}\n")
    };
    let old = set("1", &[leaf("1", "", 1), leaf("2", "", 2), leaf("3", "", 3)].concat());
    let new = set(
        "2",
        &[leaf("2", ", was: [\"1\"]", 2), leaf("1", ", was: [\"2\"]", 1), leaf("4", "", 3)].concat(),
    );
    let evidence = "agency: { id: a }\ncriteria: o1.yaml\nanswers: { \"1\": yes, \"2\": no, \"3\": yes }\n";
    let folder = folder(&[("o1.yaml", &old), ("o2.yaml", &new), ("e.yaml", evidence)]);
    let json = cchc(["compare", "e.yaml", "--criteria-b", "o2.yaml"]).within(folder.path()).json();
    let total = &json["pairs"][0]["criteria"][0]["awarded"];
    // Old: 1 + 0 + 3. New: the 1 is called 2 and worth 2, the 3 is gone.
    for (part, points) in [("change", "-2"), ("rules", "1"), ("performance", "0"), ("not-carried", "-3")] {
        assert_eq!(total[part], points, "{part}: {total}");
    }
}
