//! Thresholds (ngưỡng điểm): what a score must reach before it is submitted, read from a file and held against the set
//! that they are for.

use super::model::{Counts, Criteria, Node};
use crate::fields::{Amount, Fields, Reading};
use crate::id::nearest;
use crate::points::Points;
use crate::problem::{Checked, Fault, FileKind, Problems};
use crate::source::{Place, Source};
use crate::yaml::{self, Key, Value};

/// The keys of a file of thresholds.
pub const THRESHOLD_KEYS: [&str; 6] = ["for", "index", "coverage", "documents", "fields", "criteria"];

/// What a score must reach. Nothing is asked of what is not written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Thresholds {
    /// The least index, as the index is counted: 80 is 80 %.
    pub index: Option<Points>,
    /// The least share of the applicable points that is answered.
    pub coverage: Option<Points>,
    /// The least share, among the answered criteria that expect documents, of those that cite one.
    pub documents: Option<Points>,
    /// The least index of groups.
    pub fields: Vec<(Node, Points)>,
    /// The least points of criteria.
    pub criteria: Vec<(Node, Points)>,
}

/// What a file of thresholds is held against.
#[derive(Clone, Debug)]
pub enum Against<'a> {
    /// The set that it is for.
    Set(&'a Criteria),
    /// No set: what is wrong with the one that it names.
    Nothing(Option<Fault>),
}

impl Thresholds {
    /// How many thresholds there are.
    #[must_use]
    pub fn len(&self) -> usize {
        let heads = [&self.index, &self.coverage, &self.documents];
        heads.into_iter().flatten().count() + self.fields.len() + self.criteria.len()
    }

    /// Whether nothing is asked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The set that a file is for, as it is written; `None` where that cannot be read.
    #[must_use]
    pub fn named_in(source: &Source) -> Option<String> {
        let documents = yaml::read(source, &mut Problems::default())?;
        let node = Fields::of(documents.first()?, &THRESHOLD_KEYS)?.get("for")?;
        match &node.value {
            Value::Scalar(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
            Value::Empty | Value::List(_) | Value::Table(_) => None,
        }
    }

    /// Reads a file of thresholds.
    #[must_use]
    pub fn read(source: &Source, against: Against<'_>) -> Checked<Thresholds> {
        let mut problems = Problems::default();
        let documents = yaml::read(source, &mut problems);
        let mut reading = Reading { source, problems: &mut problems };
        let kind = documents.as_deref().and_then(FileKind::of);
        let thresholds = documents.and_then(|documents| match (kind, &documents[..]) {
            (Some(found @ (FileKind::Evidence | FileKind::Criteria | FileKind::Results)), _) => {
                reading.fault(Place::Whole, Fault::FileOtherKind { wanted: FileKind::Thresholds, found });
                None
            }
            (_, [document]) => whole(&mut reading, document, against),
            (_, []) => {
                reading.fault(Place::Whole, Fault::FileEmpty);
                None
            }
            (_, [_, second, ..]) => {
                reading.fault(second.place, Fault::YamlOneDocument);
                None
            }
        });
        problems.verdict(thresholds)
    }
}

impl Criteria {
    /// The most that the index of a group can be, where that is bounded: bonuses lift it above a hundred.
    #[must_use]
    pub fn index_at_most(&self, group: Node) -> Option<Points> {
        let bonus = self.within(group).any(|node| self.at(node).counts == Counts::Bonus);
        (!bonus).then_some(Points::HUNDRED)
    }

