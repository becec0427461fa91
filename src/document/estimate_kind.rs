//! What a query computes, and by which of several rules.

use crate::shape::{Shape, Written};
use serde::Serialize;

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
