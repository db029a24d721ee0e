//! One mistake in a set is one fault, and it stands at the wrong value.

use super::read;
use crate::problem::Checked;
use crate::source::Source;

/// What is told of a set, each as `line:column code`.
fn told(text: &str) -> String {
    let (faults, warnings) = match read(&Source::new("f", text.to_owned())) {
        Checked::Sound(_, warnings) => (Vec::new(), warnings),
        Checked::Broken(faults, warnings) => (faults, warnings),
    };
    let faults = faults.iter().map(|found| (found.at.to_string(), found.what.code()));
    let warnings = warnings.iter().map(|found| (found.at.to_string(), found.what.code()));
    let told: Vec<String> =
        faults.chain(warnings).map(|(at, code)| format!("{} {code}", at.trim_start_matches("f:"))).collect();
    told.join(", ")
}

fn check(cases: &[(String, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .map(|(text, wanted)| (text, wanted, told(text)))
        .filter(|(_, wanted, told)| told != *wanted)
        .map(|(text, wanted, told)| format!("{text}wanted: {wanted}\ntold:   {told}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// A set of 2 points; what is given begins in line 5.
fn set(rest: &str) -> String {
    format!("id: bo\nversion: \"1\"\ntitle: Bộ\npoints: 2\n{rest}\n")
}

/// A set of one criterion of 2 points; the rule begins in line 6, column 5.
fn rule(rule: &str) -> String {
    set(&format!("criteria:\n- {{ rule:\n    {rule},\n    id: \"1\", title: A, points: 2, documents: [B] }}"))
}

/// The same with 0 points.
fn unscored(rule: &str) -> String {
    format!(
        "id: bo\nversion: \"1\"\ntitle: Bộ\npoints: 0\ncriteria:\n\
         - {{ rule: {rule}, id: \"1\", title: A, points: 0, documents: [B] }}\n"
    )
}

const LEAF: &str = "{ id: \"1\", title: A, points: 2, rule: yes-no, documents: [B] }";

#[test]
fn a_misspelt_key_is_not_missing_too() {
    check(&[
        (
            set("criteria:\n- { id: \"1\", titel: A, points: 2, rule: yes-no, documents: [B] }"),
            "6:14 key-unknown",
        ),
        (
            set("criteria:\n- { id: \"1\", title: A, pionts: 2, rule: yes-no, documents: [B] }"),
            "6:24 key-unknown",
        ),
        (
            set("criteria:\n- { id: \"1\", title: A, points: 2, rulle: yes-no, documents: [B] }"),
            "6:35 key-unknown",
        ),
        (set("criteria:\n- { id: \"1\", title: A, points: 2, criterias: [] }"), "6:35 key-unknown"),
        (
            set("criteria:\n- { id: \"1\", title: A, points: 2, rule: yes-no, document: [B] }"),
            "6:49 key-unknown",
        ),
        (set(&format!("criterias: [{LEAF}]\nexpects: {{ criteria: 1 }}")), "5:1 key-unknown"),
        (
            set("audiences: [so, xa]\ncriteria:\n\
                 - { id: \"1\", title: A, points: 2, rule: yes-no, documents: [B], applies-to: [so] }\n\
                 - { id: \"2\", title: A, points: 2, rule: yes-no, documents: [B], applies-to: [xa] }"),
            "5:1 key-unknown",
        ),
        (
            set("scale: { muc-do: [{ id: a, title: A, points: 100% }] }\ncriteria:\n\
                 - { id: \"1\", title: A, points: 1, rule: { choice: muc-do }, documents: [B] }\n\
                 - { id: \"2\", title: A, points: 1, rule: { choice: muc-do }, documents: [B] }"),
            "5:1 key-unknown",
        ),
        (
            set("audience: [so, xa]\ncriteria:\n\
                 - { id: \"1\", title: A, points: 2, rule: yes-no, documents: [B], apply-to: [so] }\n\
                 - { id: \"2\", title: A, points: 2, rule: yes-no, documents: [B], applies-to: [xa] }"),
            "7:65 key-unknown",
        ),
        (rule("{ share: {}, when-emtpy: zero }"), "7:18 key-unknown"),
    ]);
}

#[test]
fn what_cannot_be_read_makes_up_no_sum() {
    let kinds = |first: &str, second: &str| {
        set(&format!(
            "audience: [so, xa]\ncriteria:\n\
             - {{ id: \"1\", title: A, points: 2, rule: yes-no, documents: [B], applies-to: {first} }}\n\
             - {{ id: \"2\", title: A, points: 2, rule: yes-no, documents: [B], applies-to: {second} }}"
        ))
    };
    check(&[
        (kinds("[so]", "[xa]"), ""),
        (kinds("[soo]", "[xa]"), "7:78 kind-unknown"),
        (kinds("so", "[xa]"), "7:77 shape-wrong"),
        (kinds("[[so]]", "[xa]"), "7:79 shape-wrong"),
        (kinds("[\"\"]", "[xa]"), "7:78 id-reserved"),
        (
            set(&format!(
                "audience: so\ncriteria: [{}]",
                LEAF.replace("documents", "applies-to: [so], documents")
            )),
            "5:11 shape-wrong",
        ),
        (
            set("criteria:\n\
                 - { id: \"1\", title: A, points: 1, rule: yes-no, documents: [B], applies-to: [so] }\n\
                 - { id: \"2\", title: A, points: 1, rule: yes-no, documents: [B], applies-to: [so] }"),
            "6:78 kind-unknown",
        ),
        (
            set(
                "expects: { criteria: 2 }\ncriteria:\n- A\n- { id: \"1\", title: A, points: 1, rule: yes-no, documents: [B] }",
            ),
            "7:3 shape-wrong",
        ),
        (set("expects: { criteria: 2 }\ncriteria: A"), "6:11 shape-wrong"),
        (
            set("expects: { criteria: 2 }\ncriteria:\n- { id: \"1\", title: A, points: 2, criteria: 3 }"),
            "7:45 shape-wrong",
        ),
        (
            set("expects: { criteria: 2 }\ncriteria:\n- { id: \"1\", title: A, points: 2, documents: [B] }"),
            "7:5 neither-rule-nor-parts",
        ),
        (
            set("criteria:\n- { id: \"1\", title: A, points: 2, rule: , documents: [B] }"),
            "6:35 neither-rule-nor-parts",
        ),
    ]);
}

#[test]
fn kinds_of_agency_are_those_of_the_group_too() {
    let group = |group: &str, first: &str, second: &str, other: &str| {
        set(&format!(
            "audience: [so, xa, tinh]\ncriteria:\n\
             - id: \"1\"\n  title: A\n  points: 2\n  applies-to: {group}\n  criteria:\n\
             \x20 - {{ id: \"1.1\", title: A, points: 2, rule: yes-no, documents: [B], applies-to: {first} }}\n\
             \x20 - {{ id: \"1.2\", title: A, points: 2, rule: yes-no, documents: [B], applies-to: {second} }}\n\
             - {{ id: \"2\", title: A, points: 2, rule: yes-no, documents: [B], applies-to: {other} }}"
        ))
    };
    check(&[
        (group("[so, xa]", "[so]", "[xa]", "[tinh]"), ""),
        (group("[so]", "[so]", "[xa]", "[xa, tinh]"), "13:82 kind-unknown"),
        (group("[so, xa]", "[so]", "[so]", "[tinh]"), "9:11 parts-do-not-add, 9:11 parts-do-not-add"),
        (group("[so, xaa]", "[so]", "[xa]", "[tinh]"), "10:20 kind-unknown"),
    ]);
    // Under a group of a group the kinds of the outer one hold as well.
    let deep = "audience: [so, xa]\ncriteria:\n\
        - { id: \"1\", title: A, points: 2, applies-to: [so], criteria: [\n\
        \x20   { id: \"2\", title: A, points: 2, criteria: [\n\
        \x20     { id: \"3\", title: A, points: 2, rule: yes-no, documents: [B], applies-to: [so] }] }] }\n\
        - { id: \"4\", title: A, points: 2, rule: yes-no, documents: [B], applies-to: [xa] }";
    check(&[(set(deep), ""), (set(&deep.replace("[so] }] }", "[xa] }] }")), "9:82 kind-unknown")]);
    // A sum that is wrong for every kind alike is told once.
    let sums = "audience: [so, xa]\ncriteria:\n\
        - { id: \"1\", title: A, points: 1, rule: yes-no, documents: [B] }\n\
        - { id: \"2\", title: A, points: 2, rule: yes-no, documents: [B], applies-to: [so] }\n\
        - { id: \"3\", title: A, points: 2, rule: yes-no, documents: [B], applies-to: [xa] }";
    check(&[(set(sums), "4:9 parts-do-not-add")]);
}

#[test]
fn a_scale_is_wrong_once() {
    let scale = "scales: { muc-do: [{ id: answer, title: A, points: 100% }] }\ncriteria:\n\
        - { id: \"1\", title: A, points: 1, rule: { survey: muc-do }, documents: [B] }\n\
        - { id: \"2\", title: A, points: 1, rule: { survey: muc-do }, documents: [B] }";
    check(&[
        (set(scale), "5:26 id-reserved"),
        (set(&scale.replace("answer", "\"\"")), "5:26 id-reserved"),
        (set(&scale.replace("100%", "-5%").replace("answer", "a")), "5:47 number-too-small"),
        (
            set(&scale.replace("answer", "a").replace("survey: muc-do", "survey: mucdo")),
            "7:51 scale-unknown, 8:51 scale-unknown",
        ),
    ]);
}

#[test]
fn a_broken_grade_says_nothing_of_the_order() {
    let grades = |last: &str| {
        set(&format!(
            "grades:\n- {{ id: a, title: A, from: 90% }}\n- {{ id: b, title: B, from: 80% }}\n- {last}\ncriteria: [{LEAF}]"
        ))
    };
    check(&[
        (grades("{ id: c, title: C }"), ""),
        (grades("{ id: c, titel: C }"), "8:12 key-unknown"),
        (grades("{ id: c }"), "8:5 key-missing"),
        (grades("{ title: C }"), "8:5 key-missing"),
        (grades("{ id: \"\", title: C }"), "8:9 id-reserved"),
        (grades("C"), "8:3 shape-wrong"),
        (grades("{ id: c, title: C, from: 70 }"), "8:28 percent-missing"),
        (grades("{ id: c, title: C, from: 70% }"), "8:28 grade-rest-missing"),
        (grades("{ id: c, title: C, fron: 70% }"), "8:22 key-unknown"),
    ]);
}

#[test]
fn empty_texts_are_faults() {
    let title =
        |title: &str| set(&format!("criteria: [{LEAF}]")).replace("title: Bộ", &format!("title: {title}"));
    let leaf =
        |title: &str| set(&format!("criteria: [{}]", LEAF.replace("title: A", &format!("title: {title}"))));
    check(&[
        (title("{ vi: Bộ }"), ""),
        (title(""), "3:1 key-missing"),
        (title("\"\""), "3:8 shape-wrong"),
        (title("{}"), "3:8 shape-wrong"),
        (title("{ vi: }"), "3:10 shape-wrong"),
        (title("{ vi: [Bộ] }"), "3:15 shape-wrong"),
        (leaf("{ vi: , en: }"), "5:32 shape-wrong"),
        (title("{ vi: Bộ, en: Set }").replace("title: A", "title: { vi: }"), "5:32 shape-wrong"),
        (
            title("{ vi: Bộ, en: Set }").replace("title: A", "title: { vi: A, en: \" \" }"),
            "5:32 text-missing",
        ),
        (title("{ vi: Bộ, en: Set }").replace("title: A", "title: { vi: A, en: [A] }"), "5:44 shape-wrong"),
        (title("A").replace("version: \"1\"", "version: \"\""), "2:10 shape-wrong"),
        (title("A").replace("id: bo", "id: \"\""), "1:5 id-reserved"),
        (title("A").replace("{ id: \"1\"", "{ id: \"\""), "5:18 id-reserved"),
        (title("A").replace("points: 2,", "points: \"\","), "5:41 shape-wrong"),
        (title("A").replace("[B]", "[\"\"]"), "5:70 shape-wrong"),
    ]);
}

#[test]
fn a_criterion_without_points_is_followed() {
    for rule in [
        "yes-no",
        "share",
        "{ share: { full-at: 80%, from: 50%, reverse: true } }",
        "{ bands: [{ from: 50%, points: 100% }, { below: 50%, points: share }] }",
        "{ choice: [{ id: a, title: A, points: 100% }, { id: b, title: B, points: 0 }] }",
        "{ checklist: [{ id: a, title: A, points: 50% }] }",
        "{ survey: [{ id: a, title: A, points: 100% }] }",
        "{ count: { each: 50% } }",
        "{ count: { each: 0.5 } }",
        "{ count: { each: 0 } }",
        "{ deduct: { each: 0% } }",
        "{ deduct: { each: 0.5 } }",
        "{ deduct: { each: { a: 50%, b: 0 } } }",
        "{ deadline: { due: 2016-12-31, late: 50% } }",
        "judged",
        "{ judged: { step: 0.5 } }",
    ] {
        assert_eq!(told(&unscored(rule)), "", "{rule}");
    }
    check(&[(unscored("{ choice: [{ id: a, title: A, points: 1 }] }"), "6:13 full-exceeded")]);
}

#[test]
fn numbers_are_told_for_what_they_are() {
    check(&[
        (rule("{ count: { each: 0% } }"), "7:22 number-too-small"),
        (rule("{ deduct: { each: 0% } }"), "7:23 number-too-small"),
        (rule("{ deduct: { each: { a: -50% } } }"), "7:28 number-too-small"),
        (rule("{ share: { full-at: 120% } }"), "7:25 number-too-large"),
        (rule("{ share: { full-at: 0% } }"), "7:25 number-too-small"),
        (rule("{ share: { full-at: 80%, from: 90% } }"), "7:36 number-too-large"),
        (rule("{ deadline: { due: { day: 12-31, year: 2015 } } }"), "7:44 number-too-large"),
        (rule("{ deadline: { due: { day: 12-31, year: -2015 } } }"), "7:44 number-too-small"),
        (rule("{ deadline: { due: { day: 12-31, year: -0.5 } } }"), "7:44 number-not-whole"),
        (rule("{ deadline: { due: { day: 12-31, year: trước } } }"), "7:44 number-wrong"),
        (rule(&format!("{{ count: {{ each: {} }} }}", "1".repeat(41))), "7:22 number-too-long"),
        (
            set(&format!("rounding: {{ places: 1.5, at: total }}\ncriteria: [{LEAF}]")),
            "5:21 number-not-whole",
        ),
    ]);
}

#[test]
fn bands_are_wrong_at_their_edges() {
    check(&[
        (
            rule("{ bands: [{ from: 50, points: 2 }, { below: 50, points: 1 }], when-empty: zero }"),
            "7:67 when-empty-idle",
        ),
        (rule("{ bands: [{ from: , points: 2 }] }"), "7:17 shape-wrong"),
        (rule("{ bands: [{ from: 50%, points: 2 }, { below: , points: 1 }] }"), "7:43 shape-wrong"),
        (rule("{ bands: [{ fron: 50%, points: 2 }, { below: 50%, points: 1 }] }"), "7:17 key-unknown"),
        (
            rule(
                "{ bands: [{ from: 90, points: 2 }, { from: 50%, below: 90%, points: 1 }, { below: 50%, points: 0 }] }",
            ),
            "7:23 edges-mixed",
        ),
        (rule("{ share: { when-empty: zero }, when-empty: full }"), "7:36 yaml-duplicate-key"),
        (rule("{ share: { when-empty: zero } }"), ""),
    ]);
}

#[test]
fn in_time_is_best() {
    check(&[
        (rule("{ deadline: { due: 2016-12-31, on-time: 2, late: 1 } }"), ""),
        (rule("{ deadline: { due: 2016-12-31, on-time: 1, late: 2 } }"), "7:45 full-out-of-reach"),
        (
            rule(
                "{ deadline: { due: 2016-12-31, on-time: 1, late: [{ up-to: 5, points: 1 }, { above: 5, points: 2 }] } }",
            ),
            "7:45 full-out-of-reach, 7:100 steps-fall",
        ),
        (rule("{ deadline: { due: 2016-12-31, late: 3 } }"), "7:7 full-exceeded"),
        (rule("{ deadline: { due: 2016-12-31, on-time: 1 } }"), "7:7 full-out-of-reach"),
    ]);
}

#[test]
fn a_rule_is_read_without_its_points() {
    let broken = |rule: &str| {
        set(&format!(
            "criteria:\n- {{ id: \"1\", title: A, points: hai, documents: [B], rule:\n    {rule} }}"
        ))
    };
    check(&[
        (broken("yes-no"), "6:32 number-wrong"),
        (broken("{ choice: [{ id: a, title: A, points: 3 }] }"), "6:32 number-wrong"),
        (broken("{ judged: { step: 0.3 } }"), "6:32 number-wrong"),
        (broken("{ deduct: { each: 0.5, floor: 1.5 } }"), "6:32 number-wrong"),
        (broken("{ deadline: { due: 2016-12-31, on-time: 0.5, late: 0.6 } }"), "6:32 number-wrong"),
        (broken("{ bands: [{ from: 50%, points: 100% }, { below: 50%, points: 2 }] }"), "6:32 number-wrong"),
        (broken("yesno"), "6:32 number-wrong, 7:5 word-unknown"),
    ]);
}

#[test]
fn an_alias_repeats_no_fault() {
    let twice = "criteria:\n\
        - { id: \"1\", title: A, points: 1, rule: &r { count: { each: một } }, documents: [B] }\n\
        - { id: \"2\", title: A, points: 1, rule: *r, documents: [B] }";
    check(&[(set(twice), "6:61 number-wrong")]);
}
