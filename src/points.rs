//! Exact numbers: points, amounts, counts, shares and their rounding. The only division in the program lives here.

use std::cmp::Ordering;
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Mul, Neg, Sub};

use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive};

/// How many characters a written number may have. No figure of the field comes near; the bound keeps
/// arithmetic on hostile files small.
pub const LONGEST_NUMBER: usize = 40;

/// An exact rational number. Points are its main use; amounts and counts that are compared with edges are
/// numbers of the same kind.
///
/// It cannot overflow: a fraction of two 64-bit integers while that suffices, big integers beyond.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Points(Exact);

/// Always in lowest terms with a positive denominator, and `Small` whenever both parts fit: so equality of
/// fields is equality of numbers.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Exact {
    Small { num: i64, den: i64 },
    Big(Box<BigRational>),
}

/// Why a text is not a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NumberFlaw {
    /// A comma stands where a point is meant, or a thousands mark: the text with a point is offered.
    Comma(String),
    /// More than [`LONGEST_NUMBER`] characters.
    TooLong,
    /// Anything else.
    NotANumber,
}

impl Points {
    /// Nothing.
    pub const ZERO: Points = Points::whole(0);
    /// One.
    pub const ONE: Points = Points::whole(1);
    /// A hundred, for percents and the index.
    pub const HUNDRED: Points = Points::whole(100);

    /// A whole number.
    #[must_use]
    pub const fn whole(number: i64) -> Points {
        Points(Exact::Small { num: number, den: 1 })
    }

    /// Reads `-?digits(.digits)?` and nothing else, exactly as written: `0.10` is 1/10.
    ///
    /// # Errors
    /// The flaw of the text: a comma, too long, or no number at all.
    pub fn read(text: &str) -> Result<Points, NumberFlaw> {
        if text.len() > LONGEST_NUMBER {
            return Err(NumberFlaw::TooLong);
        }
        let (negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let (front, back) = digits.split_once('.').unwrap_or((digits, ""));
        let plain = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !plain(front) || (digits.contains('.') && !plain(back)) {
            let pointed = digits.replacen(',', ".", 1);
            return Err(match digits.split_once(',') {
                Some((a, b)) if plain(a) && plain(b) => {
                    NumberFlaw::Comma(if negative { format!("-{pointed}") } else { pointed })
                }
                _ => NumberFlaw::NotANumber,
            });
        }
        let sign = if negative { -1 } else { 1 };
        if front.len() + back.len() <= 18 {
            let joined = front.bytes().chain(back.bytes()).fold(0_i64, |n, b| n * 10 + i64::from(b - b'0'));
            let places = u32::try_from(back.len()).expect("at most eighteen places");
            return Ok(Points::small(i128::from(sign * joined), 10_i128.pow(places)));
        }
        let joined: BigInt = format!("{front}{back}").parse().expect("only digits");
        let places = u32::try_from(back.len()).expect("the text is short");
        Ok(Points::big(BigRational::new(joined * sign, BigInt::from(10).pow(places))))
    }

    fn small(num: i128, den: i128) -> Points {
        let (num, den) = if den == 1 {
            (num, den)
        } else {
            let common = gcd(num.unsigned_abs(), den.unsigned_abs());
            (num / common, den / common)
        };
        match (i64::try_from(num), i64::try_from(den)) {
            (Ok(num), Ok(den)) => Points(Exact::Small { num, den }),
            _ => Points(Exact::Big(Box::new(BigRational::new_raw(num.into(), den.into())))),
        }
    }

    fn big(number: BigRational) -> Points {
        match (number.numer().to_i64(), number.denom().to_i64()) {
            (Some(num), Some(den)) => Points(Exact::Small { num, den }),
            _ => Points(Exact::Big(Box::new(number))),
        }
    }

    fn to_big(&self) -> BigRational {
        match &self.0 {
            Exact::Small { num, den } => BigRational::new_raw((*num).into(), (*den).into()),
            Exact::Big(number) => (**number).clone(),
        }
    }

    /// This divided by `divisor`; `None` when that is zero.
    #[must_use]
    pub fn over(&self, divisor: &Points) -> Option<Points> {
        if divisor.is_zero() {
            return None;
        }
        Some(match (&self.0, &divisor.0) {
            (Exact::Small { num: a, den: b }, Exact::Small { num: c, den: d }) => {
                let num = i128::from(*a) * i128::from(*d);
                let den = i128::from(*b) * i128::from(*c);
                if den < 0 { Points::small(-num, -den) } else { Points::small(num, den) }
            }
            _ => Points::big(self.to_big() / divisor.to_big()),
        })
    }

    /// This many hundredths: 95 becomes 95 %.
    #[must_use]
    pub fn percent(&self) -> Points {
        self.over(&Points::HUNDRED).expect("a hundred is not zero")
    }

    /// Whether it is nothing.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        matches!(self.0, Exact::Small { num: 0, .. })
    }

