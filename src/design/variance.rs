//! From influence values to a variance: the one path for every estimand, domain and contrast.

use super::{Group, Layout, Stage, SurveyDesign};
use crate::document::LonelyPsu;
use crate::error::{Error, Result};
use crate::numeric::{Sum, squares_about, sum};
use std::collections::BTreeSet;
use std::ops::Range;

/// Unit of a record outside the sample.
pub(crate) const OUTSIDE: u32 = u32::MAX;

/// A variance on its way: what each stage has added so far.
#[derive(Debug, Clone, Default)]
pub(crate) struct Variance {
    stages: Vec<StageSum>,
}

/// What the groups of one stage have added.
#[derive(Debug, Clone, Copy, Default)]
struct StageSum {
    sum: Sum,
    /// Groups that the influence values touch.
    groups: u32,
    /// Those of them that have a single unit.
    lonely: u32,
}

impl Variance {
    /// Whether a group with a single unit took part.
    pub(crate) fn is_lonely(&self) -> bool {
        self.stages.iter().any(|stage| stage.lonely > 0)
    }

    /// The variance; NaN under `average` when no group has a variance that could be averaged.
    pub(crate) fn total(&self, rule: LonelyPsu) -> f64 {
        let stage_total = |stage: &StageSum| match (rule, stage.lonely) {
            (LonelyPsu::Average, 1..) if stage.lonely == stage.groups => f64::NAN,
            (LonelyPsu::Average, 1..) => {
                stage.sum.total() * f64::from(stage.groups) / f64::from(stage.groups - stage.lonely)
            }
            _ => stage.sum.total(),
        };
        self.stages.iter().map(stage_total).collect::<Sum>().total()
    }
}

impl SurveyDesign {
    /// Number of last-stage units.
    pub(crate) fn units(&self) -> usize {
        self.primary.len()
    }

    /// The records in the order of their last-stage units.
    pub(crate) fn layout(&self) -> &Layout {
        &self.layout
    }

    /// The stratum of a last-stage unit.
    fn stratum(&self, unit: u32) -> u32 {
        self.stages[0].group[self.primary[unit as usize] as usize]
    }

    /// Primary units less strata among last-stage `units`, which rise.
    pub(crate) fn degrees_of_freedom(&self, units: &[u32]) -> f64 {
        let (mut primary, mut stratum) = (None, None);
        let mut df = 0.0;
        for unit in units {
            let own = self.primary[*unit as usize];
            if primary == Some(own) {
                continue;
            }
            primary = Some(own);
            df += 1.0;
            let own = self.stratum(*unit);
            if stratum != Some(own) {
                stratum = Some(own);
                df -= 1.0;
            }
        }
        df
    }

    /// Number of primary units among last-stage units, which rise.
    pub(crate) fn primary_units_of(&self, units: impl Iterator<Item = u32>) -> u64 {
        let mut last = None;
        let mut count = 0;
        for unit in units {
            let own = Some(self.primary[unit as usize]);
            if own != last {
                count += 1;
                last = own;
            }
        }
        count
    }

    /// The variance of the sum of `influence` over the last-stage `units`, which rise; units that are not named have none.
    pub(crate) fn variance(&self, units: &[u32], influence: &[f64]) -> Variance {
        let mut variance = Variance::default();
        for stratum in runs(units, |unit| self.stratum(unit)) {
            self.add_stratum(&units[stratum.clone()], &influence[stratum], &mut variance);
        }
        variance
    }

    /// Adds what one stratum contributes to the variance of the sum of `influence` over the last-stage `units`, which rise;
    /// units that are not named have none.
    ///
    /// (1 − f) n/(n − 1) Σ (z − z̄)² over the n sampled units, and n/N of the variance within each of them where the units of a
    /// further stage were drawn.
    fn add_stratum(&self, units: &[u32], influence: &[f64], into: &mut Variance) {
        into.stages.resize(self.stages.len(), StageSum::default());
        let (first, later) = self.stages.split_at(1);
        let mut above: Option<(Vec<u32>, Vec<f64>)> = None;
        for (stage, into) in later.iter().zip(&mut into.stages[1..]).rev() {
            let (units, influence) = match &above {
                Some((units, influence)) => (units.as_slice(), influence.as_slice()),
                None => (units, influence),
            };
            above = Some(self.add_stage(stage, units, influence, into));
        }
        let (units, influence) = match &above {
            Some((units, influence)) => (units.as_slice(), influence.as_slice()),
            None => (units, influence),
        };
        let stratum = first[0].group[units[0] as usize] as usize;
        self.add_group(first[0].groups[stratum], influence, &mut into.stages[0]);
    }

    /// Adds what one later stage contributes and returns its groups, the units of the stage above, with their sums.
    fn add_stage(
        &self,
        stage: &Stage,
        units: &[u32],
        influence: &[f64],
        into: &mut StageSum,
    ) -> (Vec<u32>, Vec<f64>) {
        let group_of = |unit: u32| stage.group[unit as usize];
        let mut parents = Vec::new();
        let mut sums = Vec::new();
        for run in runs(units, group_of) {
            let group = group_of(units[run.start]);
            let influence = &influence[run];
            // Units without influence are no part of the domain.
            if influence.iter().any(|value| *value != 0.0) {
                self.add_group(stage.groups[group as usize], influence, into);
            }
            parents.push(group);
            sums.push(sum(influence));
        }
        (parents, sums)
    }

    fn add_group(&self, group: Group, influence: &[f64], into: &mut StageSum) {
        into.groups += 1;
        // Taken whole: nothing was left to chance, even with a single unit.
        if group.scale == 0.0 {
            return;
        }
        if group.sampled == 1 {
            into.lonely += 1;
            if self.lonely_psu == LonelyPsu::Adjust {
                // R leaves the value uncentred; for means the grand mean of the influence values is 0 anyway.
                into.sum.add(group.scale * squares_about(influence, 0.0));
            }
            return;
        }
        let sampled = f64::from(group.sampled);
        let mean = sum(influence) / sampled;
        let absent = sampled - influence.len() as f64;
        let squares = squares_about(influence, mean) + absent * mean * mean;
        into.sum.add(group.scale * squares);
    }

    /// The groups with a single unit that lie under `units`, or the error that the rule `fail` makes of them.
    ///
    /// # Errors
    /// `lonely_psu` under the rule `fail`, with the strata and the other rules.
    pub(crate) fn lonely_among(&self, units: impl Iterator<Item = u32>) -> Result<u64> {
        if self.lonely.is_empty() {
            return Ok(0);
        }
        let mut touched = BTreeSet::new();
        for unit in units {
            let mut unit = unit;
            for (stage, drawn) in self.stages.iter().enumerate().rev() {
                unit = drawn.group[unit as usize];
                touched.insert((stage, unit));
            }
        }
        let names: Vec<String> = self
            .lonely
            .iter()
            .filter(|(group, _)| touched.contains(group))
            .map(|(_, name)| name.clone())
            .collect();
        if self.lonely_psu == LonelyPsu::Fail && !names.is_empty() {
            let options = ["remove", "certainty", "adjust", "average"].map(String::from);
            return Err(Error::new("lonely_psu")
                .with("count", names.len())
                .with("strata", names)
                .with("options", options.to_vec()));
        }
        Ok(names.len() as u64)
    }
}

/// Runs of `units` that share a group.
fn runs(units: &[u32], group_of: impl Fn(u32) -> u32) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let group = group_of(*units.get(from)?);
        let mut to = from + 1;
        while to < units.len() && group_of(units[to]) == group {
            to += 1;
        }
        let run = from..to;
        from = to;
        Some(run)
    })
}
