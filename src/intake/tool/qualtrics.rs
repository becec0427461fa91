//! Qualtrics: three rows of names, the third with what it imports by: codes, questions, `{"ImportId":"QID1"}`.
//!
//! Layout: Qualtrics' guide to its data sets, and exports of several studies.

use super::Tool;
use super::plan::{Kind, Plan, Set};
use super::table::{Table, Top};
use crate::intake::names::{is_code, readable};

/// Qualtrics.
pub(super) const TOOL: Tool = Tool {
    name: "qualtrics",
    knows,
    header_rows: 3,
    plan,
};

/// Between a question and one of its answers.
const BETWEEN: &str = " - ";

fn knows(top: &Top) -> bool {
    // Questions can be so long that the first bytes of a file hold no third row.
    if top.rows.len() < 3 {
        return top.has(&["ResponseId"]) && top.has(&["RecordedDate"]);
    }
    let ids = top.row(2);
    let filled = ids.iter().filter(|cell| !cell.is_empty()).count();
    let is_id = |cell: &&String| cell.starts_with('{') && cell.contains("\"ImportId\"");
    let known = ids.iter().filter(is_id).count();
    known > 0 && known * 2 > filled
}

/// The answer that a column stands for: `Q3_2` is the second of `Q3`.
fn parted(name: &str) -> Option<(&str, &str)> {
    let (stem, answer) = name.rsplit_once('_')?;
    let number = !answer.is_empty() && answer.bytes().all(|byte| byte.is_ascii_digit());
    (number && !stem.is_empty()).then_some((stem, answer))
}

fn plan(table: &Table) -> Plan {
    let mut plan = Plan::default();
    let names = table.names();
    let question = |at: usize| readable(table.cell(1, at));
    let sets = sets(&names, table);
    for (at, name) in names.iter().enumerate() {
        if let Some((stem, items)) = sets.iter().find(|(_, items)| items[0] == at) {
            let label = question(at);
            let label = label.rsplit_once(BETWEEN).map(|(question, _)| question);
            let label = label.map(|label| {
                let selected = label.strip_suffix(" - Selected Choice");
                selected.unwrap_or(label).to_string()
            });
            let items_named = items.iter().map(|item| {
                let answer = question(*item);
                let answer = answer
                    .rsplit_once(BETWEEN)
                    .map(|(_, answer)| answer.to_string());
                (names[*item].clone(), answer)
            });
            let items_named = items_named.collect();
            let set = Set {
                name: stem.to_string(),
                label,
                kind: Kind::Filled {
                    items: items.clone(),
                },
                not_shown: None,
            };
            plan.set(set, items_named);
        } else if !sets.iter().any(|(_, items)| items.contains(&at)) {
            if name == "UserLanguage" {
                let languages = table.profile(at).values.keys();
                plan.languages = languages
                    .map(|language| crate::host::lower(language))
                    .collect();
            }
            let label = Some(question(at)).filter(|label| label != name);
            plan.answers(name.clone(), label, at, table.profile(at));
        }
    }
    plan
}

/// Columns of one question each of which holds its own answer or nothing: its text, its number, or 1.
fn sets<'a>(names: &'a [String], table: &Table) -> Vec<(&'a str, Vec<usize>)> {
    let mut sets: Vec<(&str, Vec<usize>)> = Vec::new();
    for (at, name) in names.iter().enumerate() {
        let Some((stem, number)) = parted(name).filter(|(stem, _)| is_code(stem)) else {
            continue;
        };
        let question = readable(table.cell(1, at));
        let Some((_, answer)) = question.rsplit_once(BETWEEN) else {
            continue;
        };
        let own = |value: &str| value == answer || value == number || matches!(value, "1" | "-99");
        if !table.profile(at).at_most(own) {
            continue;
        }
        match sets.last_mut() {
            Some((known, items)) if *known == stem => items.push(at),
            _ => sets.push((stem, vec![at])),
        }
    }
    // The items of a battery in which everybody gave the same answer look alike in one column, not in all.
    sets.retain(|(stem, items)| {
        let of_stem = |name: &&String| parted(name).is_some_and(|(known, _)| known == *stem);
        let filled = items.iter().any(|item| table.profile(*item).filled > 0);
        items.len() > 1 && filled && items.len() == names.iter().filter(of_stem).count()
    });
    sets
}
