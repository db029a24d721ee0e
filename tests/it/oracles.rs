//! Published methods from elsewhere, said as criteria sets (`tests/methods/`): what they published is recomputed from
//! their own answers, cell by cell. The answers are read where they lie beside the project and are not part of it.
#![expect(clippy::disallowed_methods, reason = "tests read files themselves")]
#![expect(clippy::print_stdout, reason = "a test that is skipped says so")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use cchc::points::{Mode, Points};
use serde_json::Value;

use crate::run::{cchc, folder, project, text};

/// The rows of a published table, in their order.
type Rows = Vec<Row>;

/// A row by its columns.
type Row = BTreeMap<String, String>;

/// A published table, where it is at hand.
fn table(path: &str) -> Option<Rows> {
    let Ok(text) = fs::read_to_string(project().join("../shared/oracles").join(path)) else {
        println!("skipped: no oracle data");
        return None;
    };
    let rows = csv::Reader::from_reader(text.as_bytes()).into_deserialize();
    Some(rows.collect::<Result<_, _>>().unwrap_or_else(|error| panic!("{path}: {error}")))
}

/// The answers and the published results of the survey.
fn open_budget() -> Option<(Rows, Rows)> {
    let answers = table("open-budget-survey-2023/answers.csv")?;
    Some((answers, table("open-budget-survey-2023/expected.csv")?))
}

/// The levels and the published results of the city.
fn spbe() -> Option<(Rows, Rows)> {
    let levels = table("indonesia-spbe-denpasar/levels.csv")?;
    Some((levels, table("indonesia-spbe-denpasar/expected.csv")?))
}

/// Evidence in rows for one set.
struct Evidence {
    set: &'static str,
    rows: csv::Writer<Vec<u8>>,
}

impl Evidence {
    fn new(set: &'static str) -> Evidence {
        let mut rows = csv::Writer::from_writer(Vec::new());
        let head = ["criteria", "agency", "period", "role", "criterion", "answer", "note"];
        rows.write_record(head).expect("a row in memory");
        Evidence { set, rows }
    }

    fn row(&mut self, [agency, period, role]: [&str; 3], criterion: &str, answer: &str, note: &str) {
        let set = format!("{}.yaml", self.set);
        let row = [&set, agency, period, role, criterion, answer, note];
        self.rows.write_record(row).expect("a row in memory");
    }

    /// A folder with the set, these rows, and what was declared.
    fn folder(self, declared: &str) -> tempfile::TempDir {
        let rows = String::from_utf8(self.rows.into_inner().expect("rows in memory")).expect("UTF-8");
        let set = format!("{}.yaml", self.set);
        let method = text(&format!("tests/methods/{set}"));
        folder(&[(&set, &method), ("phieu.csv", &rows), ("cong-bo.csv", declared)])
    }

    /// What `cchc reconcile` says of it beside what was declared.
    fn reconciled(self, declared: &str) -> Value {
        let folder = self.folder(declared);
        cchc(["reconcile", "phieu.csv", "--declared", "cong-bo.csv"]).within(folder.path()).json()
    }

    /// What the program makes of it: the nodes of each agency and period.
    fn scored(self) -> Scores {
        let set = self.set;
        let folder = self.folder("");
        let json = cchc(["score", "phieu.csv"]).within(folder.path()).json();
        assert_eq!(json["problems"], Value::Array(Vec::new()), "{set}");
        let mut nodes = BTreeMap::new();
        for scored in json["agencies"].as_array().expect("agencies") {
            let who = word(&scored["agency"]["id"]);
            let period = word(&scored["period"]);
            let mut keep = |id: String, node: &Value| {
                nodes.insert((who.clone(), period.clone(), id), node.clone());
            };
            keep("total".to_owned(), &scored["total"]);
            for node in scored["criteria"].as_array().expect("criteria") {
                keep(word(&node["id"]), node);
            }
        }
        Scores { nodes }
    }
}

/// What came out.
struct Scores {
    nodes: BTreeMap<(String, String, String), Value>,
}

