//! Documents as rows and files cite them: by their fields, or as a free text.

use super::citation;
use super::row::Cited;
use crate::answer::{DOCUMENT_KEYS, Document};
use crate::calendar::Date;
use crate::cell::Cell;
use crate::fields::{Reading, date_fault};
use crate::problem::Problems;
use crate::source::{Place, Spot};
use crate::yaml::{Node, Value};

/// Reads a cell of documents, each `number | date | issuer | title | file | pages` or a free text.
pub(super) fn in_cell(cell: &Cell, spot: impl Fn(Place) -> Spot, problems: &mut Problems) -> Vec<Cited> {
    apart(&cell.text).into_iter().map(|text| one(text, cell.place, &spot, problems)).collect()
}

/// Reads a list of documents, each a table of fields or a text as in a cell.
pub(super) fn in_list(reading: &mut Reading<'_>, node: &Node) -> Vec<Cited> {
    let items = match &node.value {
        Value::Scalar(_) => std::slice::from_ref(node),
        Value::Empty | Value::List(_) | Value::Table(_) => reading.list(node).unwrap_or_default(),
    };
    let mut documents = Vec::new();
    for item in items {
        if let Value::Scalar(text) = &item.value {
            let Reading { source, problems } = reading;
            let read = apart(text).into_iter();
            documents.extend(read.map(|text| one(text, item.place, |place| source.spot(place), problems)));
        } else {
            documents.extend(table(reading, item));
        }
    }
    documents
}

/// A document of which each field stands under its key; nothing where no field is filled in.
fn table(reading: &mut Reading<'_>, node: &Node) -> Option<Cited> {
    let fields = reading.table(node, &DOCUMENT_KEYS)?;
    let mut text = |key| {
        let node = fields.get(key)?;
        reading.text(node).filter(|text| !text.is_empty()).map(str::to_owned)
    };
    let (number, issuer, title) = (text("number"), text("issuer"), text("title"));
    let (file, pages) = (text("file"), text("pages"));
    let date = fields.get("date").and_then(|node| reading.date(node));
    let document = Document { number, date, issuer, title, file, pages, ..Document::default() };
    let place = |key| fields.get(key).map_or(node.place, |node| node.place);
    document.is_read().then(|| Cited { document, file: place("file"), date: place("date") })
}

/// The texts of documents that are written together: a line is a document, and a `;` parts two, unless it stands
/// between brackets. The dash or dot that begins a line belongs to the list.
fn apart(text: &str) -> Vec<&str> {
    let (mut texts, mut start, mut held) = (Vec::new(), 0, 0);
    for (at, c) in text.char_indices().filter(|(_, c)| ['(', ';', '\n', '\r'].contains(c)) {
        if c == '(' {
            // A bracket that is not closed before the next one, or on its line, holds nothing.
            let closed = text[at + 1..].find(['(', ')', '\n']).map(|next| at + 1 + next);
            held = closed.filter(|close| text[*close..].starts_with(')')).unwrap_or(held);
        } else if at >= held {
            texts.push(&text[start..at]);
            start = at + 1;
        }
    }
    texts.push(&text[start..]);
    texts.into_iter().map(|text| unlisted(text.trim())).filter(|text| !text.is_empty()).collect()
}

/// A line without the mark that makes it one of a list.
fn unlisted(line: &str) -> &str {
    let behind = line.strip_prefix(['-', '–', '+', '*', '•', '·']);
    behind.filter(|behind| behind.starts_with(char::is_whitespace)).map_or(line, str::trim_start)
}

fn one(text: &str, place: Place, spot: impl Fn(Place) -> Spot, problems: &mut Problems) -> Cited {
    let parts: Vec<&str> = text.split('|').map(str::trim).collect();
    let in_fields = (2..=DOCUMENT_KEYS.len()).contains(&parts.len());
    let document = if in_fields && parts.iter().any(|part| !part.is_empty()) {
        let part = |at: usize| parts.get(at).filter(|part| !part.is_empty()).map(|part| (*part).to_owned());
        let date = part(1).and_then(|date| {
            Date::read(&date).map_err(|flaw| problems.fault(spot(place), date_fault(&date, flaw))).ok()
        });
        let (number, issuer, title) = (part(0), part(2), part(3));
        Document { number, date, issuer, title, file: part(4), pages: part(5), ..Document::default() }
    } else {
        citation::read(text)
    };
    Cited { document, file: place, date: place }
}
