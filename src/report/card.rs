//! The scorecard for people: the tree with points, score and reason, and lines on what is scored so far.

use std::borrow::Cow;
use std::io;

use super::documents::lacking_line;
use super::sheet::{Cell, Rows, hung};
use super::sides;
use super::tree::Tree;
use crate::analysis::Standings;
use crate::assessment::{Assessment, Hit, Outcome, Part, Verdict};
use crate::criteria::{Combine, Consequence, Criteria, Criterion, Node};
use crate::evidence::Digest;
use crate::lang::Lang;
use crate::points::Points;
use crate::wording::{self, Coverage, Progress, fixed, points};

/// The decimals of scores that people see where the set does not round.
const PLACES: u8 = 2;

/// Who, when and by which set.
#[must_use]
pub fn heading(criteria: &Criteria, assessment: &Assessment, lang: Lang) -> Vec<String> {
    let labels = wording::labels(lang);
    let agency = &assessment.agency;
    let name = match &agency.name {
        Some(name) => format!("{name} ({})", agency.id),
        None => agency.id.to_string(),
    };
    let mut lines = vec![format!("{}: {name}", labels.agency)];
    if let Some(period) = assessment.period {
        lines.push(format!("{}: {period}", labels.period));
    }
    if !assessment.layers.is_empty() {
        lines.push(format!("{}: {}", labels.answered_by, sides::spoken(assessment, lang)));
    }
    let title = criteria.title.in_lang(lang);
    lines.push(format!("{}: {} – {title}", labels.criteria_set, criteria.identity.name()));
    lines
}

/// The tree of an agency, or of what stands under `from`. What is not for its kind of agency, and what lies
/// below a group that was settled whole, is not listed: the group says so.
///
/// # Errors
/// When it cannot be written.
pub fn card(
    criteria: &Criteria,
    assessment: &Assessment,
    standings: &Standings,
    from: Node,
    lang: Lang,
    out: &mut dyn Rows,
) -> io::Result<()> {
    let shown: Vec<Node> =
        criteria.within(from).filter(|node| is_shown(criteria, assessment, from, *node)).collect();
    let tree = Tree::of(criteria, from, &shown);
    out.columns(&tree.columns(lang, true))?;
    for node in shown {
        let verdict = assessment.at(node);
        let awarded = match verdict.awarded() {
            // What is missing altogether is not zero.
            Some(_) if verdict.outcome == Outcome::Combined && verdict.tally.answered.is_zero() => None,
            awarded => awarded,
        };
        let awarded = awarded
            .map_or_else(|| Cell::text("–"), |awarded| Cell::Fixed(Cow::Borrowed(awarded), places(criteria)));
        let under = said_of(criteria, assessment, standings, from, node, lang);
        tree.row(criteria, node, lang, &under, Some(awarded), out)?;
    }
    if from == Node::ROOT {
        let total = &assessment.total().tally;
        tree.total(lang, &total.points, Cell::Fixed(Cow::Borrowed(&total.awarded), places(criteria)), out)?;
    }
    out.end()
}

/// Whether a node has a line: not what is for other kinds of agency, nor what lies below a group that was settled
/// whole, unless it was asked for.
fn is_shown(criteria: &Criteria, assessment: &Assessment, from: Node, node: Node) -> bool {
    if node == Node::ROOT {
        return false;
    }
    let settled_above = matches!(assessment.at(node).outcome, Outcome::DecidedAbove(_) | Outcome::NotForKind)
        || criteria
            .above(node)
            .any(|group| group != from && matches!(assessment.at(group).outcome, Outcome::NotApplicable(_)));
    node == from || !settled_above || sides::is_told_apart(assessment, node)
}

