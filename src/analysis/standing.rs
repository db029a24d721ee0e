//! Standing (xếp hạng): the rank of each agency among those it is compared with, on the whole and on every group.

use std::collections::BTreeMap;

use crate::assessment::Assessment;
use crate::calendar::Period;
use crate::criteria::{Among, Criteria, Node, Ranking, Ties};
use crate::id::Id;
use crate::points::Points;

/// A rank, from one.
pub type Rank = u64;

/// The indices of all agencies by group, and the ranks that follow from them. It keeps a number for each agency
/// and group, nothing else.
pub struct Standings {
    ranking: Option<Ranking>,
    /// Whether an agency whose total is provisional is ranked too.
    provisional_too: bool,
    groups: Vec<Node>,
    lanes: BTreeMap<(Option<Period>, Lane), Ranked>,
}

/// The agencies that are ranked among one another.
#[derive(Default)]
struct Ranked {
    agencies: u64,
    /// By group, the indices.
    indices: Vec<Vec<Points>>,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Lane {
    All,
    Kind(Option<Id>),
    Peers(Option<String>),
}

impl Standings {
    /// No agency yet. A set without `rank` ranks nobody.
    #[must_use]
    pub fn new(criteria: &Criteria, provisional_too: bool) -> Standings {
        let groups = criteria.nodes().filter(|node| criteria.at(*node).rule().is_none()).collect();
        Standings { ranking: criteria.ranking.clone(), provisional_too, groups, lanes: BTreeMap::new() }
    }

    /// Takes in an agency.
    pub fn add(&mut self, assessment: &Assessment) {
        let Some(lane) = self.lane(assessment) else { return };
        let groups = &self.groups;
        let lane = self.lanes.entry(lane).or_default();
        lane.agencies += 1;
        lane.indices.resize(groups.len(), Vec::new());
        for (indices, group) in lane.indices.iter_mut().zip(groups) {
            indices.extend(assessment.at(*group).index.clone());
        }
    }

    /// How many agencies an agency is ranked among, itself included; `None` where it is not ranked.
    #[must_use]
    pub fn ranked(&self, assessment: &Assessment) -> Option<u64> {
        self.lanes.get(&self.lane(assessment)?).map(|lane| lane.agencies)
    }

    /// Puts the indices in order, after the last agency.
    #[must_use]
    pub fn settled(mut self) -> Standings {
        let dense = self.ranking.as_ref().is_some_and(|ranking| ranking.ties == Ties::Dense);
        for indices in self.lanes.values_mut().flat_map(|lane| &mut lane.indices) {
            indices.sort_unstable_by(|a, b| b.cmp(a));
            if dense {
                indices.dedup();
            }
        }
        self
    }

    /// The words for those an agency is ranked among: its kind or its peers.
    #[must_use]
    pub fn among<'a>(&self, assessment: &'a Assessment) -> Option<&'a str> {
        let agency = &assessment.agency;
        match self.ranking.as_ref()?.among {
            Among::All => None,
            Among::Kind => agency.kind.as_ref().map(Id::as_str),
            Among::Peers => agency.peers.as_deref(),
        }
    }

    /// The rank of an agency on a group: one more than the number of those that stand above it, where ties are
    /// `dense` the number of their different indices. `None` where it is not ranked.
    #[must_use]
    pub fn rank(&self, assessment: &Assessment, group: Node) -> Option<Rank> {
        let lane = self.lanes.get(&self.lane(assessment)?)?;
        let at = self.groups.iter().position(|known| *known == group)?;
        let index = assessment.at(group).index.as_ref()?;
        let above = lane.indices[at].partition_point(|other| other > index);
        Some(1 + u64::try_from(above).expect("agencies can be counted"))
    }

    /// Among whom an agency is ranked, if it is: those of its group and period.
    fn lane(&self, assessment: &Assessment) -> Option<(Option<Period>, Lane)> {
        let ranking = self.ranking.as_ref()?;
        let agency = &assessment.agency;
        if ranking.except.contains(&agency.id) || assessment.total().provisional && !self.provisional_too {
            return None;
        }
        let lane = match ranking.among {
            Among::All => Lane::All,
            Among::Kind => Lane::Kind(agency.kind.clone()),
            Among::Peers => Lane::Peers(agency.peers.clone()),
        };
        Some((assessment.period, lane))
    }
}
