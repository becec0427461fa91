//! Everything that can be said of a document without data.

#[cfg(all(feature = "complete", feature = "viewer"))]
mod brand;
mod chart;
#[cfg(feature = "engine")]
mod composite;
mod condition;
mod dataset;
mod design;
mod query;
mod takes;
mod variable;

use super::{Block, Document};
use crate::date::Date;
use crate::error::Error;
use crate::shape::{self, Written};

/// The languages in which this engine speaks.
const LANGUAGES: [&str; 4] = ["es", "pt", "en", "fr"];

impl Document {
    /// What is wrong with a document that was read, in its own order; empty where nothing is. Places are JSON pointers.
    ///
    /// | code | params |
    /// |---|---|
    /// | `unknown_language` | `value`, `options` |
    /// | `duplicate_id` | `value` |
    /// | `unknown_dataset`, `unknown_query`, `unknown_chart`, `unknown_item` | `value`, `options`, nearest as the hint |
    /// | `missing_basis` | `value`: the data set; `options`: `probability`, `census`, `self_selected` |
    /// | `field_needed` | `field`; `kind`: of data set, estimate or chart |
    /// | `field_out_of_place` | `field`, `kind` |
    /// | `exactly_one` | `options`: fields of which exactly one may stand; `found` |
    /// | `empty_list` | `field` |
    /// | `listed_twice` | `value` |
    /// | `out_of_range` | `value`, `min`, `max` |
    /// | `range_not_ascending` | `min`, `max` |
    /// | `invalid_date` | `value` |
    /// | `rscales_missing` | |
    /// | `total_not_positive` | `group`, `value` |
    /// | `trim_excludes_one` | `low`, `high` |
    /// | `fpc_without_stage` | `value`: corrections; `stages` |
    /// | `rule_out_of_place` | `value`: the rule of suppression; `kind`: of estimate; `options`: estimates that it serves |
    /// | `wrong_dataset_kind` | `value`: the estimate; `kind`: of the data set; `options`: data sets that would do |
    /// | `average_over_unknown` | `value`, `options`: the query's `by` |
    /// | `compare_without_average`, `reference_without_average` | |
    /// | `chart_kind_mismatch` | `kind`, `estimate`; `options`: estimates that it draws |
    /// | `chart_needs` | `chart`, `kind`, `needs` |
    /// | `theory_missing` | |
    /// | `not_a_colour` | `value` |
    /// | `logo_not_drawn` | `options`: what its address may begin with; `limit`: characters |
    ///
    /// and those of [`crate::theory::Theory::check`].
    pub fn check(&self) -> Vec<Error> {
        let mut errors = Vec::new();
        if !LANGUAGES.contains(&self.locale.language()) {
            errors.push(
                Error::unknown("unknown_language", self.locale.language(), LANGUAGES).at("/locale"),
            );
        }
        errors.extend(duplicate_ids(&self.datasets, "/datasets", |known| {
            &known.id
        }));
        for (index, dataset) in self.datasets.iter().enumerate() {
            errors.extend(within(&format!("/datasets/{index}"), dataset.check()));
        }
        // Two data sets may each have a variable of one name.
        for (index, variable) in self.variables.iter().enumerate() {
            let at = format!("/variables/{index}");
            let same = |other: &super::DerivedVariable| {
                (&other.dataset, &other.id) == (&variable.dataset, &variable.id)
            };
            if self.variables[..index].iter().any(same) {
                let error = Error::new("duplicate_id").with("value", variable.id.as_str());
                errors.push(error.at(format!("{at}/id")));
            }
            errors.extend(within(&at, variable.check(self)));
        }
        errors.extend(duplicate_ids(&self.queries, "/queries", |known| &known.id));
        for (index, query) in self.queries.iter().enumerate() {
            errors.extend(within(&format!("/queries/{index}"), query.check(self)));
        }
        errors.extend(self.check_theory());
        errors.extend(duplicate_ids(&self.charts, "/charts", |known| &known.id));
        for (index, chart) in self.charts.iter().enumerate() {
            let found = chart::check(chart, self);
            errors.extend(within(&format!("/charts/{index}"), found));
        }
        #[cfg(all(feature = "complete", feature = "viewer"))]
        if let Some(brand) = &self.brand {
            errors.extend(within("/brand", brand::check(brand)));
        }
        for (index, block) in self.report.iter().enumerate() {
            errors.extend(within(&format!("/report/{index}"), block.check(self)));
        }
        errors
    }

