//! Layers, corrections and findings in English.

use crate::answer::Role;
use crate::wording::sides::Sides;

/// The words in English.
pub(in crate::wording) const SIDES: Sides = Sides {
    layer: |role, round| match (role, round) {
        (Role::Own, _) => "Self",
        (Role::Appraisal, None) => "Appraisal",
        (Role::Appraisal, Some(1)) => "Appraisal, round 1",
        (Role::Appraisal, Some(_)) => "Appraisal, round 2",
        (Role::Inspection, _) => "Inspection",
        (Role::Survey, _) => "Survey",
        (Role::Leader, _) => "Leader",
    },
    note: |role| match role {
        Role::Own => "Response",
        Role::Appraisal | Role::Inspection => "Remark",
        Role::Survey | Role::Leader => "Note",
    },
    settled: "settled by the head of the teams",
    side_by_side: |assessed| format!("Self score beside the {}", assessed.to_lowercase()),
    field: "Field",
    both: |both, differ| {
        let criteria = if both == 1 { "1 criterion is".to_owned() } else { format!("{both} criteria are") };
        match differ {
            0 => format!("{criteria} scored by both, no score differs."),
            _ => format!("{criteria} scored by both. The score differs at {differ}."),
        }
    },
    corrections: "Criteria that differ, the largest difference first",
    lowered: |agencies| {
        format!("Criteria lowered most often, among {agencies} agencies that were scored by both")
    },
    agencies: "Agencies",
    points_lowered: "Lowered",
    results: "Results",
    shortcomings: "Shortcomings",
    requests: "Requests",
    owner: |owner| format!("by: {owner}"),
    due: |date| format!("due: {date}"),
};
