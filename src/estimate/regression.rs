//! Linear and logistic regression under a survey design.

use super::estimand::Part;
use super::fitted::Fitted;
use super::measure::{Measure, Numbers};
use super::statistics::Kind;
use super::suppression::Quantity;
use crate::document::Family;
use crate::error::{Error, Result};
use crate::numeric::Matrix;
use crate::table::CodeSlice;

/// Steps of the logistic fit after which it does not come to rest: some term tells the outcome exactly.
const MOST_STEPS: usize = 50;
/// Change of the deviance, against its size, at which the fit has come to rest (R's `glm`).
const AT_REST: f64 = 1e-8;

/// A term of a regression.
#[derive(Debug, Clone, Copy)]
pub enum Term<'a> {
    /// It enters as a number.
    Number(&'a Measure<'a>),
    /// It enters by category, each against the first.
    Category(&'a Measure<'a>),
}

/// A regression of one variable on others, with an intercept.
pub(super) struct Regression<'a> {
    family: Family,
    outcome: Numbers<'a>,
    columns: Vec<Column<'a>>,
}

/// A column of the model matrix after the intercept.
enum Column<'a> {
    Number(Numbers<'a>),
    /// 1 in one category, 0 in the others.
    Category {
        codes: CodeSlice<'a>,
        category: &'a [Option<u32>],
        of: u32,
    },
}

impl Column<'_> {
    /// NaN is missing.
    fn get(&self, record: usize) -> f64 {
        match self {
            Column::Number(numbers) => numbers.get(record),
            Column::Category {
                codes,
                category,
                of,
            } => category[codes.get(record)].map_or(f64::NAN, |own| f64::from(own == *of)),
        }
    }
}

impl<'a> Regression<'a> {
    /// # Errors
    /// `not_numeric`; `not_coded` for a term by category that has none; `not_binary` for an outcome of `logit` that is not 0 and
    /// 1; `one_category` for a term by category that has a single one.
    pub(super) fn new(
        family: Family,
        outcome: &'a Measure<'a>,
        terms: &[Term<'a>],
    ) -> Result<Regression<'a>> {
        let mut columns = Vec::new();
        for term in terms {
            match term {
                Term::Number(of) => columns.push(Column::Number(of.numbers()?)),
                Term::Category(of) => columns.extend(categories(of)?),
            }
        }
        let numbers = outcome.numbers()?;
        if family == Family::Logit {
            let other = (0..outcome.len())
                .map(|record| numbers.get(record))
                .find(|value| !value.is_nan() && *value != 0.0 && *value != 1.0);
            if let Some(value) = other {
                return Err(Error::new("not_binary").with("value", value));
            }
        }
        Ok(Regression {
            family,
            outcome: numbers,
            columns,
        })
    }

    /// The record's row of the model matrix.
    fn row(&self, record: usize, into: &mut [f64]) {
        into[0] = 1.0;
        for (cell, column) in into[1..].iter_mut().zip(&self.columns) {
            *cell = column.get(record);
        }
    }

    fn size(&self) -> usize {
        self.columns.len() + 1
    }

    /// What the coefficients make of a record's row.
    fn predictor(&self, coefficients: &[f64], row: &[f64]) -> f64 {
        let terms = coefficients.iter().zip(row);
        terms.fold(0.0, |sum, (b, x)| sum + b * x)
    }

    /// What is expected at a linear predictor, and how fast that changes with it.
    fn expected(&self, predictor: f64) -> (f64, f64) {
        match self.family {
            Family::Gaussian => (predictor, 1.0),
            Family::Logit => {
                let share = 1.0 / (1.0 + libm::exp(-predictor));
                (share, share * (1.0 - share))
            }
        }
    }

    /// One step of iteratively reweighted least squares from a linear predictor for each record (McCullagh and Nelder 1989,
    /// 2.5): (Σ w v x xᵀ)⁻¹ and the coefficients.
    fn step(
        &self,
        predictor: impl Fn(usize, &[f64]) -> f64,
        records: &[u32],
        weights: &[f64],
    ) -> Option<(Matrix, Vec<f64>)> {
        let mut information = Matrix::zeros(self.size());
        let mut right = vec![0.0; self.size()];
        let mut row = vec![0.0; self.size()];
        for (place, (record, weight)) in records.iter().zip(weights).enumerate() {
            self.row(*record as usize, &mut row);
            let at = predictor(place, &row);
            let (expected, slope) = self.expected(at);
            information.add_outer(weight * slope, &row);
            let left = self.outcome.get(*record as usize) - expected;
            let target = weight * (slope * at + left);
            for (sum, x) in right.iter_mut().zip(&row) {
                *sum += target * x;
            }
        }
        let inverse = information.inverse()?;
        let coefficients = inverse.times(&right);
        Some((inverse, coefficients))
    }

