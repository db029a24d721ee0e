//! A place in a citation from which it is read on; nothing is lost by looking ahead, since a cursor is copied.

/// What is still to be read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'t> {
    pub(super) rest: &'t str,
}

/// Marks that stand between the parts of a citation and say nothing themselves.
const BETWEEN: [char; 7] = [',', ';', ':', '.', '-', '–', '—'];

impl<'t> Cursor<'t> {
    pub(super) fn new(text: &'t str) -> Cursor<'t> {
        Cursor { rest: text }
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
        Cursor::new(self.rest.trim_start())
    }

    /// Behind any blanks and marks that part two things.
    pub(super) fn between(self) -> Cursor<'t> {
        Cursor::new(self.rest.trim_start_matches(|c: char| c.is_whitespace() || BETWEEN.contains(&c)))
    }

    /// Behind one of `marks`.
    pub(super) fn mark(self, marks: &[char]) -> Option<Cursor<'t>> {
        self.rest.strip_prefix(marks).map(Cursor::new)
    }

    /// Behind `phrase`, in capitals or not, with any blanks between its words.
    pub(super) fn starts(self, phrase: &str) -> Option<Cursor<'t>> {
        let mut at = self;
        for (index, word) in phrase.split(' ').enumerate() {
            if index > 0 {
                let after = at.blanks();
                if after.rest.len() == at.rest.len() {
                    return None;
                }
                at = after;
            }
            for wanted in word.chars() {
                let found = at.next()?;
                if !found.to_lowercase().eq(wanted.to_lowercase()) {
                    return None;
                }
                at = Cursor::new(&at.rest[found.len_utf8()..]);
            }
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
        (1..=most).contains(&count).then(|| (&self.rest[..count], Cursor::new(&self.rest[count..])))
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

    /// Every place from here on at which a word or a mark begins, this one among them.
    pub(super) fn ahead(self) -> impl Iterator<Item = Cursor<'t>> {
        let mut before = None;
        self.rest.char_indices().filter_map(move |(at, c)| {
            let begins =
                !c.is_whitespace() && (!c.is_alphanumeric() || !before.is_some_and(char::is_alphanumeric));
            before = Some(c);
            begins.then(|| Cursor::new(&self.rest[at..]))
        })
    }
}
