//! Several who score one agency: teams that are merged, layers that stand side by side, findings.

use cchc::assessment::{Assessment, Peers, score};
use cchc::criteria::Criteria;
use cchc::evidence::{Claims, File, Named, check};
use cchc::problem::Checked;
use serde_json::Value;

use crate::evidence::{answer, for_random_evidence};
use crate::run::{cchc, folder};

const SET: &str = r#"id: bo
version: "1"
title: { vi: Bộ mẫu, en: Small set }
points: 8
rounding: { places: 2, at: criterion }
criteria:
  - id: "1"
    title: { vi: Chỉ đạo, en: Direction }
    points: 4
    criteria:
      - { id: "1.1", title: { vi: Kế hoạch, en: Plan }, points: 2, rule: judged, documents: [A] }
      - { id: "1.2", title: { vi: Báo cáo, en: Report }, points: 2, rule: yes-no, documents: [A] }
  - { id: "2", title: { vi: Đúng hạn, en: In time }, points: 2, rule: share, documents: [A], requires: "1.2" }
  - { id: "3", title: { vi: Hài lòng, en: Satisfied }, points: 2, rule: share, documents: [A], scored-by: survey }
"#;

/// A file of one role about agency `so-a`; what it says follows.
fn file(by: &str, said: &str) -> String {
    format!("agency: {{ id: so-a, name: Sở A }}\ncriteria: bo.yaml\nperiod: 2016\nby: {{ {by} }}\n{said}")
}

fn own() -> String {
    let said = "answers:\n  \"1.1\": { answer: 2, note: Đã bổ sung sau vòng 1, documents: [Kế hoạch] }\n  \"1.2\": yes\n  \"2\": 90/100\n";
    file("role: self, on: 2016-12-20", said)
}

fn first_round() -> String {
    let said = "answers:\n  \"1.1\": { points: 1.25, because: Thiếu biểu mẫu, documents: [Kế hoạch, Biểu mẫu] }\n  \"2\": 80/100\n";
    file("role: appraisal, round: 1", said)
}

fn second_round() -> String {
    let said = "answers:\n  \"1.1\": { points: 1.75, because: Đã có biểu mẫu, note: Chấp nhận giải trình }\n";
    file("role: appraisal, round: 2", said)
}

fn team(name: &str, said: &str) -> String {
    file(&format!("role: inspection, team: {name}, on: 2016-07-12"), said)
}

/// What `score` makes of files in a folder, in the order in which they are named.
fn scored(files: &[(&str, &str)], names: &[&str]) -> crate::run::Run {
    let folder = folder(&[files, &[("bo.yaml", SET)]].concat());
    let words: Vec<&str> = ["score"].iter().chain(names).copied().collect();
    // The folder has to outlive the run.
    cchc(words).within(&folder.keep())
}

fn agencies(files: &[(&str, &str)], names: &[&str]) -> Value {
    scored(files, names).json()["agencies"].clone()
}

fn criterion<'v>(agencies: &'v Value, id: &str) -> &'v Value {
    let criteria = agencies[0]["criteria"].as_array().expect("criteria");
    criteria.iter().find(|criterion| criterion["id"] == id).expect("it is in the set")
}

#[test]
fn two_groups_and_a_self_score_are_one_scorecard_in_any_order() {
    let (own, one, two) = (
        own(),
        team(
            "Tổ 1",
            "answers:\n  \"1.1\": { answer: 1, note: Còn thiếu }\n  \"1.2\": no\nfindings:\n  - { kind: strength, text: B }\n",
        ),
        team(
            "Tổ 2",
            "answers:\n  \"2\": 85/100\n  \"1.1\": { answer: 1, note: Sơ sài }\nfindings:\n  - { kind: strength, text: A }\n",
        ),
    );
    let files = [("own.yaml", own.as_str()), ("one.yaml", &one), ("two.yaml", &two)];
    let names = ["own.yaml", "one.yaml", "two.yaml"];
    let first = agencies(&files, &names);
    for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        assert_eq!(agencies(&files, &order.map(|at| names[at])), first, "{order:?}");
    }
    assert_eq!(first.as_array().map(Vec::len), Some(1));
    assert_eq!(criterion(&first, "1.1")["by-role"]["self"], "2");
    assert_eq!(criterion(&first, "1.1")["by-role"]["inspection"], "1");
    // What both teams say alike counts once, with the remarks of both; the findings stand by team.
    let layers = criterion(&first, "1.1")["layers"].as_array().expect("layers");
    assert_eq!(layers[1]["teams"], serde_json::json!(["Tổ 1", "Tổ 2"]));
    assert_eq!(layers[1]["note"], "Tổ 1: Còn thiếu; Tổ 2: Sơ sài");
    assert_eq!(first[0]["findings"][0]["text"], "B");
    assert_eq!(first[0]["findings"][1]["team"], "Tổ 2");
    // An inspection in July stands beside the self score of December and never replaces it.
    assert_eq!(criterion(&first, "1.1")["awarded"], "2");
    assert_eq!(criterion(&first, "1.2")["awarded"], "2");
    assert_eq!(first[0]["total"]["awarded"], "5.8");
}

