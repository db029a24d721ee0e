//! The forms of single values. What YAML takes for a number is one here too, and may as well stand in quotes; a
//! pattern holds for texts only, a bound for numbers only, so that one form serves both.

use serde_json::{Map, Value, json};

use super::{join, said};
use crate::lang::Lang;
use crate::wording::Forms;

/// Digits, with a point before decimals.
const DIGITS: &str = r"[0-9]+(\.[0-9]+)?";

/// A form with what an editor says where a value has another.
fn form(asked: fn(&'static Forms) -> &'static str, mut form: Value) -> Value {
    join(&mut form, json!({ "errorMessage": said(|keys| asked(&keys.forms)) }));
    form
}

/// Either of two forms for which YAML has different types.
pub(super) fn or(one: Value, other: Value) -> Value {
    let types =
        [&one["type"], &other["type"]].map(|of| of.as_array().cloned().unwrap_or_else(|| vec![of.clone()]));
    let mut either = one;
    join(&mut either, other);
    either["type"] = types.concat().into();
    if let Some(message) = either.as_object_mut().and_then(|either| either.shift_remove("errorMessage")) {
        join(&mut either, json!({ "patternErrorMessage": message }));
    }
    either
}

/// One of some words, or a table. Of two alternatives an editor would tell only that neither fits; the words are
/// examples too, since where nothing is written yet it cannot know which of the two is begun.
pub(super) fn word_or_table(words: &Value, table: &Value) -> Value {
    json!({ "examples": words["enum"], "if": { "type": "object" }, "then": table, "else": words })
}

/// A text without languages.
pub(super) fn line() -> Value {
    json!({ "type": ["string", "number", "boolean"], "pattern": r"\S" })
}

/// A text, written once or by language.
pub(super) fn text() -> Value {
    let by_language: Map<String, Value> =
        Lang::ALL.into_iter().map(|lang| (lang.code().to_owned(), line_or_nothing())).collect();
    let text = json!({
        "type": ["string", "number", "boolean", "object"],
        "pattern": r"\S",
        "properties": by_language,
        "additionalProperties": false,
        "minProperties": 1,
    });
    form(|forms| forms.text, text)
}

fn line_or_nothing() -> Value {
    json!({ "type": ["string", "number", "boolean"] })
}

pub(super) fn id() -> Value {
    form(|forms| forms.id, line())
}

pub(super) fn kebab() -> Value {
    let kebab = json!({ "type": ["string", "number"], "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$" });
    form(|forms| forms.kebab, kebab)
}

pub(super) fn identity() -> Value {
    form(|forms| forms.identity, json!({ "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*@.+$" }))
}

pub(super) fn truth() -> Value {
    form(|forms| forms.truth, json!({ "type": ["boolean", "string"], "pattern": "^(true|false)$" }))
}

/// A number, below zero too.
pub(super) fn number() -> Value {
    let number = json!({ "type": ["number", "string"], "pattern": format!("^-?{DIGITS}$") });
    form(|forms| forms.number, number)
}

/// A number, not below zero.
pub(super) fn points() -> Value {
    let points = json!({ "type": ["number", "string"], "minimum": 0, "pattern": format!("^{DIGITS}$") });
    form(|forms| forms.number, points)
}

/// A number above zero.
pub(super) fn above_zero() -> Value {
    let number =
        json!({ "type": ["number", "string"], "exclusiveMinimum": 0, "pattern": format!("^{DIGITS}$") });
    form(|forms| forms.number, number)
}

pub(super) fn whole(least: i16, most: i16) -> Value {
    let whole = json!({
        "type": ["integer", "string"], "minimum": least, "maximum": most, "pattern": r"^-?[0-9]+(\.0+)?$",
    });
    form(|forms| forms.whole, whole)
}

fn with_sign(number: &str) -> String {
    format!("^{number}( *%|/{number})?$")
}

/// A number, a percent or a fraction, not below zero.
pub(super) fn amount() -> Value {
    let amount = json!({ "type": ["number", "string"], "minimum": 0, "pattern": with_sign(DIGITS) });
    form(|forms| forms.amount, amount)
}

/// The same above zero.
pub(super) fn weight() -> Value {
    let weight = json!({ "type": ["number", "string"], "exclusiveMinimum": 0, "pattern": with_sign(DIGITS) });
    form(|forms| forms.amount, weight)
}

/// The same, below zero too.
pub(super) fn edge() -> Value {
    let edge = json!({ "type": ["number", "string"], "pattern": with_sign(&format!("-?{DIGITS}")) });
    form(|forms| forms.amount, edge)
}

/// A percent or a fraction.
pub(super) fn share() -> Value {
    let share = json!({ "type": "string", "pattern": format!("^{DIGITS}( *%|/{DIGITS})$") });
    form(|forms| forms.share, share)
}

pub(super) fn date() -> Value {
    let (month, day) = ("(0?[1-9]|1[0-2])", "(0?[1-9]|[12][0-9]|3[01])");
    let pattern = format!("^([0-9]{{4}}-{month}-{day}|{day}/{month}/[0-9]{{4}})$");
    form(|forms| forms.date, json!({ "type": "string", "pattern": pattern }))
}

/// A day of any year, month first.
pub(super) fn month_day() -> Value {
    let pattern = "^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";
    form(|forms| forms.month_day, json!({ "type": "string", "pattern": pattern }))
}

/// An answer of any kind.
pub(super) fn answer() -> Value {
    json!({ "type": ["string", "number", "boolean", "array", "object"] })
}

pub(super) fn list(items: &Value) -> Value {
    json!({ "type": "array", "items": items })
}

/// A list with something in it.
pub(super) fn filled(items: &Value) -> Value {
    json!({ "type": "array", "minItems": 1, "items": items })
}

/// A list in which nothing stands twice.
pub(super) fn distinct(items: &Value) -> Value {
    json!({ "type": "array", "minItems": 1, "uniqueItems": true, "items": items })
}
