//! Follow-up: what is said of every request and every lost point, by hand and in general.

use cchc::analysis::{LossSums, Scored, follow_up};
use cchc::assessment::{Peers, score};
use cchc::calendar::Date;
use cchc::criteria::{Counts, Criteria};
use cchc::points::Points;
use serde_json::{Value, json};

use crate::evidence::{dossier, evidence, for_random_evidence};
use crate::run::{Done, cchc, folder, golden, project};

/// A set of which everything is answered by `yes` or `no`, but for a share and a penalty.
const SET: &str = "id: bo\nversion: \"1\"\ntitle: Bộ thử\npoints: 10\ncriteria:\n\
    - id: \"1\"\n  title: Chỉ đạo\n  points: 10\n  criteria:\n  \
      - { id: \"1.1\", title: Hồ sơ đúng hạn, points: 4, rule: share, documents: [A], not-applicable: leave-out }\n  \
      - { id: \"1.2\", title: Kế hoạch, points: 2, rule: yes-no, documents: [A] }\n  \
      - { id: \"1.3\", title: Báo cáo, points: 2, rule: yes-no, documents: [A] }\n  \
      - { id: \"1.4\", title: Tự kiểm tra, points: 2, rule: yes-no, documents: [A] }\n\
    - { id: tru, title: Vi phạm, points: 3, penalty: true, rule: { count: { each: 1 } }, documents: [A] }\n";

/// The set that took its place: 1.1 has another name, 1.3 and 1.4 are one, the penalty is gone, and 1.3 is now the id of
/// another thing.
const NEXT: &str = "id: bo\nversion: \"2\"\nsupersedes: bo@1\ntitle: Bộ mới\npoints: 10\ncriteria:\n\
    - { id: a, title: Hồ sơ đúng hạn, points: 4, rule: share, documents: [A], was: [\"1.1\"] }\n\
    - { id: \"1.2\", title: Kế hoạch, points: 2, rule: yes-no, documents: [A] }\n\
    - { id: b, title: Báo cáo và tự kiểm tra, points: 2, rule: yes-no, documents: [A], was: [\"1.3\", \"1.4\"] }\n\
    - { id: \"1.3\", title: Một việc khác hẳn, points: 2, rule: yes-no, documents: [A], was: [\"1.9\"] }\n";

/// Evidence of one role.
fn said(by: &str, period: &str, set: &str, answers: &str, findings: &[&str]) -> String {
    let items: Vec<String> = findings.iter().map(|finding| format!("  - {{ {finding} }}\n")).collect();
    let findings = if items.is_empty() { String::new() } else { format!("findings:\n{}", items.concat()) };
    format!(
        "agency: {{ id: so-a, name: Sở A }}\ncriteria: {set}\nperiod: {period}\nby: {{ role: {by} }}\n\
         answers: {{ {answers} }}\n{findings}"
    )
}

fn run(old: &str, new: &str, words: &[&str]) -> Done {
    let folder = folder(&[("bo.yaml", SET), ("bo2.yaml", NEXT), ("cu.yaml", old), ("moi.yaml", new)]);
    let run = cchc(["follow-up", "cu.yaml", "moi.yaml"]).within(folder.path());
    words.iter().fold(run, crate::run::Run::word).done()
}

fn followed(old: &str, new: &str, as_of: &str) -> Value {
    let done = run(old, new, &["--as-of", as_of, "--format", "json"]);
    assert_eq!(done.status, 0, "{}", done.err);
    serde_json::from_str(&done.out).unwrap_or_else(|error| panic!("{error}: {}", done.out))
}

/// The state of the only request, and why.
fn state(finding: &str, answers: &str, findings: &[&str], as_of: &str) -> (String, String) {
    let old =
        said("inspection", "2025", "bo.yaml", "\"1.1\": 2/4, \"1.2\": no, \"1.3\": yes, tru: 1", &[finding]);
    let new = said("inspection", "2026", "bo.yaml", answers, findings);
    let json = followed(&old, &new, as_of);
    let [request] = &json["agencies"][0]["requests"].as_array().expect("requests")[..] else {
        panic!("one request: {json}")
    };
    let word = |field: &str| request[field].as_str().expect("a word").to_owned();
    (word("state"), word("because"))
}

