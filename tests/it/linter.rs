//! What the loader proves of a set before any evidence is read: each defect that was met in real sets, and each
//! promise of the contract, with its place and the value that it is about, in both languages.

use cchc::criteria::read;
use cchc::lang::Lang;
use cchc::problem::Checked;
use cchc::source::Source;
use cchc::wording;

/// A set; then for each problem its place and code, and what is named in Vietnamese and in English.
struct Case {
    set: String,
    told: Vec<[&'static str; 3]>,
}

fn case<const N: usize>(set: String, told: [[&'static str; 3]; N]) -> Case {
    Case { set, told: told.to_vec() }
}

/// What is told of a set: place and code, and the sentence in each language. Faults first.
fn told(set: &str) -> Vec<[String; 3]> {
    let source = Source::new("bo.yaml", set.to_owned());
    let (faults, warnings) = match read(&source) {
        Checked::Sound(_, warnings) => (Vec::new(), warnings),
        Checked::Broken(faults, warnings) => (faults, warnings),
    };
    let faults = faults.iter().map(|found| {
        let said = Lang::ALL.map(|lang| wording::fault(lang, &found.what).what);
        (format!("{} {}", found.at, found.what.code()), said)
    });
    let warnings = warnings.iter().map(|found| {
        let said = Lang::ALL.map(|lang| wording::warning(lang, &found.what).what);
        (format!("{} {}", found.at, found.what.code()), said)
    });
    let both = faults.chain(warnings);
    both.map(|(at, [vi, en])| [at.trim_start_matches("bo.yaml:").to_owned(), vi, en]).collect()
}

fn check<const N: usize>(cases: [Case; N]) {
    let mut wrong = String::new();
    for Case { set, told: wanted } in cases {
        let told = told(&set);
        let as_wanted = told.len() == wanted.len()
            && told
                .iter()
                .zip(&wanted)
                .all(|(told, wanted)| told[0] == wanted[0] && (1..3).all(|at| told[at].contains(wanted[at])));
        if !as_wanted {
            wrong.push_str(&format!("{set}wanted: {wanted:#?}\ntold:   {told:#?}\n\n"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// The head of a set: four lines.
fn set(points: &str, rest: &str) -> String {
    format!("id: bo\nversion: \"1\"\ntitle: Bộ\npoints: {points}\n{rest}\n")
}

/// A set of one criterion of 2 points: its rule begins in line 7, column 11, and more keys of the criterion
/// follow the rule.
fn rule_and(rule: &str, more: &str) -> String {
    set(
        "2",
        &format!(
            "criteria:\n- {{ id: a, title: A, points: 2, documents: [B], rule:\n          {rule}{more} }}"
        ),
    )
}

fn rule(rule: &str) -> String {
    rule_and(rule, "")
}

/// The same with bands: each stands in a line of its own, from line 8 on, in column 5.
fn bands_and(bands: &[&str], more: &str) -> String {
    rule_and(&format!("{{ bands: [\n  {}] }}", bands.join(",\n  ")), more)
}

fn bands(bands: &[&str]) -> String {
    bands_and(bands, "")
}

/// A deadline with bands of lateness, from line 8 on, in column 5.
fn late(bands: &[&str]) -> String {
    rule(&format!("{{ deadline: {{ due: 2026-01-31, late: [\n  {}] }} }}", bands.join(",\n  ")))
}

fn leaf(id: &str, points: &str, more: &str) -> String {
    format!("{{ id: {id}, title: A, points: {points}, rule: yes-no, documents: [B]{more} }}")
}

/// Criteria, one a line, from line 6 on.
fn criteria(points: &str, criteria: &[String]) -> String {
    let lines: Vec<String> = criteria.iter().map(|criterion| format!("\n- {criterion}")).collect();
    set(points, &format!("criteria:{}", lines.concat()))
}

#[test]
fn the_best_answer_earns_the_criterions_points() {
    let below = |best| ["7:13 full-out-of-reach", best, best];
    let above = |best| ["7:13 full-exceeded", best, best];
    let option = |points| {
        format!(
            "{{ choice: [{{ id: co, title: A, points: {points} }}, {{ id: khong, title: B, points: 0 }}] }}"
        )
    };
    check([
        // A criterion of 2 points whose best option gives 1.
        case(
            rule(&option("1")),
            [[
                "7:13 full-out-of-reach",
                "chỉ được 1 điểm, thấp hơn điểm tối đa 2",
                "earns 1 point, fewer than the criterion's 2",
            ]],
        ),
        case(
            rule(&option("2.5")),
            [[
                "7:13 full-exceeded",
                "được tới 2.5 điểm, cao hơn điểm tối đa 2",
                "earns 2.5 points, more than the criterion's 2",
            ]],
        ),
        case(rule(&option("99%")), [below("1.98")]),
        case(rule(&option("100%")), []),
        case(
            rule("{ checklist: [{ id: x, title: A, points: 1 }, { id: y, title: B, points: 0.75 }] }"),
            [below("1.75")],
        ),
        // More than the whole is capped.
        case(rule("{ checklist: [{ id: x, title: A, points: 1 }, { id: y, title: B, points: 1.75 }] }"), []),
        case(rule("{ survey: [{ id: x, title: A, points: 1.5 }] }"), [below("1.5")]),
        case(rule("{ survey: [{ id: x, title: A, points: 3 }] }"), [above("3")]),
        case(rule("{ deadline: { due: 2026-01-31, on-time: 1.5, late: 1 } }"), [below("1.5")]),
        case(rule("{ deadline: { due: 2026-01-31, late: 2.5 } }"), [above("2.5")]),
        case(bands(&["{ from: 90%, points: 1 }", "{ below: 90%, points: 0 }"]), [below("1")]),
        case(bands(&["{ from: 90%, points: 3 }", "{ below: 90%, points: 0 }"]), [above("3")]),
        // Just below 100 % earns nearly 2, 100 % itself 1: no answer earns the 2.
        case(
            bands(&["{ from: 100%, points: 1 }", "{ below: 100%, points: share }"]),
            [below("1"), ["8:25 steps-fall", "100 %", "100 %"]],
        ),
        case(
            bands(&["{ above: 100%, points: 1 }", "{ up-to: 100%, points: share }"]),
            [["8:26 steps-fall", "100 %", "100 %"]],
        ),
        case(rule("{ judged: { step: 0.75 } }"), [["7:29 step-misses", "0.75", "0.75"]]),
        case(rule("{ deduct: { each: 0.5, floor: 3 } }"), [["7:41 number-too-large", "3", "3"]]),
    ]);
}

#[test]
fn bands_claim_no_value_twice() {
    check([
        // Can Tho 2025 has bands that overlap at 90 % and at 95 %.
        case(
            bands(&[
                "{ from: 88%, up-to: 90%, points: 0.5 }",
                "{ from: 90%, up-to: 95%, points: 1 }",
                "{ from: 95%, below: 100%, points: 1.5 }",
                "{ from: 100%, points: 2 }",
                "{ below: 88%, points: 0 }",
            ]),
            [
                [
                    "9:5 band-overlap",
                    "Hai bậc cùng chứa 90 %: bậc này và bậc ở bo.yaml:8:5",
                    "Two bands cover 90 %: this one and the one at bo.yaml:8:5",
                ],
                [
                    "10:5 band-overlap",
                    "Hai bậc cùng chứa 95 %: bậc này và bậc ở bo.yaml:9:5",
                    "Two bands cover 95 %: this one and the one at bo.yaml:9:5",
                ],
            ],
        ),
        // A whole stretch, of which one value is named.
        case(
            bands(&["{ from: 80%, points: 2 }", "{ up-to: 85%, points: 1 }"]),
            [["8:5 band-overlap", "chứa 80 %", "cover 80 %"]],
        ),
        case(
            bands(&["{ above: 80%, points: 2 }", "{ below: 85%, points: 1 }"]),
            [["8:5 band-overlap", "chứa 82.5 %", "cover 82.5 %"]],
        ),
        // The same band twice, and one inside another.
        case(
            bands(&[
                "{ from: 5, points: 2 }",
                "{ from: 0, below: 5, points: 1 }",
                "{ from: 0, below: 5, points: 1 }",
            ]),
            [[
                "10:5 band-overlap",
                "chứa 0: bậc này và bậc ở bo.yaml:9:5",
                "cover 0: this one and the one at bo.yaml:9:5",
            ]],
        ),
        case(
            bands(&["{ from: 0, points: 2 }", "{ from: 3, below: 5, points: 1 }"]),
            [["9:5 band-overlap", "chứa 3", "cover 3"]],
        ),
        case(
            late(&["{ up-to: 15, points: 1 }", "{ from: 15, points: 0.5 }"]),
            [["9:5 band-overlap", "chứa 15", "cover 15"]],
        ),
        case(
            late(&["{ up-to: 15, points: 1 }", "{ above: 14.5, points: 0.5 }"]),
            [["9:5 band-overlap", "chứa 15", "cover 15"]],
        ),
    ]);
}

#[test]
fn bands_leave_no_value_out() {
    let gap = |value, stretch: &'static str| [value, stretch, stretch];
    check([
        // "More than 10 %" and "5-10 %" without its upper edge leave 10 itself in doubt.
        case(
            bands(&[
                "{ above: 10%, points: 2 }",
                "{ from: 5%, below: 10%, points: 1 }",
                "{ below: 5%, points: 0 }",
            ]),
            [["8:5 band-gap", "Không bậc nào chứa 10 % (x = 10 %)", "No band covers 10 % (x = 10 %)"]],
        ),
        case(
            bands(&[
                "{ above: 10, points: 2 }",
                "{ from: 5, below: 10, points: 1 }",
                "{ from: 0, below: 5, points: 0 }",
            ]),
            [["8:5 band-gap", "chứa 10 (x = 10)", "covers 10 (x = 10)"]],
        ),
        case(
            bands(&[
                "{ above: 10, points: 2 }",
                "{ from: 5, up-to: 10, points: 1 }",
                "{ from: 0, below: 5, points: 0 }",
            ]),
            [],
        ),
        // Between, with and without the edges.
        case(
            bands(&["{ from: 90%, points: 2 }", "{ below: 80%, points: 0 }"]),
            [gap("8:5 band-gap", "80 % (80 % ≤ x < 90 %)")],
        ),
        case(
            bands(&["{ above: 90%, points: 2 }", "{ up-to: 80%, points: 0 }"]),
            [gap("8:5 band-gap", "90 % (80 % < x ≤ 90 %)")],
        ),
        case(
            bands(&["{ from: 90%, points: 2 }", "{ up-to: 89%, points: 0 }"]),
            [gap("8:5 band-gap", "89.5 % (89 % < x < 90 %)")],
        ),
        // Below and above.
        case(
            bands(&["{ from: 90%, points: 2 }", "{ from: 60%, below: 90%, points: 1 }"]),
            [gap("9:5 band-gap", "0 % (0 % ≤ x < 60 %)")],
        ),
        case(
            bands(&["{ from: 90%, up-to: 100%, points: 2 }", "{ below: 90%, points: 1 }"]),
            [gap("8:5 band-gap", "101 % (100 % < x)")],
        ),
        case(
            bands(&["{ from: 90%, below: 100%, points: 2 }", "{ below: 90%, points: 1 }"]),
            [gap("8:5 band-gap", "100 % (100 % ≤ x)")],
        ),
        // Amounts that begin above zero leave nought out; those that begin at zero leave nothing out.
        case(
            bands(&["{ from: 5, points: 2 }", "{ from: 1, below: 5, points: 1 }"]),
            [gap("9:5 band-gap", "0 (x < 1)")],
        ),
        case(
            bands(&["{ from: 5, points: 2 }", "{ above: 0, below: 5, points: 1 }"]),
            [gap("9:5 band-gap", "0 (x ≤ 0)")],
        ),
        case(bands(&["{ from: 5, points: 2 }", "{ from: 0, below: 5, points: 1 }"]), []),
        // Days late are whole and begin with one.
        case(
            late(&["{ from: 3, up-to: 15, points: 1 }", "{ above: 15, points: 0.5 }"]),
            [gap("8:5 band-gap", "1 (1 ≤ x < 3)")],
        ),
        case(
            late(&["{ up-to: 15, points: 1 }", "{ from: 17, points: 0.5 }"]),
            [gap("9:5 band-gap", "16 (16 ≤ x < 17)")],
        ),
        case(
            late(&["{ up-to: 15, points: 1 }", "{ from: 16, up-to: 30, points: 0.5 }"]),
            [gap("9:5 band-gap", "31 (31 ≤ x)")],
        ),
        case(late(&["{ up-to: 15, points: 1 }", "{ from: 16, points: 0.5 }"]), []),
        case(late(&["{ from: 1, below: 16, points: 1 }", "{ above: 15, points: 0.5 }"]), []),
        // Two holes are two faults.
        case(
            bands(&[
                "{ above: 90%, points: 2 }",
                "{ from: 50%, below: 90%, points: 1 }",
                "{ below: 40%, points: 0 }",
            ]),
            [gap("8:5 band-gap", "90 % (x = 90 %)"), gap("9:5 band-gap", "40 % (40 % ≤ x < 50 %)")],
        ),
    ]);
}

#[test]
fn a_band_can_be_met() {
    let empty = |at| [at, "không có giá trị nào", "No value lies between the edges"];
    check([
        case(
            bands(&["{ from: 90%, below: 90%, points: 2 }", "{ below: 90%, points: 0 }"]),
            [empty("8:5 band-empty")],
        ),
        // Only a share below nothing could earn the points.
        case(bands(&["{ below: 0%, points: 2 }", "{ from: 0%, points: 1 }"]), [empty("8:5 band-empty")]),
        case(
            bands(&["{ up-to: 0%, points: 2 }", "{ above: 0%, points: 1 }"]),
            [["9:24 steps-fall", "0 %", "0 %"]],
        ),
        case(late(&["{ up-to: 0, points: 1 }", "{ above: 0, points: 0.5 }"]), [empty("8:5 band-empty")]),
        case(
            late(&[
                "{ up-to: 15, points: 1 }",
                "{ above: 15, below: 16, points: 0.5 }",
                "{ from: 16, points: 0 }",
            ]),
            [empty("9:5 band-empty")],
        ),
    ]);
}

/// A group that passes its parts through bands; each stands in a line of its own, from line 6 on, in column 5.
fn through(points: &str, more: &str, bands: &[&str]) -> String {
    let bands = bands.join(",\n  ");
    let parts = [leaf("a", "4", ""), leaf("b", "4", "")].join(", ");
    set(
        points,
        &format!(
            "criteria: [{{ id: g, title: G, points: {points}{more}, bands: [\n  {bands}], criteria: [{parts}] }}]"
        ),
    )
}

#[test]
fn the_bands_of_a_group_are_proved_too() {
    check([
        case(through("5", "", &["{ from: 6, points: 5 }", "{ below: 6, points: 0 }"]), []),
        case(
            through("5", "", &["{ from: 6, points: 4 }", "{ below: 6, points: 0 }"]),
            [[
                "6:5 full-out-of-reach",
                "4 điểm, thấp hơn điểm tối đa 5",
                "4 points, fewer than the criterion's 5",
            ]],
        ),
        case(
            through("5", "", &["{ from: 60%, points: 6 }", "{ below: 60%, points: 0 }"]),
            [["6:5 full-exceeded", "6", "6"]],
        ),
        // A group comes to 100 % of its points at most.
        case(
            through("5", "", &["{ above: 100%, points: 5 }", "{ up-to: 100%, points: 4 }"]),
            [["6:5 full-out-of-reach", "4 điểm", "4 points"]],
        ),
        case(
            through("5", "", &["{ above: 6, points: 5 }", "{ below: 6, points: 0 }"]),
            [["6:5 band-gap", "6 (x = 6)", "6 (x = 6)"]],
        ),
        case(
            through("5", ", as-written: Như văn bản", &["{ from: 6, points: 4 }", "{ below: 6, points: 0 }"]),
            [["5:42 as-written", "Như văn bản", "Như văn bản"]],
        ),
        // More than its points a group cannot be kept at.
        case(
            criteria(
                "2",
                &[format!("{{ id: g, title: G, points: 2, floor: 3, criteria: [{}] }}", leaf("a", "2", ""))],
            ),
            [["6:40 number-too-large", "2", "2"]],
        ),
    ]);
}

#[test]
fn parts_make_their_whole() {
    let group = |more: &str, parts: &[String]| {
        format!("{{ id: g, title: G{more}, criteria: [\n    {}] }}", parts.join(",\n    "))
    };
    let heading = |more: &str, parts: &[String]| group(&format!(", combine: none{more}"), parts);
    let audience = |set: String| set.replace("criteria:\n", "audience: [so, xa]\ncriteria:\n");
    check([
        case(
            criteria("10", &[leaf("a", "4", ""), leaf("b", "5.5", "")]),
            [[
                "4:9 parts-do-not-add",
                "cộng lại được 9.5 điểm, trong khi điểm tối đa ghi là 10",
                "add up to 9.5 points, while 10 are declared",
            ]],
        ),
        case(criteria("10", &[leaf("a", "4", ""), leaf("b", "6", "")]), []),
        case(
            criteria("4", &[group(", points: 4", &[leaf("a", "1", ""), leaf("b", "2", "")])]),
            [["6:30 parts-do-not-add", "được 3 điểm", "add up to 3 points"]],
        ),
        // Through headings, to any depth; a heading has no sum of its own.
        case(
            criteria("4", &[heading("", &[leaf("a", "1", ""), leaf("b", "2", "")]), leaf("c", "1", "")]),
            [],
        ),
        case(
            criteria(
                "4",
                &[heading(
                    "",
                    &[
                        leaf("a", "1", ""),
                        "{ id: h, title: H, combine: none, criteria: [".to_owned()
                            + &leaf("b", "2", "")
                            + "] }",
                    ],
                )],
            ),
            [["4:9 parts-do-not-add", "được 3 điểm", "add up to 3 points"]],
        ),
        // A bonus and a penalty stand outside.
        case(
            criteria(
                "4",
                &[leaf("a", "4", ""), leaf("b", "3", ", bonus: true"), leaf("c", "2", ", penalty: true")],
            ),
            [],
        ),
        case(
            criteria("7", &[leaf("a", "4", ""), leaf("b", "3", ", bonus: true")]),
            [["4:9 parts-do-not-add", "được 4 điểm", "add up to 4 points"]],
        ),
        // Other ways than adding prove nothing of sums.
        case(criteria("9", &[leaf("a", "4", "")]).replace("criteria:\n", "combine: mean\ncriteria:\n"), []),
        // Each kind of agency has its own sum.
        case(
            audience(criteria(
                "4",
                &[
                    leaf("a", "2", ""),
                    leaf("b", "2", ", applies-to: [so]"),
                    leaf("c", "1", ", applies-to: [xa]"),
                ],
            )),
            [[
                "4:9 parts-do-not-add",
                "loại cơ quan `xa`, các tiêu chí thành phần cộng lại được 3 điểm",
                "kind `xa` the parts add up to 3 points",
            ]],
        ),
        case(
            audience(criteria(
                "4",
                &[
                    leaf("a", "2", ""),
                    heading(", applies-to: [so]", &[leaf("b", "2", "")]),
                    leaf("c", "2", ", applies-to: [xa]"),
                ],
            )),
            [],
        ),
        case(
            audience(criteria(
                "4",
                &[leaf("a", "2", ""), heading(", applies-to: [so]", &[leaf("b", "2", "")])],
            )),
            [[
                "4:9 parts-do-not-add",
                "`xa`, các tiêu chí thành phần cộng lại được 2 điểm",
                "`xa` the parts add up to 2 points",
            ]],
        ),
    ]);
}

#[test]
fn ids_are_told_apart() {
    let items = |kind: &str, id: &str| rule(&format!("{{ {kind}: [{{ id: {id}, title: A, points: 2 }}] }}"));
    let reserved = |at: &'static str, id: &'static str| [at, id, id];
    let scale = |id: &str| {
        criteria("2", &[leaf("a", "2", "")]).replace(
            "criteria:",
            &format!("scales: {{ s: [{{ id: {id}, title: A, points: 100% }}] }}\ncriteria:"),
        )
    };
    check([
        case(
            criteria("2", &[leaf("a", "1", ""), leaf("a", "1", "")]),
            [["7:9 id-twice", "bo.yaml:6:9", "bo.yaml:6:9"]],
        ),
        // What differs in case, or as a text, differs.
        case(
            criteria(
                "3",
                &[
                    leaf("a", "1", ""),
                    leaf("A", "1", ""),
                    leaf("\"1.10\"", "0.5", ""),
                    leaf("\"1.1\"", "0.5", ""),
                ],
            ),
            [],
        ),
        case(
            criteria("2", &[format!("{{ id: a, title: G, points: 2, criteria: [{}] }}", leaf("a", "2", ""))]),
            [["6:50 id-twice", "bo.yaml:6:9", "bo.yaml:6:9"]],
        ),
        case(criteria("2", &[leaf("total", "2", "")]), [reserved("6:9 id-reserved", "total")]),
        case(
            rule("{ choice: [{ id: x, title: A, points: 2 },\n  { id: x, title: B, points: 0 }] }"),
            [["8:9 id-twice", "bo.yaml:7:28", "bo.yaml:7:28"]],
        ),
        case(
            rule("{ deduct: { each: { x: 1,\n  x: 2 } } }"),
            [["8:3 yaml-duplicate-key", "bo.yaml:7:31", "bo.yaml:7:31"]],
        ),
        case(
            rule(
                "{ versus-peers: { to: mean, when-empty: zero, bands: [{ from: 1%, points: 2 }, { below: 1%, points: 0 }] },\n  when-empty: full }",
            ),
            [["8:3 yaml-duplicate-key", "bo.yaml:7:39", "bo.yaml:7:39"]],
        ),
        case(items("choice", "not-applicable"), [reserved("7:28 id-reserved", "not-applicable")]),
        case(items("choice", "none"), []),
        case(items("checklist", "none"), [reserved("7:31 id-reserved", "none")]),
        case(items("checklist", "not-applicable"), [reserved("7:31 id-reserved", "not-applicable")]),
        case(items("survey", "answer"), [reserved("7:28 id-reserved", "answer")]),
        case(items("survey", "points"), [reserved("7:28 id-reserved", "points")]),
        case(items("survey", "because"), [reserved("7:28 id-reserved", "because")]),
        case(items("survey", "note"), [reserved("7:28 id-reserved", "note")]),
        case(items("survey", "documents"), [reserved("7:28 id-reserved", "documents")]),
        case(items("survey", "not-applicable"), [reserved("7:28 id-reserved", "not-applicable")]),
        case(
            rule(
                "{ deduct: { each: { answer: 1, points: 1, because: 1, note: 1, documents: 1, not-applicable: 1 } } }",
            ),
            [
                reserved("7:31 id-reserved", "answer"),
                reserved("7:42 id-reserved", "points"),
                reserved("7:53 id-reserved", "because"),
                reserved("7:65 id-reserved", "note"),
                reserved("7:74 id-reserved", "documents"),
                reserved("7:88 id-reserved", "not-applicable"),
            ],
        ),
        // In a scale too, even one that nobody uses.
        case(scale("not-applicable"), [reserved("5:21 id-reserved", "not-applicable")]),
        case(scale("x"), []),
    ]);
}

const GRADES: &str = "grades:\n- { id: tot, title: A, from: 80% }\n- { id: yeu, title: B }\n";

#[test]
fn what_is_pointed_at_exists() {
    let with = |more: &str| {
        criteria("2", &[leaf("a1", "2", "")]).replace("criteria:\n", &format!("{GRADES}{more}criteria:\n"))
    };
    let limit =
        |when: &str, then: &str| with(&format!("limits:\n- {{ when: {{ {when} }}, {then}, because: C }}\n"));
    let known = |at, word: &'static str| [at, word, word];
    check([
        case(rule("{ choice: mucdo }"), [known("7:21 scale-unknown", "mucdo")]),
        case(rule("{ survey: muc-do }"), [known("7:21 scale-unknown", "muc-do")]),
        case(criteria("2", &[leaf("a1", "2", ", requires: a2")]), [known("6:74 criterion-unknown", "a2")]),
        case(criteria("2", &[leaf("a1", "2", ", at-most: b")]), [known("6:73 criterion-unknown", "b")]),
        case(
            criteria("2", &[leaf("a1", "2", ", requires: total")]),
            [known("6:74 criterion-unknown", "total")],
        ),
        case(limit("criterion: a2, is: zero", "grade-at-most: yeu"), [known("9:24 criterion-unknown", "a2")]),
        case(limit("criterion: a1, is: zero", "grade-at-most: yeus"), [known("9:55 word-unknown", "yeus")]),
        case(limit("criterion: a1, is: nil", "grade-at-most: yeu"), [known("9:32 word-unknown", "nil")]),
        case(limit("criterion: a1, below: 50", "grade-at-most: yeu"), [known("9:35 percent-missing", "50")]),
        case(limit("criterion: a1, answer: maybe", "score: void"), [known("9:36 answer-wrong", "maybe")]),
        case(limit("criterion: any, answer: no", "score: void"), [["9:37 answer-on-group", "", ""]]),
        case(limit("criterion: a1", "score: void"), [known("9:13 keys-not-one", "below")]),
        case(
            limit("criterion: a1, is: zero, below: 50%", "score: void"),
            [known("9:38 keys-not-one", "below")],
        ),
        case(
            limit("criterion: a1, is: zero", "score: void, grade-at-most: yeu"),
            [known("9:40 keys-not-one", "score")],
        ),
        case(limit("criterion: any, is: zero", "grade-at-most: yeu"), []),
        case(limit("criterion: a1, answer: no", "score: void"), []),
    ]);
}

#[test]
fn nothing_waits_for_itself() {
    let circle = |at, id: &'static str| [at, id, id];
    let group = |id: &str, more: &str, part: &str| {
        format!("{{ id: {id}, title: G, points: 1{more}, criteria: [{part}] }}")
    };
    check([
        case(criteria("1", &[leaf("a", "1", ", requires: a")]), [circle("6:73 reference-circle", "`a`")]),
        // A gate on its own group.
        case(
            criteria("1", &[group("g", "", &leaf("a", "1", ", requires: g"))]),
            [circle("6:114 reference-circle", "`g`")],
        ),
        // A group that requires its own part waits for no circle.
        case(criteria("1", &[group("g", ", requires: a", &leaf("a", "1", ""))]), []),
        // Each requires the other.
        case(
            criteria("2", &[leaf("a", "1", ", requires: b"), leaf("b", "1", ", requires: a")]),
            [circle("7:73 reference-circle", "`a`")],
        ),
        // Round by way of a bound, and by way of groups.
        case(
            criteria("2", &[leaf("a", "1", ", requires: b"), leaf("b", "1", ", at-most: a")]),
            [circle("7:72 reference-circle", "`a`")],
        ),
        case(
            criteria(
                "2",
                &[
                    group("g", "", &leaf("a", "1", ", at-most: h")),
                    group("h", "", &leaf("b", "1", ", requires: g")),
                ],
            ),
            [circle("7:114 reference-circle", "`g`")],
        ),
        // Crosswise between the parts of two groups there is none.
        case(
            criteria(
                "4",
                &[
                    format!(
                        "{{ id: g, title: G, points: 2, criteria: [{}, {}] }}",
                        leaf("a", "1", ", requires: c"),
                        leaf("b", "1", "")
                    ),
                    format!(
                        "{{ id: h, title: G, points: 2, criteria: [{}, {}] }}",
                        leaf("c", "1", ""),
                        leaf("d", "1", ", requires: b")
                    ),
                ],
            ),
            [],
        ),
    ]);
}

#[test]
fn grades_dates_counts_and_texts_hold() {
    let head = |more: &str| {
        criteria("2", &[leaf("a", "2", "")]).replace("criteria:\n", &format!("{more}\ncriteria:\n"))
    };
    let grades = |first: &str, second: &str, last: &str| {
        head(&format!(
            "grades:\n- {{ id: x, title: A{first} }}\n- {{ id: y, title: B{second} }}\n- {{ id: z, title: C{last} }}"
        ))
    };
    let named = |at, value: &'static str| [at, value, value];
    check([
        case(grades(", from: 90%", ", from: 80%", ""), []),
        case(grades(", from: 80%", ", from: 90%", ""), [["7:28 grade-order", "", ""]]),
        case(grades(", from: 80%", ", from: 80%", ""), [["7:28 grade-order", "", ""]]),
        case(grades("", ", from: 80%", ""), [["6:5 grade-edge-missing", "", ""]]),
        case(grades(", from: 90%", ", from: 80%", ", from: 0.5%"), [["8:28 grade-rest-missing", "", ""]]),
        case(head("effective: { from: 2026-02-30 }"), [named("5:20 date-not-real", "2026-02-30")]),
        case(head("effective: { from: 31/04/2026 }"), [named("5:20 date-not-real", "31/04/2026")]),
        case(head("effective: { from: 2026-12-31, to: 2026-01-01 }"), [["5:36 span-backwards", "", ""]]),
        case(head("effective: { from: 2026-01-01, supersedes: bo@1.0 }"), []),
        case(head("supersedes: bo@1.0\neffective: { from: 2026-01-01 }"), []),
        case(head("effective: { supersedes: bo }"), [["5:26 version-not-named", "bo", "bo"]]),
        case(
            head("effective: { supersedes: bo@1 }\nsupersedes: bo@1"),
            [["5:14 keys-not-one", "effective.supersedes", "effective.supersedes"]],
        ),
        case(rule("{ deadline: { due: 2026-13-01 } }"), [named("7:30 date-not-real", "2026-13-01")]),
        case(rule("{ deadline: { due: { day: 02-30 } } }"), [named("7:37 date-not-real", "02-30")]),
        // Not every year has the day.
        case(rule("{ deadline: { due: { day: 02-29 } } }"), [named("7:37 date-not-real", "02-29")]),
        case(head("expects: { criteria: 2 }"), [["5:22 count-wrong", "1", "1"]]),
        case(head("expects: { criteria: 1 }"), []),
        case(
            head("note: { vi: Ghi chú, en: Note }")
                .replace("title: Bộ", "title: { vi: Bộ, en: Set }")
                .replace("title: A", "title: { vi: A }"),
            [["7:21 text-missing", "", ""]],
        ),
        case(head("note: Ghi chú").replace("title: Bộ", "title: { vi: Bộ, en: Set }"), []),
    ]);
}

#[test]
fn suspicions_are_warnings() {
    check([
        case(
            bands(&[
                "{ from: 90%, points: 1 }",
                "{ from: 80%, below: 90%, points: 2 }",
                "{ below: 80%, points: 0 }",
            ]),
            [[
                "8:24 steps-fall",
                "Từ 90 % trở lên lại được ít điểm hơn: 1 điểm, trong khi bậc dưới được 2",
                "From 90 % on, less is earned: 1 point, while the band below earns 2",
            ]],
        ),
        // Of an amount nobody knows which way is better, unless it turns.
        case(
            bands(&[
                "{ from: 9, points: 0 }",
                "{ from: 3, below: 9, points: 1 }",
                "{ from: 0, below: 3, points: 2 }",
            ]),
            [],
        ),
        case(
            bands(&[
                "{ from: 9, points: 1 }",
                "{ from: 3, below: 9, points: 2 }",
                "{ from: 0, below: 3, points: 0 }",
            ]),
            [["8:22 steps-fall", "Từ 9 trở lên", "From 9 on"]],
        ),
        // A later day that earns more.
        case(
            late(&["{ up-to: 15, points: 0.5 }", "{ above: 15, points: 1 }"]),
            [[
                "9:24 steps-fall",
                "Trễ từ 16 ngày trở lên lại được nhiều điểm hơn: 1 điểm, trong khi bậc trước được 0.5",
                "From 16 days late on, more is earned: 1 point, while the band before earns 0.5",
            ]],
        ),
        case(
            criteria("2", &[leaf("a", "2", "").replace(", documents: [B]", "")]),
            [["6:5 documents-not-named", "`a`", "`a`"]],
        ),
        case(
            criteria("2", &[leaf("a", "2", "").replace("[B]", "[]")]),
            [["6:5 documents-not-named", "`a`", "`a`"]],
        ),
    ]);
}

#[test]
fn as_written_excuses_sums_and_reach_and_nothing_else() {
    let kept = ", as-written: Văn bản ghi như vậy";
    let why = |at| [at, "Văn bản ghi như vậy", "Văn bản ghi như vậy"];
    let group = |more: &str| {
        criteria(
            "4",
            &[format!("{{ id: g, title: G, points: 4{more}, criteria: [{}] }}", leaf("a", "3", ""))],
        )
    };
    check([
        case(rule_and("{ choice: [{ id: x, title: A, points: 1 }] }", kept), [why("7:57 as-written")]),
        case(rule_and("{ choice: [{ id: x, title: A, points: 3 }] }", kept), [why("7:57 as-written")]),
        case(
            rule_and("{ deadline: { due: 2026-01-31, on-time: 1, late: 1.5 } }", kept),
            [why("7:69 as-written")],
        ),
        case(rule_and("{ judged: { step: 0.75 } }", kept), [why("7:39 as-written")]),
        case(group(kept), [why("6:33 as-written")]),
        case(group(""), [["6:30 parts-do-not-add", "3 điểm", "3 points"]]),
        case(
            bands_and(&["{ from: 90%, points: 2 }", "{ below: 80%, points: 0 }"], kept),
            [["8:5 band-gap", "80 %", "80 %"], why("9:33 as-written")],
        ),
        case(
            bands_and(&["{ from: 90%, points: 2 }", "{ up-to: 90%, points: 0 }"], kept),
            [["8:5 band-overlap", "90 %", "90 %"], why("9:33 as-written")],
        ),
        // It needs its reason.
        case(group(", as-written: \"\""), [["6:45 shape-wrong", "", ""]]),
    ]);
}

#[test]
fn keys_do_something_where_they_stand() {
    let idle = |at, key: &'static str| [at, key, key];
    let heading = |more: &str, part: &str| {
        criteria("2", &[format!("{{ id: h, title: H, combine: none{more}, criteria: [\n  {part}] }}")])
    };
    let mean = |set: String| set.replace("criteria:\n-", "combine: mean\ncriteria:\n-");
    check([
        case(criteria("2", &[leaf("a", "2", ", weight: 2")]), [idle("6:63 key-idle", "weight")]),
        case(mean(criteria("2", &[leaf("a", "2", ", weight: 2")])), []),
        // A formula may name the mean.
        case(
            mean(criteria("2", &[leaf("a", "2", ", weight: 2")]))
                .replace("combine: mean", "combine: { formula: \"mean\" }"),
            [],
        ),
        // The parts of a heading weigh in the mean around it, the heading does not; nor does what stands outside.
        case(mean(heading("", &leaf("a", "2", ", weight: 2"))), []),
        case(mean(heading(", weight: 2", &leaf("a", "2", ""))), [idle("7:37 key-idle", "weight")]),
        case(
            mean(criteria("2", &[leaf("a", "2", ""), leaf("b", "1", ", bonus: true, weight: 2")])),
            [idle("8:76 key-idle", "weight")],
        ),
        case(heading(", points: 2", &leaf("a", "2", "")), [idle("6:37 key-idle", "points")]),
        case(heading(", floor: 1", &leaf("a", "2", "")), [idle("6:37 key-idle", "floor")]),
        case(
            heading(", grades: [{ id: x, title: X }]", &leaf("a", "2", "")),
            [idle("6:37 key-idle", "grades")],
        ),
        case(
            heading(", bands: [{ from: 0, points: 2 }]", &leaf("a", "2", "")),
            [idle("6:37 key-idle", "bands")],
        ),
        case(heading(", requires: a", &leaf("a", "2", "")), [idle("6:37 key-idle", "requires")]),
        case(heading(", at-most: a", &leaf("a", "2", "")), [idle("6:37 key-idle", "at-most")]),
        case(
            heading(", not-applicable: full", &leaf("a", "2", "")),
            [idle("6:37 key-idle", "not-applicable")],
        ),
        case(
            criteria(
                "2",
                &[
                    leaf("a", "2", ""),
                    "{ id: h, title: H, combine: none, bonus: true, criteria: [".to_owned()
                        + &leaf("b", "1", "")
                        + "] }",
                ],
            ),
            [idle("7:37 key-idle", "bonus")],
        ),
        case(criteria("2", &[leaf("a", "2", ", combine: mean")]), [idle("6:63 key-idle", "combine")]),
        case(criteria("2", &[leaf("a", "2", ", floor: 0")]), [idle("6:63 key-idle", "floor")]),
        case(
            criteria("2", &[leaf("a", "2", ", bonus: true, penalty: true")]),
            [["6:76 keys-not-one", "bonus", "penalty"]],
        ),
    ]);
}
