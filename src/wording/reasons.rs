//! Why a criterion has its points: one sentence, made from the same data as the number.

use super::edges::edges;
use super::numbers::{percent, points, score};
use super::words::Words;
use crate::answer::{Answer, Choice};
use crate::assessment::{Absence, Adjustment, Assessment, Outcome, Verdict};
use crate::calendar::Date;
use crate::criteria::{Combine, Counts, Criteria, Criterion, Node, WhenNotApplicable};
use crate::lang::Lang;
use crate::points::{Points, Share};
use crate::rules::{
    Average, Band, Computed, Figure, Formula, Found, Kind, Ladder, Losses, Measure, Rule, Scheme, Step,
    Value, WhenEmpty, Why,
};

/// The reason for what a node has.
pub(super) fn reason(
    words: &dyn Words,
    lang: Lang,
    criteria: &Criteria,
    assessment: &Assessment,
    node: Node,
) -> String {
    let base = base(words, lang, criteria, assessment, node);
    let asked = criteria.at(node);
    let verdict = assessment.at(node);
    let adjusted = verdict.adjusted.iter().map(|adjustment| match adjustment {
        Adjustment::SharedOut { from, to } => words.grown(&points(from), &points(to)),
        Adjustment::Capped => words.capped(&points(&asked.points)),
        Adjustment::Gate { node, missing } => words.gate(criteria.at(*node).id.as_str(), *missing),
        Adjustment::AtMost { node } => words.no_more_than(criteria.at(*node).id.as_str()),
        Adjustment::Floor => words.floor(&points(&verdict.tally.awarded)),
    });
    std::iter::once(base).chain(adjusted).collect::<Vec<_>>().join("; ")
}

/// The reason before anything became of the points.
fn base(words: &dyn Words, lang: Lang, criteria: &Criteria, assessment: &Assessment, node: Node) -> String {
    let asked = criteria.at(node);
    let verdict = assessment.at(node);
    // What became of the points is said after this; rounding alone is said here.
    let stands = |exact: &Points| {
        if verdict.adjusted.is_empty() {
            // What a penalty takes off stands below zero in the tally.
            let off = asked.counts == Counts::Penalty;
            let awarded = if off { -&verdict.tally.awarded } else { verdict.tally.awarded.clone() };
            rounded(words, exact, &awarded)
        } else {
            String::new()
        }
    };
    match &verdict.outcome {
        Outcome::Scored { answer, earned } => {
            let rule = asked.rule().expect("only what has a rule is scored by one");
            let why = why(words, lang, asked, rule, answer, &earned.why);
            let exact = earned.points.as_ref().expect("what is scored has points");
            format!("{why}{}", stands(exact))
        }
        Outcome::Decided { points: exact, because } => {
            let because = because.as_ref().map(|because| format!(" ({because})")).unwrap_or_default();
            format!("{}{because}: {}{}", words.decided(), score(exact), stands(exact))
        }
        Outcome::Missing => words.missing().to_owned(),
        Outcome::NotApplicable(absence) => {
            let why = match absence {
                Absence::Said(reason) => reason.clone(),
                Absence::Empty(answer) => nothing_of_nothing(words, answer),
                Absence::NoPart => words.no_part().to_owned(),
                Absence::Above(group) => words.group_not_applicable(criteria.at(*group).id.as_str()),
            };
            let kept = !verdict.tally.applicable.is_zero();
            let convention = match asked.when_not_applicable {
                WhenNotApplicable::Full if kept => words.gets_full(),
                WhenNotApplicable::Zero if kept => words.gets_zero(),
                WhenNotApplicable::ShareOut => words.shared_out(),
                WhenNotApplicable::Refuse
                | WhenNotApplicable::LeaveOut
                | WhenNotApplicable::Full
                | WhenNotApplicable::Zero => words.left_out(),
            };
            format!("{}: {why}; {convention}", words.not_applicable())
        }
        Outcome::NotForKind => {
            words.not_for_kind(assessment.agency.kind.as_ref().map_or("", |kind| kind.as_str()))
        }
        Outcome::DecidedAbove(group) => words.decided_above(criteria.at(*group).id.as_str()),
        Outcome::NotHeld(reason) => words.not_held(reason),
        Outcome::Void => words.void().to_owned(),
        Outcome::Combined => combined(words, asked, verdict),
    }
}

/// How the parts of a group were combined, and what its bands made of that.
fn combined(words: &dyn Words, asked: &Criterion, verdict: &Verdict) -> String {
    let how = asked.combination().map_or(&Combine::Sum, |combination| &combination.how);
    let mut said = words.combined(how).to_owned();
    let Some(made) = &verdict.made else { return said };
    let bands = asked.combination().and_then(|combination| combination.bands.as_ref());
    if let (Some(band), Some(steps)) = (made.band, bands) {
        let result = format!("{} / {}", score(&made.result), score(&made.whole));
        let edges = edges(words, &steps.bands[band], if steps.shares { percent } else { points });
        said.push_str(&format!(": {result}, {} {edges}", words.through_bands()));
    } else if how.is_over_shares() {
        said.push_str(&format!(": {} / {}", score(&made.result), score(&made.whole)));
    }
    if !made.on_top.is_zero() {
        said.push_str(&format!("; {}", words.on_top(&score(&made.on_top))));
    }
    said
}

