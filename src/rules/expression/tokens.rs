//! A formula's text in its smallest pieces. What cannot be one is told, and where it is plain what was meant the
//! reading goes on with that.

use std::ops::Range;

use super::tree::{Arithmetic, Join, Relation};
use crate::fields::number_fault;
use crate::points::Points;
use crate::problem::{Fault, FormulaFlaw};

/// A piece and where it stands, in bytes.
pub(super) type Placed = (Token, Range<usize>);

/// A fault and where it is in the text.
pub(super) type Misread = (Range<usize>, Fault);

/// The smallest piece of a formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    Number(Points),
    Name(String),
    Sign(Sign),
    Not,
    Question,
    Colon,
    Open,
    Close,
    Comma,
}

impl Token {
    /// Whether something is computed there.
    pub(super) fn is_operation(&self) -> bool {
        match self {
            Token::Sign(_) | Token::Not | Token::Question => true,
            Token::Number(_) | Token::Name(_) | Token::Colon | Token::Open | Token::Close | Token::Comma => {
                false
            }
        }
    }
}

/// A sign between two values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    Arithmetic(Arithmetic),
    Relation(Relation),
    Join(Join),
}

/// The pieces of a text, and what is wrong in it.
#[derive(Debug, Default)]
pub(super) struct Pieces {
    /// The pieces, in their order.
    pub(super) tokens: Vec<Placed>,
    /// What is wrong.
    pub(super) faults: Vec<Misread>,
    /// Whether something could not even be guessed, so that the pieces are not the whole.
    pub(super) lost: bool,
}

const ARITHMETIC: [(&str, Sign); 4] = [
    ("+", Sign::Arithmetic(Arithmetic::Plus)),
    ("-", Sign::Arithmetic(Arithmetic::Minus)),
    ("*", Sign::Arithmetic(Arithmetic::Times)),
    ("/", Sign::Arithmetic(Arithmetic::Over)),
];

/// The longer signs first.
const COMPARING: [(&str, Sign); 8] = [
    ("<=", Sign::Relation(Relation::UpTo)),
    (">=", Sign::Relation(Relation::From)),
    ("==", Sign::Relation(Relation::Equal)),
    ("!=", Sign::Relation(Relation::Unequal)),
    ("&&", Sign::Join(Join::Both)),
    ("||", Sign::Join(Join::Either)),
    ("<", Sign::Relation(Relation::Below)),
    (">", Sign::Relation(Relation::Above)),
];

const OTHERS: [(&str, Token); 6] = [
    ("!", Token::Not),
    ("?", Token::Question),
    (":", Token::Colon),
    ("(", Token::Open),
    (")", Token::Close),
    (",", Token::Comma),
];

/// Signs that people write for those of the grammar.
const MEANT: [(&str, &str); 16] = [
    ("<>", "!="),
    ("**", "*"),
    ("×", "*"),
    ("·", "*"),
    ("•", "*"),
    ("÷", "/"),
    ("−", "-"),
    ("–", "-"),
    ("≤", "<="),
    ("≥", ">="),
    ("≠", "!="),
    ("=", "=="),
    ("&", "&&"),
    ("|", "||"),
    ("[", "("),
    ("]", ")"),
];

/// The pieces of `text`.
pub(super) fn pieces(text: &str) -> Pieces {
    let mut pieces = Pieces::default();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let rest = &text[at..];
        if first.is_whitespace() {
            at += first.len_utf8();
        } else if first.is_ascii_digit() || (first == '.' && rest[1..].starts_with(is_digit)) {
            at = number(&mut pieces, text, at);
        } else if is_part_of_name(first) {
            let end = at + run(rest, is_part_of_name);
            pieces.tokens.push((Token::Name(text[at..end].to_owned()), at..end));
            at = end;
        } else {
            at = sign(&mut pieces, text, at, first);
        }
    }
    pieces
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

fn is_part_of_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// How many bytes at the beginning of `text` are of letters that hold.
fn run(text: &str, holds: impl Fn(char) -> bool) -> usize {
    text.find(|c| !holds(c)).unwrap_or(text.len())
}

/// A number as the files write it; after one that is wrong the reading goes on as if it were right.
fn number(pieces: &mut Pieces, text: &str, at: usize) -> usize {
    let mut end = at + run(&text[at..], |c| is_part_of_name(c) || c == '.');
    let plain = text[at..end].bytes().all(|b| b.is_ascii_digit());
    if plain && text[end..].starts_with(',') && text[end + 1..].starts_with(is_digit) {
        end = at + run(&text[at..], |c| is_digit(c) || c == ',');
        let written = text[at..end].trim_end_matches(',');
        end = at + written.len();
        let commas = written.matches(',').count();
        let offer = if commas == 1 { written.replace(',', ".") } else { written.replace(',', "") };
        let flaw = FormulaFlaw::Comma { text: written.to_owned(), offer };
        pieces.faults.push((at..end, Fault::FormulaSyntax { flaw }));
    }
    let written = &text[at..end];
    let read = match Points::read(written) {
        Ok(number) => Some(number),
        Err(_) if written.contains(',') => None,
        Err(flaw) => {
            pieces.faults.push((at..end, number_fault(written, flaw)));
            None
        }
    };
    if text[end..].starts_with('%') {
        end += 1;
        let offer = read.as_ref().map(Points::percent).unwrap_or_default().to_string();
        let flaw = FormulaFlaw::Percent { text: text[at..end].to_owned(), offer };
        pieces.faults.push((at..end, Fault::FormulaSyntax { flaw }));
    }
    pieces.tokens.push((Token::Number(read.unwrap_or(Points::ONE)), at..end));
    end
}

fn sign(pieces: &mut Pieces, text: &str, at: usize, first: char) -> usize {
    let rest = &text[at..];
    if let Some((written, meant)) = MEANT.iter().find(|(written, _)| rest.starts_with(written))
        && !COMPARING.iter().any(|(sign, _)| sign.len() > 1 && rest.starts_with(sign))
    {
        let end = at + written.len();
        let flaw = FormulaFlaw::Sign { sign: (*written).to_owned(), meant: Some(meant) };
        pieces.faults.push((at..end, Fault::FormulaSyntax { flaw }));
        pieces.tokens.extend(token(meant).map(|(token, _)| (token, at..end)));
        return end;
    }
    if let Some((token, len)) = token(rest) {
        pieces.tokens.push((token, at..at + len));
        return at + len;
    }
    let end = at + first.len_utf8();
    let flaw = FormulaFlaw::Sign { sign: first.to_string(), meant: None };
    pieces.faults.push((at..end, Fault::FormulaSyntax { flaw }));
    pieces.lost = true;
    end
}

/// The sign with which `text` begins, and its length.
fn token(text: &str) -> Option<(Token, usize)> {
    let between = COMPARING.iter().chain(&ARITHMETIC).find(|(sign, _)| text.starts_with(sign));
    let between = between.map(|(sign, meaning)| (Token::Sign(*meaning), sign.len()));
    between.or_else(|| {
        let other = OTHERS.iter().find(|(sign, _)| text.starts_with(sign));
        other.map(|(sign, token)| (token.clone(), sign.len()))
    })
}
