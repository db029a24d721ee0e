//! The summary (tổng hợp): a line an agency, by rank, then in the order of the evidence; below it how the grades fall,
//! who handed in nothing, and who is left out.

use std::borrow::Cow;
use std::io;

use super::card::places;
use super::sheet::{Align, Cell, Column, Rows};
use crate::analysis::{Attendance, Distances, Lane, LeftOut, NotSubmitted, Overview, Rank, Standings};
use crate::assessment::Assessment;
use crate::calendar::Period;
use crate::criteria::{Criteria, Node};
use crate::lang::Lang;
use crate::points::Points;
use crate::wording::{self, points};

/// What the summary keeps of an agency.
#[derive(Clone, Debug)]
pub struct Standing {
    name: String,
    lane: LaneKey,
    rank: Option<Rank>,
    distances: Distances,
    score: Option<Score>,
}

/// Those among whom an agency is ranked: their period, and their kind or peers.
type LaneKey = (Option<Period>, Option<String>);

/// What an agency came to; one that handed in nothing came to none.
#[derive(Clone, Debug)]
struct Score {
    awarded: Points,
    applicable: Points,
    answered: Points,
    index: Option<Points>,
    grade: Option<usize>,
    provisional: bool,
}

impl Standing {
    /// What the summary keeps of an assessment.
    #[must_use]
    pub fn of(assessment: &Assessment, standings: &Standings) -> Standing {
        let total = assessment.total();
        let agency = &assessment.agency;
        Standing {
            name: agency.name.clone().unwrap_or_else(|| agency.id.to_string()),
            lane: (assessment.period, standings.among(assessment).map(str::to_owned)),
            rank: standings.rank(assessment, Node::ROOT),
            distances: standings.distances(assessment),
            score: Some(Score {
                awarded: total.tally.awarded.clone(),
                applicable: total.tally.applicable.clone(),
                answered: total.tally.answered.clone(),
                index: total.index.clone(),
                grade: total.grade,
                provisional: total.provisional,
            }),
        }
    }

    /// What it says of an agency that handed in nothing.
    fn absent(absent: NotSubmitted, standings: &Standings) -> Standing {
        let among = standings.group_of(&absent.agency).map(str::to_owned);
        Standing {
            name: absent.agency.name.unwrap_or_else(|| absent.agency.id.to_string()),
            lane: (absent.period, among),
            rank: None,
            distances: Distances::default(),
            score: None,
        }
    }
}

/// The summary of those who are ranked among one another.
#[derive(Debug)]
pub struct LaneSummary {
    /// Over it, where there are several.
    pub title: Option<String>,
    standings: Vec<Standing>,
    /// How the grades fall, where the set has any.
    pub grades: Option<String>,
}

/// The summaries of a run, in the order in which the evidence names those who are ranked among one another.
#[must_use]
pub fn summaries(
    criteria: &Criteria,
    mut of_scored: Vec<Standing>,
    standings: &Standings,
    attendance: &Attendance,
    overview: &Overview,
    lang: Lang,
) -> Vec<LaneSummary> {
    let absent = attendance.not_submitted().into_iter();
    of_scored.extend(absent.map(|absent| Standing::absent(absent, standings)));
    let mut lanes: Vec<(LaneKey, Vec<Standing>)> = Vec::new();
    for standing in of_scored {
        match lanes.iter_mut().find(|(lane, _)| *lane == standing.lane) {
            Some((_, standings)) => standings.push(standing),
            None => lanes.push((standing.lane.clone(), vec![standing])),
        }
    }
    let periods = lanes.iter().any(|(lane, _)| lane.0 != lanes[0].0.0);
    let groups = lanes.iter().any(|(lane, _)| lane.1 != lanes[0].0.1);
    let summary = |(lane, mut standings): (LaneKey, Vec<Standing>)| {
        standings.sort_by_key(|standing| (standing.score.is_none(), standing.rank.unwrap_or(Rank::MAX)));
        let known = overview.lanes().iter().find(|known| known.period == lane.0 && known.among == lane.1);
        LaneSummary {
            title: title(&lane, periods, groups, lang),
            standings,
            grades: known.and_then(|known| graded(criteria, known, lang)),
        }
    };
    lanes.into_iter().map(summary).collect()
}

