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
#[cfg(feature = "tools")]
mod archive;
#[cfg(feature = "tools")]
mod book;
#[cfg(any(feature = "tools", feature = "labelled"))]
mod calendar;
mod choice;
mod csv;
#[cfg(feature = "tools")]
mod dates;
mod format;
#[cfg(feature = "tools")]
mod indicator;
#[cfg(feature = "labelled")]
mod labelled;
#[cfg(feature = "tools")]
mod names;
mod open;
#[cfg(feature = "parquet")]
mod parquet;
#[cfg(feature = "tools")]
mod profile;
#[cfg(feature = "tools")]
mod records;
mod rows;
mod taken;
#[cfg(feature = "tools")]
mod text;
#[cfg(feature = "tools")]
mod tool;
#[cfg(feature = "tools")]
mod unpack;
#[cfg(feature = "tools")]
mod workbook;

pub use about::{About, Multiple, Parent, TableName};
#[cfg(feature = "tools")]
pub use book::{codebook, datapackage};
pub use choice::{Choice, Several};
pub use format::{Format, Look, look};
pub use rows::{Cell, Rows};
pub use taken::Taken;
#[cfg(feature = "tools")]
pub use unpack::tables;

use crate::error::{Error, Result, Warned};

/// Most bytes that a compressed part may inflate to.
pub const MAX_INFLATED: u64 = 1 << 30;
/// Most tables (sheets, files of an archive) that a file may have.
pub const MAX_TABLES: usize = 1_000;
/// Most levels that elements of XML and values of JSON may stand within each other.
pub const MAX_DEPTH: usize = 64;

/// Most cells that a table may have, blank ones among them: rows times columns. Beyond, `table_too_large`.
pub const MAX_CELLS: u64 = 1_000_000_000;

/// Takes a whole file in.
///
/// # Errors
/// `not_a_table` with what it `looks_like`; `unknown_table` with the file's tables; `no_table`; those of its format.
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
    let mut taken = open::open(bytes, beside, choice).map_err(located)?;
    taken.warnings = taken.warnings.into_iter().map(located).collect();
    taken.value.file = name.into();
    Ok(taken)
}
