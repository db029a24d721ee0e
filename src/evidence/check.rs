//! A submission held against the criteria: what fits becomes a dossier, what does not is told, all of it.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use super::dossier::{Dossier, Entry, Finding, Layer, Speaker};
use super::heading::{criteria_agree, role, settles, who_and_when};
use super::merge::{Said, merged};
use super::proofs;
use super::row::{Claimed, FoundRow, Heading, Row, Submission};
use super::whole;
use crate::answer::{Claim, Role};
use crate::calendar::Period;
use crate::criteria::{Criteria, Node, WhenNotApplicable};
use crate::fields::number_fault;
use crate::id::{Id, nearest};
use crate::points::Points;
use crate::problem::{Checked, Fault, Problems, Warning};
use crate::rules::{Kind, within};
use crate::source::Place;

/// How the criteria set of a run was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named {
    /// The evidence names it so.
    InEvidence(String),
    /// The evidence names it so, and it is the file at this path: other evidence may name it from another folder.
    InFile {
        /// As it is named first.
        name: String,
        /// The file.
        path: PathBuf,
    },
    /// It was chosen on the command line, whatever the evidence names.
    OnPurpose,
}

/// Holds a submission against the criteria. Sound but empty where it says something of no agency and nothing
/// is wrong with that, as warnings about a header.
#[must_use]
pub fn check(mut submission: Submission, criteria: &Criteria, named: &Named) -> Checked<Option<Dossier>> {
    let mut problems = std::mem::take(&mut submission.problems);
    if submission.headings.is_empty() {
        let sound = (!problems.any_fault()).then_some(None);
        return problems.verdict(sound);
    }
    criteria_agree(&submission, criteria, named, &mut problems);
    let who = who_and_when(&submission, criteria, &mut problems);
    let kind = who.as_ref().and_then(|(agency, _)| agency.kind.clone());
    let period = who.as_ref().and_then(|(_, period)| *period);
    let mut layers = Layers::new(criteria, kind, period);
    for row in submission.rows {
        layers.row(row, &mut problems);
    }
    for heading in &submission.headings {
        layers.not_held(heading, &mut problems);
    }
    layers.merge(&mut problems);
    layers.decided_stand_alone(&mut problems);
    submission.findings.sort_by(FoundRow::order);
    for found in submission.findings {
        let Some(key) = layers.key(&found.heading, &mut problems) else { continue };
        let mut finding = Finding { role: key.0, ..found.finding };
        if let Some(cell) = &found.criterion {
            finding.criterion = layers.node(&found.heading, &cell.text, cell.place, &mut problems);
        }
        layers.layer(key).findings.push(finding);
    }
    for heading in &submission.headings {
        layers.speaker(heading, &mut problems);
    }
    if problems.any_fault() {
        return problems.verdict(None);
    }
    let (agency, period) = who.expect("nobody to score is a fault");
    let read = layers.read.values().map(|(layer, _)| layer.clone()).collect();
    let dossier = Dossier { agency, period, layers: read };
    whole::penalties(criteria, &dossier, &layers, &mut problems);
    whole::excused(criteria, &dossier, &layers, &mut problems);
    let sound = (!problems.any_fault()).then_some(Some(dossier));
    problems.verdict(sound)
}

/// The layers of a dossier under reading, with the place of each entry.
pub(super) struct Layers<'a> {
    criteria: &'a Criteria,
    kind: Option<Id>,
    period: Option<Period>,
    read: BTreeMap<Voice, (Layer, BTreeMap<Node, Vec<Said>>)>,
    /// The heading whose role was read last: the rows of a file mostly share one.
    last: Option<(Arc<Heading>, Option<Voice>)>,
    /// The first heading of each layer.
    headings: BTreeMap<Voice, Arc<Heading>>,
}

/// A role and its round.
type Voice = (Role, u8);

