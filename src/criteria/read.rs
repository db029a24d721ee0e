//! From a file's tree to a criteria set; every problem is kept and the reading goes on.

use std::collections::BTreeMap;

use super::combination::Combine;
use super::keys::{
    AMONG_WORDS, EFFECTIVE_KEYS, MODE_WORDS, MOST_PLACES, NOT_APPLICABLE_WORDS, RANK_KEYS, ROUNDING_KEYS,
    SET_KEYS, STAGE_WORDS, SUPERSEDES, TIES_WORDS,
};
use super::model::{Counts, Criteria, Criterion, Head, Identity, Ranking, Scored, TOTAL, WhenNotApplicable};
use super::proofs::{self, Holds, Kinds, Makes, Outline};
use super::read_group::combination;
use super::read_limits::limits;
use super::read_node::{Gathered, Inherited, Nodes, grades};
use super::references::{self, References};
use crate::answer::Role;
use crate::calendar::Date;
use crate::fields::{Fields, Reading};
use crate::id::{Id, is_kebab};
use crate::lang::Text;
use crate::points::{Mode, Points, Rounding};
use crate::problem::{Checked, Fault, FileKind, Problems};
use crate::rules::{Offer, read_offers};
use crate::source::{Place, Source};
use crate::texts;
use crate::yaml;

/// Reads a criteria file.
#[must_use]
pub fn read(source: &Source) -> Checked<Criteria> {
    let mut problems = Problems::default();
    let documents = yaml::read(source, &mut problems);
    let mut reading = Reading { source, problems: &mut problems };
    let kind = documents.as_deref().and_then(FileKind::of);
    let criteria = documents.and_then(|documents| match (kind, &documents[..]) {
        (Some(found @ (FileKind::Evidence | FileKind::Thresholds | FileKind::Results)), _) => {
            reading.fault(Place::Whole, Fault::FileOtherKind { wanted: FileKind::Criteria, found });
            None
        }
        (_, [document]) => {
            texts::prove(&mut reading, document);
            set(&mut reading, document)
        }
        (_, []) => {
            reading.fault(Place::Whole, Fault::FileEmpty);
            None
        }
        (_, [_, second, ..]) => {
            reading.fault(second.place, Fault::YamlOneDocument);
            None
        }
    });
    problems.verdict(criteria)
}

