//! A column while the file is read: codes first, then numbers or text when there are too many values for codes.
//!
//! A column grows at its end, in the form that it keeps: when the file is at its end, codes are put in order where they lie and
//! nothing is copied. That matters where memory never shrinks.

use super::dictionary::{Dictionary, UNKNOWN};
use super::number::{Marks, Reading, read};
use crate::table::Texts;

/// Distinct numbers beyond which a column is a measurement, not a set of answers.
const MANY_NUMBERS: usize = 4_096;
/// Distinct texts that may stand among numbers: `NA`, `No sabe`. Beyond, the column is text.
pub(super) const FEW_TEXTS: usize = 32;
/// Records up to which a column grows by doubling: before, too little was seen to say how many there will be.
const FEW_RECORDS: usize = 100_000;

/// Records by which a column is made longer.
const STRIDE: usize = 1_024;

/// One column while the file is read.
pub(super) struct Column {
    pub(super) marks: Marks,
    pub(super) dictionary: Dictionary,
    /// Codes of the first records: of all, unless there came too many values. What they lack is blank.
    pub(super) codes: Codes,
    /// The records after them.
    pub(super) beyond: Beyond,
    /// Texts that stood among numbers: record and code, in the order of the records.
    pub(super) strays: Vec<(u32, u16)>,
    /// Whether it may still become numbers.
    pub(super) measurable: bool,
}

/// Codes of a dictionary, 0 for blanks.
pub(super) enum Codes {
    /// While it has at most 255 values.
    Narrow(Vec<u8>),
    /// When it has more.
    Wide(Vec<u16>),
}

/// What a column holds when there are too many values for codes.
pub(super) enum Beyond {
    Nothing,
    /// A number for each record, NaN for blanks; and NaN for those that have codes, which is filled in at the end.
    Numbers(Vec<f64>),
    /// Also the texts of those that had codes, which are gone.
    Texts(Texts),
}

/// Where a cell lies in the buffer.
#[derive(Clone, Copy)]
pub(super) struct Span {
    start: u32,
    end: u32,
}

/// The cells of one column in some records.
#[derive(Clone, Copy)]
pub(super) struct Cells<'a> {
    buffer: &'a [u8],
    /// From the column's first cell.
    spans: &'a [Span],
    /// Cells of a record.
    width: usize,
}

impl Span {
    pub(super) fn new(start: usize, end: usize) -> Self {
        // The buffer holds a slice of the file and a cell, both of limited size.
        Span {
            start: start as u32,
            end: end as u32,
        }
    }

    fn length(self) -> usize {
        (self.end - self.start) as usize
    }
}

impl<'a> Cells<'a> {
    pub(super) fn new(buffer: &'a [u8], spans: &'a [Span], width: usize) -> Self {
        Cells {
            buffer,
            spans,
            width,
        }
    }

    fn len(self) -> usize {
        self.spans.len().div_ceil(self.width)
    }

    fn after(self, count: usize) -> Self {
        let from = (count * self.width).min(self.spans.len());
        Cells {
            spans: &self.spans[from..],
            ..self
        }
    }

    #[inline(always)]
    fn iter(self) -> impl Iterator<Item = &'a [u8]> {
        let spans = self.spans.iter().step_by(self.width);
        spans.map(move |span| &self.buffer[span.start as usize..span.end as usize])
    }
}

impl Codes {
    /// All of them.
    pub(super) fn iter(&self) -> impl Iterator<Item = usize> {
        let (narrow, wide): (&[u8], &[u16]) = match self {
            Codes::Narrow(codes) => (codes, &[]),
            Codes::Wide(codes) => (&[], codes),
        };
        let narrow = narrow.iter().map(|code| usize::from(*code));
        narrow.chain(wide.iter().map(|code| usize::from(*code)))
    }

    fn set(&mut self, row: usize, code: u16) {
        if let (Codes::Narrow(narrow), 256..) = (&*self, code) {
            let mut wide = Vec::with_capacity(narrow.capacity());
            wide.extend(narrow.iter().map(|code| u16::from(*code)));
            *self = Codes::Wide(wide);
        }
        match self {
            Codes::Narrow(codes) => codes[row] = code as u8,
            Codes::Wide(codes) => codes[row] = code,
        }
    }
}

impl Column {
    pub(super) fn new(marks: Marks) -> Self {
        Column {
            marks,
            dictionary: Dictionary::default(),
            codes: Codes::Narrow(Vec::new()),
            beyond: Beyond::Nothing,
            strays: Vec::new(),
            measurable: true,
        }
    }

