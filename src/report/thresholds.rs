//! Thresholds (ngưỡng điểm): a line for each that is missed, and the file that a past result makes.

use crate::analysis::{Gated, Gauge, Miss, Reached};
use crate::assessment::Assessment;
use crate::criteria::{Criteria, Node};
use crate::lang::Lang;
use crate::points::{Mode, Points};
use crate::wording::{self, Missed, points};

/// The decimals with which numbers are shown, and how many they have at most.
const PLACES: u8 = 2;
const MOST_PLACES: u8 = 12;

/// How wide the numbers of a file stand before their comments, in letters.
const NUMBERS: usize = 24;

/// Every threshold that an agency misses, and what was passed over; with its name where there are several agencies.
#[must_use]
pub fn missed(
    criteria: &Criteria,
    assessment: &Assessment,
    gated: &Gated,
    several: bool,
    lang: Lang,
) -> Vec<String> {
    let words = wording::gate(lang);
    let name = named(assessment);
    let agency = several.then_some(name.as_str());
    let line = |miss: &Miss| {
        let told = |text: &str| format!("{text}{}", sign(miss.gauge));
        let (got, short) = match (miss.got.number(), miss.short()) {
            (Some(number), Some(short)) => {
                let places = telling(number, &short);
                (told(&number.shortest(places)), Some(told(&short.shortest(places))))
            }
            (None, _) | (_, None) => ((words.reached)(&miss.got).to_owned(), None),
        };
        (words.missed)(&Missed {
            agency,
            what: &what(criteria, miss.gauge, lang),
            got: &got,
            wanted: &told(&miss.wanted.to_string()),
            short: short.as_deref(),
        })
    };
    let mut lines: Vec<String> = gated.missed.iter().map(line).collect();
    if !gated.not_applicable.is_empty() {
        let passed = gated.not_applicable.iter().map(|gauge| what(criteria, *gauge, lang));
        let agency = agency.map(|agency| format!("{agency}: ")).unwrap_or_default();
        lines.push((words.passed_over)(&format!("{agency}{}", passed.collect::<Vec<_>>().join("; "))));
    }
    lines
}

/// The file of thresholds that a result makes, line by line. What has no number stands in it as a comment.
#[must_use]
pub fn thresholds_file(
    criteria: &Criteria,
    assessment: &Assessment,
    past: &[(Gauge, Reached)],
    lang: Lang,
) -> Vec<String> {
    let words = wording::gate(lang);
    let set = criteria.identity.name();
    let period = assessment.period.map(|period| period.to_string());
    let mut lines = vec![
        comment(&(words.taken_from)(&named(assessment), period.as_deref(), &set)),
        comment(words.use_it),
        format!("for: {}", text(&set)),
    ];
    for (gauge, reached) in past {
        let (key, remark) = match gauge {
            Gauge::Index => ("index", words.index),
            Gauge::Coverage => ("coverage", words.coverage),
            Gauge::Documents => ("documents", words.documents),
            Gauge::Field(_) | Gauge::Criterion(_) => continue,
        };
        lines.push(entry("", key, *gauge, reached, remark, criteria, lang));
    }
    let fields = past.iter().filter(|(gauge, _)| matches!(gauge, Gauge::Field(_)));
    lines.extend(listed("fields", words.fields, fields, criteria, lang));
    let points = past.iter().filter(|(gauge, _)| matches!(gauge, Gauge::Criterion(_)));
    lines.extend(listed("criteria", words.criteria, points, criteria, lang));
    lines
}

