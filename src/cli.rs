//! The command line as it is written. Its words come from `wording/`; nothing is decided here.

mod compare;
mod documents;
mod follow_up;
mod improve;
mod misuse;
mod thresholds;
mod wrong;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::error::ErrorKind;
use clap::{Arg, ArgAction, ArgMatches, value_parser};

use crate::answer::Role;
use crate::lang::Lang;
use crate::render::Format;
use crate::wording::{self, Help};

pub use compare::Compare;
pub use documents::Documents;
pub use follow_up::FollowUp;
pub use thresholds::{Gate, Thresholds};

pub use improve::Improve;

/// A command with what was written after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Score evidence.
    Score(Score),
    /// Hold declared results against what is computed.
    Reconcile(Reconcile),
    /// Make a file of thresholds from a result.
    Thresholds(Thresholds),
    /// Say what became of the requests of an inspection.
    FollowUp(FollowUp),
    /// Compare two sides.
    Compare(Compare),
    /// List what proves the answers, and what is lacking.
    Documents(Documents),
    /// Find which points can be won back.
    Improve(Improve),
    /// Say what files are and what is wrong with them.
    Check(Check),
    /// Explain a set or a criterion.
    Explain(Explain),
    /// List the sets inside the program, or print one.
    Criteria {
        /// The set to print.
        set: Option<String>,
    },
    /// Print the JSON Schema of criteria files.
    Schema,
}

/// `cchc score`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Score {
    /// The evidence files.
    pub evidence: Vec<PathBuf>,
    /// The set, in place of the one that the evidence names.
    pub criteria: Option<String>,
    /// The form of the result.
    pub format: Format,
    /// The file to write; `None` for standard output.
    pub output: Option<PathBuf>,
    /// Whether only totals are wanted.
    pub totals: bool,
    /// Whether provisional scores are ranked too.
    pub rank_provisional: bool,
    /// The roster of agencies.
    pub agencies: Option<PathBuf>,
    /// Whether the other agencies are ranked while a file is faulty.
    pub keep_going: bool,
    /// What the results are held against.
    pub gate: Gate,
}

/// `cchc reconcile`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reconcile {
    /// The evidence files.
    pub evidence: Vec<PathBuf>,
    /// The declared results.
    pub declared: PathBuf,
    /// The set, in place of the one that the evidence names.
    pub criteria: Option<String>,
    /// The form of the result.
    pub format: Format,
    /// The file to write; `None` for standard output.
    pub output: Option<PathBuf>,
    /// The role whose answers alone are scored; `None` for those that count.
    pub role: Option<Role>,
}

/// `cchc check`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// The files.
    pub files: Vec<PathBuf>,
    /// The set, in place of the one that the evidence names.
    pub criteria: Option<String>,
    /// The roster of agencies.
    pub agencies: Option<PathBuf>,
}

/// `cchc explain`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explain {
    /// The set.
    pub set: String,
    /// The criterion; `None` for the whole set.
    pub id: Option<String>,
    /// Evidence whose arithmetic is explained.
    pub evidence: Option<PathBuf>,
}

/// What a command line comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// A command to run.
    Run(Command),
    /// A text that was asked for: help, or the version.
    Show(String),
    /// It cannot be understood: what is said of it.
    Wrong(String),
}

/// The roles whose answers alone a declaration may be about.
const DECLARING: [Role; 2] = [Role::Own, Role::Appraisal];

const PROGRAM: &str = "cchc";

/// The one command after which nothing is named.
const SCHEMA: &str = "schema";

/// The language that is asked for with `--lang`, looked up before anything else is understood.
#[must_use]
pub fn lang(args: &[OsString]) -> Option<Lang> {
    let words: Vec<&str> = args.iter().filter_map(|arg| arg.to_str()).collect();
    words.iter().enumerate().find_map(|(at, word)| match word.strip_prefix("--lang")? {
        "" => words.get(at + 1).and_then(|name| Lang::of(name)),
        value => value.strip_prefix('=').and_then(Lang::of),
    })
}

