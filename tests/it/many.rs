//! Many files: folders and patterns, faulty files among sound ones, and who is left out.
#![expect(clippy::disallowed_methods, reason = "tests write files themselves")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::run::{Done, Run, cchc, folder};

const SET: &str = r#"
id: bo-thu
version: "1"
title: Bộ thử
points: 100
rounding: { places: 2, at: criterion }
grades:
  - { id: tot, title: Tốt, from: 75% }
  - { id: kha, title: Khá, from: 25% }
  - { id: yeu, title: Yếu }
rank: { among: all, ties: skip }
criteria:
  - { id: "1", title: Hồ sơ đúng hạn, points: 90, documents: [Bảng số liệu], rule: share }
  - { id: "2", title: Đánh giá, points: 10, documents: [Biên bản], rule: judged, not-applicable: leave-out }
"#;

/// The set with a criterion that compares agencies.
fn comparing() -> String {
    SET.replace("points: 100", "points: 110").replace(
        "criteria:\n",
        "criteria:\n  - { id: \"3\", title: So sánh, points: 10, documents: [Biên bản], rule: { versus-peers: { to: mean, \
         bands: [{ from: 100%, points: 10 }, { below: 100%, points: 0 }] }, when-empty: zero } }\n",
    )
}

/// How many evidence files there are, and how many agencies on the roster hand in none.
const FILES: usize = 500;
const ABSENT: usize = 4;

fn id(at: usize) -> String {
    format!("dv-{at:03}")
}

/// The answer of an agency out of a thousand; some stand level.
fn part(at: usize) -> usize {
    (at * 37) % 400 * 2
}

fn evidence(at: usize) -> String {
    format!(
        "agency: {{ id: {}, name: Đơn vị {at} }}\ncriteria: ../bo.yaml\nperiod: 2026\nanswers:\n  \"1\": {}/1000\n  \
         \"2\": {{ answer: 5, note: Đạt }}\n",
        id(at),
        part(at)
    )
}

/// A way in which a file is broken: its code, and what becomes of a sound file.
type Way = (&'static str, fn(&str) -> Vec<u8>);

/// The ways in which files are broken.
const BROKEN: [Way; 20] = [
    ("yaml-syntax", |text| text.replace("  \"2\"", "\t\"2\"").into()),
    ("yaml-syntax", |text| text.replace("note: Đạt }", "note: Đạt").into()),
    ("yaml-syntax", |text| text.replace("note: Đạt", "note: \"Đạt").into()),
    ("file-not-utf8", |text| [text.as_bytes(), b"# S\xf4\n"].concat()),
    ("file-not-text", |text| [text.as_bytes(), b"# \x00\n"].concat()),
    ("file-utf16", |text| {
        [&[0xff, 0xfe][..], &text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>()].concat()
    }),
    ("file-empty", |_| Vec::new()),
    ("file-unknown", |_| b"- 1\n- 2\n".to_vec()),
    ("key-missing", |text| text.replace("answers:", "# answers:").replace("\n  \"", "\n#  \"").into()),
    ("key-unknown", |text| text.replace("agency: {", "agenci: {").into()),
    ("key-unknown", |text| text.replace("name: Đơn", "knid: Đơn").into()),
    ("criterion-unknown", |text| text.replace("\"2\"", "\"7\"").into()),
    ("share-above-whole", |text| text.replace("/1000", "/10").replace(": 0/10\n", ": 11/10\n").into()),
    ("number-comma", |text| text.replace("answer: 5", "answer: \"5,5\"").into()),
    ("number-too-large", |text| text.replace("answer: 5", "answer: 11").into()),
    ("yaml-duplicate-key", |text| text.replace("\"2\"", "\"1\"").into()),
    ("period-wrong", |text| text.replace("2026", "năm nay").into()),
    ("word-unknown", |text| text.replace("period", "by: { role: xa }\nperiod").into()),
    ("reason-missing", |text| text.replace("{ answer: 5, note: Đạt }", "{ not-applicable: }").into()),
    ("yaml-tag", |text| text.replace("answer: 5", "answer: !!int 5").into()),
];

/// Which agencies' files are broken: spread over all.
fn broken(at: usize) -> Option<usize> {
    (at % 25 == 7).then_some(at / 25)
}

/// A folder with the set, the roster, the evidence, and what lies about beside it.
fn province(set: &str) -> tempfile::TempDir {
    let mut roster = "id,name\n".to_owned();
    for at in 0..FILES + ABSENT {
        let _ = writeln!(roster, "{},Đơn vị {at}", id(at));
    }
    let folder = folder(&[("bo.yaml", set), ("co-quan.csv", &roster)]);
    let within = folder.path().join("phieu");
    fs::create_dir(&within).expect("a folder can be made");
    for at in 0..FILES {
        let text = evidence(at);
        let bytes = broken(at).map_or_else(|| text.clone().into_bytes(), |way| BROKEN[way].1(&text));
        assert_eq!(broken(at).is_none(), bytes == text.as_bytes(), "{at} is broken");
        fs::write(within.join(format!("{}.yaml", id(at))), bytes).expect("a file can be written");
    }
    folder
}

fn run(folder: &Path, words: &[&str]) -> Run {
    let words = ["score", "phieu", "--agencies", "co-quan.csv"].iter().chain(words);
    cchc(words).within(folder)
}

fn texts<'j>(values: &'j Value, of: impl Fn(&'j Value) -> &'j Value) -> Vec<&'j str> {
    values.as_array().expect("a list").iter().map(|value| of(value).as_str().expect("a text")).collect()
}

