//! Answers of the World Bank's API as JSON: `[{"page", "lastupdated", "sourceid"}, [{"indicator": {"id", "value"},
//! "country": {"id", "value"}, "countryiso3code", "date", "value", "obs_status"}]]`, of one indicator or several.

use super::dated;
use super::gather::{Gather, Observation};
use crate::error::Warned;
use crate::intake::Taken;
use crate::json::Value;

/// Databases by their number, of those that are asked for indicators.
const DATABASES: [(&str, &str); 3] = [
    ("2", "World Development Indicators"),
    ("12", "Education Statistics"),
    ("16", "Health Nutrition and Population Statistics"),
];

/// Whether it is such an answer.
pub(in crate::intake) fn is_api(value: &Value) -> bool {
    let Value::List(parts) = value else {
        return false;
    };
    match parts.as_slice() {
        [meta, Value::List(rows)] => {
            meta.get("page").is_some()
                && rows
                    .first()
                    .is_some_and(|row| row.get("indicator").is_some() && row.get("date").is_some())
        }
        _ => false,
    }
}

/// Brings it into the long form.
pub(in crate::intake) fn convert_json(value: &Value) -> Warned<Taken> {
    let mut gather = Gather::default();
    if let Value::List(parts) = value
        && let [meta, Value::List(rows)] = parts.as_slice()
    {
        let source = gather.source(&source(meta));
        for row in rows {
            let [indicator, country] = ["indicator", "country"].map(|name| row.get(name));
            let area = match text(row.get("countryiso3code")) {
                "" => part(country, "id"),
                iso3 => iso3,
            };
            let series = gather.series(part(indicator, "id"), part(indicator, "value"));
            gather.add(Observation {
                area: [area, part(country, "value")],
                period: text(row.get("date")),
                series,
                value: text(row.get("value")),
                status: text(row.get("obs_status")),
                source,
                ..Observation::default()
            });
        }
    }
    let mut taken = gather.finish("world_bank");
    taken.value.about.format = "json".into();
    taken
}

fn source(meta: &Value) -> String {
    let number = text(meta.get("sourceid"));
    let known = DATABASES.iter().find(|(known, _)| *known == number);
    let name = match (text(meta.get("sourcename")), known) {
        ("", Some((_, name))) => (*name).to_string(),
        ("", None) => dated("World Bank", number),
        (name, _) => name.to_string(),
    };
    dated(&name, text(meta.get("lastupdated")))
}

/// A field of an object that may not be there.
fn part<'a>(object: Option<&'a Value>, name: &str) -> &'a str {
    text(object.and_then(|object| object.get(name)))
}

/// A text, or the digits of a number.
fn text(value: Option<&Value>) -> &str {
    match value {
        Some(Value::Text(text) | Value::Number(text)) => text.trim(),
        _ => "",
    }
}