impl Scores {
    fn of(&self, agency: &str, period: &str, id: &str) -> &Value {
        let key = (agency.to_owned(), period.to_owned(), id.to_owned());
        self.nodes.get(&key).unwrap_or_else(|| panic!("{key:?} was not scored"))
    }
}

fn word(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn number(text: &str) -> Points {
    Points::read(text).unwrap_or_else(|flaw| panic!("{text}: {flaw:?}"))
}

/// As published figures are: half up to so many places.
fn shown(value: &Value, places: u8) -> Points {
    number(&word(value)).rounded(places, Mode::HalfUp)
}

/// The dimensions of every assessment.
fn pefa_evidence(assessments: &Rows) -> Evidence {
    let mut evidence = Evidence::new("pefa-2016");
    let dimensions = |row: &BTreeMap<String, String>| -> Vec<(String, String)> {
        let cells = row.iter().filter(|(column, _)| column.starts_with("PI-") && column.contains('.'));
        cells.map(|(column, letter)| (column.clone(), letter.clone())).collect()
    };
    for (at, row) in assessments.iter().enumerate() {
        for (dimension, letter) in dimensions(row) {
            let (answer, note) = match letter.as_str() {
                "NA" | "NU" => ("not-applicable", letter.as_str()),
                "D*" => ("D-star", ""),
                letter => (letter, ""),
            };
            evidence.row([&format!("a{at}"), &row["Year"], "appraisal"], &dimension, answer, note);
        }
    }
    evidence
}

/// Every published indicator letter follows from its dimensions, but for those that are known not to.
#[test]
fn pefa_letters_are_recomputed() {
    let (Some(assessments), Some(anomalies)) =
        (table("pefa-2016/assessments.csv"), table("pefa-2016/known_anomalies.csv"))
    else {
        return;
    };
    let scores = pefa_evidence(&assessments).scored();
    let (mut agreed, mut without_letter, mut without_dimension) = (0, 0, 0);
    let mut differ = BTreeSet::new();
    for (at, row) in assessments.iter().enumerate() {
        for (indicator, published) in row.iter().filter(|(column, _)| !column.contains('.')) {
            if !indicator.starts_with("PI-") {
                continue;
            }
            let node = scores.of(&format!("a{at}"), &row["Year"], indicator);
            let computed = word(&node["grade"]);
            match published.trim_end_matches('*') {
                "NA" | "NU" => {
                    assert_eq!(node["outcome"], "not-applicable", "{} {indicator}", row["Country"]);
                    without_letter += 1;
                }
                // A letter was published although no dimension applied.
                _ if node["outcome"] == "not-applicable" => without_dimension += 1,
                letter if letter == computed => agreed += 1,
                letter => {
                    let [country, year] = ["Country", "Year"].map(|column| row[column].clone());
                    differ.insert([country, year, indicator.clone(), computed, letter.to_owned()]);
                }
            }
        }
    }
    let columns = ["country", "year", "indicator", "by_rule", "published"];
    let known = anomalies.iter().map(|row| columns.map(|column| row[column].clone()));
    assert_eq!(differ, known.collect());
    assert_eq!((agreed, differ.len(), without_letter, without_dimension), (3_091, 50, 20, 1));
}

/// The same by `cchc reconcile`: it names every slip of the published letters, and no other.
#[test]
fn pefa_letters_are_reconciled() {
    let (Some(assessments), Some(anomalies)) =
        (table("pefa-2016/assessments.csv"), table("pefa-2016/known_anomalies.csv"))
    else {
        return;
    };
    let mut declared = String::from("agency,period,id,awarded,grade\n");
    for (at, row) in assessments.iter().enumerate() {
        for (indicator, letter) in row.iter().filter(|(column, _)| column.starts_with("PI-")) {
            let letter = letter.trim_end_matches('*');
            if !indicator.contains('.') && !["NA", "NU"].contains(&letter) {
                declared.push_str(&format!("a{at},{},{indicator},,{letter}\n", row["Year"]));
            }
        }
    }
    let said = pefa_evidence(&assessments).reconciled(&declared);
    let told = |of: &str| said[of].as_array().map(Vec::len);
    // A letter that was published although no dimension applied differs from having none.
    let slips = anomalies.len() + 1;
    assert_eq!(told("differences"), Some(slips), "{}", said["differences"]);
    assert_eq!(
        (said["agree"].as_u64(), said["compared"].as_u64()),
        (Some(3_091), Some(3_091 + slips as u64))
    );
    assert_eq!(told("not-computed"), Some(0));
}

fn open_budget_evidence(answers: &Rows) -> Evidence {
    let mut evidence = Evidence::new("obs-2023");
    for row in answers {
        for (question, answer) in
            row.iter().filter(|(column, _)| !["ISO", "country"].contains(&column.as_str()))
        {
            let (answer, note) =
                if answer == "NA" { ("not-applicable", "NA") } else { (answer.as_str(), "") };
            evidence.row([&row["ISO"], "2023", "appraisal"], question, answer, note);
        }
    }
    evidence
}

/// Every mean, rounded score, band and rank of the survey.
#[test]
fn open_budget_scores_are_recomputed() {
    let Some((answers, published)) = open_budget() else { return };
    let scores = open_budget_evidence(&answers).scored();
    let nearly = number("0.00000000001");
    let (mut means, mut rounded, mut bands, mut ranks) = (0, 0, 0, 0);
    for row in &published {
        let of = |id: &str| scores.of(&row["ISO"], "2023", id);
        for (column, cell) in row {
            let place = format!("{} {column}", row["ISO"]);
            match column.as_str() {
                "ISO" | "country" => {}
                "rank" => {
                    assert_eq!(of("obi")["rank"].to_string(), *cell, "{place}");
                    ranks += 1;
                }
                "obi_cat2" => {
                    assert_eq!(of("obi-cat2")["grade"], band(cell), "{place}");
                    bands += 1;
                }
                _ if let Some(id) = column.strip_prefix("round") => {
                    assert_eq!(shown(&of(id)["index"], 0), number(cell), "{place}");
                    rounded += 1;
                }
                _ if let Some(id) = graded(column) => {
                    assert_eq!(of(&id)["grade"], band(cell), "{place}");
                    bands += 1;
                }
                id => {
                    let apart = &number(&word(&of(id)["index"])) - &number(cell);
                    assert!(apart < nearly && -&apart < nearly, "{place}: {apart}");
                    means += 1;
                }
            }
        }
    }
    // 13 scores; nine with five bands, four with three, the index in three bands as well; the index ranked.
    assert_eq!((means, rounded, bands, ranks), (13 * 125, 13 * 125, 14 * 125, 125));
}

/// The same by `cchc reconcile`, of the scores as they are published: rounded to whole numbers.
#[test]
fn open_budget_scores_are_reconciled() {
    let Some((answers, published)) = open_budget() else { return };
    let mut declared = String::from("agency,id,awarded,index,grade,rank\n");
    let mut cells = 0;
    for row in &published {
        for (column, cell) in row {
            let line = match column.as_str() {
                "obi_cat2" => format!("obi-cat2,,,{},", band(cell)),
                _ if let Some(id) = column.strip_prefix("round") => {
                    let graded = row.iter().find(|(column, _)| graded(column).as_deref() == Some(id));
                    let rank = if id == "obi" { row["rank"].as_str() } else { "" };
                    cells += u64::from(graded.is_some()) + u64::from(id == "obi");
                    format!("{id},,{cell},{},{rank}", graded.map_or("", |(_, grade)| band(grade)))
                }
                _ => continue,
            };
            cells += 1;
            declared.push_str(&format!("{},{line}\n", row["ISO"]));
        }
    }
    let said = open_budget_evidence(&answers).reconciled(&declared);
    assert_eq!((said["compared"].as_u64(), said["agree"].as_u64()), (Some(cells), Some(cells)));
    assert_eq!(cells, (13 + 14 + 1) * 125);
}

/// The score whose band a column publishes.
fn graded(column: &str) -> Option<String> {
    let of_oversight = column.strip_prefix("grade_").map(|id| match id {
        "pub_eng" => id.to_owned(),
        id => format!("{id}_obi"),
    });
    of_oversight.or_else(|| column.strip_suffix("_cat").map(str::to_owned))
}

/// The grade that a published band is called in the set.
fn band(published: &str) -> &'static str {
    let words = [
        ("Extensive", "extensive"),
        ("Substantial", "substantial"),
        ("Limited", "limited"),
        ("Minimal", "minimal"),
        ("Scant", "scant"),
        ("Adequate", "adequate"),
        ("Sufficient", "adequate"),
        ("Weak", "weak"),
        ("Low", "weak"),
        ("Few", "weak"),
    ];
    let found = words.iter().find(|(word, _)| published.starts_with(word));
    found.unwrap_or_else(|| panic!("no band is called {published}")).1
}

