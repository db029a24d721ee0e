//! Texts that know their places, and answers as they are written, before a rule has read them.

use crate::source::Place;

/// A text and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The text, in composed Unicode, without blanks around it.
    pub text: String,
    /// Where it stands.
    pub place: Place,
}

impl Cell {
    /// Whether it is a word, in small letters or in capitals.
    #[must_use]
    pub fn is(&self, word: &str) -> bool {
        self.text.eq_ignore_ascii_case(word)
    }
}

/// An answer as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Raw {
    /// A text; in rows a share stands in two cells.
    Text {
        /// The text.
        answer: Cell,
        /// Out of how many, where that stands apart.
        of: Option<Cell>,
    },
    /// Several texts.
    List {
        /// The texts.
        items: Vec<Cell>,
        /// Where the list stands.
        place: Place,
    },
    /// Several texts by name.
    Table {
        /// Names and texts.
        entries: Vec<(Cell, Cell)>,
        /// Where the table stands.
        place: Place,
    },
}

impl Raw {
    /// Where it stands.
    #[must_use]
    pub fn place(&self) -> Place {
        match self {
            Raw::Text { answer, .. } => answer.place,
            Raw::List { place, .. } | Raw::Table { place, .. } => *place,
        }
    }

    /// As it is written, for messages.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Raw::Text { answer, of: None } => answer.text.clone(),
            Raw::Text { answer, of: Some(of) } => format!("{}/{}", answer.text, of.text),
            Raw::List { items, .. } => {
                items.iter().map(|item| item.text.as_str()).collect::<Vec<_>>().join("; ")
            }
            Raw::Table { entries, .. } => {
                let pairs = entries.iter().map(|(key, value)| format!("{}={}", key.text, value.text));
                pairs.collect::<Vec<_>>().join("; ")
            }
        }
    }
}
