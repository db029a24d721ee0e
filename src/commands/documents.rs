//! `cchc documents`: the register of what proves the answers, and what is lacking.

use super::Exit;
use super::attachments::Attachments;
use super::disk::Held;
use super::hearing::{self, Cut, flowing_or_gathered};
use super::say::Say;
use super::yardstick::{self, Yardstick};
use crate::analysis::Register;
use crate::assessment::{Peers, score as assess};
use crate::cli::Documents;
use crate::criteria::Criteria;
use crate::evidence::{Digest, Dossier};
use crate::id::{Id, nearest};
use crate::render::{self, Style, Told};
use crate::wording;

/// What the evidence says.
struct Heard {
    criteria: Criteria,
    dossiers: Vec<Dossier>,
    digests: Vec<Digest>,
}

/// Reads the evidence, looks up the files, lists. While a file has a fault nothing is listed: a document that is not in
/// the register would look like one that does not exist.
pub(super) fn documents(options: &Documents, say: &Say) -> anyhow::Result<Exit> {
    let attachments = Attachments::default();
    let (heard, told) = flowing_or_gathered(|gathered| hear(options, gathered, &attachments, say))?;
    let (Some(Heard { criteria, dossiers, digests }), []) = (heard, &told.faults[..]) else {
        say.problems(&told);
        say.remark(wording::documents(say.lang).nothing_listed);
        return Ok(Exit::Faults);
    };
    let registers = registers(&criteria, &dossiers, options.agency.as_deref(), say)?;
    let mut out = Held::begin(options.output.as_deref(), say)?;
    let width = if options.output.is_some() { Say::FILE_WIDTH } else { say.width() };
    let style = Style { lang: say.lang, width, totals: false };
    render::documents(options.format, style, &criteria, &registers, (&digests, &told), &mut out)?;
    out.release(say)?;
    say.problems(&told);
    Ok(Exit::Well)
}

fn hear(
    options: &Documents,
    gathered: bool,
    attachments: &Attachments,
    say: &Say,
) -> Result<(Option<Heard>, Told), Cut> {
    let mut claims = hearing::open(&options.evidence, gathered, say)?;
    let chosen = options.criteria.as_deref();
    let Yardstick { criteria, named, warnings } =
        match yardstick::of_run(chosen, &mut claims, &options.evidence, say)? {
            Ok(found) => found,
            Err(told) => return Ok((None, told)),
        };
    let (mut told, mut dossiers) = (Told { faults: Vec::new(), warnings }, Vec::new());
    hearing::hear_with(&mut claims, &criteria, &named, Some(attachments), &mut told, say, |dossier| {
        dossiers.push(dossier);
    })?;
    let digests = claims.digests();
    Ok((Some(Heard { criteria, dossiers, digests }), told))
}

/// The registers of all agencies, or of the one that is asked for.
fn registers(
    criteria: &Criteria,
    dossiers: &[Dossier],
    agency: Option<&str>,
    say: &Say,
) -> anyhow::Result<Vec<Register>> {
    let mut peers = Peers::default();
    for dossier in dossiers {
        peers.add(criteria, dossier);
    }
    let peers = peers.settled();
    let wanted = agency.map(Id::new);
    let asked = dossiers.iter().filter(|dossier| wanted.as_ref().is_none_or(|id| dossier.agency.id == *id));
    let registers: Vec<Register> =
        asked.map(|dossier| Register::of(criteria, dossier, &assess(criteria, dossier, &peers))).collect();
    if let (Some(id), true) = (agency, registers.is_empty()) {
        let near = nearest(id, dossiers.iter().map(|dossier| dossier.agency.id.as_str()));
        anyhow::bail!((wording::documents(say.lang).unknown_agency)(id, near));
    }
    Ok(registers)
}
