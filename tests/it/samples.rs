//! Every sample through every format, against golden files that were read. `CCHC_BLESS=1` writes them anew.

use cchc::lang::Lang;
use cchc::render::Format;

use crate::run::{cchc, golden, project};

const SAMPLES: [&str; 4] = [
    "so-tttt-nghe-an-2016.yaml",
    "so-mau-day-du.yaml",
    "766-dak-lak-2026-10-10.csv",
    "766-provinces-2026-10-10.csv",
];

#[test]
fn every_sample_comes_out_as_it_was_read() {
    let mut wrong = String::new();
    for sample in SAMPLES {
        for format in Format::ALL {
            for lang in Lang::ALL {
                let (format, lang) = (format.word(), lang.code());
                let done =
                    cchc(["score", &format!("samples/{sample}"), "--format", format, "--lang", lang]).done();
                assert_eq!(done.status, 0, "{sample}: {}", done.err);
                let path = project().join(format!("tests/golden/{sample}.{lang}.{format}"));
                golden(&path, &done.said(), &mut wrong);
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
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