/// The rank that each sound agency has by hand: one more than the number of those with more.
fn by_hand() -> BTreeMap<String, (usize, usize)> {
    let sound: Vec<usize> = (0..FILES).filter(|at| broken(*at).is_none()).collect();
    let rank = |at: usize| 1 + sound.iter().filter(|other| part(**other) > part(at)).count();
    sound.iter().map(|at| (id(*at), (rank(*at), part(*at)))).collect()
}

#[test]
fn twenty_broken_files_of_five_hundred_are_named_and_the_rest_is_ranked() {
    let folder = province(SET);
    let done = run(folder.path(), &["--keep-going", "--format", "json", "--lang", "en"]).done();
    assert_eq!(done.status, 1);
    let json: Value = serde_json::from_str(&done.out).expect("JSON");
    let absent = texts(&json["not-submitted"], |it| &it["agency"]["id"]);
    assert_eq!(absent, ["dv-500", "dv-501", "dv-502", "dv-503"]);
    assert!(json["not-submitted"].as_array().expect("a list").iter().all(|it| it["period"] == "2026"));

    let expected: Vec<String> = (0..FILES).filter(|at| broken(*at).is_some()).map(id).collect();
    assert_eq!(expected.len(), BROKEN.len());
    assert_eq!(texts(&json["left-out"], |it| &it["agency"]), expected);
    assert_eq!(
        texts(&json["left-out"], |it| &it["files"][0]),
        expected.iter().map(|id| format!("phieu/{id}.yaml")).collect::<Vec<_>>()
    );
    let told: BTreeMap<&str, &str> = json["problems"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|it| (it["file"].as_str().expect("a file"), it["code"].as_str().expect("a code")))
        .collect();
    let codes: Vec<&str> = told.values().copied().collect();
    assert_eq!(codes, BROKEN.map(|(code, _)| code), "{told:?}");

    let by_hand = by_hand();
    let agencies = json["agencies"].as_array().expect("agencies");
    assert_eq!(agencies.len(), FILES - BROKEN.len());
    for agency in agencies {
        let (rank, _) = by_hand[agency["agency"]["id"].as_str().expect("an id")];
        assert_eq!(agency["total"]["rank"], rank, "{}", agency["agency"]);
    }
    let summary = &json["summary"][0];
    let counts: Vec<u64> = summary["grades"]
        .as_array()
        .expect("grades")
        .iter()
        .filter_map(|it| it["agencies"].as_u64())
        .collect();
    let graded = |from: usize, to: usize| {
        by_hand.values().filter(|(_, part)| (from..to).contains(&(part * 9 + 500))).count() as u64
    };
    assert_eq!(counts, [graded(7500, 10_000), graded(2500, 7500), graded(0, 2500)]);
    assert_eq!(
        (&summary["scored"], &summary["ranked"], &summary["not-graded"]),
        (&480.into(), &480.into(), &0.into())
    );
    for id in &expected {
        assert!(done.err.contains(id.as_str()), "{id}");
    }
}

