//! What leaves the engine: the document with its results. Embeds, links and reports carry this and nothing else.

use super::Document;
use crate::estimate::Results;
use crate::shape::{Shape, Written};
use serde::Serialize;

/// A document with its aggregated results: all that drawing needs.
#[derive(Debug, Clone, PartialEq, Serialize, Written, Shape)]
#[serde(deny_unknown_fields)]
pub struct Publication {
    /// The document.
    pub document: Document,
    /// Its results.
    pub results: Results,
}
