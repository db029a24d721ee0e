//! `cchc score`: evidence to scorecards.

use std::collections::BTreeSet;
use std::path::Path;

use super::Exit;
use super::attachments::Attachments;
use super::disk::{self, Held};
use super::files::Files;
use super::gate::Gate;
use super::hearing::{self, Cut, Evidence, flowing_or_gathered, stopped};
use super::say::Say;
use super::yardstick::{self, Yardstick};
use crate::analysis::{Attendance, Faulty, Heard, Lowered, Overview, Standings};
use crate::assessment::{Peers, score as assess};
use crate::cli::Score;
use crate::criteria::Criteria;
use crate::evidence::{Claims, Dossier, Named, check, mentioned};
use crate::id::Id;
use crate::problem::Checked;
use crate::render::{Closing, Format, Style, Told};
use crate::wording;

pub(super) fn score(options: &Score, say: &Say) -> anyhow::Result<Exit> {
    let files = Files::of(&options.evidence, say)?.some(&options.evidence, say)?;
    files.say_passed_over(say);
    let (roster, of_roster) = hearing::roster(options.agencies.as_deref(), say)?;
    let evidence = Evidence { files, roster };
    let attachments = Attachments::default();
    flowing_or_gathered(|gathered| {
        let (evidence, of_roster) = (&evidence, &of_roster);
        Run { options, say, evidence, of_roster, gathered, attachments: &attachments }.score()
    })
}

struct Run<'a> {
    options: &'a Score,
    say: &'a Say,
    evidence: &'a Evidence,
    /// What is wrong with the roster.
    of_roster: &'a Told,
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
    /// The files that have a fault, and whom they name.
    faulty: Faulty,
}

