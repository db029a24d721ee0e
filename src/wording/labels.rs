//! The short words of tables and lines.

use crate::analysis::Cause;

/// Words that stand in tables, beside figures, and before problems. A language that lacks one does not compile.
pub struct Labels {
    /// Before a fault.
    pub fault: &'static str,
    /// Before a warning.
    pub warning: &'static str,
    /// Before the way to mend it.
    pub mend: &'static str,
    /// After the number of faults.
    pub faults_found: fn(usize) -> String,
    /// What is said when nothing was scored because of faults.
    pub nothing_scored: &'static str,
    /// Which agencies are withheld since a file that names them is faulty.
    pub withheld: fn(&str) -> String,

    /// The column of criteria ids.
    pub id: &'static str,
    /// The column of titles and reasons.
    pub criterion: &'static str,
    /// The column of points.
    pub points: &'static str,
    /// The column of awarded points.
    pub awarded: &'static str,
    /// The whole.
    pub total: &'static str,
    /// Before documents.
    pub documents: &'static str,
    /// Before a note.
    pub note: &'static str,
    /// Before advice.
    pub advice: &'static str,
    /// The criteria set.
    pub criteria_set: &'static str,
    /// The period.
    pub period: &'static str,
    /// The agency.
    pub agency: &'static str,
    /// The index.
    pub index: &'static str,
    /// The grade.
    pub grade: &'static str,
    /// The rank.
    pub rank: &'static str,
    /// What is answered.
    pub answered: &'static str,
    /// `19.75 of 100 applicable points`.
    pub awarded_of: fn(&str, &str) -> String,
    /// The headline is provisional, since these roles have not answered anything.
    pub provisional: fn(&str) -> String,
    /// The short mark of what is provisional.
    pub provisional_mark: &'static str,
    /// A limit voids the score.
    pub void: &'static str,
    /// The set has no total.
    pub no_total: &'static str,
    /// No index, since nothing applies.
    pub nothing_applies: &'static str,
    /// A group in one line: its index and what of it is answered.
    pub group: fn(&Coverage) -> String,
    /// A limit on the grade: the grade, what triggers it, why.
    pub limited: fn(&str, &str, &str) -> String,
    /// A limit that voids the score: what triggers it, why.
    pub voided: fn(&str, &str) -> String,
    /// `21 of 34`.
    pub rank_of: fn(u64, u64) -> String,
    /// What is scored so far.
    pub scored_so_far: fn(&Progress) -> String,
    /// The parts by who scores them.
    pub by_part: &'static str,
    /// Before those whose answers were scored.
    pub answered_by: &'static str,
    /// Nothing of a part is answered yet.
    pub not_yet: &'static str,
    /// So many points of a part are answered.
    pub answered_points: fn(&str) -> String,
    /// The summary over agencies.
    pub summary: &'static str,
    /// Over the hashes of what was read.
    pub read_from: &'static str,
    /// Warnings beside a score.
    pub warnings: fn(usize) -> String,

    /// How many cells were compared, and how many of them agree.
    pub compared: fn(u64, u64) -> String,
    /// How many agree only at the decimals that are declared.
    pub at_declared_places: fn(u64) -> String,
    /// What is said when nothing was compared because of faults.
    pub nothing_compared: &'static str,
    /// So many declared cells are not computed.
    pub not_computed: fn(usize) -> String,
    /// Over the declared cells that are not computed.
    pub not_computed_heading: &'static str,
    /// Why a declared cell is not computed.
    pub cause: fn(Cause) -> &'static str,
    /// So many cells.
    pub cells: fn(usize) -> String,
    /// So many empty cells were passed over.
    pub cells_skipped: fn(u64) -> String,
    /// Columns that mean nothing in declared results.
    pub columns_not_compared: fn(&str) -> String,
    /// The column of cells that differ, with our reasons.
    pub cell_and_reason: &'static str,
    /// The column of the names of columns.
    pub column: &'static str,
    /// The column of declared figures.
    pub declared: &'static str,
    /// The column of computed figures.
    pub computed: &'static str,
    /// The column of differences.
    pub difference: &'static str,
    /// A declared grade and the computed one.
    pub declared_and_computed: fn(&str, &str) -> String,
    /// Why a grade was reached: index, grade, and from where it is given; the last is given for the rest.
    pub graded: fn(&str, &str, Option<&str>) -> String,
    /// Why there is no grade.
    pub no_grade: &'static str,
    /// Why a rank was reached: index, and the rank.
    pub ranked: fn(&str, &str) -> String,
    /// Why an agency is not ranked that the set leaves out.
    pub not_ranked: &'static str,
    /// Why an agency is not ranked whose score is provisional.
    pub not_ranked_yet: &'static str,

    /// A file that is a sound criteria set: id, scored criteria, points.
    pub sound_criteria: fn(&str, usize, &str) -> String,
    /// A file that is sound evidence: agencies, set.
    pub sound_evidence: fn(usize, &str) -> String,
    /// A file that is a criteria set with faults.
    pub broken_criteria: &'static str,
    /// A file that is evidence with faults.
    pub broken_evidence: &'static str,
    /// A file that is neither.
    pub broken_unknown: &'static str,
    /// A file that cannot be read far enough to know what it is.
    pub unreadable: &'static str,

    /// Who scores.
    pub scored_by: &'static str,
    /// For which kinds of agency.
    pub applies_to: &'static str,
    /// What "not applicable" means.
    pub when_not_applicable: &'static str,
    /// How the answer is written.
    pub answer: &'static str,
    /// What it means.
    pub meaning: &'static str,
    /// The texts that it rests on.
    pub basis: &'static str,
    /// The grades.
    pub grades: &'static str,
    /// Parts of a group.
    pub parts: &'static str,
    /// The column of the number of scored criteria.
    pub scored_criteria: &'static str,
    /// The column of titles.
    pub title: &'static str,
    /// A set inside the program that is not known, and those that are.
    pub unknown_set: fn(&str, Option<&str>, &str) -> String,
    /// A criterion that a set does not have.
    pub unknown_criterion: fn(&str, &str, Option<&str>) -> String,
    /// A file that cannot be read, and why.
    pub cannot_read: fn(&str, &str) -> String,
    /// A file that cannot be written, and why.
    pub cannot_write: fn(&str, &str) -> String,
    /// Why a folder cannot be read as a file.
    pub is_folder: &'static str,
    /// Why a file cannot be written into a folder that is not there.
    pub no_folder: &'static str,
    /// Why a file that is not there cannot be read.
    pub not_there: &'static str,
    /// What keeps a file shut that may not be opened.
    pub not_allowed: &'static str,
    /// A file that was written.
    pub written: fn(&str) -> String,
}

/// A group's index and coverage, in figures.
pub struct Coverage {
    /// The index; absent where there is none to show.
    pub index: Option<String>,
    /// Points answered.
    pub answered: String,
    /// Points applicable.
    pub applicable: String,
    /// Points excused, if any are.
    pub excused: Option<String>,
}

/// What is scored so far, in figures.
pub struct Progress {
    /// Points answered.
    pub answered: String,
    /// Points applicable.
    pub applicable: String,
    /// Points excused.
    pub excused: Option<String>,
    /// Criteria that have no answer.
    pub missing: usize,
    /// Points of these.
    pub missing_points: String,
}
