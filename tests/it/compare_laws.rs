//! Laws of a comparison, tried on random sets, sets that rename, drop, add, move and merge their criteria, and random
//! evidence of three agencies: the parts add up to the whole, and each part is nothing where it has no ground.

use cchc::analysis::{Change, Comparison, Side, compare};
use cchc::assessment::{Assessment, Peers, score};
use cchc::criteria::{Criteria, Node};
use cchc::evidence::{Claims, Dossier, File, Named, Uncarried, check};
use cchc::points::Points;
use cchc::problem::Checked;

use crate::evidence::{HEAD, answer, for_luck, sound};

const CASES: u32 = 160;
const AGENCIES: [&str; 3] = ["so-a", "so-b", "so-c"];

/// Random numbers, one after the other.
pub(crate) struct Luck<'l> {
    pub(crate) luck: &'l [u32],
    pub(crate) at: usize,
}

impl Luck<'_> {
    fn raw(&mut self) -> u32 {
        self.at += 1;
        let turn = u32::try_from(self.at).expect("not so many");
        self.luck[self.at % self.luck.len()].wrapping_add(turn.wrapping_mul(2_654_435_761)) >> 3
    }

    fn below(&mut self, most: usize) -> usize {
        self.raw() as usize % most
    }

    /// Whether one of so many falls to it.
    pub(crate) fn one_in(&mut self, many: usize) -> bool {
        self.below(many) == 0
    }
}

/// A scored criterion of a set that is made.
#[derive(Clone, Debug)]
struct Leaf {
    id: String,
    /// What it goes on from, where that is written.
    was: Vec<String>,
    /// What it goes on from, as the maker of the set meant it: one old criterion, or none.
    from: Option<String>,
    rule: usize,
    points: u32,
    role: &'static str,
    more: &'static str,
}

#[derive(Clone, Debug)]
struct Field {
    id: String,
    was: Vec<String>,
    from: Option<String>,
    more: &'static str,
    leaves: Vec<Leaf>,
}

const ROLES: [&str; 3] = ["self", "self", "survey"];
const MORE: [&str; 5] = [
    "",
    ", not-applicable: leave-out",
    ", not-applicable: share-out",
    ", not-applicable: zero",
    ", bonus: true",
];
const FIELD_MORE: [&str; 5] = [
    "",
    ", not-applicable: leave-out",
    ", combine: mean",
    ", combine: lowest, not-applicable: full",
    ", combine: mean, not-applicable: share-out",
];
const HEADS: [&str; 3] = [
    "",
    "rounding: { places: 2, at: criterion }\n",
    "rounding: { places: 1, at: level, mode: down }\nlimits: [{ when: { criterion: any, is: zero }, score: void, because: A }]\n",
];

fn rule(which: usize, points: u32) -> String {
    let (full, half) = (points, format!("{}.5", points / 2));
    match which {
        0 => "yes-no".to_owned(),
        1 => "{ share: { when-empty: not-applicable } }".to_owned(),
        2 => "{ share: { from: 50%, when-empty: zero } }".to_owned(),
        3 => format!(
            "{{ choice: [{{ id: a, title: A, points: {full} }}, {{ id: b, title: B, points: {half} }}, {{ id: c, title: C, points: 0 }}] }}"
        ),
        4 => format!(
            "{{ choice: [{{ id: a, title: A, points: {full} }}, {{ id: d, title: D, points: {half} }}, {{ id: c, title: C, points: 0 }}] }}"
        ),
        5 => format!(
            "{{ bands: [{{ from: 90%, points: {full} }}, {{ from: 50%, below: 90%, points: {half} }}, {{ below: 50%, points: 0 }}] }}"
        ),
        6 => "{ count: { each: 0.5 } }".to_owned(),
        7 => "{ deduct: { each: 0.25 } }".to_owned(),
        8 => "{ judged: { step: 0.5 } }".to_owned(),
        9 => format!(
            "{{ versus-peers: {{ to: mean, when-empty: zero, bands: [{{ from: 100%, points: {full} }}, {{ below: 100%, points: {half} }}] }} }}"
        ),
        10 => "{ deadline: { due: { day: 06-30 } } }".to_owned(),
        11 => format!(
            "{{ survey: [{{ id: hai-long, title: A, points: {full} }}, {{ id: khong, title: B, points: 0 }}] }}"
        ),
        _ => "{ formula: { inputs: { a: {}, b: {} }, points: \"a + b\" } }".to_owned(),
    }
}

