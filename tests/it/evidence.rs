//! Evidence made for a set, and its score, all inside one process: what the laws and the mutations are tried on.

use std::fmt::Write as _;

use cchc::analysis::{Lowered, Standings};
use cchc::assessment::{Assessment, Peers, score};
use cchc::criteria::{Builtin, Counts, Criteria, Node, WhenNotApplicable, read};
use cchc::evidence::{Claims, Dossier, File, Named, check};
use cchc::lang::Lang;
use cchc::points::Points;
use cchc::problem::Checked;
use cchc::render::{Closing, Format, Style, Told};
use cchc::rules::{Losses, Measure, Scheme};
use cchc::source::Source;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

/// A set that is sound.
pub(crate) fn sound(name: &str, text: &str) -> Criteria {
    match read(&Source::new(name, text.to_owned())) {
        Checked::Sound(criteria, _) => criteria,
        Checked::Broken(faults, _) => panic!("{faults:?}\n{text}"),
    }
}

/// A set that ships.
pub(crate) fn set(id: &str) -> Criteria {
    sound(id, Builtin::find(id).expect("it ships").yaml)
}

/// A random answer: what a row of CSV says in `answer` and `note`, and the same as YAML. `luck` chooses.
pub(crate) fn answer(criteria: &Criteria, node: Node, luck: u32) -> Option<(String, String)> {
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
pub(crate) fn evidence(criteria: &Criteria, luck: &[u32]) -> (Vec<String>, String) {
    let mut rows = Vec::new();
    let mut yaml = String::new();
    let kind = criteria.audience.first().map(ToString::to_string).unwrap_or_default();
    let name = criteria.identity.name();
    let mut roles: Vec<_> = criteria.leaves().map(|node| criteria.at(node).scored_by).collect();
    roles.sort();
    roles.dedup();
    for role in roles {
        let mut answers = String::new();
        for (leaf, luck) in criteria.leaves().zip(luck) {
            let asked = criteria.at(leaf);
            if asked.scored_by != role || !asked.applies_to(criteria.audience.first()) {
                continue;
            }
            if let Some((cell, value)) = answer(criteria, leaf, *luck) {
                rows.push(row(criteria, leaf, &cell));
                let _ = writeln!(answers, "  \"{}\": {value}", asked.id);
            }
        }
        // A role that says nothing hands nothing in.
        if !answers.is_empty() {
            let word = role.word();
            let _ = write!(
                yaml,
                "---\nagency: {{ id: so-a, name: Sở A, kind: {kind}, peers: chuyên môn }}\nperiod: 2025\ncriteria: {name}\nby: {{ role: {word} }}\nanswers:\n{answers}"
            );
        }
    }
    (rows, yaml)
}

/// The header of the rows that are made here.
pub(crate) const HEAD: &str = "agency,name,kind,peers,period,criteria,role,criterion,answer,note\n";

/// The dossier of rows about one agency; `None` where they are empty.
pub(crate) fn dossier(criteria: &Criteria, rows: &[String]) -> Option<Dossier> {
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
pub(crate) fn for_random_evidence(cases: u32, property: impl Fn(&Criteria, &[u32])) {
    for id in Builtin::ids() {
        let criteria = set(id);
        for_luck(cases, criteria.leaves().count(), |luck| property(&criteria, luck));
    }
}

/// Runs a property over so many random numbers.
pub(crate) fn for_luck(cases: u32, many: usize, property: impl Fn(&[u32])) {
    let mut runner = TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() });
    let luck = proptest::collection::vec(any::<u32>(), many);
    let run = runner.run(&luck, |luck| {
        property(&luck);
        Ok(())
    });
    run.unwrap_or_else(|error| panic!("{error}"));
}

/// A row of the role that scores a criterion: what it says in `answer` and `note`.
pub(crate) fn row(criteria: &Criteria, node: Node, cell: &str) -> String {
    let asked = criteria.at(node);
    let kind = criteria.audience.first().map(ToString::to_string).unwrap_or_default();
    let (name, role, id) = (criteria.identity.name(), asked.scored_by.word(), &asked.id);
    format!("so-a,Sở A,{kind},chuyên môn,2025,{name},{role},{id},{cell}\n")
}

/// What comes of evidence in a file, an agency at a time: what the program prints of it with the warnings beside it,
/// or the faults that withhold it.
pub(crate) fn outcomes(criteria: &Criteria, name: &str, text: &str) -> impl Iterator<Item = String> {
    let file =
        File { name: name.into(), bytes: Box::new(std::io::Cursor::new(text.to_owned().into_bytes())) };
    let claims = Claims::open(vec![file], true).expect("it can be read");
    claims.map(move |submission| {
        match check(submission.expect("it can be read"), criteria, &Named::OnPurpose) {
            Checked::Sound(dossier, warnings) => {
                let scored =
                    dossier.map(|dossier| printed(criteria, &[score(criteria, &dossier, &Peers::default())]));
                format!("{scored:?} {warnings:?}")
            }
            Checked::Broken(faults, _) => format!("{faults:?}"),
        }
    })
}

/// `agencies` of the JSON that the program prints of them, ranked among one another.
pub(crate) fn printed(criteria: &Criteria, assessments: &[Assessment]) -> String {
    let mut standings = Standings::new(criteria, true);
    for assessment in assessments {
        standings.add(assessment);
    }
    let mut out = Vec::new();
    let mut printer = Format::Json.printer(Style { lang: Lang::En, width: 80, totals: false }, &mut out);
    printer.begin(criteria).expect("memory takes it");
    for assessment in assessments {
        printer.agency(criteria, assessment, &standings, None).expect("memory takes it");
    }
    let (told, lowered) = (Told::default(), Lowered::default());
    let closing = Closing { evidence: &[], told: &told, lowered: &lowered };
    printer.end(criteria, &closing).expect("memory takes it");
    drop(printer);
    let text = String::from_utf8(out).expect("it is UTF-8");
    text.split_once("\"agencies\"").expect("agencies").1.to_owned()
}
