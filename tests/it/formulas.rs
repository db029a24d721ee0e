//! Formulas from outside: faults inside the text of a set, answers in every form, reasons; and the law that every
//! other way of scoring, said as a formula, awards the same.

use std::fmt::Write as _;

use cchc::answer::Answer;
use cchc::calendar::{Date, Period};
use cchc::criteria::{Criteria, read};
use cchc::points::{Points, Share};
use cchc::problem::Checked;
use cchc::rules::{Around, Kind, Losses, Measure, Rule, Scheme};
use cchc::source::Source;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::run::{cchc, folder};

/// A set of one criterion.
fn set(points: &str, rule: &str) -> String {
    format!(
        "id: bo\nversion: \"1\"\ntitle: Bộ\npoints: {points}\ncriteria:\n  - id: \"1\"\n    title: A\n    points: {points}\n    \
         documents: [B]\n    rule: {rule}\n"
    )
}

/// A formula over dossiers and those in time.
fn formula(points: &str) -> String {
    format!(
        "{{ formula: {{ inputs: {{ ho_so: {{ unit: hồ sơ }}, dung_han: {{ unit: hồ sơ }} }}, points: {points} }} }}"
    )
}

fn problems(set: &str) -> Vec<String> {
    let folder = folder(&[("bo.yaml", set)]);
    let done = cchc(["check", "bo.yaml", "--lang", "en"]).within(folder.path()).done();
    done.problems()
}

#[test]
fn a_fault_is_told_at_its_place_in_the_text() {
    for (text, offset, code) in [
        ("\"2 * hoso\"", 5, "formula-name"),
        ("'2 * hoso'", 5, "formula-name"),
        ("2 * hoso", 4, "formula-name"),
        ("\"2 * dung_han / ho_so\"", 16, "formula-divides-by-zero"),
        ("\"dung_han > ho_so\"", 1, "formula-type"),
        ("\"2 * share(dung_han, ho_so)\"", 5, "formula-arguments"),
        ("\"2,5 * ho_so\"", 1, "formula-syntax"),
        ("\"2 * \\x68oso\"", 0, "formula-name"),
    ] {
        let set = set("2", &formula(text));
        let line = set.lines().nth(9).expect("the line of the rule");
        let before = &line[..line.find(text).expect("the formula stands there")];
        let column = before.chars().count() + 1 + offset;
        assert_eq!(problems(&set), [format!("bo.yaml:10:{column} {code}")], "{text}");
    }
}

#[test]
fn a_set_is_held_to_what_the_formula_can_give() {
    let rule =
        |inputs: &str, points: &str| format!("{{ formula: {{ inputs: {inputs}, points: \"{points}\" }} }}");
    for (rule, codes) in [
        (rule("{ a: }", "min(1, a)"), "bo.yaml:10:13 full-out-of-reach"),
        (rule("{ a: }", "1 - a"), "bo.yaml:10:13 full-out-of-reach"),
        (rule("{ a: }", "-a"), "bo.yaml:10:13 full-out-of-reach"),
        (rule("{ a: }", "min(2, a)"), ""),
        (rule("{ a: }", "min(3, a)"), ""),
        (rule("{ a: }", "a > 3 ? 2 : 1"), ""),
        (rule("{}", "2"), "bo.yaml:10:32 list-empty"),
        (rule("[a]", "a"), "bo.yaml:10:33 shape-wrong"),
        (rule("{ points: , a: }", "a"), "bo.yaml:10:34 id-reserved"),
        (rule("{ true: , a: }", "a"), "bo.yaml:10:34 id-reserved"),
        (rule("{ dung-han: , a: }", "a"), "bo.yaml:10:34 formula-input"),
        (rule("{ a: { unt: x } }", "a"), "bo.yaml:10:39 key-unknown"),
        ("{ formula: { points: \"2\" } }".to_owned(), "bo.yaml:10:24 key-missing"),
        ("{ formula: { inputs: { a: } } }".to_owned(), "bo.yaml:10:24 key-missing"),
        ("formula".to_owned(), "bo.yaml:10:11 rule-needs-settings"),
    ] {
        assert_eq!(problems(&set("2", &rule)).join(", "), codes, "{rule}");
    }
}

