//! How to mend it: what to write instead, in the file's own syntax.

use super::{asked, example, meant, offer, parts};
use crate::points::Points;
use crate::problem::{Fault, FileKind, FormulaFlaw, Warning, YamlFlaw};
use crate::wording::quoting::{
    example_entry, example_rule, guarded, half, is_cut_off, is_day_of_year, listed, meant_date, meant_input,
    meant_name, meant_percent, mebibytes, quoted, steps_around, written,
};

pub(super) fn of_fault(fault: &Fault) -> String {
    match fault {
        Fault::FileEmpty => "Check that it was saved, and that it is the file that is meant.".to_owned(),
        Fault::FileNotOpened { .. } => {
            "Allow it to be read, copy the file itself into the folder, or take it out of there.".to_owned()
        }
        Fault::FileNotText => "Save it as a YAML file (`.yaml`) or as CSV UTF-8 (`.csv`).".to_owned(),
        Fault::FileUtf16 | Fault::FileNotUtf8 => {
            "Save it again in UTF-8; in Excel: Save As, “CSV UTF-8 (Comma delimited)”.".to_owned()
        }
        Fault::FileTooLarge { .. } => "Split it into several files, or hand in many agencies as CSV.".to_owned(),
        Fault::LineTooLong { most } => format!(
            "Break the line: no text here needs {} MiB. In a CSV, look for a quote (`\"`) that is not closed.",
            mebibytes(u64::try_from(*most).unwrap_or(u64::MAX))
        ),
        Fault::FileUnknown => "A criteria set has the keys `id`, `version`, `title`, `points`, `criteria`; evidence has \
            `agency` and `answers`, or in a CSV the columns `agency`, `criterion`, `answer`; thresholds have `for` and \
            such keys as `index`."
            .to_owned(),
        Fault::FileOtherKind { wanted: FileKind::Criteria, .. } => {
            "Name the file of the criteria set: it has the keys `id`, `version` and `criteria`.".to_owned()
        }
        Fault::FileOtherKind { wanted: FileKind::Evidence, .. } => {
            "Name the file of the evidence: it has the keys `agency` and `answers`.".to_owned()
        }
        Fault::FileOtherKind { wanted: FileKind::Results, .. } => "Name a file that the program printed, such as one of `score --format yaml`.".to_owned(),
        Fault::FileOtherKind { wanted: FileKind::Thresholds, .. } => {
            "Name the file of the thresholds: it has the key `for`, and such keys as `index` and `fields`.".to_owned()
        }

        Fault::YamlSyntax { flaw } => syntax(flaw),
        Fault::YamlTooDeep { .. } => "Take out what is nested needlessly; look for a `[` or `{` too many.".to_owned(),
        Fault::YamlTooManyAliases { .. } => "Write the texts out in place of the aliases.".to_owned(),
        Fault::YamlDuplicateKey { .. } => "Keep one of the two.".to_owned(),
        Fault::YamlKeyNotText => "Write a text before the colon, such as `title: Kế hoạch`.".to_owned(),
        Fault::YamlTag => "Take the tag out: `points: 3` instead of `points: !!int 3`.".to_owned(),
        Fault::YamlOneDocument => "Take out the `---`, or move the second document into a file of its own.".to_owned(),

        Fault::KeyUnknown { key, .. } if is_cut_off(key) => {
            "A comma separates entries in `{...}`: write decimals with a point, such as `0.5`.".to_owned()
        }
        Fault::KeyUnknown { nearest, known, .. } => {
            offer(nearest.as_deref(), known, "No key is known here: take it out.")
        }
        Fault::KeyMissing { key } => format!("Add it, such as {}.", example_entry(key)),
        Fault::ShapeWrong { expected, .. } => example(*expected).to_owned(),
        Fault::WordUnknown { nearest, known, .. } => offer(nearest.as_deref(), known, "Take it out."),
        Fault::NumberComma { offer, .. } => {
            format!("For a decimal write a point: {}. Thousands are written without a mark: `1500`.", quoted(offer))
        }
        Fault::NumberWrong { .. } => {
            "Write digits alone, with a point before decimals: `12.5`; a share as `80%` or `2/3`.".to_owned()
        }
        Fault::NumberTooLong { .. } => "Write it shorter: no figure here needs so many digits.".to_owned(),
        Fault::NumberTooSmall { least, allowed: true, share, .. } => {
            format!("Write `{}` or more.", written(least, *share))
        }
        Fault::NumberTooSmall { least, allowed: false, share, .. } => {
            format!("Write more than `{}`, such as `{}`.", written(least, *share), if *share { "50%" } else { "1" })
        }
        Fault::NumberTooLarge { most, share, .. } => format!("Write `{}` or less.", written(most, *share)),
        Fault::NumberNotWhole { number } => {
            let below = number.floor();
            format!("Write a whole number: `{below}` or `{}`.", &below + &Points::ONE)
        }
        Fault::PercentMissing { text } => {
            format!("{}A share has a percent sign, or is a fraction: `80%`, `4/5`.", meant(meant_percent(text).as_deref()))
        }
        Fault::DateNotReal { text } | Fault::DateWrong { text } if is_day_of_year(text) => format!(
            "{}A day of every year is written month first: `12-31`. 29 February is not in every year.",
            meant(meant_date(text).as_deref())
        ),
        Fault::DateNotReal { text } | Fault::DateWrong { text } => format!(
            "{}A date is written `2026-01-05` or, day first, `05/01/2026`.",
            meant(meant_date(text).as_deref())
        ),
        Fault::PeriodWrong { .. } => {
            "Write a year `2026`, a quarter `2026-Q1`, a month `2026-07` or a date `2026-07-12`.".to_owned()
        }
        Fault::IdNotKebab { id } => {
            format!("Write {}.", quoted(meant_name(id).as_deref().unwrap_or("bo-tieu-chi")))
        }
        Fault::IdReserved { .. } => "Write another id.".to_owned(),
        Fault::IdTwice { .. } => "Give one of the two another id, or take it out.".to_owned(),
        Fault::ListEmpty => "Write at least one entry; a key that is not needed is left out.".to_owned(),

        Fault::NeitherRuleNorParts => {
            "Write how it is scored, such as `rule: yes-no`, or list its parts under `criteria:`.".to_owned()
        }
        Fault::BothRuleAndParts => {
            "Take out one of them: a group adds up its parts, and only what has no parts has a `rule`.".to_owned()
        }
        Fault::RuleNotOne { .. } => "Write one way of scoring, such as `rule: yes-no` or `rule: { count: { each: 0.5 } }`.".to_owned(),
        Fault::RuleNeedsSettings { kind } => format!("Write them, such as {}.", example_rule(kind)),
        Fault::WhenEmptyIdle { .. } => {
            "Take it out; it belongs to `share`, to `survey` and to `bands` over shares, which can meet `0/0`.".to_owned()
        }
        Fault::PartsDoNotAdd { kind: None, sum, .. } => {
            format!("Mend the points of a part, or write `points: {sum}` here.")
        }
        Fault::PartsDoNotAdd { kind: Some(_), .. } => {
            "Mend the points of a part, or the `applies-to` of one: the sum must hold for each kind.".to_owned()
        }
        Fault::FullOutOfReach { best, points } if best.is_zero() => format!("Let the best answer earn {points}."),
        Fault::FullOutOfReach { best, points } | Fault::FullExceeded { best, points } => {
            format!("Let the best answer earn {points}, or write `points: {best}` for the criterion.")
        }
        Fault::BandGap { .. } => {
            "Move an edge or add a band; `from` and `up-to` take the edge in, `above` and `below` do not.".to_owned()
        }
        Fault::BandOverlap { .. } => {
            "Move an edge; where two bands meet, one takes the edge in: `{ from: 90% }` beside `{ below: 90% }`.".to_owned()
        }
        Fault::BandEmpty => {
            "Write the lower edge below the upper one: `{ from: 80%, below: 90%, points: 1 }`.".to_owned()
        }
        Fault::EdgesMixed => {
            "Write all edges with `%` (`80%`) or none (`80`); days late are whole numbers without `%`.".to_owned()
        }
        Fault::EdgeTwice { edges: [one, other] } => format!("Keep one of them, `{one}` or `{other}`."),
        Fault::ShareOfAmount => "Write points as a number, such as `points: 1`, or write the edges with `%`.".to_owned(),
        Fault::StepMisses { points, .. } => {
            let half = half(points).unwrap_or(Points::ONE);
            format!("Write a step that {points} is a multiple of, such as `step: {half}`.")
        }
        Fault::FormulaSyntax { flaw } => formula(flaw),
        Fault::FormulaName { nearest, known, .. } => {
            offer(nearest.as_deref(), known, "Write a number: nothing is named here.")
        }
        Fault::FormulaInput { id } => {
            format!("Write {}.", quoted(&meant_input(id).unwrap_or_else(|| "ho_so".to_owned())))
        }
        Fault::FormulaType { truth_wanted: false } => {
            "Say which number it stands for: `ho_so > 0 ? 1 : 0`.".to_owned()
        }
        Fault::FormulaType { truth_wanted: true } => "Compare it with a number: `ho_so > 0`.".to_owned(),
        Fault::FormulaArguments { form, .. } => format!("Write `{form}`."),
        Fault::FormulaDividesByZero { dividend, divisor } => {
            let [share, guard] = guarded(dividend, divisor);
            format!("Say what then: {}, or {}.", quoted(&share), quoted(&guard))
        }
        Fault::FormulaTooDeep { .. } => "Take out needless brackets, or score it in several criteria.".to_owned(),
        Fault::FormulaTooLong { .. } => "Shorten it, or score it in several criteria.".to_owned(),
        Fault::GradeOrder => "Write the grades from the highest down: `from: 90%`, then `from: 80%`.".to_owned(),
        Fault::GradeEdgeMissing => "Write from which index it is given: `from: 80%`.".to_owned(),
        Fault::GradeRestMissing => "Take out its `from`, or add a last grade without one for the rest.".to_owned(),
        Fault::TextMissing { lang } => {
            format!("Add `{}: ...`, or leave this language out of every text.", lang.code())
        }
        Fault::CountWrong { found, .. } => {
            format!("Write `criteria: {found}`, or add or take out what makes the difference.")
        }
        Fault::ScaleUnknown { nearest, known, .. } => {
            offer(nearest.as_deref(), known, "Define it under `scales:`, or write the list here.")
        }
        Fault::SpanBackwards => "Write a later `to`, or an earlier `from`.".to_owned(),
        Fault::KindUnknown { nearest, known, .. } => offer(
            nearest.as_deref(),
            known,
            "The set must first say which kinds it is for, such as `audience: [department, commune]`.",
        ),

        Fault::ColumnMissing { column } => format!("Add `{column}` to the first line, with its cells below."),
        Fault::ColumnMisspelt { nearest, .. } => format!("Did you mean {}?", quoted(nearest)),
        Fault::ColumnTwice { .. } => "Take one of them out, or give it another name.".to_owned(),
        Fault::RowLength { .. } => {
            "Put a text that holds the separator between quotes: `\"Sở Nội vụ, tổ 1\"`; cells may be empty.".to_owned()
        }
        Fault::RowsNone => "Write a row for each agency below the first line, such as `so-noi-vu`.".to_owned(),
        Fault::CellEmpty { names_agency: true, .. } => {
            "Write the id of the agency in every row, such as `so-noi-vu`.".to_owned()
        }
        Fault::CellEmpty { column, names_agency: false } => match *column {
            "id" => "Write the id of a criterion in every row, such as `1.1`, or `total`.".to_owned(),
            "criterion" => "Write the id of the criterion in every row, such as `1.1`.".to_owned(),
            _ => "Write a value in every row.".to_owned(),
        },
        Fault::QuoteOpen => "Close it; a quote inside a text is written twice: `\"\"`.".to_owned(),

        Fault::CriteriaNotNamed => {
            "Write `criteria: so-mau@1.0` or `criteria: bo.yaml` in the evidence, or name the set with `--criteria`.".to_owned()
        }
        Fault::CriteriaUnknown { nearest, known, .. } => format!(
            "{}Inside the program are {}; a file is named by its path beside the evidence, such as `bo.yaml`.",
            meant(nearest.as_deref()),
            listed(known)
        ),
        Fault::CriteriaOtherVersion { named, found } => {
            let id = named.split('@').next().unwrap_or_default();
            format!("Write {}, or name the file of the version that is meant.", quoted(&format!("{id}@{found}")))
        }
        Fault::CriteriaDiffer { .. } => {
            "Write one and the same set everywhere, or score each set in a run of its own.".to_owned()
        }
        Fault::AgencyContradicted { .. } => {
            "Write the same in both places; another agency has another id.".to_owned()
        }
        Fault::KindNeeded { known } => {
            let kinds = listed(known);
            let kind = known.first().map_or("department", String::as_str);
            format!("Write `kind: {kind}` for the agency, in a CSV in the column `kind`; one of {kinds}.")
        }
        Fault::PeriodNeeded => "Write the period, such as `period: 2026`; in a CSV in the column `period`.".to_owned(),
        Fault::RoundWithoutAppraisal => "Take out `round`, or write `role: appraisal`.".to_owned(),
        Fault::CriterionUnknown { nearest, .. } => format!(
            "{}Write an id as the set has it: `1.10` is not `1.1`, so a spreadsheet must keep the column as text.",
            meant(nearest.as_deref())
        ),
        Fault::CriterionNotForKind { .. } => "Take the answer out, or mend the `kind` of the agency.".to_owned(),
        Fault::RoleMayNotAnswer { scored_by, .. } => {
            format!("Take the answer out; it belongs to evidence with `role: {}`.", scored_by.word())
        }
        Fault::TeamsDiffer { .. } => "Let the teams agree on one answer, or add a file of the same role in which the head of the \
            teams answers it: `by: { role: …, settles: true }`."
            .to_owned(),
        Fault::AnswerTwice { .. } => "Keep one of the two answers.".to_owned(),
        Fault::AnswerBelowDecided { group, .. } => format!(
            "Take this answer out, or take out the points decided for {} and answer its parts.",
            quoted(group.as_str())
        ),
        Fault::AnswerOnGroup { parts: ids } => {
            format!("Answer {} instead, or decide the whole: `{{ points: 1.5, because: ... }}`.", parts(ids))
        }
        Fault::AnswerWrong { asked: wanted, nearest, .. } => {
            format!("{}{}", meant(nearest.as_deref()), asked(wanted))
        }
        Fault::AnswerSeveral { .. } => {
            "Keep one of them: `answer` for a fact, `points` for a decided score, `not-applicable` for neither.".to_owned()
        }
        Fault::AnswerRepeats { .. } => "Write it once.".to_owned(),
        Fault::OfIdle => "Leave the cell `of` empty: it holds the whole of a share, such as 50 for 47 of 50.".to_owned(),
        Fault::ShareAboveWhole { .. } => "Check both numbers; the part stands first, as in `47/50`.".to_owned(),
        Fault::ShareOfNothing => "If nothing arose, answer `{ not-applicable: Không phát sinh hồ sơ }`, where the set \
            accepts that; or let the set say `when-empty: full`, `zero` or `not-applicable`."
            .to_owned(),
        Fault::PointsOffStep { points, step } => match steps_around(points, step) {
            Some([below, above]) => format!("Write `{below}` or `{above}`."),
            None => format!("Write a multiple of {step}."),
        },
        Fault::KeyIdle { key } => match key.as_str() {
            "weight" => "Take it out, or let the group above say `combine: mean`.".to_owned(),
            _ => "Take it out: it belongs to groups that have points of their own.".to_owned(),
        },
        Fault::KeysNotOne { known } => format!("Keep one of {}.", listed(known)),
        Fault::ReferenceCircle { .. } => {
            "Take out one of the references; a part cannot wait for its own group.".to_owned()
        }
        Fault::VersionNotNamed { .. } => "Write `id@version`, such as `so-mau@1.0`.".to_owned(),
        Fault::PenaltyUnanswered { .. } => "Answer it; where there was no fault write `0`.".to_owned(),
        Fault::TooMuchExcused { .. } => {
            "Answer what can be answered; look at each “not applicable” again.".to_owned()
        }
        Fault::NotHeldRefused { .. } => {
            "Answer for the role, or let the set say `not-held: [survey]`.".to_owned()
        }
        Fault::ThresholdsOtherSet { used, .. } => format!(
            "Write {} once the thresholds have been held against that set, or score under the set that they are for.",
            quoted(&format!("for: {used}"))
        ),
        Fault::FieldNotGroup { .. } => {
            "Write the id of a field or of another group; the points of a criterion stand under `criteria`.".to_owned()
        }
        Fault::ThresholdsNone => "Add one, such as `index: 80`.".to_owned(),
        Fault::NotApplicableRefused => {
            "Answer with what there is; where leaving it out is right, the set must say `not-applicable: leave-out`.".to_owned()
        }
        Fault::ReasonMissing => {
            "Write it: `{ not-applicable: Không phát sinh hồ sơ }`; in a CSV in the column `note`.".to_owned()
        }
    }
}

