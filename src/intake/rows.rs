//! Rows of cells: what every format is read into.

use crate::error::{Error, Result};

/// A cell as the file holds it.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Cell {
    /// Nothing.
    #[default]
    Blank,
    /// A number; never NaN or infinite.
    Number(f64),
    /// A text; dates as ISO 8601 (`2019-06-30`, `2019-06-30T14:05:00`).
    Text(String),
    /// Yes or no.
    Flag(bool),
}

/// Rows, one after the other.
pub trait Rows {
    /// Puts the next row in place of what `cells` holds; false after the last.
    ///
    /// # Errors
    /// What is wrong with the file there.
    fn next(&mut self, cells: &mut Vec<Cell>) -> Result<bool>;

    /// What was odd about the rows that were read so far.
    fn warnings(&self) -> Vec<Error> {
        Vec::new()
    }
}
