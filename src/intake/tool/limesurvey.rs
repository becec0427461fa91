//! LimeSurvey: `Q1[SQ001]` for the parts of a question, `Y` or nothing for an answer, `N/A` where a question was not shown.
//!
//! Layout: after LimeSurvey's manual on exporting results and the sources of its `Writer`; headings in other languages than English as far
//! as we know them. No export of a server was at hand to hold it against.

use super::Tool;
use super::plan::{Kind, Plan, Set};
use super::splits::flag;
use super::table::{Table, Top};
use crate::error::Error;
use crate::host::lower;
use crate::intake::names::{identifier, is_code, readable};
use std::collections::BTreeMap;

/// What LimeSurvey writes for a question that was not shown.
const NOT_SHOWN: &str = "N/A";
/// Its own columns, by code and by heading in the four languages, as far as we know them.
const OWN: [(&str, [&str; 5]); 6] = [
    (
        "id",
        [
            "id",
            "response id",
            "id de respuesta",
            "id da resposta",
            "id de la réponse",
        ],
    ),
    (
        "submitdate",
        [
            "submitdate",
            "date submitted",
            "fecha de envío",
            "data de envio",
            "date de soumission",
        ],
    ),
    (
        "lastpage",
        [
            "lastpage",
            "last page",
            "última página",
            "última página",
            "dernière page",
        ],
    ),
    (
        "startlanguage",
        [
            "startlanguage",
            "start language",
            "lenguaje inicial",
            "idioma inicial",
            "langue de départ",
        ],
    ),
    (
        "seed",
        ["seed", "seed", "semilla", "semente", "tête de série"],
    ),
    (
        "startdate",
        [
            "startdate",
            "date started",
            "fecha de inicio",
            "data de início",
            "date de lancement",
        ],
    ),
];

/// LimeSurvey.
pub(super) const TOOL: Tool = Tool {
    name: "limesurvey",
    knows,
    header_rows: 1,
    plan,
};

fn own(name: &str) -> Option<&'static str> {
    let name = lower(name.trim_matches('"'));
    let known = OWN.iter().find(|(_, names)| names.contains(&name.as_str()));
    known.map(|(code, _)| *code)
}

fn knows(top: &Top) -> bool {
    let found: Vec<&str> = top.row(0).iter().filter_map(|name| own(name)).collect();
    let sure = ["submitdate", "lastpage", "startlanguage"];
    let bracket = top.row(0).iter().any(|name| parted(name).is_some());
    let count = sure.iter().filter(|code| found.contains(code)).count();
    count >= 2 || (count == 1 && found.contains(&"id") && bracket)
}

/// The question and its part: `Q1[SQ001]`, `Q1_SQ001`, «Q1. ¿Qué usa? [Radio]».
fn parted(name: &str) -> Option<(&str, &str)> {
    let inner = name.strip_suffix(']')?;
    let (question, part) = inner.rsplit_once('[')?;
    let question = question.trim();
    (!question.is_empty() && !part.is_empty()).then_some((question, part.trim()))
}

/// A heading's code and text: `Q1. ¿Qué usa?`.
fn code(heading: &str) -> (Option<&str>, &str) {
    match heading.split_once(". ") {
        Some((code, text)) if is_code(code) && !code.is_empty() => (Some(code), text),
        _ => (None, heading),
    }
}

/// The name and the label of a heading, without its part.
fn named(heading: &str, place: usize) -> (String, Option<String>) {
    match code(heading) {
        _ if is_code(heading) => (heading.into(), None),
        (Some(code), text) => (code.into(), Some(readable(text))),
        (None, text) => (identifier(text, place), Some(readable(text))),
    }
}