pub(super) fn of_warning(warning: &Warning) -> String {
    match warning {
        Warning::StepsFall { .. } => {
            "Check the points of both bands; if a lower value is meant to earn more, leave them.".to_owned()
        }
        Warning::DocumentsNotNamed { .. } => {
            "Name what is expected as proof: `documents: [Kế hoạch CCHC năm]`.".to_owned()
        }
        Warning::AsWritten { .. } => {
            "Nothing to mend here; ask whoever issued the text to put it right.".to_owned()
        }
        Warning::JudgedWithoutNote { .. } => {
            "Say why in a `note`, such as `{ answer: 1.5, note: Còn chậm hai báo cáo }`.".to_owned()
        }
        Warning::DeclaredNotComputed { .. } => {
            "Give the fact that the rule asks for under `answer`, and its points are computed.".to_owned()
        }
        Warning::DecidedWithoutReason { .. } => {
            "Write `because: ...` beside `points`; in a CSV in the column `note`.".to_owned()
        }
        Warning::PeriodOutsideSet { .. } => {
            "Check `period`, or use the set that was in force then; its time stands under `effective`."
                .to_owned()
        }
        Warning::CriteriaReplaced { .. } => {
            "If that is not meant, leave `--criteria` out of the command.".to_owned()
        }
        Warning::AgencyNotOnRoster { nearest, .. } => format!(
            "{}Mend the id here, or add the agency to the roster; an id that it had before stands under `former-names`.",
            meant(nearest.as_deref())
        ),
        Warning::AgencyNameDiffers { .. } => {
            "Write it as on the roster; a name that it had before stands there under `former-names`."
                .to_owned()
        }
        Warning::DocumentFileMissing { .. } => {
            "Put the file there, or mend `file`: its path counts from the folder of the evidence.".to_owned()
        }
        Warning::DocumentFileOutside { .. } => {
            "Copy the file into the folder of the evidence, or one below it, and name it there.".to_owned()
        }
        Warning::DocumentFileFolder { .. } => "Name each file in it as a document of its own.".to_owned(),
        Warning::DocumentFileUnreadable { .. } => {
            "See whether it may be read, and whether it is an ordinary file.".to_owned()
        }
        Warning::DocumentOutsidePeriod { .. } => {
            "Check the date, name a document of the period, or explain it in `note`.".to_owned()
        }
        Warning::ColumnNotRead { .. } => {
            "What the score shall show belongs in the column `note`; else leave it as it is.".to_owned()
        }
    }
}

