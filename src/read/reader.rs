//! The reader: takes a file in chunks and gives a table.

use super::decode::Decoder;
use super::description::{Description, Dialect};
use super::options::Options;
use super::records::Records;
use super::sniff::{Found, HEAD, sniff};
use super::split::Splitter;
use super::{Read, finish};
use crate::error::{Error, Result, Warned};
use crate::numeric::decimal::decimal;
use crate::table::Table;

/// Bytes that are split at a time: they stay in the processor's cache between decoding and splitting.
const SLICE: usize = 64 * 1024;

/// Reads a file that comes in chunks of any size.
pub struct Reader {
    file: String,
    options: Options,
    bytes: u64,
    /// Bytes that the file is said to have; 0 where nobody says.
    total: u64,
    state: State,
}

enum State {
    /// The first bytes, until there are enough to look at.
    Head(Vec<u8>),
    Body(Box<Body>),
    /// What was wrong; every later call says it again.
    Failed(Error),
}

/// What reads after the first bytes were looked at.
struct Body {
    found: Found,
    decoder: Decoder,
    /// The open cell, where a chunk ended in it.
    buffer: Vec<u8>,
    splitter: Splitter,
    records: Records,
}

impl Reader {
    /// A reader for one file.
    pub fn new(file_name: &str, options: Options) -> Self {
        Reader {
            file: file_name.into(),
            options,
            bytes: 0,
            total: 0,
            state: State::Head(Vec::new()),
        }
    }

    /// Says how many bytes the file has, before any are pushed: columns then take at once the memory that they will need.
    /// Nothing else depends on it, and it may be wrong.
    pub fn expecting(mut self, bytes: u64) -> Self {
        self.total = bytes;
        self
    }

    /// Takes the next bytes of the file and returns the number of records so far.
    ///
    /// # Errors
    /// `empty_file`, `not_a_table`, `bad_option`, `nul_bytes`, `too_many_columns`, `too_many_rows`, `cell_too_long`,
    /// `ragged_rows`; after an error, the same again.
    pub fn push(&mut self, chunk: &[u8]) -> Result<u64> {
        self.take(chunk.to_vec())
    }

    /// The same for bytes that are not needed again: they are read where they lie.
    ///
    /// # Errors
    /// As [`Reader::push`].
    pub fn take(&mut self, mut chunk: Vec<u8>) -> Result<u64> {
        self.bytes += chunk.len() as u64;
        let pushed = self.advance(&mut chunk, false);
        self.settle(pushed)?;
        Ok(match &self.state {
            State::Body(body) => body.records.rows as u64,
            _ => 0,
        })
    }

    /// The file is at its end.
    ///
    /// # Errors
    /// As [`Reader::push`], and `unterminated_quote`.
    pub fn finish(mut self) -> Result<Warned<Read>> {
        let advanced = self.advance(&mut [], true);
        self.settle(advanced)?;
        let (file, bytes) = (self.file, self.bytes);
        let located = |error: Error| error.in_file(&file);
        match self.state {
            State::Body(body) => body.finish(&file, bytes).map_err(located),
            State::Head(_) => Err(located(Error::new("empty_file"))),
            State::Failed(error) => Err(error),
        }
    }

    /// Remembers a failure, with the file's name.
    fn settle(&mut self, outcome: Result<()>) -> Result<()> {
        outcome.map_err(|error| {
            let error = error.in_file(&self.file);
            self.state = State::Failed(error.clone());
            error
        })
    }

    fn advance(&mut self, chunk: &mut [u8], complete: bool) -> Result<()> {
        match &mut self.state {
            State::Failed(error) => Err(error.clone()),
            State::Body(body) => body.take(chunk),
            State::Head(head) => {
                let lacking = HEAD.saturating_sub(head.len());
                let (first, rest) = chunk.split_at_mut(chunk.len().min(lacking));
                head.extend_from_slice(first);
                if head.len() < HEAD && !complete {
                    return Ok(());
                }
                let found = sniff(head, complete, self.options)?;
                let mut body = Body::new(found, self.options, self.total);
                let skip = found.skip.min(head.len());
                body.take(&mut head[skip..])?;
                body.take(rest)?;
                self.state = State::Body(Box::new(body));
                Ok(())
            }
        }
    }
}

impl Body {
    fn new(found: Found, options: Options, total: u64) -> Self {
        Body {
            found,
            decoder: Decoder::new(found.encoding, options.encoding.is_some()),
            buffer: Vec::new(),
            splitter: Splitter::new(found.delimiter),
            records: Records::new(found.marks, total),
        }
    }

