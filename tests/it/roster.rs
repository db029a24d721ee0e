//! The roster, and how firm a rank is: names, kinds and peers filled in, who has not submitted, distances by hand.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::Value;

use crate::run::{Run, cchc, folder, golden, project, text};

const SET: &str = r#"
id: bo-thu
version: "1"
title: Bộ thử
audience: [so, xa]
points: 10
rounding: { places: 2, at: criterion }
grades:
  - { id: tot, title: { vi: Tốt, en: Good }, from: 75% }
  - { id: yeu, title: { vi: Yếu, en: Weak } }
rank: { among: peers, ties: skip }
criteria:
  - { id: "1", title: Hồ sơ, points: 6, documents: [Bảng số liệu], rule: share }
  - { id: "2", title: Kế hoạch, points: 4, documents: [Kế hoạch], applies-to: [so], rule: yes-no }
  - { id: "3", title: Kế hoạch xã, points: 4, documents: [Kế hoạch], applies-to: [xa], rule: yes-no }
"#;

const ROSTER: &str = "id,name,former-names,kind,peers\n\
    so-a,Sở A,Sở Cũ; so-cu,so,khối 1\n\
    so-b,Sở B,,so,khối 1\n\
    xa-c,Xã C,,xa,khối 2\n\
    xa-d,Xã D,,xa,khối 2\n";

/// Rows of one answer each.
fn rows(head: &str, rows: &[&str]) -> String {
    rows.iter().fold(format!("{head}\n"), |text, row| text + row + "\n")
}

const HEAD: &str = "agency,criteria,period,criterion,answer";

fn scored(evidence: &str, words: &[&str]) -> (tempfile::TempDir, Vec<String>) {
    let folder = folder(&[("bo.yaml", SET), ("co-quan.csv", ROSTER), ("phieu.csv", evidence)]);
    let words = ["score", "phieu.csv", "--agencies", "co-quan.csv"].iter().chain(words);
    (folder, words.map(|&word| word.to_owned()).collect())
}

fn run(evidence: &str, words: &[&str]) -> crate::run::Done {
    let (folder, words) = scored(evidence, words);
    cchc(words).within(folder.path()).done()
}

fn json(evidence: &str) -> Value {
    let (folder, words) = scored(evidence, &[]);
    cchc(words).within(folder.path()).json()
}

#[test]
fn what_the_evidence_does_not_say_the_roster_says() {
    let evidence = rows(
        HEAD,
        &[
            "so-a,bo.yaml,2026,1,1/2",
            "so-a,bo.yaml,2026,2,yes",
            "xa-c,bo.yaml,2026,1,1/1",
            "xa-c,bo.yaml,2026,3,yes",
        ],
    );
    let json = json(&evidence);
    assert_eq!(json["problems"], Value::Array(Vec::new()));
    let [a, c] = &json["agencies"].as_array().expect("agencies")[..] else { panic!("{json}") };
    let agency =
        |id, name, kind, peers| serde_json::json!({ "id": id, "name": name, "kind": kind, "peers": peers });
    assert_eq!(a["agency"], agency("so-a", "Sở A", "so", "khối 1"));
    assert_eq!(c["agency"], agency("xa-c", "Xã C", "xa", "khối 2"));
    assert_eq!((&a["total"]["awarded"], &c["total"]["awarded"]), (&"7".into(), &"10".into()));
    assert_eq!((&a["total"]["rank"], &c["total"]["rank"]), (&1.into(), &1.into()));
    let absent: Vec<&Value> =
        json["not-submitted"].as_array().expect("a list").iter().map(|it| &it["agency"]).collect();
    assert_eq!(absent, [&agency("so-b", "Sở B", "so", "khối 1"), &agency("xa-d", "Xã D", "xa", "khối 2")]);
    assert_eq!(json["roster"]["file"], "co-quan.csv");
    assert_eq!(json["roster"]["sha256"].as_str().map(str::len), Some(64));
}

#[test]
fn without_a_roster_nobody_is_missed() {
    let evidence = rows("agency,kind,criteria,criterion,answer", &["so-a,so,bo.yaml,1,1/2"]);
    let folder = folder(&[("bo.yaml", SET), ("phieu.csv", &evidence)]);
    let json = cchc(["score", "phieu.csv"]).within(folder.path()).json();
    assert!(json.get("not-submitted").is_none() && json.get("roster").is_none());
    assert_eq!(json["left-out"], Value::Array(Vec::new()));
}

