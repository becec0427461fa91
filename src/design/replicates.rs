//! Replicate weights: the sample drawn again and again, on paper.

use crate::numeric::{Pcg32, Sum};

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
    let mut probes = Probes::new(count);
    for row in weights.chunks_exact(count) {
        if basis.len() == count {
            break;
        }
        let length = dot(row, row).sqrt();
        if length == 0.0 || !probes.find_new(row, length) {
            continue;
        }
        let mut left = row.to_vec();
        // Twice is enough: the second turn takes out what rounding left of the first.
        for _ in 0..2 {
            basis
                .iter()
                .for_each(|direction| take_out(&mut left, direction));
        }
        let rest = dot(&left, &left).sqrt();
        if rest > RANK_TOLERANCE * length {
            left.iter_mut().for_each(|value| *value /= rest);
            probes.leave(&left);
            basis.push(left);
        }
    }
    basis.len()
}

/// Directions at random, less what the rows so far explain: a row at right angles to all of them is explained too. Most rows
/// are told so by a few products instead of one for each row before them.
struct Probes(Vec<Vec<f64>>);

impl Probes {
    fn new(count: usize) -> Probes {
        let mut chance = Pcg32::new(1, 0);
        let mut probe = || (0..count).map(|_| chance.unit() - 0.5).collect();
        Probes((0..4).map(|_| probe()).collect())
    }

    /// Whether a row has a part that is new; far below [`RANK_TOLERANCE`], since a probe sees only some of it.
    fn find_new(&self, row: &[f64], length: f64) -> bool {
        let least = RANK_TOLERANCE * 1e-4 * length;
        let sees = |probe: &Vec<f64>| dot(row, probe).abs() > least * dot(probe, probe).sqrt();
        self.0.iter().any(sees)
    }

    fn leave(&mut self, direction: &[f64]) {
        self.0
            .iter_mut()
            .for_each(|probe| take_out(probe, direction));
    }
}

/// Takes out of a row what lies along a direction of length 1.
fn take_out(row: &mut [f64], direction: &[f64]) {
    let along = dot(row, direction);
    for (value, direction) in row.iter_mut().zip(direction) {
        *value -= along * direction;
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).fold(0.0, |sum, (a, b)| sum + a * b)
}
