//! What most likely stands in the way where the parser gives up, and where: it often notices a mistake later than
//! it was made.

use granit_parser::{ErrorKind, ScanError};

use super::{DEEPEST, Stopped};
use crate::id::is_kebab;
use crate::problem::{Fault, YamlFlaw};
use crate::source::Place;

/// The fault that an error of the parser comes to. `bracket` is where the innermost open list or table begins, if
/// it is written in brackets.
pub(super) fn syntax(text: &str, error: &ScanError, bracket: Option<usize>) -> Stopped {
    let at = error.marker().byte_offset().expect("the parser reads from a text, whose bytes it counts");
    if matches!(error.kind(), ErrorKind::RecursionLimitExceeded) {
        return Box::new((Place::Span { start: at, len: 1 }, Fault::YamlTooDeep { most: DEEPEST }));
    }
    let at = (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let (start, flaw) = Stop { text, at, bracket }.flaw(error);
    let len = text[start..].chars().next().map_or(1, char::len_utf8);
    Box::new((Place::Span { start, len }, Fault::YamlSyntax { flaw }))
}

/// Where the parser stopped.
struct Stop<'t> {
    text: &'t str,
    at: usize,
    bracket: Option<usize>,
}

impl Stop<'_> {
    fn flaw(&self, error: &ScanError) -> (usize, YamlFlaw) {
        #[expect(
            clippy::wildcard_enum_match_arm,
            reason = "the parser may name further kinds; its own words serve for them"
        )]
        match error.kind() {
            ErrorKind::TabNotAllowed
            | ErrorKind::TabInBlockIndentation
            | ErrorKind::TabInIndentation
            | ErrorKind::TabInPlainScalar
            | ErrorKind::TabAtBlockScalarStart => (self.tab(), YamlFlaw::Tab),
            ErrorKind::InvalidIndentation | ErrorKind::ExpectedBlockSequenceEntry => {
                (self.at, YamlFlaw::Indentation)
            }
            ErrorKind::ExpectedBlockMappingKey => self.no_key(),
            ErrorKind::MappingValueNotAllowed => self.colon(),
            ErrorKind::SimpleKeyExpected
            | ErrorKind::InvalidSimpleKey
            | ErrorKind::MappingKeyNotAllowed
            | ErrorKind::InvalidMappingValueWhitespace => (self.at, YamlFlaw::Colon),
            ErrorKind::ExpectedFlowMappingSeparator | ErrorKind::InvalidColonPlacement => {
                self.colon_in_brackets()
            }
            ErrorKind::UnexpectedEofFlowSequence
            | ErrorKind::UnexpectedEofFlowMapping
            | ErrorKind::UnexpectedEofImplicitFlowMapping
            | ErrorKind::ExpectedFlowSequenceSeparator
            | ErrorKind::MisplacedFlowCollectionEnd
            | ErrorKind::MismatchedFlowCollectionEnd { .. }
            | ErrorKind::UnclosedFlowCollection { .. }
            | ErrorKind::InvalidFlowScalarIndent
            | ErrorKind::BlockEntryInFlowCollection => (self.at, YamlFlaw::Bracket),
            ErrorKind::UnknownAnchor => (self.at, YamlFlaw::Alias),
            ErrorKind::MissingAnchorOrAliasName if self.text[self.at..].starts_with('*') => {
                (self.at, YamlFlaw::Alias)
            }
            ErrorKind::InvalidTrailingSingleQuotedScalar => self.behind_quote('\''),
            ErrorKind::InvalidTrailingDoubleQuotedScalar => self.behind_quote('"'),
            _ => {
                let words = error.info();
                (self.at, if words.contains("quote") { YamlFlaw::Quote } else { YamlFlaw::Other(words) })
            }
        }
    }

    fn line_start(&self, at: usize) -> usize {
        self.text[..at].rfind('\n').map_or(0, |newline| newline + 1)
    }

    /// Where the content of the line around `at` begins, behind blanks and the dashes of lists.
    fn content(&self, at: usize) -> usize {
        let start = self.line_start(at);
        let line = &self.text[start..];
        start + line.len() - line.trim_start_matches([' ', '-']).len()
    }

    /// How far the content of the line around `at` is indented.
    fn indent(&self, at: usize) -> usize {
        self.content(at) - self.line_start(at)
    }

    /// The end of the last line before that around `at` in which something stands.
    fn line_before(&self, at: usize) -> Option<usize> {
        let before = self.text[..self.line_start(at)].trim_end();
        (!before.is_empty()).then_some(before.len())
    }

    /// The tab that the parser stumbled over: just before, or behind the line break in what it was reading.
    fn tab(&self) -> usize {
        let rest = &self.text[self.at..];
        if !rest.starts_with('\t') && self.text[..self.at].ends_with('\t') {
            return self.at - 1;
        }
        let broken = rest.find('\n').unwrap_or(0);
        rest[broken..].find('\t').map_or(self.at, |tab| self.at + broken + tab)
    }

    /// No key where a table goes on: a line out of its column, or a key without the blank behind its colon.
    fn no_key(&self) -> (usize, YamlFlaw) {
        let start = self.line_start(self.at);
        let before = &self.text[start..self.at];
        if before.trim_start_matches([' ', '-']).is_empty() {
            return (start + before.len() - before.trim_start().len(), YamlFlaw::Indentation);
        }
        (self.at, YamlFlaw::Colon)
    }

    /// A colon where no value may follow.
    fn colon(&self) -> (usize, YamlFlaw) {
        let content = self.content(self.at).min(self.at);
        if self.text[content..self.at].contains(": ") || self.text[..self.at].ends_with(['"', '\'', ':']) {
            return (self.at, YamlFlaw::Colon);
        }
        // The key was read as the rest of a text that begins in the line before: since it stands deeper than
        // that line, or since that line lacks its colon or the blank behind it.
        match self.line_before(self.at) {
            Some(before) if self.indent(self.at) > self.indent(before) => (content, YamlFlaw::Indentation),
            Some(before) if self.indent(self.at) == self.indent(before) => {
                (self.content(before), YamlFlaw::Colon)
            }
            _ => (self.at, YamlFlaw::Colon),
        }
    }

    /// A colon inside brackets where none can stand: they are not closed, lack a comma, or hold a text with a colon.
    fn colon_in_brackets(&self) -> (usize, YamlFlaw) {
        if let Some(bracket) = self.bracket
            && self.line_start(bracket) != self.line_start(self.at)
            && self.indent(self.at) <= self.indent(bracket)
        {
            return (bracket, YamlFlaw::Bracket);
        }
        let line = &self.text[self.line_start(self.at)..self.at];
        let entry = line.rsplit([',', '{', '[']).next().unwrap_or_default();
        let key_behind_value = entry.rsplit_once(' ').is_some_and(|(_, word)| is_kebab(word));
        let in_text = self.text[self.at..].starts_with(':') && entry.contains(": ") && !key_behind_value;
        (self.at, if in_text { YamlFlaw::Colon } else { YamlFlaw::Bracket })
    }

    /// Something behind a quoted text that is closed.
    fn behind_quote(&self, quote: char) -> (usize, YamlFlaw) {
        let start = self.line_start(self.at);
        let before = &self.text[start..self.at];
        if before.matches(quote).count() == 1 {
            // The text was opened in a line before, and closed by what was meant to open this one.
            let opened = self.text[..start].rfind(quote);
            return (opened.unwrap_or(self.at), YamlFlaw::Quote);
        }
        if self.bracket.is_some() && self.text[self.at..].starts_with(['"', '\'']) {
            return (self.at, YamlFlaw::Bracket);
        }
        let first = before.trim_start_matches([' ', '-']).starts_with(quote);
        (self.at, if first { YamlFlaw::Colon } else { YamlFlaw::Quote })
    }
}