#[test]
fn an_overlap_is_refused_with_both_places_until_it_is_settled() {
    let (own, one, two) =
        (own(), team("Tổ 1", "answers:\n  \"1.2\": no\n"), team("Tổ 2", "answers:\n  \"1.2\": yes\n"));
    let head =
        file("role: inspection, settles: true", "answers:\n  \"1.2\": { answer: no, note: Thống nhất }\n");
    let beside =
        file("role: inspection", "settles: true\nanswers:\n  \"1.2\": { answer: no, note: Thống nhất }\n");
    let files = [
        ("own.yaml", own.as_str()),
        ("one.yaml", &one),
        ("two.yaml", &two),
        ("head.yaml", &head),
        ("beside.yaml", &beside),
    ];
    for lang in ["vi", "en"] {
        let refused = scored(&files, &["own.yaml", "two.yaml", "one.yaml"]).word("--lang").word(lang).done();
        assert_eq!(refused.status, 1);
        assert_eq!(refused.problems(), ["two.yaml:6:3 teams-differ"]);
        for named in ["one.yaml:6:3", "Tổ 1", "Tổ 2", "settles: true"] {
            assert!(refused.err.contains(named), "{named}: {}", refused.err);
        }
    }
    for head in ["head.yaml", "beside.yaml"] {
        let settled = agencies(&files, &["own.yaml", "two.yaml", "one.yaml", head]);
        let layer = &criterion(&settled, "1.2")["layers"][1];
        assert_eq!((&layer["answer"], &layer["awarded"]), (&Value::from("no"), &Value::from("0")));
        assert_eq!((&layer["settled"], &layer["note"]), (&Value::from(true), &Value::from("Thống nhất")));
        assert_eq!(agencies(&files, &[head, "one.yaml", "two.yaml", "own.yaml"]), settled);
    }
}

#[test]
fn one_team_answers_once_and_only_what_its_role_may() {
    let again = team("Tổ 1", "answers:\n  \"1.2\": no\n");
    let beyond = file("role: self", "answers:\n  \"3\": 90%\n");
    let odd = file("role: inspection, settles: maybe", "answers:\n  \"1.2\": no\n");
    let files = [("a.yaml", again.as_str()), ("b.yaml", &again), ("c.yaml", &beyond), ("d.yaml", &odd)];
    let told = scored(&files, &["b.yaml", "a.yaml", "c.yaml", "d.yaml"]).done();
    assert_eq!(
        told.problems(),
        ["b.yaml:6:3 answer-twice", "c.yaml:6:3 role-may-not-answer", "d.yaml:4:34 word-unknown"]
    );
}

