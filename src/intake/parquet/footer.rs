//! The footer of a file, walked once before the library reads it: the library makes room for as many elements as a list says it has,
//! and a program that is refused the room ends.

use super::left::Left;
use crate::intake::MAX_DEPTH;

/// What a file begins and ends with.
const MAGIC: &[u8] = b"PAR1";
/// Most bytes of a footer: that of ten thousand columns in a hundred groups has half as many.
const MAX_FOOTER_BYTES: usize = 1 << 26;

/// What a value of Thrift's compact protocol is followed by.
mod kind {
    pub const TRUE: u8 = 1;
    pub const FALSE: u8 = 2;
    pub const BYTE: u8 = 3;
    pub const I16: u8 = 4;
    pub const I64: u8 = 6;
    pub const DOUBLE: u8 = 7;
    pub const BINARY: u8 = 8;
    pub const LIST: u8 = 9;
    pub const SET: u8 = 10;
    pub const MAP: u8 = 11;
    pub const STRUCT: u8 = 12;
    pub const UUID: u8 = 13;
}

/// Whether the footer is there and holds everything that it says it holds.
pub(super) fn is_whole(file: &[u8]) -> bool {
    footer(file).is_some_and(|left| Left(left).record(0).is_some())
}

fn footer(file: &[u8]) -> Option<&[u8]> {
    let file = file.strip_suffix(MAGIC)?;
    let (file, length) = file.split_last_chunk()?;
    let length = u32::from_le_bytes(*length) as usize;
    let start = file.len().checked_sub(length)?;
    (length <= MAX_FOOTER_BYTES).then(|| &file[start..])
}

impl Left<'_> {
    /// Fields, until none follows.
    fn record(&mut self, depth: usize) -> Option<()> {
        loop {
            let head = self.byte()?;
            let kind = head & 0x0F;
            if kind == 0 {
                return Some(());
            }
            if head >> 4 == 0 {
                // Its id, where that is no small step from the last one.
                self.number()?;
            }
            // A field's own kind says whether it is true.
            if !matches!(kind, kind::TRUE | kind::FALSE) {
                self.value(kind, depth)?;
            }
        }
    }

    fn value(&mut self, kind: u8, depth: usize) -> Option<()> {
        if depth > MAX_DEPTH {
            return None;
        }
        match kind {
            kind::TRUE | kind::FALSE | kind::BYTE => self.skip(1),
            kind::I16..=kind::I64 => self.number().map(|_| ()),
            kind::DOUBLE => self.skip(8),
            kind::BINARY => {
                let length = self.number()?;
                self.skip(length)
            }
            kind::LIST | kind::SET => {
                let head = self.byte()?;
                let count = match head >> 4 {
                    0x0F => self.number()?,
                    few => few.into(),
                };
                // Each takes a byte at least, so that this ends with the footer.
                (0..count).try_for_each(|_| self.value(head & 0x0F, depth + 1))
            }
            kind::MAP => {
                let count = self.number()?;
                let kinds = if count > 0 { self.byte()? } else { 0 };
                (0..count).try_for_each(|_| {
                    self.value(kinds >> 4, depth + 1)?;
                    self.value(kinds & 0x0F, depth + 1)
                })
            }
            kind::STRUCT => self.record(depth + 1),
            kind::UUID => self.skip(16),
            _ => None,
        }
    }
}
