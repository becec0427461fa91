//! What a kind of chart needs to know: the document's wish, the reader's wish, and what both mean together.

use super::figures::Figures;
use super::request::Request;
use super::spec::{ChartKind, Order, Spec};
use super::theme::{Palette, Sizes};
use crate::codebook::Code;
use crate::document::{Dataset, Publication, Query};
use crate::error::{Error, Result};
use crate::estimate::{QueryResult, ResultColumn};
use crate::locale::Locale;
use crate::locale::catalogue::chart as say;
use crate::locale::format::{date, list_or};
use crate::locale::message::Message;
use crate::shape::name;

/// One chart of one publication for one reader.
#[derive(Clone)]
pub(super) struct Context<'a> {
    pub publication: &'a Publication,
    pub spec: &'a Spec,
    pub request: &'a Request,
    /// The rows of a panel, instead of all that the query gave.
    pub part: Option<&'a QueryResult>,
    /// The panel's rows of the measure that a scatter draws against them, where those are split too.
    pub part_against: Option<&'a QueryResult>,
    /// The key that makes the panels, and its value in this one.
    pub panel: Option<(&'a str, &'a str)>,
    pub locale: &'a Locale,
    pub palette: Palette,
    pub sizes: Sizes,
}

impl<'a> Context<'a> {
    pub fn new(publication: &'a Publication, spec: &'a Spec, request: &'a Request) -> Self {
        Context {
            publication,
            spec,
            request,
            part: None,
            part_against: None,
            panel: None,
            locale: &request.locale,
            palette: request
                .theme
                .palette()
                .branded(publication.document.brand.as_ref()),
            sizes: Sizes::for_width(request.width_px, request.text_scale),
        }
    }

    /// The results that the chart draws.
    pub fn result(&self) -> Result<&'a QueryResult> {
        match self.part {
            Some(part) => Ok(part),
            None => self.whole(),
        }
    }

    /// The results of the query, of which a panel has a part.
    pub fn whole(&self) -> Result<&'a QueryResult> {
        let id = self.spec.query.as_deref().ok_or_else(|| {
            Error::new("chart_without_query").with("chart", self.spec.id.as_str())
        })?;
        self.result_of(id)
    }

    /// The results of a query.
    pub fn result_of(&self, id: &str) -> Result<&'a QueryResult> {
        let found = self
            .publication
            .results
            .results
            .iter()
            .find(|result| result.id == id);
        found.ok_or_else(|| match self.query_of(id) {
            Some(_) => Error::new("chart_without_results")
                .with("chart", self.spec.id.as_str())
                .with("query", id),
            None => {
                let queries = &self.publication.document.queries;
                Error::unknown(
                    "unknown_query",
                    id,
                    queries.iter().map(|query| query.id.as_str()),
                )
            }
        })
    }

    /// The key of the panels, for what stands around all of them.
    pub fn split_by(&self) -> Option<&'a str> {
        let by = self.spec.by.as_deref();
        by.filter(|_| self.spec.of.is_some() && self.part.is_none())
    }

    /// The query behind the chart.
    pub fn query(&self) -> Option<&'a Query> {
        self.query_of(self.spec.query.as_deref()?)
    }

    /// A query of the document.
    pub fn query_of(&self, id: &str) -> Option<&'a Query> {
        let mut queries = self.publication.document.queries.iter();
        queries.find(|query| query.id == id)
    }

    /// The data sets behind the chart: the query's, or those of the indicators of a theory.
    pub fn datasets(&self) -> Vec<&'a Dataset> {
        let document = &self.publication.document;
        let mut wanted: Vec<&str> = self.spec.query.as_deref().into_iter().collect();
        wanted.extend(self.spec.against.as_deref());
        if let Some(theory) = &document.theory
            && self.spec.kind == ChartKind::Theory
        {
            for indicator in &theory.indicators {
                wanted.extend(indicator.query.as_deref());
            }
        }
        let mut datasets = Vec::new();
        for dataset in &document.datasets {
            let asks =
                |query: &Query| query.dataset == dataset.id && wanted.contains(&query.id.as_str());
            if document.queries.iter().any(asks) {
                datasets.push(dataset);
            }
        }
        datasets
    }

    pub fn order(&self) -> Order {
        self.request.order.unwrap_or(self.spec.order)
    }

    pub fn is_highlighted(&self, country: &str) -> bool {
        let wished = self
            .request
            .highlight
            .as_ref()
            .unwrap_or(&self.spec.highlight);
        wished.iter().any(|iso3| iso3 == country)
    }

    /// Countries that somebody asked for by name: the reader, or else the document.
    pub fn asked_for(&self) -> Vec<String> {
        let (spec, request) = (self.spec, self.request);
        let mut countries = request
            .countries
            .as_ref()
            .unwrap_or(&spec.countries)
            .clone();
        countries.extend_from_slice(request.highlight.as_ref().unwrap_or(&spec.highlight));
        countries
    }

    /// Whether a country is drawn. One that stands out always is.
    pub fn is_drawn(&self, country: &str) -> bool {
        let wished = self
            .request
            .countries
            .as_ref()
            .unwrap_or(&self.spec.countries);
        wished.is_empty()
            || wished.iter().any(|iso3| iso3 == country)
            || self.is_highlighted(country)
    }

    /// Formats for the result's numbers.
    pub fn figures(&self, result: &QueryResult) -> Figures<'a> {
        // Panels write their numbers alike.
        let result = self.result_of(&result.id).unwrap_or(result);
        let sizes = result.rows.iter().filter_map(|row| row.estimate);
        let largest = sizes.fold(0.0, |largest: f64, size| largest.max(size.abs()));
        let mut figures = Figures::new(&result.method.unit, largest, self.locale);
        if result.method.estimate == "indicator" {
            figures.decimals = published(result, figures.decimals);
        }
        figures
    }

    /// The title that the author gives.
    pub fn own_title(&self) -> Option<String> {
        let title = self.spec.title.as_ref()?;
        Some(title.get(self.locale).to_string())
    }

    pub fn say(&self, message: &Message) -> &'static str {
        message.get(self.locale)
    }

    pub fn tell(&self, message: &Message, params: &[(&str, &str)]) -> String {
        message.with(self.locale, params)
    }

    /// As of when the status of policies was known, where the query asks for a date.
    pub fn known_on(&self) -> Vec<String> {
        let asked = self.query().and_then(|query| query.known_on.as_ref());
        let said = asked.map(|when| {
            let date = date(when, self.locale);
            self.tell(&say::KNOWN_ON, &[("date", &date)])
        });
        said.into_iter().collect()
    }

    /// Name of what the query asks about: a variable, or a dimension of policy.
    pub fn variable(&self) -> String {
        let query = self.query();
        let of = query.and_then(|query| query.of.as_ref());
        let dimension = || query.and_then(|query| query.dimension.clone());
        of.map(|of| of.variable.clone())
            .or_else(dimension)
            .unwrap_or_default()
    }

    /// What results must be for this kind of chart, when they are not.
    pub fn needs(&self, needs: &str) -> Error {
        Error::new("chart_needs")
            .with("chart", self.spec.id.as_str())
            .with("kind", name(&self.spec.kind))
            .with("needs", needs)
    }

    /// What is measured: the chart's subtitle, or the label of the variable, with the answers that count.
    pub fn subtitle(&self, result: Option<&QueryResult>) -> Option<String> {
        if let Some(text) = &self.spec.subtitle {
            return Some(text.get(self.locale).to_string()).filter(|text| !text.is_empty());
        }
        self.measured(self.query()?, result)
    }

    /// What a query measures: the label of its variable, with the answers that count.
    pub fn measured(&self, query: &Query, result: Option<&QueryResult>) -> Option<String> {
        let of = query.of.as_ref()?;
        let derived = self
            .publication
            .document
            .variables
            .iter()
            .find(|v| v.id == of.variable);
        let columns = result.map_or(&[][..], |result| &result.columns);
        // Results call the variable that is asked about `of`, and the answers of a whole distribution `category`.
        let names = [of.variable.as_str(), "of", "category"];
        let column = names
            .iter()
            .find_map(|name| columns.iter().find(|column| column.name == *name));
        let label = derived
            .and_then(|variable| variable.label.as_ref())
            .or_else(|| column?.label.as_ref())?
            .get(self.locale);
        let answers: Vec<String> = of
            .is
            .iter()
            .filter_map(|code| label_of(column?, &key(code), self.locale))
            .collect();
        if answers.is_empty() || derived.is_some() {
            return Some(label.to_string());
        }
        let answers: Vec<String> = answers.iter().map(|answer| bare(answer)).collect();
        let answers = list_or(&answers, self.locale);
        let counted = self.tell(&say::ANSWERS_COUNTED, &[("answers", &answers)]);
        Some(format!("{label} · {counted}"))
    }
}

