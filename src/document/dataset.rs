//! A data set: which file, how to read it, what sample it is.

#[cfg(feature = "complete")]
use super::Absence;
use super::Design;
use crate::codebook::Code;
use crate::locale::Text;
use crate::shape::{Shape, Written};
use crate::short_map::ShortMap;
use serde::Serialize;

/// Countries by what stands in the file. Whoever only draws finds codes in the results.
#[cfg(feature = "engine")]
pub type Countries = ShortMap<String, String>;
#[cfg(not(feature = "engine"))]
pub type Countries = crate::json::Value;
#[cfg(feature = "complete")]
type Absences = Vec<Absence>;
// That they are declared is all that the small engine looks at; whoever only draws looks at the results.
#[cfg(all(feature = "engine", not(feature = "complete")))]
type Absences = crate::json::Value;

/// What to read, and what it is.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Dataset {
    /// Name by which queries call it.
    pub id: String,
    /// What its rows are.
    pub kind: DatasetKind,
    /// A file beside the document, a dropped file, or an https address.
    pub source: String,
    /// The codebook's file (JSON).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub codebook: Option<String>,
    /// The taxonomy's file (JSON): dimensions and stages of policy events.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taxonomy: Option<String>,
    /// `network`: the file of the ties: `from, to`, and `weight` where they have one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ties: Option<String>,
    /// `network`: whether ties have a direction.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub directed: bool,
    /// `network`: whether the list of members may be shown by name. Without it members are numbers: a list of persons is microdata.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub public: bool,
    /// How the records came into the sample. Required for a survey: no error figure is right without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<Basis>,
    /// The column that holds the country, in any usual coding.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Alpha-3 codes for what stands in that column and is no usual name: `{"Región Sur": "CHL"}`.
    #[serde(default, skip_serializing_if = "Countries::is_empty")]
    #[cfg_attr(
        feature = "schema",
        schemars(with = "std::collections::BTreeMap<String, String>")
    )]
    pub countries: Countries,
    /// Weights, strata and clusters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub design: Option<Design>,
    /// Codes that are no answer, by column; `*` for every column.
    #[serde(default, skip_serializing_if = "ShortMap::is_empty")]
    pub missing: ShortMap<String, Vec<Code>>,
    /// Answers that are absent for a reason. It stays with those who hold the data: no publication carries it.
    #[cfg(feature = "engine")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub absent: Option<Absences>,
    /// How to cite the source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cite: Option<Text>,
    /// Terms under which the data may be used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<Text>,
    /// When the data were collected: `2019`, `2019-06`, `2019-06-30`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
}

/// What the rows of a data set are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DatasetKind {
    /// One record a respondent.
    #[default]
    Survey,
    /// One row an event: a country reached a stage of a policy dimension on a date.
    PolicyEvents,
    /// One row a figure that others published: `iso3, period, indicator, value, se, status, source`.
    Indicators,
    /// One row a member, an organisation with its `id`; their ties stand in a file of their own.
    Network,
}

/// How records came into the sample.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// Drawn with known probabilities: errors and intervals apply.
    Probability,
    /// Everybody: there is no sampling error.
    Census,
    /// Whoever answered: no error figure of any kind applies.
    SelfSelected,
}

impl Basis {
    /// That of a difference of two samples: no error applies where one of them chose itself, and a census adds none.
    #[cfg(feature = "engine")]
    pub fn and(self, other: Basis) -> Basis {
        match (self, other) {
            (Basis::SelfSelected, _) | (_, Basis::SelfSelected) => Basis::SelfSelected,
            (Basis::Census, Basis::Census) => Basis::Census,
            _ => Basis::Probability,
        }
    }
}
