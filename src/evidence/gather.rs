//! Submissions about one agency and period, from any number of files, brought together.

use std::collections::BTreeMap;

use super::roster::Roster;
use super::row::{Heading, Submission};
use crate::calendar::Period;
use crate::cell::Cell;

/// Brings together what is said of each agency and period, in the order in which they first appear.
/// What is said of nobody stands by itself. On a roster an agency is one under every id that it had.
#[must_use]
pub(super) fn gather(submissions: Vec<Submission>, roster: Option<&Roster>) -> Vec<Submission> {
    let mut ordered: Vec<Submission> = Vec::new();
    let mut by_agency: BTreeMap<String, usize> = BTreeMap::new();
    for submission in submissions {
        let Some(agency) = submission.written_agency() else {
            ordered.push(submission);
            continue;
        };
        let expected = roster.and_then(|roster| roster.find(agency));
        let agency = expected.map_or_else(|| agency.to_owned(), |expected| expected.agency.id.to_string());
        if let Some(at) = by_agency.get(&agency) {
            ordered[*at].append(submission);
        } else {
            by_agency.insert(agency, ordered.len());
            ordered.push(submission);
        }
    }
    ordered.into_iter().flat_map(by_period).collect()
}

/// Takes apart what is said of one agency by period, in the order in which they first appear. What names no
/// period goes with the only one that is named.
#[must_use]
pub(super) fn by_period(submission: Submission) -> Vec<Submission> {
    let mut keys: Vec<String> = Vec::new();
    for period in submission.headings.iter().filter_map(|heading| key(heading)) {
        if !keys.contains(&period) {
            keys.push(period);
        }
    }
    if keys.len() <= 1 {
        return vec![submission];
    }
    if submission.headings.iter().any(|heading| heading.period.is_none()) {
        keys.push(String::new());
    }
    let mut apart: Vec<Submission> = keys.iter().map(|_| Submission::default()).collect();
    let at = |heading: &Heading| {
        let key = key(heading).unwrap_or_default();
        keys.iter().position(|known| *known == key).expect("every heading's key was kept")
    };
    for heading in &submission.headings {
        apart[at(heading)].head(heading);
    }
    for row in submission.rows {
        apart[at(&row.heading)].rows.push(row);
    }
    for finding in submission.findings {
        apart[at(&finding.heading)].findings.push(finding);
    }
    apart[0].problems = submission.problems;
    for (part, key) in apart.iter_mut().zip(&keys) {
        part.period_needed = key.is_empty();
    }
    apart
}

/// The period of a heading in one spelling, or as it is written where it is none.
fn key(heading: &Heading) -> Option<String> {
    let Cell { text, .. } = heading.period.as_ref()?;
    Some(Period::read(text).map_or_else(|| text.clone(), |period| period.to_string()))
}
