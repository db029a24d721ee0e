//! A YAML file as a tree in which everything knows its place: texts as they are written, lists, tables.
//!
//! Only here, and in what is told of a file that cannot be read on, is the YAML parser known. No value is ever made a number, a truth value or a date here:
//! `1.10` stays `1.10` and `no` stays `no`.

mod flaw;

use std::collections::BTreeMap;

use granit_parser::{Event, Options, Parser, ScalarStyle, Span};

use crate::id::composed;
use crate::problem::{Fault, Problems, Shape, YamlFlaw};
use crate::source::{Place, Source};

/// How deep lists and tables may nest.
pub const DEEPEST: usize = 64;

/// How much aliases may stand for in one file, counted in nodes, with 64 bytes of text as one.
pub const ALIAS_BUDGET: usize = 100_000;

const BYTES_A_NODE: usize = 64;

/// Something in a YAML file.
#[derive(Clone, Debug)]
pub struct Node {
    /// Where it stands: for a list or a table, its first entry.
    pub place: Place,
    /// What it is.
    pub value: Value,
}

/// What a [`Node`] is.
#[derive(Clone, Debug)]
pub enum Value {
    /// Nothing: `key:` with nothing behind it, `~` or `null`.
    Empty,
    /// A text as it is written, in composed Unicode.
    Scalar(String),
    /// A list.
    List(Vec<Node>),
    /// A table, in the order of the file.
    Table(Vec<(Key, Node)>),
}

/// The key of a table's entry.
#[derive(Clone, Debug)]
pub struct Key {
    /// Its text.
    pub text: String,
    /// Where it stands.
    pub place: Place,
}

impl Node {
    /// Its shape.
    #[must_use]
    pub fn shape(&self) -> Shape {
        match &self.value {
            Value::Empty => Shape::Empty,
            Value::Scalar(_) => Shape::Scalar,
            Value::List(_) => Shape::List,
            Value::Table(_) => Shape::Table,
        }
    }

    fn weight(&self) -> usize {
        1 + match &self.value {
            Value::Empty => 0,
            Value::Scalar(text) => text.len() / BYTES_A_NODE,
            Value::List(items) => items.iter().map(Node::weight).sum(),
            Value::Table(entries) => entries.iter().map(|(_, node)| 1 + node.weight()).sum(),
        }
    }
}

/// The documents of a file. `None` where it cannot be read to its end; the fault that says why is kept.
/// Faults that leave the tree whole, such as a key that stands twice, are kept too.
pub fn read(source: &Source, problems: &mut Problems) -> Option<Vec<Node>> {
    let mut options = Options::default();
    options.set_emit_comments(false);
    let parser = Parser::new_from_str_with_options(source.text(), options);
    let mut growing = Growing {
        source,
        problems,
        open: Vec::new(),
        documents: Vec::new(),
        anchors: BTreeMap::new(),
        spent: 0,
    };
    for event in parser {
        let going = match event {
            Ok((event, span)) => growing.take(event, &span),
            Err(error) => Err(flaw::syntax(source.text(), &error, growing.bracket())),
        };
        if let Err(stopped) = going {
            let (place, fault) = *stopped;
            growing.problems.fault(source.spot(place), fault);
            return None;
        }
    }
    Some(growing.documents)
}

struct Growing<'a> {
    source: &'a Source,
    problems: &'a mut Problems,
    open: Vec<Open>,
    documents: Vec<Node>,
    anchors: BTreeMap<usize, Node>,
    spent: usize,
}

/// A list or a table that is not closed yet.
struct Open {
    place: Place,
    anchor: usize,
    holds: Holds,
}

enum Holds {
    List(Vec<Node>),
    /// `twice` holds for a key that stands before: what is behind it is dropped.
    Table {
        entries: Vec<(Key, Node)>,
        key: Option<Key>,
        twice: bool,
        seen: BTreeMap<String, Place>,
    },
}

type Stopped = Box<(Place, Fault)>;

