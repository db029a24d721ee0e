//! The criteria sets that ship inside: all listed, all sound, without a warning but of an official text's own
//! defect, and in both languages.
#![expect(clippy::disallowed_methods, reason = "tests read files themselves")]
#![expect(clippy::print_stdout, reason = "a test that is skipped says so")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use cchc::criteria::{BUILTIN, Criteria, read};
use cchc::lang::Lang;
use cchc::points::Points;
use cchc::problem::{Checked, Found, Warning};
use cchc::rules::Kind;
use cchc::source::Source;

use crate::run::{cchc, folder, project};

fn sets() -> Vec<Criteria> {
    let read = |set: cchc::criteria::Builtin| match read(&Source::new(set.id, set.yaml.to_owned())) {
        Checked::Sound(criteria, warnings) => {
            let own = |warning: &Found<Warning>| matches!(warning.what, Warning::AsWritten { .. });
            assert!(warnings.iter().all(own), "{}: {warnings:?}", set.id);
            criteria
        }
        Checked::Broken(faults, _) => panic!("{}: {faults:?}", set.id),
    };
    BUILTIN.into_iter().map(read).collect()
}

#[test]
fn the_folder_and_the_list_agree() {
    let listed: BTreeSet<String> = BUILTIN.iter().map(|set| format!("{}.yaml", set.id)).collect();
    // The schema of the sets stands in their folder too, where an editor finds it.
    let found: BTreeSet<String> = fs::read_dir(project().join("criteria"))
        .expect("the sets are in the repository")
        .map(|entry| entry.expect("files can be listed").file_name().into_string().expect("names are ASCII"))
        .filter(|name| name != "criteria.schema.json")
        .collect();
    assert_eq!(found, listed);
    for set in BUILTIN {
        let file =
            fs::read_to_string(project().join(format!("criteria/{}.yaml", set.id))).expect("it is there");
        assert_eq!(file, set.yaml);
    }
}

#[test]
fn every_set_is_sound_and_named_as_its_file() {
    for (criteria, set) in sets().iter().zip(BUILTIN) {
        assert_eq!(criteria.identity.id.as_str(), set.id);
    }
}

#[test]
fn every_title_and_advice_is_said_in_both_languages() {
    for criteria in sets() {
        for node in criteria.nodes() {
            let asked = criteria.at(node);
            let texts = [Some(&asked.title), asked.advice.as_ref(), asked.note.as_ref()];
            for text in texts.into_iter().flatten().chain(&asked.documents) {
                for lang in Lang::ALL {
                    assert!(text.speaks(lang) && !text.in_lang(lang).is_empty(), "{}: {text:?}", asked.id);
                }
            }
        }
    }
}

#[test]
fn the_model_set_uses_every_way_of_scoring_but_formulas() {
    let criteria = sets().into_iter().find(|set| set.identity.id.as_str() == "so-mau").expect("it ships");
    let used: BTreeSet<&str> =
        criteria.leaves().filter_map(|node| criteria.at(node).rule().map(|rule| rule.kind.word())).collect();
    // A department that checks itself has no peers at hand, and states its facts without formulas.
    let not_natural = ["versus-peers", "formula"];
    let all: BTreeSet<&str> =
        Kind::ALL.into_iter().map(Kind::word).filter(|word| !not_natural.contains(word)).collect();
    assert_eq!(used, all);
    assert!((35..=50).contains(&criteria.leaves().count()));
    for node in criteria.leaves() {
        let asked = criteria.at(node);
        assert!(!asked.documents.is_empty() && asked.advice.is_some(), "{}", asked.id);
    }
}

#[test]
fn a_set_is_printed_as_it_ships() {
    for set in BUILTIN {
        let done = cchc(["criteria", set.id]).done();
        assert_eq!((done.status, done.out.as_str()), (0, set.yaml));
    }
}

#[test]
fn every_criterion_of_every_set_is_explained_in_both_languages() {
    for criteria in sets() {
        for node in criteria.nodes().skip(1) {
            let id = criteria.at(node).id.as_str();
            for lang in Lang::ALL {
                let done = cchc(["explain", criteria.identity.id.as_str(), id, "--lang", lang.code()]).done();
                assert_eq!(done.status, 0, "{}", done.err);
                let unwrapped = done.out.split_whitespace().collect::<Vec<_>>().join(" ");
                assert!(unwrapped.contains(criteria.at(node).title.in_lang(lang)), "{id}: {}", done.out);
            }
        }
    }
}

/// Every maximum of the restated texts is that of the text: held against the collected data where that lies beside
/// the project.
#[test]
fn the_maxima_are_those_of_the_texts() {
    for (id, file, columns, rows) in [
        ("hai-phong-212-2025", "hai_phong_212_2025_phu_luc_01.csv", ["ma", "diem_toi_da"], 54),
        ("hcm-5155-2025", "hcm_5155_2025_tthtcd_criteria.csv", ["ma", "diem_toi_da"], 23),
        ("can-tho-157-2025", "can_tho_157_2025_criteria.csv", ["ma", "diem"], 7),
    ] {
        let Ok(text) = fs::read_to_string(project().join("../shared/data").join(file)) else {
            println!("skipped: no oracle data");
            return;
        };
        let set = sets().into_iter().find(|set| set.identity.id.as_str() == id).expect("it ships");
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let mut compared = 0;
        for row in reader.deserialize::<BTreeMap<String, String>>() {
            let row = row.expect("the source is CSV");
            let [criterion, most] = columns.map(|column| row[column].as_str());
            // Between the criteria the source has their levels, without a maximum.
            if most.is_empty() {
                continue;
            }
            let node = set.find(criterion).unwrap_or_else(|| panic!("{id} has no {criterion}"));
            assert_eq!(Ok(&set.at(node).points), Points::read(most).as_ref(), "{id} {criterion}");
            compared += 1;
        }
        assert_eq!(compared, rows, "{id}");
    }
}

/// The bands that overlap in the text: each edge belongs to the higher one.
#[test]
fn the_bands_of_can_tho_are_settled() {
    for (answer, points) in [
        ("8799/10000", "0"),
        ("88/100", "2"),
        ("8999/10000", "2"),
        ("90/100", "3"),
        ("95/100", "4"),
        ("9999/10000", "4"),
        ("100/100", "5"),
    ] {
        let evidence = format!(
            "agency: {{ id: xa-a, kind: commune }}\ncriteria: can-tho-157-2025@2025\nanswers: {{ \"5.2\": {answer} }}\n"
        );
        let folder = folder(&[("phieu.yaml", &evidence)]);
        let json = cchc(["score", "phieu.yaml"]).within(folder.path()).json();
        let nodes = json["agencies"][0]["criteria"].as_array().expect("criteria");
        let node = nodes.iter().find(|node| node["id"] == "5.2").expect("5.2");
        assert_eq!(node["awarded"], points, "{answer}");
    }
}
