//! How the numbers were made, from which sources, and what a reader must know of them.

use super::html::escape;
use crate::chart::{answered, is_average};
use crate::document::{
    Basis, Dataset, DatasetKind, Preset, Publication, ReplicateMethod, SuppressRule,
};
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
        // Their sources stand below each chart.
        DatasetKind::Indicators | DatasetKind::Network => {}
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
    items.extend(weighting(dataset, locale));
    items.extend(errors(dataset, results, locale));
    items.extend(asked(publication, results, locale));
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

/// The study whose design was taken, and the totals that the weights were brought to.
fn weighting(dataset: &Dataset, locale: &Locale) -> Vec<String> {
    let mut items = Vec::new();
    let Some(design) = &dataset.design else {
        return items;
    };
    if let Some(preset) = design.preset {
        items.push(say::STUDY.with(locale, &[("study", study(preset))]));
    }
    let mut margins: Vec<String> = Vec::new();
    for step in &design.calibrate {
        let raked = step.rake.iter().flat_map(|rake| &rake.margins);
        for margin in step.poststratify.iter().chain(raked) {
            margins.push(list(&margin.by, locale));
        }
    }
    if !margins.is_empty() {
        let margins = margins.join("; ");
        items.push(say::CALIBRATED.with(locale, &[("margins", &margins)]));
    }
    items
}

/// How errors and intervals were made, where there are any.
fn errors(dataset: &Dataset, results: &[&QueryResult], locale: &Locale) -> Option<String> {
    let mut methods = results.iter().map(|result| &result.method);
    let method = methods.find(|method| method.variance.is_some())?;
    let level = percent(method.level.unwrap_or(0.95), 0, locale);
    if let Some(count) = method.replicates {
        let count = integer(count, locale);
        let params: [(&str, &str); 3] = [
            ("count", &count),
            ("method", replication(dataset)),
            ("level", &level),
        ];
        return Some(say::REPLICATES.with(locale, &params));
    }
    let mut methods = results.iter().map(|result| &result.method);
    let sentence = if methods.any(|method| method.interval.as_deref() == Some("logit")) {
        &say::TAYLOR_LOGIT
    } else {
        &say::TAYLOR
    };
    Some(sentence.with(locale, &[("level", &level)]))
}

/// Plausible values, rules of publication and families of comparisons that the queries ask for; each once.
fn asked(publication: &Publication, results: &[&QueryResult], locale: &Locale) -> Vec<String> {
    let mut items: Vec<String> = Vec::new();
    let mut say_once = |sentence: String| {
        if !items.contains(&sentence) {
            items.push(sentence);
        }
    };
    for result in results {
        let mut queries = publication.document.queries.iter();
        let Some(query) = queries.find(|query| query.id == result.id) else {
            continue;
        };
        let values = [&query.of, &query.outcome].into_iter().flatten();
        for of in values.filter(|of| !of.plausible_values.is_empty()) {
            let count = integer(of.plausible_values.len() as u64, locale);
            say_once(say::PLAUSIBLE.with(locale, &[("count", &count)]));
        }
        let rule = query.suppress.as_ref().and_then(|suppress| suppress.rule);
        match rule.and_then(office) {
            Some(office) => say_once(say::RULE.with(locale, &[("rule", office)])),
            None if rule.is_some() => say_once(say::NOTHING_WITHHELD.get(locale).into()),
            None => {}
        }
        match result.method.adjust.as_deref() {
            Some("holm") => say_once(say::ADJUSTED.with(locale, &[("how", "Holm")])),
            Some(_) => say_once(say::ADJUSTED.with(locale, &[("how", "Benjamini–Hochberg")])),
            None => {}
        }
    }
    items
}

/// The study of a preset, by its name.
fn study(preset: Preset) -> &'static str {
    match preset {
        Preset::Pisa => "PISA",
        Preset::TalisTeacher | Preset::TalisPrincipal => "TALIS",
        Preset::Timss => "TIMSS",
        Preset::Pirls => "PIRLS",
        Preset::Iccs => "ICCS",
        Preset::Erce2019 => "ERCE 2019",
    }
}

/// How the replicate weights were made; their study says it where the document does not.
fn replication(dataset: &Dataset) -> &'static str {
    let Some(design) = &dataset.design else {
        return "";
    };
    let given = design.replicates.as_ref().map(|given| given.method);
    let made = design.replicates_from_design.as_ref();
    match (given.or(made.map(|made| made.method)), design.preset) {
        (Some(ReplicateMethod::Brr), _) => "BRR",
        (Some(ReplicateMethod::Fay), _) => "Fay",
        (Some(ReplicateMethod::Jk1), _) => "JK1",
        (Some(ReplicateMethod::Jkn), _) => "JKn",
        (Some(ReplicateMethod::Jk2), _) => "JK2",
        (Some(ReplicateMethod::Bootstrap), _) => "bootstrap",
        (Some(ReplicateMethod::Sdr), _) => "SDR",
        (Some(ReplicateMethod::Custom), _) => "*",
        (None, Some(preset)) => study(preset),
        (None, None) => "",
    }
}

/// Whose rule of publication it is; none for the one that withholds nothing.
fn office(rule: SuppressRule) -> Option<&'static str> {
    Some(match rule {
        SuppressRule::None => return None,
        SuppressRule::Nchs => "NCHS",
        SuppressRule::Statcan => "Statistics Canada",
        SuppressRule::Talis | SuppressRule::TalisTeacher => "OECD TALIS",
        SuppressRule::Pisa => "OECD PISA",
        SuppressRule::Dhs => "DHS",
    })
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