#[test]
fn a_request_stands_as_the_new_evidence_says() {
    let asked =
        "criterion: \"1.2\", kind: shortcoming, text: Chưa có, request: Ban hành kế hoạch, due: 2026-06-30";
    let free = "kind: request, text: Tham mưu kế hoạch hằng năm, due: 30/06/2026";
    let share = "criterion: \"1.1\", kind: request, text: Giải quyết đúng hạn";
    let penalty = "criterion: tru, kind: shortcoming, text: Vi phạm, request: Chấm dứt vi phạm";
    let group = "criterion: \"1\", kind: request, text: Làm đủ";
    let all = "\"1.1\": 4/4, \"1.2\": yes, \"1.3\": yes, \"1.4\": yes, tru: 0";
    for (finding, answers, findings, as_of, expected) in [
        // By the score.
        (asked, "\"1.2\": yes", &[][..], "2026-12-31", ("met", "nothing-lost")),
        (asked, "\"1.2\": no", &[], "2026-12-31", ("overdue", "still-lost")),
        (asked, "\"1.3\": yes", &[], "2026-12-31", ("overdue", "unanswered")),
        (share, "\"1.1\": 399/400", &[], "2026-12-31", ("open", "still-lost")),
        (share, "\"1.1\": 400/400", &[], "2026-12-31", ("met", "nothing-lost")),
        (
            share,
            "\"1.1\": { not-applicable: Không có }",
            &[],
            "2026-12-31",
            ("not-applicable", "not-applicable"),
        ),
        (penalty, "tru: 1", &[], "2026-12-31", ("open", "still-lost")),
        (penalty, "tru: 0", &[], "2026-12-31", ("met", "nothing-lost")),
        (group, all, &[], "2026-12-31", ("met", "nothing-lost")),
        (group, "\"1.1\": 4/4, \"1.2\": yes, \"1.3\": yes", &[], "2026-12-31", ("open", "unanswered")),
        // Due on the day itself is not overdue; the day after it is.
        (asked, "\"1.2\": no", &[], "2026-06-30", ("open", "still-lost")),
        (asked, "\"1.2\": no", &[], "01/07/2026", ("overdue", "still-lost")),
        (share, "\"1.1\": 0/4", &[], "2099-12-31", ("open", "still-lost")),
        // By what is said.
        (free, "", &[], "2026-06-30", ("open", "not-mentioned")),
        (free, "", &[], "2026-12-31", ("overdue", "not-mentioned")),
        (free, "", &["kind: strength, text: THAM MƯU  kế hoạch hằng năm"], "2026-12-31", ("met", "strength")),
        (
            free,
            "",
            &["kind: strength, text: Tốt, request: tham mưu kế hoạch hằng năm"],
            "2026-12-31",
            ("met", "strength"),
        ),
        (free, "", &["kind: strength, text: Tham mưu kế hoạch"], "2026-12-31", ("overdue", "not-mentioned")),
        (free, "", &["kind: request, text: Tham mưu kế hoạch hằng năm"], "2026-01-31", ("open", "repeated")),
        // Asked for again: not met, whatever the score and whatever else is said.
        (
            asked,
            "\"1.2\": yes",
            &["criterion: \"1.2\", kind: shortcoming, text: Vẫn thế, request: ban hành KẾ HOẠCH"],
            "2026-12-31",
            ("overdue", "repeated"),
        ),
        (
            asked,
            "\"1.2\": yes",
            &["kind: strength, text: Ban hành kế hoạch", "kind: request, text: Ban hành kế hoạch"],
            "2026-06-01",
            ("open", "repeated"),
        ),
        // The same words about another criterion are another request.
        (
            asked,
            "\"1.2\": yes",
            &["criterion: \"1.3\", kind: request, text: Ban hành kế hoạch"],
            "2026-12-31",
            ("met", "nothing-lost"),
        ),
        (
            asked,
            "\"1.2\": no",
            &["criterion: \"1.3\", kind: strength, text: Ban hành kế hoạch"],
            "2026-06-01",
            ("open", "still-lost"),
        ),
        (
            asked,
            "\"1.2\": no",
            &["kind: strength, text: Ban hành kế hoạch"],
            "2026-12-31",
            ("met", "strength"),
        ),
    ] {
        let (state, because) = state(finding, answers, findings, as_of);
        assert_eq!((state.as_str(), because.as_str()), expected, "{finding}\n{answers}\n{findings:?}");
    }
}

