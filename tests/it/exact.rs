//! Exactness, from file to paper: edges, halves, thirds, sums.

use crate::run::{cchc, folder};

const SET: &str = r#"
id: bo-thu
version: "1"
title: Bộ thử
points: 8
rounding: { places: 2, at: criterion }
criteria:
  - id: "1"
    title: Bậc từ 95 %
    points: 1
    documents: [Bảng số liệu]
    rule: { bands: [{ from: 95%, points: 1 }, { below: 95%, points: 0 }] }
  - { id: "2", title: Hai phần ba, points: 1.5, documents: [Bảng số liệu], rule: share }
  - { id: "3", title: Nửa hào, points: 4.5, documents: [Bảng số liệu], rule: share }
  - { id: "4", title: Cộng, points: 1, documents: [Bảng số liệu], rule: { checklist: [
      { id: a, title: A, points: 0.1 }, { id: b, title: B, points: 0.2 }, { id: c, title: C, points: 0.7 }] } }
"#;

fn awarded(answers: &str) -> Vec<String> {
    let evidence = format!("agency: {{ id: so-a }}\ncriteria: bo.yaml\nanswers: {answers}\n");
    let folder = folder(&[("bo.yaml", SET), ("phieu.yaml", &evidence)]);
    let json = cchc(["score", "phieu.yaml"]).within(folder.path()).json();
    let criteria = json["agencies"][0]["criteria"].as_array().expect("criteria").clone();
    criteria.iter().map(|node| node["awarded"].as_str().unwrap_or("-").to_owned()).collect()
}

#[test]
fn a_share_just_below_an_edge_is_below_it() {
    assert_eq!(awarded(r#"{ "1": 94996/100000 }"#)[0], "0");
    assert_eq!(awarded(r#"{ "1": 95000/100000 }"#)[0], "1");
    assert_eq!(awarded(r#"{ "1": 94.996% }"#)[0], "0");
}

#[test]
fn what_is_shown_never_hides_on_which_side_it_lies() {
    let evidence = "agency: { id: so-a }\ncriteria: bo.yaml\nanswers: { \"1\": 94996/100000 }\n";
    let folder = folder(&[("bo.yaml", SET), ("phieu.yaml", evidence)]);
    let done = cchc(["score", "phieu.yaml", "--lang", "en"]).within(folder.path()).done();
    assert!(done.out.contains("94996 of 100000 = 94.996 %, band below 95 %: 0"), "{}", done.out);
}

#[test]
fn two_thirds_of_one_and_a_half_is_one() {
    assert_eq!(awarded(r#"{ "2": 2/3 }"#)[1], "1");
}

#[test]
fn halves_are_rounded_up() {
    // 4.5 x 1/12 = 0.375, 4.5 x 67/300 = 1.005, 4.5 x 89/300 = 1.335; binary floats give 1.00 and 1.33 here.
    assert_eq!(awarded(r#"{ "3": 1/12 }"#)[2], "0.38");
    assert_eq!(awarded(r#"{ "3": 67/300 }"#)[2], "1.01");
    assert_eq!(awarded(r#"{ "3": 89/300 }"#)[2], "1.34");
}

#[test]
fn tenths_add_up() {
    assert_eq!(awarded(r#"{ "4": [a, b] }"#)[3], "0.3");
    assert_eq!(awarded(r#"{ "4": [a, b, c] }"#)[3], "1");
}

/// Two hundred shares of coprime six-digit wholes, and what is left of each: without rounding they are two hundred
/// halves of two points, to the last of the thousand digits of their common denominator.
#[test]
fn two_hundred_coprime_shares_add_up_exactly() {
    let is_prime = |n: &u64| (2..1_000).take_while(|d| d * d <= *n).all(|d| !n.is_multiple_of(d));
    let wholes: Vec<u64> = (100_003..200_000).filter(is_prime).take(200).collect();
    let mut set = String::from("id: bo-thu\nversion: \"1\"\ntitle: Bộ thử\npoints: 400\ncriteria:\n");
    let mut rows = String::from("agency,criteria,criterion,answer,of\n");
    for (at, whole) in wholes.iter().enumerate() {
        for (side, part) in [("a", whole / 3), ("b", whole - whole / 3)] {
            set.push_str(&format!(
                "  - {{ id: {side}{at}, title: Tỷ lệ, points: 1, documents: [Bảng], rule: share }}\n"
            ));
            rows.push_str(&format!("so-a,bo.yaml,{side}{at},{part},{whole}\n"));
        }
    }
    let folder = folder(&[("bo.yaml", &set), ("phieu.csv", &rows)]);
    let json = cchc(["score", "phieu.csv"]).within(folder.path()).json();
    assert_eq!(json["agencies"][0]["total"]["awarded"], "200");
    assert_eq!(json["agencies"][0]["total"]["index"], "50");
}
