//! From a formula's text to one that cannot fail: names are known, numbers and truth values told apart, nothing is
//! divided by what can be zero. Every fault is told at its place inside the text.

use std::ops::Range;

use super::ground::{Fact, Ground};
use super::syntax::{Node, What, parsed};
use super::tokens::{Placed, Sign, Token, pieces};
use super::tree::{Alone, Arithmetic, Extreme, Join, Number, Truth};
use crate::fields::Reading;
use crate::id::nearest;
use crate::points::Points;
use crate::problem::{Fault, FormulaFlaw};
use crate::source::Place;
use crate::yaml;

/// How long a formula may be, in characters.
const LONGEST: usize = 1_000;

/// How many operations a formula may have: it bounds how large its numbers grow and how deep its tree is.
const MOST_OPERATIONS: usize = 128;

/// A named number that a formula may use, and between what ends it lies. `None` is without end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The name.
    pub name: String,
    /// The least that it can be.
    pub low: Option<Points>,
    /// The most that it can be.
    pub high: Option<Points>,
}

impl Name {
    /// A number that is not below zero.
    #[must_use]
    pub fn from_zero(name: &str) -> Name {
        Name { name: name.to_owned(), low: Some(Points::ZERO), high: None }
    }

    /// Any number.
    #[must_use]
    pub fn any(name: &str) -> Name {
        Name { name: name.to_owned(), low: None, high: None }
    }
}

/// Whether a text has the form of a name in a formula: a small letter, then small letters, digits and `_`.
pub(in crate::rules) fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

/// A formula over named numbers that was checked: it has a value whatever they are within their ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expression {
    pub(super) root: Number,
    pub(super) written: Vec<Written>,
    names: Vec<String>,
}

/// A stretch of a formula as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Written {
    /// A text, with single blanks.
    Text(String),
    /// One of the named numbers.
    Named(usize),
}

impl Expression {
    /// Reads the formula that `node` is, over the named numbers that it may use. What is wrong is kept at its place
    /// in the text, where the file has it as it is meant: plain, or between quotes without escapes.
    pub fn read(reading: &mut Reading<'_>, node: &yaml::Node, names: &[Name]) -> Option<Expression> {
        reading.filled_text(node)?;
        let yaml::Value::Scalar(text) = &node.value else { return None };
        if text.chars().count() > LONGEST {
            reading.fault(node.place, Fault::FormulaTooLong { most: LONGEST, operations: false });
            return None;
        }
        let before = reading.problems.faults();
        let inside = Inside::of(reading, node.place, text);
        let pieces = pieces(text);
        let is_comma =
            |fault: &Fault| matches!(fault, Fault::FormulaSyntax { flaw: FormulaFlaw::Comma { .. } });
        let commas = pieces.faults.iter().any(|(_, fault)| is_comma(fault));
        for (span, fault) in pieces.faults {
            reading.fault(inside.place(&span), fault);
        }
        if pieces.lost {
            return None;
        }
        let operations = pieces.tokens.iter().filter(|(token, _)| token.is_operation()).count();
        if operations > MOST_OPERATIONS {
            reading.fault(node.place, Fault::FormulaTooLong { most: MOST_OPERATIONS, operations: true });
            return None;
        }
        let tree = match parsed(text, &pieces.tokens) {
            Ok(tree) => tree,
            Err((span, fault)) => {
                reading.fault(inside.place(&span), fault);
                return None;
            }
        };
        let ground = Ground::new(names.iter().map(|name| (name.low.clone(), name.high.clone())));
        let mut checker = Checker { reading, inside, text, names, ground, unsure: 0, commas };
        let root = checker.number(&tree)?;
        let names: Vec<String> = names.iter().map(|name| name.name.clone()).collect();
        let written = written(text, &pieces.tokens, &names);
        (reading.problems.faults() == before).then_some(Expression { root, written, names })
    }

    /// As it is written.
    #[must_use]
    pub fn text(&self) -> String {
        self.said(|at| self.names[at].clone())
    }

    /// As it is written, with what `named` says in place of each named number.
    pub(super) fn said(&self, named: impl Fn(usize) -> String) -> String {
        let piece = |piece: &Written| match piece {
            Written::Text(text) => text.clone(),
            Written::Named(at) => named(*at),
        };
        self.written.iter().map(piece).collect()
    }

    /// The least and the most that it can be while each named number stays within its ends. `None` is without end,
    /// or not known.
    #[must_use]
    pub fn bounds(&self, inputs: &[(Points, Option<Points>)]) -> (Option<Points>, Option<Points>) {
        let ends = inputs.iter().map(|(low, high)| (Some(low.clone()), high.clone()));
        let range = Ground::new(ends).range(&self.root);
        (range.low.number(), range.high.number())
    }
}