/// What stands under a title: the reason, the documents, the note, and advice where points were lost.
fn said_of(
    criteria: &Criteria,
    assessment: &Assessment,
    standings: &Standings,
    from: Node,
    node: Node,
    lang: Lang,
) -> Vec<String> {
    let labels = wording::labels(lang);
    let (asked, verdict) = (criteria.at(node), assessment.at(node));
    let mut lines = Vec::new();
    if verdict.outcome != Outcome::Combined || says_more(asked, verdict) {
        lines.push(format!("→ {}", wording::reason(lang, criteria, assessment, node)));
    }
    if asked.rule().is_none() && !verdict.tally.applicable.is_zero() {
        lines.push(format!("→ {}", group(criteria, assessment, standings, node, lang)));
    }
    let documents = assessment.documents(node);
    if !documents.is_empty() {
        let cited: Vec<String> = documents.iter().map(|document| wording::cited(lang, document)).collect();
        lines.push(format!("  {}: {}", labels.documents, cited.join("; ")));
    }
    if sides::is_told_apart(assessment, node) {
        lines.extend(sides::under(criteria, assessment, node, lang));
    } else if let Some(entry) = &verdict.entry
        && let Some(note) = &entry.note
    {
        lines.push(format!("  {}: {}", (wording::sides(lang).note)(entry.role), hung(note, 4)));
    }
    if from != Node::ROOT
        && !verdict.lost().is_zero()
        && let Some(advice) = &asked.advice
    {
        lines.push(format!("  {}: {}", labels.advice, advice.in_lang(lang)));
    }
    lines
}

/// Whether how a group was combined says more than that its parts were added.
fn says_more(asked: &Criterion, verdict: &Verdict) -> bool {
    let plain = asked.combination().is_some_and(|combination| {
        matches!(combination.how, Combine::Sum | Combine::Heading) && combination.bands.is_none()
    });
    let on_top = verdict.made.as_ref().is_some_and(|made| !made.on_top.is_zero());
    !plain || on_top || !verdict.adjusted.is_empty()
}

/// A group's index, coverage, grade and rank in one line. What nobody has answered has no index to show.
fn group(
    criteria: &Criteria,
    assessment: &Assessment,
    standings: &Standings,
    node: Node,
    lang: Lang,
) -> String {
    let labels = wording::labels(lang);
    let verdict = assessment.at(node);
    let index =
        verdict.index.as_ref().filter(|_| !verdict.provisional).map(|index| fixed(index, places(criteria)));
    let tally = &verdict.tally;
    let mut line = (labels.group)(&Coverage {
        index,
        answered: points(&tally.answered),
        applicable: points(&tally.applicable),
        excused: (!tally.excused.is_zero()).then(|| points(&tally.excused)),
    });
    if let Some(grade) = verdict.grade {
        line.push_str(&format!(
            "; {}: {}",
            labels.grade,
            criteria.at(node).grades[grade].title.in_lang(lang)
        ));
    }
    if let Some(rank) = rank(assessment, standings, node, lang) {
        line.push_str(&format!("; {}: {rank}", labels.rank));
    }
    line
}

/// `21 of 34`; nothing where an agency stands alone.
fn rank(assessment: &Assessment, standings: &Standings, node: Node, lang: Lang) -> Option<String> {
    let all = standings.ranked(assessment).filter(|all| *all > 1)?;
    let rank = standings.rank(assessment, node)?;
    Some((wording::labels(lang).rank_of)(rank, all))
}

/// What was read, by its hashes, so that anybody can tell whether it is the same.
#[must_use]
pub fn read_from(criteria: &Criteria, evidence: &[Digest], lang: Lang) -> Vec<String> {
    let set = format!("  {}  {}", criteria.identity.sha256, criteria.identity.name());
    let files = evidence.iter().map(|Digest { file, sha256 }| format!("  {sha256}  {file}"));
    let head = format!("{}:", wording::labels(lang).read_from);
    [head, set].into_iter().chain(files).collect()
}

