//! Each number of each set that ships matters: changing any one of them is caught by the proofs of the loader, or
//! changes what comes of evidence that meets every option, band and edge.
//!
//! The numbers are found in the file's own tree, where each scalar knows its place: every scalar that is a number, a
//! percent, a fraction, a date or a day of the year, except under the keys whose values are texts or names.
#![expect(clippy::print_stdout, reason = "the counts are what the test reports")]

use std::collections::BTreeSet;

use cchc::calendar::{Date, Period};
use cchc::criteria::{BUILTIN, Builtin, Criteria, Node, read};
use cchc::points::Points;
use cchc::problem::{Checked, Problems};
use cchc::rules::{Cut, Ladder, Losses, Measure, Scheme};
use cchc::source::{Place, Source};
use cchc::yaml::{self, Value};

use crate::evidence::{HEAD, outcomes, set};
use crate::run::text;

/// What may change without any consequence: the set, the line as it is changed, and why nothing can come of it.
const ARGUED: [(&str, &str, &str); 0] = [];

/// Keys under which no number counts.
const TEXTS: [&str; 9] =
    ["id", "version", "title", "basis", "note", "documents", "advice", "audience", "supersedes"];

/// A number in a set: its key, its text, and where it begins.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Number {
    start: usize,
    key: String,
    text: String,
}

fn numbers(source: &Source) -> BTreeSet<Number> {
    let tree = yaml::read(source, &mut Problems::default()).expect("it can be read");
    let mut found = BTreeSet::new();
    for document in &tree {
        gather(document, "", &mut found);
    }
    found
}

fn gather(node: &yaml::Node, key: &str, found: &mut BTreeSet<Number>) {
    match &node.value {
        Value::Table(entries) => {
            for (key, node) in entries.iter().filter(|(key, _)| !TEXTS.contains(&key.text.as_str())) {
                gather(node, &key.text, found);
            }
        }
        Value::List(items) => items.iter().for_each(|item| gather(item, key, found)),
        Value::Scalar(text) => {
            let Place::Span { start, .. } = node.place else { panic!("a scalar has a place") };
            let numeric = text.chars().all(|sign| sign.is_ascii_digit() || "-./%".contains(sign));
            if numeric && text.chars().any(|sign| sign.is_ascii_digit()) {
                found.insert(Number { start, key: key.to_owned(), text: text.clone() });
            }
        }
        Value::Empty => {}
    }
}

/// The number a step up and a step down, as suits its form.
fn changed(number: &Number) -> Vec<String> {
    let by = |text: &str, step: &str| {
        let (number, step) = (Points::read(text).expect("a number"), Points::read(step).expect("a number"));
        [&number + &step, &number - &step]
    };
    let text = number.text.as_str();
    if let Some(percent) = text.strip_suffix('%') {
        return by(percent, "1").map(|number| format!("{number}%")).to_vec();
    }
    if Date::read(text).is_ok() {
        return beside(text).to_vec();
    }
    if number.key == "day" {
        return beside(&format!("2025-{text}")).map(|date| date[5..].to_owned()).to_vec();
    }
    let step = match number.key.as_str() {
        // The edges of amounts, years, places, counts.
        "from" | "above" | "below" | "up-to" | "year" | "places" | "criteria" => "1",
        // Points, and what a fault or an item of a count comes to.
        _ => "0.25",
    };
    by(text, step).map(|number| number.to_string()).to_vec()
}

/// The days around a day.
fn beside(day: &str) -> [String; 2] {
    let day = Date::read(day).expect("a day");
    [1, -1].map(|days| after(day, days).to_string())
}

/// The day so many days after another.
fn after(day: Date, days: i64) -> Date {
    let text = day.to_string();
    let year: i64 = text[..4].parse().expect("a year");
    let all = (year - 2..=year + 2).flat_map(|year| {
        (1..=12).flat_map(move |month| (1..=31).map(move |day| format!("{year}-{month:02}-{day:02}")))
    });
    all.filter_map(|text| Date::read(&text).ok())
        .find(|other| other.days_after(day) == days)
        .expect("it lies within two years")
}

const PERIOD: &str = "2025";

/// Answers to a criterion that meet each of its options, bands and edges, and both sides of each edge.
fn probes(criteria: &Criteria, leaf: Node) -> Vec<String> {
    match &criteria.at(leaf).rule().expect("a leaf has a rule").scheme {
        Scheme::Pick(options) => options.iter().map(|option| option.id.to_string()).collect(),
        Scheme::Gather { items, .. } => {
            let all: Vec<&str> = items.iter().map(|item| item.id.as_str()).collect();
            let each = all.iter().map(|&item| item.to_owned());
            each.chain([all.join("; "), "none".to_owned()]).collect()
        }
        Scheme::Average { levels, .. } => {
            each_alone(&levels.iter().map(|level| level.id.as_str()).collect::<Vec<_>>())
        }
        Scheme::Ladder(ladder) => measured(ladder),
    }
}

