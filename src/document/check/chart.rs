//! A chart: whether its query gives what it draws.

#[cfg(all(feature = "complete", feature = "viewer"))]
use super::{empty_list, known};
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
    let leverage = chart.kind == ChartKind::Leverage;
    if chart.kind == ChartKind::Theory || leverage {
        if chart.query.is_some() {
            errors.push(field_out_of_place("query", &kind));
        }
        match &document.theory {
            None => errors.push(Error::new("theory_missing").at("/kind")),
            Some(theory) if leverage && theory.leverage.is_none() => {
                errors.push(field_needed("theory/leverage", &kind));
            }
            Some(_) => {}
        }
        #[cfg(all(feature = "complete", feature = "viewer"))]
        errors.extend(annotations(
            chart,
            match leverage {
                true => &["point"],
                false => &["node"],
            },
        ));
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
    #[cfg(all(feature = "complete", feature = "viewer"))]
    errors.extend(keys(chart, query, &kind));
    errors.extend(mismatch(chart, query, "/query"));
    if chart.kind == ChartKind::Scatter {
        let other = chart.against.as_ref();
        match other.and_then(|id| document.queries.iter().find(|known| known.id == *id)) {
            Some(other) => errors.extend(mismatch(chart, other, "/against")),
            None => errors.extend(match other {
                Some(id) => document.known_query(id, "/against".into()),
                None => Some(field_needed("against", &kind)),
            }),
        }
    }
    #[cfg(all(feature = "complete", feature = "viewer"))]
    errors.extend(needs(chart, query, document));
    let average = Reference::Row("average".into());
    if chart.reference.as_ref() == Some(&average) && query.average.is_none() {
        errors.push(Error::new("reference_without_average").at("/reference"));
    }
    errors
}

fn mismatch(chart: &Spec, query: &Query, at: &str) -> Option<Error> {
    let drawn = draws(chart.kind, chart);
    (!drawn.contains(&query.estimate)).then(|| {
        Error::new("chart_kind_mismatch")
            .with("kind", name(chart.kind))
            .with("estimate", name(query.estimate))
            .with("options", drawn.iter().map(name).collect::<Vec<_>>())
            .at(at)
    })
}

/// Small multiples say which kind stands in each panel, and which key makes the panels; annotations say which keys they are on.
#[cfg(all(feature = "complete", feature = "viewer"))]
fn keys(chart: &Spec, query: &Query, kind: &str) -> Vec<Error> {
    let fields = [("of", chart.of.is_some()), ("by", chart.by.is_some())];
    let panels = chart.kind == ChartKind::SmallMultiples;
    let mut errors = Vec::new();
    for (field, stands) in fields {
        if panels && !stands {
            errors.push(field_needed(field, kind));
        } else if stands && !panels {
            errors.push(field_out_of_place(field, kind));
        }
    }
    let keys = query.by.iter().map(String::as_str);
    let keys = keys.chain(["item", "category"]);
    let by = chart.by.as_ref().filter(|_| panels);
    errors.extend(by.and_then(|by| known("unknown_variable", by, keys.clone(), "/by".into())));
    let mut of_rows: Vec<&str> = keys.collect();
    match query.estimate {
        EstimateKind::Network => of_rows.extend(["node", "from", "to"]),
        EstimateKind::Quantile => of_rows.push("prob"),
        EstimateKind::PolicyAdoption => of_rows.push("dimension"),
        EstimateKind::PolicyStatus | EstimateKind::PolicyChanges => of_rows.push("country"),
        EstimateKind::Indicator => of_rows.extend(["country", "period"]),
        _ => {}
    }
    errors.extend(annotations(chart, &of_rows));
    errors
}

/// Annotations are on keys that there are.
#[cfg(all(feature = "complete", feature = "viewer"))]
fn annotations(chart: &Spec, keys: &[&str]) -> Vec<Error> {
    let mut errors = Vec::new();
    for (index, annotation) in chart.annotations.iter().enumerate() {
        let at = format!("/annotations/{index}/at");
        if annotation.at.is_empty() {
            errors.push(empty_list("at").within(&format!("/annotations/{index}")));
        }
        for name in annotation.at.keys() {
            let keys = keys.iter().copied();
            errors.extend(known(
                "unknown_variable",
                name,
                keys,
                format!("{at}/{name}"),
            ));
        }
    }
    errors
}

/// What the kind needs of its query beyond the estimate, and a look at the document can tell.
#[cfg(all(feature = "complete", feature = "viewer"))]
fn needs(chart: &Spec, query: &Query, document: &Document) -> Option<Error> {
    let second = |query: &Query| query.by.iter().any(|by| by != "country");
    let (needs, at) = match chart.kind {
        ChartKind::Trend | ChartKind::Slope | ChartKind::Dumbbell if !second(query) => {
            ("steps", "/query")
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
            ("spread", "/query")
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
            ("against", "/against")
        }
        _ => return None,
    };
    let error = Error::new("chart_needs").with("chart", chart.id.as_str());
    let error = error.with("kind", name(chart.kind)).with("needs", needs);
    Some(error.at(at))
}

/// The estimates that a kind of chart can draw. A table prints any.
fn draws(kind: ChartKind, chart: &Spec) -> &'static [EstimateKind] {
    use EstimateKind::{
        Alpha, Composite, Correlation, Count, Deviation, Difference, Independence, Indicator,
        Likert, Mean, Network, PolicyAdoption, PolicyChanges, PolicyStatus, Proportion, Quantile,
        Ratio, Regression, Total, Variance,
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
        ChartKind::Heatmap | ChartKind::TileMap | ChartKind::Map => &[
            Mean,
            Total,
            Proportion,
            Ratio,
            Quantile,
            Count,
            Composite,
            PolicyStatus,
            Indicator,
        ],
        ChartKind::Timeline => &[PolicyChanges],
        ChartKind::Adoption => &[PolicyAdoption],
        ChartKind::Network => &[Network],
        ChartKind::Theory | ChartKind::Leverage => &[],
        ChartKind::SmallMultiples => match chart.of {
            Some(ChartKind::SmallMultiples) | None => &[],
            Some(kind) => draws(kind, chart),
        },
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
            PolicyChanges,
            PolicyAdoption,
            Indicator,
            Network,
        ],
    }
}
