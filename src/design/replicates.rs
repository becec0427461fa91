//! Replicate weights: the sample drawn again and again, on paper.

use super::ids::NONE;
use crate::numeric::{Pcg32, Sum};
use std::collections::BTreeMap;
use std::rc::Rc;

/// Part of a record's own length below which what is left of its replicate weights is rounding (as R's `qr` decides rank).
const RANK_TOLERANCE: f64 = 1e-7;

/// Weights of every replicate, and how their estimates make a variance.
///
/// A file may hold several samples that were drawn apart, one a country, which use the same columns: replicate 1 of one has
/// nothing to do with replicate 1 of another. A replicate is therefore one of a sample, and every other sample keeps its weights
/// in it, so that variances of different samples add up and have no covariance.
#[derive(Debug, Clone)]
pub struct ReplicateWeights {
    /// A row of weights for each record, one a replicate of its own sample.
    weights: Vec<f64>,
    /// Factor of each replicate's squared deviation, the common scale within it.
    factors: Vec<f64>,
    /// Deviations are taken from the full sample's estimate; from the mean of the replicates without it.
    mse: bool,
    /// Degrees of freedom of each sample.
    df: Vec<f64>,
    /// Sample of each record; empty where there is one.
    samples: Vec<u32>,
}

impl ReplicateWeights {
    /// Takes a row of weights for each record, one weight a replicate, and the factor of each squared deviation.
    ///
    /// Degrees of freedom are the rank of the weights less one (R's `degf`) where none are declared.
    pub fn new(weights: Vec<f64>, factors: Vec<f64>, mse: bool, df: Option<f64>) -> Self {
        let df = df.map(|df| vec![df]);
        ReplicateWeights::drawn_apart(weights, factors, mse, df, Vec::new())
    }

    /// The same for several samples: `samples` says in which each record lies, and `df` holds a number for each.
    pub(super) fn drawn_apart(
        weights: Vec<f64>,
        factors: Vec<f64>,
        mse: bool,
        df: Option<Vec<f64>>,
        samples: Vec<u32>,
    ) -> Self {
        let count = factors.len();
        let of_sample = |sample: u32| {
            let rows = weights.chunks_exact(count.max(1)).enumerate();
            let rows = rows.filter(|(row, _)| samples.get(*row).is_none_or(|own| *own == sample));
            rank(rows.map(|(_, row)| row), count) as f64 - 1.0
        };
        let last = samples.iter().max().copied().unwrap_or(0);
        let df = df.unwrap_or_else(|| (0..=last).map(of_sample).collect());
        ReplicateWeights {
            weights,
            factors,
            mse,
            df,
            samples,
        }
    }

    /// Number of replicates of a sample.
    pub fn count(&self) -> usize {
        self.factors.len()
    }

    /// Degrees of freedom of all samples together.
    pub fn df(&self) -> f64 {
        self.df.iter().sum()
    }

    /// Degrees of freedom of what comes from some of the samples.
    pub(crate) fn df_of(&self, samples: &[u32]) -> f64 {
        let of = samples
            .iter()
            .filter_map(|sample| self.df.get(*sample as usize));
        of.sum()
    }

    /// The samples in which records lie, in order.
    pub(crate) fn samples_of(&self, records: &[u32]) -> Rc<[u32]> {
        if self.samples.is_empty() {
            return Rc::new([0]);
        }
        let mut met = vec![false; self.df.len()];
        for record in records {
            met[self.samples[*record as usize] as usize] = true;
        }
        let numbers = (0..).zip(met).filter(|(_, met)| *met);
        numbers.map(|(sample, _)| sample).collect()
    }

    /// Whether a record lies in a sample.
    pub(crate) fn is_of(&self, record: usize, sample: u32) -> bool {
        self.samples.get(record).is_none_or(|own| *own == sample)
    }

    /// The weights of one record in the replicates of its sample.
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

    /// Takes several samples for one where a group of records lies in more than one of them: what brings the group to a total
    /// ties its samples together.
    pub(super) fn tie(&mut self, groups: &[u32]) {
        let mut of_group: BTreeMap<u32, u32> = BTreeMap::new();
        let inside = groups.iter().zip(&self.samples);
        let tied = inside
            .filter(|(group, _)| **group != NONE)
            .any(|(group, sample)| {
                of_group
                    .insert(*group, *sample)
                    .is_some_and(|own| own != *sample)
            });
        if tied {
            self.samples = Vec::new();
            self.df = vec![self.df.iter().copied().fold(0.0, f64::max)];
        }
    }

    /// Σ r_k (θ_k − c)² over the replicates of every sample that takes part: c is the full sample's estimate under `mse`, the mean
    /// of the sample's replicates otherwise. None where a sample has no replicate with an estimate; a replicate without one, which
    /// left nobody in the domain, is left out.
    pub(crate) fn variance(&self, estimate: f64, replicates: &[f64]) -> Option<f64> {
        let samples = replicates.chunks_exact(self.count().max(1));
        let each: Option<Vec<f64>> = samples.map(|own| self.variance_of(estimate, own)).collect();
        each.filter(|each| !each.is_empty())
            .map(|each| each.iter().sum())
    }

    /// What the replicates of one sample say.
    fn variance_of(&self, estimate: f64, replicates: &[f64]) -> Option<f64> {
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
fn rank<'w>(rows: impl Iterator<Item = &'w [f64]>, count: usize) -> usize {
    let mut basis: Vec<Vec<f64>> = Vec::new();
    if count == 0 {
        return 0;
    }
    let mut probes = Probes::new(count);
    for row in rows {
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