impl Growing<'_> {
    fn take(&mut self, event: Event<'_>, span: &Span) -> Result<(), Stopped> {
        let place = place(span);
        #[expect(
            clippy::wildcard_enum_match_arm,
            reason = "the parser may name further events, which hold nothing"
        )]
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse_tag(tag.is_some(), place);
                let plain = style == ScalarStyle::Plain;
                let value = match text.as_ref() {
                    "" | "~" | "null" if plain => Value::Empty,
                    text => Value::Scalar(composed(text)),
                };
                self.put(Node { place, value }, anchor)
            }
            Event::SequenceStart(_, anchor, tag) => {
                self.refuse_tag(tag.is_some(), place);
                self.open(Open { place, anchor, holds: Holds::List(Vec::new()) })
            }
            Event::MappingStart(_, anchor, tag) => {
                self.refuse_tag(tag.is_some(), place);
                let holds =
                    Holds::Table { entries: Vec::new(), key: None, twice: false, seen: BTreeMap::new() };
                self.open(Open { place, anchor, holds })
            }
            Event::SequenceEnd | Event::MappingEnd => {
                let Open { place, anchor, holds } = self.open.pop().expect("an end has its start");
                let node = match holds {
                    Holds::List(items) => {
                        let first = items.first().map_or(place, |item| item.place);
                        Node { place: first, value: Value::List(items) }
                    }
                    Holds::Table { entries, .. } => {
                        let first = entries.first().map_or(place, |(key, _)| key.place);
                        Node { place: first, value: Value::Table(entries) }
                    }
                };
                self.put(node, anchor)
            }
            Event::Alias(anchor) => {
                let Some(node) = self.anchors.get(&anchor) else {
                    return Err(Box::new((place, Fault::YamlSyntax { flaw: YamlFlaw::Alias })));
                };
                self.spent += node.weight();
                if self.spent > ALIAS_BUDGET {
                    return Err(Box::new((place, Fault::YamlTooManyAliases { most: ALIAS_BUDGET })));
                }
                let node = node.clone();
                self.put(node, 0)
            }
            Event::DocumentEnd => {
                self.anchors.clear();
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// Where the innermost open list or table begins, if it is written in brackets.
    fn bracket(&self) -> Option<usize> {
        match self.open.last()?.place {
            Place::Span { start, .. } if self.source.text()[start..].starts_with(['[', '{']) => Some(start),
            Place::Span { .. } | Place::Whole | Place::Field { .. } => None,
        }
    }

    fn refuse_tag(&mut self, tagged: bool, place: Place) {
        if tagged {
            self.problems.fault(self.source.spot(place), Fault::YamlTag);
        }
    }

    fn open(&mut self, open: Open) -> Result<(), Stopped> {
        if self.open.len() == DEEPEST {
            return Err(Box::new((open.place, Fault::YamlTooDeep { most: DEEPEST })));
        }
        self.open.push(open);
        Ok(())
    }

    fn put(&mut self, node: Node, anchor: usize) -> Result<(), Stopped> {
        if anchor != 0 {
            self.anchors.insert(anchor, node.clone());
        }
        let Some(open) = self.open.last_mut() else {
            self.documents.push(node);
            return Ok(());
        };
        match &mut open.holds {
            Holds::List(items) => items.push(node),
            Holds::Table { entries, key, twice, seen } => match key.take() {
                Some(_) if *twice => {}
                Some(key) => {
                    // What is not there has no place of its own.
                    let place = if matches!(node.value, Value::Empty) { key.place } else { node.place };
                    entries.push((key, Node { place, ..node }));
                }
                None => match node.value {
                    Value::Scalar(text) => {
                        *twice = seen.contains_key(&text);
                        if let Some(first) = seen.get(&text) {
                            let first = self.source.spot(*first);
                            let fault = Fault::YamlDuplicateKey { key: text.clone(), first };
                            self.problems.fault(self.source.spot(node.place), fault);
                        } else {
                            seen.insert(text.clone(), node.place);
                        }
                        *key = Some(Key { text, place: node.place });
                    }
                    Value::Empty | Value::List(_) | Value::Table(_) => {
                        return Err(Box::new((node.place, Fault::YamlKeyNotText)));
                    }
                },
            },
        }
        Ok(())
    }
}

