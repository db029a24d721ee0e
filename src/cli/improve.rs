//! `cchc improve` as it is written.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, value_parser};

use super::{choice, files};
use crate::analysis::Aim;
use crate::render::{Format, IMPROVEMENT_FORMATS};
use crate::wording::Help;

/// `cchc improve`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Improve {
    /// The evidence files.
    pub evidence: Vec<PathBuf>,
    /// The set, in place of the one that the evidence names.
    pub criteria: Option<String>,
    /// The grade or index to reach, as written.
    pub target: Option<String>,
    /// By what the set of changes is to be small.
    pub by: Aim,
    /// The only agency that is asked for.
    pub agency: Option<String>,
    /// The form of the result.
    pub format: Format,
    /// The file to write; `None` for standard output.
    pub output: Option<PathBuf>,
}

/// What may be written after the command.
pub(super) fn arguments(help: &Help) -> Vec<Arg> {
    let values = &help.values;
    let formats = IMPROVEMENT_FORMATS.map(Format::word);
    let aims = Aim::WORDS.map(|(word, _)| word);
    vec![
        files("evidence", values.evidence, help.evidence),
        Arg::new("target").long("target").value_name(values.target).help(help.target),
        choice("by", values.aim, aims, help.by, help).default_value(Aim::Count.word()),
        Arg::new("criteria").long("criteria").value_name(values.set).help(help.criteria_option),
        Arg::new("agency").long("agency").value_name(values.id).help(help.improve_agency),
        choice("format", values.format, formats, help.format, help).default_value(Format::Table.word()),
        Arg::new("output")
            .long("output")
            .short('o')
            .value_name(values.file)
            .value_parser(value_parser!(PathBuf))
            .help(help.output),
    ]
}

/// What was written after the command.
pub(super) fn read(matches: &ArgMatches) -> Improve {
    let text = |name: &str| matches.get_one::<String>(name).cloned();
    let paths = matches.get_many::<PathBuf>("evidence");
    let aim = text("by").and_then(|word| Aim::WORDS.into_iter().find(|(known, _)| *known == word));
    Improve {
        evidence: paths.map(|paths| paths.cloned().collect()).unwrap_or_default(),
        criteria: text("criteria"),
        target: text("target"),
        by: aim
            .map(|(_, aim)| aim)
            .expect("the values of --by are the words of aims, and one is the default"),
        agency: text("agency"),
        format: super::format(matches),
        output: matches.get_one::<PathBuf>("output").cloned(),
    }
}
