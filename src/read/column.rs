//! A column while the file is read: codes first, then numbers or text when there are too many values for codes.
//!
//! Cells go to a small open block; a full block is packed into the narrowest form that holds it and kept in a log. Nothing is
//! rewritten while reading: the log may mix forms, and [`super::finish`] makes one column of it. Blocks of bounded size leave
//! no half-empty vectors behind, which matters where memory never shrinks.

use super::dictionary::{Dictionary, short_key};
use super::number::{Marks, Reading, read};

/// Records in an open block. Not a power of two: columns' blocks would compete for the same lines of the cache.
const OPEN: usize = 4_000;
/// Records in a packed block: large enough that the blocks of a few columns, once free, hold a whole column.
const PACKED: usize = 64_000;
/// Distinct numbers beyond which a column is a measurement, not a set of answers.
const MANY_NUMBERS: usize = 4_096;
/// Distinct texts that may stand among numbers: `NA`, `No sabe`. Beyond, the column is text.
pub(super) const FEW_TEXTS: usize = 32;

/// One column while the file is read.
pub(super) struct Column {
    pub(super) marks: Marks,
    pub(super) dictionary: Dictionary,
    /// Full blocks, in the order of the records.
    pub(super) blocks: Vec<Block>,
    /// Texts that stood among numbers: record and code, in the order of the records.
    pub(super) strays: Vec<(u32, u16)>,
    /// Whether it may still become numbers.
    pub(super) measurable: bool,
    /// Record at which the open block begins.
    first: usize,
    open: Open,
}

/// The block that cells go to. It may be shorter than the records seen: what it lacks is blank.
enum Open {
    Codes(Vec<u16>),
    Numbers(Vec<f64>),
    Texts(Texts),
}

/// Records that are done.
pub(super) struct Block {
    /// How many.
    pub rows: usize,
    /// Their values. It may be shorter than `rows`: what it lacks is blank.
    pub data: Data,
}

/// The values of a block.
pub(super) enum Data {
    /// Codes of the dictionary below 256.
    Narrow(Vec<u8>),
    /// Codes of the dictionary.
    Wide(Vec<u16>),
    /// Numbers, NaN for blanks.
    Numbers(Vec<f64>),
    /// Texts, empty for blanks.
    Texts(Texts),
}

/// Texts one after the other. A block of them is less than 4 GB: see [`OPEN`] and the limit of a cell.
#[derive(Default)]
pub(super) struct Texts {
    bytes: Vec<u8>,
    ends: Vec<u32>,
}

impl Texts {
    /// How many.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The texts in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = &[u8]> {
        let mut start = 0;
        self.ends.iter().map(move |end| {
            let text = &self.bytes[start..*end as usize];
            start = *end as usize;
            text
        })
    }

    /// Sets the text at `index`; those skipped are blank.
    fn set(&mut self, index: usize, text: &[u8]) {
        self.ends.resize(index, self.bytes.len() as u32);
        self.bytes.extend_from_slice(text);
        self.ends.push(self.bytes.len() as u32);
    }
}

impl Column {
    pub(super) fn new(marks: Marks) -> Self {
        Column {
            marks,
            dictionary: Dictionary::default(),
            blocks: Vec::new(),
            strays: Vec::new(),
            measurable: true,
            first: 0,
            open: Open::Codes(Vec::new()),
        }
    }

    /// Sets the value of a record. Records come in order; one that is never set is blank.
    #[inline(always)]
    pub(super) fn set(&mut self, row: usize, buffer: &[u8], start: usize, end: usize) {
        let length = end - start;
        if length == 0 {
            return;
        }
        let at = row - self.first;
        match &mut self.open {
            Open::Codes(codes) if length <= 8 => {
                let key = short_key(buffer, start, length);
                if let Some(code) = self.dictionary.find_short(key)
                    && let Some(slot) = codes.get_mut(at)
                {
                    *slot = code;
                    return;
                }
            }
            Open::Numbers(numbers) => {
                if let Reading::Number(value) = read(&buffer[start..end], self.marks)
                    && let Some(slot) = numbers.get_mut(at)
                {
                    *slot = value;
                    return;
                }
            }
            _ => {}
        }
        self.set_slowly(row, &buffer[start..end]);
    }

    /// The same for values, blocks and forms that are not ready yet.
    #[inline(never)]
    fn set_slowly(&mut self, row: usize, raw: &[u8]) {
        let cell = trim(raw);
        if cell.is_empty() {
            if raw.len() <= 8 {
                self.dictionary.alias(short_key(raw, 0, raw.len()), 0);
            }
            return;
        }
        self.make_room(row);
        let at = row - self.first;
        match &mut self.open {
            Open::Codes(codes) => {
                let known = self.dictionary.find(cell);
                match known.or_else(|| self.dictionary.insert(cell, self.marks)) {
                    Some(code) => {
                        codes[at] = code;
                        if raw.len() != cell.len() && raw.len() <= 8 {
                            self.dictionary.alias(short_key(raw, 0, raw.len()), code);
                        }
                        if known.is_none() && self.is_measurement() {
                            self.turn(row + 1, Open::Numbers(Vec::new()));
                        }
                    }
                    None => {
                        self.turn(row, Open::Texts(Texts::default()));
                        self.set_slowly(row, cell);
                    }
                }
            }
            Open::Numbers(numbers) => match read(cell, self.marks) {
                Reading::Number(value) => numbers[at] = value,
                _ => self.stray(row, cell),
            },
            Open::Texts(texts) => texts.set(at, cell),
        }
    }

