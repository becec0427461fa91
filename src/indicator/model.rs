//! An indicator as data.

use crate::codebook::Code;
use crate::locale::Text;
use crate::shape::{Shape, Written};
use crate::short_map::ShortMap;
use serde::Serialize;

/// What is measured about a node of the theory. Its value comes from a query or from observations entered by hand.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// Its name.
    pub id: String,
    /// The node it speaks of.
    pub node: String,
    /// What is measured, in words.
    pub title: Text,
    /// The query that gives the value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub query: Option<String>,
    /// Which row of the query: the regional average, or the only row, without it.
    #[serde(default, skip_serializing_if = "ShortMap::is_empty")]
    pub row: ShortMap<String, Code>,
    /// Date of the query's value; the data set's date without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Values entered by hand, in any order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub observations: Vec<Observation>,
    /// Unit of the values.
    #[serde(default)]
    pub unit: Unit,
    /// Which way is better.
    #[serde(default)]
    pub direction: Direction,
    /// Where it started.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<Baseline>,
    /// Where it should be, and when.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<Target>,
    /// What a reader must know: which item stands for the indicator, and how near it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// Unit of an indicator's values.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// From 0 to 1, shown in percent.
    #[default]
    Share,
    /// Points of a scale.
    Score,
    /// Things counted.
    Count,
}

/// Which way is better.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// More is better.
    #[default]
    Up,
    /// Less is better.
    Down,
    /// It should stay.
    Maintain,
    /// It should come near the target from either side.
    Target,
}

/// Where an indicator started.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    /// Its value.
    pub value: f64,
    /// When: `2013`, `2013-06`, `2013-06-30`.
    pub date: String,
    /// Its standard error, where it was estimated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub se: Option<f64>,
    /// Made up to show how it works.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub illustrative: bool,
}

/// Where an indicator should be.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// The value to reach.
    pub value: f64,
    /// By when.
    pub date: String,
    /// Made up to show how it works: nobody has agreed on it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub illustrative: bool,
}

/// A value entered by hand.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Observation {
    /// The value.
    pub value: f64,
    /// When it was observed.
    pub date: String,
    /// Its standard error, where it was estimated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub se: Option<f64>,
    /// Its degrees of freedom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub df: Option<f64>,
    /// Records behind it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub n: Option<u64>,
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Text>,
}