/// What rounding made of a number, where it made something else of it.
fn rounded(words: &dyn Words, exact: &Points, awarded: &Points) -> String {
    if exact == awarded { String::new() } else { format!(", {} {}", words.rounded(), points(awarded)) }
}

fn why(words: &dyn Words, lang: Lang, asked: &Criterion, rule: &Rule, answer: &Answer, why: &Why) -> String {
    match (why, &rule.scheme) {
        (Why::Picked(option), Scheme::Pick(options)) => {
            let option = &options[*option];
            format!("{}: {}", option.title.in_lang(lang), points(&option.points))
        }
        (Why::Gathered { items, sum }, Scheme::Gather { items: offered, cap }) => {
            gathered(words, lang, items, offered, sum, cap)
        }
        (Why::Measured(found), Scheme::Ladder(ladder)) => measured(words, asked, rule.kind, ladder, found),
        (Why::Never { due }, _) => format!("{}: 0", words.never(&words.date(*due))),
        (Why::Averaged { replies, sum }, _) => {
            let mean = sum.over(replies).expect("replies that make a mean are not zero");
            format!(
                "{}: {} / {} = {}",
                words.mean_of_replies(&points(replies)),
                points(sum),
                points(replies),
                score(&mean)
            )
        }
        (Why::Computed(computed), Scheme::Formula(formula)) => {
            by_formula(words, lang, &asked.points, formula, computed)
        }
        (Why::Empty(when), _) => {
            let convention = match when {
                WhenEmpty::Full => words.gets_full(),
                WhenEmpty::Zero => words.gets_zero(),
                WhenEmpty::NotApplicable => words.left_out(),
            };
            format!("{}: {convention}", nothing_of_nothing(words, answer))
        }
        (Why::Picked(_) | Why::Gathered { .. } | Why::Measured(_) | Why::Computed(_), _) => {
            unreachable!("a reason comes from its own scheme")
        }
    }
}

fn nothing_of_nothing(words: &dyn Words, answer: &Answer) -> String {
    match answer {
        Answer::Each(_) => words.no_reply().to_owned(),
        Answer::Option(_)
        | Answer::Items(_)
        | Answer::Counted(_)
        | Answer::Percent(_)
        | Answer::Number(_)
        | Answer::On(_)
        | Answer::Never => words.of("0", "0"),
    }
}

fn gathered(
    words: &dyn Words,
    lang: Lang,
    held: &[usize],
    offered: &[Choice],
    sum: &Points,
    cap: &Points,
) -> String {
    if held.is_empty() {
        return format!("{}: 0", words.no_item());
    }
    let titles: Vec<&str> = held.iter().map(|item| offered[*item].title.in_lang(lang)).collect();
    let terms: Vec<String> = held.iter().map(|item| points(&offered[*item].points)).collect();
    let sum_said =
        if terms.len() > 1 { format!("{} = {}", terms.join(" + "), points(sum)) } else { points(sum) };
    let capped = if sum > cap { format!(", {} {}", words.at_most(), points(cap)) } else { String::new() };
    format!("{}: {sum_said}{capped}", titles.join("; "))
}

/// How many steps are seen at once in the formula with the numbers put in; more are told one by one.
const SEEN_AT_ONCE: usize = 2;

/// The numbers, then the formula with them put in, or each step where there are many.
fn by_formula(
    words: &dyn Words,
    lang: Lang,
    full: &Points,
    formula: &Formula,
    computed: &Computed,
) -> String {
    let Computed { inputs, valued } = computed;
    let given = formula.inputs.iter().zip(inputs).map(|(input, number)| {
        let name = input.title.as_ref().map_or(input.id.as_str(), |title| title.in_lang(lang));
        let unit = input.unit.as_ref().map(|unit| format!(" {}", unit.in_lang(lang))).unwrap_or_default();
        format!("{name} {}{unit}", points(number))
    });
    let given: Vec<String> = given.collect();
    let figure = |figure: &Figure| match figure {
        Figure::Number(number) => score(number),
        Figure::Truth(truth) => words.truth(*truth).to_owned(),
    };
    let put_in = formula.points.put_in(inputs, &points);
    let value = score(&valued.points);
    let way = if valued.steps.len() > SEEN_AT_ONCE {
        let step = |step: &Step| format!("{} = {}", step.said(&figure), figure(&step.result));
        valued.steps.iter().map(step).collect::<Vec<_>>().join("; ")
    } else if put_in == value {
        value
    } else {
        format!("{put_in} = {value}")
    };
    let held = if valued.points > *full {
        format!(", {} {}", words.at_most(), points(full))
    } else if valued.points.is_negative() {
        format!(", {} 0", words.at_least())
    } else {
        String::new()
    };
    format!("{}: {way}{held}", given.join(", "))
}

