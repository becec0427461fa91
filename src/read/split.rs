//! From bytes to cells: delimiters, quotes and line breaks, across any chunk boundary.

use super::scan::{BLOCK, candidates};
use crate::error::{Error, Result};

/// Takes cells in the order of the file. All cells of one run of the splitter lie in one buffer and stay as they are to its end.
pub(crate) trait Sink {
    /// One cell: `buffer[start..end]`, without its quotes.
    fn cell(&mut self, buffer: &[u8], start: usize, end: usize) -> Result<()>;
    /// Several cells, none with quotes: the first begins at `start`, each ends at one of the bits, counted from `at`, and the next
    /// begins after it. Returns where the next begins.
    #[inline(always)]
    fn cells(
        &mut self,
        buffer: &[u8],
        mut start: usize,
        at: usize,
        mut ends: u64,
    ) -> Result<usize> {
        while ends != 0 {
            let end = at + ends.trailing_zeros() as usize;
            ends &= ends - 1;
            self.cell(buffer, start, end)?;
            start = end + 1;
        }
        Ok(start)
    }
    /// The record is complete.
    fn record(&mut self, buffer: &[u8]) -> Result<()>;
    /// Number of the open record in the file, from 1.
    fn row(&self) -> u64;
    /// Whether the open record has a cell already.
    fn begun(&self) -> bool;
}

/// What is known at the end of a chunk. The buffer keeps the open cell from its first byte, and nothing before.
pub(crate) struct Splitter {
    delimiter: u8,
    /// Bytes of the buffer that were scanned.
    scanned: usize,
    /// Inside quotes.
    quoted: bool,
    /// The open cell began with a quote.
    enclosed: bool,
    /// The open cell has a doubled quote.
    doubled: bool,
    /// Where the last closing quote ended: a quote right there is a doubled one.
    closed: usize,
    /// The last record ended with a carriage return: a line feed right after it belongs to it.
    returned: bool,
    /// Row in which the open quotes began.
    opened: u64,
}

impl Splitter {
    pub(crate) fn new(delimiter: u8) -> Self {
        Splitter {
            delimiter,
            scanned: 0,
            quoted: false,
            enclosed: false,
            doubled: false,
            closed: usize::MAX,
            returned: false,
            opened: 0,
        }
    }

    /// Gives every complete cell to the sink and returns how many bytes are done; the rest is the open cell. A cell with doubled
    /// quotes is put right where it lies.
    ///
    /// # Errors
    /// `nul_bytes`, and those of the sink.
    pub(crate) fn run(&mut self, buffer: &mut [u8], sink: &mut impl Sink) -> Result<usize> {
        let delimiter = self.delimiter;
        let mut start = 0;
        let mut at = self.scanned;
        while at < buffer.len() {
            let (mut delimiters, mut others) = match buffer[at..].first_chunk::<BLOCK>() {
                Some(block) => candidates(block, delimiter),
                None => {
                    let mut block = [b' '; BLOCK];
                    block[..buffer.len() - at].copy_from_slice(&buffer[at..]);
                    let (delimiters, others) = candidates(&block, delimiter);
                    // A space may be the delimiter: what lies beyond the buffer is not a candidate.
                    let within = !(u64::MAX << (buffer.len() - at));
                    (delimiters & within, others & within)
                }
            };
            loop {
                // Up to the first of the others; all bits where there is none.
                let before = others.wrapping_sub(1) & !others;
                let ends = delimiters & before;
                if ends != 0 && !self.quoted {
                    start = self.cells(buffer, start, at, ends, sink)?;
                }
                if others == 0 {
                    break;
                }
                delimiters &= !before;
                let position = at + others.trailing_zeros() as usize;
                others &= others - 1;
                let byte = buffer[position];
                if self.quoted {
                    match byte {
                        b'"' => {
                            self.quoted = false;
                            self.closed = position + 1;
                        }
                        0 => return Err(Error::new("nul_bytes").in_row(sink.row())),
                        _ => {}
                    }
                } else {
                    match byte {
                        b'\n' if self.returned && position == start && !sink.begun() => {
                            start = position + 1;
                        }
                        b'\n' | b'\r' => {
                            self.line(buffer, start, position, sink)?;
                            start = position + 1;
                        }
                        b'"' => self.quote(buffer, start, position, sink.row()),
                        0 => return Err(Error::new("nul_bytes").in_row(sink.row())),
                        _ => continue,
                    }
                    self.returned = byte == b'\r';
                }
            }
            at += BLOCK;
        }
        self.scanned = buffer.len() - start;
        self.closed = self.closed.wrapping_sub(start);
        Ok(start)
    }

