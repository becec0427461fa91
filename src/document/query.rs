//! A query: one question to one data set.

#[cfg(feature = "engine")]
use super::Composite;
use super::Condition;
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
    /// Values below which given shares of the population lie.
    Quantile,
    /// Shares, net agreement and mean of a battery of items on one scale.
    Likert,
    /// Variance of a variable.
    Variance,
    /// Standard deviation of a variable.
    #[serde(rename = "sd")]
    Deviation,
    /// Pearson's correlation of two variables.
    Correlation,
    /// Coefficients of a linear or logistic regression.
    Regression,
    /// Rao and Scott's test that two variables have nothing to do with each other.
    Independence,
    /// One query's rows less another's.
    Difference,
    /// Cronbach's alpha of a battery of items.
    Alpha,
    /// An index of several queries' results.
    Composite,
    /// Records and weighted records.
    Count,
    /// Stage of a policy dimension on given dates.
    PolicyStatus,
    /// Events of a policy dimension, with what each changed.
    PolicyChanges,
    /// Share of countries that have reached a stage, by date.
    PolicyAdoption,
    /// Figures that others published.
    Indicator,
    /// Measures of a network, of its members and its ties.
    Network,
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

/// How a quantile is read off between two records.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum QuantileRule {
    /// The least value at which the share is reached.
    #[default]
    Math,
    /// The same, and the mean of two values where the share is met exactly, as the OECD's SAS and Stata macros.
    School,
    /// On the line between the values, as Hyndman and Fan's type 7.
    Hf7,
    /// The least value at which the share is passed, as the OECD's package Rrepest.
    Oecd,
}

/// A test that two variables are independent.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum IndependenceTest {
    /// Pearson's statistic with Rao and Scott's second-order correction.
    #[default]
    RaoScott,
    /// Wald's statistic, adjusted for the degrees of freedom of the design.
    AdjustedWald,
}

/// What a regression takes its outcome for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Family {
    /// A number; coefficients are its changes.
    #[default]
    Gaussian,
    /// 0 or 1; coefficients are log-odds.
    Logit,
}

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

/// What may be shown.
#[derive(Debug, Clone, PartialEq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Suppress {
    /// Least number of records of a cell, from 5 to 30.
    #[serde(default = "ten")]
    pub min_n: u64,
    /// A study's or an office's rule, beside the minimum; `none` lifts it: only for data that are public already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<SuppressRule>,
    /// Withholds further cells where a margin would give a withheld one back.
    #[serde(default = "yes")]
    pub secondary: bool,
}

impl Default for Suppress {
    fn default() -> Self {
        Suppress {
            min_n: ten(),
            rule: None,
            secondary: true,
        }
    }
}

fn ten() -> u64 {
    10
}

fn yes() -> bool {
    true
}

/// A named rule of suppression.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SuppressRule {
    /// Nothing is withheld.
    None,
    /// US National Center for Health Statistics: reliability of proportions.
    Nchs,
    /// Statistics Canada: coefficient of variation of means and totals.
    Statcan,
    /// OECD TALIS, principals: at least 10 schools.
    Talis,
    /// OECD TALIS, teachers: at least 30 teachers and 10 schools.
    TalisTeacher,
    /// OECD PISA: at least 30 students and 5 schools.
    Pisa,
    /// Demographic and Health Surveys: at least 25 records, in parentheses below 50.
    Dhs,
}