/// Which period and which group, where they are not all one.
fn title((period, among): &LaneKey, periods: bool, groups: bool, lang: Lang) -> Option<String> {
    let period = period.map_or_else(|| "–".to_owned(), |period| period.to_string());
    let group = groups.then(|| (wording::many(lang).group)(among.as_deref()));
    let period = periods.then(|| format!("{} {period}", wording::labels(lang).period));
    let parts: Vec<String> = group.into_iter().chain(period).collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// How many reached each grade, and how many none.
fn graded(criteria: &Criteria, of: &Lane, lang: Lang) -> Option<String> {
    let words = wording::many(lang);
    let grades = &criteria.at(Node::ROOT).grades;
    if grades.is_empty() {
        return None;
    }
    let counts = grades.iter().zip(&of.grades);
    let mut counts: Vec<String> =
        counts.map(|(grade, count)| format!("{} {count}", grade.title.in_lang(lang))).collect();
    if of.not_graded > 0 {
        counts.push(format!("{} {}", words.not_graded, of.not_graded));
    }
    Some((words.graded)(&counts.join(", ")))
}

/// The table of those who are ranked among one another; those that are not ranked come last.
///
/// # Errors
/// When it cannot be written.
pub fn summary(criteria: &Criteria, of: &LaneSummary, lang: Lang, out: &mut dyn Rows) -> io::Result<()> {
    let (labels, words) = (wording::labels(lang), wording::many(lang));
    let ranks = criteria.ranking.is_some();
    let grades = !criteria.at(Node::ROOT).grades.is_empty();
    let firm = has_distances(of);
    let mut columns = Vec::new();
    if ranks {
        columns.push(Column::new(labels.rank, Align::Right));
    }
    columns.extend([
        Column::new(labels.agency, Align::Wide),
        Column::new(labels.awarded, Align::Right),
        Column::new(labels.answered, Align::Right),
        Column::new(labels.index, Align::Right),
    ]);
    if firm {
        columns.push(Column::new(words.to_above, Align::Right));
        columns.push(Column::new(words.to_below, Align::Right));
    }
    if grades {
        columns.push(Column::new(labels.grade, Align::Left));
    }
    out.columns(&columns)?;
    for standing in &of.standings {
        let mut cells = Vec::new();
        if ranks {
            cells.push(standing.rank.map_or(Cell::text("–"), |rank| Cell::made(rank.to_string())));
        }
        cells.push(Cell::text(&standing.name));
        cells.extend(score(criteria, standing.score.as_ref(), lang));
        if firm {
            cells.push(distance(criteria, standing.distances.above.as_ref()));
            cells.push(distance(criteria, standing.distances.below.as_ref()));
        }
        if grades {
            cells.push(grade(criteria, standing.score.as_ref(), lang));
        }
        out.row(&cells)?;
    }
    out.end()
}

/// Score, coverage and index. Of an agency that handed in nothing the column of the index says so.
fn score<'a>(criteria: &Criteria, score: Option<&'a Score>, lang: Lang) -> [Cell<'a>; 3] {
    let places = places(criteria);
    let Some(score) = score else {
        return [Cell::text("–"), Cell::text("–"), Cell::text(wording::many(lang).not_submitted_mark)];
    };
    [
        Cell::Fixed(Cow::Borrowed(&score.awarded), places),
        Cell::made(format!("{}/{}", points(&score.answered), points(&score.applicable))),
        match &score.index {
            Some(_) if score.provisional => Cell::text(wording::labels(lang).provisional_mark),
            Some(index) => Cell::Fixed(Cow::Borrowed(index), places),
            None => Cell::text("–"),
        },
    ]
}

fn grade<'a>(criteria: &'a Criteria, score: Option<&Score>, lang: Lang) -> Cell<'a> {
    let grade = score.and_then(|score| score.grade);
    grade.map_or(Cell::text("–"), |grade| {
        Cell::text(criteria.at(Node::ROOT).grades[grade].title.in_lang(lang))
    })
}

/// A distance with the decimals of the set. What these would show as no distance at all is shown as it is.
fn distance<'a>(criteria: &Criteria, distance: Option<&'a Points>) -> Cell<'a> {
    let Some(distance) = distance else { return Cell::text("–") };
    let places = places(criteria);
    let short = wording::fixed(distance, places);
    let hidden = !distance.is_zero() && Points::read(&short).is_ok_and(|short| short.is_zero());
    if hidden { Cell::text("> 0") } else { Cell::Fixed(Cow::Borrowed(distance), places) }
}

fn has_distances(lane: &LaneSummary) -> bool {
    lane.standings.iter().any(|standing| standing.distances != Distances::default())
}

/// What stands under the summaries: what the distances are, and how many on the roster handed in nothing.
#[must_use]
pub fn summary_notes(lanes: &[LaneSummary], attendance: &Attendance, lang: Lang) -> Vec<String> {
    let words = wording::many(lang);
    let mut notes = Vec::new();
    if lanes.iter().any(has_distances) {
        notes.push(words.distances.to_owned());
    }
    if let Some(roster) = attendance.roster() {
        let absent = attendance.not_submitted();
        notes.push(match &by_period(&absent)[..] {
            periods @ [_, ..] if attendance.has_several_periods() => (words.not_submitted_by_period)(periods),
            _ => (words.not_submitted)(absent.len(), roster.agencies().len()),
        });
        if attendance.hiding() > 0 && !absent.is_empty() {
            notes.push((words.perhaps_submitted)(attendance.hiding()));
        }
    }
    notes
}

/// How many handed in nothing for each period.
fn by_period(absent: &[NotSubmitted]) -> Vec<(String, usize)> {
    let periods = absent.chunk_by(|a, b| a.period == b.period);
    let count = |of_one: &[NotSubmitted]| Some((of_one[0].period?.to_string(), of_one.len()));
    periods.filter_map(count).collect()
}

/// Who is left out, and by which files, a line each.
#[must_use]
pub fn left_out(attendance: &Attendance, lang: Lang) -> Vec<String> {
    let line = |LeftOut { agency, name, period, files }: &LeftOut| {
        let who = match (agency, name) {
            (Some(id), Some(name)) => format!("{name} ({id})"),
            (Some(id), None) => id.to_string(),
            (None, _) => wording::many(lang).names_nobody.to_owned(),
        };
        let period = period.map(|period| format!(" · {period}")).unwrap_or_default();
        let files: Vec<&str> = files.iter().map(String::as_str).collect();
        format!("{who}{period}: {}", files.join(", "))
    };
    attendance.left_out().into_iter().map(line).collect()
}
