//! Shipped sets held against successors of theirs: every id new, some criteria gone, one come.

use cchc::criteria::{BUILTIN, Builtin, Combine, Counts, Criteria, Node};
use cchc::points::Points;

use crate::compare_laws::{Luck, adds_up, awarded, changes, held};
use crate::evidence::{dossier, evidence, for_luck, sound};

/// A set that ships, after a year: every id is new and says what it was, some criteria are gone, one has come.
struct Successor {
    criteria: Criteria,
    /// The old ids of what is gone.
    gone: Vec<String>,
}

/// How an id is called a year later.
fn later(id: &str) -> String {
    format!("n-{id}")
}

fn successor(builtin: Builtin, luck: &mut Luck<'_>) -> Successor {
    let old = sound(builtin.id, builtin.yaml);
    let mut tree: serde_yaml::Value = serde_yaml::from_str(builtin.yaml).expect("YAML");
    let named: Vec<Node> =
        old.nodes().flat_map(|node| [old.at(node).requires, old.at(node).at_most]).flatten().collect();
    let named: Vec<Node> =
        named.into_iter().chain(old.limits.iter().filter_map(|limit| limit.whose)).collect();
    // What can go without the rest being wrong: nothing points at it, every group above it only adds.
    let free = old.leaves().filter(|leaf| {
        let adds = |node: &Node| {
            let combination = old.at(*node).combination();
            combination
                .is_some_and(|combination| combination.how == Combine::Sum && combination.bands.is_none())
        };
        let asked = old.at(*leaf);
        let plain = asked.counts == Counts::Within && asked.applies_to.is_none() && !named.contains(leaf);
        plain
            && old.above(*leaf).all(|group| adds(&group))
            && old.parts(asked.parent.expect("a leaf has one")).count() > 1
    });
    let mut gone: Vec<String> = Vec::new();
    for leaf in free {
        // Of the parts of a group one at least stays.
        let first = old.parts(old.at(leaf).parent.expect("a leaf has one")).next() == Some(leaf);
        if luck.one_in(6) && !first {
            gone.push(old.at(leaf).id.to_string());
        }
    }
    let less = rewritten(&mut tree, &gone);
    let map = tree.as_mapping_mut().expect("a set is a table");
    let points = Points::read(&text_of(&map["points"])).expect("a number");
    map.insert("points".into(), (&(&points - &less) + &Points::ONE).to_string().into());
    map.insert("version".into(), "sau".into());
    map.remove("expects");
    map.remove("not-applicable-at-most");
    let come = "{ id: moi-hoan-toan, title: { vi: Mới, en: New }, points: 1, rule: yes-no, documents: [{ vi: B, en: B }] }";
    let come: serde_yaml::Value = serde_yaml::from_str(come).expect("YAML");
    map["criteria"].as_sequence_mut().expect("a list").push(come);
    let text = serde_yaml::to_string(&tree).expect("a tree can be written");
    Successor { criteria: sound("sau.yaml", &text), gone }
}

fn text_of(value: &serde_yaml::Value) -> String {
    match value.as_str() {
        Some(text) => text.to_owned(),
        None => serde_yaml::to_string(value).expect("a number can be written").trim().to_owned(),
    }
}

/// Renames every criterion under a table, with all that points at it, takes away what is gone, and gives the points
/// that went.
fn rewritten(tree: &mut serde_yaml::Value, gone: &[String]) -> Points {
    let mut less = Points::ZERO;
    let Some(map) = tree.as_mapping_mut() else { return less };
    for key in ["requires", "at-most"] {
        if let Some(id) = map.get_mut(key) {
            *id = later(&text_of(id)).into();
        }
    }
    for limit in map.get_mut("limits").and_then(|it| it.as_sequence_mut()).into_iter().flatten() {
        let whose = &mut limit["when"]["criterion"];
        if whose.as_str() != Some("any") {
            *whose = later(&text_of(whose)).into();
        }
    }
    let Some(parts) = map.get_mut("criteria").and_then(|it| it.as_sequence_mut()) else { return less };
    parts.retain(|part| {
        let gone = gone.contains(&text_of(&part["id"]));
        if gone {
            less += &Points::read(&text_of(&part["points"])).expect("a number");
        }
        !gone
    });
    for part in parts {
        let id = text_of(&part["id"]);
        let under = rewritten(part, gone);
        let part = part.as_mapping_mut().expect("a criterion is a table");
        part.insert("was".into(), vec![id.clone()].into());
        part.insert("id".into(), later(&id).into());
        if !under.is_zero() {
            let points = Points::read(&text_of(&part["points"])).expect("a number");
            let left = (&points - &under).to_string();
            part.insert("points".into(), left.into());
        }
        less += &under;
    }
    less
}

/// The sets that ship, a year later: the same evidence performs the same, and where points are only added the points
/// of what went and came are all that changes.
#[test]
fn shipped_sets_are_carried_over_to_their_successors() {
    for builtin in BUILTIN {
        let old = sound(builtin.id, builtin.yaml);
        for_luck(24, old.leaves().count() + 8, |luck| {
            let mut turn = Luck { luck, at: 0 };
            let Successor { criteria: new, gone } = successor(builtin, &mut turn);
            let (rows, _) = evidence(&old, luck);
            let rows: Vec<String> = rows.into_iter().filter(|row| !row.contains("not-applicable")).collect();
            let anew = rows.iter().filter_map(|row| {
                let mut cells: Vec<&str> = row.splitn(9, ',').collect();
                let id = later(cells[7]);
                (cells[5], cells[7]) = ("", &id);
                (!gone.iter().any(|gone| later(gone) == id)).then(|| cells.join(","))
            });
            let mut anew: Vec<String> = anew.collect();
            anew.push(
                anew.first()
                    .expect("something is answered")
                    .clone()
                    .splitn(9, ',')
                    .take(6)
                    .collect::<Vec<_>>()
                    .join(",")
                    + ",self,moi-hoan-toan,yes,\n",
            );
            let (Some(a), Some(b)) = (dossier(&old, &rows), dossier(&new, &anew)) else { return };
            let (a, b) = ((old.clone(), vec![a]), (new, vec![b]));
            let compared = held(&a, &b);
            adds_up(&compared, &a, &b);
            for change in changes(&compared) {
                assert!(change.parts.as_ref().is_none_or(|parts| parts.performance.is_zero()), "{change:?}");
            }
            let rows = &compared.pairs[0].rows;
            let went = rows.all.iter().filter(|row| row.b.is_none());
            assert_eq!(went.count(), gone.len(), "{gone:?}");
            let plain = old.nodes().all(|node| {
                let asked = old.at(node);
                asked.combination().is_none_or(|it| it.how == Combine::Sum)
                    && (asked.requires, asked.at_most, asked.counts) == (None, None, Counts::Within)
            });
            if let (Some(parts), true) = (&rows.total().awarded.parts, plain) {
                assert!(parts.rules.is_zero(), "{parts:?}");
                let of_gone = gone.iter().map(|id| awarded(&compared.pairs[0].a, old.find(id)));
                assert_eq!(parts.not_carried, &Points::ONE - &of_gone.sum::<Points>());
            }
        });
    }
}
