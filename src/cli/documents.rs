//! `cchc documents` on the command line.

use std::path::PathBuf;

use clap::{Arg, ArgMatches};

use crate::render::Format;
use crate::wording::Help;

/// `cchc documents`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Documents {
    /// The evidence files.
    pub evidence: Vec<PathBuf>,
    /// The set, in place of the one that the evidence names.
    pub criteria: Option<String>,
    /// The agency whose register is wanted; `None` for all.
    pub agency: Option<String>,
    /// The form of the result.
    pub format: Format,
    /// The file to write; `None` for standard output.
    pub output: Option<PathBuf>,
}

/// What stands after `documents`, beside what every such command has.
pub(super) fn agency(help: &Help) -> Arg {
    Arg::new("agency").long("agency").value_name(help.values.id).help(help.documents_agency)
}

pub(super) fn read(matches: &ArgMatches) -> Documents {
    let text = |name: &str| matches.get_one::<String>(name).cloned();
    Documents {
        evidence: matches.get_many::<PathBuf>("evidence").into_iter().flatten().cloned().collect(),
        criteria: text("criteria"),
        agency: text("agency"),
        format: super::format(matches),
        output: matches.get_one::<PathBuf>("output").cloned(),
    }
}
