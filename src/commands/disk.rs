//! The only reads and writes. A file appears whole or not at all.

use std::fs;
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};

use anyhow::anyhow;
use tempfile::{NamedTempFile, SpooledTempFile};

use super::say::Say;
use crate::evidence::File;
use crate::problem::Unopened;

/// How much output is held back in memory before it goes to a temporary file.
const HELD: usize = 1 << 20;

/// Opens a file for reading.
#[expect(clippy::disallowed_methods, reason = "the edge")]
pub(super) fn open(path: &Path, say: &Say) -> anyhow::Result<Box<dyn Read>> {
    let open = || {
        if fs::metadata(path)?.is_dir() {
            return Err(io::Error::from(io::ErrorKind::IsADirectory));
        }
        fs::File::open(path)
    };
    let file = open().map_err(|error| cannot_read(&path.display().to_string(), &error, say))?;
    Ok(Box::new(file))
}

/// Opens evidence files, each only when it is read: a system gives out a few hundred at a time.
pub(super) fn open_evidence(paths: &[PathBuf], say: &Say) -> anyhow::Result<Vec<File>> {
    for path in paths {
        // What is not there is told before anything is read.
        fs::metadata(path)
            .and_then(|found| if found.is_dir() { Err(io::ErrorKind::IsADirectory.into()) } else { Ok(()) })
            .map_err(|error| cannot_read(&path.display().to_string(), &error, say))?;
    }
    Ok(paths.iter().map(|path| lazy(path)).collect())
}

/// A file that is opened when it is first read.
pub(super) fn lazy(path: &Path) -> File {
    File { name: path.display().to_string(), bytes: Box::new(Lazy { path: path.to_owned(), file: None }) }
}

/// The bytes of a file that is opened when they are first asked for.
struct Lazy {
    path: PathBuf,
    file: Option<fs::File>,
}

impl Read for Lazy {
    #[expect(clippy::disallowed_methods, reason = "the edge")]
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let file = match &mut self.file {
            Some(file) => file,
            None => self.file.insert(fs::File::open(&self.path)?),
        };
        file.read(buffer)
    }
}

/// Whether there is such a file.
pub(super) fn is_file(path: &Path) -> bool {
    path.is_file()
}

