//! Numbers taken away from results: a row keeps its key and its flag.

use super::{EstimateKind, Query};
use crate::estimate::{Flag, QueryResult, Row};

/// Whether a row's number exists and is not shown.
pub(super) fn is_withheld(row: &Row) -> bool {
    row.estimate.is_none() && row.flags.iter().any(|flag| flag.withholds())
}

/// Takes every number of a row away, and the differences that it stands in.
pub(super) fn hide(result: &mut QueryResult, at: usize) {
    let Row {
        by, item, category, ..
    } = std::mem::take(&mut result.rows[at]);
    for difference in &mut result.comparisons {
        let alike = (&difference.item, &difference.category) == (&item, &category);
        let apart = difference
            .by
            .iter()
            .filter(|(name, code)| by.get(name.as_str()) != Some(*code));
        let apart: Vec<&String> = apart.map(|(name, _)| name).collect();
        let with = |name: &String| {
            by.get(name.as_str())
                .is_some_and(|code| code.to_text() == difference.with)
        };
        let stands = match apart.as_slice() {
            [] => true,
            [name] => with(name),
            _ => false,
        };
        if alike && stands && difference.estimate.is_some() {
            difference.estimate = None;
            difference.se = None;
            difference.df = None;
            difference.ci = None;
            difference.p = None;
            difference.p_adjusted = None;
            difference.flags = vec![Flag::Secondary];
        }
    }
    result.rows[at] = Row {
        by,
        item,
        category,
        flags: vec![Flag::Secondary],
        ..Row::default()
    };
}

/// A difference of two queries' rows would give back what one of them withholds.
pub(super) fn differences(queries: &[Query], results: &mut [QueryResult]) {
    for query in queries
        .iter()
        .filter(|query| query.estimate == EstimateKind::Difference)
    {
        let of = results
            .iter()
            .filter(|result| query.queries.contains(&result.id));
        let withheld: Vec<Row> = of
            .flat_map(|result| result.rows.iter().filter(|row| is_withheld(row)).cloned())
            .collect();
        let same =
            |a: &Row, b: &Row| (&a.by, &a.item, &a.category) == (&b.by, &b.item, &b.category);
        for result in results.iter_mut().filter(|result| result.id == query.id) {
            for at in 0..result.rows.len() {
                let row = &result.rows[at];
                if row.estimate.is_some() && withheld.iter().any(|other| same(row, other)) {
                    hide(result, at);
                }
            }
        }
    }
}
