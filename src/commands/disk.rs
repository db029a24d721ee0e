//! The only reads and writes. A file appears whole or not at all.

use std::fs;
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};

use anyhow::anyhow;
use tempfile::{NamedTempFile, SpooledTempFile};

use super::say::Say;
use crate::evidence::File;

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

/// Opens evidence files.
pub(super) fn open_evidence(paths: &[PathBuf], say: &Say) -> anyhow::Result<Vec<File>> {
    let open = |path: &PathBuf| Ok(File { name: path.display().to_string(), bytes: open(path, say)? });
    paths.iter().map(open).collect()
}

/// Whether there is such a file.
pub(super) fn is_file(path: &Path) -> bool {
    path.is_file()
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
