//! Lists of `{ id, title, points }`: options, items, levels, and the scales that name them.

use std::collections::BTreeMap;

use super::Ground;
use super::keys::OFFER_KEYS;
use super::kind::Settings;
use crate::answer::{ANSWER_KEYS, Choice, NONE, NOT_APPLICABLE};
use crate::fields::{Amount, Reading};
use crate::id::{Id, nearest};
use crate::lang::Text;
use crate::problem::Fault;
use crate::source::Place;
use crate::texts;
use crate::yaml::{Node, Value};

/// An entry of such a list before its criterion is known: its points may be a percent of the criterion's.
#[derive(Clone, Debug)]
pub struct Offer {
    id: Id,
    place: Place,
    title: Text,
    earns: Amount,
}

/// The words that may not be ids in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reserved {
    /// In a choice.
    Options,
    /// In a checklist.
    Items,
    /// In a survey, whose replies are keys.
    Levels,
}

impl Reserved {
    /// The words themselves.
    #[must_use]
    pub fn words(self) -> Vec<&'static str> {
        let further: &[&str] = match self {
            Reserved::Options => &[],
            Reserved::Items => &[NONE],
            Reserved::Levels => &ANSWER_KEYS,
        };
        [&[NOT_APPLICABLE], further].concat()
    }
}

/// Reads a list of `{ id, title, points }`. Absent where anything in it is wrong.
pub fn read_offers(reading: &mut Reading<'_>, node: &Node) -> Option<Vec<Offer>> {
    let before = reading.problems.faults();
    let items = reading.filled_list(node)?;
    let mut offers = Vec::new();
    let mut seen: BTreeMap<Id, Place> = BTreeMap::new();
    for item in items {
        let Some(fields) = reading.table(item, &OFFER_KEYS) else { continue };
        let title = reading.required(fields, "title").and_then(|node| texts::read(reading, node));
        let earns = reading.required(fields, "points").and_then(|node| reading.amount_from_zero(node, true));
        let Some(node) = reading.required(fields, "id") else { continue };
        let Some(id) = reading.id(node) else { continue };
        if let Some(first) = seen.get(&id) {
            let first = reading.spot(*first);
            reading.fault(node.place, Fault::IdTwice { id: id.to_string(), first });
            continue;
        }
        seen.insert(id.clone(), node.place);
        if id.as_str() == NOT_APPLICABLE {
            reading.fault(node.place, Fault::IdReserved { id: id.to_string() });
        }
        if let (Some(title), Some(earns)) = (title, earns) {
            offers.push(Offer { id, place: node.place, title, earns });
        }
    }
    (reading.problems.faults() == before).then_some(offers)
}

/// The list of a rule: written in place, or the name of a scale; its percents taken of the criterion's points.
pub(super) fn of_rule(
    reading: &mut Reading<'_>,
    settings: Settings<'_>,
    ground: &Ground<'_>,
    reserved: Reserved,
) -> Option<Vec<Choice>> {
    let node = settings.needed(reading)?;
    let offers = match &node.value {
        Value::Scalar(name) => {
            let scales = ground.scales?;
            let scale = scales.get(name.as_str());
            if scale.is_none() {
                let known = scales.keys().map(String::as_str);
                let fault = Fault::ScaleUnknown {
                    name: name.clone(),
                    nearest: nearest(name, known.clone()).map(str::to_owned),
                    known: known.map(str::to_owned).collect(),
                };
                reading.fault(node.place, fault);
            }
            scale?.clone()?
        }
        Value::Empty | Value::List(_) | Value::Table(_) => read_offers(reading, node)?,
    };
    for offer in &offers {
        if reserved.words().contains(&offer.id.as_str()) {
            reading.fault(offer.place, Fault::IdReserved { id: offer.id.to_string() });
        }
    }
    let choices = offers.into_iter().map(|offer| Choice {
        points: offer.earns.of(ground.points),
        id: offer.id,
        title: offer.title,
    });
    Some(choices.collect())
}
