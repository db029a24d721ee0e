//! `cchc compare` as it is written on the command line.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, value_parser};

use super::named;
use super::wrong::WrongValue;
use crate::answer::Role;
use crate::calendar::Period;
use crate::id::Id;
use crate::render::Format;
use crate::wording::Help;

/// `cchc compare`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compare {
    /// The evidence of A.
    pub a: PathBuf,
    /// The evidence of B; `None` where that of A serves for both.
    pub b: Option<PathBuf>,
    /// The roles whose answers alone are compared.
    pub roles: Option<[Role; 2]>,
    /// The periods that alone are compared.
    pub periods: Option<[Period; 2]>,
    /// The agencies that alone are compared.
    pub agencies: Option<[Id; 2]>,
    /// The set of A and that of B, in place of those that the evidence names.
    pub criteria: [Option<String>; 2],
    /// The form of the result.
    pub format: Format,
    /// The file to write; `None` for standard output.
    pub output: Option<PathBuf>,
}

/// Its name on the command line.
pub(super) const NAME: &str = "compare";

/// The command with what it takes, but for what others take too.
pub(super) fn definition(command: clap::Command, help: &Help) -> clap::Command {
    let words = &help.compare;
    let paired = |name: &'static str, value: &'static str, about: &'static str| {
        Arg::new(name).long(name).value_name(value).help(about)
    };
    let set = |name: &'static str, about: &'static str| {
        Arg::new(name).long(name).value_name(help.values.set).help(about)
    };
    // What compares with itself differs in nothing.
    let differ = ["roles", "periods", "agencies", "criteria-a", "criteria-b"];
    command
        .arg(named("a", "A", words.a).required(true).value_parser(value_parser!(PathBuf)))
        .arg(
            named("b", "B", words.b).value_parser(value_parser!(PathBuf)).required_unless_present_any(differ),
        )
        .arg(paired("roles", words.roles_value, words.roles).value_parser(roles))
        .arg(paired("periods", words.periods_value, words.periods).value_parser(periods))
        .arg(paired("agencies", words.agencies_value, words.agencies).value_parser(agencies))
        .arg(set("criteria-a", words.criteria_a))
        .arg(set("criteria-b", words.criteria_b))
}

/// Reads what was written.
pub(super) fn read(matches: &ArgMatches) -> Compare {
    let path = |name: &str| matches.get_one::<PathBuf>(name).cloned();
    let text = |name: &str| matches.get_one::<String>(name).cloned();
    Compare {
        a: path("a").expect("the evidence of A is required"),
        b: path("b"),
        roles: matches.get_one("roles").copied(),
        periods: matches.get_one("periods").copied(),
        agencies: matches.get_one("agencies").cloned(),
        criteria: ["criteria-a", "criteria-b"].map(text),
        format: super::format(matches),
        output: path("output"),
    }
}

/// Two words with a colon between, such as `example`, each as `read` takes it.
fn pair<T>(
    text: &str,
    example: &'static str,
    read: impl Fn(&str) -> Option<T>,
) -> Result<[T; 2], WrongValue> {
    let both = text.split_once(':').and_then(|(a, b)| Some([read(a)?, read(b)?]));
    both.ok_or(WrongValue::Pair(example))
}

fn roles(text: &str) -> Result<[Role; 2], WrongValue> {
    pair(text, "self:appraisal", Role::of)
}

fn periods(text: &str) -> Result<[Period; 2], WrongValue> {
    pair(text, "2025:2026", Period::read)
}

fn agencies(text: &str) -> Result<[Id; 2], WrongValue> {
    pair(text, "so-y-te:so-noi-vu", |id| (!id.is_empty()).then(|| Id::new(id)))
}