fn set(reading: &mut Reading<'_>, document: &yaml::Node) -> Option<Criteria> {
    let fields = reading.table(document, &SET_KEYS)?;
    let id = reading.required(fields, "id").and_then(|node| {
        let id = reading.id(node)?;
        if !is_kebab(id.as_str()) {
            reading.fault(node.place, Fault::IdNotKebab { id: id.to_string() });
        }
        Some(id)
    });
    let version = reading.required(fields, "version").and_then(|node| reading.filled_text(node));
    let title = reading.required(fields, "title").and_then(|node| texts::read(reading, node));
    let audience = ids(reading, fields, "audience");
    let (from, to) = effective(reading, fields);
    let rounding = fields.get("rounding").and_then(|node| rounding(reading, node));
    let scales = scales(reading, fields);
    let grades = fields.get("grades").map(|node| grades(reading, node)).unwrap_or_default();
    let ranking = fields.get("rank").and_then(|node| ranking(reading, node));
    let points = points(reading, fields);
    let combination = combination(reading, fields, points.as_ref(), false);
    let how = combination.as_ref().map(|combination| combination.how.clone());
    let excused_at_most = fields.get("not-applicable-at-most").and_then(|node| reading.part_of_whole(node));
    let may_be_not_held = roles(reading, fields);
    let supersedes = supersedes(reading, fields);
    let when_not_applicable = when_not_applicable(reading, fields);
    let note = fields.get("note").and_then(|node| texts::read(reading, node));
    let basis = text_list(reading, fields, "basis");

    let list = reading.required(fields, "criteria").and_then(|node| reading.filled_list(node));
    let outline = Outline {
        parent: None,
        points: points.clone(),
        place: fields.get("points").map_or(fields.place, |node| node.place),
        named: Kinds::Every,
        kinds: Kinds::Every,
        holds: if list.is_some() { Holds::Parts } else { Holds::Unknown },
        makes: Makes::of(combination.as_ref()),
        outside: false,
        excused: false,
    };
    let mut nodes = Nodes::new(scales.as_ref(), audience.as_deref(), outline);
    for item in list.unwrap_or_default() {
        nodes.read(reading, item, &Inherited::from_set(how.as_ref().is_none_or(Combine::weighs)));
    }
    let Gathered { nodes: rest, mut references, outlines, known } = nodes.finish();
    let audience = audience.unwrap_or_default();
    proofs::parts_make_wholes(reading, &outlines, &audience);
    if let Some(node) = fields.get("expects") {
        proofs::counts(reading, node, &outlines);
    }

    let identity = Identity { id: id?, version: version?.to_owned(), sha256: reading.source.sha256() };
    let title = title?;
    let root = Criterion {
        id: Id::new(TOTAL),
        title: title.clone(),
        points: points?,
        depth: 0,
        parent: None,
        end: rest.len() + 1,
        applies_to: None,
        scored_by: Role::Own,
        when_not_applicable,
        documents: Vec::new(),
        advice: None,
        note,
        basis: basis.clone(),
        grades,
        counts: Counts::Within,
        weight: Points::ONE,
        requires: None,
        at_most: None,
        as_written: None,
        was: Vec::new(),
        effort: None,
        scored: Scored::Parts(combination?),
    };
    let mut nodes = vec![root];
    nodes.extend(rest);
    references.insert(0, References::default());
    let order = references::settle(reading, &mut nodes, &references, &known);
    let limits = fields.get("limits").map(|node| limits(reading, node, &nodes, &known, &nodes[0].grades));
    let head = Head {
        identity,
        title,
        basis,
        audience,
        from,
        to,
        rounding,
        ranking,
        limits: limits.unwrap_or_default(),
        excused_at_most,
        may_be_not_held,
        supersedes,
    };
    Some(Criteria::new(nodes, order?, head))
}

/// A list of ids under `key`; empty where there is none, absent where what is meant cannot be read.
fn ids(reading: &mut Reading<'_>, fields: Fields<'_>, key: &str) -> Option<Vec<Id>> {
    placed_ids(reading, fields, key).map(|ids| ids.into_iter().map(|(id, _)| id).collect())
}

/// The same with their places.
pub(super) fn placed_ids(
    reading: &mut Reading<'_>,
    fields: Fields<'_>,
    key: &str,
) -> Option<Vec<(Id, Place)>> {
    let Some(node) = fields.get(key) else {
        return (!fields.misspelt(key)).then(Vec::new);
    };
    let mut seen: BTreeMap<Id, Place> = BTreeMap::new();
    let mut ordered = Some(Vec::new());
    for item in reading.filled_list(node)? {
        let Some(id) = reading.id(item) else {
            ordered = None;
            continue;
        };
        if let Some(first) = seen.get(&id) {
            let first = reading.spot(*first);
            reading.fault(item.place, Fault::IdTwice { id: id.to_string(), first });
            continue;
        }
        seen.insert(id.clone(), item.place);
        if let Some(ordered) = &mut ordered {
            ordered.push((id, item.place));
        }
    }
    ordered
}

/// A list of texts under `key`; empty where there is none.
pub(super) fn text_list(reading: &mut Reading<'_>, fields: Fields<'_>, key: &str) -> Vec<Text> {
    let items = fields.get(key).and_then(|node| reading.list(node)).unwrap_or_default();
    items.iter().filter_map(|item| texts::read(reading, item)).collect()
}

/// The roles that may be left out when they did not take place.
fn roles(reading: &mut Reading<'_>, fields: Fields<'_>) -> Vec<Role> {
    let items = fields.get("not-held").and_then(|node| reading.filled_list(node)).unwrap_or_default();
    let words = Role::ALL.map(|role| (role.word(), role));
    items.iter().filter_map(|item| reading.word(item, &words)).collect()
}

