//! What was recognised in a file.

use crate::shape::Written;
use serde::Serialize;

/// What was recognised in a file before its records were read.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Written)]
pub struct About {
    /// What kind of file it is, as [`super::Format::name`] says.
    pub format: String,
    /// The program that the data come from: `kobo`, `odk`, `surveycto`, `limesurvey`, `qualtrics`, `surveymonkey`,
    /// `google_forms`, `microsoft_forms`, `redcap`, `spss`, `stata`, `sas`; `plain` where nothing gives it away.
    pub tool: String,
    /// How its characters were written, where they were read as text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encoding: Option<String>,
    /// Languages of its labels, as codes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<String>,
    /// Its tables, where it has several: sheets, files of an archive, repeated groups.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tables: Vec<TableName>,
    /// The table that was taken.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub table: Option<String>,
    /// Rows above the names: titles, notes.
    pub skipped: u64,
    /// Rows that the names took: 1, or more where a tool writes codes and questions below each other.
    pub header_rows: u64,
    /// The column that the file declares as the weight of its records.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weight: Option<String>,
    /// Questions of several answers that the file declares.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub multiple: Vec<MultipleSet>,
}

/// A question of several answers.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Written)]
pub struct MultipleSet {
    /// As the file calls it.
    pub name: String,
    /// The question.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Its columns.
    pub items: Vec<String>,
    /// The value of a column that was chosen; none where each column holds the code of an answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub selected: Option<String>,
}

/// One of a file's tables.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Written)]
pub struct TableName {
    /// As the file calls it.
    pub name: String,
    /// Whether the file hides it.
    pub hidden: bool,
}
