//! What stands under `rule`: the ways of scoring and their settings.

use serde_json::{Map, Value, json};

use super::{described, forms, join, one_of, reference, said, table, word};
use crate::answer::{ANSWER_KEYS, NOT_APPLICABLE};
use crate::rules::keys::{
    AVERAGE_WORDS, BAND_KEYS, COUNT_KEYS, DEADLINE_KEYS, DEDUCT_KEYS, DUE_KEYS, FARTHEST_YEAR, FORMULA_KEYS,
    IN_PROPORTION, INPUT_KEYS, JUDGED_KEYS, OFFER_KEYS, SHARE_KEYS, TRUTHS, VERSUS_PEERS_KEYS, WHEN_EMPTY,
    WHEN_EMPTY_WORDS,
};
use crate::rules::{Kind, Reserved};

/// What a kind takes as its settings.
enum Settings {
    /// None, or these: it may be written bare.
    Optional(Value),
    /// These.
    Needed(Value),
}

/// The settings of a kind. A new kind says its own here.
fn settings(kind: Kind) -> Settings {
    match kind {
        Kind::YesNo => Settings::Optional(json!({ "type": "object", "additionalProperties": false })),
        Kind::Choice => Settings::Needed(offers("option")),
        Kind::Checklist => Settings::Needed(offers("item")),
        Kind::Share => Settings::Optional(share()),
        Kind::Bands => Settings::Needed(forms::filled(&reference("band"))),
        Kind::Count => {
            Settings::Needed(table(&COUNT_KEYS, |keys| &keys.count, [("each", forms::amount())], &["each"]))
        }
        Kind::Deduct => Settings::Needed(deduct()),
        Kind::Deadline => Settings::Needed(deadline()),
        Kind::Survey => Settings::Needed(offers("level")),
        Kind::Formula => Settings::Needed(formula()),
        Kind::VersusPeers => Settings::Needed(versus_peers()),
        Kind::Judged => {
            Settings::Optional(table(&JUDGED_KEYS, |keys| &keys.judged, [("step", forms::above_zero())], &[]))
        }
    }
}

/// A rule: a kind written bare, or as the key of its settings.
pub(super) fn rule() -> Value {
    let bare: Vec<Kind> = Kind::ALL
        .into_iter()
        .filter(|kind| match settings(*kind) {
            Settings::Optional(_) => true,
            Settings::Needed(_) => false,
        })
        .collect();
    let words: Vec<&str> = bare.iter().map(|kind| kind.word()).collect();
    let descriptions: Vec<String> = bare.iter().map(|kind| of_kind(*kind)).collect();
    forms::word_or_table(&json!({ "enum": words, "enumDescriptions": descriptions }), &keyed())
}

fn of_kind(kind: Kind) -> String {
    said(|keys| (keys.kind)(kind))
}

/// A table with one kind as its key, and `when-empty` beside it where it can meet nothing of nothing.
fn keyed() -> Value {
    let mut properties: Map<String, Value> = Kind::ALL
        .into_iter()
        .map(|kind| {
            let settings = match settings(kind) {
                Settings::Needed(settings) => settings,
                Settings::Optional(settings) => forms::or(settings, json!({ "type": "null" })),
            };
            (kind.word().to_owned(), described(&of_kind(kind), settings))
        })
        .collect();
    let when_empty = described(&said(|keys| keys.when_empty), word(&WHEN_EMPTY_WORDS));
    properties.insert(WHEN_EMPTY.to_owned(), when_empty);
    let mut keyed = json!({ "type": "object", "properties": properties, "additionalProperties": false });
    join(&mut keyed, one_of(&Kind::ALL.map(Kind::word)));
    let can_be_empty: Vec<Value> = Kind::ALL
        .into_iter()
        .filter(|kind| kind.can_be_empty())
        .map(|kind| json!({ "required": [kind.word()] }))
        .collect();
    // What others' answers of nothing earn has to be said, among the settings or beside them.
    let versus = Kind::VersusPeers.word();
    let named = json!({ "required": [WHEN_EMPTY] });
    let said_either_way = json!({ "anyOf": [&named, { "properties": { versus: &named } }] });
    let needs = json!({ WHEN_EMPTY: { "anyOf": can_be_empty }, versus: said_either_way });
    join(&mut keyed, json!({ "dependencies": needs }));
    keyed
}

