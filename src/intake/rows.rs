//! Rows of cells: what every format is read into.

use crate::error::{Error, Result};
#[cfg(feature = "tools")]
use crate::numeric::decimal::decimal;
#[cfg(feature = "tools")]
use std::borrow::Cow;

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

#[cfg(feature = "tools")]
impl Cell {
    /// Whether it holds nothing, or spaces.
    pub(super) fn is_blank(&self) -> bool {
        match self {
            Cell::Blank => true,
            Cell::Text(text) => text.trim().is_empty(),
            Cell::Number(_) | Cell::Flag(_) => false,
        }
    }

    /// As a person reads it: `3`, not `3.0`; nothing where it is blank.
    pub(super) fn shown(&self) -> Cow<'_, str> {
        match self {
            Cell::Blank => Cow::Borrowed(""),
            Cell::Number(number) => Cow::Owned(decimal(*number)),
            Cell::Text(text) => Cow::Borrowed(text.trim()),
            Cell::Flag(flag) => Cow::Borrowed(if *flag { "1" } else { "0" }),
        }
    }
}

/// Cells that are joined, both ends included, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    /// First and last row.
    pub rows: (u64, u64),
    /// First and last column.
    pub columns: (usize, usize),
}

/// Rows, one after the other.
pub trait Rows {
    /// Puts the next row in place of what `cells` holds; false after the last.
    ///
    /// # Errors
    /// What is wrong with the file there.
    fn next(&mut self, cells: &mut Vec<Cell>) -> Result<bool>;

    /// The same rows from the first, where they can be had again without holding them. What a column means may show in its last
    /// row only.
    fn again(&self) -> Option<Box<dyn Rows>> {
        None
    }

    /// Cells that are joined, counted from the first row: what stands above several names.
    ///
    /// # Errors
    /// What is wrong with the file.
    fn merged(&self) -> Result<Vec<Range>> {
        Ok(Vec::new())
    }

    /// What was odd about the rows that were read so far.
    fn warnings(&self) -> Vec<Error> {
        Vec::new()
    }
}