#[test]
fn without_keep_going_nobody_is_ranked() {
    let folder = province(SET);
    let done = run(folder.path(), &["--format", "json"]).done();
    assert_eq!(done.status, 1);
    let json: Value = serde_json::from_str(&done.out).expect("JSON");
    let agencies = json["agencies"].as_array().expect("agencies");
    assert_eq!(agencies.len(), FILES - BROKEN.len());
    for agency in agencies {
        let total = &agency["total"];
        assert!(total["rank"].is_null() && total["to-above"].is_null() && total["to-below"].is_null());
        assert!(agency["criteria"].as_array().expect("criteria").iter().all(|it| it["rank"].is_null()));
    }
    assert_eq!(json["summary"][0]["ranked"], 0);
    assert_eq!(json["left-out"].as_array().map(Vec::len), Some(BROKEN.len()));
    assert_eq!(json["not-submitted"].as_array().map(Vec::len), Some(ABSENT));
}

#[test]
fn the_table_names_who_is_left_out_and_who_has_not_submitted() {
    let folder = province(SET);
    for (lang, mark, title, count) in [
        ("vi", "chưa nộp", "Không chấm vì có tệp lỗi", "Chưa nộp: 4 trên 504"),
        ("en", "submitted\n", "Not scored, since a file is faulty", "Not submitted: 4 of 504"),
    ] {
        let keeping = run(folder.path(), &["--keep-going", "--totals", "--lang", lang]).done();
        assert_eq!(keeping.status, 1);
        assert!(keeping.out.lines().all(|line| line.chars().count() <= 80));
        assert!(keeping.out.contains(count), "{}", keeping.out);
        let (summary, left_out) = keeping.out.split_once(title).expect("a part on who is left out");
        assert!(summary.lines().any(|line| line.trim_start().starts_with("1  ")), "{summary}");
        for at in FILES..FILES + ABSENT {
            assert!(summary.contains(&format!("Đơn vị {at} ")), "{at}");
        }
        assert!(summary.matches(mark.trim_end()).count() >= ABSENT, "{summary}");
        for at in (0..FILES).filter(|at| broken(*at).is_some()) {
            assert!(left_out.contains(&format!("Đơn vị {at} ({})", id(at))), "{left_out}");
            assert!(left_out.contains(&format!("phieu/{}.yaml", id(at))), "{left_out}");
        }
        let stopping = run(folder.path(), &["--totals", "--lang", lang]).done();
        assert!(stopping.out.contains(count) && stopping.out.contains(title), "{}", stopping.out);
        assert!(!stopping.out.lines().any(|line| line.trim_start().starts_with("1  ")), "{}", stopping.out);
        assert!(stopping.err.contains("--keep-going"), "{}", stopping.err);
    }
}

/// Who is left out takes no part in what peers are compared with.
#[test]
fn the_sound_are_compared_among_themselves() {
    let set = comparing();
    let answers = |at: usize, part: usize| {
        evidence(at).replace("../bo.yaml", "bo.yaml").replace(
            &format!("\"1\": {}/1000", self::part(at)),
            &format!("\"1\": {part}/1000\n  \"3\": {part}"),
        )
    };
    let wrong = answers(3, 1000).replace("answer: 5", "answer: 11");
    let folder = folder(&[
        ("bo.yaml", set.as_str()),
        ("a.yaml", &answers(1, 100)),
        ("b.yaml", &answers(2, 300)),
        ("c.yaml", &wrong),
    ]);
    let score = |words: &[&str]| {
        let words = ["score", "a.yaml", "b.yaml", "c.yaml", "--lang", "en"].iter().chain(words);
        cchc(words).within(folder.path())
    };
    let stopped = score(&[]).done();
    assert_eq!((stopped.status, stopped.out.as_str()), (1, ""));
    assert!(stopped.err.contains("--keep-going"), "{}", stopped.err);
    let json = score(&["--keep-going"]).json();
    // The mean of 100 and 300 is 200; with 1000 it would be 466.67, and the second would stand below it.
    let compared: Vec<&Value> = json["agencies"]
        .as_array()
        .expect("agencies")
        .iter()
        .map(|it| &it["criteria"][0]["awarded"])
        .collect();
    assert_eq!(compared, ["0", "10"]);
    let totals = &json["agencies"];
    assert_eq!((&totals[0]["total"]["rank"], &totals[1]["total"]["rank"]), (&2.into(), &1.into()));
    assert_eq!(texts(&json["left-out"], |it| &it["agency"]), ["dv-003"]);
}