fn measured(words: &dyn Words, asked: &Criterion, kind: Kind, ladder: &Ladder, found: &Found) -> String {
    let band = &ladder.bands[found.band];
    match &found.value {
        Value::Share { share, ratio, counted } => {
            format!(
                "{}, {}",
                share_said(words, share, ratio, *counted),
                of_share(words, asked, band, kind, ratio)
            )
        }
        Value::Number(number) => match (kind, &ladder.measure) {
            (Kind::Judged, _) => words.judged(&points(number), &points(&asked.points)),
            (Kind::Count, _) => {
                let each = ladder
                    .bands
                    .iter()
                    .find(|band| !band.earns.slope.is_zero())
                    .map(|band| &band.earns.slope);
                let each = each.cloned().unwrap_or_default();
                let product = number * &each;
                let capped = if product > asked.points {
                    format!(", {} {}", words.at_most(), points(&asked.points))
                } else {
                    String::new()
                };
                format!("{} × {} = {}{capped}", points(number), points(&each), points(&product))
            }
            _ => {
                let edges = edges(words, band, points);
                format!("{}{}: {}", points(number), in_band(words, &edges), score(&band.earns.at(number)))
            }
        },
        Value::Versus { own, peers, ratio } => {
            let average = rule_average(ladder);
            let edges = edges(words, band, percent);
            let said = words.versus(&points(own), words.average(average), &points(peers));
            format!("{said} {}{}: {}", equals(ratio), in_band(words, &edges), score(&band.earns.at(ratio)))
        }
        Value::Loss { faults, lost } => {
            let left = band.earns.at(lost);
            if lost.is_zero() {
                return format!("{}: {}", words.no_fault(), points(&left));
            }
            let counted = faults_said(words, ladder, faults);
            format!("{counted}: {} − {} → {}", points(&asked.points), points(lost), points(&left))
        }
        Value::Day { on, due, late } => day(words, *on, *due, *late, &band.earns.at(&Points::whole(*late))),
    }
}

fn rule_average(ladder: &Ladder) -> Average {
    if let Measure::Versus { to, .. } = &ladder.measure { *to } else { Average::Mean }
}

fn faults_said(words: &dyn Words, ladder: &Ladder, faults: &[Points]) -> String {
    if let Measure::Loss(Losses::Each(each)) = &ladder.measure {
        return words.faults(&points(&faults.iter().sum()), &points(each));
    }
    let kinds = ladder.kinds_of_fault().unwrap_or_default().iter().zip(faults);
    let counted = kinds.filter(|(_, count)| !count.is_zero());
    let terms = counted.map(|((id, each), count)| format!("{id} {} × {}", points(count), points(each)));
    terms.collect::<Vec<_>>().join(" + ")
}

fn day(words: &dyn Words, on: Date, due: Date, late: i64, earned: &Points) -> String {
    let when = if late > 0 { words.days_late(late) } else { words.in_time().to_owned() };
    format!("{}, {}, {when}: {}", words.date(on), words.due(&words.date(due)), points(earned))
}

fn share_said(words: &dyn Words, share: &Share, ratio: &Points, counted: bool) -> String {
    if counted {
        let of = words.of(&points(&share.part), &points(&share.whole));
        format!("{of} {}", equals(ratio))
    } else {
        format!("{} ({})", percent(ratio), words.counts_not_given())
    }
}

/// `= 95 %`, or `≈ 88.5708 %` where the decimals do not end there.
fn equals(ratio: &Points) -> String {
    let shown = percent(ratio);
    if super::numbers::is_exact_percent(ratio) { format!("= {shown}") } else { format!("≈ {shown}") }
}

fn of_share(words: &dyn Words, asked: &Criterion, band: &Band, kind: Kind, ratio: &Points) -> String {
    let earned = band.earns.at(ratio);
    let slope = &band.earns.slope;
    if slope.is_zero() {
        let edges = edges(words, band, percent);
        return format!("{}: {}", in_band(words, &edges).trim_start_matches([',', ' ']), score(&earned));
    }
    // In proportion: the criterion's points by the share, by what is left of the whole where it is turned round,
    // over the goal that reaches them early.
    let turned = slope.is_negative();
    let size = if turned { -slope } else { slope.clone() };
    let ratio = if turned { &Points::ONE - ratio } else { ratio.clone() };
    let goal = asked.points.over(&size).unwrap_or(Points::ONE);
    let over = if goal == Points::ONE { String::new() } else { format!(" / {}", percent(&goal)) };
    let left =
        if turned && kind == Kind::Share { format!("{} ", words.what_is_left()) } else { String::new() };
    format!("{left}{} × {}{over} = {}", points(&asked.points), percent(&ratio), score(&earned))
}

fn in_band(words: &dyn Words, edges: &str) -> String {
    if edges.is_empty() { String::new() } else { format!(", {} {edges}", words.band()) }
}
