//! Columns that are not coded, read as categories.

use super::measure::{MOST_CATEGORIES, Measure, MeasureCodes};
use crate::error::{Error, Result};
use crate::numeric::decimal::decimal;
use crate::order::sort;
use crate::table::{Level, Texts};
use std::collections::{BTreeSet, HashMap};

/// Numbers as categories.
///
/// # Errors
/// `too_many_values` with the count.
pub(super) fn coded_numbers(values: &[f64]) -> Result<Measure<'static>> {
    // Adding zero turns -0 into 0: they are the same answer.
    let bits = |value: &f64| (value + 0.0).to_bits();
    let mut code_of: HashMap<u64, u16> = HashMap::new();
    let mut distinct: Vec<f64> = Vec::new();
    for value in values.iter().filter(|value| !value.is_nan()) {
        if code_of.insert(bits(value), 0).is_none() {
            distinct.push(value + 0.0);
            within_limit(distinct.len(), || {
                let all: BTreeSet<u64> = values.iter().filter(|v| !v.is_nan()).map(bits).collect();
                all.len()
            })?;
        }
    }
    sort(&mut distinct, &f64::total_cmp);
    for (index, value) in distinct.iter().enumerate() {
        code_of.insert(bits(value), index as u16 + 1);
    }
    let code = |value: &f64| code_of.get(&bits(value)).copied().unwrap_or(0);
    let codes = values.iter().map(code).collect();
    let level = |value: &f64| Level {
        text: decimal(*value),
        number: Some(*value),
    };
    Ok(owned(codes, distinct.iter().map(level).collect()))
}

/// Texts as categories.
///
/// # Errors
/// `too_many_values` with the count.
pub(super) fn coded_texts(values: &Texts) -> Result<Measure<'static>> {
    let mut code_of: HashMap<&str, u16> = HashMap::new();
    let mut distinct: Vec<&str> = Vec::new();
    for text in values.iter().flatten() {
        if code_of.insert(text, 0).is_none() {
            distinct.push(text);
            within_limit(distinct.len(), || {
                values.iter().flatten().collect::<BTreeSet<_>>().len()
            })?;
        }
    }
    sort(&mut distinct, &Ord::cmp);
    for (index, text) in distinct.iter().enumerate() {
        code_of.insert(text, index as u16 + 1);
    }
    let code = |text: Option<&str>| {
        text.and_then(|text| code_of.get(text))
            .copied()
            .unwrap_or(0)
    };
    let codes = values.iter().map(code).collect();
    let level = |text: &&str| Level {
        text: (*text).into(),
        number: None,
    };
    Ok(owned(codes, distinct.iter().map(level).collect()))
}

/// A measure over codes made here: code `k` is category `k - 1`.
fn owned(codes: Vec<u16>, levels: Vec<Level>) -> Measure<'static> {
    let category = (0..=levels.len()).map(|code| (code as u32).checked_sub(1));
    Measure::Coded {
        codes: MeasureCodes::Owned(codes),
        category: category.collect(),
        levels,
    }
}

fn within_limit(found: usize, count_all: impl Fn() -> usize) -> Result<()> {
    if found <= MOST_CATEGORIES {
        return Ok(());
    }
    Err(Error::new("too_many_values")
        .with("count", count_all())
        .with("limit", MOST_CATEGORIES))
}
