//! What can be wrong, where, and what would be right.
//!
//! An [`Error`] holds no sentence: a stable code, the place, and the parameters from which [`crate::locale`] makes the
//! sentence in the reader's language. Each room keeps a private enum of its own failures and turns it into this type.

use crate::host::lower;
use crate::order::insertion_sort;
use crate::shape::{Shape, Written, json};
use crate::short_map::ShortMap;
use serde::Serialize;

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Serialize, Written, Shape)]
pub struct Error {
    /// Stable name of the failure, in `snake_case`: `unknown_variable`. Wording may change, codes do not.
    pub code: String,
    /// Where it is wrong.
    #[serde(default, skip_serializing_if = "Place::is_empty")]
    pub place: Place,
    /// What the message names: the wrong value under `value`, the valid ones under `options`.
    #[serde(default, skip_serializing_if = "ShortMap::is_empty")]
    pub params: ShortMap<String, Param>,
    /// The nearest valid options, best first; empty when nothing is near.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hint: Vec<String>,
}

/// Where in what the person gave us.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Written, Shape)]
pub struct Place {
    /// JSON pointer into the document: `/queries/0/of`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// Name of the data file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// Row of the file, from 1, the header being row 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<u64>,
    /// Name of the column.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
}

impl Place {
    fn is_empty(&self) -> bool {
        *self == Place::default()
    }
}

/// A value that a message names.
#[derive(Debug, Clone, PartialEq, Serialize, Written)]
#[serde(untagged)]
pub enum Param {
    /// A count or another whole number.
    Count(u64),
    /// A measured number.
    Number(f64),
    /// A name, a value as it stood in the file.
    Text(String),
    /// Several names, such as the valid options.
    List(Vec<String>),
}

impl From<u64> for Param {
    fn from(value: u64) -> Self {
        Param::Count(value)
    }
}
impl From<usize> for Param {
    fn from(value: usize) -> Self {
        Param::Count(value as u64)
    }
}
impl From<f64> for Param {
    fn from(value: f64) -> Self {
        Param::Number(value)
    }
}
impl From<&str> for Param {
    fn from(value: &str) -> Self {
        Param::Text(value.into())
    }
}
impl From<String> for Param {
    fn from(value: String) -> Self {
        Param::Text(value)
    }
}
impl From<Vec<String>> for Param {
    fn from(value: Vec<String>) -> Self {
        Param::List(value)
    }
}

/// `needs_complete!("regression")` ends a function with `needs_complete_engine` in an engine without the feature `complete`. It is
/// no function: the compiler must see that nothing after it is reached.
#[cfg(feature = "engine")]
macro_rules! needs_complete {
    ($asked:literal) => {
        if !cfg!(feature = "complete") {
            return Err($crate::error::Error::new("needs_complete_engine").with("value", $asked));
        }
    };
}
#[cfg(feature = "engine")]
pub(crate) use needs_complete;

impl Error {
    /// An error of this code, without a place yet.
    pub fn new(code: &str) -> Self {
        Error {
            code: code.into(),
            place: Place::default(),
            params: ShortMap::new(),
            hint: Vec::new(),
        }
    }

    /// Adds a parameter of the message.
    pub fn with(mut self, name: &str, value: impl Into<Param>) -> Self {
        self.params.insert(name.into(), value.into());
        self
    }

    /// Names a value that is not among the valid ones: `value`, `options`, and the nearest options as the hint.
    pub fn unknown<'a>(
        code: &str,
        value: &str,
        options: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        Error::unlisted(code, value, options.into_iter().map(String::from).collect())
    }

    fn unlisted(code: &str, value: &str, options: Vec<String>) -> Self {
        let hint = nearest(value, &options);
        let mut error = Error::new(code)
            .with("value", value)
            .with("options", options);
        error.hint = hint;
        error
    }

    /// Says where in the document, as a JSON pointer.
    pub fn at(mut self, pointer: impl Into<String>) -> Self {
        self.place.document = Some(pointer.into());
        self
    }

    /// Puts a place that is relative to a part of the document into the whole: `/date` within `/theory/indicators/0`.
    pub fn within(mut self, pointer: &str) -> Self {
        let inner = self.place.document.take().unwrap_or_default();
        self.at(format!("{pointer}{inner}"))
    }

    /// One `duplicate_id` {value} for each id that stood earlier in the list at `pointer` already.
    pub fn duplicates(ids: &[&str], pointer: &str) -> Vec<Error> {
        ids.iter()
            .enumerate()
            .filter(|(index, id)| ids[..*index].contains(id))
            .map(|(index, id)| {
                Error::new("duplicate_id")
                    .with("value", *id)
                    .at(format!("{pointer}/{index}/id"))
            })
            .collect()
    }

    /// Says in which file.
    pub fn in_file(mut self, file: impl Into<String>) -> Self {
        self.place.file = Some(file.into());
        self
    }

    /// Says in which row of the file, from 1.
    pub fn in_row(mut self, row: u64) -> Self {
        self.place.row = Some(row);
        self
    }

    /// Says in which column of the file.
    pub fn in_column(mut self, column: impl Into<String>) -> Self {
        self.place.column = Some(column.into());
        self
    }
}

impl std::fmt::Display for Error {
    /// For logs and panics in tests; people read [`crate::locale`]'s sentence.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&json(self))
    }
}

impl std::error::Error for Error {}

/// The result of an operation that can fail.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// A value that was reached, with what the reader should know about how.
#[derive(Debug, Clone, PartialEq)]
pub struct Warned<T> {
    /// What was asked for.
    pub value: T,
    /// Same shape as errors, but the work went on.
    pub warnings: Vec<Error>,
}

/// At most three options within a small edit distance of `value`, nearest first, ties in the order given.
fn nearest(value: &str, options: &[String]) -> Vec<String> {
    let wanted = lower(value);
    let limit = 2 + wanted.chars().count() / 3;
    let mut near: Vec<(usize, &String)> = options
        .iter()
        .map(|option| (edit_distance(&wanted, &lower(option)), option))
        .filter(|(distance, _)| *distance <= limit)
        .collect();
    insertion_sort(&mut near, |a, b| a.0.cmp(&b.0));
    near.into_iter()
        .take(3)
        .map(|(_, option)| option.clone())
        .collect()
}

/// Levenshtein distance in characters.
fn edit_distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(x != *y);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}
