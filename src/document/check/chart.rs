//! A chart: whether its query gives what it draws.

#[cfg(all(feature = "complete", feature = "viewer"))]
use super::{empty_list, known};
use super::{field_needed, field_out_of_place, listed_twice, name};
use crate::chart::{ChartKind, Reference, Spec};
#[cfg(all(feature = "complete", feature = "viewer"))]
use crate::document::Query;
use crate::document::{Document, EstimateKind};
use crate::error::Error;

/// See [`Document::check`]; places are relative to the chart.
pub(super) fn check(chart: &Spec, document: &Document) -> Vec<Error> {
    let mut errors = listed_twice(&chart.highlight, "/highlight");
    errors.extend(listed_twice(&chart.countries, "/countries"));
    let kind = name(chart.kind);
    if chart.bars && chart.kind != ChartKind::Ranking {
        errors.push(field_out_of_place("bars", &kind));
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
    let drawn = draws(chart.kind, chart);
    if !drawn.contains(&query.estimate) {
        errors.push(
            Error::new("chart_kind_mismatch")
                .with("kind", kind)
                .with("estimate", name(query.estimate))
                .with("options", drawn.iter().map(name).collect::<Vec<_>>())
                .at("/query"),
        );
    }
    let average = Reference::Row("average".into());
    if chart.reference.as_ref() == Some(&average) && query.average.is_none() {
        errors.push(Error::new("reference_without_average").at("/reference"));
    }
    errors
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
    for (index, annotation) in chart.annotations.iter().enumerate() {
        let at = format!("/annotations/{index}/at");
        if annotation.at.is_empty() {
            errors.push(empty_list("at").within(&format!("/annotations/{index}")));
        }
        for name in annotation.at.keys() {
            errors.extend(known(
                "unknown_variable",
                name,
                keys.clone(),
                format!("{at}/{name}"),
            ));
        }
    }
    errors
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
