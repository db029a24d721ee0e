//! The reason for a score as data: the numbers behind it, with stable names.

use serde_json::{Map, Value as Json, json};

use crate::assessment::{Absence, Assessment, Outcome};
use crate::criteria::{Criteria, Node, WhenNotApplicable};
use crate::id::Id;
use crate::points::Points;
use crate::rules::{Band, Cut, Earned, Rule, Scheme, Value, WhenEmpty, Why};

/// Why a node has what it has.
pub(super) fn why(criteria: &Criteria, assessment: &Assessment, node: Node) -> Json {
    let asked = criteria.at(node);
    let kind = asked.rule().map(|rule| rule.kind.word());
    let id = |node: &Node| criteria.at(*node).id.as_str();
    match &assessment.at(node).outcome {
        Outcome::Scored { earned, .. } => {
            let rule = asked.rule().expect("only what has a rule is scored by one");
            scored(rule, earned)
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

fn scored(rule: &Rule, earned: &Earned) -> Json {
    let mut fields = Map::new();
    let mut put = |name: &str, value: Json| fields.insert(name.to_owned(), value);
    put("rule", json!(rule.kind.word()));
    match (&earned.why, &rule.scheme) {
        (Why::Picked(option), Scheme::Pick(options)) => {
            put("option", json!(options[*option].id.as_str()));
        }
        (Why::Gathered { items, sum }, Scheme::Gather { items: offered, cap }) => {
            let held: Map<String, Json> = items
                .iter()
                .map(|item| &offered[*item])
                .map(|item| (item.id.to_string(), text(&item.points)))
                .collect();
            put("items", Json::Object(held));
            put("sum", text(sum));
            put("at-most", text(cap));
        }
        (Why::Measured(found), Scheme::Ladder(ladder)) => {
            match &found.value {
                Value::Share { share, ratio, counted } => {
                    put("part", text(&share.part));
                    put("whole", text(&share.whole));
                    put("share", text(ratio));
                    put("counted", json!(counted));
                }
                Value::Number(number) => {
                    put("value", text(number));
                }
                Value::Loss { faults, lost } => {
                    let counts = if let Some(kinds) = ladder.kinds_of_fault() {
                        let counts = kinds.iter().zip(faults);
                        Json::Object(counts.map(|((id, _), count)| (id.to_string(), text(count))).collect())
                    } else {
                        text(&faults.iter().sum())
                    };
                    put("faults", counts);
                    put("lost", text(lost));
                }
                Value::Day { on, due, late } => {
                    put("on", json!(on.to_string()));
                    put("due", json!(due.to_string()));
                    put("days-late", json!(late.max(&0)));
                }
            }
            put("band", band(&ladder.bands[found.band]));
        }
        (Why::Never { due }, _) => {
            put("never", json!(true));
            put("due", json!(due.to_string()));
        }
        (Why::Averaged { replies, sum }, _) => {
            put("replies", text(replies));
            put("sum", text(sum));
        }
        (Why::Empty(when), _) => {
            let when = match when {
                WhenEmpty::Full => "full",
                WhenEmpty::Zero => "zero",
                WhenEmpty::NotApplicable => "not-applicable",
            };
            put("when-empty", json!(when));
        }
        (Why::Picked(_) | Why::Gathered { .. } | Why::Measured(_), _) => {
            unreachable!("a reason comes from its own scheme")
        }
    }
    put("earned", earned.points.as_ref().map_or(Json::Null, text));
    Json::Object(fields)
}

/// A band in the words of a criteria file; what it earns is `points`, and `each` more for each unit of the value.
fn band(band: &Band) -> Json {
    let mut fields = Map::new();
    let low = match &band.low {
        Cut::At(edge, after) => Some((if *after { "above" } else { "from" }, edge)),
        Cut::Lowest | Cut::Highest => None,
    };
    let high = match &band.high {
        Cut::At(edge, after) => Some((if *after { "up-to" } else { "below" }, edge)),
        Cut::Lowest | Cut::Highest => None,
    };
    for (name, edge) in [low, high].into_iter().flatten() {
        fields.insert(name.to_owned(), text(edge));
    }
    fields.insert("points".to_owned(), text(&band.earns.base));
    if !band.earns.slope.is_zero() {
        fields.insert("each".to_owned(), text(&band.earns.slope));
    }
    Json::Object(fields)
}

/// A number as a decimal text.
pub(super) fn text(number: &Points) -> Json {
    Json::String(number.to_string())
}
