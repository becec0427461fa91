//! Wald's statistic: several numbers held against 0 together.

use super::statistic::Statistic;
use super::uncertainty::Uncertainty;
use crate::design::SurveyDesign;
use crate::document::SamplingVariance;
use crate::numeric::Matrix;

/// b'V⁻¹b of statistics b with their covariances V (Wald 1943). None where the design cannot tell them apart.
pub(super) fn wald(design: &SurveyDesign, of: &[&Statistic]) -> Option<f64> {
    let values: Vec<f64> = of.iter().map(|of| of.value()).collect();
    let terms = covariances(design, of)?.inverse()?.times(&values);
    let products = terms.iter().zip(&values);
    Some(products.fold(0.0, |sum, (a, b)| sum + a * b))
}

/// Covariances of statistics: what is left of the variance of a sum.
pub(super) fn covariances(design: &SurveyDesign, of: &[&Statistic]) -> Option<Matrix> {
    let variance = |of: &Statistic| {
        Uncertainty::of(design, of, SamplingVariance::All, 0.0).and_then(|error| error.variance)
    };
    let mut matrix = Matrix::zeros(of.len());
    for (row, one) in of.iter().enumerate() {
        *matrix.at_mut(row, row) = variance(one)?;
    }
    for row in 0..of.len() {
        for column in 0..row {
            let sum = Statistic::combine(&[(1.0, of[row]), (1.0, of[column])]);
            let both = matrix.at(row, row) + matrix.at(column, column);
            let covariance = 0.5 * (variance(&sum)? - both);
            *matrix.at_mut(row, column) = covariance;
            *matrix.at_mut(column, row) = covariance;
        }
    }
    Some(matrix)
}
