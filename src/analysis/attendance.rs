//! Attendance (tình hình nộp phiếu): who on the roster handed in nothing, and who is left out since a file is faulty.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::calendar::Period;
use crate::evidence::{Agency, Roster, Submission, holds_rows};
use crate::id::Id;
use crate::problem::{Fault, Found};

/// What a submission says of whom, kept beyond the check that takes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heard {
    agency: Option<Id>,
    name: Option<String>,
    period: Option<Period>,
    /// The agencies that a file names which cannot be held against the criteria.
    lost: Vec<Id>,
    /// The files that say it.
    files: BTreeSet<String>,
}

impl Heard {
    /// What a submission says of whom.
    #[must_use]
    pub fn of(submission: &Submission) -> Heard {
        Heard {
            agency: submission.agency().map(Id::new),
            name: submission.name().map(str::to_owned),
            period: submission.period(),
            lost: submission.lost().map(Id::new).collect(),
            files: submission.files().map(str::to_owned).collect(),
        }
    }

    /// Its agency.
    #[must_use]
    pub fn agency(&self) -> Option<&Id> {
        self.agency.as_ref()
    }
}

/// The files that have a fault, and the agencies that are named by those which cannot be read on.
#[derive(Debug, Default)]
pub struct Faulty {
    files: BTreeSet<String>,
    by_agency: BTreeMap<Id, BTreeSet<String>>,
}

impl Faulty {
    /// Takes in what a file says that cannot be held against the criteria.
    pub fn lose(&mut self, heard: &Heard) {
        for id in &heard.lost {
            self.by_agency.entry(id.clone()).or_default().extend(heard.files.iter().cloned());
        }
    }

    /// Takes in a file that has a fault.
    pub fn add(&mut self, file: &str) {
        if !self.files.contains(file) {
            self.files.insert(file.to_owned());
        }
    }

    /// Takes in whom a faulty file mentions.
    pub fn names(&mut self, file: &str, agencies: impl IntoIterator<Item = Id>) {
        for id in agencies {
            self.by_agency.entry(id).or_default().insert(file.to_owned());
        }
    }

    /// Whether a file has a fault.
    #[must_use]
    pub fn has(&self, file: &str) -> bool {
        self.files.contains(file)
    }

    /// Whether it is known of a file whom it names, if not whom else.
    fn is_about_somebody(&self, file: &str) -> bool {
        self.by_agency.values().any(|files| files.contains(file))
    }

    /// Whether any file has a fault.
    #[must_use]
    pub fn any(&self) -> bool {
        !self.files.is_empty()
    }

    /// Whether something is not scored since a file that names its agency is faulty.
    #[must_use]
    pub fn holds_back(&self, heard: &Heard) -> bool {
        !self.files_of(heard).is_empty()
    }

    /// The faulty files that name its agency.
    fn files_of(&self, heard: &Heard) -> BTreeSet<String> {
        let named = heard.agency.as_ref().and_then(|id| self.by_agency.get(id)).into_iter().flatten();
        heard.files.intersection(&self.files).chain(named).cloned().collect()
    }
}

/// What was heard of each agency, scored or not.
#[derive(Default)]
pub struct Attendance {
    roster: Option<Arc<Roster>>,
    /// The periods of which an agency speaks; evidence without one counts for every period.
    heard: BTreeMap<Id, BTreeSet<Option<Period>>>,
    /// The periods of which anybody speaks.
    periods: BTreeSet<Period>,
    left_out: BTreeMap<Key, LeftOut>,
    /// Faulty files of which nobody knows whom they are about, or whom else.
    hiding: BTreeSet<String>,
}

/// Who is left out, and of which period.
type Key = (Option<Id>, Option<Period>, Option<String>);

/// An agency on the roster of which there is no evidence, in one period where the evidence names any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotSubmitted {
    /// Who it is.
    pub agency: Agency,
    /// For which period.
    pub period: Option<Period>,
}

/// What is not scored since a file is faulty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The agency; `None` for a file that names none.
    pub agency: Option<Id>,
    /// Its name, if it is known.
    pub name: Option<String>,
    /// Its period, if it is known.
    pub period: Option<Period>,
    /// The faulty files.
    pub files: BTreeSet<String>,
}

impl Attendance {
    /// Nothing heard yet.
    #[must_use]
    pub fn new(roster: Option<Arc<Roster>>) -> Attendance {
        Attendance { roster, ..Attendance::default() }
    }

    /// The roster of the run.
    #[must_use]
    pub fn roster(&self) -> Option<&Roster> {
        self.roster.as_deref()
    }

    /// Whether the evidence is about several periods.
    #[must_use]
    pub fn has_several_periods(&self) -> bool {
        self.periods.len() > 1
    }

