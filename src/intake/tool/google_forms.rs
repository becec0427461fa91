//! Google Forms: a column with the time, questions as names, the answers of a question of several joined by a comma and a space.
//!
//! Layout: response sheets in the four languages.

use super::Tool;
use super::joined::Joined;
use super::plan::{Kind, Plan, Set};
use super::table::Table;
use crate::error::Error;
use crate::intake::names::{identifier, readable, unique};

/// Google Forms.
pub(super) const TOOL: Tool = Tool {
    name: "google_forms",
    knows: |top| {
        top.begins(&[
            "Timestamp",
            "Marca temporal",
            "Carimbo de data/hora",
            "Horodateur",
        ]) && top.row(0).iter().skip(1).any(|name| name.contains(' '))
    },
    header_rows: 1,
    plan: |table| questions(table, 1),
};

/// Columns whose names are questions, after `own` columns of the tool.
pub(super) fn questions(table: &Table, own: usize) -> Plan {
    let mut plan = Plan::default();
    let questions = table.names();
    let short = questions.iter().enumerate();
    let short = unique(
        short
            .map(|(at, question)| identifier(question, at))
            .collect(),
    );
    for (at, (question, name)) in questions.iter().zip(&short).enumerate() {
        let label = Some(readable(question));
        let profile = table.profile(at);
        if question.is_empty() && profile.filled == 0 {
            continue;
        }
        let solved = match at < own {
            true => None,
            false => Joined::semicolons(profile)
                .map(|joined| (joined, Vec::new()))
                .or_else(|| {
                    let solved = Joined::commas(profile)?;
                    Some((solved.joined, solved.ambiguous))
                }),
        };
        let Some((answers, ambiguous)) = solved else {
            plan.answers(name.clone(), label, at, profile);
            continue;
        };
        if !ambiguous.is_empty() {
            plan.warnings.push(
                Error::new("ambiguous_answers")
                    .in_column(name.clone())
                    .with("values", ambiguous),
            );
        }
        let options = answers.options.iter().enumerate();
        let codes = options.map(|(item, option)| format!("{name}_{}", identifier(option, item)));
        let labels = answers.options.iter().cloned().map(Some);
        let mut items: Vec<_> = unique(codes.collect()).into_iter().zip(labels).collect();
        if answers.other {
            items.push((format!("{name}_other"), None));
            // The words themselves stay.
            plan.column(format!("{name}_text"), label.clone(), at);
        }
        let set = Set {
            name: name.clone(),
            label,
            kind: Kind::Joined {
                column: at,
                answers,
            },
            not_shown: None,
        };
        plan.set(set, items);
    }
    plan
}