/// One of each kind alone.
fn each_alone(ids: &[&str]) -> Vec<String> {
    let alone = |one: usize| {
        let counts = ids.iter().enumerate().map(|(at, id)| format!("{id}={}", u8::from(at == one)));
        counts.collect::<Vec<_>>().join("; ")
    };
    (0..ids.len()).map(alone).collect()
}

fn measured(ladder: &Ladder) -> Vec<String> {
    let edges = ladder.bands.iter().filter_map(|band| match &band.low {
        Cut::At(edge, _) => Some(edge),
        Cut::Lowest | Cut::Highest => None,
    });
    let around = |edge: &Points, steps: &[&str]| -> Vec<Points> {
        steps.iter().map(|step| edge + &Points::read(step).expect("a number")).collect()
    };
    let negative = |number: &Points| number.is_negative();
    match &ladder.measure {
        Measure::Share { beyond, when_empty } => {
            let mut shares = around(&Points::ZERO, &["0", "0.333", "1"]);
            shares.extend(edges.flat_map(|edge| around(edge, &["-0.005", "0", "0.005"])));
            shares.retain(|share| !negative(share) && (*beyond || *share <= Points::ONE));
            let thousandths = shares.iter().map(|share| format!("{}/1000", share * &Points::whole(1000)));
            thousandths.chain(when_empty.map(|_| "0/0".to_owned())).collect()
        }
        Measure::Amount => {
            let values = edges.flat_map(|edge| around(edge, &["-1", "-0.5", "0", "0.5"]));
            values.filter(|value| !negative(value)).map(|value| value.to_string()).collect()
        }
        Measure::Count | Measure::Loss(Losses::Each(_)) => (0..=5).map(|count| count.to_string()).collect(),
        Measure::Loss(Losses::ByKind(kinds)) => {
            each_alone(&kinds.iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>())
        }
        Measure::Lateness(due) => {
            let due = due.day(Some(Period::Year(2025))).expect("it is in the calendar");
            let edges = ladder.bands.iter().filter_map(|band| match &band.high {
                Cut::At(edge, _) => edge.to_string().parse::<i64>().ok(),
                Cut::Lowest | Cut::Highest => None,
            });
            let days = edges.flat_map(|edge| [edge - 1, edge, edge + 1]);
            let mut days: Vec<String> = days.chain([200]).map(|days| after(due, days).to_string()).collect();
            days.push("never".to_owned());
            days
        }
        Measure::Judgement(judgement) => {
            // Off its steps too, where it is a fault.
            let quarter = Points::read("0.25").expect("a number");
            let quarters = (0..100).map(|many| &Points::whole(many) * &quarter);
            quarters.filter(|points| *points <= judgement.most).map(|points| points.to_string()).collect()
        }
    }
}

/// Evidence that meets every number of a set. Agency after agency takes the next probe of each criterion; what is a
/// fault, and what reaches the edges of grades and of the set's time, stands in agencies of its own.
fn battery(criteria: &Criteria) -> String {
    let kind = criteria.audience.first().map(ToString::to_string).unwrap_or_default();
    let name = criteria.identity.name();
    let row = |agency: &str, period: &str, role: &str, node: Node, cell: &str| {
        let id = &criteria.at(node).id;
        format!("{agency},,{kind},,{period},{name},{role},{id},{cell},Theo biên bản\n")
    };
    let mut rows = HEAD.to_owned();
    let probes: Vec<(Node, Vec<String>)> =
        criteria.leaves().map(|leaf| (leaf, probes(criteria, leaf))).collect();
    let judged = |leaf: Node| criteria.at(leaf).rule().is_some_and(|rule| rule.kind.word() == "judged");
    for turn in 0..probes.iter().map(|(_, probes)| probes.len()).max().unwrap_or(0) {
        for (leaf, probes) in probes.iter().filter(|(leaf, _)| !judged(*leaf)) {
            if let Some(probe) = probes.get(turn) {
                let role = criteria.at(*leaf).scored_by.word();
                rows.push_str(&row(&format!("bac-{turn}"), PERIOD, role, *leaf, probe));
            }
        }
    }
    for (leaf, probes) in probes.iter().filter(|(leaf, _)| judged(*leaf)) {
        for (at, probe) in probes.iter().enumerate() {
            let agency = format!("xet-{at}-{}", leaf.index());
            rows.push_str(&row(&agency, PERIOD, criteria.at(*leaf).scored_by.word(), *leaf, probe));
        }
    }
    // Every field decided whole, so that the index of a group lies half a percent above and below each grade.
    let half = Points::read("0.005").expect("a number");
    for group in criteria.nodes() {
        let edges: Vec<Points> =
            criteria.at(group).grades.iter().filter_map(|grade| grade.from.clone()).collect();
        for (at, edge) in edges.iter().flat_map(|edge| [edge + &half, edge - &half]).enumerate() {
            let agency = format!("loai-{}-{at}", group.index());
            let decided: Vec<Node> =
                if group == Node::ROOT { criteria.parts(group).collect() } else { vec![group] };
            for node in decided {
                let points = &criteria.at(node).points * &edge;
                rows.push_str(&row(&agency, PERIOD, "appraisal", node, &format!("points={points}")));
            }
        }
    }
    // The days around the bounds of the set's time.
    let first = criteria.leaves().next().expect("a set has leaves");
    let (leaf, probe) = (first, &probes[0].1[0]);
    for bound in [criteria.from, criteria.to].into_iter().flatten() {
        for days in [-1, 0, 1] {
            let day = after(bound, days).to_string();
            rows.push_str(&row(
                &format!("ngay-{day}"),
                &day,
                criteria.at(leaf).scored_by.word(),
                leaf,
                probe,
            ));
        }
    }
    rows
}

