//! Variables derived from columns.

use crate::codebook::Code;
use crate::locale::Text;
use crate::shape::{Shape, Written};
use crate::short_map::ShortMap;
use serde::Serialize;

/// A variable derived once and used by name. Exactly one of `recode`, `bands`, `index`,
/// `multiple` and `plausible_values` says how.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DerivedVariable {
    /// Its name; it may not be a column's.
    pub id: String,
    /// The data set it belongs to.
    pub dataset: String,
    /// What it means.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Text>,
    /// New values for old ones.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recode: Option<Recode>,
    /// Mean of several items.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub index: Option<Index>,
    /// A question of several answers, a column each.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub multiple: Option<Multiple>,
    /// A number cut into bands, 0 below the first cut.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bands: Option<Bands>,
    /// Columns of plausible values, under one name. Every estimate is made of each, and then of all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub plausible_values: Vec<String>,
    /// `index`: how far its numbers mean the same in every country; `unknown` without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comparability: Option<Comparability>,
    /// Labels of its values, by value.
    #[serde(default, skip_serializing_if = "ShortMap::is_empty")]
    pub labels: ShortMap<String, Text>,
}

/// How far a scale means the same in every country: what was found of its measurement invariance.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Comparability {
    /// Loadings and intercepts are equal: means may be compared.
    Scalar,
    /// Loadings are equal: relations may be compared, means may not.
    Metric,
    /// The same items belong together, and no more.
    Configural,
    /// Nobody has tested it.
    #[default]
    Unknown,
}

/// New values for old ones. Codes that are not named become missing.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Recode {
    /// The column.
    pub from: String,
    /// New value by old value.
    pub values: ShortMap<String, Code>,
}

/// The mean of a record's valid items.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Index {
    /// Columns, on one scale.
    pub items: Vec<String>,
    /// Those that run the other way.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reverse: Vec<String>,
    /// Share of the items that a record must have answered.
    #[serde(default = "two_thirds")]
    pub min_share: f64,
    /// Least and greatest value of the items' scale; found from the data's value labels without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scale: Option<[f64; 2]>,
    /// The scale that the items' range is stretched to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rescale: Option<[f64; 2]>,
}

fn two_thirds() -> f64 {
    0.67
}

/// A question of several answers. Each record is in one of four states in each of them: `selected`, `not_selected`, `unanswered`,
/// `not_shown`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Multiple {
    /// Columns, one an answer.
    pub items: Vec<String>,
    /// Values of a chosen answer.
    #[serde(default = "one")]
    pub selected: Vec<Code>,
    /// Values of an answer that the person was not shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_shown: Vec<Code>,
    /// Whether a person who chose nothing answered all the same. Many tools write 0 for whoever skipped the question.
    #[serde(default)]
    pub empty_is_an_answer: bool,
}

fn one() -> Vec<Code> {
    vec![Code::Number(1.0)]
}

/// Bands of a number, such as the proficiency levels of a study.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Bands {
    /// A column, or a variable of plausible values.
    pub from: String,
    /// Where bands begin: a value at a cut belongs to the band above it. They rise.
    pub cuts: Vec<f64>,
}
