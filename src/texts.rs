//! Texts as criteria files write them: once for every reader, or by language.

use crate::fields::Reading;
use crate::lang::{Lang, Text};
use crate::problem::{Fault, Shape};
use crate::source::Place;
use crate::yaml::{Node, Value};

/// Reads a text, or a table of texts by language. A text in no language at all is a fault.
pub fn read(reading: &mut Reading<'_>, node: &Node) -> Option<Text> {
    let before = reading.problems.faults();
    let (text, found) = match &node.value {
        Value::Scalar(text) => (Some(text.trim()).filter(|text| !text.is_empty()).map(plain), Shape::Empty),
        Value::Table(_) => (by_language(reading, node), Shape::Empty),
        Value::Empty | Value::List(_) => (None, node.shape()),
    };
    if text.is_none() && reading.problems.faults() == before {
        reading.fault(node.place, Fault::ShapeWrong { expected: Shape::Text, found });
    }
    text
}

fn plain(text: &str) -> Text {
    Text::Plain(text.to_owned())
}

fn by_language(reading: &mut Reading<'_>, node: &Node) -> Option<Text> {
    let codes = Lang::ALL.map(Lang::code);
    let fields = reading.table(node, &codes)?;
    let mut text = |lang: Lang| {
        let text = reading.text(fields.get(lang.code())?)?;
        (!text.is_empty()).then(|| text.to_owned())
    };
    let (vi, en) = (text(Lang::Vi), text(Lang::En));
    (vi.is_some() || en.is_some()).then_some(Text::By { vi, en })
}

/// Keeps a fault for every text under `node` that is missing in a language in which another text is written.
pub fn prove(reading: &mut Reading<'_>, node: &Node) {
    let mut texts = Vec::new();
    gather(node, &mut texts);
    for lang in Lang::ALL {
        let (spoken, silent): (Vec<_>, Vec<_>) = texts.iter().partition(|(_, langs)| langs.contains(&lang));
        if !spoken.is_empty() {
            for (place, _) in silent {
                reading.fault(*place, Fault::TextMissing { lang });
            }
        }
    }
}

/// Every text by language: its place and the languages in which it is written. One that is written in none
/// is left to [`read`], and so is what stands in a language and is no text.
fn gather(node: &Node, texts: &mut Vec<(Place, Vec<Lang>)>) {
    match &node.value {
        Value::Empty | Value::Scalar(_) => {}
        Value::List(items) => items.iter().for_each(|item| gather(item, texts)),
        Value::Table(entries) => {
            let langs: Option<Vec<Lang>> = entries
                .iter()
                .map(|(key, _)| Lang::ALL.into_iter().find(|lang| lang.code() == key.text))
                .collect();
            match langs {
                Some(langs) if !langs.is_empty() => {
                    let written = langs.into_iter().zip(entries).filter(|(_, (_, text))| match &text.value {
                        Value::Empty => false,
                        Value::Scalar(text) => !text.trim().is_empty(),
                        Value::List(_) | Value::Table(_) => true,
                    });
                    let written: Vec<Lang> = written.map(|(lang, _)| lang).collect();
                    if !written.is_empty() {
                        texts.push((node.place, written));
                    }
                }
                _ => entries.iter().for_each(|(_, under)| gather(under, texts)),
            }
        }
    }
}
