//! Each number of each set that ships matters: changing any one of them is caught by the proofs of the loader, or
//! changes what comes of evidence that meets every option, band and edge.
//!
//! The numbers are found in the file's own tree, where each scalar knows its place: every scalar that is a number, a
//! percent, a fraction, a date or a day of the year, except under the keys whose values are texts or names.
#![expect(clippy::print_stdout, reason = "the counts are what the test reports")]

use std::collections::BTreeSet;

use cchc::answer::Role;
use cchc::calendar::{Date, Period};
use cchc::criteria::{BUILTIN, Builtin, Counts, Criteria, Node, Trigger, WhenNotApplicable, read};
use cchc::id::Id;
use cchc::points::Points;
use cchc::problem::{Checked, Problems};
use cchc::rules::{Cut, Ladder, Losses, Measure, Scheme};
use cchc::source::{Place, Source};
use cchc::yaml::{self, Value};

use crate::evidence::{HEAD, outcomes, set, sound};
use crate::run::text;

/// What may change without any consequence: the set, the line as it is changed, and why nothing can come of it.
const ARGUED: [(&str, &str, &str); 0] = [];

/// Keys under which no number counts: texts, and the names of criteria.
const TEXTS: [&str; 15] = [
    "id",
    "version",
    "title",
    "basis",
    "note",
    "documents",
    "advice",
    "audience",
    "supersedes",
    "because",
    "as-written",
    "criterion",
    "requires",
    "at-most",
    "was",
];

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
        Scheme::Formula(formula) => {
            let inputs: Vec<&str> = formula.inputs.iter().map(|input| input.id.as_str()).collect();
            (0..=10)
                .map(|many| inputs.iter().map(|id| format!("{id}={many}")).collect::<Vec<_>>().join("; "))
                .collect()
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
        Measure::Versus { .. } | Measure::Amount => {
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

/// Rows under making, an agency after another.
struct Battery<'a> {
    criteria: &'a Criteria,
    kind: Option<Id>,
    rows: String,
}

impl Battery<'_> {
    /// An agency that answers so; where it leaves a penalty open that is answered by 0, since it must be.
    fn agency(&mut self, name: &str, period: &str, answers: &[(Role, Node, String)]) {
        let penalties = self.criteria.leaves().filter(|leaf| {
            let open = !answers.iter().any(|(_, node, _)| node == leaf);
            self.criteria.at(*leaf).counts == Counts::Penalty && self.applies(*leaf) && open
        });
        let zeros = penalties.map(|leaf| (self.criteria.at(leaf).scored_by, leaf, "0".to_owned()));
        let kind = self.kind.as_ref().map(ToString::to_string).unwrap_or_default();
        let set = self.criteria.identity.name();
        let mut lines = String::new();
        for (role, node, cell) in answers.iter().cloned().chain(zeros) {
            let (role, id) = (role.word(), &self.criteria.at(node).id);
            lines.push_str(&format!(
                "{name}-{kind},,{kind},,{period},{set},{role},{id},{cell},Theo biên bản\n"
            ));
        }
        self.rows.push_str(&lines);
    }

    fn applies(&self, node: Node) -> bool {
        self.criteria.at(node).applies_to(self.kind.as_ref())
    }

    /// One answer, of the role that scores the criterion.
    fn own(&self, leaf: Node, cell: &str) -> (Role, Node, String) {
        (self.criteria.at(leaf).scored_by, leaf, cell.to_owned())
    }

    /// A node decided at a share of its points.
    fn decided(&self, node: Node, share: &Points) -> (Role, Node, String) {
        (Role::Appraisal, node, format!("points={}", &self.criteria.at(node).points * share))
    }

    /// Agency after agency takes the next probe of each criterion; what may be a fault stands alone.
    fn answers(&mut self) {
        let leaves: Vec<Node> = self.criteria.leaves().filter(|leaf| self.applies(*leaf)).collect();
        let probes: Vec<(Node, Vec<String>)> =
            leaves.into_iter().map(|leaf| (leaf, probes(self.criteria, leaf))).collect();
        let judged =
            |leaf: Node| self.criteria.at(leaf).rule().is_some_and(|rule| rule.kind.word() == "judged");
        let (alone, together): (Vec<_>, Vec<_>) = probes.into_iter().partition(|(leaf, _)| judged(*leaf));
        for turn in 0..together.iter().map(|(_, probes)| probes.len()).max().unwrap_or(0) {
            let next = together.iter().filter_map(|(leaf, probes)| Some(self.own(*leaf, probes.get(turn)?)));
            let answers: Vec<_> = next.collect();
            self.agency(&format!("bac-{turn}"), PERIOD, &answers);
        }
        for (leaf, probes) in alone {
            for (at, probe) in probes.iter().enumerate() {
                let answer = self.own(leaf, probe);
                self.agency(&format!("xet-{at}-{}", leaf.index()), PERIOD, &[answer]);
            }
        }
    }

    /// Half a percent above and below each grade of a group, and each edge of a limit: fields decided whole.
    fn edges(&mut self) {
        let half = Points::read("0.005").expect("a number");
        let around = |edge: &Points| [edge + &half, edge - &half];
        let groups: Vec<Node> = self.criteria.nodes().filter(|node| self.applies(*node)).collect();
        for group in groups {
            let grades = self.criteria.at(group).grades.iter().filter_map(|grade| grade.from.as_ref());
            for (at, share) in grades.flat_map(around).enumerate() {
                let fields = self
                    .criteria
                    .parts(group)
                    .filter(|part| self.applies(*part) && self.criteria.at(*part).counts == Counts::Within);
                let nodes: Vec<Node> = if group == Node::ROOT { fields.collect() } else { vec![group] };
                let answers: Vec<_> = nodes.into_iter().map(|node| self.decided(node, &share)).collect();
                self.agency(&format!("loai-{}-{at}", group.index()), PERIOD, &answers);
            }
        }
        for (at, limit) in self.criteria.limits.iter().enumerate() {
            if let (Some(node), Trigger::Below(edge)) = (limit.whose, &limit.when) {
                for (side, share) in around(edge).iter().enumerate() {
                    let answer = self.decided(node, share);
                    self.agency(&format!("khong-che-{at}-{side}"), PERIOD, &[answer]);
                }
            }
        }
    }

    /// As much excused as is allowed, within one percent, and more than that by less than one percent.
    fn excused(&mut self) {
        let Some(most) = &self.criteria.excused_at_most else { return };
        let percent = Points::ONE.percent();
        let may: Vec<(Node, Points)> = (self.criteria.leaves())
            .filter(|leaf| self.applies(*leaf))
            .filter(|leaf| self.criteria.at(*leaf).when_not_applicable != WhenNotApplicable::Refuse)
            .map(|leaf| (leaf, self.criteria.portion(leaf, self.kind.as_ref())))
            .filter(|(_, portion)| !portion.is_zero())
            .take(14)
            .collect();
        for (name, low, high) in
            [("het-muc", most - &percent, most.clone()), ("qua-muc", most.clone(), most + &percent)]
        {
            let chosen = |mask: u32| {
                let held = may.iter().enumerate().filter(move |(at, _)| mask >> at & 1 == 1);
                held.map(|(_, one)| one.clone()).collect::<Vec<(Node, Points)>>()
            };
            let fits = |mask: &u32| {
                let sum: Points = chosen(*mask).iter().map(|(_, portion)| portion).sum();
                low < sum && sum <= high
            };
            if let Some(mask) = (0..1_u32 << may.len()).find(fits) {
                let answers: Vec<_> =
                    chosen(mask).iter().map(|(leaf, _)| self.own(*leaf, "not-applicable")).collect();
                self.agency(name, PERIOD, &answers);
            }
        }
    }

    /// The days around the bounds of the set's time.
    fn times(&mut self) {
        let leaf = self.criteria.leaves().find(|leaf| self.applies(*leaf)).expect("a set has leaves");
        let answer = self.own(leaf, &probes(self.criteria, leaf)[0]);
        for bound in [self.criteria.from, self.criteria.to].into_iter().flatten() {
            for days in [-1, 0, 1] {
                let day = after(bound, days).to_string();
                self.agency(&format!("ngay-{day}"), &day, std::slice::from_ref(&answer));
            }
        }
    }
}

