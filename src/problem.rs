//! What can be wrong with the files that people write: faults, which stop a file, and warnings, which stand
//! beside the score. Everything here is data; the sentences are made in `wording/`.

use crate::answer::Role;
use crate::id::Id;
use crate::lang::Lang;
use crate::points::Points;
use crate::source::Spot;

/// A problem and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found<P> {
    /// What is wrong.
    pub what: P,
    /// Where: the wrong value itself.
    pub at: Spot,
}

/// Something read: sound, or broken with every fault in it. A broken thing cannot be scored.
#[derive(Debug)]
pub enum Checked<T> {
    /// It holds together; the warnings stand beside it.
    Sound(T, Vec<Found<Warning>>),
    /// It does not.
    Broken(Vec<Found<Fault>>, Vec<Found<Warning>>),
}

/// Every problem of one reading, kept until all of it is read.
#[derive(Debug, Default)]
pub struct Problems {
    faults: Vec<Found<Fault>>,
    warnings: Vec<Found<Warning>>,
}

impl Problems {
    /// Keeps a fault.
    pub fn fault(&mut self, at: Spot, what: Fault) {
        self.faults.push(Found { what, at });
    }

    /// Keeps a warning.
    pub fn warn(&mut self, at: Spot, what: Warning) {
        self.warnings.push(Found { what, at });
    }

    /// Whether a fault has been kept.
    #[must_use]
    pub fn any_fault(&self) -> bool {
        !self.faults.is_empty()
    }

    /// Whether anything has been kept.
    #[must_use]
    pub fn any(&self) -> bool {
        self.any_fault() || !self.warnings.is_empty()
    }

    /// How many faults have been kept.
    #[must_use]
    pub fn faults(&self) -> usize {
        self.faults.len()
    }

    /// Takes in what another reading found.
    pub fn append(&mut self, mut other: Problems) {
        self.faults.append(&mut other.faults);
        self.warnings.append(&mut other.warnings);
    }

    /// `value` with the warnings if nothing is wrong, else the faults in the order of their places. A value
    /// that is absent although no fault was kept would be a broken promise of the reader.
    #[must_use]
    pub fn verdict<T>(mut self, value: Option<T>) -> Checked<T> {
        in_order(&mut self.faults);
        in_order(&mut self.warnings);
        match value {
            Some(value) if self.faults.is_empty() => Checked::Sound(value, self.warnings),
            _ => {
                assert!(self.any_fault(), "what cannot be read has a fault that says why");
                Checked::Broken(self.faults, self.warnings)
            }
        }
    }
}

/// Sorts by place and says the same thing at the same place once: what an alias repeats, or a scale that
/// several criteria use, is one mistake.
fn in_order<P: PartialEq>(found: &mut Vec<Found<P>>) {
    found.sort_by(|a, b| a.at.cmp(&b.at));
    let mut kept: Vec<Found<P>> = Vec::with_capacity(found.len());
    for problem in found.drain(..) {
        let here = kept.iter().rev().take_while(|other| other.at == problem.at);
        if !here.into_iter().any(|other| other.what == problem.what) {
            kept.push(problem);
        }
    }
    *found = kept;
}

/// The shapes that a value in a file may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One text or number.
    Scalar,
    /// A list.
    List,
    /// A table of keys and values.
    Table,
    /// A text, or texts by language.
    Text,
    /// Nothing at all.
    Empty,
}

/// What kind of answer a criterion asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// One of these ids.
    OneOf(Vec<Id>),
    /// Some of these ids, or `none`.
    SomeOf(Vec<Id>),
    /// `47/50`, or a percent.
    Share,
    /// A number.
    Amount,
    /// A whole number, not below zero.
    Count,
    /// A whole number for each of these ids.
    CountOfEach(Vec<Id>),
    /// A date, or `never`.
    Date,
    /// Points between zero and these.
    Points(Points),
}

