//! A criterion explained: how it is scored, what proves it, what earns how much.

use std::io;

use super::sheet::{Align, Cell, Column, Rows};
use super::tree::Tree;
use crate::criteria::{Criteria, Criterion, Node};
use crate::id::Id;
use crate::lang::{Lang, Text};
use crate::wording::{self, percent, points};

/// The whole set, a line for each criterion.
///
/// # Errors
/// When it cannot be written.
pub fn outline(criteria: &Criteria, lang: Lang, out: &mut dyn Rows) -> io::Result<()> {
    let nodes: Vec<Node> = criteria.nodes().skip(1).collect();
    let tree = Tree::of(criteria, Node::ROOT, &nodes);
    out.columns(&tree.columns(lang, false))?;
    for node in nodes {
        let rule = wording::rule(lang, criteria.at(node));
        let said = rule.map(|rule| format!("→ {}", rule.sentence.trim_end_matches([':', '.'])));
        tree.row(criteria, node, lang, said.as_slice(), None, out)?;
    }
    out.end()
}

/// A node in full: lines before and after the table of what earns how much, which is handed to `out`.
///
/// # Errors
/// When the table cannot be written.
pub fn explained(
    criteria: &Criteria,
    node: Node,
    lang: Lang,
    out: &mut dyn Rows,
) -> io::Result<(Vec<String>, Vec<String>)> {
    let labels = wording::labels(lang);
    let asked = criteria.at(node);
    let mut before = vec![format!("{}  {}", asked.id, asked.title.in_lang(lang))];
    if node == Node::ROOT {
        before[0] = format!("{}  {}", criteria.identity.name(), criteria.title.in_lang(lang));
    }
    before.push(format!("{}: {}", labels.points, points(&asked.points)));
    before.extend(who(criteria, node, lang));
    let mut after = Vec::new();
    if let Some(rule) = wording::rule(lang, asked) {
        before.push(String::new());
        before.push(rule.sentence);
        let titled = rule.earnings.iter().any(|earning| !earning.meaning.is_empty());
        if !rule.earnings.is_empty() {
            let mut columns = vec![Column::new(labels.answer, Align::Left)];
            if titled {
                columns.push(Column::new(labels.meaning, Align::Wide));
            }
            columns.push(Column::new(labels.awarded, Align::Right));
            out.columns(&columns)?;
            for earning in &rule.earnings {
                let mut cells = vec![Cell::text(&earning.answer)];
                if titled {
                    cells.push(Cell::text(&earning.meaning));
                }
                cells.push(Cell::text(&earning.points));
                out.row(&cells)?;
            }
            out.end()?;
        }
        let answers: Vec<String> = rule.answers.iter().map(|answer| format!("`{answer}`")).collect();
        after.push(format!("{}: {}", labels.answer, answers.join(", ")));
        after.push(format!("{}: {}", labels.when_not_applicable, wording::when_not_applicable(lang, asked)));
    } else {
        let parts: Vec<String> = criteria
            .parts(node)
            .map(|part| {
                let part = criteria.at(part);
                format!("{} {} ({})", part.id, part.title.in_lang(lang), points(&part.points))
            })
            .collect();
        after.push(format!("{}: {}", labels.parts, parts.join("; ")));
    }
    after.extend(grades(asked, lang));
    after.extend(listed(labels.documents, &asked.documents, lang));
    after.extend(said(labels.advice, asked.advice.as_ref(), lang));
    after.extend(said(labels.note, asked.note.as_ref(), lang));
    after.extend(listed(labels.basis, &asked.basis, lang));
    Ok((before, after))
}

fn who(criteria: &Criteria, node: Node, lang: Lang) -> Vec<String> {
    let labels = wording::labels(lang);
    let asked = criteria.at(node);
    let mut lines = Vec::new();
    if node != Node::ROOT {
        lines.push(format!("{}: {}", labels.scored_by, wording::role(lang, asked.scored_by)));
    }
    if let Some(kinds) = &asked.applies_to {
        let kinds: Vec<&str> = kinds.iter().map(Id::as_str).collect();
        lines.push(format!("{}: {}", labels.applies_to, kinds.join(", ")));
    }
    lines
}

fn grades(asked: &Criterion, lang: Lang) -> Option<String> {
    if asked.grades.is_empty() {
        return None;
    }
    let grades: Vec<String> = asked
        .grades
        .iter()
        .map(|grade| {
            let title = grade.title.in_lang(lang);
            grade
                .from
                .as_ref()
                .map_or_else(|| title.to_owned(), |from| format!("{title} ≥ {}", percent(from)))
        })
        .collect();
    Some(format!("{}: {}", wording::labels(lang).grades, grades.join("; ")))
}

fn listed(label: &str, texts: &[Text], lang: Lang) -> Option<String> {
    let texts: Vec<&str> = texts.iter().map(|text| text.in_lang(lang)).collect();
    (!texts.is_empty()).then(|| format!("{label}: {}", texts.join("; ")))
}

fn said(label: &str, text: Option<&Text>, lang: Lang) -> Option<String> {
    text.map(|text| format!("{label}: {}", text.in_lang(lang)))
}
