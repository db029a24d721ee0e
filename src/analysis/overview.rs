//! The overview (tổng hợp): over those who are ranked among one another, how many there are and how their grades fall.

use crate::assessment::Assessment;
use crate::calendar::Period;
use crate::criteria::{Criteria, Node};

use super::standing::Standings;

/// The agencies of a run, by those among whom they are ranked, in the order in which they first appear.
#[derive(Debug, Default)]
pub struct Overview {
    lanes: Vec<Lane>,
}

/// Agencies of one period that are compared with one another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    /// The period, if it is said.
    pub period: Option<Period>,
    /// Their kind or their peers, where the set ranks by these.
    pub among: Option<String>,
    /// How many were scored.
    pub scored: u64,
    /// How many of them are ranked.
    pub ranked: u64,
    /// How many reached each grade of the set, in its order.
    pub grades: Vec<u64>,
    /// How many have no grade: a score that is provisional, void or of nothing.
    pub not_graded: u64,
}

impl Overview {
    /// Takes in an agency.
    pub fn add(&mut self, criteria: &Criteria, assessment: &Assessment, standings: &Standings) {
        let (period, among) = (assessment.period, standings.among(assessment));
        let known = |lane: &Lane| lane.period == period && lane.among.as_deref() == among;
        let at = self.lanes.iter().position(known).unwrap_or_else(|| {
            self.lanes.push(Lane {
                period,
                among: among.map(str::to_owned),
                scored: 0,
                ranked: 0,
                grades: vec![0; criteria.at(Node::ROOT).grades.len()],
                not_graded: 0,
            });
            self.lanes.len() - 1
        });
        let lane = &mut self.lanes[at];
        lane.scored += 1;
        lane.ranked += u64::from(standings.rank(assessment, Node::ROOT).is_some());
        match assessment.total().grade {
            Some(grade) => lane.grades[grade] += 1,
            None => lane.not_graded += 1,
        }
    }

    /// The lanes.
    #[must_use]
    pub fn lanes(&self) -> &[Lane] {
        &self.lanes
    }
}