#[test]
fn what_contradicts_the_roster_is_a_fault_that_names_both_places() {
    let evidence = rows(
        "agency,name,kind,peers,criteria,criterion,answer",
        &["so-a,Sở A,xa,khối 2,bo.yaml,1,1/2", "so-b,Sở B,so,khối 1,bo.yaml,1,1/2"],
    );
    let done = run(&evidence, &["--lang", "en"]);
    assert_eq!(done.status, 1);
    assert_eq!(done.problems(), ["phieu.csv:2:11 agency-contradicted", "phieu.csv:2:14 agency-contradicted"]);
    for said in ["`xa` here and `so` at co-quan.csv:2:24", "`khối 2` here and `khối 1` at co-quan.csv:2:27"]
    {
        assert!(done.err.contains(said), "{said}: {}", done.err);
    }
}

/// A kind that the set is not for is told where it stands: on the roster.
#[test]
fn a_kind_is_wrong_where_it_is_said() {
    let roster = ROSTER.replace("so-b,Sở B,,so,", "so-b,Sở B,,sở,");
    let evidence = rows(HEAD, &["so-a,bo.yaml,2026,1,1/2", "so-b,bo.yaml,2026,1,1/2"]);
    let folder = folder(&[("bo.yaml", SET), ("co-quan.csv", &roster), ("phieu.csv", &evidence)]);
    let words = ["score", "phieu.csv", "--agencies", "co-quan.csv", "--keep-going"];
    let done = cchc(words).within(folder.path()).done();
    assert_eq!(done.problems(), ["co-quan.csv:3:12 kind-unknown"]);
    let json = cchc(words).within(folder.path()).json();
    assert_eq!(json["agencies"].as_array().map(Vec::len), Some(1));
    assert_eq!(
        (&json["left-out"][0]["agency"], &json["left-out"][0]["files"][0]),
        (&"so-b".into(), &"co-quan.csv".into())
    );
}

#[test]
fn old_names_and_ids_stay_valid() {
    let head = "agency,name,criteria,period,criterion,answer";
    // Under its old id and name in one year, in the next under both at once.
    let evidence = rows(
        head,
        &[
            "so-cu,Sở Cũ,bo.yaml,2025,1,1/2",
            "so-a,Sở A,bo.yaml,2026,1,1/2",
            "so-b,Sở B,bo.yaml,2026,1,1/2",
            "so-cu,Sở Cũ,bo.yaml,2026,2,yes",
        ],
    );
    let json = json(&evidence);
    assert_eq!(json["problems"], Value::Array(Vec::new()));
    let said: Vec<[&str; 4]> = json["agencies"]
        .as_array()
        .expect("agencies")
        .iter()
        .map(|it| {
            let agency = &it["agency"];
            [&agency["id"], &agency["name"], &it["period"], &it["total"]["awarded"]]
                .map(|value| value.as_str().expect("a text"))
        })
        .collect();
    assert_eq!(
        said,
        [["so-a", "Sở Cũ", "2025", "3"], ["so-a", "Sở A", "2026", "7"], ["so-b", "Sở B", "2026", "3"]]
    );
}

#[test]
fn other_names_and_agencies_are_warnings() {
    let evidence = rows(
        "agency,name,kind,criteria,criterion,answer",
        &["so-b,Sở Bê,so,bo.yaml,1,1/2", "so-e,Sở E,so,bo.yaml,1,1/2", "bo-x,Bộ X,so,bo.yaml,1,1/2"],
    );
    let done = run(&evidence, &["--lang", "en", "--format", "json"]);
    assert_eq!(done.status, 0, "{}", done.err);
    let told: Vec<String> = done.problems();
    assert_eq!(
        told,
        [
            "phieu.csv:2:6 agency-name-differs",
            "phieu.csv:3:1 agency-not-on-roster",
            "phieu.csv:4:1 agency-not-on-roster"
        ]
    );
    assert!(
        done.err.contains("Did you mean `so-a`?") || done.err.contains("Did you mean `so-b`?"),
        "{}",
        done.err
    );
    let json: Value = serde_json::from_str(&done.out).expect("JSON");
    assert_eq!(json["agencies"][0]["agency"]["name"], "Sở Bê");
    assert_eq!(json["agencies"].as_array().map(Vec::len), Some(3));
}

