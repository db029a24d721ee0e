//! Every word that the program says, by language: a language that lacks a sentence does not compile.

mod citations;
mod comparison;
mod documents;
mod edges;
mod en;
mod follow_up;
mod gate;
mod help;
mod improvement;
mod keys;
mod labels;
mod many;
mod numbers;
mod quoting;
mod reasons;
mod rules;
mod sides;
mod vi;
mod words;

use crate::answer::{Document, Role};
use crate::assessment::Assessment;
use crate::calendar::Date;
use crate::criteria::{Criteria, Criterion, Node};
use crate::lang::Lang;
use crate::problem::{Fault, Warning};
use words::Words;

pub use comparison::{Comparing, uncarried};
pub use documents::Documents;
pub use follow_up::{Figures, FollowUp};
pub use gate::{Gate, Missed};
pub use help::{Help, Misuse};
pub use improvement::{Gains, Sum};
pub use keys::{Forms, Keys, Said};
pub use labels::{Coverage, Labels, Progress};
pub use many::Many;
pub use numbers::{fixed, percent, points, signed};
pub use rules::{Earning, RuleSaid};
pub use sides::Sides;

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

/// Why a node has its points: one sentence.
#[must_use]
pub fn reason(lang: Lang, criteria: &Criteria, assessment: &Assessment, node: Node) -> String {
    reasons::reason(words(lang), lang, criteria, assessment, node)
}

/// How a criterion is scored, in words; `None` for a group.
#[must_use]
pub fn rule(lang: Lang, criterion: &Criterion) -> Option<RuleSaid> {
    criterion.rule().map(|rule| rules::said(words(lang), lang, criterion, rule))
}

/// What "not applicable" means for a criterion.
#[must_use]
pub fn when_not_applicable(lang: Lang, criterion: &Criterion) -> &'static str {
    rules::when_not_applicable(words(lang), criterion)
}

/// Who scores.
#[must_use]
pub fn role(lang: Lang, role: Role) -> &'static str {
    words(lang).role(role)
}

/// The part of the points that a role scores.
#[must_use]
pub fn part(lang: Lang, role: Role) -> &'static str {
    words(lang).part(role)
}

/// A document as officials cite it.
#[must_use]
pub fn cited(lang: Lang, document: &Document) -> String {
    citations::cited(words(lang), document)
}

/// A day as people of a language write it.
#[must_use]
pub fn date(lang: Lang, date: Date) -> String {
    words(lang).date(date)
}

/// The short words of tables and lines.
#[must_use]
pub fn labels(lang: Lang) -> &'static Labels {
    match lang {
        Lang::Vi => &vi::LABELS,
        Lang::En => &en::LABELS,
    }
}

/// The words of follow-up.
#[must_use]
pub fn follow_up(lang: Lang) -> &'static FollowUp {
    match lang {
        Lang::Vi => &vi::FOLLOW_UP,
        Lang::En => &en::FOLLOW_UP,
    }
}

/// The words of thresholds.
#[must_use]
pub fn gate(lang: Lang) -> &'static Gate {
    match lang {
        Lang::Vi => &vi::GATE,
        Lang::En => &en::GATE,
    }
}

/// The words for what several say side by side.
#[must_use]
pub fn sides(lang: Lang) -> &'static Sides {
    match lang {
        Lang::Vi => &vi::SIDES,
        Lang::En => &en::SIDES,
    }
}

/// The words for many files and many agencies.
#[must_use]
pub fn many(lang: Lang) -> &'static Many {
    match lang {
        Lang::Vi => &vi::MANY,
        Lang::En => &en::MANY,
    }
}

/// The words of comparisons.
#[must_use]
pub fn comparing(lang: Lang) -> &'static Comparing {
    match lang {
        Lang::Vi => &vi::COMPARING,
        Lang::En => &en::COMPARING,
    }
}

/// The words of the register of documents.
#[must_use]
pub fn documents(lang: Lang) -> &'static Documents {
    match lang {
        Lang::Vi => &vi::DOCUMENTS,
        Lang::En => &en::DOCUMENTS,
    }
}

/// The words for what can be won back.
#[must_use]
pub fn gains(lang: Lang) -> &'static Gains {
    match lang {
        Lang::Vi => &vi::GAINS,
        Lang::En => &en::GAINS,
    }
}

/// The texts of `--help`.
#[must_use]
pub fn help(lang: Lang) -> &'static Help {
    match lang {
        Lang::Vi => &vi::help::HELP,
        Lang::En => &en::help::HELP,
    }
}

/// What is said of the keys of a criteria file.
#[must_use]
pub fn keys(lang: Lang) -> &'static Keys {
    match lang {
        Lang::Vi => &vi::KEYS,
        Lang::En => &en::KEYS,
    }
}

/// What is said of a command line that cannot be understood.
#[must_use]
pub fn misuse(lang: Lang, misuse: &Misuse) -> String {
    match lang {
        Lang::Vi => vi::help::misuse(misuse),
        Lang::En => en::help::misuse(misuse),
    }
}

fn words(lang: Lang) -> &'static dyn Words {
    match lang {
        Lang::Vi => &vi::Vi,
        Lang::En => &en::En,
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
            (
                Fault::NumberTooLarge { number: Points::whole(2), most: half.clone(), share: true },
                "200 %",
                "`50%`",
            ),
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