    /// Takes the cells of records from `row` on. Records come in order; one that is never given is blank. `expected` is how many
    /// there may be in the end.
    pub(super) fn take(&mut self, row: usize, cells: Cells, expected: usize) {
        let mut done = 0;
        while done < cells.len() {
            self.reach(row + cells.len(), expected);
            let rest = cells.after(done);
            let from = row + done;
            done += match (&mut self.beyond, &mut self.codes) {
                (Beyond::Nothing, Codes::Narrow(codes)) if self.dictionary.is_mostly_single() => {
                    encode_single(&mut codes[from..], &self.dictionary, rest)
                }
                (Beyond::Nothing, Codes::Narrow(codes)) => {
                    encode(&mut codes[from..], &self.dictionary, rest, |code| {
                        code as u8
                    })
                }
                (Beyond::Nothing, Codes::Wide(codes)) => {
                    encode(&mut codes[from..], &self.dictionary, rest, |code| code)
                }
                (Beyond::Numbers(numbers), _) => measure(&mut numbers[from..], self.marks, rest),
                (Beyond::Texts(texts), _) => {
                    texts.reach(from);
                    rest.iter().for_each(|cell| texts.push(trim(cell)));
                    rest.len()
                }
            };
            if let Some(cell) = cells.after(done).iter().next() {
                self.set(row + done, cell, expected);
                done += 1;
            }
        }
    }

    /// Sets a cell that needs more than a look: a new value, one with spaces, a text among numbers.
    #[inline(never)]
    fn set(&mut self, row: usize, raw: &[u8], expected: usize) {
        let cell = trim(raw);
        if cell.is_empty() {
            self.dictionary.alias(raw, 0);
            return;
        }
        self.reach(row + 1, expected);
        match &mut self.beyond {
            Beyond::Nothing => {
                // As it stands it is not known, or it would not be here.
                let spaced = raw.len() != cell.len();
                let known = match spaced {
                    true => self.dictionary.find(cell, 0, cell.len()),
                    false => None,
                };
                match known.or_else(|| self.dictionary.insert(cell, self.marks)) {
                    Some(code) => {
                        self.codes.set(row, code);
                        if spaced {
                            self.dictionary.alias(raw, code);
                        }
                        if known.is_none() && self.is_measurement() {
                            self.beyond = Beyond::Numbers(Vec::new());
                            self.cut(row + 1);
                        }
                    }
                    None => {
                        self.cut(row);
                        self.turn_to_texts();
                        self.set(row, cell, expected);
                    }
                }
            }
            Beyond::Numbers(numbers) => match read(cell, self.marks) {
                Reading::Number(value) => numbers[row] = value,
                _ => self.stray(row, cell, expected),
            },
            Beyond::Texts(texts) => {
                texts.reach(row);
                texts.push(cell);
            }
        }
    }

