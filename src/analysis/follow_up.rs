//! Follow-up (theo dõi kiến nghị): what became of the requests of an inspection, and of the points that were lost.

use super::losses::{Loss, is_out, losses, lost, scored_at};
use super::scored::Scored;
use crate::assessment::{Assessment, Outcome};
use crate::calendar::Date;
use crate::criteria::{Counts, Criteria, Node, Succession};
use crate::evidence::{Finding, FindingKind, Layer};
use crate::id::composed;
use crate::points::Points;

/// What became of the requests and the lost points of one agency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Followed {
    /// Every request, in the order of the layers and their findings.
    pub requests: Vec<Request>,
    /// What was lost then.
    pub lost: Vec<Loss>,
    /// What is lost now and was not then.
    pub newly_lost: Vec<Loss>,
}

/// A request (kiến nghị) and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// What is asked.
    pub text: String,
    /// The criterion that it is tied to, in the earlier set.
    pub criterion: Option<Node>,
    /// What stands for that in the later set.
    pub now: Vec<Node>,
    /// By whom.
    pub owner: Option<String>,
    /// By when.
    pub due: Option<Date>,
    /// How it stands.
    pub state: State,
    /// Why it stands so.
    pub because: Because,
    /// The scores of its criterion then and now; absent without a criterion.
    pub scores: Option<Scores>,
}

/// How a request stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// It is met.
    Met,
    /// It is not met, and not due yet.
    Open,
    /// It is not met, and was due before the day that is asked about.
    Overdue,
    /// Its criterion does not apply any more.
    NotApplicable,
}

/// Why a request stands as it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Because {
    /// It is asked for again.
    Repeated,
    /// It is named among the results.
    Praised,
    /// Its criterion loses nothing any more.
    NothingLost,
    /// Its criterion still loses points.
    StillLost,
    /// Its criterion has no answer, or not all of it has.
    Unanswered,
    /// Its criterion does not apply any more.
    NotApplicable,
    /// The later set has no such criterion.
    CriterionGone,
    /// Nothing is said of it, and it is tied to no criterion.
    NotMentioned,
    /// Nothing is said of the agency.
    AgencyGone,
}

/// The scores of a criterion then and now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scores {
    /// Then.
    pub then: Score,
    /// Now; `None` where nothing stands for it.
    pub now: Option<Score>,
    /// What came back of the points that were lost; `None` where there is nothing to compare with.
    pub came_back: Option<Points>,
}

/// The score of a criterion, or of several that stand for one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Score {
    /// The points; `None` where there is no score.
    pub awarded: Option<Points>,
    /// Out of how many: those that apply; of a bonus or a penalty, its own.
    pub of: Points,
}

impl State {
    /// Every state.
    pub const ALL: [State; 4] = [State::Met, State::Open, State::Overdue, State::NotApplicable];

    /// Its name in results.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            State::Met => "met",
            State::Open => "open",
            State::Overdue => "overdue",
            State::NotApplicable => "not-applicable",
        }
    }
}

impl Because {
    /// Its name in results.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Because::Repeated => "repeated",
            Because::Praised => "strength",
            Because::NothingLost => "nothing-lost",
            Because::StillLost => "still-lost",
            Because::Unanswered => "unanswered",
            Because::NotApplicable => "not-applicable",
            Because::CriterionGone => "criterion-gone",
            Because::NotMentioned => "not-mentioned",
            Because::AgencyGone => "agency-gone",
        }
    }
}

impl Followed {
    /// How many requests stand so.
    #[must_use]
    pub fn count(&self, state: State) -> usize {
        self.requests.iter().filter(|request| request.state == state).count()
    }
}

/// Pairs the agencies of two scorings: by id with the latest period of it; one on each side are the pair. What has no
/// counterpart stands alone.
#[must_use]
pub fn pairs<'a>(old: &[&'a Scored], new: &[&'a Scored]) -> Vec<(&'a Scored, Option<&'a Scored>)> {
    if let (&[old], &[new]) = (old, new) {
        return vec![(old, Some(new))];
    }
    let same = |a: &Scored, b: &Scored| a.assessment.agency.id == b.assessment.agency.id;
    let latest =
        |of: &Scored| new.iter().copied().filter(|new| same(of, new)).max_by_key(|new| new.assessment.period);
    old.iter().map(|old| (*old, latest(old))).collect()
}

