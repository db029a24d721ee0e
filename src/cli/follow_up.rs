//! `cchc follow-up` as it is written.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::named;
use super::wrong::WrongValue;
use crate::calendar::Date;
use crate::render::Format;
use crate::wording::Help;

/// `cchc follow-up`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowUp {
    /// The evidence with the requests.
    pub old: PathBuf,
    /// The evidence that came after it.
    pub new: PathBuf,
    /// The day as of which a request is overdue.
    pub as_of: Date,
    /// The agency; `None` for all.
    pub agency: Option<String>,
    /// The form of the result.
    pub format: Format,
    /// The file to write; `None` for standard output.
    pub output: Option<PathBuf>,
    /// Whether an overdue request fails the run.
    pub fail_overdue: bool,
}

/// The name of the command.
pub(super) const NAME: &str = "follow-up";

/// The command, made of one with its headings; `format` is the option that others have too.
pub(super) fn define(command: Command, format: Arg, help: &Help) -> Command {
    let path = |name: &'static str, value: &'static str, about: &'static str| {
        named(name, value, about).value_parser(value_parser!(PathBuf))
    };
    let values = &help.values;
    command
        .arg(path("old", values.old, help.follow_up_old).required(true))
        .arg(path("new", values.new, help.follow_up_new).required(true))
        .arg(named("as-of", values.date, help.as_of).long("as-of").required(true).value_parser(date))
        .arg(named("agency", values.id, help.agency).long("agency"))
        .arg(format)
        .arg(path("output", values.file, help.output).long("output").short('o'))
        .arg(Arg::new("fail-overdue").long("fail-overdue").action(ArgAction::SetTrue).help(help.fail_overdue))
}

/// Reads the command.
pub(super) fn read(matches: &ArgMatches) -> FollowUp {
    let path = |name: &str| matches.get_one::<PathBuf>(name).cloned();
    FollowUp {
        old: path("old").expect("the old evidence is required"),
        new: path("new").expect("the new evidence is required"),
        as_of: *matches.get_one::<Date>("as-of").expect("the day is required"),
        agency: matches.get_one::<String>("agency").cloned(),
        format: super::format(matches),
        output: path("output"),
        fail_overdue: matches.get_flag("fail-overdue"),
    }
}

fn date(text: &str) -> Result<Date, WrongValue> {
    Date::read(text.trim()).map_err(WrongValue::Date)
}
