//! What is wrong, in one sentence.

use super::{file_kind, language, points as count, role, shape};
use crate::lang::Lang;
use crate::problem::{Fault, FormulaFlaw, Shape, Unopened, Warning, YamlFlaw};
use crate::wording::percent;
use crate::wording::quoting::{listed, mebibytes, quoted, spoken};

pub(super) fn of_fault(fault: &Fault) -> String {
    match fault {
        Fault::FileEmpty => "The file holds nothing.".to_owned(),
        Fault::FileNotOpened { why: Unopened::Absent } => {
            "The file cannot be opened: the link leads to no file.".to_owned()
        }
        Fault::FileNotOpened { why: Unopened::NotAllowed } => {
            "The file cannot be opened: it may not be read.".to_owned()
        }
        Fault::FileNotOpened { why: Unopened::Other(why) } => {
            format!("The file cannot be opened: {why}.")
        }
        Fault::FileNotText => "The file is not a text file.".to_owned(),
        Fault::FileUtf16 => "The file is saved in UTF-16, not in UTF-8.".to_owned(),
        Fault::FileNotUtf8 => "The file is saved in an encoding that is not UTF-8.".to_owned(),
        Fault::FileTooLarge { most } => format!("The file is larger than {} MiB.", mebibytes(*most)),
        Fault::LineTooLong { most } => {
            format!(
                "A line of the file is longer than {} MiB.",
                mebibytes(u64::try_from(*most).unwrap_or(u64::MAX))
            )
        }
        Fault::FileUnknown => "The file is neither a criteria set nor evidence nor thresholds.".to_owned(),
        Fault::FileOtherKind { wanted, found } => {
            format!("The file is {}, where {} is wanted.", file_kind(*found), file_kind(*wanted))
        }

        Fault::YamlSyntax { flaw } => syntax(flaw),
        Fault::YamlTooDeep { most } => format!("Lists and tables are nested deeper than {most} levels."),
        Fault::YamlTooManyAliases { most } => {
            format!("The aliases (`*name`) of the file stand for more than {most} entries.")
        }
        Fault::YamlDuplicateKey { key, first } => {
            format!("The key {} is written twice for one thing, first at {first}.", quoted(key))
        }
        Fault::YamlKeyNotText => "A key is empty, a list or a table; a key is a text.".to_owned(),
        Fault::YamlTag => {
            "A tag (`!`) stands before the value; values are read as they are written.".to_owned()
        }
        Fault::YamlOneDocument => {
            "A second document begins here, and a file of this kind is one document.".to_owned()
        }

        Fault::KeyUnknown { key, .. } => format!("The key {} means nothing here.", quoted(key)),
        Fault::KeyMissing { key } => format!("The key {} is missing here.", quoted(key)),
        Fault::ShapeWrong { expected, found: Shape::Empty } => {
            format!("Nothing stands where {} is wanted.", shape(*expected))
        }
        Fault::ShapeWrong { expected, found } => {
            format!("This is {}, where {} is wanted.", shape(*found), shape(*expected))
        }
        Fault::WordUnknown { word, .. } => format!("The word {} means nothing here.", quoted(word)),
        Fault::NumberComma { text, .. } => format!("The number {} is written with a comma.", quoted(text)),
        Fault::NumberWrong { text } => format!("{} is not a number.", quoted(text)),
        Fault::NumberTooLong { most } => {
            format!("The number is longer than {most} characters.")
        }
        Fault::NumberTooSmall { number, least, allowed: true, share } => format!(
            "The number {} is too small: it must be at least {}.",
            spoken(number, *share),
            spoken(least, *share)
        ),
        Fault::NumberTooSmall { number, least, allowed: false, share } => format!(
            "The number {} is too small: it must be above {}.",
            spoken(number, *share),
            spoken(least, *share)
        ),
        Fault::NumberTooLarge { number, most, share } => format!(
            "The number {} is too large: it must be at most {}.",
            spoken(number, *share),
            spoken(most, *share)
        ),
        Fault::NumberNotWhole { number } => format!("The number {number} is not whole."),
        Fault::PercentMissing { text } => {
            format!("{} is a bare number, where a share is wanted.", quoted(text))
        }
        Fault::DateNotReal { text } => format!("The calendar has no day {}.", quoted(text)),
        Fault::DateWrong { text } => format!("{} is not a date.", quoted(text)),
        Fault::PeriodWrong { text } => format!("{} is not a period.", quoted(text)),
        Fault::IdNotKebab { id } => {
            format!(
                "The id {} has signs other than lower-case letters without accents, digits and hyphens.",
                quoted(id)
            )
        }
        Fault::IdReserved { id } if id.is_empty() => "The id is empty.".to_owned(),
        Fault::IdReserved { id } => format!("The id {} is kept for {}.", quoted(id), kept_for(id)),
        Fault::IdTwice { id, first } => format!("The id {} stands twice, first at {first}.", quoted(id)),
        Fault::ListEmpty => "The list is empty.".to_owned(),

        Fault::NeitherRuleNorParts => "The criterion has neither parts (`criteria`) nor a `rule`.".to_owned(),
        Fault::BothRuleAndParts => "The criterion has parts (`criteria`) and a `rule` as well.".to_owned(),
        Fault::RuleNotOne { kinds } if kinds.is_empty() => "The rule names no way of scoring.".to_owned(),
        Fault::RuleNotOne { kinds } => format!("The rule names several ways of scoring: {}.", listed(kinds)),
        Fault::RuleNeedsSettings { kind } => format!("The way of scoring `{kind}` lacks its settings."),
        Fault::WhenEmptyIdle { kind } => {
            format!("`when-empty` has no meaning here: `{kind}` as it is set cannot meet a share of nothing.")
        }
        Fault::PartsDoNotAdd { kind: None, sum, declared } => {
            format!("The parts add up to {}, while {declared} are declared.", count(sum))
        }
        Fault::PartsDoNotAdd { kind: Some(kind), sum, declared } => format!(
            "For agencies of kind {} the parts add up to {}, while {declared} are declared.",
            quoted(kind.as_str()),
            count(sum)
        ),
        Fault::FullOutOfReach { best, points } => {
            format!("The best answer earns {}, fewer than the criterion's {points}.", count(best))
        }
        Fault::FullExceeded { best, points } => {
            format!("The best answer earns {}, more than the criterion's {points}.", count(best))
        }
        Fault::BandGap { value, stretch } => format!("No band covers {value} ({stretch})."),
        Fault::BandOverlap { value, other } => {
            format!("Two bands cover {value}: this one and the one at {other}.")
        }
        Fault::BandEmpty => "No value lies between the edges of this band.".to_owned(),
        Fault::EdgesMixed => {
            "This edge does not measure what the others do: shares have `%`, amounts have none.".to_owned()
        }
        Fault::EdgeTwice { edges: [one, other] } => {
            format!("The band has two edges on one side: `{one}` and `{other}`.")
        }
        Fault::ShareOfAmount => {
            "`points: share` needs bands over a share, and these are over an amount.".to_owned()
        }
        Fault::StepMisses { step, points } => {
            format!("Steps of {step} do not meet the criterion's {}.", count(points))
        }
        Fault::FormulaSyntax { flaw } => formula(flaw),
        Fault::FormulaName { name, function: false, .. } => {
            format!("The formula names {}, which is none of its numbers.", quoted(name))
        }
        Fault::FormulaName { name, function: true, .. } => {
            format!("Formulas have no function {}.", quoted(name))
        }
        Fault::FormulaInput { id } => format!(
            "The input {} has signs other than lower-case letters without accents, digits and `_`, or does not begin with a letter.",
            quoted(id)
        ),
        Fault::FormulaType { truth_wanted: false } => {
            "This is true or false, where a number is wanted.".to_owned()
        }
        Fault::FormulaType { truth_wanted: true } => {
            "This is a number, where true or false is wanted.".to_owned()
        }
        Fault::FormulaArguments { function, found: 1, .. } => {
            format!("The function {} is given 1 value.", quoted(function))
        }
        Fault::FormulaArguments { function, found, .. } => {
            format!("The function {} is given {found} values.", quoted(function))
        }
        Fault::FormulaDividesByZero { divisor, .. } => {
            format!("The formula divides by {}, which can be zero.", quoted(divisor))
        }
        Fault::FormulaTooDeep { most } => format!("The formula is nested deeper than {most} levels."),
        Fault::FormulaTooLong { most, operations: false } => {
            format!("The formula is longer than {most} characters.")
        }
        Fault::FormulaTooLong { most, operations: true } => {
            format!("The formula has more than {most} operations.")
        }
        Fault::GradeOrder => "The edge of this grade is not below that of the grade before it.".to_owned(),
        Fault::GradeEdgeMissing => "The grade has no `from`, and is not the last.".to_owned(),
        Fault::GradeRestMissing => {
            "The last grade has a `from`, so that nothing below it has a grade.".to_owned()
        }
        Fault::TextMissing { lang } => {
            format!(
                "The text is missing in {}, in which other texts of the set are written.",
                language(*lang)
            )
        }
        Fault::CountWrong { declared, found } => {
            format!("{declared} scored criteria are declared, while the file has {found}.")
        }
        Fault::ScaleUnknown { name, .. } => format!("The set has no scale {}.", quoted(name)),
        Fault::SpanBackwards => "The time ends before it begins.".to_owned(),
        Fault::KindUnknown { kind, .. } => {
            format!("Agencies of kind {} are none of those that this is for.", quoted(kind))
        }

        Fault::ColumnMissing { column } => format!("The column `{column}` is missing."),
        Fault::ColumnMisspelt { column, .. } => format!("There is no column {}.", quoted(column)),
        Fault::ColumnTwice { column } => format!("The column {} stands twice.", quoted(column)),
        Fault::RowLength { found, expected } => {
            format!("The row has {found} cells, while the header has {expected}.")
        }
        Fault::RowsNone => "There is no row below the header: the roster names no agency.".to_owned(),
        Fault::CellEmpty { column, .. } => format!("The cell in the column `{column}` is empty."),
        Fault::QuoteOpen => "A quote (`\"`) is opened here and not closed before the file ends.".to_owned(),

        Fault::CriteriaNotNamed => "No criteria set is named.".to_owned(),
        Fault::CriteriaUnknown { name, .. } => {
            format!("{} is neither a criteria set inside the program nor a file.", quoted(name))
        }
        Fault::CriteriaOtherVersion { named, found } => {
            format!("{} is not there; the version that is there is {}.", quoted(named), quoted(found))
        }
        Fault::CriteriaDiffer { name, first } => {
            format!("The criteria set {} is named here and {} before it.", quoted(name), quoted(first))
        }
        Fault::AgencyContradicted { field, here, there, first } => {
            format!("The `{field}` of one agency is {} here and {} at {first}.", quoted(here), quoted(there))
        }
        Fault::KindNeeded { .. } => {
            "The kind of the agency is not given, and the criteria set tells kinds apart.".to_owned()
        }
        Fault::PeriodNeeded => "The period is not given, and it is needed here.".to_owned(),
        Fault::RoundWithoutAppraisal => "A round is given for a role that has none.".to_owned(),
        Fault::CriterionUnknown { id, .. } => format!("The criteria set has no criterion {}.", quoted(id)),
        Fault::CriterionNotForKind { id, kind } => format!(
            "The criterion {} does not apply to agencies of kind {}.",
            quoted(id.as_str()),
            quoted(kind.as_str())
        ),
        Fault::RoleMayNotAnswer { role: answers, scored_by } => {
            format!("The criterion is scored by {}, not by {}.", role(*scored_by), role(*answers))
        }
        Fault::TeamsDiffer { id, team, other, first } => {
            let named =
                |team: &Option<String>| team.clone().unwrap_or_else(|| "a team without a name".to_owned());
            format!(
                "Two teams answer the criterion `{id}` differently: {} here, {} at {first}.",
                named(team),
                named(other)
            )
        }
        Fault::AnswerTwice { id, first } => {
            format!("The criterion {} is answered twice by one role, first at {first}.", quoted(id.as_str()))
        }
        Fault::AnswerBelowDecided { group, first } => format!(
            "The criterion is answered although its group {} is decided as a whole at {first}.",
            quoted(group.as_str())
        ),
        Fault::AnswerOnGroup { .. } => "This is a group: only its parts have answers.".to_owned(),
        Fault::AnswerWrong { text, .. } => format!("{} is not an answer to this criterion.", quoted(text)),
        Fault::AnswerSeveral { keys } => format!("The entry answers in several ways: {}.", listed(keys)),
        Fault::AnswerRepeats { id } => format!("{} stands twice in the answer.", quoted(id)),
        Fault::OfIdle => "The column `of` is filled, while the answer is not a share.".to_owned(),
        Fault::ShareAboveWhole { part, whole } => format!("{part} of {whole} is more than the whole."),
        Fault::ShareOfNothing => {
            "The answer is a share of nothing, and the set does not say what that earns.".to_owned()
        }
        Fault::PointsOffStep { points, step } => {
            format!("The score {points} does not lie on steps of {step}.")
        }
        Fault::KeyIdle { key } => format!("The key {} does nothing here.", quoted(key)),
        Fault::KeysNotOne { known } => format!("Exactly one of {} must stand here.", listed(known)),
        Fault::ReferenceCircle { id } => {
            format!(
                "This leads by way of {} back to where it stands: neither could be scored first.",
                quoted(id)
            )
        }
        Fault::VersionNotNamed { text } => format!("{} does not name a set with its version.", quoted(text)),
        Fault::PenaltyUnanswered { id } => {
            format!("The penalty {} has no answer: a penalty is never left open.", quoted(id.as_str()))
        }
        Fault::TooMuchExcused { excused, most } => format!(
            "{} of the points are excused as not applicable, while the set allows {} at most.",
            percent(excused),
            percent(most)
        ),
        Fault::NotHeldRefused { role } => {
            format!("The set does not allow that the role {} is left out.", quoted(role.word()))
        }
        Fault::ThresholdsOtherSet { named, used } => {
            format!(
                "The thresholds are for the set {}, and the set that scores is {}.",
                quoted(named),
                quoted(used)
            )
        }
        Fault::FieldNotGroup { id } => {
            format!("{} is no group, or only a heading: it has no index of its own.", quoted(id.as_str()))
        }
        Fault::ThresholdsNone => "The file asks for nothing: it holds no threshold.".to_owned(),
        Fault::NotApplicableRefused => {
            "The criteria set does not accept “not applicable” for this criterion.".to_owned()
        }
        Fault::ReasonMissing => "The reason is missing: “not applicable” needs one.".to_owned(),
    }
}