/// Follows up one agency: what was asked of it, and what it lost.
#[must_use]
pub fn follow_up(old: (&Criteria, &Scored), new: Option<(&Criteria, &Scored)>, as_of: Date) -> Followed {
    let asked = old.1.dossier.layers.iter().flat_map(|layer| &layer.findings);
    let asked = asked.filter_map(|finding| Some((finding, finding.asked()?)));
    let requests = asked.map(|(finding, text)| {
        let (state, because, now, scores) = match new {
            Some(new) => became(old, new, finding, text),
            None => (None, Because::AgencyGone, Vec::new(), None),
        };
        let due = finding.due.is_some_and(|due| due < as_of);
        Request {
            text: text.to_owned(),
            criterion: finding.criterion,
            now,
            owner: finding.owner.clone(),
            due: finding.due,
            state: state.unwrap_or(if due { State::Overdue } else { State::Open }),
            because,
            scores,
        }
    });
    let requests = requests.collect();
    let (lost, newly_lost) = new.map(|new| losses(old, new)).unwrap_or_default();
    Followed { requests, lost, newly_lost }
}

type Became = (Option<State>, Because, Vec<Node>, Option<Scores>);

/// What became of a request; without a state it is not met.
fn became(old: (&Criteria, &Scored), new: (&Criteria, &Scored), finding: &Finding, text: &str) -> Became {
    let succession = Succession::between(old.0, new.0);
    let now: Vec<Node> = finding.criterion.and_then(|node| succession.heir(node)).into_iter().collect();
    let scores = finding.criterion.map(|node| scores(old, new, node, &now));
    let tied = |other: &Finding| match (finding.criterion, other.criterion) {
        (Some(_), Some(node)) => now.is_empty() || now.contains(&node),
        (None, _) | (_, None) => true,
    };
    let said: Vec<FindingKind> =
        later(old, new).filter(|other| tied(other) && repeats(other, text)).map(|other| other.kind).collect();
    let again = |kind: &FindingKind| match kind {
        FindingKind::Shortcoming | FindingKind::Request => true,
        FindingKind::Strength => false,
    };
    let (state, because) = if said.iter().any(again) {
        (None, Because::Repeated)
    } else if !said.is_empty() {
        (Some(State::Met), Because::Praised)
    } else if finding.criterion.is_none() {
        (None, Because::NotMentioned)
    } else if now.is_empty() {
        (None, Because::CriterionGone)
    } else {
        by_score(new, &now)
    };
    (state, because, now, scores)
}

/// What the later score says of criteria that something was asked of.
fn by_score((criteria, scored): (&Criteria, &Scored), nodes: &[Node]) -> (Option<State>, Because) {
    let assessment = &scored.assessment;
    let nodes: Vec<Node> = nodes
        .iter()
        .map(|node| scored_at(criteria, assessment, *node))
        .filter(|node| !is_out(assessment, *node))
        .collect();
    if nodes.is_empty() {
        (Some(State::NotApplicable), Because::NotApplicable)
    } else if nodes.iter().any(|node| !is_answered(criteria, assessment, *node)) {
        (None, Because::Unanswered)
    } else if nodes.iter().all(|node| loses_nothing(criteria, assessment, *node)) {
        (Some(State::Met), Because::NothingLost)
    } else {
        (None, Because::StillLost)
    }
}

/// Whether all of a criterion or group that applies is answered.
fn is_answered(criteria: &Criteria, assessment: &Assessment, node: Node) -> bool {
    let verdict = assessment.at(node);
    match &verdict.outcome {
        Outcome::Scored { .. } | Outcome::Decided { .. } => true,
        Outcome::Combined if criteria.at(node).counts == Counts::Within => {
            verdict.tally.answered == verdict.tally.applicable
        }
        // A bonus or penalty has no coverage of its own: its leaves tell.
        Outcome::Combined => {
            criteria.within(node).all(|part| !matches!(assessment.at(part).outcome, Outcome::Missing))
        }
        Outcome::Missing
        | Outcome::NotApplicable(_)
        | Outcome::NotForKind
        | Outcome::NotHeld(_)
        | Outcome::DecidedAbove(_)
        | Outcome::Void => false,
    }
}

/// Whether an answered criterion has all of its points; a penalty, whether none was taken off.
fn loses_nothing(criteria: &Criteria, assessment: &Assessment, node: Node) -> bool {
    let verdict = assessment.at(node);
    match criteria.at(node).counts {
        Counts::Penalty => verdict.tally.awarded.is_zero(),
        Counts::Within | Counts::Bonus => verdict.share_of_full().is_some_and(|share| share >= Points::ONE),
    }
}