#[cfg(test)]
mod tests {
    use crate::problem::{Checked, Fault, Problems, YamlFlaw};
    use crate::source::Source;
    use crate::yaml::read;

    /// The flaw of a text and its place.
    fn flaw(text: &str) -> String {
        let mut problems = Problems::default();
        let tree = read(&Source::new("f", text.to_owned()), &mut problems);
        if !problems.any_fault() {
            return "none".to_owned();
        }
        let Checked::Broken(faults, _) = problems.verdict(tree) else { panic!("a fault makes it broken") };
        let [found] = &faults[..] else { panic!("one mistake is one fault: {faults:?}") };
        let Fault::YamlSyntax { flaw } = &found.what else { panic!("{found:?}") };
        let name = match flaw {
            YamlFlaw::Tab => "tab".to_owned(),
            YamlFlaw::Indentation => "indentation".to_owned(),
            YamlFlaw::Quote => "quote".to_owned(),
            YamlFlaw::Bracket => "bracket".to_owned(),
            YamlFlaw::Colon => "colon".to_owned(),
            YamlFlaw::Alias => "alias".to_owned(),
            YamlFlaw::Other(words) => words.clone(),
        };
        let at = found.at.at.as_ref().expect("a flaw has its place");
        format!("{}:{} {name}", at.line, at.column)
    }

