//! The ways to better answers under each scheme.

use super::axis::{Axis, Better, over, stops_among, unit, whole_above, whole_below};
use super::best::step;
use super::way::{Form, Path, Stop, Way};
use crate::answer::{Answer, Choice};
use crate::points::{Points, Share};
use crate::rules::{Around, Cut, Due, Formula, Ladder, Losses, Measure, Rule, Scheme};

/// How often the distance is doubled where only all peers together tell what a number earns.
const DOUBLINGS: u32 = 40;

/// Which answers are better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sense {
    /// Those that earn more.
    More,
    /// Those that earn less, as under a penalty.
    Less,
}

impl Sense {
    /// Whether one is better than the other.
    pub(super) fn is_better(self, one: &Points, other: &Points) -> bool {
        match self {
            Sense::More => one > other,
            Sense::Less => one < other,
        }
    }
}

/// A scheme, and what its answers stand on.
pub(super) struct Asked<'a> {
    pub(super) scheme: &'a Scheme,
    pub(super) full: &'a Points,
    pub(super) around: &'a Around,
    pub(super) sense: Sense,
}

impl Rule {
    /// The ways to answers that are better than `given` on a criterion of `full` points; where nothing is answered, the
    /// one to the best answer. None where no other answer is better, or no better one can be told.
    #[must_use]
    pub fn better(&self, full: &Points, given: Option<&Answer>, around: &Around, sense: Sense) -> Vec<Way> {
        // What is followed and not scored earns its share of one point.
        let (scheme, full) = match &self.unit {
            Some(unit) => (unit, &Points::ONE),
            None => (&self.scheme, full),
        };
        let asked = Asked { scheme, full, around, sense };
        if let Scheme::Ladder(Ladder { measure: Measure::Versus { .. }, .. }) = scheme {
            return versus(given);
        }
        let Some(given) = given else { return asked.to_best() };
        let Some(earned) = asked.earns(given) else { return Vec::new() };
        asked.ways(given, &|answer| asked.earns(answer).filter(|earns| sense.is_better(earns, &earned)))
    }
}

