//! What leaves the engine: the document with its results. Embeds, links and reports carry this and nothing else.

use super::Document;
use crate::error::{Error, Param};
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

impl Publication {
    /// What may be handed on: without the errors and warnings that point to a record or quote cells. A cell is somebody's answer,
    /// and stays with the person who holds the data.
    pub(crate) fn shared(&self) -> Publication {
        let mut shared = self.clone();
        shared.results.errors.retain(speaks_of_no_record);
        shared.results.warnings.retain(speaks_of_no_record);
        shared
    }
}

fn speaks_of_no_record(error: &Error) -> bool {
    let quotes = |name: &str| matches!(error.params.get(name), Some(Param::List(_)));
    error.place.row.is_none() && !quotes("value") && !quotes("values")
}
