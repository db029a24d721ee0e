//! Every sample through every format, against golden files that were read. `CCHC_BLESS=1` writes them anew.

use cchc::lang::Lang;
use cchc::render::Format;
use serde_json::Value;

use crate::run::{cchc, golden, project};

const SAMPLES: [&str; 8] = [
    "so-tttt-nghe-an-2016.yaml",
    "so-mau-day-du.yaml",
    "766-dak-lak-2026-10-10.csv",
    "766-provinces-2026-10-10.csv",
    "hai-phong-212-2025-vi-du.yaml",
    "hcm-5155-2025-vi-du.yaml",
    "can-tho-157-2025-vi-du.yaml",
    "xa-mau-vi-du.yaml",
];

fn scored(sample: &str, format: Format, lang: Lang) -> String {
    let words = ["score", &format!("samples/{sample}"), "--format", format.word(), "--lang", lang.code()];
    let done = cchc(words).done();
    assert_eq!(done.status, 0, "{sample}: {}", done.err);
    done.said()
}

#[test]
fn every_sample_comes_out_as_it_was_read() {
    let mut wrong = String::new();
    for sample in SAMPLES {
        let folder = project().join("tests/golden");
        for format in [Format::Table, Format::Csv] {
            for lang in Lang::ALL {
                let path = folder.join(format!("{sample}.{}.{}", lang.code(), format.word()));
                golden(&path, &scored(sample, format, lang), &mut wrong);
            }
        }
        let json = scored(sample, Format::Json, Lang::Vi);
        golden(&folder.join(format!("{sample}.json")), &json, &mut wrong);
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// What machines read has no language, and YAML says what JSON says.
#[test]
fn machine_formats_agree() {
    let printed = |sample: &str, format: Format, lang: Lang| {
        let words = ["score", &format!("samples/{sample}"), "--format", format.word(), "--lang", lang.code()];
        cchc(words).done().out
    };
    for sample in SAMPLES {
        let json = printed(sample, Format::Json, Lang::Vi);
        let yaml = printed(sample, Format::Yaml, Lang::Vi);
        assert_eq!(printed(sample, Format::Json, Lang::En), json);
        assert_eq!(printed(sample, Format::Yaml, Lang::En), yaml);
        let json: Value = serde_json::from_str(&json).expect("JSON");
        let yaml: Value = serde_yaml::from_str(&yaml).expect("YAML");
        assert_eq!(json, yaml, "{sample}");
    }
}

#[test]
fn every_sample_is_listed() {
    let folder = project().join("samples");
    let mut found: Vec<String> = std::fs::read_dir(folder)
        .expect("the samples are in the repository")
        .map(|entry| entry.expect("files can be listed").file_name().into_string().expect("names are ASCII"))
        .filter(|name| name != "README.md" && !name.ends_with(".published.csv"))
        .collect();
    found.sort();
    let mut listed = SAMPLES.map(str::to_owned).to_vec();
    listed.sort();
    assert_eq!(found, listed);
}

#[test]
fn tables_fit_eighty_columns() {
    for sample in SAMPLES {
        for lang in ["vi", "en"] {
            let done = cchc(["score", &format!("samples/{sample}"), "--lang", lang]).done();
            for line in done.out.lines() {
                let width = unicode_width::UnicodeWidthStr::width(line);
                assert!(width <= 80, "{sample}: {width} columns: {line}");
            }
        }
    }
}

#[test]
fn a_second_run_prints_the_same_bytes() {
    for sample in SAMPLES {
        let run = || cchc(["score", &format!("samples/{sample}"), "--format", "json"]).done().out;
        assert_eq!(run(), run(), "{sample}");
    }
}
