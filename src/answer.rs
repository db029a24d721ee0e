//! What can be answered to a criterion, and by whom.

use crate::calendar::Date;
use crate::id::Id;
use crate::points::{Points, Share};

/// An answer that has been read: what it says, in exact terms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// One of the options, by its index.
    Option(usize),
    /// The items that hold, by their indices in order; empty for `none`.
    Items(Vec<usize>),
    /// A part of a whole, both counted.
    Counted(Share),
    /// A share of which only the percent is known.
    Percent(Share),
    /// An amount, a count, or points of a judgement.
    Number(Points),
    /// How many of each: replies by level, faults by kind. In the order of the rule's list.
    Each(Vec<Points>),
    /// The day on which it was done.
    On(Date),
    /// It was never done.
    Never,
}

impl Answer {
    /// The number that an answer is, a share by its ratio; `None` for one that is no number, or 0 of 0.
    #[must_use]
    pub fn value(&self) -> Option<Points> {
        match self {
            Answer::Number(number) => Some(number.clone()),
            Answer::Counted(share) | Answer::Percent(share) => share.ratio(),
            Answer::Option(_) | Answer::Items(_) | Answer::Each(_) | Answer::On(_) | Answer::Never => None,
        }
    }
}

/// Who answers. Each role's answers are a layer of the dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// The agency itself (tự chấm).
    Own,
    /// The appraisal council (thẩm định).
    Appraisal,
    /// A visiting inspection team (đoàn kiểm tra).
    Inspection,
    /// A survey of people and businesses (điều tra xã hội học).
    Survey,
    /// The leader of the level above.
    Leader,
}

impl Role {
    /// Every role, in the order in which they are shown.
    pub const ALL: [Role; 5] = [Role::Own, Role::Appraisal, Role::Inspection, Role::Survey, Role::Leader];

    /// The word in files.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Role::Own => "self",
            Role::Appraisal => "appraisal",
            Role::Inspection => "inspection",
            Role::Survey => "survey",
            Role::Leader => "leader",
        }
    }

    /// The role that a word names.
    #[must_use]
    pub fn of(word: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.word() == word)
    }
}

/// The word for an answer that there is nothing to measure.
pub const NOT_APPLICABLE: &str = "not-applicable";

/// The word for a checklist of which nothing holds.
pub const NONE: &str = "none";

/// The word for a deadline that was never met.
pub const NEVER: &str = "never";

/// Words that no level, kind of fault or input may have as its id, since they are keys of an answer.
pub const ANSWER_KEYS: [&str; 5] = ["answer", "points", "because", "note", "documents"];

/// A document that proves an answer (tài liệu kiểm chứng).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Document {
    /// Cited by its fields.
    Cited {
        /// Number and sign: `05/QC-STTTT`.
        number: Option<String>,
        /// Day of issue.
        date: Option<Date>,
        /// Who issued it.
        issuer: Option<String>,
        /// Title.
        title: Option<String>,
        /// File beside the evidence.
        file: Option<String>,
        /// Pages.
        pages: Option<String>,
    },
    /// Free text, kept as it is.
    Text(String),
}

/// The names of a document's fields, in the order in which rows write them.
pub const DOCUMENT_KEYS: [&str; 6] = ["number", "date", "issuer", "title", "file", "pages"];

impl Document {
    /// The fields that are written, with their names.
    #[must_use]
    pub fn fields(&self) -> Vec<(&'static str, String)> {
        match self {
            Document::Cited { number, date, issuer, title, file, pages } => {
                let date = date.map(|date| date.to_string());
                let values = [number, &date, issuer, title, file, pages];
                let written = DOCUMENT_KEYS.into_iter().zip(values);
                written.filter_map(|(key, value)| value.clone().map(|value| (key, value))).collect()
            }
            Document::Text(text) => vec![("text", text.clone())],
        }
    }
}

/// What an answer, a decided score or a not-applicable comes to for one criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claim {
    /// A fact, to be scored by the rule.
    Fact(Answer),
    /// There is nothing to measure.
    NotApplicable {
        /// Why.
        reason: String,
    },
    /// A score that an assessor decided instead of a fact.
    Decided {
        /// The points.
        points: Points,
        /// Why.
        because: Option<String>,
    },
}

/// An option, an item of a checklist or a level of a survey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Its id in answers.
    pub id: Id,
    /// What it means.
    pub title: crate::lang::Text,
    /// What it earns.
    pub points: Points,
}
