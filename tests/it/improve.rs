//! Which points can be won back: every line gains what it promises, and a set that is proven smallest is.

use std::collections::BTreeMap;

use cchc::analysis::{Aim, Found, Goal, Improvement, NoStep, Proof, Reach, Step, improve};
use cchc::assessment::{Assessment, Peers, score};
use cchc::criteria::{Criteria, Node};
use cchc::evidence::Dossier;
use cchc::lang::Lang;
use cchc::points::Points;
use cchc::report::claim_text;
use serde_json::Value;

use crate::evidence::{answer, dossier, for_luck, for_random_evidence, row, sound};
use crate::run::{Run, cchc, folder, golden, project};
use crate::samples::{SAMPLES, run};

/// What stands in `answer` and `note` of a row, by criterion.
type Answers = BTreeMap<Node, String>;

fn said(criteria: &Criteria, answers: &Answers) -> Dossier {
    let mut rows: Vec<String> = answers.iter().map(|(node, cell)| row(criteria, *node, cell)).collect();
    if rows.is_empty() {
        // Something has to be said of an agency, and be it a note.
        rows.push(row(criteria, criteria.leaves().next().expect("a leaf"), ",Chưa có số liệu"));
    }
    dossier(criteria, &rows).expect("there are rows")
}

fn awarded(assessment: &Assessment) -> &Points {
    &assessment.total().tally.awarded
}

/// Every step that is promised.
fn steps(found: &Improvement) -> impl Iterator<Item = (Node, &Step)> {
    found.chances.iter().flat_map(|chance| match &chance.found {
        Found::Steps { nearest, full, .. } => {
            std::iter::once(&**nearest).chain(full.as_deref()).map(|step| (chance.node, step)).collect()
        }
        Found::Nothing(_) => Vec::new(),
    })
}

/// The answers with what a step changes, as its texts say it.
fn done(criteria: &Criteria, answers: &Answers, step: &Step) -> Answers {
    let mut answers = answers.clone();
    for change in &step.changes {
        let text = claim_text(criteria.at(change.node), &change.after);
        answers.insert(change.node, format!("{text},"));
    }
    answers
}

/// Holds that whoever does exactly what a line says gains exactly what it promised. `others` are the peers.
fn keeps_its_word(criteria: &Criteria, answers: &Answers, others: &[Answers]) {
    let peers_of = |answers: &Answers| {
        let mut peers = Peers::default();
        for one in std::iter::once(answers).chain(others) {
            peers.add(criteria, &said(criteria, one));
        }
        peers.settled()
    };
    let scored = |answers: &Answers| score(criteria, &said(criteria, answers), &peers_of(answers));
    let found = improve(criteria, &said(criteria, answers), &peers_of(answers), None);
    let before = scored(answers);
    for (node, step) in steps(&found) {
        let id = &criteria.at(node).id;
        let after = scored(&done(criteria, answers, step));
        assert_eq!(awarded(&after) - awarded(&before), step.gain, "{id}: {:?}", step.changes);
        assert!(step.gain > Points::ZERO, "{id}");
        assert_eq!(after.total().index, step.after.total().index, "{id}");
        assert_eq!(after.total().grade, step.after.total().grade, "{id}");
    }
    let together = scored(&done(criteria, answers, &found.together));
    assert_eq!(awarded(&together) - awarded(&before), found.together.gain);
    // Nothing is silent: what lost points stands in one of the two lists.
    for leaf in criteria.leaves() {
        let verdict = before.at(leaf);
        let kept = verdict.awarded().is_some() || verdict.outcome == cchc::assessment::Outcome::Missing;
        if kept && verdict.lost() > Points::ZERO && !criteria.is_outside(leaf) {
            let told = found.chances.iter().chain(&found.without).any(|chance| chance.node == leaf);
            assert!(told, "{}", criteria.at(leaf).id);
        }
    }
}

fn answers(criteria: &Criteria, luck: &[u32]) -> Answers {
    let kind = criteria.audience.first();
    let answered = criteria.leaves().zip(luck).filter(|(leaf, _)| {
        let above = std::iter::once(*leaf).chain(criteria.above(*leaf));
        above.into_iter().all(|node| criteria.at(node).applies_to(kind))
    });
    answered.filter_map(|(leaf, luck)| Some((leaf, answer(criteria, leaf, *luck)?.0))).collect()
}

#[test]
fn every_line_gains_what_it_promises_in_every_set() {
    for_random_evidence(2, |criteria, luck| keeps_its_word(criteria, &answers(criteria, luck), &[]));
}