/// Self 2, round 1 1.25, the response, round 2 1.75: side by side with the reasons, in every format.
#[test]
fn the_rounds_stand_side_by_side_in_every_format() {
    let (own, first, second) = (own(), first_round(), second_round());
    let response = file("role: self", "answers:\n  \"2\": { note: Số liệu theo phần mềm một cửa }\n");
    let files = [("0.yaml", own.as_str()), ("1.yaml", &first), ("2.yaml", &second), ("3.yaml", &response)];
    let names = ["2.yaml", "0.yaml", "3.yaml", "1.yaml"];
    let found = agencies(&files, &names);
    let plan = criterion(&found, "1.1");
    assert_eq!(plan["awarded"], "1.75");
    let sides: Vec<String> = plan["layers"]
        .as_array()
        .expect("layers")
        .iter()
        .map(|layer| format!("{} {} {} {}", layer["role"], layer["round"], layer["awarded"], layer["note"]))
        .collect();
    assert_eq!(
        sides,
        [
            "\"self\" null \"2\" \"Đã bổ sung sau vòng 1\"",
            "\"appraisal\" 1 \"1.25\" null",
            "\"appraisal\" 2 \"1.75\" \"Chấp nhận giải trình\""
        ]
    );
    assert_eq!(plan["layers"][1]["why"]["because"], "Thiếu biểu mẫu");
    // Each document once, whoever cites it.
    assert_eq!(plan["documents"].as_array().map(Vec::len), Some(2));
    // The response joins the answer of its role.
    assert_eq!(criterion(&found, "2")["layers"][0]["note"], "Số liệu theo phần mềm một cửa");
    // By stage: 2 + 2 + 1.8; 1.25 + 2 + 1.6; 1.75 + 2 + 1.6. The gate that only the agency answered stays open.
    let stages: Vec<&Value> =
        found[0]["layers"].as_array().expect("layers").iter().map(|layer| &layer["awarded"]).collect();
    assert_eq!(stages, ["5.8", "4.85", "5.35"]);
    let corrected = &found[0]["corrected"];
    assert_eq!(corrected["both"], 2);
    let differences = |of: &str| -> Vec<String> {
        let all = corrected[of].as_array().expect("a list").iter();
        all.map(|it| format!("{} {}", it["id"].as_str().expect("an id"), it["difference"])).collect()
    };
    assert_eq!(differences("criteria"), ["1.1 \"-0.25\"", "2 \"-0.2\""]);
    assert_eq!(differences("fields"), ["1 \"-0.25\"", "2 \"-0.2\"", "total \"-0.45\""]);
    for format in ["table", "csv", "json", "yaml", "md"] {
        for lang in ["vi", "en"] {
            let said = scored(&files, &names).word("--format").word(format).word("--lang").word(lang).done();
            assert_eq!(said.status, 0, "{}", said.err);
            let flat = said.out.split_whitespace().collect::<Vec<_>>().join(" ");
            for part in [
                "1.25",
                "1.75",
                "Thiếu biểu mẫu",
                "Đã có biểu mẫu",
                "Đã bổ sung sau vòng 1",
                "Chấp nhận giải trình",
            ] {
                assert!(flat.contains(part), "{format} {lang}: {part}\n{}", said.out);
            }
            if format == "table" {
                let wide = said.out.lines().find(|line| unicode_width::UnicodeWidthStr::width(*line) > 80);
                assert_eq!(wide, None);
            }
        }
    }
}

/// What an inspection cites for a criterion of the survey proves it, though the inspection scores nothing there.
#[test]
fn a_document_counts_whoever_cites_it() {
    let survey = file("role: survey", "answers:\n  \"3\": 90%\n");
    let visit = file("role: inspection", "answers:\n  \"3\": { documents: [Báo cáo khảo sát] }\n");
    let files = [("a.yaml", survey.as_str()), ("b.yaml", &visit)];
    let documents = |names: &[&str]| criterion(&agencies(&files, names), "3")["documents"].clone();
    assert_eq!(documents(&["a.yaml"]), serde_json::json!([]));
    assert_eq!(documents(&["a.yaml", "b.yaml"])[0]["text"], "Báo cáo khảo sát");
}

