//! The stable names of faults and warnings.

use super::{Fault, Warning};

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
    FormulaSyntax "formula-syntax",
    FormulaName "formula-name",
    FormulaInput "formula-input",
    FormulaType "formula-type",
    FormulaArguments "formula-arguments",
    FormulaDividesByZero "formula-divides-by-zero",
    FormulaTooDeep "formula-too-deep",
    FormulaTooLong "formula-too-long",
    GradeOrder "grade-order",
    GradeEdgeMissing "grade-edge-missing",
    GradeRestMissing "grade-rest-missing",
    TextMissing "text-missing",
    CountWrong "count-wrong",
    ScaleUnknown "scale-unknown",
    KeyIdle "key-idle",
    KeysNotOne "keys-not-one",
    ReferenceCircle "reference-circle",
    VersionNotNamed "version-not-named",
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
    PenaltyUnanswered "penalty-unanswered",
    TooMuchExcused "too-much-excused",
    NotHeldRefused "not-held-refused",
    ThresholdsOtherSet "thresholds-other-set",
    FieldNotGroup "field-not-group",
    ThresholdsNone "thresholds-none",
    NotApplicableRefused "not-applicable-refused",
    ReasonMissing "reason-missing",
});

codes!(Warning {
    StepsFall "steps-fall",
    DocumentsNotNamed "documents-not-named",
    AsWritten "as-written",
    JudgedWithoutNote "judged-without-note",
    DeclaredNotComputed "declared-not-computed",
    DecidedWithoutReason "decided-without-reason",
    PeriodOutsideSet "period-outside-set",
    CriteriaReplaced "criteria-replaced",
    ColumnNotRead "column-not-read",
});
