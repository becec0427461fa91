//! The part of a publication that one chart needs: what an embed or a link carries.

use super::{Condition, Dataset, Document, Publication, Query};
use crate::chart::ChartKind;
use crate::error::{Error, Result};
use crate::estimate::Results;

impl Publication {
    /// Keeps one chart, its query with its result, and of its data set what a reader has to know: source, licence, date, how
    /// the records came into the sample. A theory keeps its indicators' queries; any other chart keeps no theory. How the
    /// file was read and weighted stays behind: nothing here is computed again.
    ///
    /// # Errors
    /// `unknown_chart` (value, options).
    pub fn prune(&self, chart: &str) -> Result<Publication> {
        let document = &self.document;
        let spec = document
            .charts
            .iter()
            .find(|spec| spec.id == chart)
            .ok_or_else(|| {
                let charts = document.charts.iter().map(|spec| spec.id.as_str());
                Error::unknown("unknown_chart", chart, charts)
            })?;
        let theory = match spec.kind {
            ChartKind::Theory => document.theory.clone(),
            _ => None,
        };
        let of_indicators = theory.iter().flat_map(|theory| &theory.indicators);
        let wanted: Vec<&str> = spec
            .query
            .iter()
            .chain(of_indicators.filter_map(|indicator| indicator.query.as_ref()))
            .map(String::as_str)
            .collect();
        let queries = kept(&document.queries, |query| {
            wanted.contains(&query.id.as_str())
        });
        let datasets = kept(&document.datasets, |dataset| {
            queries.iter().any(|(_, query)| query.dataset == dataset.id)
        });
        let variables = document
            .variables
            .iter()
            .filter(|variable| {
                let uses = |(_, query): &(usize, &Query)| {
                    query.dataset == variable.dataset && query.names(&variable.id)
                };
                queries.iter().any(uses)
            })
            .cloned()
            .collect();
        let moved = |errors: &[Error]| -> Vec<Error> {
            let places = [
                ("/datasets/", indices(&datasets)),
                ("/queries/", indices(&queries)),
            ];
            errors
                .iter()
                .filter_map(|error| moved(error, &places))
                .collect()
        };
        let results = Results {
            pulso: self.results.pulso,
            results: self
                .results
                .results
                .iter()
                .filter(|result| wanted.contains(&result.id.as_str()))
                .cloned()
                .collect(),
            errors: moved(&self.results.errors),
            warnings: moved(&self.results.warnings),
        };
        let document = Document {
            pulso: document.pulso,
            title: document.title.clone(),
            locale: document.locale.clone(),
            datasets: datasets.iter().map(|(_, dataset)| shown(dataset)).collect(),
            variables,
            queries: queries
                .into_iter()
                .map(|(_, query)| query.clone())
                .collect(),
            theory,
            charts: vec![spec.clone()],
            report: Vec::new(),
        };
        Ok(Publication { document, results }.shared())
    }
}

/// What a reader has to know of a data set.
fn shown(dataset: &Dataset) -> Dataset {
    Dataset {
        id: dataset.id.clone(),
        kind: dataset.kind,
        source: dataset.source.clone(),
        basis: dataset.basis,
        cite: dataset.cite.clone(),
        licence: dataset.licence.clone(),
        date: dataset.date.clone(),
        ..Dataset::default()
    }
}

/// The items that are kept, with the index that they had.
fn kept<T>(items: &[T], keep: impl Fn(&T) -> bool) -> Vec<(usize, &T)> {
    items
        .iter()
        .enumerate()
        .filter(|(_, item)| keep(item))
        .collect()
}

fn indices<T>(items: &[(usize, T)]) -> Vec<usize> {
    items.iter().map(|(index, _)| *index).collect()
}

/// An error that speaks of something kept, pointing to where that now stands.
fn moved(error: &Error, places: &[(&str, Vec<usize>)]) -> Option<Error> {
    let pointer = error.place.document.as_deref()?;
    let (list, rest, kept) = places
        .iter()
        .find_map(|(list, kept)| Some((list, pointer.strip_prefix(list)?, kept)))?;
    let (index, tail) = match rest.split_once('/') {
        Some((index, tail)) => (index, format!("/{tail}")),
        None => (rest, String::new()),
    };
    let index: usize = index.parse().ok()?;
    let now = kept.iter().position(|before| *before == index)?;
    Some(error.clone().at(format!("{list}{now}{tail}")))
}

impl Query {
    /// Whether the query speaks of a variable.
    pub(crate) fn names(&self, variable: &str) -> bool {
        let single = [
            self.of.as_ref().map(|of| &of.variable),
            self.numerator.as_ref(),
            self.denominator.as_ref(),
        ];
        single.into_iter().flatten().any(|name| name == variable)
            || self
                .items
                .iter()
                .chain(&self.by)
                .any(|name| name == variable)
            || self
                .domain
                .as_ref()
                .is_some_and(|domain| domain.names(variable))
    }
}

impl Condition {
    /// Whether the condition, or one within it, speaks of a variable.
    fn names(&self, variable: &str) -> bool {
        let within = [&self.all, &self.any].into_iter().flatten().flatten();
        self.variable.as_deref() == Some(variable)
            || within
                .chain(self.not.as_deref())
                .any(|condition| condition.names(variable))
    }
}