    /// The file is at its end: the last record may have no line break.
    ///
    /// # Errors
    /// `unterminated_quote` with the row in which it opened, and those of the sink.
    pub(crate) fn finish(&mut self, buffer: &mut [u8], sink: &mut impl Sink) -> Result<()> {
        if self.quoted {
            return Err(Error::new("unterminated_quote").in_row(self.opened));
        }
        self.line(buffer, 0, buffer.len(), sink)
    }

    /// A quote outside quotes: it opens a cell, doubles the one before, or is an ordinary character.
    fn quote(&mut self, buffer: &[u8], start: usize, position: usize, row: u64) {
        if self.enclosed {
            self.quoted = position == self.closed;
            self.doubled |= self.quoted;
        } else if buffer[start..position].iter().all(|byte| *byte == b' ') {
            self.quoted = true;
            self.enclosed = true;
            self.opened = row;
        }
    }

    /// Ends a cell at each of the bits, counted from `at`, and returns where the next begins.
    #[inline(always)]
    fn cells(
        &mut self,
        buffer: &mut [u8],
        mut start: usize,
        at: usize,
        mut ends: u64,
        sink: &mut impl Sink,
    ) -> Result<usize> {
        if self.enclosed {
            let end = at + ends.trailing_zeros() as usize;
            self.enclosed(buffer, start, end, sink)?;
            start = end + 1;
            ends &= ends - 1;
        }
        sink.cells(buffer, start, at, ends)
    }

    /// Ends the record, unless the line is blank.
    fn line(
        &mut self,
        buffer: &mut [u8],
        start: usize,
        end: usize,
        sink: &mut impl Sink,
    ) -> Result<()> {
        if start == end && !sink.begun() {
            return Ok(());
        }
        self.cell(buffer, start, end, sink)?;
        sink.record(buffer)
    }

    #[inline(always)]
    fn cell(
        &mut self,
        buffer: &mut [u8],
        start: usize,
        end: usize,
        sink: &mut impl Sink,
    ) -> Result<()> {
        if !self.enclosed {
            return sink.cell(buffer, start, end);
        }
        self.enclosed(buffer, start, end, sink)
    }

    /// A cell that began with a quote. Text after the closing quote is kept, as spreadsheets do.
    fn enclosed(
        &mut self,
        buffer: &mut [u8],
        start: usize,
        end: usize,
        sink: &mut impl Sink,
    ) -> Result<()> {
        let doubled = std::mem::take(&mut self.doubled);
        let closed = std::mem::replace(&mut self.closed, usize::MAX);
        self.enclosed = false;
        let open = start
            + buffer[start..end]
                .iter()
                .take_while(|byte| **byte == b' ')
                .count();
        if !doubled && closed == end {
            return sink.cell(buffer, open + 1, end - 1);
        }
        let (mut quoted, mut read, mut written) = (true, open + 1, open + 1);
        while read < end {
            let byte = buffer[read];
            read += 1;
            if byte == b'"' && quoted {
                // The first of two stands for both; one alone closes.
                quoted = read < end && buffer[read] == b'"';
                if !quoted {
                    continue;
                }
                read += 1;
            }
            buffer[written] = byte;
            written += 1;
        }
        sink.cell(buffer, open + 1, written)
    }
}