/// Only what is asked is followed: not praise, not a shortcoming of which nothing is asked.
#[test]
fn only_requests_are_followed() {
    let findings = [
        "kind: strength, text: Tốt",
        "kind: shortcoming, text: Kém",
        "kind: shortcoming, text: Kém, request: \" \"",
    ];
    let old = said("inspection", "2025", "bo.yaml", "\"1.2\": yes", &findings);
    let json = followed(&old, &old, "2026-12-31");
    assert_eq!(json["agencies"][0]["requests"], json!([]));
    assert_eq!(
        json["agencies"][0]["counts"],
        json!({ "met": 0, "open": 0, "overdue": 0, "not-applicable": 0 })
    );
    let done = run(&old, &old, &["--as-of", "2026-12-31", "--lang", "en"]);
    assert!(done.out.contains("Requests: none.\n"), "{}", done.out);
}

/// What only asks stands among the requests of the report, in whichever of its two places it is written.
#[test]
fn a_finding_that_only_asks_is_in_the_report() {
    let findings =
        ["kind: request, text: Tham mưu kế hoạch", "kind: request, text: Về hồ sơ, request: Bổ sung đủ"];
    let evidence = said("inspection", "2025", "bo.yaml", "\"1.2\": yes", &findings);
    let folder = folder(&[("bo.yaml", SET), ("phieu.yaml", &evidence)]);
    let done = cchc(["score", "phieu.yaml", "--lang", "en"]).within(folder.path()).done();
    let (_, asked) = done.out.split_once("Requests:\n").expect("requests stand in the report");
    assert!(
        asked.contains("1. Tham mưu kế hoạch\n") && asked.contains("2. Về hồ sơ: Bổ sung đủ\n"),
        "{asked}"
    );
}

/// Later layers of the same period carry the finding on: that is not asking for it again.
#[test]
fn what_is_carried_on_is_not_repeated() {
    let finding = "criterion: \"1.2\", kind: shortcoming, text: Chưa có, request: Ban hành kế hoạch";
    let old = said("inspection", "2026", "bo.yaml", "\"1.2\": no", &[finding]);
    let state = |new: &str| {
        let json = followed(&old, new, "2026-12-31");
        json["agencies"][0]["requests"][0]["because"].as_str().expect("a reason").to_owned()
    };
    let mended = said("self", "2026", "bo.yaml", "\"1.2\": yes, tru: 0", &[]);
    assert_eq!(state(&format!("{old}---\n{mended}")), "nothing-lost");
    let again = said("appraisal", "2026", "bo.yaml", "", &[finding]);
    assert_eq!(state(&format!("{old}---\n{mended}---\n{again}")), "repeated");
    // The same words a year later are a request of their own.
    assert_eq!(state(&old.replace("period: 2026", "period: 2027").replace(": no", ": yes")), "repeated");
}