fn place(span: &Span) -> Place {
    let range = span.byte_range().expect("the parser reads from a text, whose bytes it counts");
    Place::Span { start: range.start, len: range.len() }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;
    use crate::problem::Checked;

    fn codes(text: &str) -> Vec<(String, &'static str)> {
        let source = Source::new("f", text.to_owned());
        let mut problems = Problems::default();
        let tree = read(&source, &mut problems);
        if !problems.any_fault() {
            assert!(tree.is_some());
            return Vec::new();
        }
        let Checked::Broken(faults, _) = problems.verdict(tree) else { panic!("a fault makes it broken") };
        faults.iter().map(|found| (found.at.to_string(), found.what.code())).collect()
    }

    #[test]
    fn texts_stay_as_they_are_written() {
        let source = Source::new("f", "a: 1.10\nb: no\nc: 0x1F\nd: 2026-06-30\ne: \"\"\nf:\ng: ~\n".into());
        let tree = read(&source, &mut Problems::default()).unwrap();
        let Value::Table(entries) = &tree[0].value else { panic!() };
        let texts: Vec<Option<&str>> = entries
            .iter()
            .map(|(_, node)| match &node.value {
                Value::Scalar(text) => Some(text.as_str()),
                Value::Empty | Value::List(_) | Value::Table(_) => None,
            })
            .collect();
        assert_eq!(texts, [Some("1.10"), Some("no"), Some("0x1F"), Some("2026-06-30"), Some(""), None, None]);
    }

    #[test]
    fn what_cannot_be_read_is_told_at_its_place() {
        let (mut found, mut wanted) = (Vec::new(), Vec::new());
        for (text, at, code) in [
            ("a: 1\na: 2\n", "f:2:1", "yaml-duplicate-key"),
            ("a:\n\tb: 1\n", "f:2:1", "yaml-syntax"),
            ("a: [1, 2\n", "f:1:4", "yaml-syntax"),
            ("a: \"x\n", "f:1:4", "yaml-syntax"),
            ("a: *x\n", "f:1:4", "yaml-syntax"),
            ("? [a]\n: b\n", "f:1:4", "yaml-key-not-text"),
            ("a: !!int 3\n", "f:1:10", "yaml-tag"),
        ] {
            found.push((text, codes(text)));
            wanted.push((text, vec![(at.to_owned(), code)]));
        }
        assert_eq!(found, wanted);
    }

    #[test]
    fn of_two_equal_keys_the_first_is_kept() {
        let source = Source::new("f", "a: 1\na: { b: 2 }\nc: 3\n".into());
        let tree = read(&source, &mut Problems::default()).unwrap();
        let Value::Table(entries) = &tree[0].value else { panic!() };
        let keys: Vec<&str> = entries.iter().map(|(key, _)| key.text.as_str()).collect();
        assert_eq!(keys, ["a", "c"]);
        assert!(matches!(&entries[0].1.value, Value::Scalar(text) if text == "1"));
    }

    #[test]
    fn bombs_are_refused() {
        let nested = format!("a: {}", "[".repeat(100_000));
        assert_eq!(codes(&nested)[0].1, "yaml-too-deep");
        let blocks = "- ".repeat(100_000);
        assert_eq!(codes(&blocks)[0].1, "yaml-too-deep");
        let mut laughs = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for level in 1..10 {
            let before = level - 1;
            let aliases = vec![format!("*a{before}"); 9].join(", ");
            writeln!(laughs, "a{level}: &a{level} [{aliases}]").unwrap();
        }
        assert_eq!(codes(&laughs)[0].1, "yaml-too-many-aliases");
        let long = format!("a: &a \"{}\"\nb: [{}]\n", "x".repeat(100_000), vec!["*a"; 20_000].join(", "));
        assert_eq!(codes(&long)[0].1, "yaml-too-many-aliases");
        assert_eq!(codes("a: &a [*a]\n")[0].1, "yaml-syntax");
    }
}