/// The same teams, rounds and head of the teams as rows and as YAML.
#[test]
fn rows_say_the_same() {
    let (own, one, two) =
        (own(), team("Tổ 1", "answers:\n  \"1.2\": no\n"), team("Tổ 2", "answers:\n  \"1.2\": yes\n"));
    let own = own.replace(", on: 2016-12-20", "");
    let (one, two) = (one.replace(", on: 2016-07-12", ""), two.replace(", on: 2016-07-12", ""));
    let head =
        file("role: inspection, settles: true", "answers:\n  \"1.2\": { answer: no, note: Thống nhất }\n");
    let rows = "agency,name,criteria,period,role,team,settles,criterion,answer,of,documents,note\n\
        so-a,Sở A,bo.yaml,2016,inspection,,TRUE,1.2,no,,,Thống nhất\n\
        so-a,Sở A,bo.yaml,2016,inspection,Tổ 2,,1.2,yes,,,\n\
        so-a,Sở A,bo.yaml,2016,inspection,Tổ 1,false,1.2,no,,,\n\
        so-a,Sở A,bo.yaml,2016,self,,,1.1,2,,Kế hoạch,Đã bổ sung sau vòng 1\n\
        so-a,Sở A,bo.yaml,2016,self,,,1.2,yes,,,\n\
        so-a,Sở A,bo.yaml,2016,self,,,2,90,100,,\n";
    let files = [
        ("own.yaml", own.as_str()),
        ("1.yaml", &one),
        ("2.yaml", &two),
        ("h.yaml", &head),
        ("rows.csv", rows),
    ];
    let yaml = agencies(&files, &["own.yaml", "1.yaml", "2.yaml", "h.yaml"]);
    assert_eq!(agencies(&files, &["rows.csv"]), yaml);
}

/// Over many agencies the criteria that were lowered most often come first, by hand: 1.1 at three of three for 0.5 each,
/// 2 at one for 1.
#[test]
fn what_is_lowered_most_often_comes_first() {
    let mut rows = "agency,criteria,role,criterion,answer,of\n".to_owned();
    for agency in ["a", "b", "c"] {
        rows.push_str(&format!("{agency},bo.yaml,self,1.1,2,\n{agency},bo.yaml,self,1.2,yes,\n"));
        rows.push_str(&format!(
            "{agency},bo.yaml,self,2,10,10\n{agency},bo.yaml,appraisal,1.1,points=1.5,\n"
        ));
    }
    rows.push_str("c,bo.yaml,appraisal,2,5,10\nd,bo.yaml,self,1.1,1,\n");
    let files = [("rows.csv", rows.as_str())];
    let lowered = scored(&files, &["rows.csv"]).json()["lowered"].clone();
    let wanted = serde_json::json!({ "agencies": 3, "criteria": [
        { "id": "1.1", "agencies": 3, "points": "1.5" }, { "id": "2", "agencies": 1, "points": "1" }
    ] });
    assert_eq!(lowered, wanted);
    let table = scored(&files, &["rows.csv"]).word("--lang").word("en").done().out;
    let (_, most) = table.split_once("lowered most often, among 3 agencies").expect("it is listed");
    assert!(most.find("1.1").expect("1.1") < most.find("2  In time").expect("2"), "{most}");
}

/// The findings of the seed inspection as an inspection writes them: results, shortcomings, requests.
#[test]
fn findings_are_results_shortcomings_and_requests() {
    let sample = "samples/so-tttt-nghe-an-2016.yaml";
    for format in ["table", "md"] {
        let said = cchc(["score", sample, "--format", format, "--lang", "vi"]).done().out;
        let mut rest = said.split_whitespace().collect::<Vec<_>>().join(" ").replace('\\', "");
        for part in [
            "Kết quả đạt được",
            "1. [2.2.1] Hệ thống quản lý chất lượng ISO được duy trì và cải tiến",
            "3. [7.1] Tự chủ về sử dụng biên chế và kinh phí đạt kết quả tốt.",
            "Tồn tại, hạn chế",
            "1. [3.1.2] Thủ tục hành chính về xuất bản và in được rà soát chậm.",
            "5. [6.3] Hồ sơ cán bộ, công chức chưa được kê khai đủ theo năm.",
            "Kiến nghị",
            "2. [4.1.1] Bổ sung quy chế hoạt động của bộ phận một cửa.",
            "5. [6.3] Hoàn thành phần kê khai bổ sung hằng năm.",
        ] {
            let (_, after) = rest.split_once(part).unwrap_or_else(|| panic!("{format}: {part}\n{said}"));
            rest = after.to_owned();
        }
    }
}

