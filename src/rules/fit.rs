//! An answer as it is written, held against the rule of its criterion.

use super::{Cut, Judgement, Ladder, Losses, Measure, Scheme};
use crate::answer::{Answer, Choice, NEVER, NONE};
use crate::calendar::{Date, DateFlaw};
use crate::cell::{Cell, Raw};
use crate::fields::number_fault;
use crate::id::{Id, nearest};
use crate::points::{NumberFlaw, Points, Share};
use crate::problem::{Asked, Fault};
use crate::source::Place;

/// A fault and where it is: what an answer comes to when it does not fit.
pub type Misfit = (Place, Fault);

impl Scheme {
    /// What `raw` answers under this scheme.
    ///
    /// # Errors
    /// Every way in which it does not fit.
    pub fn fit(&self, raw: &Raw) -> Result<Answer, Vec<Misfit>> {
        fit(raw, self)
    }
}

fn fit(raw: &Raw, scheme: &Scheme) -> Result<Answer, Vec<Misfit>> {
    if let Raw::Text { of: Some(of), .. } = raw
        && !matches!(
            scheme,
            Scheme::Ladder(Ladder { measure: Measure::Share { .. } | Measure::Versus { .. }, .. })
        )
    {
        return Err(vec![(of.place, Fault::OfIdle)]);
    }
    match scheme {
        Scheme::Pick(options) => option(raw, options, scheme).map_err(|misfit| vec![misfit]),
        Scheme::Gather { items, .. } => checked(raw, items, scheme),
        Scheme::Average { levels, when_empty } => {
            let ids: Vec<&Id> = levels.iter().map(|level| &level.id).collect();
            let counts = each(raw, &ids, scheme, count)?;
            if when_empty.is_none() && counts.iter().all(Points::is_zero) {
                return Err(vec![(raw.place(), Fault::ShareOfNothing)]);
            }
            Ok(Answer::Each(counts))
        }
        Scheme::Ladder(ladder) => measured(raw, ladder, scheme),
        Scheme::Formula(formula) => {
            let ids: Vec<&Id> = formula.inputs.iter().map(|input| &input.id).collect();
            each(raw, &ids, scheme, from_zero).map(Answer::Each)
        }
    }
}

/// What a scheme asks for.
fn asked(scheme: &Scheme) -> Asked {
    let ids = |choices: &[Choice]| choices.iter().map(|choice| choice.id.clone()).collect();
    match scheme {
        Scheme::Pick(options) => Asked::OneOf(ids(options)),
        Scheme::Gather { items, .. } => Asked::SomeOf(ids(items)),
        Scheme::Average { levels, .. } => Asked::CountOfEach(ids(levels)),
        Scheme::Formula(formula) => {
            Asked::AmountOfEach(formula.inputs.iter().map(|input| input.id.clone()).collect())
        }
        Scheme::Ladder(ladder) => match &ladder.measure {
            Measure::Share { .. } => Asked::Share,
            Measure::Amount => Asked::Amount,
            Measure::Count | Measure::Loss(Losses::Each(_)) => Asked::Count,
            Measure::Loss(Losses::ByKind(kinds)) => {
                Asked::CountOfEach(kinds.iter().map(|(id, _)| id.clone()).collect())
            }
            Measure::Versus { .. } => Asked::AmountOrShare,
            Measure::Lateness(_) => Asked::Date,
            Measure::Judgement(Judgement { most, .. }) => Asked::Points(most.clone()),
        },
    }
}

fn wrong(place: Place, text: &str, scheme: &Scheme) -> Misfit {
    let asked = asked(scheme);
    let nearest = match &asked {
        Asked::OneOf(ids) | Asked::SomeOf(ids) | Asked::CountOfEach(ids) | Asked::AmountOfEach(ids) => {
            nearest(text, ids.iter().map(Id::as_str)).map(str::to_owned)
        }
        Asked::Share
        | Asked::Amount
        | Asked::AmountOrShare
        | Asked::Count
        | Asked::Date
        | Asked::Points(_) => None,
    };
    (place, Fault::AnswerWrong { text: text.to_owned(), asked, nearest })
}

fn text<'r>(raw: &'r Raw, scheme: &Scheme) -> Result<&'r Cell, Misfit> {
    match raw {
        Raw::Text { answer, .. } => Ok(answer),
        Raw::List { .. } | Raw::Table { .. } => Err(wrong(raw.place(), &raw.text(), scheme)),
    }
}

fn option(raw: &Raw, options: &[Choice], scheme: &Scheme) -> Result<Answer, Misfit> {
    let cell = text(raw, scheme)?;
    let found = options.iter().position(|option| option.id.as_str() == cell.text);
    found.map(Answer::Option).ok_or_else(|| wrong(cell.place, &cell.text, scheme))
}

