//! The distinct values of one column, each with a code in order of appearance.

use super::MAX_LEVELS;
use super::number::{Marks, Reading, read};

/// Distinct values. Code 0 is blank; code `k` is the `k`-th value that appeared.
#[derive(Default)]
pub(super) struct Dictionary {
    /// Codes below 256 of cells of one ASCII byte; 0 for those that did not appear.
    single: Single,
    short: Slots<Short>,
    long: Slots<Long>,
    texts: Vec<u8>,
    ends: Vec<usize>,
    numbers: Vec<f64>,
    /// What the values are.
    pub tally: Tally,
}

/// A code for each ASCII character.
struct Single([u8; 128]);

impl Default for Single {
    fn default() -> Self {
        Single([0; 128])
    }
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

    /// The code of the cell `buffer[start..start + length]`, which is not empty, if it appeared before as it stands.
    #[inline(always)]
    pub(super) fn find(&self, buffer: &[u8], start: usize, length: usize) -> Option<u16> {
        if length == 1 {
            // A cell of one byte is ASCII.
            let code = self.single.0[usize::from(buffer[start] & 127)];
            if code != 0 {
                return Some(u16::from(code));
            }
        }
        if length > SHORT {
            return self.find_long(&buffer[start..start + length]);
        }
        self.find_short(short(buffer, start, length))
    }

    #[inline(always)]
    fn find_short(&self, key: [u64; 2]) -> Option<u16> {
        let found = self.short.find(both(key), |entry| entry.cell == key);
        found.map(|entry| entry.code)
    }

    #[inline(never)]
    fn find_long(&self, cell: &[u8]) -> Option<u16> {
        let hash = hash(cell);
        let same = |entry: Long| {
            let start = entry.start as usize;
            entry.hash == hash && self.texts.get(start..start + entry.length as usize) == Some(cell)
        };
        let found = self.long.find(u64::from(hash), same);
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
        self.insert_key(cell, code, start);
        Some(code)
    }

    /// Lets a cell that still has its spaces find the value without them.
    #[cold]
    pub(super) fn alias(&mut self, cell: &[u8], code: u16) {
        if (1..=SHORT).contains(&cell.len()) && self.find(cell, 0, cell.len()).is_none() {
            self.insert_key(cell, code, 0);
        }
    }

    fn insert_key(&mut self, cell: &[u8], code: u16, start: u32) {
        if let ([byte], Ok(code)) = (cell, u8::try_from(code)) {
            self.single.0[usize::from(byte & 127)] = code;
        }
        match cell.len() {
            ..=SHORT => self.short.insert(Short {
                cell: short(cell, 0, cell.len()),
                code,
            }),
            length => self.long.insert(Long {
                hash: hash(cell),
                start,
                length: length as u32,
                code,
            }),
        }
    }
}

/// Bytes of a cell that is its own key.
const SHORT: usize = 16;

/// Packs a cell of one to sixteen bytes, the first lowest. Cells have no NUL, so no two cells share a key.
#[inline(always)]
fn short(buffer: &[u8], start: usize, length: usize) -> [u64; 2] {
    let word = |at: usize| {
        let bytes = buffer.get(at..).and_then(|rest| rest.first_chunk::<8>());
        bytes.map(|bytes| u64::from_le_bytes(*bytes))
    };
    // Bytes that belong to the cell, of eight.
    let own = |length: usize| u64::MAX >> (64 - 8 * length);
    if length <= 8 {
        if let Some(low) = word(start) {
            return [low & own(length), 0];
        }
    } else if let (Some(low), Some(high)) = (word(start), word(start + 8)) {
        return [low, high & own(length - 8)];
    }
    let mut bytes = [0; SHORT];
    bytes[..length].copy_from_slice(&buffer[start..start + length]);
    let both = u128::from_le_bytes(bytes);
    [both as u64, (both >> 64) as u64]
}

/// Odd, with bits well spread (2^64 divided by the golden ratio): the high bits of a product with it are a good hash.
const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;

/// A hash of a long cell, never 0.
fn hash(cell: &[u8]) -> u32 {
    let mut hash = cell.len() as u64;
    for word in cell.chunks(8) {
        let mut bytes = [0; 8];
        bytes[..word.len()].copy_from_slice(word);
        hash = (hash.rotate_left(5) ^ u64::from_le_bytes(bytes)).wrapping_mul(SPREAD);
    }
    ((hash >> 32) as u32).max(1)
}

/// Both words of a short cell in one.
#[inline(always)]
fn both([low, high]: [u64; 2]) -> u64 {
    low ^ high.wrapping_mul(SPREAD)
}

/// A key with its code, or an empty slot.
trait Entry: Copy + Default {
    /// What is hashed.
    fn key(self) -> u64;
    fn is_empty(self) -> bool;
}

/// A cell of at most sixteen bytes: the key is the cell.
#[derive(Clone, Copy, Default)]
struct Short {
    cell: [u64; 2],
    code: u16,
}

impl Entry for Short {
    #[inline(always)]
    fn key(self) -> u64 {
        both(self.cell)
    }

    #[inline(always)]
    fn is_empty(self) -> bool {
        self.cell[0] == 0
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

    #[inline(always)]
    fn is_empty(self) -> bool {
        self.hash == 0
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
            if same(entry) {
                return Some(entry);
            }
            if entry.is_empty() {
                return None;
            }
            slot = (slot + 1) & (self.entries.len() - 1);
        }
    }

    fn insert(&mut self, entry: E) {
        if self.taken * 2 >= self.entries.len() {
            let size = (self.entries.len() * 2).max(16);
            let before = std::mem::replace(&mut self.entries, vec![E::default(); size]);
            for entry in before.into_iter().filter(|entry| !entry.is_empty()) {
                self.place(entry);
            }
        }
        self.taken += 1;
        self.place(entry);
    }

    fn place(&mut self, entry: E) {
        let mut slot = self.home(entry.key());
        while !self.entries[slot].is_empty() {
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
