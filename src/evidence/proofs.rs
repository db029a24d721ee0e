//! What stands beside the documents of an answer: files that were not found, and dates that need a word of explanation.

use super::row::{Cited, Heading};
use crate::answer::{Attached, Claim};
use crate::calendar::{Date, Period};
use crate::criteria::Criterion;
use crate::problem::{Problems, Warning};
use crate::rules::{Measure, Scheme};

/// Whether an answer carries words that may explain its documents.
pub(super) fn explained(claim: Option<&Claim>, noted: bool) -> bool {
    noted
        || match claim {
            Some(Claim::Decided { because, .. }) => because.is_some(),
            Some(Claim::NotApplicable { .. }) => true,
            Some(Claim::Fact(_)) | None => false,
        }
}

/// Keeps a warning for every file that was looked up and cannot be read, and for every document from outside the period
/// that the answer does not explain.
pub(super) fn remark(
    asked: &Criterion,
    period: Option<Period>,
    documents: &[Cited],
    explained: bool,
    heading: &Heading,
    problems: &mut Problems,
) {
    for Cited { document, file, date } in documents {
        if let (Some(found), Some(path)) = (&document.attached, document.path())
            && let Some(warning) = of_file(found, path.to_owned())
        {
            problems.warn(heading.spot(*file), warning);
        }
        if let (Some(day), Some(period), false) = (document.date, period, explained) {
            let (first, last) = span(asked, period);
            if day < first || last < day {
                let warning = Warning::DocumentOutsidePeriod { date: day, first, last };
                problems.warn(heading.spot(*date), warning);
            }
        }
    }
}

fn of_file(found: &Attached, file: String) -> Option<Warning> {
    match found {
        Attached::Found { .. } => None,
        Attached::Missing => Some(Warning::DocumentFileMissing { file }),
        Attached::Outside => Some(Warning::DocumentFileOutside { file }),
        Attached::Folder => Some(Warning::DocumentFileFolder { file }),
        Attached::Unreadable => Some(Warning::DocumentFileUnreadable { file }),
    }
}

/// The days from which documents prove an answer: those of the period; of a period that is one day, those of its year up
/// to it. A deadline opens the year in which it falls: a plan for 2026 that is due in 2025 is of 2025.
fn span(asked: &Criterion, period: Period) -> (Date, Date) {
    let year_of = |day: Date| Period::Year(Period::Day(day).year()).span();
    let (first, last) = match period {
        Period::Day(day) => (year_of(day).0, day),
        Period::Year(_) | Period::Quarter(..) | Period::Month(..) => period.span(),
    };
    match due(asked, period) {
        None => (first, last),
        Some(due) if due > last => (first.min(year_of(due).0), year_of(due).1),
        Some(due) => (first.min(year_of(due).0), last),
    }
}

/// The day by which a criterion is due, if it has one.
fn due(asked: &Criterion, period: Period) -> Option<Date> {
    match &asked.rule()?.scheme {
        Scheme::Ladder(ladder) => match &ladder.measure {
            Measure::Lateness(due) => due.day(Some(period)),
            Measure::Share { .. }
            | Measure::Amount
            | Measure::Count
            | Measure::Loss(_)
            | Measure::Judgement(_)
            | Measure::Versus { .. } => None,
        },
        Scheme::Pick(_) | Scheme::Gather { .. } | Scheme::Average { .. } | Scheme::Formula(_) => None,
    }
}