#[test]
fn an_answer_is_every_number_and_nothing_else() {
    let set = set("2", &formula("\"2 * share(dung_han, ho_so, 0)\""));
    for (answer, code) in [
        ("{ ho_so: 12, dung_han: 10.5 }", ""),
        ("{ ho_so: 12 }", "answer-wrong"),
        ("{ ho_so: 12, dung_hen: 1 }", "answer-wrong"),
        ("{ ho_so: 12, dung_han: -1 }", "number-too-small"),
        ("{ ho_so: 12, dung_han: \"1,5\" }", "number-comma"),
        ("{ ho_so: 12, dung_han: nhiều }", "answer-wrong"),
        ("12", "answer-wrong"),
        ("[12, 10]", "answer-wrong"),
    ] {
        let evidence = format!("agency: {{ id: a }}\ncriteria: bo.yaml\nanswers:\n  \"1\": {answer}\n");
        let folder = folder(&[("bo.yaml", &set), ("phieu.yaml", &evidence)]);
        let done = cchc(["score", "phieu.yaml", "--lang", "en"]).within(folder.path()).done();
        let codes: Vec<String> = done.problems();
        let codes: Vec<&str> = codes.iter().filter_map(|told| told.split(' ').next_back()).collect();
        assert_eq!(codes.join(", "), code, "{answer}: {}", done.err);
    }
}

#[test]
fn the_reason_tells_every_step_in_the_readers_language() {
    let set = set("4", &formula("\"4 * share(dung_han, ho_so, 0) - (ho_so > 100 ? 5 : 0)\""));
    let rows = "agency,criteria,criterion,answer\na,bo.yaml,1,ho_so=12; dung_han=10\nb,bo.yaml,1,ho_so=200; dung_han=10\n\
                c,bo.yaml,1,ho_so=2; dung_han=3\n";
    let folder = folder(&[("bo.yaml", &set), ("phieu.csv", rows)]);
    let json = cchc(["score", "phieu.csv", "--lang", "vi"]).within(folder.path()).json();
    let why = &json["agencies"][0]["criteria"][0]["why"];
    assert_eq!(why["rule"], "formula");
    assert_eq!(why["formula"], "4 * share(dung_han, ho_so, 0) - (ho_so > 100 ? 5 : 0)");
    assert_eq!(why["inputs"], serde_json::json!({ "ho_so": "12", "dung_han": "10" }));
    assert_eq!(why["steps"]["share(10, 12, 0)"], "0.833333333333");
    assert_eq!(why["steps"]["12 > 100"], false);
    assert_eq!(json["agencies"][1]["criteria"][0]["why"]["value"], "-4.8");
    assert_eq!(json["agencies"][1]["criteria"][0]["awarded"], "0");
    assert_eq!(json["agencies"][0]["criteria"][0]["answer"], "ho_so=12; dung_han=10");
    let said = |lang: &str, agency: usize| {
        let csv =
            cchc(["score", "phieu.csv", "--format", "csv", "--lang", lang]).within(folder.path()).done().out;
        csv.lines().filter(|line| line.contains(",1,1,A,")).nth(agency).expect("its line").to_owned()
    };
    for (lang, agency, piece) in [
        (
            "vi",
            0,
            "ho_so 12 hồ sơ, dung_han 10 hồ sơ: share(10, 12, 0) = 0.8333; 4 * 0.8333 = 3.3333; 12 > 100 = sai; sai ? … : 0 = 0; 3.3333 - 0 = 3.3333",
        ),
        ("en", 1, "200 > 100 = true; true ? 5 : … = 5; 0.2 - 5 = -4.8, at least 0"),
        ("en", 2, "6 - 0 = 6, at most 4"),
    ] {
        let line = said(lang, agency);
        assert!(line.contains(piece), "{line}");
    }
    let explained = cchc(["explain", "bo.yaml", "1", "--lang", "vi"]).within(folder.path()).done().out;
    for piece in ["Theo công thức, tối thiểu 0 và tối đa 4", "số hồ sơ, từ 0", "`ho_so=12; dung_han=12`"]
    {
        assert!(explained.contains(piece), "{explained}");
    }
}

#[test]
fn a_twelfth_of_four_and_a_half_is_rounded_once() {
    let set = set(
        "1",
        "{ formula: { inputs: { n: }, points: \"n / 12 * 4.50\" } }\nrounding: { places: 2, at: criterion }",
    );
    let evidence = "agency: { id: a }\ncriteria: bo.yaml\nanswers: { \"1\": { n: 1 } }\n";
    let folder = folder(&[("bo.yaml", &set), ("phieu.yaml", evidence)]);
    let json = cchc(["score", "phieu.yaml"]).within(folder.path()).json();
    assert_eq!(json["agencies"][0]["criteria"][0]["awarded"], "0.38");
}

// The law of equivalence.

/// How many answers are tried on each random rule.
const ANSWERS_A_RULE: u32 = 5;

