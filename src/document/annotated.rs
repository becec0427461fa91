//! Annotations that are on nothing: their keys match no row of the chart's results, and no part of its theory.

use super::Document;
use crate::chart::{Annotation, ChartKind, Spec};
use crate::codebook::Code;
use crate::error::Error;
use crate::estimate::QueryResult;
use crate::text::joined;
use crate::theory::Theory;

/// A warning for each: `annotation_without_row` (chart, keys), at the annotation. A chart whose query has failed gives none.
pub(super) fn unmatched(document: &Document, results: &[QueryResult]) -> Vec<Error> {
    let mut warnings = Vec::new();
    for (place, chart) in document.charts.iter().enumerate() {
        for (index, annotation) in chart.annotations.iter().enumerate() {
            if matches(chart, annotation, document, results) == Some(false) {
                let mut keys: Vec<String> = Vec::new();
                for (name, code) in annotation.at.iter() {
                    keys.push([name, "\u{a0}=\u{a0}", &code.to_text()].concat());
                }
                let warning = Error::new("annotation_without_row")
                    .with("chart", chart.id.as_str())
                    .with("keys", joined(&keys, ", "));
                warnings.push(warning.at(format!("/charts/{place}/annotations/{index}")));
            }
        }
    }
    warnings
}

/// Whether an annotation is on something; none where nobody can tell.
fn matches(
    chart: &Spec,
    annotation: &Annotation,
    document: &Document,
    results: &[QueryResult],
) -> Option<bool> {
    let at = &annotation.at;
    if let ChartKind::Theory | ChartKind::Leverage = chart.kind {
        let theory = document.theory.as_ref()?;
        return Some(at.iter().all(|(name, code)| is_part(theory, name, code)));
    }
    let result = results
        .iter()
        .find(|result| Some(&result.id) == chart.query.as_ref())?;
    let mut rows = result.rows.iter();
    Some(rows.any(|row| at.iter().all(|(name, code)| row.has(name, code))))
}

/// Whether a theory has such a node or point.
fn is_part(theory: &Theory, name: &str, code: &Code) -> bool {
    match name {
        "node" => theory.nodes.iter().any(|node| code.has_key(&node.id)),
        _ => theory.leverage.as_ref().is_some_and(|leverage| {
            let mut points = leverage.points.iter();
            points.any(|point| code.has_key(&point.id))
        }),
    }
}
