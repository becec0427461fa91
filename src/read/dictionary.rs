//! The distinct values of one column, each with a code in order of appearance.

use super::MAX_LEVELS;
use super::number::{Marks, Reading, read};
use super::words::{LONGEST, SPREAD, Words, word};

/// Distinct values. Code 0 is blank; code `k` is the `k`-th value that appeared.
#[derive(Default)]
pub(super) struct Dictionary {
    /// Codes of cells of one byte, and of the blank one.
    single: Single,
    /// How many values are in it.
    singles: usize,
    words: Words,
    short: Slots<Short>,
    long: Slots<Long>,
    texts: Vec<u8>,
    ends: Vec<usize>,
    numbers: Vec<f64>,
    /// What the values are.
    pub tally: Tally,
}

/// A code for each byte; at 0, which no cell holds, that of the blank cell.
struct Single([u8; 256]);

/// Where there is no code below it.
pub(super) const UNKNOWN: u8 = u8::MAX;

impl Default for Single {
    fn default() -> Self {
        let mut codes = [UNKNOWN; 256];
        codes[0] = 0;
        Single(codes)
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

    /// Whether most of the values are of one byte.
    pub(super) fn is_mostly_single(&self) -> bool {
        self.singles * 2 > self.len()
    }

    /// The code of a cell that begins with this byte, if it holds no other and the code is below [`UNKNOWN`].
    #[inline(always)]
    pub(super) fn single(&self, byte: u8, length: u32) -> u8 {
        let one = u8::from(length == 1).wrapping_neg();
        let more = u8::from(length > 1).wrapping_neg();
        // No character of UTF-8 begins with the last byte.
        self.single.0[usize::from(byte & one | more)]
    }

    /// The code of the cell `buffer[start..start + length]`, if it is blank or appeared before as it stands.
    #[inline(always)]
    pub(super) fn find(&self, buffer: &[u8], start: usize, length: usize) -> Option<u16> {
        match length {
            ..=LONGEST => self.words.find(word(buffer, start, length)),
            _ => {
                let cell = &buffer[start..start + length];
                let Some(ends) = Ends::of(cell) else {
                    return self.find_long(cell);
                };
                let found = self.short.find(ends.hash(), |entry| entry.cell == ends);
                found.map(|entry| entry.code)
            }
        }
    }

    #[inline(never)]
    fn find_long(&self, cell: &[u8]) -> Option<u16> {
        let hash = hash(cell);
        let same = |entry: &Long| {
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
            self.single.0[usize::from(*byte)] = code;
            self.singles += 1;
        }
        if cell.len() <= LONGEST {
            self.words.insert(word(cell, 0, cell.len()), code);
        } else if let Some(cell) = Ends::of(cell) {
            self.short.insert(Short { cell, code });
        } else {
            self.long.insert(Long {
                hash: hash(cell),
                start,
                length: cell.len() as u32,
                code,
            });
        }
    }
}

/// Bytes of a cell that is its own key.
const SHORT: usize = 16;

/// A cell of eight to sixteen bytes: its first eight, its last eight, which may be partly the same, and how many there are.
#[derive(Clone, Copy, PartialEq)]
struct Ends {
    first: u64,
    last: u64,
    length: u8,
}

impl Ends {
    /// `None` where the cell is shorter or longer.
    #[inline(always)]
    fn of(cell: &[u8]) -> Option<Self> {
        let (first, last) = (cell.first_chunk::<8>()?, cell.last_chunk::<8>()?);
        (cell.len() <= SHORT).then(|| Ends {
            first: u64::from_le_bytes(*first),
            last: u64::from_le_bytes(*last),
            length: cell.len() as u8,
        })
    }

    #[inline(always)]
    fn hash(self) -> u64 {
        self.first ^ self.last.wrapping_mul(SPREAD)
    }
}

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

/// A key with its code.
trait Entry: Copy {
    /// Of the key.
    fn hash(self) -> u64;
}

/// A cell of eight to sixteen bytes: the key is the cell.
#[derive(Clone, Copy)]
struct Short {
    cell: Ends,
    code: u16,
}

impl Entry for Short {
    #[inline(always)]
    fn hash(self) -> u64 {
        self.cell.hash()
    }
}

/// A longer cell. Where it lies is kept here: a look-up touches the entry and the text, and nothing between.
#[derive(Clone, Copy)]
struct Long {
    hash: u32,
    start: u32,
    length: u32,
    code: u16,
}

impl Entry for Long {
    #[inline(always)]
    fn hash(self) -> u64 {
        u64::from(self.hash)
    }
}

/// An open-addressing table, at most a quarter full, of at most [`MAX_LEVELS`] entries.
struct Slots<E> {
    /// One after the other: many entries lie close together, and only their numbers lie scattered.
    entries: Vec<E>,
    /// For each slot the number of its entry from 1, or 0.
    slots: Vec<u16>,
}

impl<E> Default for Slots<E> {
    fn default() -> Self {
        Slots {
            entries: Vec::new(),
            slots: Vec::new(),
        }
    }
}

impl<E: Entry> Slots<E> {
    /// The code of the `same` cell.
    #[inline(always)]
    fn find(&self, hash: u64, same: impl Fn(&E) -> bool) -> Option<&E> {
        let mut slot = self.home(hash);
        loop {
            // There is always an empty slot, but for the table before its first value.
            let number = usize::from(*self.slots.get(slot)?);
            let entry = self.entries.get(number.wrapping_sub(1))?;
            if same(entry) {
                return Some(entry);
            }
            slot = (slot + 1) & (self.slots.len() - 1);
        }
    }

    fn insert(&mut self, entry: E) {
        if self.entries.len() == MAX_LEVELS {
            return;
        }
        self.entries.push(entry);
        if self.entries.len() * 4 > self.slots.len() {
            self.slots = vec![0; (self.slots.len() * 2).max(32)];
            (1..=self.entries.len()).for_each(|number| self.place(number));
        } else {
            self.place(self.entries.len());
        }
    }

    fn place(&mut self, number: usize) {
        let mut slot = self.home(self.entries[number - 1].hash());
        while self.slots[slot] != 0 {
            slot = (slot + 1) & (self.slots.len() - 1);
        }
        self.slots[slot] = number as u16;
    }

    /// The high bits of the product: as many as number the slots.
    #[inline(always)]
    fn home(&self, hash: u64) -> usize {
        let bits = self.slots.len().trailing_zeros();
        (hash.wrapping_mul(SPREAD) >> ((64 - bits) & 63)) as usize
    }
}
