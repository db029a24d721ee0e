//! The criteria language, word by word, on cases that were worked out by hand.

use serde_json::Value;

use crate::run::{Done, cchc, folder};

/// A run of a small set, of which `criteria` and what stands before them are given, on answers.
struct Case {
    json: Value,
}

const HEAD: &str = "id: bo-thu\nversion: \"1\"\ntitle: Bộ thử\n";
const GRADES: &str = "grades:\n  - { id: a, title: A, from: 90% }\n  - { id: b, title: B, from: 50% }\n  - { id: c, title: C }\n";

fn files(set: &str, evidence: &str) -> tempfile::TempDir {
    let evidence = if evidence.contains("answers") || evidence.contains("agency") {
        evidence.to_owned()
    } else {
        format!("answers: {{ {evidence} }}\n")
    };
    let head = "agency: { id: so-a }\ncriteria: bo.yaml\n";
    let whole = if evidence.contains("agency") { evidence } else { format!("{head}{evidence}") };
    folder(&[("bo.yaml", &format!("{HEAD}{set}")), ("phieu.yaml", &whole)])
}

fn case(set: &str, evidence: &str) -> Case {
    let folder = files(set, evidence);
    Case { json: cchc(["score", "phieu.yaml"]).within(folder.path()).json() }
}

fn told(set: &str, evidence: &str) -> Done {
    let folder = files(set, evidence);
    cchc(["score", "phieu.yaml", "--lang", "en"]).within(folder.path()).done()
}

impl Case {
    fn total(&self, key: &str) -> &Value {
        &self.json["agencies"][0]["total"][key]
    }

    fn node(&self, id: &str) -> &Value {
        let nodes = self.json["agencies"][0]["criteria"].as_array().expect("criteria");
        nodes.iter().find(|node| node["id"] == id).unwrap_or_else(|| panic!("no {id}: {}", self.json))
    }

    /// Awarded, applicable, answered, excused.
    fn tally(&self, id: &str) -> [&str; 4] {
        let node = if id == "total" { &self.json["agencies"][0]["total"] } else { self.node(id) };
        ["awarded", "applicable", "answered", "excused"].map(|key| node[key].as_str().unwrap_or("-"))
    }
}

/// A leaf: `id points rule`, with more keys behind.
fn leaf(id: &str, points: &str, rule: &str, more: &str) -> String {
    format!("{{ id: {id}, title: Tiêu chí, points: {points}, rule: {rule}, documents: [Bảng]{more} }}")
}

fn group(id: &str, points: &str, more: &str, parts: &[String]) -> String {
    format!("{{ id: {id}, title: Nhóm, points: {points}{more}, criteria: [{}] }}", parts.join(", "))
}

fn set(points: &str, more: &str, criteria: &[String]) -> String {
    let criteria = criteria.iter().map(|criterion| format!("  - {criterion}")).collect::<Vec<_>>().join("\n");
    format!("points: {points}\n{more}criteria:\n{criteria}\n")
}

#[test]
fn a_mean_weighs_the_shares_of_its_parts() {
    let parts = [
        leaf("a", "1", "yes-no", ", weight: 2, not-applicable: leave-out"),
        leaf("b", "3", "share", ", not-applicable: leave-out"),
    ];
    let set = set("10", "", &[group("g", "10", ", combine: mean", &parts)]);
    // (2 x 1 + 1 x 1/2) / 3 = 5/6 of 10.
    assert_eq!(case(&set, "a: yes, b: 1/2").tally("g"), ["8.333333333333", "10", "10", "0"]);
    // What is missing has no share and weighs on: 2/3 of 10, of which 2/3 is answered.
    assert_eq!(case(&set, "a: yes").tally("g"), ["6.666666666667", "10", "6.666666666667", "0"]);
    // What is left out does not weigh: 1/2 of 10; a third of the points is excused.
    let out = case(&set, "b: 1/2, a: { not-applicable: Không có }");
    assert_eq!(out.tally("g"), ["5", "10", "10", "6.666666666667"]);
    let parts = out.total("parts").as_array().expect("parts");
    assert_eq!((&parts[0]["applicable"], &parts[0]["awarded"]), (&"10".into(), &"5".into()));
}

#[test]
fn weights_may_be_ratios() {
    let parts = [leaf("a", "1", "yes-no", ", weight: 2/3"), leaf("b", "1", "yes-no", ", weight: 1/3")];
    let set = set("9", "combine: mean\n", &parts);
    assert_eq!(case(&set, "a: yes, b: no").total("awarded"), "6");
}

