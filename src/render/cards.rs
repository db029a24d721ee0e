//! The report that people read: a scorecard for each agency with what stands beside it, and a summary where there are
//! several. It says in which order things stand; a page says how they look.

use std::io;

use super::page::{Level, Page};
use super::{Closing, Printer, Style};
use crate::analysis::{Gated, Standings};
use crate::assessment::Assessment;
use crate::criteria::{Criteria, Node};
use crate::report::{
    Standing, card, closing, corrected, differing, fields, findings, heading, lowered, read_from, summary,
};
use crate::wording;

/// The scorecards of a run, and a summary where there are several.
pub(super) struct Cards<P> {
    style: Style,
    page: P,
    standings: Vec<Standing>,
}

impl<P: Page> Cards<P> {
    pub(super) fn new(style: Style, page: P) -> Cards<P> {
        Cards { style, page, standings: Vec::new() }
    }

    /// Self and assessed side by side, where there are both.
    fn corrected(&mut self, criteria: &Criteria, assessment: &Assessment) -> io::Result<()> {
        let lang = self.style.lang;
        let Some((title, found)) = corrected(criteria, assessment, lang) else { return Ok(()) };
        let words = wording::sides(lang);
        self.page.title(Level::Section, &title)?;
        self.page.table(&mut |out| fields(criteria, assessment, &found, lang, out))?;
        self.page.lines(&[(words.both)(found.both, found.criteria.len())])?;
        if !found.criteria.is_empty() {
            self.page.title(Level::Section, words.corrections)?;
            self.page.table(&mut |out| differing(criteria, assessment, &found, lang, out))?;
        }
        Ok(())
    }
}

impl<P: Page> Printer for Cards<P> {
    fn begin(&mut self, _: &Criteria) -> io::Result<()> {
        Ok(())
    }

    fn agency(
        &mut self,
        criteria: &Criteria,
        assessment: &Assessment,
        standings: &Standings,
        _: Option<&Gated>,
    ) -> io::Result<()> {
        let Style { lang, totals, .. } = self.style;
        if !totals {
            self.page.opening(&heading(criteria, assessment, lang))?;
            self.page.table(&mut |out| card(criteria, assessment, standings, Node::ROOT, lang, out))?;
            self.page.lines(&closing(criteria, assessment, standings, lang))?;
            self.corrected(criteria, assessment)?;
            for part in findings(criteria, assessment, lang) {
                self.page.title(Level::Section, part.title)?;
                self.page.numbered(&part.findings)?;
            }
        }
        self.standings.push(Standing::of(assessment, standings));
        Ok(())
    }

    fn end(&mut self, criteria: &Criteria, closing: &Closing<'_>) -> io::Result<()> {
        let Style { lang, totals, .. } = self.style;
        let standings = std::mem::take(&mut self.standings);
        let several = standings.len() > 1;
        if several || totals {
            if !totals {
                self.page.title(Level::Part, wording::labels(lang).summary)?;
            }
            let mut standings = Some(standings);
            self.page.table(&mut |out| summary(criteria, standings.take().unwrap_or_default(), lang, out))?;
        }
        if several && closing.lowered.agencies() > 0 {
            let title = (wording::sides(lang).lowered)(closing.lowered.agencies());
            self.page.title(Level::Part, &title)?;
            self.page.table(&mut |out| lowered(criteria, closing.lowered, lang, out))?;
        }
        self.page.lines(&read_from(criteria, closing.evidence, lang))
    }
}
