//! The museum of errors: for every fault and warning the smallest file that provokes it, and what is said of it
//! in each language.
//!
//! `tests/faults/<code>/` holds the file at fault, `loi.*`, what it refers to, the further arguments in `args`,
//! one a line, and the golden files `vi.txt` and `en.txt`: everything that `cchc check` says. Run the tests with
//! `CCHC_BLESS=1` to write the golden files anew, and read what has changed.
#![expect(clippy::disallowed_methods, reason = "tests read files and the environment themselves")]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};

use cchc::decode::{LARGEST_FILE, LONGEST_LINE};
use cchc::problem::{Fault, Warning};

use crate::run;

const LANGS: [&str; 2] = ["vi", "en"];

#[test]
fn every_problem_has_its_exhibit_and_every_exhibit_its_problem() {
    let known: BTreeSet<String> = codes().map(str::to_owned).collect();
    let shown: BTreeSet<String> = fs::read_dir(museum())
        .expect("the museum is in the repository")
        .map(|entry| entry.expect("its folders can be listed"))
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().into_string().expect("codes are ASCII"))
        .collect();
    let without: Vec<&String> = known.difference(&shown).collect();
    let unknown: Vec<&String> = shown.difference(&known).collect();
    assert!(without.is_empty(), "problems without a folder in tests/faults: {without:?}");
    assert!(unknown.is_empty(), "folders in tests/faults that are no problem's code: {unknown:?}");
}

#[test]
fn each_exhibit_says_its_problem_alone_and_as_it_was_read() {
    let mut wrong = String::new();
    for code in codes() {
        let exhibit = Exhibit::of(code);
        for lang in LANGS {
            let said = exhibit.said(lang);
            let golden = museum().join(code).join(lang).with_extension("txt");
            let others: Vec<&str> = codes().filter(|other| *other != code && names(&said, other)).collect();
            if !names(&said, code) {
                let _ = writeln!(wrong, "== {code} ({lang}): does not say [{code}]:\n{said}");
            } else if !others.is_empty() {
                let _ = writeln!(wrong, "== {code} ({lang}): says {others:?} too:\n{said}");
            } else {
                run::golden(&golden, &said, &mut wrong);
            }
        }
    }
    assert!(wrong.is_empty(), "CCHC_BLESS=1 writes the golden files anew\n{wrong}");
}

/// The folder of one problem, or what stands for it.
struct Exhibit {
    folder: PathBuf,
    file: String,
    args: Vec<String>,
    /// What keeps a file shut as long as the exhibit is there.
    _lock: Option<File>,
    /// A folder that goes when the exhibit goes.
    _made: Option<tempfile::TempDir>,
}

impl Exhibit {
    fn of(code: &str) -> Exhibit {
        match code {
            "file-too-large" => Exhibit::made(file_too_large),
            "line-too-long" => Exhibit::made(line_too_long),
            "document-file-unreadable" => Exhibit::shut(&museum().join(code)),
            _ => Exhibit::kept(&museum().join(code)),
        }
    }

    fn kept(folder: &Path) -> Exhibit {
        let files = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        let mut names: Vec<String> = files
            .map(|entry| {
                entry.expect("files can be listed").file_name().into_string().expect("names are ASCII")
            })
            .filter(|name| name.starts_with("loi."))
            .collect();
        let (Some(file), true) = (names.pop(), names.is_empty()) else {
            panic!("{}: one file at fault, loi.*", folder.display());
        };
        let args = fs::read_to_string(folder.join("args")).unwrap_or_default();
        Exhibit {
            folder: folder.to_owned(),
            file,
            args: args.lines().map(str::to_owned).collect(),
            _lock: None,
            _made: None,
        }
    }

    /// An exhibit that is too large to be kept.
    fn made(written: impl Fn(&mut dyn std::io::Write) -> std::io::Result<()>) -> Exhibit {
        let made = tempfile::tempdir().expect("a folder can be made");
        let file = "loi.yaml".to_owned();
        let mut writer = BufWriter::new(File::create(made.path().join(&file)).expect("a file can be made"));
        written(&mut writer).and_then(|()| writer.flush()).expect("the file can be written");
        Exhibit { folder: made.path().to_owned(), file, args: Vec::new(), _lock: None, _made: Some(made) }
    }

    /// An exhibit with a file that cannot be read, which no repository keeps.
    fn shut(folder: &Path) -> Exhibit {
        let made = tempfile::tempdir().expect("a folder can be made");
        for file in ["bo.yaml", "loi.yaml"] {
            fs::copy(folder.join(file), made.path().join(file)).expect("the exhibit can be copied");
        }
        let lock = shut(&made.path().join("ke-hoach.pdf"));
        let file = "loi.yaml".to_owned();
        Exhibit { folder: made.path().to_owned(), file, args: Vec::new(), _lock: lock, _made: Some(made) }
    }

    /// All that the program says of it.
    fn said(&self, lang: &str) -> String {
        let run = run::cchc(["check", &self.file]).within(&self.folder);
        self.args.iter().fold(run, run::Run::word).word("--lang").word(lang).done().said()
    }
}

fn museum() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults")
}

fn codes() -> impl Iterator<Item = &'static str> {
    Fault::CODES.iter().chain(Warning::CODES).copied()
}

fn names(said: &str, code: &str) -> bool {
    said.contains(&format!("[{code}]"))
}

/// A file that nobody can read, whoever runs the tests: a link that leads to itself.
#[cfg(unix)]
fn shut(path: &Path) -> Option<File> {
    std::os::unix::fs::symlink(path, path).expect("a link can be made");
    None
}

/// A file that nobody can read, whoever runs the tests: one that is open for its owner alone.
#[cfg(windows)]
fn shut(path: &Path) -> Option<File> {
    use std::os::windows::fs::OpenOptionsExt;
    let mut options = fs::OpenOptions::new();
    Some(options.write(true).create(true).share_mode(0).open(path).expect("a file can be made"))
}

/// One byte more than is read, in short lines.
fn file_too_large(file: &mut dyn std::io::Write) -> std::io::Result<()> {
    let line = format!("# {}\n", "x".repeat(61));
    let block = line.repeat((1 << 20) / line.len());
    let blocks = usize::try_from(LARGEST_FILE).expect("the bound fits") / block.len();
    for _ in 0..blocks {
        file.write_all(block.as_bytes())?;
    }
    file.write_all(b"\n")
}

/// One byte more than a line may have.
fn line_too_long(file: &mut dyn std::io::Write) -> std::io::Result<()> {
    let key = "title: ";
    write!(file, "{key}{}", "x".repeat(LONGEST_LINE + 1 - key.len()))
}
