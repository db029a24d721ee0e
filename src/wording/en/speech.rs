//! Reasons and rules in English.

use crate::answer::Role;
use crate::calendar::Date;
use crate::criteria::Combine;
use crate::rules::Average;
use crate::wording::words::Words;

/// English.
pub(in crate::wording) struct En;

impl Words for En {
    fn date(&self, date: Date) -> String {
        date.to_string()
    }
    fn of(&self, part: &str, whole: &str) -> String {
        format!("{part} of {whole}")
    }
    fn low_edge(&self, edge: &str, above: bool) -> String {
        if above { format!("above {edge}") } else { format!("from {edge}") }
    }
    fn high_edge(&self, edge: &str, up_to: bool) -> String {
        if up_to { format!("up to {edge}") } else { format!("below {edge}") }
    }
    fn rounded(&self) -> &'static str {
        "rounded to"
    }
    fn at_most(&self) -> &'static str {
        "at most"
    }
    fn at_least(&self) -> &'static str {
        "at least"
    }
    fn truth(&self, truth: bool) -> &'static str {
        if truth { "true" } else { "false" }
    }

    fn counts_not_given(&self) -> &'static str {
        "counts not given"
    }
    fn band(&self) -> &'static str {
        "band"
    }
    fn what_is_left(&self) -> &'static str {
        "what is left:"
    }
    fn no_item(&self) -> &'static str {
        "no item holds"
    }
    fn no_fault(&self) -> &'static str {
        "no fault"
    }
    fn no_reply(&self) -> &'static str {
        "no reply"
    }
    fn faults(&self, count: &str, each: &str) -> String {
        let faults = if count == "1" { "fault" } else { "faults" };
        format!("{count} {faults} × {each}")
    }
    fn judged(&self, points: &str, most: &str) -> String {
        format!("judged: {points} of {most}")
    }
    fn mean_of_replies(&self, replies: &str) -> String {
        format!("mean of {replies} replies")
    }
    fn due(&self, date: &str) -> String {
        format!("due {date}")
    }
    fn in_time(&self) -> &'static str {
        "in time"
    }
    fn days_late(&self, days: i64) -> String {
        if days == 1 { "1 day late".to_owned() } else { format!("{days} days late") }
    }
    fn never(&self, due: &str) -> String {
        format!("never done, due {due}")
    }
    fn decided(&self) -> &'static str {
        "decided score"
    }
    fn missing(&self) -> &'static str {
        "missing: no answer yet"
    }
    fn not_applicable(&self) -> &'static str {
        "not applicable"
    }
    fn no_part(&self) -> &'static str {
        "no part of it applies"
    }
    fn group_not_applicable(&self, group: &str) -> String {
        format!("group {group} as a whole is not applicable")
    }
    fn gets_full(&self) -> &'static str {
        "full points"
    }
    fn gets_zero(&self) -> &'static str {
        "no points"
    }
    fn left_out(&self) -> &'static str {
        "left out of the total"
    }
    fn shared_out(&self) -> &'static str {
        "its points go to the criteria beside it"
    }
    fn not_held(&self, reason: &str) -> String {
        format!("not held: {reason}")
    }
    fn void(&self) -> &'static str {
        "no score: a limit voids it"
    }
    fn not_for_kind(&self, kind: &str) -> String {
        format!("not for agencies of kind `{kind}`")
    }
    fn decided_above(&self, group: &str) -> String {
        format!("scored with group {group} as a whole")
    }
    fn combined(&self, how: &Combine) -> &'static str {
        match how {
            Combine::Sum => "sum of its parts",
            Combine::Mean => "mean of its parts",
            Combine::Lowest => "lowest of its parts",
            Combine::Highest => "highest of its parts",
            Combine::Deduct => "points left by its parts",
            Combine::Formula(_) => "by its formula",
            Combine::Heading => "heading, not scored by itself",
        }
    }
    fn through_bands(&self) -> &'static str {
        "by the bands"
    }
    fn on_top(&self, points: &str) -> String {
        format!("bonus and penalty {points}")
    }
    fn capped(&self, points: &str) -> String {
        format!("at most {points}")
    }
    fn grown(&self, from: &str, to: &str) -> String {
        format!("its points grow from {from} to {to} by what is shared out")
    }
    fn gate(&self, gate: &str, missing: bool) -> String {
        if missing {
            format!("0, since {gate} is required and has no answer")
        } else {
            format!("0, since {gate} is required and not reached in full")
        }
    }
    fn no_more_than(&self, bound: &str) -> String {
        format!("no more than {bound} earned")
    }
    fn floor(&self, floor: &str) -> String {
        format!("no less than {floor}")
    }

    fn rule_yes_no(&self) -> &'static str {
        "Yes earns full points, no earns 0."
    }
    fn rule_choice(&self) -> &'static str {
        "One level is picked:"
    }
    fn rule_checklist(&self, cap: &str) -> String {
        format!("The items that hold are added, at most {cap}:")
    }
    fn rule_share(&self) -> &'static str {
        "By a share:"
    }
    fn rule_bands(&self, share: bool) -> &'static str {
        if share {
            "The band into which the share falls gives the points:"
        } else {
            "The band into which the number falls gives the points:"
        }
    }
    fn rule_count(&self, each: &str, cap: &str) -> String {
        format!("Each one counted earns {each}, at most {cap}.")
    }
    fn rule_deduct(&self, full: &str, floor: &str) -> String {
        format!("Starts at {full}, points come off for each fault, down to {floor}:")
    }
    fn rule_deadline(&self, due: &str) -> String {
        format!("By a date, due {due}:")
    }
    fn due_in_year(&self, day: u8, month: u8, year: i16) -> String {
        match year {
            0 => format!("on {month:02}-{day:02} of the year assessed"),
            -1 => format!("on {month:02}-{day:02} of the year before the one assessed"),
            1 => format!("on {month:02}-{day:02} of the year after the one assessed"),
            years if years < 0 => format!("on {month:02}-{day:02}, {} years before the one assessed", -years),
            years => format!("on {month:02}-{day:02}, {years} years after the one assessed"),
        }
    }
    fn rule_survey(&self) -> &'static str {
        "The mean over all replies, each at its level:"
    }
    fn average(&self, average: Average) -> &'static str {
        match average {
            Average::Mean => "the mean of all",
            Average::Median => "the median of all",
        }
    }
    fn versus(&self, own: &str, average: &str, peers: &str) -> String {
        format!("{own} compared with {average} {peers}")
    }
    fn rule_versus(&self, average: &str) -> String {
        format!("The answer over {average} of the same kind and period falls into a band:")
    }
    fn rule_judged(&self, most: &str) -> String {
        format!("An assessor judges between 0 and {most} points")
    }
    fn rule_formula(&self, formula: &str, cap: &str) -> String {
        format!("By a formula, at least 0 and at most {cap}: `{formula}`.")
    }
    fn input(&self, unit: &str) -> String {
        if unit.is_empty() { "number, from 0".to_owned() } else { format!("number of {unit}, from 0") }
    }
    fn in_steps_of(&self, step: &str) -> String {
        format!(", in steps of {step}")
    }
    fn in_proportion(&self, full: &str, goal: &str, turned: bool) -> String {
        let share = if turned { "(100 % − share)" } else { "share" };
        if goal.is_empty() { format!("{full} × {share}") } else { format!("{full} × {share} / {goal}") }
    }
    fn each_fault(&self, each: &str) -> String {
        format!("each fault costs {each}")
    }
    fn for_all_values(&self) -> &'static str {
        "every value"
    }
    fn day_or_before(&self) -> &'static str {
        "in time"
    }
    fn late_by(&self, edges: &str) -> String {
        if edges.is_empty() { "late".to_owned() } else { format!("late {edges} days") }
    }
    fn never_done(&self) -> &'static str {
        "never done (`never`)"
    }
    fn when_empty(&self) -> &'static str {
        "0 of 0"
    }
    fn refused(&self) -> &'static str {
        "not accepted"
    }

    fn of_date(&self, date: &str) -> String {
        format!("of {date}")
    }
    fn by_issuer(&self, issuer: &str) -> String {
        format!("by {issuer}")
    }
    fn pages(&self, pages: &str) -> String {
        format!("p. {pages}")
    }

    fn part(&self, role: Role) -> &'static str {
        match role {
            Role::Own => "self-scored part",
            Role::Appraisal => "appraised part",
            Role::Inspection => "inspected part",
            Role::Survey => "survey part",
            Role::Leader => "leader's part",
        }
    }

    fn role(&self, role: Role) -> &'static str {
        match role {
            Role::Own => "self score",
            Role::Appraisal => "appraisal",
            Role::Inspection => "inspection",
            Role::Survey => "survey",
            Role::Leader => "leader",
        }
    }
}