    /// Whether it is below nothing.
    #[must_use]
    pub fn is_negative(&self) -> bool {
        match &self.0 {
            Exact::Small { num, .. } => *num < 0,
            Exact::Big(number) => number.is_negative(),
        }
    }

    /// Whether it has no fraction.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        match &self.0 {
            Exact::Small { den, .. } => *den == 1,
            Exact::Big(number) => number.is_integer(),
        }
    }

    /// The greatest whole number that is not above it.
    #[must_use]
    pub fn floor(&self) -> Points {
        match &self.0 {
            Exact::Small { num, den } => Points::whole(num.div_euclid(*den)),
            Exact::Big(number) => Points::big(number.floor()),
        }
    }

    /// Rounded to `places` decimals in the manner of `mode`.
    #[must_use]
    pub fn rounded(&self, places: u8, mode: Mode) -> Points {
        if let Exact::Small { num, den } = &self.0
            && places <= 18
        {
            let scale = 10_i128.pow(u32::from(places));
            if scale % i128::from(*den) == 0 {
                return self.clone();
            }
            if let Some(scaled) = i128::from(*num).checked_mul(scale) {
                let den = i128::from(*den);
                let (size, sign) = (scaled.abs(), scaled.signum());
                let kept = match mode {
                    Mode::HalfUp => (2 * size + den) / (2 * den),
                    Mode::Down => size / den,
                };
                return Points::small(sign * kept, scale);
            }
        }
        let scale = BigRational::from_integer(BigInt::from(10).pow(u32::from(places)));
        let scaled = self.to_big() * &scale;
        let kept = match mode {
            Mode::HalfUp => scaled.round(),
            Mode::Down => scaled.trunc(),
        };
        Points::big(kept / scale)
    }

    /// As a decimal text with exactly `places` decimals, rounded half away from zero: for people.
    #[must_use]
    pub fn fixed(&self, places: u8) -> String {
        let scaled = (self * &Points::whole(10).to_the(places)).rounded(0, Mode::HalfUp);
        let digits = scaled.numerator_text();
        let (sign, digits) = digits.strip_prefix('-').map_or(("", digits.as_str()), |rest| ("-", rest));
        let places = usize::from(places);
        if places == 0 {
            return format!("{sign}{digits}");
        }
        let padded = format!("{digits:0>width$}", width = places + 1);
        let (front, back) = padded.split_at(padded.len() - places);
        format!("{sign}{front}.{back}")
    }

    /// As a decimal text without needless zeros: exact when the decimals end within `places`, else rounded
    /// there, half away from zero.
    #[must_use]
    pub fn shortest(&self, places: u8) -> String {
        if let Some(text) = self.ending(places) {
            return text;
        }
        let text = self.fixed(places);
        if !text.contains('.') {
            return text;
        }
        let short = text.trim_end_matches('0').trim_end_matches('.');
        if short == "-0" { "0".to_owned() } else { short.to_owned() }
    }

    /// The decimal text of a small number whose decimals end within `places`; those of scores do, and this is the
    /// short way to them.
    fn ending(&self, places: u8) -> Option<String> {
        let Exact::Small { num, den } = &self.0 else { return None };
        let mut scale = 1_i64;
        for used in 0..=usize::from(places.min(18)) {
            if scale % den == 0 {
                let digits = (i128::from(*num) * i128::from(scale / den)).unsigned_abs().to_string();
                let sign = if *num < 0 { "-" } else { "" };
                if used == 0 {
                    return Some(format!("{sign}{digits}"));
                }
                let padded = format!("{digits:0>width$}", width = used + 1);
                let (front, back) = padded.split_at(padded.len() - used);
                return Some(format!("{sign}{front}.{back}"));
            }
            scale = scale.checked_mul(10)?;
        }
        None
    }

    fn numerator_text(&self) -> String {
        match &self.0 {
            Exact::Small { num, .. } => num.to_string(),
            Exact::Big(number) => number.numer().to_string(),
        }
    }

    fn to_the(&self, power: u8) -> Points {
        (0..power).fold(Points::ONE, |product, _| &product * self)
    }
}

