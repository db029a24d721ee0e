//! The lines of a comparison: who is compared, the whole change with its parts, who stands on one side alone.

use super::Compared;
use crate::analysis::{Comparison, Pair, Parts, Whose};
use crate::assessment::{Assessment, Outcome};
use crate::calendar::Period;
use crate::criteria::{Criteria, Node};
use crate::evidence::{Agency, Digest};
use crate::lang::Lang;
use crate::points::Points;
use crate::report::card::{limited, places};
use crate::wording::{self, fixed, points, signed};

/// The two sides of a pair, then the whole change and its parts, a line each.
#[must_use]
pub fn heads(compared: Compared<'_>, pair: &Pair, lang: Lang) -> Vec<String> {
    let words = wording::comparing(lang);
    let role = |at: usize| compared.roles.map(|roles| wording::role(lang, roles[at]));
    let [a, b] = compared.criteria;
    let mut lines = side(words.a, a, &pair.a, role(0), lang);
    lines.extend(side(words.b, b, &pair.b, role(1), lang));
    lines.extend(changes(compared, pair, lang));
    lines
}

/// A side: of whom and when, by which set, and its score.
fn side(
    mark: &str,
    criteria: &Criteria,
    assessment: &Assessment,
    role: Option<&str>,
    lang: Lang,
) -> Vec<String> {
    let whose = whose(&assessment.agency, assessment.period);
    let role = role.map(|role| format!(" · {role}")).unwrap_or_default();
    let (name, title) = (criteria.identity.name(), criteria.title.in_lang(lang));
    let mut lines = vec![format!("{mark}: {whose}{role}"), format!("   {name} – {title}")];
    lines.extend(score(criteria, assessment, lang).into_iter().map(|line| format!("   {line}")));
    lines
}

/// The score of a side, with what of it is answered; what is provisional says so, and limits stand beside.
fn score(criteria: &Criteria, assessment: &Assessment, lang: Lang) -> Vec<String> {
    let labels = wording::labels(lang);
    let (total, places) = (assessment.total(), places(criteria));
    if criteria.at(Node::ROOT).is_heading() {
        return vec![labels.no_total.to_owned()];
    }
    let tally = &total.tally;
    let of = (labels.awarded_of)(&fixed(&tally.awarded, places), &points(&tally.applicable));
    let answered = (labels.answered_points)(&points(&tally.answered));
    let mut line = if total.outcome == Outcome::Void {
        format!("{}, {answered}", labels.void)
    } else if tally.applicable.is_zero() {
        labels.nothing_applies.to_owned()
    } else {
        format!("{of}, {answered}")
    };
    if let (Some(index), false) = (&total.index, total.provisional) {
        line.push_str(&format!("; {} {} %", labels.index.to_lowercase(), fixed(index, places)));
    }
    if let Some(grade) = total.grade {
        let grade = &criteria.at(Node::ROOT).grades[grade];
        line.push_str(&format!("; {}: {}", labels.grade.to_lowercase(), grade.title.in_lang(lang)));
    }
    let mut lines = vec![line];
    if total.provisional {
        let waiting = assessment.parts.iter().filter(|part| part.waits());
        let waiting: Vec<&str> = waiting.map(|part| wording::part(lang, part.scored_by)).collect();
        lines.push((labels.provisional)(&waiting.join(", ")));
    }
    lines.extend(assessment.limited_by.iter().map(|hit| limited(criteria, hit, lang)));
    lines
}

