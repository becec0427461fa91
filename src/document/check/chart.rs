//! A chart: whether its query gives what it draws.

use super::{field_needed, field_out_of_place, listed_twice, name};
use crate::chart::{ChartKind, Reference, Spec};
use crate::document::{Document, EstimateKind, Query};
use crate::error::Error;

/// See [`Document::check`]; places are relative to the chart.
pub(super) fn check(chart: &Spec, document: &Document) -> Vec<Error> {
    let mut errors = listed_twice(&chart.highlight, "/highlight");
    errors.extend(listed_twice(&chart.countries, "/countries"));
    let kind = name(chart.kind);
    if chart.bars && chart.kind != ChartKind::Ranking {
        errors.push(field_out_of_place("bars", &kind));
    }
    if chart.against.is_some() && chart.kind != ChartKind::Scatter {
        errors.push(field_out_of_place("against", &kind));
    }
    if chart.kind == ChartKind::Theory {
        if chart.query.is_some() {
            errors.push(field_out_of_place("query", &kind));
        }
        if document.theory.is_none() {
            errors.push(Error::new("theory_missing").at("/kind"));
        }
        return errors;
    }
    let Some(id) = &chart.query else {
        errors.push(field_needed("query", &kind));
        return errors;
    };
    let Some(query) = document.queries.iter().find(|known| known.id == *id) else {
        errors.extend(document.known_query(id, "/query".into()));
        return errors;
    };
    errors.extend(mismatch(chart.kind, query, "/query"));
    if chart.kind == ChartKind::Scatter {
        let other = chart.against.as_ref();
        match other.and_then(|id| document.queries.iter().find(|known| known.id == *id)) {
            Some(other) => errors.extend(mismatch(chart.kind, other, "/against")),
            None => errors.extend(match other {
                Some(id) => document.known_query(id, "/against".into()),
                None => Some(field_needed("against", &kind)),
            }),
        }
    }
    #[cfg(any(feature = "complete", feature = "viewer"))]
    errors.extend(needs(chart, query, document));
    let average = Reference::Row("average".into());
    if chart.reference.as_ref() == Some(&average) && query.average.is_none() {
        errors.push(Error::new("reference_without_average").at("/reference"));
    }
    errors
}

fn mismatch(kind: ChartKind, query: &Query, at: &str) -> Option<Error> {
    let drawn = draws(kind);
    (!drawn.contains(&query.estimate)).then(|| {
        Error::new("chart_kind_mismatch")
            .with("kind", name(kind))
            .with("estimate", name(query.estimate))
            .with("options", drawn.iter().map(name).collect::<Vec<_>>())
            .at(at)
    })
}

/// What the kind needs of its query beyond the estimate, and a look at the document can tell.
#[cfg(any(feature = "complete", feature = "viewer"))]
fn needs(chart: &Spec, query: &Query, document: &Document) -> Option<Error> {
    let second = |query: &Query| query.by.iter().any(|by| by != "country");
    let (code, at) = match chart.kind {
        ChartKind::Trend | ChartKind::Slope | ChartKind::Dumbbell if !second(query) => {
            ("chart_needs_steps", "/query")
        }
        ChartKind::Distribution => {
            let spread = match query.estimate {
                EstimateKind::Proportion => query.of.as_ref().is_some_and(|of| of.is.is_empty()),
                EstimateKind::Quantile => query.probs.len() > 1,
                _ => true,
            };
            if spread {
                return None;
            }
            ("chart_needs_spread", "/query")
        }
        ChartKind::Scatter => {
            let id = chart.against.as_ref()?;
            let other = document.queries.iter().find(|known| known.id == *id)?;
            // The period of a figure is no key of its subject.
            let has = |query: &Query, by: &String| by == "period" || query.by.contains(by);
            let same = query.by.iter().all(|by| has(other, by))
                && other.by.iter().all(|by| has(query, by));
            if same {
                return None;
            }
            ("chart_needs_against", "/against")
        }
        _ => return None,
    };
    let error = Error::new(code).with("chart", chart.id.as_str());
    Some(error.with("kind", name(chart.kind)).at(at))
}

/// The estimates that a kind of chart can draw. A table prints any.
fn draws(kind: ChartKind) -> &'static [EstimateKind] {
    use EstimateKind::{
        Alpha, Composite, Correlation, Count, Deviation, Difference, Independence, Indicator,
        Likert, Mean, PolicyStatus, Proportion, Quantile, Ratio, Regression, Total, Variance,
    };
    match kind {
        ChartKind::Ranking
        | ChartKind::GroupedBars
        | ChartKind::Trend
        | ChartKind::Slope
        | ChartKind::Dumbbell
        | ChartKind::Scatter => &[Mean, Total, Proportion, Ratio, Count, Composite, Indicator],
        ChartKind::Distribution => &[Proportion, Quantile],
        ChartKind::Likert => &[Likert],
        ChartKind::Heatmap => &[PolicyStatus],
        ChartKind::Theory => &[],
        ChartKind::Table => &[
            Mean,
            Total,
            Proportion,
            Ratio,
            Quantile,
            Likert,
            Variance,
            Deviation,
            Correlation,
            Regression,
            Independence,
            Difference,
            Alpha,
            Count,
            Composite,
            PolicyStatus,
            Indicator,
        ],
    }
}