/// The findings of the later evidence, but for those that it only carries on: the same finding of the same role and
/// round about the same period is the request itself.
fn later<'a>(
    old: (&'a Criteria, &'a Scored),
    new: (&'a Criteria, &'a Scored),
) -> impl Iterator<Item = &'a Finding> {
    let same_period = old.1.assessment.period == new.1.assessment.period;
    let carried = move |layer: &Layer, finding: &Finding| {
        let mut before = old.1.dossier.layers.iter();
        let before = before.find(|before| (before.role, before.round) == (layer.role, layer.round));
        same_period
            && before
                .is_some_and(|before| before.findings.iter().any(|it| is_same(old.0, it, new.0, finding)))
    };
    let layers = new.1.dossier.layers.iter();
    layers.flat_map(move |layer| layer.findings.iter().filter(move |finding| !carried(layer, finding)))
}

/// Whether two findings are one, word for word.
fn is_same(old: &Criteria, a: &Finding, new: &Criteria, b: &Finding) -> bool {
    let id =
        |criteria: &Criteria, finding: &Finding| finding.criterion.map(|node| criteria.at(node).id.clone());
    id(old, a) == id(new, b)
        && (a.kind, &a.text, &a.request, a.due, &a.owner) == (b.kind, &b.text, &b.request, b.due, &b.owner)
}

/// Whether a finding says what was asked, whatever the case of the letters and the blanks between them.
fn repeats(finding: &Finding, text: &str) -> bool {
    let text = plain(text);
    plain(&finding.text) == text || finding.request.as_ref().is_some_and(|request| plain(request) == text)
}

fn plain(text: &str) -> String {
    composed(text).to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The scores of a criterion then, and of what stands for it now.
fn scores(old: (&Criteria, &Scored), new: (&Criteria, &Scored), node: Node, now: &[Node]) -> Scores {
    let at = |(criteria, scored): (&Criteria, &Scored), nodes: &[Node]| {
        let mut nodes: Vec<Node> =
            nodes.iter().map(|node| scored_at(criteria, &scored.assessment, *node)).collect();
        nodes.dedup();
        nodes
    };
    let (then_at, now_at) = (at(old, &[node]), at(new, now));
    let loss = Loss {
        then: lost(old.0, &old.1.assessment, &then_at),
        now: lost(new.0, &new.1.assessment, &now_at),
        old: then_at,
        new: now_at,
    };
    Scores {
        then: score(old, &loss.old),
        now: (!loss.new.is_empty()).then(|| score(new, &loss.new)),
        came_back: loss.came_back(),
    }
}

fn score((criteria, scored): (&Criteria, &Scored), nodes: &[Node]) -> Score {
    let assessment = &scored.assessment;
    let verdicts = || nodes.iter().map(|node| assessment.at(*node));
    let awarded: Vec<Points> = verdicts()
        .filter(|verdict| {
            verdict.awarded().is_some() && !is_unheard(&verdict.outcome, &verdict.tally.answered)
        })
        .map(|verdict| verdict.tally.awarded.clone())
        .collect();
    Score {
        awarded: (!awarded.is_empty()).then(|| awarded.into_iter().sum()),
        of: nodes.iter().map(|node| out_of(criteria, assessment, *node)).sum(),
    }
}

fn out_of(criteria: &Criteria, assessment: &Assessment, node: Node) -> Points {
    let asked = criteria.at(node);
    match asked.counts {
        Counts::Within => assessment.at(node).tally.applicable.clone(),
        Counts::Bonus | Counts::Penalty => asked.points.clone(),
    }
}

/// Whether a group has a score of nothing only because nobody has answered.
fn is_unheard(outcome: &Outcome, answered: &Points) -> bool {
    *outcome == Outcome::Combined && answered.is_zero()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::Role;

    #[test]
    fn a_request_is_repeated_whatever_its_letters_and_blanks() {
        let finding = |text: &str, request: Option<&str>| Finding {
            criterion: None,
            kind: FindingKind::Shortcoming,
            text: text.to_owned(),
            request: request.map(str::to_owned),
            due: None,
            owner: None,
            role: Role::Inspection,
            team: None,
        };
        let asked = "Bổ sung quy chế một cửa";
        assert!(repeats(&finding("BỔ  SUNG quy chế\n một cửa ", None), asked));
        assert!(repeats(&finding("Chưa có", Some("Bo\u{302}\u{309} sung quy chế một cửa")), asked));
        assert!(!repeats(&finding("Bổ sung quy chế", None), asked));
    }
}
