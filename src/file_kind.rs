//! Which kind of file a tree is: a criteria set or evidence. Told from its keys, so that a broken file is
//! still known for what it is.

use crate::yaml::{Node, Value};

/// The kinds of file that people write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A criteria set.
    Criteria,
    /// Evidence.
    Evidence,
}

impl FileKind {
    /// What the documents of a file are; `None` when they are neither.
    #[must_use]
    pub fn of(documents: &[Node]) -> Option<FileKind> {
        let has = |keys: &[&str]| {
            documents.iter().any(|document| match &document.value {
                Value::Table(entries) => entries.iter().any(|(key, _)| keys.contains(&key.text.as_str())),
                Value::Empty | Value::Scalar(_) | Value::List(_) => false,
            })
        };
        if has(&["agency", "answers", "by"]) {
            Some(FileKind::Evidence)
        } else if has(&["criteria", "points", "scales", "grades", "version"]) {
            Some(FileKind::Criteria)
        } else {
            None
        }
    }
}
