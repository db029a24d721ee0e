//! Texts as criteria files write them: once for every reader, or by language.

use crate::fields::Reading;
use crate::lang::{Lang, Text};
use crate::problem::{Fault, Shape};
use crate::source::Place;
use crate::yaml::{Node, Value};

/// Reads a text, or a table of texts by language.
pub fn read(reading: &mut Reading<'_>, node: &Node) -> Option<Text> {
    if let Value::Scalar(text) = &node.value {
        return Some(Text::Plain(text.trim().to_owned()));
    }
    if !matches!(node.value, Value::Table(_)) {
        let found = node.shape();
        reading.fault(node.place, Fault::ShapeWrong { expected: Shape::Text, found });
        return None;
    }
    let fields = reading.table(node, &Lang::ALL.map(Lang::code))?;
    let mut text = |lang: Lang| {
        let node = fields.get(lang.code())?;
        reading.text(node).map(str::to_owned)
    };
    Some(Text::By { vi: text(Lang::Vi), en: text(Lang::En) })
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

/// Every text by language: its place and the languages in which it is written.
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
                    let written = langs.into_iter().zip(entries).filter(|(_, (_, text))| {
                        matches!(&text.value, Value::Scalar(text) if !text.trim().is_empty())
                    });
                    texts.push((node.place, written.map(|(lang, _)| lang).collect()));
                }
                _ => entries.iter().for_each(|(_, under)| gather(under, texts)),
            }
        }
    }
}
