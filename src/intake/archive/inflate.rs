//! Compressed bytes as a stream, within a limit, checked against the sum that was written beside them.

use super::sum::Sum;
use crate::error::Error;
use crate::intake::MAX_INFLATED;
use crate::read::MAX_CELL_BYTES;
use miniz_oxide::inflate::stream::{InflateState, inflate};
use miniz_oxide::{DataFormat, MZFlush, MZStatus};
use std::cell::Cell;
use std::io::{self, ErrorKind, Read};
use std::ops::Range;
use std::rc::Rc;

/// Bytes that may still be inflated, over all parts of a file.
#[derive(Clone)]
pub(in crate::intake) struct Budget(Rc<Cell<u64>>);

impl Budget {
    /// All of [`MAX_INFLATED`].
    pub fn whole() -> Budget {
        Budget(Rc::new(Cell::new(MAX_INFLATED)))
    }

    fn take(&self, bytes: usize) -> io::Result<()> {
        let left = self.0.get().checked_sub(bytes as u64);
        self.0.set(left.ok_or(ErrorKind::FileTooLarge)?);
        Ok(())
    }
}

/// One compressed or stored stretch of a file, as it inflates. It is never held as a whole.
pub(in crate::intake) struct Inflating {
    bytes: Rc<Vec<u8>>,
    rest: Range<usize>,
    /// None for a stretch that is only stored.
    state: Option<Box<InflateState>>,
    ended: bool,
    budget: Budget,
    sum: Sum,
    expected: Option<u32>,
}

impl Inflating {
    /// A stretch of `bytes` as it stands.
    pub fn stored(bytes: Rc<Vec<u8>>, stretch: Range<usize>, budget: Budget) -> Inflating {
        Inflating {
            bytes,
            rest: stretch,
            state: None,
            ended: false,
            budget,
            sum: Sum::new(),
            expected: None,
        }
    }

    /// A stretch that is deflated (RFC 1951); it may go on beyond its end mark.
    pub fn deflated(bytes: Rc<Vec<u8>>, stretch: Range<usize>, budget: Budget) -> Inflating {
        Inflating {
            state: Some(InflateState::new_boxed(DataFormat::Raw)),
            ..Inflating::stored(bytes, stretch, budget)
        }
    }

    /// The sum that all bytes must have.
    pub fn expecting(self, sum: u32) -> Inflating {
        Inflating {
            expected: Some(sum),
            ..self
        }
    }

    /// Where the next compressed byte stands: the end, once all is read.
    pub fn position(&self) -> usize {
        self.rest.start
    }

    /// The sum of what was read.
    pub fn sum(&self) -> u32 {
        self.sum.value()
    }

    fn copy(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let stretch = self.bytes.get(self.rest.clone());
        let stretch = stretch.ok_or(ErrorKind::InvalidData)?;
        let length = stretch.len().min(out.len());
        out[..length].copy_from_slice(&stretch[..length]);
        self.rest.start += length;
        Ok(length)
    }

    fn inflate(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let Some(state) = &mut self.state else {
            return self.copy(out);
        };
        while !self.ended {
            let input = self.bytes.get(self.rest.clone());
            let input = input.ok_or(ErrorKind::InvalidData)?;
            let step = inflate(state, input, out, MZFlush::None);
            self.rest.start += step.bytes_consumed;
            self.ended = step.status == Ok(MZStatus::StreamEnd);
            if step.bytes_written > 0 {
                return Ok(step.bytes_written);
            }
            // Neither read nor written: what follows is missing or wrong.
            if !self.ended && (step.status.is_err() || step.bytes_consumed == 0) {
                return Err(ErrorKind::InvalidData.into());
            }
        }
        Ok(0)
    }
}

impl Read for Inflating {
    /// Fails with `FileTooLarge` beyond the limit, with `InvalidData` where the bytes are damaged.
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let length = self.inflate(out)?;
        self.budget.take(length)?;
        self.sum.add(&out[..length]);
        let wrong = self.expected.is_some_and(|sum| sum != self.sum.value());
        if length == 0 && !out.is_empty() && wrong {
            return Err(ErrorKind::InvalidData.into());
        }
        Ok(length)
    }
}

/// What a failure of a stream says: `inflates_too_far` {limit}, `cell_too_long` {limit}, `memory_exhausted`, `damaged_file` {part}.
pub(in crate::intake) fn failure(kind: ErrorKind, part: &str) -> Error {
    match kind {
        ErrorKind::FileTooLarge => {
            Error::new("inflates_too_far").with("limit", MAX_INFLATED / (1 << 20))
        }
        ErrorKind::QuotaExceeded => Error::new("cell_too_long").with("limit", MAX_CELL_BYTES),
        ErrorKind::OutOfMemory => Error::new("memory_exhausted").with("value", part),
        _ => Error::new("damaged_file").with("part", part),
    }
}
