//! The other ways of scoring said as formulas: the same numbers asked for another way, and the same points.

use super::check::is_name;
use crate::answer::{Answer, Choice};
use crate::points::{LONGEST_NUMBER, Points};
use crate::rules::formula::is_reserved;
use crate::rules::{Around, Band, Cut, Ladder, Line, Losses, Measure, Scheme, WhenEmpty};

/// A scheme as a formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lowered {
    /// The named numbers, in the order in which [`Scheme::numbers`] gives them.
    pub names: Vec<String>,
    /// The formula that gives the points.
    pub points: String,
}

impl Scheme {
    /// This scheme, for a criterion of `full` points, as a formula. A share of nothing is zero in it where the scheme
    /// leaves it out or refuses it. `None` where an exact number is too long to be written.
    #[must_use]
    pub fn lowered(&self, full: &Points) -> Option<Lowered> {
        let (names, points) = match self {
            Scheme::Pick(options) => pick(options)?,
            Scheme::Gather { items, cap } => {
                let names = names(items.iter().map(|item| item.id.as_str()), "item");
                let sum = weighted(&names, items.iter().map(|item| &item.points))?;
                let points = format!("min({}, {sum})", written(cap)?);
                (names, points)
            }
            Scheme::Average { levels, when_empty } => {
                let names = names(levels.iter().map(|level| level.id.as_str()), "level");
                let sum = weighted(&names, levels.iter().map(|level| &level.points))?;
                let replies = names.join(" + ");
                let points = format!("share({sum}, {replies}, {})", of_nothing(*when_empty, full)?);
                (names, points)
            }
            Scheme::Ladder(ladder) => on_ladder(ladder, full)?,
            Scheme::Formula(formula) => {
                let names = formula.inputs.iter().map(|input| input.id.to_string()).collect();
                (names, formula.points.text())
            }
        };
        Some(Lowered { names, points })
    }

    /// An answer, which was checked against this scheme, as the numbers that [`Scheme::lowered`] names.
    #[must_use]
    pub fn numbers(&self, answer: &Answer, around: &Around) -> Vec<Points> {
        let truth = |is: bool| if is { Points::ONE } else { Points::ZERO };
        let index = |at: usize| Points::whole(i64::try_from(at).expect("a list is short"));
        match (answer, self) {
            (Answer::Option(option), Scheme::Pick(options)) if is_yes_no(options) => {
                vec![truth(*option == 0)]
            }
            (Answer::Items(held), Scheme::Gather { items, .. }) => {
                (0..items.len()).map(|item| truth(held.contains(&item))).collect()
            }
            (Answer::On(date), Scheme::Ladder(Ladder { measure: Measure::Lateness(due), .. })) => {
                let due = due.day(around.period).expect("the period was checked against the set's dates");
                vec![Points::ONE, Points::whole(date.days_after(due).max(0))]
            }
            (answer, Scheme::Ladder(Ladder { measure: Measure::Versus { .. }, .. })) => {
                let own = answer.value().expect("the answer was checked against its scheme");
                vec![own, around.peers.clone().unwrap_or(Points::ZERO)]
            }
            (Answer::Option(option), _) => vec![index(*option)],
            (Answer::Counted(share) | Answer::Percent(share), _) => {
                vec![share.part.clone(), share.whole.clone()]
            }
            (Answer::Number(number), _) => vec![number.clone()],
            (Answer::Each(numbers), _) => numbers.clone(),
            (Answer::Never, _) => vec![Points::ZERO, Points::ZERO],
            (Answer::Items(_) | Answer::On(_), _) => {
                unreachable!("the answer was checked against its scheme")
            }
        }
    }
}

fn is_yes_no(options: &[Choice]) -> bool {
    matches!(options, [yes, no] if yes.id.as_str() == "yes" && no.id.as_str() == "no")
}

/// The options by their index, or whether it is `yes`.
fn pick(options: &[Choice]) -> Option<(Vec<String>, String)> {
    if let [yes, no] = options
        && is_yes_no(options)
    {
        let points = format!("yes != 0 ? {} : {}", written(&yes.points)?, written(&no.points)?);
        return Some((vec!["yes".to_owned()], points));
    }
    let (last, others) = options.split_last()?;
    let mut points = String::new();
    for (at, option) in others.iter().enumerate() {
        points.push_str(&format!("option == {at} ? {} : ", written(&option.points)?));
    }
    points.push_str(&written(&last.points)?);
    Some((vec!["option".to_owned()], points))
}

