//! The JSON Schema of criteria files, with which an editor completes, explains and underlines. It is made from the
//! key lists that the readers use; what adds up, points and falls in order it leaves to `cchc check`.
//!
//! Draft 7 is what YAML's language server knows best. Alternatives are kept flat where they can be, since of
//! alternatives an editor tells only that none fits.

mod forms;
mod rule;

use serde_json::{Map, Value, json};

use crate::answer::Role;
use crate::criteria::Combine;
use crate::criteria::TOTAL;
use crate::criteria::keys::{
    AMONG_WORDS, COMBINE_KEYS, CONSEQUENCE_KEYS, EFFECTIVE_KEYS, EXPECTS_KEYS, GRADE_KEYS, GROUP_KEYS,
    IS_WORDS, LIMIT_KEYS, MODE_WORDS, MOST_PLACES, NODE_KEYS, NOT_APPLICABLE_WORDS, NOT_OF_HEADINGS,
    RANK_KEYS, ROUNDING_KEYS, SET_KEYS, STAGE_WORDS, SUPERSEDES, TIES_WORDS, TRIGGER_KEYS, VOID, WHEN_KEYS,
};
use crate::lang::Lang;
use crate::wording::{self, Keys, Said};

/// The JSON Schema of criteria files, described in every language.
#[must_use]
pub fn schema() -> Value {
    let mut schema = json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "cchc",
        "description": said(|keys| keys.file),
    });
    let definitions = json!({
        "definitions": {
            "criterion": node(),
            "grade": grade(),
            "band": rule::band(),
            "option": rule::option(),
            "item": rule::item(),
            "level": rule::level(),
        }
    });
    join(&mut schema, set());
    join(&mut schema, definitions);
    schema
}

