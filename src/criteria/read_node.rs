//! The reading of a criterion and everything under it.

use std::collections::BTreeMap;

use super::combination::{Combination, Combine};
use super::keys::{GRADE_KEYS, GROUP_KEYS, NODE_KEYS};
use super::model::{Counts, Criterion, Grade, Node, Scored, TOTAL};
use super::proofs::{Holds, Kinds, Makes, Outline};
use super::read::{placed_ids, points, text_list, when_not_applicable};
use super::read_group::combination;
use super::references::References;
use crate::answer::Role;
use crate::fields::{Fields, Reading};
use crate::id::{Id, nearest};
use crate::points::Points;
use crate::problem::{Fault, Warning};
use crate::rules::{Ground, Offer, Rule};
use crate::source::Place;
use crate::texts;
use crate::yaml;

/// What does nothing in a heading, beside the keys of points and scores: its parts count above it, one by one.
const IDLE_IN_HEADINGS: [&str; 5] = ["bonus", "penalty", "requires", "at-most", "not-applicable"];

/// The criteria read so far, in order, and the outline of all, the broken ones too.
pub(super) struct Nodes<'a> {
    scales: Option<&'a BTreeMap<String, Option<Vec<Offer>>>>,
    /// The kinds of agency that the set is for, if they could be read.
    audience: Option<&'a [Id]>,
    /// Whether it has been told that the set names no kinds while a criterion does.
    audience_missed: bool,
    read: Vec<Criterion>,
    /// What each of them points at.
    references: Vec<References>,
    outlines: Vec<Outline>,
    seen: BTreeMap<Id, Place>,
    /// Where each former id is named.
    was: BTreeMap<Id, Place>,
}

/// What reading the criteria came to.
pub(super) struct Gathered {
    pub(super) nodes: Vec<Criterion>,
    pub(super) references: Vec<References>,
    pub(super) outlines: Vec<Outline>,
    /// Every id that stands in the file, those of broken criteria too.
    pub(super) known: BTreeMap<Id, Place>,
}

/// What a part takes over from its group.
#[derive(Clone)]
pub(super) struct Inherited {
    parent: Node,
    outline: usize,
    depth: usize,
    kinds: Kinds,
    scored_by: Role,
    /// Whether the group is a mean, in which weights count.
    weighs: bool,
}

impl Inherited {
    /// What the fields of a set take over.
    pub(super) fn from_set(weighs: bool) -> Inherited {
        Inherited {
            parent: Node::ROOT,
            outline: 0,
            depth: 1,
            kinds: Kinds::Every,
            scored_by: Role::Own,
            weighs,
        }
    }
}

