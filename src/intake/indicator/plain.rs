//! A table that is long already, under other names: `COUNTRY, SERIES, TIME, Data` of the World Bank's loader,
//! `EDULIT_IND, LOCATION, TIME, Value, Flag Codes` of the former UIS.Stat, and what people make themselves.

use super::gather::{Gather, Observation};
use super::names::{CODE, COUNTRY, Names};
use super::{Layout, at};

const INDICATOR: [&str; 9] = [
    "indicatorcode",
    "indicatorid",
    "seriescode",
    "seriesid",
    "series",
    "indicator",
    "indicador",
    "edulitind",
    "natmonind",
];
const NAME: [&str; 5] = [
    "indicatorname",
    "seriesname",
    "indicatorlabel",
    "indicatorlabelen",
    "indicator",
];
const PERIOD: [&str; 9] = [
    "period",
    "year",
    "time",
    "timeperiod",
    "date",
    "periodo",
    "año",
    "ano",
    "annee",
];
const VALUE: [&str; 5] = ["value", "obsvalue", "data", "valor", "valeur"];
const ERROR: [&str; 4] = ["se", "stderr", "stderror", "standarderror"];
const STATUS: [&str; 5] = ["status", "obsstatus", "flagcodes", "flag", "valuemetadata"];
/// A power of ten by which the World Bank's loader multiplies.
const SCALE: [&str; 1] = ["scale"];
const SOURCE: [&str; 4] = ["source", "datasource", "fuente", "fonte"];

/// The names of the long form itself.
const OURS: [&str; 4] = ["iso3", "period", "indicator", "value"];

/// Where things stand.
pub(super) struct Plain {
    country: [Option<usize>; 2],
    indicator: Option<usize>,
    name: Option<usize>,
    period: Option<usize>,
    value: Option<usize>,
    se: Option<usize>,
    status: Option<usize>,
    scale: Option<usize>,
    source: Option<usize>,
}

pub(super) fn is(names: &Names) -> bool {
    let ours = OURS.iter().all(|name| names.has(&[name]));
    let place = names.has(&CODE) || names.has(&COUNTRY);
    !ours && place && names.has(&INDICATOR) && names.has(&PERIOD) && names.has(&VALUE)
}

pub(super) fn layout(names: &Names) -> Plain {
    let indicator = names.find(&INDICATOR);
    Plain {
        country: [names.find(&CODE), names.find(&COUNTRY)],
        indicator,
        name: names.find(&NAME).filter(|place| Some(*place) != indicator),
        period: names.find(&PERIOD),
        value: names.find(&VALUE),
        se: names.find(&ERROR),
        status: names.find(&STATUS),
        scale: names.find(&SCALE),
        source: names.find(&SOURCE),
    }
}

impl Layout for Plain {
    fn row(&mut self, cells: &[String], gather: &mut Gather) {
        let scale = at(cells, self.scale);
        let status = match (at(cells, self.status), scale) {
            (status, "" | "0") => status.to_string(),
            ("", scale) => format!("SCALE={scale}"),
            (status, scale) => format!("{status} SCALE={scale}"),
        };
        let seen = Observation {
            area: self.country.map(|place| at(cells, place)),
            period: at(cells, self.period),
            series: gather.series(at(cells, self.indicator), at(cells, self.name)),
            value: at(cells, self.value),
            se: at(cells, self.se),
            status: &status,
            source: gather.source(at(cells, self.source)),
            reason: false,
        };
        gather.add(seen);
    }
}