fn leaf(luck: &mut Luck<'_>, id: String) -> Leaf {
    Leaf {
        id,
        was: Vec::new(),
        from: None,
        rule: luck.below(13),
        points: 3 + 2 * u32::try_from(luck.below(3)).expect("small"),
        role: ROLES[luck.below(3)],
        more: MORE[luck.below(MORE.len())],
    }
}

/// A random set.
fn first(luck: &mut Luck<'_>) -> Vec<Field> {
    let mut count = 0;
    (0..2 + luck.below(3))
        .map(|at| {
            let leaves = (0..=luck.below(4)).map(|_| {
                count += 1;
                leaf(luck, format!("c{count}"))
            });
            let leaves = leaves.collect();
            Field { id: format!("f{at}"), was: vec![], from: None, more: FIELD_MORE[luck.below(5)], leaves }
        })
        .collect()
}

/// The set after it: criteria renamed, dropped, added, moved, merged, and scored in other ways.
fn second(luck: &mut Luck<'_>, first: &[Field]) -> Vec<Field> {
    let mut fields: Vec<Field> = first.to_vec();
    let mut free: Vec<String> = Vec::new();
    for field in &mut fields {
        field.from = Some(field.id.clone());
        for leaf in &mut field.leaves {
            leaf.from = Some(leaf.id.clone());
        }
        field.leaves.retain(|leaf| {
            let dropped = luck.one_in(7);
            free.extend(dropped.then(|| leaf.id.clone()));
            !dropped
        });
        match luck.below(6) {
            // Renamed, and said so; renamed without a word, which makes another criterion of it.
            0 => {
                field.was = vec![field.id.clone()];
                field.id.push_str("-moi");
            }
            1 => (field.id, field.from) = (format!("{}-khac", field.id), None),
            _ => {}
        }
        if luck.one_in(4) {
            field.more = FIELD_MORE[luck.below(5)];
        }
    }
    for at in 0..fields.len() {
        // What was renamed and then moved here has had its turn.
        for leaf in fields[at].leaves.iter_mut().filter(|leaf| leaf.was.is_empty()) {
            match luck.below(9) {
                0 => leaf.rule = luck.below(13),
                1 => leaf.points = 3 + 2 * u32::try_from(luck.below(3)).expect("small"),
                2 => leaf.role = ROLES[luck.below(3)],
                3 => leaf.more = MORE[luck.below(MORE.len())],
                4 => {
                    leaf.was = vec![leaf.id.clone()];
                    leaf.id.push_str("-moi");
                }
                // Renumbered onto an id that another criterion had: `was` wins.
                5 if !free.is_empty() => {
                    let id = free.remove(0);
                    leaf.was = vec![std::mem::replace(&mut leaf.id, id)];
                }
                _ => {}
            }
        }
        if luck.one_in(5) && fields[at].leaves.len() > 1 {
            let moved = fields[at].leaves.remove(0);
            let to = luck.below(fields.len());
            fields[to].leaves.push(moved);
        }
        if luck.one_in(8) && fields[at].leaves.len() > 1 {
            // Two put together under the id of one of them: nothing carries over to that.
            let gone = fields[at].leaves.remove(0);
            let kept = &mut fields[at].leaves[0];
            if gone.was.is_empty() && kept.was.is_empty() {
                kept.was = vec![gone.id, kept.id.clone()];
                kept.from = None;
            }
        }
        if luck.one_in(3) || fields[at].leaves.is_empty() {
            let id = format!("moi-{at}");
            fields[at].leaves.push(leaf(luck, id));
        }
    }
    fields
}

fn text(version: &str, head: &str, fields: &[Field]) -> String {
    let was = |was: &[String]| if was.is_empty() { String::new() } else { format!(", was: {was:?}") };
    let mut total = 0;
    let mut parts = String::new();
    for field in fields {
        let within = || field.leaves.iter().filter(|leaf| !leaf.more.contains("bonus"));
        let sum: u32 = within().map(|leaf| leaf.points).sum();
        let points = if field.more.contains("combine") { 10 } else { sum };
        total += points;
        parts.push_str(&format!(
            "- {{ id: {}, title: G, points: {points}{}{}, criteria: [",
            field.id,
            field.more,
            was(&field.was)
        ));
        for leaf in &field.leaves {
            let Leaf { id, points, role, more, .. } = leaf;
            let (rule, was) = (rule(leaf.rule, *points), was(&leaf.was));
            parts.push_str(&format!(
                "{{ id: {id}, title: T, points: {points}, documents: [B], scored-by: {role}{more}{was}, rule: {rule} }}, "
            ));
        }
        parts.push_str("] }\n");
    }
    format!("id: bo\nversion: \"{version}\"\ntitle: Bộ\npoints: {total}\n{head}criteria:\n{parts}")
}