fn rule(points: &str, rule: &str) -> Rule {
    let text = set(points, rule);
    let criteria: Criteria = match read(&Source::new("bo.yaml", text.clone())) {
        Checked::Sound(criteria, _) => criteria,
        Checked::Broken(faults, _) => panic!("{faults:?}\n{text}"),
    };
    let leaf = criteria.leaves().next().expect("one criterion");
    criteria.at(leaf).rule().expect("a rule").clone()
}

/// Takes random numbers out of one list.
struct Luck<'l>(std::slice::Iter<'l, u16>);

impl Luck<'_> {
    fn below(&mut self, most: i64) -> i64 {
        i64::from(*self.0.next().expect("enough luck")) % most
    }

    fn choose<T: Copy>(&mut self, from: &[T]) -> T {
        let at = self.below(i64::try_from(from.len()).expect("a short list"));
        from[usize::try_from(at).expect("not below zero")]
    }

    /// A number of hundredths, up to `most`.
    fn number(&mut self, most: i64) -> Points {
        Points::whole(self.below(most * 100 + 1)).over(&Points::HUNDRED).expect("not zero")
    }
}

/// A random rule of a kind for a criterion of 6 points.
fn written(kind: Kind, luck: &mut Luck<'_>) -> String {
    let mut list = || {
        let mut entries = vec!["{ id: top-1, title: A, points: 100% }".to_owned()];
        for at in 0..=luck.below(4) {
            let points = luck.choose(&["1/3", "0", "2.25", "3/7", "12.5%", "5"]);
            entries.push(format!("{{ id: \"l {at}\", title: A, points: {points} }}"));
        }
        format!("[{}]", entries.join(", "))
    };
    match kind {
        Kind::YesNo => "yes-no".to_owned(),
        Kind::Choice => format!("{{ choice: {} }}", list()),
        Kind::Checklist => format!("{{ checklist: {} }}", list()),
        Kind::Survey => {
            let list = list();
            format!("{{ survey: {list}, when-empty: {} }}", luck.choose(&["full", "zero"]))
        }
        Kind::Share => {
            let (from, full_at) =
                luck.choose(&[("10%", "2/3"), ("50%", "90%"), ("80%", "80%"), ("1/7", "100%")]);
            let reverse = luck.choose(&["true", "false"]);
            let empty = luck.choose(&["full", "zero"]);
            match luck.below(3) {
                0 => format!("{{ share: {{ reverse: {reverse}, when-empty: {empty} }} }}"),
                1 => {
                    format!("{{ share: {{ full-at: {full_at}, reverse: {reverse}, when-empty: {empty} }} }}")
                }
                _ => format!(
                    "{{ share: {{ from: {from}, full-at: {full_at}, reverse: {reverse}, when-empty: {empty} }} }}"
                ),
            }
        }
        Kind::Bands if luck.below(2) == 0 => {
            let (a, b) = luck.choose(&[("95%", "100%"), ("1/3", "2/3"), ("50%", "120%")]);
            let (above, up_to) = luck.choose(&[("above", "up-to"), ("from", "below")]);
            let low = luck.choose(&["share", "1/7", "0"]);
            let empty = luck.choose(&["full", "zero"]);
            format!(
                "{{ bands: [{{ {above}: {b}, points: 6 }}, {{ from: {a}, {up_to}: {b}, points: share }}, {{ below: {a}, points: {low} }}], when-empty: {empty} }}"
            )
        }
        Kind::Bands => {
            let (above, up_to) = luck.choose(&[("above", "up-to"), ("from", "below")]);
            format!(
                "{{ bands: [{{ {above}: 10, points: 6 }}, {{ from: 2.5, {up_to}: 10, points: 5/7 }}, {{ from: 0, below: 2.5, points: 1 }}] }}"
            )
        }
        Kind::Count => format!("{{ count: {{ each: {} }} }}", luck.choose(&["0.5", "1/3", "7", "2.25"])),
        Kind::Deduct => {
            let each = luck.choose(&[
                "0.5",
                "2/7",
                "{ late: 0.25, not-there: 1/3 }",
                "{ \"Trễ\": 2, points-lost: 1 }",
            ]);
            format!("{{ deduct: {{ each: {each}, floor: {} }} }}", luck.choose(&["0", "1.5", "6"]))
        }
        Kind::Deadline => {
            let late = luck.choose(&[
                "3",
                "[{ up-to: 15, points: 4 }, { from: 16, up-to: 30, points: 1/3 }, { above: 30, points: 0 }]",
            ]);
            format!("{{ deadline: {{ due: {{ day: 03-31 }}, late: {late} }} }}")
        }
        Kind::Judged => luck.choose(&["judged", "{ judged: { step: 0.5 } }"]).to_owned(),
        Kind::VersusPeers => format!(
            "{{ versus-peers: {{ to: {}, when-empty: zero, bands: [{{ from: 100%, points: 6 }}, {{ from: 80%, below: 100%, points: 5/7 }}, {{ below: 80%, points: 0 }}] }} }}",
            luck.choose(&["mean", "median"])
        ),
        Kind::Formula => formula("\"6 * share(dung_han, ho_so, 0)\""),
    }
}

