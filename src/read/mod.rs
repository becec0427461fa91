//! From bytes to a table: encoding and dialect are found, CSV is read as a stream, types are inferred.
//!
//! ```text
//! chunk → decode (UTF-8) → split (cells) → column (dictionary or numbers) → Table + Description
//! ```
//!
//! A file never lies in memory as text: a chunk is split as it comes, and each cell goes straight to its column, which
//! keeps a code of one or two bytes, or a number. No cell allocates.

#[cfg(feature = "engine")]
mod column;
#[cfg(any(feature = "engine", feature = "tools"))]
pub(crate) mod decode;
#[cfg(feature = "engine")]
mod description;
#[cfg(feature = "engine")]
mod dictionary;
#[cfg(feature = "engine")]
mod finish;
#[cfg(feature = "engine")]
mod guess;
#[cfg(any(feature = "engine", feature = "tools"))]
pub(crate) mod header;
#[cfg(any(feature = "engine", feature = "tools"))]
pub(crate) mod number;
mod options;
#[cfg(feature = "engine")]
mod reader;
#[cfg(feature = "engine")]
mod recode;
#[cfg(feature = "engine")]
mod records;
#[cfg(any(feature = "engine", feature = "tools"))]
mod scan;
#[cfg(any(feature = "engine", feature = "tools"))]
pub(crate) mod sniff;
#[cfg(any(feature = "engine", feature = "tools"))]
pub(crate) mod split;
pub(crate) mod windows_1252;
#[cfg(feature = "engine")]
mod words;

#[cfg(feature = "engine")]
pub use description::{ColumnDescription, ColumnType, Description, Dialect, ValueCount};
#[cfg(feature = "engine")]
pub use guess::{Guess, guess};
pub use options::{Encoding, Options};
#[cfg(feature = "engine")]
pub use reader::Reader;

#[cfg(feature = "engine")]
use crate::error::{Result, Warned};
#[cfg(feature = "engine")]
use crate::table::Table;

/// Most columns that a file may have.
pub const MAX_COLUMNS: usize = 20_000;
/// Most bytes that one cell may have: a cell of this size is a quote that was never closed.
pub const MAX_CELL_BYTES: usize = 1 << 20;
/// Most records that a file may have.
pub const MAX_ROWS: usize = 100_000_000;
/// Most distinct values that a coded column holds; beyond, it is text or numbers.
pub const MAX_LEVELS: usize = 65_535;
/// Most distinct values of a coded column that [`Description`] lists.
pub const MAX_DESCRIBED_LEVELS: usize = 50;

/// What a file held.
#[cfg(feature = "engine")]
#[derive(Debug, Clone)]
pub struct Read {
    /// The records.
    pub table: Table,
    /// What the file is made of.
    pub description: Description,
}

/// Reads a whole file that is already in memory. For large files push chunks into a [`Reader`].
///
/// # Errors
/// Those of [`Reader::push`] and [`Reader::finish`].
#[cfg(feature = "engine")]
pub fn read(file_name: &str, bytes: &[u8], options: Options) -> Result<Warned<Read>> {
    let mut reader = Reader::new(file_name, options);
    reader.push(bytes)?;
    reader.finish()
}
