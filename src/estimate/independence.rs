//! Tests that two variables have nothing to do with each other.

use super::answer::{CellEstimate, Estimates};
use super::cells::Cells;
use super::estimand::{Estimand, Part};
use super::measure::Measure;
use super::options::Options;
use super::result::Flag;
use super::statistic::Statistic;
use super::statistics::Statistics;
use super::suppression::Quantity;
use super::uncertainty::Uncertainty;
use super::wald::{covariances, wald};
use crate::design::SurveyDesign;
use crate::document::{Basis, IndependenceTest, SamplingVariance};
use crate::error::{Error, Result};
use crate::numeric::{Matrix, f_upper_tail};

/// A table of two variables in one cell of the cross: rows and columns in which somebody is.
struct Crossed<'s> {
    rows: usize,
    columns: usize,
    /// Shares, row by row.
    shares: Vec<&'s Statistic>,
    /// Sum of the weights.
    weight: &'s Statistic,
    n: f64,
    df: f64,
}

/// A statistic that is held against an F distribution.
struct FTest {
    statistic: f64,
    df: [f64; 2],
}

/// Tests in each cell whether the two variables are independent.
///
/// `RaoScott`: Pearson's X² = n Σ (p − e)² / e with the second-order correction of Rao and Scott (1984) in the form of Thomas and
/// Rao (1987): Δ = (C'D⁻¹C / n)⁻¹ (C'D⁻¹VD⁻¹C), F = X² / tr Δ, d₀ = (tr Δ)² / tr Δ², against F(d₀, d₀ ν). `AdjustedWald`: W of
/// the k differences N_ij − N_i· N_·j / N by linearisation (Koch, Freeman and Freeman 1975), F = (ν − k + 1) / (ν k) W against
/// F(k, ν − k + 1) (Thomas and Rao 1987).
///
/// # Errors
/// `not_coded`; `too_many_categories` above a thousand combinations.
pub fn independence(
    design: &SurveyDesign,
    cells: &Cells,
    variables: [&Measure; 2],
    test: IndependenceTest,
    options: &Options,
) -> Result<Estimates> {
    let crossed = variables[0].crossed(variables[1])?;
    let estimand = Estimand::Categories(&crossed);
    let statistics = Statistics::of(design, cells, &estimand, options)?;
    let answered = crossed.answered();
    let weights = Statistics::of(design, cells, &Estimand::Total(&answered), options)?;
    let columns = variables[1].levels().len();
    let row = |cell: usize| {
        let key = cells.key(cell).iter().copied().map(Some).collect();
        let mut row = CellEstimate::empty(key, Part::Whole);
        let of_cell = &statistics.cells[cell];
        let suppress = &options.suppress;
        let withheld = suppress.of_cell(of_cell.n, of_cell.primary, cells.reason(cell));
        if let Some(flag) = withheld {
            return row.withheld(flag);
        }
        row.n = Some(of_cell.n);
        row.cover(cells.size(cell));
        match options.basis {
            Basis::Probability => {}
            Basis::SelfSelected => return row.withheld(Flag::SelfSelected),
            Basis::Census => return row.withheld(Flag::Census),
        }
        let shares: Option<Vec<&Statistic>> = of_cell
            .parts
            .iter()
            .map(|part| part.statistic.as_ref())
            .collect();
        let weight = weights.cells[cell].parts[0].statistic.as_ref();
        let table = shares
            .zip(weight)
            .and_then(|(shares, weight)| Crossed::of(design, shares, weight, columns, of_cell.n));
        let tested = table.and_then(|table| match test {
            IndependenceTest::RaoScott => table.rao_scott(design),
            IndependenceTest::AdjustedWald => table.adjusted_wald(design),
        });
        let Some(tested) = tested else {
            return row.withheld(Flag::NoDegreesOfFreedom);
        };
        row.statistic = Some(tested.statistic);
        row.df = Some(tested.df[0]);
        row.denominator_df = Some(tested.df[1]);
        row.p = Some(f_upper_tail(tested.statistic, tested.df[0], tested.df[1]));
        let verdict = options.suppress.of_row(&row, Quantity::Other);
        row.under(&[verdict])
    };
    Ok(Estimates {
        cells: (0..cells.len()).map(row).collect(),
        averages: Vec::new(),
        comparisons: Vec::new(),
        joint: Vec::new(),
        lonely_strata: 0,
        interval: None,
        deff: None,
    })
}

