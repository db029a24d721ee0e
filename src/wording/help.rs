//! The texts of `--help`, and what is said of a command line that cannot be understood.

/// The texts of `--help` in one language.
pub struct Help {
    /// What the program is for.
    pub about: &'static str,
    /// Examples and where to go on, after the commands.
    pub after: &'static str,
    /// The heading over the way it is called.
    pub usage: &'static str,
    /// How the program, and each command, is called.
    pub usages: Usages,
    /// What stands for values.
    pub values: Values,
    /// The heading over the commands.
    pub commands: &'static str,
    /// The heading over what is named without a dash.
    pub arguments: &'static str,
    /// The heading over options.
    pub options: &'static str,
    /// Before the values that an option takes.
    pub possible_values: &'static str,
    /// `--help`.
    pub help: &'static str,
    /// `--version`.
    pub version: &'static str,
    /// `--lang`.
    pub lang: &'static str,

    /// What `score` does.
    pub score: &'static str,
    /// Examples of `score`.
    pub score_after: &'static str,
    /// The evidence files.
    pub evidence: &'static str,
    /// `--criteria`.
    pub criteria_option: &'static str,
    /// `--format`.
    pub format: &'static str,
    /// `--output`.
    pub output: &'static str,
    /// `--totals`.
    pub totals: &'static str,
    /// `--rank-provisional`.
    pub rank_provisional: &'static str,
    /// `--fail-under`.
    pub fail_under: &'static str,
    /// `--thresholds`.
    pub thresholds_option: &'static str,

    /// What `thresholds` does.
    pub thresholds: &'static str,
    /// Examples of `thresholds`.
    pub thresholds_after: &'static str,
    /// `--agency`.
    pub agency: &'static str,

    /// What `follow-up` does.
    pub follow_up: &'static str,
    /// Examples of `follow-up`.
    pub follow_up_after: &'static str,
    /// The evidence with the requests.
    pub follow_up_old: &'static str,
    /// The evidence that came after it.
    pub follow_up_new: &'static str,
    /// `--as-of`.
    pub as_of: &'static str,
    /// `--fail-overdue`.
    pub fail_overdue: &'static str,

    /// What `reconcile` does.
    pub reconcile: &'static str,
    /// Examples of `reconcile`.
    pub reconcile_after: &'static str,
    /// `--declared`.
    pub declared: &'static str,
    /// `--role`.
    pub role: &'static str,

    /// The texts of `compare`.
    pub compare: CompareHelp,
    /// What `documents` does.
    pub documents: &'static str,
    /// Examples of `documents`.
    pub documents_after: &'static str,
    /// `--agency`.
    pub documents_agency: &'static str,
    /// What `improve` does.
    pub improve: &'static str,
    /// Examples of `improve`.
    pub improve_after: &'static str,
    /// `--target`.
    pub target: &'static str,
    /// `--by`.
    pub by: &'static str,
    /// `--agency`.
    pub improve_agency: &'static str,

    /// What `check` does.
    pub check: &'static str,
    /// Examples of `check`.
    pub check_after: &'static str,
    /// The files to check.
    pub check_files: &'static str,

    /// What `explain` does.
    pub explain: &'static str,
    /// Examples of `explain`.
    pub explain_after: &'static str,
    /// The set to explain.
    pub explain_set: &'static str,
    /// The criterion to explain.
    pub explain_id: &'static str,
    /// `--evidence`.
    pub explain_evidence: &'static str,

    /// What `criteria` does.
    pub criteria: &'static str,
    /// Examples of `criteria`.
    pub criteria_after: &'static str,
    /// The set to print.
    pub criteria_set: &'static str,

    /// What `schema` does.
    pub schema: &'static str,
    /// Examples of `schema`.
    pub schema_after: &'static str,
}

/// The texts of `cchc compare --help`.
pub struct CompareHelp {
    /// How it is called.
    pub usage: &'static str,
    /// What it does.
    pub about: &'static str,
    /// Examples, and what it means.
    pub after: &'static str,
    /// The evidence of A.
    pub a: &'static str,
    /// The evidence of B.
    pub b: &'static str,
    /// What stands for two roles.
    pub roles_value: &'static str,
    /// `--roles`.
    pub roles: &'static str,
    /// What stands for two periods.
    pub periods_value: &'static str,
    /// `--periods`.
    pub periods: &'static str,
    /// What stands for two agencies.
    pub agencies_value: &'static str,
    /// `--agencies`.
    pub agencies: &'static str,
    /// `--criteria-a`.
    pub criteria_a: &'static str,
    /// `--criteria-b`.
    pub criteria_b: &'static str,
}

/// How the program and its commands are called.
pub struct Usages {
    /// The program.
    pub cchc: &'static str,
    /// `score`.
    pub score: &'static str,
    /// `reconcile`.
    pub reconcile: &'static str,
    /// `thresholds`.
    pub thresholds: &'static str,
    /// `follow-up`.
    pub follow_up: &'static str,
    /// `documents`.
    pub documents: &'static str,
    /// `improve`.
    pub improve: &'static str,
    /// `check`.
    pub check: &'static str,
    /// `explain`.
    pub explain: &'static str,
    /// `criteria`.
    pub criteria: &'static str,
    /// `schema`.
    pub schema: &'static str,
}

/// What stands for values on the command line.
pub struct Values {
    /// A file.
    pub file: &'static str,
    /// An evidence file.
    pub evidence: &'static str,
    /// A criteria set.
    pub set: &'static str,
    /// A criterion's id.
    pub id: &'static str,
    /// A role.
    pub role: &'static str,
    /// A grade or an index.
    pub target: &'static str,
    /// What a set of changes is measured by.
    pub aim: &'static str,
    /// A format.
    pub format: &'static str,
    /// An index.
    pub index: &'static str,
    /// A date.
    pub date: &'static str,
    /// Earlier evidence.
    pub old: &'static str,
    /// Later evidence.
    pub new: &'static str,
    /// A language.
    pub lang: &'static str,
}

/// What cannot be understood of a command line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misuse {
    /// A command that there is not.
    Command {
        /// As written.
        word: String,
        /// The command that is near.
        nearest: Option<String>,
    },
    /// An option that there is not.
    Option {
        /// As written.
        word: String,
        /// The option that is near.
        nearest: Option<String>,
    },
    /// A value that an option does not take.
    Value {
        /// The option.
        option: String,
        /// As written.
        value: String,
        /// What it takes.
        known: Vec<String>,
    },
    /// A number that cannot be read.
    Number {
        /// The option.
        option: String,
        /// As written.
        value: String,
        /// What was most likely meant.
        offer: Option<String>,
    },
    /// A date that cannot be read.
    Date {
        /// The option.
        option: String,
        /// As written.
        value: String,
        /// Whether its form is what is wrong: else the calendar has no such day.
        form: bool,
    },
    /// An option without its value.
    ValueMissing {
        /// The option.
        option: String,
    },
    /// An option that takes one for A and one for B, with a colon between.
    Pair {
        /// The option.
        option: String,
        /// As written.
        value: String,
        /// A value that it takes.
        example: String,
    },
    /// Something that must be named.
    Missing {
        /// What.
        what: Vec<String>,
    },
    /// Something that may be said once.
    Twice {
        /// The option.
        option: String,
    },
    /// Anything else, in the words of the command-line reader.
    Other(String),
}