/// Every way of scoring and of combining, with gates, bounds, bonuses, penalties and what is shared out.
const WIDE: &str = "id: bo\nversion: \"1\"\ntitle: Bộ\npoints: 60\nROUNDING\ngrades:\n\
- { id: a, title: A, from: 80% }\n- { id: b, title: B, from: 40% }\n- { id: c, title: C }\ncriteria:\n\
- { id: cong, title: T, points: 0, rule: yes-no, documents: [B] }\n\
- { id: s, title: G, points: 20, criteria: [\n\
  { id: s1, title: T, points: 4, rule: { share: { full-at: 90%, from: 1/3 } }, requires: cong, documents: [B] },\n\
  { id: s2, title: T, points: 4, rule: { share: { reverse: true } }, at-most: s1, documents: [B] },\n\
  { id: s3, title: T, points: 4, rule: { bands: [{ above: 90%, points: 4 }, { above: 2/3, up-to: 90%, points: 2 }, { up-to: 2/3, points: share }] }, documents: [B] },\n\
  { id: s4, title: T, points: 4, rule: { bands: [{ below: 2.5, points: 4 }, { from: 2.5, below: 5, points: 1 }, { from: 5, points: 0 }] }, documents: [B] },\n\
  { id: s5, title: T, points: 2, rule: { count: { each: 0.3 } }, documents: [B], not-applicable: share-out },\n\
  { id: s6, title: T, points: 2, rule: { deduct: { each: { nhe: 0.25, nang: 0.7 }, floor: 0.5 } }, documents: [B] }] }\n\
- { id: m, title: G, points: 12, combine: mean, criteria: [\n\
  { id: m1, title: T, points: 1, weight: 2/3, rule: { deduct: { each: 0.3 } }, documents: [B] },\n\
  { id: m2, title: T, points: 3, rule: { deadline: { due: { day: 06-30 }, late: [{ up-to: 15, points: 2 }, { above: 15, points: 0.5 }] } }, documents: [B] },\n\
  { id: m3, title: T, points: 5, rule: { judged: { step: 0.5 } }, requires: m2, documents: [B] },\n\
  { id: m4, title: T, points: 5, rule: judged, documents: [B] }] }\n\
- { id: l, title: G, points: 6, combine: lowest, criteria: [\n\
  { id: l1, title: T, points: 1, rule: share, documents: [B] },\n\
  { id: l2, title: T, points: 2, rule: { checklist: [{ id: x, title: X, points: 1.5 }, { id: y, title: Y, points: 1 }] }, documents: [B] }] }\n\
- { id: h, title: G, points: 6, combine: highest, criteria: [\n\
  { id: h1, title: T, points: 1, rule: share, documents: [B] }, { id: h2, title: T, points: 2, rule: yes-no, documents: [B] }] }\n\
- { id: d, title: G, points: 6, combine: deduct, criteria: [\n\
  { id: d1, title: T, points: 3, rule: { choice: [{ id: p, title: P, points: 3 }, { id: q, title: Q, points: 2 }, { id: r, title: R, points: 0 }] }, documents: [B] },\n\
  { id: d2, title: T, points: 5, rule: { versus-peers: { to: mean, bands: [{ from: 120%, points: 5 }, { from: 80%, below: 120%, points: 2 }, { below: 80%, points: 0 }] }, when-empty: zero }, documents: [B] }] }\n\
- { id: b, title: G, points: 4, bands: [{ from: 75%, points: 4 }, { from: 25%, below: 75%, points: 1 }, { below: 25%, points: 0 }], criteria: [\n\
  { id: b1, title: T, points: 2, rule: share, documents: [B] },\n\
  { id: b2, title: T, points: 2, rule: { formula: { inputs: { ho_so: {}, dung_han: {} }, points: \"min(2, 2.2 * share(dung_han, ho_so, 0))\" } }, documents: [B] }] }\n\
- { id: f, title: G, points: 6, combine: { formula: \"max(lowest, mean / 2)\" }, criteria: [\n\
  { id: f1, title: T, points: 1, rule: share, documents: [B] }, { id: f2, title: T, points: 2, rule: yes-no, documents: [B] }] }\n\
- { id: thuong, title: T, points: 3, rule: { count: { each: 1 } }, bonus: true, requires: l2, documents: [B] }\n\
- { id: phat, title: T, points: 2, rule: { count: { each: 0.5 } }, penalty: true, documents: [B] }\n\
- { id: phat-nhom, title: G, points: 2, penalty: true, criteria: [\n\
  { id: p1, title: T, points: 1, rule: { checklist: [{ id: x, title: X, points: 0.5 }, { id: y, title: Y, points: 0.5 }] }, documents: [B] },\n\
  { id: p2, title: T, points: 1, rule: share, documents: [B] }] }\n";

#[test]
fn every_line_gains_what_it_promises_whatever_the_rule() {
    for rounding in
        ["", "rounding: { places: 2, at: criterion }", "rounding: { places: 1, at: level, mode: down }"]
    {
        let criteria = sound("bo.yaml", &WIDE.replace("ROUNDING\n", &format!("{rounding}\n")));
        let many = criteria.leaves().count();
        for_luck(8, 2 * many, |luck| {
            let mut own = answers(&criteria, &luck[..many]);
            for id in ["phat", "p1", "p2"] {
                let node = criteria.find(id).expect(id);
                own.entry(node).or_insert_with(|| answer(&criteria, node, 1).expect("answered").0);
            }
            let mut other = answers(&criteria, &luck[many..]);
            for id in ["phat", "p1", "p2"] {
                other.insert(criteria.find(id).expect(id), own[&criteria.find(id).expect(id)].clone());
            }
            keeps_its_word(&criteria, &own, &[other]);
        });
    }
}

