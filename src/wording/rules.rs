//! How a criterion is scored, in words: made from the scheme that scores it.

use super::edges::edges;
use super::numbers::{percent, points};
use super::words::Words;
use crate::answer::{Choice, NONE};
use crate::criteria::{Criterion, WhenNotApplicable};
use crate::lang::Lang;
use crate::points::Points;
use crate::rules::{Band, Due, Formula, Kind, Ladder, Losses, Measure, Rule, Scheme, WhenEmpty};

/// A rule in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleSaid {
    /// The way of scoring.
    pub sentence: String,
    /// How the answer is written, by examples of its form.
    pub answers: Vec<String>,
    /// What earns how much.
    pub earnings: Vec<Earning>,
}

/// An answer, or a stretch of answers, and what it earns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earning {
    /// The answer as it is written, or the stretch in words.
    pub answer: String,
    /// What it means, where it has a title.
    pub meaning: String,
    /// The points, or how they are computed.
    pub points: String,
}

/// A rule in words.
pub(super) fn said(words: &dyn Words, lang: Lang, asked: &Criterion, rule: &Rule) -> RuleSaid {
    let full = points(&asked.points);
    let (sentence, answers, mut earnings) = match &rule.scheme {
        Scheme::Pick(options) => {
            let sentence = if rule.kind == Kind::YesNo { words.rule_yes_no() } else { words.rule_choice() };
            (sentence.to_owned(), ids(options), choices(lang, options))
        }
        Scheme::Gather { items, cap } => {
            let both: Vec<String> = items.iter().take(2).map(|item| item.id.to_string()).collect();
            let answers = vec![both.join("; "), NONE.to_owned()];
            (words.rule_checklist(&points(cap)), answers, choices(lang, items))
        }
        Scheme::Average { levels, when_empty } => {
            let each: Vec<String> = levels.iter().map(|level| format!("{}=12", level.id)).collect();
            let mut earnings = choices(lang, levels);
            earnings.extend(empty(words, *when_empty, &full, words.no_reply()));
            (words.rule_survey().to_owned(), vec![each.join("; ")], earnings)
        }
        Scheme::Ladder(ladder) => on_ladder(words, asked, rule.kind, ladder),
        Scheme::Formula(formula) => by_formula(words, lang, &full, formula),
    };
    if let Scheme::Ladder(Ladder { measure: Measure::Share { when_empty, .. }, .. }) = &rule.scheme {
        earnings.extend(empty(words, *when_empty, &full, words.when_empty()));
    }
    RuleSaid { sentence, answers, earnings }
}

/// What "not applicable" means for a criterion.
pub(super) fn when_not_applicable(words: &dyn Words, asked: &Criterion) -> &'static str {
    match asked.when_not_applicable {
        WhenNotApplicable::Refuse => words.refused(),
        WhenNotApplicable::LeaveOut => words.left_out(),
        WhenNotApplicable::ShareOut => words.shared_out(),
        WhenNotApplicable::Full => words.gets_full(),
        WhenNotApplicable::Zero => words.gets_zero(),
    }
}

fn ids(choices: &[Choice]) -> Vec<String> {
    choices.iter().map(|choice| choice.id.to_string()).collect()
}

fn choices(lang: Lang, choices: &[Choice]) -> Vec<Earning> {
    let earning = |choice: &Choice| Earning {
        answer: choice.id.to_string(),
        meaning: choice.title.in_lang(lang).to_owned(),
        points: points(&choice.points),
    };
    choices.iter().map(earning).collect()
}

fn empty(words: &dyn Words, when: Option<WhenEmpty>, full: &str, what: &str) -> Option<Earning> {
    let earned = match when? {
        WhenEmpty::Full => full.to_owned(),
        WhenEmpty::Zero => "0".to_owned(),
        WhenEmpty::NotApplicable => words.left_out().to_owned(),
    };
    Some(Earning { answer: what.to_owned(), meaning: String::new(), points: earned })
}

/// The formula, and the numbers that it asks for.
fn by_formula(
    words: &dyn Words,
    lang: Lang,
    full: &str,
    formula: &Formula,
) -> (String, Vec<String>, Vec<Earning>) {
    let answers: Vec<String> = formula.inputs.iter().map(|input| format!("{}=12", input.id)).collect();
    let inputs = formula.inputs.iter().map(|input| {
        let asked = words.input(input.unit.as_ref().map_or("", |unit| unit.in_lang(lang)));
        let title = input.title.as_ref().map(|title| format!("{}: ", title.in_lang(lang)));
        let meaning = format!("{}{asked}", title.unwrap_or_default());
        Earning { answer: input.id.to_string(), meaning, points: String::new() }
    });
    (words.rule_formula(&formula.points.text(), full), vec![answers.join("; ")], inputs.collect())
}

