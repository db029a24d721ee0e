//! The figures of a citation: number and sign, day of issue, pages, a link.

use std::ops::RangeInclusive;

use super::cursor::{Cursor, in_small};
use super::words::KINDS;
use crate::answer::is_link;
use crate::calendar::Date;

/// Signs that are written in capitals and small letters.
const MIXED: [&str; 3] = ["TTr", "TTg", "CTr"];

/// What may stand before a day.
const DAY: [&str; 7] =
    ["ngày", "ký ngày", "ngày ký", "ban hành ngày", "ngày ban hành", "được ban hành ngày", "đề ngày"];

/// The years in which what is cited can have been issued: since there are Vietnamese authorities, and not in a year
/// that is only a slip of the pen.
const YEARS: RangeInclusive<i16> = 1945..=2100;

/// What may stand before pages.
const PAGE: [&str; 6] = ["các trang", "trang", "trg", "tr", "pp", "p"];

/// Number and sign (số, ký hiệu): `12/KH-SYT`, `12/2024/QĐ-UBND`, `05-NQ/TU`, with blanks in it or not. A number without a
/// sign only behind `số`, which `named` says may be.
pub(super) fn number(at: Cursor<'_>, named: bool) -> Option<(String, Cursor<'_>)> {
    let lead = at.any(&["số", "số hiệu", "số và ký hiệu"]);
    let at = lead.map_or(at, |at| at.mark(&[':', '.']).or(at.blanks().mark(&[':'])).unwrap_or(at)).blanks();
    let (digits, mut at) = at.digits(6)?;
    let (mut number, mut groups) = (digits.to_owned(), Vec::new());
    while let Some((mark, group, after)) = joined(at, &groups) {
        number.push(mark);
        number.push_str(group);
        groups.push(group);
        at = after;
    }
    let signed = groups.iter().any(|group| group.contains(char::is_alphabetic));
    let year = |group: &&str| group.len() == 4 && group.starts_with(['1', '2']);
    let plain = lead.is_some() && named && groups.len() <= 1 && groups.iter().all(year);
    (at.ends_figure() && groups.len() <= 6 && (signed || plain)).then_some((number, at))
}

/// A mark and what it joins to a number.
fn joined<'t>(at: Cursor<'t>, groups: &[&str]) -> Option<(char, &'t str, Cursor<'t>)> {
    let close = |at: Cursor<'t>| {
        let mark = at.next().filter(|c| ['/', '-', '–', '.'].contains(c))?;
        Some((mark, at.skip(mark.len_utf8())))
    };
    let (mark, after) = close(at).or_else(|| close(at.blanks()))?;
    let loose = close(at).is_none() || after.next().is_some_and(char::is_whitespace);
    let after = after.blanks();
    let length = after.rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(after.rest.len());
    let group = &after.rest[..length];
    let capitals = |group: &str| group.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    // With blanks around it a hyphen may as well part the number from what follows: only behind the kind alone, which
    // is no sign yet, does it join.
    let joins = match mark {
        '/' => !loose || capitals(group),
        '-' | '–' => {
            !loose || groups.len() < 3 && groups.last().is_some_and(|group| is_kind(group)) && capitals(group)
        }
        _ => !loose && !groups.is_empty() && !group.starts_with(|c: char| c.is_ascii_digit()),
    };
    let mark = if mark == '–' { '-' } else { mark };
    (joins && is_group(group)).then(|| (mark, group, after.skip(length)))
}

/// Whether letters are the sign of a kind of document.
fn is_kind(group: &str) -> bool {
    let group = in_small(group);
    KINDS.iter().any(|(_, signs)| signs.contains(&group.as_str()))
}

/// Whether a group can be a part of a sign: an abbreviation or a year, no word.
fn is_group(group: &str) -> bool {
    let letters: Vec<char> = group.chars().filter(|c| c.is_alphabetic()).collect();
    let upper = letters.iter().filter(|c| c.is_uppercase()).count();
    let plain = |c: &char| c.is_ascii() || *c == 'đ';
    let small = upper == 0 && letters.iter().all(plain);
    let whole = upper == letters.len() || MIXED.contains(&group);
    !group.is_empty() && group.chars().count() <= 12 && (whole || small)
}

/// A day: `05/01/2026`, `5-1-2026`, `5.1.2026`, `2026-01-05`, `ngày 5 tháng 1 năm 2026`. One that the calendar does not
/// have, or of a year in which nothing that is cited was issued, is none.
pub(super) fn date(at: Cursor<'_>) -> Option<(Date, Cursor<'_>)> {
    let (day, month, year, end) = day(at)?;
    let number = |digits: &str| digits.parse().ok();
    let year = number(year).filter(|year| YEARS.contains(year))?;
    Some((Date::of(year, number(month)?, number(day)?)?, end))
}