fn syntax(flaw: &YamlFlaw) -> String {
    match flaw {
        YamlFlaw::Tab => "Replace the tab by blanks, two for each level.",
        YamlFlaw::Indentation => "Let keys of one table, and the `- ` of one list, begin in one column.",
        YamlFlaw::Quote => "Close it with the same sign; a text that holds `\"` stands between `'...'`.",
        YamlFlaw::Bracket => "Close it with `]` or `}`, and write a comma between entries.",
        YamlFlaw::Colon => {
            {
            "Write `key: value`, in one column with the other keys; a text that holds a colon stands in quotes: `\"Kế hoạch: năm\"`."
        }
        }
        YamlFlaw::Alias => "Write the value itself; a text that begins with `*` stands in quotes.",
        YamlFlaw::Other(_) => "Put texts with special signs between quotes: `\"...\"`.",
    }
    .to_owned()
}

fn formula(flaw: &FormulaFlaw) -> String {
    match flaw {
        FormulaFlaw::Sign { meant: Some(meant), .. } => format!("Did you mean `{meant}`?"),
        FormulaFlaw::Sign { meant: None, .. } => {
            "Known here: numbers, names, brackets, `+ - * /`, `< <= > >= == !=`, `&& || !` and `c ? a : b`."
                .to_owned()
        }
        FormulaFlaw::Comma { offer, text } => format!(
            "For a decimal write a point: {}; between two values write a blank behind the comma: {}.",
            quoted(offer),
            quoted(&text.replace(',', ", "))
        ),
        FormulaFlaw::Percent { offer, .. } => format!("Write {}.", quoted(offer)),
        FormulaFlaw::ValueMissing => "Write a number, a name, or something in brackets.".to_owned(),
        FormulaFlaw::Unclosed => "Close it with `)`.".to_owned(),
        FormulaFlaw::NoElse => {
            "Write what holds otherwise: `ho_so > 0 ? 1 : 0`; a `?` between `?` and `:` stands in brackets."
                .to_owned()
        }
        FormulaFlaw::Stray { .. } => {
            "Write a sign such as `*` between two values, or look for a bracket too many or too few."
                .to_owned()
        }
    }
}