#[test]
fn the_lowest_and_the_highest_share_decide() {
    let parts = || [leaf("a", "2", "share", ""), leaf("b", "5", "share", ""), leaf("c", "1", "yes-no", "")];
    let answers = "a: 1/2, b: 3/4, c: yes";
    let lowest = set("8", "combine: lowest\n", &parts());
    let highest = set("8", "combine: highest\n", &parts());
    assert_eq!(case(&lowest, answers).tally("total"), ["4", "8", "8", "0"]);
    assert_eq!(case(&highest, answers).tally("total"), ["8", "8", "8", "0"]);
    assert_eq!(case(&lowest, "a: 1/2, b: 3/4").tally("total"), ["0", "8", "5.333333333333", "0"]);
    assert_eq!(case(&highest, "a: 1/2").tally("total"), ["4", "8", "2.666666666667", "0"]);
}

#[test]
fn deductions_go_below_zero_unless_a_floor_is_written() {
    let parts = || [leaf("a", "3", "yes-no", ""), leaf("b", "5", "share", "")];
    let open = set("6", "combine: deduct\n", &parts());
    assert_eq!(case(&open, "a: yes, b: 4/5").total("awarded"), "5");
    assert_eq!(case(&open, "a: no, b: 0/5").total("awarded"), "-2");
    // A missing answer loses as much as a zero; half of what is answered stands for its part of the six points.
    assert_eq!(case(&open, "a: yes").tally("total"), ["1", "6", "2.25", "0"]);
    let floored = set("6", "combine: deduct\nfloor: 0\n", &parts());
    let case = case(&floored, "a: no, b: 0/5");
    assert_eq!(case.total("awarded"), "0");
}

#[test]
fn a_group_may_pass_through_bands() {
    let bands = "bands:\n  - { from: 6, points: 5 }\n  - { from: 3, below: 6, points: 2 }\n  - { below: 3, points: 0 }\n";
    let parts = [leaf("a", "4", "share", ""), leaf("b", "4", "share", "")];
    let set = set("5", bands, &parts);
    assert_eq!(case(&set, "a: 1/2, b: 1/1").tally("total"), ["5", "5", "5", "0"]);
    assert_eq!(case(&set, "a: 1/2, b: 1/4").total("awarded"), "2");
    assert_eq!(case(&set, "a: 1/2").tally("total"), ["0", "5", "2.5", "0"]);
}

#[test]
fn the_best_band_gives_the_groups_points() {
    let bands = "bands: [{ from: 50%, points: 4 }, { below: 50%, points: 0 }]\n";
    let done = told(&set("5", bands, &[leaf("a", "1", "yes-no", "")]), "a: yes");
    assert_eq!(done.problems(), ["bo.yaml:5:11 full-out-of-reach"]);
}

#[test]
fn bonus_and_penalty_stand_outside_the_points() {
    let set = set(
        "10",
        GRADES,
        &[
            leaf("a", "10", "share", ""),
            leaf("thuong", "3", "{ count: { each: 1 } }", ", bonus: true"),
            leaf("phat", "2", "{ count: { each: 0.5 } }", ", penalty: true"),
        ],
    );
    let case = case(&set, "a: 9/10, thuong: 5, phat: 3");
    // 9 + 3 - 1.5; five initiatives earn no more than the bonus has.
    assert_eq!(case.tally("total"), ["10.5", "10", "10", "0"]);
    assert_eq!(case.node("thuong")["awarded"], "3");
    assert_eq!(case.node("phat")["awarded"], "-1.5");
    assert_eq!((case.total("index"), case.total("grade")), (&"105".into(), &"a".into()));
    // An open bonus is no gap; an open penalty is a fault.
    let open = self::case(&set, "a: 9/10, phat: 0");
    assert_eq!(open.tally("total"), ["9", "10", "10", "0"]);
    assert_eq!(told(&set, "a: 9/10").problems(), ["phieu.yaml:1:1 penalty-unanswered"]);
}

#[test]
fn a_heading_scores_nothing_and_its_parts_count_above() {
    let heading = "{ id: h, title: Đề mục, combine: none, criteria: [".to_owned()
        + &leaf("a", "3", "yes-no", "")
        + ", "
        + &leaf("b", "4", "share", "")
        + "] }";
    let set = set("10", "", &[heading, leaf("c", "3", "yes-no", "")]);
    let case = case(&set, "a: yes, b: 1/2, c: no");
    assert_eq!(case.tally("total"), ["5", "10", "10", "0"]);
    assert_eq!(case.tally("h"), ["-", "7", "7", "0"]);
    assert_eq!(case.node("h")["index"], Value::Null);
}

