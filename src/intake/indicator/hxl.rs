//! Tables of the Humanitarian Exchange Language: a row of hashtags says what the columns hold, whatever their names.
//!
//! `#country+code` or `#country+name`, `#date+year`, `#indicator+code`, `#indicator+name`, `#indicator+value+num`,
//! `#meta+source`, `#status`; or a column for each indicator, its name among the attributes: `#indicator+literacy+num`.

use super::gather::{Gather, Observation};
use super::{Layout, at};

/// Attributes that say how a value is written, not what it is.
const FORMS: [&str; 6] = ["num", "value", "pct", "rate", "indicator", "year"];

/// Where things stand.
pub(super) struct Hxl {
    country: [Option<usize>; 2],
    date: Option<usize>,
    code: Option<usize>,
    name: Option<usize>,
    /// Columns of values, and what they are called where no other column says so.
    values: Vec<(usize, String)>,
    status: Option<usize>,
    source: Option<usize>,
}

/// A hashtag with its attributes.
struct Tag<'a> {
    name: &'a str,
    attributes: Vec<&'a str>,
}

impl<'a> Tag<'a> {
    fn of(cell: &'a str) -> Option<Tag<'a>> {
        let mut parts = cell.trim().strip_prefix('#')?.split('+').map(str::trim);
        Some(Tag {
            name: parts.next()?,
            attributes: parts.collect(),
        })
    }

    fn is(&self, name: &str, attributes: &[&str]) -> bool {
        let has = |wanted: &&str| self.attributes.contains(wanted);
        self.name == name && (attributes.is_empty() || attributes.iter().any(has))
    }

    fn is_value(&self) -> bool {
        self.is("indicator", &["num", "value", "pct", "rate"])
    }
}

pub(super) fn is(row: &[String]) -> bool {
    let mut cells = row.iter().filter(|cell| !cell.trim().is_empty());
    let tags = |wanted: &dyn Fn(&Tag) -> bool| {
        let mut tags = row.iter().filter_map(|cell| Tag::of(cell));
        tags.any(|tag| wanted(&tag))
    };
    cells.all(|cell| cell.trim().starts_with('#'))
        && tags(&|tag| tag.is("country", &[]))
        && tags(&|tag| tag.is("date", &[]))
        && tags(&|tag| tag.is_value())
}

pub(super) fn layout(tags: &[String]) -> Hxl {
    let find = |name: &str, attributes: &[&str]| {
        let is = |cell: &String| Tag::of(cell).is_some_and(|tag| tag.is(name, attributes));
        tags.iter().position(is)
    };
    let values = tags.iter().enumerate().filter_map(|(place, cell)| {
        let tag = Tag::of(cell).filter(Tag::is_value)?;
        let own = tag.attributes.iter().filter(|part| !FORMS.contains(part));
        Some((place, own.copied().collect::<Vec<_>>().join("_")))
    });
    Hxl {
        country: [
            find("country", &["code", "iso3", "v_iso3"]),
            find("country", &["name"]).or_else(|| find("country", &[])),
        ],
        date: find("date", &["year"]).or_else(|| find("date", &[])),
        code: find("indicator", &["code", "id"]),
        name: find("indicator", &["name", "label"]),
        values: values.collect(),
        status: find("status", &[]).or_else(|| find("indicator", &["status"])),
        source: find("meta", &["source"]),
    }
}

impl Layout for Hxl {
    fn row(&mut self, cells: &[String], gather: &mut Gather) {
        let (code, name) = (at(cells, self.code), at(cells, self.name));
        let called = if code.is_empty() { name } else { code };
        for (place, own) in &self.values {
            let series = match (called, own.as_str()) {
                ("", "") => "indicator".to_string(),
                (called, "") => called.to_string(),
                ("", own) => own.to_string(),
                (called, own) => format!("{called}.{own}"),
            };
            let source = match at(cells, self.source) {
                "" => "HXL",
                source => source,
            };
            let seen = Observation {
                area: self.country.map(|place| at(cells, place)),
                period: at(cells, self.date),
                series: gather.series(&series, name),
                value: at(cells, Some(*place)),
                status: at(cells, self.status),
                source: gather.source(source),
                ..Observation::default()
            };
            gather.add(seen);
        }
    }
}
