//! The World Bank's tables: a row for each country and series, a column for each year.
//!
//! The download of an indicator has rows above its names: `"Data Source","World Development Indicators",`, a blank one,
//! `"Last Updated Date","2024-05-30",`, a blank one. DataBank calls its years `2019 [YR2019]`, writes `..` for what is missing,
//! and says below the table `Data from database: World Development Indicators` and `Last Updated: 10/24/2024`; it may also have a
//! row for each year (`Time`, `Time Code`) and a column for each series, `Name [CODE]`.

use super::gather::{Gather, Observation};
use super::names::{CODE, COUNTRY, Names};
use super::{Layout, at, dated};
use crate::period::Period;

const SERIES: [&str; 2] = ["indicatorcode", "seriescode"];
const SERIES_NAME: [&str; 2] = ["indicatorname", "seriesname"];
const BELOW: [&str; 2] = ["Data from database:", "Last Updated:"];

/// Where things stand.
pub(super) struct WorldBank {
    country: [Option<usize>; 2],
    shape: Shape,
    /// Name of the database, and the date of its last update.
    source: [String; 2],
}

enum Shape {
    /// Columns of years.
    Years {
        series: [Option<usize>; 2],
        years: Vec<(usize, String)>,
    },
    /// Columns of series: place, code, name.
    Series {
        time: Option<usize>,
        series: Vec<(usize, String, String)>,
    },
}

pub(super) fn is(names: &Names) -> bool {
    let country = names.has(&["countrycode", "countryname"]);
    let by_year = (names.has(&SERIES) || names.has(&SERIES_NAME))
        && names.all().iter().any(|name| is_year(name));
    // `SE.PRM.ENRR` in brackets is left as `seprmenrr` at the end of a name: the columns of time are what gives it away.
    let by_series = names.has(&["time"]) && names.has(&["timecode"]);
    country && (by_year || by_series)
}

/// `2019`, or `2019yr2019`.
fn is_year(name: &str) -> bool {
    let year = |text: &str| text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    match name.split_once("yr") {
        Some((before, after)) => year(before) && before == after,
        None => year(name),
    }
}

pub(super) fn layout(names: &Names, header: &[String], above: &[Vec<String>]) -> WorldBank {
    let mut source = [String::from("World Bank"), String::new()];
    for row in above {
        match at(row, Some(0)) {
            "Data Source" => source[0] = at(row, Some(1)).into(),
            "Last Updated Date" => source[1] = at(row, Some(1)).into(),
            _ => {}
        }
    }
    let columns = names.all().iter().zip(header).enumerate();
    let shape = match names.has(&["timecode"]) {
        false => Shape::Years {
            series: [names.find(&SERIES), names.find(&SERIES_NAME)],
            years: columns
                .filter(|(_, (name, _))| is_year(name))
                .filter_map(|(place, (_, cell))| {
                    Some((place, Period::parse(cell)?.text().to_string()))
                })
                .collect(),
        },
        true => Shape::Series {
            time: names.find(&["timecode"]),
            series: columns
                .filter_map(|(place, (_, cell))| {
                    let (name, code) = cell.trim().strip_suffix(']')?.rsplit_once(" [")?;
                    Some((place, code.to_string(), name.to_string()))
                })
                .collect(),
        },
    };
    WorldBank {
        country: [names.find(&CODE), names.find(&COUNTRY)],
        shape,
        source,
    }
}

impl Layout for WorldBank {
    fn row(&mut self, cells: &[String], gather: &mut Gather) {
        // Below the table DataBank says what its database is called, in the first column.
        let first = at(cells, Some(0));
        for (place, mark) in BELOW.iter().enumerate() {
            if let Some(said) = first.strip_prefix(mark) {
                self.source[place] = said.trim().into();
                return;
            }
        }
        let area = self.country.map(|place| at(cells, place));
        // The source may be named below: it is given its name in the end.
        let source = gather.source("");
        let add = |series: u32, period: &str, value: &str, gather: &mut Gather| {
            gather.add(Observation {
                area,
                period,
                series,
                value,
                source,
                ..Observation::default()
            });
        };
        match &self.shape {
            Shape::Years { series, years } => {
                let [code, name] = series.map(|place| at(cells, place));
                let series = gather.series(if code.is_empty() { name } else { code }, name);
                for (place, year) in years {
                    add(series, year, at(cells, Some(*place)), gather);
                }
            }
            Shape::Series { time, series } => {
                for (place, code, name) in series {
                    let series = gather.series(code, name);
                    add(series, at(cells, *time), at(cells, Some(*place)), gather);
                }
            }
        }
    }

    fn end(&self, gather: &mut Gather) {
        let [name, date] = &self.source;
        gather.rename_sources(|_| dated(name, date));
    }
}