#[test]
fn a_set_may_have_no_total() {
    let set =
        format!("combine: none\ncriteria:\n  - {}\n", group("g", "3", "", &[leaf("a", "3", "yes-no", "")]));
    let case = case(&set, "a: yes");
    assert_eq!((case.total("awarded"), case.total("index")), (&Value::Null, &Value::Null));
    assert_eq!(case.node("g")["index"], "100");
}

#[test]
fn a_gate_opens_with_the_full_share() {
    let set = set(
        "6",
        "",
        &[
            leaf("dieu-kien", "0", "yes-no", ", not-applicable: leave-out"),
            leaf("a", "6", "share", ", requires: dieu-kien"),
        ],
    );
    assert_eq!(case(&set, "dieu-kien: yes, a: 1/2").total("awarded"), "3");
    assert_eq!(case(&set, "dieu-kien: no, a: 1/2").total("awarded"), "0");
    let missing = case(&set, "a: 1/2");
    assert_eq!(
        missing.node("a")["why"]["then"][0],
        serde_json::json!({ "requires": "dieu-kien", "missing": true })
    );
    assert_eq!(case(&set, "a: 1/2, dieu-kien: { not-applicable: Không có }").total("awarded"), "3");
}

#[test]
fn a_criterion_may_be_bounded_by_another() {
    let set = set("10", "", &[leaf("a", "5", "share", ""), leaf("b", "5", "share", ", at-most: a")]);
    assert_eq!(case(&set, "a: 2/5, b: 4/5").total("awarded"), "4");
    assert_eq!(case(&set, "a: 4/5, b: 2/5").total("awarded"), "6");
    assert_eq!(case(&set, "b: 2/5").total("awarded"), "0");
}

#[test]
fn limits_cap_the_grade_and_void_the_score() {
    let limits = "limits:\n\
        \x20 - { when: { criterion: g, below: 50% }, grade-at-most: b, because: Lĩnh vực dưới một nửa }\n\
        \x20 - { when: { criterion: any, is: zero }, grade-at-most: c, because: Có tiêu chí 0 điểm }\n\
        \x20 - { when: { criterion: ky-luat, answer: yes }, score: void, because: Bị kỷ luật }\n";
    let parts = [leaf("a", "2", "share", ", not-applicable: leave-out"), leaf("b", "2", "share", "")];
    let set = set(
        "20",
        &format!("{GRADES}{limits}"),
        &[group("g", "4", "", &parts), leaf("c", "16", "yes-no", ""), leaf("ky-luat", "0", "yes-no", "")],
    );
    let grade = |answers: &str| {
        let case = case(&set, &format!("c: yes, {answers}"));
        let hits = case.total("limited-by").as_array().expect("limits").len();
        (case.total("grade").as_str().map(str::to_owned), hits)
    };
    assert_eq!(grade("a: 1/1, b: 1/1, ky-luat: no"), (Some("a".into()), 0));
    assert_eq!(grade("a: 1/4, b: 2/4, ky-luat: no"), (Some("b".into()), 1));
    // Both hit, the lower wins; what is missing does no better than a zero.
    assert_eq!(grade("a: 0/4, b: 1/4, ky-luat: no"), (Some("c".into()), 2));
    assert_eq!(grade("b: 4/4, ky-luat: no"), (Some("c".into()), 1));
    // Not applicable triggers nothing.
    assert_eq!(grade("a: { not-applicable: Không có }, b: 4/4, ky-luat: no"), (Some("a".into()), 0));
    let void = case(&set, "a: 1/1, b: 1/1, c: yes, ky-luat: yes");
    for key in ["awarded", "index", "grade", "rank"] {
        assert_eq!(void.total(key), &Value::Null, "{key}");
    }
    let said = told(&set, "a: 0/4, b: 1/4, c: yes, ky-luat: no").out;
    assert!(said.contains("Limit: the grade is B at most, by g. Lĩnh vực dưới một nửa"), "{said}");
    assert!(said.contains("Limit: the grade is C at most, by a. Có tiêu chí 0 điểm"), "{said}");
}

