//! What was recognised in a file.

use crate::codebook::Code;
use crate::locale::Text;
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
    /// What parts its cells, where it was read as text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delimiter: Option<char>,
    /// What parts the units from the tenths, where it was read as text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decimal: Option<char>,
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
    /// Its questions of several answers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub multiple: Vec<Multiple>,
    /// The tables that the records of a repeated group belong to, the nearest first: their columns were joined to its own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parents: Vec<Parent>,
}

/// A table whose columns were joined to a repeated group's.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Written)]
pub struct Parent {
    /// As the file calls it.
    pub table: String,
    /// The joined column that tells its records apart.
    pub key: String,
    /// The joined columns.
    pub columns: Vec<String>,
}

/// A question of several answers, a column for each answer: 1 where it was chosen, 0 where it was not, blank where the person
/// answered none. It is what a document's variable of several answers is proposed from.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Written)]
pub struct Multiple {
    /// As the tool names the question; no column has this name.
    pub name: String,
    /// The question.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<Text>,
    /// Columns, one an answer.
    pub items: Vec<String>,
    /// The value of a column that was chosen, where the file declares another than 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub selected: Option<Code>,
    /// What stands where the person was not shown the question, if the tool tells.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub not_shown: Vec<Code>,
}

/// One of a file's tables.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Written)]
pub struct TableName {
    /// As the file calls it.
    pub name: String,
    /// Whether the file hides it.
    pub hidden: bool,
}
