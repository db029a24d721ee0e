//! What the program promises, seen from outside.

mod conventions;
mod docs;
mod evidence;
mod exact;
mod faults;
mod files;
mod floors;
mod formulas;
mod hostile;
mod improve;
mod language;
mod laws;
mod layers;
mod linter;
mod mutations;
mod oracles;
mod published;
mod reconcile;
mod run;
mod samples;
mod schema;
mod sets;
mod ten;
mod waiting;
