//! What needs no words: how a file's text is quoted in a sentence, and offers in the file's own syntax.

use std::borrow::Borrow;

use unicode_normalization::UnicodeNormalization;

use crate::calendar::{Date, MonthDay};
use crate::points::Points;
use crate::source::visible;
use crate::wording::numbers;

/// How much of a text is quoted, in characters.
const LONGEST: usize = 80;

/// How many words are few enough to be listed.
const FEW: usize = 12;

/// A file's text between backticks, shortened where it is long; it must not speak to the terminal.
pub(super) fn quoted(text: &str) -> String {
    let mut shown: String = text.chars().take(LONGEST).map(visible).collect();
    if text.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    format!("`{shown}`")
}

/// All of `words`, quoted.
pub(super) fn listed<T: Borrow<str>>(words: &[T]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| quoted(word.borrow())).collect();
    quoted.join(", ")
}

/// All of `words`, quoted, if they are few.
pub(super) fn few<T: Borrow<str>>(words: &[T]) -> Option<String> {
    (1..=FEW).contains(&words.len()).then(|| listed(words))
}

/// A number of bytes in MiB.
pub(super) fn mebibytes(bytes: u64) -> u64 {
    bytes >> 20
}

/// A share as a percent: 0.95 is `95%`.
pub(super) fn percent(share: &Points) -> String {
    format!("{}%", share * &Points::HUNDRED)
}

/// A number as it is written in a file, where it is a share with its sign.
pub(super) fn written(number: &Points, share: bool) -> String {
    if share { percent(number) } else { number.to_string() }
}

/// A number as a sentence says it, where it is a share with its sign.
pub(super) fn spoken(number: &Points, share: bool) -> String {
    if share { numbers::percent(number) } else { number.to_string() }
}

/// The percent that a bare number most likely meant: 80 and 0.8 are both `80%`.
pub(super) fn meant_percent(text: &str) -> Option<String> {
    let number = Points::read(text).ok().filter(|number| *number > Points::ZERO)?;
    Some(if number <= Points::ONE { percent(&number) } else { format!("{text}%") })
}

/// The date that a text most likely meant: with the right marks, or with day and month in their places.
pub(super) fn meant_date(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split(['-', '/', '.']).map(str::trim).collect();
    let (dates, day) = match parts[..] {
        [a, b] => (Vec::new(), Some(format!("{b}-{a}"))),
        [a, b, c] if c.len() == 4 => (vec![format!("{a}/{b}/{c}"), format!("{b}/{a}/{c}")], None),
        [a, b, c] => (vec![format!("{a}-{b}-{c}"), format!("{a}-{c}-{b}")], None),
        _ => return None,
    };
    let date = dates.into_iter().find(|date| Date::read(date).is_ok());
    date.or_else(|| day.filter(|day| MonthDay::read(day).is_ok()))
}

/// Whether a text has the form of a day of any year, `12-31`.
pub(super) fn is_day_of_year(text: &str) -> bool {
    text.split('-').count() == 2
}

/// The name in lower-case words and hyphens that a text most likely meant.
pub(super) fn meant_name(text: &str) -> Option<String> {
    let plain: String = text.to_lowercase().replace('đ', "d").nfd().filter(|c| !is_mark(*c)).collect();
    let words: Vec<&str> =
        plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    (!words.is_empty()).then(|| words.join("-"))
}

/// The name of a formula's input that a text most likely meant.
pub(super) fn meant_input(text: &str) -> Option<String> {
    let name = meant_name(text)?.replace('-', "_");
    Some(if name.starts_with(|c: char| c.is_ascii_digit()) { format!("so_{name}") } else { name })
}

/// A division that says what it gives when the divisor is zero, by the function and by a condition.
pub(super) fn guarded(dividend: &str, divisor: &str) -> [String; 2] {
    [format!("share({dividend}, {divisor}, 0)"), format!("{divisor} != 0 ? {dividend} / {divisor} : 0")]
}

/// Whether a character is one of the marks that Vietnamese letters carry, taken apart from them.
fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// The steps just below and just above `points`.
pub(super) fn steps_around(points: &Points, step: &Points) -> Option<[Points; 2]> {
    let below = &points.over(step)?.floor() * step;
    let above = &below + step;
    Some([below, above])
}

/// The half of a number, as an example that divides it.
pub(super) fn half(points: &Points) -> Option<Points> {
    points.over(&Points::whole(2))
}

/// Whether an unknown key is what a decimal comma leaves in braces: `{ points: 0,5 }` has a key `5`.
pub(super) fn is_cut_off(key: &str) -> bool {
    let digits = key.strip_suffix('%').unwrap_or(key);
    !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())
}

/// A rule of a kind with the settings that it needs.
pub(super) fn example_rule(kind: &str) -> String {
    let settings = match kind {
        "bands" => "[{ from: 80%, points: 100% }, { below: 80%, points: 0 }]",
        "count" => "{ each: 0.5 }",
        "deduct" => "{ each: 0.25 }",
        "formula" => "{ inputs: { ho_so: { unit: hồ sơ } }, points: \"min(2, ho_so * 0.1)\" }",
        "deadline" => "{ due: { day: 12-31 } }",
        _ => "[{ id: full, title: ..., points: 100% }, { id: partial, title: ..., points: 50% }]",
    };
    format!("`rule: {{ {kind}: {settings} }}`")
}

/// An entry of a table as it may be written under a key that must be there.
pub(super) fn example_entry(key: &str) -> String {
    let value = match key {
        "agency" => "{ id: so-noi-vu }",
        "among" => "peers",
        "answers" => "{ \"1.1\": yes }",
        "at" => "criterion",
        "criteria" => "[{ id: \"1\", title: ..., points: 2, rule: yes-no }]",
        "day" => "12-31",
        "due" => "2026-12-31",
        "each" => "0.5",
        "inputs" => "{ ho_so: { unit: hồ sơ } }",
        "id" => "\"1.1\"",
        "kind" => "shortcoming",
        "places" | "points" => "2",
        "ties" => "skip",
        "title" => "Cải cách thể chế",
        "for" => "so-mau@1.0",
        "version" => "\"1.0\"",
        _ => "...",
    };
    format!("`{key}: {value}`")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_meant_is_offered() {
        for (text, meant) in [
            ("05-01-2026", Some("05/01/2026")),
            ("2026/01/05", Some("2026-01-05")),
            ("5.1.2026", Some("5/1/2026")),
            ("01/13/2026", Some("13/01/2026")),
            ("31-12", Some("12-31")),
            ("31/02/2026", None),
            ("soon", None),
        ] {
            assert_eq!(meant_date(text).as_deref(), meant, "{text}");
        }
        assert_eq!(meant_name("Bộ tiêu chí Đà Nẵng").as_deref(), Some("bo-tieu-chi-da-nang"));
        assert_eq!(meant_percent("0.8").as_deref(), Some("80%"));
        assert_eq!(meant_percent("80").as_deref(), Some("80%"));
        assert_eq!(meant_percent("0"), None);
    }

    #[test]
    fn a_quoted_text_is_short_and_still() {
        assert_eq!(quoted("a\u{1b}[31m"), "`a\u{fffd}[31m`");
        assert_eq!(quoted(&"ă".repeat(1000)).chars().count(), LONGEST + 3);
    }
}