/// A label without the full stop that questionnaires end it with: it becomes part of a sentence.
pub(super) fn bare(label: &str) -> String {
    label
        .trim()
        .strip_suffix('.')
        .unwrap_or(label.trim())
        .to_string()
}

/// A code as a key: `3` and `3.0` and `"3"` are the same.
pub(super) fn key(code: &Code) -> String {
    code.key()
}

/// The label of a value of a column.
pub(super) fn label_of(column: &ResultColumn, code: &str, locale: &Locale) -> Option<String> {
    let value = column
        .values
        .iter()
        .find(|value| value.code.has_key(code))?;
    let text = value.label.as_ref()?.get(locale);
    (!text.is_empty()).then(|| text.to_string())
}

/// The codes of a column's values, in their order; none where there is no such column.
pub(super) fn codes(result: &QueryResult, name: &str) -> Vec<String> {
    let values = column(result, name).map_or(&[][..], |column| &column.values);
    values.iter().map(|value| key(&value.code)).collect()
}

/// The column of the results with this name.
pub(super) fn column<'r>(result: &'r QueryResult, name: &str) -> Option<&'r ResultColumn> {
    result.columns.iter().find(|column| column.name == name)
}

/// Decimals of published figures: no more than they came with, where they have no error that has its own.
fn published(result: &QueryResult, most: usize) -> usize {
    let mut decimals = most;
    while decimals > 0 {
        let tens = if decimals > 1 { 10.0 } else { 1.0 };
        for row in &result.rows {
            let size = row.estimate.unwrap_or_default() * tens;
            if row.se.is_some() || (size.round() - size).abs() > 1e-6 {
                return decimals;
            }
        }
        decimals -= 1;
    }
    decimals
}
