//! `cchc reconcile`: declared results held against what the evidence comes to.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Exit;
use super::disk::{self, Held};
use super::hearing::{self, Cut, flowing_or_gathered};
use super::say::Say;
use super::yardstick::{self, Yardstick};
use crate::analysis::{self, Standings};
use crate::assessment::{Assessment, Peers, score as assess};
use crate::cli::Reconcile;
use crate::criteria::Criteria;
use crate::evidence::{Declared, Dossier, File};
use crate::id::Id;
use crate::problem::Checked;
use crate::render::{Format, Style, Told, reconciliation};
use crate::report::reconciled;

/// What the evidence comes to.
struct Computed {
    criteria: Criteria,
    /// Of the agencies of which something is declared: of no other need anything be kept.
    assessments: Vec<Arc<Assessment>>,
    standings: Standings,
}

/// Reads the declared results, computes what the evidence comes to, compares. While anything has a fault nothing is
/// compared: a figure that is not there would look like one that differs.
pub(super) fn reconcile(options: &Reconcile, say: &Say) -> anyhow::Result<Exit> {
    let (declared, of_declared) = declared(options, say)?;
    let agencies: BTreeSet<&Id> = declared.iter().flat_map(|it| &it.rows).map(|row| &row.agency).collect();
    let (computed, mut told) = flowing_or_gathered(|gathered| computed(options, gathered, &agencies, say))?;
    told.faults.extend(of_declared.faults);
    told.warnings.extend(of_declared.warnings);
    let (Some(declared), Some(computed), []) = (declared, computed, &told.faults[..]) else {
        say.problems(&told);
        say.remark(say.labels().nothing_compared);
        return Ok(Exit::Faults);
    };
    let Computed { criteria, assessments, standings } = computed;
    let found = analysis::reconcile(&criteria, &assessments, &standings, &declared);
    let mut out = Held::begin(options.output.as_deref(), say)?;
    let width = if options.output.is_some() { Say::FILE_WIDTH } else { say.width() };
    let style = Style { lang: say.lang, width, totals: false };
    reconciliation(options.format, style, &criteria, (&standings, options.role), &found, &mut out)?;
    out.release(say)?;
    say.problems(&told);
    if !declared.not_read.is_empty() {
        say.remark(&(say.labels().columns_not_compared)(&declared.not_read.join(", ")));
    }
    if options.format == Format::Csv {
        // A table of cells has no room for how many there were.
        for line in reconciled(&criteria, options.role, &found, say.lang) {
            say.remark(&line);
        }
    }
    // Where nothing was compared nothing agrees: a misspelt agency must not look like success.
    Ok(if found.compared > 0 && found.differences.is_empty() { Exit::Well } else { Exit::Faults })
}

/// The declared results, or what is wrong with their file.
fn declared(options: &Reconcile, say: &Say) -> anyhow::Result<(Option<Declared>, Told)> {
    let name = options.declared.display().to_string();
    let bytes = disk::open(&options.declared, say)?;
    let read = Declared::read(File { name: name.clone(), bytes });
    Ok(match read.map_err(|error| disk::cannot_read(&name, &error, say))? {
        Checked::Sound(declared, warnings) => (Some(declared), Told { faults: Vec::new(), warnings }),
        Checked::Broken(faults, warnings) => (None, Told { faults, warnings }),
    })
}

/// Reads the criteria, then for each dossier: check, score, keep.
fn computed(
    options: &Reconcile,
    gathered: bool,
    agencies: &BTreeSet<&Id>,
    say: &Say,
) -> Result<(Option<Computed>, Told), Cut> {
    let mut claims = hearing::open(&options.evidence, gathered, say)?;
    let chosen = options.criteria.as_deref();
    let Yardstick { criteria, named, warnings } =
        match yardstick::of_run(chosen, &mut claims, &options.evidence, say)? {
            Ok(found) => found,
            Err(told) => return Ok((None, told)),
        };
    let spoken = |dossier: Dossier| match options.role {
        // Of an agency on which the role is silent, nothing is computed.
        Some(role) => dossier.roles().contains(&role).then(|| dossier.only(role)),
        None => Some(dossier),
    };
    let mut peers = Peers::default();
    if criteria.compares_with_peers() {
        hearing::hear(&mut claims, &criteria, &named, &mut Told::default(), say, |dossier| {
            if let Some(dossier) = spoken(dossier) {
                peers.add(&criteria, &dossier);
            }
        })?;
        peers = peers.settled();
        claims = hearing::open(&options.evidence, gathered, say)?;
    }
    let mut told = Told { faults: Vec::new(), warnings };
    let (mut standings, mut assessments) = (Standings::new(&criteria, false), Vec::new());
    hearing::hear(&mut claims, &criteria, &named, &mut told, say, |dossier| {
        let Some(dossier) = spoken(dossier) else { return };
        let assessment = assess(&criteria, &dossier, &peers);
        standings.add(&assessment);
        if agencies.contains(&assessment.agency.id) {
            assessments.push(Arc::new(assessment));
        }
    })?;
    Ok((Some(Computed { criteria, assessments, standings: standings.settled() }), told))
}
