//! Answers that are absent for a reason, as the document declares them.

use super::Condition;
use crate::estimate::Flag;
use crate::shape::{Shape, Written};
use serde::Serialize;

/// Records that have no answer to some variables, and why.
///
/// A query that speaks of such a variable, or of one derived from it, holds these records out, whether it asks about the
/// variable, cuts by it or restricts by it: they are in no number, no count and no average. A cell in which nobody else
/// answered carries the reason.
#[derive(Debug, Clone, PartialEq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Absence {
    /// Why.
    pub reason: Reason,
    /// Columns and derived variables; all without any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub variables: Vec<String>,
    /// Of which records. It looks at what stands in the file, whatever is declared absent.
    #[serde(rename = "where")]
    pub domain: Condition,
}

/// Why answers are absent; the letter stands in tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Written, Shape)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// `a`: the question does not apply to them: it was not asked, or cannot be.
    NotApplicable,
    /// `w`: the data were withdrawn, at a country's or a respondent's request or for their quality.
    Withdrawn,
    /// `x`: asked or translated otherwise, so that the answers do not compare.
    NotComparable,
}

impl From<Reason> for Flag {
    fn from(reason: Reason) -> Flag {
        match reason {
            Reason::NotApplicable => Flag::NotApplicable,
            Reason::Withdrawn => Flag::Withdrawn,
            Reason::NotComparable => Flag::NotComparable,
        }
    }
}
