//! Indicators as context: figures that others published, one for each country, period and indicator.
//!
//! Nothing is estimated here. A value is shown with the error that its publisher gives, and with his name; an interval is
//! estimate ± z · error, the normal one, for nobody says of how many degrees of freedom such an error is.

mod answer;

use super::Dataset;
use crate::codebook::{Code, Codebook};
use crate::error::{Error, Result, Warned};
use crate::locale::{Text, country};
use crate::numeric::decimal;
use crate::period::Period;
use crate::table::{Column, Table};
use std::collections::{BTreeMap, BTreeSet};

/// Keys of rows.
const COUNTRY: &str = "country";
const PERIOD: &str = "period";
const INDICATOR: &str = "indicator";
/// In `on`: whatever is the latest.
pub(super) const LATEST: &str = "latest";

/// Values that a warning or a note lists.
const LISTED: usize = 50;

/// The figures of a data set.
pub(super) struct Indicators {
    observations: BTreeMap<Place, BTreeMap<Period, Observation>>,
    /// Indicators by place, with their names.
    indicators: Vec<(String, Option<Text>)>,
    countries: BTreeSet<&'static str>,
}

/// An indicator in a country.
type Place = (usize, &'static str);

struct Observation {
    value: Option<f64>,
    se: Option<f64>,
    status: Option<String>,
    source: Option<String>,
    /// Whether the file holds another value beside this one.
    contradicted: bool,
}

impl Indicators {
    /// Reads the columns `period`, `indicator` and `value`, the country from the data set's column (`iso3` without one) in any
    /// usual coding, and where they stand `se`, `status` and `source`.
    ///
    /// # Errors
    /// `unknown_variable` for a column that is missing.
    ///
    /// # Warnings
    /// `unknown_country` {value: a list} for areas that are left out; `unread_observations` {rows, values} for values that are no
    /// numbers and periods that cannot be read.
    pub fn read(
        table: &Table,
        dataset: &Dataset,
        codebook: &Codebook,
    ) -> Result<Warned<Indicators>> {
        let name = dataset.country.as_deref().unwrap_or("iso3");
        let columns = [name, PERIOD, INDICATOR, "value"].map(|name| table.column(name));
        let [area, period, indicator, value] = columns;
        let (area, period, indicator, value) = (area?, period?, indicator?, value?);
        let optional = |name: &str| table.columns().find(|(known, _)| *known == name);
        let [se, status, source] = ["se", "status", "source"].map(optional);
        let text = |column: Option<(&str, &Column)>, row| column.and_then(|(_, it)| it.text(row));
        let mut read = Indicators {
            observations: BTreeMap::new(),
            indicators: Vec::new(),
            countries: BTreeSet::new(),
        };
        let mut places: BTreeMap<String, usize> = BTreeMap::new();
        let mut areas: BTreeMap<String, Option<&'static str>> = BTreeMap::new();
        let mut unread = (0u64, Vec::new());
        let mut leave = |said: String| {
            unread.0 += 1;
            if unread.1.len() < LISTED && !unread.1.contains(&said) {
                unread.1.push(said);
            }
        };
        for row in 0..table.rows() {
            let (Some(place), Some(code)) = (area.text(row), indicator.text(row)) else {
                leave(String::new());
                continue;
            };
            let known = areas.entry(place);
            let known = known.or_insert_with_key(|place| recognise(dataset, place));
            let Some(iso3) = *known else {
                continue;
            };
            let when = period.text(row).unwrap_or_default();
            let Some(when) = Period::parse(&when) else {
                leave(when);
                continue;
            };
            let number = match value.text(row) {
                None => None,
                Some(digits) => match decimal::parse(&digits).filter(|it| it.is_finite()) {
                    None => {
                        leave(digits);
                        continue;
                    }
                    found => found,
                },
            };
            let error = text(se, row).and_then(|digits| decimal::parse(&digits));
            let seen = Observation {
                value: number,
                se: error.filter(|se| se.is_finite() && *se >= 0.0),
                status: text(status, row),
                source: text(source, row),
                contradicted: false,
            };
            let next = places.len();
            let series = *places.entry(code).or_insert(next);
            read.countries.insert(iso3);
            read.add((series, iso3), when, seen);
        }
        read.name(places, codebook);
        let unknown = areas.into_iter().filter(|(_, iso3)| iso3.is_none());
        let unknown: Vec<String> = unknown.map(|(area, _)| area).take(LISTED).collect();
        let mut warnings = Vec::new();
        if !unknown.is_empty() {
            warnings.push(Error::new("unknown_country").with("value", unknown));
        }
        if unread.0 > 0 {
            let (rows, values) = unread;
            let warning = Error::new("unread_observations").with("rows", rows);
            warnings.push(warning.with("values", values));
        }
        Ok(Warned {
            value: read,
            warnings,
        })
    }

    /// A second value of one country, period and indicator contradicts the first, unless it is the same.
    fn add(&mut self, place: Place, period: Period, seen: Observation) {
        let own = self.observations.entry(place).or_default();
        match own.get_mut(&period) {
            None => {
                own.insert(period, seen);
            }
            Some(held) => {
                held.contradicted |= (held.value, held.se) != (seen.value, seen.se);
            }
        }
    }

    fn name(&mut self, places: BTreeMap<String, usize>, codebook: &Codebook) {
        self.indicators = vec![(String::new(), None); places.len()];
        let variable = codebook.variable(INDICATOR);
        for (code, place) in places {
            let label = variable.and_then(|it| it.value_label(&Code::Text(code.clone())));
            if let Some(indicator) = self.indicators.get_mut(place) {
                *indicator = (code, label.cloned());
            }
        }
    }
}

/// The country of a text: as the document maps it, or by any usual name.
fn recognise(dataset: &Dataset, text: &str) -> Option<&'static str> {
    let mapped = dataset.countries.get(text).map_or(text, String::as_str);
    country::recognise(mapped)
}
