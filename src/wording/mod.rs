//! Every word that the program says, by language: a language that lacks a sentence does not compile.

mod en;
mod quoting;
mod vi;

use crate::lang::Lang;
use crate::problem::{Fault, Warning};

/// What is said of a problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// What is wrong, in one sentence.
    pub what: String,
    /// How to mend it.
    pub mend: String,
}

/// What is said of a fault.
#[must_use]
pub fn fault(lang: Lang, fault: &Fault) -> Sentence {
    match lang {
        Lang::Vi => vi::faults::fault(fault),
        Lang::En => en::faults::fault(fault),
    }
}

/// What is said of a warning.
#[must_use]
pub fn warning(lang: Lang, warning: &Warning) -> Sentence {
    match lang {
        Lang::Vi => vi::faults::warning(warning),
        Lang::En => en::faults::warning(warning),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::Role;
    use crate::points::Points;
    use crate::problem::Asked;

    #[test]
    fn every_language_names_the_wrong_value_and_the_right_one() {
        let known = vec!["points".to_owned(), "title".to_owned()];
        let nearest = Some("points".to_owned());
        let half = Points::read("0.5").unwrap();
        for (what, wrong, right) in [
            (Fault::KeyUnknown { key: "poinst".into(), nearest, known }, "`poinst`", "`points`"),
            (Fault::KeyUnknown { key: "5".into(), nearest: None, known: vec![] }, "`5`", "`0.5`"),
            (Fault::NumberComma { text: "12,5".into(), offer: "12.5".into() }, "`12,5`", "`12.5`"),
            (Fault::FileTooLarge { most: 256 << 20 }, "256 MiB", "CSV"),
            (Fault::PercentMissing { text: "0.8".into() }, "`0.8`", "`80%`"),
            (Fault::DateNotReal { text: "01/13/2026".into() }, "`01/13/2026`", "`13/01/2026`"),
            (Fault::IdNotKebab { id: "Sở mẫu".into() }, "`Sở mẫu`", "`so-mau`"),
            (Fault::NumberTooLarge { number: Points::whole(2), most: half.clone() }, "2", "`50%`"),
            (Fault::PointsOffStep { points: Points::read("1.3").unwrap(), step: half }, "1.3", "`1.5`"),
            (
                Fault::RoleMayNotAnswer { role: Role::Own, scored_by: Role::Survey },
                "`self`",
                "`role: survey`",
            ),
            (
                Fault::AnswerWrong { text: "good".into(), asked: Asked::Share, nearest: None },
                "`good`",
                "`47/50`",
            ),
        ] {
            for lang in Lang::ALL {
                let said = fault(lang, &what);
                assert!(said.what.contains(wrong), "{lang:?}: {said:?}");
                assert!(said.mend.contains(right), "{lang:?}: {said:?}");
            }
        }
    }
}
