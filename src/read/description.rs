//! What a data file holds: what `pulso describe` prints and the studio shows when a file is dropped.

use super::options::Encoding;
use crate::codebook::{Code, Codebook};
use crate::locale::Text;
use crate::shape::Written;
use serde::Serialize;

/// What a data file holds.
#[derive(Debug, Clone, PartialEq, Serialize, Written)]
pub struct Description {
    /// Name of the file.
    pub file: String,
    /// Its size.
    pub bytes: u64,
    /// Records, without the header.
    pub rows: u64,
    /// Its columns, in order.
    pub columns: Vec<ColumnDescription>,
    /// How its characters are written.
    pub encoding: Encoding,
    /// How its cells and numbers are written.
    pub dialect: Dialect,
    /// The program that wrote it; `plain` where nothing gives it away.
    pub tool: String,
}

/// How cells and numbers are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Written)]
pub struct Dialect {
    /// What parts the cells.
    pub delimiter: char,
    /// What parts the units from the tenths.
    pub decimal: char,
    /// What groups the thousands, where the file shows it without doubt.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub thousands: Option<char>,
}

/// One column.
#[derive(Debug, Clone, PartialEq, Serialize, Written)]
pub struct ColumnDescription {
    /// Its name: unique in the file.
    pub name: String,
    /// What it means, from the codebook.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<Text>,
    /// What its values are.
    #[serde(rename = "type")]
    pub type_: ColumnType,
    /// Records without a value.
    pub missing: u64,
    /// Its values with their counts, in order, where they are few.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<ValueCount>,
}

/// What the values of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Written)]
#[serde(rename_all = "snake_case")]
pub enum ColumnType {
    /// Whole numbers.
    Integer,
    /// Numbers.
    Number,
    /// Anything.
    Text,
    /// ISO 8601 calendar dates.
    Date,
    /// `true` and `false`.
    Boolean,
}

/// A value with its count.
#[derive(Debug, Clone, PartialEq, Serialize, Written)]
pub struct ValueCount {
    /// As it stands in the data.
    pub code: Code,
    /// What it means, from the codebook.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<Text>,
    /// Records that have it.
    pub n: u64,
}

impl Description {
    /// Adds the labels of a codebook to columns and values.
    pub fn label(&mut self, codebook: &Codebook) {
        for column in &mut self.columns {
            let Some(variable) = codebook.variable(&column.name) else {
                continue;
            };
            column.label.clone_from(&variable.label);
            for value in &mut column.values {
                value.label = variable.value_label(&value.code).cloned();
            }
        }
    }
}
