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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The free text in which it was cited, word for word; absent where it was written by its fields.
    pub text: Option<String>,
    /// Number and sign: `05/QC-STTTT`.
    pub number: Option<String>,
    /// Day of issue.
    pub date: Option<Date>,
    /// Who issued it.
    pub issuer: Option<String>,
    /// Title.
    pub title: Option<String>,
    /// File beside the evidence, or a link.
    pub file: Option<String>,
    /// Pages.
    pub pages: Option<String>,
    /// What was found of the file; absent where nobody looked.
    pub attached: Option<Attached>,
}

/// What was found of a document's file beside the evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Attached {
    /// It is there.
    Found {
        /// Its size in bytes.
        size: u64,
        /// SHA-256 of its bytes, in hexadecimal.
        sha256: String,
    },
    /// There is no such file.
    Missing,
    /// It lies outside the folder of the evidence, and was not opened.
    Outside,
    /// It is a folder.
    Folder,
    /// It is there and cannot be read.
    Unreadable,
}

/// The names of a document's fields, in the order in which rows write them.
pub const DOCUMENT_KEYS: [&str; 6] = ["number", "date", "issuer", "title", "file", "pages"];

impl Document {
    /// A free text of which nothing was read.
    #[must_use]
    pub fn unread(text: &str) -> Document {
        Document { text: Some(text.to_owned()), ..Document::default() }
    }

    /// Whether any field of it is known.
    #[must_use]
    pub fn is_read(&self) -> bool {
        !self.fields().is_empty()
    }

    /// The fields that are known, with their names.
    #[must_use]
    pub fn fields(&self) -> Vec<(&'static str, String)> {
        let date = self.date.map(|date| date.to_string());
        let values = [&self.number, &date, &self.issuer, &self.title, &self.file, &self.pages];
        let known = DOCUMENT_KEYS.into_iter().zip(values);
        known.filter_map(|(key, value)| value.clone().map(|value| (key, value))).collect()
    }

    /// The path of its file beside the evidence; `None` where it has none, or only a link.
    #[must_use]
    pub fn path(&self) -> Option<&str> {
        self.file.as_deref().filter(|file| !is_link(file))
    }
}

/// Whether what stands for a file is a link: it leads elsewhere and is never looked up.
#[must_use]
pub fn is_link(file: &str) -> bool {
    let scheme = file.split_once("://").map_or("", |(scheme, _)| scheme);
    let word = |text: &str| text.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b));
    let site = file.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www."));
    scheme.len() > 1 && word(scheme) || site
}

impl Attached {
    /// The name of a state in results; `None` where the file was found, which its size and hash say.
    #[must_use]
    pub fn flaw(&self) -> Option<&'static str> {
        match self {
            Attached::Found { .. } => None,
            Attached::Missing => Some("missing"),
            Attached::Outside => Some("outside"),
            Attached::Folder => Some("folder"),
            Attached::Unreadable => Some("unreadable"),
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
