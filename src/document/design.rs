//! The survey design as the document declares it.

use crate::shape::{Shape, Written};
use crate::short_map::ShortMap;
use serde::Serialize;

/// The survey design as the document declares it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Design {
    /// Column of the sampling weight; every record weighs 1 without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<String>,
    /// Columns that are crossed into strata.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub strata: Vec<String>,
    /// Columns of cluster ids, one a stage, the primary sampling unit first; each record is its own without one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clusters: Vec<String>,
    /// Whether cluster ids repeat across strata.
    #[serde(default)]
    pub nest: bool,
    /// Columns of finite population corrections, one a stage: population counts, or sampling fractions of at most 1.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fpc: Vec<String>,
    /// What to do with a stratum that has a single PSU.
    #[serde(default)]
    pub lonely_psu: LonelyPsu,
    /// Replicate weights that the file brings.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replicates: Option<Replicates>,
    /// Replicate weights to be made from strata and clusters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replicates_from_design: Option<ReplicatesFromDesign>,
    /// A study whose design is known: `pisa`, `erce_2019`. What stands beside it takes its place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preset: Option<Preset>,
    /// Known totals that the weights are brought to, one step after the other.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub calibrate: Vec<Calibrate>,
}

/// What to do with a stratum that has a single PSU, as R's `survey.lonely.psu`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum LonelyPsu {
    /// Refuse: the design leaves no error to compute.
    #[default]
    Fail,
    /// The stratum adds no variance.
    Remove,
    /// The PSU was taken with certainty: no variance.
    Certainty,
    /// Its deviation is taken from the mean of all PSUs.
    Adjust,
    /// It adds the average variance of the other strata.
    Average,
}

/// Replicate weights that the file brings, each the whole weight of a record.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Replicates {
    /// Their columns: a pattern such as `SRWGT{1..100}`, or a list of names.
    pub columns: ReplicateColumns,
    /// How they were made.
    pub method: ReplicateMethod,
    /// `fay`: the factor by which weights were perturbed, from 0 to below 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rho: Option<f64>,
    /// Factor of every squared deviation, in place of the method's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scale: Option<f64>,
    /// Factor of each replicate's squared deviation, in place of the method's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rscales: Option<Vec<f64>>,
    /// Whether deviations are taken from the full sample's estimate, not from the mean of the replicates.
    #[serde(default)]
    pub mse: bool,
    /// Degrees of freedom, where the study declares them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub df: Option<f64>,
}

/// Columns of replicate weights.
#[derive(Debug, Clone, PartialEq, Serialize, Written)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum ReplicateColumns {
    /// `SRWGT{1..100}` names a hundred; `W_FSTR{1..}` as many as the file has.
    Pattern(String),
    /// Each by name.
    Names(Vec<String>),
}

impl Default for ReplicateColumns {
    fn default() -> Self {
        ReplicateColumns::Names(Vec::new())
    }
}

/// How replicate weights were made, and so what their deviations weigh.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ReplicateMethod {
    /// Balanced half-samples: 1 / R.
    #[default]
    Brr,
    /// Balanced half-samples with Fay's factor: 1 / (R (1 − ρ)²).
    Fay,
    /// Jackknife of an unstratified sample: (R − 1) / R.
    Jk1,
    /// Jackknife of a stratified sample; with given weights `rscales` holds (n_h − 1) / n_h.
    Jkn,
    /// Jackknife of paired units, one replicate a pair: 1.
    Jk2,
    /// Bootstrap: 1 / (R − 1).
    Bootstrap,
    /// Successive differences: 4 / R.
    Sdr,
    /// `scale` and `rscales` say.
    Custom,
}

/// Replicate weights made from strata and clusters.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReplicatesFromDesign {
    /// `jk1`, `jkn`, `jk2`, `brr` or `bootstrap`.
    pub method: ReplicateMethod,
    /// `bootstrap`: how many; 200 without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replicates: Option<u64>,
    /// `bootstrap`: where chance starts, 1 without it. The same seed draws the same samples everywhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seed: Option<u64>,
    /// Whether deviations are taken from the full sample's estimate, not from the mean of the replicates.
    #[serde(default)]
    pub mse: bool,
}

/// A study whose design is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Preset {
    /// OECD PISA, students.
    Pisa,
    /// OECD TALIS, teachers.
    TalisTeacher,
    /// OECD TALIS, principals.
    TalisPrincipal,
    /// IEA TIMSS.
    Timss,
    /// IEA PIRLS.
    Pirls,
    /// IEA ICCS.
    Iccs,
    /// UNESCO ERCE 2019, school directors.
    #[serde(rename = "erce_2019")]
    Erce2019,
}

/// One step of a calibration: exactly one of its fields.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Calibrate {
    /// Weights are scaled to the known total of each group.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub poststratify: Option<Margin>,
    /// Weights are scaled to several margins in turn until all agree.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rake: Option<Rake>,
}

/// Known totals of the groups that some columns make.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Margin {
    /// Columns, crossed.
    pub by: Vec<String>,
    /// Total of each group, by value; values of several columns are joined by ` / `.
    pub totals: ShortMap<String, f64>,
}

/// Several margins.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Rake {
    /// The margins, in the order in which they are met.
    pub margins: Vec<Margin>,
    /// Largest relative miss of a total that passes for met.
    #[serde(default = "tolerance")]
    pub tolerance: f64,
    /// Least and greatest factor between the new weight and the old.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trim: Option<[f64; 2]>,
}

fn tolerance() -> f64 {
    1e-10
}
