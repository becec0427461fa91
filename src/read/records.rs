//! Cells become records: the first is the header, the others fill the columns.
//!
//! Where cells lie is noted first, for as many records as are split at a time; then each column takes all of its own. In that
//! order a column's dictionary stays in the processor's nearest memory, and what it does with one cell it does with the next.

use super::column::{Cells, Column, Span};
use super::header;
use super::number::Marks;
use super::scan::BLOCK;
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
    /// Bytes of the file, 0 where it is not known, and how many of them were split.
    pub(super) total: u64,
    pub(super) bytes: u64,
    /// Cells that the columns did not take yet, in the order of the file: how many, and room for more.
    noted: usize,
    spans: Vec<Span>,
    /// The record of the first of them, and how many cells of it the columns have.
    first: usize,
    taken: usize,
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
    pub(super) fn new(marks: Marks, total: u64) -> Self {
        Records {
            marks,
            names: Vec::new(),
            columns: Vec::new(),
            warnings: Vec::new(),
            rows: 0,
            short: Ragged::default(),
            long: Ragged::default(),
            total,
            bytes: 0,
            noted: 0,
            spans: Vec::new(),
            first: 0,
            taken: 0,
            header: Some(Vec::new()),
            index: 0,
            surplus: 0,
            filled: 0,
        }
    }

    /// Gives the columns the cells that were noted.
    pub(super) fn settle(&mut self, buffer: &[u8]) {
        let width = self.columns.len();
        if width == 0 {
            return;
        }
        let expected = self.expected();
        let begun = match self.taken {
            0 => 0,
            taken => (width - taken).min(self.noted),
        };
        let (begun, rest) = self.spans[..self.noted].split_at(begun);
        let (whole, open) = rest.split_at(rest.len() - rest.len() % width);
        let singly = |columns: &mut [Column], row: usize, spans: &[Span]| {
            for (column, span) in columns.iter_mut().zip(spans.chunks(1)) {
                column.take(row, Cells::new(buffer, span, 1), expected);
            }
        };
        singly(&mut self.columns[self.taken..], self.first, begun);
        let first = self.first + usize::from(self.taken + begun.len() == width);
        if !whole.is_empty() {
            for (index, column) in self.columns.iter_mut().enumerate() {
                column.take(first, Cells::new(buffer, &whole[index..], width), expected);
            }
        }
        singly(&mut self.columns, first + whole.len() / width, open);
        self.noted = 0;
        self.first = self.rows;
        self.taken = self.index.min(width);
    }

    /// How many records the file will have if the others are like those seen, and a few more; 0 where nothing tells. A file has
    /// at least a byte for each cell.
    fn expected(&self) -> usize {
        let most = self.total / self.columns.len().max(1) as u64;
        let alike = self.rows as f64 * self.total as f64 / self.bytes.max(1) as f64;
        ((alike * 1.015) as u64).min(most) as usize
    }

    /// Makes room for the cells of a block.
    #[inline(always)]
    fn make_room(&mut self) {
        if self.noted + BLOCK > self.spans.len() {
            self.spans.resize(self.noted * 2 + BLOCK, Span::new(0, 0));
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
    fn ragged(&mut self, buffer: &[u8]) -> Result<()> {
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
            self.settle(buffer);
            (self.first, self.taken) = (self.rows + 1, 0);
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
        if self.index >= self.columns.len() {
            return self.other_cell(&buffer[start..end]);
        }
        if end - start > MAX_CELL_BYTES {
            return self.check_length(end - start);
        }
        self.make_room();
        self.spans[self.noted] = Span::new(start, end);
        self.noted += 1;
        self.index += 1;
        Ok(())
    }

    #[inline(always)]
    fn cells(
        &mut self,
        buffer: &[u8],
        mut start: usize,
        at: usize,
        mut ends: u64,
    ) -> Result<usize> {
        let count = ends.count_ones() as usize;
        // Only the first may have begun before this block and be too long.
        if self.index + count > self.columns.len() || at + BLOCK - start > MAX_CELL_BYTES {
            while ends != 0 {
                let end = at + ends.trailing_zeros() as usize;
                ends &= ends - 1;
                self.cell(buffer, start, end)?;
                start = end + 1;
            }
            return Ok(start);
        }
        self.index += count;
        self.make_room();
        let next = match ends {
            0 => start,
            ends => at + BLOCK - ends.leading_zeros() as usize,
        };
        // Four at a time, of which the last may be none: the next cells take their place.
        let fours = self.spans[self.noted..][..BLOCK].as_chunks_mut::<4>().0;
        for four in fours.iter_mut().take(count.div_ceil(4)) {
            for span in four {
                let end = at + ends.trailing_zeros() as usize;
                ends &= ends.wrapping_sub(1);
                *span = Span::new(std::mem::replace(&mut start, end + 1), end);
            }
        }
        self.noted += count;
        Ok(next)
    }

    #[inline(always)]
    fn record(&mut self, buffer: &[u8]) -> Result<()> {
        if let Some(cells) = self.header.take() {
            return self.header(cells);
        }
        if self.index != self.columns.len() {
            self.ragged(buffer)?;
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
