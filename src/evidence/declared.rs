//! Results that somebody declared, such as the scores published last year: a claim too, to be held against what is
//! computed from the evidence.

use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

use csv::ByteRecord;

use super::claims::File;
use super::columns::Column;
use super::csv_records::Records;
use super::csv_run::{Rows, Run};
use crate::calendar::Period;
use crate::cell::Cell;
use crate::decode::nowhere;
use crate::fields::number_fault;
use crate::id::Id;
use crate::points::Points;
use crate::problem::{Checked, Fault, Problems};
use crate::source::{Place, Source};

/// How many rows are looked at together. A place counts lines from the beginning of its stretch.
const STRETCH: usize = 1000;

/// The last rank that is read: more agencies than anybody ranks.
const LAST_RANK: i64 = 1_000_000_000;

/// What can be declared of a criterion or of the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Figure {
    /// The points.
    Awarded,
    /// The index.
    Index,
    /// The grade.
    Grade,
    /// The rank.
    Rank,
}

impl Figure {
    /// Its column, in files and in results.
    #[must_use]
    pub fn word(self) -> &'static str {
        self.column().name()
    }

    fn column(self) -> DeclaredColumn {
        match self {
            Figure::Awarded => DeclaredColumn::Awarded,
            Figure::Index => DeclaredColumn::Index,
            Figure::Grade => DeclaredColumn::Grade,
            Figure::Rank => DeclaredColumn::Rank,
        }
    }
}

/// What a figure is said to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stated {
    /// Points, or an index.
    Number(Points),
    /// A grade.
    Grade(String),
    /// A rank, from one.
    Rank(u64),
}

/// What is declared of one criterion of one agency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeclaredRow {
    /// The agency.
    pub agency: Id,
    /// The period, if it is said.
    pub period: Option<Period>,
    /// The criterion, or `total`.
    pub id: Id,
    /// What is said of it; empty cells are not here.
    pub figures: Vec<Declaration>,
}

/// What one cell declares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declaration {
    /// What it is a declaration of.
    pub figure: Figure,
    /// What is said.
    pub stated: Stated,
    /// How many decimals it is written with.
    pub places: u8,
}

/// A file of declared results.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Declared {
    /// Its rows, in their order.
    pub rows: Vec<DeclaredRow>,
    /// How many cells are empty where a figure could stand.
    pub skipped: u64,
    /// The columns that mean nothing here.
    pub not_read: Vec<String>,
}

/// A column of declared results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum DeclaredColumn {
    Agency,
    Id,
    Awarded,
    Index,
    Grade,
    Rank,
    Period,
}

impl Column for DeclaredColumn {
    const ALL: &[DeclaredColumn] = &[
        DeclaredColumn::Agency,
        DeclaredColumn::Id,
        DeclaredColumn::Awarded,
        DeclaredColumn::Index,
        DeclaredColumn::Grade,
        DeclaredColumn::Rank,
        DeclaredColumn::Period,
    ];

    const NEEDED: &[DeclaredColumn] = &[DeclaredColumn::Agency, DeclaredColumn::Id, DeclaredColumn::Awarded];

    fn name(self) -> &'static str {
        match self {
            DeclaredColumn::Agency => "agency",
            DeclaredColumn::Id => "id",
            DeclaredColumn::Awarded => "awarded",
            DeclaredColumn::Index => "index",
            DeclaredColumn::Grade => "grade",
            DeclaredColumn::Rank => "rank",
            DeclaredColumn::Period => "period",
        }
    }

    fn at(self) -> usize {
        self as usize
    }
}