fn on_ladder(
    words: &dyn Words,
    asked: &Criterion,
    kind: Kind,
    ladder: &Ladder,
) -> (String, Vec<String>, Vec<Earning>) {
    let full = points(&asked.points);
    let texts = |texts: &[&str]| texts.iter().map(|&text| text.to_owned()).collect::<Vec<_>>();
    match &ladder.measure {
        Measure::Share { .. } => {
            let sentence = if kind == Kind::Share { words.rule_share() } else { words.rule_bands(true) };
            (sentence.to_owned(), texts(&["47/50", "94%"]), bands(words, asked, ladder, percent))
        }
        Measure::Versus { to, when_empty } => {
            let mut earnings = bands(words, asked, ladder, percent);
            earnings.extend(empty(words, Some(*when_empty), &full, &format!("{} 0", words.average(*to))));
            (words.rule_versus(words.average(*to)), texts(&["12.5", "47/50", "94%"]), earnings)
        }
        Measure::Amount => {
            (words.rule_bands(false).to_owned(), texts(&["12.5"]), bands(words, asked, ladder, points))
        }
        Measure::Count => {
            let each = ladder.bands.iter().map(|band| &band.earns.slope).find(|slope| !slope.is_zero());
            let sentence = words.rule_count(&points(each.unwrap_or(&Points::ZERO)), &full);
            (sentence, texts(&["3"]), Vec::new())
        }
        Measure::Loss(losses) => {
            let floor = ladder.bands.last().map(|band| points(&band.earns.base)).unwrap_or_default();
            let each = |answer: String, each: &Points| Earning {
                answer,
                meaning: String::new(),
                points: words.each_fault(&points(each)),
            };
            let (answers, earnings) = match losses {
                Losses::Each(loss) => (texts(&["3"]), vec![each(String::new(), loss)]),
                Losses::ByKind(kinds) => {
                    let counts: Vec<String> = kinds.iter().map(|(id, _)| format!("{id}=2")).collect();
                    let earnings = kinds.iter().map(|(id, loss)| each(id.to_string(), loss));
                    (vec![counts.join("; ")], earnings.collect())
                }
            };
            (words.rule_deduct(&full, &floor), answers, earnings)
        }
        Measure::Lateness(due) => {
            let due = match due {
                Due::On(date) => words.date(*date),
                Due::InYear { day, year } => {
                    let (day, month) = day.day_and_month();
                    words.due_in_year(day, month, *year)
                }
            };
            let mut earnings: Vec<Earning> = ladder
                .bands
                .iter()
                .map(|band| Earning {
                    answer: lateness(words, band),
                    meaning: String::new(),
                    points: points(&band.earns.base),
                })
                .collect();
            earnings.push(Earning {
                answer: words.never_done().to_owned(),
                meaning: String::new(),
                points: "0".to_owned(),
            });
            (words.rule_deadline(&due), texts(&["2026-01-05", "05/01/2026", "never"]), earnings)
        }
        Measure::Judgement(judgement) => {
            let steps = judgement.step.as_ref().map(|step| words.in_steps_of(&points(step)));
            let sentence = format!("{}{}.", words.rule_judged(&full), steps.unwrap_or_default());
            (sentence, vec![full], Vec::new())
        }
    }
}

/// The band in time is named so; the others by the days late.
fn lateness(words: &dyn Words, band: &Band) -> String {
    use crate::rules::Cut;
    if band.low == Cut::Lowest {
        return words.day_or_before().to_owned();
    }
    let from_due = band.low == Cut::At(Points::ZERO, true);
    let shown = if from_due { Band { low: Cut::Lowest, ..band.clone() } } else { band.clone() };
    words.late_by(&edges(words, &shown, points))
}

fn bands(words: &dyn Words, asked: &Criterion, ladder: &Ladder, said: fn(&Points) -> String) -> Vec<Earning> {
    let best_first = ladder.bands.iter().rev();
    let earning = |band: &Band| {
        let edges = edges(words, band, said);
        Earning {
            answer: if edges.is_empty() { words.for_all_values().to_owned() } else { edges },
            meaning: String::new(),
            points: earned(words, asked, band),
        }
    };
    best_first.map(earning).collect()
}

fn earned(words: &dyn Words, asked: &Criterion, band: &Band) -> String {
    let slope = &band.earns.slope;
    if slope.is_zero() {
        return points(&band.earns.base);
    }
    let turned = slope.is_negative();
    let size = if turned { -slope } else { slope.clone() };
    let goal = asked.points.over(&size).unwrap_or(Points::ONE);
    let goal = if goal == Points::ONE { String::new() } else { percent(&goal) };
    words.in_proportion(&points(&asked.points), &goal, turned)
}
