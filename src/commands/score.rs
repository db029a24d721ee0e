//! `cchc score`: evidence to scorecards.

use std::collections::BTreeSet;

use super::Exit;
use super::attachments::Attachments;
use super::disk::Held;
use super::gate::Gate;
use super::hearing::{self, Cut, flowing_or_gathered, stopped};
use super::say::Say;
use super::yardstick::{self, Yardstick};
use crate::analysis::{Lowered, Standings};
use crate::assessment::{Peers, score as assess};
use crate::cli::Score;
use crate::criteria::Criteria;
use crate::evidence::{Claims, Named, check};
use crate::problem::Checked;
use crate::render::{Closing, Format, Style, Told};

pub(super) fn score(options: &Score, say: &Say) -> anyhow::Result<Exit> {
    let attachments = Attachments::default();
    flowing_or_gathered(|gathered| Run { options, say, gathered, attachments: &attachments }.score())
}

struct Run<'a> {
    options: &'a Score,
    say: &'a Say,
    /// Whether a single row file has to be gathered too.
    gathered: bool,
    /// What was found of the files that documents name.
    attachments: &'a Attachments,
}

/// What is known after the evidence was read once.
struct Read {
    standings: Standings,
    /// What the peers of each agency answer.
    peers: Peers,
    told: Told,
    /// The files that have a fault.
    faulty: BTreeSet<String>,
}

