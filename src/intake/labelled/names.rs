//! Names of columns: each once, none empty.

use crate::error::{Error, Result};
use crate::intake::Warned;
use crate::read::MAX_COLUMNS;
use std::collections::{BTreeMap, BTreeSet};

/// Gives every column a name of its own, as the reader of CSV does: an empty one becomes `column_3`, a second `age` becomes `age_2`.
/// Warnings: `unnamed_column` {position}, `duplicate_column` {value}.
pub(super) fn unique(given: &[String]) -> Warned<Vec<String>> {
    let mut warnings = Vec::new();
    let trimmed: Vec<&str> = given.iter().map(|name| name.trim()).collect();
    let known: BTreeSet<&str> = trimmed.iter().copied().collect();
    let mut taken = BTreeSet::new();
    // Where the search for a free number goes on: thousands of equal names must not search from the start.
    let mut next: BTreeMap<&str, usize> = BTreeMap::new();
    let mut names = Vec::with_capacity(given.len());
    for (index, given) in trimmed.iter().enumerate() {
        let mut name = given.to_string();
        if given.is_empty() || taken.contains(&name) {
            let (stem, from) = match given.is_empty() {
                true => ("column", index + 1),
                false => (*given, 2),
            };
            let number = next.entry(stem).or_insert(from);
            *number = from.max(*number);
            name = format!("{stem}_{number}");
            while taken.contains(&name) || known.contains(name.as_str()) {
                *number += 1;
                name = format!("{stem}_{number}");
            }
            let warning = match given.is_empty() {
                true => Error::new("unnamed_column").with("position", index + 1),
                false => Error::new("duplicate_column").with("value", *given),
            };
            warnings.push(warning.in_column(&name));
        }
        taken.insert(name.clone());
        names.push(name);
    }
    Warned {
        value: names,
        warnings,
    }
}

/// Refuses files with more columns than the reader takes, and with none.
///
/// # Errors
/// `too_many_columns` {value, limit}; `no_table`.
pub(super) fn count(columns: usize) -> Result<()> {
    match columns {
        0 => Err(Error::new("no_table")),
        1..=MAX_COLUMNS => Ok(()),
        _ => Err(Error::new("too_many_columns")
            .with("value", columns)
            .with("limit", MAX_COLUMNS)),
    }
}
