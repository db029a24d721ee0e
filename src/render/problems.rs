//! A problem as text: what is wrong, where, the line itself, and how to mend it.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};

use crate::lang::Lang;
use crate::problem::{Fault, Found, Warning};
use crate::source::{At, Spot};
use crate::wording::{self, Sentence};

/// A problem of either sort.
#[derive(Clone, Copy, Debug)]
pub enum Problem<'p> {
    /// It stops a file.
    Fault(&'p Found<Fault>),
    /// It stands beside a score.
    Warning(&'p Found<Warning>),
}

/// What is said of a problem, in lines, coloured for a terminal; whoever prints it takes the colours off where
/// they are not wanted.
#[must_use]
pub fn problem(lang: Lang, problem: Problem<'_>) -> String {
    let labels = wording::labels(lang);
    let (level, code, sentence, spot) = match problem {
        Problem::Fault(found) => (
            Level::ERROR.with_name(labels.fault),
            found.what.code(),
            wording::fault(lang, &found.what),
            &found.at,
        ),
        Problem::Warning(found) => (
            Level::WARNING.with_name(labels.warning),
            found.what.code(),
            wording::warning(lang, &found.what),
            &found.at,
        ),
    };
    let Sentence { what, mend } = sentence;
    let group = level.primary_title(what).id(code).elements(place(spot));
    let mend = Level::HELP.with_name(labels.mend).message(mend);
    let report = [group.element(mend)];
    Renderer::styled().decor_style(DecorStyle::Ascii).render(&report)
}

/// Where it is: the file alone, or its line with the mark. Of a line whose beginning is not shown the renderer
/// cannot find the column, so there the place is written out.
fn place(spot: &Spot) -> Vec<annotate_snippets::Element<'_>> {
    let Some(At { line, column, excerpt, mark }) = &spot.at else {
        return vec![Origin::path(spot.file.as_ref()).into()];
    };
    let small = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
    let snippet = Snippet::source(excerpt.as_str())
        .line_start(small(*line))
        .annotation(AnnotationKind::Primary.span(mark.0..mark.1));
    if excerpt.starts_with('…') {
        let origin = Origin::path(spot.file.as_ref()).line(small(*line)).char_column(small(*column));
        return vec![origin.into(), snippet.into()];
    }
    vec![snippet.path(spot.file.as_ref()).into()]
}
