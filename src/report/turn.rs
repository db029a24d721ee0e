//! What changes from one claim to another, in words.

use super::machine::claim_text;
use crate::analysis::{Remedy, Step};
use crate::answer::{Answer, Claim};
use crate::assessment::Outcome;
use crate::criteria::{Criteria, Criterion, Node};
use crate::lang::Lang;
use crate::points::Points;
use crate::rules::{Rule, Scheme};
use crate::wording::{self, points};

/// What a change does, and why it then earns what it does.
pub(super) fn told(criteria: &Criteria, step: &Step, change: &Remedy, lang: Lang) -> String {
    let turn = turn(criteria, change, lang);
    let verdict = step.after.at(change.node);
    match &verdict.outcome {
        // The items are named already; their reason would name all of them again.
        Outcome::Scored { answer: Answer::Items(_), .. } if verdict.adjusted.is_empty() => {
            format!("{turn}: {}", points(&verdict.tally.awarded))
        }
        Outcome::Scored { .. }
        | Outcome::Decided { .. }
        | Outcome::Missing
        | Outcome::NotApplicable(_)
        | Outcome::NotForKind
        | Outcome::NotHeld(_)
        | Outcome::DecidedAbove(_)
        | Outcome::Combined
        | Outcome::Void => format!("{turn}: {}", wording::reason(lang, criteria, &step.after, change.node)),
    }
}

/// What a change does: so many more, a day earlier, another option.
fn turn(criteria: &Criteria, change: &Remedy, lang: Lang) -> String {
    let words = wording::gains(lang);
    let asked = criteria.at(change.node);
    let plain = |claim: &Claim| said(asked, claim, lang);
    match (&change.before, &change.after) {
        (None, after) => (words.answer)(&claim_text(asked, after)),
        (Some(Claim::Fact(before)), Claim::Fact(after)) => {
            let rule = asked.rule().expect("only what has a rule is answered with a fact");
            differs(rule, before, after, lang)
                .unwrap_or_else(|| (words.instead_of)(&plain(&Claim::Fact(before.clone()))))
        }
        (Some(before), _) => (words.instead_of)(&plain(before)),
    }
}

/// What differs between two answers, where more can be said than what they are.
fn differs(rule: &Rule, before: &Answer, after: &Answer, lang: Lang) -> Option<String> {
    let words = wording::gains(lang);
    let number = |from: &Points, to: &Points| {
        let by = to - from;
        let said = rule.scheme.written(before);
        if by.is_negative() {
            (words.fewer)(&points(&-&by), &said)
        } else {
            (words.more)(&points(&by), &said)
        }
    };
    match (&rule.scheme, before, after) {
        (_, Answer::Counted(from), Answer::Counted(to)) if from.whole == to.whole => {
            Some(number(&from.part, &to.part))
        }
        (_, Answer::Number(from), Answer::Number(to)) => Some(number(from, to)),
        (Scheme::Gather { items, .. }, Answer::Items(from), Answer::Items(to)) => {
            let titles = |these: &[usize], those: &[usize]| {
                let apart = these.iter().filter(|item| !those.contains(item));
                apart.map(|item| items[*item].title.in_lang(lang)).collect::<Vec<_>>().join("; ")
            };
            let (more, fewer) = (titles(to, from), titles(from, to));
            Some(if more.is_empty() { (words.items_fewer)(&fewer) } else { (words.items_more)(&more) })
        }
        (scheme, Answer::Each(from), Answer::Each(to)) => {
            let names: Vec<&str> = match scheme {
                Scheme::Formula(formula) => formula
                    .inputs
                    .iter()
                    .map(|input| input.title.as_ref().map_or(input.id.as_str(), |title| title.in_lang(lang)))
                    .collect(),
                Scheme::Ladder(ladder) => {
                    ladder.kinds_of_fault().unwrap_or_default().iter().map(|(id, _)| id.as_str()).collect()
                }
                Scheme::Average { levels, .. } => levels.iter().map(|level| level.id.as_str()).collect(),
                Scheme::Pick(_) | Scheme::Gather { .. } => return None,
            };
            let moved = names.iter().zip(from.iter().zip(to)).filter(|(_, (from, to))| from != to);
            let moved = moved
                .map(|(name, (from, to))| format!("{name} {}", (words.from_to)(&points(from), &points(to))));
            Some(moved.collect::<Vec<_>>().join("; "))
        }
        _ => None,
    }
}

/// A claim as people read it.
fn said(asked: &Criterion, claim: &Claim, lang: Lang) -> String {
    match (claim, asked.rule().map(|rule| &rule.scheme)) {
        (Claim::Fact(Answer::Option(at)), Some(Scheme::Pick(options))) => {
            format!("“{}”", options[*at].title.in_lang(lang))
        }
        (Claim::Fact(Answer::On(day)), _) => wording::date(lang, *day),
        (Claim::Fact(Answer::Never), _) => wording::gains(lang).never.to_owned(),
        (Claim::Decided { points: decided, .. }, _) => points(decided),
        (Claim::Fact(_) | Claim::NotApplicable { .. }, _) => claim_text(asked, claim),
    }
}

/// What else changes beside the criterion that a step is for.
pub(super) fn with_others(criteria: &Criteria, step: &Step, node: Node, lang: Lang) -> Option<String> {
    let others = step.changes.iter().filter(|change| change.node != node);
    let others: Vec<String> = others
        .map(|change| {
            let asked = criteria.at(change.node);
            format!("{} → {}", asked.id, said(asked, &change.after, lang))
        })
        .collect();
    (!others.is_empty()).then(|| (wording::gains(lang).with)(&others.join("; ")))
}
