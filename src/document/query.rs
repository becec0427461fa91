//! A query: one question to one data set.

use super::Condition;
use crate::codebook::Code;
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
    /// The variable, and for a proportion the answers that count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<Of>,
    /// `ratio`: the variable above the line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub numerator: Option<String>,
    /// `ratio`: the variable below the line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub denominator: Option<String>,
    /// `likert`: the items of the battery.
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
    /// `policy_status`: dates on which the status is asked for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub on: Vec<String>,
    /// `policy_status`: the date as of which it was known; the latest record without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known_on: Option<String>,
    /// `policy_status`: the dimension of the taxonomy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dimension: Option<String>,
    /// Variables whose values make the rows; `country` is the data set's country.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub by: Vec<String>,
    /// The domain. Records outside it stay in the design.
    #[serde(default, rename = "where", skip_serializing_if = "Option::is_none")]
    pub domain: Option<Condition>,
    /// The interval.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ci: Option<Interval>,
    /// Differences to compute.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub compare: Option<Compare>,
    /// A regional average over the rows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub average: Option<Average>,
    /// What may be shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suppress: Option<Suppress>,
}

impl Query {
    /// Least number of records of a cell that is shown; `None` where the query lifts the minimum.
    pub fn least_n(&self) -> Option<u64> {
        let suppress = self.suppress.clone().unwrap_or_default();
        (suppress.rule != Some(SuppressRule::None)).then_some(suppress.min_n)
    }
}

/// What is computed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum EstimateKind {
    /// Weighted mean of a variable.
    #[default]
    Mean,
    /// Weighted total of a variable.
    Total,
    /// Weighted share of the answers named, or of every category.
    Proportion,
    /// Ratio of two totals.
    Ratio,
    /// Shares, net agreement and mean of a battery of items on one scale.
    Likert,
    /// Records and weighted records.
    Count,
    /// Stage of a policy dimension on given dates.
    PolicyStatus,
}

/// The variable of a query: its name alone, or with the answers that count.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Written)]
pub struct Of {
    /// Name of a column or of a derived variable.
    pub variable: String,
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

/// The interval.
#[derive(Debug, Clone, PartialEq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Interval {
    /// Level, between 0 and 1.
    #[serde(default = "ninety_five")]
    pub level: f64,
    /// `logit` (the default for proportions) or `mean` (estimate ± t · error).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<IntervalMethod>,
}

impl Default for Interval {
    fn default() -> Self {
        Interval {
            level: ninety_five(),
            method: None,
        }
    }
}

fn ninety_five() -> f64 {
    0.95
}

/// How the interval of a proportion is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum IntervalMethod {
    /// On the log-odds scale; stays between 0 and 1.
    Logit,
    /// Estimate ± t · standard error.
    Mean,
    /// Korn and Graubard's, from the beta distribution at the effective sample size; right at 0 and 1.
    Beta,
    /// Wilson's score interval at the effective sample size.
    Wilson,
}

impl IntervalMethod {
    /// Whether it makes sense for shares only.
    pub fn is_of_shares(self) -> bool {
        self != IntervalMethod::Mean
    }
}

/// Differences to compute.
#[derive(Debug, Clone, PartialEq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Compare {
    /// What each row is compared with: `average`.
    #[serde(rename = "with")]
    pub against: CompareWith,
}

/// What each row is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CompareWith {
    /// The average that the query asks for.
    Average,
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

/// How rows weigh in an average. A pooled share, in which one country may be half the sample, has to be asked for as a
/// query without `by`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AverageWeights {
    /// Every country counts the same.
    #[default]
    Equal,
}

/// What may be shown.
#[derive(Debug, Clone, PartialEq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Suppress {
    /// Least number of records of a cell, from 5 to 30.
    #[serde(default = "ten")]
    pub min_n: u64,
    /// `none` lifts the minimum: only for data that are public already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<SuppressRule>,
}

impl Default for Suppress {
    fn default() -> Self {
        Suppress {
            min_n: ten(),
            rule: None,
        }
    }
}

fn ten() -> u64 {
    10
}

/// A named rule of suppression.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SuppressRule {
    /// Nothing is withheld.
    None,
}