    /// Splits a chunk, a slice at a time: where it lies if that is UTF-8, else a copy.
    fn take(&mut self, chunk: &mut [u8]) -> Result<()> {
        // Where the open cell begins, and up to where the chunk was split.
        let (mut open, mut split) = (0, 0);
        while split < chunk.len() {
            let slice = &chunk[split..chunk.len().min(split + SLICE)];
            let whole = match self.buffer.is_empty() {
                true => self.decoder.whole(slice),
                false => 0,
            };
            if whole == 0 {
                let taken = self.decoder.piece(slice);
                self.buffer.extend_from_slice(&chunk[open..split]);
                self.decode(&chunk[split..split + taken])?;
                split += taken;
                open = split;
            } else {
                split += whole;
                self.records.bytes += whole as u64;
                open += self.split(&mut chunk[open..split])?;
            }
        }
        self.buffer.extend_from_slice(&chunk[open..]);
        Ok(())
    }

    /// Splits bytes that are not UTF-8, or that go on with the open cell.
    fn decode(&mut self, bytes: &[u8]) -> Result<()> {
        self.decoder.decode(bytes, &mut self.buffer);
        self.records.bytes += bytes.len() as u64;
        let mut buffer = std::mem::take(&mut self.buffer);
        let done = self.split(&mut buffer)?;
        buffer.drain(..done);
        self.buffer = buffer;
        Ok(())
    }

    /// Splits what follows the last complete cell; gives how many bytes of it are complete cells now.
    fn split(&mut self, buffer: &mut [u8]) -> Result<usize> {
        let done = self.splitter.run(buffer, &mut self.records)?;
        self.records.settle(buffer);
        self.records.check_length(buffer.len() - done)?;
        Ok(done)
    }

    fn finish(mut self, file: &str, bytes: u64) -> Result<Warned<Read>> {
        self.decoder.finish(&mut self.buffer);
        self.decode(&[])?;
        self.splitter.finish(&mut self.buffer, &mut self.records)?;
        self.records.settle(&self.buffer);
        let records = self.records;
        if records.names.is_empty() {
            return Err(Error::new("empty_file"));
        }
        let rows = records.rows;
        let ragged = |code: &str, rows_alike: u64, first: u64| {
            Error::new(code)
                .in_row(first)
                .with("n", rows_alike)
                .with("rows", rows)
                .with("columns", records.names.len())
        };
        let (short, long) = (&records.short, &records.long);
        if long.rows * 2 > rows as u64 {
            return Err(ragged("ragged_rows", long.rows, long.first));
        }
        let mut warnings = Vec::new();
        if short.rows > 0 {
            warnings.push(ragged("short_rows", short.rows, short.first));
        }
        if long.rows > 0 {
            warnings.push(ragged("long_rows", long.rows, long.first));
        }
        if rows == 0 {
            warnings.push(Error::new("no_records"));
        }
        if self.decoder.invalid > 0 {
            warnings.push(Error::new("invalid_characters").with("n", self.decoder.invalid));
        }
        warnings.extend(records.warnings);
        let mut columns = Vec::with_capacity(records.names.len());
        let mut descriptions = Vec::with_capacity(records.names.len());
        for (name, column) in records.names.into_iter().zip(records.columns) {
            let finish::Finished {
                column,
                description,
                warning,
            } = column.finish(&name, rows);
            let codes = column.like_missing();
            if !codes.is_empty() {
                let codes: Vec<String> = codes.into_iter().map(decimal).collect();
                let warning = Error::new("undeclared_missing").in_column(&name);
                warnings.push(warning.with("values", codes));
            }
            columns.push((name, column));
            descriptions.push(description);
            warnings.extend(warning);
        }
        let warnings = warnings.into_iter().map(|warning| warning.in_file(file));
        let marks = self.found.marks;
        Ok(Warned {
            warnings: warnings.collect(),
            value: Read {
                table: Table::new(rows, columns)?,
                description: Description {
                    file: file.into(),
                    bytes,
                    rows: rows as u64,
                    columns: descriptions,
                    encoding: self.decoder.encoding,
                    dialect: Dialect {
                        delimiter: char::from(self.found.delimiter),
                        decimal: char::from(marks.decimal),
                        thousands: marks.thousands.map(char::from),
                    },
                    tool: "plain".into(),
                },
            },
        })
    }
}
