//! Variance, standard deviation, correlation, reliability: what follows from the weighted covariances of some variables.

use super::estimand::Part;
use super::fitted::Fitted;
use super::measure::{Measure, Numbers};
use super::statistics::Kind;
use super::suppression::Quantity;
use crate::error::{Error, Result};
use crate::numeric::Matrix;

/// What is read off the covariances.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Moment {
    /// Σ w (y − ȳ)² / Σ w · n / (n − 1), as R's `svyvar`.
    Variance,
    /// √(Σ w (y − ȳ)² / Σ w), as the assessments' manuals give it.
    Deviation,
    /// Pearson's r of the first two.
    Correlation,
    /// Cronbach's alpha of all, alpha without each, and each one's correlation with the sum of the others.
    Reliability,
}

/// A moment of some variables, over the records that have all of them.
pub(super) struct Moments<'a> {
    moment: Moment,
    of: Vec<Numbers<'a>>,
}

/// Two sums of variables: which of them each one adds up.
struct Pair {
    one: Vec<usize>,
    other: Vec<usize>,
}

impl<'a> Moments<'a> {
    /// # Errors
    /// `not_numeric`; `too_few_items` for a reliability of fewer than two items.
    pub(super) fn new(moment: Moment, of: &[&'a Measure<'a>]) -> Result<Moments<'a>> {
        if moment == Moment::Reliability && of.len() < 2 {
            return Err(Error::new("too_few_items").with("count", of.len()));
        }
        let of: Result<Vec<Numbers>> = of.iter().map(|measure| measure.numbers()).collect();
        Ok(Moments { moment, of: of? })
    }

    fn values(&self, record: u32) -> Vec<f64> {
        let numbers = self.of.iter();
        numbers.map(|of| of.get(record as usize)).collect()
    }

    /// Means and covariances, Σ w (y − ȳ)(z − z̄) / Σ w.
    fn covariances(&self, records: &[u32], weights: &[f64]) -> Option<(f64, Vec<f64>, Matrix)> {
        let weight: f64 = weights.iter().sum();
        if records.is_empty() || weight <= 0.0 {
            return None;
        }
        let mut means = vec![0.0; self.of.len()];
        for (record, own) in records.iter().zip(weights) {
            for (mean, value) in means.iter_mut().zip(self.values(*record)) {
                *mean += own * value / weight;
            }
        }
        let mut covariances = Matrix::zeros(self.of.len());
        for (record, own) in records.iter().zip(weights) {
            covariances.add_outer(own / weight, &self.deviations(*record, &means));
        }
        Some((weight, means, covariances))
    }

    fn deviations(&self, record: u32, means: &[f64]) -> Vec<f64> {
        let mut values = self.values(record);
        for (value, mean) in values.iter_mut().zip(means) {
            *value -= mean;
        }
        values
    }

    /// Every item but one.
    fn without(&self, item: usize) -> Vec<usize> {
        (0..self.of.len()).filter(|other| *other != item).collect()
    }

    /// The item and the sum of the others.
    fn rest(&self, item: usize) -> Pair {
        Pair {
            one: vec![item],
            other: self.without(item),
        }
    }

    /// n / (n − 1) for the variance, 1 for all that is a ratio.
    fn correction(&self, n: usize) -> f64 {
        match self.moment {
            Moment::Variance => n as f64 / (n as f64 - 1.0),
            _ => 1.0,
        }
    }

    /// The parts, and how they change along `direction`, a change of the covariances.
    fn parts_along(&self, covariances: &Matrix, direction: Option<&Matrix>, n: usize) -> Vec<f64> {
        let of = |pick: &dyn Fn(&Matrix) -> f64| (pick(covariances), direction.map(pick));
        match self.moment {
            Moment::Variance => {
                let (value, change) = of(&|matrix| matrix.at(0, 0));
                vec![change.unwrap_or(value) * self.correction(n)]
            }
            Moment::Deviation => {
                let (value, change) = of(&|matrix| matrix.at(0, 0));
                let root = value.sqrt();
                vec![change.map_or(root, |change| change / (2.0 * root))]
            }
            Moment::Correlation => {
                let pair = Pair {
                    one: vec![0],
                    other: vec![1],
                };
                vec![correlation(&pair, covariances, direction)]
            }
            Moment::Reliability => {
                let items = self.of.len();
                let all: Vec<usize> = (0..items).collect();
                let mut parts = vec![alpha(&all, covariances, direction)];
                // Alpha of a single item is none.
                if items > 2 {
                    let dropped = |item| alpha(&self.without(item), covariances, direction);
                    parts.extend((0..items).map(dropped));
                }
                let rest = |item| correlation(&self.rest(item), covariances, direction);
                parts.extend((0..items).map(rest));
                parts
            }
        }
    }
}

