//! Thresholds (ngưỡng điểm) held against a score: which of them are missed, by what; and those that a score sets for the
//! next one.

use super::documents::{Proven, proof};
use crate::assessment::{Assessment, Outcome};
use crate::criteria::{Criteria, Node, Thresholds};

use crate::points::Points;

/// The decimals that are kept of a number that does not end, where the set does not round.
const PLACES: u8 = 2;

/// The decimals within which a number ends, or is said not to.
const MOST_PLACES: u8 = 12;

/// What a threshold is on. Points of a criterion are counted in points, all else in hundredths: 80 is 80 %.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gauge {
    /// The index.
    Index,
    /// The share of the applicable points that is answered.
    Coverage,
    /// The share of the answered criteria with expected documents that cite one.
    Documents,
    /// The index of a group.
    Field(Node),
    /// The points of a criterion.
    Criterion(Node),
}

/// What a score has there. What is no number is compared with none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reached {
    /// So much.
    Number(Points),
    /// What one role scores is unanswered altogether.
    Provisional,
    /// No answer.
    Missing,
    /// A limit voids the score.
    Void,
    /// It was decided with its group, and has no score of its own.
    DecidedAbove,
    /// The set gives none, or nothing applies.
    Nothing,
    /// Not applicable: no excuse and no failure.
    NotApplicable,
}

/// A threshold that is missed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Miss {
    /// What it is on.
    pub gauge: Gauge,
    /// The least that is wanted.
    pub wanted: Points,
    /// What is there: less than that, or no number.
    pub got: Reached,
}

/// What came of holding thresholds against a score.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gated {
    /// Those that are missed, in the order of the file's keys.
    pub missed: Vec<Miss>,
    /// What was passed over, since it is not applicable.
    pub not_applicable: Vec<Gauge>,
}

impl Gauge {
    /// Its name in results.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Gauge::Index => "index",
            Gauge::Coverage => "coverage",
            Gauge::Documents => "documents",
            Gauge::Field(_) => "field",
            Gauge::Criterion(_) => "criterion",
        }
    }

    /// The criterion or group that it is on; `None` where it is on the whole.
    #[must_use]
    pub fn node(self) -> Option<Node> {
        match self {
            Gauge::Index | Gauge::Coverage | Gauge::Documents => None,
            Gauge::Field(node) | Gauge::Criterion(node) => Some(node),
        }
    }
}

impl Reached {
    /// The number, where it is one.
    #[must_use]
    pub fn number(&self) -> Option<&Points> {
        if let Reached::Number(number) = self { Some(number) } else { None }
    }

    /// Its name in results, where it is no number.
    #[must_use]
    pub fn word(&self) -> Option<&'static str> {
        match self {
            Reached::Number(_) => None,
            Reached::Provisional => Some("provisional"),
            Reached::Missing => Some("missing"),
            Reached::Void => Some("void"),
            Reached::DecidedAbove => Some("decided-above"),
            Reached::Nothing => Some("nothing"),
            Reached::NotApplicable => Some("not-applicable"),
        }
    }
}

impl Miss {
    /// By how much it is missed; `None` where there is no number.
    #[must_use]
    pub fn short(&self) -> Option<Points> {
        self.got.number().map(|got| &self.wanted - got)
    }
}

/// Holds thresholds against a score, exactly.
#[must_use]
pub fn gate(criteria: &Criteria, thresholds: &Thresholds, assessment: &Assessment) -> Gated {
    let mut gated = Gated::default();
    for (gauge, wanted) in asked(thresholds) {
        let got = reached(criteria, assessment, gauge);
        if got == Reached::NotApplicable {
            gated.not_applicable.push(gauge);
        } else if got.number().is_none_or(|got| *got < wanted) {
            gated.missed.push(Miss { gauge, wanted, got });
        }
    }
    gated
}

/// What the thresholds are on, with the least of each.
fn asked(thresholds: &Thresholds) -> Vec<(Gauge, Points)> {
    let hundredths = |share: &Points| share * &Points::HUNDRED;
    let index = thresholds.index.iter().map(|index| (Gauge::Index, index.clone()));
    let coverage = thresholds.coverage.iter().map(|share| (Gauge::Coverage, hundredths(share)));
    let documents = thresholds.documents.iter().map(|share| (Gauge::Documents, hundredths(share)));
    let fields = thresholds.fields.iter().map(|(node, index)| (Gauge::Field(*node), index.clone()));
    let points = thresholds.criteria.iter().map(|(node, points)| (Gauge::Criterion(*node), points.clone()));
    index.chain(coverage).chain(documents).chain(fields).chain(points).collect()
}