/// Whether something is written as a day here and is none.
pub(super) fn is_no_day(at: Cursor<'_>) -> bool {
    day(at).is_some() && date(at).is_none()
}

/// The figures of what is written as a day: day, month and year.
fn day(at: Cursor<'_>) -> Option<(&str, &str, &str, Cursor<'_>)> {
    let at = at.any(&DAY).map_or(at, |at| at.blanks().mark(&[':']).unwrap_or(at)).blanks();
    let (first, after) = at.digits(4)?;
    let (day, month, year, end) = if first.len() == 4 {
        let (month, after) = after.mark(&['-'])?.digits(2)?;
        let (day, end) = after.mark(&['-'])?.digits(2)?;
        (day, month, first, end)
    } else {
        let (month, year, end) = spelled(after).or_else(|| parted(after))?;
        (first, month, year, end)
    };
    let fits = day.len() <= 2 && month.len() <= 2 && year.len() == 4 && end.ends_figure();
    fits.then_some((day, month, year, end))
}

/// `tháng 1 năm 2026`.
fn spelled(at: Cursor<'_>) -> Option<(&str, &str, Cursor<'_>)> {
    let (month, at) = at.blanks().words("tháng")?.blanks().digits(2)?;
    let (year, at) = at.blanks().words("năm")?.blanks().digits(4)?;
    Some((month, year, at))
}

/// `/01/2026`, both times with the same mark.
fn parted(at: Cursor<'_>) -> Option<(&str, &str, Cursor<'_>)> {
    let mark = [at.blanks().next().filter(|c| ['/', '-', '.'].contains(c))?];
    let (month, at) = at.blanks().mark(&mark)?.blanks().digits(2)?;
    let (year, at) = at.blanks().mark(&mark)?.blanks().digits(4)?;
    Some((month, year, at))
}

/// Pages: `trang 3`, `tr. 2-4`, `tr.2–4, 7`, `từ trang 2 đến trang 4`; as `2-4, 7`.
pub(super) fn pages(at: Cursor<'_>) -> Option<(String, Cursor<'_>)> {
    let at = at.words("từ").map_or(at, Cursor::blanks);
    let (mut pages, mut end) = range(page_word(at)?)?;
    loop {
        let next =
            end.blanks().mark(&[',', ';', '&']).or_else(|| end.blanks().words("và")).map(Cursor::blanks);
        let Some((range, after)) = next.and_then(|next| range(page_word(next).unwrap_or(next))) else {
            return Some((pages, end));
        };
        pages = format!("{pages}, {range}");
        end = after;
    }
}

/// Behind the word for pages, where a figure follows it.
pub(super) fn page_word(at: Cursor<'_>) -> Option<Cursor<'_>> {
    let behind = PAGE.iter().filter_map(|word| at.starts(word));
    let behind = behind.map(|at| at.mark(&['.', ':']).unwrap_or(at).blanks());
    behind.filter(|at| at.digits(4).is_some()).min_by_key(|at| at.rest.len())
}

fn range(at: Cursor<'_>) -> Option<(String, Cursor<'_>)> {
    let (first, end) = at.digits(4)?;
    let joins = end.blanks().mark(&['-', '–', '—']).or_else(|| end.blanks().words("đến")).map(Cursor::blanks);
    let last = joins.and_then(|at| page_word(at).unwrap_or(at).digits(4));
    match last {
        Some((last, end)) if end.ends_figure() => {
            let number = |digits: &str| digits.parse::<u16>().ok();
            // Turned round, it is not known which is meant.
            (number(first) <= number(last)).then(|| (format!("{first}-{last}"), end))
        }
        _ => end.ends_figure().then(|| (first.to_owned(), end)),
    }
}

/// A link, up to the next blank; marks at its end belong to the sentence.
pub(super) fn link(at: Cursor<'_>) -> Option<(String, Cursor<'_>)> {
    let at = at.any(&["đường dẫn", "link", "địa chỉ", "xem"]).map_or(at, Cursor::between);
    let length = at.rest.find(char::is_whitespace).unwrap_or(at.rest.len());
    let link = at.rest[..length].trim_end_matches([',', ';', '.', ')', ':']);
    (is_link(link)).then(|| (link.to_owned(), at.skip(link.len())))
}
