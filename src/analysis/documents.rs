//! The register of documents (danh mục tài liệu kiểm chứng): each document of an agency once, with the criteria that it
//! proves, and the criteria that are answered without one.

use std::collections::BTreeMap;

use crate::answer::{Attached, Document, is_link};
use crate::assessment::{Assessment, Outcome};
use crate::calendar::{Date, Period};
use crate::criteria::{Criteria, Node};
use crate::evidence::{Agency, Dossier};

/// What documents an agency has brought in one period, and what is lacking.
#[derive(Debug)]
pub struct Register {
    /// Whose they are.
    pub agency: Agency,
    /// When, if it is said.
    pub period: Option<Period>,
    /// Each document once, in the order of the criteria that first cite it.
    pub documents: Vec<Registered>,
    /// The criteria that are answered without a document although one is expected.
    pub lacking: Vec<Node>,
    /// How many answered criteria expect a document, and how many have one.
    pub proof: Proven,
}

/// A document with the criteria that it proves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registered {
    /// What is known of it from all who cite it.
    pub document: Document,
    /// The criteria, in the order of the set.
    pub nodes: Vec<Node>,
}

/// How far answered criteria are proven.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Proven {
    /// Answered criteria that expect a document.
    pub expected: usize,
    /// Of these, those for which one is cited.
    pub proven: usize,
}

/// How many documents of each sort there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// All of them.
    pub documents: usize,
    /// Those of which nothing could be read.
    pub unread: usize,
    /// Those that name a file beside the evidence, or a link.
    pub with_file: usize,
    /// Of these, those whose file was looked up in vain.
    pub not_found: usize,
}

impl Register {
    /// The register of a dossier that was scored.
    #[must_use]
    pub fn of(criteria: &Criteria, dossier: &Dossier, assessment: &Assessment) -> Register {
        Register {
            agency: dossier.agency.clone(),
            period: dossier.period,
            documents: registered(criteria, dossier),
            lacking: lacking(criteria, assessment),
            proof: proof(criteria, assessment),
        }
    }

    /// How many documents of each sort it lists.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let count = |which: fn(&Document) -> bool| {
            self.documents.iter().filter(|registered| which(&registered.document)).count()
        };
        Counts {
            documents: self.documents.len(),
            unread: count(|document| !document.is_read()),
            with_file: count(|document| document.file.is_some()),
            not_found: count(|document| {
                document.attached.as_ref().is_some_and(|found| found.flaw().is_some())
            }),
        }
    }
}

/// The criteria that are answered, by a fact or a decided score, without a document although one is expected (thiếu
/// TLKC), in the order of the set.
#[must_use]
pub fn lacking(criteria: &Criteria, assessment: &Assessment) -> Vec<Node> {
    expecting(criteria, assessment).filter(|node| assessment.documents(*node).is_empty()).collect()
}

/// How many answered criteria expect a document, and how many have one.
#[must_use]
pub fn proof(criteria: &Criteria, assessment: &Assessment) -> Proven {
    let mut proof = Proven::default();
    for node in expecting(criteria, assessment) {
        proof.expected += 1;
        proof.proven += usize::from(!assessment.documents(node).is_empty());
    }
    proof
}

/// The answered criteria that expect a document.
fn expecting<'a>(criteria: &'a Criteria, assessment: &'a Assessment) -> impl Iterator<Item = Node> + 'a {
    criteria.nodes().filter(|node| {
        let answered = match assessment.at(*node).outcome {
            Outcome::Scored { .. } | Outcome::Decided { .. } => true,
            Outcome::Missing
            | Outcome::NotApplicable(_)
            | Outcome::NotForKind
            | Outcome::NotHeld(_)
            | Outcome::DecidedAbove(_)
            | Outcome::Combined
            | Outcome::Void => false,
        };
        answered && !criteria.at(*node).documents.is_empty()
    })
}

fn registered(criteria: &Criteria, dossier: &Dossier) -> Vec<Registered> {
    let mut found: Vec<Registered> = Vec::new();
    let mut places: BTreeMap<Key, usize> = BTreeMap::new();
    for node in criteria.nodes() {
        let entries = dossier.layers.iter().filter_map(|layer| layer.entries.get(&node));
        for document in entries.flat_map(|entry| &entry.documents) {
            let key = Key::of(document);
            if let Some(at) = places.get(&key) {
                found[*at].cited_again(document, node);
            } else {
                places.insert(key, found.len());
                found.push(Registered { document: document.clone(), nodes: vec![node] });
            }
        }
    }
    found
}

impl Registered {
    /// Takes in another citation of the same document: what the first did not say, and further pages.
    fn cited_again(&mut self, document: &Document, node: Node) {
        let known = &mut self.document;
        let take = |known: &mut Option<String>, other: &Option<String>| {
            if known.is_none() {
                known.clone_from(other);
            }
        };
        take(&mut known.text, &document.text);
        take(&mut known.title, &document.title);
        if known.file.is_none() {
            known.file.clone_from(&document.file);
            known.attached.clone_from(&document.attached);
        }
        match (&mut known.pages, &document.pages) {
            (Some(pages), Some(other)) if !pages.split("; ").any(|pages| pages == other) => {
                pages.push_str("; ");
                pages.push_str(other);
            }
            (pages @ None, other) => pages.clone_from(other),
            (Some(_), _) => {}
        }
        if self.nodes.last() != Some(&node) {
            self.nodes.push(node);
        }
    }

    /// What is known of its file, in a word for results; `None` where it names none.
    #[must_use]
    pub fn file_state(&self) -> Option<&'static str> {
        let file = self.document.file.as_ref()?;
        match &self.document.attached {
            Some(Attached::Found { .. }) => Some("found"),
            Some(found) => found.flaw(),
            None => is_link(file).then_some("link"),
        }
    }
}

/// What makes two citations one document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    /// The same number, day and issuer, in capitals or not and with whatever blanks.
    Number(String, Option<Date>, Option<String>),
    /// Without a number, the same file.
    File(String),
    /// Else the same words.
    Words(String),
}

impl Key {
    fn of(document: &Document) -> Key {
        let plain =
            |text: &str| text.to_lowercase().chars().filter(|c| !c.is_whitespace()).collect::<String>();
        if let Some(number) = &document.number {
            return Key::Number(plain(number), document.date, document.issuer.as_deref().map(plain));
        }
        if let Some(file) = &document.file {
            return Key::File(file.replace('\\', "/"));
        }
        if let Some(text) = &document.text {
            return Key::Words(plain(text));
        }
        let words = document.fields().into_iter().filter(|(key, _)| *key != "pages");
        Key::Words(words.map(|(_, value)| plain(&value)).collect::<Vec<_>>().join("|"))
    }
}