/// The whole change, and where each side has its set what the rules, the performance, and what is not carried over
/// make of it.
fn changes(compared: Compared<'_>, pair: &Pair, lang: Lang) -> Vec<String> {
    let words = wording::comparing(lang);
    let places = compared.places();
    let total = pair.rows.total();
    let Some(parts) = &total.awarded.parts else {
        return vec![format!("{}: {}.", words.change, words.no_change)];
    };
    let provisional = pair.a.total().provisional || pair.b.total().provisional;
    let index = total.index.as_ref().filter(|_| !provisional);
    let whole = index.and_then(|index| Some(index.b.as_ref()? - index.a.as_ref()?));
    let split = index.and_then(|index| index.parts.as_ref());
    let line = |points: &Points, index: Option<String>| {
        let index = index.map(|index| format!("; {index}")).unwrap_or_default();
        format!("{}{index}", (words.points)(&signed(points, places)))
    };
    let same = compared.comparison.same_criteria;
    let index_said = whole.as_ref().map(|whole| {
        let whole = signed(whole, places);
        if split.is_some() || same { (words.index)(&whole) } else { (words.index_whole)(&whole) }
    });
    let mut lines = vec![format!("{}: {}", words.change, line(&parts.whole(), index_said))];
    if same {
        return lines;
    }
    let part = |of: fn(&Parts) -> &Points| {
        let index = split.map(|split| (words.index)(&signed(of(split), places)));
        line(of(parts), index)
    };
    lines.push(format!("   {}: {}", words.by_rules, part(|parts| &parts.rules)));
    lines.push(format!("   {}: {}", words.by_performance, part(|parts| &parts.performance)));
    lines.push(format!("   {}: {}", words.by_not_carried, part(|parts| &parts.not_carried)));
    lines
}

/// An agency by name and id, with the period where there is one.
fn whose(agency: &Agency, period: Option<Period>) -> String {
    let name = match &agency.name {
        Some(name) => format!("{name} ({})", agency.id),
        None => agency.id.to_string(),
    };
    period.map_or(name.clone(), |period| format!("{name} · {period}"))
}

/// That the sets are not declared to follow one another, where each side has its set and they are not.
#[must_use]
pub fn undeclared(compared: Compared<'_>, lang: Lang) -> Option<String> {
    let Comparison { same_criteria, succeeds, .. } = compared.comparison;
    let [a, b] = compared.criteria.map(|criteria| criteria.identity.name());
    (!same_criteria && !succeeds).then(|| (wording::comparing(lang).not_declared)(&a, &b))
}

/// Of whom one side alone says something: under a heading a line for each.
#[must_use]
pub fn alone(comparison: &Comparison, lang: Lang) -> Vec<(&'static str, Vec<String>)> {
    let words = wording::comparing(lang);
    let sides = [(words.only_a, &comparison.only_a), (words.only_b, &comparison.only_b)];
    let line = |Whose { agency, period }: &Whose| format!("  {}", whose(agency, *period));
    let told = sides.into_iter().filter(|(_, alone)| !alone.is_empty());
    told.map(|(heading, alone)| (heading, alone.iter().map(line).collect())).collect()
}

/// The same in lines, beside a result that has no room for it.
#[must_use]
pub fn alone_beside(comparison: &Comparison, lang: Lang) -> Vec<String> {
    let told = alone(comparison, lang).into_iter();
    told.flat_map(|(heading, lines)| [vec![format!("{heading}:")], lines].concat()).collect()
}

/// That nothing could be paired, and what stands on each side.
#[must_use]
pub fn nothing_to_pair(comparison: &Comparison, lang: Lang) -> Vec<String> {
    let words = wording::comparing(lang);
    let sides = [(words.a, &comparison.only_a), (words.b, &comparison.only_b)];
    let empty = sides.iter().filter(|(_, alone)| alone.is_empty());
    let empty: Vec<String> = empty.map(|(side, _)| (words.side_empty)(side)).collect();
    [vec![words.nothing_to_pair.to_owned()], empty, alone_beside(comparison, lang)].concat()
}

/// What was read, by its hashes: sets and files, each once.
#[must_use]
pub fn compared_files(compared: Compared<'_>, lang: Lang) -> Vec<String> {
    let mut lines = vec![format!("{}:", wording::labels(lang).read_from)];
    let sets = compared.criteria.map(|criteria| {
        let identity = &criteria.identity;
        format!("  {}  {}", identity.sha256, identity.name())
    });
    let files = compared.evidence.into_iter().flatten();
    let files = files.map(|Digest { file, sha256 }| format!("  {sha256}  {file}"));
    for line in sets.into_iter().chain(files) {
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}
