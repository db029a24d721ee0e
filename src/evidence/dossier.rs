//! A dossier: what is known of one agency in one period, and fits the criteria.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::answer::{Claim, Document, Role};
use crate::calendar::{Date, Period};
use crate::criteria::{Criteria, Node};
use crate::id::Id;

/// Who is scored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agency {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: Option<String>,
    /// Its kind.
    pub kind: Option<Id>,
    /// The group in which it is compared.
    pub peers: Option<String>,
}

/// The evidence about one agency and period, one layer for each role and round.
#[derive(Clone, Debug)]
pub struct Dossier {
    /// Who is scored.
    pub agency: Agency,
    /// When, if it is said.
    pub period: Option<Period>,
    /// What each role says, in the order of roles and rounds.
    pub layers: Vec<Layer>,
}

/// What one role says in one round.
#[derive(Clone, Debug)]
pub struct Layer {
    /// Who speaks.
    pub role: Role,
    /// The round of an appraisal, 1 or 2; 0 where there are none.
    pub round: u8,
    /// Which teams speak, and on which day each, in order.
    pub speakers: BTreeSet<Speaker>,
    /// What is said of each criterion.
    pub entries: BTreeMap<Node, Arc<Entry>>,
    /// What was found on the way.
    pub findings: Vec<Finding>,
    /// Why the role did not take place, where it did not.
    pub not_held: Option<String>,
}

/// A team that speaks in a layer; a layer of one file mostly has one without a name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Speaker {
    /// Its name, if it is said.
    pub team: Option<String>,
    /// On which day, if it is said.
    pub on: Option<Date>,
}

/// What a layer says of one criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Who says it.
    pub role: Role,
    /// In which round; 0 where there are none.
    pub round: u8,
    /// The claim; `None` where only a note or documents are given and the answer is missing.
    pub claim: Option<Claim>,
    /// What proves it.
    pub documents: Vec<Document>,
    /// The note: a response of the agency, a remark of an assessor.
    pub note: Option<String>,
    /// The teams that say it, by name, in order.
    pub teams: Vec<String>,
    /// Whether the head of the teams settled it.
    pub settled: bool,
}

/// What an inspection found (tồn tại, hạn chế, kiến nghị).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The criterion that it is tied to.
    pub criterion: Option<Node>,
    /// Of which kind it is.
    pub kind: FindingKind,
    /// What was found.
    pub text: String,
    /// What is asked to be done.
    pub request: Option<String>,
    /// By when.
    pub due: Option<Date>,
    /// By whom.
    pub owner: Option<String>,
    /// Who found it.
    pub role: Role,
    /// The team that found it, if it is said.
    pub team: Option<String>,
}

impl Finding {
    /// What it asks for, if it asks for anything: its request, or its text where asking is all that it does.
    #[must_use]
    pub fn asked(&self) -> Option<&str> {
        let request = self.request.as_deref();
        let asked = match self.kind {
            FindingKind::Request => request.or(Some(self.text.as_str())),
            FindingKind::Strength | FindingKind::Shortcoming => request,
        };
        asked.filter(|text| !text.trim().is_empty())
    }
}

/// Whether a finding praises, blames or asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FindingKind {
    /// A result worth keeping.
    Strength,
    /// A shortcoming.
    Shortcoming,
    /// Something that is asked for, without a shortcoming of its own.
    Request,
}

impl FindingKind {
    /// All, as files name them.
    pub const WORDS: [(&str, FindingKind); 3] = [
        ("strength", FindingKind::Strength),
        ("shortcoming", FindingKind::Shortcoming),
        ("request", FindingKind::Request),
    ];
}

impl Layer {
    /// A layer in which nothing is said yet.
    #[must_use]
    pub fn silent(role: Role, round: u8) -> Layer {
        Layer {
            role,
            round,
            speakers: BTreeSet::new(),
            entries: BTreeMap::new(),
            findings: Vec::new(),
            not_held: None,
        }
    }
}

impl Dossier {
    /// The dossier as it would be if only `role` had spoken.
    #[must_use]
    pub fn only(&self, role: Role) -> Dossier {
        let counts = |layer: &&Layer| layer.role == role || layer.not_held.is_some();
        let layers = self.layers.iter().filter(counts).cloned().collect();
        Dossier { agency: self.agency.clone(), period: self.period, layers }
    }

    /// The layers that speak.
    pub fn spoken(&self) -> impl Iterator<Item = &Layer> {
        self.layers.iter().filter(|layer| layer.not_held.is_none())
    }

