//! The only prints: what is said on a terminal or a pipe. A closed pipe ends quietly.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::io::{self, IsTerminal, Write};

use crate::lang::Lang;
use crate::problem::{Fault, Found, Warning};
use crate::render::{Problem, Told, problem};
use crate::wording::{self, Labels};

/// How wide output is that goes to no terminal, and how wide it gets at most.
const WIDTH: u16 = 80;
const WIDEST: u16 = 120;
const NARROWEST: u16 = 40;

/// The language of the environment, if it is one of ours.
#[expect(clippy::disallowed_methods, reason = "the edge")]
pub(super) fn spoken() -> Option<Lang> {
    let chosen = std::env::var("CCHC_LANG").ok().and_then(|name| Lang::of(&name));
    chosen.or_else(|| sys_locale::get_locale().and_then(|name| Lang::of(&name)))
}

/// Whether an error is only that nobody reads on.
pub(super) fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
    })
}

/// Speaks in a language.
pub(super) struct Say {
    pub(super) lang: Lang,
    /// The remarks that are not made again.
    made: RefCell<BTreeSet<String>>,
}

impl Say {
    /// How wide a table is that goes to a file.
    pub(super) const FILE_WIDTH: u16 = WIDTH;

    pub(super) fn new(lang: Lang) -> Say {
        Say { lang, made: RefCell::default() }
    }

    /// The short words.
    pub(super) fn labels(&self) -> &'static Labels {
        wording::labels(self.lang)
    }

    /// How wide the terminal is.
    #[expect(clippy::unused_self, reason = "asked of whoever speaks")]
    pub(super) fn width(&self) -> u16 {
        if !io::stdout().is_terminal() {
            return WIDTH;
        }
        terminal_size::terminal_size().map_or(WIDTH, |(width, _)| width.0.clamp(NARROWEST, WIDEST))
    }

    /// Prints a result.
    #[expect(clippy::unused_self, reason = "asked of whoever speaks")]
    pub(super) fn out(&self, text: &str) -> anyhow::Result<()> {
        let mut out = anstream::stdout().lock();
        out.write_all(text.as_bytes())?;
        if !text.ends_with('\n') {
            out.write_all(b"\n")?;
        }
        Ok(out.flush()?)
    }

    /// Prints a remark beside the result. Where nobody hears it, there is nobody to tell.
    #[expect(clippy::unused_self, reason = "asked of whoever speaks")]
    pub(super) fn remark(&self, text: &str) {
        let _ = writeln!(anstream::stderr().lock(), "{text}");
    }

    /// Prints a remark unless it was made already.
    pub(super) fn remark_once(&self, text: String) {
        if !self.made.borrow().contains(&text) {
            self.remark(&text);
            self.made.borrow_mut().insert(text);
        }
    }

    /// Tells that a command line cannot be understood.
    pub(super) fn misuse(&self, text: &str) {
        self.remark(text);
    }

    /// Tells that the world failed.
    pub(super) fn world(&self, error: &anyhow::Error) {
        self.remark(&format!("{error:#}"));
    }

    /// What is said of a fault.
    pub(super) fn fault(&self, found: &Found<Fault>) -> String {
        problem(self.lang, Problem::Fault(found))
    }

    /// What is said of a warning.
    pub(super) fn warning(&self, found: &Found<Warning>) -> String {
        problem(self.lang, Problem::Warning(found))
    }

    /// Tells every problem of a run beside the result: faults, then warnings.
    pub(super) fn problems(&self, told: &Told) {
        for found in &told.faults {
            self.remark(&format!("{}\n", self.fault(found)));
        }
        if !told.warnings.is_empty() {
            self.remark(&(self.labels().warnings)(told.warnings.len()));
        }
        for found in &told.warnings {
            self.remark(&self.warning(found));
        }
        if !told.faults.is_empty() {
            self.remark(&(self.labels().faults_found)(told.faults.len()));
        }
    }
}
