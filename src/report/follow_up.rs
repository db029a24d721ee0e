//! The follow-up (theo dõi kiến nghị): every request with its state and reason, then the points that were lost.

use std::borrow::Cow;
use std::io;

use super::sheet::{Align, Cell, Column, Rows, number};
use crate::analysis::{Because, Followed, Loss, LossSums, Lost, Request, Score, Scored, State};
use crate::calendar::Date;
use crate::criteria::{Criteria, Node};
use crate::lang::Lang;
use crate::points::Points;
use crate::wording::{self, Figures, points};

/// How wide a column of ids may be. Longer ones stand before the title.
const WIDEST_ID: usize = 14;

/// One agency that was followed up.
pub struct Case<'a> {
    /// The earlier set and score.
    pub old: (&'a Criteria, &'a Scored),
    /// The later ones; the score is absent where the later evidence says nothing of the agency.
    pub new: (&'a Criteria, Option<&'a Scored>),
    /// What came of it.
    pub followed: &'a Followed,
}

/// Of whom, when, by which sets, and how many requests stand how.
#[must_use]
pub fn followed_heading(case: &Case<'_>, as_of: Date, lang: Lang) -> Vec<String> {
    let (labels, words) = (wording::labels(lang), wording::follow_up(lang));
    let name = |scored: &Scored| {
        let agency = &scored.assessment.agency;
        agency.name.as_ref().map_or_else(|| agency.id.to_string(), |name| format!("{name} ({})", agency.id))
    };
    let both = |then: String, now: Option<String>| match now {
        Some(now) if now != then => (words.then_now)(&then, &now),
        Some(_) | None => then,
    };
    let (old, new) = (case.old.1, case.new.1);
    let other = new.filter(|new| new.assessment.agency.id != old.assessment.agency.id);
    let period = |scored: &Scored| {
        scored.assessment.period.map_or_else(|| "–".to_owned(), |period| period.to_string())
    };
    let followed = case.followed;
    let states = State::ALL.map(|state| (state, followed.count(state)));
    let requests = if followed.requests.is_empty() {
        words.nothing_asked.to_owned()
    } else {
        (words.counted)(followed.requests.len(), &states)
    };
    vec![
        format!("{}: {}", labels.agency, both(name(old), other.map(name))),
        format!("{}: {}", labels.period, both(period(old), new.map(period))),
        format!(
            "{}: {}",
            labels.criteria_set,
            both(case.old.0.identity.name(), Some(case.new.0.identity.name()))
        ),
        (words.as_of)(&wording::date(lang, as_of)),
        requests,
    ]
}

/// The requests, for people.
///
/// # Errors
/// When they cannot be written.
pub fn requests(case: &Case<'_>, lang: Lang, out: &mut dyn Rows) -> io::Result<()> {
    let words = wording::follow_up(lang);
    out.columns(&[
        Column::new(words.state_column, Align::Left),
        Column::new(words.due, Align::Left),
        Column::new(words.request, Align::Wide),
    ])?;
    for request in &case.followed.requests {
        let mut lines = vec![request.text.clone()];
        if let Some(node) = request.criterion {
            let asked = case.old.0.at(node);
            let now = renamed(case, request).map(|now| format!(" → {now}")).unwrap_or_default();
            let title = asked.title.in_lang(lang);
            lines.push(format!("  {} {}{now}: {title}", words.criterion, asked.id));
        }
        if let Some(owner) = &request.owner {
            lines.push(format!("  {}: {owner}", words.owner));
        }
        lines.push(format!("→ {}", why(request, lang)));
        out.row(&[
            Cell::text((words.state)(request.state)),
            request.due.map_or(Cell::text("–"), |due| Cell::made(wording::date(lang, due))),
            Cell::made(lines.join("\n")),
        ])?;
    }
    out.end()
}

/// The ids that stand for a request's criterion in the later set, where they are others.
fn renamed(case: &Case<'_>, request: &Request) -> Option<String> {
    let old = case.old.0.at(request.criterion?).id.as_str();
    let now = ids(case.new.0, &request.now);
    (now != old && !now.is_empty()).then_some(now)
}