impl Declared {
    /// Reads declared results, whatever the ending of the file.
    ///
    /// # Errors
    /// When the reading itself fails.
    pub fn read(file: File) -> io::Result<Checked<Declared>> {
        let File { name, bytes } = file;
        let mut problems = Problems::default();
        let mut records = Records::open(&name, bytes)?;
        let mut columns = records.header(&mut problems)?;
        let not_read = columns.take_unread().into_iter().map(|(_, column)| column).collect();
        let mut reading =
            Reading { declared: Declared { not_read, ..Declared::default() }, first: BTreeMap::new() };
        let mut run = Run::default();
        while let Some(record) = records.next(&mut problems)? {
            run.add(record);
            if run.len() == STRETCH {
                let full = std::mem::take(&mut run);
                reading.stretch(&Rows::new(&records, &columns), full, false, &mut problems);
            }
        }
        reading.stretch(&Rows::new(&records, &columns), run, true, &mut problems);
        if reading.declared.rows.is_empty() && !problems.any_fault() {
            problems.fault(nowhere(&name), Fault::FileEmpty);
        }
        Ok(problems.verdict(Some(reading.declared)))
    }
}

/// What a row is about: agency, period, criterion.
type Key = (Id, Option<Period>, Id);

/// What is read so far.
struct Reading {
    declared: Declared,
    /// Where each thing is declared: a second time would be a second truth.
    first: BTreeMap<Key, (Arc<Source>, Place)>,
}

impl Reading {
    fn stretch(&mut self, rows: &Rows<'_, DeclaredColumn>, run: Run, last: bool, problems: &mut Problems) {
        let (source, records) = rows.sound(run, last, problems);
        for (record, start) in &records {
            self.row(rows, &source, record, *start, problems);
        }
    }

    fn row(
        &mut self,
        rows: &Rows<'_, DeclaredColumn>,
        source: &Arc<Source>,
        record: &ByteRecord,
        start: usize,
        problems: &mut Problems,
    ) {
        rows.needed(source, record, start, &[DeclaredColumn::Agency, DeclaredColumn::Id], problems);
        let cell = |column| rows.cell(record, start, column);
        let period = cell(DeclaredColumn::Period).map(|cell| {
            let period = Period::read(&cell.text);
            if period.is_none() {
                problems.fault(source.spot(cell.place), Fault::PeriodWrong { text: cell.text });
            }
            period
        });
        let mut figures = Vec::new();
        for figure in [Figure::Awarded, Figure::Index, Figure::Grade, Figure::Rank] {
            match cell(figure.column()) {
                Some(cell) => match declaration(figure, &cell, &rows.pointed(&cell.text)) {
                    Ok(declaration) => figures.push(declaration),
                    Err(fault) => problems.fault(source.spot(cell.place), fault),
                },
                None => self.declared.skipped += u64::from(rows.columns.find(figure.column()).is_some()),
            }
        }
        // Of what period a row is whose period cannot be read, nobody knows.
        let (Some(agency), Some(id), None | Some(Some(_))) =
            (cell(DeclaredColumn::Agency), cell(DeclaredColumn::Id), period)
        else {
            return;
        };
        let period = period.flatten();
        let (agency, place, id) = (Id::new(&agency.text), id.place, Id::new(&id.text));
        let key = (agency.clone(), period, id.clone());
        if let Some((before, at)) = self.first.get(&key) {
            let fault = Fault::IdTwice { id: id.to_string(), first: before.spot(*at) };
            problems.fault(source.spot(place), fault);
        } else {
            self.first.insert(key, (Arc::clone(source), place));
        }
        self.declared.rows.push(DeclaredRow { agency, period, id, figures });
    }
}

/// What a cell says of a figure; `text` has its decimal mark as a point.
fn declaration(figure: Figure, cell: &Cell, text: &str) -> Result<Declaration, Fault> {
    // An index is a percentage, and many write it as one.
    let text = match figure {
        Figure::Index => text.strip_suffix('%').unwrap_or(text).trim_end(),
        Figure::Awarded | Figure::Grade | Figure::Rank => text,
    };
    let number = || Points::read(text).map_err(|flaw| number_fault(&cell.text, flaw));
    let stated = match figure {
        Figure::Awarded | Figure::Index => Stated::Number(number()?),
        Figure::Grade => Stated::Grade(cell.text.clone()),
        Figure::Rank => Stated::Rank(rank(number()?)?),
    };
    let places = match &stated {
        Stated::Number(_) => text.split_once('.').map_or(0, |(_, decimals)| decimals.len()),
        Stated::Grade(_) | Stated::Rank(_) => 0,
    };
    Ok(Declaration { figure, stated, places: u8::try_from(places).expect("the text of a number is short") })
}

