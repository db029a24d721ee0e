//! `--help` in English.

use crate::wording::help::{CompareHelp, Help, Misuse, Usages, Values};
use crate::wording::quoting::{listed, quoted};

/// The help in English.
pub(in crate::wording) const HELP: Help = Help {
    about: "Scores administrative reform from evidence: exactly, with reasons, with nothing silent.",
    after: "Examples:
  cchc criteria                 the criteria sets that ship inside
  cchc explain so-mau 2.2.1     a criterion: how it is scored, what proves it
  cchc check evidence.yaml      whether a file is sound; all faults at once
  cchc score evidence.yaml      the score, every point with its reason
  cchc score agencies.csv --format csv -o scores.csv
  cchc score evidence.yaml --fail-under 80
  cchc improve evidence.yaml    which points can be won back
  cchc reconcile agencies.csv --declared published.csv
  cchc compare 2025.yaml 2026.yaml

Exit status: 0 all is well; 1 a file has faults, a declared figure differs, or a threshold is missed; 2 the
command line is wrong, or a file cannot be read or written.
Language: --lang vi|en, the variable CCHC_LANG, or the machine's language.",
    usage: "Usage",
    usages: Usages {
        cchc: "cchc COMMAND [OPTIONS]",
        score: "cchc score [OPTIONS] EVIDENCE...",
        reconcile: "cchc reconcile [OPTIONS] EVIDENCE... --declared FILE",
        thresholds: "cchc thresholds [OPTIONS] EVIDENCE...",
        follow_up: "cchc follow-up [OPTIONS] OLD NEW --as-of DATE",
        documents: "cchc documents [OPTIONS] EVIDENCE...",
        improve: "cchc improve [OPTIONS] EVIDENCE...",
        check: "cchc check [OPTIONS] FILE...",
        explain: "cchc explain [OPTIONS] SET [ID]",
        criteria: "cchc criteria [OPTIONS] [SET]",
        schema: "cchc schema [OPTIONS]",
    },
    values: Values {
        file: "FILE",
        evidence: "EVIDENCE",
        set: "SET",
        id: "ID",
        role: "ROLE",
        target: "GRADE|INDEX",
        aim: "MEASURE",
        format: "FORMAT",
        index: "INDEX",
        date: "DATE",
        old: "OLD",
        new: "NEW",
        lang: "LANG",
    },
    commands: "Commands",
    arguments: "Arguments",
    options: "Options",
    possible_values: "values",
    help: "Print this help",
    version: "Print the version",
    lang: "The language of all that is printed",

    score: "Score evidence, every point with its reason",
    score_after: "Examples:
  cchc score samples/so-tttt-nghe-an-2016.yaml
  cchc score self.yaml survey.csv                several files of one agency
  cchc score agencies.csv --format csv -o scores.csv
  cchc score evidence.yaml --criteria so-mau     under another set than it names",
    evidence: "Evidence files: .yaml, or .csv with a row for each answer",
    criteria_option: "The criteria set: one that ships inside, or a file; in place of the one that the evidence names",
    format: "The form of the result",
    output: "Write to this file, whole or not at all",
    totals: "Only the total of each agency (csv)",
    rank_provisional: "Rank agencies too whose score is provisional",
    fail_under: "Fail where an agency's index is below this: 80, 80% or 82.5",
    thresholds_option: "Fail where a threshold of this file is missed; each is named",

    thresholds: "Make a file of thresholds from a result: what the next one must not fall below",
    thresholds_after: "The file holds the index, the coverage, the documents, the index of each
field and the points of each criterion, for `cchc score --thresholds`. The
result that made it passes it.

Examples:
  cchc thresholds evidence-2025.yaml -o thresholds.yaml
  cchc thresholds agencies.csv --agency so-noi-vu
  cchc score evidence-2026.yaml --thresholds thresholds.yaml",
    agency: "The id of the agency, where the evidence has several",

    follow_up: "Say which requests of an inspection are met, open or overdue, and which lost points came back",
    follow_up_after: "OLD is the evidence with the findings, NEW what came after it: a later time,
or the same period with later answers. Each is scored under the set that it
names.

Examples:
  cchc follow-up inspection-2026.yaml self-2026.yaml --as-of 2026-12-31
  cchc follow-up year-2025.yaml year-2026.yaml --as-of 31/12/2026 --format csv

Exit status: 0 whatever is still open; 1 a file has faults, or with
--fail-overdue a request is overdue; 2 as for every command.",
    follow_up_old: "The evidence with the findings, such as that of the inspection",
    follow_up_new: "The evidence that came after it",
    as_of: "The day as of which a request is overdue: 2026-12-31 or 31/12/2026",
    fail_overdue: "Fail where a request is overdue",

    reconcile: "Compare declared results with what the evidence comes to, cell by cell",
    reconcile_after: "Declared results are a CSV with the columns agency, id and awarded, in any
order; also index, grade, rank and period. The id is that of a criterion, or
total. An output of cchc score --format csv is such a file.

Examples:
  cchc reconcile agencies.csv --declared published.csv
  cchc reconcile agencies.csv --declared published.csv --criteria my-set.yaml
  cchc reconcile evidence.yaml --declared self-scores.csv --role self

Exit status: 0 everything that was compared agrees; 1 a cell differs, nothing
could be compared, or a file has faults; 2 as for every command.",
    declared: "The declared results, such as published scores",
    role: "Score the answers of this role alone",

    compare: CompareHelp {
        usage: "cchc compare [OPTIONS] A [B]",
        about: "Compare two periods, two roles or two agencies, by field and criterion",
        after: "A and B are evidence files; without B, A serves for both sides. Agencies of the
same id are compared; where each side is about one agency, these two. Where
the set changed, the change is split: what comes from the rules, what from the
performance, and what from criteria that do not carry over.

Examples:
  cchc compare 2025.yaml 2026.yaml
  cchc compare evidence.yaml --roles self:appraisal
  cchc compare agencies.csv --agencies so-y-te:so-noi-vu
  cchc compare years.csv --periods 2025:2026
  cchc compare evidence.yaml --criteria-b mended.yaml   the same, other rules

Exit status: 0 something was compared; 1 nothing could be, or a file has
faults; 2 as for every command.",
        a: "The evidence of A: .yaml, or .csv with a row for each answer",
        b: "The evidence of B",
        roles_value: "ROLE:ROLE",
        roles: "Compare the scores as they stand when these roles have spoken, such as self:appraisal",
        periods_value: "PERIOD:PERIOD",
        periods: "Compare these periods, such as 2025:2026",
        agencies_value: "ID:ID",
        agencies: "Compare these two agencies",
        criteria_a: "The criteria set of A, in place of the one that its evidence names",
        criteria_b: "The criteria set of B, in place of the one that its evidence names",
    },
    documents: "List the documents that prove the answers, and the criteria that lack one",
    documents_after: "Examples:
  cchc documents evidence.yaml
  cchc documents departments.csv --agency so-y-te
  cchc documents departments.csv --format csv -o register.csv

A file named under file is looked up in the folder of the evidence and never
outside it; its size and SHA-256 stand in the register. Links are not opened.",
    documents_agency: "List the documents of the agency with this id alone",
    improve: "Find which points can be won back, and what reaches a target",
    improve_after: "What each line wins is found by scoring again: whoever answers exactly as the
line says gains exactly so much. With --target the smallest set of changes is
looked for; it is said whether it is proven to be the smallest.

Examples:
  cchc improve evidence.yaml
  cchc improve evidence.yaml --target good       the id of a grade of the set
  cchc improve evidence.yaml --target 80 --by effort
  cchc improve agencies.csv --agency so-a --format json

Exit status: 0 also where a target is out of reach; 1 a file has faults;
2 as for every command.",
    target: "Reach this grade, by its id, or this index",
    by: "What makes a set of changes small",
    improve_agency: "Look at this agency alone",

    check: "Say what each file is, whether it is sound, and every fault",
    check_after: "Examples:
  cchc check criteria.yaml evidence.yaml agencies.csv",
    check_files: "Criteria sets or evidence",

    explain: "Explain a set or a criterion: how it is scored, what proves it, what earns how much",
    explain_after: "Examples:
  cchc explain so-mau                the whole set, a line for each criterion
  cchc explain so-mau 2.2.1          one criterion in full
  cchc explain so-mau 2.2.1 --evidence evidence.yaml
                                     and the arithmetic of that agency's score",
    explain_set: "The name of a set that ships inside, or a criteria file",
    explain_id: "The id of a criterion; without it the whole set",
    explain_evidence: "Evidence whose arithmetic is explained",

    criteria: "List the criteria sets that ship inside, or print one as YAML",
    criteria_after: "Examples:
  cchc criteria
  cchc criteria so-mau > my-set.yaml     copy a set to adapt it",
    criteria_set: "The set to print",

    schema: "Print the JSON Schema of criteria files, for editors",
    schema_after: "Examples:
  cchc schema > criteria.schema.json

Then, as the first line of a set beside it:
  # yaml-language-server: $schema=criteria.schema.json",
};

