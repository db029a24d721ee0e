//! Formulas over named numbers: a small subset of CEL's grammar, exact and proved before any number is known.
//!
//! ```text
//! ho_so > 0 ? min(4, 5 * dung_han / ho_so) : 0
//! ```
//!
//! `tokens` and `syntax` read the text and know where everything stands, `check` tells numbers and truth values apart
//! and makes the `tree` that cannot fail, `range` and `ground` prove what its values can be, `value` computes,
//! and `lowered` says the other ways of scoring as formulas.

mod check;
mod divisors;
mod ground;
mod lowered;
mod range;
mod syntax;
#[cfg(test)]
mod tests;
mod tokens;
mod tree;
mod value;

pub(super) use check::is_name;
pub use check::{Expression, Name};
pub use lowered::Lowered;
pub use value::{Figure, Step, Valued};
