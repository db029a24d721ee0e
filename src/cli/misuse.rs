//! What cannot be understood of a command line, as data that is worded elsewhere.

use std::error::Error as _;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::wrong::WrongValue;
use crate::calendar::DateFlaw;
use crate::id::nearest;
use crate::points::NumberFlaw;
use crate::wording::Misuse;

/// What cannot be understood, without the words of the command-line reader.
pub(super) fn misuse(error: &clap::Error, definition: &clap::Command) -> Misuse {
    let said = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        Some(_) | None => Vec::new(),
    };
    let first = |kind| said(kind).into_iter().next().unwrap_or_default();
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the reader may name further kinds; its own words serve for them"
    )]
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let word = first(ContextKind::InvalidSubcommand);
            let names: Vec<&str> = definition.get_subcommands().map(clap::Command::get_name).collect();
            let nearest = nearest(&word, names).map(str::to_owned);
            Misuse::Command { word, nearest }
        }
        ErrorKind::UnknownArgument => {
            let nearest = said(ContextKind::SuggestedArg).into_iter().next();
            Misuse::Option { word: first(ContextKind::InvalidArg), nearest }
        }
        ErrorKind::InvalidValue if first(ContextKind::InvalidValue).is_empty() => {
            Misuse::ValueMissing { option: first(ContextKind::InvalidArg) }
        }
        ErrorKind::InvalidValue => Misuse::Value {
            option: first(ContextKind::InvalidArg),
            value: first(ContextKind::InvalidValue),
            known: said(ContextKind::ValidValue),
        },
        ErrorKind::ValueValidation => wrong_value(
            error.source().and_then(|source| source.downcast_ref()),
            first(ContextKind::InvalidArg),
            first(ContextKind::InvalidValue),
        ),
        ErrorKind::MissingRequiredArgument => {
            let bare = |what: String| {
                let what = what.trim_end_matches('.');
                // What is named without a dash stands between angles; the value of an option keeps its own.
                what.strip_prefix('<').and_then(|what| what.strip_suffix('>')).unwrap_or(what).to_owned()
            };
            Misuse::Missing { what: said(ContextKind::InvalidArg).into_iter().map(bare).collect() }
        }
        ErrorKind::ArgumentConflict => Misuse::Twice { option: first(ContextKind::InvalidArg) },
        _ => Misuse::Other(error.render().to_string().trim().trim_start_matches("error: ").to_owned()),
    }
}

/// What is wrong with a value that has a form of its own.
fn wrong_value(wrong: Option<&WrongValue>, option: String, value: String) -> Misuse {
    match wrong {
        Some(WrongValue::Number(NumberFlaw::Comma(offer))) => {
            Misuse::Number { option, value, offer: Some(offer.clone()) }
        }
        Some(WrongValue::Number(NumberFlaw::TooLong | NumberFlaw::NotANumber) | WrongValue::BelowZero) => {
            Misuse::Number { option, value, offer: None }
        }
        Some(WrongValue::Pair(example)) => Misuse::Pair { option, value, example: (*example).to_owned() },
        Some(WrongValue::Date(flaw)) => Misuse::Date { option, value, form: *flaw == DateFlaw::NotADate },
        None => Misuse::Value { option, value, known: Vec::new() },
    }
}