    /// A text among numbers: kept beside them, until there are too many for a column of numbers.
    fn stray(&mut self, row: usize, cell: &[u8]) {
        let known = self.dictionary.find(cell);
        match known.or_else(|| self.dictionary.insert(cell, self.marks)) {
            Some(code) if self.is_measurement() => self.strays.push((row as u32, code)),
            code => {
                self.strays.extend(code.map(|code| (row as u32, code)));
                self.turn(row + 1, Open::Codes(Vec::new()));
                let before = std::mem::replace(self, Column::new(self.marks));
                *self = before.into_texts();
                if code.is_none() {
                    self.set_slowly(row, cell);
                }
            }
        }
    }

    /// Whether the values seen are many numbers with few texts among them.
    fn is_measurement(&self) -> bool {
        let tally = self.dictionary.tally;
        self.measurable
            && tally.numbers > MANY_NUMBERS
            && tally.identifiers == 0
            && tally.others <= FEW_TEXTS
    }

    /// Lets the open block reach `row`, packing it when it is full.
    fn make_room(&mut self, row: usize) {
        while row - self.first >= OPEN {
            self.pack(OPEN);
        }
        let wanted = (row - self.first + 1).next_power_of_two().min(OPEN);
        match &mut self.open {
            Open::Codes(codes) if codes.len() < wanted => codes.resize(wanted, 0),
            Open::Numbers(numbers) if numbers.len() < wanted => numbers.resize(wanted, f64::NAN),
            _ => {}
        }
    }

    /// Continues from `row` in another form.
    fn turn(&mut self, row: usize, open: Open) {
        self.close(row);
        if matches!(open, Open::Texts(_)) {
            self.dictionary.seal();
        }
        self.open = open;
    }

    /// Packs everything before `row`.
    pub(super) fn close(&mut self, row: usize) {
        while row - self.first > OPEN {
            self.pack(OPEN);
        }
        if row > self.first {
            self.pack(row - self.first);
        }
    }

    /// Moves the open block, as `rows` records, to the log.
    fn pack(&mut self, rows: usize) {
        self.first += rows;
        let data = match &mut self.open {
            Open::Codes(codes) => {
                let used = &codes[..codes.len().min(rows)];
                let narrow = self.dictionary.len() <= usize::from(u8::MAX);
                let last = self.blocks.last_mut();
                let appended = last.is_some_and(|last| last.append(used, rows, narrow));
                // Whole at once: blocks that grow leave holes between them. The first block, of a small file, may.
                let size = if self.blocks.is_empty() { rows } else { PACKED };
                let data = (!appended).then(|| codes_of(used, narrow, size));
                codes.clear();
                match data {
                    Some(data) => data,
                    None => return,
                }
            }
            Open::Numbers(numbers) => {
                let mut full = std::mem::replace(numbers, Vec::with_capacity(OPEN));
                full.truncate(rows);
                Data::Numbers(full)
            }
            Open::Texts(texts) => {
                let next = Texts {
                    bytes: Vec::with_capacity(texts.bytes.len()),
                    ends: Vec::with_capacity(OPEN),
                };
                Data::Texts(std::mem::replace(texts, next))
            }
        };
        self.blocks.push(Block { rows, data });
    }
}

impl Block {
    /// Appends records to a block of the same width of codes; `false` when it is of another, or full.
    fn append(&mut self, codes: &[u16], rows: usize, narrow: bool) -> bool {
        if self.rows + rows > PACKED {
            return false;
        }
        match &mut self.data {
            Data::Narrow(held) if narrow => {
                held.resize(self.rows, 0);
                held.extend(codes.iter().map(|code| *code as u8));
            }
            Data::Wide(held) if !narrow => {
                held.resize(self.rows, 0);
                held.extend_from_slice(codes);
            }
            _ => return false,
        }
        self.rows += rows;
        true
    }
}

/// Codes in the width that holds them, with room for `size`.
fn codes_of(codes: &[u16], narrow: bool, size: usize) -> Data {
    if narrow {
        let mut held = Vec::with_capacity(size);
        held.extend(codes.iter().map(|code| *code as u8));
        Data::Narrow(held)
    } else {
        let mut held = Vec::with_capacity(size);
        held.extend_from_slice(codes);
        Data::Wide(held)
    }
}

/// Without white space at its ends: blanks, tabs, line breaks and no-break spaces.
pub(super) fn trim(mut cell: &[u8]) -> &[u8] {
    loop {
        cell = match cell {
            [first, rest @ ..] if first.is_ascii_whitespace() => rest,
            [0xC2, 0xA0, rest @ ..] => rest,
            [rest @ .., last] if last.is_ascii_whitespace() => rest,
            [rest @ .., 0xC2, 0xA0] => rest,
            _ => return cell,
        };
    }
}
