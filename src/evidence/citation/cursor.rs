//! A place in a citation from which it is read on; nothing is lost by looking ahead, since a cursor is copied.

/// What is still to be read, and the same in small letters: both have every letter at the same byte.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'t> {
    pub(super) rest: &'t str,
    small: &'t str,
}

/// Marks that stand between the parts of a citation and say nothing themselves.
const BETWEEN: [char; 7] = [',', ';', ':', '.', '-', '–', '—'];

/// A text in small letters, every letter at its byte: the few that would change their length stay as they are.
pub(super) fn in_small(text: &str) -> String {
    let small = |c: char| {
        let mut lower = c.to_lowercase();
        match (lower.next(), lower.next()) {
            (Some(small), None) if small.len_utf8() == c.len_utf8() => small,
            _ => c,
        }
    };
    text.chars().map(small).collect()
}

impl<'t> Cursor<'t> {
    /// The beginning of a text, with the same in small letters.
    pub(super) fn new(text: &'t str, small: &'t str) -> Cursor<'t> {
        Cursor { rest: text, small }
    }

    /// Behind so many bytes.
    pub(super) fn skip(self, bytes: usize) -> Cursor<'t> {
        Cursor { rest: &self.rest[bytes..], small: &self.small[bytes..] }
    }

    /// So many bytes alone.
    pub(super) fn only(self, bytes: usize) -> Cursor<'t> {
        Cursor { rest: &self.rest[..bytes], small: &self.small[..bytes] }
    }

    /// Behind everything.
    pub(super) fn end(self) -> Cursor<'t> {
        self.skip(self.rest.len())
    }

    /// Whether everything has been read.
    pub(super) fn is_done(self) -> bool {
        self.rest.is_empty()
    }

    pub(super) fn next(self) -> Option<char> {
        self.rest.chars().next()
    }

    /// Behind any blanks.
    pub(super) fn blanks(self) -> Cursor<'t> {
        self.skip(self.rest.len() - self.rest.trim_start().len())
    }

    /// Behind any blanks and marks that part two things.
    pub(super) fn between(self) -> Cursor<'t> {
        let parts = |c: char| c.is_whitespace() || BETWEEN.contains(&c);
        self.skip(self.rest.len() - self.rest.trim_start_matches(parts).len())
    }

    /// Behind one of `marks`.
    pub(super) fn mark(self, marks: &[char]) -> Option<Cursor<'t>> {
        self.next().filter(|c| marks.contains(c)).map(|c| self.skip(c.len_utf8()))
    }

    /// Behind `phrase`, which is in small letters, however it is written here and with any blanks between its words.
    pub(super) fn starts(self, phrase: &str) -> Option<Cursor<'t>> {
        // Most phrases fail at their first byte, and many are tried.
        if self.small.as_bytes().first() != phrase.as_bytes().first() {
            return None;
        }
        let mut words = phrase.split(' ');
        let first = words.next().unwrap_or_default();
        let mut at = self.small.starts_with(first).then(|| self.skip(first.len()))?;
        for word in words {
            let next = at.blanks();
            let parted = next.rest.len() < at.rest.len() && next.small.starts_with(word);
            at = parted.then(|| next.skip(word.len()))?;
        }
        Some(at)
    }

    /// Behind the words of `phrase`, where they end there.
    pub(super) fn words(self, phrase: &str) -> Option<Cursor<'t>> {
        self.starts(phrase).filter(|at| !at.next().is_some_and(char::is_alphanumeric))
    }

    /// Behind the longest of `phrases`.
    pub(super) fn any(self, phrases: &[&str]) -> Option<Cursor<'t>> {
        let found = phrases.iter().filter_map(|phrase| self.words(phrase));
        found.min_by_key(|at| at.rest.len())
    }

    /// Digits, at most `most` of them.
    pub(super) fn digits(self, most: usize) -> Option<(&'t str, Cursor<'t>)> {
        let count = self.rest.bytes().take_while(u8::is_ascii_digit).count();
        (1..=most).contains(&count).then(|| (&self.rest[..count], self.skip(count)))
    }

    /// Whether a figure that was read up to here ends here, and is no part of something longer.
    pub(super) fn ends_figure(self) -> bool {
        let mut letters = self.rest.chars();
        match letters.next() {
            None => true,
            Some('/') => false,
            Some('-' | '–' | '.') => !letters.next().is_some_and(char::is_alphanumeric),
            Some(c) => !c.is_alphanumeric(),
        }
    }

    /// The text between two places, without blanks around it.
    pub(super) fn up_to(self, end: Cursor<'t>) -> &'t str {
        self.rest[..self.rest.len() - end.rest.len()].trim()
    }

    /// Whether `word` stands before this place of `whole`, the text in small letters.
    pub(super) fn is_behind(self, word: &str, whole: &str) -> bool {
        whole[..whole.len() - self.rest.len()].trim_end().ends_with(word)
    }

    /// Every place from here on at which a word or a mark begins, this one among them.
    pub(super) fn ahead(self) -> impl Iterator<Item = Cursor<'t>> {
        let mut within = false;
        self.rest.char_indices().filter_map(move |(at, c)| {
            let letter = is_letter(c);
            let begins = if letter { !within } else { !c.is_whitespace() };
            within = letter;
            begins.then(|| self.skip(at))
        })
    }
}

/// Whether a sign is part of a word, told without a table: beyond ASCII only punctuation and blanks are not.
fn is_letter(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_alphanumeric()
    } else {
        !matches!(c, '\u{80}'..='\u{bf}' | '\u{2000}'..='\u{206f}' | '\u{3000}')
    }
}