/// The text between and around the named numbers. A name before a bracket is a function.
fn written(text: &str, tokens: &[Placed], names: &[String]) -> Vec<Written> {
    let mut written = Vec::new();
    let mut from = 0;
    for (at, (token, span)) in tokens.iter().enumerate() {
        let calls = matches!(tokens.get(at + 1), Some((Token::Open, _)));
        if let Token::Name(name) = token
            && let Some(named) = names.iter().position(|known| known == name)
            && !calls
        {
            written.push(Written::Text(single_blanks(&text[from..span.start], from == 0, false)));
            written.push(Written::Named(named));
            from = span.end;
        }
    }
    written.push(Written::Text(single_blanks(&text[from..], from == 0, true)));
    written
}

/// A stretch of text with one blank for many, and none at the ends of the whole.
fn single_blanks(text: &str, first: bool, last: bool) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let blank = |is: bool| if is { " " } else { "" };
    let (before, after) = (text.starts_with(char::is_whitespace), text.ends_with(char::is_whitespace));
    match words[..] {
        [] => blank(before && !first && !last).to_owned(),
        _ => format!("{}{}{}", blank(before && !first), words.join(" "), blank(after && !last)),
    }
}

/// Where a formula's text stands in its file.
struct Inside {
    whole: Place,
    /// The first byte, where the file has the text as it is meant.
    start: Option<usize>,
}

impl Inside {
    fn of(reading: &Reading<'_>, whole: Place, text: &str) -> Inside {
        let found = reading.source.range(whole).and_then(|range| {
            let raw = reading.source.text().get(range.clone())?;
            let quoted = |quote: char| raw.strip_prefix(quote)?.strip_suffix(quote);
            if raw == text {
                return Some(range.start);
            }
            (quoted('"').or_else(|| quoted('\'')) == Some(text)).then_some(range.start + 1)
        });
        Inside { whole, start: found }
    }

    fn place(&self, span: &Range<usize>) -> Place {
        match self.start {
            Some(start) => Place::Span { start: start + span.start, len: span.len() },
            None => self.whole,
        }
    }
}

/// The functions, each as it is written.
const FUNCTIONS: [(&str, Function, &str); 7] = [
    ("min", Function::Extreme(Extreme::Min), "min(a, b)"),
    ("max", Function::Extreme(Extreme::Max), "max(a, b)"),
    ("abs", Function::Alone(Alone::Abs), "abs(a)"),
    ("floor", Function::Alone(Alone::Floor), "floor(a)"),
    ("ceil", Function::Alone(Alone::Ceil), "ceil(a)"),
    ("clamp", Function::Clamp, "clamp(a, low, high)"),
    ("share", Function::Share, "share(a, b, otherwise)"),
];

#[derive(Clone, Copy)]
enum Function {
    Extreme(Extreme),
    Alone(Alone),
    Clamp,
    Share,
}

struct Checker<'a, 'r> {
    reading: &'a mut Reading<'r>,
    inside: Inside,
    text: &'a str,
    names: &'a [Name],
    ground: Ground,
    /// How many conditions around are not known, since they have faults of their own.
    unsure: usize,
    /// Whether a comma could be a decimal comma, so that nobody knows how many values there are.
    commas: bool,
}

impl Checker<'_, '_> {
    fn fault(&mut self, span: &Range<usize>, fault: Fault) {
        self.reading.fault(self.inside.place(span), fault);
    }

    /// The number that `node` is.
    fn number(&mut self, node: &Node) -> Option<Number> {
        match &node.what {
            What::Number(number) => Some(Number::Literal(number.clone())),
            What::Name(name) => self.named(name, &node.span),
            What::Negative(value) => {
                self.number(value).map(|value| Number::Of(Alone::Negative, Box::new(value)))
            }
            What::Two(Sign::Arithmetic(how), values) => self.arithmetic(*how, values),
            What::Call { function, named, values } => self.call(function, named, values, &node.span),
            What::Choice(parts) => {
                let [asked, then, otherwise] = &**parts;
                let (asked, both) = self.choice(asked, then, otherwise, Checker::number);
                Some(Number::Chosen(Box::new(asked?), Box::new(both?)))
            }
            What::Not(_) | What::Two(Sign::Relation(_) | Sign::Join(_), _) => {
                self.fault(&node.span, Fault::FormulaType { truth_wanted: false });
                None
            }
        }
    }