/// Points that were decided come back in full, on a criterion and on a group.
#[test]
fn what_was_decided_can_be_had_in_full() {
    let criteria = sound("bo.yaml", &WIDE.replace("ROUNDING\n", ""));
    let node = |id: &str| criteria.find(id).expect("it is in the set");
    let cells = [
        ("s", "points=12.5,Theo biên bản"),
        ("m1", "points=0.4,Theo biên bản"),
        ("phat", "points=1,Chậm"),
        ("p1", "x,"),
        ("p2", "1/2,"),
    ];
    let own: Answers = cells.iter().map(|(id, cell)| (node(id), (*cell).to_owned())).collect();
    keeps_its_word(&criteria, &own, &[]);
    let found = improve(&criteria, &said(&criteria, &own), &Peers::default(), None);
    let gain = |id: &str| {
        let step = steps(&found).find(|(at, _)| *at == node(id)).unwrap_or_else(|| panic!("{id}"));
        step.1.gain.clone()
    };
    assert_eq!(gain("s"), Points::read("7.5").unwrap());
    assert_eq!(gain("phat"), Points::ONE);
    assert_eq!(gain("p1"), Points::read("0.5").unwrap());
}

/// What a run of `cchc improve` promises for a sample, done as evidence and scored by the program.
#[test]
fn every_line_of_every_sample_gains_what_it_promises_through_the_program() {
    for sample in SAMPLES {
        let scored = run("score", sample).json();
        let promised = run("improve", sample).json();
        let sample = sample.0;
        let name = set_of(sample, &scored);
        let agencies = scored["agencies"].as_array().unwrap();
        // The lines of all agencies that stand in the same place are done in one run.
        let lines: Vec<Vec<&Value>> = promised["agencies"].as_array().unwrap().iter().map(lines).collect();
        let most = lines.iter().map(Vec::len).max().unwrap();
        assert!(most > 0, "{sample}");
        let before = totals(&name, agencies, &vec![None; agencies.len()]);
        for at in 0..most {
            let chosen: Vec<Option<&Value>> = lines.iter().map(|lines| lines.get(at).copied()).collect();
            let after = totals(&name, agencies, &chosen);
            for ((line, before), after) in chosen.iter().zip(&before).zip(&after) {
                let Some(line) = line else { continue };
                let gain = Points::read(line["gain"].as_str().unwrap()).unwrap();
                assert_eq!(after - before, gain, "{sample}: {line}");
                assert_eq!(line["total"]["awarded"].as_str().unwrap(), after.to_string(), "{sample}");
            }
        }
    }
}

/// The set of a sample, as evidence names it.
fn set_of(sample: &str, scored: &Value) -> String {
    if sample == "so-vi-du-2026" {
        return project().join("samples/khoi-so/2026/so-mau-2.yaml").display().to_string();
    }
    let [id, version] = ["id", "version"].map(|key| scored["criteria"][key].as_str().expect("a text"));
    format!("{id}@{version}")
}

/// Every step of an agency.
fn lines(agency: &Value) -> Vec<&Value> {
    let steps = agency["steps"].as_array().expect("a list");
    steps.iter().flat_map(|step| [&step["nearest"], &step["full"]]).filter(|step| !step.is_null()).collect()
}

/// The totals that the program gives to the answers of agencies, with the changes of a line for each.
fn totals(set: &str, agencies: &[Value], chosen: &[Option<&Value>]) -> Vec<Points> {
    let mut csv = csv::Writer::from_writer(Vec::new());
    csv.write_record("agency,kind,peers,period,criteria,role,criterion,answer,note".split(','))
        .expect("memory takes it");
    for (agency, line) in agencies.iter().zip(chosen) {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let who = &agency["agency"];
        let empty = Vec::new();
        let changes = line.map_or(&empty, |line| line["changes"].as_array().expect("a list"));
        for criterion in agency["criteria"].as_array().expect("a list") {
            let change = changes.iter().find(|change| change["id"] == criterion["id"]);
            let answer = change.map_or(&criterion["answer"], |change| &change["answer"]);
            if answer.is_null() {
                continue;
            }
            let note = text(&criterion["why"]["because"]);
            let cells = [
                text(&who["id"]),
                text(&who["kind"]),
                text(&who["peers"]),
                text(&agency["period"]),
                set.to_owned(),
                // An appraisal may answer anything.
                "appraisal".to_owned(),
                text(&criterion["id"]),
                text(answer),
                note,
            ];
            csv.write_record(&cells).expect("memory takes it");
        }
    }
    let csv = String::from_utf8(csv.into_inner().expect("memory takes it")).expect("it is text");
    let folder = folder(&[("phieu.csv", &csv)]);
    let scored = cchc(["score", "phieu.csv"]).within(folder.path()).json();
    let totals = scored["agencies"].as_array().expect("a list").iter();
    totals
        .map(|agency| Points::read(agency["total"]["awarded"].as_str().expect("a text")).expect("a number"))
        .collect()
}

