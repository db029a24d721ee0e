//! Scoring: from a dossier to an assessment, node by node, exactly.

use std::sync::Arc;

use super::model::{Absence, Assessment, Outcome, Part, RoleScore, Tally, Verdict};
use crate::answer::{Claim, Role};
use crate::criteria::{Criteria, Criterion, Node, Scored, WhenNotApplicable};
use crate::evidence::{Dossier, Entry};
use crate::points::{Points, Rounding, Stage};
use crate::rules::{Earned, Rule};

/// Scores a dossier that was checked against these criteria.
#[must_use]
pub fn score(criteria: &Criteria, dossier: &Dossier) -> Assessment {
    let (verdicts, parts) = Scoring::all(criteria, dossier);
    let roles = dossier.roles();
    let by_role = if let [role] = roles[..] {
        vec![given(role, &verdicts)]
    } else {
        roles.into_iter().map(|role| given(role, &Scoring::all(criteria, &dossier.only(role)).0)).collect()
    };
    Assessment { agency: dossier.agency.clone(), period: dossier.period, verdicts, parts, by_role }
}

/// What a role gave, by node: a group in which it said nothing has nothing.
fn given(role: Role, verdicts: &[Verdict]) -> RoleScore {
    let awarded = verdicts.iter().map(|verdict| {
        let said = !verdict.tally.answered.is_zero() || !matches!(verdict.outcome, Outcome::Combined);
        verdict.awarded().filter(|_| said).cloned()
    });
    RoleScore { role, awarded: awarded.collect() }
}

struct Scoring<'a> {
    criteria: &'a Criteria,
    dossier: &'a Dossier,
    verdicts: Vec<Verdict>,
    parts: [Tally; Role::ALL.len()],
}

/// What stands above a node and settles it.
#[derive(Clone, Copy)]
enum Above {
    /// Nothing.
    Open,
    /// A group that was decided whole.
    Decided(Node),
    /// A group that is not applicable.
    Out(Node),
}

/// Which roles score something under a node, and which of them have been heard.
#[derive(Clone, Copy, Default)]
struct Heard {
    asked: u8,
    answered: u8,
}

impl Heard {
    fn one(role: Role, answered: bool) -> Heard {
        let bit = 1 << (role as u8);
        Heard { asked: bit, answered: if answered { bit } else { 0 } }
    }

    fn and(self, other: Heard) -> Heard {
        Heard { asked: self.asked | other.asked, answered: self.answered | other.answered }
    }

    /// Whether a role that scores something was not heard at all.
    fn waits(self) -> bool {
        self.asked & !self.answered != 0
    }
}

impl<'a> Scoring<'a> {
    fn all(criteria: &'a Criteria, dossier: &'a Dossier) -> (Vec<Verdict>, Vec<Part>) {
        let mut scoring = Scoring {
            criteria,
            dossier,
            verdicts: Vec::with_capacity(criteria.len()),
            parts: Default::default(),
        };
        scoring.node(Node::ROOT, Above::Open);
        let parts = Role::ALL.into_iter().zip(scoring.parts).filter(|(_, tally)| !tally.points.is_zero());
        (scoring.verdicts, parts.map(|(scored_by, tally)| Part { scored_by, tally }).collect())
    }

    /// Scores a node and everything under it, in the order of the set.
    fn node(&mut self, node: Node, above: Above) -> Heard {
        let asked = self.criteria.at(node);
        let at = self.verdicts.len();
        self.verdicts.push(Verdict::empty(asked));
        let heard = if asked.applies_to(self.dossier.agency.kind.as_ref()) {
            let entry = self.dossier.counting(node, asked.scored_by).cloned();
            self.verdicts[at].entry.clone_from(&entry);
            match (&asked.scored, above) {
                (_, Above::Decided(_) | Above::Out(_)) => self.settled(node, above),
                (Scored::Rule(rule), Above::Open) => self.leaf(node, rule, entry.as_deref()),
                (Scored::Parts, Above::Open) => self.group(node, entry.as_ref()),
            }
        } else {
            self.verdicts[at].outcome = Outcome::NotForKind;
            for part in self.criteria.parts(node).collect::<Vec<_>>() {
                self.not_for_kind(part);
            }
            Heard::default()
        };
        if asked.rule().is_none() {
            self.finish(node, heard);
        }
        heard
    }

