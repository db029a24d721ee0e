//! The edges of a band in words.

use super::words::Words;
use crate::points::Points;
use crate::rules::{Band, Cut};

/// `from 95 % to below 100 %`; empty where the band takes everything.
pub(super) fn edges(words: &dyn Words, band: &Band, said: fn(&Points) -> String) -> String {
    let zero = Cut::At(Points::ZERO, false);
    let low = match &band.low {
        // No share and no count lies below zero: that edge says nothing.
        low if *low == zero && band.high != Cut::Highest => None,
        Cut::At(edge, after) => Some(words.low_edge(&said(edge), *after)),
        Cut::Lowest | Cut::Highest => None,
    };
    let high = match &band.high {
        Cut::At(edge, after) => Some(words.high_edge(&said(edge), *after)),
        Cut::Lowest | Cut::Highest => None,
    };
    [low, high].into_iter().flatten().collect::<Vec<_>>().join(" ")
}
