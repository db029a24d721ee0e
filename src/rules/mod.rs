//! The ways of scoring, one file a kind, all lowered to one scheme.
//!
//! A kind reads its own words from a criteria file and says them once more as a [`Scheme`]. Scoring, the proofs,
//! the forms and the explanations read only the scheme.

mod bands;
mod better;
mod checklist;
mod choice;
mod choices;
mod count;
mod coverage;
mod deadline;
mod deduct;
mod earned;
mod expression;
mod facts;
mod fit;
mod formula;
mod judged;
pub mod keys;
mod kind;
mod proofs;
mod scheme;
mod share;
mod survey;
mod versus_peers;
mod written;
mod yes_no;

pub use bands::{Steps, read_steps};
pub use better::{Sense, Stop, Way};
pub use choices::{Offer, Reserved, read_offers};
pub use earned::{Around, Earned, Found, Value, Why};
pub use expression::{Expression, Figure, Lowered, Name, Step, Valued};
pub use facts::{Datum, Facts};
pub use fit::{Misfit, within};
pub use formula::{Computed, Formula, Input};
pub use kind::{Ground, Kind, Rule};
pub use scheme::{Average, Band, Cut, Due, Judgement, Ladder, Line, Losses, Measure, Scheme, WhenEmpty};
