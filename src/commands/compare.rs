//! `cchc compare`: two periods, two roles or two agencies, by field and criterion.

use std::path::PathBuf;
use std::slice;

use super::Exit;
use super::disk::Held;
use super::hearing::{self, Cut, flowing_or_gathered};
use super::say::Say;
use super::yardstick::{self, Yardstick};
use crate::analysis;
use crate::cli::Compare;
use crate::criteria::{Criteria, Succession};
use crate::evidence::{Carrying, Digest, Dossier, Sets};
use crate::problem::Found;
use crate::render::{Format, Style, Told, comparison};
use crate::report::{Compared, alone_beside, nothing_to_pair, undeclared};
use crate::wording;

/// What one side comes to.
struct Side {
    criteria: Criteria,
    /// Of the role and the period that were asked for.
    dossiers: Vec<Dossier>,
    digests: Vec<Digest>,
}

/// Reads both sides, compares, writes. While anything has a fault nothing is compared.
pub(super) fn compare(options: &Compare, say: &Say) -> anyhow::Result<Exit> {
    let words = wording::comparing(say.lang);
    let (a, mut told) = flowing_or_gathered(|gathered| side(options, 0, gathered, say))?;
    let (b, of_b) = flowing_or_gathered(|gathered| side(options, 1, gathered, say))?;
    add(&mut told.faults, of_b.faults);
    add(&mut told.warnings, of_b.warnings);
    let (Some(a), Some(b), []) = (a, b, &told.faults[..]) else {
        say.problems(&told);
        say.remark(words.nothing_compared);
        return Ok(Exit::Faults);
    };
    let agency = |at: usize| options.agencies.as_ref().map(|agencies| &agencies[at]);
    let found = analysis::compare(
        analysis::Side { criteria: &a.criteria, dossiers: &a.dossiers, agency: agency(0) },
        analysis::Side { criteria: &b.criteria, dossiers: &b.dossiers, agency: agency(1) },
    );
    if found.pairs.is_empty() {
        say.problems(&told);
        for line in nothing_to_pair(&found, say.lang) {
            say.remark(&line);
        }
        return Ok(Exit::Faults);
    }
    let compared = Compared {
        criteria: [&a.criteria, &b.criteria],
        comparison: &found,
        roles: options.roles,
        evidence: [&a.digests, &b.digests],
    };
    let mut out = Held::begin(options.output.as_deref(), say)?;
    let width = if options.output.is_some() { Say::FILE_WIDTH } else { say.width() };
    let style = Style { lang: say.lang, width, totals: false };
    comparison(options.format, style, compared, &told, &mut out)?;
    out.release(say)?;
    say.problems(&told);
    if options.format == Format::Csv {
        // A table of criteria has no room for who is not in it.
        for line in undeclared(compared, say.lang).into_iter().chain(alone_beside(&found, say.lang)) {
            say.remark(&line);
        }
    }
    Ok(Exit::Well)
}

/// Adds problems, each once: one file may be read for both sides.
fn add<P: PartialEq>(told: &mut Vec<Found<P>>, more: Vec<Found<P>>) {
    for problem in more {
        if !told.contains(&problem) {
            told.push(problem);
        }
    }
}

/// Reads the criteria of a side, then its evidence, of the role and the period that were asked for. Where one file serves
/// for both sides and another set is named for B, it is read under the set of A, and what carries over stands under the
/// other set: the same evidence under two sets.
fn side(options: &Compare, at: usize, gathered: bool, say: &Say) -> Result<(Option<Side>, Told), Cut> {
    let file: &PathBuf = match (at, &options.b) {
        (1, Some(b)) => b,
        _ => &options.a,
    };
    let files = slice::from_ref(file);
    let mut claims = hearing::open(files, gathered, say)?;
    let other = options.criteria[1].as_deref().filter(|_| at == 1 && options.b.is_none());
    let chosen = if other.is_some() { &options.criteria[0] } else { &options.criteria[at] }.as_deref();
    let Yardstick { criteria, named, warnings } = match yardstick::of_run(chosen, &mut claims, files, say)? {
        Ok(found) => found,
        Err(told) => return Ok((None, told)),
    };
    let mut told = Told { faults: Vec::new(), warnings };
    let (role, period) = (options.roles.map(|roles| roles[at]), options.periods.map(|periods| periods[at]));
    let mut dossiers = Vec::new();
    hearing::hear(&mut claims, &criteria, &named, &mut told, say, |dossier| {
        if period.is_some() && dossier.period != period {
            return;
        }
        match role {
            // Of an agency on which the role is silent, nothing is compared.
            Some(role) if !dossier.roles().contains(&role) => {}
            Some(role) => dossiers.push(dossier.up_to(role)),
            None => dossiers.push(dossier),
        }
    })?;
    let digests = claims.digests();
    let side = Side { criteria, dossiers, digests };
    let Some(name) = other else { return Ok((Some(side), told)) };
    let other = match yardstick::on_command_line(name, say)? {
        Ok(Yardstick { criteria, warnings, .. }) => {
            told.warnings.extend(warnings);
            criteria
        }
        Err(of_set) => {
            told.faults.extend(of_set.faults);
            told.warnings.extend(of_set.warnings);
            return Ok((None, told));
        }
    };
    Ok((Some(side.under(other)), told))
}

impl Side {
    /// The same evidence under another set, as far as it carries over.
    fn under(self, new: Criteria) -> Side {
        let succession = Succession::between(&self.criteria, &new);
        let sets = Sets { old: &self.criteria, new: &new, succession: &succession };
        let carried = |dossier: &Dossier| Carrying::of(sets, Some(dossier), None).carried(dossier);
        let dossiers = self.dossiers.iter().map(carried).collect();
        Side { criteria: new, dossiers, digests: self.digests }
    }
}