impl Run<'_> {
    /// Reads the criteria, then for each dossier: check, score, write.
    fn score(&self) -> Result<Exit, Cut> {
        let mut claims = self.claims()?;
        let (chosen, files) = (self.options.criteria.as_deref(), &self.evidence.files.read);
        let Yardstick { criteria, named, warnings } =
            match yardstick::of_run(chosen, &mut claims, files, self.say)? {
                Ok(found) => found,
                Err(told) => return Ok(self.nothing_scored(told)),
            };
        let mut read = Read::nothing(&criteria);
        read.told.warnings = warnings;
        let gate = match Gate::of_run(&self.options.gate, &criteria, self.say)? {
            Ok(gate) if self.of_roster.faults.is_empty() => gate,
            in_doubt => {
                // Every fault is told at once; with the roster or the thresholds in doubt nothing is scored.
                hearing::hear(&mut claims, &criteria, &named, &mut read.told, self.say, drop)?;
                let of_gate = in_doubt.err().unwrap_or_default();
                read.told.faults.extend(of_gate.faults);
                read.told.warnings.extend(of_gate.warnings);
                return Ok(self.nothing_scored(read.told));
            }
        };
        read.told.warnings.extend(self.of_roster.warnings.iter().cloned());
        let asks_others = criteria.ranking.is_some() || criteria.compares_with_peers();
        let read_before = asks_others || !claims.is_flow();
        if read_before {
            read = self.read_once(&mut claims, &criteria, &named, read)?;
            claims = self.claims()?;
        }
        self.write(claims, &criteria, &named, gate, read, read_before)
    }

    /// For each dossier: check, score, write. Problems are kept where the evidence was not read before.
    fn write(
        &self,
        mut claims: Claims,
        criteria: &Criteria,
        named: &Named,
        mut gate: Gate,
        mut read: Read,
        read_before: bool,
    ) -> Result<Exit, Cut> {
        let mut out = Held::begin(self.options.output.as_deref(), self.say)?;
        let mut printer = self.options.format.printer(self.style(), &mut out);
        let (mut scored, mut lowered, mut overview) = (0_u64, Lowered::default(), Overview::default());
        let mut attendance = Attendance::new(self.evidence.roster.clone());
        attendance.hold_back(&read.faulty);
        printer.begin(criteria).map_err(failed)?;
        for submission in claims.by_ref() {
            let mut submission = submission.map_err(|stop| stopped(stop, self.say))?;
            self.attachments.of(&mut submission);
            let heard = Heard::of(&submission);
            attendance.hear(&heard);
            match check(submission, criteria, named) {
                Checked::Sound(Some(_), _) if read.faulty.holds_back(&heard) => {
                    attendance.leave_out(&heard, &read.faulty, &[]);
                }
                Checked::Sound(dossier, warnings) => {
                    if !read_before {
                        read.told.warnings.extend(warnings);
                    }
                    let Some(dossier) = dossier else { continue };
                    scored += 1;
                    let assessment = assess(criteria, &dossier, &read.peers);
                    lowered.add(criteria, &assessment);
                    overview.add(criteria, &assessment, &read.standings);
                    let gated = gate.hold(criteria, &assessment, self.say.lang);
                    printer.agency(criteria, &assessment, &read.standings, gated.as_ref()).map_err(failed)?;
                }
                Checked::Broken(faults, warnings) => {
                    attendance.leave_out(&heard, &read.faulty, &faults);
                    if !read_before {
                        read.told.faults.extend(faults);
                        read.told.warnings.extend(warnings);
                    }
                }
            }
        }
        // One flowing file that is faulty names every agency that was scored; and with somebody missing every
        // comparison with peers would be wrong, unless they are to be compared among themselves.
        let compares = criteria.compares_with_peers();
        let alone = compares && read.faulty.any() && !self.options.keep_going;
        if scored == 0 || alone || !read_before && !read.told.faults.is_empty() {
            let exit = self.nothing_scored(read.told);
            self.withheld(&attendance);
            if scored > 0 && alone {
                self.say.remark(wording::many(self.say.lang).no_comparison);
            }
            return Ok(exit);
        }
        let closing = Closing {
            evidence: &claims.digests(),
            told: &read.told,
            lowered: &lowered,
            overview: &overview,
            attendance: &attendance,
            standings: &read.standings,
        };
        printer.end(criteria, &closing).map_err(failed)?;
        drop(printer);
        out.release(self.say)?;
        Ok(gate.said_after(self.scored(&read.told, &attendance, criteria), self.say))
    }

    fn claims(&self) -> Result<Claims, Cut> {
        self.evidence.open(self.gathered, self.say)
    }

    /// A faulty file withholds whomever it names, though it cannot be read as evidence or not to its end. What cannot
    /// be opened names nobody.
    fn name_the_withheld(&self, faulty: &mut Faulty, agencies: &BTreeSet<Id>) {
        let roster = self.evidence.roster.as_deref();
        let known = |word: &str| {
            let expected = roster.and_then(|roster| roster.find(word)).map(|found| found.agency.id.clone());
            expected.or_else(|| agencies.get(word).cloned())
        };
        // A roster that contradicts somebody names everybody.
        let evidence = self.evidence.files.read.iter().map(|path| path.display().to_string());
        let files: Vec<String> = evidence.filter(|file| faulty.has(file)).collect();
        for file in files {
            if let Ok(named) = mentioned(disk::lazy(Path::new(&file)), known) {
                faulty.names(&file, named);
            }
        }
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
        let mut agencies = BTreeSet::new();
        for submission in claims {
            let mut submission = submission.map_err(|stop| stopped(stop, self.say))?;
            self.attachments.of(&mut submission);
            let heard = Heard::of(&submission);
            read.faulty.lose(&heard);
            agencies.extend(heard.agency().cloned());
            match check(submission, criteria, named) {
                Checked::Sound(dossier, warnings) => {
                    read.told.warnings.extend(warnings);
                    let Some(dossier) = dossier else { continue };
                    read.peers.add(criteria, &dossier);
                    if !compares {
                        standings.add(&assess(criteria, &dossier, &read.peers));
                    }
                }
                Checked::Broken(faults, warnings) => {
                    read.told.faults.extend(faults);
                    read.told.warnings.extend(warnings);
                }
            }
        }
        for found in &read.told.faults {
            read.faulty.add(&found.at.file);
        }
        self.name_the_withheld(&mut read.faulty, &agencies);
        if read.faulty.any() {
            // With somebody missing every rank would be wrong, unless it is one among those who are left.
            if !self.options.keep_going {
                return Ok(read);
            }
            standings = Standings::new(criteria, self.options.rank_provisional);
            read.peers = Peers::default();
            self.hear_sound(criteria, named, &read.faulty, |dossier| {
                read.peers.add(criteria, &dossier);
                if !compares {
                    standings.add(&assess(criteria, &dossier, &read.peers));
                }
            })?;
        }
        read.peers = read.peers.settled();
        // Where criteria compare with the peers, nobody could be ranked before all of them were heard.
        if compares && criteria.ranking.is_some() {
            self.hear_sound(criteria, named, &read.faulty, |dossier| {
                standings.add(&assess(criteria, &dossier, &read.peers));
            })?;
        }
        read.standings = standings.settled();
        Ok(read)
    }

    /// Reads all evidence again, and hands on every dossier that no faulty file holds back.
    fn hear_sound(
        &self,
        criteria: &Criteria,
        named: &Named,
        faulty: &Faulty,
        mut each: impl FnMut(Dossier),
    ) -> Result<(), Cut> {
        for submission in self.claims()? {
            let submission = submission.map_err(|stop| stopped(stop, self.say))?;
            if faulty.holds_back(&Heard::of(&submission)) {
                continue;
            }
            if let Checked::Sound(Some(dossier), _) = check(submission, criteria, named) {
                each(dossier);
            }
        }
        Ok(())
    }

    fn style(&self) -> Style {
        Style {
            lang: self.say.lang,
            width: if self.options.output.is_some() { Say::FILE_WIDTH } else { self.say.width() },
            totals: self.options.totals,
        }
    }

    /// Says who is withheld since a file that names them is faulty.
    fn withheld(&self, attendance: &Attendance) {
        let left_out = attendance.left_out();
        let mut withheld: Vec<&str> =
            left_out.iter().filter_map(|it| it.agency.as_ref()).map(Id::as_str).collect();
        withheld.dedup();
        if !withheld.is_empty() {
            self.say.remark(&(self.say.labels().withheld)(&withheld.join(", ")));
        }
    }

    fn nothing_scored(&self, mut told: Told) -> Exit {
        told.faults.extend(self.of_roster.faults.iter().cloned());
        self.say.problems(&told);
        self.say.remark(self.say.labels().nothing_scored);
        Exit::Faults
    }

    fn scored(&self, told: &Told, attendance: &Attendance, criteria: &Criteria) -> Exit {
        self.say.problems(told);
        if told.faults.is_empty() {
            return Exit::Well;
        }
        self.withheld(attendance);
        let for_people = [Format::Table, Format::Md].contains(&self.options.format);
        if criteria.ranking.is_some() && for_people && !self.options.keep_going {
            self.say.remark(wording::many(self.say.lang).no_ranks);
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
            faulty: Faulty::default(),
        }
    }
}

fn failed(error: std::io::Error) -> Cut {
    Cut::Failed(error.into())
}
