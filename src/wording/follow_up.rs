//! The words of follow-up: what became of requests and lost points.

use crate::analysis::{Because, LossSums, State};

/// Words for follow-up in one language.
pub struct FollowUp {
    /// From one thing to the one that came after it: `2025 → 2026`.
    pub then_now: fn(&str, &str) -> String,
    /// The day as of which a request is overdue.
    pub as_of: fn(&str) -> String,
    /// How many requests there are, and how many stand how.
    pub counted: fn(usize, &[(State, usize)]) -> String,
    /// That nothing was asked.
    pub nothing_asked: &'static str,
    /// How a request stands.
    pub state: fn(State) -> &'static str,
    /// Why it stands so.
    pub because: fn(Because) -> &'static str,
    /// The scores then and now, each with its whole; a score that is not there is absent.
    pub scores: fn(&Figures, Option<&Figures>) -> String,
    /// What came back; below zero what was lost further.
    pub came_back: fn(&str, bool) -> String,
    /// Before the one who is to do it.
    pub owner: &'static str,
    /// Before the criterion.
    pub criterion: &'static str,
    /// The column of states.
    pub state_column: &'static str,
    /// The column of days by which something is due.
    pub due: &'static str,
    /// The column of requests.
    pub request: &'static str,

    /// Over the points that were lost.
    pub lost_heading: &'static str,
    /// That no points were lost.
    pub nothing_lost: &'static str,
    /// Over the points that are newly lost.
    pub newly_lost_heading: &'static str,
    /// The column of what was lost then.
    pub then: &'static str,
    /// The column of what is lost now.
    pub now: &'static str,
    /// The column of what came back.
    pub back: &'static str,
    /// The column of criteria.
    pub criterion_column: &'static str,
    /// A criterion was not answered then, or is not answered now.
    pub unanswered: fn(bool) -> &'static str,
    /// A criterion does not apply, then or now.
    pub not_applicable: fn(bool) -> &'static str,
    /// A set has no such criterion, then or now.
    pub absent: fn(bool) -> &'static str,
    /// The sums over what was lost then.
    pub sums: fn(&LossSums) -> String,
    /// How many criteria were answered neither then nor now, and of how many points.
    pub never_answered: fn(usize, &str) -> String,
    /// The sum over what is newly lost.
    pub newly_lost: fn(&str) -> String,

    /// Agencies of which only the later evidence speaks.
    pub only_new: fn(&str) -> String,
    /// What is said when nothing was followed up because of faults.
    pub nothing_followed: &'static str,
}

/// A score in figures.
pub struct Figures {
    /// The points; absent where there is no score.
    pub awarded: Option<String>,
    /// Out of how many.
    pub of: String,
}
