//! Evidence as a whole: read, checked and scored, each agency with its dossier, for commands that look at several scores
//! together.

use std::path::PathBuf;

use super::hearing::{self, flowing_or_gathered};
use super::say::Say;
use super::yardstick::{self, Yardstick};
use crate::analysis::Scored;
use crate::assessment::{Peers, score as assess};
use crate::criteria::Criteria;
use crate::evidence::Digest;
use crate::render::{Side, Told};

/// What evidence comes to under its set.
pub(super) struct Whole {
    pub(super) criteria: Criteria,
    /// Every agency and period, in the order of their first appearance.
    pub(super) scored: Vec<Scored>,
    /// The files that were read.
    pub(super) digests: Vec<Digest>,
}

impl Whole {
    /// Its set and its files, as results name them.
    pub(super) fn side(&self) -> Side<'_> {
        Side { criteria: &self.criteria, evidence: &self.digests }
    }
}

/// Reads, checks and scores evidence under the set that is `chosen`, or the one that it names. Absent where anything has
/// a fault; what is told of it comes with it.
pub(super) fn whole(
    files: &[PathBuf],
    chosen: Option<&str>,
    say: &Say,
) -> anyhow::Result<(Option<Whole>, Told)> {
    flowing_or_gathered(|gathered| {
        let mut claims = hearing::open(files, gathered, say)?;
        let Yardstick { criteria, named, warnings } =
            match yardstick::of_run(chosen, &mut claims, files, say)? {
                Ok(found) => found,
                Err(told) => return Ok((None, told)),
            };
        let mut told = Told { faults: Vec::new(), warnings };
        let (mut dossiers, mut peers) = (Vec::new(), Peers::default());
        hearing::hear(&mut claims, &criteria, &named, &mut told, say, |dossier| {
            peers.add(&criteria, &dossier);
            dossiers.push(dossier);
        })?;
        if !told.faults.is_empty() {
            return Ok((None, told));
        }
        let peers = peers.settled();
        let scored = dossiers.into_iter().map(|dossier| {
            let assessment = assess(&criteria, &dossier, &peers);
            Scored { dossier, assessment }
        });
        let scored = scored.collect();
        Ok((Some(Whole { criteria, scored, digests: claims.digests() }), told))
    })
}