    /// Twice the log-likelihood that is missing to a perfect fit.
    fn deviance(&self, coefficients: &[f64], records: &[u32], weights: &[f64]) -> f64 {
        let mut row = vec![0.0; self.size()];
        let mut deviance = 0.0;
        for (record, weight) in records.iter().zip(weights) {
            self.row(*record as usize, &mut row);
            let (expected, _) = self.expected(self.predictor(coefficients, &row));
            deviance += weight * self.miss(self.outcome.get(*record as usize), expected);
        }
        deviance
    }

    fn miss(&self, value: f64, expected: f64) -> f64 {
        match self.family {
            Family::Gaussian => (value - expected) * (value - expected),
            Family::Logit if value > 0.5 => -2.0 * libm::log(expected),
            Family::Logit => -2.0 * libm::log1p(-expected),
        }
    }
}

/// A column for each category but the first.
fn categories<'a>(of: &'a Measure<'a>) -> Result<Vec<Column<'a>>> {
    let Measure::Coded {
        codes,
        category,
        levels,
    } = of
    else {
        return Err(Error::new("not_coded"));
    };
    if levels.len() < 2 {
        return Err(Error::new("one_category"));
    }
    let column = |of| Column::Category {
        codes: codes.slice(),
        category,
        of,
    };
    Ok((1..levels.len() as u32).map(column).collect())
}

impl Fitted for Regression<'_> {
    fn parts(&self) -> Vec<Kind> {
        let kind = |place: usize| Kind {
            part: Part::Term(place as u32),
            quantity: Quantity::Other,
        };
        (0..self.size()).map(kind).collect()
    }

    fn takes(&self, record: usize) -> bool {
        !self.outcome.get(record).is_nan()
            && self
                .columns
                .iter()
                .all(|column| !column.get(record).is_nan())
    }

    /// A linear model is there after one step, and the second takes out the rounding of the first. A logistic one starts at
    /// each answer drawn half way to a toss and rests where R's `glm` does, so that its numbers are R's.
    ///
    /// After the coefficients stand those of the step before: the last step's weights came from them.
    fn fit(&self, records: &[u32], weights: &[f64]) -> Option<Vec<f64>> {
        let mean = weights.iter().sum::<f64>() / weights.len() as f64;
        let scaled: Vec<f64> = weights.iter().map(|weight| weight / mean).collect();
        let start = |place: usize, _: &[f64]| match self.family {
            Family::Gaussian => 0.0,
            Family::Logit => {
                let value = self.outcome.get(records[place] as usize);
                let drawn = (scaled[place] * value + 0.5) / (scaled[place] + 1.0);
                libm::log(drawn / (1.0 - drawn))
            }
        };
        let (_, mut last) = self.step(start, records, &scaled)?;
        let mut deviance = self.deviance(&last, records, &scaled);
        for _ in 1..MOST_STEPS {
            let from = |_: usize, row: &[f64]| self.predictor(&last, row);
            let (_, next) = self.step(from, records, &scaled)?;
            let now = self.deviance(&next, records, &scaled);
            if !now.is_finite() {
                return None;
            }
            let moved = (now - deviance).abs() / (now.abs() + 0.1);
            if self.family == Family::Gaussian || moved < AT_REST {
                return Some(next.into_iter().chain(last).collect());
            }
            last = next;
            deviance = now;
        }
        None
    }

    /// (Σ w v x xᵀ)⁻¹ x w v r with the working residuals r = (y − μ) / v (Binder 1983), v from the step before as in R.
    fn influence(&self, fit: &[f64], records: &[u32], weights: &[f64]) -> Vec<Vec<f64>> {
        let mut influence = vec![vec![0.0; records.len()]; self.size()];
        let (coefficients, before) = fit.split_at(self.size());
        let from = |_: usize, row: &[f64]| self.predictor(before, row);
        let Some((inverse, _)) = self.step(from, records, weights) else {
            return influence;
        };
        let mut row = vec![0.0; self.size()];
        for (place, (record, weight)) in records.iter().zip(weights).enumerate() {
            self.row(*record as usize, &mut row);
            let (_, slope_before) = self.expected(self.predictor(before, &row));
            let (expected, slope) = self.expected(self.predictor(coefficients, &row));
            let left = self.outcome.get(*record as usize) - expected;
            let scale = weight * slope_before * left / slope;
            for (influence, along) in influence.iter_mut().zip(inverse.times(&row)) {
                influence[place] = scale * along;
            }
        }
        influence
    }

    /// R's residual degrees of freedom: those of the design, less a coefficient each but the intercept.
    fn fewer(&self) -> f64 {
        self.columns.len() as f64
    }
}
