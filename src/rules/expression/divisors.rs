//! By which named numbers a formula divides.

use std::collections::BTreeSet;

use super::check::Expression;
use super::tree::{Arithmetic, Number, Truth};

impl Expression {
    /// The named numbers by which something is divided, alone or within what it is divided by.
    #[must_use]
    pub fn divisors(&self) -> BTreeSet<usize> {
        let mut found = BTreeSet::new();
        number(&self.root, false, &mut found);
        found
    }
}

/// Walks a number; inside a divisor every name counts.
fn number(tree: &Number, divisor: bool, found: &mut BTreeSet<usize>) {
    match tree {
        Number::Literal(_) => {}
        Number::Named(at) => {
            if divisor {
                found.insert(*at);
            }
        }
        Number::Of(_, value) => number(value, divisor, found),
        Number::Two(how, values) => {
            number(&values[0], divisor, found);
            number(&values[1], divisor || *how == Arithmetic::Over, found);
        }
        Number::Extreme(_, values) => values.iter().for_each(|value| number(value, divisor, found)),
        Number::Clamp(values) => values.iter().for_each(|value| number(value, divisor, found)),
        Number::Share(values) => {
            number(&values[0], divisor, found);
            number(&values[1], true, found);
            number(&values[2], divisor, found);
        }
        Number::Chosen(asked, values) => {
            truth(asked, divisor, found);
            values.iter().for_each(|value| number(value, divisor, found));
        }
    }
}

fn truth(tree: &Truth, divisor: bool, found: &mut BTreeSet<usize>) {
    match tree {
        Truth::Compared(_, values) => values.iter().for_each(|value| number(value, divisor, found)),
        Truth::Joined(_, truths) => truths.iter().for_each(|one| truth(one, divisor, found)),
        Truth::Not(one) => truth(one, divisor, found),
        Truth::Chosen(asked, truths) => {
            truth(asked, divisor, found);
            truths.iter().for_each(|one| truth(one, divisor, found));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Name;
    use super::*;
    use crate::fields::Reading;
    use crate::problem::Problems;
    use crate::source::{Place, Source};
    use crate::yaml::{Node, Value};

    #[test]
    fn what_something_is_divided_by_is_found_wherever_it_stands() {
        for (formula, wanted) in [
            ("a + b", vec![]),
            ("a * share(b, c, 0)", vec![2]),
            ("a / (1 + max(b, c))", vec![1, 2]),
            ("share(a, b, 0) > 0.5 ? 1 / (c + 1) : a", vec![1, 2]),
            ("share(share(a, b, 0), 2, c)", vec![1]),
        ] {
            let source = Source::new("a.yaml", formula.to_owned());
            let mut problems = Problems::default();
            let mut reading = Reading { source: &source, problems: &mut problems };
            let node = Node { value: Value::Scalar(formula.to_owned()), place: Place::Whole };
            let names = ["a", "b", "c"].map(Name::from_zero);
            let read = Expression::read(&mut reading, &node, &names).unwrap();
            assert_eq!(read.divisors(), wanted.into_iter().collect(), "{formula}");
        }
    }
}
