//! The grammar of formulas, CEL's for what it has: what stands in what, and where.

use std::ops::Range;

use super::tokens::{Misread, Placed, Sign, Token};
use super::tree::Join;
use crate::points::Points;
use crate::problem::{Fault, FormulaFlaw};

/// How deep a formula may nest.
pub(super) const DEEPEST: usize = 32;

/// A value in a formula and where it stands, before it is known to be a number or a truth value.
#[derive(Debug)]
pub(super) struct Node {
    /// What it is.
    pub(super) what: What,
    /// Where it stands, in bytes.
    pub(super) span: Range<usize>,
}

/// What a [`Node`] is.
#[derive(Debug)]
pub(super) enum What {
    Number(Points),
    Name(String),
    Negative(Box<Node>),
    Not(Box<Node>),
    Two(Sign, Box<[Node; 2]>),
    Call {
        function: String,
        /// Where the name of the function stands.
        named: Range<usize>,
        values: Vec<Node>,
    },
    Choice(Box<[Node; 3]>),
}

type Parsed = Result<Node, Misread>;

/// The value that the pieces of a formula make together.
pub(super) fn parsed(text: &str, tokens: &[Placed]) -> Parsed {
    let mut parser = Parser { text, tokens, at: 0, depth: 0 };
    let whole = parser.choice()?;
    match parser.tokens.get(parser.at) {
        None => Ok(whole),
        Some((_, span)) => {
            let flaw = FormulaFlaw::Stray { text: text[span.clone()].to_owned() };
            Err((span.clone(), Fault::FormulaSyntax { flaw }))
        }
    }
}

struct Parser<'t> {
    text: &'t str,
    tokens: &'t [Placed],
    at: usize,
    depth: usize,
}

impl Parser<'_> {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at).map(|(token, _)| token)
    }

    /// Where the next piece stands; at the end of the text, where the last one does.
    fn here(&self) -> Range<usize> {
        let next = self.tokens.get(self.at).or_else(|| self.tokens.last());
        next.map_or(0..self.text.len(), |(_, span)| span.clone())
    }

    /// Passes over `token` if it comes next; where it stood.
    fn take(&mut self, token: &Token) -> Option<Range<usize>> {
        let (next, span) = self.tokens.get(self.at)?;
        if next != token {
            return None;
        }
        self.at += 1;
        Some(span.clone())
    }

    fn deeper(&mut self) -> Result<(), Misread> {
        self.depth += 1;
        if self.depth > DEEPEST {
            Err((self.here(), Fault::FormulaTooDeep { most: DEEPEST }))
        } else {
            Ok(())
        }
    }

    /// `c ? a : b`, and what stands under it. A chain of them does not nest.
    fn choice(&mut self) -> Parsed {
        self.deeper()?;
        let mut chain = Vec::new();
        let mut last = loop {
            let value = self.joined(0)?;
            let Some(asked) = self.take(&Token::Question) else { break value };
            let then = self.joined(0)?;
            if self.take(&Token::Colon).is_none() {
                return Err((asked, Fault::FormulaSyntax { flaw: FormulaFlaw::NoElse }));
            }
            chain.push((value, then));
        };
        while let Some((asked, then)) = chain.pop() {
            let span = asked.span.start..last.span.end;
            last = Node { what: What::Choice(Box::new([asked, then, last])), span };
        }
        self.depth -= 1;
        Ok(last)
    }

    /// Values joined by signs that bind at `level` or closer.
    fn joined(&mut self, level: u8) -> Parsed {
        if level > TIGHTEST {
            return self.alone();
        }
        let mut left = self.joined(level + 1)?;
        while let Some(Token::Sign(sign)) = self.peek()
            && binds(*sign) == level
        {
            let sign = *sign;
            self.at += 1;
            let right = self.joined(level + 1)?;
            let span = left.span.start..right.span.end;
            left = Node { what: What::Two(sign, Box::new([left, right])), span };
        }
        Ok(left)
    }

    /// A value with what may stand before it.
    fn alone(&mut self) -> Parsed {
        let minus = Token::Sign(MINUS);
        let (what, start): (fn(Box<Node>) -> What, usize) = if let Some(span) = self.take(&minus) {
            (What::Negative, span.start)
        } else if let Some(span) = self.take(&Token::Not) {
            (What::Not, span.start)
        } else {
            return self.single();
        };
        self.deeper()?;
        let value = self.alone()?;
        self.depth -= 1;
        let span = start..value.span.end;
        Ok(Node { what: what(Box::new(value)), span })
    }

    /// A number, a name, a function with its values, or what stands in brackets.
    fn single(&mut self) -> Parsed {
        let span = self.here();
        match self.peek() {
            Some(Token::Number(number)) => {
                let what = What::Number(number.clone());
                self.at += 1;
                Ok(Node { what, span })
            }
            Some(Token::Name(name)) => {
                let name = name.clone();
                self.at += 1;
                if self.peek() == Some(&Token::Open) {
                    self.call(name, span)
                } else {
                    Ok(Node { what: What::Name(name), span })
                }
            }
            Some(Token::Open) => {
                self.at += 1;
                let inner = self.choice()?;
                let end = self.close(span.clone())?;
                Ok(Node { span: span.start..end, ..inner })
            }
            Some(
                Token::Sign(_) | Token::Not | Token::Question | Token::Colon | Token::Close | Token::Comma,
            )
            | None => Err((span, Fault::FormulaSyntax { flaw: FormulaFlaw::ValueMissing })),
        }
    }

    fn call(&mut self, function: String, named: Range<usize>) -> Parsed {
        let open = self.here();
        self.at += 1;
        let mut values = Vec::new();
        let end = loop {
            if values.is_empty()
                && let Some(close) = self.take(&Token::Close)
            {
                break close.end;
            }
            values.push(self.choice()?);
            if self.take(&Token::Comma).is_none() {
                break self.close(open)?;
            }
        };
        let span = named.start..end;
        Ok(Node { what: What::Call { function, named, values }, span })
    }

    /// The end of what was opened at `open`.
    fn close(&mut self, open: Range<usize>) -> Result<usize, Misread> {
        if let Some(close) = self.take(&Token::Close) {
            return Ok(close.end);
        }
        Err(match self.tokens.get(self.at) {
            Some((_, span)) => {
                let flaw = FormulaFlaw::Stray { text: self.text[span.clone()].to_owned() };
                (span.clone(), Fault::FormulaSyntax { flaw })
            }
            None => (open, Fault::FormulaSyntax { flaw: FormulaFlaw::Unclosed }),
        })
    }
}

const TIGHTEST: u8 = 4;

const MINUS: Sign = Sign::Arithmetic(super::tree::Arithmetic::Minus);

/// How closely a sign binds.
fn binds(sign: Sign) -> u8 {
    use super::tree::Arithmetic;
    match sign {
        Sign::Join(Join::Either) => 0,
        Sign::Join(Join::Both) => 1,
        Sign::Relation(_) => 2,
        Sign::Arithmetic(Arithmetic::Plus | Arithmetic::Minus) => 3,
        Sign::Arithmetic(Arithmetic::Times | Arithmetic::Over) => TIGHTEST,
    }
}
