//! What several say side by side: self and assessed by field, the criteria that differ with the reasons of both, and
//! over many agencies those that were lowered most often.

use std::borrow::Cow;
use std::io;

use super::card::places;
use super::sheet::{Align, Cell, Column, Rows, hung};
use crate::analysis::{Correction, Corrections, Lowered, corrections};
use crate::assessment::{Absence, Assessment, LayerScore, Outcome};
use crate::criteria::{Criteria, Node};
use crate::lang::Lang;
use crate::points::Points;
use crate::wording::{self, fixed, points, signed};

/// How many criteria that were lowered are named.
const MOST_LOWERED: usize = 10;

/// What a layer is called in an assessment: `Appraisal, round 2`.
#[must_use]
pub fn layer_name(assessment: &Assessment, layer: &LayerScore, lang: Lang) -> &'static str {
    (wording::sides(lang).layer)(layer.role, assessment.round(layer))
}

/// Those who spoke, each with its teams and days: `inspection (Tổ 1, 12/07/2016; Tổ 2)`.
pub(super) fn spoken(assessment: &Assessment, lang: Lang) -> String {
    let one = |layer: &LayerScore| {
        let speakers = layer.speakers.iter().filter_map(|speaker| {
            let on = speaker.on.map(|on| wording::date(lang, on));
            let said: Vec<String> = speaker.team.iter().cloned().chain(on).collect();
            (!said.is_empty()).then(|| said.join(", "))
        });
        let speakers: Vec<String> = speakers.collect();
        let name = match assessment.round(layer) {
            Some(_) => layer_name(assessment, layer, lang).to_lowercase(),
            None => wording::role(lang, layer.role).to_owned(),
        };
        if speakers.is_empty() { name } else { format!("{name} ({})", speakers.join("; ")) }
    };
    assessment.layers.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// What stands under a title where several speak of a criterion: the score of each with its reason, and its note.
/// The reason of the one that counts stands above already.
pub(super) fn under(criteria: &Criteria, assessment: &Assessment, node: Node, lang: Lang) -> Vec<String> {
    let words = wording::sides(lang);
    let counts = assessment.at(node).entry.as_deref().map(|entry| (entry.role, entry.round));
    let mut lines = Vec::new();
    for (layer, stage) in assessment.side_by_side() {
        let Some(entry) = layer.entry(node) else { continue };
        let name = layer_name(assessment, layer, lang);
        if let Some(awarded) = layer.awarded(node) {
            let awarded = fixed(awarded, places(criteria));
            let settled = if entry.settled { format!(" ({})", words.settled) } else { String::new() };
            lines.push(if counts == Some((layer.role, layer.round)) {
                format!("  {name}: {awarded}{settled}")
            } else {
                format!("  {name}: {awarded}{settled} – {}", wording::reason(lang, criteria, stage, node))
            });
        }
        if let Some(note) = &entry.note {
            lines.push(format!("    {}: {}", (words.note)(layer.role), hung(note, 6)));
        }
    }
    lines
}

/// Whether the layers of a node are told one by one: several that are scored side by side speak of it, or one claims
/// something that does not count, since its group was settled by another.
#[must_use]
pub fn is_told_apart(assessment: &Assessment, node: Node) -> bool {
    let speaking = || assessment.side_by_side().filter_map(|(layer, _)| layer.entry(node));
    let set_aside = || match assessment.at(node).outcome {
        Outcome::DecidedAbove(_) | Outcome::NotApplicable(Absence::Above(_)) | Outcome::Combined => {
            speaking().any(|entry| entry.claim.is_some())
        }
        Outcome::Scored { .. }
        | Outcome::Decided { .. }
        | Outcome::Missing
        | Outcome::NotApplicable(_)
        | Outcome::NotForKind
        | Outcome::NotHeld(_)
        | Outcome::Void => false,
    };
    speaking().count() > 1 || set_aside()
}

/// The reason for a score, and after it those of the others who score the criterion too.
#[must_use]
pub fn reasons(criteria: &Criteria, assessment: &Assessment, node: Node, lang: Lang) -> String {
    let mut reasons = vec![wording::reason(lang, criteria, assessment, node)];
    if is_told_apart(assessment, node) {
        for (layer, stage) in assessment.side_by_side() {
            if let Some(awarded) = layer.awarded(node) {
                let name = layer_name(assessment, layer, lang);
                let reason = wording::reason(lang, criteria, stage, node);
                reasons.push(format!("{name} {}: {reason}", points(awarded)));
            }
        }
    }
    reasons.join(" | ")
}

/// The note beside a score; where several write one, each after the name of its layer.
#[must_use]
pub fn notes(assessment: &Assessment, node: Node, lang: Lang) -> Option<String> {
    let layers = assessment.side_by_side();
    let noted: Vec<String> = layers
        .filter_map(|(layer, _)| {
            let said = layer.entry(node)?.note.as_ref()?;
            Some(format!("{}: {said}", layer_name(assessment, layer, lang)))
        })
        .collect();
    if noted.len() > 1 || is_told_apart(assessment, node) && !noted.is_empty() {
        return Some(noted.join(" | "));
    }
    assessment.at(node).entry.as_ref()?.note.clone()
}

/// The corrections of an agency's self score; `None` where nobody scored it beside the agency.
#[must_use]
pub fn corrected<'a>(
    criteria: &Criteria,
    assessment: &'a Assessment,
    lang: Lang,
) -> Option<(String, Corrections<'a>)> {
    let found = corrections(criteria, assessment)?;
    let title = (wording::sides(lang).side_by_side)(layer_name(assessment, found.assessed, lang));
    Some((title, found))
}

