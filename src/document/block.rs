//! A block of the report.

use crate::locale::Text;
use crate::shape::{Shape, Written};
use serde::Serialize;

/// A block of the report. Exactly one field.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Block {
    /// A heading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heading: Option<Text>,
    /// A paragraph; blank lines part paragraphs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
    /// A chart, by its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chart: Option<String>,
    /// The theory of change with the status of its indicators.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub theory: bool,
    /// How the numbers were made, and from which sources.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub method: bool,
}