/// The levels of a city's indicators, self-scored and verified.
fn spbe_evidence(levels: &Rows) -> Evidence {
    let mut evidence = Evidence::new("spbe-2018");
    for row in levels {
        for (role, column) in [("self", "self_level"), ("appraisal", "verified_level")] {
            evidence.row(["denpasar", &row["year"], role], &row["indicator"], &row[column], "");
        }
    }
    evidence
}

/// The criterion, the group or the whole that a published row is about.
fn spbe_id(row: &Row) -> String {
    if row["node"] == "index" { "total".to_owned() } else { row["node"].replace(' ', "-") }
}

/// The domains of 2021 are published without the levels below them.
fn spbe_domains_of_2021(published: &Rows) -> Evidence {
    let mut evidence = Evidence::new("spbe-2021");
    for row in published.iter().filter(|row| row["year"] == "2021" && row["node"] != "index") {
        evidence.row(["denpasar", "2021", "appraisal"], &spbe_id(row), &row["published"], "As published");
    }
    evidence
}

/// Aspects, domains and index of a city in three years, self-scored and verified; two published aspects of 2019
/// contradict the published levels.
#[test]
fn spbe_scores_are_recomputed() {
    let Some((levels, published)) = spbe() else { return };
    let (by_item, by_domain) = (spbe_evidence(&levels).scored(), spbe_domains_of_2021(&published).scored());
    let (mut agreed, mut differ) = (0, Vec::new());
    for row in &published {
        let id = spbe_id(row);
        let scores = if row["year"] == "2021" { &by_domain } else { &by_item };
        // The domains of 2021 are answers here, not results.
        if row["year"] == "2021" && id != "total" {
            continue;
        }
        if shown(&scores.of("denpasar", &row["year"], &id)["awarded"], 2) == number(&row["published"]) {
            agreed += 1;
        } else {
            differ.push(format!("{} {id}", row["year"]));
        }
    }
    assert_eq!(differ, ["2019 aspect-3", "2019 aspect-5"]);
    assert_eq!(agreed, 21);
    let own = &by_item.of("denpasar", "2018", "total")["by-role"]["self"];
    assert_eq!(shown(own, 2), number("3.67"));
}

