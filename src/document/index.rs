//! A composite index as the document declares it.

use crate::codebook::Code;
use crate::indicator::Direction;
use crate::shape::{Shape, Written};
use serde::Serialize;

/// What an index is made of, and how.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Composite {
    /// What it is made of.
    pub indicators: Vec<CompositeIndicator>,
    /// How indicators are brought to one scale.
    #[serde(default)]
    pub normalisation: Normalisation,
    /// How they are put together.
    #[serde(default)]
    pub aggregation: Aggregation,
    /// Share of the weights that a row must have values for.
    #[serde(default = "two_thirds")]
    pub min_share: f64,
    /// Number of simulated surveys from which the intervals come.
    #[serde(default = "two_thousand")]
    pub simulations: u64,
    /// Where chance starts. The same seed draws the same surveys everywhere.
    #[serde(default = "one")]
    pub seed: u64,
}

/// One part of an index: the rows of a query.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CompositeIndicator {
    /// The query.
    pub query: String,
    /// Its item, where it has several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<String>,
    /// Its category, where it has several; `net` and `mean` of a Likert battery.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<Code>,
    /// Which way is better: `up` or `down`.
    #[serde(default)]
    pub direction: Direction,
    /// Its share of the index, against the others'.
    #[serde(default = "whole")]
    pub weight: f64,
    /// `goalposts`: the values that stand for 0 and 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goalposts: Option<[f64; 2]>,
}

/// How indicators are brought to one scale.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Normalisation {
    /// The least value is 0 and the greatest 1.
    #[default]
    MinMax,
    /// Standard scores.
    Z,
    /// The place among the others, from 0 to 1.
    Rank,
    /// Declared values are 0 and 1; what lies outside is cut.
    Goalposts,
}

/// How indicators are put together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Aggregation {
    /// The mean: strength in one makes up for weakness in another.
    #[default]
    Arithmetic,
    /// The geometric mean: weakness in one weighs on the whole.
    Geometric,
}

fn two_thirds() -> f64 {
    0.67
}

fn two_thousand() -> u64 {
    2000
}

fn one() -> u64 {
    1
}

fn whole() -> f64 {
    1.0
}
