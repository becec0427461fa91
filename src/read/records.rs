//! Cells become records: the first is the header, the others fill the columns.

use super::column::Column;
use super::header;
use super::number::Marks;
use super::split::Sink;
use super::{MAX_CELL_BYTES, MAX_COLUMNS, MAX_ROWS};
use crate::error::{Error, Result};

/// Blank cells beyond which a file of short rows is refused: a few bytes a row must not fill the memory.
const MAX_FILLED: u64 = 200_000_000;

/// The records read so far.
pub(super) struct Records {
    pub(super) marks: Marks,
    pub(super) names: Vec<String>,
    pub(super) columns: Vec<Column>,
    pub(super) warnings: Vec<Error>,
    pub(super) rows: usize,
    pub(super) short: Ragged,
    pub(super) long: Ragged,
    /// Cells of the header, until it is complete.
    header: Option<Vec<String>>,
    /// Cells of the open record.
    index: usize,
    /// Cells of the open record that hold something beyond the last column.
    surplus: usize,
    filled: u64,
}

/// Rows that do not have one cell a column.
#[derive(Default)]
pub(super) struct Ragged {
    /// How many.
    pub(super) rows: u64,
    /// The first of them, as a row of the file.
    pub(super) first: u64,
}

impl Ragged {
    fn count(&mut self, row: u64) {
        if self.rows == 0 {
            self.first = row;
        }
        self.rows += 1;
    }
}

impl Records {
    pub(super) fn new(marks: Marks) -> Self {
        Records {
            marks,
            names: Vec::new(),
            columns: Vec::new(),
            warnings: Vec::new(),
            rows: 0,
            short: Ragged::default(),
            long: Ragged::default(),
            header: Some(Vec::new()),
            index: 0,
            surplus: 0,
            filled: 0,
        }
    }

    /// Refuses a cell that grows beyond [`MAX_CELL_BYTES`].
    pub(super) fn check_length(&self, length: usize) -> Result<()> {
        if length <= MAX_CELL_BYTES {
            return Ok(());
        }
        let mut error = Error::new("cell_too_long")
            .in_row(self.row())
            .with("limit", MAX_CELL_BYTES);
        if let Some(name) = self.names.get(self.index) {
            error = error.in_column(name);
        }
        Err(error)
    }

    #[cold]
    fn other_cell(&mut self, cell: &[u8]) -> Result<()> {
        if let Some(header) = &mut self.header {
            if header.len() > MAX_COLUMNS {
                return Err(header::too_many(header.len()));
            }
            header.push(String::from_utf8_lossy(cell).into_owned());
        } else {
            self.surplus += usize::from(!cell.trim_ascii().is_empty());
        }
        self.index += 1;
        Ok(())
    }

    #[cold]
    fn header(&mut self, cells: Vec<String>) -> Result<()> {
        let named = header::names(cells)?;
        self.names = named.value;
        self.warnings.extend(named.warnings);
        self.columns = self.names.iter().map(|_| Column::new(self.marks)).collect();
        self.index = 0;
        Ok(())
    }

    #[cold]
    fn ragged(&mut self) -> Result<()> {
        let row = self.row();
        let lacking = self.columns.len().saturating_sub(self.index) as u64;
        if lacking > 0 {
            self.short.count(row);
            self.filled += lacking;
            if self.filled > MAX_FILLED {
                return Err(Error::new("ragged_rows")
                    .in_row(self.short.first)
                    .with("n", self.short.rows)
                    .with("rows", self.rows)
                    .with("columns", self.columns.len()));
            }
        }
        if self.surplus > 0 {
            self.long.count(row);
            self.surplus = 0;
        }
        Ok(())
    }
}

impl Sink for Records {
    #[inline(always)]
    fn cell(&mut self, buffer: &[u8], start: usize, end: usize) -> Result<()> {
        let Some(column) = self.columns.get_mut(self.index) else {
            return self.other_cell(&buffer[start..end]);
        };
        if end - start > MAX_CELL_BYTES {
            return self.check_length(end - start);
        }
        column.set(self.rows, buffer, start, end);
        self.index += 1;
        Ok(())
    }

    #[inline(always)]
    fn record(&mut self) -> Result<()> {
        if let Some(cells) = self.header.take() {
            return self.header(cells);
        }
        if self.index != self.columns.len() {
            self.ragged()?;
        }
        self.index = 0;
        self.rows += 1;
        if self.rows > MAX_ROWS {
            return Err(Error::new("too_many_rows").with("limit", MAX_ROWS));
        }
        Ok(())
    }

    fn row(&self) -> u64 {
        match self.header {
            Some(_) => 1,
            None => self.rows as u64 + 2,
        }
    }

    #[inline(always)]
    fn begun(&self) -> bool {
        self.index > 0
    }
}
