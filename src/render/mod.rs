//! The print: sheets into a format, problems into text. Printers only print; they decide nothing.

mod cards;
mod comparison;
mod csv;
mod documents;
mod follow_up;
mod improvement;
mod json;
mod layers;
mod markdown;
mod page;
mod problems;
mod reconciliation;
mod table;
mod values;
mod why;
mod yaml;

use std::io::{self, Write};

use crate::analysis::{Gated, Lowered, Standings};
use crate::assessment::Assessment;
use crate::criteria::Criteria;
use crate::evidence::Digest;
use crate::lang::Lang;
use crate::problem::{Fault, Found, Warning};

pub use comparison::comparison;
pub use documents::documents;
pub use follow_up::{Side, follow_up};
pub use improvement::{IMPROVEMENT_FORMATS, improvements};
pub use problems::{Problem, problem};
pub use reconciliation::reconciliation;
pub use table::{Table, write_lines};

/// A form of the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For people, in a terminal.
    Table,
    /// For spreadsheets: one line a node and agency.
    Csv,
    /// For machines: everything.
    Json,
    /// The same in YAML.
    Yaml,
    /// For minutes: what the table says, as Markdown.
    Md,
}

impl Format {
    /// Every format, as the command line offers them.
    pub const ALL: [Format; 5] = [Format::Table, Format::Csv, Format::Json, Format::Yaml, Format::Md];

    /// Its name on the command line.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Format::Table => "table",
            Format::Csv => "csv",
            Format::Json => "json",
            Format::Yaml => "yaml",
            Format::Md => "md",
        }
    }

    /// The printer of this format.
    pub fn printer<'w>(self, style: Style, out: &'w mut dyn Write) -> Box<dyn Printer + 'w> {
        match self {
            Format::Table => Box::new(cards::Cards::new(style, table::Sheet::new(style.width, out))),
            Format::Csv => Box::new(csv::Scorecards::new(style, out)),
            Format::Json => Box::new(json::Json::new(out)),
            Format::Yaml => Box::new(yaml::Yaml::new(out)),
            Format::Md => Box::new(cards::Cards::new(style, markdown::Markdown::new(out))),
        }
    }
}

/// How results are printed, where the format leaves a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// In which language.
    pub lang: Lang,
    /// How wide, in columns of a terminal.
    pub width: u16,
    /// Only the totals.
    pub totals: bool,
}

/// What prints a run: its criteria first, then agency by agency, then what was read.
pub trait Printer {
    /// Before the first agency.
    ///
    /// # Errors
    /// When it cannot be written.
    fn begin(&mut self, criteria: &Criteria) -> io::Result<()>;

    /// An agency, with what came of holding thresholds against it, where any were asked for.
    ///
    /// # Errors
    /// When it cannot be written.
    fn agency(
        &mut self,
        criteria: &Criteria,
        assessment: &Assessment,
        standings: &Standings,
        gated: Option<&Gated>,
    ) -> io::Result<()>;

    /// After the last agency.
    ///
    /// # Errors
    /// When it cannot be written.
    fn end(&mut self, criteria: &Criteria, closing: &Closing<'_>) -> io::Result<()>;
}

/// What is known after the last agency.
#[derive(Clone, Copy)]
pub struct Closing<'a> {
    /// What was read.
    pub evidence: &'a [Digest],
    /// Every problem.
    pub told: &'a Told,
    /// The criteria that were lowered, over all agencies.
    pub lowered: &'a Lowered,
}

/// Every problem of a run.
#[derive(Debug, Default)]
pub struct Told {
    /// What stops files.
    pub faults: Vec<Found<Fault>>,
    /// What stands beside scores.
    pub warnings: Vec<Found<Warning>>,
}
