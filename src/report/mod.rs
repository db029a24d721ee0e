//! The view: assessments as sheets of typed cells, one file a sheet.
//!
//! A sheet says its columns and hands its rows to a writer; it knows no format. Cells borrow, so that a million
//! agencies never stand in memory.

mod card;
mod comparison;
mod documents;
mod explanation;
mod findings;
mod follow_up;
mod improvement;
mod machine;
mod reconciliation;
mod scorecard;
mod sets;
mod sheet;
mod sides;
mod summary;
mod thresholds;
mod tree;
mod turn;

pub use card::{card, closing, heading, read_from};
pub use comparison::{
    Compared, alone, alone_beside, compared_agencies, compared_cells, compared_criteria, compared_fields,
    compared_files, heads, not_carried, nothing_to_pair, one_sided, undeclared,
};
pub use documents::{
    expected, ids, lacking, lacking_line, register, register_columns, register_counts, register_heading,
    register_rows,
};
pub use explanation::{explained, outline};
pub use findings::{FindingsPart, findings};
pub use follow_up::{Case, followed_cells, followed_columns, followed_heading, loss_sums, losses, requests};
pub use improvement::{
    chances, gains, gains_columns, no_step, said, target_changes, target_lines, without_step, won_back,
};
pub use machine::{answer_text, claim_text, documents_text, outcome_word};
pub use reconciliation::{differences, not_computed, reconciled, reconciled_cells};
pub use scorecard::{not_submitted, scorecard, scorecard_columns, totals};
pub use sets::sets;
pub use sheet::{Align, Cell, Column, Rows};
pub use sides::{corrected, differing, fields, is_told_apart, layer_name, lowered, notes, reasons};
pub use summary::{LaneSummary, Standing, left_out, summaries, summary, summary_notes};
pub use thresholds::{missed, thresholds_file};
