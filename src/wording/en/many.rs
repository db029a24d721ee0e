//! Many files and many agencies in English.

use crate::wording::many::Many;

/// The words in English.
pub(in crate::wording) const MANY: Many = Many {
    to_above: "To\nabove",
    to_below: "To\nbelow",
    distances: "To above, to below: points of the index to the agency ranked next; 0 stands level.",
    group: |among| among.map_or_else(|| "No group named".to_owned(), |among| format!("Group {among}")),
    graded: |counts| format!("Grades: {counts}."),
    not_graded: "not graded",
    not_submitted_mark: "not\nsubmitted",
    not_submitted_why: "on the roster, and no evidence was submitted",
    not_submitted: |absent, all| match absent {
        0 => format!("All {all} agencies on the roster have submitted."),
        _ => format!("Not submitted: {absent} of {all} agencies on the roster."),
    },
    not_submitted_by_period: |periods| {
        let periods: Vec<String> =
            periods.iter().map(|(period, absent)| format!("{period}: {absent}")).collect();
        format!("Not submitted, by period: {}.", periods.join("; "))
    },
    left_out: |ranked| {
        if ranked {
            "Not scored, since a file is faulty; the ranks above are without these"
        } else {
            "Not scored, since a file is faulty"
        }
    },
    names_nobody: "Names no agency",
    perhaps_submitted: |files| match files {
        1 => "Of 1 faulty file it is not known whom it names: perhaps an agency shown as not submitted."
            .to_owned(),
        _ => format!(
            "Of {files} faulty files it is not known whom they name: perhaps agencies shown as not submitted."
        ),
    },
    no_ranks: "Nobody is ranked while a file is faulty; add --keep-going to rank the other agencies.",
    no_comparison: "The set compares agencies, so nobody is scored; add --keep-going to score the other agencies.",
    passed_over: "Passed over in folders",
    criteria: "criteria sets",
    thresholds: "thresholds",
    roster: "rosters",
    results: "results",
    table: "other tables",
    other: "other files",
    no_ending: "no ending",
    files: |count, endings| format!("{count} files ({endings})"),
    folder_empty: |folder| format!("There is no file in the folder `{folder}`."),
    pattern_empty: |pattern| format!("No file matches `{pattern}`."),
    pattern_wrong: |pattern| {
        format!("There is no file `{pattern}`, and it is no pattern for names of files.")
    },
    no_evidence: |named| format!("There is no evidence in {named}."),
    sound_roster: |agencies| {
        let agencies = if agencies == 1 { "1 agency".to_owned() } else { format!("{agencies} agencies") };
        format!("roster, sound: {agencies}")
    },
    broken_roster: "roster, faulty",
    sound_results: |rows| {
        let rows = if rows == 1 { "1 row".to_owned() } else { format!("{rows} rows") };
        format!("results, sound: {rows}")
    },
    broken_results: "results, faulty",
    output: "output of cchc: nothing to check",
    reading: "Reading",
};