/// Every fault of the roster and of the evidence at once; nothing is scored on a roster in doubt.
#[test]
fn a_faulty_roster_stops_the_run() {
    let roster = "id,name,kind\nso-a,Sở A,so\n,Sở B,so\nso-a,Sở Á,so\n";
    let evidence = rows(HEAD, &["so-a,bo.yaml,2026,1,3/2"]);
    let folder = folder(&[("bo.yaml", SET), ("co-quan.csv", roster), ("phieu.csv", &evidence)]);
    let done = cchc(["score", "phieu.csv", "--agencies", "co-quan.csv"]).within(folder.path()).done();
    assert_eq!((done.status, done.out.as_str()), (1, ""));
    assert_eq!(
        done.problems(),
        ["phieu.csv:2:21 share-above-whole", "co-quan.csv:3:1 cell-empty", "co-quan.csv:4:1 id-twice"]
    );
    let missing = cchc(["score", "phieu.csv", "--agencies", "khong-co.csv"]).within(folder.path()).done();
    assert_eq!(missing.status, 2);
}

/// With several periods an agency is missed in each of which it says nothing.
#[test]
fn who_has_not_submitted_is_told_by_period() {
    let evidence = rows(
        HEAD,
        &[
            "so-a,bo.yaml,2025,1,1/2",
            "so-b,bo.yaml,2026,1,1/2",
            "xa-c,bo.yaml,2025,1,1/2",
            "xa-c,bo.yaml,2026,1,1/2",
        ],
    );
    let json = json(&evidence);
    let absent: Vec<String> = json["not-submitted"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|it| format!("{} {}", it["agency"]["id"], it["period"]).replace('"', ""))
        .collect();
    assert_eq!(absent, ["so-b 2025", "xa-d 2025", "so-a 2026", "xa-d 2026"]);
    let table = run(&evidence, &["--totals", "--lang", "en"]).out;
    assert!(table.contains("Not submitted, by period: 2025: 2; 2026: 2."), "{table}");
    assert!(table.contains("Group khối 1 · Period 2026:"), "{table}");
}

/// Even with one agency a summary says who is missing; so do CSV, its totals and Markdown.
#[test]
fn every_summary_says_who_has_not_submitted() {
    let evidence = rows(HEAD, &["so-a,bo.yaml,2026,1,1/1", "so-a,bo.yaml,2026,2,yes"]);
    for (lang, count, mark) in [
        ("vi", "Chưa nộp: 3 trên 4 cơ quan trong danh sách.", "chưa nộp"),
        ("en", "Not submitted: 3 of 4 agencies on the roster.", "submitted"),
    ] {
        for words in
            [&["--lang", lang][..], &["--lang", lang, "--totals"], &["--lang", lang, "--format", "md"]]
        {
            let done = run(&evidence, words);
            assert_eq!(done.status, 0);
            assert!(done.out.contains(count), "{words:?}: {}", done.out);
            for name in ["Sở B", "Xã C", "Xã D"] {
                assert!(done.out.contains(name), "{words:?}: {}", done.out);
            }
            assert!(done.out.matches(mark).count() >= 3, "{words:?}: {}", done.out);
            assert!(words.contains(&"md") || done.out.lines().all(|line| line.chars().count() <= 80));
        }
    }
    for words in [&["--format", "csv"][..], &["--format", "csv", "--totals"]] {
        let out = run(&evidence, words).out;
        let mut reader = csv::Reader::from_reader(out.as_bytes());
        let header = reader.headers().expect("a header").clone();
        assert_eq!(header.len(), 22);
        let records: Vec<BTreeMap<String, String>> =
            reader.deserialize().collect::<Result<_, _>>().expect("rows");
        let absent: Vec<_> = records.iter().filter(|row| row["outcome"] == "not-submitted").collect();
        assert_eq!(
            absent.iter().map(|row| row["agency"].as_str()).collect::<Vec<_>>(),
            ["so-b", "xa-c", "xa-d"]
        );
        for row in absent {
            assert_eq!(
                (row["id"].as_str(), row["period"].as_str(), row["depth"].as_str()),
                ("total", "2026", "0")
            );
            for number in [
                "points",
                "applicable",
                "answered",
                "excused",
                "self",
                "appraised",
                "awarded",
                "index",
                "rank",
            ] {
                assert_eq!(row[number], "", "{number}");
            }
        }
    }
}