    /// Takes in those on the roster whom nothing but a faulty file names: they are left out, and not missed.
    pub fn hold_back(&mut self, faulty: &Faulty) {
        let Some(roster) = self.roster.clone() else { return };
        for (id, files) in &faulty.by_agency {
            let Some(expected) = roster.find(id.as_str()) else { continue };
            self.heard.entry(id.clone()).or_default().insert(None);
            let name = expected.agency.name.clone();
            let entry = LeftOut { agency: Some(id.clone()), name, period: None, files: files.clone() };
            self.left_out.entry((Some(id.clone()), None, None)).or_insert(entry);
        }
    }

    /// Takes in a submission.
    pub fn hear(&mut self, heard: &Heard) {
        self.periods.extend(heard.period);
        // Only on a roster is anybody missed.
        if self.roster.is_some() {
            let named = heard.agency.iter().map(|id| (id, heard.period));
            for (id, period) in named.chain(heard.lost.iter().map(|id| (id, None))) {
                self.heard.entry(id.clone()).or_default().insert(period);
            }
        }
    }

    /// Takes in a submission that is not scored, with the faults of its own.
    pub fn leave_out(&mut self, heard: &Heard, faulty: &Faulty, own: &[Found<Fault>]) {
        let at = own.iter().map(|found| found.at.file.to_string());
        let files: BTreeSet<String> = faulty.files_of(heard).into_iter().chain(at).collect();
        for id in heard.agency.iter().chain(&heard.lost) {
            let on_roster = self.roster.as_ref().and_then(|roster| roster.find(id.as_str()));
            let known = on_roster.and_then(|expected| expected.agency.name.clone());
            let name = heard.name.clone().or(known);
            let key = (Some(id.clone()), heard.period, None);
            let entry =
                LeftOut { agency: Some(id.clone()), name, period: heard.period, files: BTreeSet::new() };
            self.left_out.entry(key).or_insert(entry).files.extend(files.iter().cloned());
        }
        // A row file that cannot be read on may name others further down.
        let cut_off = own.iter().filter(|found| cuts_off(&found.what) && holds_rows(&found.at.file));
        self.hiding.extend(cut_off.map(|found| found.at.file.to_string()));
        if heard.agency.is_none() && heard.lost.is_empty() {
            self.hiding.extend(files.iter().cloned());
            for file in files.into_iter().filter(|file| !faulty.is_about_somebody(file)) {
                let key = (None, None, Some(file.clone()));
                let files = BTreeSet::from([file]);
                self.left_out.insert(key, LeftOut { agency: None, name: None, period: None, files });
            }
        }
    }

    /// Who on the roster handed in nothing, in the order of the roster, period by period.
    #[must_use]
    pub fn not_submitted(&self) -> Vec<NotSubmitted> {
        let Some(roster) = &self.roster else { return Vec::new() };
        let periods: Vec<Option<Period>> = if self.periods.is_empty() {
            vec![None]
        } else {
            self.periods.iter().copied().map(Some).collect()
        };
        let mut absent = Vec::new();
        for period in periods {
            for expected in roster.agencies() {
                let heard = self.heard.get(&expected.agency.id);
                if heard.is_none_or(|heard| !heard.contains(&None) && !heard.contains(&period)) {
                    absent.push(NotSubmitted { agency: expected.agency.clone(), period });
                }
            }
        }
        absent
    }

    /// How many faulty files there are of which nobody knows whom they are about, or whom else.
    #[must_use]
    pub fn hiding(&self) -> usize {
        self.hiding.len()
    }

    /// Who is left out, agencies by their ids, then files that name none.
    #[must_use]
    pub fn left_out(&self) -> Vec<&LeftOut> {
        // What a file says of an agency and no period is told with the periods of the agency.
        let told_again = |it: &LeftOut| {
            let same = |other: &LeftOut| other.agency == it.agency && other.period.is_some();
            it.agency.is_some() && it.period.is_none() && self.left_out.values().any(same)
        };
        let left_out = self.left_out.values().filter(|it| !told_again(it));
        let (nobody, named): (Vec<_>, Vec<_>) = left_out.partition(|it| it.agency.is_none());
        named.into_iter().chain(nobody).collect()
    }
}

/// Whether a row file cannot be read beyond a fault.
fn cuts_off(fault: &Fault) -> bool {
    matches!(
        fault,
        Fault::FileNotText
            | Fault::FileUtf16
            | Fault::FileNotUtf8
            | Fault::LineTooLong { .. }
            | Fault::QuoteOpen
            | Fault::ColumnMissing { .. }
            | Fault::ColumnMisspelt { .. }
            | Fault::ColumnTwice { .. }
    )
}
