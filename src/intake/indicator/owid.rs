//! Tables of Our World in Data: `Entity, Code, Year` and a column for each indicator. Older ones have no code, and name the entity
//! in English.
//!
//! What a chart's `metadata.json` says of its columns (`titleShort`, `citationShort`, `lastUpdated`, below it `dateDownloaded`), or
//! the `datapackage.json` of a data set of its `sources` (`name`, `retrievedDate`), gives names and sources. A column's own name is
//! its code, but for `shortName` where the metadata knows it.

use super::gather::{Gather, Observation};
use super::names::{COUNTRY, Names};
use super::{Layout, at, dated};
use crate::json::Value;

const SOURCE: &str = "Our World in Data";

/// Where things stand.
pub(super) struct Owid {
    entity: [Option<usize>; 2],
    time: Option<usize>,
    indicators: Vec<Indicator>,
}

struct Indicator {
    place: usize,
    code: String,
    label: String,
    source: String,
}

pub(super) fn is(names: &Names) -> bool {
    let all: Vec<&str> = names.all().iter().map(String::as_str).collect();
    match all.as_slice() {
        ["entity", "code", time, _, ..] | ["entity", time, _, ..] => ["year", "day"].contains(time),
        _ => false,
    }
}

pub(super) fn layout(names: &Names, header: &[String], beside: Option<&Value>) -> Owid {
    let time = names.find(&["year", "day"]);
    let first = time.map_or(0, |place| place + 1);
    let columns = header.iter().enumerate().skip(first);
    let columns = columns.filter(|(_, name)| !name.trim().is_empty());
    Owid {
        entity: [names.find(&["code"]), names.find(&COUNTRY)],
        time,
        indicators: columns
            .map(|(place, name)| indicator(place, name.trim(), beside))
            .collect(),
    }
}

fn indicator(place: usize, name: &str, beside: Option<&Value>) -> Indicator {
    let mut found = Indicator {
        place,
        code: name.into(),
        label: name.into(),
        source: SOURCE.into(),
    };
    let Some(beside) = beside else {
        return found;
    };
    if let Some(column) = column(beside, name) {
        let said = |field: &str| text(column, field);
        if let Some(code) = said("shortName") {
            found.code = code.into();
        }
        if let Some(title) = said("titleShort").or_else(|| said("titleLong")) {
            found.label = title.into();
        }
        let date = said("lastUpdated").or_else(|| text(beside, "dateDownloaded"));
        let source = said("citationShort").or_else(|| said("citationLong"));
        found.source = dated(source.unwrap_or(SOURCE), date.unwrap_or_default());
    } else if let [source, ..] = beside.list("sources") {
        let date = text(source, "retrievedDate").unwrap_or_default();
        found.source = dated(text(source, "name").unwrap_or(SOURCE), date);
    }
    found
}

/// What a chart's metadata say of a column, by its name or its short name.
fn column<'a>(metadata: &'a Value, name: &str) -> Option<&'a Value> {
    let Value::Object(columns) = metadata.get("columns")? else {
        return None;
    };
    let is = |(known, column): &&(String, Value)| {
        known == name || text(column, "shortName") == Some(name)
    };
    columns.iter().find(is).map(|(_, column)| column)
}

fn text<'a>(object: &'a Value, field: &str) -> Option<&'a str> {
    match object.get(field)? {
        Value::Text(text) => Some(text.trim()).filter(|text| !text.is_empty()),
        _ => None,
    }
}

impl Layout for Owid {
    fn row(&mut self, cells: &[String], gather: &mut Gather) {
        let area = self.entity.map(|place| at(cells, place));
        for indicator in &self.indicators {
            let seen = Observation {
                area,
                period: at(cells, self.time),
                series: gather.series(&indicator.code, &indicator.label),
                value: at(cells, Some(indicator.place)),
                source: gather.source(&indicator.source),
                ..Observation::default()
            };
            gather.add(seen);
        }
    }
}
