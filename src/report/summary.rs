//! The summary (tổng hợp): one line an agency, by rank, then in the order of the evidence.

use std::borrow::Cow;
use std::io;

use super::card::places;
use super::sheet::{Align, Cell, Column, Rows};
use crate::analysis::{Rank, Standings};
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
    period: Option<Period>,
    among: Option<String>,
    rank: Option<Rank>,
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
            period: assessment.period,
            among: standings.among(assessment).map(str::to_owned),
            rank: standings.rank(assessment, Node::ROOT),
            awarded: total.tally.awarded.clone(),
            applicable: total.tally.applicable.clone(),
            answered: total.tally.answered.clone(),
            index: total.index.clone(),
            grade: total.grade,
            provisional: total.provisional,
        }
    }
}

impl Standing {
    /// Those among whom it is ranked.
    fn lane(&self) -> (Option<Period>, Option<String>) {
        (self.period, self.among.clone())
    }
}

/// The summary of all agencies; those that are not ranked come last.
///
/// # Errors
/// When it cannot be written.
pub fn summary(
    criteria: &Criteria,
    mut standings: Vec<Standing>,
    lang: Lang,
    out: &mut dyn Rows,
) -> io::Result<()> {
    let labels = wording::labels(lang);
    let places = places(criteria);
    // Those who are ranked among one another stand together, in the order in which the evidence names them.
    let mut lanes: Vec<(Option<Period>, Option<String>)> = Vec::new();
    for standing in &standings {
        if !lanes.contains(&standing.lane()) {
            lanes.push(standing.lane());
        }
    }
    let among = |standing: &Standing| lanes.iter().position(|lane| *lane == standing.lane());
    standings.sort_by_key(|standing| (among(standing), standing.rank.unwrap_or(Rank::MAX)));
    let ranks = criteria.ranking.is_some();
    let periods = lanes.iter().any(|(period, _)| *period != lanes[0].0);
    let several = lanes.iter().any(|(_, among)| *among != lanes[0].1);
    let grades = &criteria.at(Node::ROOT).grades;
    let mut columns = Vec::new();
    if periods {
        columns.push(Column::new(labels.period, Align::Left));
    }
    if several {
        columns.push(Column::new(labels.among, Align::Left));
    }
    if ranks {
        columns.push(Column::new(labels.rank, Align::Right));
    }
    columns.extend([
        Column::new(labels.agency, Align::Wide),
        Column::new(labels.awarded, Align::Right),
        Column::new(labels.answered, Align::Right),
        Column::new(labels.index, Align::Right),
    ]);
    if !grades.is_empty() {
        columns.push(Column::new(labels.grade, Align::Left));
    }
    out.columns(&columns)?;
    for standing in &standings {
        let mut cells = Vec::new();
        if periods {
            cells.push(standing.period.map_or(Cell::Empty, |period| Cell::made(period.to_string())));
        }
        if several {
            cells.push(Cell::maybe(standing.among.as_deref()));
        }
        if ranks {
            cells.push(standing.rank.map_or(Cell::text("–"), |rank| Cell::made(rank.to_string())));
        }
        cells.extend([
            Cell::text(&standing.name),
            Cell::Fixed(Cow::Borrowed(&standing.awarded), places),
            Cell::made(format!("{}/{}", points(&standing.answered), points(&standing.applicable))),
            match &standing.index {
                Some(_) if standing.provisional => Cell::text(labels.provisional_mark),
                Some(index) => Cell::Fixed(Cow::Borrowed(index), places),
                None => Cell::text("–"),
            },
        ]);
        if !grades.is_empty() {
            cells.push(
                standing
                    .grade
                    .map_or(Cell::text("–"), |grade| Cell::text(grades[grade].title.in_lang(lang))),
            );
        }
        out.row(&cells)?;
    }
    out.end()
}
