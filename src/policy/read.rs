//! From a table to events. A row that cannot be read is named and left out; the others stand.

use super::{Event, Events, Taxonomy};
use crate::date::Date;
use crate::error::{Error, Result, Warned};
use crate::locale::country;
use crate::table::{Column, Table};
use std::collections::BTreeSet;

/// Rows with a problem that are named one by one.
const NAMED_ROWS: usize = 20;

impl Events {
    /// Reads the columns `dimension_id`, `stage` and `date_event`, the country from `country_column` (`iso3` without it) in
    /// any usual coding, and where they stand `date_recorded`, `event_id`, `supersedes_event_id`, `flag` and `source_url`.
    /// A blank stage means that the status is not known from that date on.
    ///
    /// # Errors
    /// `unknown_variable` for a column that is missing.
    ///
    /// # Warnings
    /// With file row and column: `blank_cell`, `unknown_country`, `unknown_dimension`, `unknown_stage`, `invalid_date`,
    /// `unknown_event` for one that supersedes an event that is not there, `conflicting_events` for two stages of one
    /// day and one record; beyond twenty, `further_rows` {rows}.
    pub fn read(
        table: &Table,
        taxonomy: &Taxonomy,
        country_column: Option<&str>,
    ) -> Result<Warned<Events>> {
        let columns = Columns::of(table, country_column.unwrap_or("iso3"))?;
        let mut warnings = Vec::new();
        let mut events = Vec::with_capacity(table.rows());
        for index in 0..table.rows() {
            match columns.event(index, taxonomy) {
                Ok(event) => events.push(event),
                Err(warning) => warnings.push(warning),
            }
        }
        warnings.extend(without_forerunner(&events));
        let events = Events::new(events);
        warnings.extend(in_conflict(&events));
        if warnings.len() > NAMED_ROWS {
            let further = warnings.len() - NAMED_ROWS;
            warnings.truncate(NAMED_ROWS);
            warnings.push(Error::new("further_rows").with("rows", further));
        }
        Ok(Warned {
            value: events,
            warnings,
        })
    }
}

/// A column with its name.
type Named<'a> = (&'a str, &'a Column);

struct Columns<'a> {
    country: Named<'a>,
    dimension: Named<'a>,
    stage: Named<'a>,
    date_event: Named<'a>,
    date_recorded: Option<Named<'a>>,
    id: Option<Named<'a>>,
    supersedes: Option<Named<'a>>,
    flag: Option<Named<'a>>,
    source: Option<Named<'a>>,
}

impl<'a> Columns<'a> {
    fn of(table: &'a Table, country: &'a str) -> Result<Self> {
        let needed = |name: &'a str| table.column(name).map(|column| (name, column));
        let optional = |name: &str| table.columns().find(|(known, _)| *known == name);
        Ok(Columns {
            country: needed(country)?,
            dimension: needed("dimension_id")?,
            stage: needed("stage")?,
            date_event: needed("date_event")?,
            date_recorded: optional("date_recorded"),
            id: optional("event_id"),
            supersedes: optional("supersedes_event_id"),
            flag: optional("flag"),
            source: optional("source_url"),
        })
    }

    fn event(&self, index: usize, taxonomy: &Taxonomy) -> Result<Event> {
        let optional = |column: Option<Named>| column.and_then(|(_, column)| column.text(index));
        let country = needed(self.country, index)?;
        let iso3 = country::recognise(&country).ok_or_else(|| {
            let error = Error::new("unknown_country").with("value", country.as_str());
            placed(error, self.country, index)
        })?;
        let dimension = needed(self.dimension, index)?;
        let known = taxonomy
            .dimension(&dimension)
            .map_err(|error| placed(error, self.dimension, index))?;
        let stage = match self.stage.1.text(index) {
            None => None,
            Some(text) => {
                let codes: Vec<u8> = taxonomy.codes(known).collect();
                let code = text.parse().ok().filter(|code| codes.contains(code));
                let options: Vec<String> = codes.iter().map(u8::to_string).collect();
                Some(code.ok_or_else(|| {
                    let options = options.iter().map(String::as_str);
                    placed(
                        Error::unknown("unknown_stage", &text, options),
                        self.stage,
                        index,
                    )
                })?)
            }
        };
        let date = |column: Named, text: &str| {
            Date::parse(text).map_err(|error| placed(error, column, index))
        };
        let date_recorded = match self.date_recorded {
            Some(column) => column
                .1
                .text(index)
                .map(|text| date(column, &text))
                .transpose()?,
            None => None,
        };
        Ok(Event {
            iso3: iso3.into(),
            date_event: date(self.date_event, &needed(self.date_event, index)?)?,
            dimension,
            stage,
            date_recorded,
            id: optional(self.id),
            supersedes: optional(self.supersedes),
            flag: optional(self.flag),
            source: optional(self.source),
            row: file_row(index),
        })
    }
}

/// Events that supersede one that is not there.
fn without_forerunner(events: &[Event]) -> Vec<Error> {
    let ids: BTreeSet<&str> = events
        .iter()
        .filter_map(|event| event.id.as_deref())
        .collect();
    events
        .iter()
        .filter_map(|event| {
            let wanted = event.supersedes.as_deref()?;
            (!ids.contains(wanted)).then(|| {
                Error::new("unknown_event")
                    .with("value", wanted)
                    .in_row(event.row)
                    .in_column("supersedes_event_id")
            })
        })
        .collect()
}

/// Two stages of one country and dimension on one day, recorded on one day, neither of which corrects the other. The one
/// that stands lower in the file counts.
fn in_conflict(events: &Events) -> Vec<Error> {
    let same = |a: &Event, b: &Event| {
        (&a.iso3, &a.dimension, a.date_event, a.date_recorded)
            == (&b.iso3, &b.dimension, b.date_event, b.date_recorded)
    };
    let corrects = |a: &Event, b: &Event| a.supersedes.is_some() && a.supersedes == b.id;
    events
        .all()
        .windows(2)
        .filter(|pair| same(&pair[0], &pair[1]) && pair[0].stage != pair[1].stage)
        .filter(|pair| !corrects(&pair[0], &pair[1]) && !corrects(&pair[1], &pair[0]))
        .map(|pair| {
            Error::new("conflicting_events")
                .with("country", pair[1].iso3.as_str())
                .with("dimension", pair[1].dimension.as_str())
                .with("date", pair[1].date_event.to_string())
                .in_row(pair[1].row)
        })
        .collect()
}

fn needed(column: Named, index: usize) -> Result<String> {
    column
        .1
        .text(index)
        .ok_or_else(|| placed(Error::new("blank_cell"), column, index))
}

fn placed(error: Error, (column, _): Named, index: usize) -> Error {
    error.in_row(file_row(index)).in_column(column)
}

/// The header is row 1.
fn file_row(index: usize) -> u64 {
    index as u64 + 2
}
