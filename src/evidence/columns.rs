//! The columns of a row file, found by their names in any order.

use csv::ByteRecord;

use crate::id::{composed, nearest};
use crate::problem::{Fault, Problems, Warning};
use crate::source::{Place, Source};

/// A column of a row file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Agency,
    Name,
    Kind,
    Peers,
    Period,
    Criteria,
    Role,
    Round,
    Team,
    Criterion,
    Answer,
    Of,
    Documents,
    Note,
}

impl Column {
    /// Every column, in the order of the guide.
    const ALL: [Column; 14] = [
        Column::Agency,
        Column::Name,
        Column::Kind,
        Column::Peers,
        Column::Period,
        Column::Criteria,
        Column::Role,
        Column::Round,
        Column::Team,
        Column::Criterion,
        Column::Answer,
        Column::Of,
        Column::Documents,
        Column::Note,
    ];

    /// The columns that a row file must have.
    const NEEDED: [Column; 3] = [Column::Agency, Column::Criterion, Column::Answer];

    /// Its name in the header.
    pub(super) fn name(self) -> &'static str {
        match self {
            Column::Agency => "agency",
            Column::Name => "name",
            Column::Kind => "kind",
            Column::Peers => "peers",
            Column::Period => "period",
            Column::Criteria => "criteria",
            Column::Role => "role",
            Column::Round => "round",
            Column::Team => "team",
            Column::Criterion => "criterion",
            Column::Answer => "answer",
            Column::Of => "of",
            Column::Documents => "documents",
            Column::Note => "note",
        }
    }
}

/// Where each column stands.
#[derive(Clone, Debug, Default)]
pub(super) struct Columns {
    at: [Option<usize>; Column::ALL.len()],
    width: usize,
}

impl Columns {
    /// Reads the header, which begins at byte `start` of `source`.
    pub(super) fn read(
        source: &Source,
        start: usize,
        header: &ByteRecord,
        problems: &mut Problems,
    ) -> Columns {
        let mut columns = Columns { width: header.len(), ..Columns::default() };
        let names: Vec<String> =
            header.iter().map(|name| composed(String::from_utf8_lossy(name).trim()).to_lowercase()).collect();
        let mut strange = Vec::new();
        for (field, name) in names.iter().enumerate() {
            let spot = || source.spot(Place::Field { start, field });
            match Column::ALL.iter().find(|column| column.name() == name) {
                Some(column) if columns.find(*column).is_some() => {
                    problems.fault(spot(), Fault::ColumnTwice { column: name.clone() });
                }
                Some(column) => columns.at[*column as usize] = Some(field),
                None => strange.push((field, name)),
            }
        }
        let mut meant = Vec::new();
        for (field, name) in strange {
            let spot = source.spot(Place::Field { start, field });
            let absent = Column::ALL.iter().filter(|column| columns.find(**column).is_none());
            match nearest(name, absent.map(|column| column.name())) {
                Some(near) => {
                    meant.push(near);
                    problems.fault(
                        spot,
                        Fault::ColumnMisspelt { column: name.clone(), nearest: near.to_owned() },
                    );
                }
                None if name.is_empty() => {}
                None => problems.warn(spot, Warning::ColumnNotRead { column: name.clone() }),
            }
        }
        for column in Column::NEEDED {
            if columns.find(column).is_none() && !meant.contains(&column.name()) {
                let spot = source.spot(Place::Field { start, field: 0 });
                problems.fault(spot, Fault::ColumnMissing { column: column.name() });
            }
        }
        columns
    }

    /// Which field of a record a column is.
    pub(super) fn find(&self, column: Column) -> Option<usize> {
        self.at[column as usize]
    }

    /// The field of a record.
    pub(super) fn of<'r>(&self, record: &'r ByteRecord, column: Column) -> Option<&'r [u8]> {
        record.get(self.find(column)?)
    }

    /// How many fields the header has.
    pub(super) fn width(&self) -> usize {
        self.width
    }
}
