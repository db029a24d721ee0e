//! Every sample through every format, against golden files that were read. `CCHC_BLESS=1` writes them anew.

use std::path::Path;

use cchc::lang::Lang;
use cchc::render::Format;
use serde_json::Value;

use crate::run::{Run, cchc, golden, project};

/// A sample: its name, and its files under `samples/`.
pub(crate) type Sample = (&'static str, &'static [&'static str]);

pub(crate) const SAMPLES: [Sample; 12] = [
    ("so-tttt-nghe-an-2016.yaml", &["so-tttt-nghe-an-2016.yaml"]),
    ("so-mau-day-du.yaml", &["so-mau-day-du.yaml"]),
    ("766-dak-lak-2026-10-10.csv", &["766-dak-lak-2026-10-10.csv"]),
    ("766-provinces-2026-10-10.csv", &["766-provinces-2026-10-10.csv"]),
    ("hai-phong-212-2025-vi-du.yaml", &["hai-phong-212-2025-vi-du.yaml"]),
    ("hcm-5155-2025-vi-du.yaml", &["hcm-5155-2025-vi-du.yaml"]),
    ("can-tho-157-2025-vi-du.yaml", &["can-tho-157-2025-vi-du.yaml"]),
    ("xa-mau-vi-du.yaml", &["xa-mau-vi-du.yaml"]),
    ("kiem-tra-2016", &["kiem-tra-2016/to-1.yaml", "kiem-tra-2016/to-2.yaml"]),
    (
        "so-vi-du-2025",
        &[
            "khoi-so/2025/so-vi-du/giai-trinh.yaml",
            "khoi-so/2025/so-vi-du/khao-sat.yaml",
            "khoi-so/2025/so-vi-du/kiem-tra-to-1.yaml",
            "khoi-so/2025/so-vi-du/kiem-tra-to-2.yaml",
            "khoi-so/2025/so-vi-du/kiem-tra-truong-doan.yaml",
            "khoi-so/2025/so-vi-du/tham-dinh-vong-1.yaml",
            "khoi-so/2025/so-vi-du/tham-dinh-vong-2.yaml",
            "khoi-so/2025/so-vi-du/tu-cham.yaml",
        ],
    ),
    ("so-vi-du-2026", &["khoi-so/2026/khao-sat.yaml", "khoi-so/2026/tu-cham.yaml"]),
    (
        "khoi-so-2025",
        &["khoi-so/2025/khao-sat.csv", "khoi-so/2025/tham-dinh.csv", "khoi-so/2025/tu-cham.csv"],
    ),
];

/// The samples whose report is also kept as Markdown: those with findings and layers.
const IN_MINUTES: [&str; 2] = ["kiem-tra-2016", "so-vi-du-2025"];

/// A command on the files of a sample.
pub(crate) fn run(command: &str, (_, files): Sample) -> Run {
    let files = files.iter().map(|file| format!("samples/{file}"));
    cchc([command.to_owned()].into_iter().chain(files))
}

fn score(sample: Sample) -> Run {
    run("score", sample)
}

fn scored(sample: Sample, format: Format, lang: Lang) -> String {
    let done = score(sample).word("--format").word(format.word()).word("--lang").word(lang.code()).done();
    assert_eq!(done.status, 0, "{}: {}", sample.0, done.err);
    done.said()
}

#[test]
fn every_sample_comes_out_as_it_was_read() {
    let mut wrong = String::new();
    for sample in SAMPLES {
        let (name, _) = sample;
        let folder = project().join("tests/golden");
        for format in [Format::Table, Format::Csv, Format::Md] {
            if format == Format::Md && !IN_MINUTES.contains(&name) {
                continue;
            }
            for lang in Lang::ALL {
                let path = folder.join(format!("{name}.{}.{}", lang.code(), format.word()));
                golden(&path, &scored(sample, format, lang), &mut wrong);
            }
        }
        let json = scored(sample, Format::Json, Lang::Vi);
        golden(&folder.join(format!("{name}.json")), &json, &mut wrong);
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// What machines read has no language, and YAML says what JSON says.
#[test]
fn machine_formats_agree() {
    let printed = |sample: Sample, format: Format, lang: Lang| {
        score(sample).word("--format").word(format.word()).word("--lang").word(lang.code()).done().out
    };
    for sample in SAMPLES {
        let json = printed(sample, Format::Json, Lang::Vi);
        let yaml = printed(sample, Format::Yaml, Lang::Vi);
        assert_eq!(printed(sample, Format::Json, Lang::En), json);
        assert_eq!(printed(sample, Format::Yaml, Lang::En), yaml);
        let json: Value = serde_json::from_str(&json).expect("JSON");
        let yaml: Value = serde_yaml::from_str(&yaml).expect("YAML");
        assert_eq!(json, yaml, "{}", sample.0);
    }
}

/// What lies in `samples/` beside evidence: explanations, published scores, rosters, documents, a set.
const BESIDE: [&str; 4] = ["README.md", "co-quan.csv", "so-mau-2.yaml", "tai-lieu"];

#[test]
fn every_sample_is_listed() {
    let mut found = Vec::new();
    evidence_in(&project().join("samples"), "", &mut found);
    found.sort();
    let mut listed: Vec<String> =
        SAMPLES.iter().flat_map(|(_, files)| files.iter().map(|&file| file.to_owned())).collect();
    listed.sort();
    assert_eq!(found, listed);
}

fn evidence_in(folder: &Path, under: &str, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).expect("the samples are in the repository") {
        let entry = entry.expect("files can be listed");
        let name = entry.file_name().into_string().expect("names are ASCII");
        if BESIDE.contains(&name.as_str()) || name.ends_with(".published.csv") {
            continue;
        }
        let named = format!("{under}{name}");
        if entry.path().is_dir() {
            evidence_in(&entry.path(), &format!("{named}/"), found);
        } else {
            found.push(named);
        }
    }
}

#[test]
fn tables_fit_eighty_columns() {
    for sample in SAMPLES {
        for lang in ["vi", "en"] {
            let done = score(sample).word("--lang").word(lang).done();
            for line in done.out.lines() {
                let width = unicode_width::UnicodeWidthStr::width(line);
                assert!(width <= 80, "{}: {width} columns: {line}", sample.0);
            }
        }
    }
}

#[test]
fn a_second_run_prints_the_same_bytes() {
    for sample in SAMPLES {
        let run = || score(sample).word("--format").word("json").done().out;
        assert_eq!(run(), run(), "{}", sample.0);
    }
}
