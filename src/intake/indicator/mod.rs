//! Indicators as context: the files of those who publish figures by country, in one long form.
//!
//! Whatever the publisher, the table has the columns `iso3, period, indicator, value, se, status, source`:
//!
//! - `iso3`: one of the region's 33 states. Aggregates and other countries are left out, and listed in a warning.
//! - `period`: `2013`, `2013-Q1`, `2013-S2`, `2013-05`, `2012-2014`.
//! - `indicator`: the publisher's code; where a series is told apart by more (sex, age), the codes joined by `.`. Its name is the
//!   label of that value in the codebook.
//! - `value`, `se`: the digits of the file. A missing observation is no row, and counted in a warning.
//! - `status`: what the publisher says of the value, in his own codes: `NIL`, `UIS_EST`, `E`. An observation without a value but
//!   with a reason (UIS: `NA`, the category does not apply) is a row.
//! - `source`: the publisher's name of the source, followed by the date of its last update in brackets; by that of its retrieval
//!   where the file knows no other. Dates that may mean two days stay as they stand.
//!
//! | source | recognised by | layout |
//! |---|---|---|
//! | World Bank | `Country Name`, `Indicator Code`, a column a year; DataBank's `2019 [YR2019]`; the API's JSON | [`world_bank`], [`api`] |
//! | UIS | `INDICATOR_ID`, `COUNTRY_ID`, `MAGNITUDE`, `QUALIFIER` | [`uis`] |
//! | Our World in Data | `Entity`, `Code`, `Year` | [`owid`] |
//! | SDMX-CSV 1.0 and 2.0 | `TIME_PERIOD`, `OBS_VALUE` and an area | [`sdmx`] |
//! | HXL | a row of hashtags with `#country`, `#date`, `#indicator` | [`hxl`] |
//! | anything long | a country, an indicator, a period and a value under usual names | [`plain`] |

mod api;
mod gather;
mod hxl;
mod names;
mod owid;
mod plain;
mod sdmx;
mod text;
mod uis;
mod world_bank;

pub(super) use api::{convert_json, is_api};
pub(super) use text::{recognised, take};

use super::{Cell, Rows, Taken};
use crate::error::{Error, Result, Warned};
use crate::json::Value;
use crate::numeric::decimal::decimal;
use gather::Gather;
use names::Names;

/// Rows that are looked at: titles and notes stand above the names.
pub(super) const LOOKED_AT: usize = 12;

/// A publisher's layout, and where its names stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Kind {
    source: Source,
    /// Rows above the names.
    above: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Source {
    WorldBank,
    Uis,
    Owid,
    Sdmx,
    Hxl,
    Plain,
}

/// How the rows of one file become observations.
trait Layout {
    /// Takes one row.
    fn row(&mut self, cells: &[String], gather: &mut Gather);
    /// Every row was taken.
    fn end(&self, _gather: &mut Gather) {}
}

impl Kind {
    /// As [`super::About`] names the tool.
    pub(super) fn tool(self) -> &'static str {
        match self.source {
            Source::WorldBank => "world_bank",
            Source::Uis => "uis",
            Source::Owid => "owid",
            Source::Sdmx => "sdmx",
            Source::Hxl => "hxl",
            Source::Plain => "indicators",
        }
    }
}

/// Whose figures these are, from a table's first rows as they stand in the file; none where it holds something else.
pub(super) fn of(first: &[Vec<Cell>]) -> Option<Kind> {
    let rows: Vec<Vec<String>> = first.iter().map(|row| texts(row.clone())).collect();
    let looked_at = rows.iter().take(LOOKED_AT).enumerate();
    for (above, row) in looked_at {
        let names = Names::of(row);
        let next = rows.get(above + 1).map(Vec::as_slice);
        let source = match () {
            () if world_bank::is(&names) => Source::WorldBank,
            () if uis::is(&names) => Source::Uis,
            () if sdmx::is(&names) => Source::Sdmx,
            () if hxl::is(row) || next.is_some_and(hxl::is) => Source::Hxl,
            () if owid::is(&names) => Source::Owid,
            () if plain::is(&names) => Source::Plain,
            () => continue,
        };
        return Some(Kind { source, above });
    }
    None
}

/// Brings a table into the long form. `rows` begin with the file's first; `beside` is what the publisher hands out with it: a
/// `metadata.json`, a `datapackage.json`.
///
/// # Errors
/// Those of the rows. Bad cells are warnings: `observations_missing` {count}; `areas_left_out`, `periods_unknown` and
/// `values_not_numbers` {values, count}.
pub(super) fn convert(
    mut rows: Box<dyn Rows>,
    kind: Kind,
    beside: Option<&Value>,
) -> Result<Warned<Taken>> {
    let mut cells = Vec::new();
    let mut above = Vec::new();
    for _ in 0..kind.above {
        if rows.next(&mut cells)? {
            above.push(texts(std::mem::take(&mut cells)));
        }
    }
    if !rows.next(&mut cells)? {
        return Err(Error::new("no_table"));
    }
    let mut header = texts(std::mem::take(&mut cells));
    let mut header_rows = 1;
    // Hashtags stand below the names, or in their place.
    if kind.source == Source::Hxl && !hxl::is(&header) {
        rows.next(&mut cells)?;
        header = texts(std::mem::take(&mut cells));
        header_rows = 2;
    }
    let names = Names::of(&header);
    let mut layout: Box<dyn Layout> = match kind.source {
        Source::WorldBank => Box::new(world_bank::layout(&names, &header, &above)),
        Source::Uis => Box::new(uis::layout(&names)),
        Source::Owid => Box::new(owid::layout(&names, &header, beside)),
        Source::Sdmx => Box::new(sdmx::layout(&header)),
        Source::Hxl => Box::new(hxl::layout(&header)),
        Source::Plain => Box::new(plain::layout(&names)),
    };
    let mut gather = Gather::default();
    while rows.next(&mut cells)? {
        layout.row(&texts(std::mem::take(&mut cells)), &mut gather);
    }
    layout.end(&mut gather);
    let mut taken = gather.finish(kind.tool());
    taken.value.about.skipped = above.len() as u64;
    taken.value.about.header_rows = header_rows;
    Ok(taken)
}

fn texts(cells: Vec<Cell>) -> Vec<String> {
    let text = |cell| match cell {
        Cell::Blank => String::new(),
        Cell::Number(number) => decimal(number),
        Cell::Text(text) => text,
        Cell::Flag(flag) => flag.to_string(),
    };
    cells.into_iter().map(text).collect()
}

/// The cell of a column, trimmed; empty where there is none.
fn at(cells: &[String], place: Option<usize>) -> &str {
    let cell = place.and_then(|place| cells.get(place));
    cell.map_or("", |cell| cell.trim())
}

/// A source with its date.
fn dated(source: &str, date: &str) -> String {
    match date.is_empty() {
        true => source.into(),
        false => format!("{source} ({date})"),
    }
}