/// Evidence that meets every number of a set, for each kind of agency that it tells apart.
fn battery(criteria: &Criteria) -> String {
    let kinds: Vec<Option<Id>> = match &criteria.audience[..] {
        [] => vec![None],
        kinds if criteria.tells_kinds_apart() => kinds.iter().cloned().map(Some).collect(),
        [kind, ..] => vec![Some(kind.clone())],
    };
    let mut rows = HEAD.to_owned();
    for kind in kinds {
        let mut battery = Battery { criteria, kind, rows: String::new() };
        battery.answers();
        battery.edges();
        battery.excused();
        battery.times();
        rows.push_str(&battery.rows);
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
        "xa-mau" => &["xa-mau-vi-du.yaml"],
        "can-tho-157-2025" => &["can-tho-157-2025-vi-du.yaml"],
        "hai-phong-212-2025" => &["hai-phong-212-2025-vi-du.yaml"],
        "hcm-5155-2025" => &["hcm-5155-2025-vi-du.yaml"],
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
fn warnings(yaml: &str) -> Option<(Criteria, Vec<&'static str>)> {
    match read(&Source::new("bo.yaml", yaml.to_owned())) {
        Checked::Sound(criteria, warnings) => {
            Some((criteria, warnings.iter().map(|found| found.what.code()).collect()))
        }
        Checked::Broken(..) => None,
    }
}

#[test]
fn every_number_of_every_set_matters() {
    for builtin in BUILTIN {
        let criteria = set(builtin.id);
        let evidence = evidence(builtin, &criteria);
        // What is no change comes to the same, so that the evidence tells numbers and nothing else.
        let commented = sound("bo.yaml", &format!("# Ghi chú\n{}", builtin.yaml));
        assert!(comes_to_the_same(&commented, &evidence), "{}", builtin.id);
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