/// Reads a command line in the words of a language; `width` is that of the terminal.
#[must_use]
pub fn read(args: &[OsString], lang: Lang, width: u16) -> Line {
    let help = wording::help(lang);
    match definition(help, width).try_get_matches_from(args) {
        Ok(matches) => command(&matches).map_or_else(|| Line::Wrong(full_help(help, width)), Line::Run),
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            Line::Show(error.render().ansi().to_string())
        }
        Err(error) => {
            let said = wording::misuse(lang, &misuse::misuse(&error, &definition(help, width)));
            Line::Wrong(format!("{said}\n\n  {PROGRAM} --help"))
        }
    }
}

fn full_help(help: &Help, width: u16) -> String {
    definition(help, width).render_help().ansi().to_string()
}

fn command(matches: &ArgMatches) -> Option<Command> {
    let path = |matches: &ArgMatches, name: &str| matches.get_one::<PathBuf>(name).cloned();
    let paths = |matches: &ArgMatches, name: &str| {
        matches.get_many::<PathBuf>(name).map(|paths| paths.cloned().collect()).unwrap_or_default()
    };
    let text = |matches: &ArgMatches, name: &str| matches.get_one::<String>(name).cloned();
    let (name, matches) = matches.subcommand()?;
    Some(match name {
        "score" => Command::Score(Score {
            evidence: paths(matches, "evidence"),
            criteria: text(matches, "criteria"),
            format: format(matches),
            output: path(matches, "output"),
            totals: matches.get_flag("totals"),
            rank_provisional: matches.get_flag("rank-provisional"),
            agencies: path(matches, "agencies"),
            keep_going: matches.get_flag("keep-going"),
            gate: thresholds::read_gate(matches),
        }),
        thresholds::NAME => Command::Thresholds(thresholds::read(matches)),
        follow_up::NAME => Command::FollowUp(follow_up::read(matches)),
        "reconcile" => Command::Reconcile(Reconcile {
            evidence: paths(matches, "evidence"),
            declared: path(matches, "declared").expect("the declared results are required"),
            criteria: text(matches, "criteria"),
            format: format(matches),
            output: path(matches, "output"),
            role: text(matches, "role").and_then(|word| Role::of(&word)),
        }),
        compare::NAME => Command::Compare(compare::read(matches)),
        "documents" => Command::Documents(documents::read(matches)),
        "improve" => Command::Improve(improve::read(matches)),
        "check" => Command::Check(Check {
            files: paths(matches, "files"),
            criteria: text(matches, "criteria"),
            agencies: path(matches, "agencies"),
        }),
        "explain" => Command::Explain(Explain {
            set: text(matches, "set").expect("the set is required"),
            id: text(matches, "id"),
            evidence: path(matches, "evidence"),
        }),
        "criteria" => Command::Criteria { set: text(matches, "set") },
        SCHEMA => Command::Schema,
        _ => unreachable!("every command that is defined is read here"),
    })
}

fn format(matches: &ArgMatches) -> Format {
    let word = matches.get_one::<String>("format");
    word.and_then(|word| Format::ALL.into_iter().find(|format| format.word() == word))
        .expect("the values of --format are the words of formats, and one is the default")
}

