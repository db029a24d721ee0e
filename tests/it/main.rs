//! What the program promises, seen from outside.

mod compare;
mod compare_laws;
mod compare_shipped;
mod conventions;
mod docs;
mod evidence;
mod exact;
mod faults;
mod files;
mod floors;
mod formulas;
mod hostile;
mod language;
mod laws;
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
