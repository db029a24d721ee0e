//! The reading of a criterion and everything under it.

use std::collections::BTreeMap;

use super::model::{Criterion, Grade, Node, Scored, TOTAL};
use super::proofs::Outline;
use super::read::{combine, grade_order, ids, points, text_list, when_not_applicable};
use crate::answer::Role;
use crate::fields::{Fields, Reading};
use crate::id::{Id, nearest};
use crate::points::Points;
use crate::problem::{Fault, Warning};
use crate::rules::{Ground, Offer, Rule};
use crate::source::Place;
use crate::texts;
use crate::yaml;

/// The keys of a criterion, in the order of the guide.
pub(super) const NODE_KEYS: [&str; 14] = [
    "id",
    "title",
    "points",
    "criteria",
    "rule",
    "combine",
    "grades",
    "applies-to",
    "scored-by",
    "not-applicable",
    "documents",
    "advice",
    "note",
    "basis",
];

/// The criteria read so far, in order, and the outline of all, the broken ones too.
pub(super) struct Nodes<'a> {
    scales: &'a BTreeMap<String, Option<Vec<Offer>>>,
    audience: &'a [Id],
    read: Vec<Criterion>,
    outlines: Vec<Outline>,
    seen: BTreeMap<Id, Place>,
}

/// What a part takes over from its group.
#[derive(Clone)]
pub(super) struct Inherited {
    parent: Node,
    outline: usize,
    depth: usize,
    applies_to: Option<Vec<Id>>,
    scored_by: Role,
}

impl Inherited {
    /// What the fields of a set take over.
    pub(super) fn from_set() -> Inherited {
        Inherited { parent: Node::ROOT, outline: 0, depth: 1, applies_to: None, scored_by: Role::Own }
    }
}

