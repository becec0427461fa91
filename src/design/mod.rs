//! The survey design: how the records came into the sample, and the variance that follows from it.

mod build;
mod calibration;
mod hadamard;
mod ids;
mod layout;
mod margins;
mod preset;
mod replicates;
mod resampled;
mod supplied;
mod tree;
mod variance;
mod weights;

pub(crate) use layout::Layout;
pub use replicates::ReplicateWeights;
pub(crate) use variance::OUTSIDE;

use crate::document::LonelyPsu;
use crate::numeric::sum;
use calibration::Explained;
use std::collections::BTreeMap;

/// A sample: the weight of each record, the sampling units it lies in, and how units were drawn.
///
/// Units are numbered in the order of stratum, primary unit, unit within it, so that every sum runs in one fixed order.
#[derive(Debug, Clone)]
pub struct SurveyDesign {
    /// Weight of each record; 0 outside the sample.
    weights: Vec<f64>,
    /// Sum of the weights.
    weight: f64,
    /// Records of positive weight.
    contributing: usize,
    /// The records of each last-stage unit; those without a weight lie in none.
    layout: Layout,
    /// How units were drawn, the primary stage first. Later stages count only below a finite population correction, so a
    /// design without one has a single stage.
    stages: Vec<Stage>,
    /// Primary unit of each last-stage unit.
    primary: Vec<u32>,
    /// Whether primary units are declared; without them each record is its own.
    clustered: bool,
    /// What to do with a stratum that has a single primary unit.
    lonely_psu: LonelyPsu,
    /// Names of the groups that have a single unit, by stage and group.
    lonely: BTreeMap<(usize, u32), String>,
    /// Replicate weights, from which errors come instead of from the units.
    replicates: Option<ReplicateWeights>,
    /// What each step of a calibration explains, in their order; none where the weights stand as they were drawn.
    explained: Vec<Explained>,
}

/// One stage of sampling: units drawn within groups. The groups of the first stage are the strata; those of a later one are
/// the units of the stage before.
#[derive(Debug, Clone)]
struct Stage {
    /// Group of each unit; never falls from one unit to the next.
    group: Vec<u32>,
    /// How the units of each group were drawn.
    groups: Vec<Group>,
}

/// How the units of one group were drawn.
#[derive(Debug, Clone, Copy)]
struct Group {
    /// Units drawn, whether or not a domain has a record in them.
    sampled: u32,
    /// Factor of the squared deviations: (1 − f) n / (n − 1), times n / N of every stage above.
    scale: f64,
}

impl SurveyDesign {
    /// Number of records, in the sample or not.
    pub fn rows(&self) -> usize {
        self.weights.len()
    }

    /// Weight of each record; 0 for a record outside the sample.
    pub fn weights(&self) -> &[f64] {
        &self.weights
    }

    /// Sum of the weights.
    pub fn weight(&self) -> f64 {
        self.weight
    }

    /// Number of records of positive weight.
    pub fn contributing(&self) -> usize {
        self.contributing
    }

    /// Number of strata.
    pub fn strata(&self) -> usize {
        self.stages[0].groups.len()
    }

    /// Number of primary sampling units.
    pub fn primary_units(&self) -> usize {
        self.stages[0].group.len()
    }

    /// Whether primary units are declared, or known of the study; without them each record is its own.
    pub fn is_clustered(&self) -> bool {
        self.clustered
    }

    /// Names of the strata (below the first stage: of the units) that have a single sampled unit and were not taken whole.
    pub fn lonely_strata(&self) -> impl Iterator<Item = &str> {
        self.lonely.values().map(String::as_str)
    }

    /// The replicate weights, where errors come from them.
    pub fn replicates(&self) -> Option<&ReplicateWeights> {
        // Without the feature no design has any, and what would take them is not compiled.
        match cfg!(feature = "complete") {
            true => self.replicates.as_ref(),
            false => None,
        }
    }

    /// The same sample with errors from replicate weights.
    pub fn with_replicates(self, replicates: ReplicateWeights) -> SurveyDesign {
        SurveyDesign {
            replicates: Some(replicates),
            ..self
        }
    }

    /// Counts what the weights say, after they were set.
    fn count_weights(&mut self) {
        self.weight = sum(&self.weights);
        self.contributing = self.weights.iter().filter(|weight| **weight > 0.0).count();
    }

    /// The rule for strata with a single unit.
    pub fn lonely_psu(&self) -> LonelyPsu {
        self.lonely_psu
    }
}
