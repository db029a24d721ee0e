//! The words of follow-up in English.

use crate::analysis::{Because, State};
use crate::points::Points;
use crate::wording::follow_up::{Figures, FollowUp};
use crate::wording::points;

/// The words of follow-up in English.
pub(in crate::wording) const FOLLOW_UP: FollowUp = FollowUp {
    then_now: |then, now| format!("{then} → {now}"),
    as_of: |day| format!("As of: {day}"),
    counted: |all, states| {
        let states = states.iter().filter(|(_, count)| *count > 0);
        let states: Vec<String> = states.map(|(at, count)| format!("{} {count}", state(*at))).collect();
        format!("Requests: {all} ({}).", states.join(", "))
    },
    nothing_asked: "Requests: none.",
    state,
    because: |because| match because {
        Because::Repeated => "asked for again in the new evidence",
        Because::Praised => "named among the results in the new evidence",
        Because::NothingLost => "the criterion loses no points any more",
        Because::StillLost => "the criterion still loses points",
        Because::Unanswered => "the criterion is not fully answered",
        Because::NotApplicable => "the criterion does not apply any more",
        Because::CriterionGone => {
            "the new set has no such criterion, and the new evidence says nothing of it"
        }
        Because::NotMentioned => "the new evidence says nothing of it",
        Because::AgencyGone => "the new evidence says nothing of this agency",
    },
    scores: |then, now| match now {
        Some(now) => format!("{} then, {} now", score(then), score(now)),
        None => format!("{} then", score(then)),
    },
    came_back: |points, further| {
        if further { format!("{points} lost further") } else { format!("{points} came back") }
    },
    owner: "Owner",
    criterion: "Criterion",
    state_column: "State",
    due: "Due",
    request: "Request and reason",

    lost_heading: "Points lost then",
    nothing_lost: "Points lost then: none.",
    newly_lost_heading: "Newly lost points",
    then: "Then",
    now: "Now",
    back: "Back",
    criterion_column: "Criterion",
    unanswered: |now| if now { "no answer now" } else { "no answer then" },
    not_applicable: |now| if now { "not applicable now" } else { "not applicable then" },
    absent: |now| if now { "not in the new set" } else { "not in the old set" },
    sums: |sums| {
        format!(
            "Lost then {}{}; lost now {}{}; came back {}{}.",
            points(&sums.then),
            of_which(&sums.then_unanswered),
            points(&sums.now),
            of_which(&sums.now_unanswered),
            points(&sums.came_back),
            not_compared(&sums.not_compared),
        )
    },
    never_answered: |count, points| match count {
        1 => format!("Not listed: 1 criterion ({points} points) that was answered neither then nor now."),
        _ => {
            format!("Not listed: {count} criteria ({points} points) that were answered neither then nor now.")
        }
    },
    newly_lost: |points| format!("Newly lost: {points}."),

    only_new: |agencies| format!("Only in the new evidence, so nothing to follow up: {agencies}."),
    nothing_followed: "Nothing was followed up: mend the faults above and run again.",
};

fn state(state: State) -> &'static str {
    match state {
        State::Met => "met",
        State::Open => "open",
        State::Overdue => "overdue",
        State::NotApplicable => "not applicable",
    }
}

fn score(Figures { awarded, of }: &Figures) -> String {
    match awarded {
        Some(awarded) => format!("{awarded} of {of}"),
        None => format!("no score of {of}"),
    }
}

fn of_which(unanswered: &Points) -> String {
    if unanswered.is_zero() {
        String::new()
    } else {
        format!(" ({} for want of an answer)", points(unanswered))
    }
}

fn not_compared(number: &Points) -> String {
    if number.is_zero() {
        String::new()
    } else {
        format!("; not compared {}, by criteria that do not apply now or are gone", points(number))
    }
}