fn plan(table: &Table) -> Plan {
    let mut plan = Plan::default();
    let headings = table.names();
    let sets = sets(&headings, table);
    let mut at = 0;
    let mut taken = BTreeMap::new();
    while at < headings.len() {
        let heading = &headings[at];
        if let Some((question, items)) = sets.iter().find(|(_, items)| items[0] == at) {
            let (name, label) = named(question, at);
            let name = free(name, &mut taken);
            let parts = items.iter().map(|item| {
                let part = parted(&headings[*item]).map_or("", |(_, part)| part);
                match is_code(part) && is_code(&headings[*item]) {
                    true => (format!("{name}[{part}]"), None),
                    false => (
                        format!("{name}[{}]", identifier(part, *item)),
                        Some(readable(part)),
                    ),
                }
            });
            let parts: Vec<_> = parts.collect();
            let filled = |item: &usize| {
                let profile = table.profile(*item);
                profile.at_most(|value| value == NOT_SHOWN || flag(value) == Some(true))
            };
            let kind = match items.iter().all(filled) {
                true => Kind::Filled {
                    items: items.clone(),
                },
                false => Kind::Flags {
                    items: items.iter().map(|item| (*item, String::new())).collect(),
                    summary: None,
                },
            };
            if let Kind::Flags { .. } = kind {
                let warning = Error::new("unanswered_looks_like_no").with("value", name.clone());
                plan.warnings.push(warning);
            }
            let shown = |item: &usize| table.profile(*item).values.contains_key(NOT_SHOWN);
            let not_shown = items.iter().any(shown).then_some(NOT_SHOWN);
            let set = Set {
                name,
                label,
                kind,
                not_shown,
            };
            plan.set(set, parts);
        } else if sets.iter().any(|(_, items)| items.contains(&at)) {
            // Written with its set.
        } else if let Some(code) = own(heading) {
            plan.column(code, None, at);
            if code == "startlanguage" {
                plan.languages = table.profile(at).values.keys().cloned().collect();
            }
        } else {
            let (name, label) = match parted(heading) {
                Some((question, part)) if !is_code(heading) => {
                    let (name, label) = named(question, at);
                    let label = label.map(|label| format!("{label} [{}]", readable(part)));
                    (format!("{name}[{}]", identifier(part, at)), label)
                }
                _ => named(heading, at),
            };
            let name = free(name, &mut taken);
            plan.answers(name, label, at, table.profile(at));
        }
        at += 1;
    }
    plan
}

/// The name, with a number where it was given before.
fn free(name: String, taken: &mut BTreeMap<String, usize>) -> String {
    let times = taken.entry(name.clone()).or_default();
    *times += 1;
    match *times {
        1 => name,
        times => format!("{name}_{times}"),
    }
}

/// Questions of several answers: parts beside each other that hold yes, no, nothing or `N/A` alone, and yes at least once.
fn sets<'a>(headings: &'a [String], table: &Table) -> Vec<(&'a str, Vec<usize>)> {
    let mut sets: Vec<(&str, Vec<usize>)> = Vec::new();
    for (at, heading) in headings.iter().enumerate() {
        let Some((question, part)) = parted(heading) else {
            continue;
        };
        // A person's own words, and the comment beside an answer.
        if lower(part).contains("other") || lower(part).contains("comment") {
            continue;
        }
        match sets.last_mut() {
            Some((known, items)) if *known == question => items.push(at),
            _ => sets.push((question, vec![at])),
        }
    }
    sets.retain(|(_, items)| {
        let answers = |item: &usize| {
            let profile = table.profile(*item);
            // `N` is an answer of a yes-no question; what was not chosen is blank, or `No` in full.
            let part = |value: &str| flag(value).is_some() && !matches!(value, "N" | "0" | "1");
            profile.at_most(|value| value == NOT_SHOWN || part(value))
        };
        let yes = |item: &usize| {
            let values = table.profile(*item).values.keys();
            values.filter(|value| *value != NOT_SHOWN).count() > 0
        };
        items.len() > 1 && items.iter().all(answers) && items.iter().any(yes)
    });
    sets
}
