//! Cells parted by a mark, as rows: the reader's own decoder and splitter over a file that lies in memory.

use super::tool::Written;
use super::{Cell, Choice, Rows};
use crate::error::{Error, Result};
use crate::read::decode::Decoder;
use crate::read::header;
use crate::read::number::Marks;
use crate::read::sniff::{HEAD, sniff};
use crate::read::split::{Sink, Splitter};
use crate::read::{Encoding, MAX_CELL_BYTES, MAX_COLUMNS, MAX_ROWS, Options};
use std::collections::VecDeque;
use std::rc::Rc;

/// Bytes that are split at a time.
const WINDOW: usize = 64 * 1024;

/// A text file, decoded.
pub(super) struct Text {
    /// How its characters were written.
    pub(super) encoding: Encoding,
    /// What parts its cells.
    pub(super) delimiter: u8,
    /// The marks of its numbers.
    pub(super) marks: Marks,
    /// Characters that could not be read.
    pub(super) invalid: u64,
    /// UTF-8.
    bytes: Rc<Vec<u8>>,
    /// Where the first record begins.
    start: usize,
}

/// What a person says of a text file, for the reader's own detection.
pub(super) fn options(choice: &Choice) -> Options {
    Options {
        delimiter: choice.delimiter,
        encoding: choice.encoding,
        decimal: choice.decimal,
    }
}

impl Text {
    /// How it was written.
    pub(super) fn written(&self) -> Written {
        Written {
            delimiter: self.delimiter,
            quoted: self.quoted(),
            marks: self.marks,
        }
    }

    /// Finds out how a text file is written, and decodes it. `complete` when the bytes are the whole file.
    ///
    /// # Errors
    /// `empty_file`; `not_a_table` with what it `looks_like`; `bad_option`.
    pub(super) fn open(bytes: Vec<u8>, complete: bool, options: Options) -> Result<Text> {
        let whole = complete && bytes.len() <= HEAD;
        let found = sniff(&bytes[..bytes.len().min(HEAD)], whole, options)?;
        let start = found.skip.min(bytes.len());
        let mut text = Text {
            encoding: found.encoding,
            delimiter: found.delimiter,
            marks: found.marks,
            invalid: 0,
            bytes: Rc::default(),
            start,
        };
        // What is UTF-8 already is not copied.
        if found.encoding == Encoding::Utf8 && std::str::from_utf8(&bytes[start..]).is_ok() {
            text.bytes = Rc::new(bytes);
            return Ok(text);
        }
        let mut decoder = Decoder::new(found.encoding, options.encoding.is_some());
        let mut decoded = Vec::with_capacity(bytes.len());
        decoder.decode(&bytes[start..], &mut decoded);
        if complete {
            decoder.finish(&mut decoded);
        }
        text.encoding = decoder.encoding;
        text.invalid = decoder.invalid;
        text.bytes = Rc::new(decoded);
        text.start = 0;
        Ok(text)
    }

    /// Its rows, from the first.
    pub(super) fn rows(&self) -> Box<dyn Rows> {
        Box::new(TextRows::new(
            Rc::clone(&self.bytes),
            self.start,
            self.delimiter,
        ))
    }

    /// Whether its first cell stands in quotes: some programs quote all of them, most only those that need it.
    pub(super) fn quoted(&self) -> bool {
        self.bytes.get(self.start) == Some(&b'"')
    }

    /// The encoding's name in descriptions.
    pub(super) fn encoding_name(&self) -> &'static str {
        match self.encoding {
            Encoding::Utf8 => "utf-8",
            Encoding::Utf16Le => "utf-16le",
            Encoding::Utf16Be => "utf-16be",
            Encoding::Windows1252 => "windows-1252",
        }
    }
}

struct TextRows {
    bytes: Rc<Vec<u8>>,
    start: usize,
    delimiter: u8,
    splitter: Splitter,
    /// From the first byte of the open cell: doubled quotes are undone in here.
    buffer: Vec<u8>,
    /// Where the part that was split ends.
    end: usize,
    finished: bool,
    ready: Ready,
}

/// Records that were split and not taken yet.
#[derive(Default)]
struct Ready {
    records: VecDeque<Vec<Cell>>,
    open: Vec<Cell>,
    row: usize,
}

impl TextRows {
    fn new(bytes: Rc<Vec<u8>>, start: usize, delimiter: u8) -> TextRows {
        TextRows {
            bytes,
            start,
            delimiter,
            splitter: Splitter::new(delimiter),
            buffer: Vec::new(),
            end: start,
            finished: false,
            ready: Ready::default(),
        }
    }

    /// Splits the next part of the file.
    fn advance(&mut self) -> Result<()> {
        if self.end == self.bytes.len() {
            self.finished = true;
            return self.splitter.finish(&mut self.buffer, &mut self.ready);
        }
        let end = self.bytes.len().min(self.end + WINDOW);
        self.buffer.extend_from_slice(&self.bytes[self.end..end]);
        self.end = end;
        let done = self.splitter.run(&mut self.buffer, &mut self.ready)?;
        self.buffer.drain(..done);
        check_length(self.buffer.len(), self.ready.row)
    }
}

impl Rows for TextRows {
    fn next(&mut self, cells: &mut Vec<Cell>) -> Result<bool> {
        while self.ready.records.is_empty() && !self.finished {
            self.advance()?;
        }
        let Some(record) = self.ready.records.pop_front() else {
            return Ok(false);
        };
        *cells = record;
        Ok(true)
    }

    fn again(&self) -> Option<Box<dyn Rows>> {
        let bytes = Rc::clone(&self.bytes);
        Some(Box::new(TextRows::new(bytes, self.start, self.delimiter)))
    }
}

impl Sink for Ready {
    fn cell(&mut self, buffer: &[u8], start: usize, end: usize) -> Result<()> {
        check_length(end - start, self.row)?;
        if self.open.len() > MAX_COLUMNS {
            return Err(header::too_many(self.open.len()));
        }
        let text = String::from_utf8_lossy(&buffer[start..end]);
        self.open.push(match text.trim() {
            "" => Cell::Blank,
            text => Cell::Text(text.into()),
        });
        Ok(())
    }

    fn record(&mut self, _: &[u8]) -> Result<()> {
        self.row += 1;
        if self.row > MAX_ROWS {
            return Err(Error::new("too_many_rows").with("limit", MAX_ROWS));
        }
        self.records.push_back(std::mem::take(&mut self.open));
        Ok(())
    }

    fn row(&self) -> u64 {
        self.row as u64 + 1
    }

    fn begun(&self) -> bool {
        !self.open.is_empty()
    }
}

/// Refuses a cell beyond [`MAX_CELL_BYTES`]: it is a quote that was never closed.
fn check_length(length: usize, rows: usize) -> Result<()> {
    if length <= MAX_CELL_BYTES {
        return Ok(());
    }
    Err(Error::new("cell_too_long")
        .in_row(rows as u64 + 1)
        .with("limit", MAX_CELL_BYTES))
}
