//! `cchc schema`: what an editor has to know of criteria files.

use super::Exit;
use super::say::Say;
use crate::translate;

pub(super) fn schema(say: &Say) -> anyhow::Result<Exit> {
    say.out(&format!("{:#}\n", translate::schema()))?;
    Ok(Exit::Well)
}
