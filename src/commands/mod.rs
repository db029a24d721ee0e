//! The edge: reads files, says problems, writes files. One command a file.

mod attachments;
mod check;
mod compare;
mod criteria;
mod disk;
mod documents;
mod explain;
mod follow_up;
mod gate;
mod hearing;
mod improve;
mod reconcile;
mod say;
mod schema;
mod score;
mod scored;
mod thresholds;
mod yardstick;

use std::ffi::OsString;
use std::process::ExitCode;

use crate::cli::{self, Command, Line};
use crate::lang::Lang;
use say::Say;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// All is well.
    Well,
    /// The files have faults, or what was wanted of a score is not so.
    Faults,
    /// The command line is wrong, or the world failed.
    Failed,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(match exit {
            Exit::Well => 0,
            Exit::Faults => 1,
            Exit::Failed => 2,
        })
    }
}

/// Runs a command line: the name of the program, then its words.
#[must_use]
pub fn run(args: &[OsString]) -> Exit {
    let lang = cli::lang(args).or_else(say::spoken).unwrap_or(Lang::Vi);
    let say = Say::new(lang);
    let done = match cli::read(args, lang, say.width()) {
        Line::Show(text) => say.out(&text).map(|()| Exit::Well),
        Line::Wrong(text) => {
            say.misuse(&text);
            return Exit::Failed;
        }
        Line::Run(Command::Score(options)) => score::score(&options, &say),
        Line::Run(Command::Reconcile(options)) => reconcile::reconcile(&options, &say),
        Line::Run(Command::Thresholds(options)) => thresholds::thresholds(&options, &say),
        Line::Run(Command::FollowUp(options)) => follow_up::follow_up(&options, &say),
        Line::Run(Command::Compare(options)) => compare::compare(&options, &say),
        Line::Run(Command::Documents(options)) => documents::documents(&options, &say),
        Line::Run(Command::Improve(options)) => improve::improve(&options, &say),
        Line::Run(Command::Check(options)) => check::check(&options, &say),
        Line::Run(Command::Explain(options)) => explain::explain(&options, &say),
        Line::Run(Command::Criteria { set }) => criteria::criteria(set.as_deref(), &say),
        Line::Run(Command::Schema) => schema::schema(&say),
    };
    done.unwrap_or_else(|error| {
        if say::is_closed_pipe(&error) {
            return Exit::Well;
        }
        say.world(&error);
        Exit::Failed
    })
}