/// A list of `{ id, title, points }`, or the name of a scale.
fn offers(definition: &str) -> Value {
    forms::or(forms::filled(&reference(definition)), forms::line())
}

/// An entry of a list whose ids may not be some words. In a scale only those of options are kept.
fn offer(reserved: Reserved) -> Value {
    let mut id = forms::id();
    join(&mut id, json!({ "not": { "enum": reserved.words() } }));
    let values = [("id", id), ("title", forms::text()), ("points", forms::amount())];
    table(&OFFER_KEYS, |keys| &keys.offer, values, &OFFER_KEYS)
}

pub(super) fn option() -> Value {
    offer(Reserved::Options)
}

pub(super) fn item() -> Value {
    offer(Reserved::Items)
}

pub(super) fn level() -> Value {
    offer(Reserved::Levels)
}

/// A band, with at most one edge on each side.
pub(super) fn band() -> Value {
    let points = json!({ "anyOf": [forms::amount(), { "enum": [IN_PROPORTION] }] });
    let values = [
        ("from", forms::edge()),
        ("above", forms::edge()),
        ("below", forms::edge()),
        ("up-to", forms::edge()),
        ("points", points),
    ];
    let mut band = table(&BAND_KEYS, |keys| &keys.band, values, &["points"]);
    let both = [["from", "above"], ["below", "up-to"]].map(|edges| json!({ "not": { "required": edges } }));
    join(&mut band, json!({ "allOf": both }));
    band
}

fn share() -> Value {
    let values = [
        ("full-at", forms::share()),
        ("from", forms::share()),
        ("reverse", forms::truth()),
        (WHEN_EMPTY, word(&WHEN_EMPTY_WORDS)),
    ];
    table(&SHARE_KEYS, |keys| &keys.share, values, &[])
}

fn deduct() -> Value {
    let reserved: Vec<&str> = [NOT_APPLICABLE].into_iter().chain(ANSWER_KEYS).collect();
    let by_kind = json!({
        "type": "object",
        "minProperties": 1,
        "additionalProperties": forms::amount(),
        "propertyNames": { "not": { "enum": reserved } },
    });
    let values = [("each", forms::or(forms::amount(), by_kind)), ("floor", forms::number())];
    table(&DEDUCT_KEYS, |keys| &keys.deduct, values, &["each"])
}

fn deadline() -> Value {
    let in_year = [("day", forms::month_day()), ("year", forms::whole(-FARTHEST_YEAR, FARTHEST_YEAR))];
    let in_year = table(&DUE_KEYS, |keys| &keys.due, in_year, &["day"]);
    let values = [
        ("due", forms::or(forms::date(), in_year)),
        ("on-time", forms::amount()),
        ("late", forms::or(forms::amount(), forms::filled(&reference("band")))),
    ];
    table(&DEADLINE_KEYS, |keys| &keys.deadline, values, &["due"])
}

fn formula() -> Value {
    let input =
        table(&INPUT_KEYS, |keys| &keys.input, [("title", forms::text()), ("unit", forms::text())], &[]);
    let input = described(&said(|keys| keys.named_input), forms::or(input, json!({ "type": "null" })));
    let reserved: Vec<&str> = ANSWER_KEYS.into_iter().chain(TRUTHS).collect();
    let inputs = json!({
        "type": "object",
        "minProperties": 1,
        "additionalProperties": input,
        "propertyNames": { "pattern": "^[a-z][a-z0-9_]*$", "not": { "enum": reserved } },
    });
    let values = [("inputs", inputs), ("points", forms::line())];
    table(&FORMULA_KEYS, |keys| &keys.formula, values, &FORMULA_KEYS)
}

fn versus_peers() -> Value {
    let values = [
        ("to", word(&AVERAGE_WORDS)),
        ("bands", forms::filled(&reference("band"))),
        (WHEN_EMPTY, word(&WHEN_EMPTY_WORDS)),
    ];
    table(&VERSUS_PEERS_KEYS, |keys| &keys.versus_peers, values, &["to", "bands"])
}