/// A small set that is made by luck: sums, means and lowest shares, a gate, limits, efforts.
fn small(luck: &[u32]) -> Criteria {
    let combine = ["", ", combine: mean", ", combine: lowest"][luck[0] as usize % 3];
    let rounding = ["", "rounding: { places: 2, at: criterion }\n", "rounding: { places: 1, at: total }\n"];
    let limits = [
        "",
        "limits:\n- { when: { criterion: a1, is: zero }, grade-at-most: c, because: Vì }\n",
        "limits:\n- { when: { criterion: b, below: 50% }, grade-at-most: b, because: Vì }\n",
        "limits:\n- { when: { criterion: any, is: zero }, grade-at-most: b, because: Vì }\n",
    ][luck[2] as usize % 4];
    let gate = ["", ", requires: b1"][luck[3] as usize % 2];
    let leaf = |id: &str, points: u32, luck: u32| {
        let effort =
            if luck.is_multiple_of(3) { String::new() } else { format!(", effort: {}", 1 + luck % 5) };
        format!("{{ id: {id}, title: T, points: {points}, rule: yes-no, documents: [B]{effort}")
    };
    let text = format!(
        "id: bo\nversion: \"1\"\ntitle: Bộ\npoints: 30\n{}grades:\n- {{ id: a, title: A, from: 90% }}\n\
         - {{ id: b, title: B, from: 60% }}\n- {{ id: c, title: C, from: 30% }}\n- {{ id: d, title: D }}\n{limits}\
         criteria:\n\
         - {{ id: a, title: G, points: 12, criteria: [{} }}, {}{gate} }}, {} }}] }}\n\
         - {{ id: b, title: G, points: 12{combine}, criteria: [{} }}, {} }}, {} }}] }}\n- {} }}\n- {} }}\n",
        rounding[luck[1] as usize % 3],
        leaf("a1", 3, luck[4]),
        leaf("a2", 4, luck[5]),
        leaf("a3", 5, luck[6]),
        leaf("b1", 2, luck[7]),
        leaf("b2", 4, luck[8]),
        leaf("b3", 6, luck[9]),
        leaf("c", 4, luck[10]),
        leaf("d", 2, luck[11]),
    );
    sound("bo.yaml", &text)
}

/// The cost of the cheapest set of answers turned to yes that reaches a goal; `None` where none does.
fn cheapest(criteria: &Criteria, own: &Answers, goal: &Goal, aim: Aim) -> Option<Points> {
    let wrong: Vec<Node> = criteria.leaves().filter(|leaf| own[leaf] != "yes,").collect();
    let cost = |node: &Node| match aim {
        Aim::Count => Points::ONE,
        Aim::Effort => criteria.at(*node).effort.clone().unwrap_or(Points::ONE),
    };
    let sets = (0_u32..1 << wrong.len()).filter_map(|mask| {
        let turned: Vec<Node> =
            wrong.iter().enumerate().filter(|(at, _)| mask >> at & 1 == 1).map(|(_, node)| *node).collect();
        let mut answers = own.clone();
        answers.extend(turned.iter().map(|node| (*node, "yes,".to_owned())));
        let assessment = score(criteria, &said(criteria, &answers), &Peers::default());
        goal.is_reached(&assessment).then(|| turned.iter().map(cost).sum())
    });
    sets.min()
}

#[test]
fn a_proven_set_is_the_smallest_and_every_set_reaches_its_target() {
    let mut proofs = BTreeMap::new();
    let seen = std::cell::RefCell::new(&mut proofs);
    for_luck(160, 24, |luck| {
        let criteria = small(luck);
        let own: Answers = criteria
            .leaves()
            .zip(&luck[12..])
            .map(|(leaf, luck)| (leaf, if luck.is_multiple_of(3) { "yes,".into() } else { "no,".into() }))
            .collect();
        let goal = match luck[20] % 4 {
            0 => Goal::Index(Points::whole(i64::from(20 + luck[21] % 80))),
            at => Goal::Grade(at as usize - 1),
        };
        let aim = if luck[22].is_multiple_of(2) { Aim::Count } else { Aim::Effort };
        let found = improve(&criteria, &said(&criteria, &own), &Peers::default(), Some((&goal, aim)));
        let brute = cheapest(&criteria, &own, &goal, aim);
        match found.target.expect("asked for").reach {
            Reach::Already => assert_eq!(brute, Some(Points::ZERO)),
            Reach::Not { .. } => assert_eq!(brute, None),
            Reach::By { step, cost, proof } => {
                let after = done(&criteria, &own, &step);
                assert!(goal.is_reached(&score(&criteria, &said(&criteria, &after), &Peers::default())));
                let brute = brute.expect("what is reached can be reached");
                assert!(cost >= brute);
                if proof != Proof::None {
                    assert_eq!(cost, brute, "{proof:?} {:?}", step.changes);
                }
                *seen.borrow_mut().entry(proof.word()).or_insert(0) += 1;
            }
        }
    });
    // Both kinds of proof were met, not one of them alone.
    assert!(proofs["gains-add-up"] > 10 && proofs["all-smaller-tried"] > 10, "{proofs:?}");
}

/// A target is reached by no more than is needed of each change.
#[test]
fn a_target_asks_for_no_more_than_it_needs() {
    let criteria = sound(
        "bo.yaml",
        "id: bo\nversion: \"1\"\ntitle: B\npoints: 10\ncriteria:\n- { id: a, title: T, points: 10, rule: share, documents: [B] }\n",
    );
    let own: Answers = [(criteria.find("a").unwrap(), "500/1000,".to_owned())].into();
    let goal = Goal::Index(Points::read("72.25").unwrap());
    let found = improve(&criteria, &said(&criteria, &own), &Peers::default(), Some((&goal, Aim::Count)));
    let Reach::By { step, proof, .. } = found.target.unwrap().reach else { panic!("it can be reached") };
    assert_eq!(claim_text(criteria.at(step.changes[0].node), &step.changes[0].after), "723/1000");
    assert_ne!(proof, Proof::None);
}

