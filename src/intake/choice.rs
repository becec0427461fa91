//! What a person says of a file instead of what was recognised.

use crate::read::Encoding;
use crate::shape::{Shape, Written};
use serde::Serialize;

/// What a person says of a file. What is not given is recognised.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Written, Shape)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// The table: a sheet, a file of an archive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<String>,
    /// The program that it comes from, as [`super::About`] names them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tool: Option<String>,
    /// How characters are written as bytes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encoding: Option<Encoding>,
    /// What parts the cells of a text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delimiter: Option<char>,
    /// What parts the units from the tenths: `.` or `,`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decimal: Option<char>,
}
