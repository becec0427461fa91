//! What differs between the releases of Stata's format.
//!
//! From Stata's documentation of its formats (`help dta` describes 117 to 119, `help dta_113` and others those before) and the
//! Library of Congress' descriptions of the oldest.

use crate::error::{Error, Result};
use crate::intake::labelled::bytes::Bytes;

/// A release of the format: 104, 105, 108, 110 to 115, 117 to 119.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Release(pub(super) u8);

impl Release {
    /// # Errors
    /// `unknown_release` {value}.
    pub(super) fn of(number: u32) -> Result<Release> {
        match number {
            104..=119 => Ok(Release(number as u8)),
            _ => Err(Error::new("unknown_release").with("value", u64::from(number))),
        }
    }

    /// Whether its parts stand between tags.
    pub(super) fn tagged(self) -> bool {
        self.0 >= 117
    }

    /// Whether texts are UTF-8.
    pub(super) fn utf8(self) -> bool {
        self.0 >= 118
    }

    /// Bytes of a file's label; from 117 on it follows its length.
    pub(super) fn file_label(self) -> usize {
        if self.0 >= 108 { 81 } else { 32 }
    }

    /// Bytes of the moment at which it was written.
    pub(super) fn timestamp(self) -> usize {
        if self.0 >= 105 { 18 } else { 0 }
    }

    /// Bytes of a name: of a column, of a set of labels.
    pub(super) fn name(self) -> usize {
        match self.0 {
            118.. => 129,
            110.. => 33,
            _ => 9,
        }
    }

    /// Bytes of a display format.
    pub(super) fn format(self) -> usize {
        match self.0 {
            118.. => 57,
            114.. => 49,
            105.. => 12,
            _ => 7,
        }
    }

    /// Bytes of a column's label.
    pub(super) fn label(self) -> usize {
        match self.0 {
            118.. => 321,
            108.. => 81,
            _ => 32,
        }
    }

    /// Bytes of an entry of the list by which the records are sorted.
    pub(super) fn sorted(self) -> usize {
        if self.0 >= 119 { 4 } else { 2 }
    }

    /// Whether sets of labels are lists of short texts, as before 108.
    pub(super) fn short_labels(self) -> bool {
        self.0 < 108
    }

    /// The type of the next column.
    pub(super) fn kind(self, bytes: &mut Bytes) -> Result<Kind> {
        if self.tagged() {
            return Ok(match bytes.u16()? {
                65_526 => Kind::Double,
                65_527 => Kind::Float,
                65_528 => Kind::Long,
                65_529 => Kind::Int,
                65_530 => Kind::Byte,
                32_768 => Kind::LongText,
                width @ 1..=2_045 => Kind::Text(usize::from(width)),
                _ => return Err(bytes.damaged()),
            });
        }
        let code = bytes.u8()?;
        Ok(match (self.0, code) {
            (111.., 251) | (..111, b'b') => Kind::Byte,
            (111.., 252) | (..111, b'i') => Kind::Int,
            (111.., 253) | (..111, b'l') => Kind::Long,
            (111.., 254) | (..111, b'f') => Kind::Float,
            (111.., 255) | (..111, b'd') => Kind::Double,
            (111.., 1..) => Kind::Text(usize::from(code)),
            (..111, 0x80..) => Kind::Text(usize::from(code - 0x7F)),
            _ => return Err(bytes.damaged()),
        })
    }
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Byte,
    Int,
    Long,
    Float,
    Double,
    /// Text of so many bytes.
    Text(usize),
    /// A text that stands after the records.
    LongText,
}

impl Kind {
    /// Bytes in a record.
    pub(super) fn width(self) -> usize {
        match self {
            Kind::Byte => 1,
            Kind::Int => 2,
            Kind::Long | Kind::Float => 4,
            Kind::Double | Kind::LongText => 8,
            Kind::Text(width) => width,
        }
    }
}
