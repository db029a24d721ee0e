//! What several say side by side, and what they found, as values for machines.

use serde_json::{Map, Value, json};

use super::values::{document, maybe};
use super::why::{text, why};
use crate::analysis::{Correction, Lowered, corrections};
use crate::assessment::{Assessment, LayerScore};
use crate::criteria::{Criteria, Node};
use crate::evidence::{Entry, Finding, FindingKind, Speaker};
use crate::report::answer_text;

/// Who spoke, and the total of the agency when each had spoken; `null` where one does not score what the agency does.
pub(super) fn layers(assessment: &Assessment) -> Vec<Value> {
    let speaker = |Speaker { team, on }: &Speaker| json!({ "team": team, "on": on.map(|on| on.to_string()) });
    let one = |layer: &LayerScore| {
        let awarded = layer.staged.as_ref().and_then(|stage| stage.total().awarded());
        let mut fields = head(layer);
        fields.insert("speakers".to_owned(), layer.speakers.iter().map(speaker).collect());
        fields.insert("awarded".to_owned(), maybe(awarded));
        Value::Object(fields)
    };
    assessment.layers.iter().map(one).collect()
}

/// What each layer says of a node; `None` where nobody scores it beside another.
pub(super) fn of_criterion(criteria: &Criteria, assessment: &Assessment, node: Node) -> Option<Value> {
    let mut said = Vec::new();
    assessment.side_by_side().next()?;
    for (layer, stage) in assessment.side_by_side() {
        let Some(entry) = layer.entry(node) else { continue };
        let Entry { documents, note, teams, settled, claim, .. } = entry;
        let mut fields = head(layer);
        let claims = claim.is_some();
        let answer = claims.then(|| answer_text(criteria.at(node), &stage.at(node).outcome));
        fields.insert("teams".to_owned(), json!(teams));
        fields.insert("settled".to_owned(), json!(settled));
        fields.insert("answer".to_owned(), json!(answer.flatten()));
        fields.insert("awarded".to_owned(), maybe(layer.awarded(node)));
        fields.insert("why".to_owned(), if claims { why(criteria, stage, node) } else { Value::Null });
        fields.insert("documents".to_owned(), documents.iter().map(document).collect());
        fields.insert("note".to_owned(), json!(note));
        said.push(Value::Object(fields));
    }
    Some(Value::Array(said))
}

fn head(layer: &LayerScore) -> Map<String, Value> {
    let round = (layer.round > 0).then_some(layer.round);
    let fields = [("role", json!(layer.role.word())), ("round", json!(round))];
    fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// How the self score of an agency was corrected: by field, and the criteria that differ, the largest difference first;
/// `null` where nobody scored it beside the agency.
pub(super) fn corrected(criteria: &Criteria, assessment: &Assessment) -> Value {
    let Some(found) = corrections(criteria, assessment) else { return Value::Null };
    let one = |correction: &Correction| {
        json!({
            "id": criteria.at(correction.node).id.as_str(),
            "self": maybe(correction.own.as_ref()),
            "assessed": maybe(correction.assessed.as_ref()),
            "difference": text(&correction.points()),
        })
    };
    let mut fields = Map::new();
    fields.insert("assessed-by".to_owned(), Value::Object(head(found.assessed)));
    fields.insert("both".to_owned(), json!(found.both));
    fields.insert("fields".to_owned(), found.fields.iter().map(one).collect());
    fields.insert("criteria".to_owned(), found.criteria.iter().map(one).collect());
    Value::Object(fields)
}

/// What was found on the way.
pub(super) fn findings(criteria: &Criteria, assessment: &Assessment) -> Vec<Value> {
    let one = |finding: &Finding| {
        let Finding { criterion, kind, text, request, due, owner, role, team } = finding;
        let (kind, _) =
            FindingKind::WORDS.into_iter().find(|(_, other)| other == kind).expect("all are listed");
        json!({
            "criterion": criterion.map(|node| criteria.at(node).id.as_str()),
            "kind": kind,
            "text": text,
            "request": request,
            "due": due.map(|due| due.to_string()),
            "owner": owner,
            "role": role.word(),
            "team": team,
        })
    };
    assessment.findings.iter().map(one).collect()
}

/// The criteria that were lowered at some agency, most often first.
pub(super) fn lowered(criteria: &Criteria, lowered: &Lowered) -> Value {
    let all = lowered.most(criteria.len()).into_iter().map(|found| {
        json!({
            "id": criteria.at(found.node).id.as_str(),
            "agencies": found.agencies,
            "points": text(&found.points),
        })
    });
    json!({ "agencies": lowered.agencies(), "criteria": all.collect::<Vec<_>>() })
}