#[test]
fn excused_points_may_be_shared_out() {
    let parts = [
        leaf("a", "4", "yes-no", ", not-applicable: share-out"),
        leaf("b", "3", "yes-no", ""),
        group("c", "3", "", &[leaf("c1", "1", "share", ""), leaf("c2", "2", "yes-no", "")]),
    ];
    let set = set("10", "rounding: { places: 2, at: criterion }\n", &parts);
    let case = case(&set, "a: { not-applicable: Không có }, b: yes, c1: 1/2, c2: no");
    // Six points carry ten: 3 become 5, 1 becomes 5/3 of which half is 0.83, and 2 become 10/3.
    assert_eq!(case.node("b")["awarded"], "5");
    assert_eq!(case.node("c1")["awarded"], "0.83");
    assert_eq!(case.node("c2")["applicable"], "3.333333333333");
    assert_eq!(case.tally("total"), ["5.83", "10", "10", "4"]);
}

#[test]
fn a_role_that_was_not_held_is_no_excuse_and_no_gap() {
    let set = set(
        "10",
        "not-held: [survey]\n",
        &[leaf("a", "7", "share", ""), leaf("b", "3", "share", ", scored-by: survey")],
    );
    let own = "agency: { id: so-a }\ncriteria: bo.yaml\nanswers: { a: 5/7 }\n";
    let without = case(&set, own);
    assert_eq!((without.total("provisional"), without.tally("total")), (&true.into(), ["5", "10", "7", "0"]));
    let survey = "---\nagency: { id: so-a }\nby: { role: survey }\nnot-held: Năm nay không khảo sát\n";
    let held = case(&set, &format!("{own}{survey}"));
    assert_eq!((held.total("provisional"), held.tally("total")), (&false.into(), ["5", "7", "7", "0"]));
    assert_eq!(held.node("b")["why"]["not-held"], "Năm nay không khảo sát");
}

#[test]
fn what_is_excused_may_be_bounded() {
    let out = ", not-applicable: leave-out";
    let set = set(
        "10",
        "not-applicable-at-most: 20%\n",
        &[leaf("a", "2", "yes-no", out), leaf("b", "1", "yes-no", out), leaf("c", "7", "yes-no", "")],
    );
    assert_eq!(case(&set, "a: { not-applicable: Không có }, b: no, c: yes").total("applicable"), "8");
    let done = told(&set, "a: { not-applicable: Không có }, b: { not-applicable: Không có }, c: yes");
    assert_eq!(done.problems(), ["phieu.yaml:3:12 too-much-excused"]);
    assert!(done.err.contains("30 %") && done.err.contains("20 %"), "{}", done.err);
}

#[test]
fn rounding_begins_at_its_stage() {
    let parts = [leaf("a", "1", "share", ""), leaf("b", "1", "share", "")];
    let awarded = |rounding: &str| {
        let set = set("2", &format!("rounding: {{ {rounding} }}\n"), &[group("g", "2", "", &parts)]);
        let case = case(&set, "a: 1/3, b: 1/3");
        ["a", "g", "total"].map(|id| case.tally(id)[0].to_owned())
    };
    assert_eq!(awarded("places: 1, at: criterion"), ["0.3", "0.6", "0.6"]);
    assert_eq!(awarded("places: 1, at: level"), ["0.333333333333", "0.7", "0.7"]);
    assert_eq!(awarded("places: 1, at: level, mode: down"), ["0.333333333333", "0.6", "0.6"]);
    assert_eq!(awarded("places: 1, at: total"), ["0.333333333333", "0.666666666667", "0.7"]);
}

#[test]
fn kinds_of_agency_have_criteria_of_their_own() {
    let more = "audience: [xa, phuong]\n";
    let set = set(
        "5",
        more,
        &[
            leaf("chung", "3", "yes-no", ""),
            leaf("rieng-xa", "2", "yes-no", ", applies-to: [xa]"),
            leaf("rieng-phuong", "2", "yes-no", ", applies-to: [phuong]"),
        ],
    );
    let evidence = |kind: &str, answers: &str| {
        format!("agency: {{ id: so-a{kind} }}\ncriteria: bo.yaml\nanswers: {{ {answers} }}\n")
    };
    let xa = case(&set, &evidence(", kind: xa", "chung: yes, rieng-xa: yes"));
    assert_eq!(xa.tally("total"), ["5", "5", "5", "0"]);
    assert_eq!(xa.node("rieng-phuong")["outcome"], "not-applicable");
    assert_eq!(told(&set, &evidence("", "chung: yes")).problems(), ["phieu.yaml:1:1 kind-needed"]);
}

