//! The reason for a score as data: the numbers behind it, with stable names.

use serde_json::{Map, Value as Json, json};

use crate::assessment::{Absence, Adjustment, Assessment, Made, Outcome};
use crate::criteria::{Combine, Criteria, Criterion, Node, WhenNotApplicable};
use crate::id::Id;
use crate::points::Points;
use crate::rules::{Datum, Facts};

/// Why a node has what it has.
pub(super) fn why(criteria: &Criteria, assessment: &Assessment, node: Node) -> Json {
    let mut why = base(criteria, assessment, node);
    let adjusted = assessment.at(node).adjusted.iter().map(|adjustment| adjusted(criteria, adjustment));
    let adjusted: Vec<Json> = adjusted.collect();
    if let (Json::Object(fields), false) = (&mut why, adjusted.is_empty()) {
        fields.insert("then".to_owned(), adjusted.into());
    }
    why
}

/// What became of the points that were earned.
fn adjusted(criteria: &Criteria, adjustment: &Adjustment) -> Json {
    let id = |node: &Node| criteria.at(*node).id.as_str();
    match adjustment {
        Adjustment::SharedOut { from, to } => json!({ "shared-out": { "from": text(from), "to": text(to) } }),
        Adjustment::Capped => json!({ "capped": true }),
        Adjustment::Gate { node, missing } => json!({ "requires": id(node), "missing": missing }),
        Adjustment::AtMost { node } => json!({ "at-most": id(node) }),
        Adjustment::Floor => json!({ "floor": true }),
    }
}

/// How the parts of a group were combined.
fn combined(asked: &Criterion, made: Option<&Made>) -> Json {
    let mut fields = Map::new();
    let mut put = |name: &str, value: Json| fields.insert(name.to_owned(), value);
    if let Some(combination) = asked.combination() {
        put("combine", combination.how.word().into());
        if let Some(made) = made {
            // Of parts that are simply added the tally says as much.
            if combination.how != Combine::Sum || combination.bands.is_some() {
                put("result", text(&made.result));
                put("whole", text(&made.whole));
            }
            if let (Some(steps), Some(band)) = (&combination.bands, made.band) {
                put("band", json(steps.bands[band].facts()));
            }
            if !made.on_top.is_zero() {
                put("on-top", text(&made.on_top));
            }
        }
    }
    Json::Object(fields)
}

/// Why a node earned what it did, before anything became of it.
fn base(criteria: &Criteria, assessment: &Assessment, node: Node) -> Json {
    let asked = criteria.at(node);
    let kind = asked.rule().map(|rule| rule.kind.word());
    let id = |node: &Node| criteria.at(*node).id.as_str();
    match &assessment.at(node).outcome {
        Outcome::Scored { earned, .. } => {
            let rule = asked.rule().expect("only what has a rule is scored by one");
            object(rule.facts(earned))
        }
        Outcome::Decided { points, because } => {
            json!({ "rule": kind, "decided": points.to_string(), "because": because })
        }
        Outcome::Missing => json!({ "rule": kind, "missing": true }),
        Outcome::NotApplicable(absence) => {
            let (cause, reason) = match absence {
                Absence::Said(reason) => ("said", Some(reason.as_str())),
                Absence::Empty(_) => ("empty", None),
                Absence::NoPart => ("no-part", None),
                Absence::Above(group) => ("group", Some(id(group))),
            };
            let convention = match asked.when_not_applicable {
                WhenNotApplicable::Refuse | WhenNotApplicable::LeaveOut => "leave-out",
                WhenNotApplicable::ShareOut => "share-out",
                WhenNotApplicable::Full => "full",
                WhenNotApplicable::Zero => "zero",
            };
            json!({ "rule": kind, "not-applicable": cause, "because": reason, "convention": convention })
        }
        Outcome::NotForKind => {
            json!({ "rule": kind, "not-for-kind": assessment.agency.kind.as_ref().map(Id::as_str) })
        }
        Outcome::DecidedAbove(group) => json!({ "rule": kind, "decided-above": id(group) }),
        Outcome::NotHeld(reason) => json!({ "rule": kind, "not-held": reason }),
        Outcome::Combined | Outcome::Void => combined(asked, assessment.at(node).made.as_ref()),
    }
}

/// Named data as a JSON object.
fn object(facts: Facts) -> Json {
    Json::Object(facts.into_iter().map(|(name, datum)| (name, json(datum))).collect())
}

fn json(datum: Datum) -> Json {
    match datum {
        Datum::Text(text) => Json::String(text),
        Datum::Number(number) => text(&number),
        Datum::Days(days) => days.into(),
        Datum::Truth(truth) => truth.into(),
        Datum::Table(facts) => object(facts),
    }
}

/// A number as a decimal text.
pub(super) fn text(number: &Points) -> Json {
    Json::String(number.to_string())
}
