//! Laws that hold of every score, tried on random evidence for the sets that ship.

use std::fmt::Write as _;

use cchc::assessment::{Assessment, Outcome, Peers, score};
use cchc::calendar::Date;
use cchc::criteria::{Builtin, Combine, Counts, Criteria, Node, WhenNotApplicable, read};
use cchc::evidence::{Claims, Dossier, File, Named, check};
use cchc::points::{Mode, Points};
use cchc::problem::Checked;
use cchc::rules::{Kind, Losses, Measure, Scheme};
use cchc::source::Source;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::Value;

use crate::run::{cchc, folder};

fn set(id: &str) -> Criteria {
    let set = Builtin::find(id).expect("it ships");
    match read(&Source::new(id, set.yaml.to_owned())) {
        Checked::Sound(criteria, _) => criteria,
        Checked::Broken(faults, _) => panic!("{faults:?}"),
    }
}

/// A random answer: what a row of CSV says in `answer` and `note`, and the same as YAML. `luck` chooses.
fn answer(criteria: &Criteria, node: Node, luck: u32) -> Option<(String, String)> {
    let asked = criteria.at(node);
    let rule = asked.rule().expect("a leaf has a rule");
    let below = |most: u32| luck / 7 % most;
    // A penalty must be answered.
    if luck.is_multiple_of(11) && asked.counts != Counts::Penalty {
        return None;
    }
    if luck.is_multiple_of(13) && asked.when_not_applicable != WhenNotApplicable::Refuse {
        return Some(("not-applicable,Không phát sinh".into(), "{ not-applicable: Không phát sinh }".into()));
    }
    let plain = |text: String| Some((format!("{text},"), text));
    match &rule.scheme {
        Scheme::Pick(options) => plain(options[luck as usize / 7 % options.len()].id.to_string()),
        Scheme::Gather { items, .. } => {
            let held: Vec<&str> = items
                .iter()
                .enumerate()
                .filter(|(at, _)| luck >> at & 1 == 1)
                .map(|(_, item)| item.id.as_str())
                .collect();
            match held[..] {
                [] => plain("none".into()),
                _ => Some((format!("{},", held.join("; ")), format!("[{}]", held.join(", ")))),
            }
        }
        Scheme::Average { levels, .. } => {
            let counts =
                levels.iter().enumerate().map(|(at, level)| (level.id.to_string(), 1 + (luck >> at) % 50));
            Some(each(&counts.collect::<Vec<_>>()))
        }
        Scheme::Formula(formula) => {
            let numbers = formula.inputs.iter().enumerate();
            let numbers = numbers.map(|(at, input)| (input.id.to_string(), (luck >> at) % 50));
            Some(each(&numbers.collect::<Vec<_>>()))
        }
        Scheme::Ladder(ladder) => match &ladder.measure {
            Measure::Share { .. } => plain(format!("{}/{}", below(1001), 1000 + luck % 3)),
            Measure::Versus { .. } | Measure::Amount | Measure::Count | Measure::Loss(Losses::Each(_)) => {
                plain(below(9).to_string())
            }
            Measure::Loss(Losses::ByKind(kinds)) => Some(each(
                &kinds
                    .iter()
                    .enumerate()
                    .map(|(at, (id, _))| (id.to_string(), (luck >> at) % 4))
                    .collect::<Vec<_>>(),
            )),
            Measure::Lateness(_) => plain(format!("2025-{:02}-{:02}", 1 + below(12), 1 + luck % 28)),
            Measure::Judgement(judgement) => {
                let step = judgement.step.clone().unwrap_or(Points::ONE);
                let steps = judgement.most.over(&step).expect("a step is above zero").floor();
                let many = (0..=below(40)).map(|n| Points::whole(i64::from(n))).filter(|n| *n <= steps).max();
                let text = (&many.expect("zero steps are possible") * &step).to_string();
                Some((format!("{text},Theo biên bản"), format!("{{ answer: {text}, note: Theo biên bản }}")))
            }
        },
    }
}

