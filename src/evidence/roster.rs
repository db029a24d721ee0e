//! The roster (danh sách cơ quan): who is expected to hand in evidence, under which name, of which kind, among which
//! peers.

use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

use csv::ByteRecord;

use super::claims::{Digest, File};
use super::columns::Column;
use super::csv_records::Records;
use super::csv_run::{Rows, Run};
use super::dossier::Agency;
use crate::cell::Cell;
use crate::decode::nowhere;
use crate::id::{Id, composed, is_kebab, nearest};
use crate::problem::{Fault, Problems, Warning};
use crate::source::{Place, Source, Spot};

/// An agency that is expected, as the roster has it.
#[derive(Debug)]
pub struct Expected {
    source: Arc<Source>,
    /// Who it is.
    pub agency: Agency,
    /// The names and ids that it had before.
    pub former: Vec<String>,
    kind: Option<Place>,
    peers: Option<Place>,
}

impl Expected {
    /// Its kind, and where the roster says so.
    pub(super) fn kind(&self) -> Option<(&str, Spot)> {
        Some((self.agency.kind.as_ref()?.as_str(), self.source.spot(self.kind?)))
    }

    /// Its peers, and where the roster says so.
    pub(super) fn peers(&self) -> Option<(&str, Spot)> {
        Some((self.agency.peers.as_deref()?, self.source.spot(self.peers?)))
    }

    /// Whether it bears or bore this name. Where the roster has no name any is right.
    pub(super) fn bears(&self, name: &str) -> bool {
        self.agency.name.as_deref().is_none_or(|own| own == name)
            || self.former.iter().any(|former| former == name)
    }
}

/// What the roster of a run says of the agency of a submission.
#[derive(Clone, Debug, Default)]
pub(super) enum Enrolment {
    /// There is no roster.
    #[default]
    NoRoster,
    /// It is on the roster.
    On(Arc<Expected>),
    /// It is not; the id on the roster that is near.
    Absent(Option<String>),
}

impl Enrolment {
    /// What the roster has, where it has the agency.
    pub(super) fn expected(&self) -> Option<&Arc<Expected>> {
        match self {
            Enrolment::On(expected) => Some(expected),
            Enrolment::NoRoster | Enrolment::Absent(_) => None,
        }
    }
}

/// The agencies of a roster, in its order.
#[derive(Debug)]
pub struct Roster {
    agencies: Vec<Arc<Expected>>,
    by_id: BTreeMap<Id, usize>,
    /// Former names and ids; `None` for one that several agencies bore.
    by_former: BTreeMap<String, Option<usize>>,
    /// Which file it is.
    pub digest: Digest,
}

impl Roster {
    /// Reads a roster, whatever the ending of the file: what of it is sound, and all that is wrong with it.
    ///
    /// # Errors
    /// When the reading itself fails.
    pub fn read(file: File) -> io::Result<(Roster, Problems)> {
        let File { name, bytes } = file;
        let mut problems = Problems::default();
        let mut records = Records::open(&name, bytes)?;
        let mut columns = records.header(&mut problems)?;
        for (spot, column) in columns.take_unread() {
            problems.warn(spot, Warning::ColumnNotRead { column });
        }
        let mut run = Run::default();
        while let Some(record) = records.next(&mut problems)? {
            run.add(record);
        }
        let rows = Rows::new(&records, &columns);
        let (source, sound) = rows.sound(run, true, &mut problems);
        let mut reading = Reading::default();
        for (record, start) in &sound {
            reading.row(&rows, &source, record, *start, &mut problems);
        }
        if reading.agencies.is_empty() && !problems.any_fault() {
            problems.fault(nowhere(&name), Fault::RowsNone);
        }
        let digest = Digest { file: name, sha256: records.sha256() };
        Ok((reading.roster(digest), problems))
    }

    /// The agencies, in the order of the file.
    #[must_use]
    pub fn agencies(&self) -> impl ExactSizeIterator<Item = &Expected> {
        self.agencies.iter().map(|expected| &**expected)
    }