    fn not_for_kind(&mut self, node: Node) {
        for node in self.criteria.within(node) {
            self.verdicts
                .push(Verdict { outcome: Outcome::NotForKind, ..Verdict::empty(self.criteria.at(node)) });
        }
    }

    /// A node under a group that was settled whole.
    fn settled(&mut self, node: Node, above: Above) -> Heard {
        let asked = self.criteria.at(node);
        let verdict = &mut self.verdicts[node.index()];
        let tally = &mut verdict.tally;
        match above {
            Above::Decided(group) => {
                verdict.outcome = Outcome::DecidedAbove(group);
                tally.applicable = asked.points.clone();
                tally.answered = asked.points.clone();
            }
            Above::Out(group) => {
                verdict.outcome = Outcome::NotApplicable(Absence::Above(group));
                tally.excused = asked.points.clone();
            }
            Above::Open => unreachable!("nothing above settles it"),
        }
        let mut heard = match above {
            Above::Decided(_) if asked.rule().is_some() => self.heard(node, true),
            Above::Decided(_) | Above::Out(_) | Above::Open => Heard::default(),
        };
        for part in self.criteria.parts(node).collect::<Vec<_>>() {
            heard = heard.and(self.node(part, above));
        }
        heard
    }

    fn leaf(&mut self, node: Node, rule: &Rule, entry: Option<&Entry>) -> Heard {
        let asked = self.criteria.at(node);
        let claim = entry.and_then(|entry| entry.claim.as_ref());
        let (outcome, tally) = match claim {
            None => (Outcome::Missing, Tally { applicable: asked.points.clone(), ..Tally::default() }),
            Some(Claim::NotApplicable { reason }) => self.out(asked, Absence::Said(reason.clone())),
            Some(Claim::Decided { points, because }) => {
                let outcome = Outcome::Decided { points: points.clone(), because: because.clone() };
                (outcome, self.answered(asked, points))
            }
            Some(Claim::Fact(answer)) => match rule.scheme.earn(&asked.points, answer, self.dossier.period) {
                Earned { points: None, .. } => self.out(asked, Absence::Empty(answer.clone())),
                earned => {
                    let tally = self.answered(asked, earned.points.as_ref().expect("looked at above"));
                    (Outcome::Scored { answer: answer.clone(), earned }, tally)
                }
            },
        };
        let heard = if matches!(outcome, Outcome::NotApplicable(_)) && tally.applicable.is_zero() {
            Heard::default()
        } else {
            self.heard(node, !matches!(outcome, Outcome::Missing))
        };
        let tally = Tally { points: asked.points.clone(), ..tally };
        self.parts[asked.scored_by as usize].add(&tally);
        let verdict = &mut self.verdicts[node.index()];
        verdict.outcome = outcome;
        verdict.tally = tally;
        heard
    }

    fn answered(&self, asked: &Criterion, points: &Points) -> Tally {
        Tally {
            points: asked.points.clone(),
            applicable: asked.points.clone(),
            answered: asked.points.clone(),
            excused: Points::ZERO,
            awarded: Rounding::after(self.criteria.rounding, Stage::Criterion, points.clone()),
        }
    }

    /// A node with nothing to measure, under its convention. Where an answer would be refused it is left out: the
    /// set itself says then that there was nothing.
    fn out(&self, asked: &Criterion, absence: Absence) -> (Outcome, Tally) {
        let kept = |points: &Points| Tally { excused: asked.points.clone(), ..self.answered(asked, points) };
        let tally = match asked.when_not_applicable {
            WhenNotApplicable::Refuse | WhenNotApplicable::LeaveOut => {
                Tally { points: asked.points.clone(), excused: asked.points.clone(), ..Tally::default() }
            }
            WhenNotApplicable::Full => kept(&asked.points),
            WhenNotApplicable::Zero => kept(&Points::ZERO),
        };
        (Outcome::NotApplicable(absence), tally)
    }

    /// Which role a leaf waits for; one of no points makes nobody wait.
    fn heard(&self, node: Node, answered: bool) -> Heard {
        let asked = self.criteria.at(node);
        if asked.points.is_zero() { Heard::default() } else { Heard::one(asked.scored_by, answered) }
    }

