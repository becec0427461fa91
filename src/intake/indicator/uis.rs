//! The bulk files of the UNESCO Institute for Statistics: `INDICATOR_ID, COUNTRY_ID, YEAR, VALUE, MAGNITUDE, QUALIFIER`.
//!
//! The magnitude says of what nature a value is (`NIL`: nil or negligible; `NA`: the category does not apply, and there is no
//! value), the qualifier of what quality (`UIS_EST`, `NAT_EST`: estimated by the institute or by the country). Both go into the
//! status as they stand, the magnitude first. The files name neither the release nor its date.

use super::gather::{Gather, Observation};
use super::names::Names;
use super::{Layout, at};

const SOURCE: &str = "UNESCO Institute for Statistics";

/// Where things stand.
pub(super) struct Uis {
    indicator: Option<usize>,
    label: Option<usize>,
    country: Option<usize>,
    year: Option<usize>,
    value: Option<usize>,
    remarks: [Option<usize>; 2],
}

pub(super) fn is(names: &Names) -> bool {
    let needed = ["indicatorid", "countryid", "year", "value", "magnitude"];
    needed.iter().all(|name| names.has(&[name]))
}

pub(super) fn layout(names: &Names) -> Uis {
    Uis {
        indicator: names.find(&["indicatorid"]),
        label: names.find(&["indicatorlabelen"]),
        country: names.find(&["countryid"]),
        year: names.find(&["year"]),
        value: names.find(&["value"]),
        remarks: [names.find(&["magnitude"]), names.find(&["qualifier"])],
    }
}

impl Layout for Uis {
    fn row(&mut self, cells: &[String], gather: &mut Gather) {
        let remarks = self.remarks.map(|place| at(cells, place));
        let status = match remarks {
            [one, ""] | ["", one] => one.to_string(),
            [magnitude, qualifier] => format!("{magnitude} {qualifier}"),
        };
        let seen = Observation {
            area: [at(cells, self.country), ""],
            period: at(cells, self.year),
            series: gather.series(at(cells, self.indicator), at(cells, self.label)),
            value: at(cells, self.value),
            se: "",
            status: &status,
            source: gather.source(SOURCE),
            reason: true,
        };
        gather.add(seen);
    }
}