#[test]
fn criteria_are_followed_into_the_set_that_took_the_place() {
    let old = said(
        "inspection",
        "2025",
        "bo.yaml",
        "\"1.1\": 2/4, \"1.2\": yes, \"1.3\": no, \"1.4\": no, tru: 2",
        &[
            "criterion: \"1.1\", kind: request, text: Đúng hạn",
            "criterion: \"1.3\", kind: request, text: Báo cáo",
            "criterion: tru, kind: request, text: Chấm dứt vi phạm, due: 2025-12-31",
        ],
    );
    let new = said("inspection", "2026", "bo2.yaml", "a: 3/4, \"1.2\": no, b: no, \"1.3\": no", &[]);
    let json = followed(&old, &new, "2026-12-31");
    let agency = &json["agencies"][0];
    let lost = |lost: &str| json!({ "lost": lost, "unanswered": "0" });
    assert_eq!(
        agency["lost"],
        json!([
            { "id": ["1.1"], "now-id": ["a"], "then": lost("2"), "now": lost("1"), "came-back": "1" },
            { "id": ["1.3", "1.4"], "now-id": ["b"], "then": lost("4"), "now": lost("2"), "came-back": "2" },
            { "id": ["tru"], "now-id": [], "then": lost("2"), "now": "absent", "came-back": null },
        ])
    );
    assert_eq!(
        agency["sums"],
        json!({
            "lost-then": "8", "unanswered-then": "0", "lost-now": "3", "unanswered-now": "0",
            "came-back": "3", "not-compared": "2", "newly-lost": "4",
        })
    );
    let newly: Vec<&Value> =
        agency["newly-lost"].as_array().expect("a list").iter().map(|loss| &loss["now-id"]).collect();
    assert_eq!(newly, [&json!(["1.2"]), &json!(["1.3"])]);
    let stand: Vec<_> = agency["requests"]
        .as_array()
        .expect("requests")
        .iter()
        .map(|request| (request["now-id"].clone(), request["state"].clone(), request["because"].clone()))
        .collect();
    assert_eq!(
        stand,
        [
            (json!(["a"]), json!("open"), json!("still-lost")),
            (json!(["b"]), json!("open"), json!("still-lost")),
            (json!([]), json!("overdue"), json!("criterion-gone")),
        ]
    );
}

/// A group that is decided whole has the score of its parts: they come back together.
#[test]
fn what_was_decided_whole_is_compared_whole() {
    let old = said("appraisal", "2025", "bo.yaml", "\"1\": { points: 4, because: Chấm gộp }, tru: 0", &[]);
    let new = said(
        "appraisal",
        "2026",
        "bo.yaml",
        "\"1.1\": 4/4, \"1.2\": yes, \"1.3\": no, \"1.4\": yes, tru: 1",
        &[],
    );
    let json = followed(&old, &new, "2026-12-31");
    let [loss] = &json["agencies"][0]["lost"].as_array().expect("a list")[..] else { panic!("{json}") };
    assert_eq!((&loss["id"], &loss["now-id"]), (&json!(["1"]), &json!(["1.1", "1.2", "1.3", "1.4"])));
    assert_eq!((&loss["then"]["lost"], &loss["came-back"]), (&json!("6"), &json!("4")));
    let newly = &json["agencies"][0]["newly-lost"];
    assert_eq!((&newly[0]["now-id"], &newly[0]["now"]["lost"]), (&json!(["tru"]), &json!("1")));
}