impl<'a> Nodes<'a> {
    pub(super) fn new(
        scales: Option<&'a BTreeMap<String, Option<Vec<Offer>>>>,
        audience: Option<&'a [Id]>,
        set: Outline,
    ) -> Nodes<'a> {
        Nodes {
            scales,
            audience,
            audience_missed: false,
            read: Vec::new(),
            references: Vec::new(),
            outlines: vec![set],
            seen: BTreeMap::new(),
            was: BTreeMap::new(),
        }
    }

    pub(super) fn finish(self) -> Gathered {
        Gathered { nodes: self.read, references: self.references, outlines: self.outlines, known: self.seen }
    }

    /// Reads a criterion and its parts. What is broken is left out of the set, which its fault keeps from use.
    pub(super) fn read(&mut self, reading: &mut Reading<'_>, node: &yaml::Node, above: &Inherited) {
        let Some(fields) = reading.table(node, &NODE_KEYS) else {
            self.outlines.push(Outline::unknown(above.outline, node.place));
            return;
        };
        let id = reading.required(fields, "id").and_then(|node| self.id(reading, node));
        let title = reading.required(fields, "title").and_then(|node| texts::read(reading, node));
        let points = points(reading, fields);
        let group = fields.get("criteria").is_some();
        let excused = fields.written("as-written").is_some();
        let combination = combination(reading, fields, points.as_ref(), excused);
        let how = combination.as_ref().map(|combination| combination.how.clone());
        let counts = counts(reading, fields);
        let as_written = fields.get("as-written").and_then(|node| texts::read(reading, node));
        let named = self.applies_to(reading, fields, &above.kinds);
        let parts = fields.get("criteria").and_then(|list| reading.filled_list(list));
        // The places in the lists are taken before the parts are read, which follow.
        let at = self.read.len();
        let inherited = Inherited {
            parent: Node(at + 1),
            outline: self.outlines.len(),
            depth: above.depth + 1,
            kinds: named.within(&above.kinds),
            scored_by: scored_by(reading, fields).unwrap_or(above.scored_by),
            weighs: match &how {
                // The parts of a heading count where the heading stands.
                Some(Combine::Heading) => above.weighs,
                how => how.as_ref().is_none_or(Combine::weighs),
            },
        };
        self.outlines.push(Outline {
            parent: Some(above.outline),
            points: points.clone(),
            place: fields.get("points").map_or(fields.place, |node| node.place),
            named,
            kinds: inherited.kinds.clone(),
            holds: holds(fields, parts.is_some()),
            makes: Makes::of(combination.as_ref()),
            outside: counts != Counts::Within,
            excused,
        });
        if !group {
            for key in GROUP_KEYS.into_iter().filter(|key| fields.get(key).is_some()) {
                reading.fault(fields.key_place(key), Fault::KeyIdle { key: key.to_owned() });
            }
        }
        if how == Some(Combine::Heading) {
            for key in IDLE_IN_HEADINGS.into_iter().filter(|key| fields.get(key).is_some()) {
                reading.fault(fields.key_place(key), Fault::KeyIdle { key: key.to_owned() });
            }
        }
        let grades = fields.get("grades").map(|node| grades(reading, node)).unwrap_or_default();
        let counted = how != Some(Combine::Heading) && counts == Counts::Within;
        let weight = weight(reading, fields, above.weighs && counted);
        let references = References::read(reading, fields);
        let was = self.was(reading, fields);
        let effort = fields.get("effort").and_then(|node| reading.above_zero(node));
        let when_not_applicable = when_not_applicable(reading, fields);
        let documents = text_list(reading, fields, "documents");
        let advice = fields.get("advice").and_then(|node| texts::read(reading, node));
        let remark = fields.get("note").and_then(|node| texts::read(reading, node));
        let basis = text_list(reading, fields, "basis");
        let scored = self.scored(reading, fields, points.as_ref(), combination);
        if let (Some(id), Some(because)) = (&id, &as_written) {
            let warning = Warning::AsWritten { id: id.clone(), because: because.clone() };
            reading.warn(fields.key_place("as-written"), warning);
        }
        if let (Some(id), Some(Scored::Rule(_))) = (&id, &scored)
            && documents.is_empty()
            && !unread(fields, "documents")
        {
            reading.warn(fields.place, Warning::DocumentsNotNamed { id: id.clone() });
        }
        let made = match (id, title, points, scored) {
            (Some(id), Some(title), Some(points), Some(scored)) => Some(Criterion {
                id,
                title,
                points,
                depth: above.depth,
                parent: Some(above.parent),
                end: 0,
                applies_to: inherited.kinds.listed(),
                scored_by: inherited.scored_by,
                when_not_applicable,
                documents,
                advice,
                note: remark,
                basis,
                grades,
                counts,
                weight,
                requires: None,
                at_most: None,
                as_written,
                was,
                effort,
                scored,
            }),
            _ => None,
        };
        let kept = made.is_some();
        self.references.extend(made.is_some().then_some(references));
        self.read.extend(made);
        for part in parts.unwrap_or_default() {
            self.read(reading, part, &inherited);
        }
        if kept {
            self.read[at].end = self.read.len() + 1;
        }
    }

    fn id(&mut self, reading: &mut Reading<'_>, node: &yaml::Node) -> Option<Id> {
        let id = reading.id(node)?;
        if id.as_str() == TOTAL {
            reading.fault(node.place, Fault::IdReserved { id: id.to_string() });
        }
        if let Some(first) = self.seen.get(&id) {
            let first = reading.spot(*first);
            reading.fault(node.place, Fault::IdTwice { id: id.to_string(), first });
        } else {
            self.seen.insert(id.clone(), node.place);
        }
        Some(id)
    }

    /// What it was called before: each former id belongs to one criterion.
    fn was(&mut self, reading: &mut Reading<'_>, fields: Fields<'_>) -> Vec<Id> {
        let ids = placed_ids(reading, fields, "was").unwrap_or_default();
        for (id, place) in &ids {
            if let Some(first) = self.was.get(id) {
                let first = reading.spot(*first);
                reading.fault(*place, Fault::IdTwice { id: id.to_string(), first });
            } else {
                self.was.insert(id.clone(), *place);
            }
        }
        ids.into_iter().map(|(id, _)| id).collect()
    }

    /// How it comes to its points. A rule is read even where its points cannot be, for its own faults.
    fn scored(
        &self,
        reading: &mut Reading<'_>,
        fields: Fields<'_>,
        points: Option<&Points>,
        combination: Option<Combination>,
    ) -> Option<Scored> {
        match (fields.get("criteria"), fields.get("rule")) {
            (Some(_), Some(_)) => {
                reading.fault(fields.key_place("rule"), Fault::BothRuleAndParts);
                None
            }
            (None, None) => {
                if !fields.misspelt("rule") && !fields.misspelt("criteria") {
                    let empty = ["rule", "criteria"].into_iter().find(|key| fields.written(key).is_some());
                    let place = empty.map_or(fields.place, |key| fields.key_place(key));
                    reading.fault(place, Fault::NeitherRuleNorParts);
                }
                None
            }
            (None, Some(node)) => {
                let other = Points::ONE;
                let (points, firm) = points.map_or((&other, false), |points| (points, true));
                let excused = fields.written("as-written").is_some();
                let ground = Ground { points, firm, excused, scales: self.scales };
                Rule::read(reading, node, &ground).map(Scored::Rule)
            }
            (Some(_), None) => combination.map(Scored::Parts),
        }
    }

    /// The kinds of agency that a criterion names: some of those that what is above it applies to.
    fn applies_to(&mut self, reading: &mut Reading<'_>, fields: Fields<'_>, above: &Kinds) -> Kinds {
        let Some(kinds) = placed_ids(reading, fields, "applies-to") else { return Kinds::Unknown };
        if kinds.is_empty() {
            return Kinds::Every;
        }
        let meant = match above {
            Kinds::Every => self.audience,
            Kinds::Only(kinds) => Some(&kinds[..]),
            Kinds::Unknown => None,
        };
        let Some(meant) = meant else { return Kinds::Unknown };
        let mut wrong: Vec<&(Id, Place)> = kinds.iter().filter(|(kind, _)| !meant.contains(kind)).collect();
        if meant.is_empty() {
            // That the set names no kinds at all is one mistake, however many criteria do.
            wrong.truncate(usize::from(!self.audience_missed));
            self.audience_missed = true;
        } else if wrong.is_empty() {
            return Kinds::Only(kinds.into_iter().map(|(kind, _)| kind).collect());
        }
        for (kind, place) in wrong {
            let known = meant.iter().map(Id::as_str);
            let fault = Fault::KindUnknown {
                kind: kind.to_string(),
                nearest: nearest(kind.as_str(), known.clone()).map(str::to_owned),
                known: known.map(str::to_owned).collect(),
            };
            reading.fault(*place, fault);
        }
        Kinds::Unknown
    }
}

