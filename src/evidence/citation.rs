//! Reads a document as officials cite it in free text, whole or not at all.
//!
//! `Kế hoạch số 12/KH-SYT ngày 05/01/2026 của Sở Y tế về cải cách hành chính (tr. 2-4)`: the kind of document, number and
//! sign, day, issuer, subject, pages, a link, each once and in nearly any order. Where one word of the text is not
//! accounted for, nothing is read: half a guess in a register would look like a fact.

mod cursor;
mod figures;
mod issuer;
mod words;

use crate::answer::Document;
use crate::calendar::Date;
use crate::id::composed;
use cursor::{Cursor, in_small};
use figures::{date, is_no_day, link, number, page_word, pages};
use issuer::issuer;
use words::{ABOUT, KINDS, LEADING_ON, REMARKS, SUBJECT};

/// How long a citation is at most, in bytes: what is longer tells a story.
const LONGEST: usize = 1200;

/// The document that a free text cites. The text is kept as it is; its fields are known where all of it was read.
#[must_use]
pub(super) fn read(text: &str) -> Document {
    let plain = composed(text);
    // Without a figure and a link it names no document.
    let names = plain.bytes().any(|b| b.is_ascii_digit() || b == b'/') || plain.contains("www.");
    let fields = if names && plain.len() <= LONGEST { Citation::read(&plain) } else { None };
    let Some(Citation { kind, number, date, issuer, subject, link: file, pages }) = fields else {
        return Document::unread(text);
    };
    let title: Vec<String> = kind.into_iter().chain(subject).collect();
    let title = (!title.is_empty()).then(|| title.join(" "));
    let text = Some(text.to_owned());
    Document { text, number, date, issuer, title, file, pages, attached: None }
}

/// What has been read of a citation.
#[derive(Default)]
struct Citation {
    /// The kind of document, as it is written.
    kind: Option<String>,
    number: Option<String>,
    date: Option<Date>,
    issuer: Option<String>,
    /// What it is about (trích yếu), as it is written.
    subject: Option<String>,
    link: Option<String>,
    pages: Option<String>,
}

impl Citation {
    fn read(text: &str) -> Option<Citation> {
        let mut citation = Citation::default();
        let small = in_small(text);
        let mut at = numbered(Cursor::new(text, &small).blanks());
        if let Some((read, end)) = pages(at) {
            citation.pages = Some(read);
            at = end.between();
        }
        at = citation.kind(at);
        citation.parts(at, false)?;
        let dated = citation.kind.is_some() && citation.date.is_some();
        (citation.number.is_some() || citation.link.is_some() || dated).then_some(citation)
    }