pub(super) fn of_warning(warning: &Warning) -> String {
    match warning {
        Warning::StepsFall { value, late: true, here, below } => format!(
            "From {value} days late on, more is earned: {}, while the band before earns {below}.",
            count(here)
        ),
        Warning::StepsFall { value, late: false, here, below } => {
            format!("From {value} on, less is earned: {}, while the band below earns {below}.", count(here))
        }
        Warning::DocumentsNotNamed { id } => {
            format!("The criterion {} does not say which documents prove it.", quoted(id.as_str()))
        }
        Warning::AsWritten { id, because } => format!(
            "The criterion {} is scored as the official text has it: {}",
            quoted(id.as_str()),
            because.in_lang(Lang::En)
        ),
        Warning::JudgedWithoutNote { id } => {
            format!("The judgement of the criterion {} has no note.", quoted(id.as_str()))
        }
        Warning::DeclaredNotComputed { id } => format!(
            "The agency gave itself the points of the criterion {}: they are declared, not computed.",
            quoted(id.as_str())
        ),
        Warning::DecidedWithoutReason { id } => {
            format!("The decided points of the criterion {} have no reason.", quoted(id.as_str()))
        }
        Warning::PeriodOutsideSet { period } => {
            format!(
                "The period {} lies outside the time for which the criteria set is in force.",
                quoted(period)
            )
        }
        Warning::CriteriaReplaced { named, used } => {
            format!(
                "The evidence names the criteria set {}, and is scored by {}.",
                quoted(named),
                quoted(used)
            )
        }
        Warning::AgencyNotOnRoster { id, .. } => {
            format!("The agency {} is not on the roster.", quoted(id))
        }
        Warning::AgencyNameDiffers { name, known } => {
            format!("The agency is called {} here and {} on the roster.", quoted(name), quoted(known))
        }
        Warning::DocumentFileMissing { file } => {
            format!("There is no file {} beside the evidence.", quoted(file))
        }
        Warning::DocumentFileOutside { file } => {
            format!("The file {} lies outside the folder of the evidence and was not opened.", quoted(file))
        }
        Warning::DocumentFileFolder { file } => format!("{} is a folder and not a file.", quoted(file)),
        Warning::DocumentFileUnreadable { file } => {
            format!("The file {} is there but cannot be read.", quoted(file))
        }
        Warning::DocumentOutsidePeriod { date, first, last } => {
            format!("The document is of {date}, not between {first} and {last}, and no note explains it.")
        }
        Warning::ColumnNotRead { column } => format!("The column {} is not read.", quoted(column)),
    }
}

