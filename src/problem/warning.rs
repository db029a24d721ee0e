//! What stands beside a score.

use crate::calendar::Date;
use crate::id::Id;
use crate::lang::Text;
use crate::points::Points;

/// What stands beside a score without stopping it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// A better measure earns less.
    StepsFall {
        /// Where it begins to fall.
        value: String,
        /// Whether it counts days late, of which more are worse: then more is earned there.
        late: bool,
        /// What is earned there.
        here: Points,
        /// What is earned just below.
        below: Points,
    },
    /// A criterion that does not say what proves it.
    DocumentsNotNamed {
        /// The criterion.
        id: Id,
    },
    /// The official text's own defect, accepted for a criterion.
    AsWritten {
        /// The criterion.
        id: Id,
        /// Why it is accepted.
        because: Text,
    },
    /// A judgement without a note.
    JudgedWithoutNote {
        /// The criterion.
        id: Id,
    },
    /// A score that the agency decided for itself: declared and not computed.
    DeclaredNotComputed {
        /// The criterion.
        id: Id,
    },
    /// A decided score without its reason.
    DecidedWithoutReason {
        /// The criterion.
        id: Id,
    },
    /// A period outside the time for which the set is meant.
    PeriodOutsideSet {
        /// The period.
        period: String,
    },
    /// Evidence written for one set and scored under another on purpose.
    CriteriaReplaced {
        /// The set that the evidence names.
        named: String,
        /// The set that scores it.
        used: String,
    },
    /// A document's file that is not there.
    DocumentFileMissing {
        /// The path.
        file: String,
    },
    /// A document's file that lies outside the folder of the evidence, and was not opened.
    DocumentFileOutside {
        /// The path.
        file: String,
    },
    /// A document's file that is a folder.
    DocumentFileFolder {
        /// The path.
        file: String,
    },
    /// A document's file that is there and cannot be read.
    DocumentFileUnreadable {
        /// The path.
        file: String,
    },
    /// A document from outside the period, without a note that explains it.
    DocumentOutsidePeriod {
        /// Its day.
        date: Date,
        /// The first day on which it would lie inside.
        first: Date,
        /// The last day.
        last: Date,
    },
    /// A column that is not read.
    ColumnNotRead {
        /// The column.
        column: String,
    },
}
