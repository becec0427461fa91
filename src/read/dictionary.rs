//! The distinct values of one column, each with a code in order of appearance.

use super::MAX_LEVELS;
use super::number::{Marks, Reading, read};

/// Distinct values. Code 0 is blank; code `k` is the `k`-th value that appeared.
#[derive(Default)]
pub(super) struct Dictionary {
    short: Slots<Short>,
    long: Slots<Long>,
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
        self.short.find(key, |_| true).map(|entry| entry.code)
    }

    /// The code of a trimmed cell that is not blank, if it appeared before.
    #[inline]
    pub(super) fn find(&self, cell: &[u8]) -> Option<u16> {
        match whole_key(cell) {
            Some(key) => self.find_short(key),
            None => self.find_long(cell),
        }
    }

    /// The code of a trimmed cell of more than eight bytes, if it appeared before.
    #[inline]
    pub(super) fn find_long(&self, cell: &[u8]) -> Option<u16> {
        let same = |entry: Long| {
            let start = entry.start as usize;
            self.texts.get(start..start + entry.length as usize) == Some(cell)
        };
        let found = self.long.find(u64::from(hash(cell)), same);
        found.map(|entry| entry.code)
    }

    /// Gives a new value its code; `None` when [`MAX_LEVELS`] are taken, or their texts fill 4 GB.
    #[cold]
    pub(super) fn insert(&mut self, cell: &[u8], marks: Marks) -> Option<u16> {
        let start = u32::try_from(self.texts.len()).ok()?;
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
            Some(cell) => self.short.insert(Short { cell, code }),
            None => self.long.insert(Long {
                hash: hash(cell),
                start,
                length: cell.len() as u32,
                code,
            }),
        }
        Some(code)
    }

    /// Lets a cell that still has its spaces find the value without them.
    #[cold]
    pub(super) fn alias(&mut self, key: u64, code: u16) {
        if self.find_short(key).is_none() {
            self.short.insert(Short { cell: key, code });
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
fn hash(cell: &[u8]) -> u32 {
    let mut hash = cell.len() as u64;
    let mut words = cell.chunks_exact(8);
    for word in &mut words {
        hash = (hash.rotate_left(5) ^ pack(word)).wrapping_mul(SPREAD);
    }
    hash = (hash.rotate_left(5) ^ pack(words.remainder())).wrapping_mul(SPREAD);
    ((hash >> 32) as u32).max(1)
}

/// A key with its code, or an empty slot.
trait Entry: Copy + Default {
    /// What is hashed; 0 for an empty slot.
    fn key(self) -> u64;
}

/// A cell of at most eight bytes: the key is the cell.
#[derive(Clone, Copy, Default)]
struct Short {
    cell: u64,
    code: u16,
}

impl Entry for Short {
    #[inline(always)]
    fn key(self) -> u64 {
        self.cell
    }
}

/// A longer cell. Where it lies is kept here: a look-up touches the slot and the text, and nothing between.
#[derive(Clone, Copy, Default)]
struct Long {
    hash: u32,
    start: u32,
    length: u32,
    code: u16,
}

impl Entry for Long {
    #[inline(always)]
    fn key(self) -> u64 {
        u64::from(self.hash)
    }
}

/// An open-addressing table, at most half full.
#[derive(Default)]
struct Slots<E> {
    entries: Vec<E>,
    taken: usize,
}

impl<E: Entry> Slots<E> {
    /// The entry of a key that is the `same` cell.
    #[inline(always)]
    fn find(&self, key: u64, same: impl Fn(E) -> bool) -> Option<E> {
        let mut slot = self.home(key);
        loop {
            // There is always an empty slot, but for the table before its first value.
            let entry = *self.entries.get(slot)?;
            if entry.key() == key && same(entry) {
                return Some(entry);
            }
            if entry.key() == 0 {
                return None;
            }
            slot = (slot + 1) & (self.entries.len() - 1);
        }
    }

    fn insert(&mut self, entry: E) {
        if self.taken * 2 >= self.entries.len() {
            let size = (self.entries.len() * 2).max(16);
            let before = std::mem::replace(&mut self.entries, vec![E::default(); size]);
            for entry in before.into_iter().filter(|entry| entry.key() != 0) {
                self.place(entry);
            }
        }
        self.taken += 1;
        self.place(entry);
    }

    fn place(&mut self, entry: E) {
        let mut slot = self.home(entry.key());
        while self.entries[slot].key() != 0 {
            slot = (slot + 1) & (self.entries.len() - 1);
        }
        self.entries[slot] = entry;
    }

    /// The high bits of the product: as many as number the slots.
    #[inline(always)]
    fn home(&self, key: u64) -> usize {
        let bits = self.entries.len().trailing_zeros();
        (key.wrapping_mul(SPREAD) >> ((64 - bits) & 63)) as usize
    }
}
