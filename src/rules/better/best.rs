//! The best answer where none is given.

use super::axis::{Axis, unit};
use super::listing::Asked;
use super::way::{Form, Path, Way};
use crate::answer::Answer;
use crate::points::Points;
use crate::rules::{Cut, Ladder, Losses, Measure, Scheme};

impl Asked<'_> {
    /// The best answer that there is, as far as the scheme tells: of a survey nobody can answer by himself, and of a
    /// formula nobody knows which numbers are good.
    pub(super) fn best(&self) -> Option<Answer> {
        match self.scheme {
            Scheme::Pick(options) => self.best_of((0..options.len()).map(Answer::Option)),
            Scheme::Gather { items, .. } => {
                self.best_of([Answer::Items((0..items.len()).collect()), Answer::Items(Vec::new())])
            }
            Scheme::Ladder(ladder) => self.best_on(ladder),
            Scheme::Average { .. } | Scheme::Formula(_) => None,
        }
    }

    /// The first of the best.
    fn best_of(&self, answers: impl IntoIterator<Item = Answer>) -> Option<Answer> {
        let mut best: Option<(Answer, Points)> = None;
        for answer in answers {
            let Some(earns) = self.earns(&answer) else { continue };
            if best.as_ref().is_none_or(|(_, most)| self.sense.is_better(&earns, most)) {
                best = Some((answer, earns));
            }
        }
        best.map(|(answer, _)| answer)
    }

    fn best_on(&self, ladder: &Ladder) -> Option<Answer> {
        let zero = Points::ZERO;
        let (from, scale, low, high, form) = match &ladder.measure {
            Measure::Share { beyond, .. } => {
                let high = (!beyond).then_some(Points::HUNDRED);
                (Points::HUNDRED, Points::ONE.percent(), Some(zero), high, Form::Percent)
            }
            Measure::Amount => {
                let least = match ladder.bands.first().map(|band| &band.low) {
                    Some(Cut::At(least, _)) => Some(least.clone()),
                    Some(Cut::Lowest | Cut::Highest) | None => None,
                };
                (least.clone().unwrap_or(zero), Points::ONE, least, None, Form::Number)
            }
            Measure::Count => (zero.clone(), Points::ONE, Some(zero), None, Form::Number),
            Measure::Loss(Losses::Each(each)) => (zero.clone(), each.clone(), Some(zero), None, Form::Number),
            Measure::Loss(Losses::ByKind(kinds)) => {
                return Some(Answer::Each(vec![Points::ZERO; kinds.len()]));
            }
            Measure::Lateness(due) => {
                (zero, Points::ONE, None, None, Form::Days(due.day(self.around.period)?))
            }
            Measure::Judgement(judgement) => {
                let most = judgement.most.clone();
                return self.best_of([Answer::Number(most), Answer::Number(Points::ZERO)]);
            }
            Measure::Versus { .. } => return None,
        };
        let unit = step(ladder, &from);
        let start = form.answer(&from)?;
        let given = self.earns(&start)?;
        let axis = Axis { from, unit, scale, low, high, form };
        let ways = axis.ways(&ladder.bands, &|answer| {
            self.earns(answer).filter(|earns| self.sense.is_better(earns, &given))
        });
        let better = ways.iter().flat_map(|way| way.stops().iter().map(|stop| way.answer(&stop.at)));
        self.best_of(std::iter::once(start).chain(better))
    }

    /// The only way where nothing is answered: to the best.
    pub(super) fn to_best(&self) -> Vec<Way> {
        let Some(answer) = self.best() else { return Vec::new() };
        self.listed(vec![answer])
    }

    /// A way of answers one after the other.
    pub(super) fn listed(&self, answers: Vec<Answer>) -> Vec<Way> {
        let stops = answers.iter().enumerate().map(|(at, answer)| {
            let at = i64::try_from(at).expect("answers can be counted");
            super::Stop { at: Points::whole(at + 1), after: Points::whole(at), earns: self.earns(answer) }
        });
        let stops = stops.collect();
        vec![Way { path: Path::Listed(answers), stops }]
    }
}

/// Between two answers on a ladder that are neighbours.
pub(super) fn step(ladder: &Ladder, from: &Points) -> Points {
    match &ladder.measure {
        Measure::Share { .. } => unit([from].into_iter(), 2),
        Measure::Amount => {
            let edges = ladder.bands.iter().flat_map(|band| [&band.low, &band.high]);
            let edges = edges.filter_map(|cut| match cut {
                Cut::At(edge, _) => Some(edge),
                Cut::Lowest | Cut::Highest => None,
            });
            unit(std::iter::once(from).chain(edges), 0)
        }
        Measure::Count
        | Measure::Loss(_)
        | Measure::Lateness(_)
        | Measure::Judgement(_)
        | Measure::Versus { .. } => Points::ONE,
    }
}