fn definition(help: &Help, width: u16) -> clap::Command {
    let command = |name: &'static str, usage: &'static str, about: &'static str, after: &'static str| {
        let command = headed(clap::Command::new(name), help).override_usage(usage);
        command.about(about).after_help(after).arg(help_flag(help)).arg(lang_option(help))
    };
    let (usages, values) = (&help.usages, &help.values);
    let criteria = || Arg::new("criteria").long("criteria").value_name(values.set).help(help.criteria_option);
    let format = || {
        choice("format", values.format, Format::ALL.map(Format::word), help.format, help)
            .default_value("table")
    };
    let file = |name: &'static str| {
        Arg::new(name).long(name).value_name(values.file).value_parser(value_parser!(PathBuf))
    };
    headed(clap::Command::new(PROGRAM), help)
        .override_usage(usages.cchc)
        .version(env!("CARGO_PKG_VERSION"))
        .about(help.about)
        .after_help(help.after)
        .term_width(usize::from(width))
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .arg(help_flag(help))
        .arg(Arg::new("version").long("version").short('V').action(ArgAction::Version).help(help.version))
        .arg(lang_option(help).global(false))
        .subcommand(
            command("score", usages.score, help.score, help.score_after)
                .arg(files("evidence", values.evidence, help.evidence))
                .arg(criteria())
                .arg(format())
                .arg(file("output").short('o').help(help.output))
                .arg(Arg::new("totals").long("totals").action(ArgAction::SetTrue).help(help.totals))
                .arg(
                    Arg::new("rank-provisional")
                        .long("rank-provisional")
                        .action(ArgAction::SetTrue)
                        .help(help.rank_provisional),
                )
                .arg(file("agencies").help(help.agencies))
                .arg(
                    Arg::new("keep-going")
                        .long("keep-going")
                        .action(ArgAction::SetTrue)
                        .help(help.keep_going),
                )
                .args(thresholds::gate_options(help)),
        )
        .subcommand(thresholds::define(
            command(thresholds::NAME, usages.thresholds, help.thresholds, help.thresholds_after),
            help,
        ))
        .subcommand(follow_up::define(
            command(follow_up::NAME, usages.follow_up, help.follow_up, help.follow_up_after),
            format(),
            help,
        ))
        .subcommand(
            command("reconcile", usages.reconcile, help.reconcile, help.reconcile_after)
                .arg(files("evidence", values.evidence, help.evidence))
                .arg(file("declared").required(true).help(help.declared))
                .arg(criteria())
                .arg(format())
                .arg(file("output").short('o').help(help.output))
                .arg(choice("role", values.role, DECLARING.map(Role::word), help.role, help)),
        )
        .subcommand({
            let words = &help.compare;
            let compare = command(compare::NAME, words.usage, words.about, words.after);
            let output = file("output").short('o').help(help.output);
            compare::definition(compare, help).args([format(), output])
        })
        .subcommand(
            command("documents", usages.documents, help.documents, help.documents_after)
                .arg(files("evidence", values.evidence, help.evidence))
                .arg(criteria())
                .arg(documents::agency(help))
                .arg(format())
                .arg(file("output").short('o').help(help.output)),
        )
        .subcommand(
            command("improve", usages.improve, help.improve, help.improve_after)
                .args(improve::arguments(help)),
        )
        .subcommand(
            command("check", usages.check, help.check, help.check_after)
                .arg(files("files", values.file, help.check_files))
                .arg(criteria())
                .arg(file("agencies").help(help.agencies)),
        )
        .subcommand(
            command("explain", usages.explain, help.explain, help.explain_after)
                .arg(named("set", values.set, help.explain_set).required(true))
                .arg(named("id", values.id, help.explain_id))
                .arg(file("evidence").help(help.explain_evidence)),
        )
        .subcommand(command("criteria", usages.criteria, help.criteria, help.criteria_after).arg(named(
            "set",
            values.set,
            help.criteria_set,
        )))
        .subcommand(command(SCHEMA, usages.schema, help.schema, help.schema_after))
}

/// A command with its headings in the reader's language, in place of those that are built in.
fn headed(command: clap::Command, help: &Help) -> clap::Command {
    let Help { usage, commands, arguments, options, .. } = help;
    let middle = match command.get_name() {
        PROGRAM => format!("{commands}:\n{{subcommands}}\n\n"),
        SCHEMA => String::new(),
        _ => format!("{arguments}:\n{{positionals}}\n\n"),
    };
    let template = format!(
        "{{about-with-newline}}\n{usage}: {{usage}}\n\n{middle}{options}:\n{{options}}{{after-help}}\n"
    );
    command.help_template(template).disable_help_flag(true)
}

fn help_flag(help: &Help) -> Arg {
    Arg::new("help").long("help").short('h').action(ArgAction::Help).help(help.help)
}

fn lang_option(help: &Help) -> Arg {
    choice("lang", help.values.lang, Lang::ALL.map(Lang::code), help.lang, help)
}

fn choice<const N: usize>(
    name: &'static str,
    value: &'static str,
    words: [&'static str; N],
    about: &'static str,
    help: &Help,
) -> Arg {
    let values = format!("{about} [{}: {}]", help.possible_values, words.join(", "));
    Arg::new(name)
        .long(name)
        .value_name(value)
        .value_parser(PossibleValuesParser::new(words))
        .hide_possible_values(true)
        .hide_default_value(true)
        .help(values)
}

fn files(name: &'static str, value: &'static str, about: &'static str) -> Arg {
    named(name, value, about).num_args(1..).required(true).value_parser(value_parser!(PathBuf))
}

fn named(name: &'static str, value: &'static str, about: &'static str) -> Arg {
    Arg::new(name).value_name(value).help(about)
}
