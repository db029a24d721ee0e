//! The list of the ways of scoring, and the reading of a criterion's rule.

use std::collections::BTreeMap;

use super::keys::{WHEN_EMPTY, WHEN_EMPTY_WORDS};
use super::{
    Offer, Scheme, bands, checklist, choice, count, deadline, deduct, formula, judged, proofs, share, survey,
    versus_peers, yes_no,
};
use crate::fields::{Fields, Reading};
use crate::id::nearest;
use crate::points::Points;
use crate::problem::{Fault, Problems};
use crate::source::Place;
use crate::yaml::{Key, Node, Value};

use super::WhenEmpty;

/// A way of scoring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Full points or none.
    YesNo,
    /// One of several options.
    Choice,
    /// Items that hold, added.
    Checklist,
    /// In proportion to a share.
    Share,
    /// Steps with explicit edges.
    Bands,
    /// So much for each.
    Count,
    /// So much off for each fault.
    Deduct,
    /// By a day.
    Deadline,
    /// The mean over replies.
    Survey,
    /// An assessor's judgement.
    Judged,
    /// By a formula over named numbers.
    Formula,
    /// By comparison with the peers.
    VersusPeers,
}

/// A criterion's rule: the way of scoring as written, and the scheme that it was lowered to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The way of scoring.
    pub kind: Kind,
    /// What it means.
    pub scheme: Scheme,
    /// Of a criterion of 0 points, which is followed but not scored: the same over one point, so that gates and
    /// limits can read its share of full.
    pub unit: Option<Scheme>,
}

/// What a rule stands on: its criterion's points, and the scales of its set.
pub struct Ground<'a> {
    /// The criterion's points.
    pub points: &'a Points,
    /// Whether those are its points. Where they could not be read some others stand in for them, so that the
    /// rule's own faults are found, and nothing is proved of them.
    pub firm: bool,
    /// Whether a best answer that misses the points is accepted, as the official text's own defect.
    pub excused: bool,
    /// The named answer lists, if they could be read; a broken list is known by its name.
    pub scales: Option<&'a BTreeMap<String, Option<Vec<Offer>>>>,
}

impl Kind {
    /// Every way of scoring, in the order of the guide.
    pub const ALL: [Kind; 12] = [
        Kind::YesNo,
        Kind::Choice,
        Kind::Checklist,
        Kind::Share,
        Kind::Bands,
        Kind::Count,
        Kind::Deduct,
        Kind::Deadline,
        Kind::Survey,
        Kind::Judged,
        Kind::Formula,
        Kind::VersusPeers,
    ];

    /// The key in criteria files.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Kind::YesNo => "yes-no",
            Kind::Choice => "choice",
            Kind::Checklist => "checklist",
            Kind::Share => "share",
            Kind::Bands => "bands",
            Kind::Count => "count",
            Kind::Deduct => "deduct",
            Kind::Deadline => "deadline",
            Kind::Survey => "survey",
            Kind::Judged => "judged",
            Kind::Formula => "formula",
            Kind::VersusPeers => "versus-peers",
        }
    }

    fn of(word: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// Whether it can meet a share of nothing, so that `when-empty` may stand beside its settings.
    #[must_use]
    pub fn can_be_empty(self) -> bool {
        match self {
            Kind::Share | Kind::Bands | Kind::Survey | Kind::VersusPeers => true,
            Kind::YesNo
            | Kind::Choice
            | Kind::Checklist
            | Kind::Count
            | Kind::Deduct
            | Kind::Deadline
            | Kind::Judged
            | Kind::Formula => false,
        }
    }

    fn read(self, reading: &mut Reading<'_>, settings: Settings<'_>, ground: &Ground<'_>) -> Option<Scheme> {
        match self {
            Kind::YesNo => yes_no::read(reading, settings, ground),
            Kind::Choice => choice::read(reading, settings, ground),
            Kind::Checklist => checklist::read(reading, settings, ground),
            Kind::Share => share::read(reading, settings, ground),
            Kind::Bands => bands::read(reading, settings, ground),
            Kind::Count => count::read(reading, settings, ground),
            Kind::Deduct => deduct::read(reading, settings, ground),
            Kind::Deadline => deadline::read(reading, settings, ground),
            Kind::Survey => survey::read(reading, settings, ground),
            Kind::Judged => judged::read(reading, settings, ground),
            Kind::Formula => formula::read(reading, settings),
            Kind::VersusPeers => versus_peers::read(reading, settings, ground),
        }
    }
}

/// What stands under a kind's key, if anything.
#[derive(Clone, Copy)]
pub(super) struct Settings<'n> {
    /// The way of scoring.
    pub(super) kind: Kind,
    /// The place of the rule, for what is missing.
    pub(super) place: Place,
    /// The settings; `None` when the rule is written bare.
    pub(super) node: Option<&'n Node>,
    /// `when-empty` beside the kind, if written there.
    pub(super) when_empty: Option<WhenEmpty>,
    /// Where it is written.
    pub(super) when_empty_place: Option<Place>,
}