/// A folder and a roster of the samples, as a province would score its departments.
#[test]
fn the_summary_of_a_province_comes_out_as_it_was_read() {
    let mut wrong = String::new();
    for lang in ["vi", "en"] {
        let words =
            ["score", "samples/khoi-so/2025", "--agencies", "samples/khoi-so/co-quan.csv", "--totals"];
        let done = cchc(words).word("--lang").word(lang).done();
        assert_eq!(done.status, 0, "{}", done.err);
        let said = done.said().replace('\\', "/");
        golden(&project().join(format!("tests/golden/khoi-so-co-quan.{lang}.txt")), &said, &mut wrong);
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// An agency whose file is faulty has submitted.
#[test]
fn a_faulty_file_is_not_an_absent_one() {
    let evidence = rows(HEAD, &["so-a,bo.yaml,2026,1,1/1"]);
    let faulty = "agency: { id: so-b }\ncriteria: bo.yaml\nperiod: 2026\nanswers: { \"1\": 3/2 }\n";
    // Without a sound line above its fault, the name of the file says whose it is.
    let files = [
        ("bo.yaml", SET),
        ("co-quan.csv", ROSTER),
        ("a.csv", &evidence),
        ("b.yaml", faulty),
        ("xa-c.yaml", "agency: [\n"),
    ];
    let folder = folder(&files);
    let words = ["score", "a.csv", "b.yaml", "xa-c.yaml", "--agencies", "co-quan.csv"];
    let json = cchc(words).within(folder.path()).json();
    assert_eq!(json["not-submitted"].as_array().map(Vec::len), Some(1));
    assert_eq!(json["not-submitted"][0]["agency"]["id"], "xa-d");
    let left_out: Vec<&str> =
        json["left-out"].as_array().expect("a list").iter().filter_map(|it| it["agency"].as_str()).collect();
    assert_eq!(left_out, ["so-b", "xa-c"]);
    let table = cchc(words).word("--lang").word("en").within(folder.path()).done().out;
    assert!(table.contains("Sở B (so-b) · 2026: b.yaml"), "{table}");
    assert!(table.contains("Xã C (xa-c): xa-c.yaml"), "{table}");
}

/// The provinces: their totals in hundredths of a point, by hand from the six published group scores.
struct Province {
    id: String,
    peers: String,
    groups: Vec<(String, i64)>,
}

impl Province {
    fn total(&self) -> i64 {
        self.groups.iter().map(|(_, points)| points).sum()
    }
}

fn hundredths(text: &str) -> i64 {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    format!("{whole}{decimals:0<2}").parse().expect("two decimals at most")
}

fn provinces() -> Vec<Province> {
    let text = text("samples/766-provinces-2026-10-10.csv");
    let mut provinces: Vec<Province> = Vec::new();
    for row in csv::Reader::from_reader(text.as_bytes()).into_deserialize() {
        let row: BTreeMap<String, String> = row.expect("a row");
        let points = hundredths(row["answer"].strip_prefix("points=").expect("decided points"));
        if provinces.last().is_none_or(|last| last.id != row["agency"]) {
            let peers = format!("khối {}", provinces.len() % 3);
            provinces.push(Province { id: row["agency"].clone(), peers, groups: Vec::new() });
        }
        let last = provinces.last_mut().expect("pushed above");
        last.groups.push((row["criterion"].clone(), points));
    }
    assert_eq!(provinces.len(), 34);
    provinces
}

/// Brings `id` level with `with` by what its group of digitisation earns.
fn bring_level(provinces: &mut [Province], id: usize, with: usize) {
    let missing = provinces[with].total() - provinces[id].total();
    let group = provinces[id].groups.iter_mut().find(|(group, _)| group == "so-hoa").expect("its group");
    group.1 += missing;
    assert!((0..=2200).contains(&group.1), "within its points");
}

fn evidence(provinces: &[Province]) -> String {
    let mut rows = "agency,kind,peers,period,criteria,role,criterion,answer,note\n".to_owned();
    for (at, Province { id, peers, groups }) in provinces.iter().enumerate() {
        let kind = if at % 5 == 4 { "department" } else { "province" };
        for (group, points) in groups {
            let _ = writeln!(
                rows,
                "{id},{kind},{peers},2026-10-10,bo.yaml,appraisal,{group},points={}.{:02},Cổng công bố",
                points / 100,
                points % 100
            );
        }
    }
    rows
}

/// Rank, and the distances to those next to it, by hand among `totals`.
fn by_hand(total: i64, totals: &[i64], dense: bool) -> (usize, Option<i64>, Option<i64>) {
    let mut above: Vec<i64> = totals.iter().copied().filter(|other| *other > total).collect();
    let below = totals.iter().copied().filter(|other| *other < total).max();
    let next = above.iter().copied().min();
    if dense {
        above.sort_unstable();
        above.dedup();
    }
    let level = totals.iter().filter(|other| **other == total).count() > 1;
    let distance =
        |other: Option<i64>| if level { Some(0) } else { other.map(|other| (other - total).abs()) };
    (1 + above.len(), distance(next), distance(below))
}

#[test]
fn ranks_and_distances_of_the_provinces_are_as_by_hand() {
    let set = cchc(["criteria", "chi-so-766"]).done().out;
    let as_published = provinces();
    let mut levelled = provinces();
    for (id, with) in [(0, 2), (1, 2), (12, 13), (33, 32)] {
        bring_level(&mut levelled, id, with);
    }
    let mut tried = 0;
    for provinces in [&as_published, &levelled] {
        let rows = evidence(provinces);
        for ties in ["skip", "dense"] {
            for among in ["all", "kind", "peers"] {
                let set = set.replace(
                    "rank: { among: kind, ties: skip }",
                    &format!("rank: {{ among: {among}, ties: {ties}, except: [h12] }}"),
                );
                assert!(set.contains("except"), "the set ranks as it is known to");
                let folder = folder(&[("bo.yaml", &set), ("phieu.csv", &rows)]);
                let json = cchc(["score", "phieu.csv"]).within(folder.path()).json();
                for scored in json["agencies"].as_array().expect("agencies") {
                    tried += 1;
                    let agency = &scored["agency"];
                    let at =
                        provinces.iter().position(|it| agency["id"] == it.id.as_str()).expect("a province");
                    let compared = |other: usize| match among {
                        "kind" => (at % 5 == 4) == (other % 5 == 4),
                        "peers" => provinces[at].peers == provinces[other].peers,
                        _ => true,
                    };
                    let totals: Vec<i64> = (0..provinces.len())
                        .filter(|other| compared(*other) && provinces[*other].id != "h12")
                        .map(|other| provinces[other].total())
                        .collect();
                    let found = ["rank", "to-above", "to-below"].map(|field| &scored["total"][field]);
                    if provinces[at].id == "h12" {
                        assert!(found.iter().all(|it| it.is_null()), "{agency}");
                        continue;
                    }
                    let (rank, above, below) = by_hand(provinces[at].total(), &totals, ties == "dense");
                    let said = |value: &Value| value.as_str().map(hundredths);
                    assert_eq!(
                        (found[0], said(found[1]), said(found[2])),
                        (&Value::from(rank), above, below),
                        "{ties} {among} {agency}"
                    );
                }
            }
        }
    }
    assert_eq!(tried, 2 * 2 * 3 * 34);
}

/// The published ranks are those by hand, so that by hand is not wrong in the same way.
#[test]
fn published_ranks_are_those_by_hand() {
    let provinces = provinces();
    let totals: Vec<i64> = provinces.iter().map(Province::total).collect();
    let published = text("samples/766-provinces-2026-10-10.published.csv");
    let mut compared = 0;
    for row in csv::Reader::from_reader(published.as_bytes()).into_deserialize() {
        let row: BTreeMap<String, String> = row.expect("a row");
        if row["id"] == "total" {
            let province = provinces.iter().find(|it| it.id == row["agency"]).expect("a province");
            assert_eq!(hundredths(&row["awarded"]), province.total());
            assert_eq!(row["rank"], by_hand(province.total(), &totals, false).0.to_string());
            compared += 1;
        }
    }
    assert_eq!(compared, 34);
}

/// Agencies whose scores are provisional are not ranked, and take no part in distances.
#[test]
fn grades_are_counted_and_the_provisional_are_not_graded() {
    let set = SET.replace(
        "  - { id: \"2\", title: Kế hoạch, points: 4, documents: [Kế hoạch], applies-to: [so], rule: yes-no }",
        "  - { id: \"2\", title: Kế hoạch, points: 4, documents: [Kế hoạch], applies-to: [so], scored-by: survey, rule: yes-no }",
    );
    assert!(set.contains("survey"));
    let evidence = rows(
        "agency,criteria,period,role,criterion,answer",
        &[
            "so-a,bo.yaml,2026,self,1,1/1",
            "so-b,bo.yaml,2026,self,1,1/2",
            "so-b,bo.yaml,2026,survey,2,yes",
            "xa-c,bo.yaml,2026,self,1,1/1",
            "xa-c,bo.yaml,2026,self,3,yes",
            "xa-d,bo.yaml,2026,self,1,1/1",
            "xa-d,bo.yaml,2026,self,3,no",
        ],
    );
    let folder = folder(&[("bo.yaml", &set), ("co-quan.csv", ROSTER), ("phieu.csv", &evidence)]);
    let score = |words: &[&str]| -> Run {
        let words = ["score", "phieu.csv", "--agencies", "co-quan.csv"].iter().chain(words);
        cchc(words).within(folder.path())
    };
    let json = score(&[]).json();
    let lane = |among: &str, ranked: u64, good: u64, weak: u64, not_graded: u64| {
        serde_json::json!({
            "period": "2026", "among": among, "scored": 2, "ranked": ranked,
            "grades": [{ "grade": "tot", "agencies": good }, { "grade": "yeu", "agencies": weak }],
            "not-graded": not_graded,
        })
    };
    assert_eq!(json["summary"], Value::Array(vec![lane("khối 1", 1, 0, 1, 1), lane("khối 2", 2, 1, 1, 0)]));
    let table = score(&["--totals", "--lang", "vi"]).done().out;
    for line in ["Nhóm khối 1:", "Xếp loại: Tốt 0, Yếu 1, chưa xếp loại 1.", "Xếp loại: Tốt 1, Yếu 1."]
    {
        assert!(table.lines().any(|said| said == line), "{line}\n{table}");
    }
    assert!(table.contains("Cả 4 cơ quan trong danh sách đều đã nộp."), "{table}");
    assert!(
        score(&["--totals", "--lang", "en"]).done().out.contains("Grades: Good 0, Weak 1, not graded 1.")
    );
    // With provisional scores ranked too, the two of the first group stand 10 points apart.
    let ranked = score(&["--rank-provisional"]).json();
    let distance = |at: usize, field: &str| ranked["agencies"][at]["total"][field].clone();
    assert_eq!((distance(0, "to-above"), distance(1, "to-below")), ("10".into(), "10".into()));
    assert_eq!((distance(0, "to-below"), distance(1, "to-above")), (Value::Null, Value::Null));
    assert_eq!(ranked["summary"][0]["ranked"], 2);
}

/// A difference that the printed decimals would hide is no tie.
#[test]
fn a_distance_too_small_to_show_is_not_shown_as_none() {
    let set = SET.replace("rounding: { places: 2, at: criterion }\n", "");
    let evidence = rows(
        "agency,kind,criteria,criterion,answer,of",
        &["so-a,so,bo.yaml,1,99999,100000", "so-b,so,bo.yaml,1,100000,100001"],
    );
    let folder = folder(&[("bo.yaml", &set), ("phieu.csv", &evidence)]);
    let table = cchc(["score", "phieu.csv", "--totals", "--lang", "en"]).within(folder.path()).done().out;
    let first = table.lines().find(|line| line.trim_start().starts_with("1 ")).expect("the first");
    assert!(first.contains("so-b") && first.contains("> 0"), "{table}");
}