/// The greatest common divisor, in 64 bits where both fit: 128-bit division is several times slower.
fn gcd(a: u128, b: u128) -> i128 {
    let common = match (u64::try_from(a), u64::try_from(b)) {
        (Ok(a), Ok(b)) => u128::from(a.gcd(&b)),
        _ => a.gcd(&b),
    };
    i128::try_from(common).expect("a divisor of a product of two 64-bit numbers")
}

impl Default for Points {
    /// Nothing.
    fn default() -> Points {
        Points::ZERO
    }
}

impl fmt::Display for Points {
    /// A decimal of up to twelve places, for messages and outputs.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shortest(12))
    }
}

impl fmt::Debug for Points {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Exact::Small { num, den: 1 } => write!(f, "{num}"),
            Exact::Small { num, den } => write!(f, "{num}/{den}"),
            Exact::Big(number) => write!(f, "{number}"),
        }
    }
}

impl Ord for Points {
    fn cmp(&self, other: &Points) -> Ordering {
        match (&self.0, &other.0) {
            (Exact::Small { num: a, den: b }, Exact::Small { num: c, den: d }) => {
                (i128::from(*a) * i128::from(*d)).cmp(&(i128::from(*c) * i128::from(*b)))
            }
            _ => self.to_big().cmp(&other.to_big()),
        }
    }
}

impl PartialOrd for Points {
    fn partial_cmp(&self, other: &Points) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Add for &Points {
    type Output = Points;
    fn add(self, other: &Points) -> Points {
        match (&self.0, &other.0) {
            (Exact::Small { num: a, den: b }, Exact::Small { num: c, den: d }) if b == d => {
                Points::small(i128::from(*a) + i128::from(*c), i128::from(*b))
            }
            (Exact::Small { num: a, den: b }, Exact::Small { num: c, den: d }) => {
                let (a, b, c, d) = (i128::from(*a), i128::from(*b), i128::from(*c), i128::from(*d));
                Points::small(a * d + c * b, b * d)
            }
            _ => Points::big(self.to_big() + other.to_big()),
        }
    }
}

impl Neg for &Points {
    type Output = Points;
    fn neg(self) -> Points {
        match &self.0 {
            Exact::Small { num, den } => Points::small(-i128::from(*num), i128::from(*den)),
            Exact::Big(number) => Points::big(-(**number).clone()),
        }
    }
}

impl Sub for &Points {
    type Output = Points;
    fn sub(self, other: &Points) -> Points {
        self + &-other
    }
}

impl Mul for &Points {
    type Output = Points;
    fn mul(self, other: &Points) -> Points {
        match (&self.0, &other.0) {
            (Exact::Small { num: a, den: b }, Exact::Small { num: c, den: d }) => {
                Points::small(i128::from(*a) * i128::from(*c), i128::from(*b) * i128::from(*d))
            }
            _ => Points::big(self.to_big() * other.to_big()),
        }
    }
}

impl AddAssign<&Points> for Points {
    fn add_assign(&mut self, other: &Points) {
        *self = &*self + other;
    }
}

impl<'a> Sum<&'a Points> for Points {
    fn sum<I: Iterator<Item = &'a Points>>(parts: I) -> Points {
        parts.fold(Points::ZERO, |sum, part| &sum + part)
    }
}

impl Sum for Points {
    fn sum<I: Iterator<Item = Points>>(parts: I) -> Points {
        parts.fold(Points::ZERO, |sum, part| &sum + &part)
    }
}

/// A part of a whole: 47 of 50, or 94 of 100 where only the percent is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// What counts.
    pub part: Points,
    /// Out of how many.
    pub whole: Points,
}

impl Share {
    /// The fraction; `None` for a share of nothing, which has no value of its own.
    #[must_use]
    pub fn ratio(&self) -> Option<Points> {
        self.part.over(&self.whole)
    }
}

/// How a criteria set rounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rounding {
    /// Decimals that are kept.
    pub places: u8,
    /// The first stage that rounds; every later one rounds too.
    pub at: Stage,
    /// In which manner.
    pub mode: Mode,
}

impl Rounding {
    /// `points` as they stand after `stage`.
    #[must_use]
    pub fn after(rounding: Option<Rounding>, stage: Stage, points: Points) -> Points {
        match rounding {
            Some(rounding) if rounding.at <= stage => points.rounded(rounding.places, rounding.mode),
            _ => points,
        }
    }
}

