//! The value of a formula, with every step on the way.

use super::check::Expression;
use super::tree::{Alone, Arithmetic, Join, Number, Truth};
use crate::points::Points;

/// What a formula comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Valued {
    /// The number.
    pub points: Points,
    /// Every step, in the order in which they were taken. What was not needed was not computed.
    pub steps: Vec<Step>,
}

/// One operation on numbers and truth values that are known, and what it gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pieces: Vec<Piece>,
    /// What it gives.
    pub result: Figure,
}

/// A number or a truth value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Figure {
    /// A number.
    Number(Points),
    /// Whether something is so.
    Truth(bool),
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Sign(&'static str),
    Figure(Figure),
}

impl Step {
    /// The operation as a formula would write it, each figure as `figure` says it: `share(10, 12, 0)`.
    #[must_use]
    pub fn said(&self, figure: &dyn Fn(&Figure) -> String) -> String {
        let piece = |piece: &Piece| match piece {
            Piece::Sign(sign) => (*sign).to_owned(),
            Piece::Figure(known) => figure(known),
        };
        self.pieces.iter().map(piece).collect()
    }
}

impl Expression {
    /// What it comes to. There is one input for each name, within its ends.
    #[must_use]
    pub fn value(&self, inputs: &[Points]) -> Valued {
        let mut steps = Vec::new();
        let points = Computing { inputs, steps: &mut steps }.number(&self.root);
        Valued { points, steps }
    }

    /// As it is written, with the inputs put in, each as `number` says it: `4 * share(10, 12, 0)`.
    #[must_use]
    pub fn put_in(&self, inputs: &[Points], number: &dyn Fn(&Points) -> String) -> String {
        self.said(|at| number(&inputs[at]))
    }
}

struct Computing<'a> {
    inputs: &'a [Points],
    steps: &'a mut Vec<Step>,
}

impl Computing<'_> {
    fn number(&mut self, number: &Number) -> Points {
        match number {
            Number::Literal(number) => number.clone(),
            Number::Named(at) => self.inputs[*at].clone(),
            Number::Of(how, value) => {
                let value = self.number(value);
                self.alone(*how, &value)
            }
            Number::Two(how, values) => {
                let (a, b) = (self.number(&values[0]), self.number(&values[1]));
                let result = match how {
                    Arithmetic::Plus => &a + &b,
                    Arithmetic::Minus => &a - &b,
                    Arithmetic::Times => &a * &b,
                    Arithmetic::Over => a.over(&b).expect("the divisor was proved not to be zero"),
                };
                self.between(figure(&a), how.sign(), figure(&b), Figure::Number(result.clone()));
                result
            }
            Number::Extreme(which, values) => {
                let values: Vec<Points> = values.iter().map(|value| self.number(value)).collect();
                let result = match which {
                    super::tree::Extreme::Min => values.iter().min(),
                    super::tree::Extreme::Max => values.iter().max(),
                };
                let result = result.expect("there are at least two").clone();
                self.call(which.word(), &values, result)
            }
            Number::Clamp(values) => {
                let values = self.three(values);
                let result = values[0].clone().max(values[1].clone()).min(values[2].clone());
                self.call("clamp", &values, result)
            }
            Number::Share(values) => {
                let values = self.three(values);
                let result = values[0].over(&values[1]).unwrap_or_else(|| values[2].clone());
                self.call("share", &values, result)
            }
            Number::Chosen(asked, values) => {
                let holds = self.truth(asked);
                let value = self.number(&values[usize::from(!holds)]);
                self.chosen(holds, Figure::Number(value.clone()));
                value
            }
        }
    }

    fn three(&mut self, values: &[Number; 3]) -> [Points; 3] {
        std::array::from_fn(|at| self.number(&values[at]))
    }

    fn truth(&mut self, truth: &Truth) -> bool {
        match truth {
            Truth::Compared(relation, values) => {
                let (a, b) = (self.number(&values[0]), self.number(&values[1]));
                let holds = relation.holds(&a, &b);
                self.between(figure(&a), relation.sign(), figure(&b), Figure::Truth(holds));
                holds
            }
            Truth::Joined(join, truths) => {
                let left = self.truth(&truths[0]);
                let decided = match join {
                    Join::Both => !left,
                    Join::Either => left,
                };
                if decided {
                    return left;
                }
                let right = self.truth(&truths[1]);
                self.between(Figure::Truth(left), join.sign(), Figure::Truth(right), Figure::Truth(right));
                right
            }
            Truth::Not(truth) => {
                let holds = self.truth(truth);
                let pieces = vec![Piece::Sign("!"), Piece::Figure(Figure::Truth(holds))];
                self.steps.push(Step { pieces, result: Figure::Truth(!holds) });
                !holds
            }
            Truth::Chosen(asked, truths) => {
                let holds = self.truth(asked);
                let value = self.truth(&truths[usize::from(!holds)]);
                self.chosen(holds, Figure::Truth(value));
                value
            }
        }
    }

    fn alone(&mut self, how: Alone, value: &Points) -> Points {
        let negative = -value;
        let (word, result) = match how {
            // A sign alone is no step.
            Alone::Negative => return negative,
            Alone::Abs => ("abs", value.clone().max(negative)),
            Alone::Floor => ("floor", value.floor()),
            Alone::Ceil => ("ceil", -&negative.floor()),
        };
        self.call(word, std::slice::from_ref(value), result)
    }

    fn between(&mut self, a: Figure, sign: &'static str, b: Figure, result: Figure) {
        let blank = Piece::Sign(" ");
        let pieces = vec![Piece::Figure(a), blank.clone(), Piece::Sign(sign), blank, Piece::Figure(b)];
        self.steps.push(Step { pieces, result });
    }

    fn call(&mut self, word: &'static str, values: &[Points], result: Points) -> Points {
        let mut pieces = vec![Piece::Sign(word), Piece::Sign("(")];
        for (at, value) in values.iter().enumerate() {
            if at > 0 {
                pieces.push(Piece::Sign(", "));
            }
            pieces.push(Piece::Figure(figure(value)));
        }
        pieces.push(Piece::Sign(")"));
        self.steps.push(Step { pieces, result: Figure::Number(result.clone()) });
        result
    }

    /// A choice whose other value was not needed.
    fn chosen(&mut self, holds: bool, value: Figure) {
        let asked = Piece::Figure(Figure::Truth(holds));
        let taken = Piece::Figure(value.clone());
        let pieces = if holds {
            vec![asked, Piece::Sign(" ? "), taken, Piece::Sign(" : …")]
        } else {
            vec![asked, Piece::Sign(" ? … : "), taken]
        };
        self.steps.push(Step { pieces, result: value });
    }
}

fn figure(number: &Points) -> Figure {
    Figure::Number(number.clone())
}