/// An agency is left out whole where one of its files cannot be read.
#[test]
fn a_part_of_an_agency_is_not_ranked_as_if_it_were_all() {
    let own = evidence(1).replace("../bo.yaml", "bo.yaml");
    let appraisal = "agency: { id: dv-001 }\nby: { role: appraisal }\ncriteria: bo.yaml\nperiod: 2026\nanswers:\n\t\"1\": 1/2\n";
    let other = evidence(2).replace("../bo.yaml", "bo.yaml");
    let folder = folder(&[("bo.yaml", SET), ("a.yaml", &own), ("b.yaml", appraisal), ("c.yaml", &other)]);
    let json = cchc(["score", "a.yaml", "b.yaml", "c.yaml", "--keep-going"]).within(folder.path()).json();
    assert_eq!(texts(&json["agencies"], |it| &it["agency"]["id"]), ["dv-002"]);
    let left_out = &json["left-out"];
    assert_eq!(left_out.as_array().map(Vec::len), Some(1), "{left_out}");
    assert_eq!((&left_out[0]["agency"], &left_out[0]["files"][0]), (&"dv-001".into(), &"b.yaml".into()));
    assert_eq!((&left_out[0]["name"], &left_out[0]["period"]), (&"Đơn vị 1".into(), &"2026".into()));
}

/// A file that names nobody is named itself.
#[test]
fn a_file_that_names_no_agency_is_told_as_such() {
    let sound = evidence(1).replace("../bo.yaml", "bo.yaml");
    let folder = folder(&[
        ("bo.yaml", SET),
        ("a.yaml", &sound),
        ("la.yaml", "answers: { \"1\": 1/2 }\n"),
        ("co-quan.csv", "id\ndv-001\ndv-002\n"),
    ]);
    let words = ["score", "a.yaml", "la.yaml", "--keep-going", "--agencies", "co-quan.csv"];
    let json = cchc(words).within(folder.path()).json();
    let left_out = &json["left-out"];
    assert_eq!((&left_out[0]["agency"], &left_out[0]["files"][0]), (&Value::Null, &"la.yaml".into()));
    assert_eq!(texts(&json["not-submitted"], |it| &it["agency"]["id"]), ["dv-002"]);
    let table = cchc(words).word("--lang").word("en").within(folder.path()).done().out;
    assert!(table.contains("Names no agency: la.yaml"), "{table}");
    assert!(table.contains("Of 1 faulty file it is not known"), "{table}");
}

/// A folder of files with folders in it, by their paths.
fn tree(files: &[(&str, &str)]) -> tempfile::TempDir {
    let made = tempfile::tempdir().expect("a folder can be made");
    for (path, text) in files {
        let path = made.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder can be made");
        fs::write(path, text).expect("a file can be written");
    }
    made
}

fn read(done: Run) -> Vec<String> {
    let json = done.json();
    texts(&json["evidence"], |it| &it["file"]).into_iter().map(|file| file.replace('\\', "/")).collect()
}