/// The same by `cchc reconcile`, which names the two contradictions.
#[test]
fn spbe_scores_are_reconciled() {
    let Some((levels, published)) = spbe() else { return };
    let declared = |chosen: &dyn Fn(&Row) -> bool| {
        let rows = published.iter().filter(|row| chosen(row));
        rows.fold(String::from("agency,period,id,awarded\n"), |text, row| {
            text + &format!("denpasar,{},{},{}\n", row["year"], spbe_id(row), row["published"])
        })
    };
    let by_item = spbe_evidence(&levels).reconciled(&declared(&|row| row["year"] != "2021"));
    assert_eq!((by_item["compared"].as_u64(), by_item["agree"].as_u64()), (Some(22), Some(20)));
    let differ: Vec<_> = by_item["differences"].as_array().expect("differences").iter().collect();
    let named: Vec<_> =
        differ.iter().map(|cell| format!("{} {}", word(&cell["period"]), word(&cell["id"]))).collect();
    assert_eq!(named, ["2019 aspect-3", "2019 aspect-5"]);
    let index = declared(&|row| row["year"] == "2021" && row["node"] == "index");
    let by_domain = spbe_domains_of_2021(&published).reconciled(&index);
    assert_eq!((by_domain["compared"].as_u64(), by_domain["agree"].as_u64()), (Some(1), Some(1)));
}