/// Whether it counts within its group's points, on top of them or off them.
fn counts(reading: &mut Reading<'_>, fields: Fields<'_>) -> Counts {
    let mut is = |key| fields.get(key).and_then(|node| reading.truth(node)).unwrap_or(false);
    match (is("bonus"), is("penalty")) {
        (false, false) => Counts::Within,
        (true, false) => Counts::Bonus,
        (false, true) => Counts::Penalty,
        (true, true) => {
            let known = ["bonus", "penalty"].map(str::to_owned).to_vec();
            reading.fault(fields.key_place("penalty"), Fault::KeysNotOne { known });
            Counts::Within
        }
    }
}

/// The weight of a part, which counts in a mean and nowhere else.
fn weight(reading: &mut Reading<'_>, fields: Fields<'_>, weighs: bool) -> Points {
    let Some(node) = fields.get("weight") else { return Points::ONE };
    if !weighs {
        reading.fault(fields.key_place("weight"), Fault::KeyIdle { key: "weight".to_owned() });
    }
    reading.weight(node).unwrap_or(Points::ONE)
}

/// What stands in a node, as far as its keys say.
fn holds(fields: Fields<'_>, parts: bool) -> Holds {
    match (fields.get("criteria"), fields.get("rule")) {
        (Some(_), None) if parts => Holds::Parts,
        (None, Some(_)) if !fields.misspelt("criteria") => Holds::Rule,
        _ => Holds::Unknown,
    }
}