#[test]
fn a_folder_is_read_by_name_and_the_rest_is_passed_over() {
    let (one, two) = (evidence(1).replace("../", "../../"), evidence(2));
    let rows = "agency,criteria,period,criterion,answer\ndv-003,../bo.yaml,2026,2,4\n";
    let results = "agency,id,points,awarded\ndv-003,total,100,4\n";
    let made = tree(&[
        ("bo.yaml", SET),
        ("phieu/b.yaml", &two),
        ("phieu/a/một.yaml", &one),
        ("phieu/c.csv", rows),
        ("phieu/.nháp.yaml", "agency: {"),
        ("phieu/.git/x.yaml", "agency: {"),
        ("phieu/bo-khac.yml", SET),
        ("phieu/co-quan.csv", "id,name\ndv-001,A\n"),
        ("phieu/ket-qua.csv", results),
        ("phieu/don-gia.csv", "ten,gia\na,1\n"),
        ("phieu/a/minh-chung.pdf", "%PDF"),
        ("phieu/doc.txt", "agency,criterion,answer\n"),
    ]);
    let score = |words: &[&str]| cchc(["score"].iter().chain(words)).within(made.path());
    let wanted = ["phieu/a/một.yaml", "phieu/b.yaml", "phieu/c.csv"];
    assert_eq!(read(score(&["phieu"])), wanted);
    // Named twice, a file is read once: by the folder and by its name, in either order.
    assert_eq!(read(score(&["phieu", "phieu/b.yaml", "./phieu/../phieu/b.yaml"])), wanted);
    assert_eq!(read(score(&["phieu/c.csv", "phieu"])), ["phieu/c.csv", "phieu/a/một.yaml", "phieu/b.yaml"]);
    assert_eq!(read(score(&["phieu/*/*.yaml", "phieu/?.csv"])), ["phieu/a/một.yaml", "phieu/c.csv"]);
    let done = score(&["phieu", "--lang", "en"]).done();
    assert_eq!(done.status, 0, "{}", done.err);
    let said = done.err.replace('\\', "/");
    for line in [
        "  criteria sets: phieu/bo-khac.yml\n",
        "  rosters: phieu/co-quan.csv\n",
        "  results: phieu/ket-qua.csv\n",
        "  other tables: phieu/don-gia.csv\n",
        "  other files: phieu/a/minh-chung.pdf, phieu/doc.txt\n",
    ] {
        assert!(said.contains(line), "{line}{said}");
    }
    assert!(!said.contains("nháp"), "{said}");
    // What is named is read whatever it looks like.
    let named = score(&["phieu", "phieu/don-gia.csv"]).done();
    let missing = named.problems().into_iter().filter(|problem| problem.ends_with("column-missing"));
    assert_eq!((named.status, missing.count()), (1, 3), "{}", named.err);
}

#[test]
fn many_files_of_other_kinds_are_counted() {
    let mut files = vec![("bo.yaml".to_owned(), SET.to_owned()), ("phieu/a.yaml".to_owned(), evidence(1))];
    files.extend((0..7).map(|at| (format!("phieu/tai-lieu/{at}.PDF"), String::new())));
    files.push(("phieu/README".to_owned(), String::new()));
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let done = cchc(["score", "phieu", "--lang", "en"]).within(tree(&files).path()).done();
    assert!(done.err.contains("  other files: 8 files (no ending 1, .pdf 7)\n"), "{}", done.err);
}

#[test]
fn what_has_nothing_in_it_fails_the_world() {
    let made = tree(&[("bo.yaml", SET), ("chi-bo/bo.yaml", SET)]);
    fs::create_dir(made.path().join("trong")).expect("a folder can be made");
    for (named, said) in [
        ("trong", "There is no file in the folder `trong`."),
        ("chi-bo", "There is no evidence in chi-bo."),
        ("*.csv", "No file matches `*.csv`."),
        ("[", "it is no pattern"),
    ] {
        let done = cchc(["score", named, "--lang", "en"]).within(made.path()).done();
        assert_eq!((done.status, done.out.as_str()), (2, ""), "{named}");
        assert!(done.err.contains(said), "{named}: {}", done.err);
    }
    let checked = |named: &str| cchc(["check", named, "--lang", "en"]).within(made.path()).done();
    assert_eq!(checked("trong").status, 2);
    assert_eq!(checked("chi-bo").status, 0);
}

/// A file whose name has the signs of a pattern is itself.
#[test]
fn a_file_is_taken_before_a_pattern() {
    let made = tree(&[("bo.yaml", SET), ("a[1].yaml", &evidence(1).replace("../", "")), ("a1.yaml", "x")]);
    assert_eq!(read(cchc(["score", "a[1].yaml"]).within(made.path())), ["a[1].yaml"]);
}

