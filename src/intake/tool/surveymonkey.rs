//! SurveyMonkey: two rows of names, the question and below it its parts; the question stands once and holds for the columns after it.
//!
//! Layout: exports of several studies, among them FiveThirtyEight's.

use super::Tool;
use super::plan::{Kind, Plan, Set};
use super::table::{Table, Top};
use crate::intake::names::{identifier, readable, unique};
use crate::locale::plain;

/// SurveyMonkey.
pub(super) const TOOL: Tool = Tool {
    name: "surveymonkey",
    knows,
    header_rows: 2,
    plan,
};

fn knows(top: &Top) -> bool {
    let first = top.begins(&[
        "RespondentID",
        "Respondent ID",
        "respondent_id",
        "Identificación del encuestado",
        "ID del encuestado",
        "ID do respondente",
        "Identificação do entrevistado",
        "ID de la personne interrogée",
        "ID du répondant",
    ]);
    // The second row, if the first bytes of the file reach it, has nothing below the tool's own columns.
    first && top.row(1).first().is_none_or(String::is_empty)
}

/// What stands below a question with one column: `Response`, `Open-Ended Response`.
fn is_whole(part: &str) -> bool {
    const WHOLE: [&str; 10] = [
        "response",
        "open ended response",
        "respuesta",
        "respuesta abierta",
        "respuesta de respuesta abierta",
        "resposta",
        "resposta aberta",
        "reponse",
        "reponse ouverte",
        "",
    ];
    WHOLE.contains(&plain(part).as_str())
}

fn plan(table: &Table) -> Plan {
    let mut plan = Plan::default();
    // Questions with their columns; what stands above carries on to the right.
    let mut questions: Vec<(String, Vec<usize>)> = Vec::new();
    for at in 0..table.profiles.len() {
        let question = readable(table.cell(0, at));
        match questions.last_mut() {
            Some((_, columns)) if question.is_empty() => columns.push(at),
            _ => questions.push((question, vec![at])),
        }
    }
    let names = questions.iter().enumerate();
    let names = names.map(|(place, (question, _))| identifier(question, place));
    let names = unique(names.collect());
    for ((question, columns), name) in questions.iter().zip(names) {
        let part = |at: usize| readable(table.cell(1, at));
        // An answer's column holds its own text, or nothing.
        let of_set = |at: &usize| {
            let part = part(*at);
            !is_whole(&part) && table.profile(*at).at_most(|value| readable(value) == part)
        };
        let items: Vec<usize> = columns.iter().copied().filter(of_set).collect();
        let filled = items.iter().any(|at| table.profile(*at).filled > 0);
        let items = if items.len() > 1 && filled {
            items
        } else {
            Vec::new()
        };
        let short = columns
            .iter()
            .map(|at| format!("{name}_{}", identifier(&part(*at), *at)));
        let short = unique(short.collect());
        for (place, at) in columns.iter().enumerate() {
            if items.first() == Some(at) {
                let named = columns
                    .iter()
                    .zip(&short)
                    .filter(|(at, _)| items.contains(at));
                let named = named.map(|(at, name)| (name.clone(), Some(part(*at))));
                let named = named.collect();
                let set = Set {
                    name: name.clone(),
                    label: Some(question.clone()),
                    kind: Kind::Filled {
                        items: items.clone(),
                    },
                    not_shown: None,
                };
                plan.set(set, named);
            } else if items.contains(at) {
                continue;
            } else if columns.len() == 1 || is_whole(&part(*at)) {
                plan.answers(
                    name.clone(),
                    Some(question.clone()),
                    *at,
                    table.profile(*at),
                );
            } else {
                let label = format!("{question}: {}", part(*at));
                plan.answers(short[place].clone(), Some(label), *at, table.profile(*at));
            }
        }
    }
    plan
}
