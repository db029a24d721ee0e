//! The keys and words under `rule`, in the order of the guide: what the readers of the kinds take, and what the
//! schema of criteria files offers.

use super::{Average, WhenEmpty};

/// Beside a kind, or among the settings of `share`: what nothing of nothing earns.
pub const WHEN_EMPTY: &str = "when-empty";

/// The words of `when-empty`.
pub const WHEN_EMPTY_WORDS: [(&str, WhenEmpty); 3] =
    [("full", WhenEmpty::Full), ("zero", WhenEmpty::Zero), ("not-applicable", WhenEmpty::NotApplicable)];

/// The keys of an option, an item or a level.
pub const OFFER_KEYS: [&str; 3] = ["id", "title", "points"];

/// The settings of `share`.
pub const SHARE_KEYS: [&str; 4] = ["full-at", "from", "reverse", WHEN_EMPTY];

/// The keys of a band.
pub const BAND_KEYS: [&str; 5] = ["from", "above", "below", "up-to", "points"];

/// The word of a band's `points` that earn in proportion.
pub const IN_PROPORTION: &str = "share";

/// The settings of `count`.
pub const COUNT_KEYS: [&str; 1] = ["each"];

/// The settings of `deduct`.
pub const DEDUCT_KEYS: [&str; 2] = ["each", "floor"];

/// The settings of `deadline`.
pub const DEADLINE_KEYS: [&str; 3] = ["due", "on-time", "late"];

/// The keys of a day whose year is counted from the period.
pub const DUE_KEYS: [&str; 2] = ["day", "year"];

/// How many years from the period a day may lie. A year of the calendar, `2015`, is not what is meant.
pub const FARTHEST_YEAR: i16 = 10;

/// The settings of `judged`.
pub const JUDGED_KEYS: [&str; 1] = ["step"];

/// The settings of `formula`.
pub const FORMULA_KEYS: [&str; 2] = ["inputs", "points"];

/// The keys of an input.
pub const INPUT_KEYS: [&str; 2] = ["title", "unit"];

/// Words of formulas that no input may have as its name.
pub const TRUTHS: [&str; 2] = ["true", "false"];

/// The settings of `versus-peers`.
pub const VERSUS_PEERS_KEYS: [&str; 3] = ["to", "bands", WHEN_EMPTY];

/// The words of `to` in `versus-peers`.
pub const AVERAGE_WORDS: [(&str, Average); 2] = [("mean", Average::Mean), ("median", Average::Median)];