impl Asked<'_> {
    /// What an answer earns by itself.
    pub(super) fn earns(&self, answer: &Answer) -> Option<Points> {
        self.scheme.earn(self.full, answer, self.around).points
    }

    fn ways(&self, given: &Answer, better: Better<'_>) -> Vec<Way> {
        match (self.scheme, given) {
            (Scheme::Pick(options), _) => {
                let mut others: Vec<(Answer, Points)> = (0..options.len())
                    .filter_map(|at| better(&Answer::Option(at)).map(|earns| (Answer::Option(at), earns)))
                    .collect();
                others.sort_by(|(_, a), (_, b)| match self.sense {
                    Sense::More => a.cmp(b),
                    Sense::Less => b.cmp(a),
                });
                let others: Vec<Answer> = others.into_iter().map(|(answer, _)| answer).collect();
                if others.is_empty() { Vec::new() } else { self.listed(others) }
            }
            (Scheme::Gather { items, .. }, Answer::Items(held)) => self.gathered(items, held, better),
            (Scheme::Ladder(ladder), given) => self.measured(ladder, given, better),
            (Scheme::Formula(formula), Answer::Each(numbers)) => computed(formula, numbers, better),
            // What people reply is not the agency's to choose.
            (Scheme::Average { .. } | Scheme::Gather { .. } | Scheme::Formula(_), _) => Vec::new(),
        }
    }

    /// An item more, the best first; under a penalty an item less.
    fn gathered(&self, items: &[Choice], held: &[usize], better: Better<'_>) -> Vec<Way> {
        let more = self.sense == Sense::More;
        let mut order: Vec<usize> =
            (0..items.len()).filter(|at| held.contains(at) != more && !items[*at].points.is_zero()).collect();
        order.sort_by(|a, b| items[*b].points.cmp(&items[*a].points));
        let mut answers = Vec::new();
        let mut now = held.to_vec();
        for item in order {
            if more {
                now.push(item);
                now.sort_unstable();
            } else {
                now.retain(|held| *held != item);
            }
            answers.push(Answer::Items(now.clone()));
        }
        let path = Path::Listed(answers.clone());
        let each = (1..).take(answers.len()).map(Points::whole);
        let stops = stops_among(&path, each, better);
        if stops.is_empty() { Vec::new() } else { vec![Way { path, stops }] }
    }

    fn measured(&self, ladder: &Ladder, given: &Answer, better: Better<'_>) -> Vec<Way> {
        let axis = match (&ladder.measure, given) {
            // Of nothing there is no part.
            (Measure::Share { .. }, Answer::Counted(Share { whole, .. })) if whole.is_zero() => {
                return Vec::new();
            }
            (Measure::Share { beyond, .. }, Answer::Counted(Share { part, whole })) => Axis {
                from: part.clone(),
                unit: unit([part, whole].into_iter(), 0),
                scale: over(&Points::ONE, whole),
                low: Some(Points::ZERO),
                high: (!beyond).then(|| whole.clone()),
                form: Form::Part(whole.clone()),
            },
            (Measure::Share { beyond, .. }, Answer::Percent(Share { part, .. })) => Axis {
                from: part.clone(),
                unit: step(ladder, part),
                scale: Points::ONE.percent(),
                low: Some(Points::ZERO),
                high: (!beyond).then_some(Points::HUNDRED),
                form: Form::Percent,
            },
            (Measure::Amount, Answer::Number(number)) => Axis {
                from: number.clone(),
                unit: step(ladder, number),
                scale: Points::ONE,
                low: ladder.bands.first().and_then(|band| match &band.low {
                    Cut::At(least, _) => Some(least.clone()),
                    Cut::Lowest | Cut::Highest => None,
                }),
                high: None,
                form: Form::Number,
            },
            (Measure::Count, Answer::Number(number)) => counted(number, Points::ONE),
            (Measure::Loss(Losses::Each(each)), Answer::Number(number)) => counted(number, each.clone()),
            (Measure::Loss(Losses::ByKind(kinds)), Answer::Each(counts)) => {
                let costs: Vec<&Points> = kinds.iter().map(|(_, each)| each).collect();
                return fewer(ladder, counts, &costs, better);
            }
            (Measure::Lateness(due), given) => return self.in_time(ladder, *due, given, better),
            (Measure::Judgement(judgement), Answer::Number(number)) => {
                let Some(step) = &judgement.step else {
                    let answers = vec![Answer::Number(judgement.most.clone()), Answer::Number(Points::ZERO)];
                    let answers: Vec<Answer> =
                        answers.into_iter().filter(|answer| better(answer).is_some()).collect();
                    return if answers.is_empty() { Vec::new() } else { self.listed(answers) };
                };
                Axis {
                    from: number.clone(),
                    unit: step.clone(),
                    scale: Points::ONE,
                    low: Some(Points::ZERO),
                    high: Some(judgement.most.clone()),
                    form: Form::Number,
                }
            }
            _ => return Vec::new(),
        };
        axis.ways(&ladder.bands, better)
    }

    /// Earlier days; of what was never done the last day of each band that earns more.
    fn in_time(&self, ladder: &Ladder, due: Due, given: &Answer, better: Better<'_>) -> Vec<Way> {
        let Some(due) = due.day(self.around.period) else { return Vec::new() };
        let form = Form::Days(due);
        if let Answer::On(day) = given {
            let from = Points::whole(day.days_after(due));
            let axis = Axis { from, unit: Points::ONE, scale: Points::ONE, low: None, high: None, form };
            return axis.ways(&ladder.bands, better);
        }
        let last = |cut: &Cut, low: &Cut| match (cut, low) {
            (Cut::At(edge, true), _) => Some(whole_below(edge)),
            (Cut::At(edge, false), _) => Some(&whole_above(edge) - &Points::ONE),
            // Without an end the first day of the band serves.
            (Cut::Highest, Cut::At(edge, true)) => Some(&whole_below(edge) + &Points::ONE),
            (Cut::Highest, Cut::At(edge, false)) => Some(whole_above(edge)),
            (Cut::Lowest | Cut::Highest, _) => None,
        };
        let days = ladder.bands.iter().rev().filter_map(|band| last(&band.high, &band.low));
        let answers = days.filter_map(|late| form.answer(&late)).filter(|answer| better(answer).is_some());
        let answers: Vec<Answer> = answers.collect();
        if answers.is_empty() { Vec::new() } else { self.listed(answers) }
    }
}

/// Whole numbers from zero.
fn counted(number: &Points, scale: Points) -> Axis {
    Axis {
        from: number.clone(),
        unit: Points::ONE,
        scale,
        low: Some(Points::ZERO),
        high: None,
        form: Form::Number,
    }
}

