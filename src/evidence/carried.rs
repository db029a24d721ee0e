//! Answers carried over from one set to another: which of them fit there, and a dossier of those that do.

use std::sync::Arc;

use super::dossier::{Dossier, Entry, Layer};
use crate::answer::{Claim, Role};
use crate::calendar::Period;
use crate::criteria::{Criteria, Criterion, Node, Origin, Succession, WhenNotApplicable};
use crate::points::Points;

/// Why a criterion does not carry over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Uncarried {
    /// The new set has none that goes on from it.
    Dropped,
    /// The old set has none that it goes on from.
    New,
    /// Several criteria were put together in this one.
    Merged(Node),
    /// It goes on from several criteria.
    MergedFrom(Vec<Node>),
    /// A group became a scored criterion, or the other way round.
    Form,
    /// It applied to this kind of agency and no longer does.
    NotForKind,
    /// It did not apply to this kind of agency and now does.
    NewForKind,
    /// The old answer, as it was written, does not fit the new rule.
    Answer(String),
    /// So many points were decided, above those that the criterion now has.
    AboveMost(Points),
    /// It was not applicable, which the new set refuses.
    NotApplicable,
    /// This role answered, which may not answer it under the new set.
    Role(Role),
    /// The role that scores it did not take place, which the two sets do not treat alike.
    NotHeld(Role),
    /// The new rule counts a date from the period, and the old evidence names none.
    Period,
    /// It was settled with its group, and does not stand under that any more, or that does not carry over.
    Apart,
}

impl Uncarried {
    /// Its name in results.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Uncarried::Dropped => "dropped",
            Uncarried::New => "new",
            Uncarried::Merged(_) => "merged",
            Uncarried::MergedFrom(_) => "merged-from",
            Uncarried::Form => "form-changed",
            Uncarried::NotForKind => "not-for-kind",
            Uncarried::NewForKind => "new-for-kind",
            Uncarried::Answer(_) => "answer-does-not-fit",
            Uncarried::AboveMost(_) => "points-above-most",
            Uncarried::NotApplicable => "not-applicable-refused",
            Uncarried::Role(_) => "role-may-not-answer",
            Uncarried::NotHeld(_) => "not-held",
            Uncarried::Period => "period-needed",
            Uncarried::Apart => "settled-apart",
        }
    }
}

/// What carries over from a dossier under an old set to a new set.
///
/// A missing answer carries over as missing. Where several roles answered, the answer that counts decides; of the
/// others those are left behind that do not fit.
#[derive(Clone, Debug)]
pub struct Carrying<'a> {
    old: &'a Criteria,
    new: &'a Criteria,
    /// By new node: what it goes on from, where that carries over.
    fates: Vec<Result<Node, Uncarried>>,
    /// By old node: whether it carries over to its heir.
    kept: Vec<bool>,
}

/// The two sets and how the one goes on from the other.
#[derive(Clone, Copy, Debug)]
pub struct Sets<'a> {
    /// The old set.
    pub old: &'a Criteria,
    /// The new set.
    pub new: &'a Criteria,
    /// How the new one goes on from the old one.
    pub succession: &'a Succession,
}

