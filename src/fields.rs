//! A table read by its keys: what is missing, unknown or of the wrong shape is kept as a fault at its place,
//! and the reading goes on.

use crate::calendar::{Date, DateFlaw};
use crate::id::{Id, nearest};
use crate::points::{LONGEST_NUMBER, NumberFlaw, Points};
use crate::problem::{Fault, Problems, Shape, Warning};
use crate::source::{Place, Source, Spot};
use crate::yaml::{Key, Node, Value};

/// A file under reading and the problems found so far.
pub struct Reading<'a> {
    /// The file.
    pub source: &'a Source,
    /// What is wrong with it so far.
    pub problems: &'a mut Problems,
}

/// The entries of a table and the keys that may stand in it.
#[derive(Clone, Copy)]
pub struct Fields<'n> {
    /// Where the table stands.
    pub place: Place,
    entries: &'n [(Key, Node)],
    known: &'n [&'n str],
}

/// A number as an edge, a goal or points may be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Amount {
    /// `80%` or `2/3`: a share.
    Share(Points),
    /// `12.5`: points, days, a count.
    Plain(Points),
}

impl Reading<'_> {
    /// The place as people look for it.
    #[must_use]
    pub fn spot(&self, place: Place) -> Spot {
        self.source.spot(place)
    }

    /// Keeps a fault.
    pub fn fault(&mut self, place: Place, fault: Fault) {
        let spot = self.spot(place);
        self.problems.fault(spot, fault);
    }

    /// Keeps a warning.
    pub fn warn(&mut self, place: Place, warning: Warning) {
        let spot = self.spot(place);
        self.problems.warn(spot, warning);
    }

    fn shape(&mut self, node: &Node, expected: Shape) {
        self.fault(node.place, Fault::ShapeWrong { expected, found: node.shape() });
    }

    /// The table that `node` is; keys that are not `known` are faults.
    pub fn table<'n>(&mut self, node: &'n Node, known: &'n [&'n str]) -> Option<Fields<'n>> {
        let fields = Fields::of(node, known);
        if fields.is_none() {
            self.shape(node, Shape::Table);
        }
        for (key, _) in fields?.entries {
            if !known.contains(&key.text.as_str()) {
                self.unknown_key(key, known);
            }
        }
        fields
    }

    /// Keeps a fault for a key that is none of the `known`.
    pub fn unknown_key(&mut self, key: &Key, known: &[&str]) {
        let fault = Fault::KeyUnknown {
            key: key.text.clone(),
            nearest: nearest(&key.text, known.iter().copied()).map(str::to_owned),
            known: known.iter().map(|&key| key.to_owned()).collect(),
        };
        self.fault(key.place, fault);
    }

    /// The table that `node` is, whatever its keys.
    pub fn entries<'n>(&mut self, node: &'n Node) -> Option<&'n [(Key, Node)]> {
        if let Value::Table(entries) = &node.value {
            Some(entries)
        } else {
            self.shape(node, Shape::Table);
            None
        }
    }

    /// The list that `node` is.
    pub fn list<'n>(&mut self, node: &'n Node) -> Option<&'n [Node]> {
        if let Value::List(items) = &node.value {
            Some(items)
        } else {
            self.shape(node, Shape::List);
            None
        }
    }

    /// The list that `node` is; an empty one is a fault.
    pub fn filled_list<'n>(&mut self, node: &'n Node) -> Option<&'n [Node]> {
        let items = self.list(node)?;
        if items.is_empty() {
            self.fault(node.place, Fault::ListEmpty);
            return None;
        }
        Some(items)
    }

    /// The text that `node` is, without blanks around it.
    pub fn text<'n>(&mut self, node: &'n Node) -> Option<&'n str> {
        if let Value::Scalar(text) = &node.value {
            Some(text.trim())
        } else {
            self.shape(node, Shape::Scalar);
            None
        }
    }

    /// The text that `node` is; one of blanks alone is as if nothing were there.
    pub fn filled_text<'n>(&mut self, node: &'n Node) -> Option<&'n str> {
        let text = self.text(node)?;
        if text.is_empty() {
            self.fault(node.place, Fault::ShapeWrong { expected: Shape::Scalar, found: Shape::Empty });
            return None;
        }
        Some(text)
    }

    /// The id that `node` is; an empty one is a fault.
    pub fn id(&mut self, node: &Node) -> Option<Id> {
        let text = self.text(node)?;
        if text.is_empty() {
            self.fault(node.place, Fault::IdReserved { id: String::new() });
            return None;
        }
        Some(Id::new(text))
    }

    /// The value of a key that must be there. Where it is misspelt, that has been told.
    pub fn required<'n>(&mut self, fields: Fields<'n>, key: &str) -> Option<&'n Node> {
        let node = fields.get(key);
        if node.is_none() && !fields.misspelt(key) {
            self.fault(fields.key_place(key), Fault::KeyMissing { key: key.to_owned() });
        }
        node
    }

    /// One of a list of words.
    pub fn word<T: Copy>(&mut self, node: &Node, words: &[(&str, T)]) -> Option<T> {
        let text = self.filled_text(node)?;
        let found = words.iter().find(|(word, _)| *word == text).map(|(_, meaning)| *meaning);
        if found.is_none() {
            let known = words.iter().map(|(word, _)| *word);
            let fault = Fault::WordUnknown {
                word: text.to_owned(),
                nearest: nearest(text, known.clone()).map(str::to_owned),
                known: known.map(str::to_owned).collect(),
            };
            self.fault(node.place, fault);
        }
        found
    }

    /// `true` or `false`.
    pub fn truth(&mut self, node: &Node) -> Option<bool> {
        self.word(node, &[("true", true), ("false", false)])
    }

    /// A number as it is written.
    pub fn number(&mut self, node: &Node) -> Option<Points> {
        let text = self.filled_text(node)?;
        self.number_in(node.place, text)
    }

    /// The number that `text` at `place` is.
    pub fn number_in(&mut self, place: Place, text: &str) -> Option<Points> {
        Points::read(text).map_err(|flaw| self.fault(place, number_fault(text, flaw))).ok()
    }

    /// A number that is not below zero.
    pub fn amount_of_points(&mut self, node: &Node) -> Option<Points> {
        let number = self.number(node)?;
        self.least(node.place, Amount::Plain(number), true).map(|amount| amount.of(&Points::ONE))
    }

    /// A number above zero.
    pub fn above_zero(&mut self, node: &Node) -> Option<Points> {
        let number = self.number(node)?;
        self.least(node.place, Amount::Plain(number), false).map(|amount| amount.of(&Points::ONE))
    }

    /// `amount` unless it is below zero, or is zero where that is not `allowed`.
    fn least(&mut self, place: Place, amount: Amount, allowed: bool) -> Option<Amount> {
        let (Amount::Share(number) | Amount::Plain(number)) = &amount;
        if number.is_negative() || (number.is_zero() && !allowed) {
            let share = matches!(amount, Amount::Share(_));
            let number = number.clone();
            self.fault(place, Fault::NumberTooSmall { number, least: Points::ZERO, allowed, share });
            return None;
        }
        Some(amount)
    }

    /// A weight: a number or a fraction above zero.
    pub fn weight(&mut self, node: &Node) -> Option<Points> {
        match self.amount_from_zero(node, false)? {
            Amount::Share(weight) | Amount::Plain(weight) => Some(weight),
        }
    }

    /// A whole number from `least` to `most`.
    pub fn whole_number(&mut self, node: &Node, least: i16, most: i16) -> Option<i16> {
        let number = self.number(node)?;
        let (low, high) = (Points::whole(least.into()), Points::whole(most.into()));
        let fault = if !number.is_whole() {
            Fault::NumberNotWhole { number }
        } else if number < low {
            Fault::NumberTooSmall { number, least: low, allowed: true, share: false }
        } else if number > high {
            Fault::NumberTooLarge { number, most: high, share: false }
        } else {
            return (least..=most).find(|whole| Points::whole(i64::from(*whole)) == number);
        };
        self.fault(node.place, fault);
        None
    }

    /// A number, a percent or a fraction; not below zero, and zero itself only where that is `allowed`.
    pub fn amount_from_zero(&mut self, node: &Node, allowed: bool) -> Option<Amount> {
        let amount = self.amount(node)?;
        self.least(node.place, amount, allowed)
    }

    /// A number, a percent or a fraction.
    pub fn amount(&mut self, node: &Node) -> Option<Amount> {
        let text = self.filled_text(node)?;
        if let Some(percent) = text.strip_suffix('%') {
            return self
                .number_in(node.place, percent.trim_end())
                .map(|number| Amount::Share(number.percent()));
        }
        if let Some((part, whole)) = text.split_once('/') {
            let part = self.number_in(node.place, part)?;
            let whole = self.number_in(node.place, whole)?;
            let ratio = part.over(&whole);
            if ratio.is_none() {
                self.fault(node.place, Fault::NumberWrong { text: text.to_owned() });
            }
            return ratio.map(Amount::Share);
        }
        self.number_in(node.place, text).map(Amount::Plain)
    }

    /// A percent or a fraction above zero, up to the whole.
    pub fn part_of_whole(&mut self, node: &Node) -> Option<Points> {
        match self.amount(node)? {
            Amount::Plain(_) => {
                let text = self.text(node)?.to_owned();
                self.fault(node.place, Fault::PercentMissing { text });
                None
            }
            Amount::Share(share) if share > Points::ONE => {
                self.fault(
                    node.place,
                    Fault::NumberTooLarge { number: share, most: Points::ONE, share: true },
                );
                None
            }
            share @ Amount::Share(_) => {
                self.least(node.place, share, false).map(|share| share.of(&Points::ONE))
            }
        }
    }

    /// Points as they are, or a percent of `full`; not below zero.
    pub fn points_of(&mut self, node: &Node, full: &Points) -> Option<Points> {
        self.amount_from_zero(node, true).map(|amount| amount.of(full))
    }

    /// A date.
    pub fn date(&mut self, node: &Node) -> Option<Date> {
        let text = self.filled_text(node)?;
        self.date_in(node.place, text)
    }

    /// The date that `text` at `place` is.
    pub fn date_in(&mut self, place: Place, text: &str) -> Option<Date> {
        Date::read(text).map_err(|flaw| self.fault(place, date_fault(text, flaw))).ok()
    }
}

