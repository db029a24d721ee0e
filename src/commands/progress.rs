//! A bar on a terminal that shows how many of many files are read, once that takes long.

use std::cell::RefCell;
use std::io::{self, IsTerminal, Read};
use std::rc::Rc;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::say::Say;
use crate::evidence::File;
use crate::wording;

/// How long a reading takes before it is shown.
const LONG: Duration = Duration::from_secs(1);

/// A reading under way.
struct Reading {
    since: Instant,
    files: u64,
    read: u64,
    what: &'static str,
    bar: Option<ProgressBar>,
}

/// A file whose end is counted.
struct Counted {
    bytes: Box<dyn Read>,
    reading: Rc<RefCell<Reading>>,
}

/// The same files, counted as they are read where somebody looks on.
pub(super) fn counted(files: Vec<File>, say: &Say) -> Vec<File> {
    if files.len() < 2 || !io::stderr().is_terminal() {
        return files;
    }
    let reading = Reading {
        since: now(),
        files: u64::try_from(files.len()).expect("files can be counted"),
        read: 0,
        what: wording::many(say.lang).reading,
        bar: None,
    };
    let reading = Rc::new(RefCell::new(reading));
    let counted = |File { name, bytes }: File| {
        let bytes = Box::new(Counted { bytes, reading: Rc::clone(&reading) });
        File { name, bytes }
    };
    files.into_iter().map(counted).collect()
}

#[expect(clippy::disallowed_methods, reason = "whether a bar is shown changes no result")]
fn now() -> Instant {
    Instant::now()
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.bytes.read(buffer)
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.reading.borrow_mut().next();
    }
}

impl Reading {
    /// One file more is read.
    fn next(&mut self) {
        self.read += 1;
        if self.bar.is_none() && now().duration_since(self.since) >= LONG {
            self.bar = Some(bar(self.files, self.read, self.what));
        }
        if let Some(bar) = &self.bar {
            bar.set_position(self.read);
            if self.read == self.files {
                bar.finish_and_clear();
            }
        }
    }
}

fn bar(files: u64, read: u64, what: &'static str) -> ProgressBar {
    let style = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len}");
    let bar = ProgressBar::with_draw_target(Some(files), ProgressDrawTarget::stderr()).with_position(read);
    bar.set_style(style.expect("the template is well formed").progress_chars("=> "));
    bar.set_message(what);
    bar
}
