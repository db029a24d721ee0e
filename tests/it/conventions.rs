//! Laws of the larger language, tried on random evidence for small sets that use its words: what is left out or
//! shared out, what is missing, headings, bonuses and penalties, gates, bounds and limits.

use std::collections::BTreeMap;

use cchc::assessment::{Assessment, Outcome, Peers, score};
use cchc::criteria::{Criteria, Node};
use cchc::points::Points;

use crate::evidence::{HEAD, answer, dossier, for_luck, outcomes, printed, row, sound};

const CASES: u32 = 48;

/// A criterion of a set that is made: its keys, and its parts.
#[derive(Clone)]
struct Piece {
    keys: String,
    parts: Vec<Piece>,
}

fn leaf(id: &str, points: u32, rule: &str, more: &str) -> Piece {
    let keys = format!("id: {id}, title: T, points: {points}, rule: {rule}, documents: [B]{more}");
    Piece { keys, parts: Vec::new() }
}

fn group(id: &str, points: u32, more: &str, parts: &[Piece]) -> Piece {
    Piece { keys: format!("id: {id}, title: G, points: {points}{more}"), parts: parts.to_vec() }
}

impl Piece {
    fn text(&self) -> String {
        if self.parts.is_empty() {
            return format!("{{ {} }}", self.keys);
        }
        let parts: Vec<String> = self.parts.iter().map(Piece::text).collect();
        format!("{{ {}, criteria: [{}] }}", self.keys, parts.join(", "))
    }

    /// How many groups it is or holds.
    fn groups(&self) -> usize {
        usize::from(!self.parts.is_empty()) + self.parts.iter().map(Piece::groups).sum::<usize>()
    }

    /// Puts a heading around the parts `from..to` of its group number `at`, in the order of the file.
    fn headed(&mut self, at: &mut usize, from: usize, to: usize) {
        if self.parts.is_empty() {
            return;
        }
        if *at == 0 {
            let (from, to) = (from % self.parts.len(), to % self.parts.len());
            let (from, to) = (from.min(to), from.max(to));
            let parts = self.parts.drain(from..=to).collect();
            let keys = "id: de-muc, title: H, combine: none".to_owned();
            self.parts.insert(from, Piece { keys, parts });
        }
        *at = at.wrapping_sub(1);
        for part in &mut self.parts {
            part.headed(at, from, to);
        }
    }
}

/// A set of these points, with more keys at its head.
fn set_of(points: u32, head: &str, root: &Piece) -> Criteria {
    let parts: Vec<String> = root.parts.iter().map(|part| format!("- {}\n", part.text())).collect();
    let text =
        format!("id: bo\nversion: \"1\"\ntitle: Bộ\npoints: {points}\n{head}criteria:\n{}", parts.concat());
    sound("bo.yaml", &text)
}

fn root(parts: &[Piece]) -> Piece {
    Piece { keys: String::new(), parts: parts.to_vec() }
}

const OUT: &str = ", not-applicable: leave-out";

/// A set of 40 points in which each way of combining, a gate, a bound and a bonus stand.
fn wide() -> Piece {
    root(&[
        group(
            "s",
            10,
            "",
            &[
                leaf("s1", 4, "yes-no", ", not-applicable: leave-out"),
                leaf("s2", 3, "share", ", requires: cong"),
                group("s3", 3, "", &[leaf("s31", 1, "share", ""), leaf("s32", 2, "share", ", at-most: s31")]),
            ],
        ),
        group(
            "m",
            8,
            ", combine: mean",
            &[
                leaf("m1", 1, "share", ", weight: 2, not-applicable: leave-out"),
                leaf("m2", 3, "share", ""),
                leaf("m3", 5, "yes-no", ", weight: 2/3, requires: m2"),
            ],
        ),
        group("l", 6, ", combine: lowest", &[leaf("l1", 1, "share", OUT), leaf("l2", 2, "yes-no", "")]),
        group("h", 6, ", combine: highest", &[leaf("h1", 1, "share", ""), leaf("h2", 2, "yes-no", OUT)]),
        group(
            "d",
            6,
            ", combine: deduct",
            &[leaf("d1", 3, "share", OUT), leaf("d2", 5, "share", ", at-most: s1")],
        ),
        group(
            "b",
            4,
            ", bands: [{ from: 75%, points: 4 }, { from: 25%, below: 75%, points: 1 }, { below: 25%, points: 0 }]",
            &[leaf("b1", 2, "share", ""), leaf("b2", 2, "{ count: { each: 0.5 } }", OUT)],
        ),
        leaf("cong", 0, "yes-no", OUT),
        leaf("thuong", 3, "{ count: { each: 1 } }", ", bonus: true, requires: l2"),
        group("thuong-nhom", 2, ", bonus: true", &[leaf("t1", 1, "yes-no", ""), leaf("t2", 1, "share", OUT)]),
    ])
}