/// What is asked of each rule, told one by one: the answer, the nearest step, the fullest, and what they win.
#[test]
fn the_nearest_step_and_the_fullest() {
    for (rule, given, nearest, full) in [
        ("yes-no", "no", ("yes", "4"), None),
        (
            "{ share: { full-at: 90% } }",
            "40/53",
            ("41/53", "0.083857442348"),
            Some(("48/53", "0.645702306080")),
        ),
        ("{ share: { reverse: true, from: 50% } }", "9/10", ("5/10", "2"), Some(("0/10", "4"))),
        (
            "{ bands: [{ from: 94%, points: 4 }, { from: 50%, below: 94%, points: 1 }, { below: 50%, points: 0 }] }",
            "20/53",
            ("27/53", "1"),
            Some(("50/53", "4")),
        ),
        (
            "{ bands: [{ above: 94%, points: 4 }, { from: 50%, up-to: 94%, points: 1 }, { below: 50%, points: 0 }] }",
            "94%",
            ("94.01%", "3"),
            None,
        ),
        ("{ bands: [{ up-to: 3, points: 4 }, { above: 3, points: 0 }] }", "7", ("3", "4"), None),
        ("{ count: { each: 0.3 } }", "2", ("3", "0.3"), Some(("14", "3.4"))),
        ("{ deduct: { each: { a: 1, b: 2 } } }", "a=3; b=2", ("a=3; b=0", "1"), Some(("a=0; b=0", "4"))),
        (
            "{ deadline: { due: 2025-06-30, late: [{ up-to: 15, points: 2 }, { above: 15, points: 0 }] } }",
            "2025-08-20",
            ("2025-07-15", "2"),
            Some(("2025-06-30", "4")),
        ),
        (
            "{ deadline: { due: 2025-06-30, late: [{ up-to: 15, points: 2 }, { above: 15, points: 1 }] } }",
            "never",
            ("2025-07-16", "1"),
            Some(("2025-06-30", "4")),
        ),
        ("{ judged: { step: 0.5 } }", "1.5", ("2", "0.5"), Some(("4", "2.5"))),
        ("judged", "1.5", ("4", "2.5"), None),
        (
            "{ formula: { inputs: { ho_so: {}, dung_han: {} }, points: \"4 * share(dung_han, ho_so, 0)\" } }",
            "ho_so=8; dung_han=5",
            ("ho_so=8; dung_han=6", "0.5"),
            Some(("ho_so=8; dung_han=8", "1.5")),
        ),
        ("share", "", ("100%", "4"), None),
        ("{ count: { each: 0.3 } }", "", ("14", "4"), None),
        ("{ deadline: { due: 2025-06-30 } }", "", ("2025-06-30", "4"), None),
    ] {
        let text = format!(
            "id: bo\nversion: \"1\"\ntitle: B\npoints: 4\ncriteria:\n- {{ id: x, title: T, points: 4, rule: {rule}, documents: [B] }}\n"
        );
        let criteria = sound("bo.yaml", &text);
        let x = criteria.find("x").unwrap();
        let own: Answers =
            [(x, if given.is_empty() { ",Chưa có".to_owned() } else { format!("{given},Biên bản") })].into();
        let found = improve(&criteria, &said(&criteria, &own), &Peers::default(), None);
        let told: Vec<(String, String)> = steps(&found)
            .map(|(_, step)| (claim_text(criteria.at(x), &step.changes[0].after), step.gain.shortest(12)))
            .collect();
        let wanted: Vec<(String, String)> = std::iter::once(nearest)
            .chain(full)
            .map(|(answer, gain)| (answer.to_owned(), Points::read(gain).unwrap().shortest(12)))
            .collect();
        assert_eq!(told, wanted, "{rule} {given}");
    }
}

/// The example of the guide: three more dossiers reach the next band.
#[test]
fn advice_and_arithmetic_stand_in_the_line() {
    let set = "id: bo\nversion: \"1\"\ntitle: B\npoints: 2\ncriteria:\n- id: x\n  title: Hồ sơ đúng hạn\n  points: 2\n  \
        rule: { bands: [{ from: 94%, points: 2 }, { below: 94%, points: 1.5 }] }\n  documents: [Thống kê]\n  advice: Theo dõi hằng tuần.\n";
    let evidence = "agency: { id: so-a }\ncriteria: bo.yaml\nanswers:\n  x: 47/53\n";
    let folder = folder(&[("bo.yaml", set), ("phieu.yaml", evidence)]);
    let run = |lang| cchc(["improve", "phieu.yaml", "--lang", lang]).within(folder.path()).done();
    let (vi, en) = (run("vi"), run("en"));
    assert_eq!((vi.status, en.status), (0, 0), "{}", vi.err);
    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat(&en.out).contains("→ 3 more than 47/53: 50 of 53 ≈"), "{}", en.out);
    assert!(flat(&vi.out).contains("→ thêm 3 so với 47/53: 50 trên 53 ≈"), "{}", vi.out);
    assert!(en.out.contains("+0.50") && en.out.contains("Advice: Theo dõi hằng tuần."), "{}", en.out);
}

