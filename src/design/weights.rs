//! The weights of records, and the numbers of a design's columns.

use super::ids::{file_row, text_of};
use crate::error::{Error, Result};
use crate::table::{Column, Table, each_row};

/// A weight for each record, NaN outside the sample, and what is odd about them.
pub(super) fn weights(table: &Table, name: Option<&str>) -> Result<(Vec<f64>, Vec<Error>)> {
    let Some(name) = name else {
        return Ok((vec![1.0; table.rows()], Vec::new()));
    };
    let column = table.column(name)?;
    let weights = numbers(column, |row, text| {
        Error::new("weight_not_numeric")
            .in_column(name)
            .in_row(file_row(row))
            .with("value", text)
    })?;
    let wrong = |code: &str, row: usize| {
        Error::new(code)
            .in_column(name)
            .in_row(file_row(row))
            .with("value", text_of(column, row))
    };
    let (mut negative, mut infinite) = (false, false);
    let (mut blank, mut zero) = (0_usize, 0_usize);
    each_row(weights.len(), |row| {
        let weight = weights[row];
        negative |= weight < 0.0;
        infinite |= weight.is_infinite();
        blank += usize::from(weight.is_nan());
        zero += usize::from(weight == 0.0);
    });
    if negative && let Some(row) = weights.iter().position(|weight| *weight < 0.0) {
        return Err(wrong("negative_weight", row));
    }
    if infinite && let Some(row) = weights.iter().position(|weight| weight.is_infinite()) {
        return Err(wrong("infinite_weight", row));
    }
    if blank + zero == weights.len() {
        return Err(Error::new("no_weights").in_column(name));
    }
    let mut warnings = Vec::new();
    for (code, count) in [("blank_weights", blank), ("zero_weights", zero)] {
        if count > 0 {
            warnings.push(Error::new(code).in_column(name).with("count", count));
        }
    }
    Ok((weights, warnings))
}

/// The numbers of a column; NaN where it is blank.
pub(super) fn numbers(
    column: &Column,
    not_numeric: impl Fn(usize, &str) -> Error,
) -> Result<Vec<f64>> {
    match column {
        Column::Number(values) => Ok(values.cont_slice().unwrap_or_default().to_vec()),
        Column::Coded(coded) => {
            let codes = coded.codes.slice();
            let number = |row: usize| match codes.get(row) {
                0 => Ok(f64::NAN),
                code => {
                    let level = &coded.levels[code - 1];
                    level.number.ok_or_else(|| not_numeric(row, &level.text))
                }
            };
            (0..column.len()).map(number).collect()
        }
        Column::Text(values) => {
            let number = |(row, text): (usize, Option<&str>)| match text {
                None => Ok(f64::NAN),
                Some(text) => Err(not_numeric(row, text)),
            };
            values.iter().enumerate().map(number).collect()
        }
    }
}