/// k / (k − 1) (1 − Σ s_ii / Σ s_ij), or its change along a direction.
fn alpha(items: &[usize], covariances: &Matrix, direction: Option<&Matrix>) -> f64 {
    let own = |matrix: &Matrix| -> f64 { items.iter().map(|item| matrix.at(*item, *item)).sum() };
    let all = |matrix: &Matrix| covariance(items, items, matrix);
    let count = items.len() as f64;
    let factor = count / (count - 1.0);
    let (diagonal, total) = (own(covariances), all(covariances));
    match direction {
        None => factor * (1.0 - diagonal / total),
        Some(direction) => factor * (diagonal * all(direction) / total - own(direction)) / total,
    }
}

/// s_xy / √(s_xx s_yy), or its change along a direction.
fn correlation(pair: &Pair, covariances: &Matrix, direction: Option<&Matrix>) -> f64 {
    let all = |matrix: &Matrix| {
        [
            covariance(&pair.one, &pair.other, matrix),
            covariance(&pair.one, &pair.one, matrix),
            covariance(&pair.other, &pair.other, matrix),
        ]
    };
    let [both, one, other] = all(covariances);
    let root = (one * other).sqrt();
    match direction.map(all) {
        None => both / root,
        Some([both_change, one_change, other_change]) => {
            both_change / root - 0.5 * both / root * (one_change / one + other_change / other)
        }
    }
}

/// The covariance of two sums of variables.
fn covariance(one: &[usize], other: &[usize], matrix: &Matrix) -> f64 {
    let pairs = one
        .iter()
        .flat_map(|row| other.iter().map(|column| matrix.at(*row, *column)));
    pairs.sum()
}

impl Fitted for Moments<'_> {
    fn parts(&self) -> Vec<Kind> {
        let quantity = match self.moment {
            Moment::Variance | Moment::Deviation => Quantity::Amount,
            Moment::Correlation | Moment::Reliability => Quantity::Other,
        };
        let kind = |part| Kind { part, quantity };
        let mut parts = vec![kind(Part::Whole)];
        if self.moment == Moment::Reliability {
            let items = 0..self.of.len() as u32;
            if self.of.len() > 2 {
                parts.extend(items.clone().map(|item| kind(Part::Without(item))));
            }
            parts.extend(items.map(|item| kind(Part::ItemRest(item))));
        }
        parts
    }

    fn takes(&self, record: usize) -> bool {
        self.of.iter().all(|of| !of.get(record).is_nan())
    }

    fn fit(&self, records: &[u32], weights: &[f64]) -> Option<Vec<f64>> {
        let (_, _, covariances) = self.covariances(records, weights)?;
        Some(self.parts_along(&covariances, None, records.len()))
    }

    /// A record moves the covariances by w ((y − ȳ)(z − z̄) − s) / Σ w, and the parts along with them.
    fn influence(&self, fit: &[f64], records: &[u32], weights: &[f64]) -> Vec<Vec<f64>> {
        let mut influence = vec![vec![0.0; records.len()]; fit.len()];
        let Some((weight, means, covariances)) = self.covariances(records, weights) else {
            return influence;
        };
        for (place, (record, own)) in records.iter().zip(weights).enumerate() {
            let mut direction = Matrix::zeros(self.of.len());
            direction.add_outer(1.0, &self.deviations(*record, &means));
            for row in 0..self.of.len() {
                for column in 0..self.of.len() {
                    *direction.at_mut(row, column) -= covariances.at(row, column);
                }
            }
            let along = self.parts_along(&covariances, Some(&direction), records.len());
            for (influence, along) in influence.iter_mut().zip(along) {
                influence[place] = own / weight * along;
            }
        }
        influence
    }
}
