//! Reconciliation (đối chiếu): declared results held against what is computed from the evidence, cell by cell.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::standing::Standings;
use crate::assessment::Assessment;
use crate::calendar::Period;
use crate::criteria::{Criteria, Node};
use crate::evidence::{Declaration, Declared, DeclaredRow, Figure, Stated};
use crate::id::Id;
use crate::points::{Mode, Points};

/// What came of it: every declared cell is counted once. By agency, period, criterion and column, whatever the order
/// of the files.
#[derive(Debug, Default)]
pub struct Reconciliation {
    /// Cells that were compared.
    pub compared: u64,
    /// Of the cells that agree, those that do so only at the decimals that are declared: the set rounds nothing, and
    /// whoever published it did.
    pub at_declared_places: u64,
    /// Cells that differ.
    pub differences: Vec<Difference>,
    /// Cells for which there is nothing to compare with.
    pub not_computed: Vec<NotComputed>,
    /// Cells in which nothing is declared.
    pub skipped: u64,
}

/// A cell that differs.
#[derive(Debug)]
pub struct Difference {
    /// The agency's assessment, which holds our reason.
    pub assessment: Arc<Assessment>,
    /// The criterion, or the whole.
    pub node: Node,
    /// What is declared of it.
    pub figure: Figure,
    /// As it is declared.
    pub declared: Stated,
    /// As it is computed; `None` where there is none.
    pub computed: Option<Stated>,
}

/// A cell for which there is nothing to compare with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotComputed {
    /// The agency.
    pub agency: Id,
    /// The period, if it is said.
    pub period: Option<Period>,
    /// The criterion, or `total`.
    pub id: Id,
    /// What is declared of it.
    pub figure: Figure,
    /// As it is declared.
    pub declared: Stated,
    /// Why it is not computed.
    pub cause: Cause,
}

/// Why a declared cell is not computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// The evidence says nothing of the agency.
    AgencyUnknown,
    /// The evidence says nothing of the agency in this period.
    PeriodUnknown,
    /// The evidence is about several periods, and the declaration names none.
    PeriodNotSaid,
    /// The set has no such criterion.
    CriterionUnknown,
    /// The set gives no such figure for this criterion.
    FigureNotGiven,
}

impl Cause {
    /// Its name in results.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Cause::AgencyUnknown => "agency-unknown",
            Cause::PeriodUnknown => "period-unknown",
            Cause::PeriodNotSaid => "period-not-said",
            Cause::CriterionUnknown => "criterion-unknown",
            Cause::FigureNotGiven => "figure-not-given",
        }
    }
}

impl Reconciliation {
    /// How many cells agree.
    #[must_use]
    pub fn agree(&self) -> u64 {
        let differ = u64::try_from(self.differences.len()).expect("cells can be counted");
        self.compared - differ
    }
}

impl Difference {
    /// By how much the declared number is above the computed one; `None` where they are no numbers.
    #[must_use]
    pub fn amount(&self) -> Option<Points> {
        let number = |stated: &Stated| match stated {
            Stated::Number(number) => Some(number.clone()),
            Stated::Rank(rank) => Some(Points::whole(i64::try_from(*rank).expect("ranks are bounded"))),
            Stated::Grade(_) => None,
        };
        Some(&number(&self.declared)? - &number(self.computed.as_ref()?)?)
    }
}

/// Holds declared results against assessments.
#[must_use]
pub fn reconcile(
    criteria: &Criteria,
    assessments: &[Arc<Assessment>],
    standings: &Standings,
    declared: &Declared,
) -> Reconciliation {
    let mut by_agency: BTreeMap<&Id, Vec<&Arc<Assessment>>> = BTreeMap::new();
    for assessment in assessments {
        by_agency.entry(&assessment.agency.id).or_default().push(assessment);
    }
    let mut found = Reconciliation { skipped: declared.skipped, ..Reconciliation::default() };
    for row in &declared.rows {
        let meant = meant(row, by_agency.get(&row.agency).map(Vec::as_slice).unwrap_or_default());
        for declaration @ Declaration { figure, stated, .. } in &row.figures {
            let compared = meant.and_then(|assessment| {
                let node = criteria.find(row.id.as_str()).ok_or(Cause::CriterionUnknown)?;
                let computed = computed(criteria, assessment, standings, node, *figure)?;
                Ok((assessment, node, computed))
            });
            match compared {
                Ok((assessment, node, computed)) => {
                    found.compared += 1;
                    let same = agree(criteria, node, stated, computed.as_ref());
                    if !same && agree_at_places(criteria, declaration, computed.as_ref()) {
                        found.at_declared_places += 1;
                    } else if !same {
                        found.differences.push(Difference {
                            assessment: Arc::clone(assessment),
                            node,
                            figure: *figure,
                            declared: stated.clone(),
                            computed,
                        });
                    }
                }
                Err(cause) => found.not_computed.push(NotComputed {
                    agency: row.agency.clone(),
                    period: row.period,
                    id: row.id.clone(),
                    figure: *figure,
                    declared: stated.clone(),
                    cause,
                }),
            }
        }
    }
    in_order(&mut found);
    found
}