/// However what is found is split among teams, and in whatever order, some of it by several alike: the score is that of
/// one team which finds it all.
#[test]
fn teams_together_score_what_one_team_would() {
    let head = "agency,kind,period,criteria,role,team,criterion,answer,note\n";
    for_random_evidence(12, |criteria, luck| {
        let kind = criteria.audience.first().map(ToString::to_string).unwrap_or_default();
        let name = criteria.identity.name();
        let row = |team: u32, id: &str, cell: &str| {
            format!("so-a,{kind},2025,{name},inspection,Tổ {team},{id},{cell}\n")
        };
        let (mut one, mut several) = (String::from(head), Vec::new());
        for (leaf, luck) in criteria.leaves().zip(luck) {
            let asked = criteria.at(leaf);
            let Some((cell, _)) = answer(criteria, leaf, *luck) else { continue };
            if !asked.applies_to(criteria.audience.first()) {
                continue;
            }
            one.push_str(&row(1, asked.id.as_str(), &cell));
            let first = luck % 3;
            several.push(row(first, asked.id.as_str(), &cell));
            if luck.is_multiple_of(5) {
                several.push(row((first + 1) % 3, asked.id.as_str(), &cell));
            }
        }
        if several.is_empty() {
            return;
        }
        let turn = luck[0] as usize % several.len();
        several.rotate_left(turn);
        let (one, several) = (found(criteria, &one), found(criteria, &format!("{head}{}", several.concat())));
        for node in criteria.nodes() {
            assert_eq!(several.at(node).tally, one.at(node).tally, "{}", criteria.at(node).id);
        }
    });
}

/// The assessment of rows about one agency.
fn found(criteria: &Criteria, rows: &str) -> Assessment {
    let bytes = Box::new(std::io::Cursor::new(rows.to_owned().into_bytes()));
    let mut claims =
        Claims::open(vec![File { name: "phieu.csv".into(), bytes }], true).expect("it can be read");
    let submission = claims.next().expect("it says something").expect("it can be read");
    match check(submission, criteria, &Named::OnPurpose) {
        Checked::Sound(dossier, _) => {
            score(criteria, &dossier.expect("it says something"), &Peers::default())
        }
        Checked::Broken(faults, _) => panic!("{faults:?}\n{rows}"),
    }
}

/// Of what is claimed of a group and what is claimed of its parts, that counts which the stronger layer says.
#[test]
fn a_group_gives_way_to_parts_that_count_for_more() {
    let own = own();
    let survey = file("role: survey", "answers:\n  \"3\": 90%\n");
    let by = |by: &str, answers: &str| file(by, &format!("answers:\n{answers}"));
    let (first, second) = ("role: appraisal, round: 1", "role: appraisal, round: 2");
    // By hand: the self score is 2 + 2 in group 1, 1.8 in 2, and 1.8 of the survey in 3.
    for (said, by_hand) in [
        // An inspection never replaces what the agency or a survey says, neither by points nor by finding nothing.
        (vec![by("role: inspection", "  \"1\": { points: 1, because: A }\n")], "7.6"),
        (vec![by("role: inspection", "  \"3\": { points: 2, because: A }\n")], "7.6"),
        // The second round answers a part of what the first decided whole: 1.5 + 2, both parts answered by somebody.
        (
            vec![
                by(first, "  \"1\": { points: 1, because: A }\n"),
                by(second, "  \"1.1\": { points: 1.5, because: A }\n"),
            ],
            "7.1",
        ),
        // The second round decides whole what the first answered in part.
        (
            vec![
                by(first, "  \"1.1\": { points: 1.5, because: A }\n"),
                by(second, "  \"1\": { points: 1, because: A }\n"),
            ],
            "4.6",
        ),
    ] {
        let mut files = vec![("own.yaml", own.as_str()), ("survey.yaml", &survey)];
        let names = ["x.yaml", "y.yaml"];
        files.extend(names.into_iter().zip(said.iter().map(String::as_str)));
        let order: Vec<&str> = files.iter().map(|(name, _)| *name).collect();
        assert_eq!(agencies(&files, &order)[0]["total"]["awarded"], by_hand, "{said:?}");
    }
}

