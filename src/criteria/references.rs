//! What points from one criterion to another: found, and in no circle.

use std::collections::BTreeMap;

use super::model::{Criterion, Node};
use crate::fields::{Fields, Reading};
use crate::id::{Id, nearest};
use crate::problem::Fault;
use crate::source::Place;

/// A reference as written.
#[derive(Clone, Debug)]
pub(super) struct Reference {
    pub(super) id: Id,
    pub(super) place: Place,
}

/// The references of a criterion as written.
#[derive(Clone, Debug, Default)]
pub(super) struct References {
    pub(super) requires: Option<Reference>,
    pub(super) at_most: Option<Reference>,
}

impl References {
    /// Reads `requires` and `at-most`.
    pub(super) fn read(reading: &mut Reading<'_>, fields: Fields<'_>) -> References {
        let mut reference = |key| {
            let node = fields.get(key)?;
            reading.id(node).map(|id| Reference { id, place: node.place })
        };
        References { requires: reference("requires"), at_most: reference("at-most") }
    }
}

/// The criteria that can be pointed at: all that have an id, and the node of each that could be read.
pub(super) struct Targets<'a> {
    pub(super) known: &'a BTreeMap<Id, Place>,
    pub(super) nodes: BTreeMap<Id, Node>,
}

impl<'a> Targets<'a> {
    /// The targets among `nodes`, the set first.
    pub(super) fn of(known: &'a BTreeMap<Id, Place>, nodes: &[Criterion]) -> Targets<'a> {
        let nodes = nodes.iter().enumerate().skip(1).map(|(at, node)| (node.id.clone(), Node(at))).collect();
        Targets { known, nodes }
    }

    /// The node that an id names; a fault where no criterion has that id.
    pub(super) fn find(&self, reading: &mut Reading<'_>, reference: &Reference) -> Option<Node> {
        if !self.known.contains_key(&reference.id) {
            let nearest = nearest(reference.id.as_str(), self.known.keys().map(Id::as_str));
            let fault =
                Fault::CriterionUnknown { id: reference.id.to_string(), nearest: nearest.map(str::to_owned) };
            reading.fault(reference.place, fault);
        }
        self.nodes.get(&reference.id).copied()
    }
}

/// Settles the references of all nodes, the set first, and gives an order in which each node follows everything
/// that its score rests on. Absent where a reference goes nowhere or round in a circle.
pub(super) fn settle(
    reading: &mut Reading<'_>,
    nodes: &mut [Criterion],
    references: &[References],
    known: &BTreeMap<Id, Place>,
) -> Option<Vec<Node>> {
    let targets = Targets::of(known, nodes);
    for (at, written) in references.iter().enumerate() {
        nodes[at].requires = written.requires.as_ref().and_then(|gate| targets.find(reading, gate));
        nodes[at].at_most = written.at_most.as_ref().and_then(|bound| targets.find(reading, bound));
    }
    let before = reading.problems.faults();
    let mut walk = Walk { nodes, references, order: Vec::new(), state: vec![State::Ahead; nodes.len()] };
    for at in 0..walk.nodes.len() {
        walk.visit(reading, Node(at), None);
    }
    let order = walk.order;
    (reading.problems.faults() == before).then_some(order)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Ahead,
    UnderWay,
    Done,
}

struct Walk<'a> {
    nodes: &'a [Criterion],
    references: &'a [References],
    order: Vec<Node>,
    state: Vec<State>,
}

impl Walk<'_> {
    /// Visits a node after everything that it rests on; `by` is the reference that leads to it, if one does.
    fn visit(&mut self, reading: &mut Reading<'_>, node: Node, by: Option<&Reference>) {
        match self.state[node.0] {
            State::Done => return,
            State::UnderWay => {
                // Parts alone make no circle: some reference on the way is at fault, this one or an earlier one.
                if let Some(by) = by {
                    reading.fault(by.place, Fault::ReferenceCircle { id: by.id.to_string() });
                }
                return;
            }
            State::Ahead => {}
        }
        self.state[node.0] = State::UnderWay;
        let (nodes, references) = (self.nodes, self.references);
        let written = &references[node.0];
        for (target, reference) in [
            (nodes[node.0].requires, written.requires.as_ref()),
            (nodes[node.0].at_most, written.at_most.as_ref()),
        ] {
            if let Some(target) = target {
                self.visit(reading, target, reference.or(by));
            }
        }
        let mut part = node.0 + 1;
        while part < nodes[node.0].end {
            self.visit(reading, Node(part), by);
            part = nodes[part].end;
        }
        self.state[node.0] = State::Done;
        self.order.push(node);
    }
}
