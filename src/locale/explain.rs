//! The sentence for an error, a warning or a note.

use super::Locale;
use super::catalogue::error::{self, json, place};
use super::country;
use super::format::{NOTHING, date, integer, list_or, number, percent};
use super::message::{Message, fill};
use crate::error::{Error, Param, Place};
use crate::text::{holds, joined, replace};

/// How many names a sentence lists before it stops.
const LISTED: usize = 8;

/// Says in the reader's language what is wrong, where, what would be valid, and the nearest of that.
///
/// A code without wording, which a test refuses, gives the code and its parameters: a person can still ask about it.
pub fn explain(error: &Error, locale: &Locale) -> String {
    let wording = error::wording(&error.code).map(|message| message.get(locale));
    let says = match wording {
        // A bound that does not exist, such as the greatest standard error, has a dash.
        Some(template) => fill(template, |name| {
            let value = param(error, name).map(|value| words(name, value, locale));
            Some(value.unwrap_or_else(|| NOTHING.into()))
        }),
        None => unworded(error, locale),
    };
    let template = wording.unwrap_or_default();
    let mut sentences = vec![with_place(
        says,
        &place_in_words(&error.place, template, locale),
    )];
    if let Some(Param::List(options)) = error.params.get("options")
        && !options.is_empty()
        && !holds(template, "{options}")
    {
        sentences.push(error::OPTIONS.with(locale, &[("options", &listed(options))]));
    }
    if !error.hint.is_empty() {
        let quoted: Vec<String> = error.hint.iter().map(|name| quote(name, locale)).collect();
        sentences.push(error::HINT.with(locale, &[("hint", &list_or(&quoted, locale))]));
    }
    joined(&sentences, " ")
}

/// What is wrong comes first; where, in brackets before the stop.
fn with_place(says: String, place: &str) -> String {
    if place.is_empty() {
        return says;
    }
    match says.strip_suffix('.') {
        Some(sentence) => format!("{sentence} ({place})."),
        None => format!("{says} ({place})"),
    }
}

/// A parameter by name; the parts of the place serve as parameters too.
fn param(error: &Error, name: &str) -> Option<Param> {
    error.params.get(name).cloned().or_else(|| match name {
        "file" => error.place.file.clone().map(Param::Text),
        "column" => error.place.column.clone().map(Param::Text),
        "row" => error.place.row.map(Param::Count),
        _ => None,
    })
}

/// A parameter as the reader writes it. The names of JSON's types are words, a country's code is its name, a date is in words.
fn words(name: &str, param: Param, locale: &Locale) -> String {
    match param {
        Param::Count(count) => integer(count, locale),
        Param::Number(value) if name == "share" => percent(value, 0, locale),
        Param::Number(value) => number(value, decimals(value), locale),
        Param::List(names) => listed(&names),
        Param::Text(text) => match name {
            "expected" | "found" => json_type(&text).map(|word| word.get(locale).to_owned()),
            "country" | "labelled" => country::name(&text, locale).map(String::from),
            "date" | "after" => Some(date(&text, locale)),
            #[cfg(feature = "viewer")]
            "needs" => error::drawing::need(&text).map(|words| words.get(locale).to_owned()),
            "level" => invariance(&text).map(|word| word.get(locale).to_owned()),
            _ => None,
        }
        .unwrap_or(text),
    }
}

/// The word for a level of measurement invariance.
fn invariance(level: &str) -> Option<&'static Message> {
    Some(match level {
        "metric" => &error::METRIC,
        "configural" => &error::CONFIGURAL,
        "unknown" => &error::UNTESTED,
        _ => return None,
    })
}

/// The word for a type of JSON.
fn json_type(name: &str) -> Option<&'static Message> {
    Some(match name {
        "text" | "string" => &json::TEXT,
        "number" => &json::NUMBER,
        "whole_number" => &json::WHOLE_NUMBER,
        "yes_no" => &json::YES_NO,
        "list" | "array" => &json::LIST,
        "object" => &json::OBJECT,
        "null" => &json::NULL,
        "code" => &json::CODE,
        "range" => &json::RANGE,
        _ => return None,
    })
}

