//! The keys and words of a criteria file, in the order of the guide: what its readers take, and what its schema
//! offers.

use super::limit::Trigger;
use super::model::{Among, Ties, WhenNotApplicable};
use crate::points::{Mode, Stage};

/// The keys of a set.
pub const SET_KEYS: [&str; 22] = [
    "id",
    "version",
    "title",
    "basis",
    "note",
    "audience",
    "effective",
    "supersedes",
    "points",
    "expects",
    "rounding",
    "combine",
    "bands",
    "floor",
    "not-applicable",
    "not-applicable-at-most",
    "not-held",
    "scales",
    "grades",
    "limits",
    "rank",
    "criteria",
];

/// The keys of a criterion.
pub const NODE_KEYS: [&str; 24] = [
    "id",
    "title",
    "points",
    "criteria",
    "rule",
    "combine",
    "weight",
    "bands",
    "floor",
    "bonus",
    "penalty",
    "grades",
    "requires",
    "at-most",
    "was",
    "effort",
    "as-written",
    "applies-to",
    "scored-by",
    "not-applicable",
    "documents",
    "advice",
    "note",
    "basis",
];

/// Those of groups, and of the set as the outermost one.
pub const GROUP_KEYS: [&str; 3] = ["combine", "bands", "floor"];

/// The keys of `combine`, where it is no word.
pub const COMBINE_KEYS: [&str; 1] = ["formula"];

/// Those that a heading has none of.
pub const NOT_OF_HEADINGS: [&str; 4] = ["points", "bands", "floor", "grades"];

/// The keys of `effective`.
pub const EFFECTIVE_KEYS: [&str; 3] = ["from", "to", SUPERSEDES];

/// The key for the set that a set takes the place of. It may stand with the span in which the set holds.
pub const SUPERSEDES: &str = "supersedes";

/// The keys of `expects`.
pub const EXPECTS_KEYS: [&str; 1] = ["criteria"];

/// The keys of `rounding`.
pub const ROUNDING_KEYS: [&str; 3] = ["places", "at", "mode"];

/// How many decimals can be rounded to.
pub const MOST_PLACES: i16 = 12;

/// The keys of `rank`.
pub const RANK_KEYS: [&str; 3] = ["among", "ties", "except"];

/// The keys of a grade.
pub const GRADE_KEYS: [&str; 3] = ["id", "title", "from"];

/// The keys of a limit.
pub const LIMIT_KEYS: [&str; 4] = ["when", "grade-at-most", "score", "because"];

/// Those of which a limit has one: what it does.
pub const CONSEQUENCE_KEYS: [&str; 2] = ["grade-at-most", "score"];

/// The keys of what triggers a limit.
pub const WHEN_KEYS: [&str; 4] = ["criterion", "is", "below", "answer"];

/// Those of which it has one.
pub const TRIGGER_KEYS: [&str; 3] = ["is", "below", "answer"];

/// The words of `not-applicable`.
pub const NOT_APPLICABLE_WORDS: [(&str, WhenNotApplicable); 5] = [
    ("refuse", WhenNotApplicable::Refuse),
    ("leave-out", WhenNotApplicable::LeaveOut),
    ("share-out", WhenNotApplicable::ShareOut),
    ("full", WhenNotApplicable::Full),
    ("zero", WhenNotApplicable::Zero),
];

/// The words of `at` in `rounding`.
pub const STAGE_WORDS: [(&str, Stage); 3] =
    [("criterion", Stage::Criterion), ("level", Stage::Level), ("total", Stage::Total)];

/// The words of `mode` in `rounding`.
pub const MODE_WORDS: [(&str, Mode); 2] = [("half-up", Mode::HalfUp), ("down", Mode::Down)];

/// The words of `among` in `rank`.
pub const AMONG_WORDS: [(&str, Among); 3] =
    [("kind", Among::Kind), ("peers", Among::Peers), ("all", Among::All)];

/// The words of `ties` in `rank`.
pub const TIES_WORDS: [(&str, Ties); 2] = [("skip", Ties::Skip), ("dense", Ties::Dense)];

/// The words of `is` in what triggers a limit.
pub const IS_WORDS: [(&str, Trigger); 3] =
    [("zero", Trigger::Zero), ("missing", Trigger::Missing), ("not-applicable", Trigger::NotApplicable)];

/// The word of `score` in a limit.
pub const VOID: &str = "void";