const CAPPED: &str = "id: bo\nversion: \"1\"\ntitle: B\npoints: 20\nnot-held: [survey]\ngrades:\n- { id: tot, title: Tốt, from: 80% }\n\
- { id: kha, title: Khá, from: 50% }\n- { id: yeu, title: Yếu }\nlimits:\n\
- { when: { criterion: k, answer: yes }, grade-at-most: yeu, because: Có kỷ luật. }\n\
- { when: { criterion: n, is: not-applicable }, grade-at-most: kha, because: Bắt buộc. }\n\
- { when: { criterion: v, answer: no }, score: void, because: Không tự chấm. }\ncriteria:\n\
- { id: k, title: Kỷ luật, points: 0, rule: yes-no, documents: [B] }\n\
- { id: v, title: Tự chấm, points: 0, rule: yes-no, documents: [B] }\n\
- { id: n, title: N, points: 4, rule: yes-no, not-applicable: zero, documents: [B] }\n\
- { id: a, title: A, points: 10, rule: share, documents: [B] }\n\
- { id: s, title: S, points: 6, rule: share, scored-by: survey, documents: [B] }\n";

/// Runs `improve` on answers under the set with limits; the survey is in unless it is not.
fn capped(answers: &str, survey: &str, words: &[&str]) -> crate::run::Done {
    let own = format!("agency: {{ id: so-a }}\ncriteria: bo.yaml\nanswers: {{ {answers} }}\n");
    let asked = format!(
        "agency: {{ id: so-a }}\ncriteria: bo.yaml\nby: {{ role: survey }}\nanswers: {{ {survey} }}\n"
    );
    let folder = folder(&[("bo.yaml", CAPPED), ("own.yaml", &own), ("survey.yaml", &asked)]);
    let mut run = cchc(["improve", "own.yaml"]).within(folder.path());
    if !survey.is_empty() {
        run = run.word("survey.yaml");
    }
    words.iter().fold(run, crate::run::Run::word).done()
}

fn target(answers: &str, survey: &str, goal: &str) -> Value {
    let done = capped(answers, survey, &["--target", goal, "--format", "json"]);
    assert_eq!(done.status, 0, "{}", done.err);
    let json: Value = serde_json::from_str(&done.out).expect("JSON");
    json["agencies"][0]["target"].clone()
}

#[test]
fn limits_count_in_a_target() {
    let survey = "s: 6/6";
    // A better answer would not lift the limit; another one does.
    let found = target("k: yes, v: yes, n: yes, a: 9/10", survey, "tot");
    assert_eq!(found["reached"], "by-changes");
    assert_eq!(found["changes"].as_array().unwrap().len(), 1, "{found}");
    assert_eq!((&found["changes"][0]["id"], &found["changes"][0]["answer"]), (&"k".into(), &"no".into()));
    // What is not applicable caps whatever else is done.
    let found = target("k: no, v: yes, n: { not-applicable: Không có }, a: 9/10", survey, "tot");
    assert_eq!(found["reached"], "no");
    assert_eq!(found["capped-by"][0]["criteria"][0], "n");
    let said = capped(
        "k: no, v: yes, n: { not-applicable: Không có }, a: 9/10",
        survey,
        &["--target", "tot", "--lang", "en"],
    );
    assert!(said.out.contains("No gain elsewhere lifts the grade"), "{}", said.out);
    // A void score is lifted first.
    let found = target("k: no, v: no, n: yes, a: 1/10", survey, "50");
    assert_eq!(found["reached"], "by-changes");
    let ids: Vec<&Value> = found["changes"].as_array().unwrap().iter().map(|change| &change["id"]).collect();
    assert!(ids.contains(&&Value::from("v")), "{found}");
    let said = capped("k: no, v: no, n: yes, a: 1/10", survey, &["--lang", "en"]);
    assert!(said.out.contains("A limit voids the score as it is"), "{}", said.out);
}

#[test]
fn a_target_is_reached_already_provisional_or_out_of_reach() {
    let well = "k: no, v: yes, n: yes, a: 10/10";
    assert_eq!(target(well, "s: 6/6", "tot")["reached"], "already");
    // Without the survey there is no grade; an index works.
    let found = target("k: no, v: yes, n: no, a: 1/10", "", "kha");
    assert_eq!(found["reached"], "no");
    let said = capped("k: no, v: yes, n: no, a: 1/10", "", &["--target", "kha", "--lang", "en"]);
    assert!(said.out.contains("no grade yet"), "{}", said.out);
    assert_eq!(target("k: no, v: yes, n: no, a: 1/10", "", "60")["reached"], "by-changes");
    let found = target(well, "s: 1/6", "90");
    assert_eq!((&found["reached"], &found["total"]["index"]), (&"no".into(), &"75".into()));
    for (aim, note) in [("effort", "No criterion of this set says what effort"), ("count", "Target")] {
        let said =
            capped("k: no, v: yes, n: no, a: 1/10", "", &["--target", "60", "--by", aim, "--lang", "en"]);
        assert!(said.out.contains(note), "{}", said.out);
    }
}

