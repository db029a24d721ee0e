//! The words of comparisons.

use crate::answer::Role;
use crate::criteria::{Criteria, Node};
use crate::evidence::Uncarried;
use crate::lang::Lang;

/// Words that stand in comparisons. A language that lacks one does not compile.
pub struct Comparing {
    /// Over a comparison.
    pub comparison: &'static str,
    /// The column of A, and the mark before what is said of it.
    pub a: &'static str,
    /// The column of B, and the mark before what is said of it.
    pub b: &'static str,
    /// The column of changes.
    pub difference: &'static str,
    /// Before the whole change.
    pub change: &'static str,
    /// So many points more or fewer, with their sign.
    pub points: fn(&str) -> String,
    /// So much more or less of the index, with its sign.
    pub index: fn(&str) -> String,
    /// What the rules make of the change.
    pub by_rules: &'static str,
    /// What the performance makes of it.
    pub by_performance: &'static str,
    /// What the criteria make of it that do not carry over.
    pub by_not_carried: &'static str,
    /// The column of what the rules make.
    pub rules: &'static str,
    /// The column of what the performance makes.
    pub performance: &'static str,
    /// The column of what is not carried over.
    pub not_carried: &'static str,
    /// What the rules and the performance make of a criterion, in one line.
    pub parts: fn(&str, &str) -> String,
    /// Over tables in which under each score stands what of the applicable points is answered.
    pub covered: &'static str,
    /// There is no change to tell, since a side has no score.
    pub no_change: &'static str,
    /// Why the parts of the index are not told.
    pub index_whole: fn(&str) -> String,

    /// The column of fields.
    pub field: &'static str,
    /// Over what changed.
    pub changed: &'static str,
    /// Nothing changed.
    pub nothing_changed: &'static str,
    /// Over what one side alone answers.
    pub one_sided: &'static str,
    /// Over what does not carry over.
    pub uncarried: &'static str,
    /// What a criterion was called on the side of A.
    pub was: fn(&str) -> String,

    /// The sets are not declared to follow one another: the set of A, that of B.
    pub not_declared: fn(&str, &str) -> String,
    /// Of whom A alone says something.
    pub only_a: &'static str,
    /// Of whom B alone says something.
    pub only_b: &'static str,
    /// Nobody stands on both sides.
    pub nothing_to_pair: &'static str,
    /// A side says nothing of what was asked for.
    pub side_empty: fn(&str) -> String,
    /// Nothing was compared because of faults.
    pub nothing_compared: &'static str,

    /// Why a criterion does not carry over.
    pub(super) why: Why,
}

/// Why a criterion does not carry over, in one language.
pub(super) struct Why {
    pub(super) dropped: &'static str,
    pub(super) new: &'static str,
    /// Put together with others in this one.
    pub(super) merged: fn(&str) -> String,
    /// Made of these.
    pub(super) merged_from: fn(&str) -> String,
    pub(super) form: &'static str,
    pub(super) not_for_kind: &'static str,
    pub(super) new_for_kind: &'static str,
    /// The old answer.
    pub(super) answer: fn(&str) -> String,
    /// The points decided.
    pub(super) above_most: fn(&str) -> String,
    pub(super) not_applicable: &'static str,
    /// Who answered.
    pub(super) role: fn(&str) -> String,
    /// Who did not.
    pub(super) not_held: fn(&str) -> String,
    pub(super) period: &'static str,
    pub(super) apart: &'static str,
}

/// Why a criterion does not carry over from the set of A to that of B: one sentence.
#[must_use]
pub fn uncarried(lang: Lang, (a, b): (&Criteria, &Criteria), uncarried: &Uncarried) -> String {
    let why = &super::comparing(lang).why;
    let who = |role: &Role| super::role(lang, *role);
    match uncarried {
        Uncarried::Dropped => why.dropped.to_owned(),
        Uncarried::New => why.new.to_owned(),
        Uncarried::Merged(into) => (why.merged)(b.at(*into).id.as_str()),
        Uncarried::MergedFrom(nodes) => {
            let ids: Vec<&str> = nodes.iter().map(|node: &Node| a.at(*node).id.as_str()).collect();
            (why.merged_from)(&ids.join(", "))
        }
        Uncarried::Form => why.form.to_owned(),
        Uncarried::NotForKind => why.not_for_kind.to_owned(),
        Uncarried::NewForKind => why.new_for_kind.to_owned(),
        Uncarried::Answer(written) => (why.answer)(written),
        Uncarried::AboveMost(decided) => (why.above_most)(&super::points(decided)),
        Uncarried::NotApplicable => why.not_applicable.to_owned(),
        Uncarried::Role(role) => (why.role)(who(role)),
        Uncarried::NotHeld(role) => (why.not_held)(who(role)),
        Uncarried::Period => why.period.to_owned(),
        Uncarried::Apart => why.apart.to_owned(),
    }
}