/// Whether something is meant under `key` that cannot be read: the fault that says so says enough.
fn unread(fields: Fields<'_>, key: &str) -> bool {
    match fields.get(key) {
        Some(node) => !matches!(&node.value, yaml::Value::List(items) if items.is_empty()),
        None => fields.misspelt(key),
    }
}

fn scored_by(reading: &mut Reading<'_>, fields: Fields<'_>) -> Option<Role> {
    let node = fields.get("scored-by")?;
    reading.word(node, &Role::ALL.map(|role| (role.word(), role)))
}

/// The edge of a grade.
enum Edge {
    /// From this share on.
    From(Points),
    /// None is written.
    Rest,
    /// What is written cannot be read: it says nothing of the order.
    Unknown,
}

/// Reads `grades`: highest first, the last is the rest.
pub(super) fn grades(reading: &mut Reading<'_>, node: &yaml::Node) -> Vec<Grade> {
    let (mut grades, mut edges) = (Vec::new(), Vec::new());
    let mut seen: BTreeMap<Id, Place> = BTreeMap::new();
    for item in reading.filled_list(node).unwrap_or_default() {
        let Some(fields) = reading.table(item, &GRADE_KEYS) else {
            edges.push((Edge::Unknown, item.place));
            continue;
        };
        let title = reading.required(fields, "title").and_then(|node| texts::read(reading, node));
        let from = fields.get("from").and_then(|node| reading.part_of_whole(node));
        let edge = match &from {
            Some(from) => Edge::From(from.clone()),
            None if fields.get("from").is_some() || fields.misspelt("from") => Edge::Unknown,
            None => Edge::Rest,
        };
        edges.push((edge, fields.get("from").map_or(item.place, |node| node.place)));
        let Some(node) = reading.required(fields, "id") else { continue };
        let Some(id) = reading.id(node) else { continue };
        if let Some(first) = seen.get(&id) {
            let first = reading.spot(*first);
            reading.fault(node.place, Fault::IdTwice { id: id.to_string(), first });
        }
        seen.insert(id.clone(), node.place);
        grades.extend(title.map(|title| Grade { id, title, from }));
    }
    grade_order(reading, &edges);
    grades
}

/// Grades in order: each below the one before, the last without an edge.
fn grade_order(reading: &mut Reading<'_>, edges: &[(Edge, Place)]) {
    let mut above: Option<&Points> = None;
    for (at, (edge, place)) in edges.iter().enumerate() {
        let last = at + 1 == edges.len();
        match edge {
            Edge::From(_) if last => reading.fault(*place, Fault::GradeRestMissing),
            Edge::From(from) => {
                if above.is_some_and(|above| from >= above) {
                    reading.fault(*place, Fault::GradeOrder);
                }
                above = Some(from);
            }
            Edge::Rest if !last => reading.fault(*place, Fault::GradeEdgeMissing),
            Edge::Rest | Edge::Unknown => {}
        }
    }
}
