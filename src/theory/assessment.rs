//! Where a theory of change stands: its indicators, its nodes, its links.

use crate::indicator::{IndicatorStatus, Status};
use serde::{Deserialize, Serialize};

/// Where a theory stands. There is no score of the whole: nothing is summed across a link.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Assessment {
    /// One an indicator, in the theory's order.
    pub indicators: Vec<IndicatorStatus>,
    /// One a node, in the theory's order.
    pub nodes: Vec<NodeStatus>,
    /// One a link, in the theory's order.
    pub links: Vec<LinkStatus>,
}

/// Where a node stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NodeStatus {
    /// The node's id.
    pub id: String,
    /// Mean of its indicators' progress, each capped to 0–1; null below half of them observed.
    pub progress: Option<f64>,
    /// Status of its weakest observed indicator; `no_data` where none is observed.
    pub status: Status,
    /// Id of the weakest observed indicator.
    pub weakest: Option<String>,
    /// Indicators with a value.
    pub observed: u64,
    /// Indicators bound to the node.
    pub total: u64,
}

/// How a link reads.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LinkStatus {
    /// The node that leads.
    pub from: String,
    /// The node that follows.
    pub to: String,
    /// The reading.
    pub reading: Reading,
}

/// How a link reads, from its evidence and from whether both its ends moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reading {
    /// Evidence of strength 2 or more, and both ends moved.
    Supported,
    /// Some evidence, or both ends moved.
    Plausible,
    /// Neither evidence nor movement can be seen.
    Untested,
    /// The first end moved and the second moved away.
    Contradicted,
}
