//! Replicate weights made from strata and primary units.

use super::hadamard::Hadamard;
use super::{Group, ReplicateWeights, SurveyDesign};
use crate::document::{LonelyPsu, ReplicateMethod, ReplicatesFromDesign};
use crate::error::{Error, Result};
use crate::numeric::Pcg32;
use std::collections::BTreeMap;
use std::ops::Range;

/// Most weights that are made, records times replicates: above it they would not fit into a browser's memory.
const MOST_WEIGHTS: usize = 200_000_000;
/// Replicates of a bootstrap where the document names no number.
const USUAL_REPLICATES: u64 = 200;

impl ReplicateWeights {
    /// Replicate weights from the first stage of a design; a total has by them the variance that the strata and units give it,
    /// on average for the bootstrap, exactly for the other methods.
    ///
    /// - `jk1`, `jkn`: each replicate leaves out one unit and weighs the others of its stratum by n/(n − 1), with the factor
    ///   (1 − f) (n − 1)/n (Wolter 2007; R's `as.svrepdesign`).
    /// - `brr`: half-samples balanced by a Hadamard matrix, weights 1 ± √(1 − f) (McCarthy 1969; with a correction, Wolter
    ///   2007). 1/R.
    /// - `jk2`: one unit of a pair counts 1 + √(1 − f) times and the other 1 − √(1 − f) times, then the other way round. 1/2.
    /// - `bootstrap`: n − 1 of the n units of each stratum are drawn with replacement; a unit drawn m times weighs
    ///   1 − λ + λ m n/(n − 1), λ = √(1 − f) (Rao and Wu 1988; without a correction R's `subbootstrap`). 1/(R − 1).
    ///
    /// A stratum with a single unit follows the design's rule: none of its own, its value against 0 (`adjust`, by the jackknife
    /// only), or the others' average. Units of later stages stay as they are. Degrees of freedom are units less strata, and
    /// at most R − 1.
    ///
    /// `samples` say in which sample each record lies where several were drawn apart: the pairs of each take the same replicates.
    ///
    /// # Errors
    /// `jk1_with_strata`; `brr_needs_pairs` with the strata; `lonely_psu`; `too_few_replicates`; `too_many_replicates`.
    pub(super) fn resampled(
        design: &SurveyDesign,
        asked: &ReplicatesFromDesign,
        samples: Vec<u32>,
        stratum_name: impl Fn(usize) -> String,
    ) -> Result<ReplicateWeights> {
        let sample = |stratum: usize| samples.get(design.record_of(stratum)).copied();
        let sample_of: Vec<usize> = (0..design.strata())
            .map(|stratum| sample(stratum).unwrap_or(0) as usize)
            .collect();
        let strata = Strata::of(design, asked.method, &stratum_name)?;
        let scheme = match asked.method {
            ReplicateMethod::Jk1 if strata.groups.len() > 1 => {
                return Err(Error::new("jk1_with_strata").with("count", strata.groups.len()));
            }
            ReplicateMethod::Brr => strata.half_samples(&stratum_name)?,
            ReplicateMethod::Jk2 => strata.pairs(&sample_of, &stratum_name)?,
            ReplicateMethod::Bootstrap => strata.bootstrap(asked)?,
            _ => strata.delete_one(),
        };
        let count = scheme.factors.len();
        if count < 2 {
            return Err(Error::new("too_few_replicates").with("count", count));
        }
        within_memory(count, design.rows())?;
        let mut weights = vec![0.0; design.rows() * count];
        let layout = design.layout();
        for (unit, ends) in layout.first.windows(2).enumerate() {
            for record in &layout.records[ends[0] as usize..ends[1] as usize] {
                let row = *record as usize;
                let weight = design.weights[row];
                if weight > 0.0 {
                    let replicates = &mut weights[row * count..][..count];
                    scheme.fill(&strata, design.primary[unit] as usize, replicates);
                    replicates.iter_mut().for_each(|value| *value *= weight);
                }
            }
        }
        // A unit each, less one for its stratum.
        let mut df = vec![0.0; sample_of.iter().max().map_or(1, |last| last + 1)];
        for (group, sample) in design.stages[0].groups.iter().zip(&sample_of) {
            df[*sample] += f64::from(group.sampled) - 1.0;
        }
        let most = count as f64 - 1.0;
        let df = df.into_iter().map(|df: f64| df.min(most)).collect();
        Ok(ReplicateWeights::drawn_apart(
            weights,
            scheme.factors,
            asked.mse,
            Some(df),
            samples,
        ))
    }
}

