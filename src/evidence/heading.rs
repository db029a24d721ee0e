//! Of whom, when and by whom: the headings of a submission held against one another and against the set.

use std::collections::BTreeMap;
use std::path::{Component, Path};

use super::check::Named;
use super::dossier::Agency;
use super::roster::{Enrolment, Expected};
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
    let on_roster = submission.enrolment.expected();
    let id = first(submission, |heading| heading.agency.as_ref()).map(|(_, cell)| Id::new(&cell.text));
    let id = id.map(|id| on_roster.map_or(id, |expected| expected.agency.id.clone()));
    listed(submission, problems);
    let name = match on_roster {
        Some(expected) => known_name(submission, expected, problems),
        None => agreed(submission, "name", |heading| heading.name.as_ref(), None, problems),
    };
    let peers = on_roster.and_then(|expected| expected.peers());
    let peers = agreed(submission, "peers", |heading| heading.peers.as_ref(), peers, problems);
    let expected_kind = on_roster.and_then(|expected| expected.kind());
    let kind = agreed(submission, "kind", |heading| heading.kind.as_ref(), expected_kind.clone(), problems);
    let kind = kind.map(|kind| Id::new(&kind)).or_else(|| criteria.only_kind().cloned());
    let written = first(submission, |heading| heading.kind.as_ref());
    let said = written.map(|(heading, cell)| (cell.text.as_str(), heading.spot(cell.place)));
    if let Some((said, spot)) = said.or(expected_kind)
        && !criteria.audience.is_empty()
        && !criteria.audience.iter().any(|known| known.as_str() == said)
    {
        let known = criteria.audience.iter().map(Id::as_str);
        let fault = Fault::KindUnknown {
            kind: said.to_owned(),
            nearest: nearest(said, known.clone()).map(str::to_owned),
            known: known.map(str::to_owned).collect(),
        };
        problems.fault(spot, fault);
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

/// What all headings say that say anything, and the roster; each heading that says something else is a fault.
fn agreed(
    submission: &Submission,
    field: &'static str,
    of: impl Fn(&Heading) -> Option<&Cell>,
    on_roster: Option<(&str, Spot)>,
    problems: &mut Problems,
) -> Option<String> {
    let written = || {
        let (heading, cell) = first(submission, &of)?;
        Some((cell.text.as_str(), heading.spot(cell.place)))
    };
    let (said, there) = on_roster.or_else(written)?;
    let mut other: Vec<&str> = Vec::new();
    for heading in &submission.headings {
        if let Some(cell) = of(heading)
            && cell.text != said
            && !other.contains(&cell.text.as_str())
        {
            other.push(&cell.text);
            let fault = Fault::AgencyContradicted {
                field,
                here: cell.text.clone(),
                there: said.to_owned(),
                first: there.clone(),
            };
            heading.fault(problems, cell.place, fault);
        }
    }
    Some(said.to_owned())
}

/// Keeps a warning where the agency is not on the roster.
fn listed(submission: &Submission, problems: &mut Problems) {
    if let Enrolment::Absent(nearest) = &submission.enrolment
        && let Some((heading, cell)) = first(submission, |heading| heading.agency.as_ref())
    {
        let warning = Warning::AgencyNotOnRoster { id: cell.text.clone(), nearest: nearest.clone() };
        problems.warn(heading.spot(cell.place), warning);
    }
}

/// The name of an agency on the roster: the one that all headings use, else the roster's. Names that it bore before
/// stay right for their years; any other is a warning.
fn known_name(submission: &Submission, expected: &Expected, problems: &mut Problems) -> Option<String> {
    let own = expected.agency.name.clone();
    let mut used: Vec<&str> = Vec::new();
    for heading in &submission.headings {
        let Some(cell) = &heading.name else { continue };
        if used.contains(&cell.text.as_str()) {
            continue;
        }
        used.push(&cell.text);
        if let Some(known) = &own
            && !expected.bears(&cell.text)
        {
            let warning = Warning::AgencyNameDiffers { name: cell.text.clone(), known: known.clone() };
            problems.warn(heading.spot(cell.place), warning);
        }
    }
    match used[..] {
        [one] => Some(one.to_owned()),
        [first, ..] if own.is_none() => Some(first.to_owned()),
        [..] => own,
    }
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
            Named::InFile { path, .. } if leads_to(&spot, &cell.text, path) => {}
            Named::InEvidence(name) | Named::InFile { name, .. }
                if cell.text != *name && !told.contains_key(&key) =>
            {
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
            Named::InEvidence(_) | Named::InFile { .. } | Named::OnPurpose => {}
        }
    }
}

/// Whether a set that is named in a file is the one at `path`.
fn leads_to(named_at: &Spot, name: &str, path: &Path) -> bool {
    let beside = Path::new(&*named_at.file).parent().unwrap_or(Path::new(""));
    steps(&beside.join(name)) == steps(path)
}

/// A path without the steps that lead back.
fn steps(path: &Path) -> Vec<Component<'_>> {
    let mut steps = Vec::new();
    for step in path.components() {
        match (step, steps.last()) {
            (Component::CurDir, _) => {}
            (Component::ParentDir, Some(Component::Normal(_))) => drop(steps.pop()),
            _ => steps.push(step),
        }
    }
    steps
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