impl<'a> Layers<'a> {
    fn new(criteria: &'a Criteria, kind: Option<Id>, period: Option<Period>) -> Layers<'a> {
        Layers { criteria, kind, period, read: BTreeMap::new(), last: None, headings: BTreeMap::new() }
    }

    /// Which layer a heading speaks in.
    fn key(&mut self, heading: &Arc<Heading>, problems: &mut Problems) -> Option<Voice> {
        if let Some((last, key)) = &self.last
            && Arc::ptr_eq(last, heading)
        {
            return *key;
        }
        let key = role(heading, problems);
        settles(heading, problems);
        if let Some(key) = key {
            self.headings.entry(key).or_insert_with(|| Arc::clone(heading));
        }
        self.last = Some((Arc::clone(heading), key));
        key
    }

    fn layer(&mut self, (role, round): Voice) -> &mut Layer {
        &mut self.read.entry((role, round)).or_insert_with(|| (Layer::silent(role, round), BTreeMap::new())).0
    }

    /// The first heading of a layer.
    pub(super) fn heading(&self, role: Role, round: u8) -> Option<&Arc<Heading>> {
        self.headings.get(&(role, round))
    }

    /// Where a criterion was answered.
    pub(super) fn said(&self, node: Node) -> Option<&Said> {
        self.read.values().find_map(|(_, said)| said.get(&node)?.first())
    }

    /// Brings together what the teams of each role say.
    fn merge(&mut self, problems: &mut Problems) {
        for (layer, said) in self.read.values_mut() {
            for (node, said) in said {
                let entry = merged(&self.criteria.at(*node).id, said, problems);
                layer.entries.insert(*node, Arc::new(entry));
            }
            settle(self.criteria, layer);
        }
    }

    /// Notes who speaks in a layer.
    fn speaker(&mut self, heading: &Arc<Heading>, problems: &mut Problems) {
        let Some(key) = self.key(heading, problems) else { return };
        if let Some((layer, _)) = self.read.get_mut(&key) {
            let team = heading.team.as_ref().map(|team| team.text.clone());
            layer.speakers.insert(Speaker { team, on: heading.on });
        }
    }

    /// A role that did not take place, where the set allows that.
    fn not_held(&mut self, heading: &Arc<Heading>, problems: &mut Problems) {
        let Some(cell) = &heading.not_held else { return };
        let Some(key) = self.key(heading, problems) else { return };
        if !self.criteria.may_be_not_held.contains(&key.0) {
            heading.fault(problems, cell.place, Fault::NotHeldRefused { role: key.0 });
        }
        // Answers beside it would vanish: what did not take place says nothing.
        if self.read.get(&key).is_some_and(|(_, said)| !said.is_empty()) {
            let known = ["not-held", "answers"].map(str::to_owned).to_vec();
            heading.fault(problems, cell.place, Fault::KeysNotOne { known });
        }
        self.layer(key).not_held = Some(cell.text.clone());
    }

    /// The criterion that an id names.
    fn node(&self, heading: &Heading, id: &str, place: Place, problems: &mut Problems) -> Option<Node> {
        let node = self.criteria.find(id).filter(|node| *node != Node::ROOT);
        if node.is_none() {
            let nearest = nearest(id, self.criteria.ids()).map(str::to_owned);
            heading.fault(problems, place, Fault::CriterionUnknown { id: id.to_owned(), nearest });
        }
        node
    }

    fn row(&mut self, row: Row, problems: &mut Problems) {
        let Row { heading, criterion, claim, documents, note } = row;
        let key = self.key(&heading, problems);
        let Some(node) = self.node(&heading, &criterion.text, criterion.place, problems) else { return };
        let Some(key) = key else { return };
        let asked = self.criteria.at(node);
        let place = criterion.place;
        if let (Some(kind), false) = (&self.kind, asked.applies_to(self.kind.as_ref())) {
            let fault = Fault::CriterionNotForKind { id: asked.id.clone(), kind: kind.clone() };
            heading.fault(problems, place, fault);
            return;
        }
        let (role, scored_by) = (key.0, asked.scored_by);
        if role != scored_by && role != Role::Appraisal && role != Role::Inspection {
            heading.fault(problems, place, Fault::RoleMayNotAnswer { role, scored_by });
            return;
        }
        let before = problems.faults();
        let claim = claim.and_then(|claim| self.claim(&heading, node, &claim, problems));
        if problems.faults() > before {
            return;
        }
        self.remark(node, role, claim.as_ref(), note.is_some(), (&heading, place), problems);
        let explained = proofs::explained(claim.as_ref(), note.is_some());
        proofs::remark(asked, self.period, &documents, explained, &heading, problems);
        let documents = documents.into_iter().map(|cited| cited.document).collect();
        let (teams, settled) = (Vec::new(), false);
        let entry =
            Entry { role, round: key.1, claim, documents, note: note.map(|note| note.text), teams, settled };
        let blank = entry.claim.is_none() && entry.documents.is_empty() && entry.note.is_none();
        self.layer(key);
        let (_, said) = self.read.get_mut(&key).expect("made in the line above");
        if !blank {
            said.entry(node).or_default().push(Said { heading, place, entry });
        }
    }

    /// What a row claims for a criterion. Absent where it does not fit, with the faults kept.
    fn claim(
        &self,
        heading: &Heading,
        node: Node,
        claimed: &Claimed,
        problems: &mut Problems,
    ) -> Option<Claim> {
        let asked = self.criteria.at(node);
        match claimed {
            Claimed::NotApplicable { place, reason } => {
                if asked.when_not_applicable == WhenNotApplicable::Refuse {
                    heading.fault(problems, *place, Fault::NotApplicableRefused);
                }
                if reason.is_none() {
                    heading.fault(problems, *place, Fault::ReasonMissing);
                }
                Some(Claim::NotApplicable { reason: reason.as_ref()?.text.clone() })
            }
            Claimed::Decided { points, .. } if asked.is_heading() => {
                let parts = self.criteria.parts(node).map(|part| self.criteria.at(part).id.clone());
                heading.fault(problems, points.place, Fault::AnswerOnGroup { parts: parts.collect() });
                None
            }
            Claimed::Decided { points, because } => {
                let read = Points::read(&points.text)
                    .map_err(|flaw| (points.place, number_fault(&points.text, flaw)));
                match read.and_then(|read| within(points, read, &asked.points)) {
                    Ok(points) => {
                        let because = because.as_ref().map(|because| because.text.clone());
                        Some(Claim::Decided { points, because })
                    }
                    Err((place, fault)) => {
                        heading.fault(problems, place, fault);
                        None
                    }
                }
            }
            Claimed::Answer(raw) => {
                let Some(rule) = asked.rule() else {
                    let parts = self.criteria.parts(node).map(|part| self.criteria.at(part).id.clone());
                    heading.fault(problems, raw.place(), Fault::AnswerOnGroup { parts: parts.collect() });
                    return None;
                };
                match rule.scheme.fit(raw) {
                    Ok(answer) => Some(Claim::Fact(answer)),
                    Err(misfits) => {
                        for (place, fault) in misfits {
                            heading.fault(problems, place, fault);
                        }
                        None
                    }
                }
            }
        }
    }

    /// Keeps a warning for what is claimed without the ground that is expected.
    fn remark(
        &self,
        node: Node,
        role: Role,
        claim: Option<&Claim>,
        noted: bool,
        (heading, place): (&Heading, Place),
        problems: &mut Problems,
    ) {
        let asked = self.criteria.at(node);
        let mut warn = |warning| problems.warn(heading.spot(place), warning);
        match claim {
            Some(Claim::Decided { because, .. }) => {
                if role == Role::Own {
                    warn(Warning::DeclaredNotComputed { id: asked.id.clone() });
                }
                if because.is_none() && !noted {
                    warn(Warning::DecidedWithoutReason { id: asked.id.clone() });
                }
            }
            Some(Claim::Fact(_)) if !noted && asked.rule().is_some_and(|rule| rule.kind == Kind::Judged) => {
                warn(Warning::JudgedWithoutNote { id: asked.id.clone() });
            }
            Some(Claim::Fact(_) | Claim::NotApplicable { .. }) | None => {}
        }
    }

    /// Keeps a fault for each part that is answered although its group is decided whole.
    fn decided_stand_alone(&self, problems: &mut Problems) {
        for (layer, said) in self.read.values() {
            let whole = |node: &Node| {
                self.criteria.at(*node).rule().is_none()
                    && layer.entries.get(node).is_some_and(|entry| entry.claim.is_some())
            };
            let claims = |node: &&Node| layer.entries[*node].claim.is_some();
            for (node, below) in said.iter().filter(|(node, _)| claims(node)) {
                if let Some(group) = self.criteria.above(*node).find(whole) {
                    let first = &said[&group][0];
                    for Said { heading, place, .. } in below {
                        let fault = Fault::AnswerBelowDecided {
                            group: self.criteria.at(group).id.clone(),
                            first: first.heading.spot(first.place),
                        };
                        heading.fault(problems, *place, fault);
                    }
                }
            }
        }
    }
}

/// What the head of the teams settles for a group stands for what the teams say of its parts; what is settled of a part
/// stands against what they say of its group as a whole. Their notes and documents stay.
fn settle(criteria: &Criteria, layer: &mut Layer) {
    let settled: Vec<Node> =
        layer.entries.iter().filter(|(_, entry)| entry.settled).map(|(node, _)| *node).collect();
    for node in settled {
        let around = criteria.above(node).chain(criteria.within(node).skip(1));
        for other in around {
            if let Some(entry) = layer.entries.get_mut(&other).filter(|entry| !entry.settled) {
                Arc::make_mut(entry).claim = None;
            }
        }
    }
}