/// The assessment that a row is about.
fn meant<'a>(row: &DeclaredRow, of_agency: &[&'a Arc<Assessment>]) -> Result<&'a Arc<Assessment>, Cause> {
    match (row.period, of_agency) {
        (_, []) => Err(Cause::AgencyUnknown),
        (None, [only]) => Ok(only),
        (None, _) => Err(Cause::PeriodNotSaid),
        (Some(period), several) => {
            let same = several.iter().find(|assessment| assessment.period == Some(period));
            same.copied().ok_or(Cause::PeriodUnknown)
        }
    }
}

/// What is computed for a cell; `None` where it comes to nothing, such as the points of a missing answer.
fn computed(
    criteria: &Criteria,
    assessment: &Assessment,
    standings: &Standings,
    node: Node,
    figure: Figure,
) -> Result<Option<Stated>, Cause> {
    let (asked, verdict) = (criteria.at(node), assessment.at(node));
    let group = asked.rule().is_none();
    let given = match figure {
        Figure::Awarded => true,
        Figure::Index => group,
        Figure::Grade => !asked.grades.is_empty(),
        Figure::Rank => group && criteria.ranking.is_some(),
    };
    if asked.is_heading() || !given {
        return Err(Cause::FigureNotGiven);
    }
    let number = |number: Option<&Points>| number.cloned().map(Stated::Number);
    Ok(match figure {
        Figure::Awarded => number(verdict.awarded()),
        Figure::Index => number(verdict.index.as_ref()),
        Figure::Grade => verdict.grade.map(|grade| Stated::Grade(asked.grades[grade].id.to_string())),
        Figure::Rank => standings.rank(assessment, node).map(Stated::Rank),
    })
}

/// Whether a declared cell is what was computed. A grade may be declared by its id or by its title.
fn agree(criteria: &Criteria, node: Node, declared: &Stated, computed: Option<&Stated>) -> bool {
    match (declared, computed) {
        (Stated::Grade(declared), Some(Stated::Grade(computed))) => {
            let grades = &criteria.at(node).grades;
            let grade = grades.iter().find(|grade| grade.id.as_str() == computed);
            declared == computed || grade.is_some_and(|grade| grade.title.is_written(declared))
        }
        (declared, computed) => Some(declared) == computed,
    }
}

/// Whether a declared number is the computed one rounded to the decimals it is declared with. Only a set that rounds
/// nothing leaves that to whoever publishes; where a set rounds, a figure with fewer decimals is another figure.
fn agree_at_places(criteria: &Criteria, declared: &Declaration, computed: Option<&Stated>) -> bool {
    match (&declared.stated, computed) {
        (Stated::Number(stated), Some(Stated::Number(computed))) if criteria.rounding.is_none() => {
            computed.rounded(declared.places, Mode::HalfUp) == *stated
        }
        _ => false,
    }
}

/// Puts cells in order: agencies by their ids, criteria as the set has them, the whole last.
fn in_order(found: &mut Reconciliation) {
    found.differences.sort_by(|a, b| {
        let key =
            |cell: &Difference| (cell.assessment.period, cell.node == Node::ROOT, cell.node, cell.figure);
        (&a.assessment.agency.id, key(a)).cmp(&(&b.assessment.agency.id, key(b)))
    });
    found.not_computed.sort_by(|a, b| {
        (&a.agency, a.period, a.cause, &a.id, a.figure).cmp(&(&b.agency, b.period, b.cause, &b.id, b.figure))
    });
}
