//! The reason for an award as named data, the same in every language.

use super::{Band, Computed, Cut, Earned, Figure, Formula, Rule, Scheme, Value, WhenEmpty, Why};
use crate::points::Points;

/// A value in a reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Datum {
    /// A word of a file, or a date.
    Text(String),
    /// An exact number.
    Number(Points),
    /// A whole number of days.
    Days(i64),
    /// Whether something is so.
    Truth(bool),
    /// Several, by name.
    Table(Vec<(String, Datum)>),
}

/// Named data, in their order.
pub type Facts = Vec<(String, Datum)>;

impl Rule {
    /// The numbers behind an award under this rule.
    #[must_use]
    pub fn facts(&self, earned: &Earned) -> Facts {
        let mut facts = vec![("rule".to_owned(), text(self.kind.word()))];
        let mut put = |name: &str, datum: Datum| facts.push((name.to_owned(), datum));
        match (&earned.why, &self.scheme) {
            (Why::Picked(option), Scheme::Pick(options)) => put("option", text(options[*option].id.as_str())),
            (Why::Gathered { items, sum }, Scheme::Gather { items: offered, cap }) => {
                let held = items.iter().map(|item| &offered[*item]);
                put(
                    "items",
                    Datum::Table(held.map(|item| (item.id.to_string(), number(&item.points))).collect()),
                );
                put("sum", number(sum));
                put("at-most", number(cap));
            }
            (Why::Measured(found), Scheme::Ladder(ladder)) => {
                measured(&found.value, ladder.kinds_of_fault(), &mut put);
                put("band", band(&ladder.bands[found.band]));
            }
            (Why::Never { due }, _) => {
                put("never", Datum::Truth(true));
                put("due", text(&due.to_string()));
            }
            (Why::Averaged { replies, sum }, _) => {
                put("replies", number(replies));
                put("sum", number(sum));
            }
            (Why::Computed(computed), Scheme::Formula(formula)) => by_formula(computed, formula, &mut put),
            (Why::Empty(when), _) => put("when-empty", text(when_empty(*when))),
            (Why::Picked(_) | Why::Gathered { .. } | Why::Measured(_) | Why::Computed(_), _) => {
                unreachable!("a reason comes from its own scheme")
            }
        }
        if let Some(points) = &earned.points {
            put("earned", number(points));
        }
        facts
    }
}

/// The steps by what they compute; one that is taken twice gives the same twice.
fn by_formula(computed: &Computed, formula: &Formula, put: &mut dyn FnMut(&str, Datum)) {
    put("formula", text(&formula.points.text()));
    let inputs = formula.inputs.iter().zip(&computed.inputs);
    put("inputs", Datum::Table(inputs.map(|(input, known)| (input.id.to_string(), number(known))).collect()));
    let said = |figure: &Figure| match figure {
        Figure::Number(number) => number.to_string(),
        Figure::Truth(truth) => truth.to_string(),
    };
    let steps = computed.valued.steps.iter().map(|step| {
        let result = match &step.result {
            Figure::Number(result) => number(result),
            Figure::Truth(truth) => Datum::Truth(*truth),
        };
        (step.said(&said), result)
    });
    put("steps", Datum::Table(steps.collect()));
    put("value", number(&computed.valued.points));
}

fn measured(value: &Value, kinds: Option<&[(crate::id::Id, Points)]>, put: &mut dyn FnMut(&str, Datum)) {
    match value {
        Value::Share { share, ratio, counted } => {
            put("part", number(&share.part));
            put("whole", number(&share.whole));
            put("share", number(ratio));
            put("counted", Datum::Truth(*counted));
        }
        Value::Number(value) => put("value", number(value)),
        Value::Versus { own, peers, ratio } => {
            put("value", number(own));
            put("peers", number(peers));
            put("ratio", number(ratio));
        }
        Value::Loss { faults, lost } => {
            let counts = kinds.map_or_else(
                || number(&faults.iter().sum()),
                |kinds| {
                    let counts = kinds.iter().zip(faults);
                    Datum::Table(counts.map(|((id, _), count)| (id.to_string(), number(count))).collect())
                },
            );
            put("faults", counts);
            put("lost", number(lost));
        }
        Value::Day { on, due, late } => {
            put("on", text(&on.to_string()));
            put("due", text(&due.to_string()));
            put("days-late", Datum::Days((*late).max(0)));
        }
    }
}

impl Band {
    /// The band in the words of a criteria file; what it earns is `points`, and `each` more for each unit of the
    /// value.
    #[must_use]
    pub fn facts(&self) -> Datum {
        band(self)
    }
}

fn band(band: &Band) -> Datum {
    let mut facts = Vec::new();
    if let Cut::At(edge, after) = &band.low {
        facts.push((if *after { "above" } else { "from" }.to_owned(), number(edge)));
    }
    if let Cut::At(edge, after) = &band.high {
        facts.push((if *after { "up-to" } else { "below" }.to_owned(), number(edge)));
    }
    facts.push(("points".to_owned(), number(&band.earns.base)));
    if !band.earns.slope.is_zero() {
        facts.push(("each".to_owned(), number(&band.earns.slope)));
    }
    Datum::Table(facts)
}

fn when_empty(when: WhenEmpty) -> &'static str {
    match when {
        WhenEmpty::Full => "full",
        WhenEmpty::Zero => "zero",
        WhenEmpty::NotApplicable => "not-applicable",
    }
}

fn text(text: &str) -> Datum {
    Datum::Text(text.to_owned())
}

fn number(number: &Points) -> Datum {
    Datum::Number(number.clone())
}
