//! What an inspection found, as it writes it down: results, shortcomings, requests.

use crate::assessment::Assessment;
use crate::criteria::{Criteria, Criterion};
use crate::evidence::{Finding, FindingKind};
use crate::lang::Lang;
use crate::wording;

/// A part of the findings: its title, and what stands under it, numbered.
#[derive(Debug, PartialEq, Eq)]
pub struct FindingsPart {
    /// Results, shortcomings or requests.
    pub title: &'static str,
    /// One text a finding.
    pub findings: Vec<String>,
}

/// The parts of the findings that say something.
#[must_use]
pub fn findings(criteria: &Criteria, assessment: &Assessment, lang: Lang) -> Vec<FindingsPart> {
    let words = wording::sides(lang);
    let all = || assessment.findings.iter();
    let of_kind = |kind: FindingKind| all().filter(move |finding| finding.kind == kind);
    let said = |finding: &Finding| tied(criteria, finding, &finding.text, &by_team(finding));
    let asked = |finding: &Finding| Some(tied(criteria, finding, &request(finding)?, &terms(finding, lang)));
    let parts = [
        (words.results, of_kind(FindingKind::Strength).map(said).collect()),
        (words.shortcomings, of_kind(FindingKind::Shortcoming).map(said).collect()),
        (words.requests, all().filter_map(asked).collect::<Vec<_>>()),
    ];
    let parts = parts.into_iter().map(|(title, findings)| FindingsPart { title, findings });
    parts.filter(|part| !part.findings.is_empty()).collect()
}

/// `[3.1.2] The review is slow. (Tổ 1)`
fn tied(criteria: &Criteria, finding: &Finding, text: &str, about: &[String]) -> String {
    let criterion = finding.criterion.map(|node| criteria.at(node));
    let id = criterion.map(|Criterion { id, .. }| format!("[{id}] ")).unwrap_or_default();
    let about = if about.is_empty() { String::new() } else { format!(" ({})", about.join("; ")) };
    format!("{id}{text}{about}")
}

/// What is asked. The text of what only asks stands nowhere else, so that it goes before the request.
fn request(finding: &Finding) -> Option<String> {
    let asked = finding.asked()?;
    let alone = finding.kind == FindingKind::Request && asked != finding.text;
    Some(if alone { format!("{}: {asked}", finding.text) } else { asked.to_owned() })
}

fn by_team(finding: &Finding) -> Vec<String> {
    finding.team.iter().cloned().collect()
}

/// By whom and by when, and who asks.
fn terms(finding: &Finding, lang: Lang) -> Vec<String> {
    let words = wording::sides(lang);
    let owner = finding.owner.as_deref().map(words.owner);
    let due = finding.due.map(|due| (words.due)(&wording::date(lang, due)));
    owner.into_iter().chain(due).chain(by_team(finding)).collect()
}
