//! Ten faults in a file are ten that are told, each at the wrong value, in both languages, and nothing is scored.

use crate::run::{cchc, golden, project};

fn told(evidence: &str, file: &str, expected: [&str; 10]) {
    let mut wrong = String::new();
    for lang in ["vi", "en"] {
        let done = cchc(["score", evidence, "--lang", lang]).within(&project().join("tests/ten")).done();
        assert_eq!((done.status, done.out.as_str()), (1, ""), "no score is printed");
        let places: Vec<String> = expected.iter().map(|place| format!("{file}:{place}")).collect();
        assert_eq!(done.problems(), places, "{}", done.err);
        let mends = if lang == "vi" { "= cách sửa: " } else { "= mend: " };
        assert_eq!(done.err.matches(mends).count(), 10, "each has a way to mend it");
        golden(&project().join(format!("tests/ten/{evidence}.{lang}.txt")), &done.err, &mut wrong);
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn of_a_criteria_set() {
    told(
        "theo-bo-sai.yaml",
        "bo.yaml",
        [
            "1:5 id-not-kebab",
            "8:53 grade-order",
            "13:13 parts-do-not-add",
            "19:34 date-not-real",
            "21:18 text-missing",
            "36:17 band-gap",
            "38:13 id-twice",
            "42:15 word-unknown",
            "45:17 number-comma",
            "53:11 full-out-of-reach",
        ],
    );
}

#[test]
fn of_evidence_in_yaml() {
    told(
        "phieu.yaml",
        "phieu.yaml",
        [
            "1:27 kind-unknown",
            "5:8 date-not-real",
            "6:8 share-above-whole",
            "7:8 answer-wrong",
            "8:12 answer-repeats",
            "9:8 number-not-whole",
            "10:8 points-off-step",
            "11:8 answer-on-group",
            "12:3 criterion-unknown",
            "13:3 role-may-not-answer",
        ],
    );
}

#[test]
fn of_evidence_in_rows() {
    told(
        "phieu.csv",
        "phieu.csv",
        [
            "2:36 answer-wrong",
            "3:37 number-comma",
            "4:6 agency-contradicted",
            "5:34 answer-twice",
            "6:29 word-unknown",
            "7:36 number-too-small",
            "8:36 number-too-large",
            "9:38 share-of-nothing",
            "10:38 not-applicable-refused",
            "11:34 criterion-unknown",
        ],
    );
}