/// What was lost then is lost now, or came back, or cannot be compared; nothing is counted twice, and nothing changes
/// between a score and itself.
#[test]
fn lost_points_add_up_and_a_score_loses_nothing_to_itself() {
    let day = Date::read("2026-12-31").unwrap();
    for_random_evidence(40, |criteria, luck| {
        let turned: Vec<u32> = luck.iter().map(|luck| luck.rotate_left(7)).collect();
        let (Some(then), Some(now)) = (scored(criteria, luck), scored(criteria, &turned)) else { return };
        let whole = follow_up((criteria, &then), Some((criteria, &now)), day);
        let sums = LossSums::of(&whole.lost);
        assert_eq!(sums.then, &(&sums.now + &sums.came_back) + &sums.not_compared);
        let by_hand: Points = criteria
            .leaves()
            .filter(|leaf| !criteria.is_outside(*leaf))
            .map(|leaf| then.assessment.at(leaf).lost())
            .sum();
        let penalties: Points = criteria
            .nodes()
            .filter(|node| criteria.at(*node).counts == Counts::Penalty)
            .map(|node| -&then.assessment.at(node).tally.awarded)
            .sum();
        assert_eq!(sums.then, &by_hand + &penalties, "{}", criteria.identity.name());
        let mut named: Vec<_> =
            whole.lost.iter().chain(&whole.newly_lost).flat_map(|loss| &loss.new).collect();
        let all = named.len();
        named.sort();
        named.dedup();
        assert_eq!(named.len(), all, "a criterion in two lines");
        let itself = follow_up((criteria, &then), Some((criteria, &then)), day);
        assert!(itself.newly_lost.is_empty());
        assert!(itself.lost.iter().all(|loss| loss.came_back() == Some(Points::ZERO)));
    });
}

fn scored(criteria: &Criteria, luck: &[u32]) -> Option<Scored> {
    let dossier = dossier(criteria, &evidence(criteria, luck).0)?;
    let assessment = score(criteria, &dossier, &Peers::default());
    Some(Scored { dossier, assessment })
}

/// Several agencies are paired by id; of one that is gone the requests are told all the same.
#[test]
fn agencies_are_paired_by_id() {
    let of = |id: &str, evidence: &str| evidence.replace("so-a", id).replace("Sở A", id);
    let asked = said(
        "inspection",
        "2025",
        "bo.yaml",
        "\"1.2\": no",
        &["criterion: \"1.2\", kind: request, text: Làm đi, due: 2025-12-31"],
    );
    let done = said("inspection", "2026", "bo.yaml", "\"1.2\": yes", &[]);
    let old = format!("{}---\n{}", of("so-a", &asked), of("so-b", &asked));
    let new = format!("{}---\n{}", of("so-b", &done), of("so-c", &done));
    let json = followed(&old, &new, "2026-12-31");
    let agencies = json["agencies"].as_array().expect("agencies");
    let stand: Vec<_> = agencies
        .iter()
        .map(|agency| {
            (&agency["agency"]["id"], &agency["now"]["agency"]["id"], &agency["requests"][0]["because"])
        })
        .collect();
    assert_eq!(
        stand,
        [
            (&json!("so-a"), &Value::Null, &json!("agency-gone")),
            (&json!("so-b"), &json!("so-b"), &json!("nothing-lost")),
        ]
    );
    let told = run(&old, &new, &["--as-of", "2026-12-31"]);
    assert!(told.err.contains("so-c"), "{}", told.err);
    // One on each side are the pair, whatever they are called.
    let json = followed(&of("so-cu", &asked), &of("so-moi", &done), "2026-12-31");
    assert_eq!(json["agencies"][0]["now"]["agency"]["id"], "so-moi");
    assert_eq!(json["agencies"][0]["requests"][0]["state"], "met");
    // One may be chosen, and must be there.
    let one = run(&old, &new, &["--as-of", "2026-12-31", "--agency", "so-b", "--format", "csv"]);
    assert_eq!(one.out.lines().filter(|line| line.contains(",request,")).count(), 1, "{}", one.out);
    let none = run(&old, &new, &["--as-of", "2026-12-31", "--agency", "so-x"]);
    assert!(none.status == 2 && none.out.is_empty() && none.err.contains("so-a, so-b"), "{}", none.err);
}

