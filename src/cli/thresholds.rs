//! `cchc thresholds`, and the thresholds that `cchc score` holds a result against, as they are written.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, value_parser};

use super::wrong::WrongValue;
use super::{files, named};
use crate::points::Points;
use crate::wording::Help;

/// `cchc thresholds`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thresholds {
    /// The evidence files.
    pub evidence: Vec<PathBuf>,
    /// The agency, where the evidence has several.
    pub agency: Option<String>,
    /// The set, in place of the one that the evidence names.
    pub criteria: Option<String>,
    /// The file to write; `None` for standard output.
    pub output: Option<PathBuf>,
}

/// What `cchc score` holds its results against.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gate {
    /// The least index, as the index is counted.
    pub fail_under: Option<Points>,
    /// The file of thresholds.
    pub thresholds: Option<PathBuf>,
}

/// The name of the command.
pub(super) const NAME: &str = "thresholds";

/// The command, made of one with its headings.
pub(super) fn define(command: Command, help: &Help) -> Command {
    command
        .arg(files("evidence", help.values.evidence, help.evidence))
        .arg(named("agency", help.values.id, help.agency).long("agency"))
        .arg(named("criteria", help.values.set, help.criteria_option).long("criteria"))
        .arg(file("output", help.output, help).short('o'))
}

/// The options of `cchc score` that hold its results against something.
pub(super) fn gate_options(help: &Help) -> [Arg; 2] {
    [
        named("fail-under", help.values.index, help.fail_under).long("fail-under").value_parser(index),
        file("thresholds", help.thresholds_option, help),
    ]
}

/// Reads the command.
pub(super) fn read(matches: &ArgMatches) -> Thresholds {
    let text = |name: &str| matches.get_one::<String>(name).cloned();
    let evidence = matches.get_many::<PathBuf>("evidence").into_iter().flatten().cloned();
    Thresholds {
        evidence: evidence.collect(),
        agency: text("agency"),
        criteria: text("criteria"),
        output: matches.get_one::<PathBuf>("output").cloned(),
    }
}

/// Reads the options of `cchc score`.
pub(super) fn read_gate(matches: &ArgMatches) -> Gate {
    Gate {
        fail_under: matches.get_one::<Points>("fail-under").cloned(),
        thresholds: matches.get_one::<PathBuf>("thresholds").cloned(),
    }
}

fn file(name: &'static str, about: &'static str, help: &Help) -> Arg {
    named(name, help.values.file, about).long(name).value_parser(value_parser!(PathBuf))
}

/// An index, with or without its sign.
fn index(text: &str) -> Result<Points, WrongValue> {
    let bare = text.strip_suffix('%').unwrap_or(text).trim_end();
    match Points::read(bare) {
        Ok(index) if index.is_negative() => Err(WrongValue::BelowZero),
        read => read.map_err(WrongValue::Number),
    }
}
