//! `cchc explain`: a set or a criterion in words, and the arithmetic of an agency's score.

use std::io::Write;
use std::path::Path;

use super::Exit;
use super::disk::Held;
use super::hearing::{self, flowing_or_gathered};
use super::say::Say;
use super::yardstick;
use crate::analysis::Standings;
use crate::assessment::{Peers, score};
use crate::cli::Explain;
use crate::criteria::{Criteria, Node};
use crate::evidence::{Dossier, Named};
use crate::id::nearest;
use crate::render::{Table, Told, write_lines};
use crate::report;

pub(super) fn explain(options: &Explain, say: &Say) -> anyhow::Result<Exit> {
    let criteria = match yardstick::on_command_line(&options.set, say)? {
        Ok(yardstick) => yardstick.criteria,
        Err(told) => {
            say.problems(&told);
            return Ok(Exit::Faults);
        }
    };
    let node = match &options.id {
        None => Node::ROOT,
        Some(id) => criteria.find(id).ok_or_else(|| {
            let near = nearest(id, criteria.ids());
            anyhow::anyhow!((say.labels().unknown_criterion)(&criteria.identity.name(), id, near))
        })?,
    };
    let dossiers = match &options.evidence {
        None => Vec::new(),
        Some(path) => match dossiers(path, &criteria, say)? {
            Ok(dossiers) => dossiers,
            Err(told) => {
                say.problems(&told);
                return Ok(Exit::Faults);
            }
        },
    };
    let mut out = Held::begin(None, say)?;
    if node == Node::ROOT && !dossiers.is_empty() {
        write_lines(say.width(), &[criteria.identity.name()], &mut out)?;
    } else {
        said(&criteria, node, say, &mut out)?;
    }
    let standings = Standings::new(&criteria, false);
    let mut peers = Peers::default();
    for dossier in &dossiers {
        peers.add(&criteria, dossier);
    }
    let peers = peers.settled();
    for dossier in &dossiers {
        writeln!(out)?;
        let assessment = score(&criteria, dossier, &peers);
        write_lines(say.width(), &report::heading(&criteria, &assessment, say.lang), &mut out)?;
        writeln!(out)?;
        report::card(
            &criteria,
            &assessment,
            &standings,
            node,
            say.lang,
            &mut Table::new(say.width(), &mut out),
        )?;
        if node == Node::ROOT {
            writeln!(out)?;
            let closing = report::closing(&criteria, &assessment, &standings, say.lang);
            write_lines(say.width(), &closing, &mut out)?;
        }
    }
    out.release(say)?;
    Ok(Exit::Well)
}

fn said(criteria: &Criteria, node: Node, say: &Say, out: &mut Held) -> anyhow::Result<()> {
    let width = say.width();
    let mut table = Vec::new();
    let (before, after) = report::explained(criteria, node, say.lang, &mut Table::new(width, &mut table))?;
    write_lines(width, &before, out)?;
    out.write_all(&table)?;
    writeln!(out)?;
    write_lines(width, &after, out)?;
    if node == Node::ROOT {
        writeln!(out)?;
        report::outline(criteria, say.lang, &mut Table::new(width, out))?;
    }
    Ok(())
}

/// The dossiers of an evidence file under `criteria`.
fn dossiers(path: &Path, criteria: &Criteria, say: &Say) -> anyhow::Result<Result<Vec<Dossier>, Told>> {
    let (dossiers, told) = flowing_or_gathered(|gathered| {
        let (mut dossiers, mut told) = (Vec::new(), Told::default());
        let mut claims = hearing::open(&[path.to_owned()], gathered, say)?;
        hearing::hear(&mut claims, criteria, &Named::OnPurpose, &mut told, say, |dossier| {
            dossiers.push(dossier);
        })?;
        Ok((dossiers, told))
    })?;
    if !told.faults.is_empty() {
        return Ok(Err(told));
    }
    say.problems(&told);
    Ok(Ok(dossiers))
}