/// A row of evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Said {
    agency: &'static str,
    role: &'static str,
    id: String,
    cell: String,
}

fn csv(rows: &[Said]) -> String {
    let row = |Said { agency, role, id, cell }: &Said| format!("{agency},Sở,,,2025,,{role},{id},{cell}\n");
    format!("{HEAD}{}", rows.iter().map(row).collect::<String>())
}

/// The dossiers of rows, or that they do not fit.
fn try_dossiers(criteria: &Criteria, rows: &[Said]) -> Option<Vec<Dossier>> {
    if rows.is_empty() {
        return Some(Vec::new());
    }
    let bytes = Box::new(std::io::Cursor::new(csv(rows).into_bytes()));
    let claims = Claims::open(vec![File { name: "phieu.csv".into(), bytes }], true).expect("it can be read");
    let mut found = Vec::new();
    for submission in claims {
        match check(submission.expect("it can be read"), criteria, &Named::OnPurpose) {
            Checked::Sound(dossier, _) => found.extend(dossier),
            Checked::Broken(..) => return None,
        }
    }
    Some(found)
}

fn dossiers(criteria: &Criteria, rows: &[Said]) -> Vec<Dossier> {
    try_dossiers(criteria, rows).unwrap_or_else(|| panic!("these rows fit:\n{}", csv(rows)))
}

fn node(criteria: &Criteria, id: &str) -> Node {
    criteria.find(id).unwrap_or_else(|| panic!("there is {id}"))
}

/// What somebody says of a leaf, if anything: the role that scores it, and sometimes the appraisal too.
fn of_leaf(criteria: &Criteria, id: &str, agency: &'static str, luck: &mut Luck<'_>, said: &mut Vec<Said>) {
    let at = node(criteria, id);
    let asked = criteria.at(at);
    let mut say = |role, cell| said.push(Said { agency, role, id: id.to_owned(), cell });
    if let Some((cell, _)) = answer(criteria, at, luck.raw()) {
        say(asked.scored_by.word(), cell);
    }
    if luck.one_in(6) {
        let points = luck.below(7);
        let most = usize::try_from(asked.points.to_string().parse::<u32>().expect("whole")).expect("small");
        say("appraisal", format!("points={},Theo biên bản", points.min(most)));
    }
}

/// What somebody says of a whole field, if anything.
fn of_field(criteria: &Criteria, id: &str, agency: &'static str, luck: &mut Luck<'_>) -> Option<Said> {
    let cell = match luck.below(12) {
        0 | 1 => format!("points={},Cả lĩnh vực", luck.below(4)),
        2 => "not-applicable,Không phát sinh".to_owned(),
        _ => return None,
    };
    let said = Said { agency, role: "self", id: id.to_owned(), cell };
    try_dossiers(criteria, std::slice::from_ref(&said)).map(|_| said)
}

/// Random evidence of every agency.
fn anything(criteria: &Criteria, fields: &[Field], luck: &mut Luck<'_>) -> Vec<Said> {
    let mut said = Vec::new();
    for agency in AGENCIES {
        for field in fields {
            if let Some(whole) = of_field(criteria, &field.id, agency, luck) {
                said.push(whole);
                continue;
            }
            for leaf in &field.leaves {
                of_leaf(criteria, &leaf.id, agency, luck, &mut said);
            }
        }
    }
    said
}

/// The same evidence under another set: every answer that fits there; anything where none of the old ones does.
struct Same {
    /// All of it.
    b: Vec<Said>,
    /// What was said before, under the new ids.
    carried: Vec<Said>,
    /// That under the old ids.
    kept: Vec<Said>,
}