/// Why a request stands as it does, with the scores.
fn why(request: &Request, lang: Lang) -> String {
    let words = wording::follow_up(lang);
    let because = (words.because)(request.because).to_owned();
    let Some(scores) = &request.scores else { return because };
    let figures =
        |score: &Score| Figures { awarded: score.awarded.as_ref().map(points), of: points(&score.of) };
    // What does not apply any more has no score to hold beside the old one.
    let now = scores.now.as_ref().filter(|_| request.because != Because::NotApplicable).map(figures);
    let mut said = format!("{because}; {}", (words.scores)(&figures(&scores.then), now.as_ref()));
    if let Some(back) = scores.came_back.as_ref().filter(|back| !back.is_zero()) {
        let further = back.is_negative();
        let size = if further { -back } else { back.clone() };
        said.push_str(&format!(", {}", (words.came_back)(&points(&size), further)));
    }
    said
}

/// Points that are lost, for people: what was lost then, or what is newly lost. What was answered neither then nor now
/// has no line: a sentence says how many these are.
///
/// # Errors
/// When they cannot be written.
pub fn losses(case: &Case<'_>, newly: bool, lang: Lang, out: &mut dyn Rows) -> io::Result<()> {
    let (labels, words) = (wording::labels(lang), wording::follow_up(lang));
    let rows = if newly { &case.followed.newly_lost } else { &case.followed.lost };
    let rows: Vec<&Loss> = rows.iter().filter(|loss| !loss.was_never_answered()).collect();
    let narrow = |loss: &&Loss| ids_then_now(case, loss).lines().all(|id| id.chars().count() <= WIDEST_ID);
    let apart = rows.iter().all(narrow);
    let mut columns = if apart { vec![Column::new(labels.id, Align::Left)] } else { Vec::new() };
    columns.extend([
        Column::new(words.criterion_column, Align::Wide),
        Column::new(words.then, Align::Right),
        Column::new(words.now, Align::Right),
    ]);
    if !newly {
        columns.push(Column::new(words.back, Align::Right));
    }
    out.columns(&columns)?;
    for loss in rows {
        let remarks = [remark(&loss.then, false, lang), remark(&loss.now, true, lang)];
        let remarks: Vec<&str> = remarks.into_iter().flatten().collect();
        let said = if remarks.is_empty() { String::new() } else { format!("\n→ {}", remarks.join("; ")) };
        let cell = |lost: &Lost| lost.points().map_or(Cell::text("–"), |lost| Cell::made(points(lost)));
        let (ids, title) = (ids_then_now(case, loss), titles(case, loss, lang));
        let mut cells = if apart {
            vec![Cell::made(ids), Cell::made(format!("{title}{said}"))]
        } else {
            vec![Cell::made(format!("{}  {title}{said}", ids.replace('\n', " ")))]
        };
        cells.extend([cell(&loss.then), cell(&loss.now)]);
        if !newly {
            cells.push(loss.came_back().map_or(Cell::text("–"), |back| Cell::made(points(&back))));
        }
        out.row(&cells)?;
    }
    out.end()
}

/// The sums over the losses, and what has no line of its own.
#[must_use]
pub fn loss_sums(followed: &Followed, newly: bool, lang: Lang) -> Vec<String> {
    let words = wording::follow_up(lang);
    if newly {
        let lost = followed.newly_lost.iter().filter_map(|loss| loss.now.points());
        return vec![(words.newly_lost)(&points(&lost.sum::<Points>()))];
    }
    let never: Vec<&Loss> = followed.lost.iter().filter(|loss| loss.was_never_answered()).collect();
    let mut lines = vec![(words.sums)(&LossSums::of(&followed.lost))];
    if !never.is_empty() {
        let lost: Points = never.iter().filter_map(|loss| loss.now.points()).sum();
        lines.push((words.never_answered)(never.len(), &points(&lost)));
    }
    lines
}

/// What is said of a side that has no points, or lacks answers.
fn remark(lost: &Lost, now: bool, lang: Lang) -> Option<&'static str> {
    let words = wording::follow_up(lang);
    match lost {
        Lost::Points { unanswered, .. } if unanswered.is_zero() => None,
        Lost::Points { .. } => Some((words.unanswered)(now)),
        Lost::NotApplicable => Some((words.not_applicable)(now)),
        Lost::Absent => Some((words.absent)(now)),
    }
}

fn ids(criteria: &Criteria, nodes: &[Node]) -> String {
    nodes.iter().map(|node| criteria.at(*node).id.as_str()).collect::<Vec<_>>().join(", ")
}

