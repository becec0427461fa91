//! KoboToolbox, ODK Central and SurveyCTO: one family of forms, three ways to write them.
//!
//! Layouts: KoboToolbox's formpack and its exports, of which some were at hand; ODK Central and SurveyCTO after their documentation and the
//! sources of `briefcase.js`, without an export of a server to hold them against.

use super::Tool;
use super::plan::{Kind, Plan, Set};
use super::splits::{self, Split};
use super::table::{Table, Top};
use crate::error::Error;
use crate::intake::names::{identifier, is_code, readable, unique};
use std::collections::BTreeMap;

/// KoboToolbox: `;`, everything in quotes, `/` between groups, its own columns after the questions.
pub(super) const KOBO: Tool = Tool {
    name: "kobo",
    knows: |top| {
        let own = [
            "_id",
            "_uuid",
            "_submission_time",
            "_index",
            "__version__",
            "_parent_index",
        ];
        let own = own.iter().filter(|name| top.has(&[name])).count();
        own >= 2
            || top.has(&["_parent_table_name", "_submission__uuid"])
            || (top
                .text
                .is_some_and(|text| text.delimiter == b';' && text.quoted)
                && is_form(top))
    },
    header_rows: 1,
    plan: |table| plan(table, "/", "/", false),
};

/// ODK Central: `-` between groups, `KEY` in every file. Where it splits questions of several answers, their columns stand under
/// `question/answer`, as we understand its option to do so.
pub(super) const ODK: Tool = Tool {
    name: "odk",
    knows: |top| {
        (top.has(&["KEY"])
            && (top.has(&["SubmissionDate", "PARENT_KEY"]) || top.has(&["meta-instanceID"])))
            || (top.has(&["meta-instanceID"]) && top.has(&["SubmissionDate"]))
    },
    header_rows: 1,
    plan: |table| plan(table, "-", "/", true),
};

/// The column that SurveyCTO has in the table of its submissions, and in no repeated group.
pub(super) const VERSION: &str = "formdef_version";

/// SurveyCTO: `KEY` and `formdef_version`, `q_1` beside `q`, which lists the answers that were chosen.
pub(super) const SURVEYCTO: Tool = Tool {
    name: "surveycto",
    knows: |top| top.has(&["KEY"]) && top.has(&[VERSION]),
    header_rows: 1,
    plan: |table| plan(table, "\0", "_", false),
};

/// Whether the names are those of a form without the tool's own columns: a place in five columns, answers beside their question.
fn is_form(top: &Top) -> bool {
    let names = top.row(0);
    let known = |name: &str| names.iter().any(|known| known == name);
    let place = |name: &String| {
        let stem = name
            .strip_prefix('_')
            .and_then(|name| name.strip_suffix("_latitude"));
        stem.is_some_and(|stem| known(&format!("_{stem}_longitude")))
    };
    let answer = |name: &String| name.rsplit_once('/').is_some_and(|(stem, _)| known(stem));
    names.iter().any(|name| place(name) || answer(name))
}

fn plan(table: &Table, group: &str, mark: &str, zeros: bool) -> Plan {
    let mut plan = Plan::default();
    let names = table.names();
    let mut splits = splits::find(&names, mark, table);
    if mark == "_" {
        splits.retain(|split| answers_occur(split, table));
    }
    let stem_of = |at: usize| {
        splits
            .iter()
            .position(|split| split.items.iter().any(|(item, _)| *item == at))
    };
    // A question's column with all answers says nothing that its answers' columns do not.
    let summary = |at: usize| splits.iter().any(|split| split.summary == Some(at));
    let stems: Vec<String> = splits.iter().map(|split| split.stem.clone()).collect();
    let own: Vec<(usize, String)> = names
        .iter()
        .enumerate()
        .filter(|(at, _)| stem_of(*at).is_none() && !summary(*at))
        .map(|(at, name)| (at, name.clone()))
        .collect();
    let all: Vec<&String> = own.iter().map(|(_, name)| name).chain(&stems).collect();
    let short = short_names(&all, group);
    let (columns, sets) = short.split_at(own.len());
    let mut columns = own.iter().zip(columns).peekable();
    let mut done = vec![false; splits.len()];
    for at in 0..names.len() {
        if let Some(((_, given), name)) = columns.next_if(|((place, _), _)| *place == at) {
            let label = label(given, name, group);
            plan.answers(name.clone(), label, at, table.profile(at));
        }
        let Some(place) = stem_of(at).filter(|place| !done[*place]) else {
            continue;
        };
        done[place] = true;
        let (split, name) = (&splits[place], &sets[place]);
        if zeros && split.summary.is_none() {
            let warning = Error::new("unanswered_looks_like_no").with("value", name.clone());
            plan.warnings.push(warning);
        }
        let items = split.items.iter().enumerate().map(|(item, (_, answer))| {
            let code = match is_code(answer) {
                true => answer.clone(),
                false => identifier(answer, item),
            };
            // An answer's code says more in a chart than the name of its column; a codebook knows better.
            (format!("{name}{mark}{code}"), Some(readable(answer)))
        });
        let set = Set {
            name: name.clone(),
            label: label(&split.stem, name, group),
            kind: Kind::Flags {
                items: split.items.clone(),
                summary: split.summary,
            },
            not_shown: None,
        };
        let items = items.collect();
        plan.set(set, items);
    }
    plan
}

/// SurveyCTO's `q_1` may as well be a question of its own: only answers that occur in `q` make it one of several answers.
fn answers_occur(split: &Split, table: &Table) -> bool {
    let Some(summary) = split.summary else {
        return false;
    };
    let profile = table.profile(summary);
    let code = |answer: &str| {
        let negative = answer.strip_prefix('_');
        negative.map_or_else(|| answer.to_string(), |digits| format!("-{digits}"))
    };
    let known = |part: &str| {
        split
            .items
            .iter()
            .any(|(_, answer)| answer == part || code(answer) == part)
    };
    !profile.many
        && profile
            .values
            .keys()
            .all(|value| value.split_whitespace().all(known))
}

/// Names without their groups where these are not needed, and made of questions where the export has labels.
fn short_names(names: &[&String], group: &str) -> Vec<String> {
    let last = |name: &str| -> String {
        let mut from = name.rfind(group).map_or(0, |at| at + group.len());
        // The parts of a place, and answers' numbers, mean nothing by themselves.
        let alone = &name[from..];
        let part = ["Latitude", "Longitude", "Altitude", "Accuracy"].contains(&alone);
        let number = is_code(alone)
            && !alone.starts_with(|first: char| first.is_alphabetic() || first == '_');
        if part || number {
            let before = from.saturating_sub(group.len());
            from = name[..before].rfind(group).map_or(0, |at| at + group.len());
        }
        name[from..].into()
    };
    let short: Vec<String> = names.iter().map(|name| last(name)).collect();
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    for name in &short {
        *times.entry(name).or_default() += 1;
    }
    let named = short.iter().zip(names).enumerate();
    let named = named.map(|(place, (short_name, name))| {
        let twice = times.get(short_name.as_str()) > Some(&1);
        let name = if twice { name.as_str() } else { short_name };
        match is_code(name) {
            true => name.to_string(),
            false => identifier(name, place),
        }
    });
    unique(named.collect())
}

/// The question, where the export has questions instead of names.
fn label(given: &str, name: &str, group: &str) -> Option<String> {
    let last = given.rsplit(group).next().unwrap_or(given);
    let question = if is_code(given) {
        return None;
    } else {
        readable(last)
    };
    (question != name).then_some(question)
}
