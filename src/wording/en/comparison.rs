//! The words of comparisons in English.

use crate::wording::comparison::{Comparing, Why};

/// The words of comparisons in English.
pub(in crate::wording) const COMPARING: Comparing = Comparing {
    comparison: "Comparison",
    a: "A",
    b: "B",
    difference: "B − A",
    change: "Change (B − A)",
    points: |points| format!("{points} points"),
    index: |index| format!("index {index}"),
    by_rules: "from the rules",
    by_performance: "from the performance",
    by_not_carried: "from criteria that do not carry over",
    rules: "Rules",
    performance: "Performance",
    not_carried: "Not carried",
    parts: |rules, performance| format!("from the rules {rules}, from the performance {performance}"),
    covered: "Under each score: points answered of points that apply.",
    no_change: "a side has no total, so there is no change to tell",
    index_whole: |index| format!("index {index}; not split, since a step in between has no index"),

    field: "Field",
    changed: "Criteria that changed, the largest change first",
    nothing_changed: "No criterion changed.",
    one_sided: "Answered on one side only",
    uncarried: "Criteria that do not carry over",
    was: |id| format!("was {id}"),

    not_declared: |a, b| {
        format!(
            "Note: {b} does not say (`supersedes`) that it takes the place of {a}; only criteria of the \
             same id, or listed in `was`, are matched."
        )
    },
    only_a: "On side A only, not compared",
    only_b: "On side B only, not compared",
    nothing_to_pair: "Nothing could be compared: no agency stands on both sides.",
    side_empty: |side| format!("Side {side} has no evidence of what was asked for."),
    nothing_compared: "Nothing was compared: mend the faults above and run again.",

    why: Why {
        dropped: "the new set no longer has it",
        new: "new",
        merged: |into| format!("put together with others in {into}"),
        merged_from: |ids| format!("put together from {ids}"),
        form: "a group that is now scored by itself, or the other way round",
        not_for_kind: "no longer for this kind of agency",
        new_for_kind: "only now for this kind of agency",
        answer: |written| format!("the old answer `{written}` does not fit the new rule"),
        above_most: |points| format!("{points} points were decided, above what it now has"),
        not_applicable: "it was answered not applicable, which the new set refuses",
        role: |role| format!("answered in the {role}, and the new set leaves it to another"),
        not_held: |role| format!("the {role} did not take place, which the two sets do not treat alike"),
        period: "the new rule counts from the period, and the old evidence names none",
        apart: "scored with its group, which does not carry over or no longer holds it",
    },
};