const WIDE_HEAD: &str = "grades:\n- { id: a, title: A, from: 70% }\n- { id: b, title: B, from: 40% }\n- { id: c, title: C }\n\
    limits:\n- { when: { criterion: m, below: 50% }, grade-at-most: b, because: Vì }\n\
    - { when: { criterion: s2, is: zero }, grade-at-most: b, because: Vì }\n\
    - { when: { criterion: cong, answer: no }, grade-at-most: c, because: Vì }\n\
    - { when: { criterion: d1, is: missing }, grade-at-most: c, because: Vì }\n";

/// Answers by criterion, as they stand in `answer` and `note` of a row.
type Answers = BTreeMap<Node, String>;

fn answers(criteria: &Criteria, luck: &[u32]) -> Answers {
    let answered = criteria.leaves().zip(luck);
    answered.filter_map(|(leaf, luck)| Some((leaf, answer(criteria, leaf, *luck)?.0))).collect()
}

fn rows(criteria: &Criteria, answers: &Answers) -> Vec<String> {
    answers.iter().map(|(node, cell)| row(criteria, *node, cell)).collect()
}

/// Their score. Something has to be said of an agency, and be it a note.
fn scored(criteria: &Criteria, answers: &Answers) -> Assessment {
    let mut rows = rows(criteria, answers);
    if rows.is_empty() {
        let first = criteria.leaves().next().expect("a set has leaves");
        rows.push(row(criteria, first, ",Chưa có số liệu"));
    }
    score(criteria, &dossier(criteria, &rows).expect("there are rows"), &Peers::default())
}

fn node(criteria: &Criteria, id: &str) -> Node {
    criteria.find(id).unwrap_or_else(|| panic!("no {id}"))
}

fn many(leaves: &Criteria) -> usize {
    leaves.leaves().count()
}

const ABSENT: &str = "not-applicable,Không phát sinh";

/// Twenty points, four of which have a convention: a group of ten with a group in it, and a field beside it.
fn under(convention: &str) -> Criteria {
    let a = leaf("a", 4, "yes-no", &format!(", not-applicable: {convention}"));
    let c = group("c", 3, "", &[leaf("c1", 1, "share", ""), leaf("c2", 2, "yes-no", "")]);
    let parts = [group("g", 10, "", &[a, leaf("b", 3, "share", ""), c]), leaf("d", 10, "share", "")];
    set_of(20, "", &root(&parts))
}

/// The same evidence twice: `a` answered, and `a` not applicable.
fn with_and_without(convention: &str, law: impl Fn(&Criteria, &Assessment, &Assessment)) {
    let criteria = under(convention);
    for_luck(CASES, many(&criteria), |luck| {
        let mut said = answers(&criteria, luck);
        let a = node(&criteria, "a");
        said.insert(a, "yes,".to_owned());
        let with = scored(&criteria, &said);
        said.insert(a, ABSENT.to_owned());
        law(&criteria, &with, &scored(&criteria, &said));
    });
}

fn others<'c>(criteria: &'c Criteria, ids: &'c [&str]) -> impl Iterator<Item = Node> + 'c {
    criteria.leaves().filter(|leaf| ids.contains(&criteria.at(*leaf).id.as_str()))
}

