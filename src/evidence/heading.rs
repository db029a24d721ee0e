//! Of whom, when and by whom: the headings of a submission held against one another and against the set.

use std::collections::BTreeMap;

use super::check::Named;
use super::dossier::Agency;
use super::row::{Heading, SETTLES, Submission};
use crate::answer::Role;
use crate::calendar::Period;
use crate::cell::Cell;
use crate::criteria::Criteria;
use crate::id::{Id, nearest};
use crate::problem::{Fault, Problems, Warning};
use crate::source::Spot;

/// Who a submission is about, and when. Absent where a fault leaves nobody.
pub(super) fn who_and_when(
    submission: &Submission,
    criteria: &Criteria,
    problems: &mut Problems,
) -> Option<(Agency, Option<Period>)> {
    let id = first(submission, |heading| heading.agency.as_ref()).map(|(_, cell)| Id::new(&cell.text));
    let name = agreed(submission, "name", |heading| heading.name.as_ref(), problems);
    let peers = agreed(submission, "peers", |heading| heading.peers.as_ref(), problems);
    let kind = agreed(submission, "kind", |heading| heading.kind.as_ref(), problems);
    let kind = kind.map(|kind| Id::new(&kind)).or_else(|| criteria.only_kind().cloned());
    if let Some((heading, cell)) = first(submission, |heading| heading.kind.as_ref())
        && !criteria.audience.is_empty()
        && !criteria.audience.iter().any(|known| known.as_str() == cell.text)
    {
        let known = criteria.audience.iter().map(Id::as_str);
        let fault = Fault::KindUnknown {
            kind: cell.text.clone(),
            nearest: nearest(&cell.text, known.clone()).map(str::to_owned),
            known: known.map(str::to_owned).collect(),
        };
        heading.fault(problems, cell.place, fault);
    }
    if let Some(heading) = submission.headings.first()
        && kind.is_none()
        && criteria.tells_kinds_apart()
    {
        let known = criteria.audience.iter().map(ToString::to_string).collect();
        heading.fault(problems, heading.place, Fault::KindNeeded { known });
    }
    let period = period(submission, criteria, problems);
    Some((Agency { id: id?, name, kind, peers }, period))
}

/// The first cell of its kind and the heading that has it.
fn first(submission: &Submission, of: impl Fn(&Heading) -> Option<&Cell>) -> Option<(&Heading, &Cell)> {
    submission.headings.iter().find_map(|heading| Some((&**heading, of(heading)?)))
}

/// What all headings say that say anything; each that says something else is a fault.
fn agreed(
    submission: &Submission,
    field: &'static str,
    of: impl Fn(&Heading) -> Option<&Cell>,
    problems: &mut Problems,
) -> Option<String> {
    let (first, said) = first(submission, &of)?;
    let mut other: Vec<&str> = Vec::new();
    for heading in &submission.headings {
        if let Some(cell) = of(heading)
            && cell.text != said.text
            && !other.contains(&cell.text.as_str())
        {
            other.push(&cell.text);
            let fault = Fault::AgencyContradicted {
                field,
                here: cell.text.clone(),
                there: said.text.clone(),
                first: first.spot(said.place),
            };
            heading.fault(problems, cell.place, fault);
        }
    }
    Some(said.text.clone())
}

fn period(submission: &Submission, criteria: &Criteria, problems: &mut Problems) -> Option<Period> {
    let Some((heading, cell)) = first(submission, |heading| heading.period.as_ref()) else {
        if let Some(heading) = submission.headings.first()
            && (criteria.counts_from_period() || submission.period_needed)
        {
            heading.fault(problems, heading.place, Fault::PeriodNeeded);
        }
        return None;
    };
    let Some(period) = Period::read(&cell.text) else {
        heading.fault(problems, cell.place, Fault::PeriodWrong { text: cell.text.clone() });
        return None;
    };
    if !criteria.in_time(period) {
        let warning = Warning::PeriodOutsideSet { period: period.to_string() };
        problems.warn(heading.spot(cell.place), warning);
    }
    Some(period)
}

/// Each heading's criteria held against those of the run.
pub(super) fn criteria_agree(
    submission: &Submission,
    criteria: &Criteria,
    named: &Named,
    problems: &mut Problems,
) {
    let full = criteria.identity.name();
    let mut told: BTreeMap<(String, std::sync::Arc<str>), Spot> = BTreeMap::new();
    for heading in &submission.headings {
        let Some(cell) = &heading.criteria else { continue };
        let same = cell.text == full || cell.text == criteria.identity.id.as_str();
        if same {
            continue;
        }
        let spot = heading.spot(cell.place);
        let key = (cell.text.clone(), spot.file.clone());
        match named {
            Named::InEvidence(name) if cell.text != *name && !told.contains_key(&key) => {
                problems.fault(
                    spot.clone(),
                    Fault::CriteriaDiffer { name: cell.text.clone(), first: name.clone() },
                );
                told.insert(key, spot);
            }
            Named::OnPurpose if !told.contains_key(&key) => {
                let warning = Warning::CriteriaReplaced { named: cell.text.clone(), used: full.clone() };
                problems.warn(spot.clone(), warning);
                told.insert(key, spot);
            }
            Named::InEvidence(_) | Named::OnPurpose => {}
        }
    }
}

/// The role and round that a heading names. Absent where a fault leaves none.
pub(super) fn role(heading: &Heading, problems: &mut Problems) -> Option<(Role, u8)> {
    let role = match &heading.role {
        None => Some(Role::Own),
        Some(cell) => {
            let role = Role::of(&cell.text);
            if role.is_none() {
                heading.fault(problems, cell.place, word(&cell.text, &Role::ALL.map(Role::word)));
            }
            role
        }
    };
    let round = match &heading.round {
        None => Some(u8::from(role == Some(Role::Appraisal))),
        Some(cell) if role.is_some_and(|role| role != Role::Appraisal) => {
            heading.fault(problems, cell.place, Fault::RoundWithoutAppraisal);
            None
        }
        Some(cell) => {
            let round = [("1", 1), ("2", 2)].into_iter().find(|(word, _)| *word == cell.text);
            if round.is_none() {
                heading.fault(problems, cell.place, word(&cell.text, &["1", "2"]));
            }
            round.map(|(_, round)| round)
        }
    };
    Some((role?, round?))
}

/// Keeps a fault where a heading does not say in the words for it whether it settles what teams answer differently.
pub(super) fn settles(heading: &Heading, problems: &mut Problems) {
    let words = SETTLES.map(|(word, _)| word);
    if let Some(cell) = &heading.settles
        && !words.iter().any(|word| cell.is(word))
    {
        heading.fault(problems, cell.place, word(&cell.text, &words));
    }
}

fn word(text: &str, known: &[&str]) -> Fault {
    Fault::WordUnknown {
        word: text.to_owned(),
        nearest: nearest(text, known.iter().copied()).map(str::to_owned),
        known: known.iter().map(|&word| word.to_owned()).collect(),
    }
}