/// What stands in the way of reading a YAML file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum YamlFlaw {
    /// A tab where blanks must indent.
    Tab,
    /// Lines that do not stand under one another.
    Indentation,
    /// A quote that is not closed.
    Quote,
    /// A bracket or brace that is not closed.
    Bracket,
    /// A key without its colon, or a second colon in a line.
    Colon,
    /// `*name` without `&name`.
    Alias,
    /// Anything else, in the parser's words.
    Other(String),
}

/// What stops a file from being used, one variant for each thing that can be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    // The file as such.
    /// The file holds nothing.
    FileEmpty,
    /// The file is not text: it has a NUL byte.
    FileNotText,
    /// The file is text in UTF-16.
    FileUtf16,
    /// The file is text, but not in UTF-8.
    FileNotUtf8,
    /// The file is larger than the bound.
    FileTooLarge {
        /// The bound, in bytes.
        most: u64,
    },
    /// A line, or a row, is longer than the bound.
    LineTooLong {
        /// The bound, in bytes.
        most: usize,
    },
    /// The file is neither a criteria set nor evidence.
    FileUnknown,
    /// The file is a criteria set where evidence is meant, or the other way round.
    FileOtherKind {
        /// Whether a criteria set was wanted.
        wanted_criteria: bool,
    },

    // YAML.
    /// The YAML cannot be read on from here.
    YamlSyntax {
        /// What stands in the way.
        flaw: YamlFlaw,
    },
    /// Nested deeper than the bound.
    YamlTooDeep {
        /// The bound, in levels.
        most: usize,
    },
    /// Aliases that blow the file up beyond the bound.
    YamlTooManyAliases {
        /// The bound, in nodes that aliases may stand for.
        most: usize,
    },
    /// A key is written twice for one thing.
    YamlDuplicateKey {
        /// The key.
        key: String,
        /// Where it stands first.
        first: Spot,
    },
    /// A key that is a list or a table.
    YamlKeyNotText,
    /// A tag such as `!!int`: every value is read as it is written.
    YamlTag,
    /// More documents than a criteria file has.
    YamlOneDocument,

    // The form of what stands in a table.
    /// A key that means nothing here.
    KeyUnknown {
        /// The key.
        key: String,
        /// The right key that is near.
        nearest: Option<String>,
        /// Every right key.
        known: Vec<String>,
    },
    /// A key that must be there.
    KeyMissing {
        /// The key.
        key: String,
    },
    /// A value of another shape.
    ShapeWrong {
        /// The shape it must have.
        expected: Shape,
        /// The shape it has.
        found: Shape,
    },
    /// A word that is none of those that may stand here.
    WordUnknown {
        /// The word.
        word: String,
        /// The right word that is near.
        nearest: Option<String>,
        /// Every right word.
        known: Vec<String>,
    },
    /// A decimal comma, or a thousands mark.
    NumberComma {
        /// The text.
        text: String,
        /// With a point.
        offer: String,
    },
    /// Not a number.
    NumberWrong {
        /// The text.
        text: String,
    },
    /// A number of more characters than are read.
    NumberTooLong {
        /// The bound, in characters.
        most: usize,
    },
    /// A number below what makes sense here.
    NumberTooSmall {
        /// The number.
        number: Points,
        /// The least that it may be, or must be above.
        least: Points,
        /// Whether the least itself is allowed.
        allowed: bool,
        /// Whether both are shares, said in percent.
        share: bool,
    },
    /// A number above what makes sense here.
    NumberTooLarge {
        /// The number.
        number: Points,
        /// The most that it may be.
        most: Points,
        /// Whether both are shares, said in percent.
        share: bool,
    },
    /// A number with a fraction where one counts.
    NumberNotWhole {
        /// The number.
        number: Points,
    },
    /// A number without `%` where a share is meant.
    PercentMissing {
        /// The text.
        text: String,
    },
    /// A day that the calendar does not have.
    DateNotReal {
        /// The text.
        text: String,
    },
    /// Not a date.
    DateWrong {
        /// The text.
        text: String,
    },
    /// Not a period.
    PeriodWrong {
        /// The text.
        text: String,
    },
    /// An id that is not lower-case words joined by hyphens.
    IdNotKebab {
        /// The id.
        id: String,
    },
    /// An id that is kept for something else.
    IdReserved {
        /// The id.
        id: String,
    },
    /// An id that stands twice.
    IdTwice {
        /// The id.
        id: String,
        /// Where it stands first.
        first: Spot,
    },
    /// A list that needs at least one entry has none.
    ListEmpty,

    // A criteria set that does not hold together.
    /// A node with neither parts nor a rule.
    NeitherRuleNorParts,
    /// A node with both.
    BothRuleAndParts,
    /// A rule that names several ways of scoring, or none.
    RuleNotOne {
        /// The ways that it names.
        kinds: Vec<String>,
    },
    /// A way of scoring that cannot be written bare, since it needs settings.
    RuleNeedsSettings {
        /// The way.
        kind: &'static str,
    },
    /// `when-empty` where nothing can be empty.
    WhenEmptyIdle {
        /// The way of scoring.
        kind: &'static str,
    },
    /// Parts that do not make their whole.
    PartsDoNotAdd {
        /// For which kind of agency, where kinds differ.
        kind: Option<Id>,
        /// What the parts add up to.
        sum: Points,
        /// What the whole declares.
        declared: Points,
    },
    /// No answer reaches the criterion's points.
    FullOutOfReach {
        /// The best that an answer can earn.
        best: Points,
        /// The criterion's points.
        points: Points,
    },
    /// An answer earns more than the criterion's points.
    FullExceeded {
        /// What it can earn.
        best: Points,
        /// The criterion's points.
        points: Points,
    },
    /// A value that no band covers.
    BandGap {
        /// A value that falls through, as people write it.
        value: String,
        /// Every value that falls through.
        stretch: String,
    },
    /// A value that two bands claim.
    BandOverlap {
        /// A value that is claimed twice.
        value: String,
        /// The other band.
        other: Spot,
    },
    /// A band whose edges leave nothing between them.
    BandEmpty,
    /// Edges of which some are shares and some are amounts.
    EdgesMixed,
    /// Two edges of one kind, such as `from` and `above`.
    EdgeTwice {
        /// The edges.
        edges: [&'static str; 2],
    },
    /// `points: share` where a band measures an amount.
    ShareOfAmount,
    /// Steps of judgement that miss the criterion's points.
    StepMisses {
        /// The step.
        step: Points,
        /// The criterion's points.
        points: Points,
    },
    /// A grade that is not below the one before it.
    GradeOrder,
    /// A grade before the last without its edge.
    GradeEdgeMissing,
    /// A last grade with an edge, so that there is no rest.
    GradeRestMissing,
    /// A text that is missing in a language that the set uses.
    TextMissing {
        /// The language.
        lang: Lang,
    },
    /// A declared count that does not hold.
    CountWrong {
        /// What is declared.
        declared: Points,
        /// What the file has.
        found: usize,
    },
    /// A scale that the set does not define.
    ScaleUnknown {
        /// The name.
        name: String,
        /// The scale that is near.
        nearest: Option<String>,
        /// Every scale.
        known: Vec<String>,
    },
    /// A time that ends before it begins.
    SpanBackwards,
    /// A kind of agency that the set, or the group around a criterion, is not for.
    KindUnknown {
        /// The kind.
        kind: String,
        /// The kind that is near.
        nearest: Option<String>,
        /// The kinds that it is for.
        known: Vec<String>,
    },

    // Rows.
    /// A row file without a column that it must have.
    ColumnMissing {
        /// The column.
        column: &'static str,
    },
    /// A column whose name is nearly a right one.
    ColumnMisspelt {
        /// As written.
        column: String,
        /// As meant.
        nearest: String,
    },
    /// A column that stands twice.
    ColumnTwice {
        /// The column.
        column: String,
    },
    /// A row with more or fewer cells than the header.
    RowLength {
        /// Cells in the row.
        found: usize,
        /// Cells in the header.
        expected: usize,
    },
    /// A cell that must not be empty.
    CellEmpty {
        /// The column.
        column: &'static str,
    },
    /// A quote that is opened and not closed before the file ends.
    QuoteOpen,

    // Evidence against its criteria.
    /// Neither the evidence nor the command names a criteria set.
    CriteriaNotNamed,
    /// A criteria set that is neither inside the program nor a file.
    CriteriaUnknown {
        /// As written.
        name: String,
        /// The set that is near.
        nearest: Option<String>,
        /// The sets inside the program.
        known: Vec<String>,
    },
    /// A criteria set that is there in another version.
    CriteriaOtherVersion {
        /// As written.
        named: String,
        /// The version that is there.
        found: String,
    },
    /// Two criteria sets in one run.
    CriteriaDiffer {
        /// This one.
        name: String,
        /// The one before.
        first: String,
    },
    /// Two places say different things of one agency.
    AgencyContradicted {
        /// The field.
        field: &'static str,
        /// What is said here.
        here: String,
        /// What is said there.
        there: String,
        /// There.
        first: Spot,
    },
    /// The criteria set tells kinds of agency apart, and the evidence does not say which this is.
    KindNeeded {
        /// The kinds that the set is for.
        known: Vec<String>,
    },
    /// The evidence names no period where one is needed: the criteria set counts dates from it, or the agency
    /// has evidence about several.
    PeriodNeeded,
    /// A round where there are none.
    RoundWithoutAppraisal,
    /// A criterion that the set does not have.
    CriterionUnknown {
        /// As written.
        id: String,
        /// The criterion that is near.
        nearest: Option<String>,
    },
    /// A criterion that does not apply to this kind of agency.
    CriterionNotForKind {
        /// The criterion.
        id: Id,
        /// The kind.
        kind: Id,
    },
    /// A criterion that this role does not score.
    RoleMayNotAnswer {
        /// The role that answers.
        role: Role,
        /// The role that scores it.
        scored_by: Role,
    },
    /// One criterion answered twice by one role.
    AnswerTwice {
        /// The criterion.
        id: Id,
        /// Where it is answered first.
        first: Spot,
    },
    /// A part answered although its group is decided whole.
    AnswerBelowDecided {
        /// The group.
        group: Id,
        /// Where the group is decided.
        first: Spot,
    },
    /// A fact given for a group, which has no rule of its own.
    AnswerOnGroup {
        /// Its parts.
        parts: Vec<Id>,
    },
    /// An answer of another kind than is asked.
    AnswerWrong {
        /// As written.
        text: String,
        /// What is asked.
        asked: Asked,
        /// The right word that is near.
        nearest: Option<String>,
    },
    /// Several ways of answering in one entry.
    AnswerSeveral {
        /// The keys that exclude one another.
        keys: Vec<String>,
    },
    /// An id twice in one answer.
    AnswerRepeats {
        /// The id.
        id: String,
    },
    /// `of` beside an answer that is no share.
    OfIdle,
    /// A share above its whole.
    ShareAboveWhole {
        /// The part.
        part: Points,
        /// The whole.
        whole: Points,
    },
    /// A share of nothing where the set does not say what that means.
    ShareOfNothing,
    /// Points that are no step of the judgement.
    PointsOffStep {
        /// The points.
        points: Points,
        /// The step.
        step: Points,
    },
    /// Not applicable, where the set refuses that.
    NotApplicableRefused,
    /// Not applicable without a reason.
    ReasonMissing,
}

