//! What is said of the keys of a criteria file, for editors. Each list is as long as the keys that it is about, so
//! that a language which lacks one does not compile.

use crate::criteria::keys::{
    COMBINE_KEYS, EFFECTIVE_KEYS, EXPECTS_KEYS, GRADE_KEYS, LIMIT_KEYS, NODE_KEYS, RANK_KEYS, ROUNDING_KEYS,
    SET_KEYS, WHEN_KEYS,
};
use crate::rules::Kind;
use crate::rules::keys::{
    BAND_KEYS, COUNT_KEYS, DEADLINE_KEYS, DEDUCT_KEYS, DUE_KEYS, FORMULA_KEYS, INPUT_KEYS, JUDGED_KEYS,
    OFFER_KEYS, SHARE_KEYS, VERSUS_PEERS_KEYS,
};

/// Each key of a list, in its order, with what is said of it.
pub type Said<const N: usize> = [(&'static str, &'static str); N];

/// The keys of a criteria file in one language.
pub struct Keys {
    /// The whole file.
    pub file: &'static str,
    /// The keys of a set.
    pub set: Said<{ SET_KEYS.len() }>,
    /// The keys of a criterion.
    pub node: Said<{ NODE_KEYS.len() }>,
    /// The keys of `combine`, where it is no word.
    pub combine: Said<{ COMBINE_KEYS.len() }>,
    /// The keys of `effective`.
    pub effective: Said<{ EFFECTIVE_KEYS.len() }>,
    /// The keys of `expects`.
    pub expects: Said<{ EXPECTS_KEYS.len() }>,
    /// The keys of `rounding`.
    pub rounding: Said<{ ROUNDING_KEYS.len() }>,
    /// The keys of `rank`.
    pub rank: Said<{ RANK_KEYS.len() }>,
    /// The keys of a grade.
    pub grade: Said<{ GRADE_KEYS.len() }>,
    /// The keys of a limit.
    pub limit: Said<{ LIMIT_KEYS.len() }>,
    /// The keys of what triggers a limit.
    pub when: Said<{ WHEN_KEYS.len() }>,
    /// The keys of an option, an item or a level.
    pub offer: Said<{ OFFER_KEYS.len() }>,
    /// The keys of a band.
    pub band: Said<{ BAND_KEYS.len() }>,
    /// The settings of `share`.
    pub share: Said<{ SHARE_KEYS.len() }>,
    /// The settings of `count`.
    pub count: Said<{ COUNT_KEYS.len() }>,
    /// The settings of `deduct`.
    pub deduct: Said<{ DEDUCT_KEYS.len() }>,
    /// The settings of `deadline`.
    pub deadline: Said<{ DEADLINE_KEYS.len() }>,
    /// The keys of a day whose year is counted from the period.
    pub due: Said<{ DUE_KEYS.len() }>,
    /// The settings of `judged`.
    pub judged: Said<{ JUDGED_KEYS.len() }>,
    /// The settings of `formula`.
    pub formula: Said<{ FORMULA_KEYS.len() }>,
    /// The keys of an input.
    pub input: Said<{ INPUT_KEYS.len() }>,
    /// The settings of `versus-peers`.
    pub versus_peers: Said<{ VERSUS_PEERS_KEYS.len() }>,
    /// `when-empty` beside a kind.
    pub when_empty: &'static str,
    /// An input by its name.
    pub named_input: &'static str,
    /// A scale by its name.
    pub scale: &'static str,
    /// The ways of scoring.
    pub kind: fn(Kind) -> &'static str,
    /// What may stand where something else does.
    pub forms: Forms,
}

/// What is asked for where a value has the wrong form.
pub struct Forms {
    /// A text.
    pub text: &'static str,
    /// An id.
    pub id: &'static str,
    /// The name of a set.
    pub kebab: &'static str,
    /// A set with its version.
    pub identity: &'static str,
    /// `true` or `false`.
    pub truth: &'static str,
    /// A number.
    pub number: &'static str,
    /// A number, a percent or a fraction.
    pub amount: &'static str,
    /// A percent or a fraction.
    pub share: &'static str,
    /// A whole number.
    pub whole: &'static str,
    /// A date.
    pub date: &'static str,
    /// A day of any year.
    pub month_day: &'static str,
}
