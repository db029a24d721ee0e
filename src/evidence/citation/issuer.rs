//! Who issued a document: a name that must look like one of a body, since no mark ends it.

use super::cursor::{Cursor, in_small};
use super::figures::{date, link, pages};
use super::is_kind_in_capitals;
use super::words::{BEFORE_FIGURES, BODIES, BODIES_OF, NO_BODIES, NO_NAMES, SAID_OF_IT, SUBJECT, UNNAMED};

/// How many words a name has at most.
const WORDS: usize = 14;

/// How many words in small letters stand in a name one behind the other: `Trung tâm Phục vụ hành chính công`.
const SMALL: usize = 5;

/// `của Sở Y tế`, `do UBND tỉnh ban hành`, or the name alone.
pub(super) fn issuer(at: Cursor<'_>) -> Option<(String, Cursor<'_>)> {
    if let Some(at) = at.words("của") {
        return name(at.blanks(), true);
    }
    if let Some(at) = at.words("do") {
        let (name, end) = name(at.blanks(), true)?;
        // What it issued stands before: here only the verb may follow.
        let end = end.any(&["ban hành", "ký ban hành", "ký", "phát hành"])?;
        return Some((name, end));
    }
    name(at, false)
}

/// A name and where it ends: before brackets, a figure, the subject, or the end.
fn name(at: Cursor<'_>, behind_of: bool) -> Option<(String, Cursor<'_>)> {
    let end = at.ahead().skip(1).find(|end| stops(*end)).unwrap_or(at.end());
    let name = at.up_to(end).trim_end_matches([',', ';', ':', '.', '-', '–', '—', ' ']);
    let goes_on = UNNAMED.contains(&name.to_lowercase().as_str()) && end.any(&SUBJECT).is_some();
    (is_body(name, behind_of) && !goes_on).then(|| (name.to_owned(), end))
}

/// Whether something else begins here. A comma may stand within a name, and ends it where that follows.
fn stops(at: Cursor<'_>) -> bool {
    let behind = at.between();
    behind.is_done()
        || behind.next().is_some_and(|c| "()[]".contains(c))
        || behind.any(&SUBJECT).is_some()
        || behind.any(&["ký ban hành", "phát hành"]).is_some()
        || date(behind).is_some()
        || pages(behind).is_some()
        || link(behind).is_some()
}

/// Whether a text can be the name of a body.
fn is_body(name: &str, behind_of: bool) -> bool {
    let small = in_small(name);
    let at = Cursor::new(name, &small);
    let words: Vec<&str> =
        name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let Some(first) = words.first() else { return false };
    let short = first.chars().count() > 1 && first.chars().all(char::is_uppercase);
    let begins = at.any(&BODIES).is_some() || behind_of && (at.any(&BODIES_OF).is_some() || short);
    let plain = name.chars().all(|c| c.is_alphanumeric() || c.is_whitespace() || ",.-–&".contains(c));
    let strange = at.ahead().skip(1).any(|at| at.any(&NO_NAMES).is_some() || joins_what_is_no_name(at));
    begins
        && plain
        && words.len() <= WORDS
        && at.any(&NO_BODIES).is_none()
        && !strange
        && !has_strange_figure(&words)
        && !has_remark(name)
        && small_in_a_row(&words) <= SMALL
}

/// Whether a comma or a dash stands here with no further part of a name behind it, but a remark in small letters or
/// another document.
fn joins_what_is_no_name(at: Cursor<'_>) -> bool {
    let behind = at.mark(&[',', '-', '–']).map(Cursor::blanks);
    behind.is_some_and(|at| at.next().is_some_and(char::is_lowercase))
        || behind.or_else(|| at.words("và").map(Cursor::blanks)).is_some_and(is_kind_in_capitals)
}

/// Whether a figure stands in a name that is not the one by which a ward or a district is called.
fn has_strange_figure(words: &[&str]) -> bool {
    let figures = |word: &str| word.contains(|c: char| c.is_ascii_digit());
    let called = |pair: &[&str]| {
        BEFORE_FIGURES.contains(&&*in_small(pair[0]))
            && pair[1].len() <= 2
            && pair[1].bytes().all(|b| b.is_ascii_digit())
    };
    words.windows(2).any(|pair| figures(pair[1]) && !called(pair))
}

/// Whether something is said of the document behind the name. In a text without small letters nothing is known by them.
fn has_remark(name: &str) -> bool {
    let capitals = !name.contains(char::is_lowercase);
    let small = in_small(name);
    // Places are called by some of the words: only as they are written do they count.
    let at = Cursor::new(name, if capitals { &small } else { name });
    let flies = |at: Cursor<'_>| at.words("không").is_some() && at.is_behind("hàng", &small);
    at.ahead().skip(1).any(|at| at.any(&SAID_OF_IT).is_some() && !flies(at))
}

/// The longest row of words in small letters; where nothing is in capitals, nothing is known by them.
fn small_in_a_row(words: &[&str]) -> usize {
    let small = |word: &&str| word.chars().all(|c| !c.is_uppercase());
    if words.iter().all(small) {
        return 0;
    }
    words.split(|word| !small(word)).map(<[&str]>::len).max().unwrap_or_default()
}
