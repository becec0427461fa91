//! Figures that others published, as the answer to a query.

use super::{COUNTRY, INDICATOR, Indicators, LATEST, LISTED, Observation, PERIOD, Place};
use crate::codebook::Code;
use crate::document::Query;
use crate::error::{Error, Result};
use crate::estimate::{Flag, LabelledCode, Method, QueryResult, ResultColumn, Row};
use crate::json;
use crate::locale::Text;
use crate::numeric::normal_quantile;
use crate::period::Period;
use crate::short_map::ShortMap;
use std::collections::BTreeSet;

impl Indicators {
    /// Answers a query.
    ///
    /// By country: the latest value of each, up to the period in `on` where there is one, with its own period as a further key.
    /// By country and period: every value, or those of the periods in `on`. Without `of` it is asked for every indicator, which is
    /// a key then. A country without a value has the flag `no_data`.
    ///
    /// Notes: `indicator_source` {source} for each source of what is shown; `indicator_status` {status, values} for what
    /// publishers say of single values.
    ///
    /// # Errors
    /// `unknown_indicator` (value, options); `field_needed`; `invalid_date`; `contradicting_values` {values} where the file holds
    /// two values of what would be shown.
    pub fn answer(&self, query: &Query) -> Result<QueryResult> {
        let asked = self.asked(query)?;
        let shown = self.shown(query, &asked)?;
        let twice = shown.iter().filter(|shown| shown.is(|it| it.contradicted));
        let twice: Vec<String> = twice.map(Shown::name).take(LISTED).collect();
        if !twice.is_empty() {
            let error = Error::new("contradicting_values").with("values", twice);
            return Err(error.at("/of"));
        }
        let level = query.ci.clone().unwrap_or_default().level;
        let single = query.of.is_some();
        let rows: Vec<Row> = shown
            .iter()
            .map(|shown| self.row(shown, level, single))
            .collect();
        let has_error = rows.iter().any(|row| row.ci.is_some());
        Ok(QueryResult {
            id: query.id.clone(),
            query: json::of(query),
            method: Method {
                interval: has_error.then(|| "normal".into()),
                level: has_error.then_some(level),
                ..Method::exact(INDICATOR, "value")
            },
            columns: self.columns(&asked, &shown, single),
            rows,
            comparisons: Vec::new(),
            notes: notes(&shown),
        })
    }

    /// The indicators that are asked about, by place.
    fn asked(&self, query: &Query) -> Result<Vec<usize>> {
        let Some(of) = &query.of else {
            return Ok((0..self.indicators.len()).collect());
        };
        let codes = || self.indicators.iter().map(|(code, _)| code.as_str());
        let place = codes().position(|code| code == of.variable);
        let unknown = || Error::unknown("unknown_indicator", &of.variable, codes()).at("/of");
        Ok(vec![place.ok_or_else(unknown)?])
    }