    /// The least and the most points that can be asked of a criterion: those of a penalty are below zero.
    #[must_use]
    pub fn points_between(&self, node: Node) -> (Points, Points) {
        let asked = self.at(node);
        match asked.counts {
            Counts::Within | Counts::Bonus => (Points::ZERO, asked.points.clone()),
            Counts::Penalty => (-&asked.points, Points::ZERO),
        }
    }
}

fn whole(reading: &mut Reading<'_>, document: &yaml::Node, against: Against<'_>) -> Option<Thresholds> {
    let fields = reading.table(document, &THRESHOLD_KEYS)?;
    let before = reading.problems.faults();
    let named = reading.required(fields, "for");
    if let Some(node) = named {
        reading.filled_text(node);
    }
    let set = match against {
        Against::Set(criteria) => Some(criteria),
        Against::Nothing(fault) => {
            if let (Some(fault), Some(node)) = (fault, named) {
                reading.fault(node.place, fault);
            }
            None
        }
    };
    let index = fields.get("index").and_then(|node| {
        if set.is_some_and(|set| set.at(Node::ROOT).is_heading()) {
            reading.fault(fields.key_place("index"), Fault::KeyIdle { key: "index".to_owned() });
            return None;
        }
        index(reading, node, set.map(|set| (set, Node::ROOT)))
    });
    let coverage = fields.get("coverage").and_then(|node| share(reading, node));
    let documents = fields.get("documents").and_then(|node| share(reading, node));
    let groups = each(reading, fields, "fields", set, field);
    let criteria = each(reading, fields, "criteria", set, criterion);
    let thresholds = Thresholds { index, coverage, documents, fields: groups, criteria };
    if thresholds.is_empty() && set.is_some() && reading.problems.faults() == before {
        reading.fault(Place::Whole, Fault::ThresholdsNone);
    }
    Some(thresholds)
}

/// The thresholds under a key by the ids of criteria, each read by `one`. Without a set only their form is read.
fn each(
    reading: &mut Reading<'_>,
    fields: Fields<'_>,
    key: &str,
    set: Option<&Criteria>,
    one: fn(&mut Reading<'_>, &Key, &yaml::Node, &Criteria, Node) -> Option<Points>,
) -> Vec<(Node, Points)> {
    let entries = fields.get(key).and_then(|node| reading.entries(node)).unwrap_or_default();
    let mut read = Vec::new();
    for (key, node) in entries {
        let Some(set) = set else {
            reading.amount(node);
            continue;
        };
        let id = key.text.trim();
        let found = set.find(id).filter(|node| *node != Node::ROOT);
        if found.is_none() {
            let nearest = nearest(id, set.ids()).map(str::to_owned);
            reading.fault(key.place, Fault::CriterionUnknown { id: id.to_owned(), nearest });
        }
        read.extend(found.and_then(|found| Some((found, one(reading, key, node, set, found)?))));
    }
    read
}

/// The index of a group.
fn field(
    reading: &mut Reading<'_>,
    key: &Key,
    node: &yaml::Node,
    set: &Criteria,
    group: Node,
) -> Option<Points> {
    let asked = set.at(group);
    if asked.rule().is_some() || asked.is_heading() {
        reading.fault(key.place, Fault::FieldNotGroup { id: asked.id.clone() });
        return None;
    }
    index(reading, node, Some((set, group)))
}

/// The points of a criterion, or a percent of them.
fn criterion(
    reading: &mut Reading<'_>,
    key: &Key,
    node: &yaml::Node,
    set: &Criteria,
    found: Node,
) -> Option<Points> {
    let asked = set.at(found);
    if asked.is_heading() {
        reading.fault(key.place, Fault::KeyIdle { key: key.text.clone() });
        return None;
    }
    let number = reading.amount(node)?.of(&asked.points);
    let (least, most) = set.points_between(found);
    let fault = if number < least {
        Fault::NumberTooSmall { number, least, allowed: true, share: false }
    } else if number > most {
        Fault::NumberTooLarge { number, most, share: false }
    } else {
        return Some(number);
    };
    reading.fault(node.place, fault);
    None
}

/// An index: `80` and `80%` are the same.
fn index(reading: &mut Reading<'_>, node: &yaml::Node, of: Option<(&Criteria, Node)>) -> Option<Points> {
    let number = match reading.amount_from_zero(node, true)? {
        Amount::Share(share) => &share * &Points::HUNDRED,
        Amount::Plain(number) => number,
    };
    if let Some(most) = of.and_then(|(set, group)| set.index_at_most(group))
        && number > most
    {
        reading.fault(node.place, Fault::NumberTooLarge { number, most, share: false });
        return None;
    }
    Some(number)
}

/// A share from nothing up to the whole.
fn share(reading: &mut Reading<'_>, node: &yaml::Node) -> Option<Points> {
    match reading.amount_from_zero(node, true)? {
        Amount::Plain(_) => {
            let text = reading.text(node)?.to_owned();
            reading.fault(node.place, Fault::PercentMissing { text });
            None
        }
        Amount::Share(share) if share > Points::ONE => {
            reading
                .fault(node.place, Fault::NumberTooLarge { number: share, most: Points::ONE, share: true });
            None
        }
        Amount::Share(share) => Some(share),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set() -> Criteria {
        let text = "id: bo\nversion: \"1\"\ntitle: A\npoints: 8\ncriteria:\n\
            - { id: \"1\", title: A, points: 6, criteria: [\
              { id: \"1.1\", title: A, points: 4, rule: share, documents: [B] }, \
              { id: \"1.2\", title: A, points: 2, rule: yes-no, documents: [B] }] }\n\
            - { id: \"2\", title: A, combine: none, criteria: [\
              { id: \"2.1\", title: A, points: 2, rule: yes-no, documents: [B] }] }\n\
            - { id: tru, title: A, points: 3, penalty: true, rule: { count: { each: 1 } }, documents: [B] }\n";
        match crate::criteria::read(&Source::new("bo.yaml", text.to_owned())) {
            Checked::Sound(criteria, _) => criteria,
            Checked::Broken(faults, _) => panic!("{faults:?}"),
        }
    }

    fn read(text: &str) -> Result<Thresholds, Vec<String>> {
        let source = Source::new("n.yaml", text.to_owned());
        match Thresholds::read(&source, Against::Set(&set())) {
            Checked::Sound(thresholds, _) => Ok(thresholds),
            Checked::Broken(faults, _) => Err(faults
                .iter()
                .map(|found| {
                    format!("{} {}", found.at.to_string().trim_start_matches("n.yaml:"), found.what.code())
                })
                .collect()),
        }
    }

    #[test]
    fn an_amount_is_read_as_it_is_meant() {
        let number = |text: &str| Points::read(text).unwrap();
        for (text, index) in
            [("80", "80"), ("80%", "80"), ("82.5", "82.5"), ("4/5", "80"), ("0", "0"), ("100", "100")]
        {
            assert_eq!(read(&format!("for: bo\nindex: {text}\n")).unwrap().index, Some(number(index)));
        }
        let read =
            read("for: bo@1\ncoverage: 2/3\nfields: { \"1\": 85% }\ncriteria: { \"1.1\": 50%, tru: -1 }\n");
        let read = read.unwrap();
        assert_eq!(read.coverage, number("2").over(&number("3")));
        assert_eq!(read.fields.iter().map(|(_, index)| index.to_string()).collect::<Vec<_>>(), ["85"]);
        assert_eq!(read.criteria.iter().map(|(_, least)| least.to_string()).collect::<Vec<_>>(), ["2", "-1"]);
        assert_eq!(read.len(), 4);
    }

    #[test]
    fn every_fault_is_told_at_its_place() {
        let text = "for: bo\nindx: 80\nindex: 80,5\ncoverage: 1\ndocuments: 101%\nfields:\n  \"1.1\": 80\n  \
                    \"2\": 80\n  \"11\": 80\n  \"1\": 101\ncriteria:\n  \"1.1\": 4.5\n  \"1.2\": -1\n  total: 3\n  \
                    \"2\": 1\n  tru: 1\n";
        assert_eq!(
            read(text).unwrap_err(),
            [
                "2:1 key-unknown",
                "3:8 number-comma",
                "4:11 percent-missing",
                "5:12 number-too-large",
                "7:3 field-not-group",
                "8:3 field-not-group",
                "9:3 criterion-unknown",
                "10:8 number-too-large",
                "12:10 number-too-large",
                "13:10 number-too-small",
                "14:3 criterion-unknown",
                "15:3 key-idle",
                "16:8 number-too-large",
            ]
        );
        for (text, told) in [
            ("", "file-empty"),
            ("for: bo\n", "thresholds-none"),
            ("for: bo\nfields: {}\n", "thresholds-none"),
            ("index: 80\n", "1:1 key-missing"),
            ("fro: bo\nindex: 80\n", "1:1 key-unknown"),
            ("for: bo\nindex: 80\n---\nfor: bo\nindex: 90\n", "4:1 yaml-one-document"),
            ("agency: { id: a }\nanswers: {}\n", "file-other-kind"),
            ("id: bo\nversion: \"1\"\n", "file-other-kind"),
        ] {
            let told_of = read(text).unwrap_err();
            assert!(told_of.len() == 1 && told_of[0].ends_with(told), "{text}: {told_of:?}");
        }
    }

    #[test]
    fn without_its_set_only_the_form_is_read() {
        let source = Source::new("n.yaml", "for: la\nindex: 80,5\ncriteria: { \"9\": x }\n".to_owned());
        let fault = Fault::ThresholdsOtherSet { named: "la".to_owned(), used: "bo@1".to_owned() };
        let Checked::Broken(faults, _) = Thresholds::read(&source, Against::Nothing(Some(fault))) else {
            panic!("it is for another set");
        };
        let codes: Vec<&str> = faults.iter().map(|found| found.what.code()).collect();
        assert_eq!(codes, ["thresholds-other-set", "number-comma", "number-wrong"]);
    }
}
