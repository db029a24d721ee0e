//! What stops a file.

use super::{Asked, FileKind, FormulaFlaw, Shape, Unopened, YamlFlaw};
use crate::answer::Role;
use crate::id::Id;
use crate::lang::Lang;
use crate::points::Points;
use crate::source::Spot;

/// What stops a file from being used, one variant for each thing that can be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    // The file as such.
    /// The file holds nothing.
    FileEmpty,
    /// A file of a folder that cannot be opened.
    FileNotOpened {
        /// Why.
        why: Unopened,
    },
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
    /// The file is neither a criteria set nor evidence nor thresholds.
    FileUnknown,
    /// The file is of another kind than is meant, such as a criteria set in place of evidence.
    FileOtherKind {
        /// The kind that is wanted.
        wanted: FileKind,
        /// The kind that it is.
        found: FileKind,
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
    /// A formula that cannot be read here.
    FormulaSyntax {
        /// What stands in the way.
        flaw: FormulaFlaw,
    },
    /// A name in a formula that means nothing there.
    FormulaName {
        /// The name.
        name: String,
        /// The name that is near.
        nearest: Option<String>,
        /// Every name that may stand there.
        known: Vec<String>,
        /// Whether it is used as a function.
        function: bool,
    },
    /// The name of an input that a formula could not use.
    FormulaInput {
        /// The name.
        id: String,
    },
    /// A number where a truth value is needed, or the other way round.
    FormulaType {
        /// Whether a truth value is needed.
        truth_wanted: bool,
    },
    /// A function with too many values or too few.
    FormulaArguments {
        /// The function.
        function: String,
        /// How many values it is given.
        found: usize,
        /// How it is written.
        form: &'static str,
    },
    /// A division by what can be zero.
    FormulaDividesByZero {
        /// What is divided, as written.
        dividend: String,
        /// What it is divided by, as written.
        divisor: String,
    },
    /// A formula that nests deeper than the bound.
    FormulaTooDeep {
        /// The bound, in levels.
        most: usize,
    },
    /// A formula that is longer than the bound.
    FormulaTooLong {
        /// The bound, in characters or in operations.
        most: usize,
        /// Whether it is one in operations.
        operations: bool,
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
    /// A key that does nothing where it stands.
    KeyIdle {
        /// The key.
        key: String,
    },
    /// None or several of some keys of which one must stand.
    KeysNotOne {
        /// The keys.
        known: Vec<String>,
    },
    /// A gate or a bound that leads back to where it stands.
    ReferenceCircle {
        /// The criterion that it names.
        id: String,
    },
    /// A set that is not named by its version.
    VersionNotNamed {
        /// As written.
        text: String,
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
    /// A roster with a header and without agencies.
    RowsNone,
    /// A cell that must not be empty.
    CellEmpty {
        /// The column.
        column: &'static str,
        /// Whether the id of an agency stands in it.
        names_agency: bool,
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
    /// Two teams of one role answer a criterion differently.
    TeamsDiffer {
        /// The criterion.
        id: Id,
        /// The team that answers here, if it has a name.
        team: Option<String>,
        /// The team that answers otherwise, if it has a name.
        other: Option<String>,
        /// Where that stands.
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
    /// A penalty without an answer.
    PenaltyUnanswered {
        /// The criterion.
        id: Id,
    },
    /// More is excused as not applicable than the set allows.
    TooMuchExcused {
        /// The share of the points that is excused.
        excused: Points,
        /// The most that may be.
        most: Points,
    },
    /// A role that did not take place, where the set does not allow that.
    NotHeldRefused {
        /// The role.
        role: Role,
    },
    // Thresholds against their set.
    /// Thresholds that are written for another set than the one that scores.
    ThresholdsOtherSet {
        /// The set that they are for, as written.
        named: String,
        /// The set that scores, `id@version`.
        used: String,
    },
    /// A threshold on the index of something that has none: a criterion that is no group, or a heading.
    FieldNotGroup {
        /// Its id.
        id: Id,
    },
    /// Thresholds that ask for nothing.
    ThresholdsNone,

    /// Not applicable, where the set refuses that.
    NotApplicableRefused,
    /// Not applicable without a reason.
    ReasonMissing,
}
