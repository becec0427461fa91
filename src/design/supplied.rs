//! Replicate weights that the file brings.

use super::ReplicateWeights;
use super::ids::{file_row, text_of};
use super::weights::numbers;
use crate::document::{ReplicateColumns, ReplicateMethod, Replicates};
use crate::error::{Error, Result, Warned};
use crate::table::{Table, each_row};

/// Columns that are laid side by side in one go over the records: eight numbers are what a processor fetches and writes at once.
const TOGETHER: usize = 8;

impl ReplicateWeights {
    /// Reads the columns that the document names; `weights` are the full sample's, 0 outside it, and `samples` say in which sample
    /// each record lies where several were drawn apart.
    ///
    /// Factors (Wolter 2007; R's `svrepdesign`): `brr` 1/R, `fay` 1/(R (1 − ρ)²), `jk1` (R − 1)/R, `jkn` and `jk2` 1, `bootstrap`
    /// 1/(R − 1), `sdr` 4/R, `custom` 1; `scale` stands in their place and `rscales` multiplies each.
    ///
    /// # Errors
    /// `unknown_variable`; `wrong_pattern` for a pattern without a range or without a column; `too_few_replicates` below two;
    /// `replicate_not_numeric` with column, row and value, also for a blank in the sample;
    /// `rho_out_of_range`; `rscales_missing` for `jkn`; `rscales_length`; `factor_not_positive`.
    ///
    /// # Warnings
    /// `negative_replicates`, a count: offices that weight every replicate anew publish some (the American Community Survey does),
    /// and they count as they stand.
    pub(super) fn supplied(
        table: &Table,
        replicates: &Replicates,
        weights: &[f64],
        samples: Vec<u32>,
    ) -> Result<Warned<ReplicateWeights>> {
        let names = columns(table, &replicates.columns)?;
        let count = names.len();
        if count < 2 {
            return Err(Error::new("too_few_replicates").with("count", count));
        }
        let factors = factors(replicates, count)?;
        let mut rows = vec![0.0; table.rows() * count];
        for (group, names) in names.chunks(TOGETHER).enumerate() {
            let columns: Result<Vec<Vec<f64>>> = names
                .iter()
                .map(|name| column(table, name, weights))
                .collect();
            let columns = columns?;
            each_row(table.rows(), |row| {
                let own = &mut rows[row * count + group * TOGETHER..];
                for (slot, column) in own.iter_mut().zip(&columns) {
                    *slot = column[row];
                }
            });
        }
        let negative = rows.iter().filter(|weight| **weight < 0.0).count();
        let mut warnings = Vec::new();
        if negative > 0 {
            warnings.push(Error::new("negative_replicates").with("count", negative));
        }
        let of_all = samples.iter().max().map_or(1, |last| *last as usize + 1);
        let df = replicates.df.map(|df| vec![df; of_all]);
        let mse = replicates.mse;
        Ok(Warned {
            value: ReplicateWeights::drawn_apart(rows, factors, mse, df, samples),
            warnings,
        })
    }
}

/// One column of replicate weights, 0 outside the sample.
fn column(table: &Table, name: &str, weights: &[f64]) -> Result<Vec<f64>> {
    let column = table.column(name)?;
    let wrong = |code: &str, row: usize| {
        Error::new(code)
            .in_column(name)
            .in_row(file_row(row))
            .with("value", text_of(column, row))
    };
    let mut values = numbers(column, |row, _| wrong("replicate_not_numeric", row))?;
    let mut first_wrong = None;
    each_row(values.len(), |row| {
        let value = values[row];
        if value.is_finite() {
            return;
        }
        if value.is_nan() && weights[row] == 0.0 {
            values[row] = 0.0;
        } else if first_wrong.is_none() {
            first_wrong = Some(row);
        }
    });
    match first_wrong {
        None => Ok(values),
        Some(row) => Err(wrong("replicate_not_numeric", row)),
    }
}

/// The factor of each squared deviation.
fn factors(replicates: &Replicates, count: usize) -> Result<Vec<f64>> {
    let number = count as f64;
    let rho = replicates.rho.unwrap_or(match replicates.method {
        ReplicateMethod::Fay => 0.5,
        _ => 0.0,
    });
    if !(0.0..1.0).contains(&rho) {
        return Err(Error::new("rho_out_of_range").with("value", rho));
    }
    let usual = match replicates.method {
        ReplicateMethod::Brr => 1.0 / number,
        ReplicateMethod::Fay => 1.0 / (number * (1.0 - rho) * (1.0 - rho)),
        ReplicateMethod::Jk1 => (number - 1.0) / number,
        ReplicateMethod::Jkn if replicates.rscales.is_none() => {
            return Err(Error::new("rscales_missing"));
        }
        ReplicateMethod::Jkn | ReplicateMethod::Jk2 | ReplicateMethod::Custom => 1.0,
        ReplicateMethod::Bootstrap => 1.0 / (number - 1.0),
        ReplicateMethod::Sdr => 4.0 / number,
    };
    let scale = replicates.scale.unwrap_or(usual);
    let each = match &replicates.rscales {
        Some(each) if each.len() != count => {
            return Err(Error::new("rscales_length")
                .with("value", each.len())
                .with("count", count));
        }
        Some(each) => each.clone(),
        None => vec![1.0; count],
    };
    let factors: Vec<f64> = each.iter().map(|own| own * scale).collect();
    match factors
        .iter()
        .find(|factor| !(factor.is_finite() && **factor >= 0.0))
    {
        Some(factor) => Err(Error::new("factor_not_positive").with("value", *factor)),
        None => Ok(factors),
    }
}

/// The names of the columns.
fn columns(table: &Table, columns: &ReplicateColumns) -> Result<Vec<String>> {
    let pattern = match columns {
        ReplicateColumns::Names(names) => return Ok(names.clone()),
        ReplicateColumns::Pattern(pattern) => pattern,
    };
    let wrong = || Error::new("wrong_pattern").with("value", pattern.as_str());
    let (head, rest) = pattern.split_once('{').ok_or_else(wrong)?;
    let (range, tail) = rest.split_once('}').ok_or_else(wrong)?;
    let (first, last) = range.split_once("..").ok_or_else(wrong)?;
    let first: usize = first.trim().parse().map_err(|_| wrong())?;
    let name = |number: usize| format!("{head}{number}{tail}");
    let last = match last.trim() {
        // As many as the file has.
        "" => (first..)
            .find(|number| table.column(&name(*number)).is_err())
            .unwrap_or(first)
            .checked_sub(1)
            .ok_or_else(wrong)?,
        last => last.parse().map_err(|_| wrong())?,
    };
    // A file has no more columns than that; a pattern may say anything.
    if last < first || last - first >= table.names().len() {
        return Err(wrong());
    }
    Ok((first..=last).map(name).collect())
}
