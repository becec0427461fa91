//! Microdata in memory: typed columns of one length. It lives in the engine only and never leaves it.

mod column;
mod no_answer;
mod rows;
mod texts;

pub use column::{CodeSlice, Coded, Codes, Column, Level};
pub(crate) use no_answer::is_code_of_no_answer;
pub use rows::each_row;
pub use texts::Texts;

use crate::codebook::{Code, Occurring};
use crate::error::{Error, Result};

/// A rectangular data set: named columns of one length.
#[derive(Debug, Clone, Default)]
pub struct Table {
    rows: usize,
    names: Vec<String>,
    columns: Vec<Column>,
}

impl Table {
    /// Builds a table.
    ///
    /// # Errors
    /// `ragged_table` when a column's length is not `rows`.
    pub fn new(rows: usize, columns: Vec<(String, Column)>) -> Result<Self> {
        if let Some((name, column)) = columns.iter().find(|(_, column)| column.len() != rows) {
            return Err(Error::new("ragged_table")
                .in_column(name)
                .with("value", column.len())
                .with("rows", rows));
        }
        let (names, columns) = columns.into_iter().unzip();
        Ok(Table {
            rows,
            names,
            columns,
        })
    }

    /// Number of records.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// Column names, in the file's order.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Names with their columns, in the file's order.
    pub fn columns(&self) -> impl Iterator<Item = (&str, &Column)> {
        self.names.iter().map(String::as_str).zip(&self.columns)
    }

    /// The column of this name.
    ///
    /// # Errors
    /// `unknown_variable`, with every name as an option and the nearest as the hint.
    pub fn column(&self, name: &str) -> Result<&Column> {
        match self.names.iter().position(|known| known == name) {
            Some(index) => Ok(&self.columns[index]),
            None => Err(Error::unknown(
                "unknown_variable",
                name,
                self.names.iter().map(String::as_str),
            )),
        }
    }

    /// The distinct values of every coded column: what a codebook is held against.
    pub fn occurring(&self) -> Occurring {
        let coded = self.columns().filter_map(|(name, column)| match column {
            Column::Coded(coded) => Some((name, coded)),
            Column::Number(_) | Column::Text(_) => None,
        });
        let codes = |coded: &Coded| coded.levels.iter().map(Level::code).collect::<Vec<Code>>();
        coded
            .map(|(name, coded)| (name.to_string(), codes(coded)))
            .collect()
    }
}