fn each(counts: &[(String, u32)]) -> (String, String) {
    let cell: Vec<String> = counts.iter().map(|(id, count)| format!("{id}={count}")).collect();
    let table: Vec<String> = counts.iter().map(|(id, count)| format!("{id}: {count}")).collect();
    (format!("{},", cell.join("; ")), format!("{{ {} }}", table.join(", ")))
}

/// Random evidence for every leaf, as CSV rows with the role that scores it, and as YAML documents.
fn evidence(criteria: &Criteria, luck: &[u32]) -> (Vec<String>, String) {
    let mut rows = Vec::new();
    let mut yaml = String::new();
    let kind = criteria.audience.first().map(ToString::to_string).unwrap_or_default();
    let name = criteria.identity.name();
    let mut roles: Vec<_> = criteria.leaves().map(|node| criteria.at(node).scored_by).collect();
    roles.sort();
    roles.dedup();
    for role in roles {
        let word = role.word();
        let _ = write!(
            yaml,
            "---\nagency: {{ id: so-a, name: Sở A, kind: {kind}, peers: chuyên môn }}\nperiod: 2025\ncriteria: {name}\nby: {{ role: {word} }}\nanswers:\n"
        );
        for (leaf, luck) in criteria.leaves().zip(luck) {
            let asked = criteria.at(leaf);
            if asked.scored_by != role || !asked.applies_to(criteria.audience.first()) {
                continue;
            }
            if let Some((cell, value)) = answer(criteria, leaf, *luck) {
                let id = &asked.id;
                rows.push(format!("so-a,Sở A,{kind},chuyên môn,2025,{name},{word},{id},{cell}\n"));
                let _ = writeln!(yaml, "  \"{id}\": {value}");
            }
        }
        let _ = writeln!(yaml, "  # the end of a role");
    }
    (rows, yaml)
}

const HEAD: &str = "agency,name,kind,peers,period,criteria,role,criterion,answer,note\n";

fn dossier(criteria: &Criteria, rows: &[String]) -> Option<Dossier> {
    let text = format!("{HEAD}{}", rows.concat());
    let file = File { name: "phieu.csv".into(), bytes: Box::new(std::io::Cursor::new(text.into_bytes())) };
    let mut claims = Claims::open(vec![file], true).expect("it can be read");
    let submission = claims.next()?.expect("it can be read");
    match check(submission, criteria, &Named::OnPurpose) {
        Checked::Sound(dossier, _) => dossier,
        Checked::Broken(faults, _) => panic!("{faults:?}\n{}", rows.concat()),
    }
}

/// Runs a property over random evidence for each shipped set.
fn for_random_evidence(cases: u32, property: impl Fn(&Criteria, &[u32])) {
    for id in Builtin::ids() {
        let criteria = set(id);
        let leaves = criteria.leaves().count();
        let mut runner = TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() });
        let luck = proptest::collection::vec(any::<u32>(), leaves);
        runner
            .run(&luck, |luck| {
                property(&criteria, &luck);
                Ok(())
            })
            .unwrap_or_else(|error| panic!("{id}: {error}"));
    }
}

/// Whether a set only adds: no group that does otherwise, nothing outside, nothing held back, nothing shared out.
fn only_adds(criteria: &Criteria) -> bool {
    criteria.nodes().all(|node| {
        let asked = criteria.at(node);
        asked.combination().is_none_or(|combination| combination.how == Combine::Sum)
            && asked.counts == Counts::Within
            && asked.requires.is_none()
            && asked.at_most.is_none()
            && asked.when_not_applicable != WhenNotApplicable::ShareOut
    })
}