/// Whether there is such a folder.
pub(super) fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// Whether there is anything by this name.
pub(super) fn is_there(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// The one name of a file that may be reached by several; its own where it leads to nothing.
pub(super) fn real(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

/// What is found in a folder: a file, or what cannot be opened.
pub(super) struct Within {
    pub(super) path: PathBuf,
    /// Why it cannot be opened, where that is seen already.
    pub(super) unopened: Option<Unopened>,
}

/// The files of a folder and of all folders in it, by name. What is hidden is left out, and folders that are links.
pub(super) fn within(folder: &Path, say: &Say) -> anyhow::Result<Vec<Within>> {
    let mut found = Vec::new();
    walk(folder, &mut found).map_err(|error| cannot_read(&folder.display().to_string(), &error, say))?;
    Ok(found)
}

fn walk(folder: &Path, found: &mut Vec<Within>) -> io::Result<()> {
    let mut entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        let (path, kind) = (entry.path(), entry.file_type()?);
        if kind.is_dir() {
            if let Err(error) = walk(&path, found) {
                found.push(Within { path, unopened: Some(unopened(&error)) });
            }
            continue;
        }
        match fs::metadata(&path) {
            // A link to a folder may lead back to where it stands; a pipe may never end.
            Ok(leads_to) if !leads_to.is_file() => {}
            Ok(_) => found.push(Within { path, unopened: None }),
            Err(error) => found.push(Within { path, unopened: Some(unopened(&error)) }),
        }
    }
    Ok(())
}

/// The paths that a pattern finds, by name; `None` where it is no pattern. What is hidden is found only by a pattern
/// that says so.
pub(super) fn matching(pattern: &str) -> Option<Vec<PathBuf>> {
    let options = glob::MatchOptions { require_literal_leading_dot: true, ..glob::MatchOptions::new() };
    let found = glob::glob_with(pattern, options).ok()?;
    Some(found.map(|path| path.unwrap_or_else(|error| error.path().to_owned())).collect())
}

/// Why a file of a folder cannot be opened.
#[expect(clippy::wildcard_enum_match_arm, reason = "for other failures the system's own words serve")]
pub(super) fn unopened(error: &io::Error) -> Unopened {
    match error.kind() {
        io::ErrorKind::NotFound => Unopened::Absent,
        io::ErrorKind::PermissionDenied => Unopened::NotAllowed,
        _ => Unopened::Other(error.to_string()),
    }
}

/// What is said of a file that cannot be read.
pub(super) fn cannot_read(file: &str, error: &io::Error, say: &Say) -> anyhow::Error {
    anyhow!((say.labels().cannot_read)(file, &why(error, say)))
}

#[expect(clippy::wildcard_enum_match_arm, reason = "for other failures the system's own words serve")]
fn why(error: &io::Error, say: &Say) -> String {
    let labels = say.labels();
    match error.kind() {
        io::ErrorKind::NotFound => labels.not_there.to_owned(),
        io::ErrorKind::IsADirectory => labels.is_folder.to_owned(),
        io::ErrorKind::PermissionDenied => labels.not_allowed.to_owned(),
        _ => error.to_string(),
    }
}

/// Output that is held back until it is known to be good.
pub(super) enum Held {
    /// For a file: a temporary one beside it.
    File { file: io::BufWriter<NamedTempFile>, path: PathBuf },
    /// For standard output.
    Out(SpooledTempFile),
}

impl Held {
    /// Begins output for a file, or for standard output.
    pub(super) fn begin(path: Option<&Path>, say: &Say) -> anyhow::Result<Held> {
        let Some(path) = path else { return Ok(Held::Out(SpooledTempFile::new(HELD))) };
        let name = path.display().to_string();
        let cannot = |error: &io::Error| {
            let why = if error.kind() == io::ErrorKind::NotFound {
                say.labels().no_folder.to_owned()
            } else {
                why(error, say)
            };
            anyhow!((say.labels().cannot_write)(&name, &why))
        };
        if path.is_dir() {
            return Err(cannot(&io::ErrorKind::IsADirectory.into()));
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let file =
            tempfile::Builder::new().prefix(".cchc-").tempfile_in(folder).map_err(|error| cannot(&error))?;
        Ok(Held::File { file: io::BufWriter::with_capacity(1 << 16, file), path: path.to_owned() })
    }

    /// Lets the output appear.
    pub(super) fn release(self, say: &Say) -> anyhow::Result<()> {
        match self {
            Held::File { file, path } => {
                let name = path.display().to_string();
                let cannot =
                    |error: &io::Error| anyhow!((say.labels().cannot_write)(&name, &why(error, say)));
                let file = file.into_inner().map_err(|error| cannot(error.error()))?;
                open_to_all(file.as_file()).map_err(|error| cannot(&error))?;
                file.as_file().sync_all().map_err(|error| cannot(&error))?;
                file.persist(&path).map_err(|error| cannot(&error.error))?;
                say.remark(&(say.labels().written)(&name));
            }
            Held::Out(mut spooled) => {
                spooled.rewind()?;
                let mut out = io::stdout().lock();
                io::copy(&mut spooled, &mut out)?;
                out.flush()?;
            }
        }
        Ok(())
    }
}

/// A temporary file is for its owner alone; a result is as open as any new file.
#[cfg(unix)]
fn open_to_all(file: &fs::File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

/// Elsewhere a file takes over what its folder allows.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the twin of one that can fail")]
fn open_to_all(_: &fs::File) -> io::Result<()> {
    Ok(())
}

impl Write for Held {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Held::File { file, .. } => file.write(bytes),
            Held::Out(spooled) => spooled.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Held::File { file, .. } => file.flush(),
            Held::Out(spooled) => spooled.flush(),
        }
    }
}
