//! The names of the columns.

use super::MAX_COLUMNS;
use crate::error::{Error, Result, Warned};
use std::collections::{BTreeMap, BTreeSet};

/// Unique names from the first record of the file, trimmed. A name that is empty or taken gets a number.
///
/// # Errors
/// `too_many_columns`.
pub(crate) fn names(cells: Vec<String>) -> Result<Warned<Vec<String>>> {
    if cells.len() > MAX_COLUMNS {
        return Err(too_many(cells.len()));
    }
    let mut warnings = Vec::new();
    let cells: Vec<&str> = cells.iter().map(|cell| cell.trim()).collect();
    let plain = |cell: &&str| !cell.is_empty();
    if cells.iter().any(plain)
        && cells
            .iter()
            .filter(|cell| plain(cell))
            .all(|cell| is_number(cell))
    {
        let named = cells.iter().take(5).map(|cell| cell.to_string());
        warnings.push(
            Error::new("header_is_numbers")
                .in_row(1)
                .with("values", named.collect::<Vec<_>>()),
        );
    }
    let given: BTreeSet<&str> = cells.iter().copied().collect();
    let mut taken = BTreeSet::new();
    // Where the search for a free number goes on, by stem: thousands of equal names must not search from the start.
    let mut next = BTreeMap::new();
    let mut names = Vec::with_capacity(cells.len());
    for (index, cell) in cells.iter().enumerate() {
        let (stem, from) = if cell.is_empty() {
            ("column", index + 1)
        } else {
            (*cell, 2)
        };
        let mut name = cell.to_string();
        if cell.is_empty() || taken.contains(&name) {
            let number = next.entry(stem).or_insert(from);
            *number = from.max(*number);
            name = format!("{stem}_{number}");
            while taken.contains(&name) || given.contains(name.as_str()) {
                *number += 1;
                name = format!("{stem}_{number}");
            }
            let warning = if cell.is_empty() {
                Error::new("unnamed_column").with("position", index + 1)
            } else {
                Error::new("duplicate_column").with("value", *cell)
            };
            warnings.push(warning.in_column(&name));
        }
        taken.insert(name.clone());
        names.push(name);
    }
    Ok(Warned {
        value: names,
        warnings,
    })
}

/// The error for a header beyond the limit.
pub(super) fn too_many(columns: usize) -> Error {
    Error::new("too_many_columns")
        .with("value", columns)
        .with("limit", MAX_COLUMNS)
}

fn is_number(cell: &str) -> bool {
    cell.parse::<f64>().is_ok_and(f64::is_finite)
}
