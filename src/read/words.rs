//! Codes of cells that are one word: of nearly all cells of a survey.

use super::MAX_LEVELS;

/// Bytes of the longest cell that is one word.
pub(super) const LONGEST: usize = 7;
/// Odd, with bits well spread (2^64 divided by the golden ratio): the high bits of a product with it are a good hash.
pub(super) const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;
/// Slots of a table that has words.
const FEWEST: usize = 64;

/// An open-addressing table from cells of at most seven bytes, each as [`word`], to codes. It is at most a quarter full, and a
/// key lies in its slot: nearly always one look is enough.
pub(super) struct Words {
    /// 0 where a slot is empty. The blank cell, which is 0 too, is found there.
    keys: Vec<u64>,
    /// 0 where a slot is empty.
    codes: Vec<u16>,
    /// Bits of a hash that are no slot.
    shift: u32,
    count: usize,
}

impl Default for Words {
    fn default() -> Self {
        Words {
            keys: vec![0; 2],
            codes: vec![0; 2],
            shift: 63,
            count: 0,
        }
    }
}

impl Words {
    /// The code of a cell; 0 of the blank one.
    #[inline(always)]
    pub(super) fn find(&self, word: u64) -> Option<u16> {
        let mut slot = self.home(word);
        loop {
            // There is always an empty slot.
            let key = *self.keys.get(slot)?;
            if key == word {
                return self.codes.get(slot).copied();
            }
            if key == 0 {
                return None;
            }
            slot = (slot + 1) & (self.keys.len() - 1);
        }
    }

    /// Gives a cell that is not in the table, and not blank, its code.
    pub(super) fn insert(&mut self, word: u64, code: u16) {
        if self.count == MAX_LEVELS {
            return;
        }
        self.count += 1;
        if self.count * 4 > self.keys.len() {
            let length = (self.keys.len() * 2).max(FEWEST);
            let keys = std::mem::replace(&mut self.keys, vec![0; length]);
            let codes = std::mem::replace(&mut self.codes, vec![0; length]);
            self.shift = 64 - length.trailing_zeros();
            let held = keys.into_iter().zip(codes).filter(|(key, _)| *key != 0);
            held.for_each(|(key, code)| self.place(key, code));
        }
        self.place(word, code);
    }

    fn place(&mut self, word: u64, code: u16) {
        let mut slot = self.home(word);
        while self.keys[slot] != 0 {
            slot = (slot + 1) & (self.keys.len() - 1);
        }
        self.keys[slot] = word;
        self.codes[slot] = code;
    }

    #[inline(always)]
    fn home(&self, word: u64) -> usize {
        (word.wrapping_mul(SPREAD) >> self.shift) as usize
    }
}

/// The cell `buffer[start..start + length]`, of at most seven bytes, as a word that is like that of no other cell: the first byte
/// lowest, and how many there are highest. It is 0 for the blank cell.
#[inline(always)]
pub(super) fn word(buffer: &[u8], start: usize, length: usize) -> u64 {
    let bytes = match buffer.get(start..).and_then(|rest| rest.first_chunk::<8>()) {
        Some(bytes) => *bytes,
        None => at_the_end(&buffer[start..]),
    };
    let within = (1u64 << ((length * 8) & 63)) - 1;
    u64::from_le_bytes(bytes) & within | (length as u64) << 56
}

/// The same where less than a word follows in the buffer.
#[cold]
fn at_the_end(rest: &[u8]) -> [u8; 8] {
    let mut bytes = [0; 8];
    bytes[..rest.len()].copy_from_slice(rest);
    bytes
}
