//! How the numbers were made, from which sources, and what a reader must know of them.

use super::html::escape;
use crate::chart::{answered, is_average};
use crate::document::{Basis, Dataset, DatasetKind, Publication};
use crate::error::Error;
use crate::estimate::{QueryResult, Row};
use crate::locale::catalogue::report as say;
use crate::locale::format::{date, integer, list, percent};
use crate::locale::message::Message;
use crate::locale::{Locale, explain};

/// The block on sources and method.
pub(super) fn method(publication: &Publication, locale: &Locale) -> String {
    let mut html = format!(
        "<section class=\"method\">\n<h2>{}</h2>\n",
        escape(say::METHOD.get(locale))
    );
    for dataset in &publication.document.datasets {
        let results = results_of(publication, dataset);
        if !results.is_empty() {
            html += &source(publication, dataset, &results, locale);
        }
    }
    let results = &publication.results;
    let mut notes = results.results.iter().flat_map(|result| &result.notes);
    html += &sentences(&say::NOTES, &mut notes, locale);
    html += &sentences(&say::WARNINGS, &mut results.warnings.iter(), locale);
    html + "</section>\n"
}

fn results_of<'a>(publication: &'a Publication, dataset: &Dataset) -> Vec<&'a QueryResult> {
    let queries = &publication.document.queries;
    let from = |result: &&QueryResult| {
        let query = queries.iter().find(|query| query.id == result.id);
        query.is_some_and(|query| query.dataset == dataset.id)
    };
    publication.results.results.iter().filter(from).collect()
}

/// A data set: how to cite it, and what was done with it.
fn source(
    publication: &Publication,
    dataset: &Dataset,
    results: &[&QueryResult],
    locale: &Locale,
) -> String {
    let cite = dataset
        .cite
        .as_ref()
        .map_or(dataset.source.as_str(), |cite| cite.get(locale));
    let mut items = Vec::new();
    if let Some(when) = &dataset.date {
        items.push(say::DATE.with(locale, &[("date", &date(when, locale))]));
    }
    if let Some(licence) = &dataset.licence {
        items.push(say::LICENCE.with(locale, &[("licence", licence.get(locale))]));
    }
    match dataset.kind {
        DatasetKind::Survey => survey(publication, dataset, results, locale, &mut items),
        DatasetKind::PolicyEvents => items.push(say::POLICIES.get(locale).into()),
    }
    let items = listed(&items);
    format!("<h3>{}</h3>\n<ul>{items}</ul>\n", escape(cite))
}

/// The items of a list.
fn listed(items: &[String]) -> String {
    let mut html = String::new();
    for item in items {
        html += &format!("<li>{}</li>", escape(item));
    }
    html
}

fn survey(
    publication: &Publication,
    dataset: &Dataset,
    results: &[&QueryResult],
    locale: &Locale,
    items: &mut Vec<String>,
) {
    let basis = dataset.basis.map(|basis| match basis {
        Basis::Probability => &say::PROBABILITY,
        Basis::Census => &say::CENSUS,
        Basis::SelfSelected => &say::SELF_SELECTED,
    });
    items.extend(basis.map(|sentence| sentence.get(locale).to_owned()));
    items.extend(records(results, locale));
    if let Some(design) = &dataset.design {
        if let Some(weight) = &design.weight {
            items.push(say::WEIGHT.with(locale, &[("weight", weight)]));
        }
        if !design.strata.is_empty() {
            items.push(say::STRATA.with(locale, &[("strata", &list(&design.strata, locale))]));
        }
        if !design.clusters.is_empty() {
            items
                .push(say::CLUSTERS.with(locale, &[("clusters", &list(&design.clusters, locale))]));
        }
    }
    items.extend(errors(results, locale));
    if results
        .iter()
        .any(|result| result.rows.iter().any(is_average))
    {
        items.push(say::AVERAGE.get(locale).into());
    }
    let least = results
        .iter()
        .filter_map(|result| result.method.min_n)
        .max();
    items.extend(least.map(|least| say::LEAST.with(locale, &[("least", &integer(least, locale))])));
    for variable in &publication.document.variables {
        let asked = |result: &&QueryResult| asks(publication, result, &variable.id);
        if variable.dataset != dataset.id || !results.iter().any(asked) {
            continue;
        }
        let columns = match (&variable.recode, &variable.index) {
            (Some(recode), _) => std::slice::from_ref(&recode.from),
            (None, Some(index)) => &index.items,
            (None, None) => continue,
        };
        let label = variable
            .label
            .as_ref()
            .map_or(variable.id.as_str(), |label| label.get(locale));
        items.push(say::DERIVED.with(
            locale,
            &[("label", label), ("columns", &list(columns, locale))],
        ));
    }
}

/// Whether a result answers a query that speaks of a variable.
fn asks(publication: &Publication, result: &QueryResult, variable: &str) -> bool {
    let queries = &publication.document.queries;
    let query = queries.iter().find(|query| query.id == result.id);
    query.is_some_and(|query| query.names(variable))
}

/// How errors and intervals were made, where there are any.
fn errors(results: &[&QueryResult], locale: &Locale) -> Option<String> {
    let method = results
        .iter()
        .map(|result| &result.method)
        .find(|method| method.variance.as_deref() == Some("taylor"))?;
    let level = percent(method.level.unwrap_or(0.95), 0, locale);
    let logit = results
        .iter()
        .any(|result| result.method.interval.as_deref() == Some("logit"));
    let sentence = if logit {
        &say::TAYLOR_LOGIT
    } else {
        &say::TAYLOR
    };
    Some(sentence.with(locale, &[("level", &level)]))
}

/// Valid answers behind the figures: one count, or from the fewest to the most where questions differ.
fn records(results: &[&QueryResult], locale: &Locale) -> Option<String> {
    let (mut low, mut high) = (u64::MAX, 0);
    for result in results {
        let rows: Vec<&Row> = result.rows.iter().collect();
        for n in answered(&rows) {
            (low, high) = (low.min(n), high.max(n));
        }
    }
    if low > high {
        return None;
    }
    if low == high {
        return Some(say::RECORDS.with(low, locale, &[]));
    }
    let (low, high) = (integer(low, locale), integer(high, locale));
    Some(say::RECORDS_BETWEEN.with(locale, &[("low", &low), ("high", &high)]))
}

/// A heading with one sentence for each error, warning or note; the same sentence once.
fn sentences(
    heading: &Message,
    errors: &mut dyn Iterator<Item = &Error>,
    locale: &Locale,
) -> String {
    let mut said: Vec<String> = Vec::new();
    for error in errors {
        let sentence = explain(error, locale);
        if !said.contains(&sentence) {
            said.push(sentence);
        }
    }
    if said.is_empty() {
        return String::new();
    }
    let items = listed(&said);
    format!(
        "<h3>{}</h3>\n<ul>{items}</ul>\n",
        escape(heading.get(locale))
    )
}
