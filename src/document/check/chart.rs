//! A chart: whether its query gives what it draws.

use super::{field_needed, field_out_of_place, listed_twice, name};
use crate::chart::{ChartKind, Reference, Spec};
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
    let drawn = draws(chart.kind);
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

/// The estimates that a kind of chart can draw. A table prints any.
fn draws(kind: ChartKind) -> &'static [EstimateKind] {
    use EstimateKind::{
        Alpha, Composite, Correlation, Count, Deviation, Difference, Independence, Indicator,
        Likert, Mean, PolicyAdoption, PolicyChanges, PolicyStatus, Proportion, Quantile, Ratio,
        Regression, Total, Variance,
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
            PolicyChanges,
            PolicyAdoption,
            Indicator,
        ],
    }
}
