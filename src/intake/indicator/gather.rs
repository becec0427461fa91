//! Observations on their way into the long form.

use crate::codebook::{Code, Codebook, ValueLabel, Variable};
use crate::error::{Error, Result, Warned};
use crate::intake::{About, Cell, Rows, Taken};
use crate::locale::{Text, country};
use crate::numeric::decimal;
use crate::period::Period;
use std::collections::BTreeMap;

/// The columns of the long form.
const COLUMNS: [&str; 7] = [
    "iso3",
    "period",
    "indicator",
    "value",
    "se",
    "status",
    "source",
];

/// What stands for a missing value.
const MISSING: [&str; 12] = [
    "", "..", "...", "…", ".", ":", "-", "NA", "N/A", "n/a", "NaN", "null",
];

/// Different names of areas that are looked up: there are some six hundred in the world's statistics.
const MAX_AREAS: usize = 5_000;

/// Values that a warning lists.
const LISTED: usize = 300;

/// One observation as a file has it; what it does not have is empty.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Observation<'a> {
    /// What says the country, the surest first: its code, its name.
    pub area: [&'a str; 2],
    pub period: &'a str,
    pub series: u32,
    pub value: &'a str,
    pub se: &'a str,
    pub status: &'a str,
    pub source: u32,
    /// Whether it is kept without a value, for the reason that its status gives.
    pub reason: bool,
}

/// What was gathered.
#[derive(Default)]
pub(super) struct Gather {
    series: Interned,
    /// Names of series, by place.
    labels: BTreeMap<u32, String>,
    sources: Interned,
    periods: Interned,
    statuses: Interned,
    areas: BTreeMap<String, Option<&'static str>>,
    observations: Vec<Kept>,
    outside: Odd,
    missing: u64,
    undated: Odd,
    no_numbers: Odd,
}

struct Kept {
    iso3: &'static str,
    period: u32,
    series: u32,
    status: u32,
    source: u32,
    value: Box<str>,
    se: Box<str>,
}

/// Texts that stand many times, each once.
#[derive(Default)]
struct Interned {
    places: BTreeMap<String, u32>,
    texts: Vec<String>,
}

impl Interned {
    fn place(&mut self, text: &str) -> u32 {
        if let Some(place) = self.places.get(text) {
            return *place;
        }
        let place = self.texts.len() as u32;
        self.places.insert(text.into(), place);
        self.texts.push(text.into());
        place
    }

    fn text(&self, place: u32) -> &str {
        self.texts.get(place as usize).map_or("", String::as_str)
    }
}

/// Cells that nothing was made of.
#[derive(Default)]
struct Odd {
    count: u64,
    /// Each once, the first [`LISTED`].
    values: Interned,
}

impl Odd {
    fn add(&mut self, value: &str) {
        self.count += 1;
        if self.values.texts.len() < LISTED {
            self.values.place(value);
        }
    }

    fn warning(self, error: Error) -> Option<Error> {
        let count = self.count;
        (count > 0).then(|| error.with("values", self.values.texts).with("count", count))
    }
}

impl Gather {
    /// The place of a series by its code, with its name where it is known.
    pub fn series(&mut self, code: &str, label: &str) -> u32 {
        let place = self.series.place(code.trim());
        if !label.trim().is_empty() && label.trim() != code.trim() {
            let label = || label.trim().to_string();
            self.labels.entry(place).or_insert_with(label);
        }
        place
    }

    /// The place of a source.
    pub fn source(&mut self, name: &str) -> u32 {
        self.sources.place(name.trim())
    }

    /// Gives series other codes, when all are known.
    pub fn rename(&mut self, code: impl Fn(&str) -> String) {
        let codes = self.series.texts.iter_mut();
        codes.for_each(|text| *text = code(text));
    }

    /// Gives sources other names, when all is known.
    pub fn rename_sources(&mut self, name: impl Fn(&str) -> String) {
        let names = self.sources.texts.iter_mut();
        names.for_each(|text| *text = name(text));
    }

