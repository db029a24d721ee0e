//! Names that files give to things, and the nearest right one to a wrong one.

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

use unicode_normalization::{UnicodeNormalization, is_nfc};

/// The name of a criterion, an option, an agency or a kind of agency: a text, never a number, so that `1.10`
/// is not `1.1`. Compared in Unicode's composed form (NFC).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Arc<str>);

impl Id {
    /// The id that a text spells.
    #[must_use]
    pub fn new(text: &str) -> Id {
        Id(composed(text).into())
    }

    /// As it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// `text` in Unicode's composed form, the one in which texts are compared: the same Vietnamese word comes
/// composed from Windows and decomposed from macOS.
#[must_use]
pub fn composed(text: &str) -> String {
    if text.is_ascii() || is_nfc(text) { text.to_owned() } else { text.nfc().collect() }
}

/// `text` in Unicode's decomposed form (NFD), in which macOS keeps the names of files.
#[must_use]
pub fn decomposed(text: &str) -> String {
    text.nfd().collect()
}

/// Whether a word has the form of a name in the files: lower-case letters and digits, joined by single hyphens.
#[must_use]
pub fn is_kebab(text: &str) -> bool {
    text.split('-')
        .all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()))
}

/// The candidate that `word` most likely meant, if one is near: a third of its letters may differ, never all.
#[must_use]
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let letters = word.chars().count();
    let room = letters.div_ceil(3).min(letters.saturating_sub(1));
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(&word, &candidate.to_lowercase()), candidate))
        .filter(|(distance, _)| *distance <= room)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decomposed_and_composed_are_one_id() {
        assert_eq!(Id::new("Tie\u{302}\u{301}p"), Id::new("Tiếp"));
        assert_ne!(Id::new("1.10"), Id::new("1.1"));
    }

    #[test]
    fn the_nearest_is_near() {
        let keys = ["points", "title", "criteria", "rule"];
        assert_eq!(nearest("poinst", keys), Some("points"));
        assert_eq!(nearest("Title", keys), Some("title"));
        assert_eq!(nearest("weather", keys), None);
        assert_eq!(nearest("1.11", ["1.1", "2.11"]), Some("1.1"));
        assert_eq!(nearest("9", ["1", "2"]), None);
    }
}
