//! The words for what several say side by side: layers, corrections, findings.

use crate::answer::Role;

/// Words about those who score the same criteria, and about what an inspection finds.
pub struct Sides {
    /// A layer by its role, and by its round where there are several.
    pub layer: fn(Role, Option<u8>) -> &'static str,
    /// The note that a role writes.
    pub note: fn(Role) -> &'static str,
    /// Beside an answer that the head of the teams settled.
    pub settled: &'static str,
    /// Over the self score beside what was assessed, which is named.
    pub side_by_side: fn(&str) -> String,
    /// The column of fields.
    pub field: &'static str,
    /// How many criteria both score, and how many of them differ.
    pub both: fn(usize, usize) -> String,
    /// Over the criteria that differ.
    pub corrections: &'static str,
    /// Over the criteria that were lowered most often, among so many agencies.
    pub lowered: fn(u64) -> String,
    /// The column of how many agencies.
    pub agencies: &'static str,
    /// The column of how many points they lost in all.
    pub points_lowered: &'static str,
    /// Over what is worth keeping.
    pub results: &'static str,
    /// Over what falls short.
    pub shortcomings: &'static str,
    /// Over what is asked to be done.
    pub requests: &'static str,
    /// By whom a request is to be met.
    pub owner: fn(&str) -> String,
    /// By when.
    pub due: fn(&str) -> String,
}