/// # Errors
/// `too_many_replicates`.
fn within_memory(count: usize, rows: usize) -> Result<()> {
    if count.saturating_mul(rows) > MOST_WEIGHTS {
        return Err(Error::new("too_many_replicates")
            .with("count", count)
            .with("rows", rows)
            .with("limit", MOST_WEIGHTS / rows.max(1)));
    }
    Ok(())
}

/// The strata of the first stage.
struct Strata<'a> {
    groups: &'a [Group],
    /// Stratum of each primary unit.
    of: &'a [u32],
    /// Primary units of each stratum.
    units: Vec<Range<usize>>,
    lonely_psu: LonelyPsu,
    /// What the rule for single units makes of every factor: more than 1 under `average`.
    average: f64,
    rows: usize,
}

/// How each replicate weighs the primary units.
struct Scheme {
    /// Factor of each squared deviation.
    factors: Vec<f64>,
    way: Way,
}

enum Way {
    /// Each stratum has replicates of its own, from here on: one a unit, or two for a unit that is alone.
    DeleteOne(Vec<usize>),
    /// Signs by replicate and stratum.
    HalfSamples(Hadamard),
    /// Two replicates for each stratum, from here on; strata of different samples may share them.
    Pairs(Vec<usize>),
    /// How often each unit was drawn, a row of replicates for each.
    Drawn(Vec<u16>),
}

impl<'a> Strata<'a> {
    /// # Errors
    /// `lonely_psu` where the rule gives a method nothing to do.
    fn of(
        design: &'a SurveyDesign,
        method: ReplicateMethod,
        name: &impl Fn(usize) -> String,
    ) -> Result<Strata<'a>> {
        let stage = &design.stages[0];
        let mut units = Vec::with_capacity(stage.groups.len());
        let mut from = 0;
        for group in &stage.groups {
            let to = from + group.sampled as usize;
            units.push(from..to);
            from = to;
        }
        let is_lonely = |group: &&Group| group.sampled == 1 && group.scale > 0.0;
        let lonely = stage.groups.iter().filter(is_lonely).count();
        let with_variance = stage.groups.len() - lonely;
        let rule = design.lonely_psu;
        let by_jackknife = matches!(method, ReplicateMethod::Jk1 | ReplicateMethod::Jkn);
        let possible = match rule {
            LonelyPsu::Fail => false,
            LonelyPsu::Adjust => by_jackknife,
            LonelyPsu::Average => with_variance > 0,
            LonelyPsu::Remove | LonelyPsu::Certainty => true,
        };
        // Half-samples and pairs name every stratum that is no pair.
        if lonely > 0 && !possible && !matches!(method, ReplicateMethod::Brr | ReplicateMethod::Jk2)
        {
            let alone = (0..stage.groups.len()).filter(|at| is_lonely(&&stage.groups[*at]));
            let mut options = vec!["remove", "certainty", "average"];
            if by_jackknife {
                options.push("adjust");
            }
            let options: Vec<String> = options.into_iter().map(String::from).collect();
            return Err(Error::new("lonely_psu")
                .with("count", lonely)
                .with("strata", alone.map(name).collect::<Vec<String>>())
                .with("options", options));
        }
        let average = match (rule, lonely) {
            (LonelyPsu::Average, 1..) => stage.groups.len() as f64 / with_variance as f64,
            _ => 1.0,
        };
        Ok(Strata {
            groups: &stage.groups,
            of: &stage.group,
            units,
            lonely_psu: rule,
            average,
            rows: design.rows(),
        })
    }

    /// Part of a stratum's units that was not drawn, 1 − f.
    fn left(&self, stratum: usize) -> f64 {
        let group = self.groups[stratum];
        let n = f64::from(group.sampled);
        match group.sampled {
            0 | 1 => group.scale,
            _ => group.scale * (n - 1.0) / n,
        }
    }

    fn delete_one(&self) -> Scheme {
        let mut factors = Vec::new();
        let mut first = Vec::with_capacity(self.groups.len());
        for (stratum, group) in self.groups.iter().enumerate() {
            first.push(factors.len());
            let n = f64::from(group.sampled);
            let left = self.left(stratum);
            match group.sampled {
                // Taken whole: nothing was left to chance.
                _ if left == 0.0 => {}
                // Left out and counted twice, so that the replicates keep their mean.
                1 if self.lonely_psu == LonelyPsu::Adjust => factors.extend([left / 2.0; 2]),
                1 => {}
                sampled => {
                    let factor = left * (n - 1.0) / n * self.average;
                    factors.extend((0..sampled).map(|_| factor));
                }
            }
        }
        first.push(factors.len());
        Scheme {
            factors,
            way: Way::DeleteOne(first),
        }
    }

    /// # Errors
    /// `brr_needs_pairs`: the strata that have another number of units than two, or another than one that was taken whole.
    fn need_pairs(&self, name: &impl Fn(usize) -> String) -> Result<()> {
        let whole = |stratum: usize| self.left(stratum) == 0.0;
        let wrong = (0..self.groups.len())
            .filter(|stratum| self.groups[*stratum].sampled != 2 && !whole(*stratum));
        let wrong: Vec<String> = wrong.map(name).collect();
        if wrong.is_empty() {
            return Ok(());
        }
        Err(Error::new("brr_needs_pairs")
            .with("count", wrong.len())
            .with("strata", wrong))
    }

    fn half_samples(&self, name: &impl Fn(usize) -> String) -> Result<Scheme> {
        self.need_pairs(name)?;
        within_memory(self.groups.len(), self.rows)?;
        let signs = Hadamard::above(self.groups.len());
        Ok(Scheme {
            factors: vec![1.0 / signs.order() as f64; signs.order()],
            way: Way::HalfSamples(signs),
        })
    }

    fn pairs(&self, sample_of: &[usize], name: &impl Fn(usize) -> String) -> Result<Scheme> {
        self.need_pairs(name)?;
        let mut next: BTreeMap<usize, usize> = BTreeMap::new();
        let mut first = Vec::with_capacity(self.groups.len());
        for (stratum, sample) in sample_of.iter().enumerate() {
            let place = next.entry(*sample).or_default();
            first.push(*place);
            if self.left(stratum) > 0.0 {
                *place += 2;
            }
        }
        let count = next.values().max().copied().unwrap_or(0);
        Ok(Scheme {
            factors: vec![0.5; count],
            way: Way::Pairs(first),
        })
    }

    fn bootstrap(&self, asked: &ReplicatesFromDesign) -> Result<Scheme> {
        let count = asked.replicates.unwrap_or(USUAL_REPLICATES);
        let count = usize::try_from(count).unwrap_or(usize::MAX);
        if count < 2 {
            return Err(Error::new("too_few_replicates").with("count", count));
        }
        within_memory(count, self.rows)?;
        let mut chance = Pcg32::new(asked.seed.unwrap_or(1), 0);
        let mut drawn = vec![0_u16; self.of.len() * count];
        for replicate in 0..count {
            for units in &self.units {
                for _ in 1..units.len() {
                    let unit = units.start + chance.below(units.len() as u32) as usize;
                    let times = &mut drawn[unit * count + replicate];
                    *times = times.saturating_add(1);
                }
            }
        }
        Ok(Scheme {
            factors: vec![self.average / (count as f64 - 1.0); count],
            way: Way::Drawn(drawn),
        })
    }
}

