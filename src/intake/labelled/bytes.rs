//! A file's bytes, read from the front, each step checked against what is left.

use crate::error::{Error, Result};

/// Which byte of a number comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// The lowest.
    Little,
    /// The highest.
    Big,
}

impl Order {
    pub(super) fn u16(self, bytes: [u8; 2]) -> u16 {
        match self {
            Order::Little => u16::from_le_bytes(bytes),
            Order::Big => u16::from_be_bytes(bytes),
        }
    }

    pub(super) fn u32(self, bytes: [u8; 4]) -> u32 {
        match self {
            Order::Little => u32::from_le_bytes(bytes),
            Order::Big => u32::from_be_bytes(bytes),
        }
    }

    pub(super) fn u64(self, bytes: [u8; 8]) -> u64 {
        match self {
            Order::Little => u64::from_le_bytes(bytes),
            Order::Big => u64::from_be_bytes(bytes),
        }
    }

    pub(super) fn f64(self, bytes: [u8; 8]) -> f64 {
        f64::from_bits(self.u64(bytes))
    }
}

/// The error for a file that ends too early or contradicts itself; `part` as its format calls it.
pub(super) fn damaged(part: &str) -> Error {
    Error::new("damaged_file").with("part", part)
}

/// Bytes with a place in them.
#[derive(Debug, Clone)]
pub(super) struct Bytes<'a> {
    bytes: &'a [u8],
    /// Where the next step begins.
    pub(super) at: usize,
    /// Which byte of a number comes first.
    pub(super) order: Order,
    /// The part of the file that is being read; errors name it.
    pub(super) part: &'static str,
}

impl<'a> Bytes<'a> {
    pub(super) fn new(bytes: &'a [u8], order: Order, part: &'static str) -> Bytes<'a> {
        Bytes {
            bytes,
            at: 0,
            order,
            part,
        }
    }

    /// What is left.
    pub(super) fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    /// The next `count` bytes.
    ///
    /// # Errors
    /// `damaged_file` with the part, here and in every step below, where fewer are left.
    pub(super) fn take(&mut self, count: usize) -> Result<&'a [u8]> {
        let taken = self.rest().get(..count).ok_or_else(|| self.damaged())?;
        self.at += count;
        Ok(taken)
    }

    /// The next `count` entries of `size` bytes.
    pub(super) fn entries(&mut self, count: usize, size: usize) -> Result<&'a [u8]> {
        let whole = count.checked_mul(size).ok_or_else(|| self.damaged())?;
        self.take(whole)
    }

    pub(super) fn array<const N: usize>(&mut self) -> Result<[u8; N]> {
        let mut array = [0; N];
        array.copy_from_slice(self.take(N)?);
        Ok(array)
    }

    pub(super) fn u8(&mut self) -> Result<u8> {
        Ok(u8::from_le_bytes(self.array()?))
    }

    pub(super) fn u16(&mut self) -> Result<u16> {
        Ok(self.order.u16(self.array()?))
    }

    pub(super) fn u32(&mut self) -> Result<u32> {
        Ok(self.order.u32(self.array()?))
    }

    pub(super) fn i32(&mut self) -> Result<i32> {
        Ok(self.u32()?.cast_signed())
    }

    pub(super) fn u64(&mut self) -> Result<u64> {
        Ok(self.order.u64(self.array()?))
    }

    pub(super) fn f64(&mut self) -> Result<f64> {
        Ok(self.order.f64(self.array()?))
    }

    /// A length or a count of 32 bits that must not be negative.
    pub(super) fn size(&mut self) -> Result<usize> {
        usize::try_from(self.i32()?).map_err(|_| self.damaged())
    }

    /// Whether `word` comes next; it is taken if it does.
    pub(super) fn word(&mut self, word: &[u8]) -> bool {
        let there = self.rest().starts_with(word);
        if there {
            self.at += word.len();
        }
        there
    }

    /// Takes `word`, which must come next.
    pub(super) fn expect(&mut self, word: &[u8]) -> Result<()> {
        self.word(word).then_some(()).ok_or_else(|| self.damaged())
    }

    /// The error for the part that is being read.
    pub(super) fn damaged(&self) -> Error {
        damaged(self.part)
    }
}