impl<'a> Nodes<'a> {
    pub(super) fn new(scales: &'a BTreeMap<String, Option<Vec<Offer>>>, audience: &'a [Id], set: Outline) -> Nodes<'a> {
        Nodes { scales, audience, read: Vec::new(), outlines: vec![set], seen: BTreeMap::new() }
    }

    pub(super) fn finish(self) -> (Vec<Criterion>, Vec<Outline>) {
        (self.read, self.outlines)
    }

    /// Reads a criterion and its parts. What is broken is left out of the set, which its fault keeps from use.
    pub(super) fn read(
        &mut self,
        reading: &mut Reading<'_>,
        node: &yaml::Node,
        above: &Inherited,
    ) {
        let Some(fields) = reading.table(node, &NODE_KEYS) else { return };
        let id = reading.required(fields, "id").and_then(|node| self.id(reading, node));
        let title = reading.required(fields, "title").and_then(|node| texts::read(reading, node));
        let points = points(reading, fields);
        let own_kinds = self.applies_to(reading, fields);
        // The places in the lists are taken before the parts are read, which follow.
        let at = self.read.len();
        let inherited = Inherited {
            parent: Node(at + 1),
            outline: self.outlines.len(),
            depth: above.depth + 1,
            applies_to: own_kinds.clone().or_else(|| above.applies_to.clone()),
            scored_by: scored_by(reading, fields).unwrap_or(above.scored_by),
        };
        self.outlines.push(Outline {
            parent: Some(above.outline),
            points: points.clone(),
            place: fields.get("points").map_or(fields.place, |node| node.place),
            applies_to: own_kinds,
            group: fields.get("criteria").is_some(),
        });
        let grades = fields.get("grades").map(|node| grades(reading, node)).unwrap_or_default();
        combine(reading, fields);
        let when_not_applicable = when_not_applicable(reading, fields);
        let documents = text_list(reading, fields, "documents");
        let advice = fields.get("advice").and_then(|node| texts::read(reading, node));
        let note = fields.get("note").and_then(|node| texts::read(reading, node));
        let basis = text_list(reading, fields, "basis");

        let zero = Points::ZERO;
        let ground = Ground { points: points.as_ref().unwrap_or(&zero), scales: self.scales };
        let scored = match (fields.get("criteria"), fields.get("rule")) {
            (Some(_), Some(_)) => {
                reading.fault(fields.key_place("rule"), Fault::BothRuleAndParts);
                None
            }
            (None, None) => {
                reading.fault(fields.place, Fault::NeitherRuleNorParts);
                None
            }
            (None, Some(node)) if points.is_some() => Rule::read(reading, node, &ground).map(Scored::Rule),
            (None, Some(_)) => None,
            (Some(_), None) => Some(Scored::Parts),
        };
        if let (Some(id), Some(Scored::Rule(_))) = (&id, &scored)
            && documents.is_empty()
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
                applies_to: inherited.applies_to.clone(),
                scored_by: inherited.scored_by,
                when_not_applicable,
                documents,
                advice,
                note,
                basis,
                grades,
                scored,
            }),
            _ => None,
        };
        let kept = made.is_some();
        if let Some(criterion) = made {
            self.read.push(criterion);
        }
        if let Some(list) = fields.get("criteria") {
            for item in reading.filled_list(list).unwrap_or_default() {
                self.read(reading, item, &inherited);
            }
        }
        if kept {
            self.read[at].end = self.read.len() + 1;
        }
    }

    fn id(&mut self, reading: &mut Reading<'_>, node: &yaml::Node) -> Option<Id> {
        let text = reading.text(node)?;
        let id = Id::new(text);
        if text == TOTAL || text.is_empty() {
            reading.fault(node.place, Fault::IdReserved { id: text.to_owned() });
        }
        if let Some(first) = self.seen.get(&id) {
            let first = reading.spot(*first);
            reading.fault(node.place, Fault::IdTwice { id: id.to_string(), first });
        } else {
            self.seen.insert(id.clone(), node.place);
        }
        Some(id)
    }

    fn applies_to(&self, reading: &mut Reading<'_>, fields: Fields<'_>) -> Option<Vec<Id>> {
        let node = fields.get("applies-to")?;
        let kinds = ids(reading, fields, "applies-to");
        for kind in &kinds {
            if !self.audience.contains(kind) {
                let known = self.audience.iter().map(Id::as_str);
                let fault = Fault::KindUnknown {
                    kind: kind.to_string(),
                    nearest: nearest(kind.as_str(), known.clone()).map(str::to_owned),
                    known: known.map(str::to_owned).collect(),
                };
                let items = reading.list(node).unwrap_or_default();
                let wrong = items.iter().find(|item| {
                    matches!(&item.value, yaml::Value::Scalar(text) if Id::new(text.trim()) == *kind)
                });
                reading.fault(wrong.map_or(node.place, |item| item.place), fault);
            }
        }
        Some(kinds)
    }
}

fn scored_by(reading: &mut Reading<'_>, fields: Fields<'_>) -> Option<Role> {
    let node = fields.get("scored-by")?;
    reading.word(node, &Role::ALL.map(|role| (role.word(), role)))
}

/// Reads `grades`: highest first, the last is the rest.
pub(super) fn grades(reading: &mut Reading<'_>, node: &yaml::Node) -> Vec<Grade> {
    let mut grades = Vec::new();
    let mut seen: BTreeMap<Id, Place> = BTreeMap::new();
    for item in reading.filled_list(node).unwrap_or_default() {
        let Some(fields) = reading.table(item, &["id", "title", "from"]) else { continue };
        let title = reading.required(fields, "title").and_then(|node| texts::read(reading, node));
        let from = fields.get("from").and_then(|node| reading.part_of_whole(node));
        let Some(node) = reading.required(fields, "id") else { continue };
        let Some(id) = reading.text(node).map(Id::new) else { continue };
        if let Some(first) = seen.get(&id) {
            let first = reading.spot(*first);
            reading.fault(node.place, Fault::IdTwice { id: id.to_string(), first });
        }
        seen.insert(id.clone(), node.place);
        // An edge that was written and cannot be read is a fault already; its grade says nothing of the order.
        let unread = fields.get("from").is_some() && from.is_none();
        if let (Some(title), false) = (title, unread) {
            let place = fields.get("from").map_or(item.place, |node| node.place);
            grades.push((Grade { id, title, from }, place));
        }
    }
    grade_order(reading, &grades);
    grades.into_iter().map(|(grade, _)| grade).collect()
}
