//! Replicate weights: the sample drawn again and again, on paper.

use crate::numeric::Sum;

/// Part of a record's own length below which what is left of its replicate weights is rounding (as R's `qr` decides rank).
const RANK_TOLERANCE: f64 = 1e-7;

/// Weights of every replicate, and how their estimates make a variance.
#[derive(Debug, Clone)]
pub struct ReplicateWeights {
    /// A row of weights for each record, one a replicate.
    weights: Vec<f64>,
    /// Factor of each replicate's squared deviation, the common scale within it.
    factors: Vec<f64>,
    /// Deviations are taken from the full sample's estimate; from the mean of the replicates without it.
    mse: bool,
    df: f64,
}

impl ReplicateWeights {
    /// Takes a row of weights for each record, one weight a replicate, and the factor of each squared deviation.
    ///
    /// Degrees of freedom are the rank of the weights less one (R's `degf`) where none are declared.
    pub fn new(weights: Vec<f64>, factors: Vec<f64>, mse: bool, df: Option<f64>) -> Self {
        let df = df.unwrap_or_else(|| rank(&weights, factors.len()) as f64 - 1.0);
        ReplicateWeights {
            weights,
            factors,
            mse,
            df,
        }
    }

    /// Number of replicates.
    pub fn count(&self) -> usize {
        self.factors.len()
    }

    /// Degrees of freedom.
    pub fn df(&self) -> f64 {
        self.df
    }

    /// The weights of one record.
    pub(crate) fn of_record(&self, record: usize) -> &[f64] {
        let count = self.count();
        &self.weights[record * count..][..count]
    }

    /// A row of weights for each record, one a replicate.
    pub(super) fn weights(&self) -> &[f64] {
        &self.weights
    }

    /// The same, to be changed.
    pub(super) fn weights_mut(&mut self) -> &mut [f64] {
        &mut self.weights
    }

    /// Σ r_k (θ_k − c)²: c is the full sample's estimate under `mse`, the mean of the replicates otherwise. None where no
    /// replicate has an estimate; a replicate without one, which left nobody in the domain, is left out.
    pub(crate) fn variance(&self, estimate: f64, replicates: &[f64]) -> Option<f64> {
        let known = || {
            let pairs = replicates.iter().zip(&self.factors);
            pairs.filter(|(value, factor)| value.is_finite() && **factor > 0.0)
        };
        let count = known().count();
        if count == 0 {
            return None;
        }
        let centre = if self.mse {
            estimate
        } else {
            known().map(|(value, _)| *value).collect::<Sum>().total() / count as f64
        };
        let square = |(value, factor): (&f64, &f64)| factor * (value - centre) * (value - centre);
        Some(known().map(square).collect::<Sum>().total())
    }
}

/// Rank of the weights: rows are taken in turn, less what earlier ones explain, until every replicate has been met.
fn rank(weights: &[f64], count: usize) -> usize {
    let mut basis: Vec<Vec<f64>> = Vec::new();
    if count == 0 {
        return 0;
    }
    let mut last: &[f64] = &[];
    for row in weights.chunks_exact(count) {
        if basis.len() == count {
            break;
        }
        // Records of one sampling unit often carry the same weights.
        if row == last {
            continue;
        }
        last = row;
        let length = dot(row, row).sqrt();
        if length == 0.0 {
            continue;
        }
        let mut left = row.to_vec();
        // Twice is enough: the second turn takes out what rounding left of the first.
        for _ in 0..2 {
            for direction in &basis {
                let along = dot(&left, direction);
                for (left, direction) in left.iter_mut().zip(direction) {
                    *left -= along * direction;
                }
            }
        }
        let rest = dot(&left, &left).sqrt();
        if rest > RANK_TOLERANCE * length {
            left.iter_mut().for_each(|value| *value /= rest);
            basis.push(left);
        }
    }
    basis.len()
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).fold(0.0, |sum, (a, b)| sum + a * b)
}