/// Fewer faults, those that cost most first; under a penalty, too, since there each one costs less when it is gone.
fn fewer(ladder: &Ladder, counts: &[Points], costs: &[&Points], better: Better<'_>) -> Vec<Way> {
    let mut order: Vec<usize> = (0..counts.len()).filter(|at| !counts[*at].is_zero()).collect();
    order.sort_by(|a, b| costs[*b].cmp(costs[*a]));
    let path = Path::Fewer { counts: counts.to_vec(), order: order.clone() };
    let lost: Points = counts.iter().zip(costs).map(|(count, each)| count * each).sum();
    let edges: Vec<&Points> = ladder
        .bands
        .iter()
        .filter_map(|band| if let Cut::At(edge, _) = &band.high { Some(edge) } else { None })
        .collect();
    let (mut bends, mut done, mut left) = (Vec::new(), Points::ZERO, lost);
    for kind in order {
        let (count, each) = (&counts[kind], costs[kind]);
        // Where a band ends on the way, the way bends.
        for edge in &edges {
            if let Some(step) = (&left - edge).over(each)
                && step > Points::ZERO
                && step < *count
            {
                bends.extend([whole_below(&step), whole_above(&step)].map(|step| &done + &step));
            }
        }
        bends.push(&done + &Points::ONE);
        done += count;
        left = &left - &(count * each);
        bends.push(done.clone());
    }
    bends.sort();
    let stops = stops_among(&path, bends.into_iter(), better);
    if stops.is_empty() { Vec::new() } else { vec![Way { path, stops }] }
}

/// One number that moves to another's value, or to none. What something is divided by does not move: less of it would
/// mean that less was to be done.
fn computed(formula: &Formula, numbers: &[Points], better: Better<'_>) -> Vec<Way> {
    let divisors = formula.points.divisors();
    let unit = unit(numbers.iter(), 0);
    let mut ways = Vec::new();
    for at in (0..numbers.len()).filter(|at| !divisors.contains(at)) {
        let from = &numbers[at];
        let mut above: Vec<Points> = numbers.iter().filter(|other| *other > from).cloned().collect();
        if numbers.len() == 1 {
            // Alone it is bound by nothing but what it wins.
            above = (0..DOUBLINGS).map(|power| from + &Points::whole(1 << power)).collect();
        }
        above.sort();
        let up: Vec<Points> = above.iter().map(|to| over(&(to - from), &unit)).collect();
        let down = vec![over(from, &unit)];
        for (unit, steps) in [(unit.clone(), up), (-&unit, down)] {
            let path = Path::Moved { numbers: numbers.to_vec(), at, base: from.clone(), unit };
            let stops = stops_among(&path, steps.into_iter(), better);
            if !stops.is_empty() {
                ways.push(Way { path, stops });
            }
        }
    }
    ways
}

/// More, and fewer, than what is answered: what that earns depends on the peers, whose mean moves with it.
fn versus(given: Option<&Answer>) -> Vec<Way> {
    let (from, unit, form) = match given {
        Some(Answer::Counted(Share { part, whole })) => {
            (part.clone(), unit([part, whole].into_iter(), 0), Form::Part(whole.clone()))
        }
        Some(Answer::Percent(Share { part, .. })) => {
            (part.clone(), unit([part].into_iter(), 2), Form::Percent)
        }
        Some(Answer::Number(number)) => (number.clone(), unit([number].into_iter(), 0), Form::Number),
        Some(_) => return Vec::new(),
        None => (-&Points::ONE, Points::ONE, Form::Number),
    };
    let down = if from.is_negative() { Points::ZERO } else { over(&from, &unit) };
    let doubled = || (0..DOUBLINGS).map(|power| Points::whole(1 << power));
    let below: Vec<Points> = doubled().filter(|step| *step < down).chain([down.clone()]).collect();
    let ways = [(unit.clone(), doubled().collect()), (-&unit, below)];
    let ways = ways.into_iter().map(|(unit, steps): (Points, Vec<Points>)| {
        let mut after = Points::ZERO;
        let mut stops = Vec::new();
        for at in steps.into_iter().filter(|at| !at.is_zero()) {
            stops.push(Stop { at: at.clone(), after: after.clone(), earns: None });
            after = at;
        }
        Way { path: Path::Line { base: from.clone(), unit, form: form.clone() }, stops }
    });
    ways.filter(|way| !way.stops.is_empty()).collect()
}
