//! The register of documents (danh mục tài liệu kiểm chứng) as sheets: for people and for spreadsheets.

use std::io;

use super::sheet::{Align, Cell, Column, Rows};
use crate::analysis::{self, Register, Registered};
use crate::answer::{Attached, Document, is_link};
use crate::assessment::Assessment;
use crate::criteria::{Criteria, Node};
use crate::lang::Lang;
use crate::wording;

/// How many letters of a hash are shown to people.
const SHORT: usize = 12;

/// How long a number may be to stand in a column of its own.
const NUMBER: usize = 22;

/// The ids of criteria, in one line.
#[must_use]
pub fn ids(criteria: &Criteria, nodes: &[Node]) -> String {
    nodes.iter().map(|node| criteria.at(*node).id.as_str()).collect::<Vec<_>>().join(", ")
}

/// Whose register it is: the agency, then the period.
#[must_use]
pub fn register_heading(register: &Register, lang: Lang) -> Vec<String> {
    let labels = wording::labels(lang);
    let agency = &register.agency;
    let name = match &agency.name {
        Some(name) => format!("{name} ({})", agency.id),
        None => agency.id.to_string(),
    };
    let mut lines = vec![format!("{}: {name}", labels.agency)];
    lines.extend(register.period.map(|period| format!("{}: {period}", labels.period)));
    lines
}

/// How many documents there are, and how far the answers are proven.
#[must_use]
pub fn register_counts(register: &Register, lang: Lang) -> Vec<String> {
    let words = wording::documents(lang);
    vec![(words.counts)(&register.counts()), (words.proof)(&register.proof)]
}

/// The line below a scorecard on the criteria that lack an expected document; `None` where none does.
#[must_use]
pub fn lacking_line(criteria: &Criteria, assessment: &Assessment, lang: Lang) -> Option<String> {
    let lacking = analysis::lacking(criteria, assessment);
    let words = wording::documents(lang);
    // Where nothing at all is proven a list of everything says no more.
    let any = analysis::proof(criteria, assessment).proven > 0;
    let listed = any.then(|| ids(criteria, &lacking));
    (!lacking.is_empty()).then(|| (words.lacking_line)(lacking.len(), listed.as_deref()))
}

/// The documents, for people.
///
/// # Errors
/// When they cannot be written.
pub fn register(criteria: &Criteria, register: &Register, lang: Lang, out: &mut dyn Rows) -> io::Result<()> {
    let words = wording::documents(lang);
    out.columns(&[
        Column::new(words.no, Align::Right),
        Column::new(words.number, Align::Left),
        Column::new(words.date, Align::Left),
        Column::new(words.document, Align::Wide),
    ])?;
    for (at, registered) in register.documents.iter().enumerate() {
        let document = &registered.document;
        let number = document.number.as_deref().filter(|number| number.chars().count() <= NUMBER);
        out.row(&[
            Cell::made((at + 1).to_string()),
            Cell::maybe(number),
            document.date.map_or(Cell::Empty, |date| Cell::made(wording::date(lang, date))),
            Cell::made(said_of(criteria, registered, number.is_none(), lang).join("\n")),
        ])?;
    }
    out.end()
}

/// What the document is, its pages, its file, and the criteria that it proves.
fn said_of(criteria: &Criteria, registered: &Registered, number: bool, lang: Lang) -> Vec<String> {
    let words = wording::documents(lang);
    let document = &registered.document;
    let mut lines: Vec<String> = document.number.iter().filter(|_| number).cloned().collect();
    if let (Some(text), false) = (&document.text, document.is_read()) {
        lines.push(format!("{text} ({})", words.unread));
    } else {
        let title = document.title.iter().chain(&document.issuer).map(String::as_str);
        let title = title.collect::<Vec<_>>().join(", ");
        lines.extend((!title.is_empty()).then_some(title));
    }
    lines.extend(document.pages.as_deref().map(words.pages));
    lines.extend(document.file.as_deref().map(|file| match (&document.attached, registered.file_state()) {
        (Some(Attached::Found { size, sha256 }), _) => {
            (words.found)(file, &size.to_string(), &sha256[..SHORT])
        }
        (Some(_), Some(state)) => (words.not_found)(file, state),
        _ if is_link(file) => (words.link)(file),
        _ => file.to_owned(),
    }));
    lines.push((words.proves)(&ids(criteria, &registered.nodes)));
    lines
}