    fn check_theory(&self) -> Vec<Error> {
        let Some(theory) = &self.theory else {
            return Vec::new();
        };
        let mut errors = theory.check();
        for (index, indicator) in theory.indicators.iter().enumerate() {
            let at = format!("/theory/indicators/{index}");
            match &indicator.query {
                Some(query) => errors.extend(self.known_query(query, format!("{at}/query"))),
                None if !indicator.row.is_empty() => {
                    errors.push(field_needed("query", "row").at(at));
                }
                None => {}
            }
        }
        errors
    }

    fn known_query(&self, query: &str, at: String) -> Option<Error> {
        let options = self.queries.iter().map(|known| known.id.as_str());
        known("unknown_query", query, options, at)
    }

    fn known_dataset(&self, dataset: &str, at: String) -> Option<Error> {
        let options = self.datasets.iter().map(|known| known.id.as_str());
        known("unknown_dataset", dataset, options, at)
    }
}

impl Block {
    /// See [`Document::check`]; places are relative to the block.
    fn check(&self, document: &Document) -> Vec<Error> {
        let fields = [
            ("heading", self.heading.is_some()),
            ("text", self.text.is_some()),
            ("chart", self.chart.is_some()),
            ("theory", self.theory),
            ("method", self.method),
        ];
        let mut errors = Vec::from_iter(exactly_one(&fields));
        if let Some(chart) = &self.chart {
            let options = document.charts.iter().map(|known| known.id.as_str());
            errors.extend(known("unknown_chart", chart, options, "/chart".into()));
        }
        if self.theory && document.theory.is_none() {
            errors.push(Error::new("theory_missing").at("/theory"));
        }
        errors
    }
}

/// Puts places that are relative to a part into the whole.
fn within(at: &str, errors: Vec<Error>) -> impl Iterator<Item = Error> {
    errors.into_iter().map(move |error| error.within(at))
}

fn duplicate_ids<T>(parts: &[T], at: &str, id: fn(&T) -> &String) -> Vec<Error> {
    let ids: Vec<&str> = parts.iter().map(|part| id(part).as_str()).collect();
    Error::duplicates(&ids, at)
}

/// An error unless `name` is among the options.
fn known<'a>(
    code: &str,
    name: &str,
    options: impl Iterator<Item = &'a str> + Clone,
    at: String,
) -> Option<Error> {
    let is_known = options.clone().any(|option| option == name);
    (!is_known).then(|| Error::unknown(code, name, options).at(at))
}

/// An error unless exactly one of the fields stands there.
fn exactly_one(fields: &[(&str, bool)]) -> Option<Error> {
    let names = |fields: &mut dyn Iterator<Item = &(&str, bool)>| -> Vec<String> {
        fields.map(|(name, _)| name.to_string()).collect()
    };
    let found = names(&mut fields.iter().filter(|(_, stands)| *stands));
    (found.len() != 1).then(|| {
        Error::new("exactly_one")
            .with("options", names(&mut fields.iter()))
            .with("found", found)
    })
}

/// Names that stand a second time in a list.
fn listed_twice(names: &[String], at: &str) -> Vec<Error> {
    names
        .iter()
        .enumerate()
        .filter(|(index, name)| names[..*index].contains(name))
        .map(|(index, name)| {
            Error::new("listed_twice")
                .with("value", name.as_str())
                .at(format!("{at}/{index}"))
        })
        .collect()
}

fn empty_list(field: &str) -> Error {
    Error::new("empty_list")
        .with("field", field)
        .at(format!("/{field}"))
}

fn field_needed(field: &str, kind: &str) -> Error {
    Error::new("field_needed")
        .with("field", field)
        .with("kind", kind)
}

/// `field` is a path below the part: `of/is`.
fn field_out_of_place(field: &str, kind: &str) -> Error {
    Error::new("field_out_of_place")
        .with("field", field)
        .with("kind", kind)
        .at(format!("/{field}"))
}

fn out_of_range(value: f64, min: f64, max: f64, at: &str) -> Error {
    Error::new("out_of_range")
        .with("value", value)
        .with("min", min)
        .with("max", max)
        .at(at)
}

fn dated(date: &str, at: String) -> Option<Error> {
    Date::parse(date).err().map(|error| error.at(at))
}

/// As documents write it: `policy_status`.
fn name(kind: impl Written) -> String {
    shape::name(&kind)
}