    fn group(&mut self, node: Node, entry: Option<&Arc<Entry>>) -> Heard {
        let asked = self.criteria.at(node);
        let parts: Vec<Node> = self.criteria.parts(node).collect();
        let stage = if node == Node::ROOT { Stage::Total } else { Stage::Level };
        let (outcome, tally, above) = match entry.and_then(|entry| entry.claim.as_ref()) {
            Some(Claim::Decided { points, because }) => {
                let outcome = Outcome::Decided { points: points.clone(), because: because.clone() };
                let mut tally = self.answered(asked, points);
                tally.awarded = Rounding::after(self.criteria.rounding, stage, points.clone());
                (outcome, tally, Above::Decided(node))
            }
            Some(Claim::NotApplicable { reason }) => {
                let (outcome, tally) = self.out(asked, Absence::Said(reason.clone()));
                (outcome, tally, Above::Out(node))
            }
            Some(Claim::Fact(_)) | None => return self.combined(node, &parts, stage),
        };
        // What is settled whole counts in the part of the group's own role.
        self.parts[asked.scored_by as usize].add(&tally);
        let out = matches!(above, Above::Out(_));
        let verdict = &mut self.verdicts[node.index()];
        verdict.outcome = outcome;
        verdict.tally = tally;
        let mut heard = Heard::default();
        for part in parts {
            heard = heard.and(self.node(part, above));
        }
        if out { Heard::default() } else { heard }
    }

    fn combined(&mut self, node: Node, parts: &[Node], stage: Stage) -> Heard {
        let asked = self.criteria.at(node);
        let mut heard = Heard::default();
        let mut tally = Tally::default();
        for part in parts {
            heard = heard.and(self.node(*part, Above::Open));
            tally.add(&self.verdicts[part.index()].tally);
        }
        tally.points = asked.points.clone();
        let counted = parts.iter().map(|part| &self.verdicts[part.index()]);
        let for_kind = counted.filter(|part| part.outcome != Outcome::NotForKind);
        let all_out = for_kind.clone().count() > 0
            && for_kind.clone().all(|part| {
                matches!(part.outcome, Outcome::NotApplicable(_)) && part.tally.applicable.is_zero()
            });
        let (outcome, tally) = if all_out {
            let (outcome, out) = self.out(asked, Absence::NoPart);
            // The parts have been counted as out; what the convention keeps after all comes on top.
            let on_top = Tally { points: Points::ZERO, excused: Points::ZERO, ..out.clone() };
            self.parts[asked.scored_by as usize].add(&on_top);
            (outcome, out)
        } else {
            tally.awarded = Rounding::after(self.criteria.rounding, stage, tally.awarded);
            (Outcome::Combined, tally)
        };
        let verdict = &mut self.verdicts[node.index()];
        verdict.outcome = outcome;
        verdict.tally = tally;
        heard
    }

    /// The index and grade of a group.
    fn finish(&mut self, node: Node, heard: Heard) {
        let asked = self.criteria.at(node);
        let stage = if node == Node::ROOT { Stage::Total } else { Stage::Level };
        let rounding = self.criteria.rounding;
        let verdict = &mut self.verdicts[node.index()];
        let scored = !matches!(
            verdict.outcome,
            Outcome::NotForKind | Outcome::DecidedAbove(_) | Outcome::NotApplicable(Absence::Above(_))
        );
        let ratio = verdict.tally.awarded.over(&verdict.tally.applicable).filter(|_| scored);
        verdict.index = ratio.map(|ratio| Rounding::after(rounding, stage, &ratio * &Points::HUNDRED));
        verdict.provisional = scored && heard.waits();
        verdict.grade = match &verdict.index {
            Some(index) if !verdict.provisional => asked
                .grades
                .iter()
                .position(|grade| grade.from.as_ref().is_none_or(|from| *index >= from * &Points::HUNDRED)),
            Some(_) | None => None,
        };
    }
}

impl Verdict {
    fn empty(asked: &Criterion) -> Verdict {
        Verdict {
            outcome: Outcome::Missing,
            tally: Tally { points: asked.points.clone(), ..Tally::default() },
            entry: None,
            index: None,
            provisional: false,
            grade: None,
        }
    }
}

impl Tally {
    fn add(&mut self, other: &Tally) {
        self.points += &other.points;
        self.applicable += &other.applicable;
        self.answered += &other.answered;
        self.excused += &other.excused;
        self.awarded += &other.awarded;
    }
}
