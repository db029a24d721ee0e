//! The floors of the house: a room imports only from the floors below its own, and only through doors.
#![expect(clippy::disallowed_methods, reason = "tests read files themselves")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::run::project;

/// Every room, from the ground up; rooms that stand side by side do not import one another.
const FLOORS: [&[&str]; 16] = [
    &["lang", "points"],
    &["calendar", "id", "source"],
    &["answer", "cell"],
    &["problem"],
    &["decode", "yaml"],
    &["fields", "file_kind"],
    &["texts"],
    &["rules"],
    &["criteria"],
    &["evidence"],
    &["assessment"],
    &["analysis"],
    &["wording"],
    &["report", "translate"],
    &["render"],
    &["cli", "commands"],
];

fn floor(room: &str) -> usize {
    let floor = FLOORS.iter().position(|rooms| rooms.contains(&room));
    floor.unwrap_or_else(|| panic!("{room} stands on no floor"))
}

/// Every source file with the room that it is in.
fn files(folder: &Path, room: Option<&str>, found: &mut Vec<(String, String, String)>) {
    for entry in fs::read_dir(folder).expect("the sources are in the repository") {
        let path = entry.expect("files can be listed").path();
        let name = path.file_stem().expect("every file has a name").to_string_lossy().into_owned();
        let room = room.unwrap_or(&name).to_owned();
        if path.is_dir() {
            files(&path, Some(&room), found);
        } else {
            let text = fs::read_to_string(&path).expect("sources are text");
            found.push((room, path.display().to_string(), text));
        }
    }
}

fn sources() -> Vec<(String, String, String)> {
    let mut found = Vec::new();
    files(&project().join("src"), None, &mut found);
    found.retain(|(room, _, _)| room != "lib" && room != "main");
    found
}

/// The rooms that a file names, with what it takes from them.
fn imports(text: &str) -> Vec<(String, String)> {
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    let mut found = Vec::new();
    for line in code {
        for (at, _) in line.match_indices("crate::") {
            let path: String = line[at + 7..]
                .chars()
                .take_while(|c| c.is_ascii_alphanumeric() || "_:".contains(*c))
                .collect();
            let mut steps = path.split("::");
            let room = steps.next().unwrap_or_default().to_owned();
            if !room.is_empty() {
                found.push((room, steps.collect::<Vec<_>>().join("::")));
            }
        }
    }
    found
}

#[test]
fn imports_go_down() {
    let mut climbs = BTreeSet::new();
    for (room, path, text) in sources() {
        for (other, _) in imports(&text) {
            let same = other == room || (room == "commands" && other == "cli");
            if !same && floor(&other) >= floor(&room) {
                climbs.insert(format!("{path} ({room}) imports {other}"));
            }
        }
    }
    assert!(climbs.is_empty(), "imports that climb: {climbs:#?}");
}

#[test]
fn every_room_is_on_a_floor_and_every_floor_has_its_rooms() {
    let rooms: BTreeSet<String> = sources().into_iter().map(|(room, _, _)| room).collect();
    let listed: BTreeSet<String> =
        FLOORS.iter().flat_map(|rooms| rooms.iter().map(|&room| room.to_owned())).collect();
    assert_eq!(rooms, listed);
}

/// `mod.rs` lists a wing and holds its doors: no functions, and nobody inside the wing comes in through it. The words
/// of each language are such doors themselves.
#[test]
fn doors_hold_no_logic() {
    let mut wrong = Vec::new();
    for (room, path, text) in sources() {
        if path.ends_with("/mod.rs") && !["wording", "render", "commands"].contains(&room.as_str()) {
            let functions =
                text.lines().filter(|line| line.trim_start().trim_start_matches("pub ").starts_with("fn "));
            wrong.extend(functions.map(|line| format!("{path}: {line}")));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The only division in the program lives in `points.rs`.
#[test]
fn nobody_else_divides() {
    let mut wrong = Vec::new();
    for (room, path, text) in sources() {
        if room == "points" {
            continue;
        }
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for line in code.lines().filter(|line| !line.trim_start().starts_with("//")) {
            let bare = line.split('"').step_by(2).collect::<String>();
            if bare.contains(" / ") && !bare.contains("BYTES_A_NODE") && !bare.contains("EXCERPT") {
                wrong.push(format!("{path}: {line}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Regulations are data: no criterion of a shipped set is named in the program.
#[test]
fn no_criterion_is_named_in_the_program() {
    let mut wrong = Vec::new();
    for (_, path, text) in sources() {
        for word in ["ON_TIME", "PETITION_", "PAY_A", "cong-khai", "thanh-toan"] {
            if text.contains(word) {
                wrong.push(format!("{path}: {word}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