#[test]
fn check_says_what_everything_in_a_folder_is() {
    let made = tree(&[
        ("bo.yaml", SET),
        ("phieu/a.yaml", &evidence(1)),
        ("phieu/b.yaml", "agency: {\n"),
        ("phieu/co-quan.csv", "id,nmae\ndv-001,A\n"),
        ("phieu/don-gia.csv", "ten,gia\na,1\n"),
        ("phieu/ket-qua.csv", "agency,id,awarded\ndv-003,total,4\n"),
        ("phieu/minh-chung.pdf", "%PDF"),
        ("phieu/rieng.yaml", SET),
    ]);
    let Done { status, out, .. } = cchc(["check", "phieu", "--lang", "en"]).within(made.path()).done();
    assert_eq!(status, 1);
    let said: BTreeSet<String> =
        out.lines().filter(|line| line.contains(": ")).map(|line| line.replace('\\', "/")).collect();
    for line in [
        "phieu/a.yaml: evidence, sound: 1 agency, under bo-thu@1",
        "phieu/b.yaml: cannot be read",
        "phieu/co-quan.csv: roster, faulty",
        "phieu/ket-qua.csv: results, sound: 1 row",
        "phieu/rieng.yaml: criteria set bo-thu@1, sound: 2 scored criteria, 100 points",
        "  other tables: phieu/don-gia.csv",
        "  other files: phieu/minh-chung.pdf",
    ] {
        assert!(said.contains(line), "{line}\n{out}");
    }
}

/// What the program prints into a folder of evidence does not come back as evidence.
#[test]
fn its_own_output_is_passed_over() {
    let made =
        tree(&[("bo.yaml", SET), ("phieu/a.yaml", &evidence(1)), ("phieu/so-lieu.json", "{\"agency\": 1}")]);
    let mut printed = Vec::new();
    for (name, words) in [
        ("score", &["score", "phieu/a.yaml"][..]),
        ("documents", &["documents", "phieu/a.yaml"]),
        ("improve", &["improve", "phieu/a.yaml"]),
        ("compare", &["compare", "phieu/a.yaml", "phieu/a.yaml"]),
        ("follow-up", &["follow-up", "phieu/a.yaml", "phieu/a.yaml", "--as-of", "2027-01-01"]),
    ] {
        let formats = if ["improve", "follow-up"].contains(&name) {
            &["csv", "json"][..]
        } else {
            &["csv", "json", "yaml"]
        };
        for format in formats {
            let file = format!("phieu/{name}.{format}");
            let done =
                cchc(words).word("--format").word(format).word("-o").word(&file).within(made.path()).done();
            assert_eq!(done.status, 0, "{file}: {}", done.err);
            printed.push(file);
        }
    }
    assert_eq!(read(cchc(["score", "phieu"]).within(made.path())), ["phieu/a.yaml"]);
    let err = cchc(["score", "phieu", "--lang", "en"]).within(made.path()).done().err.replace('\\', "/");
    let results = err.lines().find(|line| line.starts_with("  results: ")).expect("results are told");
    let told: BTreeSet<&str> = results["  results: ".len()..].split(", ").collect();
    assert_eq!(told, printed.iter().map(String::as_str).collect());
    assert!(err.contains("  other files: phieu/so-lieu.json"), "{err}");
    for file in printed.iter().filter(|file| *file != "phieu/score.csv") {
        let done = cchc(["check", file, "--lang", "en"]).within(made.path()).done();
        assert_eq!((done.status, done.out), (0, format!("{file}: output of cchc: nothing to check\n")));
    }
}