/// The ids of a loss, then and now where they differ.
fn ids_then_now(case: &Case<'_>, loss: &Loss) -> String {
    let (then, now) = (ids(case.old.0, &loss.old), ids(case.new.0, &loss.new));
    match (then.is_empty(), now.is_empty()) {
        (true, _) => now,
        (false, true) => then,
        (false, false) if then == now => then,
        (false, false) => format!("{then}\n→ {now}"),
    }
}

/// The titles of a loss, of the later set where it is there.
fn titles(case: &Case<'_>, loss: &Loss, lang: Lang) -> String {
    let (criteria, nodes) =
        if loss.new.is_empty() { (case.old.0, &loss.old) } else { (case.new.0, &loss.new) };
    nodes.iter().map(|node| criteria.at(*node).title.in_lang(lang)).collect::<Vec<_>>().join("; ")
}

/// The columns of the cells.
const CELLS: [(&str, Align); 19] = [
    ("agency", Align::Left),
    ("name", Align::Left),
    ("period", Align::Left),
    ("now-agency", Align::Left),
    ("now-period", Align::Left),
    ("what", Align::Left),
    ("id", Align::Left),
    ("now-id", Align::Left),
    ("text", Align::Left),
    ("owner", Align::Left),
    ("due", Align::Left),
    ("state", Align::Left),
    ("because", Align::Left),
    ("awarded-then", Align::Right),
    ("awarded-now", Align::Right),
    ("lost-then", Align::Right),
    ("lost-now", Align::Right),
    ("came-back", Align::Right),
    ("why", Align::Left),
];

/// The columns, before the first agency.
///
/// # Errors
/// When they cannot be written.
pub fn followed_columns(out: &mut dyn Rows) -> io::Result<()> {
    out.columns(&CELLS.map(|(title, align)| Column::new(title, align)))
}

/// A line for each request and each loss of an agency, for machines.
///
/// # Errors
/// When they cannot be written.
pub fn followed_cells(case: &Case<'_>, lang: Lang, out: &mut dyn Rows) -> io::Result<()> {
    for request in &case.followed.requests {
        let scores = request.scores.as_ref();
        let mut cells = head(case, "request");
        cells.extend([
            request.criterion.map_or(Cell::Empty, |node| Cell::text(case.old.0.at(node).id.as_str())),
            filled(ids(case.new.0, &request.now)),
            Cell::text(&request.text),
            Cell::maybe(request.owner.as_deref()),
            request.due.map_or(Cell::Empty, |due| Cell::made(due.to_string())),
            Cell::text(request.state.word()),
            Cell::text(request.because.word()),
            number(scores.and_then(|scores| scores.then.awarded.as_ref())),
            number(scores.and_then(|scores| scores.now.as_ref()?.awarded.as_ref())),
            Cell::Empty,
            Cell::Empty,
            number(scores.and_then(|scores| scores.came_back.as_ref())),
            Cell::made(why(request, lang)),
        ]);
        out.row(&cells)?;
    }
    let followed = case.followed;
    let lost = followed.lost.iter().map(|loss| ("lost", loss));
    for (what, loss) in lost.chain(followed.newly_lost.iter().map(|loss| ("newly-lost", loss))) {
        let remarks = [remark(&loss.then, false, lang), remark(&loss.now, true, lang)];
        let mut cells = head(case, what);
        cells.extend([
            filled(ids(case.old.0, &loss.old)),
            filled(ids(case.new.0, &loss.new)),
            Cell::made(titles(case, loss, lang)),
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
            number(loss.then.points()),
            number(loss.now.points()),
            loss.came_back().map_or(Cell::Empty, |back| Cell::Number(Cow::Owned(back))),
            filled(remarks.into_iter().flatten().collect::<Vec<_>>().join("; ")),
        ]);
        out.row(&cells)?;
    }
    Ok(())
}

/// Of whom and when a line is, and of what.
fn head<'a>(case: &'a Case<'_>, what: &'static str) -> Vec<Cell<'a>> {
    let period = |scored: &Scored| scored.assessment.period.map(|period| period.to_string());
    let then = &case.old.1.assessment.agency;
    let now = case.new.1;
    vec![
        Cell::text(then.id.as_str()),
        Cell::maybe(then.name.as_deref()),
        period(case.old.1).map_or(Cell::Empty, Cell::made),
        Cell::maybe(now.map(|now| now.assessment.agency.id.as_str())),
        now.and_then(period).map_or(Cell::Empty, Cell::made),
        Cell::text(what),
    ]
}

fn filled(text: String) -> Cell<'static> {
    if text.is_empty() { Cell::Empty } else { Cell::made(text) }
}
