//! The words of thresholds in English.

use crate::analysis::{Gauge, Reached};
use crate::wording::gate::{Gate, Missed};
use crate::wording::quoting::quoted;

/// The words of thresholds in English.
pub(in crate::wording) const GATE: Gate = Gate {
    gauge: |gauge, title| match gauge {
        Gauge::Index => "index".to_owned(),
        Gauge::Coverage => "points answered of those applicable".to_owned(),
        Gauge::Documents => "answers that cite a document".to_owned(),
        Gauge::Field(_) => format!("index of {title}"),
        Gauge::Criterion(_) => format!("points of {title}"),
    },
    missed: |Missed { agency, what, got, wanted, short }| {
        let agency = agency.map(|agency| format!("{agency}: ")).unwrap_or_default();
        let short = short.map(|short| format!(", {short} short")).unwrap_or_default();
        format!("Threshold missed: {agency}{what}: {got}, wanted {wanted}{short}.")
    },
    reached: |reached| match reached {
        Reached::Number(_) => "",
        Reached::Provisional => "provisional",
        Reached::Missing => "no answer yet",
        Reached::Void => "no score, a limit voids it",
        Reached::DecidedAbove => "decided with its group, no score of its own",
        Reached::Nothing => "there is none",
        Reached::NotApplicable => "not applicable",
    },
    missed_in_all: |count| match count {
        1 => "1 threshold is missed.".to_owned(),
        _ => format!("{count} thresholds are missed."),
    },
    met: |thresholds, agencies| {
        let thresholds = if thresholds == 1 {
            "The threshold is met".to_owned()
        } else {
            format!("All {thresholds} thresholds are met")
        };
        match agencies {
            1 => format!("{thresholds}."),
            _ => format!("{thresholds} by all {agencies} agencies."),
        }
    },
    passed_over: |what| format!("Not applicable, so not held against its threshold: {what}."),

    sound: |count, set| {
        let count = if count == 1 { "1 threshold".to_owned() } else { format!("{count} thresholds") };
        format!("thresholds, sound: {count} for {set}")
    },
    broken: "thresholds, faulty",

    taken_from: |agency, period, set| {
        let period = period.map(|period| format!(", period {period}")).unwrap_or_default();
        format!("Thresholds taken from the result of {agency}{period}, under {set}.")
    },
    use_it: "Change what should be better, take out what need not hold, then: cchc score EVIDENCE --thresholds THIS-FILE",
    index: "the index, in percent",
    coverage: "points answered, of those applicable",
    documents: "answered criteria that cite a document, of those that expect one",
    fields: "the index of each field, in percent",
    criteria: "the points of each criterion",
    of_points: |points| format!("of {points}"),
    below_zero: "below zero",

    which_agency: |known| {
        format!("The evidence is about several agencies; name one with `--agency`: {known}.")
    },
    no_such_agency: |agency, nearest, known| {
        let meant = nearest.map(|nearest| format!(" Did you mean {}?", quoted(nearest))).unwrap_or_default();
        format!("The evidence says nothing of the agency {}.{meant} It is about: {known}.", quoted(agency))
    },
    several_periods: |agency, periods| {
        format!(
            "The evidence is about {agency} in several periods ({periods}); name a file about one of them."
        )
    },
    nothing_made: "No thresholds were made: mend the faults above and run again.",
};
