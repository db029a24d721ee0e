//! Documents as rows and files cite them.

use crate::answer::{DOCUMENT_KEYS, Document};
use crate::calendar::Date;
use crate::cell::Cell;
use crate::fields::{Reading, date_fault};
use crate::problem::Problems;
use crate::source::{Place, Spot};
use crate::yaml::{Node, Value};

/// Reads a cell of documents joined by `;`, each `number | date | issuer | title | file | pages` or free text.
pub(super) fn in_cell(cell: &Cell, spot: impl Fn(Place) -> Spot, problems: &mut Problems) -> Vec<Document> {
    let texts = cell.text.split(';').map(str::trim).filter(|text| !text.is_empty());
    texts.map(|text| one(text, || spot(cell.place), problems)).collect()
}

/// Reads a list of documents, each a table of fields or a text as in a cell.
pub(super) fn in_list(reading: &mut Reading<'_>, node: &Node) -> Vec<Document> {
    let items = match &node.value {
        Value::Scalar(_) => std::slice::from_ref(node),
        Value::Empty | Value::List(_) | Value::Table(_) => reading.list(node).unwrap_or_default(),
    };
    let mut documents = Vec::new();
    for item in items {
        if let Value::Scalar(text) = &item.value {
            let spot = reading.spot(item.place);
            documents.push(one(text.trim(), || spot.clone(), reading.problems));
            continue;
        }
        let Some(fields) = reading.table(item, &DOCUMENT_KEYS) else { continue };
        let mut text = |key| {
            let node = fields.get(key)?;
            reading.text(node).map(str::to_owned)
        };
        let (number, issuer, title) = (text("number"), text("issuer"), text("title"));
        let (file, pages) = (text("file"), text("pages"));
        let date = fields.get("date").and_then(|node| reading.date(node));
        documents.push(Document::Cited { number, date, issuer, title, file, pages });
    }
    documents
}

fn one(text: &str, spot: impl Fn() -> Spot, problems: &mut Problems) -> Document {
    if !text.contains('|') {
        return Document::Text(text.to_owned());
    }
    let parts: Vec<&str> = text.split('|').map(str::trim).collect();
    if parts.len() > DOCUMENT_KEYS.len() {
        return Document::Text(text.to_owned());
    }
    let part = |at: usize| parts.get(at).filter(|part| !part.is_empty()).map(|part| (*part).to_owned());
    let date = part(1).and_then(|date| {
        Date::read(&date).map_err(|flaw| problems.fault(spot(), date_fault(&date, flaw))).ok()
    });
    Document::Cited { number: part(0), date, issuer: part(2), title: part(3), file: part(4), pages: part(5) }
}