fn same(a: &[Said], (old, new): (&[Field], &[Field]), criteria: &Criteria, luck: &mut Luck<'_>) -> Same {
    let mut same = Same { b: Vec::new(), carried: Vec::new(), kept: Vec::new() };
    let field_of = |id: &str| {
        let mut fields = old.iter();
        let field = fields.find(|field| field.leaves.iter().any(|leaf| leaf.id == id));
        field.expect("an old criterion stands in a field").id.as_str()
    };
    for agency in AGENCIES {
        let of =
            |id: &str| a.iter().filter(|said| said.agency == agency && said.id == id).collect::<Vec<_>>();
        for field in new {
            // What the old evidence says of one, held against the new set, row by row.
            let fitting = |before: &[&Said], id: &str| {
                let anew = before.iter().map(|said| Said { id: id.to_owned(), ..(**said).clone() });
                anew.map(|said| try_dossiers(criteria, std::slice::from_ref(&said)).map(|_| said))
                    .collect::<Vec<_>>()
            };
            let whole = field.from.as_deref().map(of).unwrap_or_default();
            if let [Some(said)] = &fitting(&whole, &field.id)[..] {
                same.b.push(said.clone());
                same.carried.push(said.clone());
                same.kept.push(whole[0].clone());
                continue;
            }
            for leaf in &field.leaves {
                let before = leaf.from.as_deref().map(of).unwrap_or_default();
                let settled = leaf.from.as_deref().is_some_and(|from| !of(field_of(from)).is_empty());
                let fit = fitting(&before, &leaf.id);
                if leaf.from.is_none() || settled || fit.last().is_some_and(Option::is_none) {
                    // Nothing carries over: whatever is said here is new. What counts comes last.
                    of_leaf(criteria, &leaf.id, agency, luck, &mut same.b);
                    continue;
                }
                same.b.extend(fit.iter().flatten().cloned());
                same.carried.extend(fit.into_iter().flatten());
                same.kept.extend(before.into_iter().cloned());
            }
        }
    }
    same
}

pub(crate) fn held(a: &(Criteria, Vec<Dossier>), b: &(Criteria, Vec<Dossier>)) -> Comparison {
    compare(
        Side { criteria: &a.0, dossiers: &a.1, agency: None },
        Side { criteria: &b.0, dossiers: &b.1, agency: None },
    )
}

fn scored(criteria: &Criteria, dossiers: &[Dossier]) -> Vec<Assessment> {
    let mut peers = Peers::default();
    for dossier in dossiers {
        peers.add(criteria, dossier);
    }
    let peers = peers.settled();
    dossiers.iter().map(|dossier| score(criteria, dossier, &peers)).collect()
}

pub(crate) fn awarded(assessment: &Assessment, node: Option<Node>) -> Points {
    node.map(|node| assessment.at(node).tally.awarded.clone()).unwrap_or_default()
}

/// Every change of a comparison that has parts.
pub(crate) fn changes(compared: &Comparison) -> impl Iterator<Item = &Change> {
    let rows = compared.pairs.iter().flat_map(|pair| &pair.rows.all);
    rows.flat_map(|row| [Some(&row.awarded), row.index.as_ref()]).flatten()
}

/// Holds that the parts of every row are the difference of the two scores.
pub(crate) fn adds_up(compared: &Comparison, a: &(Criteria, Vec<Dossier>), b: &(Criteria, Vec<Dossier>)) {
    let (of_a, of_b) = (scored(&a.0, &a.1), scored(&b.0, &b.1));
    for pair in &compared.pairs {
        let find = |all: &'_ [Assessment], pair: &Assessment| {
            all.iter().position(|it| it.agency.id == pair.agency.id).expect("it was scored")
        };
        let (before, after) = (&of_a[find(&of_a, &pair.a)], &of_b[find(&of_b, &pair.b)]);
        for row in &pair.rows.all {
            if let Some(parts) = &row.awarded.parts {
                assert_eq!(parts.whole(), &awarded(after, row.b) - &awarded(before, row.a), "{row:?}");
            }
            let index = |assessment: &Assessment, node: Option<Node>| {
                node.and_then(|node| assessment.at(node).index.clone())
            };
            if let Some(change) = &row.index {
                assert_eq!((&change.a, &change.b), (&index(before, row.a), &index(after, row.b)));
                if let (Some(parts), Some(a), Some(b)) = (&change.parts, &change.a, &change.b) {
                    assert_eq!(parts.whole(), b - a, "{row:?}");
                }
            }
        }
    }
}