#[test]
fn a_points_text_may_be_kept_as_it_is_written() {
    let choice = "{ choice: [{ id: co, title: Có, points: 1 }, { id: chua, title: Chưa, points: 0 }] }";
    let kept = set("2", "", &[leaf("a", "2", choice, ", as-written: Mức cao nhất chỉ được 1 điểm")]);
    let case = case(&kept, "a: co");
    assert_eq!((case.total("awarded"), case.total("index")), (&"1".into(), &"50".into()));
    assert_eq!(case.json["problems"][0]["code"], "as-written");
    let bare = set("2", "", &[leaf("a", "2", choice, "")]);
    assert_eq!(told(&bare, "a: co").problems(), ["bo.yaml:6:50 full-out-of-reach"]);
}

/// Three departments and a commune: the mean and the median are those of the department's own kind and period.
#[test]
fn an_answer_may_be_held_against_those_of_the_peers() {
    let rule = |to: &str| {
        format!(
            "{{ versus-peers: {{ to: {to}, when-empty: zero, bands: [{{ from: 100%, points: 3 }}, \
             {{ from: 80%, below: 100%, points: 2 }}, {{ below: 80%, points: 0 }}] }} }}"
        )
    };
    let set = set(
        "6",
        "rank: { among: kind, ties: skip }\n",
        &[leaf("tb", "3", &rule("mean"), ""), leaf("tv", "3", &rule("median"), "")],
    );
    let row = |id: &str, kind: &str, answer: &str| {
        format!("{id},{kind},2026,bo.yaml,tb,{answer}\n{id},{kind},2026,bo.yaml,tv,{answer}\n")
    };
    let head = "agency,kind,period,criteria,criterion,answer\n";
    let rows =
        [row("a", "so", "50"), row("b", "so", "40"), row("c", "so", "90"), row("d", "xa", "1")].concat();
    let folder = folder(&[("bo.yaml", &format!("{HEAD}{set}")), ("phieu.csv", &format!("{head}{rows}"))]);
    let run = || cchc(["score", "phieu.csv", "--lang", "en"]).within(folder.path());
    let json = run().json();
    let awarded: Vec<[&str; 3]> = json["agencies"]
        .as_array()
        .expect("agencies")
        .iter()
        .map(|agency| {
            let nodes = &agency["criteria"];
            [&nodes[0]["awarded"], &nodes[1]["awarded"], &agency["total"]["awarded"]]
                .map(|v| v.as_str().unwrap_or("-"))
        })
        .collect();
    // Of 50, 40 and 90 the mean is 60, of which 50 is 83 % and 40 is 67 %; the median is 50, of which 40 is 80 %.
    assert_eq!(awarded, [["2", "3", "5"], ["0", "2", "2"], ["3", "3", "6"], ["3", "3", "6"]]);
    assert_eq!(json["agencies"][0]["criteria"][0]["why"]["peers"], "60");
    assert_eq!(json["agencies"][2]["total"]["rank"], 1);
    let said = run().done().out;
    assert!(said.contains("50 compared with the mean of all 60 ≈ 83.3333 %"), "{said}");
}

#[test]
fn a_comparison_says_what_nothing_means() {
    let rule =
        "{ versus-peers: { to: mean, bands: [{ from: 100%, points: 3 }, { below: 100%, points: 0 }] } }";
    let done = told(&set("3", "", &[leaf("a", "3", rule, "")]), "a: 1");
    assert_eq!(done.problems(), ["bo.yaml:6:66 key-missing"]);
}

/// The weakest part decides, with half a point more where another is better: the rule of PEFA's M1.
#[test]
fn a_formula_may_combine_the_parts() {
    let parts = || ["a", "b"].map(|id| leaf(id, "4", "judged", ", not-applicable: leave-out")).to_vec();
    let set = set("4", "combine: { formula: \"lowest + (highest > lowest ? 0.5 : 0)\" }\n", &parts());
    let total = |a: &str, b: &str| case(&set, &format!("a: {a}, b: {b}")).total("awarded").clone();
    assert_eq!(total("{ answer: 2, note: A }", "{ answer: 2, note: A }"), "2");
    assert_eq!(total("{ answer: 2, note: A }", "{ answer: 4, note: A }"), "2.5");
    assert_eq!(total("{ answer: 2, note: A }", "{ not-applicable: Không có }"), "2");
    let over = self::set("4", "combine: { formula: sum / parts }\n", &parts());
    assert_eq!(case(&over, "a: { answer: 2, note: A }, b: { answer: 3, note: A }").total("awarded"), "2.5");
    let bad = self::set("4", "combine: { formula: sum / mean }\n", &parts());
    assert_eq!(told(&bad, "a: 2").problems(), ["bo.yaml:5:27 formula-divides-by-zero"]);
}
