//! REDCap: `field___code` for each answer of a question of several, `form_complete` after each form; with labels,
//! «Question (choice=Answer)».
//!
//! Layout: after REDCap's guides to its exports and data dictionary; no export of a server of ours was at hand to hold it against.

use super::Tool;
use super::plan::{Kind, Plan, Set};
use super::splits::flag;
use super::table::{Table, Top};
use crate::codebook::{Code, ValueLabel};
use crate::error::Error;
use crate::intake::names::{identifier, is_code, readable, unique};
use crate::locale::Text;

/// REDCap.
pub(super) const TOOL: Tool = Tool {
    name: "redcap",
    knows,
    header_rows: 1,
    plan,
};

fn knows(top: &Top) -> bool {
    let names = top.row(0);
    let any = |is: fn(&str) -> bool| names.iter().any(|name| is(name));
    let complete = any(|name| name.ends_with("_complete"));
    let answers = any(|name| name.contains("___"));
    let event = top.has(&[
        "redcap_event_name",
        "redcap_repeat_instrument",
        "redcap_data_access_group",
    ]);
    event
        || (complete && (answers || top.begins(&["record_id", "study_id", "participant_id"])))
        || any(|name| name.contains("(choice="))
        || (top.begins(&["Record ID", "Study ID"])
            && names.iter().filter(|name| *name == "Complete?").count() > 0)
}

/// The question and the answer of a column.
fn parted(name: &str) -> Option<(&str, &str)> {
    if let Some((stem, code)) = name.split_once("___") {
        return (is_code(stem) && !code.is_empty()).then_some((stem, code));
    }
    let (question, answer) = name.strip_suffix(')')?.rsplit_once("(choice=")?;
    Some((question.trim(), answer.trim()))
}

fn plan(table: &Table) -> Plan {
    let mut plan = Plan::default();
    let names = table.names();
    let mut sets: Vec<(&str, Vec<(usize, String)>)> = Vec::new();
    for (at, name) in names.iter().enumerate() {
        let answers = table.profile(at).at_most(|value| flag(value).is_some());
        if let Some((stem, answer)) = parted(name).filter(|_| answers) {
            match sets.last_mut() {
                Some((known, items)) if *known == stem => items.push((at, answer.into())),
                _ => sets.push((stem, vec![(at, answer.into())])),
            }
        }
    }
    let code = |name: &str, at: usize| match is_code(name) {
        true => name.to_string(),
        false => identifier(name, at),
    };
    // Questions by their columns; a set stands where its first answer does.
    let first = |at: usize| sets.iter().position(|(_, items)| items[0].0 == at);
    let within = |at: usize| {
        sets.iter()
            .any(|(_, items)| items.iter().any(|(item, _)| *item == at))
    };
    let own: Vec<usize> = (0..names.len())
        .filter(|at| first(*at).is_some() || !within(*at))
        .collect();
    let short = own.iter().map(|at| match first(*at) {
        Some(place) => code(sets[place].0, *at),
        None => code(&names[*at], *at),
    });
    let short = unique(short.collect());
    for (at, name) in own.iter().zip(short) {
        let label = |text: &str| (!is_code(text)).then(|| readable(text));
        let Some(place) = first(*at) else {
            plan.answers(name.clone(), label(&names[*at]), *at, table.profile(*at));
            let forms = name.ends_with("_complete");
            if let Some(column) = plan.columns.last_mut().filter(|_| forms) {
                column.values = completed();
            }
            continue;
        };
        let (question, items) = &sets[place];
        let warning = Error::new("unanswered_looks_like_no").with("value", name.clone());
        plan.warnings.push(warning);
        let items_named = items.iter().map(|(at, answer)| match label(&names[*at]) {
            Some(_) => (
                format!("{name}___{}", code(answer, *at)),
                Some(readable(answer)),
            ),
            None => (names[*at].clone(), None),
        });
        let items_named = items_named.collect();
        let set = Set {
            name: name.clone(),
            label: label(question),
            kind: Kind::Flags {
                items: items.clone(),
                summary: None,
            },
            not_shown: None,
        };
        plan.set(set, items_named);
    }
    plan
}

/// What the three states of a form are called.
fn completed() -> Vec<ValueLabel> {
    let states = ["Incomplete", "Unverified", "Complete"].iter().enumerate();
    let value = |(code, label): (usize, &&str)| ValueLabel {
        code: Code::Number(code as f64),
        label: Text::Plain(label.to_string()),
    };
    states.map(value).collect()
}