    /// The kind of document; with the words of its title where its number follows them.
    fn kind<'t>(&mut self, start: Cursor<'t>) -> Cursor<'t> {
        let Some((which, end)) = kind_of(start) else { return start };
        let (mut kind, mut at) = (start.up_to(end), end);
        if number(end.between(), true).is_none()
            && let Some(far) = end.ahead().find(|far| is_own_number(*far, which))
            && !end.up_to(far).contains(['/', ';', ':'])
            && !within(end, far).any(|at| kind_of(at).is_some() || date(at).is_some() || pages(at).is_some())
        {
            kind = start.up_to(far).trim_end_matches([',', '-', '–', ' ']);
            at = far;
        }
        self.kind = Some(kind.to_owned());
        at
    }

    /// The parts that follow one another up to the end; those `inside` brackets are figures and names alone.
    fn parts(&mut self, start: Cursor<'_>, inside: bool) -> Option<()> {
        let mut at = start;
        loop {
            let parted = at.between();
            // A name alone stands behind a mark.
            let marked =
                inside && at.rest.len() == start.rest.len() || parted.rest.len() < at.blanks().rest.len();
            at = parted;
            if at.is_done() {
                return Some(());
            }
            if let Some((within, end)) = brackets(at).filter(|_| !inside) {
                self.parts(within, true)?;
                at = end;
            } else if let Some(end) = self.figure(at)? {
                at = end;
            } else if at.any(&SUBJECT).is_some() && !inside {
                at = self.subject(at)?;
            } else {
                let named = marked || at.any(&["của", "do"]).is_some();
                let (name, end) = issuer(at).filter(|_| named)?;
                once(&mut self.issuer, name)?;
                at = end;
            }
        }
    }

    /// A figure and what is behind it, if one stands here; nothing at all where it is the second of its sort.
    #[expect(clippy::option_option, reason = "no figure here, and one too many, are two things")]
    fn figure<'t>(&mut self, at: Cursor<'t>) -> Option<Option<Cursor<'t>>> {
        if let Some((read, end)) = date(at) {
            once(&mut self.date, read)?;
            return Some(Some(end));
        }
        if let Some((read, end)) = pages(at) {
            once(&mut self.pages, read)?;
            return Some(Some(end));
        }
        if let Some((read, end)) = link(at) {
            once(&mut self.link, read)?;
            return Some(Some(end));
        }
        if let Some((read, end)) = number(at, self.kind.is_some()) {
            once(&mut self.number, read)?;
            return Some(Some(end));
        }
        Some(None)
    }

    /// The subject: all that follows, but for pages and a link at the end.
    fn subject<'t>(&mut self, start: Cursor<'t>) -> Option<Cursor<'t>> {
        let words = start.any(&SUBJECT)?.between();
        if words.any(&REMARKS).is_some() {
            return None;
        }
        let end = words.ahead().find(|at| is_tail(*at)).unwrap_or(start.end());
        let subject = start.up_to(end).trim_end_matches([',', ';', '-', '–', ' ']);
        let names_another = start.any(&ABOUT).is_some() && is_numbered(words);
        let leads_on = small_words(subject).next_back().is_some_and(|word| LEADING_ON.contains(&&*word));
        let (mut dated, mut strange) = (false, words.up_to(end).is_empty() || names_another || leads_on);
        for at in within(words, end) {
            dated |= date(at).is_some();
            strange |= page_word(at).is_some() || link(at).is_some() || is_no_day(at) || parts_another(at);
        }
        // A day in the subject may be the document's own.
        if strange || dated && self.date.is_none() {
            return None;
        }
        once(&mut self.subject, subject.to_owned())?;
        Some(end)
    }
}

/// Keeps what may be said once.
fn once<T>(slot: &mut Option<T>, read: T) -> Option<()> {
    slot.is_none().then(|| *slot = Some(read))
}

