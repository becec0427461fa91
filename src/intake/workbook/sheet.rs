//! A sheet as rows without a break: what is blank between two rows is given, what is blank beyond the last is not.

use crate::error::{Error, Result};
use crate::intake::{Cell, Rows};
use crate::read::MAX_COLUMNS;

/// Blank rows that may follow each other within a sheet. Further down stands something else, or a stray cell.
const MOST_BLANK: u64 = 1_000;

/// Where the used rows of a sheet come from.
pub(super) trait Used {
    /// Puts the next row that has a value in place of what `cells` holds, without blank cells at its end; none after the last.
    ///
    /// # Errors
    /// What is wrong with the file there.
    fn next(&mut self, cells: &mut Vec<Cell>) -> Result<Option<Found>>;

    /// Cells that hold the error of a formula, so far.
    fn errors(&self) -> u64;
}

/// A row that has a value.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    /// Its place in the sheet, from 0.
    pub row: u64,
    /// How often it stands there, one below the other.
    pub times: u64,
}

/// The rows of a sheet.
pub(super) struct SheetRows<U> {
    used: U,
    held: Vec<Cell>,
    /// Blank rows to give before what is held.
    blank: u64,
    /// How often to give what is held.
    times: u64,
    /// The row after the last that was found.
    next: Option<u64>,
    ended: bool,
    apart: Option<Error>,
}

impl<U: Used> SheetRows<U> {
    /// From the first row that has a value.
    pub fn new(used: U) -> SheetRows<U> {
        SheetRows {
            used,
            held: Vec::new(),
            blank: 0,
            times: 0,
            next: None,
            ended: false,
            apart: None,
        }
    }

    /// Finds the next row that has a value; whether there is one.
    fn find(&mut self) -> Result<bool> {
        let Some(found) = self.used.next(&mut self.held)? else {
            return Ok(false);
        };
        // A row that a file puts at or above the one before it follows it all the same.
        let expected = self.next.unwrap_or(found.row);
        let row = found.row.max(expected);
        self.blank = row - expected;
        if self.blank > MOST_BLANK {
            let apart = Error::new("rows_apart");
            self.apart = Some(apart.with("last", expected).with("row", row + 1));
            return Ok(false);
        }
        self.times = found.times;
        self.next = Some(row.saturating_add(found.times));
        Ok(true)
    }
}

impl<U: Used> Rows for SheetRows<U> {
    fn next(&mut self, cells: &mut Vec<Cell>) -> Result<bool> {
        cells.clear();
        if self.times == 0 {
            self.ended = self.ended || !self.find()?;
        }
        if self.ended {
            return Ok(false);
        }
        if self.blank > 0 {
            self.blank -= 1;
            return Ok(true);
        }
        self.times -= 1;
        match self.times {
            0 => std::mem::swap(cells, &mut self.held),
            _ => cells.clone_from(&self.held),
        }
        Ok(true)
    }

    fn warnings(&self) -> Vec<Error> {
        let errors = self.used.errors();
        let errors = (errors > 0).then(|| Error::new("error_cells").with("n", errors));
        self.apart.clone().into_iter().chain(errors).collect()
    }
}

/// Puts a value into a row at a column. What is blank does not make the row longer.
///
/// # Errors
/// `too_many_columns` {value, limit}.
pub(super) fn put(cells: &mut Vec<Cell>, column: usize, value: Cell) -> Result<()> {
    if value == Cell::Blank {
        return Ok(());
    }
    if column >= MAX_COLUMNS {
        let error = Error::new("too_many_columns").with("value", column.saturating_add(1));
        return Err(error.with("limit", MAX_COLUMNS));
    }
    if cells.len() <= column {
        cells.resize(column + 1, Cell::Blank);
    }
    cells[column] = value;
    Ok(())
}
