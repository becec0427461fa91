//! The distinct values of one column, each with a code in order of appearance.

use super::MAX_LEVELS;
use super::number::{Marks, Reading, read};

/// Distinct values. Code 0 is blank; code `k` is the `k`-th value that appeared.
#[derive(Default)]
pub(super) struct Dictionary {
    short: Slots,
    long: Slots,
    texts: Vec<u8>,
    ends: Vec<usize>,
    numbers: Vec<f64>,
    /// What the values are.
    pub tally: Tally,
}

/// What the distinct values of a column are.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tally {
    /// Numbers.
    pub numbers: usize,
    /// Numbers with a fraction.
    pub fractions: usize,
    /// Neither numbers nor identifiers.
    pub others: usize,
    /// Digits that a number would change.
    pub identifiers: usize,
}

impl Dictionary {
    /// Number of distinct values.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The text of a code; blank for 0.
    pub(super) fn text(&self, code: usize) -> &[u8] {
        match code.checked_sub(1) {
            None => &[],
            Some(index) => {
                let start = index.checked_sub(1).map_or(0, |before| self.ends[before]);
                &self.texts[start..self.ends[index]]
            }
        }
    }

    /// The number of a code; NaN where it has none.
    pub(super) fn number(&self, code: usize) -> f64 {
        code.checked_sub(1)
            .map_or(f64::NAN, |index| self.numbers[index])
    }

    /// The code of a cell of one to eight bytes, packed by [`short_key`]: one multiplication and, nearly always, one look.
    #[inline(always)]
    pub(super) fn find_short(&self, key: u64) -> Option<u16> {
        self.short.find(key)
    }

    /// The code of a trimmed cell that is not blank, if it appeared before.
    #[inline]
    pub(super) fn find(&self, cell: &[u8]) -> Option<u16> {
        match whole_key(cell) {
            Some(key) => self.short.find(key),
            None => {
                let same = |code: u16| self.text(usize::from(code)) == cell;
                self.long.find_where(hash(cell), same)
            }
        }
    }

    /// Gives a new value its code; `None` when [`MAX_LEVELS`] are taken.
    #[cold]
    pub(super) fn insert(&mut self, cell: &[u8], marks: Marks) -> Option<u16> {
        if self.len() == MAX_LEVELS {
            return None;
        }
        let number = match read(cell, marks) {
            Reading::Number(value) => {
                self.tally.numbers += 1;
                self.tally.fractions += usize::from(value.fract() != 0.0);
                value
            }
            Reading::Identifier => {
                self.tally.identifiers += 1;
                f64::NAN
            }
            Reading::Text => {
                self.tally.others += 1;
                f64::NAN
            }
        };
        self.texts.extend_from_slice(cell);
        self.ends.push(self.texts.len());
        self.numbers.push(number);
        let code = self.ends.len() as u16;
        match whole_key(cell) {
            Some(key) => self.short.insert(key, code),
            None => self.long.insert(hash(cell), code),
        }
        Some(code)
    }

    /// Lets a cell that still has its spaces find the value without them.
    #[cold]
    pub(super) fn alias(&mut self, key: u64, code: u16) {
        if self.short.find(key).is_none() {
            self.short.insert(key, code);
        }
    }
}

/// Packs a cell of one to eight bytes, the first lowest. Cells have no NUL, so no two cells share a key.
#[inline(always)]
pub(super) fn short_key(buffer: &[u8], start: usize, length: usize) -> u64 {
    match buffer.get(start..).and_then(|rest| rest.first_chunk::<8>()) {
        Some(bytes) => u64::from_le_bytes(*bytes) & (u64::MAX >> (64 - 8 * length)),
        None => pack(&buffer[start..start + length]),
    }
}

#[inline]
fn whole_key(cell: &[u8]) -> Option<u64> {
    (cell.len() <= 8).then(|| pack(cell))
}

#[inline]
fn pack(cell: &[u8]) -> u64 {
    let mut bytes = [0; 8];
    bytes[..cell.len()].copy_from_slice(cell);
    u64::from_le_bytes(bytes)
}

/// Odd, with bits well spread (2^64 divided by the golden ratio): the high bits of a product with it are a good hash.
const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;

/// A hash of a long cell, never 0.
#[inline]
fn hash(cell: &[u8]) -> u64 {
    let mut hash = cell.len() as u64;
    let mut words = cell.chunks_exact(8);
    for word in &mut words {
        hash = (hash.rotate_left(5) ^ pack(word)).wrapping_mul(SPREAD);
    }
    hash = (hash.rotate_left(5) ^ pack(words.remainder())).wrapping_mul(SPREAD);
    (hash ^ (hash >> 32)).max(1)
}

/// An open-addressing table from keys to codes; key 0 is an empty slot.
#[derive(Default)]
struct Slots {
    entries: Vec<(u64, u16)>,
    taken: usize,
}

impl Slots {
    #[inline(always)]
    fn find(&self, key: u64) -> Option<u16> {
        self.find_where(key, |_| true)
    }

    #[inline(always)]
    fn find_where(&self, key: u64, same: impl Fn(u16) -> bool) -> Option<u16> {
        let mut slot = self.home(key);
        loop {
            // The table is never full, and empty only before the first value.
            let (held, code) = *self.entries.get(slot)?;
            if held == key && same(code) {
                return Some(code);
            }
            if held == 0 {
                return None;
            }
            slot = (slot + 1) & (self.entries.len() - 1);
        }
    }

    fn insert(&mut self, key: u64, code: u16) {
        if self.taken * 2 >= self.entries.len() {
            let size = (self.entries.len() * 2).max(16);
            let before = std::mem::replace(&mut self.entries, vec![(0, 0); size]);
            for (key, code) in before.into_iter().filter(|(key, _)| *key != 0) {
                self.place(key, code);
            }
        }
        self.taken += 1;
        self.place(key, code);
    }

    fn place(&mut self, key: u64, code: u16) {
        let mut slot = self.home(key);
        while self.entries[slot].0 != 0 {
            slot = (slot + 1) & (self.entries.len() - 1);
        }
        self.entries[slot] = (key, code);
    }

    #[inline(always)]
    fn home(&self, key: u64) -> usize {
        let bits = self.entries.len().trailing_zeros();
        (key.wrapping_mul(SPREAD) >> ((64 - bits) & 63)) as usize
    }
}