impl Scheme {
    /// What each replicate makes of the weights of a primary unit.
    fn fill(&self, strata: &Strata, unit: usize, replicates: &mut [f64]) {
        let stratum = strata.of[unit] as usize;
        let n = f64::from(strata.groups[stratum].sampled);
        let place = unit - strata.units[stratum].start;
        let root = strata.left(stratum).sqrt();
        replicates.fill(1.0);
        match &self.way {
            Way::DeleteOne(first) => {
                let own = &mut replicates[first[stratum]..first[stratum + 1]];
                match (own.len(), strata.units[stratum].len()) {
                    (0, _) => {}
                    (_, 1) => own.copy_from_slice(&[0.0, 2.0]),
                    _ => {
                        own.fill(n / (n - 1.0));
                        own[place] = 0.0;
                    }
                }
            }
            Way::HalfSamples(signs) if n == 2.0 => {
                let side = if place == 0 { root } else { -root };
                for (replicate, value) in replicates.iter_mut().enumerate() {
                    *value += side * signs.sign(replicate, stratum + 1);
                }
            }
            Way::Pairs(first) if root > 0.0 => {
                let own = &mut replicates[first[stratum]..][..2];
                own.fill(1.0 - root);
                own[place] = 1.0 + root;
            }
            Way::Drawn(drawn) if n > 1.0 => {
                let times = &drawn[unit * replicates.len()..][..replicates.len()];
                for (value, times) in replicates.iter_mut().zip(times) {
                    *value = 1.0 - root + root * f64::from(*times) * n / (n - 1.0);
                }
            }
            _ => {}
        }
    }
}
