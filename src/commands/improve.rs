//! `cchc improve`: which points can be won back, and the smallest set of changes that reaches a target.

use std::collections::BTreeSet;

use super::Exit;
use super::disk::Held;
use super::hearing::{self, Cut, flowing_or_gathered, stopped};
use super::say::Say;
use super::yardstick::{self, Yardstick};
use crate::analysis::{Goal, Improvement, improve as win_back};
use crate::assessment::Peers;
use crate::cli::Improve;
use crate::criteria::{Criteria, Node};
use crate::evidence::{Claims, Digest, Dossier, Named, check};
use crate::id::nearest;
use crate::points::Points;
use crate::problem::Checked;
use crate::render::{Format, Style, Told, improvements};
use crate::report::{target_lines, won_back};
use crate::wording;

/// The evidence of a run that can be looked at.
#[derive(Default)]
struct Evidence {
    dossiers: Vec<Dossier>,
    peers: Peers,
    told: Told,
    /// The agencies that a faulty file names.
    withheld: Vec<String>,
    digests: Vec<Digest>,
}

/// Reads the criteria and the evidence, then for each agency: find what it can win back. What a faulty file says is
/// withheld, as when it is scored.
pub(super) fn improve(options: &Improve, say: &Say) -> anyhow::Result<Exit> {
    let (criteria, evidence) = flowing_or_gathered(|gathered| read(options, gathered, say))?;
    let Some(criteria) = criteria else { return Ok(nothing_done(&evidence.told, say)) };
    let goal = options.target.as_deref().map(|word| goal(&criteria, word, say)).transpose()?;
    let alone = criteria.compares_with_peers() && !evidence.told.faults.is_empty();
    if evidence.dossiers.is_empty() || alone {
        return Ok(nothing_done(&evidence.told, say));
    }
    let asked = asked(options, &evidence, say)?;
    let goal = goal.as_ref().map(|goal| (goal, options.by));
    let found: Vec<Improvement> =
        asked.into_iter().map(|dossier| win_back(&criteria, dossier, &evidence.peers, goal)).collect();
    let mut out = Held::begin(options.output.as_deref(), say)?;
    let width = if options.output.is_some() { Say::FILE_WIDTH } else { say.width() };
    let style = Style { lang: say.lang, width, totals: false };
    let read = (&evidence.digests[..], &evidence.told);
    improvements(options.format, style, &criteria, &found, read, &mut out)?;
    out.release(say)?;
    say.problems(&evidence.told);
    if options.format == Format::Csv {
        // A table of steps has no room for what they come to together.
        for one in &found {
            let target = one.target.iter().flat_map(|target| target_lines(&criteria, target, say.lang));
            for line in won_back(&criteria, one, say.lang).into_iter().chain(target) {
                say.remark(&format!("{}: {line}", one.before.agency.id));
            }
        }
    }
    if evidence.told.faults.is_empty() {
        return Ok(Exit::Well);
    }
    if !evidence.withheld.is_empty() {
        say.remark(&(say.labels().withheld)(&evidence.withheld.join(", ")));
    }
    Ok(Exit::Faults)
}

fn nothing_done(told: &Told, say: &Say) -> Exit {
    say.problems(told);
    say.remark(wording::gains(say.lang).nothing_done);
    Exit::Faults
}

/// Reads everything: once for the faults and the peers, once more for the dossiers that no faulty file names.
fn read(options: &Improve, gathered: bool, say: &Say) -> Result<(Option<Criteria>, Evidence), Cut> {
    let mut claims = hearing::open(&options.evidence, gathered, say)?;
    let mut evidence = Evidence::default();
    let chosen = options.criteria.as_deref();
    let Yardstick { criteria, named, warnings } =
        match yardstick::of_run(chosen, &mut claims, &options.evidence, say)? {
            Ok(found) => found,
            Err(told) => return Ok((None, Evidence { told, ..evidence })),
        };
    evidence.told.warnings = warnings;
    hearing::hear(&mut claims, &criteria, &named, &mut evidence.told, say, |dossier| {
        evidence.peers.add(&criteria, &dossier);
    })?;
    evidence.peers = evidence.peers.settled();
    evidence.digests = claims.digests();
    let mut again = hearing::open(&options.evidence, gathered, say)?;
    keep_sound(&mut again, &criteria, &named, &mut evidence, say)?;
    Ok((Some(criteria), evidence))
}

fn keep_sound(
    claims: &mut Claims,
    criteria: &Criteria,
    named: &Named,
    evidence: &mut Evidence,
    say: &Say,
) -> Result<(), Cut> {
    let faulty: BTreeSet<String> =
        evidence.told.faults.iter().map(|found| found.at.file.to_string()).collect();
    for submission in claims {
        let submission = submission.map_err(|stop| stopped(stop, say))?;
        let agency = submission.agency().map(str::to_owned);
        let held_back = submission.files().any(|file| faulty.contains(file));
        match check(submission, criteria, named) {
            Checked::Sound(Some(dossier), _) if !held_back => evidence.dossiers.push(dossier),
            Checked::Sound(Some(_), _) | Checked::Broken(..) => evidence.withheld.extend(agency),
            Checked::Sound(None, _) => {}
        }
    }
    Ok(())
}

/// The target: a grade of the set by its id, else an index.
fn goal(criteria: &Criteria, word: &str, say: &Say) -> anyhow::Result<Goal> {
    let words = wording::gains(say.lang);
    let grades = &criteria.at(Node::ROOT).grades;
    if let Some(at) = grades.iter().position(|grade| grade.id.as_str() == word) {
        return Ok(Goal::Grade(at));
    }
    match Points::read(word.trim_end_matches('%').trim_end()) {
        Ok(index) if !index.is_negative() => Ok(Goal::Index(index)),
        Ok(_) => anyhow::bail!((words.wrong_index)(word)),
        Err(_) => {
            let ids: Vec<&str> = grades.iter().map(|grade| grade.id.as_str()).collect();
            let near = nearest(word, ids.iter().copied());
            anyhow::bail!((words.unknown_grade)(word, near, &ids.join(", ")))
        }
    }
}

/// The dossiers that are asked for: all, or those of one agency.
fn asked<'e>(options: &Improve, evidence: &'e Evidence, say: &Say) -> anyhow::Result<Vec<&'e Dossier>> {
    let Some(wanted) = &options.agency else { return Ok(evidence.dossiers.iter().collect()) };
    let of = |dossier: &&Dossier| dossier.agency.id.as_str() == wanted;
    let found: Vec<&Dossier> = evidence.dossiers.iter().filter(of).collect();
    if found.is_empty() {
        let ids: BTreeSet<&str> =
            evidence.dossiers.iter().map(|dossier| dossier.agency.id.as_str()).collect();
        let near = nearest(wanted, ids.iter().copied());
        let known = ids.iter().copied().collect::<Vec<_>>().join(", ");
        anyhow::bail!((wording::gains(say.lang).unknown_agency)(wanted, near, &known));
    }
    Ok(found)
}
