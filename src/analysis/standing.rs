//! Standing (xếp hạng): the rank of each agency among those it is compared with, on the whole and on every group.

use std::collections::{BTreeMap, BTreeSet};

use crate::assessment::Assessment;
use crate::calendar::Period;
use crate::criteria::{Among, Criteria, Node, Ranking, Ties};
use crate::evidence::Agency;
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
    /// The periods of which anything is said, ranked or not.
    periods: BTreeSet<Option<Period>>,
    lanes: BTreeMap<(Option<Period>, Lane), Ranked>,
}

/// The agencies that are ranked among one another.
#[derive(Default)]
struct Ranked {
    agencies: u64,
    /// By group, the indices.
    indices: Vec<Vec<Points>>,
    /// The indices of the whole, each as often as it was reached.
    totals: Vec<Points>,
}

/// How firm a rank is: how far off, in points of the index, those who stand next are. Zero where another stands level;
/// `None` where nobody stands there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Distances {
    /// To the neighbour above.
    pub above: Option<Points>,
    /// To the neighbour below.
    pub below: Option<Points>,
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
        Standings {
            ranking: criteria.ranking.clone(),
            provisional_too,
            groups,
            periods: BTreeSet::new(),
            lanes: BTreeMap::new(),
        }
    }

    /// Takes in an agency.
    pub fn add(&mut self, assessment: &Assessment) {
        self.periods.insert(assessment.period);
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

    /// Whether the evidence is about several periods.
    #[must_use]
    pub fn has_several_periods(&self) -> bool {
        self.periods.len() > 1
    }

    /// Whether anybody is ranked.
    #[must_use]
    pub fn any(&self) -> bool {
        !self.lanes.is_empty()
    }

    /// Puts the indices in order, after the last agency.
    #[must_use]
    pub fn settled(mut self) -> Standings {
        let dense = self.ranking.as_ref().is_some_and(|ranking| ranking.ties == Ties::Dense);
        let whole = self.groups.iter().position(|group| *group == Node::ROOT);
        for lane in self.lanes.values_mut() {
            for indices in &mut lane.indices {
                indices.sort_unstable_by(|a, b| b.cmp(a));
            }
            lane.totals = whole.and_then(|at| lane.indices.get(at)).cloned().unwrap_or_default();
            if dense {
                lane.indices.iter_mut().for_each(Vec::dedup);
            }
        }
        self
    }

    /// The words for those an agency is ranked among: its kind or its peers.
    #[must_use]
    pub fn among<'a>(&self, assessment: &'a Assessment) -> Option<&'a str> {
        self.group_of(&assessment.agency)
    }

    /// The same of an agency that may not have been scored.
    #[must_use]
    pub fn group_of<'a>(&self, agency: &'a Agency) -> Option<&'a str> {
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

    /// How far off the agencies are that stand next to one on the whole.
    #[must_use]
    pub fn distances(&self, assessment: &Assessment) -> Distances {
        let lane = self.lane(assessment).and_then(|lane| self.lanes.get(&lane));
        let (Some(lane), Some(index)) = (lane, &assessment.total().index) else {
            return Distances::default();
        };
        let above = lane.totals.partition_point(|other| other > index);
        let level = lane.totals[above..].partition_point(|other| other == index);
        if level > 1 {
            return Distances { above: Some(Points::ZERO), below: Some(Points::ZERO) };
        }
        Distances {
            above: above.checked_sub(1).map(|at| &lane.totals[at] - index),
            below: lane.totals.get(above + level).map(|other| index - other),
        }
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