/// A random answer to a rule.
fn answered(scheme: &Scheme, luck: &mut Luck<'_>) -> Answer {
    let index = |at: i64| usize::try_from(at).expect("not below zero");
    match scheme {
        Scheme::Pick(options) => {
            Answer::Option(index(luck.below(i64::try_from(options.len()).expect("a short list"))))
        }
        Scheme::Gather { items, .. } => {
            Answer::Items((0..items.len()).filter(|_| luck.below(2) == 1).collect())
        }
        Scheme::Average { levels, .. } => {
            Answer::Each(levels.iter().map(|_| Points::whole(luck.below(5))).collect())
        }
        Scheme::Formula(formula) => Answer::Each(formula.inputs.iter().map(|_| luck.number(9)).collect()),
        Scheme::Ladder(ladder) => match &ladder.measure {
            Measure::Share { beyond, .. } => {
                let whole = luck.below(40);
                let most = if *beyond && whole > 0 { whole * 2 } else { whole };
                let share = Share { part: Points::whole(luck.below(most + 1)), whole: Points::whole(whole) };
                if luck.below(5) == 0 {
                    Answer::Percent(Share { part: luck.number(100), whole: Points::HUNDRED })
                } else {
                    Answer::Counted(share)
                }
            }
            Measure::Versus { .. } => Answer::Number(luck.number(9)),
            Measure::Amount => Answer::Number(luck.number(13)),
            Measure::Count | Measure::Loss(Losses::Each(_)) => Answer::Number(Points::whole(luck.below(25))),
            Measure::Loss(Losses::ByKind(kinds)) => {
                Answer::Each(kinds.iter().map(|_| Points::whole(luck.below(12))).collect())
            }
            Measure::Lateness(_) if luck.below(9) == 0 => Answer::Never,
            Measure::Lateness(_) => {
                let text = format!("2026-{:02}-{:02}", 3 + luck.below(3), 1 + luck.below(30));
                Answer::On(Date::read(&text).expect("a day of these months"))
            }
            Measure::Judgement(_) => Answer::Number(luck.number(6)),
        },
    }
}

/// Every way of scoring is a formula over the same numbers: ten thousand answers, of every kind of rule.
#[test]
fn every_way_of_scoring_said_as_a_formula_awards_the_same() {
    let rules = u32::try_from(Kind::ALL.len()).expect("a short list") * ANSWERS_A_RULE;
    let cases = 10_000_u32.div_ceil(rules);
    let around =
        Around { period: Some(Period::read("2026").expect("a period")), peers: Some(Points::whole(4)) };
    let full = Points::whole(6);
    for kind in Kind::ALL {
        let mut runner = TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() });
        let law = |luck: Vec<u16>| {
            let mut luck = Luck(luck.iter());
            let written = written(kind, &mut luck);
            let original = rule("6", &written);
            let lowered = original.scheme.lowered(&full).expect("its numbers are short");
            let mut inputs = String::new();
            for name in &lowered.names {
                let _ = write!(inputs, "{name}: , ");
            }
            let formula =
                format!("{{ formula: {{ inputs: {{ {inputs} }}, points: \"{}\" }} }}", lowered.points);
            let again = rule("6", &formula);
            for _ in 0..ANSWERS_A_RULE {
                let answer = answered(&original.scheme, &mut luck);
                let awarded = original.scheme.earn(&full, &answer, &around).points;
                let numbers = original.scheme.numbers(&answer, &around);
                let computed = again.scheme.earn(&full, &Answer::Each(numbers.clone()), &around).points;
                prop_assert_eq!(awarded, computed, "{}\n{}\n{:?} {:?}", written, formula, answer, numbers);
            }
            Ok(())
        };
        let luck = proptest::collection::vec(any::<u16>(), 80);
        runner.run(&luck, law).unwrap_or_else(|error| panic!("{}: {error}", kind.word()));
    }
}
