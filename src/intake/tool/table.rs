//! A table before its columns have names: its first rows, and what its columns hold.

use super::{MAX_HELD, MAX_SEEN, Peeked, Tool, Written};
use crate::error::{Error, Result};
use crate::intake::names;
use crate::intake::profile::Profile;
use crate::intake::rows::Range;
use crate::intake::{Cell, Rows};
use crate::numeric::decimal::parse as number;
use crate::read::MAX_COLUMNS;
use crate::read::header;

/// The first rows of a table, below its titles.
pub(in crate::intake) struct Top {
    /// As texts; the first holds names.
    pub(super) rows: Vec<Vec<String>>,
    /// How its text was written.
    pub(super) text: Option<Written>,
    /// Which row holds HXL hashtags.
    pub(super) hxl: Option<usize>,
    /// What is joined in the first row.
    merged: Vec<Range>,
    /// The first row holds what stands above several names of the second.
    two: bool,
}

impl Top {
    /// The first rows of a table; `skipped` of them stood above. Of the merged ranges only those in the first row are kept.
    pub(super) fn new(
        head: &[Vec<Cell>],
        text: Option<Written>,
        merged: &[Range],
        skipped: usize,
    ) -> Top {
        let shown = |row: &Vec<Cell>| {
            let cells = row.iter().map(|cell| cell.shown().into_owned());
            cells.collect::<Vec<_>>()
        };
        let above = |range: &&Range| {
            range.rows == (skipped as u64, skipped as u64) && range.columns.1 > range.columns.0
        };
        let merged: Vec<Range> = merged.iter().filter(above).copied().collect();
        let is_name =
            |cell: Option<&Cell>| matches!(cell, Some(Cell::Text(text)) if number(text).is_none());
        let below = |range: &Range| {
            let second = head.get(1);
            let mut places = range.columns.0..=range.columns.1;
            second.is_some_and(|row| places.all(|at| is_name(row.get(at))))
        };
        Top {
            two: !merged.is_empty() && merged.iter().all(below),
            rows: head.iter().take(40).map(shown).collect(),
            text,
            hxl: (1..head.len().min(4)).find(|row| names::is_hxl(&head[*row])),
            merged,
        }
    }

    /// A row; an empty one where there is none.
    pub(super) fn row(&self, row: usize) -> &[String] {
        self.rows.get(row).map_or(&[], Vec::as_slice)
    }

    /// Whether a row has a cell of one of these words, in any case.
    pub(in crate::intake) fn has(&self, words: &[&str]) -> bool {
        let is = |cell: &String| words.iter().any(|word| cell.eq_ignore_ascii_case(word));
        self.row(0).iter().any(is)
    }

    /// Whether it begins with one of these words.
    pub(super) fn begins(&self, words: &[&str]) -> bool {
        let first = self.row(0).iter().find(|cell| !cell.is_empty());
        first.is_some_and(|cell| words.iter().any(|word| cell.eq_ignore_ascii_case(word)))
    }
}

/// A table, every record of which was seen once.
pub(in crate::intake) struct Table {
    /// Its first rows.
    pub(super) top: Top,
    /// Rows that its names take, with HXL hashtags.
    pub(super) header_rows: usize,
    /// What each column holds.
    pub(super) profiles: Vec<Profile>,
    /// Records before the notes at its end.
    pub(super) records: u64,
    /// Notes below the table.
    pub(super) notes: u64,
    /// Records that have fewer cells than there are columns: how many, and the first, as a row of the file.
    pub(super) short: (u64, u64),
    /// Records with something beyond the last column.
    pub(super) long: (u64, u64),
    /// The rows again, from the first record.
    pub(super) rows: Box<dyn Rows>,
}

impl Table {
    /// Looks at every record.
    ///
    /// # Errors
    /// `too_many_columns`; `table_too_large` where rows that cannot be had again do not fit; what is wrong with the file.
    pub(super) fn of(tool: &Tool, top: Top, peeked: &mut Peeked) -> Result<Table> {
        let skipped = names::titles(&peeked.head);
        let below = peeked.head.len() - skipped;
        let two = tool.header_rows == 1 && top.two;
        let mut header_rows = if two { 2 } else { tool.header_rows };
        if let Some(hxl) = top.hxl {
            header_rows = header_rows.max(hxl + 1);
        }
        let header_rows = header_rows.min(below);
        let used = |row: &Vec<String>| row.iter().rposition(|cell| !cell.is_empty());
        let width = top.rows[..header_rows.min(top.rows.len())]
            .iter()
            .filter_map(used)
            .max();
        let joined = top.merged.iter().map(|range| range.columns.1);
        let width = width.into_iter().chain(joined).max();
        let width = width.map_or(0, |last| last + 1);
        if width > MAX_COLUMNS {
            return Err(header::too_many(width));
        }
        let again = peeked.rows.again();
        let start = skipped + header_rows;
        let mut table = Table {
            top,
            header_rows,
            profiles: (0..width).map(|_| Profile::default()).collect(),
            records: 0,
            notes: 0,
            short: (0, 0),
            long: (0, 0),
            rows: Box::new(Held::default()),
        };
        let mut notes = Notes::default();
        let mut held = Held::default();
        let mut cells = Vec::new();
        let mut head = std::mem::take(&mut peeked.head).into_iter().skip(start);
        let mut row = start as u64;
        let mut seen = 0;
        loop {
            match head.next() {
                Some(record) => cells = record,
                None if peeked.rows.next(&mut cells)? => {}
                None => break,
            }
            row += 1;
            seen += cells.len() as u64;
            if seen > MAX_SEEN {
                return Err(Error::new("table_too_large").with("limit", MAX_SEEN));
            }
            table.see(&cells, row);
            notes.see(&cells, row - start as u64);
            if again.is_none() {
                held.push(std::mem::take(&mut cells))?;
            }
        }
        let all = row - start as u64;
        (table.records, table.notes) = notes.end(all, width);
        table.rows = match again {
            None => Box::new(held),
            Some(mut rows) => {
                for _ in 0..start {
                    rows.next(&mut cells)?;
                }
                rows
            }
        };
        Ok(table)
    }

