//! A composite index of queries' results.

use super::estimates::is_average;
use super::{Basis, Query, name};
use crate::codebook::Code;
use crate::error::{Error, Result, needs_complete};
use crate::estimate::{Flag, Method, QueryResult, ResultColumn, Row};
use crate::indicator::{Column, Direction, Recipe, Standing, composite};
use crate::json;
use crate::short_map::ShortMap;

/// The rows' key in a result.
type RowKey = ShortMap<String, Code>;

/// Answers a composite query from the results of the queries that it names.
///
/// # Errors
/// `query_without_answer`; `keys_differ` where the queries are cut by other variables; `several_rows` where an indicator names
/// no single part of its query; those of [`composite`].
pub(super) fn answer(query: &Query, results: &[QueryResult]) -> Result<QueryResult> {
    needs_complete!("composite");
    let recipe = query.composite.clone().unwrap_or_default();
    let mut sources = Vec::new();
    for indicator in &recipe.indicators {
        let found = results.iter().find(|result| result.id == indicator.query);
        sources.push(found.ok_or_else(|| {
            Error::new("query_without_answer").with("value", indicator.query.as_str())
        })?);
    }
    let first = sources.first().ok_or_else(|| Error::new("no_indicators"))?;
    let mut units: Vec<&RowKey> = Vec::new();
    let mut columns = Vec::new();
    let mut rows_of = Vec::new();
    for (place, (indicator, source)) in recipe.indicators.iter().zip(&sources).enumerate() {
        let of_part = |row: &&Row| {
            let item = indicator.item.is_none() || row.item == indicator.item;
            let category = indicator.category.is_none() || row.category == indicator.category;
            item && category && !row.by.values().any(is_average)
        };
        let rows: Vec<&Row> = source.rows.iter().filter(of_part).collect();
        for row in &rows {
            if rows.iter().filter(|other| other.by == row.by).count() > 1 {
                return Err(Error::new("several_rows")
                    .with("value", indicator.query.as_str())
                    .at(format!("/composite/indicators/{place}")));
            }
            if !units.contains(&&row.by) {
                units.push(&row.by);
            }
        }
        if keys(source) != keys(first) {
            return Err(Error::new("keys_differ")
                .with("value", keys(first))
                .with("other", keys(source)));
        }
        rows_of.push(rows);
    }
    for ((indicator, source), rows) in recipe.indicators.iter().zip(&sources).zip(&rows_of) {
        let row = |unit: &&RowKey| rows.iter().find(|row| row.by == **unit);
        let census = source.method.basis == Some(name(&Basis::Census));
        let error = |row: &&Row| row.se.or(census.then_some(0.0));
        columns.push(Column {
            values: units.iter().map(|unit| row(unit)?.estimate).collect(),
            errors: units.iter().map(|unit| row(unit).and_then(error)).collect(),
            reversed: indicator.direction == Direction::Down,
            weight: indicator.weight,
            goalposts: indicator.goalposts,
        });
    }
    let standings = composite(
        &columns,
        &Recipe {
            normalisation: recipe.normalisation,
            aggregation: recipe.aggregation,
            min_share: recipe.min_share,
            simulations: recipe.simulations,
            seed: recipe.seed,
            level: query.ci.clone().unwrap_or_default().level,
        },
    )
    .map_err(|error| error.within("/composite"))?;
    // Why a unit has no index: the first of its indicators that has no value says it.
    let reason = |unit: &RowKey| {
        let own = rows_of.iter().flatten().filter(|row| row.by == *unit);
        let absent = own.filter(|row| row.estimate.is_none());
        absent.flat_map(|row| &row.flags).next().copied()
    };
    let rows = units.iter().zip(standings);
    let method = method(query, &sources);
    let sampled = method.variance.is_some();
    let rows = rows.map(|(unit, standing)| {
        let reason = reason(unit).unwrap_or(Flag::NoData);
        row((*unit).clone(), standing, sampled, reason)
    });
    Ok(QueryResult {
        id: query.id.clone(),
        query: json::of(query),
        rows: rows.collect(),
        columns: first
            .columns
            .iter()
            .filter(|column| units.iter().any(|unit| unit.get(&column.name).is_some()))
            .cloned()
            .collect::<Vec<ResultColumn>>(),
        comparisons: Vec::new(),
        notes: sampled
            .then(|| {
                Error::new("composite_simulated")
                    .with("count", recipe.simulations)
                    .with("indicators", columns.len())
            })
            .into_iter()
            .collect(),
        method,
    })
}

fn method(query: &Query, sources: &[&QueryResult]) -> Method {
    // The weakest source speaks for all.
    let basis_of = |basis: Basis| {
        let basis = name(&basis);
        let mut bases = sources.iter().map(|source| &source.method.basis);
        bases
            .any(|other| other.as_ref() == Some(&basis))
            .then_some(basis)
    };
    let basis = basis_of(Basis::SelfSelected)
        .or_else(|| basis_of(Basis::Probability))
        .or_else(|| basis_of(Basis::Census));
    let sampled = basis == Some(name(&Basis::Probability));
    Method {
        variance: sampled.then(|| "monte_carlo".into()),
        interval: sampled.then(|| "percentile".into()),
        level: sampled.then(|| query.ci.clone().unwrap_or_default().level),
        basis,
        ..Method::exact(&name(&query.estimate), "value")
    }
}

fn row(by: RowKey, standing: Standing, sampled: bool, reason: Flag) -> Row {
    let mut flags = Vec::new();
    let census = !sampled && standing.rank.is_some();
    if standing.index.is_none() {
        flags.push(reason);
    } else if standing.rank.is_none() {
        flags.push(Flag::SelfSelected);
    } else if census {
        flags.push(Flag::Census);
    }
    Row {
        by,
        estimate: standing.index,
        ci: standing.interval.filter(|_| sampled),
        n: Some(standing.indicators),
        rank: standing.rank,
        rank_ci: standing.rank_interval,
        flags,
        ..Row::default()
    }
}

/// Names of the variables that cut a result.
fn keys(result: &QueryResult) -> Vec<String> {
    let row = result.rows.first();
    row.map(|row| row.by.keys().cloned().collect())
        .unwrap_or_default()
}
