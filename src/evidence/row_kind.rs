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
    /// What else is printed of evidence as rows: a register, improvements, a comparison, what became of requests.
    Output,
    /// A table that means nothing here.
    Other,
}

/// The columns by which what is printed of evidence is told from it; those of one kind stand together.
const OUTPUTS: [&[&str]; 5] = [
    &["agency", "file-state", "expected"],
    &["agency", "lost", "before", "gain"],
    &["a-agency", "b-agency", "difference"],
    &["agency", "now-agency", "what", "because"],
    &["agency", "id", "depth", "outcome", "why"],
];

/// Which of them are scores, to be declared again.
const SCORES: [&str; 3] = ["agency", "id", "awarded"];

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
        // `criteria` is a column of its own, however near.
        let meant = |column: &str| {
            names.iter().any(|name| name == column || name != "criteria" && nearest(name, [column]).is_some())
        };
        let printed = OUTPUTS.iter().any(|columns| columns.iter().all(|column| has(column)));
        let scores = SCORES.into_iter().all(has);
        if printed && !(scores && has("depth")) {
            RowKind::Output
        } else if printed || scores {
            RowKind::Results
        } else if names.is_empty() || meant("criterion") || meant("agency") && meant("answer") {
            RowKind::Evidence
        } else if has("id") {
            if has("agency") { RowKind::Results } else { RowKind::Roster }
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
            ("agency,answre", RowKind::Evidence),
            ("agency,name", RowKind::Other),
            ("agency,criteria,sha256", RowKind::Other),
            (
                "agency,name,period,no,number,date,issuer,title,pages,file,size,sha256,file-state,state,criteria,expected,text",
                RowKind::Output,
            ),
            (
                "agency,name,period,line,id,title,lost,before,answer,role,round,with,gain,awarded,index,why",
                RowKind::Output,
            ),
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
