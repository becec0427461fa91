//! A query: one question to one data set.

#[cfg(feature = "engine")]
use super::Composite;
use super::{
    Average, Compare, Condition, EstimateKind, Family, IndependenceTest, Interval, QuantileRule,
    Suppress, Trend,
};
use crate::codebook::Code;
// Whoever only draws looks at an index's results, never at its recipe.
#[cfg(not(feature = "engine"))]
use crate::json::Value as Composite;
use crate::shape::{Shape, Written};
use serde::Serialize;

/// A question to a data set. Which fields apply depends on `estimate`; `check` says what is missing or out of place.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Query {
    /// Name by which charts and indicators call it.
    pub id: String,
    /// The data set.
    pub dataset: String,
    /// What is computed.
    pub estimate: EstimateKind,
    /// The variable, and for a proportion the answers that count; the code of an `indicator`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<Of>,
    /// `ratio`: the variable above the line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub numerator: Option<String>,
    /// `ratio`: the variable below the line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub denominator: Option<String>,
    /// `quantile`: the shares of the population that lie below, each between 0 and 1.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub probs: Vec<f64>,
    /// `quantile`: how a quantile is read off between two records; `math` without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<QuantileRule>,
    /// `correlation`, `independence`: two variables.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub variables: Vec<String>,
    /// `independence`: which test; `rao_scott` without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub test: Option<IndependenceTest>,
    /// `regression`: `gaussian` or `logit`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub family: Option<Family>,
    /// `regression`: the variable that is explained; 0 and 1 for `logit`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Of>,
    /// `regression`: the variables that explain. Those of texts, or with value labels, enter by category against the first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub terms: Vec<String>,
    /// `difference`: two queries of the document; the first less the second.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub queries: Vec<String>,
    /// `composite`: what the index is made of, and how.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub composite: Option<Composite>,
    /// `likert`, `alpha`: the items of the battery.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<String>,
    /// `likert`: answers that agree.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub positive: Vec<Code>,
    /// `likert`: answers in between.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub neutral: Vec<Code>,
    /// `likert`: answers that disagree.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub negative: Vec<Code>,
    /// `policy_status`: dates on which the status is asked for. `indicator`: periods, or `latest`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub on: Vec<String>,
    /// `policy_changes`, `policy_adoption`: the first day that counts; that of the first event without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// `policy_changes`, `policy_adoption`: the last day that counts; that of the last event without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// `policy_adoption`: the least stage that counts as having the policy; the second of the scale without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<f64>,
    /// Policies: the date as of which they were known; the latest record without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known_on: Option<String>,
    /// Policies: the dimension of the taxonomy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dimension: Option<String>,
    /// `network`: what is measured; everything without it. Degree, strength and betweenness are of each member, the others of the whole;
    /// the E-I index and Blau's are of the groups that the first of `by` makes.
    #[serde(default, skip_serializing_if = "Measures::is_empty")]
    pub measures: Measures,
    /// Variables whose values make the rows; `country` is the data set's country.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub by: Vec<String>,
    /// The domain. Records outside it stay in the design.
    #[serde(default, rename = "where", skip_serializing_if = "Option::is_none")]
    pub domain: Option<Condition>,
    /// Estimates over countries together, of which one may be half the sample: refused unless it is asked for here.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub pooled: bool,
    /// The interval.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ci: Option<Interval>,
    /// Differences to compute.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub compare: Option<Compare>,
    /// A regional average over the rows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub average: Option<Average>,
    /// Changes from one wave to the next.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trend: Option<Trend>,
    /// What may be shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suppress: Option<Suppress>,
}

#[cfg(feature = "complete")]
type Measures = Vec<Measure>;
// Whoever only draws looks at a network's results; the small engine measures none.
#[cfg(not(feature = "complete"))]
type Measures = crate::json::Value;

/// A measure of a network.
#[cfg(feature = "complete")]
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// Ties of a member.
    #[default]
    Degree,
    /// Sum of the weights of a member's ties.
    Strength,
    /// Shortest ways between others that lead through a member.
    Betweenness,
    /// Ties as a share of those that could be.
    Density,
    /// How often two who are tied to a third are tied to each other.
    Transitivity,
    /// Parts that no tie joins.
    Components,
    /// Ties between groups less ties within, over both.
    EiIndex,
    /// Diversity of the groups.
    Blau,
}

#[cfg(feature = "complete")]
impl Measure {
    /// All of them, those of members first.
    pub const ALL: [Measure; 8] = [
        Measure::Degree,
        Measure::Strength,
        Measure::Betweenness,
        Measure::Density,
        Measure::Transitivity,
        Measure::Components,
        Measure::EiIndex,
        Measure::Blau,
    ];
}

/// The variable of a query: its name alone, with the answers that count, or its plausible values.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Written)]
pub struct Of {
    /// Name of a column or of a derived variable.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub variable: String,
    /// Columns of plausible values, in place of the variable. The estimate is their mean.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub plausible_values: Vec<String>,
    /// Which plausible values the sampling variance comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sampling_variance: Option<SamplingVariance>,
    /// Answers that count. Without them a proportion gives one row for each category.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub is: Vec<Code>,
}

/// Which plausible values the sampling variance comes from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SamplingVariance {
    /// The mean over all of them.
    #[default]
    All,
    /// The first one's alone, as older IEA reports do.
    First,
}
