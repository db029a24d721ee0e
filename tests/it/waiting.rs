//! A department whose survey is not in yet: provisional, with its own part of the maximum, and no weak grade.

use serde_json::Value;

use crate::run::{cchc, folder, text};

/// The self score of the complete sample, and its survey.
fn self_and_survey() -> (String, String) {
    let sample = text("samples/so-mau-day-du.yaml");
    let (own, survey) = sample.split_once("\n---\n").expect("the sample holds two documents");
    (own.to_owned(), survey.to_owned())
}

fn total(json: &Value) -> &Value {
    &json["agencies"][0]["total"]
}

#[test]
fn without_the_survey_the_score_is_provisional() {
    let (own, _) = self_and_survey();
    let folder = folder(&[("tu-cham.yaml", &own)]);
    let run = || cchc(["score", "tu-cham.yaml"]).within(folder.path());
    let json = run().json();
    assert_eq!(total(&json)["provisional"], true);
    assert_eq!(total(&json)["grade"], Value::Null);
    assert_eq!(total(&json)["rank"], Value::Null);
    let parts = total(&json)["parts"].as_array().expect("parts");
    assert_eq!((&parts[0]["scored-by"], &parts[0]["points"]), (&"self".into(), &"70".into()));
    assert_eq!((&parts[0]["applicable"], &parts[0]["answered"]), (&"68".into(), &"68".into()));
    assert_eq!((&parts[1]["scored-by"], &parts[1]["points"]), (&"survey".into(), &"30".into()));
    assert_eq!((&parts[1]["answered"], &parts[1]["awarded"]), (&"0".into(), &"0".into()));
    let unwrapped = |lang: &str| {
        run().word("--lang").word(lang).done().out.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let said = unwrapped("en");
    assert!(
        said.contains("60.50 of 68 applicable points (self-scored part) – PROVISIONAL, not graded"),
        "{said}"
    );
    assert!(said.contains("survey part: 0.00 of 30 applicable points, nothing answered yet"), "{said}");
    assert!(!said.contains("Weak"), "{said}");
    let said = unwrapped("vi");
    assert!(said.contains("TẠM TÍNH, chưa xếp loại") && !said.contains("Yếu"), "{said}");
}

#[test]
fn with_the_survey_it_is_final() {
    let (own, survey) = self_and_survey();
    let folder = folder(&[("tu-cham.yaml", &own), ("dieu-tra.yaml", &survey)]);
    for files in [["tu-cham.yaml", "dieu-tra.yaml"], ["dieu-tra.yaml", "tu-cham.yaml"]] {
        let json = cchc(["score"].into_iter().chain(files)).within(folder.path()).json();
        assert_eq!(total(&json)["provisional"], false);
        assert_eq!(total(&json)["grade"], "good");
        assert_eq!(total(&json)["awarded"], "84.38");
        assert_eq!(total(&json)["by-role"]["self"], "60.5");
        assert_eq!(total(&json)["by-role"]["survey"], "23.88");
    }
}

#[test]
fn a_provisional_score_is_ranked_only_when_asked() {
    let (own, _) = self_and_survey();
    let folder = folder(&[("tu-cham.yaml", &own)]);
    let json = cchc(["score", "tu-cham.yaml", "--rank-provisional"]).within(folder.path()).json();
    assert_eq!((&total(&json)["rank"], &total(&json)["grade"]), (&1.into(), &Value::Null));
}