/// The fault for a text that is no number.
#[must_use]
pub fn number_fault(text: &str, flaw: NumberFlaw) -> Fault {
    let text = text.to_owned();
    match flaw {
        NumberFlaw::Comma(offer) => Fault::NumberComma { text, offer },
        NumberFlaw::TooLong => Fault::NumberTooLong { most: LONGEST_NUMBER },
        NumberFlaw::NotANumber => Fault::NumberWrong { text },
    }
}

/// The fault for a text that is no date.
#[must_use]
pub fn date_fault(text: &str, flaw: DateFlaw) -> Fault {
    let text = text.to_owned();
    match flaw {
        DateFlaw::NoSuchDay => Fault::DateNotReal { text },
        DateFlaw::NotADate => Fault::DateWrong { text },
    }
}

impl Amount {
    /// The number itself, or the share of `whole`.
    #[must_use]
    pub fn of(self, whole: &Points) -> Points {
        match self {
            Amount::Share(share) => &share * whole,
            Amount::Plain(number) => number,
        }
    }
}

impl<'n> Fields<'n> {
    /// The entries of `node` if it is a table; says nothing of it.
    #[must_use]
    pub fn of(node: &'n Node, known: &'n [&'n str]) -> Option<Fields<'n>> {
        match &node.value {
            Value::Table(entries) => Some(Fields { place: node.place, entries, known }),
            Value::Empty | Value::Scalar(_) | Value::List(_) => None,
        }
    }

    /// A table with nothing in it, for what is written bare.
    #[must_use]
    pub fn none(place: Place) -> Fields<'n> {
        Fields { place, entries: &[], known: &[] }
    }

    /// The value of a key; a key with nothing behind it is as if it were not there.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&'n Node> {
        self.written(key).filter(|node| node.shape() != Shape::Empty)
    }

    /// The value of a key that stands in the table, even if nothing stands behind it.
    #[must_use]
    pub fn written(&self, key: &str) -> Option<&'n Node> {
        self.entries.iter().find(|(entry, _)| entry.text == key).map(|(_, node)| node)
    }

    /// Whether a key is not there because it is misspelt: what follows from its absence is the same mistake.
    #[must_use]
    pub fn misspelt(&self, key: &str) -> bool {
        self.written(key).is_none()
            && self.entries.iter().any(|(entry, _)| {
                !self.known.contains(&entry.text.as_str())
                    && nearest(&entry.text, self.known.iter().copied()) == Some(key)
            })
    }

    /// Where a key itself stands, for a fault of the key and not of its value.
    #[must_use]
    pub fn key_place(&self, key: &str) -> Place {
        self.entries.iter().find(|(entry, _)| entry.text == key).map_or(self.place, |(entry, _)| entry.place)
    }
}