#[test]
fn what_is_left_out_leaves_the_total_and_nothing_else() {
    with_and_without("leave-out", |criteria, with, without| {
        for leaf in others(criteria, &["b", "c1", "c2", "d"]) {
            assert_eq!(with.at(leaf).tally, without.at(leaf).tally);
        }
        let (before, after) = (&with.total().tally, &without.total().tally);
        assert_eq!(after.applicable, &before.applicable - &Points::whole(4));
        assert_eq!(after.awarded, &before.awarded - &Points::whole(4));
        assert_eq!(after.excused, Points::whole(4));
        let share = after.awarded.over(&after.applicable).expect("something applies");
        assert_eq!(without.total().index, Some(&share * &Points::whole(100)));
    });
}

#[test]
fn what_is_shared_out_keeps_the_total_and_the_ratio_of_siblings() {
    with_and_without("share-out", |criteria, with, without| {
        assert_eq!(without.total().tally.applicable, with.total().tally.applicable);
        assert_eq!(without.total().tally.excused, Points::whole(4));
        // Six points carry ten.
        let grown = Points::whole(10).over(&Points::whole(6)).expect("six is not zero");
        for leaf in others(criteria, &["b", "c1", "c2"]) {
            let (before, after) = (&with.at(leaf).tally, &without.at(leaf).tally);
            assert_eq!(after.awarded, &before.awarded * &grown);
            assert_eq!(after.applicable, &before.applicable * &grown);
        }
        for leaf in others(criteria, &["d"]) {
            assert_eq!(with.at(leaf).tally, without.at(leaf).tally);
        }
    });
}

#[test]
fn full_and_zero_keep_the_points() {
    for (convention, awarded) in [("full", 4), ("zero", 0)] {
        with_and_without(convention, |criteria, with, without| {
            let a = node(criteria, "a");
            assert_eq!(without.at(a).tally.awarded, Points::whole(awarded));
            assert_eq!(without.at(a).tally.excused, Points::whole(4));
            assert_eq!(without.total().tally.applicable, with.total().tally.applicable);
            for leaf in others(criteria, &["b", "c1", "c2", "d"]) {
                assert_eq!(with.at(leaf).tally, without.at(leaf).tally);
            }
        });
    }
}

/// An answer that earns nothing.
fn nothing(criteria: &Criteria, leaf: Node) -> &'static str {
    match criteria.at(leaf).rule().expect("a leaf has a rule").kind.word() {
        "yes-no" => "no,",
        "share" => "0/7,",
        _ => "0,",
    }
}

#[test]
fn what_is_missing_does_no_better_than_a_zero() {
    let criteria = set_of(40, WIDE_HEAD, &wide());
    for_luck(CASES, many(&criteria), |luck| {
        let mut said = answers(&criteria, luck);
        for leaf in criteria.leaves() {
            let kept = said.insert(leaf, nothing(&criteria, leaf).to_owned());
            let zero = scored(&criteria, &said);
            said.remove(&leaf);
            let missing = scored(&criteria, &said);
            for node in criteria.nodes() {
                let (zero, missing) = (zero.at(node), missing.at(node));
                let id = &criteria.at(node).id;
                assert!(missing.tally.awarded <= zero.tally.awarded, "{id}");
                assert!(missing.index <= zero.index, "{id}");
                // The lower a grade, the higher its place in the list.
                if let (Some(missing), Some(zero)) = (missing.grade, zero.grade) {
                    assert!(missing >= zero, "{id}");
                }
            }
            // Every limit that a zero hits a missing answer hits too.
            for hit in &zero.limited_by {
                assert!(missing.limited_by.iter().any(|other| other.limit == hit.limit));
            }
            said.extend(kept.map(|kept| (leaf, kept)));
        }
    });
}