/// What is said of something, a line for each language.
fn said(of: impl Fn(&'static Keys) -> &'static str) -> String {
    Lang::ALL.map(|lang| of(wording::keys(lang))).join("\n")
}

/// Puts the keywords of one schema behind those of another.
fn join(schema: &mut Value, more: Value) {
    if let (Value::Object(schema), Value::Object(more)) = (schema, more) {
        schema.extend(more);
    }
}

/// A schema with what is said of it before its keywords.
fn described(description: &str, schema: Value) -> Value {
    let mut described = json!({ "description": description });
    join(&mut described, schema);
    described
}

/// A table with these keys and no other. Every list is as long as the reader's, and in its order.
fn table<const N: usize>(
    keys: &[&'static str; N],
    of: impl Fn(&'static Keys) -> &'static Said<N>,
    values: [(&str, Value); N],
    required: &[&str],
) -> Value {
    let languages = Lang::ALL.map(|lang| of(wording::keys(lang)));
    let mut properties = Map::new();
    for (at, (key, value)) in values.into_iter().enumerate() {
        let lines = languages.map(|said| {
            assert_eq!(
                (said[at].0, key),
                (keys[at], keys[at]),
                "a key is described where the reader lists it"
            );
            said[at].1
        });
        properties.insert(key.to_owned(), described(&lines.join("\n"), value));
    }
    let mut table = json!({ "type": "object", "properties": properties, "additionalProperties": false });
    if !required.is_empty() {
        join(&mut table, json!({ "required": required }));
    }
    table
}

/// One of several keys, and one alone.
fn one_of(keys: &[&str]) -> Value {
    let ways: Vec<Value> = keys.iter().map(|key| json!({ "required": [key] })).collect();
    json!({ "oneOf": ways })
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/definitions/{name}") })
}

/// One of a reader's words.
fn word<T>(words: &[(&str, T)]) -> Value {
    let words: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
    json!({ "enum": words })
}

fn roles() -> Value {
    json!({ "enum": Role::ALL.map(Role::word) })
}

/// That a heading has none of some keys, and that everything else has points.
fn heading_or_points() -> Value {
    let none: Map<String, Value> =
        NOT_OF_HEADINGS.into_iter().map(|key| (key.to_owned(), json!(false))).collect();
    json!({
        "if": {
            "properties": { "combine": { "const": Combine::Heading.word() } },
            "required": ["combine"],
        },
        "then": { "properties": none },
        "else": { "required": ["points"] },
    })
}

fn set() -> Value {
    let values = [
        ("id", forms::kebab()),
        ("version", forms::line()),
        ("title", forms::text()),
        ("basis", forms::list(&forms::text())),
        ("note", forms::text()),
        ("audience", forms::distinct(&forms::id())),
        ("effective", effective()),
        ("supersedes", forms::identity()),
        ("points", forms::points()),
        ("expects", table(&EXPECTS_KEYS, |keys| &keys.expects, [("criteria", forms::points())], &[])),
        ("rounding", rounding()),
        ("combine", combine()),
        ("bands", forms::filled(&reference("band"))),
        ("floor", forms::number()),
        ("not-applicable", word(&NOT_APPLICABLE_WORDS)),
        ("not-applicable-at-most", forms::share()),
        ("not-held", forms::filled(&roles())),
        ("scales", scales()),
        ("grades", forms::filled(&reference("grade"))),
        ("limits", forms::filled(&limit())),
        ("rank", rank()),
        ("criteria", forms::filled(&reference("criterion"))),
    ];
    let mut set = table(&SET_KEYS, |keys| &keys.set, values, &["id", "version", "title", "criteria"]);
    join(&mut set, heading_or_points());
    set
}

fn node() -> Value {
    let mut id = forms::id();
    join(&mut id, json!({ "not": { "const": TOTAL } }));
    let values = [
        ("id", id),
        ("title", forms::text()),
        ("points", forms::points()),
        ("criteria", forms::filled(&reference("criterion"))),
        ("rule", rule::rule()),
        ("combine", combine()),
        ("weight", forms::weight()),
        ("bands", forms::filled(&reference("band"))),
        ("floor", forms::number()),
        ("bonus", forms::truth()),
        ("penalty", forms::truth()),
        ("grades", forms::filled(&reference("grade"))),
        ("requires", forms::id()),
        ("at-most", forms::id()),
        ("was", forms::distinct(&forms::id())),
        ("effort", forms::above_zero()),
        ("as-written", forms::text()),
        ("applies-to", forms::distinct(&forms::id())),
        ("scored-by", roles()),
        ("not-applicable", word(&NOT_APPLICABLE_WORDS)),
        ("documents", forms::list(&forms::text())),
        ("advice", forms::text()),
        ("note", forms::text()),
        ("basis", forms::list(&forms::text())),
    ];
    let mut node = table(&NODE_KEYS, |keys| &keys.node, values, &["id", "title"]);
    join(&mut node, one_of(&["rule", "criteria"]));
    let of_groups: Map<String, Value> =
        GROUP_KEYS.into_iter().map(|key| (key.to_owned(), json!(["criteria"]))).collect();
    join(&mut node, json!({ "dependencies": of_groups }));
    join(&mut node, heading_or_points());
    node
}

/// A word, or a formula in a table.
fn combine() -> Value {
    let formula = table(&COMBINE_KEYS, |keys| &keys.combine, [("formula", forms::line())], &COMBINE_KEYS);
    forms::word_or_table(&word(&Combine::WORDS), &formula)
}

fn effective() -> Value {
    let values = [("from", forms::date()), ("to", forms::date()), (SUPERSEDES, forms::identity())];
    table(&EFFECTIVE_KEYS, |keys| &keys.effective, values, &[])
}

fn rounding() -> Value {
    let values =
        [("places", forms::whole(0, MOST_PLACES)), ("at", word(&STAGE_WORDS)), ("mode", word(&MODE_WORDS))];
    table(&ROUNDING_KEYS, |keys| &keys.rounding, values, &["places", "at"])
}

fn scales() -> Value {
    let scale = described(&said(|keys| keys.scale), forms::filled(&reference("option")));
    json!({ "type": "object", "additionalProperties": scale })
}

fn grade() -> Value {
    let values = [("id", forms::id()), ("title", forms::text()), ("from", forms::share())];
    table(&GRADE_KEYS, |keys| &keys.grade, values, &["id", "title"])
}

fn limit() -> Value {
    let values = [
        ("when", when()),
        ("grade-at-most", forms::id()),
        ("score", json!({ "enum": [VOID] })),
        ("because", forms::text()),
    ];
    let mut limit = table(&LIMIT_KEYS, |keys| &keys.limit, values, &["when", "because"]);
    join(&mut limit, one_of(&CONSEQUENCE_KEYS));
    limit
}

fn when() -> Value {
    let values = [
        ("criterion", forms::id()),
        ("is", word(&IS_WORDS)),
        ("below", forms::share()),
        ("answer", forms::answer()),
    ];
    let mut when = table(&WHEN_KEYS, |keys| &keys.when, values, &["criterion"]);
    join(&mut when, one_of(&TRIGGER_KEYS));
    when
}

fn rank() -> Value {
    let values = [
        ("among", word(&AMONG_WORDS)),
        ("ties", word(&TIES_WORDS)),
        ("except", forms::distinct(&forms::id())),
    ];
    table(&RANK_KEYS, |keys| &keys.rank, values, &["among", "ties"])
}
