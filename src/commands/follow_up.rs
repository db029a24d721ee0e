//! `cchc follow-up`: what became of the requests of an inspection, and of the points that were lost.

use super::Exit;
use super::disk::Held;
use super::say::Say;
use super::scored::{Whole, whole};
use crate::analysis::{self, Scored, State};
use crate::cli::FollowUp;
use crate::id::{Id, nearest};
use crate::render::{Style, follow_up as write};
use crate::report::Case;
use crate::wording;

/// Reads both sides, pairs their agencies, follows each up. While anything has a fault nothing is said: a request would
/// look unmet for want of an answer.
pub(super) fn follow_up(options: &FollowUp, say: &Say) -> anyhow::Result<Exit> {
    let words = wording::follow_up(say.lang);
    let (old, mut told) = whole(std::slice::from_ref(&options.old), None, say)?;
    let (new, of_new) = whole(std::slice::from_ref(&options.new), None, say)?;
    told.faults.extend(of_new.faults);
    told.warnings.extend(of_new.warnings);
    let (Some(old), Some(new)) = (old, new) else {
        say.problems(&told);
        say.remark(words.nothing_followed);
        return Ok(Exit::Faults);
    };
    let (olds, news) = chosen(options.agency.as_deref(), &old, &new, say)?;
    let pairs = analysis::pairs(&olds, &news);
    let followed: Vec<_> = pairs
        .iter()
        .map(|(then, now)| {
            let now = now.map(|now| (&new.criteria, now));
            analysis::follow_up((&old.criteria, then), now, options.as_of)
        })
        .collect();
    let cases: Vec<Case<'_>> = pairs
        .iter()
        .zip(&followed)
        .map(|((then, now), followed)| Case {
            old: (&old.criteria, then),
            new: (&new.criteria, *now),
            followed,
        })
        .collect();
    let mut out = Held::begin(options.output.as_deref(), say)?;
    let width = if options.output.is_some() { Say::FILE_WIDTH } else { say.width() };
    let style = Style { lang: say.lang, width, totals: false };
    write(options.format, style, (old.side(), new.side()), options.as_of, &cases, &mut out)?;
    out.release(say)?;
    say.problems(&told);
    let paired =
        |scored: &Scored| pairs.iter().any(|(_, now)| now.is_some_and(|now| agency(now) == agency(scored)));
    let mut only_new: Vec<&str> =
        news.iter().filter(|scored| !paired(scored)).map(|scored| agency(scored).as_str()).collect();
    only_new.dedup();
    if !only_new.is_empty() {
        say.remark(&(words.only_new)(&only_new.join(", ")));
    }
    let overdue = followed.iter().any(|followed| followed.count(State::Overdue) > 0);
    Ok(if options.fail_overdue && overdue { Exit::Faults } else { Exit::Well })
}

fn agency(scored: &Scored) -> &Id {
    &scored.assessment.agency.id
}

/// The agencies of both sides: all, or the one that is named, which must be on the earlier side.
fn chosen<'w>(
    named: Option<&str>,
    old: &'w Whole,
    new: &'w Whole,
    say: &Say,
) -> anyhow::Result<(Vec<&'w Scored>, Vec<&'w Scored>)> {
    let Some(named) = named else { return Ok((old.scored.iter().collect(), new.scored.iter().collect())) };
    let id = Id::new(named);
    let of = |whole: &'w Whole| whole.scored.iter().filter(|scored| *agency(scored) == id).collect();
    let meant: Vec<&Scored> = of(old);
    if meant.is_empty() {
        let mut known: Vec<&str> = old.scored.iter().map(|scored| agency(scored).as_str()).collect();
        known.dedup();
        let near = nearest(named, known.iter().copied());
        anyhow::bail!((wording::gate(say.lang).no_such_agency)(named, near, &known.join(", ")));
    }
    Ok((meant, of(new)))
}
