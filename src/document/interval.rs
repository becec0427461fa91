//! The interval that a query asks for.

use crate::shape::{Shape, Written};
use serde::Serialize;

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