/// Self and assessed by field, and the total.
///
/// # Errors
/// When it cannot be written.
pub fn fields(
    criteria: &Criteria,
    assessment: &Assessment,
    found: &Corrections<'_>,
    lang: Lang,
    out: &mut dyn Rows,
) -> io::Result<()> {
    out.columns(&columns(wording::sides(lang).field, assessment, found, lang))?;
    for field in &found.fields {
        let asked = criteria.at(field.node);
        let title = if field.node == Node::ROOT {
            Cell::text(wording::labels(lang).total)
        } else {
            Cell::made(format!("{}  {}", asked.id, asked.title.in_lang(lang)))
        };
        row(title, field, places(criteria), out)?;
    }
    out.end()
}

/// The criteria that differ, each with the reasons of both.
///
/// # Errors
/// When it cannot be written.
pub fn differing(
    criteria: &Criteria,
    assessment: &Assessment,
    found: &Corrections<'_>,
    lang: Lang,
    out: &mut dyn Rows,
) -> io::Result<()> {
    let words = wording::sides(lang);
    out.columns(&columns(wording::labels(lang).criterion, assessment, found, lang))?;
    for correction in &found.criteria {
        let node = correction.node;
        let asked = criteria.at(node);
        let mut lines = vec![format!("{}  {}", asked.id, asked.title.in_lang(lang))];
        for (layer, stage) in assessment.side_by_side() {
            let Some(entry) = layer.entry(node) else { continue };
            let name = layer_name(assessment, layer, lang);
            if layer.awarded(node).is_some() {
                lines.push(format!("  {name}: {}", wording::reason(lang, criteria, stage, node)));
            }
            if let Some(note) = &entry.note {
                lines.push(format!("    {}: {}", (words.note)(layer.role), hung(note, 6)));
            }
        }
        row(Cell::made(lines.join("\n")), correction, places(criteria), out)?;
    }
    out.end()
}

fn columns(title: &'static str, assessment: &Assessment, found: &Corrections<'_>, lang: Lang) -> [Column; 4] {
    let words = wording::sides(lang);
    let assessed = match assessment.round(found.assessed) {
        Some(_) => (words.layer)(found.assessed.role, None),
        None => layer_name(assessment, found.assessed, lang),
    };
    [
        Column::new(title, Align::Wide),
        Column::new((words.layer)(crate::answer::Role::Own, None), Align::Right),
        Column::new(assessed, Align::Right),
        Column::new(wording::labels(lang).difference, Align::Right),
    ]
}

fn row(title: Cell<'_>, correction: &Correction, places: u8, out: &mut dyn Rows) -> io::Result<()> {
    out.row(&[
        title,
        shown(correction.own.as_ref(), places),
        shown(correction.assessed.as_ref(), places),
        Cell::made(signed(&correction.points(), places)),
    ])
}

fn shown(score: Option<&Points>, places: u8) -> Cell<'_> {
    score.map_or(Cell::text("–"), |score| Cell::Fixed(Cow::Borrowed(score), places))
}

/// The criteria that were lowered most often.
///
/// # Errors
/// When it cannot be written.
pub fn lowered(criteria: &Criteria, found: &Lowered, lang: Lang, out: &mut dyn Rows) -> io::Result<()> {
    let words = wording::sides(lang);
    out.columns(&[
        Column::new(wording::labels(lang).title, Align::Wide),
        Column::new(words.agencies, Align::Right),
        Column::new(words.points_lowered, Align::Right),
    ])?;
    for criterion in found.most(MOST_LOWERED) {
        let asked = criteria.at(criterion.node);
        out.row(&[
            Cell::made(format!("{}  {}", asked.id, asked.title.in_lang(lang))),
            Cell::made(criterion.agencies.to_string()),
            Cell::Fixed(Cow::Owned(criterion.points), places(criteria)),
        ])?;
    }
    out.end()
}
