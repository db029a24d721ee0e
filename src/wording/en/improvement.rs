//! What can be won back, in English.

use crate::analysis::NoStep;
use crate::wording::improvement::Gains;

/// The words in English.
pub(in crate::wording) const GAINS: Gains = Gains {
    step: "Criterion and what to do",
    lost: "Lost",
    wins: "Wins",
    more: |by, before| format!("{by} more than {before}"),
    fewer: |by, before| format!("{by} fewer than {before}"),
    instead_of: |before| format!("instead of {before}"),
    from_to: |before, after| format!("from {before} to {after}"),
    items_more: |items| format!("also: {items}"),
    items_fewer: |items| format!("no longer: {items}"),
    answer: |answer| format!("no answer yet; if it can be answered `{answer}`"),
    never: "never done",
    with: |others| format!("together with {others}"),
    most: "At most",
    held_by: |ids| format!("held back by {ids}"),
    nothing: "No other answer wins any points back.",
    without: "Points lost for which no step is known",
    no_step: |why, other| match why {
        NoStep::Others(_) => format!("scored by others ({other}); the agency does not answer it"),
        NoStep::Replies => "by the replies of those who are asked; not for the agency to choose".to_owned(),
        NoStep::NotApplicable => "not applicable, which counts as 0 here".to_owned(),
        NoStep::Nothing => "there was nothing to measure".to_owned(),
        NoStep::Formula => "by its formula no single number raises the points".to_owned(),
        NoStep::Unanswered => "no answer yet; answer it, how much that earns cannot be promised".to_owned(),
        NoStep::Held(_) => format!("held back by {other}; mend that first"),
        NoStep::Best => "no answer earns more".to_owned(),
        NoStep::Idle => "a better answer would not raise the total".to_owned(),
        NoStep::Voids(_) => format!("a better answer would void the score: {other}"),
    },
    why: "Reason",
    then: |limit| format!("But then: {limit}"),
    sum: |sum| {
        format!(
            "{} of {} applicable points awarded, {} lost. All of the above at its best wins back {}: {}.",
            sum.awarded, sum.applicable, sum.lost, sum.gain, sum.after
        )
    },
    overlaps: "Each line counts alone, as if nothing else were done; the lines do not add up to what they win together.",
    no_total: "This set has no total: the points here are those of its parts, added.",
    void: "A limit voids the score as it is: the points here stand only once that limit is lifted.",

    to_index: |index| format!("index {index} %"),
    to_grade: |grade| format!("grade {grade}"),
    already: |target| format!("Target {target}: reached already."),
    reached: |target, count, effort| {
        let criteria = if count == 1 { "criterion" } else { "criteria" };
        let effort = effort.map(|effort| format!(", effort {effort} in all")).unwrap_or_default();
        format!("Target {target}: reached by a change of {count} {criteria}{effort}")
    },
    missed: |target| format!("Target {target}: out of reach, even with everything that is known to help."),
    not_found: |target| {
        format!(
            "Target {target}: no way was found; not every set of changes was tried. As far as all together go:"
        )
    },
    comes_to: |gain, after| format!("Together they win {gain}: {after}."),
    proven_sums: "Proven smallest: the gains add up, and no smaller sum is enough.",
    proven_tried: "Proven smallest: every smaller set was tried.",
    not_proven: "Best found, not proven smallest.",
    provisional: "The score is provisional, so that there is no grade yet; an index as the target works.",
    capped: |ids| {
        format!("No gain elsewhere lifts the grade while this limit stands; it stands because of {ids}.")
    },
    no_effort: "No criterion of this set says what effort it takes: criteria are counted.",
    effort_of_one: "Criteria that say no effort count as 1.",
    effort: "Effort",

    nothing_done: "Nothing was computed: mend the faults above and run again.",
    unknown_grade: |word, nearest, known| {
        let meant = nearest.map(|nearest| format!(" Did you mean `{nearest}`?")).unwrap_or_default();
        if known.is_empty() {
            format!("The set has no grades, so that `{word}` is no target; name an index, such as `80`.")
        } else {
            format!("There is no grade `{word}`.{meant} Name one of: {known}, or an index, such as `80`.")
        }
    },
    wrong_index: |word| format!("The index `{word}` cannot be a target: name a number from 0, such as `80`."),
    unknown_agency: |word, nearest, known| {
        let meant = nearest.map(|nearest| format!(" Did you mean `{nearest}`?")).unwrap_or_default();
        format!("The evidence has no agency `{word}`.{meant} There are: {known}.")
    },
};