/// The stages of a score, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// A scored criterion.
    Criterion,
    /// A group.
    Level,
    /// The whole set.
    Total,
}

/// The manner of rounding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// To the nearest, halves away from zero.
    HalfUp,
    /// Towards zero.
    Down,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Points {
        Points::read(text).unwrap()
    }

    #[test]
    fn reads_what_is_written_and_nothing_else() {
        assert_eq!(number("0.10"), Points::ONE.over(&Points::whole(10)).unwrap());
        assert_eq!(number("-1.50").to_string(), "-1.5");
        assert_eq!(number("12345678901234567890.12").to_string(), "12345678901234567890.12");
        assert_eq!(number("0.0").to_string(), "0");
        assert_eq!(Points::read("12,5"), Err(NumberFlaw::Comma("12.5".into())));
        assert_eq!(Points::read("-1,500"), Err(NumberFlaw::Comma("-1.500".into())));
        for text in
            ["", "-", ".5", "5.", "+5", "1e3", "1_000", " 1", "1,5,0", "0x1F", "NaN", "١", "1.2.3", "--1"]
        {
            assert_eq!(Points::read(text), Err(NumberFlaw::NotANumber), "{text:?}");
        }
        assert_eq!(Points::read(&"9".repeat(41)), Err(NumberFlaw::TooLong));
    }

    #[test]
    fn sums_are_exact() {
        assert_eq!(&number("0.1") + &number("0.2"), number("0.3"));
        let two_thirds = Points::whole(2).over(&Points::whole(3)).unwrap();
        assert_eq!((&two_thirds * &number("1.5")).fixed(2), "1.00");
        assert_eq!(&two_thirds - &two_thirds, Points::ZERO);
    }

    #[test]
    fn rounds_halves_away_from_zero_or_down() {
        for (text, places, half_up, down) in [
            ("1.005", 2, "1.01", "1"),
            ("2.675", 2, "2.68", "2.67"),
            ("-1.005", 2, "-1.01", "-1"),
            ("0.3749", 2, "0.37", "0.37"),
            ("0.5", 0, "1", "0"),
            ("1234567890123456789.005", 2, "1234567890123456789.01", "1234567890123456789"),
        ] {
            assert_eq!(number(text).rounded(places, Mode::HalfUp).to_string(), half_up, "{text}");
            assert_eq!(number(text).rounded(places, Mode::Down).to_string(), down, "{text}");
        }
        let third = Points::ONE.over(&Points::whole(3)).unwrap();
        assert_eq!(third.rounded(2, Mode::HalfUp).to_string(), "0.33");
        assert_eq!((&third + &third).rounded(0, Mode::HalfUp).to_string(), "1");
        let under_half = Points::whole(2).over(&Points::whole(5)).unwrap();
        assert_eq!(under_half.rounded(0, Mode::HalfUp).to_string(), "0");
    }

    #[test]
    fn big_and_small_meet() {
        let tiny = Points::ONE.over(&Points::whole(i64::MAX)).unwrap();
        let sum = &(&tiny + &tiny) + &Points::whole(i64::MAX);
        assert!(sum > Points::whole(i64::MAX));
        assert_eq!(&(&sum - &tiny) - &tiny, Points::whole(i64::MAX));
        assert_eq!(&Points::whole(i64::MIN) + &-&Points::whole(i64::MIN), Points::ZERO);
        assert_eq!(Points::whole(i64::MIN).over(&Points::whole(-1)).unwrap(), -&Points::whole(i64::MIN));
    }

    #[test]
    fn two_hundred_coprime_shares_add_up_exactly() {
        // Two hundred primes: their common denominator has about a thousand digits.
        let prime = |n: &i64| (2..1_000).take_while(|d| d * d <= *n).all(|d| n % d != 0);
        let wholes: Vec<i64> = (100_003_i64..200_000).filter(prime).take(200).collect();
        let parts: Vec<Points> =
            wholes.iter().map(|whole| Points::ONE.over(&Points::whole(*whole)).unwrap()).collect();
        let rest: Vec<Points> = parts.iter().map(|part| &Points::ONE - part).collect();
        let sum = &parts.iter().sum::<Points>() + &rest.iter().sum::<Points>();
        assert_eq!(sum, Points::whole(200));
    }
}