impl Run<'_> {
    /// Reads the criteria, then for each dossier: check, score, write.
    fn score(&self) -> Result<Exit, Cut> {
        let mut claims = self.claims()?;
        let Score { criteria: chosen, evidence: files, output, .. } = self.options;
        let Yardstick { criteria, named, warnings } =
            match yardstick::of_run(chosen.as_deref(), &mut claims, files, self.say)? {
                Ok(found) => found,
                Err(told) => return Ok(self.nothing_scored(&told)),
            };
        let mut read = Read::nothing(&criteria);
        read.told.warnings = warnings;
        let mut gate = match Gate::of_run(&self.options.gate, &criteria, self.say)? {
            Ok(gate) => gate,
            Err(of_gate) => return self.without_thresholds(claims, &criteria, &named, read, of_gate),
        };
        let compares = criteria.compares_with_peers();
        let read_before = criteria.ranking.is_some() || compares || !claims.is_flow();
        if read_before {
            read = self.read_once(&mut claims, &criteria, &named, read)?;
            claims = self.claims()?;
        }
        let mut out = Held::begin(output.as_deref(), self.say)?;
        let mut printer = self.options.format.printer(self.style(), &mut out);
        let (mut scored, mut withheld, mut lowered) = (0_u64, Vec::new(), Lowered::default());
        printer.begin(&criteria).map_err(failed)?;
        for submission in claims.by_ref() {
            let mut submission = submission.map_err(|stop| stopped(stop, self.say))?;
            self.attachments.of(&mut submission);
            let agency = submission.agency().map(str::to_owned);
            let held_back = submission.files().any(|file| read.faulty.contains(file));
            match check(submission, &criteria, &named) {
                Checked::Sound(Some(dossier), warnings) => {
                    if !read_before {
                        read.told.warnings.extend(warnings);
                    }
                    if held_back {
                        withheld.extend(agency);
                    } else {
                        scored += 1;
                        let assessment = assess(&criteria, &dossier, &read.peers);
                        lowered.add(&criteria, &assessment);
                        let gated = gate.hold(&criteria, &assessment, self.say.lang);
                        printer
                            .agency(&criteria, &assessment, &read.standings, gated.as_ref())
                            .map_err(failed)?;
                    }
                }
                Checked::Sound(None, warnings) if !read_before => read.told.warnings.extend(warnings),
                Checked::Broken(faults, warnings) if !read_before => {
                    read.told.faults.extend(faults);
                    read.told.warnings.extend(warnings);
                }
                Checked::Broken(..) => withheld.extend(agency),
                Checked::Sound(None, _) => {}
            }
        }
        // One flowing file that is faulty names every agency that was scored; and with somebody missing every
        // comparison with peers would be wrong.
        let alone = compares && !read.faulty.is_empty();
        if scored == 0 || alone || !read_before && !read.told.faults.is_empty() {
            return Ok(self.nothing_scored(&read.told));
        }
        let evidence = claims.digests();
        let closing = Closing { evidence: &evidence, told: &read.told, lowered: &lowered };
        printer.end(&criteria, &closing).map_err(failed)?;
        drop(printer);
        out.release(self.say)?;
        Ok(gate.said_after(self.scored(&read.told, &withheld, &criteria), self.say))
    }

    /// What is told where the thresholds have a fault: all of that, and all that is wrong with the evidence.
    fn without_thresholds(
        &self,
        mut claims: Claims,
        criteria: &Criteria,
        named: &Named,
        mut read: Read,
        of_gate: Told,
    ) -> Result<Exit, Cut> {
        hearing::hear(&mut claims, criteria, named, &mut read.told, self.say, drop)?;
        read.told.faults.extend(of_gate.faults);
        read.told.warnings.extend(of_gate.warnings);
        Ok(self.nothing_scored(&read.told))
    }

    fn claims(&self) -> Result<Claims, Cut> {
        hearing::open(&self.options.evidence, self.gathered, self.say)
    }

    /// Reads and checks all evidence, for the ranks and for the files that have a fault.
    fn read_once(
        &self,
        claims: &mut Claims,
        criteria: &Criteria,
        named: &Named,
        mut read: Read,
    ) -> Result<Read, Cut> {
        let mut standings = Standings::new(criteria, self.options.rank_provisional);
        let compares = criteria.compares_with_peers();
        let attachments = Some(self.attachments);
        hearing::hear_with(claims, criteria, named, attachments, &mut read.told, self.say, |dossier| {
            read.peers.add(criteria, &dossier);
            if !compares {
                standings.add(&assess(criteria, &dossier, &read.peers));
            }
        })?;
        read.faulty = read.told.faults.iter().map(|found| found.at.file.to_string()).collect();
        read.peers = read.peers.settled();
        // Where criteria compare with the peers, nobody could be ranked before all of them were heard.
        if compares && criteria.ranking.is_some() {
            let mut again = self.claims()?;
            hearing::hear(&mut again, criteria, named, &mut Told::default(), self.say, |dossier| {
                standings.add(&assess(criteria, &dossier, &read.peers));
            })?;
        }
        // With somebody missing every rank would be wrong.
        if read.faulty.is_empty() {
            read.standings = standings.settled();
        }
        Ok(read)
    }

    fn style(&self) -> Style {
        Style {
            lang: self.say.lang,
            width: if self.options.output.is_some() { Say::FILE_WIDTH } else { self.say.width() },
            totals: self.options.totals,
        }
    }

    fn nothing_scored(&self, told: &Told) -> Exit {
        self.say.problems(told);
        self.say.remark(self.say.labels().nothing_scored);
        Exit::Faults
    }

    fn scored(&self, told: &Told, withheld: &[String], criteria: &Criteria) -> Exit {
        self.say.problems(told);
        if told.faults.is_empty() {
            return Exit::Well;
        }
        let labels = self.say.labels();
        if !withheld.is_empty() {
            self.say.remark(&(labels.withheld)(&withheld.join(", ")));
        }
        if criteria.ranking.is_some() && self.options.format == Format::Table {
            self.say.remark(labels.no_ranks);
        }
        Exit::Faults
    }
}

impl Read {
    fn nothing(criteria: &Criteria) -> Read {
        Read {
            standings: Standings::new(criteria, false),
            peers: Peers::default(),
            told: Told::default(),
            faulty: BTreeSet::new(),
        }
    }
}

fn failed(error: std::io::Error) -> Cut {
    Cut::Failed(error.into())
}