impl<'n> Settings<'n> {
    /// The settings of a kind that needs some.
    pub(super) fn needed(self, reading: &mut Reading<'_>) -> Option<&'n Node> {
        if self.node.is_none() {
            reading.fault(self.place, Fault::RuleNeedsSettings { kind: self.kind.word() });
        }
        self.node
    }

    /// The table of settings of a kind that can do without; an empty one when the rule is written bare.
    pub(super) fn table(self, reading: &mut Reading<'_>, known: &'n [&'n str]) -> Option<Fields<'n>> {
        match self.node {
            None => Some(Fields::none(self.place)),
            Some(node) => reading.table(node, known),
        }
    }
}

/// `when-empty` among a kind's own settings, or beside the kind, and not in both places.
pub(super) fn when_empty(
    reading: &mut Reading<'_>,
    settings: Settings<'_>,
    fields: Fields<'_>,
) -> Option<WhenEmpty> {
    let Some(node) = fields.get(WHEN_EMPTY) else { return settings.when_empty };
    if let Some(beside) = settings.when_empty_place {
        let inside = fields.key_place(WHEN_EMPTY);
        let first = reading.spot(inside.min(beside));
        let fault = Fault::YamlDuplicateKey { key: WHEN_EMPTY.to_owned(), first };
        reading.fault(inside.max(beside), fault);
    }
    reading.word(node, &WHEN_EMPTY_WORDS)
}

impl Rule {
    /// Reads a rule: a bare word, or a table with the kind as its key.
    pub fn read(reading: &mut Reading<'_>, node: &Node, ground: &Ground<'_>) -> Option<Rule> {
        let settings = match &node.value {
            Value::Scalar(word) => {
                let kind = known_kind(reading, word, node.place)?;
                Settings { kind, place: node.place, node: None, when_empty: None, when_empty_place: None }
            }
            Value::Empty | Value::List(_) | Value::Table(_) => Rule::settings(reading, node)?,
        };
        let before = reading.problems.faults();
        let scheme = settings.kind.read(reading, settings, ground)?;
        if ground.firm && !ground.excused && reading.problems.faults() == before {
            proofs::reach(reading, settings, &scheme, ground.points);
        }
        let unit = ground.points.is_zero().then(|| Rule::unit(reading, settings, ground)).flatten();
        Some(Rule { kind: settings.kind, scheme, unit })
    }

    /// The same rule over one point.
    fn unit(reading: &Reading<'_>, settings: Settings<'_>, ground: &Ground<'_>) -> Option<Scheme> {
        let mut unheard = Problems::default();
        let mut again = Reading { source: reading.source, problems: &mut unheard };
        settings.kind.read(&mut again, settings, &Ground { points: &Points::ONE, firm: false, ..*ground })
    }

    fn settings<'n>(reading: &mut Reading<'_>, node: &'n Node) -> Option<Settings<'n>> {
        let entries = reading.entries(node)?;
        let mut kinds: Vec<&(Key, Node)> = entries.iter().filter(|(key, _)| key.text != WHEN_EMPTY).collect();
        if kinds.len() > 1 {
            // Beside a way of scoring, what is none can only be meant as its `when-empty`.
            let misspelt =
                |key: &Key| Kind::of(&key.text).is_none() && nearest(&key.text, [WHEN_EMPTY]).is_some();
            for (key, _) in kinds.iter().filter(|(key, _)| misspelt(key)) {
                reading.unknown_key(key, &[WHEN_EMPTY]);
            }
            kinds.retain(|(key, _)| !misspelt(key));
        }
        let [(key, under)] = kinds[..] else {
            let kinds = kinds.iter().map(|(key, _)| key.text.clone()).collect();
            reading.fault(node.place, Fault::RuleNotOne { kinds });
            return None;
        };
        let kind = known_kind(reading, &key.text, key.place)?;
        let beside = entries.iter().find(|(key, _)| key.text == WHEN_EMPTY);
        let when_empty = match beside {
            Some((key, _)) if !kind.can_be_empty() => {
                reading.fault(key.place, Fault::WhenEmptyIdle { kind: kind.word() });
                None
            }
            Some((_, node)) => reading.word(node, &WHEN_EMPTY_WORDS),
            None => None,
        };
        let under = if matches!(under.value, Value::Empty) { None } else { Some(under) };
        let when_empty_place = beside.map(|(key, _)| key.place);
        Some(Settings { kind, place: key.place, node: under, when_empty, when_empty_place })
    }
}

fn known_kind(reading: &mut Reading<'_>, word: &str, place: Place) -> Option<Kind> {
    let kind = Kind::of(word);
    if kind.is_none() {
        let known = Kind::ALL.iter().map(|kind| kind.word());
        let fault = Fault::WordUnknown {
            word: word.to_owned(),
            nearest: nearest(word, known.clone()).map(str::to_owned),
            known: known.map(str::to_owned).collect(),
        };
        reading.fault(place, fault);
    }
    kind
}
