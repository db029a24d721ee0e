//! The register of documents in each format.

use std::io::{self, Write};

use serde_json::{Map, Value, json};

use super::csv::Csv;
use super::json::Json;
use super::markdown::Markdown;
use super::page::{Level, Page};
use super::table::Sheet;
use super::values::document;
use super::{Format, Style, Told, values};
use crate::analysis::{Register, Registered};
use crate::criteria::Criteria;
use crate::evidence::Digest;
use crate::id::Id;
use crate::lang::Lang;
use crate::report::{
    Rows, expected, lacking, register, register_columns, register_counts, register_heading, register_rows,
};
use crate::wording;

/// Writes the registers of several agencies, and from which files they were made.
///
/// # Errors
/// When they cannot be written.
pub fn documents(
    format: Format,
    style: Style,
    criteria: &Criteria,
    registers: &[Register],
    (evidence, told): (&[Digest], &Told),
    out: &mut dyn Write,
) -> io::Result<()> {
    let Style { lang, width, .. } = style;
    match format {
        Format::Table => on_page(&mut Sheet::new(width, out), criteria, registers, lang),
        Format::Md => on_page(&mut Markdown::new(out), criteria, registers, lang),
        Format::Csv => {
            let mut rows = Csv::new(out);
            rows.columns(&register_columns())?;
            for register in registers {
                register_rows(criteria, register, lang, &mut rows)?;
            }
            rows.end()
        }
        Format::Json => {
            let mut json = Json::new(out);
            json.open(criteria)?;
            json.named_list("  ", "agencies", registers.iter().map(|register| one(criteria, register)))?;
            json.named_list("  ", "evidence", values::evidence(evidence))?;
            json.close("  ", "problems", &values::problems(told).collect::<Vec<_>>())
        }
        Format::Yaml => {
            let head = values::head(criteria);
            let whole = json!({
                "format": head.format,
                "program": head.program,
                "criteria": head.criteria,
                "agencies": registers.iter().map(|register| one(criteria, register)).collect::<Vec<_>>(),
                "evidence": values::evidence(evidence).collect::<Vec<_>>(),
                "problems": values::problems(told).collect::<Vec<_>>(),
            });
            let text = serde_yaml::to_string(&whole).map_err(io::Error::other)?;
            out.write_all(text.as_bytes())
        }
    }
}

/// For people.
fn on_page(page: &mut dyn Page, criteria: &Criteria, registers: &[Register], lang: Lang) -> io::Result<()> {
    let words = wording::documents(lang);
    for found in registers {
        page.opening(&register_heading(found, lang))?;
        if found.documents.is_empty() {
            page.lines(&[words.nothing.to_owned()])?;
        } else {
            page.title(Level::Section, words.register)?;
            page.table(&mut |out| register(criteria, found, lang, out))?;
        }
        if !found.lacking.is_empty() {
            page.title(Level::Section, words.lacking)?;
            page.table(&mut |out| lacking(criteria, found, lang, out))?;
        }
        page.lines(&register_counts(found, lang))?;
    }
    Ok(())
}

/// The register of an agency for machines.
fn one(criteria: &Criteria, register: &Register) -> Value {
    let Register { agency, period, documents, lacking, proof } = register;
    let id = |node: &crate::criteria::Node| criteria.at(*node).id.as_str();
    let registered = |Registered { document: cited, nodes }: &Registered| {
        let Value::Object(mut fields) = document(cited) else { unreachable!("a document is an object") };
        fields.insert("criteria".to_owned(), nodes.iter().map(id).collect());
        Value::Object(fields)
    };
    let without = |node: &crate::criteria::Node| {
        let mut fields = Map::new();
        fields.insert("id".to_owned(), json!(id(node)));
        fields.insert("expected".to_owned(), json!(expected(criteria, *node, Lang::Vi)));
        Value::Object(fields)
    };
    let counts = register.counts();
    json!({
        "agency": {
            "id": agency.id.as_str(),
            "name": agency.name,
            "kind": agency.kind.as_ref().map(Id::as_str),
            "peers": agency.peers,
        },
        "period": period.map(|period| period.to_string()),
        "documents": documents.iter().map(registered).collect::<Vec<_>>(),
        "lacking": lacking.iter().map(without).collect::<Vec<_>>(),
        "counts": {
            "documents": counts.documents,
            "unread": counts.unread,
            "with-file": counts.with_file,
            "not-found": counts.not_found,
            "expected": proof.expected,
            "proven": proof.proven,
        },
    })
}