    /// Takes an observation in, or counts why not.
    pub fn add(&mut self, seen: Observation) {
        let missing = MISSING.contains(&seen.value);
        let Some(iso3) = self.country(seen.area) else {
            let name = seen.area.iter().rev().find(|name| !name.is_empty());
            // Notes below a table stand in its first column.
            if let Some(name) = name.filter(|_| !missing) {
                self.outside.add(name);
            }
            return;
        };
        if missing && (!seen.reason || seen.status.is_empty()) {
            self.missing += 1;
            return;
        }
        if !missing && decimal::parse(seen.value).is_none() {
            self.no_numbers.add(seen.value);
            return;
        }
        let Some(period) = Period::parse(seen.period) else {
            self.undated.add(seen.period);
            return;
        };
        let value = if missing { "" } else { seen.value };
        let se = Some(seen.se).filter(|se| decimal::parse(se).is_some());
        self.observations.push(Kept {
            iso3,
            period: self.periods.place(period.text()),
            series: seen.series,
            status: self.statuses.place(seen.status),
            source: seen.source,
            value: value.into(),
            se: se.unwrap_or_default().into(),
        });
    }

    fn country(&mut self, area: [&str; 2]) -> Option<&'static str> {
        area.into_iter().find_map(|text| {
            if text.is_empty() {
                return None;
            }
            if let Some(known) = self.areas.get(text) {
                return *known;
            }
            if self.areas.len() >= MAX_AREAS {
                return None;
            }
            let iso3 = country::recognise(text);
            self.areas.insert(text.into(), iso3);
            iso3
        })
    }

    /// The table, with the names of its indicators as labels.
    pub fn finish(self, tool: &str) -> Warned<Taken> {
        let mut used = vec![false; self.series.texts.len()];
        for kept in &self.observations {
            if let Some(used) = used.get_mut(kept.series as usize) {
                *used = true;
            }
        }
        let labels = self.labels.iter();
        let labels = labels.filter(|(place, _)| used.get(**place as usize) == Some(&true));
        let labels = labels.map(|(place, label)| ValueLabel {
            code: Code::Text(self.series.text(*place).into()),
            label: Text::Plain(label.clone()),
        });
        let codebook = Codebook {
            variables: vec![Variable {
                name: "indicator".into(),
                label: None,
                values: labels.collect(),
                missing: Vec::new(),
            }],
        };
        let left_out = Error::new("areas_left_out");
        let mut warnings = Vec::from_iter(self.outside.warning(left_out));
        if self.missing > 0 {
            warnings.push(Error::new("observations_missing").with("count", self.missing));
        }
        warnings.extend(self.undated.warning(Error::new("periods_unknown")));
        let no_numbers = Error::new("values_not_numbers");
        warnings.extend(self.no_numbers.warning(no_numbers));
        let about = About {
            format: "csv".into(),
            tool: tool.into(),
            ..About::default()
        };
        let rows = Long {
            kept: self.observations.into_iter(),
            texts: [self.periods, self.series, self.statuses, self.sources],
        };
        let names = COLUMNS.map(String::from).to_vec();
        Warned {
            value: Taken::new(about, codebook, names, Box::new(rows)),
            warnings,
        }
    }
}

/// The long form, row by row.
struct Long {
    kept: std::vec::IntoIter<Kept>,
    texts: [Interned; 4],
}

impl Rows for Long {
    fn next(&mut self, cells: &mut Vec<Cell>) -> Result<bool> {
        cells.clear();
        let Some(kept) = self.kept.next() else {
            return Ok(false);
        };
        let [periods, series, statuses, sources] = &self.texts;
        let row = [
            kept.iso3,
            periods.text(kept.period),
            series.text(kept.series),
            &kept.value,
            &kept.se,
            statuses.text(kept.status),
            sources.text(kept.source),
        ];
        cells.extend(row.map(|text| match text {
            "" => Cell::Blank,
            text => Cell::Text(text.into()),
        }));
        Ok(true)
    }
}
