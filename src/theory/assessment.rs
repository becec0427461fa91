//! Where a theory of change stands: its indicators, its nodes, its links.

use crate::error::Error;
use crate::indicator::{IndicatorStatus, Status};
use crate::shape::{Shape, Written};
use serde::Serialize;

/// Where a theory stands. There is no score of the whole: nothing is summed across a link.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Written, Shape)]
pub struct Assessment {
    /// One an indicator, in the theory's order.
    pub indicators: Vec<IndicatorStatus>,
    /// One a node, in the theory's order.
    pub nodes: Vec<NodeStatus>,
    /// One a link, in the theory's order.
    pub links: Vec<LinkStatus>,
    /// Indicators that could not be held against their targets, and why; they stand with their value and no status.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<Error>,
}

/// Where a node stands.
#[derive(Debug, Clone, PartialEq, Serialize, Written, Shape)]
pub struct NodeStatus {
    /// The node's id.
    pub id: String,
    /// Mean of its indicators' progress, each capped to 0–1; null where fewer than half of them have one.
    pub progress: Option<f64>,
    /// Status of its weakest indicator; `no_data` where none has a value, `not_due` where none has a progress.
    pub status: Status,
    /// Id of the indicator of the least progress; of two, the first.
    pub weakest: Option<String>,
    /// Indicators with a value.
    pub observed: u64,
    /// Indicators bound to the node.
    pub total: u64,
}

/// How a link reads.
#[derive(Debug, Clone, PartialEq, Serialize, Written, Shape)]
pub struct LinkStatus {
    /// The node that leads.
    pub from: String,
    /// The node that follows.
    pub to: String,
    /// The reading.
    pub reading: Reading,
}

/// How a link reads, from its evidence and from whether both its ends moved. The first that holds, from the top.
///
/// A node moved where more of its indicators moved than moved away. An indicator moved where its progress is above zero, with
/// the whole interval where there is one, and moved away where it is below; one that should stay where it is does neither. A
/// node that is shown as context is not attributed to the programme: it never counts as moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Written, Shape)]
#[serde(rename_all = "snake_case")]
pub enum Reading {
    /// The first end moved and the second moved away.
    Contradicted,
    /// Evidence of strength 2 or more, and both ends moved.
    Supported,
    /// Evidence of strength 1 or more, or both ends moved.
    Plausible,
    /// Neither evidence nor movement can be seen.
    Untested,
}
