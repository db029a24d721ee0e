//! The columns of a row file, found by their names in any order.

use std::marker::PhantomData;

use csv::ByteRecord;

use crate::id::{composed, nearest};
use crate::problem::{Fault, Problems};
use crate::source::{Place, Source, Spot};

/// A column that a kind of row file may have.
pub(super) trait Column: Copy + PartialEq + 'static {
    /// Every column, in the order of the guide.
    const ALL: &'static [Self];

    /// The columns that a file must have.
    const NEEDED: &'static [Self];

    /// Its name in the header.
    fn name(self) -> &'static str;

    /// Its place among all.
    fn at(self) -> usize;

    /// Whether the id of an agency stands in it.
    fn names_agency(self) -> bool {
        self.name() == "agency"
    }
}

/// Where each column stands.
#[derive(Clone, Debug)]
pub(super) struct Columns<C> {
    at: Vec<Option<usize>>,
    of: PhantomData<C>,
    width: usize,
    /// Columns that mean nothing here.
    unread: Vec<(Spot, String)>,
}

impl<C: Column> Default for Columns<C> {
    /// None is there.
    fn default() -> Columns<C> {
        Columns { at: vec![None; C::ALL.len()], of: PhantomData, width: 0, unread: Vec::new() }
    }
}

impl<C: Column> Columns<C> {
    /// Reads the header, which begins at byte `start` of `source`.
    pub(super) fn read(
        source: &Source,
        start: usize,
        header: &ByteRecord,
        problems: &mut Problems,
    ) -> Columns<C> {
        let mut columns = Columns { width: header.len(), ..Columns::default() };
        let names: Vec<String> =
            header.iter().map(|name| composed(String::from_utf8_lossy(name).trim()).to_lowercase()).collect();
        let mut strange = Vec::new();
        for (field, name) in names.iter().enumerate() {
            let spot = || source.spot(Place::Field { start, field });
            match C::ALL.iter().find(|column| column.name() == name) {
                Some(column) if columns.find(*column).is_some() => {
                    problems.fault(spot(), Fault::ColumnTwice { column: name.clone() });
                }
                Some(column) => columns.at[column.at()] = Some(field),
                None => strange.push((field, name)),
            }
        }
        let mut meant = Vec::new();
        for (field, name) in strange {
            let spot = source.spot(Place::Field { start, field });
            let absent = C::ALL.iter().filter(|column| columns.find(**column).is_none());
            match nearest(name, absent.map(|column| column.name())) {
                Some(near) => {
                    meant.push(near);
                    problems.fault(
                        spot,
                        Fault::ColumnMisspelt { column: name.clone(), nearest: near.to_owned() },
                    );
                }
                None if name.is_empty() => {}
                None => columns.unread.push((spot, name.clone())),
            }
        }
        for column in C::NEEDED.iter().copied() {
            if columns.find(column).is_none() && !meant.contains(&column.name()) {
                let spot = source.spot(Place::Field { start, field: 0 });
                problems.fault(spot, Fault::ColumnMissing { column: column.name() });
            }
        }
        columns
    }

    /// Which field of a record a column is.
    pub(super) fn find(&self, column: C) -> Option<usize> {
        self.at[column.at()]
    }

    /// The field of a record.
    pub(super) fn of<'r>(&self, record: &'r ByteRecord, column: C) -> Option<&'r [u8]> {
        record.get(self.find(column)?)
    }

    /// The columns that mean nothing here, with their places.
    pub(super) fn take_unread(&mut self) -> Vec<(Spot, String)> {
        std::mem::take(&mut self.unread)
    }

    /// How many fields the header has.
    pub(super) fn width(&self) -> usize {
        self.width
    }
}
