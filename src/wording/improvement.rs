//! The words for what can be won back, and for reaching a target.

use crate::analysis::NoStep;

/// Words about better answers. Figures come as they are shown; ids are those of the set.
pub struct Gains {
    /// The column of criteria with what to do.
    pub step: &'static str,
    /// The column of what a criterion lost.
    pub lost: &'static str,
    /// The column of what a step wins.
    pub wins: &'static str,
    /// So many more than what is answered.
    pub more: fn(&str, &str) -> String,
    /// So many fewer than what is answered.
    pub fewer: fn(&str, &str) -> String,
    /// Another answer, which is said after this, instead of what is answered.
    pub instead_of: fn(&str) -> String,
    /// From what is answered to something else.
    pub from_to: fn(&str, &str) -> String,
    /// Items that hold too.
    pub items_more: fn(&str) -> String,
    /// Items that hold no more.
    pub items_fewer: fn(&str) -> String,
    /// What has no answer is answered so.
    pub answer: fn(&str) -> String,
    /// A day on which it was never done.
    pub never: &'static str,
    /// Together with what else changes.
    pub with: fn(&str) -> String,
    /// Before the step that wins most.
    pub most: &'static str,
    /// Which criteria hold it back.
    pub held_by: fn(&str) -> String,
    /// Nothing was lost that could be won.
    pub nothing: &'static str,
    /// Over the criteria without a step.
    pub without: &'static str,
    /// Why a criterion has no step; the role that scores it and the criterion that holds it back are named.
    pub no_step: fn(NoStep, &str) -> String,
    /// The column of why there is none.
    pub why: &'static str,
    /// A limit that a step newly triggers.
    pub then: fn(&str) -> String,
    /// What was lost in all, and what everything together wins back.
    pub sum: fn(&Sum) -> String,
    /// What lines win apart is not what they win together.
    pub overlaps: &'static str,
    /// The set has no total of its own.
    pub no_total: &'static str,
    /// A limit voids the score as it is.
    pub void: &'static str,

    /// A target that is an index.
    pub to_index: fn(&str) -> String,
    /// A target that is a grade.
    pub to_grade: fn(&str) -> String,
    /// The target is reached as it is.
    pub already: fn(&str) -> String,
    /// So many changes reach the target; what they take where that is counted.
    pub reached: fn(&str, usize, Option<&str>) -> String,
    /// All changes together miss the target.
    pub missed: fn(&str) -> String,
    /// No set that was looked at reaches the target, and not all were.
    pub not_found: fn(&str) -> String,
    /// The changes win so much, to such a result.
    pub comes_to: fn(&str, &str) -> String,
    /// Proven by sums.
    pub proven_sums: &'static str,
    /// Proven by trying.
    pub proven_tried: &'static str,
    /// Not proven.
    pub not_proven: &'static str,
    /// There is no grade while the score is provisional.
    pub provisional: &'static str,
    /// No gain elsewhere lifts a grade that is capped; the criteria that cap it.
    pub capped: fn(&str) -> String,
    /// No criterion says what it takes.
    pub no_effort: &'static str,
    /// Those that do not say what they take count as one.
    pub effort_of_one: &'static str,
    /// The column of what a change takes.
    pub effort: &'static str,

    /// What is said when nothing was looked for because of faults.
    pub nothing_done: &'static str,
    /// The set has no such grade: as written, the one that is near, those that there are.
    pub unknown_grade: fn(&str, Option<&str>, &str) -> String,
    /// An index lies between 0 and more than a hundred only with bonuses; it is not below zero.
    pub wrong_index: fn(&str) -> String,
    /// The evidence has no such agency.
    pub unknown_agency: fn(&str, Option<&str>, &str) -> String,
}

/// What was lost, and what can be won back.
pub struct Sum {
    /// Awarded now.
    pub awarded: String,
    /// Of so many.
    pub applicable: String,
    /// Lost.
    pub lost: String,
    /// What everything together wins back.
    pub gain: String,
    /// What that comes to: the index, and the grade where there is one.
    pub after: String,
}
