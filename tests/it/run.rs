//! A run of the program, as a user would start it: with no colours, no language of the machine, at 80 columns.
#![expect(clippy::disallowed_methods, reason = "tests read files and the environment themselves")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// A run under preparation.
pub(crate) struct Run {
    command: Command,
}

/// What came out of a run.
pub(crate) struct Done {
    /// The exit status.
    pub(crate) status: i32,
    /// Standard output.
    pub(crate) out: String,
    /// Standard error.
    pub(crate) err: String,
}

/// A run with these words, in the project's folder.
pub(crate) fn cchc<S: AsRef<std::ffi::OsStr>>(words: impl IntoIterator<Item = S>) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cchc"));
    command
        .args(words)
        .current_dir(project())
        .env("NO_COLOR", "1")
        .env("LC_ALL", "C")
        .env_remove("COLUMNS")
        .env_remove("CCHC_LANG")
        .env_remove("CLICOLOR_FORCE");
    Run { command }
}

impl Run {
    /// The same with one word more.
    pub(crate) fn word(mut self, word: impl AsRef<std::ffi::OsStr>) -> Run {
        self.command.arg(word);
        self
    }

    /// The same in another folder.
    pub(crate) fn within(mut self, folder: &Path) -> Run {
        self.command.current_dir(folder);
        self
    }

    /// The same with a variable of the environment.
    pub(crate) fn with(mut self, name: &str, value: &str) -> Run {
        self.command.env(name, value);
        self
    }

    /// Runs it.
    pub(crate) fn done(mut self) -> Done {
        let run = self.command.output().expect("the program can be run");
        let text = |bytes| String::from_utf8(bytes).expect("the program speaks UTF-8");
        Done {
            status: run.status.code().expect("it ends by itself"),
            out: text(run.stdout),
            err: text(run.stderr),
        }
    }

    /// Runs it and takes what it prints for JSON.
    pub(crate) fn json(self) -> Value {
        let done = self.word("--format").word("json").done();
        serde_json::from_str(&done.out).unwrap_or_else(|error| panic!("{error}: {}{}", done.out, done.err))
    }
}

impl Done {
    /// All that was said, wherever.
    pub(crate) fn said(&self) -> String {
        format!("{}{}", self.out, self.err)
    }

    /// The places and codes of the problems that were told, in their order: `file:line:column code`.
    pub(crate) fn problems(&self) -> Vec<String> {
        let said = self.said();
        let mut found = Vec::new();
        let mut code = None;
        for line in said.lines() {
            if let Some((_, rest)) = line.split_once('[')
                && let Some((named, _)) = rest.split_once("]: ")
            {
                code = Some(named.to_owned());
            } else if let Some(place) = line.trim_start().strip_prefix("--> ")
                && let Some(code) = code.take()
            {
                found.push(format!("{place} {code}"));
            }
        }
        found
    }
}

/// The project's folder.
pub(crate) fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A text of the project.
pub(crate) fn text(path: &str) -> String {
    fs::read_to_string(project().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Writes files into a folder that goes when it is dropped.
pub(crate) fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder can be made");
    for (name, text) in files {
        fs::write(folder.path().join(name), text).expect("a file can be written");
    }
    folder
}

/// Holds a text against its golden file; with `CCHC_BLESS=1` writes the golden file anew. What differs is added
/// to `wrong`.
pub(crate) fn golden(path: &Path, said: &str, wrong: &mut String) {
    if std::env::var_os("CCHC_BLESS").is_some() {
        let parent = path.parent().expect("a golden file has a folder");
        fs::create_dir_all(parent).expect("a folder can be made");
        fs::write(path, said).expect("a golden file can be written");
        return;
    }
    let read = fs::read_to_string(path).unwrap_or_default();
    if read != said {
        wrong.push_str(&format!(
            "== {}: - as it was read, + as it is said\n{}\n",
            path.display(),
            changes(&read, said)
        ));
    }
}

/// What differs between two texts: the lines between those that they begin and end with in common.
fn changes(read: &str, said: &str) -> String {
    let (before, after): (Vec<&str>, Vec<&str>) = (read.lines().collect(), said.lines().collect());
    let pairs = || before.iter().zip(&after);
    let head = pairs().take_while(|(a, b)| a == b).count();
    let rest = before.len().min(after.len()) - head;
    let tail = before.iter().rev().zip(after.iter().rev()).take(rest).take_while(|(a, b)| a == b).count();
    let gone = before[head..before.len() - tail].iter().map(|line| format!("- {line}\n"));
    let come = after[head..after.len() - tail].iter().map(|line| format!("+ {line}\n"));
    gone.chain(come).collect()
}
