//! What stands in results over all agencies: who handed in nothing, who is left out, how the grades fall.

use serde_json::{Value, json};

use super::Closing;
use super::values::{Agency, Evidence};
use crate::analysis::{LeftOut, NotSubmitted, Overview};
use crate::criteria::{Criteria, Node};
use crate::id::Id;

/// The agencies on the roster that handed in nothing, in one period where the evidence names any.
pub(super) fn not_submitted(closing: &Closing<'_>) -> Vec<Value> {
    let value = |NotSubmitted { agency: absent, period }: NotSubmitted| {
        json!({
            "agency": Agency::of(&absent),
            "period": period.map(|period| period.to_string()),
        })
    };
    closing.attendance.not_submitted().into_iter().map(value).collect()
}

/// The agencies that are left out, and the files that name none.
pub(super) fn left_out(closing: &Closing<'_>) -> Vec<Value> {
    let value = |LeftOut { agency, name, period, files }: &LeftOut| {
        json!({
            "agency": agency.as_ref().map(Id::as_str),
            "name": name,
            "period": period.map(|period| period.to_string()),
            "files": files,
        })
    };
    closing.attendance.left_out().into_iter().map(value).collect()
}

/// For those who are ranked among one another, how many they are and how the grades fall.
pub(super) fn summary(criteria: &Criteria, overview: &Overview) -> Vec<Value> {
    let grades = &criteria.at(Node::ROOT).grades;
    overview
        .lanes()
        .iter()
        .map(|lane| {
            let counts = grades.iter().zip(&lane.grades);
            let counts =
                counts.map(|(grade, count)| json!({ "grade": grade.id.as_str(), "agencies": count }));
            json!({
                "period": lane.period.map(|period| period.to_string()),
                "among": lane.among,
                "scored": lane.scored,
                "ranked": lane.ranked,
                "grades": counts.collect::<Vec<_>>(),
                "not-graded": lane.not_graded,
            })
        })
        .collect()
}

/// Which roster was read.
pub(super) fn roster<'a>(closing: &Closing<'a>) -> Option<Evidence<'a>> {
    closing.attendance.roster().map(|roster| Evidence::of(&roster.digest))
}
