//! Numbers as people read them. The only place where a figure is shortened for the eye; nothing shown feeds back.

use crate::points::Points;

/// How many decimals a percent is shown with, where it has so many.
const PERCENT_PLACES: u8 = 4;

/// Points as they are written in files: `1.5`.
#[must_use]
pub fn points(number: &Points) -> String {
    number.shortest(4)
}

/// What an answer earned, before rounding: up to four decimals.
#[must_use]
pub(super) fn score(number: &Points) -> String {
    number.shortest(4)
}

/// A share as a percent: `94.996 %`.
#[must_use]
pub fn percent(share: &Points) -> String {
    format!("{} %", (share * &Points::HUNDRED).shortest(PERCENT_PLACES))
}

/// Whether [`percent`] shows all of a share.
#[must_use]
pub(super) fn is_exact_percent(share: &Points) -> bool {
    let hundredfold = share * &Points::HUNDRED;
    hundredfold.rounded(PERCENT_PLACES, crate::points::Mode::HalfUp) == hundredfold
}

/// A score with a fixed number of decimals, for columns: `5.90`.
#[must_use]
pub fn fixed(number: &Points, places: u8) -> String {
    number.fixed(places)
}

/// A difference of scores with its sign: `+0.50`, `-0.50`, `0.00`.
#[must_use]
pub fn signed(difference: &Points, places: u8) -> String {
    let plus = if difference.is_negative() || difference.is_zero() { "" } else { "+" };
    format!("{plus}{}", fixed(difference, places))
}
