//! What a row file is, told from its header: evidence, a roster, results, or another table.

use std::io;

use super::claims::File;
use super::csv_records::Records;
use crate::id::{composed, nearest};
use crate::problem::Problems;

/// The kinds of row file that are found beside evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RowKind {
    /// Answers of agencies, or what can only be meant as such; also what cannot be read far enough to tell.
    Evidence,
    /// A roster of agencies.
    Roster,
    /// Scores that were computed or declared.
    Results,
    /// A table that means nothing here.
    Other,
}

/// The columns that only evidence has.
const ANSWERS: [&str; 2] = ["criterion", "answer"];

impl RowKind {
    /// Tells what a row file is.
    ///
    /// # Errors
    /// When the reading itself fails.
    pub fn read(file: File) -> io::Result<RowKind> {
        let File { name, bytes } = file;
        let header = Records::open(&name, bytes)?.next(&mut Problems::default())?;
        Ok(header.map_or(RowKind::Evidence, |header| {
            let names = header.fields.iter();
            let names = names.map(|name| composed(String::from_utf8_lossy(name).trim()).to_lowercase());
            RowKind::of(&names.collect::<Vec<_>>())
        }))
    }

    fn of(names: &[String]) -> RowKind {
        let has = |column: &str| names.iter().any(|name| name == column);
        let meant = |column: &&str| names.iter().any(|name| nearest(name, [*column]).is_some());
        if ANSWERS.into_iter().any(has) || ANSWERS.iter().all(meant) {
            RowKind::Evidence
        } else if has("id") {
            if has("agency") { RowKind::Results } else { RowKind::Roster }
        } else if has("agency") {
            RowKind::Evidence
        } else {
            RowKind::Other
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_tells_what_a_file_is() {
        for (header, kind) in [
            ("agency,criterion,answer", RowKind::Evidence),
            ("Agency;Answer;id", RowKind::Evidence),
            ("agancy,critrion,anwser", RowKind::Evidence),
            ("agency,name", RowKind::Evidence),
            ("", RowKind::Evidence),
            ("id,name,kind", RowKind::Roster),
            ("agency,name,kind,peers,period,id,depth,title,points", RowKind::Results),
            ("agency,id,awarded,rank", RowKind::Results),
            ("don_vi,ma,tong_diem", RowKind::Other),
        ] {
            let file = File { name: "a.csv".into(), bytes: Box::new(header.as_bytes()) };
            assert_eq!(RowKind::read(file).expect("it is read"), kind, "{header}");
        }
    }
}