/// Where a set only adds, the whole is the sum of its parts, in every tally and at every group.
#[test]
fn the_whole_is_the_sum_of_its_parts() {
    for_random_evidence(200, |criteria, luck| {
        if !only_adds(criteria) {
            return;
        }
        let (rows, _) = evidence(criteria, luck);
        let Some(dossier) = dossier(criteria, &rows) else { return };
        let assessment = score(criteria, &dossier, &Peers::default());
        for node in criteria.nodes() {
            let verdict = assessment.at(node);
            if verdict.outcome != Outcome::Combined {
                continue;
            }
            let parts: Vec<_> = criteria.parts(node).map(|part| &assessment.at(part).tally).collect();
            let tally = &verdict.tally;
            assert_eq!(tally.awarded, parts.iter().map(|part| &part.awarded).sum());
            assert_eq!(tally.applicable, parts.iter().map(|part| &part.applicable).sum());
            assert_eq!(tally.answered, parts.iter().map(|part| &part.answered).sum());
            assert_eq!(tally.excused, parts.iter().map(|part| &part.excused).sum());
            assert!(tally.answered <= tally.applicable && tally.applicable <= tally.points);
            assert!(tally.awarded <= tally.answered);
        }
        let by_role: Points = assessment.parts.iter().map(|part| &part.tally.awarded).sum();
        assert_eq!(by_role, assessment.total().tally.awarded);
        missing_is_apart(criteria, &assessment);
    });
}

/// Zero, missing and not applicable are never one another.
fn missing_is_apart(criteria: &Criteria, assessment: &Assessment) {
    for leaf in criteria.leaves() {
        let verdict = assessment.at(leaf);
        match &verdict.outcome {
            Outcome::Missing => assert!(verdict.awarded().is_none() && verdict.tally.answered.is_zero()),
            Outcome::NotApplicable(_) => assert_eq!(verdict.tally.excused, criteria.at(leaf).points),
            Outcome::Scored { .. } => {
                assert!(verdict.awarded().is_some() && verdict.tally.excused.is_zero());
                assert_eq!(verdict.tally.answered, criteria.at(leaf).points);
            }
            Outcome::Decided { .. }
            | Outcome::NotForKind
            | Outcome::NotHeld(_)
            | Outcome::Void
            | Outcome::DecidedAbove(_)
            | Outcome::Combined => {
                panic!("{:?}", verdict.outcome)
            }
        }
    }
}

/// The same evidence as YAML and as CSV, its rows in any order, gives the same bytes of `agencies`.
#[test]
fn form_and_order_change_nothing() {
    let agencies = |out: &str| {
        let (_, rest) = out.split_once("\"agencies\"").expect("agencies");
        rest.split_once("\"evidence\"").expect("evidence").0.to_owned()
    };
    for_random_evidence(8, |criteria, luck| {
        let (rows, yaml) = evidence(criteria, luck);
        if rows.is_empty() {
            return;
        }
        let mut turned = rows.clone();
        turned.reverse();
        turned.rotate_left(luck[0] as usize % rows.len());
        let text = |rows: &[String]| format!("{HEAD}{}", rows.concat());
        let folder = folder(&[("a.csv", &text(&rows)), ("b.csv", &text(&turned)), ("c.yaml", &yaml)]);
        let out = |name: &str| {
            let done = cchc(["score", name, "--format", "json"]).within(folder.path()).done();
            assert_eq!(done.status, 0, "{}\n{yaml}", done.err);
            agencies(&done.out)
        };
        let expected = out("a.csv");
        assert!(expected.contains("\"so-a\""));
        assert_eq!(out("b.csv"), expected);
        assert_eq!(out("c.yaml"), expected, "{yaml}");
    });
}

