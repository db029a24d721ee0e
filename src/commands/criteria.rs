//! `cchc criteria`: the sets that ship inside the program.

use super::Exit;
use super::disk::Held;
use super::say::Say;
use super::yardstick::builtin;
use crate::criteria::{self, BUILTIN, Builtin};
use crate::id::nearest;
use crate::problem::Checked;
use crate::render::Table;
use crate::report;

pub(super) fn criteria(set: Option<&str>, say: &Say) -> anyhow::Result<Exit> {
    if let Some(name) = set {
        let id = name.split('@').next().unwrap_or_default();
        let Some(set) = Builtin::find(id) else {
            let ids = Builtin::ids();
            anyhow::bail!((say.labels().unknown_set)(name, nearest(id, ids), &ids.join(", ")));
        };
        say.out(set.yaml)?;
        return Ok(Exit::Well);
    }
    let sets: Vec<_> = BUILTIN
        .into_iter()
        .map(|set| match criteria::read(&builtin(set)) {
            Checked::Sound(criteria, _) => criteria,
            Checked::Broken(faults, _) => {
                unreachable!("a test reads every set that ships inside: {faults:?}")
            }
        })
        .collect();
    let mut out = Held::begin(None, say)?;
    report::sets(&sets, say.lang, &mut Table::new(say.width(), &mut out))?;
    out.release(say)?;
    Ok(Exit::Well)
}