/// Links: to a file they are followed, to a folder they are not, to nothing they are told.
#[cfg(unix)]
#[test]
fn links_in_a_folder() {
    use std::os::unix::fs::symlink;
    let made = tree(&[("bo.yaml", SET), ("phieu/a.yaml", &evidence(1)), ("ngoai/b.yaml", &evidence(2))]);
    let within = made.path().join("phieu");
    symlink("../ngoai/b.yaml", within.join("b.yaml")).expect("a link can be made");
    symlink("../phieu", within.join("c")).expect("a link can be made");
    symlink("../ngoai", within.join("d")).expect("a link can be made");
    assert_eq!(read(cchc(["score", "phieu"]).within(made.path())), ["phieu/a.yaml", "phieu/b.yaml"]);
    symlink("khong-co.yaml", within.join("dv-003.yaml")).expect("a link can be made");
    fs::write(made.path().join("co-quan.csv"), "id\ndv-001\ndv-002\ndv-003\n")
        .expect("a file can be written");
    let words = ["score", "phieu", "--keep-going", "--agencies", "co-quan.csv"];
    let done = cchc(words).word("--format").word("json").within(made.path()).done();
    assert_eq!(done.status, 1);
    let json: Value = serde_json::from_str(&done.out).expect("JSON");
    assert_eq!(json["problems"][0]["code"], "file-not-opened");
    assert_eq!(texts(&json["left-out"], |it| &it["agency"]), ["dv-003"]);
    assert_eq!(json["not-submitted"], Value::Array(Vec::new()));
    assert_eq!(json["agencies"].as_array().map(Vec::len), Some(2));
}

/// Whatever takes evidence takes a folder of it, and says once what it passes over there.
#[test]
fn every_command_reads_folders() {
    let year = |year: &str| format!("samples/khoi-so/{year}");
    let (then, now) = (format!("{}/so-vi-du", year("2025")), year("2026"));
    for words in [
        &["documents", &then][..],
        &["improve", &then],
        &["thresholds", &then],
        &["compare", &then, &now],
        &["follow-up", &then, &now, "--as-of", "2027-01-01"],
    ] {
        let done = cchc(words.iter().copied()).word("--lang").word("en").done();
        assert_eq!(done.status, 0, "{words:?}: {}", done.err);
        assert!(done.out.contains("so-vi-du"), "{words:?}: {}", done.out);
        assert_eq!(done.err.matches("tai-lieu/bao-cao-402.txt").count(), 1, "{words:?}: {}", done.err);
        assert_eq!(done.err.matches("so-mau-2.yaml").count(), usize::from(words.contains(&now.as_str())));
    }
}

/// A file that cannot be read withholds whomever it names, so that nobody is ranked on half of what is said.
#[test]
fn a_file_that_cannot_be_read_withholds_whom_it_names() {
    let set = "id: bo\nversion: \"1\"\ntitle: T\npoints: 2\nrank: { among: all, ties: skip }\ncriteria:\n  - { id: \"1\", title: T, points: 2, documents: [B], rule: yes-no }\n";
    let good = "agency,criteria,criterion,answer\na,bo.yaml,1,yes\nb,bo.yaml,1,yes\nc,bo.yaml,1,no\n";
    for (name, bad) in [
        ("bad.yaml", &b"agency: { id: a }\nby: { role: appraisal }\nanswers: { \"1\": { answer: no, note: \"\xe1\" } }\n"[..]),
        ("bad.csv", b"agency,criteria,role,criterion,answer\na,bo.yaml,appraisal,1\n"),
        ("bad.csv", b"agency,criteria,role,criterion,answr\na,bo.yaml,appraisal,1,no\n"),
        ("bad.yaml", b"by: { role: appraisal }\nanswers: { \"1\": [ }\nagency: { id: a }\n"),
    ] {
        let folder = folder(&[("bo.yaml", set), ("good.csv", good)]);
        fs::write(folder.path().join(name), bad).expect("a file can be written");
        let json = cchc(["score", "good.csv", name, "--keep-going"]).within(folder.path()).json();
        let ranked: Vec<(&str, &Value)> = json["agencies"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|it| (it["agency"]["id"].as_str().expect("an id"), &it["total"]["rank"]))
            .collect();
        assert_eq!(ranked, [("b", &Value::from(1)), ("c", &Value::from(2))], "{name}");
        let left: Vec<&Value> = json["left-out"].as_array().expect("a list").iter().map(|it| &it["agency"]).collect();
        assert_eq!(left, ["a"], "{name}");
    }
}