/// What a score has where a threshold may be.
#[must_use]
pub fn reached(criteria: &Criteria, assessment: &Assessment, gauge: Gauge) -> Reached {
    let total = assessment.total();
    let share = |part: &Points, whole: &Points| {
        part.over(whole).map_or(Reached::NotApplicable, |share| Reached::Number(&share * &Points::HUNDRED))
    };
    match gauge {
        Gauge::Index => index(assessment, Node::ROOT),
        Gauge::Coverage => share(&total.tally.answered, &total.tally.applicable),
        Gauge::Documents => {
            let Proven { expected, proven } = proof(criteria, assessment);
            let count = |count: usize| Points::whole(i64::try_from(count).expect("criteria can be counted"));
            share(&count(proven), &count(expected))
        }
        Gauge::Field(node) => index(assessment, node),
        Gauge::Criterion(node) => points(assessment, node),
    }
}

/// The index of a group. That the whole has nothing to measure is no reason to let it pass.
fn index(assessment: &Assessment, node: Node) -> Reached {
    let verdict = assessment.at(node);
    match &verdict.outcome {
        Outcome::Void => return Reached::Void,
        Outcome::DecidedAbove(_) => return Reached::DecidedAbove,
        Outcome::NotApplicable(_) | Outcome::NotForKind | Outcome::NotHeld(_) if node != Node::ROOT => {
            return Reached::NotApplicable;
        }
        Outcome::NotApplicable(_)
        | Outcome::NotForKind
        | Outcome::NotHeld(_)
        | Outcome::Scored { .. }
        | Outcome::Decided { .. }
        | Outcome::Missing
        | Outcome::Combined => {}
    }
    match &verdict.index {
        _ if verdict.provisional => Reached::Provisional,
        Some(index) => Reached::Number(index.clone()),
        None => Reached::Nothing,
    }
}

/// The points of a criterion or a group.
fn points(assessment: &Assessment, node: Node) -> Reached {
    let verdict = assessment.at(node);
    let awarded = || Reached::Number(verdict.tally.awarded.clone());
    match &verdict.outcome {
        Outcome::Scored { .. } | Outcome::Decided { .. } => awarded(),
        Outcome::Missing => Reached::Missing,
        Outcome::Void => Reached::Void,
        Outcome::DecidedAbove(_) => Reached::DecidedAbove,
        Outcome::NotApplicable(_) | Outcome::NotForKind | Outcome::NotHeld(_) => Reached::NotApplicable,
        Outcome::Combined if !verdict.tally.applicable.is_zero() && verdict.tally.answered.is_zero() => {
            Reached::Missing
        }
        Outcome::Combined if verdict.made.is_some() => awarded(),
        Outcome::Combined => Reached::Nothing,
    }
}

/// What a score has wherever a threshold may be that the next one should reach: the whole, each field, each criterion.
/// A number that does not end is rounded down, and none is above what can be asked, so that the score itself passes.
#[must_use]
pub fn past(criteria: &Criteria, assessment: &Assessment) -> Vec<(Gauge, Reached)> {
    let places = criteria.rounding.map_or(PLACES, |rounding| rounding.places);
    let heads = [Gauge::Index, Gauge::Coverage, Gauge::Documents];
    let fields = criteria.nodes().filter(|node| is_field(criteria, *node)).map(Gauge::Field);
    let gauges = heads.into_iter().chain(fields).chain(criteria.leaves().map(Gauge::Criterion));
    gauges
        .map(|gauge| {
            let there = reached(criteria, assessment, gauge);
            let Some(number) = there.number().cloned() else { return (gauge, there) };
            let most = match gauge {
                Gauge::Index => criteria.index_at_most(Node::ROOT),
                Gauge::Field(node) => criteria.index_at_most(node),
                Gauge::Criterion(node) => Some(criteria.points_between(node).1),
                Gauge::Coverage | Gauge::Documents => None,
            };
            let number = most.map_or(number.clone(), |most| number.min(most));
            (gauge, Reached::Number(ending(&number, places)))
        })
        .collect()
}

/// Whether a node is a field (lĩnh vực): a group with only headings around it.
fn is_field(criteria: &Criteria, node: Node) -> bool {
    let asked = criteria.at(node);
    let mut around = criteria.above(node).filter(|group| *group != Node::ROOT);
    node != Node::ROOT
        && asked.combination().is_some()
        && !asked.is_heading()
        && around.all(|group| criteria.at(group).is_heading())
}

/// A number whose decimals end: itself, or the greatest with so many places that is not above it.
fn ending(number: &Points, places: u8) -> Points {
    if Points::read(&number.shortest(MOST_PLACES)).as_ref() == Ok(number) {
        return number.clone();
    }
    let scale = (0..places).fold(Points::ONE, |scale, _| &scale * &Points::whole(10));
    (number * &scale).floor().over(&scale).expect("a power of ten is not zero")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_that_does_not_end_is_cut_downwards() {
        let third = Points::ONE.over(&Points::whole(3)).unwrap();
        for (number, places, cut) in [
            (third.clone(), 2, "0.33"),
            (-&third, 2, "-0.34"),
            (third, 0, "0"),
            (Points::read("0.123456789012").unwrap(), 2, "0.123456789012"),
            (Points::read("0.1234567890123").unwrap(), 2, "0.12"),
        ] {
            assert_eq!(ending(&number, places).to_string(), cut, "{number:?}");
        }
    }
}