/// As many decimals as the number has, four at most.
fn decimals(value: f64) -> usize {
    (0..4)
        .find(|decimals| {
            let scale = 10f64.powi(*decimals);
            (value * scale).fract() == 0.0
        })
        .unwrap_or(4) as usize
}

/// Names one after the other, with an ellipsis for those that there is no room for.
fn listed(names: &[String]) -> String {
    if names.is_empty() {
        return NOTHING.into();
    }
    let mut text = joined(names.get(..LISTED).unwrap_or(names), ", ");
    if names.len() > LISTED {
        text.push_str(", …");
    }
    text
}

fn quote(name: &str, locale: &Locale) -> String {
    error::QUOTED.with(locale, &[("name", name)])
}

fn unworded(error: &Error, locale: &Locale) -> String {
    let params = error
        .params
        .iter()
        .filter(|(name, _)| *name != "options")
        .map(|(name, value)| format!("{name} = {}", words(name, value.clone(), locale)));
    let what: Vec<String> = std::iter::once(error.code.clone()).chain(params).collect();
    error::UNWORDED.with(locale, &[("what", &joined(&what, ", "))])
}

/// The place, from the document down to the column: "consulta 1, campo «of»". What the sentence names already is left out.
fn place_in_words(place: &Place, says: &str, locale: &Locale) -> String {
    let unsaid = |name: &str| !holds(says, name);
    let mut parts = Vec::new();
    if let Some(pointer) = &place.document {
        pointer_in_words(pointer, locale, &mut parts);
    }
    if let Some(file) = place.file.as_ref().filter(|_| unsaid("{file}")) {
        parts.push(place::FILE.with(locale, &[("name", file)]));
    }
    if let Some(row) = place.row.filter(|_| unsaid("{row}")) {
        parts.push(place::ROW.with(locale, &[("row", &integer(row, locale))]));
    }
    if let Some(column) = place.column.as_ref().filter(|_| unsaid("{column}")) {
        parts.push(place::COLUMN.with(locale, &[("name", column)]));
    }
    joined(&parts, ", ")
}

/// `/queries/0/of/variable` is query 1, field «of.variable». What is no such path is said as it is.
fn pointer_in_words(pointer: &str, locale: &Locale, parts: &mut Vec<String>) {
    let mut rest: Vec<String> = pointer
        .split('/')
        .filter(|part| !part.is_empty())
        .map(|part| replace(&replace(part, "~1", "/"), "~0", "~"))
        .collect();
    loop {
        let first = rest.first().map(String::as_str).unwrap_or_default();
        let index = rest.get(1).and_then(|part| part.parse::<u64>().ok());
        if let (Some(message), Some(index)) = (list_item(first), index) {
            let number = integer(index.saturating_add(1), locale);
            parts.push(message.with(locale, &[("number", &number)]));
            rest.drain(..2);
        } else if first == "theory" {
            parts.push(place::THEORY.get(locale).into());
            rest.remove(0);
        } else {
            break;
        }
    }
    if !rest.is_empty() {
        parts.push(place::FIELD.with(locale, &[("name", &joined(&rest, "."))]));
    }
}

/// The word for an item of one of the document's lists.
fn list_item(name: &str) -> Option<&'static Message> {
    Some(match name {
        "datasets" => &place::DATASET,
        "variables" => &place::VARIABLE,
        "queries" => &place::QUERY,
        "charts" => &place::CHART,
        "report" => &place::BLOCK,
        "nodes" => &place::NODE,
        "links" => &place::LINK,
        "indicators" => &place::INDICATOR,
        "targets" => &place::TARGET,
        _ => return None,
    })
}
