//! Dates as officials write them, and the period that evidence is about.

use std::fmt;

use jiff::civil;

/// A day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(civil::Date);

/// Why a text is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateFlaw {
    /// The form is right, but the calendar has no such day.
    NoSuchDay,
    /// Neither `2026-01-05` nor `05/01/2026`.
    NotADate,
}

impl Date {
    /// Reads `2026-01-05` or `05/01/2026`, day first, always.
    ///
    /// # Errors
    /// What is wrong with the text.
    pub fn read(text: &str) -> Result<Date, DateFlaw> {
        let parts: Vec<&str> = text.split(['-', '/']).collect();
        let [a, b, c] = parts[..] else { return Err(DateFlaw::NotADate) };
        let (year, month, day) = match text.bytes().filter(|b| *b == b'/').count() {
            0 => (a, b, c),
            2 => (c, b, a),
            _ => return Err(DateFlaw::NotADate),
        };
        if year.len() != 4 || !matches!(month.len(), 1 | 2) || !matches!(day.len(), 1 | 2) {
            return Err(DateFlaw::NotADate);
        }
        match (digits(year), digits(month), digits(day)) {
            (Some(year), Some(month), Some(day)) => Date::of(year, month, day).ok_or(DateFlaw::NoSuchDay),
            _ => Err(DateFlaw::NotADate),
        }
    }

    /// The day, if the calendar has it.
    #[must_use]
    pub fn of(year: i16, month: i16, day: i16) -> Option<Date> {
        let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        civil::Date::new(year, month, day).ok().map(Date)
    }

    /// Day first, as Vietnamese officials write it: `05/01/2026`.
    #[must_use]
    pub fn day_first(self) -> String {
        format!("{:02}/{:02}/{:04}", self.0.day(), self.0.month(), self.0.year())
    }

    /// So many days later, or earlier, if the calendar reaches so far.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Option<Date> {
        let span = jiff::Span::new().try_days(days).ok()?;
        self.0.checked_add(span).ok().map(Date)
    }

    /// Whole days from `due` to this day; negative before it.
    #[must_use]
    pub fn days_after(self, due: Date) -> i64 {
        let span = due.0.until(self.0).expect("the calendar's days can be counted");
        i64::from(span.get_days())
    }
}

fn digits(text: &str) -> Option<i16> {
    if text.bytes().all(|b| b.is_ascii_digit()) { text.parse().ok() } else { None }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// A day of any year: `12-31`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthDay {
    month: i16,
    day: i16,
}

impl MonthDay {
    /// Reads `MM-DD`.
    ///
    /// # Errors
    /// What is wrong with the text. 29 February is no such day: not every year has it.
    pub fn read(text: &str) -> Result<MonthDay, DateFlaw> {
        let (month, day) = text.split_once('-').ok_or(DateFlaw::NotADate)?;
        if month.len() != 2 || day.len() != 2 {
            return Err(DateFlaw::NotADate);
        }
        let (month, day) = digits(month).zip(digits(day)).ok_or(DateFlaw::NotADate)?;
        Date::of(2001, month, day).map(|_| MonthDay { month, day }).ok_or(DateFlaw::NoSuchDay)
    }

    /// The day and the month, as numbers.
    #[must_use]
    pub fn day_and_month(self) -> (u8, u8) {
        let small = |number| u8::try_from(number).expect("a day of the calendar is small");
        (small(self.day), small(self.month))
    }

    /// The day in `year`, if the calendar reaches so far.
    #[must_use]
    pub fn in_year(self, year: i16) -> Option<Date> {
        Date::of(year, self.month, self.day)
    }
}

impl fmt::Display for MonthDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}-{:02}", self.month, self.day)
    }
}

/// What evidence is about: `2026`, `2026-Q1`, `2026-07` or a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Period {
    /// A year.
    Year(i16),
    /// A quarter of a year, 1 to 4.
    Quarter(i16, i16),
    /// A month of a year, 1 to 12.
    Month(i16, i16),
    /// One day.
    Day(Date),
}