/// What stands beside a score without stopping it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// A better measure earns less.
    StepsFall {
        /// Where it begins to fall.
        value: String,
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
    /// A column that is not read.
    ColumnNotRead {
        /// The column.
        column: String,
    },
}

/// The kebab-case name of each variant, and the list of all names.
macro_rules! codes {
    ($kind:ident { $($variant:ident $code:literal,)* }) => {
        impl $kind {
            /// Every code, one for each variant.
            pub const CODES: &[&str] = &[$($code),*];

            /// The stable name of this problem, the same in every language.
            #[must_use]
            pub fn code(&self) -> &'static str {
                match self {
                    $($kind::$variant { .. } => $code,)*
                }
            }
        }
    };
}

codes!(Fault {
    FileEmpty "file-empty",
    FileNotText "file-not-text",
    FileUtf16 "file-utf16",
    FileNotUtf8 "file-not-utf8",
    FileTooLarge "file-too-large",
    LineTooLong "line-too-long",
    FileUnknown "file-unknown",
    FileOtherKind "file-other-kind",
    YamlSyntax "yaml-syntax",
    YamlTooDeep "yaml-too-deep",
    YamlTooManyAliases "yaml-too-many-aliases",
    YamlDuplicateKey "yaml-duplicate-key",
    YamlKeyNotText "yaml-key-not-text",
    YamlTag "yaml-tag",
    YamlOneDocument "yaml-one-document",
    KeyUnknown "key-unknown",
    KeyMissing "key-missing",
    ShapeWrong "shape-wrong",
    WordUnknown "word-unknown",
    NumberComma "number-comma",
    NumberWrong "number-wrong",
    NumberTooLong "number-too-long",
    NumberTooSmall "number-too-small",
    NumberTooLarge "number-too-large",
    NumberNotWhole "number-not-whole",
    PercentMissing "percent-missing",
    DateNotReal "date-not-real",
    DateWrong "date-wrong",
    PeriodWrong "period-wrong",
    IdNotKebab "id-not-kebab",
    IdReserved "id-reserved",
    IdTwice "id-twice",
    ListEmpty "list-empty",
    NeitherRuleNorParts "neither-rule-nor-parts",
    BothRuleAndParts "both-rule-and-parts",
    RuleNotOne "rule-not-one",
    RuleNeedsSettings "rule-needs-settings",
    WhenEmptyIdle "when-empty-idle",
    PartsDoNotAdd "parts-do-not-add",
    FullOutOfReach "full-out-of-reach",
    FullExceeded "full-exceeded",
    BandGap "band-gap",
    BandOverlap "band-overlap",
    BandEmpty "band-empty",
    EdgesMixed "edges-mixed",
    EdgeTwice "edge-twice",
    ShareOfAmount "share-of-amount",
    StepMisses "step-misses",
    GradeOrder "grade-order",
    GradeEdgeMissing "grade-edge-missing",
    GradeRestMissing "grade-rest-missing",
    TextMissing "text-missing",
    CountWrong "count-wrong",
    ScaleUnknown "scale-unknown",
    SpanBackwards "span-backwards",
    KindUnknown "kind-unknown",
    ColumnMissing "column-missing",
    ColumnMisspelt "column-misspelt",
    ColumnTwice "column-twice",
    RowLength "row-length",
    CellEmpty "cell-empty",
    QuoteOpen "quote-open",
    CriteriaNotNamed "criteria-not-named",
    CriteriaUnknown "criteria-unknown",
    CriteriaOtherVersion "criteria-other-version",
    CriteriaDiffer "criteria-differ",
    AgencyContradicted "agency-contradicted",
    KindNeeded "kind-needed",
    PeriodNeeded "period-needed",
    RoundWithoutAppraisal "round-without-appraisal",
    CriterionUnknown "criterion-unknown",
    CriterionNotForKind "criterion-not-for-kind",
    RoleMayNotAnswer "role-may-not-answer",
    AnswerTwice "answer-twice",
    AnswerBelowDecided "answer-below-decided",
    AnswerOnGroup "answer-on-group",
    AnswerWrong "answer-wrong",
    AnswerSeveral "answer-several",
    AnswerRepeats "answer-repeats",
    OfIdle "of-idle",
    ShareAboveWhole "share-above-whole",
    ShareOfNothing "share-of-nothing",
    PointsOffStep "points-off-step",
    NotApplicableRefused "not-applicable-refused",
    ReasonMissing "reason-missing",
});

codes!(Warning {
    StepsFall "steps-fall",
    DocumentsNotNamed "documents-not-named",
    JudgedWithoutNote "judged-without-note",
    DeclaredNotComputed "declared-not-computed",
    DecidedWithoutReason "decided-without-reason",
    PeriodOutsideSet "period-outside-set",
    CriteriaReplaced "criteria-replaced",
    ColumnNotRead "column-not-read",
});
