//! The reason for a score as data: the numbers behind it, with stable names.

use serde_json::{Value as Json, json};

use crate::assessment::{Absence, Assessment, Outcome};
use crate::criteria::{Criteria, Node, WhenNotApplicable};
use crate::id::Id;
use crate::points::Points;
use crate::rules::{Datum, Facts};

/// Why a node has what it has.
pub(super) fn why(criteria: &Criteria, assessment: &Assessment, node: Node) -> Json {
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
                WhenNotApplicable::Full => "full",
                WhenNotApplicable::Zero => "zero",
            };
            json!({ "rule": kind, "not-applicable": cause, "because": reason, "convention": convention })
        }
        Outcome::NotForKind => {
            json!({ "rule": kind, "not-for-kind": assessment.agency.kind.as_ref().map(Id::as_str) })
        }
        Outcome::DecidedAbove(group) => json!({ "rule": kind, "decided-above": id(group) }),
        Outcome::Combined => json!({ "combine": "sum" }),
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