    /// The truth value that `node` is.
    fn truth(&mut self, node: &Node) -> Option<Truth> {
        match &node.what {
            What::Not(value) => self.truth(value).map(|value| Truth::Not(Box::new(value))),
            What::Two(Sign::Relation(relation), values) => {
                let both = self.both(values, Checker::number)?;
                Some(Truth::Compared(*relation, Box::new(both)))
            }
            What::Two(Sign::Join(join), values) => {
                let [left, right] = &**values;
                let left = self.truth(left);
                let known = left.as_ref().map(|left| {
                    let outcomes = self.ground.outcomes(left);
                    match join {
                        Join::Both => outcomes.holds,
                        Join::Either => outcomes.fails,
                    }
                });
                let right = self.under(known, |checker| checker.truth(right));
                Some(Truth::Joined(*join, Box::new([left?, right?])))
            }
            What::Choice(parts) => {
                let [asked, then, otherwise] = &**parts;
                let (asked, both) = self.choice(asked, then, otherwise, Checker::truth);
                Some(Truth::Chosen(Box::new(asked?), Box::new(both?)))
            }
            What::Number(_)
            | What::Name(_)
            | What::Negative(_)
            | What::Call { .. }
            | What::Two(Sign::Arithmetic(_), _) => {
                self.fault(&node.span, Fault::FormulaType { truth_wanted: true });
                None
            }
        }
    }

    fn both<T>(&mut self, values: &[Node; 2], one: fn(&mut Self, &Node) -> Option<T>) -> Option<[T; 2]> {
        let (a, b) = (one(self, &values[0]), one(self, &values[1]));
        Some([a?, b?])
    }

    /// A condition, and the two values, each looked at where the condition holds or does not.
    fn choice<T>(
        &mut self,
        asked: &Node,
        then: &Node,
        otherwise: &Node,
        one: fn(&mut Self, &Node) -> Option<T>,
    ) -> (Option<Truth>, Option<[T; 2]>) {
        let asked = self.truth(asked);
        let (holds, fails) = match asked.as_ref().map(|asked| self.ground.outcomes(asked)) {
            Some(outcomes) => (Some(outcomes.holds), Some(outcomes.fails)),
            None => (None, None),
        };
        let then = self.under(holds, |checker| one(checker, then));
        let otherwise = self.under(fails, |checker| one(checker, otherwise));
        (asked, then.zip(otherwise).map(|(then, otherwise)| [then, otherwise]))
    }

    /// Looks where `facts` hold; where they are not known, nothing is said of zero.
    fn under<T>(&mut self, facts: Option<Vec<Fact>>, look: impl FnOnce(&mut Self) -> T) -> T {
        let unknown = usize::from(facts.is_none());
        let before = self.ground.learn(facts.unwrap_or_default());
        self.unsure += unknown;
        let seen = look(self);
        self.unsure -= unknown;
        self.ground.forget(before);
        seen
    }

    fn named(&mut self, name: &str, span: &Range<usize>) -> Option<Number> {
        let at = self.names.iter().position(|known| known.name == name);
        if at.is_none() {
            let known = self.names.iter().map(|known| known.name.as_str());
            self.unknown(name, span, known.map(str::to_owned).collect(), false);
        }
        at.map(Number::Named)
    }

    fn unknown(&mut self, name: &str, span: &Range<usize>, known: Vec<String>, function: bool) {
        let nearest = nearest(name, known.iter().map(String::as_str)).map(str::to_owned);
        self.fault(span, Fault::FormulaName { name: name.to_owned(), nearest, known, function });
    }

    fn arithmetic(&mut self, how: Arithmetic, values: &[Node; 2]) -> Option<Number> {
        let [a, b] = self.both(values, Checker::number)?;
        if how == Arithmetic::Over && !self.ground.range(&b).not_zero && self.unsure == 0 {
            let text = |node: &Node| self.text[node.span.clone()].to_owned();
            let fault = Fault::FormulaDividesByZero { dividend: text(&values[0]), divisor: text(&values[1]) };
            self.fault(&values[1].span, fault);
            return None;
        }
        Some(Number::Two(how, Box::new([a, b])))
    }

    fn call(
        &mut self,
        name: &str,
        named: &Range<usize>,
        values: &[Node],
        span: &Range<usize>,
    ) -> Option<Number> {
        let Some((_, function, form)) = FUNCTIONS.into_iter().find(|(known, ..)| *known == name) else {
            self.unknown(name, named, FUNCTIONS.map(|(known, ..)| known.to_owned()).to_vec(), true);
            return None;
        };
        let read: Vec<Option<Number>> = values.iter().map(|value| self.number(value)).collect();
        let found = read.len();
        let enough = match function {
            Function::Extreme(_) => found >= 2,
            Function::Alone(_) => found == 1,
            Function::Clamp | Function::Share => found == 3,
        };
        if !enough && self.commas {
            return None;
        }
        if !enough {
            self.fault(span, Fault::FormulaArguments { function: name.to_owned(), found, form });
            return None;
        }
        let read: Vec<Number> = read.into_iter().collect::<Option<_>>()?;
        let three = |read: Vec<Number>| <Box<[Number; 3]>>::try_from(read).ok();
        match function {
            Function::Extreme(which) => Some(Number::Extreme(which, read)),
            Function::Alone(how) => read.into_iter().next().map(|value| Number::Of(how, Box::new(value))),
            Function::Clamp => three(read).map(Number::Clamp),
            Function::Share => three(read).map(Number::Share),
        }
    }
}
