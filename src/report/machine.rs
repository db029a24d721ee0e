//! The words of results that machines read: stable, the same in every language, and readable back as evidence.

use crate::answer::{Claim, Document, NOT_APPLICABLE};
use crate::assessment::{Absence, Outcome};
use crate::criteria::Criterion;

/// The word for an outcome.
#[must_use]
pub fn outcome_word(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Scored { .. } | Outcome::Decided { .. } => "awarded",
        Outcome::Missing => "missing",
        Outcome::NotApplicable(_) | Outcome::NotForKind | Outcome::NotHeld(_) => NOT_APPLICABLE,
        Outcome::DecidedAbove(_) => "decided-above",
        Outcome::Combined | Outcome::Void => "combined",
    }
}

/// The answer as a row of evidence would write it; `None` where there is none.
#[must_use]
pub fn answer_text(asked: &Criterion, outcome: &Outcome) -> Option<String> {
    match outcome {
        Outcome::Scored { answer, .. } | Outcome::NotApplicable(Absence::Empty(answer)) => {
            asked.rule().map(|rule| rule.scheme.written(answer))
        }
        Outcome::Decided { points, .. } => Some(format!("points={points}")),
        Outcome::NotApplicable(Absence::Said(_)) => Some(NOT_APPLICABLE.to_owned()),
        Outcome::NotApplicable(Absence::NoPart | Absence::Above(_))
        | Outcome::Missing
        | Outcome::NotForKind
        | Outcome::NotHeld(_)
        | Outcome::Void
        | Outcome::DecidedAbove(_)
        | Outcome::Combined => None,
    }
}

/// A claim as a row of evidence would write it in `answer`.
#[must_use]
pub fn claim_text(asked: &Criterion, claim: &Claim) -> String {
    match (claim, asked.rule()) {
        (Claim::Fact(answer), Some(rule)) => rule.scheme.written(answer),
        (Claim::Decided { points, .. }, _) => format!("points={points}"),
        (Claim::NotApplicable { .. } | Claim::Fact(_), _) => NOT_APPLICABLE.to_owned(),
    }
}

/// Documents as a row of evidence would write them: a free text as it was written.
#[must_use]
pub fn documents_text(documents: &[&Document]) -> String {
    documents.iter().map(|document| document_text(document)).collect::<Vec<_>>().join("; ")
}

fn document_text(document: &Document) -> String {
    if let Some(text) = &document.text {
        return text.clone();
    }
    let Document { number, date, issuer, title, file, pages, text: _, attached: _ } = document;
    let date = date.map(|date| date.to_string());
    let fields = [number, &date, issuer, title, file, pages];
    let fields: Vec<&str> = fields.into_iter().map(|field| field.as_deref().unwrap_or_default()).collect();
    let written = fields.iter().rposition(|field| !field.is_empty()).map_or(0, |last| last + 1);
    // With one field alone it is marked as a field, or it would read as free text.
    fields[..written.max(2)].join(" | ")
}