impl<'s> Crossed<'s> {
    /// None where a variable does not vary, or no degree of freedom is left.
    fn of(
        design: &SurveyDesign,
        shares: Vec<&'s Statistic>,
        weight: &'s Statistic,
        columns: usize,
        n: u64,
    ) -> Option<Crossed<'s>> {
        let rows = shares.len() / columns;
        let at = |row: usize, column: usize| shares[row * columns + column];
        let met = |of: &Statistic| of.value() > 0.0;
        let in_row = |row: &usize| (0..columns).any(|column| met(at(*row, column)));
        let in_column = |column: &usize| (0..rows).any(|row| met(at(row, *column)));
        let kept_rows: Vec<usize> = (0..rows).filter(in_row).collect();
        let kept_columns: Vec<usize> = (0..columns).filter(in_column).collect();
        let kept: Vec<&Statistic> = kept_rows
            .iter()
            .flat_map(|row| kept_columns.iter().map(|column| at(*row, *column)))
            .collect();
        let error = Uncertainty::of(design, kept.first()?, SamplingVariance::All, 1.0)?;
        let table = Crossed {
            rows: kept_rows.len(),
            columns: kept_columns.len(),
            shares: kept,
            weight,
            n: n as f64,
            df: error.df,
        };
        (table.rows > 1 && table.columns > 1 && table.df > 0.0).then_some(table)
    }

    fn share(&self, row: usize, column: usize) -> f64 {
        self.shares[row * self.columns + column].value()
    }

    fn of_row(&self, row: usize) -> f64 {
        (0..self.columns)
            .map(|column| self.share(row, column))
            .sum()
    }

    fn of_column(&self, column: usize) -> f64 {
        (0..self.rows).map(|row| self.share(row, column)).sum()
    }

    /// Number of differences that are free.
    fn free(&self) -> usize {
        (self.rows - 1) * (self.columns - 1)
    }

    /// The contrasts that rows and columns by themselves do not explain: (row i less the last) × (column j less the last). Each
    /// has four cells.
    fn contrasts(&self) -> Vec<[(usize, f64); 4]> {
        let (last_row, last_column) = (self.rows - 1, self.columns - 1);
        let place = |row: usize, column: usize| row * self.columns + column;
        (0..last_row)
            .flat_map(|row| (0..last_column).map(move |column| (row, column)))
            .map(|(row, column)| {
                [
                    (place(row, column), 1.0),
                    (place(row, last_column), -1.0),
                    (place(last_row, column), -1.0),
                    (place(last_row, last_column), 1.0),
                ]
            })
            .collect()
    }

    fn rao_scott(&self, design: &SurveyDesign) -> Option<FTest> {
        let mut pearson = 0.0;
        for row in 0..self.rows {
            for column in 0..self.columns {
                let expected = self.of_row(row) * self.of_column(column);
                let away = self.share(row, column) - expected;
                pearson += self.n * away * away / expected;
            }
        }
        // A cell in which nobody is has no say.
        let inverse: Vec<f64> = self
            .shares
            .iter()
            .map(|share| match share.value() {
                0.0 => 0.0,
                share => 1.0 / share,
            })
            .collect();
        let contrasts = self.contrasts();
        let scaled: Vec<Statistic> = contrasts
            .iter()
            .map(|contrast| {
                let terms = contrast
                    .iter()
                    .map(|(place, sign)| (sign * inverse[*place], self.shares[*place]));
                Statistic::combine(&terms.collect::<Vec<_>>())
            })
            .collect();
        let mut simple = Matrix::zeros(contrasts.len());
        for (row, one) in contrasts.iter().enumerate() {
            for (column, other) in contrasts.iter().enumerate() {
                for (place, sign) in one {
                    let shared = other.iter().filter(|(others, _)| others == place);
                    for (_, others) in shared {
                        *simple.at_mut(row, column) += sign * others * inverse[*place] / self.n;
                    }
                }
            }
        }
        let delta = simple
            .inverse()?
            .product(&covariances(design, &scaled.iter().collect::<Vec<_>>())?);
        let trace = delta.trace();
        let free = trace * trace / delta.product(&delta).trace();
        (trace > 0.0).then_some(FTest {
            statistic: pearson / trace,
            df: [free, free * self.df],
        })
    }

    fn adjusted_wald(&self, design: &SurveyDesign) -> Option<FTest> {
        let mut differences = Vec::new();
        for row in 0..self.rows - 1 {
            for column in 0..self.columns - 1 {
                differences.push(self.difference(row, column));
            }
        }
        let wald = wald(design, &differences.iter().collect::<Vec<_>>())?;
        let free = self.free() as f64;
        let left = self.df - free + 1.0;
        (left > 0.0).then_some(FTest {
            statistic: left / (self.df * free) * wald,
            df: [free, left],
        })
    }

    /// N (p_ij − p_i· p_·j), linearised.
    fn difference(&self, row: usize, column: usize) -> Statistic {
        let (of_row, of_column) = (self.of_row(row), self.of_column(column));
        let mut terms: Vec<(f64, &Statistic)> = Vec::new();
        for other_row in 0..self.rows {
            for other_column in 0..self.columns {
                let own = f64::from(other_row == row && other_column == column);
                let in_row = f64::from(other_row == row) * of_column;
                let in_column = f64::from(other_column == column) * of_row;
                let share = self.shares[other_row * self.columns + other_column];
                terms.push((own - in_row - in_column, share));
            }
        }
        let mut difference = Statistic::combine(&terms);
        for draw in &mut difference.draws {
            draw.value = self.share(row, column) - of_row * of_column;
        }
        let product = |at: &[f64]| at[0] * at[1];
        Statistic::function(&[self.weight, &difference], product, |at| {
            vec![at[1], at[0]]
        })
    }
}

impl Measure<'_> {
    /// Both variables as one: a category for each combination, the second variable's categories within the first's.
    ///
    /// # Errors
    /// `not_coded`; `too_many_values` above the most that a variable may have.
    fn crossed(&self, other: &Measure) -> Result<Measure<'static>> {
        let (rows, columns) = (self.levels().len(), other.levels().len());
        if rows == 0 || columns == 0 {
            return Err(Error::new("not_coded"));
        }
        let category = |record| {
            let (row, column) = (self.category(record)?, other.category(record)?);
            Some(row * columns as u32 + column)
        };
        let names: Vec<usize> = (0..rows * columns).collect();
        Measure::of_categories((0..self.len()).map(category), &names)
    }
}