fn on_ladder(ladder: &Ladder, full: &Points) -> Option<(Vec<String>, String)> {
    let listed = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect::<Vec<_>>();
    let one = |name: &str| (listed(&[name]), name.to_owned());
    let (names, value) = match &ladder.measure {
        Measure::Share { .. } => (listed(&["part", "whole"]), "share(part, whole, 0)".to_owned()),
        Measure::Amount | Measure::Count => one("value"),
        Measure::Judgement(_) => one("judged"),
        Measure::Loss(Losses::Each(each)) => (listed(&["faults"]), format!("faults * {}", written(each)?)),
        Measure::Loss(Losses::ByKind(kinds)) => {
            let names = names(kinds.iter().map(|(id, _)| id.as_str()), "kind");
            let lost = weighted(&names, kinds.iter().map(|(_, each)| each))?;
            (names, format!("({lost})"))
        }
        Measure::Lateness(_) => (listed(&["done", "days_late"]), "days_late".to_owned()),
        Measure::Versus { .. } => (listed(&["own", "peers"]), "share(own, peers, 0)".to_owned()),
    };
    let steps = bands(&ladder.bands, &value)?;
    let points = match &ladder.measure {
        Measure::Share { when_empty: Some(when), .. } => {
            format!("whole == 0 ? {} : {steps}", of_nothing(Some(*when), full)?)
        }
        Measure::Versus { when_empty, .. } => {
            format!("peers == 0 ? {} : {steps}", of_nothing(Some(*when_empty), full)?)
        }
        Measure::Lateness(_) => format!("done == 0 ? 0 : {steps}"),
        Measure::Share { when_empty: None, .. }
        | Measure::Amount
        | Measure::Count
        | Measure::Judgement(_)
        | Measure::Loss(_) => steps,
    };
    Some((names, points))
}

/// The first band whose upper edge is not passed: they stand from the lowest up and take every value once.
fn bands(bands: &[Band], value: &str) -> Option<String> {
    let mut points = String::new();
    let (last, others) = bands.split_last()?;
    for band in others {
        if let Cut::At(edge, after) = &band.high {
            let sign = if *after { "<=" } else { "<" };
            points.push_str(&format!("{value} {sign} {} ? {} : ", written(edge)?, line(&band.earns, value)?));
        }
    }
    points.push_str(&line(&last.earns, value)?);
    Some(points)
}

fn line(line: &Line, value: &str) -> Option<String> {
    let base = written(&line.base)?;
    if line.slope.is_zero() {
        return Some(base);
    }
    let negative = line.slope.is_negative();
    let size = if negative { -&line.slope } else { line.slope.clone() };
    let rise = if size == Points::ONE { value.to_owned() } else { format!("{} * {value}", written(&size)?) };
    Some(match (line.base.is_zero(), negative) {
        (true, false) => rise,
        (false, false) => format!("{base} + {rise}"),
        (_, true) => format!("{base} - {rise}"),
    })
}

fn of_nothing(when: Option<WhenEmpty>, full: &Points) -> Option<String> {
    match when {
        Some(WhenEmpty::Full) => written(full),
        Some(WhenEmpty::Zero | WhenEmpty::NotApplicable) | None => Some("0".to_owned()),
    }
}

fn weighted<'p>(names: &[String], each: impl Iterator<Item = &'p Points>) -> Option<String> {
    let terms: Option<Vec<String>> =
        names.iter().zip(each).map(|(name, each)| Some(format!("{name} * {}", written(each)?))).collect();
    terms.map(|terms| terms.join(" + "))
}

/// Ids as names: with `_` for `-`, or numbered where that is none or stands twice.
fn names<'i>(ids: impl Iterator<Item = &'i str>, otherwise: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for (at, id) in ids.enumerate() {
        let name = id.replace('-', "_");
        let fits = is_name(&name) && !is_reserved(&name) && !names.contains(&name);
        let mut name = if fits { name } else { format!("{otherwise}_{}", at + 1) };
        while names.contains(&name) {
            name.push('_');
        }
        names.push(name);
    }
    names
}

/// A number exactly, as a decimal or a fraction.
fn written(number: &Points) -> Option<String> {
    let fits = |text: &str| text.len() <= LONGEST_NUMBER;
    let decimal = number.to_string();
    if Points::read(&decimal).as_ref() == Ok(number) {
        return Some(decimal);
    }
    let (part, whole) = fraction(number)?;
    let (part, whole) = (part.to_string(), whole.to_string());
    (fits(&part) && fits(&whole)).then(|| format!("({part} / {whole})"))
}

/// A number as whole numbers over one another, by its continued fraction.
fn fraction(number: &Points) -> Option<(Points, Points)> {
    let mut rest = number.clone();
    let (mut before, mut now) = ((Points::ZERO, Points::ONE), (Points::ONE, Points::ZERO));
    loop {
        let whole = rest.floor();
        let next = (&(&whole * &now.0) + &before.0, &(&whole * &now.1) + &before.1);
        (before, now) = (now, next);
        let left = &rest - &whole;
        if left.is_zero() {
            return Some(now);
        }
        rest = Points::ONE.over(&left)?;
    }
}