impl<'a> Carrying<'a> {
    /// What carries over from `from`, a dossier under the old set, beside `beside`, one under the new set. Where one of
    /// them is absent, what it says hinders nothing.
    #[must_use]
    pub fn of(sets: Sets<'a>, from: Option<&Dossier>, beside: Option<&Dossier>) -> Carrying<'a> {
        let Sets { old, new, succession } = sets;
        let mut carrying =
            Carrying { old, new, fates: Vec::with_capacity(new.len()), kept: vec![false; old.len()] };
        for node in new.nodes() {
            let fate = match succession.origin(node) {
                Origin::Nothing => Err(Uncarried::New),
                Origin::Several(from) => Err(Uncarried::MergedFrom(from.clone())),
                Origin::One(origin) => {
                    carrying.hindrance(from, beside, *origin, node).map_or(Ok(*origin), Err)
                }
            };
            if let Ok(origin) = fate {
                carrying.kept[origin.index()] = true;
            }
            carrying.fates.push(fate);
        }
        carrying
    }

    /// What a criterion of the new set goes on from, or why nothing carries over to it.
    ///
    /// # Errors
    /// The reason why not.
    pub fn to(&self, new: Node) -> Result<Node, &Uncarried> {
        self.fates[new.index()].as_ref().copied()
    }

    /// Whether a criterion of the old set carries over.
    #[must_use]
    pub fn is_kept(&self, old: Node) -> bool {
        self.kept[old.index()]
    }

    /// An old dossier with what carries over alone, under the old set.
    #[must_use]
    pub fn kept_of(&self, from: &Dossier) -> Dossier {
        restricted(from, |node| self.is_kept(node))
    }

    /// A new dossier with the criteria alone to which something carries over, under the new set.
    #[must_use]
    pub fn beside(&self, beside: &Dossier) -> Dossier {
        restricted(beside, |node| self.to(node).is_ok())
    }

    /// What carries over from an old dossier, under the new set. Findings earn nothing and stay behind.
    #[must_use]
    pub fn carried(&self, from: &Dossier) -> Dossier {
        let carried = |layer: &Layer| {
            if layer.not_held.is_some() && !self.new.may_be_not_held.contains(&layer.role) {
                return None;
            }
            let entries = self.new.nodes().filter_map(|node| {
                let origin = self.to(node).ok()?;
                let entry = layer.entries.get(&origin)?;
                let claim = entry.claim.as_ref();
                let claim = claim.map(|claim| self.fitted(claim, layer.role, from.period, origin, node));
                let claim = claim.transpose().ok()?;
                Some((node, Arc::new(Entry { claim, ..entry.as_ref().clone() })))
            });
            Some(Layer { entries: entries.collect(), findings: Vec::new(), ..layer.clone() })
        };
        Dossier { layers: from.layers.iter().filter_map(carried).collect(), ..from.clone() }
    }

    /// What keeps a criterion from carrying over, if anything does. Everything above the new one is settled.
    fn hindrance(
        &self,
        from: Option<&Dossier>,
        beside: Option<&Dossier>,
        old: Node,
        new: Node,
    ) -> Option<Uncarried> {
        let (was, asked) = (self.old.at(old), self.new.at(new));
        if was.rule().is_some() != asked.rule().is_some() {
            return Some(Uncarried::Form);
        }
        let kind = from.or(beside).and_then(|dossier| dossier.agency.kind.as_ref());
        match (was.applies_to(kind), asked.applies_to(kind)) {
            (true, false) => return Some(Uncarried::NotForKind),
            (false, true) => return Some(Uncarried::NewForKind),
            (true, true) | (false, false) => {}
        }
        if let Some(beside) = beside
            && let Some(group) = settler(self.new, beside, new)
            && self.to(group).is_err()
        {
            return Some(Uncarried::Apart);
        }
        from.and_then(|from| self.left_behind(from, old, new))
    }

    /// What keeps an old answer behind, if anything does.
    fn left_behind(&self, from: &Dossier, old: Node, new: Node) -> Option<Uncarried> {
        let (was, asked) = (self.old.at(old), self.new.at(new));
        let settled = settler(self.old, from, old);
        // Of the groups above the new one, the uppermost of which the old evidence settles everything.
        let settles = self.new.above(new).filter(|group| {
            let origin = self.to(*group).ok();
            origin.is_some_and(|origin| claims(self.old, from, origin))
        });
        let settles = settles.last().and_then(|group| self.to(group).ok());
        if settled != settles {
            return Some(Uncarried::Apart);
        }
        if settled.is_some() {
            return None;
        }
        if was.rule().is_some() {
            // What somebody answers all the same is looked at for itself.
            let silent = !claims(self.old, from, old);
            let here = silent && from.not_held(was.scored_by).is_some();
            let there = silent
                && from.not_held(asked.scored_by).is_some()
                && self.new.may_be_not_held.contains(&asked.scored_by);
            if here != there {
                return Some(Uncarried::NotHeld(if here { was.scored_by } else { asked.scored_by }));
            }
            if here {
                return None;
            }
        }
        let entry = from.counting(self.old, old)?;
        let claim = entry.claim.as_ref()?;
        let said = |layer: &&Layer| layer.entries.get(&old).is_some_and(|other| Arc::ptr_eq(other, entry));
        let layer = from.layers.iter().find(said).expect("an entry that counts stands in a layer");
        self.fitted(claim, layer.role, from.period, old, new).err()
    }

    /// A claim of the old evidence as it stands under the new set.
    fn fitted(
        &self,
        claim: &Claim,
        role: Role,
        period: Option<Period>,
        old: Node,
        new: Node,
    ) -> Result<Claim, Uncarried> {
        let (was, asked) = (self.old.at(old), self.new.at(new));
        if role != asked.scored_by && role != Role::Appraisal && role != Role::Inspection {
            return Err(Uncarried::Role(role));
        }
        match claim {
            Claim::NotApplicable { .. } if asked.when_not_applicable == WhenNotApplicable::Refuse => {
                Err(Uncarried::NotApplicable)
            }
            Claim::Decided { .. } if asked.is_heading() => Err(Uncarried::Form),
            Claim::Decided { points, .. } if *points > asked.points => {
                Err(Uncarried::AboveMost(points.clone()))
            }
            Claim::NotApplicable { .. } | Claim::Decided { .. } => Ok(claim.clone()),
            Claim::Fact(answer) => {
                let scheme = |criterion: &'a Criterion| {
                    &criterion.rule().expect("facts are said of what has a rule").scheme
                };
                let (before, after) = (scheme(was), scheme(asked));
                if after.counts_from_period() && period.is_none() {
                    return Err(Uncarried::Period);
                }
                let said = after.fit(&before.raw(answer));
                said.map(Claim::Fact).map_err(|_| Uncarried::Answer(before.written(answer)))
            }
        }
    }
}

/// A dossier with those of its entries alone that are about nodes to `keep`.
fn restricted(dossier: &Dossier, keep: impl Fn(Node) -> bool) -> Dossier {
    let layer = |layer: &Layer| {
        let mut layer = layer.clone();
        layer.entries.retain(|node, _| keep(*node));
        layer
    };
    Dossier { layers: dossier.layers.iter().map(layer).collect(), ..dossier.clone() }
}

/// Whether a dossier says something of a node itself.
fn claims(criteria: &Criteria, dossier: &Dossier, node: Node) -> bool {
    let entry = dossier.counting(criteria, node);
    entry.is_some_and(|entry| entry.claim.is_some())
}

/// The group above a node of which a dossier settles everything, by deciding it or finding it not applicable.
fn settler(criteria: &Criteria, dossier: &Dossier, node: Node) -> Option<Node> {
    criteria.above(node).filter(|group| claims(criteria, dossier, *group)).last()
}