/// The items of a checklist that hold: a list, or a text joined by `;`.
fn checked(raw: &Raw, items: &[Choice], scheme: &Scheme) -> Result<Answer, Vec<Misfit>> {
    let cells: Vec<Cell> = match raw {
        Raw::Text { answer, .. } => {
            let parts = answer.text.split(';').map(str::trim).filter(|part| !part.is_empty());
            parts.map(|part| Cell { text: part.to_owned(), place: answer.place }).collect()
        }
        Raw::List { items, .. } => items.clone(),
        Raw::Table { place, .. } => return Err(vec![wrong(*place, &raw.text(), scheme)]),
    };
    if matches!(&cells[..], [only] if only.text == NONE) {
        return Ok(Answer::Items(Vec::new()));
    }
    if cells.is_empty() {
        return Err(vec![wrong(raw.place(), &raw.text(), scheme)]);
    }
    let (mut held, mut misfits) = (Vec::new(), Vec::new());
    for cell in &cells {
        match items.iter().position(|item| item.id.as_str() == cell.text) {
            Some(item) if held.contains(&item) => {
                misfits.push((cell.place, Fault::AnswerRepeats { id: cell.text.clone() }));
            }
            Some(item) => held.push(item),
            None => misfits.push(wrong(cell.place, &cell.text, scheme)),
        }
    }
    if !misfits.is_empty() {
        return Err(misfits);
    }
    held.sort_unstable();
    Ok(Answer::Items(held))
}

/// A number for each of `ids`, as `one` reads it.
fn each(
    raw: &Raw,
    ids: &[&Id],
    scheme: &Scheme,
    one: fn(&Cell, &Scheme) -> Result<Points, Misfit>,
) -> Result<Vec<Points>, Vec<Misfit>> {
    let Raw::Table { entries, place } = raw else {
        return Err(vec![wrong(raw.place(), &raw.text(), scheme)]);
    };
    let mut counts: Vec<Option<Points>> = vec![None; ids.len()];
    let mut misfits = Vec::new();
    for (key, value) in entries {
        match ids.iter().position(|id| id.as_str() == key.text) {
            Some(at) if counts[at].is_some() => {
                misfits.push((key.place, Fault::AnswerRepeats { id: key.text.clone() }));
            }
            Some(at) => match one(value, scheme) {
                Ok(number) => counts[at] = Some(number),
                Err(misfit) => misfits.push(misfit),
            },
            None => misfits.push(wrong(key.place, &key.text, scheme)),
        }
    }
    // One that is not named is not zero: that has to be written.
    if misfits.is_empty() && counts.iter().any(Option::is_none) {
        let fault = Fault::AnswerWrong { text: raw.text(), asked: asked(scheme), nearest: None };
        misfits.push((*place, fault));
    }
    if misfits.is_empty() { Ok(counts.into_iter().flatten().collect()) } else { Err(misfits) }
}

fn measured(raw: &Raw, ladder: &Ladder, scheme: &Scheme) -> Result<Answer, Vec<Misfit>> {
    if let Some(kinds) = ladder.kinds_of_fault() {
        let ids: Vec<&Id> = kinds.iter().map(|(id, _)| id).collect();
        return each(raw, &ids, scheme, count).map(Answer::Each);
    }
    let one = text(raw, scheme).and_then(|cell| match &ladder.measure {
        Measure::Share { beyond, when_empty } => {
            let Raw::Text { of, .. } = raw else { return Err(wrong(raw.place(), &raw.text(), scheme)) };
            let answer = share(cell, of.as_ref(), *beyond, scheme)?;
            let nothing = matches!(&answer, Answer::Counted(share) if share.whole.is_zero());
            if nothing && when_empty.is_none() {
                return Err((cell.place, Fault::ShareOfNothing));
            }
            Ok(answer)
        }
        Measure::Amount => amount(cell, ladder, scheme).map(Answer::Number),
        Measure::Versus { .. } => versus(raw, cell, scheme),
        Measure::Count | Measure::Loss(_) => count(cell, scheme).map(Answer::Number),
        Measure::Lateness(_) => day(cell, scheme),
        Measure::Judgement(judgement) => judged(cell, judgement, scheme).map(Answer::Number),
    });
    one.map_err(|misfit| vec![misfit])
}

/// A number, or the misfit that says what else the text is.
fn number(cell: &Cell, text: &str, scheme: &Scheme) -> Result<Points, Misfit> {
    Points::read(text).map_err(|flaw| match flaw {
        NumberFlaw::Comma(_) | NumberFlaw::TooLong => (cell.place, number_fault(text, flaw)),
        NumberFlaw::NotANumber => wrong(cell.place, &cell.text, scheme),
    })
}

