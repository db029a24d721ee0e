//! What each language must be able to say, so that one which lacks a word does not compile.

use crate::answer::Role;
use crate::calendar::Date;
use crate::criteria::Combine;
use crate::rules::Average;

/// The words of reasons, rules and reports in one language.
pub(super) trait Words {
    // Numbers and dates.
    fn date(&self, date: Date) -> String;
    fn of(&self, part: &str, whole: &str) -> String;
    fn low_edge(&self, edge: &str, above: bool) -> String;
    fn high_edge(&self, edge: &str, up_to: bool) -> String;
    fn rounded(&self) -> &'static str;
    fn at_most(&self) -> &'static str;
    fn at_least(&self) -> &'static str;
    fn truth(&self, truth: bool) -> &'static str;

    // Reasons.
    fn counts_not_given(&self) -> &'static str;
    fn band(&self) -> &'static str;
    fn what_is_left(&self) -> &'static str;
    fn no_item(&self) -> &'static str;
    fn no_fault(&self) -> &'static str;
    fn no_reply(&self) -> &'static str;
    fn faults(&self, count: &str, each: &str) -> String;
    fn judged(&self, points: &str, most: &str) -> String;
    fn mean_of_replies(&self, replies: &str) -> String;
    fn due(&self, date: &str) -> String;
    fn in_time(&self) -> &'static str;
    fn days_late(&self, days: i64) -> String;
    fn never(&self, due: &str) -> String;
    fn decided(&self) -> &'static str;
    fn missing(&self) -> &'static str;
    fn not_applicable(&self) -> &'static str;
    fn no_part(&self) -> &'static str;
    fn group_not_applicable(&self, group: &str) -> String;
    fn gets_full(&self) -> &'static str;
    fn gets_zero(&self) -> &'static str;
    fn left_out(&self) -> &'static str;
    fn shared_out(&self) -> &'static str;
    fn not_held(&self, reason: &str) -> String;
    fn void(&self) -> &'static str;
    fn not_for_kind(&self, kind: &str) -> String;
    fn decided_above(&self, group: &str) -> String;
    fn combined(&self, how: &Combine) -> &'static str;
    fn through_bands(&self) -> &'static str;
    fn on_top(&self, points: &str) -> String;
    fn capped(&self, points: &str) -> String;
    fn grown(&self, from: &str, to: &str) -> String;
    fn gate(&self, gate: &str, missing: bool) -> String;
    fn no_more_than(&self, bound: &str) -> String;
    fn floor(&self, floor: &str) -> String;

    // Rules.
    fn rule_yes_no(&self) -> &'static str;
    fn rule_choice(&self) -> &'static str;
    fn rule_checklist(&self, cap: &str) -> String;
    fn rule_share(&self) -> &'static str;
    fn rule_bands(&self, share: bool) -> &'static str;
    fn rule_count(&self, each: &str, cap: &str) -> String;
    fn rule_deduct(&self, full: &str, floor: &str) -> String;
    fn rule_deadline(&self, due: &str) -> String;
    fn due_in_year(&self, day: u8, month: u8, year: i16) -> String;
    fn rule_survey(&self) -> &'static str;
    fn average(&self, average: Average) -> &'static str;
    fn versus(&self, own: &str, average: &str, peers: &str) -> String;
    fn rule_versus(&self, average: &str) -> String;
    fn rule_judged(&self, most: &str) -> String;
    fn rule_formula(&self, formula: &str, cap: &str) -> String;
    fn input(&self, unit: &str) -> String;
    fn in_steps_of(&self, step: &str) -> String;
    fn in_proportion(&self, full: &str, goal: &str, turned: bool) -> String;
    fn each_fault(&self, each: &str) -> String;
    fn for_all_values(&self) -> &'static str;
    fn day_or_before(&self) -> &'static str;
    fn late_by(&self, edges: &str) -> String;
    fn never_done(&self) -> &'static str;
    fn when_empty(&self) -> &'static str;
    fn refused(&self) -> &'static str;

    // Documents.
    fn of_date(&self, date: &str) -> String;
    fn by_issuer(&self, issuer: &str) -> String;
    fn pages(&self, pages: &str) -> String;

    // Who scores.
    fn role(&self, role: Role) -> &'static str;
    fn part(&self, role: Role) -> &'static str;
}
