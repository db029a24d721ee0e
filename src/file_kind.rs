//! Which kind of file a tree is: a criteria set, evidence, thresholds or results. Told from its keys, so that a broken file is
//! still known for what it is.

use crate::problem::FileKind;
use crate::yaml::{Node, Value};

impl FileKind {
    /// What the documents of a file are; `None` when they are of no kind.
    #[must_use]
    pub fn of(documents: &[Node]) -> Option<FileKind> {
        let entries = || {
            documents.iter().flat_map(|document| match &document.value {
                Value::Table(entries) => entries.as_slice(),
                Value::Empty | Value::Scalar(_) | Value::List(_) => &[],
            })
        };
        let has = |keys: &[&str]| entries().any(|(key, _)| keys.contains(&key.text.as_str()));
        // A set lists its criteria; thresholds give each its points.
        let pointed =
            || entries().any(|(key, node)| key.text == "criteria" && matches!(node.value, Value::Table(_)));
        // What the program prints says so before anything else.
        if has(&["format"]) && has(&["program"]) {
            Some(FileKind::Results)
        } else if has(&["agency", "answers", "by"]) {
            Some(FileKind::Evidence)
        } else if has(&["scales", "grades", "version"]) {
            Some(FileKind::Criteria)
        } else if has(&["for", "index", "coverage", "fields"]) || !has(&["points"]) && pointed() {
            Some(FileKind::Thresholds)
        } else if has(&["criteria", "points"]) {
            Some(FileKind::Criteria)
        } else {
            None
        }
    }
}