#[test]
fn what_cannot_be_a_target_is_told_with_what_can() {
    for (words, wanted) in [
        (["--target", "to"], "`tot`"),
        (["--target", "xuat-sac"], "tot, kha, yeu"),
        (["--target", "-5"], "`-5`"),
        (["--agency", "so-b"], "`so-a`"),
    ] {
        let done = capped("k: no, v: yes, n: no, a: 1/10", "", &words);
        assert_eq!(done.status, 2, "{words:?}: {}", done.said());
        assert!(done.err.contains(wanted), "{words:?}: {}", done.err);
        assert!(done.out.is_empty());
    }
}

#[test]
fn a_faulty_file_is_told_and_the_others_are_looked_at() {
    let good = "agency: { id: so-a }\ncriteria: bo.yaml\nanswers: { k: no, v: yes, n: no, a: 1/10 }\n";
    let bad = "agency: { id: so-b }\ncriteria: bo.yaml\nanswers: { k: no, v: yes, n: no, a: 11/10 }\n";
    let folder = folder(&[("bo.yaml", CAPPED), ("a.yaml", good), ("b.yaml", bad)]);
    let done = cchc(["improve", "a.yaml", "b.yaml"]).within(folder.path()).done();
    assert_eq!(done.status, 1);
    assert!(done.out.contains("so-a") && !done.out.contains("so-b"), "{}", done.out);
    assert!(done.err.contains("so-b"), "{}", done.err);
    let alone = cchc(["improve", "b.yaml"]).within(folder.path()).done();
    assert_eq!((alone.status, alone.out.as_str()), (1, ""));
}

/// What has no step is told with the reason.
#[test]
fn what_cannot_be_won_is_told_with_its_reason() {
    let criteria = sound("bo.yaml", CAPPED);
    let own: Answers =
        [("k", "no,"), ("v", "yes,"), ("n", "not-applicable,Không có"), ("a", "1/2,"), ("s", "1/2,")]
            .iter()
            .map(|(id, cell)| (criteria.find(id).unwrap(), (*cell).to_owned()))
            .collect();
    let found = improve(&criteria, &said(&criteria, &own), &Peers::default(), None);
    let told: Vec<(&str, NoStep)> = found
        .without
        .iter()
        .filter_map(|chance| match chance.found {
            Found::Nothing(why) => Some((criteria.at(chance.node).id.as_str(), why)),
            Found::Steps { .. } => None,
        })
        .collect();
    assert_eq!(told, [("n", NoStep::NotApplicable), ("s", NoStep::Others(cchc::answer::Role::Survey))]);
}

#[test]
fn tables_fit_eighty_columns() {
    for sample in SAMPLES {
        for lang in ["vi", "en"] {
            let done =
                ["--lang", lang, "--target", "95"].into_iter().fold(run("improve", sample), Run::word).done();
            assert_eq!(done.status, 0, "{}: {}", sample.0, done.err);
            for line in done.out.lines() {
                let width = unicode_width::UnicodeWidthStr::width(line);
                assert!(width <= 80, "{}: {width} columns: {line}", sample.0);
            }
        }
    }
}