/// What is said of a command line that cannot be understood.
pub(in crate::wording) fn misuse(misuse: &Misuse) -> String {
    let meant = |nearest: &Option<String>| {
        nearest.as_ref().map(|nearest| format!(" Did you mean {}?", quoted(nearest))).unwrap_or_default()
    };
    match misuse {
        Misuse::Command { word, nearest } => {
            format!("There is no command {}.{}", quoted(word), meant(nearest))
        }
        Misuse::Option { word, nearest } => {
            format!("There is no option {} here.{}", quoted(word), meant(nearest))
        }
        Misuse::Value { option, value, known } if known.is_empty() => {
            format!("{} does not take {}.", quoted(option), quoted(value))
        }
        Misuse::Value { option, value, known } => {
            format!("{} does not take {}; write one of {}.", quoted(option), quoted(value), listed(known))
        }
        Misuse::Number { option, value, offer: Some(offer) } => format!(
            "{}: the number {} is written with a comma; write {}.",
            quoted(option),
            quoted(value),
            quoted(offer)
        ),
        Misuse::Number { option, value, offer: None } => format!(
            "{}: {} is no number from zero up; write it such as `80` or `82.5`.",
            quoted(option),
            quoted(value)
        ),
        Misuse::Date { option, value, form: true } => format!(
            "{}: {} is not a date; write it such as `2026-12-31` or `31/12/2026`.",
            quoted(option),
            quoted(value)
        ),
        Misuse::Date { option, value, form: false } => {
            format!("{}: the calendar has no day {}.", quoted(option), quoted(value))
        }
        Misuse::ValueMissing { option } => format!("{} lacks its value.", quoted(option)),
        Misuse::Pair { option, value, example } => format!(
            "{} takes one for A and one for B with a colon between, such as {}; not {}.",
            quoted(option),
            quoted(example),
            quoted(value)
        ),
        Misuse::Missing { what } => format!("The command line lacks {}.", listed(what)),
        Misuse::Twice { option } => format!("{} may be written once.", quoted(option)),
        Misuse::Other(words) => format!("The command line is wrong: {words}"),
    }
}