/// Behind the number with which a line of a list begins: `1. `, `1) `.
fn numbered(at: Cursor<'_>) -> Cursor<'_> {
    let behind = at.digits(2).and_then(|(_, at)| at.mark(&['.', ')']));
    behind.filter(|at| at.next().is_some_and(char::is_whitespace)).map_or(at, Cursor::blanks)
}

/// Behind the name of a kind of document.
fn kind(at: Cursor<'_>) -> Option<Cursor<'_>> {
    kind_of(at).map(|(_, end)| end)
}

/// Which kind of document is named, and what is behind its name.
fn kind_of(at: Cursor<'_>) -> Option<(usize, Cursor<'_>)> {
    let found = KINDS.iter().enumerate().filter_map(|(index, (names, signs))| {
        let end = at.any(names).or_else(|| at.any(signs).filter(|end| !end.rest.starts_with(['-', '/'])))?;
        Some((index, end))
    });
    found.min_by_key(|(_, end)| end.rest.len())
}

/// Whether a number stands here that bears the sign of this kind: it is the document's own and no other's.
fn is_own_number(at: Cursor<'_>, which: usize) -> bool {
    let at = at.mark(&['(']).unwrap_or(at);
    let signed =
        |number: &str| in_small(number).split(['/', '-']).any(|group| KINDS[which].1.contains(&group));
    at.words("số").is_some() && number(at, false).is_some_and(|(number, _)| signed(&number))
}

/// Every place between two.
fn within<'t>(start: Cursor<'t>, end: Cursor<'t>) -> impl Iterator<Item = Cursor<'t>> {
    start.ahead().take_while(move |at| at.rest.len() > end.rest.len())
}

/// What stands in the brackets that open here, and what is behind them.
fn brackets(at: Cursor<'_>) -> Option<(Cursor<'_>, Cursor<'_>)> {
    let inside = at.mark(&['('])?;
    let close = inside.rest.find(')')?;
    let held = inside.only(close);
    (!held.blanks().is_done() && !held.rest.contains('(')).then(|| (held, inside.skip(close + 1)))
}

/// Whether only pages and a link follow, up to the end.
fn is_tail(start: Cursor<'_>) -> bool {
    let mut tail = Citation::default();
    let mut at = start.between();
    while !at.is_done() {
        let (within, end) = brackets(at).unwrap_or((at, at));
        let Some((read, after)) = pages(within).or_else(|| link(within)) else { return false };
        let slot = if pages(within).is_some() { &mut tail.pages } else { &mut tail.link };
        if once(slot, read).is_none() {
            return false;
        }
        at = if end.rest.len() == at.rest.len() {
            after.between()
        } else if after.between().is_done() {
            end.between()
        } else {
            return false;
        };
    }
    tail.pages.is_some() || tail.link.is_some()
}

/// Whether another document begins behind a comma or an `và` that stands here: with its number, or with its kind in
/// capitals alone.
fn parts_another(at: Cursor<'_>) -> bool {
    let behind = at.mark(&[',', ';', '+', '&']).or_else(|| at.words("và")).map(Cursor::blanks);
    behind.is_some_and(|at| is_numbered(at) || is_kind_in_capitals(at))
}

/// Whether a document stands here with its number, or a number alone.
fn is_numbered(at: Cursor<'_>) -> bool {
    let own = kind(at).map_or(at, Cursor::between);
    number(own, true).is_some()
}

/// Whether the name of a kind of document stands here as a name. Of laws whole subjects tell.
fn is_kind_in_capitals(at: Cursor<'_>) -> bool {
    at.next().is_some_and(char::is_uppercase)
        && KINDS.iter().any(|(names, signs)| !signs.is_empty() && at.any(names).is_some())
}

/// The words of a text, in small letters.
fn small_words(text: &str) -> impl DoubleEndedIterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(in_small)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    /// Pieces of which citations are made, whole and broken.
    const PIECES: [&str; 30] = [
        "Kế hoạch",
        "QĐ",
        "số",
        "12/KH-SYT",
        "876/QĐ-BNV",
        "12 /KH - SYT",
        "05-NQ/TU",
        "ngày",
        "05/01/2026",
        "31/02/2026",
        "10-11-2022",
        "ngày 5 tháng 12 năm 2025",
        "của",
        "Sở Y tế",
        "UBND tỉnh",
        "về việc",
        "v/v",
        "cải cách",
        "(",
        ")",
        "tr.",
        "2-4",
        "trang 3",
        ",",
        "và",
        "https://a.vn/x",
        "–",
        "ủy ban",
        "\u{301}",
        "12/",
    ];

    proptest! {
        #[test]
        fn no_text_is_lost_whatever_it_is(text in "\\PC{0,80}") {
            let document = read(&text);
            prop_assert_eq!(document.text.as_deref(), Some(text.as_str()));
        }

        #[test]
        fn what_is_read_stands_in_the_text(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 1..9)) {
            let text = pieces.join(" ");
            let document = read(&text);
            prop_assert_eq!(document.text.as_deref(), Some(text.as_str()));
            // Every letter and figure of what was read comes from the text, in its order.
            for (field, value) in document.fields() {
                let mut letters = text.nfc().filter(char::is_ascii_alphanumeric).collect::<Vec<_>>().into_iter();
                if field != "date" {
                    prop_assert!(value.chars().filter(char::is_ascii_alphanumeric).all(|c| letters.any(|d| d == c)), "{}", text);
                }
            }
            // The same in decomposed Unicode is read the same.
            let apart: String = text.nfd().collect();
            let again = read(&apart);
            prop_assert_eq!(again.fields(), document.fields());
            prop_assert_eq!(again.text, Some(apart));
        }
    }

    #[test]
    fn a_long_text_is_no_citation() {
        let long = format!("Kế hoạch số 12/KH-SYT về việc {}", "cải cách hành chính ".repeat(60));
        assert_eq!(read(&long), Document::unread(&long));
    }
}
