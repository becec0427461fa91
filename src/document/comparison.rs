//! What a query sets against each other: rows, waves, a regional average.

use crate::shape::{Shape, Written};
use serde::Serialize;

/// Differences to compute.
#[derive(Debug, Clone, PartialEq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Compare {
    /// What each row is compared with: `average`, `pairs`, or the key of one row such as `PER`.
    #[serde(rename = "with")]
    pub against: String,
    /// The variable of `by` whose rows are compared; the averaged one, or else the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub over: Option<String>,
    /// How probabilities answer for being many.
    #[serde(default)]
    pub adjust: Adjust,
}

/// How probabilities answer for being many. A family is all comparisons of one part of the answer within one combination of the
/// other variables of `by`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Adjust {
    /// Each for itself.
    #[default]
    None,
    /// Holm's steps: the chance of any false difference in a family is held.
    Holm,
    /// Benjamini and Hochberg's: the share of false differences is held.
    Bh,
}

/// Changes from one wave to the next.
#[derive(Debug, Clone, PartialEq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Trend {
    /// The variable of `by` that holds the wave. Waves are independent samples.
    pub over: String,
    /// Standard error of the link between the waves' scales; it adds to every change.
    #[serde(default)]
    pub link_error: f64,
}

/// A regional average: the mean of the rows, each with equal weight.
#[derive(Debug, Clone, PartialEq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Average {
    /// The `by` variable that is averaged over.
    pub over: String,
    /// How the rows weigh: equally.
    #[serde(default)]
    pub weights: AverageWeights,
}

/// How rows weigh in an average. A pooled share, in which one country may be half the sample, has to be asked for by
/// `pooled`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AverageWeights {
    /// Every country counts the same.
    #[default]
    Equal,
}
