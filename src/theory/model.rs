//! A theory of change as data.

#[cfg(feature = "atlas")]
use super::Leverage;
use crate::indicator::Indicator;
use crate::locale::Text;
use crate::shape::{Shape, Written};
use serde::Serialize;

/// A theory of change.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Theory {
    /// Columns, from what is done to what should come of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<Column>,
    /// What is done, and what should come of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nodes: Vec<Node>,
    /// What is claimed to lead to what.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
    /// What is measured.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub indicators: Vec<Indicator>,
    /// Points of leverage with their ratings.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub leverage: Option<Leverage>,
}

// Whoever only estimates looks at no rating.
#[cfg(not(feature = "atlas"))]
type Leverage = crate::json::Value;

/// A column of the picture.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// Name by which nodes call it.
    pub id: String,
    /// Its heading.
    pub title: Text,
}

/// A statement of the theory.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Node {
    /// Name by which links and indicators call it.
    pub id: String,
    /// The column it stands in.
    pub column: String,
    /// How far along the chain it is.
    pub level: Level,
    /// The statement.
    pub title: Text,
    /// Shown as context and never attributed to the programme.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub context_only: bool,
}

/// How far along the chain a node is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// What is done.
    Activity,
    /// What it delivers.
    #[default]
    Output,
    /// What changes.
    Outcome,
    /// What it is for.
    Impact,
}

/// A claim that one node leads to another.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// The node that leads.
    pub from: String,
    /// The node that follows.
    pub to: String,
    /// The claim in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claim: Option<Text>,
    /// Strength of the evidence, 0 (none) to 4 (strong); null where nobody has judged it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub strength: Option<u8>,
    /// Addresses or citations of the evidence.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<String>,
}