/// The criteria that lack an expected document, with what is expected.
///
/// # Errors
/// When they cannot be written.
pub fn lacking(criteria: &Criteria, register: &Register, lang: Lang, out: &mut dyn Rows) -> io::Result<()> {
    let words = wording::documents(lang);
    out.columns(&[Column::new(words.criterion, Align::Left), Column::new(words.expected, Align::Wide)])?;
    for node in &register.lacking {
        out.row(&[
            Cell::text(criteria.at(*node).id.as_str()),
            Cell::made(format!(
                "{}\n  {}",
                criteria.at(*node).title.in_lang(lang),
                expected(criteria, *node, lang).join("; ")
            )),
        ])?;
    }
    out.end()
}

/// What a criterion expects as proof.
#[must_use]
pub fn expected(criteria: &Criteria, node: Node, lang: Lang) -> Vec<&str> {
    criteria.at(node).documents.iter().map(|text| text.in_lang(lang)).collect()
}

/// The columns of the register for spreadsheets.
#[must_use]
pub fn register_columns() -> [Column; 17] {
    let text = |title| Column::new(title, Align::Left);
    [
        text("agency"),
        text("name"),
        text("period"),
        Column::new("no", Align::Right),
        text("number"),
        text("date"),
        text("issuer"),
        text("title"),
        text("pages"),
        text("file"),
        Column::new("size", Align::Right),
        text("sha256"),
        text("file-state"),
        text("state"),
        text("criteria"),
        text("expected"),
        text("text"),
    ]
}

/// The register of an agency for spreadsheets: a line a document, then a line a criterion that lacks one.
///
/// # Errors
/// When it cannot be written.
pub fn register_rows(
    criteria: &Criteria,
    register: &Register,
    lang: Lang,
    out: &mut dyn Rows,
) -> io::Result<()> {
    let period = register.period.map(|period| period.to_string());
    let head = || {
        let agency = &register.agency;
        [Cell::text(agency.id.as_str()), Cell::maybe(agency.name.as_deref()), Cell::maybe(period.as_deref())]
    };
    for (at, registered) in register.documents.iter().enumerate() {
        let Document { text, number, date, issuer, title, file, pages, attached } = &registered.document;
        let (size, sha256) = match attached {
            Some(Attached::Found { size, sha256 }) => (Cell::made(size.to_string()), Cell::text(sha256)),
            Some(_) | None => (Cell::Empty, Cell::Empty),
        };
        let state = if registered.document.is_read() { "read" } else { "unread" };
        let cells = [
            Cell::made((at + 1).to_string()),
            Cell::maybe(number.as_deref()),
            date.map_or(Cell::Empty, |date| Cell::made(date.to_string())),
            Cell::maybe(issuer.as_deref()),
            Cell::maybe(title.as_deref()),
            Cell::maybe(pages.as_deref()),
            Cell::maybe(file.as_deref()),
            size,
            sha256,
            Cell::maybe(registered.file_state()),
            Cell::text(state),
            Cell::made(ids(criteria, &registered.nodes)),
            Cell::Empty,
            Cell::maybe(text.as_deref()),
        ];
        out.row(&[&head()[..], &cells].concat())?;
    }
    for node in &register.lacking {
        let mut cells = vec![Cell::Empty; 14];
        cells[10] = Cell::text("lacking");
        cells[11] = Cell::text(criteria.at(*node).id.as_str());
        cells[12] = Cell::made(expected(criteria, *node, lang).join("; "));
        out.row(&[&head()[..], &cells].concat())?;
    }
    Ok(())
}