    /// The dossier as it stands when a layer has spoken, as far as the agency's own score goes: its own answers, on top
    /// of them those of an appraisal up to that round, or those of an inspection as if it had appraised.
    #[must_use]
    pub fn staged(&self, role: Role, round: u8) -> Dossier {
        let heard = |layer: &&Layer| {
            let spoke = layer.role == Role::Own || layer.role == role && layer.round <= round;
            spoke || layer.not_held.is_some()
        };
        let as_appraisal = |layer: &Layer| match layer.role {
            Role::Inspection => Layer { role: Role::Appraisal, round: 1, ..layer.clone() },
            Role::Own | Role::Appraisal | Role::Survey | Role::Leader => layer.clone(),
        };
        let layers = self.layers.iter().filter(heard).map(as_appraisal).collect();
        Dossier { agency: self.agency.clone(), period: self.period, layers }
    }

    /// The dossier as it stands when a role has spoken for the last time: a self score, that with an appraisal or an
    /// inspection on top of it, or what a survey or a leader says alone.
    #[must_use]
    pub fn up_to(&self, role: Role) -> Dossier {
        match role {
            Role::Own | Role::Appraisal | Role::Inspection => self.staged(role, u8::MAX),
            Role::Survey | Role::Leader => self.only(role),
        }
    }

    /// The roles that speak in it, in their order.
    #[must_use]
    pub fn roles(&self) -> Vec<Role> {
        let mut roles: Vec<Role> = self.spoken().map(|layer| layer.role).collect();
        roles.dedup();
        roles
    }

    /// In which layer an answer to a criterion would count: where it is answered now; else where the role that scores
    /// it speaks; else where the last of those speaks that may answer anything.
    #[must_use]
    pub fn answered_in(&self, criteria: &Criteria, node: Node) -> (Role, u8) {
        if let Some(entry) = self.counting(criteria, node).filter(|entry| entry.claim.is_some()) {
            return (entry.role, entry.round);
        }
        let scored_by = criteria.at(node).scored_by;
        let of = |wanted: Role| self.spoken().filter(move |layer| layer.role == wanted).last();
        let layer = [scored_by, Role::Appraisal, Role::Inspection].into_iter().find_map(of);
        layer.map_or((scored_by, 0), |layer| (layer.role, layer.round))
    }

    /// The dossier as it would be if that layer claimed something else of a criterion.
    #[must_use]
    pub fn claiming(mut self, node: Node, (role, round): (Role, u8), claim: Claim) -> Dossier {
        let at = self.layers.iter().position(|layer| (layer.role, layer.round) == (role, round));
        let at = at.unwrap_or_else(|| {
            let at = self.layers.partition_point(|layer| (layer.role, layer.round) < (role, round));
            self.layers.insert(at, Layer::silent(role, round));
            at
        });
        let entry = self.layers[at].entries.entry(node).or_insert_with(|| {
            Arc::new(Entry {
                role,
                round,
                claim: None,
                documents: Vec::new(),
                note: None,
                teams: Vec::new(),
                settled: false,
            })
        });
        Arc::make_mut(entry).claim = Some(claim);
        self
    }

    /// Why a role did not take place, where it did not.
    #[must_use]
    pub fn not_held(&self, role: Role) -> Option<&str> {
        self.layers.iter().filter(|layer| layer.role == role).find_map(|layer| layer.not_held.as_deref())
    }

    /// The entry that counts for a criterion: the appraisal's of the last round, else that of the role which
    /// scores it, else the inspection's. A claim is preferred to a bare note. What is claimed of a group as a whole
    /// gives way where one who counts for more answers a part of it.
    #[must_use]
    pub fn counting(&self, criteria: &Criteria, node: Node) -> Option<&Arc<Entry>> {
        let scored_by = criteria.at(node).scored_by;
        let entries = || self.layers.iter().filter_map(|layer| Some((layer, layer.entries.get(&node)?)));
        let stands = |layer: &Layer| {
            let parts = || criteria.within(node).skip(1);
            !parts().any(|part| self.claimed_above(weight(layer, scored_by), criteria, part))
        };
        entries()
            .filter(|(layer, entry)| entry.claim.is_some() && stands(layer))
            .max_by_key(|(layer, _)| weight(layer, scored_by))
            .or_else(|| {
                let noted = entries().filter(|(_, entry)| entry.claim.is_none());
                noted.max_by_key(|(layer, _)| weight(layer, scored_by))
            })
            .map(|(_, entry)| entry)
    }

    /// Whether a layer of more weight claims something of a node.
    fn claimed_above(&self, less: (u8, u8), criteria: &Criteria, node: Node) -> bool {
        let scored_by = criteria.at(node).scored_by;
        self.layers.iter().any(|layer| {
            let claims = layer.entries.get(&node).is_some_and(|entry| entry.claim.is_some());
            claims && weight(layer, scored_by) > less
        })
    }
}

/// How much a layer counts for a criterion that `scored_by` scores.
fn weight(layer: &Layer, scored_by: Role) -> (u8, u8) {
    match layer.role {
        Role::Appraisal => (2, layer.round),
        role if role == scored_by => (1, 0),
        Role::Own | Role::Inspection | Role::Survey | Role::Leader => (0, 0),
    }
}
