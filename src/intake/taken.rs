//! A file taken in: rows under their names, with what the file says of them.

use super::{About, Cell, MAX_CELLS, Rows, csv};
use crate::codebook::Codebook;
use crate::error::{Error, Result};

/// Bytes of a piece of CSV, about.
const PIECE: usize = 1 << 20;

/// A table of a file, ready to be read.
pub struct Taken {
    /// What was recognised.
    pub about: About,
    /// What the file says of its columns; the names are those of the columns.
    pub codebook: Codebook,
    /// Names of the columns, each once; empty for a file that holds a codebook and no records.
    pub names: Vec<String>,
    /// The bytes of a file that came in an archive and that another module reads, where that module is not in this program. Nothing
    /// else is known of it then.
    pub handed_on: Option<Vec<u8>>,
    pub(super) rows: Box<dyn Rows>,
    /// What the file is called, for errors.
    pub(super) file: String,
    begun: bool,
    cells: u64,
}

impl Taken {
    pub(super) fn new(
        about: About,
        codebook: Codebook,
        names: Vec<String>,
        rows: Box<dyn Rows>,
    ) -> Taken {
        Taken {
            about,
            codebook,
            names,
            handed_on: None,
            rows,
            file: String::new(),
            begun: false,
            cells: 0,
        }
    }

    /// The next piece of the table as CSV: names, then records; none after the last.
    ///
    /// # Errors
    /// `table_too_large` {limit}; what is wrong with the file there.
    // It can fail after having given something: no iterator.
    #[allow(clippy::should_implement_trait)]
    pub fn next(&mut self) -> Result<Option<Vec<u8>>> {
        self.piece().map_err(|error| error.in_file(&self.file))
    }

    /// What was odd about the records, once all are read.
    pub fn warnings(&self) -> Vec<Error> {
        self.rows.warnings()
    }

    fn piece(&mut self) -> Result<Option<Vec<u8>>> {
        if self.names.is_empty() {
            return Ok(None);
        }
        let mut out = Vec::with_capacity(PIECE + PIECE / 8);
        if !self.begun {
            self.begun = true;
            let names: Vec<Cell> = self.names.iter().cloned().map(Cell::Text).collect();
            csv::row(&names, &mut out);
        }
        let mut cells = Vec::new();
        while out.len() < PIECE && self.rows.next(&mut cells)? {
            self.cells += self.names.len() as u64;
            if self.cells > MAX_CELLS {
                return Err(Error::new("table_too_large").with("limit", MAX_CELLS));
            }
            // What stands beyond the names has none; what is missing is blank.
            cells.resize(self.names.len(), Cell::Blank);
            csv::row(&cells, &mut out);
        }
        Ok((!out.is_empty()).then_some(out))
    }
}