fn not_negative(cell: &Cell, number: Points) -> Result<Points, Misfit> {
    if number.is_negative() {
        return Err((
            cell.place,
            Fault::NumberTooSmall { number, least: Points::ZERO, allowed: true, share: false },
        ));
    }
    Ok(number)
}

fn from_zero(cell: &Cell, scheme: &Scheme) -> Result<Points, Misfit> {
    number(cell, &cell.text, scheme).and_then(|number| not_negative(cell, number))
}

fn count(cell: &Cell, scheme: &Scheme) -> Result<Points, Misfit> {
    let number = from_zero(cell, scheme)?;
    if number.is_whole() { Ok(number) } else { Err((cell.place, Fault::NumberNotWhole { number })) }
}

/// A number on a ladder; where its lowest band begins at an edge, nothing lies below that.
fn amount(cell: &Cell, ladder: &Ladder, scheme: &Scheme) -> Result<Points, Misfit> {
    let number = number(cell, &cell.text, scheme)?;
    match ladder.bands.first().map(|band| &band.low) {
        Some(Cut::At(least, _)) if number < *least => Err((
            cell.place,
            Fault::NumberTooSmall { number, least: least.clone(), allowed: true, share: false },
        )),
        _ => Ok(number),
    }
}

/// A number, not below zero, or a share of something.
fn versus(raw: &Raw, cell: &Cell, scheme: &Scheme) -> Result<Answer, Misfit> {
    let of = match raw {
        Raw::Text { of, .. } => of.as_ref(),
        Raw::List { .. } | Raw::Table { .. } => None,
    };
    if of.is_none() && !cell.text.contains(['/', '%']) {
        let number = number(cell, &cell.text, scheme).and_then(|number| not_negative(cell, number))?;
        return Ok(Answer::Number(number));
    }
    let answer = share(cell, of, true, scheme)?;
    if answer.value().is_none() { Err((cell.place, Fault::ShareOfNothing)) } else { Ok(answer) }
}

/// `47` of `50` in two cells, `47/50`, or a percent.
fn share(cell: &Cell, of: Option<&Cell>, beyond: bool, scheme: &Scheme) -> Result<Answer, Misfit> {
    let part_of = |cell: &Cell, text: &str| {
        number(cell, text.trim(), scheme).and_then(|number| not_negative(cell, number))
    };
    let (share, counted) = if let Some(percent) = cell.text.strip_suffix('%') {
        if let Some(of) = of {
            return Err((of.place, Fault::OfIdle));
        }
        (Share { part: part_of(cell, percent)?, whole: Points::HUNDRED }, false)
    } else if let Some(of) = of {
        (Share { part: part_of(cell, &cell.text)?, whole: part_of(of, &of.text)? }, true)
    } else {
        let Some((part, whole)) = cell.text.split_once('/') else {
            return Err(match Points::read(&cell.text) {
                Err(flaw @ NumberFlaw::Comma(_)) => (cell.place, number_fault(&cell.text, flaw)),
                _ => wrong(cell.place, &cell.text, scheme),
            });
        };
        (Share { part: part_of(cell, part)?, whole: part_of(cell, whole)? }, true)
    };
    let beyond = beyond && !share.whole.is_zero();
    if share.part > share.whole && !beyond {
        return Err((cell.place, Fault::ShareAboveWhole { part: share.part, whole: share.whole }));
    }
    Ok(if counted { Answer::Counted(share) } else { Answer::Percent(share) })
}

fn day(cell: &Cell, scheme: &Scheme) -> Result<Answer, Misfit> {
    if cell.text == NEVER {
        return Ok(Answer::Never);
    }
    Date::read(&cell.text).map(Answer::On).map_err(|flaw| match flaw {
        DateFlaw::NoSuchDay => (cell.place, Fault::DateNotReal { text: cell.text.clone() }),
        DateFlaw::NotADate => wrong(cell.place, &cell.text, scheme),
    })
}

fn judged(cell: &Cell, judgement: &Judgement, scheme: &Scheme) -> Result<Points, Misfit> {
    let points = number(cell, &cell.text, scheme)?;
    let points = within(cell, points, &judgement.most)?;
    match &judgement.step {
        Some(step) if !points.over(step).is_some_and(|steps| steps.is_whole()) => {
            Err((cell.place, Fault::PointsOffStep { points, step: step.clone() }))
        }
        _ => Ok(points),
    }
}

/// Points between nothing and `most`.
///
/// # Errors
/// The misfit of points that are outside.
pub fn within(cell: &Cell, points: Points, most: &Points) -> Result<Points, Misfit> {
    let points = not_negative(cell, points)?;
    if points > *most {
        return Err((cell.place, Fault::NumberTooLarge { number: points, most: most.clone(), share: false }));
    }
    Ok(points)
}