/// The headline and what is scored so far.
#[must_use]
pub fn closing(
    criteria: &Criteria,
    assessment: &Assessment,
    standings: &Standings,
    lang: Lang,
) -> Vec<String> {
    let labels = wording::labels(lang);
    let total = assessment.total();
    let mut lines = vec![headline(criteria, assessment, standings, lang)];
    let missing: Vec<Node> = assessment.missing(criteria).collect();
    let missing_points: Points = missing.iter().map(|node| &criteria.at(*node).points).sum();
    lines.push((labels.scored_so_far)(&Progress {
        answered: points(&total.tally.answered),
        applicable: points(&total.tally.applicable),
        excused: (!total.tally.excused.is_zero()).then(|| points(&total.tally.excused)),
        missing: missing.len(),
        missing_points: points(&missing_points),
    }));
    lines.extend(assessment.limited_by.iter().map(|hit| limited(criteria, hit, lang)));
    lines.extend(lacking_line(criteria, assessment, lang));
    if assessment.parts.len() > 1 {
        lines.push(format!("{}:", labels.by_part));
        for part in &assessment.parts {
            let Part { scored_by, tally } = part;
            let answered = if part.waits() {
                labels.not_yet.to_owned()
            } else {
                (labels.answered_points)(&points(&tally.answered))
            };
            let of =
                (labels.awarded_of)(&fixed(&tally.awarded, places(criteria)), &points(&tally.applicable));
            lines.push(format!("  {}: {of}, {answered}", wording::part(lang, *scored_by)));
        }
    }
    lines
}

/// A limit that hit, with the criteria that it hit by.
pub(super) fn limited(criteria: &Criteria, hit: &Hit, lang: Lang) -> String {
    let labels = wording::labels(lang);
    let limit = &criteria.limits[hit.limit];
    let by: Vec<&str> = hit.nodes.iter().map(|node| criteria.at(*node).id.as_str()).collect();
    let because = limit.because.in_lang(lang);
    match limit.then {
        Consequence::GradeAtMost(grade) => {
            let title = criteria.at(Node::ROOT).grades[grade].title.in_lang(lang);
            (labels.limited)(title, &by.join(", "), because)
        }
        Consequence::Void => (labels.voided)(&by.join(", "), because),
    }
}

/// The one line that a reader takes away. A provisional score has no grade: it says which part it is of.
fn headline(criteria: &Criteria, assessment: &Assessment, standings: &Standings, lang: Lang) -> String {
    let labels = wording::labels(lang);
    let total = assessment.total();
    let places = places(criteria);
    if total.provisional {
        let (waiting, heard): (Vec<&Part>, Vec<&Part>) =
            assessment.parts.iter().partition(|part| part.waits());
        let roles = |parts: &[&Part]| {
            parts.iter().map(|part| wording::part(lang, part.scored_by)).collect::<Vec<_>>().join(", ")
        };
        if heard.is_empty() {
            let of = (labels.awarded_of)(&fixed(&Points::ZERO, places), &points(&total.tally.applicable));
            return format!("{}: {of} – {}.", labels.total, (labels.provisional)(&roles(&waiting)));
        }
        let awarded: Points = heard.iter().map(|part| &part.tally.awarded).sum();
        let applicable: Points = heard.iter().map(|part| &part.tally.applicable).sum();
        let of = (labels.awarded_of)(&fixed(&awarded, places), &points(&applicable));
        return format!(
            "{}: {of} ({}) – {}.",
            labels.total,
            roles(&heard),
            (labels.provisional)(&roles(&waiting))
        );
    }
    let of = (labels.awarded_of)(&fixed(&total.tally.awarded, places), &points(&total.tally.applicable));
    if total.outcome == Outcome::Void {
        return format!("{}: {}.", labels.total, labels.void);
    }
    if criteria.at(Node::ROOT).is_heading() {
        return format!("{}: {}.", labels.total, labels.no_total);
    }
    let Some(index) = &total.index else {
        return format!("{}: {}.", labels.total, labels.nothing_applies);
    };
    let mut line = format!("{}: {of}. {}: {} %", labels.total, labels.index, fixed(index, places));
    if let Some(grade) = total.grade {
        let title = criteria.at(Node::ROOT).grades[grade].title.in_lang(lang);
        line.push_str(&format!(". {}: {title}", labels.grade));
    }
    if let Some(rank) = rank(assessment, standings, Node::ROOT, lang) {
        line.push_str(&format!(". {}: {rank}", labels.rank));
    }
    line.push('.');
    line
}

/// The decimals with which people see the scores of a set.
pub(super) fn places(criteria: &Criteria) -> u8 {
    criteria.rounding.map_or(PLACES, |rounding| rounding.places)
}