    fn see(&mut self, cells: &[Cell], row: u64) {
        let width = self.profiles.len();
        for (cell, profile) in cells.iter().zip(&mut self.profiles) {
            profile.see(cell);
        }
        let count = |ragged: &mut (u64, u64)| {
            if ragged.0 == 0 {
                ragged.1 = row;
            }
            ragged.0 += 1;
        };
        if cells.len() < width {
            count(&mut self.short);
        }
        if cells.iter().skip(width).any(|cell| !cell.is_blank()) {
            count(&mut self.long);
        }
    }

    /// The names of its first row, and below what is merged over several columns the names of the second: `Docentes/Mujeres`.
    pub(super) fn names(&self) -> Vec<String> {
        (0..self.profiles.len())
            .map(|at| {
                let name = self.cell(0, at);
                let over = |range: &&Range| (range.columns.0..=range.columns.1).contains(&at);
                match self.top.merged.iter().find(over) {
                    Some(range) if self.top.two => {
                        format!("{}/{}", self.cell(0, range.columns.0), self.cell(1, at))
                    }
                    Some(range) => self.cell(0, range.columns.0).into(),
                    None if name.is_empty() && self.top.two => self.cell(1, at).into(),
                    None => name.into(),
                }
            })
            .collect()
    }

    /// A cell of the first rows.
    pub(super) fn cell(&self, row: usize, at: usize) -> &str {
        self.top.row(row).get(at).map_or("", String::as_str)
    }

    /// What a column holds.
    pub(super) fn profile(&self, at: usize) -> &Profile {
        &self.profiles[at]
    }
}

/// Rows held in memory.
#[derive(Default)]
struct Held {
    rows: std::collections::VecDeque<Vec<Cell>>,
    cells: usize,
}

impl Held {
    fn push(&mut self, mut cells: Vec<Cell>) -> Result<()> {
        let used = cells.iter().rposition(|cell| !cell.is_blank());
        cells.truncate(used.map_or(0, |last| last + 1));
        cells.shrink_to_fit();
        self.cells += cells.len() + 1;
        if self.cells > MAX_HELD {
            return Err(Error::new("table_too_large").with("limit", MAX_HELD));
        }
        self.rows.push_back(cells);
        Ok(())
    }
}

impl Rows for Held {
    fn next(&mut self, cells: &mut Vec<Cell>) -> Result<bool> {
        let Some(row) = self.rows.pop_front() else {
            return Ok(false);
        };
        *cells = row;
        Ok(true)
    }
}

/// Notes below a table: rows at its end with nothing but their first cell, where no record is such a row.
#[derive(Default)]
struct Notes {
    /// Rows with the first cell alone, all and since the last other row.
    alone: u64,
    trailing: u64,
    /// Rows without anything since the last other row.
    blank: u64,
    /// The last row that is a record.
    last: u64,
}

impl Notes {
    fn see(&mut self, cells: &[Cell], row: u64) {
        let mut filled = cells
            .iter()
            .enumerate()
            .filter(|(_, cell)| !cell.is_blank());
        match (filled.next(), filled.next()) {
            (None, _) => self.blank += 1,
            (Some((0, _)), None) => {
                self.alone += 1;
                self.trailing += 1;
            }
            _ => {
                self.trailing = 0;
                self.blank = 0;
                self.last = row;
            }
        }
    }

    /// Records, and notes below them.
    fn end(&self, rows: u64, width: usize) -> (u64, u64) {
        let notes = width > 2 && self.trailing > 0 && self.trailing == self.alone && self.last > 0;
        match notes {
            true => (self.last, self.trailing),
            // Blank rows at the end are no records either.
            false if self.trailing == 0 => (rows - self.blank, 0),
            false => (rows, 0),
        }
    }
}