    #[test]
    fn the_common_mistakes_are_told_where_they_were_made() {
        let (mut found, mut wanted) = (Vec::new(), Vec::new());
        for (text, told) in [
            ("a: Kế hoạch: năm\n", "1:12 colon"),
            ("a: \"x\": 1\n", "1:7 colon"),
            ("a: : b\n", "1:4 colon"),
            ("a:1\nb: 2\n", "1:1 colon"),
            ("a:\n  1.1 yes\n  1.2: no\n", "2:3 colon"),
            ("a:\n  1.1: yes\n  1.2 no\n", "3:3 colon"),
            ("a:\n  \"1.1\" yes\n", "2:9 colon"),
            ("a:\n  \"1.1\":yes\n  \"1.2\": no\n", "2:8 colon"),
            ("title: { vi: Kế hoạch: năm }\n", "1:22 colon"),
            ("a: 1\n  b: 2\n", "2:3 indentation"),
            ("- id: 1\n    title: x\n", "2:5 indentation"),
            ("- id: 1\n title: x\n", "2:2 indentation"),
            ("a:\n  b: 1\n c: 2\n", "3:2 indentation"),
            ("a: b\n- c\n", "2:1 indentation"),
            ("a: {x: 1, y: 2\nb: 3\n", "1:4 bracket"),
            ("a: [1, 2\nb: 3\n", "1:4 bracket"),
            ("a: [\n  b,\n  c\nd: 1\n", "1:4 bracket"),
            ("a: [1, 2}\n", "1:4 bracket"),
            ("a: [1]]\n", "1:7 bracket"),
            ("a: {b: 1 c: 2}\n", "1:11 bracket"),
            ("a: [\"x\" \"y\"]\n", "1:9 bracket"),
            ("a: [1, 2\n", "1:4 bracket"),
            ("a:\n\tb: 1\n", "2:1 tab"),
            ("a: 1\n\tb: 2\n", "2:1 tab"),
            ("- a\n\t- b\n", "2:1 tab"),
            ("a: >\n\tb\n", "2:1 tab"),
            ("a: \"x\nb: 2\n", "1:4 quote"),
            ("a: \"x\nb: \"y\"\n", "1:4 quote"),
            ("a: 'Sở 'A''\n", "1:9 quote"),
            ("a: \"\\q\"\n", "1:4 quote"),
            ("a: *\n", "1:4 alias"),
            ("a: *b\n", "1:4 alias"),
            ("a: @x\n", "1:4 unexpected character: `@'"),
        ] {
            found.push((text, flaw(text)));
            wanted.push((text, told.to_owned()));
        }
        assert_eq!(found, wanted);
    }
}
