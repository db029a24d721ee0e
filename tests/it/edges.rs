//! Scores at their edges, each worked out by hand: what rounding makes of full points, deductions beside what is left
//! out, penalties in words.

use serde_json::Value;

use crate::run::{cchc, folder};

/// The scored agency of a set and its answers, with the words of its table.
fn scored(head: &str, criteria: &[&str], answers: &str) -> (Value, String) {
    let criteria: Vec<String> =
        criteria.iter().map(|criterion| format!("  - {{ {criterion}, title: T }}\n")).collect();
    let criteria = criteria.concat();
    let set = format!("id: bo\nversion: \"1\"\ntitle: T\n{head}criteria:\n{criteria}");
    let evidence = format!("agency: {{ id: a }}\ncriteria: bo.yaml\nanswers: {{ {answers} }}\n");
    let folder = folder(&[("bo.yaml", &set), ("phieu.yaml", &evidence)]);
    let run = || cchc(["score", "phieu.yaml"]).within(folder.path());
    let table = run().word("--lang").word("en").done();
    assert_eq!(table.status, 0, "{}", table.err);
    (run().json()["agencies"][0].clone(), table.out)
}

/// Ten points shared over three are 13.33 each once rounded: that is all there is to have, so the gate is open.
#[test]
fn rounding_closes_no_gate() {
    let yes = "rule: yes-no, documents: [B]";
    let criteria = [
        format!("id: \"1\", points: 10, {yes}"),
        format!("id: \"2\", points: 10, requires: \"1\", {yes}"),
        format!("id: \"3\", points: 10, {yes}"),
        format!("id: \"4\", points: 10, not-applicable: share-out, {yes}"),
    ];
    let criteria: Vec<&str> = criteria.iter().map(String::as_str).collect();
    let head = "points: 40\nrounding: { places: 2, at: criterion }\n";
    let out = "\"1\": yes, \"2\": yes, \"3\": yes, \"4\": { not-applicable: A }";
    assert_eq!(scored(head, &criteria, out).0["total"]["awarded"], "39.99");
    // What is less than full after rounding closes it all the same.
    let third = [
        "id: \"1\", points: 3, documents: [B], rule: share",
        "id: \"2\", points: 1, requires: \"1\", documents: [B], rule: yes-no",
    ];
    let head = "points: 4\nrounding: { places: 2, at: criterion }\n";
    assert_eq!(scored(head, &third, "\"1\": 99/100, \"2\": yes").0["total"]["awarded"], "2.97");
    assert_eq!(scored(head, &third, "\"1\": 9999/10000, \"2\": yes").0["total"]["awarded"], "4");
}

/// A limit below all of it is not hit by what has all that its points come to.
#[test]
fn rounding_hits_no_limit() {
    let criteria = ["id: \"1\", points: 3.333, documents: [B], rule: yes-no"];
    let head = "points: 3.333\nrounding: { places: 2, at: criterion }\nlimits: [{ when: { criterion: \"1\", below: 100% }, score: void, because: B }]\n";
    assert_eq!(scored(head, &criteria, "\"1\": yes").0["total"]["awarded"], "3.33");
    assert_eq!(scored(head, &criteria, "\"1\": no").0["total"]["awarded"], Value::Null);
}

/// What is left out of a group of deductions takes its part of the points along: 2 points, of which one of two leaves.
#[test]
fn deductions_come_off_what_applies() {
    let group = "id: \"1\", points: 2, combine: deduct, criteria: [{ id: \"1.1\", title: T, points: 1, documents: [B], rule: yes-no }, { id: \"1.2\", title: T, points: 1, not-applicable: leave-out, documents: [B], rule: yes-no }]";
    for (answer, awarded, index) in [("yes", "1", "100"), ("no", "0", "0")] {
        let answers = format!("\"1.1\": {answer}, \"1.2\": {{ not-applicable: A }}");
        let (agency, _) = scored("points: 2\n", &[group], &answers);
        assert_eq!(agency["total"]["applicable"], "1");
        assert_eq!(
            (&agency["total"]["awarded"], &agency["total"]["index"]),
            (&awarded.into(), &index.into())
        );
    }
    let (agency, _) = scored("points: 2\n", &[group], "\"1.1\": no, \"1.2\": yes");
    assert_eq!(agency["total"]["awarded"], "1");
}

/// What a penalty takes off is not called rounded.
#[test]
fn a_penalty_is_not_rounded() {
    let criteria = [
        "id: \"1\", points: 5, documents: [B], rule: yes-no",
        "id: p, points: 5, penalty: true, documents: [B], rule: { count: { each: 1 } }",
    ];
    let (agency, table) = scored("points: 5\n", &criteria, "\"1\": yes, p: 3");
    assert_eq!(agency["total"]["awarded"], "2");
    assert!(table.contains("3 × 1 = 3\n") && !table.contains("rounded"), "{table}");
}
