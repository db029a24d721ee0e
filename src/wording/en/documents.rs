//! The register of documents in English.

use crate::wording::documents::Documents;
use crate::wording::quoting::quoted;

/// The words in English.
pub(in crate::wording) const DOCUMENTS: Documents = Documents {
    register: "Register of documents",
    no: "No.",
    number: "Number",
    date: "Date",
    document: "Document, file and criteria",
    criterion: "Criterion",
    expected: "Expected",
    unread: "not read",
    pages: |pages| format!("Pages: {pages}"),
    found: |file, size, sha256| format!("File: {file} ({size} bytes, SHA-256 {sha256}…)"),
    link: |link| format!("Link: {link}"),
    not_found: |file, state| {
        let why = match state {
            "outside" => "outside the folder of the evidence, not opened",
            "folder" => "a folder",
            "unreadable" => "cannot be read",
            _ => "not there",
        };
        format!("File: {file} ({why})")
    },
    proves: |ids| format!("Criteria: {ids}"),
    nothing: "No document is cited.",
    lacking: "Answered without an expected document",
    lacking_line: |count, ids| match (count, ids) {
        (1, Some(ids)) => format!("1 answered criterion lacks an expected document ({ids})."),
        (1, None) => "The one answered criterion that expects a document lacks it.".to_owned(),
        (_, Some(ids)) => format!("{count} answered criteria lack an expected document ({ids})."),
        (_, None) => format!("All {count} answered criteria that expect a document lack it."),
    },
    counts: |counts| {
        let mut line = match counts.documents {
            1 => "1 document".to_owned(),
            count => format!("{count} documents"),
        };
        if counts.unread > 0 {
            line.push_str(&format!(", {} not read", counts.unread));
        }
        if counts.with_file > 0 {
            line.push_str(&format!("; files named: {}, not found: {}", counts.with_file, counts.not_found));
        }
        line + "."
    },
    proof: |proof| {
        format!(
            "Answered criteria that expect a document: {}; with one: {}, without: {}.",
            proof.expected,
            proof.proven,
            proof.expected - proof.proven
        )
    },
    nothing_listed: "Nothing was listed: mend the faults above and run again.",
    unknown_agency: |id, nearest| {
        let meant = nearest.map(|nearest| format!(" Is {} meant?", quoted(nearest))).unwrap_or_default();
        format!("The evidence names no agency {}.{meant}", quoted(id))
    },
};
