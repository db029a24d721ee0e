//! The short words in English.

use crate::analysis::Cause;
use crate::wording::labels::{Coverage, Labels};

/// The labels in English.
pub(in crate::wording) const LABELS: Labels = Labels {
    fault: "fault",
    warning: "warning",
    mend: "mend",
    faults_found: |count| if count == 1 { "1 fault.".to_owned() } else { format!("{count} faults.") },
    nothing_scored: "Nothing was scored: mend the faults above and run again.",
    withheld: |agencies| format!("Not scored, since a file that names them is faulty: {agencies}."),
    no_ranks: "Nobody is ranked while a file is faulty.",

    id: "Id",
    criterion: "Criterion and reason",
    points: "Points",
    awarded: "Score",
    total: "Total",
    documents: "Documents",
    note: "Note",
    advice: "Advice",
    criteria_set: "Criteria",
    period: "Period",
    agency: "Agency",
    index: "Index",
    grade: "Grade",
    rank: "Rank",
    answered: "Answered",
    awarded_of: |awarded, applicable| format!("{awarded} of {applicable} applicable points"),
    provisional: |roles| format!("PROVISIONAL, not graded: nothing is answered yet of the {roles}"),
    provisional_mark: "provisional",
    void: "no score, since a limit voids it",
    no_total: "this set has no total",
    nothing_applies: "no criterion applies, so there is no index",
    group: |Coverage { index, answered, applicable, excused }| {
        let index = index.as_ref().map(|index| format!("index {index} %, ")).unwrap_or_default();
        let excused = excused.as_ref().map(|points| format!(", {points} not applicable")).unwrap_or_default();
        format!("{index}{answered} of {applicable} points answered{excused}")
    },
    limited: |grade, by, because| format!("Limit: the grade is {grade} at most, by {by}. {because}"),
    voided: |by, because| format!("Limit: the score is void, by {by}. {because}"),
    rank_of: |rank, all| format!("{rank} of {all}"),
    among: "Among",
    scored_so_far: |progress| {
        let excused = progress.excused.as_ref().map(|points| format!(", {points} points not applicable"));
        let missing = match progress.missing {
            0 => "no criterion is missing".to_owned(),
            1 => format!("1 criterion is missing ({} points)", progress.missing_points),
            count => format!("{count} criteria are missing ({} points)", progress.missing_points),
        };
        format!(
            "Scored so far: {} of {} applicable points, {missing}{}.",
            progress.answered,
            progress.applicable,
            excused.unwrap_or_default()
        )
    },
    by_part: "By part",
    answered_by: "Scored by",
    not_yet: "nothing answered yet",
    answered_points: |points| format!("{points} points answered"),
    summary: "Summary",
    read_from: "Read (SHA-256)",
    warnings: |count| if count == 1 { "1 warning:".to_owned() } else { format!("{count} warnings:") },

    compared: |compared, agree| {
        let cells = if compared == 1 { "1 cell".to_owned() } else { format!("{compared} cells") };
        format!("Compared: {cells}; agree: {agree}; differ: {}.", compared - agree)
    },
    at_declared_places: |count| format!("Of these {count} agree once rounded to the decimals declared."),
    nothing_compared: "Nothing was compared: mend the faults above and run again.",
    not_computed: |count| format!("Declared but not computed: {count}, listed below."),
    not_computed_heading: "Declared but not computed",
    cause: |cause| match cause {
        Cause::AgencyUnknown => "the evidence says nothing of this agency",
        Cause::PeriodUnknown => "the evidence says nothing of this period",
        Cause::PeriodNotSaid => "the evidence is about several periods, and the row names none",
        Cause::CriterionUnknown => "the set has no such criterion",
        Cause::FigureNotGiven => "the set does not give this",
    },
    cells: |count| if count == 1 { "1 cell".to_owned() } else { format!("{count} cells") },
    cells_skipped: |count| format!("Empty, so not compared: {count}."),
    columns_not_compared: |columns| format!("Columns that are not compared: {columns}."),
    cell_and_reason: "Cell and our reason",
    column: "Column",
    declared: "Declared",
    computed: "Computed",
    difference: "Difference",
    declared_and_computed: |declared, computed| format!("declared: {declared}; computed: {computed}"),
    graded: |index, grade, from| {
        let from = from.map_or_else(|| "for the rest".to_owned(), |from| format!("from {from}"));
        format!("index {index} %: {grade}, given {from}")
    },
    no_grade: "provisional, so there is no grade yet",
    ranked: |index, rank| format!("index {index} %, rank {rank}"),
    not_ranked: "not ranked: the set leaves this agency out",
    not_ranked_yet: "provisional, so not ranked yet",

    sound_criteria: |name, leaves, points| {
        format!("criteria set {name}, sound: {leaves} scored criteria, {points} points")
    },
    sound_evidence: |agencies, name| {
        let agencies = if agencies == 1 { "1 agency".to_owned() } else { format!("{agencies} agencies") };
        format!("evidence, sound: {agencies}, under {name}")
    },
    broken_criteria: "criteria set, faulty",
    broken_evidence: "evidence, faulty",
    unreadable: "cannot be read",
    broken_unknown: "neither a criteria set nor evidence nor thresholds",

    scored_by: "Scored by",
    applies_to: "Applies to",
    when_not_applicable: "Not applicable",
    answer: "Answer",
    meaning: "Meaning",
    basis: "Basis",
    grades: "Grades by index",
    parts: "Parts",
    scored_criteria: "Criteria",
    title: "Title",
    unknown_set: |name, nearest, known| {
        let meant = nearest.map(|nearest| format!(" Did you mean `{nearest}`?")).unwrap_or_default();
        format!(
            "There is no criteria set `{name}`, inside the program or on disk.{meant} Inside are: {known}."
        )
    },
    unknown_criterion: |set, id, nearest| {
        let meant = nearest.map(|nearest| format!(" Did you mean `{nearest}`?")).unwrap_or_default();
        format!("The criteria set {set} has no criterion `{id}`.{meant}")
    },
    cannot_read: |file, why| format!("Cannot read `{file}`: {why}."),
    cannot_write: |file, why| format!("Cannot write `{file}`: {why}."),
    is_folder: "it is a folder; name the files in it",
    no_folder: "there is no such folder",
    not_there: "there is no such file",
    not_allowed: "it may not be opened",
    written: |file| format!("Wrote {file}."),
};