#[test]
fn what_is_excused_triggers_no_limit_and_closes_no_gate() {
    let head = "grades:\n- { id: a, title: A, from: 50% }\n- { id: b, title: B }\nlimits:\n\
        - { when: { criterion: a, is: zero }, grade-at-most: b, because: Vì }\n\
        - { when: { criterion: a, below: 90% }, grade-at-most: b, because: Vì }\n\
        - { when: { criterion: any, is: zero }, grade-at-most: b, because: Vì }\n\
        - { when: { criterion: any, is: missing }, grade-at-most: b, because: Vì }\n";
    for convention in ["leave-out", "share-out", "full", "zero"] {
        let a = leaf("a", 4, "yes-no", &format!(", not-applicable: {convention}"));
        let parts = [a, leaf("b", 3, "share", ", requires: a"), leaf("c", 3, "share", ", at-most: a")];
        let criteria = set_of(10, head, &root(&parts));
        let free = set_of(
            10,
            head,
            &root(&[parts[0].clone(), leaf("b", 3, "share", ""), leaf("c", 3, "share", "")]),
        );
        for_luck(CASES, many(&criteria), |luck| {
            let mut said = answers(&criteria, luck);
            let a = node(&criteria, "a");
            said.insert(a, ABSENT.to_owned());
            let assessment = scored(&criteria, &said);
            assert!(assessment.limited_by.iter().all(|hit| !hit.nodes.contains(&a)), "{convention}");
            let open = scored(&free, &said);
            for node in criteria.nodes() {
                assert_eq!(assessment.at(node).tally, open.at(node).tally, "{convention}");
            }
        });
    }
}