/// A number that is a rank.
fn rank(number: Points) -> Result<u64, Fault> {
    let (least, most) = (Points::ONE, Points::whole(LAST_RANK));
    if number < least {
        Err(Fault::NumberTooSmall { number, least, allowed: true, share: false })
    } else if number > most {
        Err(Fault::NumberTooLarge { number, most, share: false })
    } else if number.is_whole() {
        Ok(number.to_string().parse().expect("a bounded whole number is digits alone"))
    } else {
        Err(Fault::NumberNotWhole { number })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &'static str) -> Checked<Declared> {
        Declared::read(File { name: "d.csv".into(), bytes: Box::new(text.as_bytes()) }).expect("it is read")
    }

    fn faults(text: &'static str) -> Vec<String> {
        match read(text) {
            Checked::Broken(faults, _) => {
                faults.iter().map(|found| format!("{} {}", found.at, found.what.code())).collect()
            }
            Checked::Sound(declared, _) => panic!("{declared:?}"),
        }
    }

    #[test]
    fn columns_come_in_any_order_and_empty_cells_are_counted() {
        let text = "rank;Awarded;ghi chú;id;agency;index\n2;1,5;x;1.1;a;\n;;;total;a;65,50 %\n";
        let Checked::Sound(declared, _) = read(text) else { panic!("{:?}", faults(text)) };
        let number = |text| Stated::Number(Points::read(text).unwrap());
        let said = |figure, stated, places| Declaration { figure, stated, places };
        let figures: Vec<_> = declared.rows.iter().map(|row| row.figures.clone()).collect();
        assert_eq!(
            figures,
            [
                vec![said(Figure::Awarded, number("1.5"), 1), said(Figure::Rank, Stated::Rank(2), 0)],
                vec![said(Figure::Index, number("65.50"), 2)]
            ]
        );
        assert_eq!(declared.skipped, 3);
        assert_eq!(declared.not_read, ["ghi chú"]);
    }

    #[test]
    fn every_fault_is_told_at_its_place() {
        for (text, told) in [
            ("", &["d.csv file-empty"][..]),
            ("agency,id,awarded\n", &["d.csv file-empty"]),
            ("agency,id\na,1\n", &["d.csv:1:1 column-missing"]),
            ("agency,id,award\na,1,1\n", &["d.csv:1:11 column-misspelt"]),
            ("agency,id,awarded,id\na,1,1,1\n", &["d.csv:1:19 column-twice"]),
            (
                "agency,id,awarded,rank\na,1,\"1,5\",0\n,2,x,1.5\na,,1,1\na,4,1\na,5,1,99999999999999999999\na,6,1,1.00000000000000001\n",
                &[
                    "d.csv:2:6 number-comma",
                    "d.csv:2:11 number-too-small",
                    "d.csv:3:1 cell-empty",
                    "d.csv:3:4 number-wrong",
                    "d.csv:3:6 number-not-whole",
                    "d.csv:4:3 cell-empty",
                    "d.csv:5:5 row-length",
                    "d.csv:6:7 number-too-large",
                    "d.csv:7:7 number-not-whole",
                ],
            ),
            ("agency,id,awarded,period\na,1,1,2026\na,1,1,2025\na,1,2,2026\n", &["d.csv:4:3 id-twice"]),
            ("agency,id,awarded,period\na,1,1,nay\n", &["d.csv:2:7 period-wrong"]),
            ("agency,id,awarded\na,1,\"1\n", &["d.csv:2:5 quote-open"]),
        ] {
            assert_eq!(faults(text), told, "{text}");
        }
    }
}
