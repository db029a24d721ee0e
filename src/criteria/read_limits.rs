//! The reading of limits.

use std::collections::BTreeMap;

use super::keys::{CONSEQUENCE_KEYS, IS_WORDS, LIMIT_KEYS, TRIGGER_KEYS, VOID, WHEN_KEYS};
use super::limit::{Consequence, Limit, Trigger};
use super::model::{Criterion, Grade};
use super::references::{Reference, Targets};
use crate::cell::{Cell, Raw};
use crate::fields::{Fields, Reading};
use crate::id::{Id, nearest};
use crate::problem::Fault;
use crate::source::Place;
use crate::texts;
use crate::yaml::{Node, Value};

const ANY: &str = "any";

/// Reads `limits`. What is broken is left out of the set, which its fault keeps from use.
pub(super) fn limits(
    reading: &mut Reading<'_>,
    node: &Node,
    nodes: &[Criterion],
    known: &BTreeMap<Id, Place>,
    grades: &[Grade],
) -> Vec<Limit> {
    let targets = Targets::of(known, nodes);
    let items = reading.filled_list(node).unwrap_or_default();
    items.iter().filter_map(|item| limit(reading, item, nodes, &targets, grades)).collect()
}

fn limit(
    reading: &mut Reading<'_>,
    item: &Node,
    nodes: &[Criterion],
    targets: &Targets<'_>,
    grades: &[Grade],
) -> Option<Limit> {
    let fields = reading.table(item, &LIMIT_KEYS)?;
    let because = reading.required(fields, "because").and_then(|node| texts::read(reading, node));
    let then = consequence(reading, fields, grades);
    let when = reading.required(fields, "when").and_then(|node| when(reading, node, nodes, targets));
    let (whose, when) = when?;
    Some(Limit { whose, when, then: then?, because: because? })
}

fn consequence(reading: &mut Reading<'_>, fields: Fields<'_>, grades: &[Grade]) -> Option<Consequence> {
    match one_of(reading, fields, CONSEQUENCE_KEYS)? {
        ("score", node) => reading.word(node, &[(VOID, Consequence::Void)]),
        (_, node) => {
            let id = reading.id(node)?;
            let at = grades.iter().position(|grade| grade.id == id);
            if at.is_none() {
                let known = grades.iter().map(|grade| grade.id.as_str());
                let fault = Fault::WordUnknown {
                    word: id.to_string(),
                    nearest: nearest(id.as_str(), known.clone()).map(str::to_owned),
                    known: known.map(str::to_owned).collect(),
                };
                reading.fault(node.place, fault);
            }
            at.map(Consequence::GradeAtMost)
        }
    }
}

/// The one of two or more keys that stands there; none or several are a fault.
fn one_of<'n, const N: usize>(
    reading: &mut Reading<'_>,
    fields: Fields<'n>,
    keys: [&'static str; N],
) -> Option<(&'static str, &'n Node)> {
    let written: Vec<(&str, &Node)> =
        keys.into_iter().filter_map(|key| fields.get(key).map(|node| (key, node))).collect();
    match written[..] {
        [one] => Some(one),
        [] if keys.into_iter().any(|key| fields.misspelt(key)) => None,
        _ => {
            let place = written.get(1).map_or(fields.place, |(key, _)| fields.key_place(key));
            let known = keys.map(str::to_owned).to_vec();
            reading.fault(place, Fault::KeysNotOne { known });
            None
        }
    }
}

type When = (Option<super::model::Node>, Trigger);

fn when(reading: &mut Reading<'_>, node: &Node, nodes: &[Criterion], targets: &Targets<'_>) -> Option<When> {
    let fields = reading.table(node, &WHEN_KEYS)?;
    let whose = reading.required(fields, "criterion").and_then(|node| {
        let id = reading.id(node)?;
        if id.as_str() == ANY && !targets.known.contains_key(&id) {
            return Some(None);
        }
        targets.find(reading, &Reference { id, place: node.place }).map(Some)
    });
    let trigger = match one_of(reading, fields, TRIGGER_KEYS)? {
        ("is", node) => {
            let words = IS_WORDS.each_ref().map(|(word, trigger)| (*word, trigger));
            reading.word(node, &words).cloned()
        }
        ("below", node) => reading.part_of_whole(node).map(Trigger::Below),
        (_, node) => answer(reading, node, nodes, whose?),
    };
    Some((whose?, trigger?))
}

/// The answer that triggers a limit, read as the criterion's own rule reads it.
fn answer(
    reading: &mut Reading<'_>,
    node: &Node,
    nodes: &[Criterion],
    whose: Option<super::model::Node>,
) -> Option<Trigger> {
    let Some(rule) = whose.and_then(|whose| nodes[whose.index()].rule()) else {
        let parts = Vec::new();
        reading.fault(node.place, Fault::AnswerOnGroup { parts });
        return None;
    };
    let cell = |node: &Node| match &node.value {
        Value::Scalar(text) => Some(Cell { text: text.trim().to_owned(), place: node.place }),
        Value::Empty | Value::List(_) | Value::Table(_) => None,
    };
    let raw = match &node.value {
        Value::List(items) => Raw::List { items: items.iter().filter_map(cell).collect(), place: node.place },
        Value::Table(entries) => {
            let pair = |(key, value): &(crate::yaml::Key, Node)| {
                Some((Cell { text: key.text.clone(), place: key.place }, cell(value)?))
            };
            Raw::Table { entries: entries.iter().filter_map(pair).collect(), place: node.place }
        }
        Value::Scalar(_) | Value::Empty => Raw::Text { answer: cell(node)?, of: None },
    };
    match rule.scheme.fit(&raw) {
        Ok(answer) => Some(Trigger::Answer(answer)),
        Err(misfits) => {
            for (place, fault) in misfits {
                reading.fault(place, fault);
            }
            None
        }
    }
}