/// The two sets of a case, and the luck that is left.
fn sets(luck: &[u32]) -> ([Vec<Field>; 2], [Criteria; 2], Luck<'_>) {
    let mut luck = Luck { luck, at: 0 };
    let old = first(&mut luck);
    let new = second(&mut luck, &old);
    let head = HEADS[luck.below(3)];
    let other = if luck.one_in(2) { head } else { HEADS[luck.below(3)] };
    let criteria = [sound("cu.yaml", &text("1", head, &old)), sound("moi.yaml", &text("2", other, &new))];
    ([old, new], criteria, luck)
}

#[test]
fn the_parts_add_up_to_the_whole() {
    for_luck(CASES, 48, |luck| {
        let ([old, new], [s0, s1], mut luck) = sets(luck);
        let of_a = dossiers(&s0, &anything(&s0, &old, &mut luck));
        let of_b = dossiers(&s1, &anything(&s1, &new, &mut luck));
        let (a, b) = ((s0, of_a), (s1, of_b));
        let compared = held(&a, &b);
        adds_up(&compared, &a, &b);
        assert_eq!(compared.pairs.len() + compared.only_a.len(), a.1.len());
        assert_eq!(compared.pairs.len() + compared.only_b.len(), b.1.len());
    });
}

#[test]
fn the_same_evidence_performs_the_same() {
    let (mut carried, mut left) = (0_u32, 0_u32);
    let counts = std::cell::RefCell::new((&mut carried, &mut left));
    for_luck(CASES, 48, |luck| {
        let ([old, new], [s0, s1], mut luck) = sets(luck);
        let of_a = anything(&s0, &old, &mut luck);
        let shown = format!("{old:?}\n{new:?}");
        let Same { b, carried, kept } = same(&of_a, (&old, &new), &s1, &mut luck);
        let side_a = (s0, of_a);
        let a = (side_a.0.clone(), dossiers(&side_a.0, &side_a.1));
        let said = b;
        let b = (s1.clone(), dossiers(&s1, &said));
        let compared = held(&a, &b);
        adds_up(&compared, &a, &b);
        for change in changes(&compared) {
            let parts = change.parts.clone().unwrap_or_default();
            assert!(parts.performance.is_zero(), "{change:?}\n{}\n{}\n{shown}", csv(&side_a.1), csv(&said));
        }
        // The rules, computed from the rows that fit, without the comparison.
        let (kept, carried) = (dossiers(&a.0, &kept), dossiers(&s1, &carried));
        let (of_kept, of_carried) = (scored(&a.0, &kept), scored(&s1, &carried));
        for pair in &compared.pairs {
            let of = |all: &'_ [Assessment]| all.iter().position(|it| it.agency.id == pair.a.agency.id);
            let (Some(kept), Some(carried)) = (of(&of_kept), of(&of_carried)) else { continue };
            for row in &pair.rows.all {
                let rules = &awarded(&of_carried[carried], row.b) - &awarded(&of_kept[kept], row.a);
                let parts = row.awarded.parts.clone();
                let told = || format!("{rules:?} {row:?}\n{}\n{}\n{shown}", csv(&side_a.1), csv(&said));
                assert!(parts.is_none_or(|parts| parts.rules == rules), "{}", told());
                let mut counts = counts.borrow_mut();
                if row.uncarried.is_none() { *counts.0 += 1 } else { *counts.1 += 1 }
            }
        }
    });
    assert!(carried > 1_000 && left > 1_000, "both sorts were met: {carried}, {left}");
}

#[test]
fn under_one_set_the_rules_change_nothing() {
    for_luck(CASES, 48, |luck| {
        let ([old, _], [s0, _], mut luck) = sets(luck);
        let a = dossiers(&s0, &anything(&s0, &old, &mut luck));
        let b = dossiers(&s0, &anything(&s0, &old, &mut luck));
        let (a, b) = ((s0.clone(), a), (s0, b));
        let compared = held(&a, &b);
        assert!(compared.same_criteria && compared.succeeds);
        adds_up(&compared, &a, &b);
        for change in changes(&compared) {
            let parts = change.parts.clone().unwrap_or_default();
            assert!(parts.rules.is_zero() && parts.not_carried.is_zero(), "{change:?}");
        }
        let uncarried: Vec<&Uncarried> = compared
            .pairs
            .iter()
            .flat_map(|pair| &pair.rows.all)
            .filter_map(|row| row.uncarried.as_ref())
            .collect();
        assert!(uncarried.is_empty());
    });
}
