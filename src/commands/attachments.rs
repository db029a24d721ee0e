//! Files that documents name, looked up beside the evidence: never outside its folder, and nothing outside is opened.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::answer::Attached;
use crate::evidence::Submission;
use crate::id::decomposed;
use crate::source::hexadecimal;

/// How many bytes are hashed at a time.
const BLOCK: usize = 1 << 16;

/// What was found in a run. A file is read once, however often it is named.
#[derive(Default)]
pub(super) struct Attachments {
    /// Evidence folders, by the name under which they were given; `None` for one that cannot be entered.
    folders: RefCell<BTreeMap<PathBuf, Option<PathBuf>>>,
    /// What was found of the files that are there, by their real paths.
    found: RefCell<BTreeMap<PathBuf, Attached>>,
}

impl Attachments {
    /// Looks up every file that a submission names.
    pub(super) fn of(&self, submission: &mut Submission) {
        submission.attach(|evidence, file| self.look(evidence, file));
    }

    /// Looks up `file`, named in the evidence file `evidence`.
    fn look(&self, evidence: &str, file: &str) -> Attached {
        let Some(inside) = steps(file) else { return Attached::Outside };
        let folder = Path::new(evidence).parent().unwrap_or(Path::new(""));
        let Some(root) = self.folder(folder) else { return Attached::Unreadable };
        let found = self.within(&root, &inside.join("/"));
        // A file from a Mac may bear its name in decomposed Unicode.
        if found == Attached::Missing { self.within(&root, &decomposed(&inside.join("/"))) } else { found }
    }

    /// The real path of a folder.
    fn folder(&self, folder: &Path) -> Option<PathBuf> {
        let name = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let mut folders = self.folders.borrow_mut();
        folders.entry(name.to_owned()).or_insert_with(|| name.canonicalize().ok()).clone()
    }

    /// What `path` is under the folder whose real path is `root`. Links are followed to the real path first, and only
    /// what lies within is looked at.
    fn within(&self, root: &Path, path: &str) -> Attached {
        let path = root.join(path);
        let real = match path.canonicalize() {
            Ok(real) => real,
            Err(error) => return absent(root, &path, &error),
        };
        if !real.starts_with(root) {
            return Attached::Outside;
        }
        if let Some(found) = self.found.borrow().get(&real) {
            return found.clone();
        }
        let found = opened(&real);
        self.found.borrow_mut().insert(real, found.clone());
        found
    }
}

/// The steps that lead to a file from its folder, or `None` where they lead out of it. Either slash parts steps, as on
/// Windows, wherever the program runs.
fn steps(file: &str) -> Option<Vec<&str>> {
    let rooted = file.starts_with(['/', '\\']);
    let drive = file.as_bytes().get(1) == Some(&b':') && file.starts_with(|c: char| c.is_ascii_alphabetic());
    if rooted || drive {
        return None;
    }
    let mut steps = Vec::new();
    for step in file.split(['/', '\\']) {
        match step {
            "" | "." => {}
            ".." => {
                // What stands before is a folder; a link there is followed by nobody.
                steps.pop()?;
            }
            // On Windows a colon names a stream of another file, or a device.
            _ if cfg!(windows) && step.contains(':') => return None,
            _ => steps.push(step),
        }
    }
    Some(steps)
}

/// What a path comes to that has no real one. The nearest folder that is there tells whether it leads out.
#[expect(clippy::wildcard_enum_match_arm, reason = "whatever else keeps it shut, it cannot be read")]
fn absent(root: &Path, path: &Path, error: &io::Error) -> Attached {
    let there = path.ancestors().skip(1).find_map(|folder| folder.canonicalize().ok());
    if there.is_some_and(|real| !real.starts_with(root)) {
        return Attached::Outside;
    }
    match error.kind() {
        // A name that no file can have is that of no file.
        io::ErrorKind::NotFound
        | io::ErrorKind::NotADirectory
        | io::ErrorKind::InvalidInput
        | io::ErrorKind::InvalidFilename => Attached::Missing,
        _ => Attached::Unreadable,
    }
}

/// What a real path within the folder is. A pipe or a device is never opened: it might not end.
fn opened(real: &Path) -> Attached {
    let look = || -> io::Result<Attached> {
        let kind = fs::metadata(real)?.file_type();
        if kind.is_dir() {
            return Ok(Attached::Folder);
        }
        if kind.is_file() { hashed(real) } else { Ok(Attached::Unreadable) }
    };
    look().unwrap_or(Attached::Unreadable)
}

#[expect(clippy::disallowed_methods, reason = "the edge")]
fn hashed(real: &Path) -> io::Result<Attached> {
    let mut file = fs::File::open(real)?;
    let (mut hash, mut size) = (Sha256::new(), 0);
    let mut block = vec![0; BLOCK];
    loop {
        match file.read(&mut block) {
            Ok(0) => break,
            Ok(count) => {
                hash.update(&block[..count]);
                size += u64::try_from(count).expect("a block can be counted");
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(Attached::Found { size, sha256: hexadecimal(&hash.finalize()) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_that_climbs_out_is_outside_before_anything_is_opened() {
        for file in [
            "/etc/passwd",
            "../a",
            "a/../../b",
            "a/b/../../../c",
            "..",
            "..\\a",
            "a\\..\\..\\b",
            "C:\\a",
            "c:a",
            "C:/a",
            "\\\\server\\share\\a",
            "\\a",
            "//a",
            "./../a",
        ] {
            assert_eq!(steps(file), None, "{file}");
        }
        for (file, wanted) in [
            ("a.pdf", &["a.pdf"][..]),
            ("tài liệu/a.pdf", &["tài liệu", "a.pdf"]),
            ("tai-lieu\\a.pdf", &["tai-lieu", "a.pdf"]),
            ("./a//b/../c", &["a", "c"]),
            ("a/..", &[]),
            ("...", &["..."]),
            ("12:30.pdf", if cfg!(windows) { &[] } else { &["12:30.pdf"] }),
        ] {
            let found = steps(file);
            assert_eq!(found.as_deref(), (!wanted.is_empty() || file == "a/..").then_some(wanted), "{file}");
        }
    }
}
