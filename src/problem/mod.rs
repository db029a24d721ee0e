//! What can be wrong with the files that people write: faults, which stop a file, and warnings, which stand
//! beside the score. Everything here is data; the sentences are made in `wording/`.

mod codes;
mod expected;
mod fault;
mod found;
mod warning;

pub use expected::{Asked, FileKind, FormulaFlaw, Shape, YamlFlaw};
pub use fault::Fault;
pub use found::{Checked, Found, Problems};
pub use warning::Warning;