/// What was read of one sample, in both languages and in both machine formats.
#[test]
fn a_sample_comes_out_as_it_was_read() {
    let mut wrong = String::new();
    for format in ["table", "csv", "json"] {
        for lang in Lang::ALL {
            let words = ["improve", "samples/xa-mau-vi-du.yaml", "--target", "excellent", "--format", format];
            let done = cchc(words).word("--lang").word(lang.code()).done();
            assert_eq!(done.status, 0, "{}", done.err);
            let path = project().join(format!("tests/golden/improve.{}.{format}", lang.code()));
            golden(&path, &done.said(), &mut wrong);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Two parts of a penalty group whose limit strikes when little is taken.
const PENALTY: &str = "id: bo\nversion: \"1\"\ntitle: B\npoints: 10\ngrades:\n- { id: good, title: G, from: 80% }\n\
- { id: weak, title: W }\nlimits:\n- { when: { criterion: \"3\", below: 50% }, grade-at-most: weak, because: B }\ncriteria:\n\
- { id: \"1\", title: A, points: 4, rule: yes-no, documents: [x] }\n\
- { id: \"2\", title: B, points: 6, rule: yes-no, documents: [x] }\n\
- { id: \"3\", title: P, points: 4, penalty: true, criteria: [\n\
  { id: \"3.1\", title: P1, points: 2, rule: { count: { each: 1 } }, documents: [x] },\n\
  { id: \"3.2\", title: P2, points: 2, rule: { count: { each: 1 } }, documents: [x] }] }\n";

fn written(criteria: &Criteria, cells: &[(&str, &str)]) -> Answers {
    cells.iter().map(|(id, cell)| (criteria.find(id).expect(id), (*cell).to_owned())).collect()
}

#[test]
fn a_part_of_a_penalty_lost_what_it_took() {
    let criteria = sound("bo.yaml", PENALTY);
    let own = written(&criteria, &[("1", "yes,"), ("2", "yes,"), ("3.1", "2,"), ("3.2", "1,")]);
    let found = improve(&criteria, &said(&criteria, &own), &Peers::default(), None);
    let lost = |id: &str| {
        let node = criteria.find(id).unwrap();
        found.chances.iter().find(|chance| chance.node == node).map(|chance| chance.lost.to_string())
    };
    assert_eq!((lost("3.1").as_deref(), lost("3.2").as_deref()), (Some("2"), Some("1")));
}

fn reach(criteria: &Criteria, cells: &[(&str, &str)], goal: &Goal) -> Reach {
    let own = written(criteria, cells);
    let found = improve(criteria, &said(criteria, &own), &Peers::default(), Some((goal, Aim::Count)));
    found.target.expect("asked for").reach
}

/// Two changes that each reach the goal, and together trigger a limit that keeps from it.
#[test]
fn fewer_changes_are_tried_where_all_together_trigger_a_limit() {
    let criteria = sound("bo.yaml", PENALTY);
    let cells = [("1", "yes,"), ("2", "yes,"), ("3.1", "2,"), ("3.2", "2,")];
    let Reach::By { step, .. } = reach(&criteria, &cells, &Goal::Grade(0)) else { panic!("one change does") };
    assert_eq!((step.changes.len(), step.after.total().grade), (1, Some(0)));
    let out_of_reach = reach(&criteria, &cells, &Goal::Index(Points::whole(101)));
    assert!(matches!(out_of_reach, Reach::Not { sure: true, .. }), "{out_of_reach:?}");
}

/// A full answer that a limit is about.
const FULL: &str = "id: bo\nversion: \"1\"\ntitle: B\npoints: 10\ngrades:\n- { id: good, title: G, from: 80% }\n\
- { id: weak, title: W }\nlimits:\n- { when: { criterion: \"1\", answer: full }, THEN, because: Có lý do. }\ncriteria:\n\
- { id: \"1\", title: A, points: 6, documents: [x], rule: { choice: [{ id: full, title: F, points: 6 }, PART{ id: none, title: N, points: 0 }] } }\n\
- { id: \"2\", title: B, points: 4, rule: yes-no, documents: [x] }\n";

#[test]
fn a_lesser_answer_does_where_the_best_triggers_a_limit() {
    let part = "{ id: part, title: P, points: 5 }, ";
    let set = FULL.replace("PART", part).replace("THEN", "grade-at-most: weak");
    let criteria = sound("bo.yaml", &set);
    for (goal, answer) in [
        (Goal::Grade(0), "part"),
        (Goal::Index(Points::whole(90)), "part"),
        // The limit says nothing of the index.
        (Goal::Index(Points::whole(95)), "full"),
    ] {
        let Reach::By { step, proof, .. } = reach(&criteria, &[("1", "none,"), ("2", "yes,")], &goal) else {
            panic!("{goal:?}")
        };
        assert_eq!(claim_text(criteria.at(step.changes[0].node), &step.changes[0].after), answer);
        assert!(goal.is_reached(&step.after) && step.changes.len() == 1 && proof != Proof::None);
    }
}

/// What triggers a limit says so; what voids the score is no gain.
#[test]
fn a_step_that_triggers_a_limit_says_so() {
    let evidence = "agency: { id: so-a }\ncriteria: bo.yaml\nanswers: { \"1\": none, \"2\": yes }\n";
    let run = |then: &str, part: &str, words: &[&str]| {
        let set = FULL.replace("PART", part).replace("THEN", then);
        let folder = folder(&[("bo.yaml", &set), ("phieu.yaml", evidence)]);
        let run = words.iter().fold(cchc(["improve", "phieu.yaml"]), crate::run::Run::word);
        run.within(folder.path()).done().out.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let part = "{ id: part, title: P, points: 5 }, ";
    let capped = run("grade-at-most: weak", part, &["--lang", "en"]);
    assert!(capped.contains("But then: Limit: the grade is W at most, by 1."), "{capped}");
    let csv = run("grade-at-most: weak", part, &["--lang", "vi", "--format", "csv"]);
    assert!(csv.contains("Nhưng khi đó: Khống chế: xếp loại cao nhất là W vì 1."), "{csv}");
    let voided = run("score: void", part, &["--lang", "en"]);
    assert!(voided.contains("+5.00") && !voided.contains("+6.00"), "{voided}");
    let nothing = run("score: void", "", &["--lang", "en"]);
    assert!(nothing.contains("would void the score: Có lý do.") && !nothing.contains("+6.00"), "{nothing}");
}

/// A large set is searched within bounds, and what is found reaches the target.
#[test]
fn a_large_set_is_searched_within_bounds() {
    let leaf = |at: usize| {
        format!("- {{ id: c{at}, title: T, points: {}, rule: yes-no, documents: [B] }}\n", 1 + at % 7)
    };
    let leaves: String = (0..90).map(leaf).collect();
    let set = format!(
        "id: bo\nversion: \"1\"\ntitle: B\npoints: 100\ncombine: mean\nrounding: {{ places: 2, at: level }}\ncriteria:\n{leaves}"
    );
    let criteria = sound("bo.yaml", &set);
    let own: Answers = criteria.leaves().map(|leaf| (leaf, "no,".to_owned())).collect();
    let goal = Goal::Index(Points::whole(50));
    let found = improve(&criteria, &said(&criteria, &own), &Peers::default(), Some((&goal, Aim::Count)));
    let Reach::By { step, proof, .. } = found.target.expect("asked for").reach else { panic!("it can be") };
    assert!(goal.is_reached(&step.after) && proof == Proof::None);
    assert_eq!(step.changes.len(), 45);
}
