//! The part of a publication that one chart needs: what an embed or a link carries.

use super::{Condition, Published, Query};
use crate::chart::ChartKind;
use crate::error::{Error, Result};
use crate::json::Value;

/// What a reader has to know of a data set. How its file was read and weighted stays behind: nothing is computed again.
const SHOWN: [&str; 7] = ["id", "kind", "source", "basis", "cite", "licence", "date"];

impl Published {
    /// Keeps one chart, its queries with their results, and of their data sets what a reader has to know: source, licence, date, how
    /// the records came into the sample. A theory keeps its indicators' queries; any other chart keeps no theory.
    ///
    /// # Errors
    /// `unknown_chart` (value, options).
    pub fn prune(&self, chart: &str) -> Result<Published> {
        let document = &self.read.document;
        let spec = document.charts.iter().find(|spec| spec.id == chart);
        let spec = spec.ok_or_else(|| {
            let charts = document.charts.iter().map(|spec| spec.id.as_str());
            Error::unknown("unknown_chart", chart, charts)
        })?;
        let theory = document.theory.iter();
        let theory = theory.filter(|_| spec.kind == ChartKind::Theory);
        let of_indicators = theory.clone().flat_map(|theory| &theory.indicators);
        let wanted: Vec<&str> = spec
            .query
            .iter()
            .chain(&spec.against)
            .chain(of_indicators.filter_map(|indicator| indicator.query.as_ref()))
            .map(String::as_str)
            .collect();
        let queries = kept(&document.queries, |query| {
            wanted.contains(&query.id.as_str())
        });
        let asks = |ask: &dyn Fn(&Query) -> bool| {
            let mut kept = queries.iter().map(|index| &document.queries[*index]);
            kept.any(ask)
        };
        let datasets = kept(&document.datasets, |dataset| {
            asks(&|query| query.dataset == dataset.id)
        });
        let variables = kept(&document.variables, |variable| {
            asks(&|query| query.dataset == variable.dataset && query.names(&variable.id))
        });
        let charts = kept(&document.charts, |other| std::ptr::eq(other, spec));

        let whole = self.part("document");
        let mut fields = Vec::new();
        for name in ["pulso", "title", "locale", "brand"] {
            fields.extend(whole.get(name).map(|value| (name.into(), value.clone())));
        }
        let mut list = |name: &str, kept: &[usize], shown: fn(&Value) -> Value| {
            let values = whole.list(name);
            let values = kept.iter().filter_map(|index| values.get(*index));
            fields.push((name.into(), Value::List(values.map(shown).collect())));
        };
        list("datasets", &datasets, |dataset| dataset.only(&SHOWN));
        list("variables", &variables, Value::clone);
        list("queries", &queries, Value::clone);
        list("charts", &charts, Value::clone);
        let has_theory = theory.count() > 0;
        if spec.kind == ChartKind::Leverage {
            let leverage = whole.get("theory").map(|theory| theory.only(&["leverage"]));
            fields.extend(leverage.map(|leverage| ("theory".into(), leverage)));
        }
        if has_theory {
            fields.extend(
                whole
                    .get("theory")
                    .map(|theory| ("theory".into(), theory.clone())),
            );
        }

        let places = [("/datasets/", &datasets), ("/queries/", &queries)];
        let results = self.results(
            |id| wanted.contains(&id),
            |error, value| match (moved(error, &places), value.get_mut("place")) {
                (None, _) => has_theory && stands_in_theory(error),
                (Some(place), Some(value)) => {
                    value.set("document", Value::Text(place));
                    true
                }
                _ => false,
            },
        );
        Published::again(Value::Object(vec![
            ("document".into(), Value::Object(fields)),
            ("results".into(), results),
        ]))
    }
}

/// The indices of the items that are kept.
fn kept<T>(items: &[T], keep: impl Fn(&T) -> bool) -> Vec<usize> {
    (0..items.len())
        .filter(|index| keep(&items[*index]))
        .collect()
}

/// What is wrong with an indicator holds wherever the theory goes.
fn stands_in_theory(error: &Error) -> bool {
    let pointer = error.place.document.as_deref();
    pointer.is_some_and(|pointer| pointer.starts_with("/theory/"))
}

/// Where that stands now of which an error speaks, if it is kept.
fn moved(error: &Error, places: &[(&str, &Vec<usize>)]) -> Option<String> {
    let pointer = error.place.document.as_deref()?;
    let (list, rest, kept) = places
        .iter()
        .find_map(|(list, kept)| Some((list, pointer.strip_prefix(list)?, kept)))?;
    let (index, tail) = match rest.find('/') {
        Some(end) => rest.split_at_checked(end)?,
        None => (rest, ""),
    };
    let index: usize = index.parse().ok()?;
    let now = kept.iter().position(|before| *before == index)?;
    Some(format!("{list}{now}{tail}"))
}

impl Query {
    /// Whether the query speaks of a variable.
    pub(crate) fn names(&self, variable: &str) -> bool {
        let of = [&self.of, &self.outcome];
        let one = [&self.numerator, &self.denominator];
        let lists = [&self.items, &self.by, &self.variables, &self.terms];
        let is = |name: &String| name == variable;
        of.into_iter()
            .flatten()
            .any(|of| is(&of.variable) || of.plausible_values.iter().any(is))
            || one.into_iter().flatten().any(is)
            || lists.into_iter().flatten().any(is)
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
