//! Documents as officials cite them.

use super::words::Words;
use crate::answer::Document;

/// A free text as it was written; else `03/KH-SMH of 2025-01-08, Sở Minh Họa: Kế hoạch năm 2025 (p. 1-9)
/// [ke-hoach.pdf]`, as far as it is known.
pub(super) fn cited(words: &dyn Words, document: &Document) -> String {
    let Document { text, number, date, issuer, title, file, pages, attached: _ } = document;
    if let Some(text) = text {
        return text.clone();
    }
    let mut head: Vec<String> = Vec::new();
    head.extend(number.clone());
    head.extend(date.map(|date| words.of_date(&words.date(date))));
    head.extend(issuer.as_ref().map(|issuer| words.by_issuer(issuer)));
    let head = head.join(" ");
    let mut said = match (head.is_empty(), title) {
        (false, Some(title)) => format!("{head}: {title}"),
        (true, Some(title)) => title.clone(),
        (_, None) => head,
    };
    if let Some(pages) = pages {
        said.push_str(&format!(" ({})", words.pages(pages)));
    }
    if let Some(file) = file {
        said.push_str(&format!(" [{file}]"));
    }
    said.trim_start().to_owned()
}
