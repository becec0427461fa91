//! From any file that a survey team has to what the reader reads: one table as CSV in UTF-8 with one row of names, and what the
//! file says of it.
//!
//! ```text
//! bytes → format (workbook, statistics file, archive, text) → Rows → tool (names, labels, answers) → Taken → CSV → read
//! ```
//!
//! A file that is plain CSV already goes straight to [`crate::read`]; [`look`] tells. Everything else is taken in here, in modules
//! that the page loads when such a file arrives. No limit below is reached by a survey; each keeps a hostile file from taking
//! the memory of the machine.

mod about;
mod choice;
mod csv;
mod format;
mod indicator;
mod rows;
mod taken;

pub use about::{About, TableName};
pub use choice::Choice;
pub use format::{Format, Look, look};
pub use rows::{Cell, Rows};
pub use taken::Taken;

use crate::error::{Error, Result, Warned};
use crate::json;

/// Most bytes that a compressed part may inflate to.
pub const MAX_INFLATED: u64 = 1 << 30;
/// Most tables (sheets, files of an archive) that a file may have.
pub const MAX_TABLES: usize = 1_000;
/// Most levels that elements of XML and values of JSON may stand within each other.
pub const MAX_DEPTH: usize = 64;

/// Takes a whole file in.
///
/// # Errors
/// `not_a_table` with what it `looks_like`; `unknown_table` with the file's tables; those of its format.
pub fn take(name: &str, bytes: Vec<u8>, choice: &Choice) -> Result<Warned<Taken>> {
    take_with(name, bytes, None, choice)
}

/// Takes a whole file in with the JSON that its publisher hands out beside it: `metadata.json`, `datapackage.json`.
///
/// # Errors
/// As [`take`]; `invalid_json`.
pub fn take_with(
    name: &str,
    bytes: Vec<u8>,
    beside: Option<&str>,
    choice: &Choice,
) -> Result<Warned<Taken>> {
    let located = |error: Error| error.in_file(name);
    let format = format::of(&bytes);
    let beside = beside.map(json::read).transpose().map_err(located)?;
    let taken = indicator::take(&bytes, format, beside.as_ref(), choice);
    if let Some(taken) = taken.map_err(located)? {
        let warnings = taken.warnings.into_iter();
        return Ok(Warned {
            value: taken.value,
            warnings: warnings.map(located).collect(),
        });
    }
    Err(located(
        Error::new("not_a_table").with("looks_like", format.name()),
    ))
}