/// Sets in which a heading can be put anywhere.
fn sets_to_head() -> [(u32, &'static str, Piece); 3] {
    let shared = ", not-applicable: share-out";
    let out = root(&[
        group(
            "g",
            10,
            "",
            &[
                leaf("a", 4, "yes-no", shared),
                leaf("b", 3, "share", ""),
                group("c", 3, "", &[leaf("c1", 1, "share", shared), leaf("c2", 2, "share", "")]),
            ],
        ),
        leaf("d", 10, "share", shared),
        leaf("e", 5, "share", ", scored-by: survey"),
    ]);
    let mean = root(&[
        leaf("a", 4, "share", ", weight: 3, not-applicable: leave-out"),
        group(
            "g",
            7,
            ", combine: mean, weight: 1/2",
            &[leaf("b", 1, "share", ", weight: 5"), leaf("c", 2, "yes-no", OUT)],
        ),
        leaf("d", 2, "share", ", scored-by: survey"),
        leaf("e", 2, "share", ", bonus: true"),
    ]);
    [(40, WIDE_HEAD, wide()), (25, "", out), (12, "combine: mean\n", mean)]
}

#[test]
fn a_heading_between_changes_nothing_else() {
    for (points, head, plain) in sets_to_head() {
        let bare = set_of(points, head, &plain);
        for_luck(CASES, many(&bare) + 3, |luck| {
            let [at, from, to] = [0, 1, 2].map(|n| luck[n] as usize / 7);
            let mut piece = plain.clone();
            piece.headed(&mut (at % plain.groups()), from, to);
            let headed = set_of(points, head, &piece);
            let said = answers(&bare, &luck[3..]);
            let moved = said.iter().map(|(leaf, cell)| {
                let id = bare.at(*leaf).id.as_str();
                (node(&headed, id), cell.clone())
            });
            let (before, after) = (scored(&bare, &said), scored(&headed, &moved.collect()));
            for one in bare.nodes() {
                let id = bare.at(one).id.as_str();
                let other = if one == Node::ROOT { one } else { node(&headed, id) };
                let (one, other) = (before.at(one), after.at(other));
                let said = piece.text();
                assert_eq!(one.tally, other.tally, "{id} in {said}");
                assert_eq!(
                    (&one.index, one.grade, one.provisional),
                    (&other.index, other.grade, other.provisional),
                    "{id}"
                );
            }
            assert_eq!(before.parts, after.parts, "{}", piece.text());
        });
    }
}

#[test]
fn scoring_twice_in_any_order_gives_the_same_bytes() {
    let criteria = set_of(40, WIDE_HEAD, &wide());
    for_luck(CASES, many(&criteria), |luck| {
        let mut rows = rows(&criteria, &answers(&criteria, luck));
        if rows.is_empty() {
            return;
        }
        let print = |rows: &[String]| {
            let dossier = dossier(&criteria, rows).expect("there are rows");
            printed(&criteria, &[score(&criteria, &dossier, &Peers::default())])
        };
        let first = print(&rows);
        assert_eq!(print(&rows), first);
        let many = rows.len();
        rows.reverse();
        rows.rotate_left(luck[0] as usize % many);
        assert_eq!(print(&rows), first);
    });
}

#[test]
fn the_whole_is_what_each_role_gives_of_it() {
    let survey = ", scored-by: survey";
    let tree = root(&[
        group("g", 10, "", &[leaf("a", 6, "share", OUT), leaf("b", 4, "share", survey)]),
        group("k", 6, ", scored-by: appraisal", &[leaf("c", 6, "yes-no", ", not-applicable: full")]),
        leaf("d", 4, "share", &format!("{OUT}{survey}")),
        leaf("thuong", 3, "{ count: { each: 1 } }", &format!(", bonus: true{survey}")),
        group("thuong-nhom", 2, ", bonus: true", &[leaf("t1", 1, "yes-no", ""), leaf("t2", 1, "share", "")]),
        group("phat-nhom", 2, ", penalty: true", &[leaf("p1", 2, "share", "")]),
    ]);
    let criteria = set_of(20, "", &tree);
    let sum = |assessment: &Assessment, what: fn(&cchc::assessment::Tally) -> &Points| -> Points {
        assessment.parts.iter().map(|part| what(&part.tally)).sum()
    };
    for_luck(CASES, many(&criteria), |luck| {
        let mut said = answers(&criteria, luck);
        said.entry(node(&criteria, "p1")).or_insert_with(|| "1/3,".to_owned());
        let assessment = scored(&criteria, &said);
        let total = &assessment.total().tally;
        assert_eq!(sum(&assessment, |tally| &tally.awarded), total.awarded);
        assert_eq!(sum(&assessment, |tally| &tally.points), total.points);
        assert_eq!(sum(&assessment, |tally| &tally.applicable), total.applicable);
        assert_eq!(sum(&assessment, |tally| &tally.answered), total.answered);
        assert_eq!(sum(&assessment, |tally| &tally.excused), total.excused);
    });
}

#[test]
fn a_bonus_only_raises_and_a_penalty_only_lowers() {
    for combine in ["sum", "mean", "lowest", "highest", "deduct"] {
        let tree = root(&[
            leaf("a", 6, "share", ""),
            leaf("b", 4, "share", OUT),
            leaf("thuong", 3, "{ count: { each: 1 } }", ", bonus: true, not-applicable: leave-out"),
            leaf("phat", 2, "{ count: { each: 0.5 } }", ", penalty: true"),
        ]);
        let criteria = set_of(10, &format!("combine: {combine}\n"), &tree);
        for_luck(CASES / 4, many(&criteria), |luck| {
            let mut said = answers(&criteria, luck);
            let [bonus, penalty] = ["thuong", "phat"].map(|id| node(&criteria, id));
            said.insert(penalty, "0,".to_owned());
            said.remove(&bonus);
            let plain = scored(&criteria, &said);
            let apart = |assessment: &Assessment| {
                let tally = &assessment.total().tally;
                (tally.points.clone(), tally.applicable.clone(), tally.answered.clone())
            };
            for (cell, raised) in [("0,", 0), ("2,", 2), ("9,", 3), (ABSENT, 0)] {
                said.insert(bonus, cell.to_owned());
                let with = scored(&criteria, &said);
                assert_eq!(apart(&with), apart(&plain), "{combine}");
                assert_eq!(&with.total().tally.awarded - &plain.total().tally.awarded, Points::whole(raised));
                assert!(with.total().index >= plain.total().index);
            }
            said.remove(&bonus);
            for (cell, lowered) in [("2,", 1), ("4,", 2), ("9,", 2)] {
                said.insert(penalty, cell.to_owned());
                let with = scored(&criteria, &said);
                assert_eq!(apart(&with), apart(&plain), "{combine}");
                assert_eq!(
                    &plain.total().tally.awarded - &with.total().tally.awarded,
                    Points::whole(lowered)
                );
                assert!(with.total().index <= plain.total().index);
            }
        });
    }
}

/// Gates and limits read what a bonus has of its own points, since nothing of it is applicable.
#[test]
fn a_bonus_may_be_a_gate_and_a_limit() {
    let head = "grades:\n- { id: a, title: A, from: 50% }\n- { id: b, title: B }\nlimits:\n\
        - { when: { criterion: thuong, below: 50% }, grade-at-most: b, because: Vì }\n";
    let tree = root(&[
        leaf("a", 10, "share", ", requires: thuong"),
        leaf("thuong", 3, "{ count: { each: 1 } }", ", bonus: true"),
    ]);
    let criteria = set_of(10, head, &tree);
    for (count, earned, hits) in [(0, 0, 1), (1, 0, 1), (2, 0, 0), (3, 8, 0)] {
        let said = [("a", "8/10,".to_owned()), ("thuong", format!("{count},"))];
        let assessment =
            scored(&criteria, &said.into_iter().map(|(id, cell)| (node(&criteria, id), cell)).collect());
        assert_eq!(assessment.at(node(&criteria, "a")).tally.awarded, Points::whole(earned), "{count}");
        assert_eq!(assessment.limited_by.len(), hits, "{count}");
    }
}

/// A limit on an answer that earns nothing is not escaped by saying nothing; one on an answer that earns is.
#[test]
fn silence_escapes_no_limit_on_a_zero() {
    let head = "limits:\n- { when: { criterion: tu-cham, answer: no }, score: void, because: Vì }\n\
        - { when: { criterion: ky-luat, answer: yes }, score: void, because: Vì }\n";
    let tree = root(&[
        leaf("a", 10, "share", ""),
        leaf("tu-cham", 0, "yes-no", ", not-applicable: leave-out"),
        leaf("ky-luat", 0, "yes-no", ""),
    ]);
    let criteria = set_of(10, head, &tree);
    for (own, hits) in [("yes,", 0), ("no,", 1), ("", 1), (ABSENT, 0)] {
        let mut said: Answers = [(node(&criteria, "a"), "1/2,".to_owned())].into();
        if !own.is_empty() {
            said.insert(node(&criteria, "tu-cham"), own.to_owned());
        }
        let assessment = scored(&criteria, &said);
        assert_eq!(assessment.limited_by.len(), hits, "{own}");
        assert_eq!(assessment.total().outcome == Outcome::Void, hits == 1, "{own}");
    }
}

/// What was decided with its group is not known by itself: as a gate it is open, as a bound it bounds nothing.
#[test]
fn a_gate_that_was_decided_with_its_group_is_open() {
    let tree = root(&[
        group("g", 4, "", &[leaf("a", 4, "yes-no", "")]),
        leaf("b", 3, "share", ", requires: a"),
        leaf("c", 3, "share", ", at-most: a"),
    ]);
    let criteria = set_of(10, "", &tree);
    let said = [("g", "points=4,Theo biên bản"), ("b", "1/1,"), ("c", "1/1,")];
    let assessment = scored(
        &criteria,
        &said.into_iter().map(|(id, cell)| (node(&criteria, id), cell.to_owned())).collect(),
    );
    assert!(matches!(assessment.at(node(&criteria, "a")).outcome, Outcome::DecidedAbove(_)));
    assert_eq!(assessment.total().tally.awarded, Points::whole(10));
}

/// A criterion of no points that is excused as full, or as zero, has that share in a mean.
#[test]
fn what_has_no_points_keeps_its_share_when_it_is_excused() {
    for (convention, awarded) in [("full", 10), ("zero", 5), ("leave-out", 10)] {
        let a = leaf("a", 0, "yes-no", &format!(", not-applicable: {convention}"));
        let criteria = set_of(10, "combine: mean\n", &root(&[a, leaf("b", 1, "share", "")]));
        let said = [("a", ABSENT), ("b", "1/1,")];
        let assessment = scored(
            &criteria,
            &said.into_iter().map(|(id, cell)| (node(&criteria, id), cell.to_owned())).collect(),
        );
        assert_eq!(assessment.total().tally.awarded, Points::whole(awarded), "{convention}");
    }
}

/// A heading has no points of its own that could be decided for its parts.
#[test]
fn a_heading_is_not_decided() {
    let mut tree = root(&[leaf("a", 10, "share", "")]);
    tree.headed(&mut 0, 0, 0);
    let criteria = set_of(10, "", &tree);
    let rows = format!("{HEAD}{}", row(&criteria, node(&criteria, "de-muc"), "points=0,Theo biên bản"));
    let said: Vec<String> = outcomes(&criteria, "phieu.csv", &rows).collect();
    assert!(said.len() == 1 && said[0].contains("AnswerOnGroup"), "{said:?}");
}