    /// A text among numbers: kept beside them, until there are too many for a column of numbers.
    fn stray(&mut self, row: usize, cell: &[u8], expected: usize) {
        let known = self.dictionary.find(cell, 0, cell.len());
        match known.or_else(|| self.dictionary.insert(cell, self.marks)) {
            Some(code) if self.is_measurement() => self.strays.push((row as u32, code)),
            code => {
                self.strays.extend(code.map(|code| (row as u32, code)));
                let before = std::mem::replace(self, Column::new(self.marks));
                *self = before.into_texts(row + 1, expected);
                if code.is_none() {
                    self.set(row, cell, expected);
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

    /// Makes room for so many records, blank until they are set.
    fn reach(&mut self, rows: usize, expected: usize) {
        match (&mut self.beyond, &mut self.codes) {
            (Beyond::Nothing, Codes::Narrow(codes)) => reach(codes, rows, expected, &[0; STRIDE]),
            (Beyond::Nothing, Codes::Wide(codes)) => reach(codes, rows, expected, &[0; STRIDE]),
            (Beyond::Numbers(numbers), _) => reach(numbers, rows, expected, &[f64::NAN; STRIDE]),
            (Beyond::Texts(_), _) => {}
        }
    }

    /// Leaves codes to the records before `rows`.
    fn cut(&mut self, rows: usize) {
        match &mut self.codes {
            Codes::Narrow(codes) => codes.truncate(rows),
            Codes::Wide(codes) => codes.truncate(rows),
        }
    }

    /// There are too many values: writes the texts of those that have codes, and looks up no more.
    fn turn_to_texts(&mut self) {
        let mut texts = Texts::default();
        for code in self.codes.iter() {
            texts.push(self.dictionary.text(code));
        }
        self.beyond = Beyond::Texts(texts);
        self.codes = Codes::Narrow(Vec::new());
        self.dictionary = Dictionary::default();
    }

    /// Goes on without numbers after `rows` records: an identifier was found among them, or too many texts.
    ///
    /// Whole numbers come back digit by digit; a fraction comes back in its shortest form.
    fn into_texts(self, rows: usize, expected: usize) -> Column {
        let mut texts = Column::new(self.marks);
        texts.measurable = false;
        let mut put = |row: usize, cell: &[u8]| {
            let span = [Span::new(0, cell.len())];
            texts.take(row, Cells::new(cell, &span, 1), expected.max(rows));
        };
        for (row, code) in self.codes.iter().enumerate() {
            put(row, self.dictionary.text(code));
        }
        let mut strays = self.strays.into_iter().peekable();
        let Beyond::Numbers(numbers) = self.beyond else {
            return texts;
        };
        for (row, value) in numbers.into_iter().enumerate().take(rows) {
            if let Some((_, code)) = strays.next_if(|(stray, _)| *stray as usize == row) {
                put(row, self.dictionary.text(usize::from(code)));
            } else if !value.is_nan() {
                let mut cell = value.to_string();
                if self.marks.decimal != b'.' {
                    cell = cell.replace('.', ",");
                }
                put(row, cell.as_bytes());
            }
        }
        texts
    }
}

/// Sets the codes of cells up to the first that is not known as it stands, and leaves the others blank; gives how many.
///
/// In a survey most cells are one digit. All are taken for such first, without a branch; those that are not are looked up then.
#[inline(never)]
fn encode_single(codes: &mut [u8], dictionary: &Dictionary, cells: Cells) -> usize {
    let codes = &mut codes[..cells.len()];
    let spans = cells.spans.iter().step_by(cells.width);
    for (code, span) in codes.iter_mut().zip(spans) {
        let (start, length) = (span.start as usize, span.end - span.start);
        let byte = cells.buffer.get(start).copied().unwrap_or_default();
        *code = dictionary.single(byte, length);
    }
    for index in 0..codes.len() {
        if codes[index] != UNKNOWN {
            continue;
        }
        let span = cells.spans[index * cells.width];
        match dictionary.find(cells.buffer, span.start as usize, span.length()) {
            Some(code) => codes[index] = code as u8,
            None => {
                codes[index..].fill(0);
                return index;
            }
        }
    }
    codes.len()
}

/// Sets the codes of cells up to the first that is not known as it stands; gives how many.
#[inline(never)]
fn encode<C>(
    codes: &mut [C],
    dictionary: &Dictionary,
    cells: Cells,
    of: impl Fn(u16) -> C,
) -> usize {
    let mut done = 0;
    let spans = cells.spans.iter().step_by(cells.width);
    for (slot, span) in codes.iter_mut().zip(spans) {
        let Some(code) = dictionary.find(cells.buffer, span.start as usize, span.length()) else {
            break;
        };
        *slot = of(code);
        done += 1;
    }
    done
}

/// Reads numbers up to the first cell that holds none; gives how many.
#[inline(never)]
fn measure(numbers: &mut [f64], marks: Marks, cells: Cells) -> usize {
    let mut done = 0;
    for (slot, cell) in numbers.iter_mut().zip(cells.iter()) {
        if !cell.is_empty() {
            let Reading::Number(value) = read(cell, marks) else {
                break;
            };
            *slot = value;
        }
        done += 1;
    }
    done
}

/// A vector of at least so many values. Beyond a few it takes room for all that are expected, or a quarter more than it needs.
/// It is filled by the stride: copying blanks takes a fraction of the time of writing one after the other.
fn reach<T: Copy>(values: &mut Vec<T>, rows: usize, expected: usize, blanks: &[T]) {
    while rows > values.len() {
        if rows > values.capacity() && rows > FEW_RECORDS {
            let wanted = expected.max(rows + rows / 4) + STRIDE - values.len();
            // Where there is not as much memory, it grows by what there is.
            values.try_reserve_exact(wanted).ok();
        }
        values.extend_from_slice(blanks);
    }
}

/// Without white space at its ends: blanks, tabs, line breaks and no-break spaces.
pub(super) fn trim(mut cell: &[u8]) -> &[u8] {
    // Nearly every cell begins and ends with a letter or a digit.
    if let ([first, ..], [.., last]) = (cell, cell)
        && first.is_ascii_graphic()
        && last.is_ascii_graphic()
    {
        return cell;
    }
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
