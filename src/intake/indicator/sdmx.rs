//! SDMX-CSV, 1.0 (`DATAFLOW`, dimensions, `TIME_PERIOD`, `OBS_VALUE`, attributes) and 2.0 (`STRUCTURE, STRUCTURE_ID, ACTION`
//! before them), with codes, with `code:label`, or with a column of labels after each of codes. Version 1.0 is read as the standard
//! words it; files in use differ, and not every provider's was at hand.
//!
//! A series is told apart by its dimensions: the columns before `TIME_PERIOD`, as every data structure in use orders them. The
//! code of an indicator is that of the dimension `INDICATOR` or `SERIES`, or the dataflow's, followed by those codes of the other
//! dimensions that are not the same in the whole file.

use super::gather::{Gather, Observation};
use super::names::Names;
use super::{Layout, at};

/// Between the codes of a series while not all are known.
const BETWEEN: char = '\u{1f}';

const FLOW: [&str; 2] = ["STRUCTURE_ID", "DATAFLOW"];
const NO_DIMENSION: [&str; 5] = [
    "DATAFLOW",
    "STRUCTURE",
    "STRUCTURE_ID",
    "ACTION",
    "STRUCTURE_NAME",
];
const AREA: [&str; 7] = [
    "REF_AREA",
    "GEO",
    "GEO_PICT",
    "LOCATION",
    "COUNTRY",
    "COUNTERPART_AREA",
    "GEOGRAPHICAREAM49",
];
const INDICATOR: [&str; 5] = ["INDICATOR", "SERIES", "SERIES_CODE", "MEASURE", "STAT_UNIT"];
const ERROR: [&str; 3] = ["STD_ERR", "STANDARD_ERROR", "SE"];

/// Where things stand.
pub(super) struct Sdmx {
    flow: Option<usize>,
    area: Option<usize>,
    /// The dimensions of a series, the indicator first.
    dimensions: Vec<usize>,
    /// Whether the first of them is an indicator.
    named: bool,
    label: Option<usize>,
    period: Option<usize>,
    value: Option<usize>,
    se: Option<usize>,
    status: Option<usize>,
    multiplier: Option<usize>,
    source: Option<usize>,
    /// Codes of each dimension that were seen, to two.
    seen: Vec<Vec<String>>,
}

pub(super) fn is(names: &Names) -> bool {
    // `OBS_VALUE:Observation value` is one name.
    let begins = |wanted: &str| names.all().iter().any(|name| name.starts_with(wanted));
    let area = AREA.map(|name| name.replace('_', "").to_lowercase());
    begins("obsvalue") && begins("timeperiod") && area.iter().any(|name| begins(name))
}

/// The code of a name or a cell that may hold its label too.
fn code(text: &str) -> &str {
    text.split_once(':').map_or(text, |(code, _)| code).trim()
}

pub(super) fn layout(header: &[String]) -> Sdmx {
    let ids: Vec<&str> = header.iter().map(|name| code(name)).collect();
    let find = |wanted: &[&str]| {
        let place = |wanted: &&str| ids.iter().position(|id| id == wanted);
        wanted.iter().find_map(place)
    };
    let (area, period) = (find(&AREA), find(&["TIME_PERIOD"]));
    let is_id = |id: &str| {
        let letter = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_';
        !id.is_empty() && id.bytes().all(letter)
    };
    let indicator = find(&INDICATOR).filter(|place| period.is_none_or(|period| *place < period));
    let others = (0..period.unwrap_or(ids.len())).filter(|place| {
        let id = ids[*place];
        is_id(id)
            && !NO_DIMENSION.contains(&id)
            && Some(*place) != area
            && Some(*place) != indicator
    });
    let dimensions: Vec<usize> = indicator.into_iter().chain(others).collect();
    Sdmx {
        flow: find(&FLOW),
        area,
        seen: vec![Vec::new(); dimensions.len()],
        dimensions,
        named: indicator.is_some(),
        // A column of labels follows that of codes.
        label: indicator
            .map(|place| place + 1)
            .filter(|place| ids.get(*place).is_some_and(|id| !is_id(id))),
        period,
        value: find(&["OBS_VALUE"]),
        se: find(&ERROR),
        status: find(&["OBS_STATUS"]),
        multiplier: find(&["UNIT_MULT", "UNIT_MULTIPLIER"]),
        source: find(&["DATA_SOURCE", "SOURCE_DETAIL", "SOURCE"]),
    }
}

/// `NA_MAIN` of `ESTAT:NA_MAIN(1.6.0)`.
fn flow_id(flow: &str) -> &str {
    let id = flow.split_once(':').map_or(flow, |(_, id)| id);
    id.split_once('(').map_or(id, |(id, _)| id).trim()
}

impl Layout for Sdmx {
    fn row(&mut self, cells: &[String], gather: &mut Gather) {
        let flow = at(cells, self.flow);
        let mut series = flow_id(flow).to_string();
        for (place, seen) in self.dimensions.iter().zip(&mut self.seen) {
            let id = code(at(cells, Some(*place)));
            if seen.len() < 2 && !seen.iter().any(|known| known == id) {
                seen.push(id.into());
            }
            series.push(BETWEEN);
            series.push_str(id);
        }
        let cell = at(cells, self.dimensions.first().copied());
        let label = match (self.named, self.label) {
            (false, _) => "",
            (true, Some(_)) => at(cells, self.label),
            (true, None) => cell.split_once(':').map_or("", |(_, label)| label),
        };
        let mut status = code(at(cells, self.status)).to_string();
        // `A` says that a value is an ordinary one.
        if status == "A" {
            status.clear();
        }
        let multiplier = code(at(cells, self.multiplier));
        if !["", "0"].contains(&multiplier) {
            let gap = if status.is_empty() { "" } else { " " };
            status = format!("{status}{gap}UNIT_MULT={multiplier}");
        }
        let source = match at(cells, self.source) {
            "" => flow,
            source => source,
        };
        let seen = Observation {
            area: [code(at(cells, self.area)), at(cells, self.area)],
            period: code(at(cells, self.period)),
            series: gather.series(&series, label),
            value: at(cells, self.value),
            se: at(cells, self.se),
            status: &status,
            source: gather.source(if source.is_empty() { "SDMX" } else { source }),
            reason: false,
        };
        gather.add(seen);
    }

    fn end(&self, gather: &mut Gather) {
        gather.rename(|series| {
            let mut parts = series.split(BETWEEN);
            let flow = parts.next().unwrap_or_default();
            let mut codes = Vec::new();
            if !self.named {
                codes.push(flow);
            }
            for (place, (part, seen)) in parts.zip(&self.seen).enumerate() {
                if self.named && place == 0 || seen.len() > 1 {
                    codes.push(part);
                }
            }
            codes.retain(|code| !code.is_empty());
            codes.join(".")
        });
    }
}