    /// The agency that an id of the evidence means: its own, or one that it had before and nobody else.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<&Arc<Expected>> {
        let id = composed(id);
        let former = || self.by_former.get(&id).copied().flatten();
        self.by_id.get(id.as_str()).copied().or_else(former).map(|at| &self.agencies[at])
    }

    /// What it says of the agency of a submission.
    pub(super) fn enrolment(&self, id: &str) -> Enrolment {
        match self.find(id) {
            Some(expected) => Enrolment::On(Arc::clone(expected)),
            None => Enrolment::Absent(nearest(id, self.by_id.keys().map(Id::as_str)).map(str::to_owned)),
        }
    }
}

/// What is read so far.
#[derive(Default)]
struct Reading {
    agencies: Vec<Arc<Expected>>,
    first: BTreeMap<Id, Place>,
    /// Whose each former name was first, and where it says so.
    former: BTreeMap<String, (Id, Place)>,
}

impl Reading {
    fn row(
        &mut self,
        rows: &Rows<'_, RosterColumn>,
        source: &Arc<Source>,
        record: &ByteRecord,
        start: usize,
        problems: &mut Problems,
    ) {
        rows.needed(source, record, start, &[RosterColumn::Id], problems);
        let cell = |column| rows.cell(record, start, column);
        let Some(Cell { text, place }) = cell(RosterColumn::Id) else { return };
        let id = Id::new(&text);
        if let Some(first) = self.first.get(&id) {
            problems.fault(source.spot(place), Fault::IdTwice { id: text, first: source.spot(*first) });
            return;
        }
        self.first.insert(id.clone(), place);
        let former = cell(RosterColumn::FormerNames);
        let former_place = former.as_ref().map_or(place, |cell| cell.place);
        let former = former.map(|cell| cell.text).unwrap_or_default();
        let former: Vec<&str> = former.split(';').map(str::trim).filter(|name| !name.is_empty()).collect();
        // Two agencies may have had one name, as before a split; of a former id nobody could tell whose it is.
        for name in former.iter().filter(|name| is_kebab(name)) {
            let (whose, first) =
                self.former.entry((*name).to_owned()).or_insert_with(|| (id.clone(), former_place));
            if *whose != id {
                let fault = Fault::IdTwice { id: (*name).to_owned(), first: source.spot(*first) };
                problems.fault(source.spot(former_place), fault);
            }
        }
        let (kind, peers) = (cell(RosterColumn::Kind), cell(RosterColumn::Peers));
        let place = |cell: &Option<Cell>| cell.as_ref().map(|cell| cell.place);
        self.agencies.push(Arc::new(Expected {
            source: Arc::clone(source),
            former: former.into_iter().map(str::to_owned).collect(),
            kind: place(&kind),
            peers: place(&peers),
            agency: Agency {
                id,
                name: cell(RosterColumn::Name).map(|cell| cell.text),
                kind: kind.map(|cell| Id::new(&cell.text)),
                peers: peers.map(|cell| cell.text),
            },
        }));
    }

    fn roster(self, digest: Digest) -> Roster {
        let agencies = self.agencies;
        let ids = agencies.iter().enumerate().map(|(at, expected)| (expected.agency.id.clone(), at));
        let by_id = ids.collect();
        let mut by_former: BTreeMap<String, Option<usize>> = BTreeMap::new();
        for (at, expected) in agencies.iter().enumerate() {
            for former in &expected.former {
                let whose = by_former.entry(former.clone()).or_insert(Some(at));
                *whose = whose.filter(|other| *other == at);
            }
        }
        Roster { agencies, by_id, by_former, digest }
    }
}

/// A column of a roster.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum RosterColumn {
    Id,
    Name,
    FormerNames,
    Kind,
    Peers,
}