/// What the head of the teams says of a group stands for what they say of its parts, and the other way round.
#[test]
fn the_head_settles_groups_and_parts() {
    let inspected = |by: &str, answers: &str| file(by, &format!("answers:\n{answers}"));
    let one = inspected("role: inspection, team: Tổ 1", "  \"1\": { points: 3, because: A }\n");
    let two = inspected("role: inspection, team: Tổ 2", "  \"1.1\": 1\n  \"1.2\": yes\n");
    let whole = inspected("role: inspection, settles: true", "  \"1\": { points: 2, because: A }\n");
    let part = inspected("role: inspection, settles: true", "  \"1.1\": { answer: 0, note: A }\n");
    let files = [("1.yaml", one.as_str()), ("2.yaml", &two), ("whole.yaml", &whole), ("part.yaml", &part)];
    let refused = scored(&files, &["1.yaml", "2.yaml"]).done();
    assert_eq!(refused.status, 1, "{}", refused.out);
    let awarded =
        |head: &str| criterion(&agencies(&files, &["1.yaml", "2.yaml", head]), "1")["awarded"].clone();
    assert_eq!(awarded("whole.yaml"), "2");
    assert_eq!(awarded("part.yaml"), "2");
}

#[test]
fn what_was_not_held_says_nothing() {
    let survey = file("role: survey", "answers:\n  \"3\": 90%\n");
    let absent = "agency: { id: so-a }\ncriteria: bo.yaml\nperiod: 2016\nby: { role: survey }\nnot-held: Không tổ chức\n";
    let appraised = file("role: appraisal", "answers:\n  \"3\": { points: 1, because: Theo báo cáo }\n");
    let files = [("a.yaml", survey.as_str()), ("b.yaml", absent), ("c.yaml", &appraised)];
    let set = SET.replace("rounding:", "not-held: [survey]\nrounding:");
    let folder = folder(&[&files[..], &[("bo.yaml", set.as_str())]].concat());
    let score = |names: &[&str]| {
        cchc(["score"].iter().chain(names).copied().collect::<Vec<_>>()).within(folder.path())
    };
    let both = score(&["a.yaml", "b.yaml"]).done();
    assert_eq!(both.problems(), ["b.yaml:5:11 keys-not-one"]);
    // What an appraisal answers all the same counts.
    let json = score(&["b.yaml", "c.yaml"]).json();
    assert_eq!(json["agencies"][0]["total"]["awarded"], "1");
}

/// The notes of one voice stand in one order, whatever that of the rows.
#[test]
fn the_order_of_rows_does_not_change_notes() {
    let head = "agency,criteria,role,criterion,answer,note,documents\n";
    let rows = [
        "so-a,bo.yaml,self,1.2,yes,Một,A\n",
        "so-a,bo.yaml,self,1.2,,Hai,B\n",
        "so-a,bo.yaml,self,1.2,,Ba,C\n",
    ];
    let (there, back) =
        (format!("{head}{}", rows.concat()), format!("{head}{}{}{}", rows[2], rows[1], rows[0]));
    let files = [("a.csv", there.as_str()), ("b.csv", &back)];
    assert_eq!(agencies(&files, &["a.csv"]), agencies(&files, &["b.csv"]));
    assert_eq!(criterion(&agencies(&files, &["a.csv"]), "1.2")["note"], "Một; Ba; Hai");
}

/// A note of several lines stays under its criterion.
#[test]
fn a_note_of_several_lines_hangs_together() {
    let own = file("role: self", "answers:\n  \"1.2\": { answer: yes, note: \"Một\\nHai\" }\n");
    let visit = file("role: inspection", "answers:\n  \"1.2\": { answer: no, note: \"Ba\\nBốn\" }\n");
    let files = [("a.yaml", own.as_str()), ("b.yaml", &visit)];
    for (names, line, above) in [(&["a.yaml"][..], "Hai", "Một"), (&["a.yaml", "b.yaml"], "Bốn", "Ba")] {
        let table = scored(&files, names).done().out;
        let column = |of: &str| {
            let line =
                table.lines().find(|line| line.contains(of)).unwrap_or_else(|| panic!("{of}: {table}"));
            line.chars().take_while(|letter| *letter == ' ').count()
        };
        assert!(column(line) > column(above), "{table}");
    }
}