impl Period {
    /// Reads a period; `None` when the text is none.
    #[must_use]
    pub fn read(text: &str) -> Option<Period> {
        let year = |text: &str| if text.len() == 4 { digits(text).filter(|y| *y > 0) } else { None };
        if let Ok(day) = Date::read(text) {
            return Some(Period::Day(day));
        }
        let Some((front, part)) = text.split_once('-') else { return year(text).map(Period::Year) };
        let number = |text: &str, width, most| {
            let number = if text.len() == width { digits(text) } else { None };
            number.filter(|number| (1..=most).contains(number))
        };
        match part.strip_prefix('Q') {
            Some(quarter) => Some(Period::Quarter(year(front)?, number(quarter, 1, 4)?)),
            None => Some(Period::Month(year(front)?, number(part, 2, 12)?)),
        }
    }

    /// The year that due dates are counted from.
    #[must_use]
    pub fn year(self) -> i16 {
        match self {
            Period::Year(year) | Period::Quarter(year, _) | Period::Month(year, _) => year,
            Period::Day(day) => day.0.year(),
        }
    }

    /// The first and the last day.
    #[must_use]
    pub fn span(self) -> (Date, Date) {
        let months = |year: i16, first: i16, last: i16| {
            let first = Date::of(year, first, 1).expect("a year of four digits has every month");
            let last = Date::of(year, last, 1).expect("a year of four digits has every month");
            (first, Date(last.0.last_of_month()))
        };
        match self {
            Period::Year(year) => months(year, 1, 12),
            Period::Quarter(year, quarter) => months(year, 3 * quarter - 2, 3 * quarter),
            Period::Month(year, month) => months(year, month, month),
            Period::Day(day) => (day, day),
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Period::Year(year) => write!(f, "{year:04}"),
            Period::Quarter(year, quarter) => write!(f, "{year:04}-Q{quarter}"),
            Period::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Period::Day(day) => write!(f, "{day}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_iso_or_day_first() {
        let day = Date::of(2026, 1, 5);
        assert_eq!(Date::read("2026-01-05").ok(), day);
        assert_eq!(Date::read("05/01/2026").ok(), day);
        assert_eq!(Date::read("5/1/2026").ok(), day);
        assert_eq!(Date::read("31/02/2026"), Err(DateFlaw::NoSuchDay));
        assert_eq!(Date::read("01/13/2026"), Err(DateFlaw::NoSuchDay));
        for text in ["", "2026", "05-01-2026", "2026/01/05", "5/1/26", "2026-1-5x", "05/01-2026", "+5/1/2026"]
        {
            assert_eq!(Date::read(text), Err(DateFlaw::NotADate), "{text}");
        }
    }

    #[test]
    fn days_are_counted_over_leap_years() {
        let days = |a: &str, b: &str| Date::read(b).unwrap().days_after(Date::read(a).unwrap());
        assert_eq!(days("2024-02-28", "2024-03-01"), 2);
        assert_eq!(days("2026-03-01", "2026-02-28"), -1);
        assert_eq!(days("2015-12-31", "2016-12-31"), 366);
    }

    #[test]
    fn a_period_has_a_year_and_a_span() {
        for (text, year, first, last) in [
            ("2026", 2026, "2026-01-01", "2026-12-31"),
            ("2024-Q1", 2024, "2024-01-01", "2024-03-31"),
            ("2024-02", 2024, "2024-02-01", "2024-02-29"),
            ("2026-10-10", 2026, "2026-10-10", "2026-10-10"),
        ] {
            let period = Period::read(text).unwrap();
            assert_eq!(period.to_string(), text);
            assert_eq!(period.year(), year);
            assert_eq!(period.span(), (Date::read(first).unwrap(), Date::read(last).unwrap()), "{text}");
        }
        for text in ["", "26", "2026-Q5", "2026-13", "2026-Q", "năm 2026", "2026-1", "0000"] {
            assert_eq!(Period::read(text), None, "{text}");
        }
    }

    #[test]
    fn a_day_of_any_year_is_real_in_every_year() {
        assert!(MonthDay::read("12-31").is_ok());
        assert_eq!(MonthDay::read("02-29"), Err(DateFlaw::NoSuchDay));
        assert_eq!(MonthDay::read("1-5"), Err(DateFlaw::NotADate));
    }
}