impl Column for RosterColumn {
    const ALL: &[RosterColumn] = &[
        RosterColumn::Id,
        RosterColumn::Name,
        RosterColumn::FormerNames,
        RosterColumn::Kind,
        RosterColumn::Peers,
    ];

    const NEEDED: &[RosterColumn] = &[RosterColumn::Id];

    fn name(self) -> &'static str {
        match self {
            RosterColumn::Id => "id",
            RosterColumn::Name => "name",
            RosterColumn::FormerNames => "former-names",
            RosterColumn::Kind => "kind",
            RosterColumn::Peers => "peers",
        }
    }

    fn at(self) -> usize {
        self as usize
    }

    fn names_agency(self) -> bool {
        self == RosterColumn::Id
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Checked;

    fn read(text: &'static str) -> (Roster, Vec<String>) {
        let file = File { name: "d.csv".into(), bytes: Box::new(text.as_bytes()) };
        let (roster, problems) = Roster::read(file).expect("it is read");
        let told = match problems.verdict(Some(())) {
            Checked::Broken(faults, _) => {
                faults.iter().map(|found| format!("{} {}", found.at, found.what.code())).collect()
            }
            Checked::Sound((), warnings) => {
                warnings.iter().map(|found| format!("{} {}", found.at, found.what.code())).collect()
            }
        };
        (roster, told)
    }

    #[test]
    fn an_agency_is_found_by_its_id_and_by_those_it_had() {
        let (roster, told) = read(
            "Name;id;former-names;kind\nSở A;so-a;\"Sở Cũ; so-cu ;chung\";so\nSở B;so-b;chung;\n;so-cũ;so-b;\n",
        );
        assert_eq!(told, ["d.csv:3:11 id-twice"]);
        let found = |id: &str| roster.find(id).map(|expected| expected.agency.id.to_string());
        for (id, wanted) in [
            ("so-a", Some("so-a")),
            ("so-cu", Some("so-a")),
            ("Sở Cũ", Some("so-a")),
            ("so-cu\u{303}", Some("so-cũ")),
            ("so-b", Some("so-b")),
            ("chung", None),
            ("so-c", None),
        ] {
            assert_eq!(found(id).as_deref(), wanted, "{id}");
        }
        let names: Vec<_> = roster.agencies().map(|expected| expected.agency.name.as_deref()).collect();
        assert_eq!(names, [Some("Sở A"), Some("Sở B"), None]);
        let a = roster.find("so-a").expect("it is on the roster");
        assert!(a.bears("Sở A") && a.bears("Sở Cũ") && !a.bears("Sở B"));
        assert_eq!(a.kind().map(|(kind, at)| format!("{kind} {at}")).as_deref(), Some("so d.csv:2:33"));
        assert!(roster.find("so-b").expect("it is on the roster").kind().is_none());
        assert!(matches!(roster.enrolment("so-aa"), Enrolment::Absent(Some(near)) if near == "so-a"));
    }

    #[test]
    fn every_fault_is_told_at_its_place() {
        for (text, wanted) in [
            ("", &["d.csv file-empty"][..]),
            ("id,name\n", &["d.csv rows-none"]),
            ("id,former-names\na,x; y\nb,z;x;x\n", &["d.csv:3:3 id-twice"]),
            ("name,kind\nSở A,so\n", &["d.csv:1:1 column-missing"]),
            ("id,nmae,former_names\na,b,c\n", &["d.csv:1:4 column-misspelt", "d.csv:1:9 column-misspelt"]),
            ("id,id\na,b\n", &["d.csv:1:4 column-twice"]),
            ("id,địa chỉ\na,b\n", &["d.csv:1:4 column-not-read"]),
            (
                "id,name\na,A\n,B\nb\na,C\nc,\"C\n",
                &[
                    "d.csv:3:1 cell-empty",
                    "d.csv:4:1 row-length",
                    "d.csv:5:1 id-twice",
                    "d.csv:6:3 quote-open",
                ],
            ),
        ] {
            assert_eq!(read(text).1, wanted, "{text}");
        }
    }
}
