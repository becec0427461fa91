//! A condition on records: what makes a domain.

use crate::codebook::Code;
use crate::shape::{Shape, Written};
use serde::Serialize;

/// A condition. Exactly one of `all`, `any`, `not` and `variable`; a `variable` with exactly one comparison.
///
/// A record whose value is missing meets no comparison but `missing`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// Every one holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub all: Option<Vec<Condition>>,
    /// At least one holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub any: Option<Vec<Condition>>,
    /// It does not hold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not: Option<Box<Condition>>,
    /// The variable that is compared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variable: Option<String>,
    /// Is one of these.
    #[serde(default, rename = "in", skip_serializing_if = "Option::is_none")]
    pub among: Option<Vec<Code>>,
    /// Equals.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub eq: Option<Code>,
    /// Differs from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ne: Option<Code>,
    /// Is less than.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lt: Option<f64>,
    /// Is at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub le: Option<f64>,
    /// Is greater than.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gt: Option<f64>,
    /// Is at least.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ge: Option<f64>,
    /// Is missing, or is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub missing: Option<bool>,
}