/// The set that this one takes the place of, named beside `effective` or in it.
fn supersedes(reading: &mut Reading<'_>, fields: Fields<'_>) -> Option<String> {
    let within = fields.get("effective").and_then(|node| Fields::of(node, &EFFECTIVE_KEYS));
    let within = within.filter(|within| within.get(SUPERSEDES).is_some());
    if let (Some(within), Some(_)) = (within, fields.get(SUPERSEDES)) {
        let known = [SUPERSEDES.to_owned(), format!("effective.{SUPERSEDES}")].to_vec();
        reading.fault(within.key_place(SUPERSEDES), Fault::KeysNotOne { known });
    }
    let node = within.unwrap_or(fields).get(SUPERSEDES)?;
    let text = reading.filled_text(node)?;
    let named = text.split_once('@').is_some_and(|(id, version)| is_kebab(id) && !version.is_empty());
    if !named {
        reading.fault(node.place, Fault::VersionNotNamed { text: text.to_owned() });
    }
    Some(text.to_owned())
}

/// `not-applicable` of a node.
pub(super) fn when_not_applicable(reading: &mut Reading<'_>, fields: Fields<'_>) -> WhenNotApplicable {
    let written = fields.get("not-applicable").and_then(|node| reading.word(node, &NOT_APPLICABLE_WORDS));
    written.unwrap_or(WhenNotApplicable::Refuse)
}

fn effective(reading: &mut Reading<'_>, fields: Fields<'_>) -> (Option<Date>, Option<Date>) {
    let Some(node) = fields.get("effective") else { return (None, None) };
    let Some(fields) = reading.table(node, &EFFECTIVE_KEYS) else { return (None, None) };
    let from = fields.get("from").and_then(|node| reading.date(node));
    let to = fields.get("to").and_then(|node| reading.date(node));
    if let (Some(from), Some(to), Some(node)) = (from, to, fields.get("to"))
        && to < from
    {
        reading.fault(node.place, Fault::SpanBackwards);
    }
    (from, to)
}

fn rounding(reading: &mut Reading<'_>, node: &yaml::Node) -> Option<Rounding> {
    let fields = reading.table(node, &ROUNDING_KEYS)?;
    let places =
        reading.required(fields, "places").and_then(|node| reading.whole_number(node, 0, MOST_PLACES));
    let at = reading.required(fields, "at").and_then(|node| reading.word(node, &STAGE_WORDS));
    let mode = match fields.get("mode") {
        Some(node) => reading.word(node, &MODE_WORDS),
        None => Some(Mode::HalfUp),
    };
    let places = u8::try_from(places?).expect("read as not below zero");
    Some(Rounding { places, at: at?, mode: mode? })
}

/// The scales by name; a broken one is known by its name, so that its use is no second fault. Absent where what
/// is meant cannot be read.
fn scales(reading: &mut Reading<'_>, fields: Fields<'_>) -> Option<BTreeMap<String, Option<Vec<Offer>>>> {
    let Some(node) = fields.get("scales") else {
        return (!fields.misspelt("scales")).then(BTreeMap::new);
    };
    let entries = reading.entries(node)?;
    Some(entries.iter().map(|(key, node)| (key.text.clone(), read_offers(reading, node))).collect())
}

fn ranking(reading: &mut Reading<'_>, node: &yaml::Node) -> Option<Ranking> {
    let fields = reading.table(node, &RANK_KEYS)?;
    let among = reading.required(fields, "among").and_then(|node| reading.word(node, &AMONG_WORDS));
    let ties = reading.required(fields, "ties").and_then(|node| reading.word(node, &TIES_WORDS));
    let except = ids(reading, fields, "except").unwrap_or_default();
    Some(Ranking { among: among?, ties: ties?, except })
}

/// The points of a criterion, read first since its rule stands on them. A heading has none.
pub(super) fn points(reading: &mut Reading<'_>, fields: Fields<'_>) -> Option<Points> {
    if fields.get("points").is_none() && is_heading(fields) {
        return Some(Points::ZERO);
    }
    let node = reading.required(fields, "points")?;
    reading.amount_of_points(node)
}

fn is_heading(fields: Fields<'_>) -> bool {
    fields
        .get("combine")
        .is_some_and(|node| matches!(&node.value, yaml::Value::Scalar(word) if word == "none"))
}
