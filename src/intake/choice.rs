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
    /// Questions of several answers, as a codebook beside the file says of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub several: Vec<Several>,
}

/// A question of several answers whose own column lists those that were chosen, parted by blanks: `radio web`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Written, Shape)]
#[serde(deny_unknown_fields)]
pub struct Several {
    /// The column.
    pub name: String,
    /// The answers that may be chosen.
    pub options: Vec<String>,
}

impl Several {
    /// Those of a codebook whose answers stand behind the question, as `q/radio`.
    #[cfg(feature = "tools")]
    pub fn of(multiple: &[super::Multiple]) -> Vec<Several> {
        let several = multiple.iter().map(|question| Several {
            name: question.name.clone(),
            options: question
                .items
                .iter()
                .filter_map(|item| item.strip_prefix(&question.name)?.strip_prefix('/'))
                .map(String::from)
                .collect(),
        });
        several
            .filter(|question| !question.options.is_empty())
            .collect()
    }
}