/// A better share, count or date never scores lower where the rule is one that rises.
#[test]
fn better_evidence_never_scores_lower() {
    let criteria = set("so-mau");
    let risen = |node: Node, answers: &[String]| {
        let asked = criteria.at(node);
        let awarded: Vec<Points> = answers
            .iter()
            .map(|answer| {
                let word = asked.scored_by.word();
                let row = format!("so-a,,department,,2025,so-mau@1.0,{word},{},{answer},\n", asked.id);
                let dossier = dossier(&criteria, &[row]).expect("it fits");
                score(&criteria, &dossier, &Peers::default()).at(node).tally.awarded.clone()
            })
            .collect();
        assert!(awarded.is_sorted(), "{}: {awarded:?}", asked.id);
    };
    let mut tried = 0;
    for node in criteria.leaves() {
        let rule = criteria.at(node).rule().expect("a leaf has a rule");
        let counts = || (0..=12).map(|n: u32| n.to_string());
        let answers: Vec<String> = match (rule.kind, &rule.scheme) {
            (Kind::Share | Kind::Bands, Scheme::Ladder(ladder))
                if matches!(ladder.measure, Measure::Share { .. }) =>
            {
                let shares = (0..=200).map(|n| format!("{n}/200"));
                let falls = ladder.bands.iter().any(|band| band.earns.slope.is_negative());
                if falls { shares.rev().collect() } else { shares.collect() }
            }
            (Kind::Count, _) => counts().collect(),
            (Kind::Deduct, Scheme::Ladder(ladder))
                if matches!(ladder.measure, Measure::Loss(Losses::Each(_))) =>
            {
                counts().rev().collect()
            }
            (Kind::Deadline, _) => {
                let never = std::iter::once("never".to_owned());
                never.chain((1..=28).rev().map(|day| format!("2025-02-{day:02}"))).collect()
            }
            _ => continue,
        };
        risen(node, &answers);
        tried += 1;
    }
    assert!(tried >= 15, "{tried} criteria were tried");
}

proptest! {
    /// The decimal text of a number is the same by the short way and by rounding.
    #[test]
    fn a_number_is_written_as_it_is_rounded(part in any::<i64>(), whole in 1..=100_000_i64, places in 0..=12_u8) {
        let number = Points::whole(part).over(&Points::whole(whole)).expect("the whole is not zero");
        let rounded = number.rounded(places, Mode::HalfUp);
        let fixed = number.fixed(places);
        let trimmed = if fixed.contains('.') { fixed.trim_end_matches('0').trim_end_matches('.') } else { &fixed };
        let trimmed = if trimmed == "-0" { "0" } else { trimmed };
        prop_assert_eq!(number.shortest(places), trimmed);
        prop_assert_eq!(rounded.shortest(places), trimmed);
        if rounded == number && trimmed.len() <= 40 {
            prop_assert_eq!(Points::read(trimmed).expect("it reads back"), number);
        }
    }

    /// Whatever the text, reading it never crashes and a date that reads is written back as it was meant.
    #[test]
    fn dates_read_back(text in "[0-9/-]{0,10}") {
        if let Ok(date) = Date::read(&text) {
            prop_assert_eq!(Date::read(&date.to_string()), Ok(date));
            prop_assert_eq!(Date::read(&date.day_first()), Ok(date));
        }
    }

    /// No text, as a set or as evidence, makes the program crash.
    #[test]
    fn no_text_crashes_a_reader(text in "[ \n\t:\\-\\[\\]{}\"'#&*!|>%@`a-z0-9.,;/=]{0,80}") {
        let _ = read(&Source::new("a.yaml", text.clone()));
        for name in ["a.yaml", "a.csv"] {
            let file = File { name: name.into(), bytes: Box::new(std::io::Cursor::new(text.clone().into_bytes())) };
            let criteria = set("so-mau");
            for submission in Claims::open(vec![file], true).expect("it can be read").flatten() {
                let _ = check(submission, &criteria, &Named::OnPurpose);
            }
        }
    }
}

/// What a reader takes for a number is the same as YAML's own reader takes for a text.
#[test]
fn the_yaml_reader_agrees_with_another_one() {
    for set in cchc::criteria::BUILTIN {
        let other: Value =
            serde_yaml::from_str(&set.yaml.replace("\nversion", "\nVERSION").replace("VERSION", "version"))
                .expect("the other reader takes it");
        let mut ids = Vec::new();
        gather_ids(&other["criteria"], &mut ids);
        let criteria = self::set(set.id);
        assert_eq!(ids, criteria.ids().collect::<Vec<_>>());
    }
}

fn gather_ids<'v>(criteria: &'v Value, ids: &mut Vec<&'v str>) {
    for criterion in criteria.as_array().into_iter().flatten() {
        ids.extend(criterion["id"].as_str());
        gather_ids(&criterion["criteria"], ids);
    }
}