#[test]
fn the_status_tells_what_was_asked_for() {
    let asked = said(
        "inspection",
        "2025",
        "bo.yaml",
        "\"1.2\": no",
        &["kind: request, text: Làm đi, due: 2026-06-30"],
    );
    let later = said("inspection", "2026", "bo.yaml", "\"1.2\": yes", &[]);
    for (words, status) in [
        (&["--as-of", "2026-12-31"][..], 0),
        (&["--as-of", "2026-12-31", "--fail-overdue"], 1),
        (&["--as-of", "2026-06-30", "--fail-overdue"], 0),
        (&["--as-of", "31/02/2026"], 2),
        (&["--as-of", "tháng 12"], 2),
        (&[], 2),
    ] {
        let done = run(&asked, &later, words);
        assert_eq!(done.status, status, "{words:?}: {}", done.err);
        assert_eq!(done.out.is_empty(), status == 2, "{words:?}");
    }
    let folder = folder(&[("bo.yaml", SET), ("cu.yaml", &asked), ("moi.yaml", &later)]);
    let run =
        cchc(["follow-up", "cu.yaml", "moi.yaml", "--as-of", "2026-12-31", "--fail-overdue", "-o", "ra.txt"]);
    assert_eq!(run.within(folder.path()).done().status, 1);
    assert!(folder.path().join("ra.txt").exists(), "what was found is written whatever the status");
}

#[test]
fn nothing_is_said_while_anything_is_faulty() {
    let sound = said("inspection", "2025", "bo.yaml", "\"1.2\": no", &["kind: request, text: Làm đi"]);
    let faulty = said("inspection", "2026", "bo.yaml", "\"1.2\": maybe", &[]);
    let done = run(&faulty, &faulty.replace("1.2", "9.9"), &["--as-of", "2026-12-31"]);
    assert_eq!(done.status, 1);
    assert!(done.out.is_empty(), "{}", done.out);
    let codes: Vec<String> =
        done.problems().iter().map(|told| told.rsplit(' ').next().unwrap_or_default().to_owned()).collect();
    assert_eq!(codes, ["answer-wrong", "criterion-unknown"], "faults of both sides: {}", done.err);
    assert_eq!(run(&sound, &faulty, &["--as-of", "2026-12-31"]).status, 1);
    let absent =
        cchc(["follow-up", "khong-co.yaml", "samples/so-mau-day-du.yaml", "--as-of", "2026-12-31"]).done();
    assert_eq!(absent.status, 2);
}

/// All that can be said, in both languages and every format, within the width of a terminal.
#[test]
fn the_output_reads_well() {
    let old = said(
        "inspection",
        "2025",
        "bo.yaml",
        "\"1.1\": 2/4, \"1.2\": yes, \"1.3\": no, \"1.4\": no, tru: 2",
        &[
            "criterion: \"1.1\", kind: shortcoming, text: Nhiều hồ sơ quá hạn, request: Giải quyết mọi hồ sơ đúng hạn và xin lỗi bằng văn bản khi để quá hạn, due: 2026-12-31, owner: Bộ phận một cửa",
            "criterion: \"1.3\", kind: request, text: Gửi đủ báo cáo, due: 2026-03-31",
            "criterion: tru, kind: request, text: Chấm dứt vi phạm, due: 2025-12-31, owner: Văn phòng",
            "kind: request, text: Tham mưu kế hoạch hằng năm",
        ],
    );
    let new = said(
        "inspection",
        "2026",
        "bo2.yaml",
        "a: 3/4, \"1.2\": no, b: yes",
        &["kind: request, text: Tham mưu kế hoạch hằng năm"],
    );
    let mut wrong = String::new();
    for lang in ["vi", "en"] {
        for format in ["table", "md", "csv", "json", "yaml"] {
            let words = ["--as-of", "2026-06-30", "--lang", lang, "--format", format];
            let done = run(&old, &new, &words);
            assert!(done.status == 0 && done.err.is_empty(), "{}", done.err);
            for line in done.out.lines().filter(|_| format == "table") {
                assert!(line.chars().count() <= 80, "{line}");
            }
            if lang == "vi" || ["table", "csv"].contains(&format) {
                let path = project().join(format!("tests/golden/follow-up/{lang}.{format}"));
                golden(&path, &done.out, &mut wrong);
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
