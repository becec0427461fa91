//! The cells of a file as texts, a record at a time: for who looks at rows before anything is known of columns.

use super::decode::Decoder;
use super::number::{Marks, Reading, read};
use super::sniff::{HEAD, sniff};
use super::split::{Sink, Splitter};
use super::{Encoding, MAX_CELL_BYTES, MAX_COLUMNS, MAX_ROWS, Options};
use crate::error::{Error, Result};
use std::collections::VecDeque;

/// Bytes that are split at a time.
const SLICE: usize = 64 * 1024;

/// A file on its way into cells.
pub(crate) struct Cells {
    bytes: Vec<u8>,
    at: usize,
    decoder: Decoder,
    splitter: Splitter,
    buffer: Vec<u8>,
    records: Records,
    done: bool,
}

impl Cells {
    /// Finds how a file is written. Its first record comes first, whether it holds names or not.
    ///
    /// # Errors
    /// `empty_file`, `not_a_table`, `bad_option`.
    pub(crate) fn new(bytes: Vec<u8>, options: Options) -> Result<Cells> {
        let head = &bytes[..bytes.len().min(HEAD)];
        let found = sniff(head, head.len() == bytes.len(), options)?;
        Ok(Cells {
            at: found.skip.min(bytes.len()),
            decoder: Decoder::new(found.encoding, options.encoding.is_some()),
            splitter: Splitter::new(found.delimiter),
            buffer: Vec::with_capacity(SLICE),
            records: Records {
                marks: found.marks,
                complete: VecDeque::new(),
                open: Vec::new(),
                count: 0,
            },
            bytes,
            done: false,
        })
    }

    /// How its characters are written, as far as it was read.
    pub(crate) fn encoding(&self) -> Encoding {
        self.decoder.encoding
    }

    /// The next record; none after the last. Numbers have a `.` before the tenths and no marks between thousands.
    ///
    /// # Errors
    /// `nul_bytes`, `unterminated_quote`, `cell_too_long`, `too_many_rows`.
    pub(crate) fn next(&mut self) -> Result<Option<Vec<String>>> {
        loop {
            if let Some(cells) = self.records.complete.pop_front() {
                return Ok(Some(cells));
            }
            if self.done {
                return Ok(None);
            }
            let end = self.bytes.len().min(self.at + SLICE);
            self.decoder
                .decode(&self.bytes[self.at..end], &mut self.buffer);
            self.at = end;
            self.done = end == self.bytes.len();
            if self.done {
                self.decoder.finish(&mut self.buffer);
            }
            let split = self.splitter.run(&self.buffer, &mut self.records)?;
            self.buffer.drain(..split);
            too_long(self.buffer.len(), self.records.row())?;
            if self.done {
                self.splitter.finish(&self.buffer, &mut self.records)?;
            }
        }
    }
}

/// Records that are complete and not yet taken, and the open one.
struct Records {
    marks: Marks,
    complete: VecDeque<Vec<String>>,
    open: Vec<String>,
    count: u64,
}

impl Records {
    /// A cell whose number is written with other marks, in ours.
    fn plain(&self, cell: &[u8]) -> String {
        let ours = Marks {
            decimal: b'.',
            thousands: None,
        };
        let mut cell = cell.to_vec();
        if self.marks != ours && matches!(read(cell.trim_ascii(), self.marks), Reading::Number(_)) {
            cell.retain(|byte| Some(*byte) != self.marks.thousands);
            let decimal = cell.iter_mut().filter(|byte| **byte == self.marks.decimal);
            decimal.for_each(|byte| *byte = b'.');
        }
        String::from_utf8(cell)
            .unwrap_or_else(|other| String::from_utf8_lossy(other.as_bytes()).into_owned())
    }
}

impl Sink for Records {
    fn cell(&mut self, buffer: &[u8], start: usize, end: usize) -> Result<()> {
        too_long(end - start, self.row())?;
        if self.open.len() < MAX_COLUMNS {
            let cell = self.plain(&buffer[start..end]);
            self.open.push(cell);
        }
        Ok(())
    }

    fn record(&mut self) -> Result<()> {
        self.complete.push_back(std::mem::take(&mut self.open));
        self.count += 1;
        if self.count > MAX_ROWS as u64 {
            return Err(Error::new("too_many_rows").with("limit", MAX_ROWS));
        }
        Ok(())
    }

    fn row(&self) -> u64 {
        self.count + 1
    }

    fn begun(&self) -> bool {
        !self.open.is_empty()
    }
}

fn too_long(length: usize, row: u64) -> Result<()> {
    match length <= MAX_CELL_BYTES {
        true => Ok(()),
        false => Err(Error::new("cell_too_long")
            .in_row(row)
            .with("limit", MAX_CELL_BYTES)),
    }
}