/// A key with its entries below it; commented out where none of them has a number.
fn listed<'p>(
    key: &str,
    remark: &str,
    past: impl Iterator<Item = &'p (Gauge, Reached)>,
    criteria: &Criteria,
    lang: Lang,
) -> Vec<String> {
    let words = wording::gate(lang);
    let mut lines = Vec::new();
    let mut any = false;
    for (gauge, reached) in past {
        let Some(node) = gauge.node() else { continue };
        let asked = criteria.at(node);
        let title = asked.title.in_lang(lang);
        let remark = match gauge {
            Gauge::Criterion(_) => format!("{title} ({})", (words.of_points)(&points(&asked.points))),
            Gauge::Index | Gauge::Coverage | Gauge::Documents | Gauge::Field(_) => title.to_owned(),
        };
        any |= asks(criteria, *gauge, reached);
        lines.push(entry("  ", &quoted(asked.id.as_str()), *gauge, reached, &remark, criteria, lang));
    }
    if lines.is_empty() {
        return lines;
    }
    let head = if any { format!("{key}:") } else { format!("# {key}:") };
    lines.insert(0, beside(&head, remark));
    lines
}

/// One threshold with what it is on; as a comment where there is no number to ask for.
fn entry(
    indent: &str,
    key: &str,
    gauge: Gauge,
    reached: &Reached,
    remark: &str,
    criteria: &Criteria,
    lang: Lang,
) -> String {
    let words = wording::gate(lang);
    let sign = if matches!(gauge, Gauge::Coverage | Gauge::Documents) { "%" } else { "" };
    match reached.number() {
        Some(number) if asks(criteria, gauge, reached) => {
            beside(&format!("{indent}{key}: {number}{sign}"), remark)
        }
        Some(_) => beside(&format!("{indent}# {key}: {}", words.below_zero), remark),
        None => beside(&format!("{indent}# {key}: {}", (words.reached)(reached)), remark),
    }
}

/// Whether something can be asked for there: what is below zero is at least that, unless it is a penalty.
fn asks(criteria: &Criteria, gauge: Gauge, reached: &Reached) -> bool {
    let least = match gauge {
        Gauge::Criterion(node) => criteria.points_between(node).0,
        Gauge::Index | Gauge::Coverage | Gauge::Documents | Gauge::Field(_) => Points::ZERO,
    };
    reached.number().is_some_and(|number| *number >= least)
}

/// A line with a remark beside it.
fn beside(line: &str, remark: &str) -> String {
    let blanks = NUMBERS.saturating_sub(line.chars().count());
    format!("{line}{}  {}", " ".repeat(blanks), comment(remark))
}

/// A comment of one line.
fn comment(text: &str) -> String {
    format!("# {}", text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// A text of a file that may stand bare, else between quotes.
fn text(text: &str) -> String {
    let bare = |c: char| c.is_ascii_alphanumeric() || "-_@.".contains(c);
    if text.starts_with(|c: char| c.is_ascii_alphabetic()) && text.chars().all(bare) {
        text.to_owned()
    } else {
        quoted(text)
    }
}

/// A text between quotes, as YAML reads it.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// What a threshold is on.
fn what(criteria: &Criteria, gauge: Gauge, lang: Lang) -> String {
    let title = |node: Node| {
        let asked = criteria.at(node);
        format!("{} ({})", asked.id, asked.title.in_lang(lang))
    };
    (wording::gate(lang).gauge)(gauge, &gauge.node().map(title).unwrap_or_default())
}

/// The sign behind a number as its threshold counts.
fn sign(gauge: Gauge) -> &'static str {
    match gauge {
        Gauge::Criterion(_) => "",
        Gauge::Index | Gauge::Coverage | Gauge::Documents | Gauge::Field(_) => " %",
    }
}

/// With how many decimals a number that is too low, and what it is short by, are shown, so that both are seen.
fn telling(got: &Points, short: &Points) -> u8 {
    let wanted = got + short;
    let seen = |places: &u8| {
        got.rounded(*places, Mode::HalfUp) < wanted && !short.rounded(*places, Mode::HalfUp).is_zero()
    };
    (PLACES..MOST_PLACES).find(seen).unwrap_or(MOST_PLACES)
}

/// An agency by name and id.
fn named(assessment: &Assessment) -> String {
    let agency = &assessment.agency;
    match &agency.name {
        Some(name) => format!("{name} ({})", agency.id),
        None => agency.id.to_string(),
    }
}
