//! Published scores recomputed: every figure of the index 766 that the samples carry, to the last hundredth.
#![expect(clippy::disallowed_methods, reason = "tests read files themselves")]
#![expect(clippy::print_stdout, reason = "a test that is skipped says so")]

use std::collections::BTreeMap;
use std::fs;

use cchc::points::Points;
use serde_json::Value;

use crate::run::{cchc, project, text};

/// The awarded points and rank of each agency and node.
type Figures = BTreeMap<(String, String), (Points, Option<u64>)>;

fn number(text: &str) -> Points {
    Points::read(text).unwrap_or_else(|flaw| panic!("{text}: {flaw:?}"))
}

fn computed(sample: &str) -> Figures {
    let json = cchc(["score", sample]).json();
    let mut figures = Figures::new();
    for agency in json["agencies"].as_array().expect("agencies") {
        let who = agency["agency"]["id"].as_str().expect("an id");
        let mut keep = |id: &str, node: &Value| {
            if let Some(awarded) = node["awarded"].as_str() {
                figures.insert((who.to_owned(), id.to_owned()), (number(awarded), node["rank"].as_u64()));
            }
        };
        keep("total", &agency["total"]);
        for node in agency["criteria"].as_array().expect("criteria") {
            keep(node["id"].as_str().expect("an id"), node);
        }
    }
    figures
}

fn published(path: &str) -> Vec<csv::StringRecord> {
    let text = text(path);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.records().collect::<Result<_, _>>().expect("the published figures are CSV")
}

#[test]
fn every_published_cell_of_dak_lak_is_recomputed() {
    let figures = computed("samples/766-dak-lak-2026-10-10.csv");
    let published = published("samples/766-dak-lak-2026-10-10.published.csv");
    for row in &published {
        let (agency, id, awarded) = (&row[0], &row[1], &row[2]);
        let (computed, _) = &figures[&(agency.to_owned(), id.to_owned())];
        assert_eq!(*computed, number(awarded), "{agency} {id}");
    }
    // 3 units, each with 15 metrics, 2 followed ones, 2 groups that the portal prints whole, and the total.
    assert_eq!(published.len(), 3 * (15 + 2 + 2 + 1));
    for (agency, total) in
        [("tinh-dak-lak", "65.49"), ("so-vhttdl-dak-lak", "76.37"), ("so-xay-dung-dak-lak", "74.13")]
    {
        assert_eq!(figures[&(agency.to_owned(), "total".to_owned())].0, number(total), "{agency}");
    }
}

#[test]
fn every_total_and_rank_of_the_provinces_is_recomputed() {
    let figures = computed("samples/766-provinces-2026-10-10.csv");
    let published = published("samples/766-provinces-2026-10-10.published.csv");
    assert_eq!(published.len(), 34 * 7);
    for row in &published {
        let (agency, id) = (&row[0], &row[1]);
        let rank: u64 = row[3].parse().expect("a rank");
        assert_eq!(
            figures[&(agency.to_owned(), id.to_owned())],
            (number(&row[2]), Some(rank)),
            "{agency} {id}"
        );
    }
    let nghe_an = published.iter().find(|row| &row[0] == "h41" && &row[1] == "total").expect("Nghệ An");
    assert_eq!((&nghe_an[2], &nghe_an[3]), ("61.82", "21"));
}

/// What the samples carry is what the source has: held against the collected data where that lies beside the project.
#[test]
fn the_carried_figures_are_those_of_the_source() {
    let source = project().join("../shared/data/766_provinces_2026-10-10.csv");
    let Ok(text) = fs::read_to_string(source) else {
        println!("skipped: no oracle data");
        return;
    };
    let carried = published("samples/766-provinces-2026-10-10.published.csv");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let groups = ["total", "cong-khai", "tien-do", "dich-vu-cong", "so-hoa", "hai-long", "thanh-toan"];
    let mut compared = 0;
    for row in reader.records() {
        let row = row.expect("the source is CSV");
        for (at, group) in groups.iter().enumerate() {
            let mine = carried.iter().find(|mine| mine[0] == row[1].to_lowercase() && mine[1] == **group);
            let mine = mine.unwrap_or_else(|| panic!("{} {group} is not carried", &row[1]));
            assert_eq!(
                (number(&mine[2]), &mine[3]),
                (number(&row[2 + at]), &row[9 + at]),
                "{} {group}",
                &row[0]
            );
            compared += 1;
        }
    }
    assert_eq!(compared, 34 * 7);
}

#[test]
fn the_carried_counts_are_those_of_the_source() {
    let source = project().join("../shared/data/766_dak_lak_metrics_2026-10-10.csv");
    let Ok(text) = fs::read_to_string(source) else {
        println!("skipped: no oracle data");
        return;
    };
    let evidence = published("samples/766-dak-lak-2026-10-10.csv");
    let scores = published("samples/766-dak-lak-2026-10-10.published.csv");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let mut compared = 0;
    for row in reader.records() {
        let row = row.expect("the source is CSV");
        let id = match &row[2] {
            "ONLINE" => "dich-vu-cong",
            "PAY" => "thanh-toan",
            id => id,
        };
        let said = evidence.iter().find(|said| said[1] == row[0] && &said[6] == id);
        if let Some(said) = said.filter(|_| !row[4].is_empty() && !row[2].starts_with("PAY")) {
            assert_eq!((&said[7], &said[8]), (&row[4], &row[5]), "{} {id}", &row[0]);
            compared += 1;
        }
        if !row[7].is_empty() {
            let agency = evidence.iter().find(|said| said[1] == row[0]).map(|said| said[0].to_owned());
            let agency = agency.expect("every unit is in the sample");
            let score = scores.iter().find(|score| score[0] == agency && &score[1] == id);
            let score = score.unwrap_or_else(|| panic!("{agency} {id} is not carried"));
            assert_eq!(number(&score[2]), number(&row[7]), "{agency} {id}");
            compared += 1;
        }
    }
    // Of each unit 14 counts, of the province one more, and 19 scores.
    assert_eq!(compared, 3 * (16 + 19) + 1);
}