fn syntax(flaw: &YamlFlaw) -> String {
    match flaw {
        YamlFlaw::Tab => "A tab stands where the line must be indented by blanks.".to_owned(),
        YamlFlaw::Indentation => "The line does not begin under those that it belongs with.".to_owned(),
        YamlFlaw::Quote => "A quote is not closed, or a sign in it cannot be read.".to_owned(),
        YamlFlaw::Bracket => "A list `[...]` or a table `{...}` is not closed, or lacks a comma.".to_owned(),
        YamlFlaw::Colon => "This does not read as `key: value`.".to_owned(),
        YamlFlaw::Alias => "An alias (`*name`) names what no `&name` before it has marked.".to_owned(),
        YamlFlaw::Other(words) => format!("The YAML cannot be read on from here: {}.", quoted(words)),
    }
}

fn formula(flaw: &FormulaFlaw) -> String {
    match flaw {
        FormulaFlaw::Sign { sign, .. } => format!("Formulas have no sign {}.", quoted(sign)),
        FormulaFlaw::Comma { text, .. } => {
            format!("In a formula {} could be one number or several.", quoted(text))
        }
        FormulaFlaw::Percent { text, .. } => {
            format!("The number {} is written with `%`, which formulas do not have.", quoted(text))
        }
        FormulaFlaw::ValueMissing => "A value is missing in the formula here.".to_owned(),
        FormulaFlaw::Unclosed => "A bracket of the formula is not closed.".to_owned(),
        FormulaFlaw::NoElse => "The `?` of the formula has no `:`.".to_owned(),
        FormulaFlaw::Stray { text } => {
            format!("The formula cannot be read on from here: {} does not belong here.", quoted(text))
        }
    }
}

fn kept_for(id: &str) -> &'static str {
    match id {
        "total" => "the total of the set",
        "not-applicable" => "the answer “not applicable”",
        "none" => "a checklist of which nothing holds",
        "true" | "false" => "a truth value",
        _ => "a key of the answer",
    }
}