/// What became of the mutants of a set.
#[derive(Default)]
struct Caught {
    by_proofs: usize,
    by_outputs: usize,
    survivors: Vec<String>,
}

/// Evidence for a set, with the name of its file, and what comes of it.
type Evidence = Vec<(&'static str, String, Vec<String>)>;

fn evidence(set: Builtin, criteria: &Criteria) -> Evidence {
    let samples: &[&str] = match set.id {
        "so-mau" => &["so-mau-day-du.yaml", "so-tttt-nghe-an-2016.yaml"],
        "chi-so-766" => &["766-dak-lak-2026-10-10.csv"],
        _ => &[],
    };
    let mut all: Vec<(&str, String)> = vec![("bac.csv", battery(criteria))];
    all.extend(samples.iter().map(|sample| (*sample, text(&format!("samples/{sample}")))));
    let come = |(name, text): (&'static str, String)| {
        let outcomes = outcomes(criteria, name, &text).collect();
        (name, text, outcomes)
    };
    all.into_iter().map(come).collect()
}

fn judge(set: Builtin, evidence: &Evidence, numbers: &[Number]) -> Caught {
    let mut caught = Caught::default();
    let before = warnings(set.yaml).expect("it is sound").1;
    for number in numbers {
        let (head, rest) = set.yaml.split_at(number.start);
        let tail = rest.strip_prefix(&number.text).expect("a plain scalar stands as it reads");
        for text in changed(number) {
            let mutant = format!("{head}{text}{tail}");
            let Some((criteria, after)) = warnings(&mutant) else {
                caught.by_proofs += 1;
                continue;
            };
            let same = before == after && comes_to_the_same(&criteria, evidence);
            if same {
                let line = head.matches('\n').count();
                let line = mutant.lines().nth(line).expect("the line is there").trim();
                caught.survivors.push(line.to_owned());
            } else {
                caught.by_outputs += 1;
            }
        }
    }
    caught
}

/// Whether the evidence comes to the same under a changed set, up to the first agency for which it does not.
fn comes_to_the_same(criteria: &Criteria, evidence: &Evidence) -> bool {
    evidence.iter().all(|(name, text, before)| {
        let mut after = outcomes(criteria, name, text);
        before.iter().all(|before| after.next().as_ref() == Some(before)) && after.next().is_none()
    })
}

/// A set and what is said beside it; `None` where it is not sound.
fn warnings(yaml: &str) -> Option<(Criteria, String)> {
    match read(&Source::new("bo.yaml", yaml.to_owned())) {
        Checked::Sound(criteria, warnings) => Some((criteria, format!("{warnings:?}"))),
        Checked::Broken(..) => None,
    }
}

#[test]
fn every_number_of_every_set_matters() {
    for builtin in BUILTIN {
        let criteria = set(builtin.id);
        let evidence = evidence(builtin, &criteria);
        assert!(
            comes_to_the_same(&criteria, &evidence),
            "{}: what is not changed comes to the same",
            builtin.id
        );
        let found: Vec<Number> =
            numbers(&Source::new("bo.yaml", builtin.yaml.to_owned())).into_iter().collect();
        let (one, other) = found.split_at(found.len() / 2);
        let halves = std::thread::scope(|scope| {
            let other = scope.spawn(|| judge(builtin, &evidence, other));
            [judge(builtin, &evidence, one), other.join().expect("it ends")]
        });
        let [by_proofs, by_outputs] = [|half: &Caught| half.by_proofs, |half: &Caught| half.by_outputs]
            .map(|of| halves.iter().map(of).sum::<usize>());
        let survivors: Vec<&String> = halves.iter().flat_map(|half| &half.survivors).collect();
        let caught = by_proofs + by_outputs;
        let mutants = caught + survivors.len();
        println!(
            "{}: {} numbers, {mutants} mutants: {by_proofs} caught by the proofs, {by_outputs} by outputs, {} survive: {survivors:#?}",
            builtin.id,
            found.len(),
            survivors.len()
        );
        assert!(found.len() > 30, "{}: only {} numbers were found", builtin.id, found.len());
        assert!(caught * 100 >= mutants * 98, "{}: {caught} of {mutants} were caught", builtin.id);
        let argued = |line: &str| ARGUED.iter().any(|(set, argued, _)| *set == builtin.id && *argued == line);
        let bare: Vec<&&String> = survivors.iter().filter(|line| !argued(line)).collect();
        assert!(bare.is_empty(), "{}: nothing says why these may change: {bare:#?}", builtin.id);
    }
    for (set, line, why) in ARGUED {
        assert!(Builtin::find(set).is_some() && !why.is_empty(), "{line}");
    }
}
