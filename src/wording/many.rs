//! The words for many files and many agencies: rosters, folders, who is left out, how firm a rank is.

/// Words about a run over many agencies.
pub struct Many {
    /// A column: by how many points of the index the next one above stands higher. A line break may stand in it.
    pub to_above: &'static str,
    /// A column: by how many points of the index the next one below stands lower. A line break may stand in it.
    pub to_below: &'static str,
    /// What these two columns hold.
    pub distances: &'static str,
    /// Over those who are ranked among one another: their kind or their peers, where that is said.
    pub group: fn(Option<&str>) -> String,
    /// So many agencies have a grade: the grades with their counts.
    pub graded: fn(&str) -> String,
    /// Before the number of those that have no grade.
    pub not_graded: &'static str,
    /// In place of the score of an agency that handed in nothing. A line break may stand in it.
    pub not_submitted_mark: &'static str,
    /// Why there is no score of it.
    pub not_submitted_why: &'static str,
    /// How many of so many agencies on the roster handed in nothing.
    pub not_submitted: fn(usize, usize) -> String,
    /// How many on the roster handed in nothing, by period.
    pub not_submitted_by_period: fn(&[(String, usize)]) -> String,
    /// Over those that are left out since a file is faulty; whether the others are ranked all the same.
    pub left_out: fn(bool) -> &'static str,
    /// In place of the agency, of a faulty file that names none.
    pub names_nobody: &'static str,
    /// Of so many faulty files nobody knows whom, or whom else, they are about: perhaps those who seem not to have
    /// submitted.
    pub perhaps_submitted: fn(usize) -> String,
    /// Nobody is ranked while a file is faulty; how to rank the others.
    pub no_ranks: &'static str,
    /// Nothing is scored while a file is faulty, since criteria compare agencies; how to score the others.
    pub no_comparison: &'static str,
    /// Over what is passed over in folders.
    pub passed_over: &'static str,
    /// Criteria sets that are passed over.
    pub criteria: &'static str,
    /// Thresholds that are passed over.
    pub thresholds: &'static str,
    /// Rosters that are passed over.
    pub roster: &'static str,
    /// Results that are passed over.
    pub results: &'static str,
    /// Tables that are passed over.
    pub table: &'static str,
    /// Files of other kinds that are passed over.
    pub other: &'static str,
    /// Files without an ending.
    pub no_ending: &'static str,
    /// So many files: how many of each ending.
    pub files: fn(usize, &str) -> String,
    /// A folder in which there is no file.
    pub folder_empty: fn(&str) -> String,
    /// A pattern that finds nothing.
    pub pattern_empty: fn(&str) -> String,
    /// A text that is no pattern.
    pub pattern_wrong: fn(&str) -> String,
    /// Nothing in what was named is evidence.
    pub no_evidence: fn(&str) -> String,
    /// A file that is a sound roster of so many agencies.
    pub sound_roster: fn(usize) -> String,
    /// A file that is a faulty roster.
    pub broken_roster: &'static str,
    /// A file that is a sound table of so many results.
    pub sound_results: fn(usize) -> String,
    /// A file that is a faulty table of results.
    pub broken_results: &'static str,
    /// The verdict on a file that the program printed itself.
    pub output: &'static str,
    /// Before the number of files read so far.
    pub reading: &'static str,
}
