//! What is said of faults and warnings, and the pieces of those sentences.

mod mend;
mod what;

use std::borrow::Borrow;

use crate::answer::Role;
use crate::lang::Lang;
use crate::points::Points;
use crate::problem::{Asked, Fault, FileKind, Shape, Warning};
use crate::wording::Sentence;
use crate::wording::quoting::{few, listed, quoted};

/// What is said of a fault.
pub(in crate::wording) fn fault(fault: &Fault) -> Sentence {
    Sentence { what: what::of_fault(fault), mend: mend::of_fault(fault) }
}

/// What is said of a warning.
pub(in crate::wording) fn warning(warning: &Warning) -> Sentence {
    Sentence { what: what::of_warning(warning), mend: mend::of_warning(warning) }
}

/// The nearest right word, then all right words where they are few; `if_none` where nothing can be offered.
fn offer<T: Borrow<str>>(nearest: Option<&str>, known: &[T], if_none: &str) -> String {
    let list = match known {
        [] => if_none.to_owned(),
        [only] => format!("Only {} is known here.", quoted(only.borrow())),
        _ => few(known).map_or_else(
            || "The guide lists all that are known here.".to_owned(),
            |known| format!("Known here: {known}."),
        ),
    };
    match nearest {
        Some(nearest) if known.len() == 1 => format!("Did you mean {}?", quoted(nearest)),
        Some(nearest) => format!("Did you mean {}? {list}", quoted(nearest)),
        None => list,
    }
}

/// A shape, with its article.
fn shape(shape: Shape) -> &'static str {
    match shape {
        Shape::Scalar => "a single text or number",
        Shape::List => "a list",
        Shape::Table => "a table of keys and values",
        Shape::Text => "a text",
        Shape::Empty => "nothing",
    }
}

/// A kind of file, with its article.
fn file_kind(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Criteria => "a criteria set",
        FileKind::Evidence => "evidence",
        FileKind::Thresholds => "a file of thresholds",
        FileKind::Results => "what the program printed",
    }
}

/// How something of a shape is written.
fn example(shape: Shape) -> &'static str {
    match shape {
        Shape::Scalar => "Write one value behind the colon, such as `points: 2`.",
        Shape::List => "Write a list, such as `[Kế hoạch, Báo cáo]`, or one entry a line behind `- `.",
        Shape::Table => {
            "Write a table, such as `{ id: \"1.1\", points: 2 }`, or one `key: value` a line, indented."
        }
        Shape::Text => {
            "Write a text, or one for each language: `{ vi: Cải cách thể chế, en: Institutional reform }`."
        }
        Shape::Empty => "Leave the place empty.",
    }
}

/// How the answer that is asked for is written.
fn asked(asked: &Asked) -> String {
    match asked {
        Asked::OneOf(ids) => few(ids).map_or_else(
            || "Write one of the ids that the rule lists.".to_owned(),
            |ids| format!("Write one of {ids}."),
        ),
        Asked::SomeOf(ids) => {
            let which =
                few(ids).map_or_else(|| "that the rule lists".to_owned(), |ids| format!("among {ids}"));
            format!("Write the ids {which} that hold, in YAML as `[a, b]` and in rows as `a; b`, or `none`.")
        }
        Asked::Share => {
            "Write a part of its whole, such as `47/50`, or a percent, such as `94%`; in rows the part \
            stands in `answer` and the whole in `of`."
                .to_owned()
        }
        Asked::Amount => "Write a number, such as `12.5`.".to_owned(),
        Asked::AmountOrShare => {
            "Write a number such as `12.5`, or a share such as `47/50` or `94%`.".to_owned()
        }
        Asked::Count => "Write a whole number that is not below zero, such as `3`.".to_owned(),
        Asked::CountOfEach(ids) => {
            let name = ids.first().map_or("late", |id| id.as_str());
            let which = few(ids).unwrap_or_else(|| "the ids that the rule lists".to_owned());
            format!(
                "Write a whole number for each of {which}, in YAML as `{{ {name}: 2 }}` and in rows as `{name}=2`, \
                 joined by `; `."
            )
        }
        Asked::AmountOfEach(ids) => {
            let name = ids.first().map_or("ho_so", |id| id.as_str());
            let which = few(ids).unwrap_or_else(|| "the inputs that the rule lists".to_owned());
            format!(
                "Write a number for each of {which}, in YAML as `{{ {name}: 12 }}` and in rows as `{name}=12`, \
                 joined by `; `."
            )
        }
        Asked::Date => {
            "Write a date, such as `2026-01-05` or `05/01/2026` (day first), or `never`.".to_owned()
        }
        Asked::Points(most) => {
            format!("Write points from 0 to {most}, with a decimal point, such as `{most}`.")
        }
    }
}

/// So many points.
fn points(number: &Points) -> String {
    if *number == Points::ONE { "1 point".to_owned() } else { format!("{number} points") }
}

/// A role, as people call it, with its word in files.
fn role(role: Role) -> &'static str {
    match role {
        Role::Own => "the agency itself (`self`)",
        Role::Appraisal => "the appraisal council (`appraisal`)",
        Role::Inspection => "the inspection team (`inspection`)",
        Role::Survey => "the survey (`survey`)",
        Role::Leader => "the leader of the level above (`leader`)",
    }
}

/// A language.
fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "Vietnamese",
        Lang::En => "English",
    }
}

/// The offer of what was most likely meant, with a blank behind it, or nothing.
fn meant(offer: Option<&str>) -> String {
    offer.map_or_else(String::new, |offer| format!("Did you mean {}? ", quoted(offer)))
}

/// Parts of a group, or the first of them when they are many.
fn parts<T: Borrow<str>>(parts: &[T]) -> String {
    few(parts).unwrap_or_else(|| listed(&parts[..parts.len().min(3)]) + ", …")
}
