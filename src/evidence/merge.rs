//! What the teams of one role say of one criterion, brought together: one entry, or the fault that they differ.

use std::cmp::Ordering;
use std::sync::Arc;

use super::dossier::Entry;
use super::row::Heading;
use crate::answer::Claim;
use crate::id::Id;
use crate::problem::{Fault, Problems};
use crate::source::Place;

/// What a file says of a criterion, and where.
#[derive(Debug)]
pub(super) struct Said {
    /// By whom.
    pub(super) heading: Arc<Heading>,
    /// Where.
    pub(super) place: Place,
    /// What.
    pub(super) entry: Entry,
}

impl Said {
    fn team(&self) -> Option<&str> {
        self.heading.team.as_ref().map(|team| team.text.as_str())
    }

    /// The order in which what is said is told, whatever the order of files and rows: the head of the teams first, then
    /// by team, by file, the answer before what is only noted, by the note, by place.
    fn order(&self, other: &Said) -> Ordering {
        let key = |said: &Said| (!said.heading.is_of_head(), said.team().map(str::to_owned));
        let rank = |said: &Said| (said.entry.claim.is_none(), said.entry.note.clone());
        key(self)
            .cmp(&key(other))
            .then_with(|| self.heading.source.name().cmp(other.heading.source.name()))
            .then_with(|| rank(self).cmp(&rank(other)))
            .then_with(|| self.place.cmp(&other.place))
    }

    /// Whether both are said by one team, or both by the head of the teams.
    fn is_of_one_voice(&self, other: &Said) -> bool {
        self.heading.is_of_head() == other.heading.is_of_head()
            && (self.heading.is_of_head() || self.team() == other.team())
    }
}

/// Brings together what is said of the criterion `id`, and puts it in order. Keeps a fault where one team answers it
/// twice, and where two teams answer it differently and the head of the teams does not settle it.
pub(super) fn merged(id: &Id, said: &mut [Said], problems: &mut Problems) -> Entry {
    if let [only] = said {
        let mut entry = only.entry.clone();
        entry.teams.extend(only.team().map(str::to_owned));
        entry.settled = only.heading.is_of_head() && entry.claim.is_some();
        return entry;
    }
    said.sort_by(Said::order);
    let claiming: Vec<&Said> = said.iter().filter(|said| said.entry.claim.is_some()).collect();
    let settled = claiming.first().is_some_and(|first| first.heading.is_of_head());
    differences(id, &claiming, settled, problems);
    let counting: &[&Said] = if settled { &claiming[..1] } else { &claiming };
    let claims: Vec<&Claim> = counting.iter().filter_map(|said| said.entry.claim.as_ref()).collect();
    let mut teams: Vec<String> = said.iter().filter_map(Said::team).map(str::to_owned).collect();
    teams.dedup();
    let mut documents = Vec::new();
    for document in said.iter().flat_map(|said| &said.entry.documents) {
        if !documents.contains(document) {
            documents.push(document.clone());
        }
    }
    let Entry { role, round, .. } = said[0].entry;
    Entry { role, round, claim: in_one(&claims), documents, note: notes(said, settled), teams, settled }
}

/// Keeps a fault for each answer that stands against another one.
fn differences(id: &Id, claiming: &[&Said], settled: bool, problems: &mut Problems) {
    for (at, said) in claiming.iter().enumerate() {
        let spot = said.heading.spot(said.place);
        let before = &claiming[..at];
        if let Some(first) = before.iter().find(|first| first.is_of_one_voice(said)) {
            let first = first.heading.spot(first.place);
            problems.fault(spot, Fault::AnswerTwice { id: id.clone(), first });
        } else if !settled && let Some(first) = before.iter().find(|first| !is_same(first, said)) {
            let fault = Fault::TeamsDiffer {
                id: id.clone(),
                team: said.team().map(str::to_owned),
                other: first.team().map(str::to_owned),
                first: first.heading.spot(first.place),
            };
            problems.fault(spot, fault);
        }
    }
}

/// Whether two claim the same, for whatever reasons.
fn is_same(a: &Said, b: &Said) -> bool {
    match (&a.entry.claim, &b.entry.claim) {
        (Some(Claim::Fact(a)), Some(Claim::Fact(b))) => a == b,
        (Some(Claim::Decided { points: a, .. }), Some(Claim::Decided { points: b, .. })) => a == b,
        (Some(Claim::NotApplicable { .. }), Some(Claim::NotApplicable { .. })) => true,
        _ => false,
    }
}

/// Claims that say the same as one, with the reasons of all.
fn in_one(claims: &[&Claim]) -> Option<Claim> {
    let joined = |reasons: Vec<&str>| {
        let mut kept: Vec<&str> = Vec::new();
        for reason in reasons {
            if !kept.contains(&reason) {
                kept.push(reason);
            }
        }
        (!kept.is_empty()).then(|| kept.join("; "))
    };
    let reasons = claims.iter().filter_map(|claim| match claim {
        Claim::Fact(_) => None,
        Claim::NotApplicable { reason } => Some(reason.as_str()),
        Claim::Decided { because, .. } => because.as_deref(),
    });
    let reasons = joined(reasons.collect());
    Some(match claims.first()? {
        Claim::Fact(answer) => Claim::Fact(answer.clone()),
        Claim::NotApplicable { reason } => {
            Claim::NotApplicable { reason: reasons.unwrap_or_else(|| reason.clone()) }
        }
        Claim::Decided { points, .. } => Claim::Decided { points: points.clone(), because: reasons },
    })
}

/// The notes of all, each after the name of its team where several note something; where the head of the teams
/// settles the answer and says why, that alone.
fn notes(said: &[Said], settled: bool) -> Option<String> {
    let mut noted: Vec<(Option<&str>, &str)> = Vec::new();
    for said in said {
        if let Some(note) = &said.entry.note {
            if settled && said.heading.is_of_head() {
                return Some(note.clone());
            }
            if !noted.contains(&(said.team(), note)) {
                noted.push((said.team(), note));
            }
        }
    }
    let named = |(team, note): &(Option<&str>, &str)| match team {
        Some(team) if noted.len() > 1 => format!("{team}: {note}"),
        Some(_) | None => (*note).to_owned(),
    };
    (!noted.is_empty()).then(|| noted.iter().map(named).collect::<Vec<_>>().join("; "))
}