    fn shown(&self, query: &Query, asked: &[usize]) -> Result<Vec<Shown<'_>>> {
        let needed = |field: &str, kind: &str| {
            let error = Error::new("field_needed").with("field", field);
            error.with("kind", kind)
        };
        let by = |name: &str| query.by.iter().any(|by| by == name);
        if !by(COUNTRY) {
            return Err(needed("by: country", INDICATOR));
        }
        let latest = query.on.iter().any(|on| on == LATEST);
        let by_period = by(PERIOD) && !latest;
        let on = match latest {
            true => Vec::new(),
            false => periods(&query.on)?,
        };
        if !by_period && on.len() > 1 {
            return Err(needed("by: period", "on"));
        }
        let mut shown = Vec::new();
        for indicator in asked {
            let periods: Vec<&Period> = match (by_period, on.is_empty()) {
                (true, true) => self.periods(*indicator),
                (true, false) => on.iter().collect(),
                (false, _) => Vec::new(),
            };
            for country in &self.countries {
                let place = (*indicator, *country);
                if !by_period {
                    let until = on.first();
                    shown.push(Shown {
                        country,
                        indicator: *indicator,
                        asked: until.map_or(LATEST, Period::text).into(),
                        found: self.latest(place, until),
                    });
                }
                shown.extend(periods.iter().map(|period| Shown {
                    country,
                    indicator: *indicator,
                    asked: period.text().into(),
                    found: self.of(place).find(|(known, _)| *known == *period),
                }));
            }
        }
        Ok(shown)
    }

    /// The observations of an indicator in a country, the earliest first.
    fn of(&self, place: Place) -> impl DoubleEndedIterator<Item = (&Period, &Observation)> {
        self.observations.get(&place).into_iter().flatten()
    }

    /// The latest value; where there is none, the latest reason for it.
    fn latest(&self, place: Place, until: Option<&Period>) -> Option<(&Period, &Observation)> {
        let within = |(period, _): &(&Period, &Observation)| {
            until.is_none_or(|until| period.last_day() <= until.last_day())
        };
        let valued = |(_, seen): &(&Period, &Observation)| seen.value.is_some();
        let value = self.of(place).filter(within).rfind(valued);
        value.or_else(|| self.of(place).rfind(within))
    }

    /// The periods of an indicator in any country, the earliest first.
    fn periods(&self, indicator: usize) -> Vec<&Period> {
        let countries = self.countries.iter();
        let of = countries.flat_map(|country| self.of((indicator, country)));
        let periods: BTreeSet<&Period> = of.map(|(period, _)| period).collect();
        periods.into_iter().collect()
    }

    fn row(&self, shown: &Shown<'_>, level: f64, single: bool) -> Row {
        let text = |text: &str| Code::Text(text.into());
        let mut by: ShortMap<String, Code> = ShortMap::new();
        by.insert(COUNTRY.into(), text(shown.country));
        by.insert(PERIOD.into(), text(shown.period()));
        if !single && let Some((code, _)) = self.indicators.get(shown.indicator) {
            by.insert(INDICATOR.into(), text(code));
        }
        let value = shown.found.and_then(|(_, seen)| seen.value);
        let se = shown.found.and_then(|(_, seen)| seen.se);
        let se = se.filter(|_| value.is_some());
        let half = se.map(|se| normal_quantile((1.0 - level) / 2.0) * se);
        Row {
            by,
            estimate: value,
            se,
            ci: value
                .zip(half)
                .map(|(value, half)| [value - half, value + half]),
            flags: match value {
                Some(_) => Vec::new(),
                None => vec![Flag::NoData],
            },
            ..Row::default()
        }
    }

    fn columns(&self, asked: &[usize], shown: &[Shown<'_>], single: bool) -> Vec<ResultColumn> {
        let column = |name: &str, values: Vec<LabelledCode>| ResultColumn {
            name: name.into(),
            label: None,
            values,
        };
        let plain = |code: &str| LabelledCode {
            code: Code::Text(code.into()),
            label: None,
        };
        let countries = self.countries.iter().map(|country| plain(country));
        let periods: BTreeSet<&Period> = shown
            .iter()
            .filter_map(|shown| shown.found.map(|(period, _)| period))
            .collect();
        let mut known: Vec<LabelledCode> = periods.iter().map(|it| plain(it.text())).collect();
        if shown.iter().any(|shown| shown.period() == LATEST) {
            // No period at all: a dash in every language.
            known.push(LabelledCode {
                label: Some(Text::Plain("–".into())),
                ..plain(LATEST)
            });
        }
        let mut columns = vec![column(COUNTRY, countries.collect()), column(PERIOD, known)];
        let indicators = asked.iter().filter_map(|place| self.indicators.get(*place));
        if single {
            columns.extend(indicators.map(|(code, label)| ResultColumn {
                label: label.clone().or(Some(Text::Plain(code.clone()))),
                ..column("of", Vec::new())
            }));
        } else {
            let values = indicators.map(|(code, label)| LabelledCode {
                label: label.clone(),
                ..plain(code)
            });
            columns.push(column(INDICATOR, values.collect()));
        }
        columns
    }
}

/// What stands in one row.
struct Shown<'a> {
    country: &'static str,
    indicator: usize,
    /// The period that was asked for.
    asked: String,
    found: Option<(&'a Period, &'a Observation)>,
}

impl Shown<'_> {
    fn period(&self) -> &str {
        self.found.map_or(&self.asked, |(period, _)| period.text())
    }

    fn is(&self, wanted: impl Fn(&Observation) -> bool) -> bool {
        self.found.is_some_and(|(_, seen)| wanted(seen))
    }

    /// For lists of single values: `PER 2019`.
    fn name(&self) -> String {
        format!("{} {}", self.country, self.period())
    }
}

fn notes(shown: &[Shown<'_>]) -> Vec<Error> {
    let said = |what: fn(&Observation) -> Option<&String>| {
        let mut all: Vec<(&String, Vec<String>)> = Vec::new();
        for shown in shown {
            let Some(text) = shown.found.and_then(|(_, seen)| what(seen)) else {
                continue;
            };
            match all.iter_mut().find(|(known, _)| *known == text) {
                Some((_, values)) => values.push(shown.name()),
                None => all.push((text, vec![shown.name()])),
            }
        }
        all
    };
    let sources = said(|seen| seen.source.as_ref()).into_iter();
    let sources =
        sources.map(|(source, _)| Error::new("indicator_source").with("source", source.as_str()));
    let statuses = said(|seen| seen.status.as_ref()).into_iter();
    let statuses = statuses.map(|(status, mut values)| {
        values.truncate(LISTED);
        let note = Error::new("indicator_status").with("status", status.as_str());
        note.with("values", values)
    });
    sources.chain(statuses).collect()
}

/// Periods as documents write them.
fn periods(on: &[String]) -> Result<Vec<Period>> {
    let read = on.iter().enumerate().map(|(index, text)| {
        let invalid = || Error::new("invalid_date").with("value", text.as_str());
        let at = format!("/on/{index}");
        Period::parse(text).ok_or_else(|| invalid().at(at))
    });
    read.collect()
}
