//! From the log of a column's blocks to one typed column.

use super::column::{Block, Column, Data, FEW_TEXTS};
use super::description::{ColumnDescription, ColumnType, ValueCount};
use super::dictionary::Dictionary;
use super::{MAX_DESCRIBED_LEVELS, MAX_LEVELS};
use crate::error::Error;
use crate::order::sort;
use crate::table::{self, Coded, Codes, Level};

/// Distinct values beyond which numbers with fractions are a measurement even in a small file.
const MANY_FRACTIONS: usize = 255;
/// Values that a warning names.
const NAMED: usize = 5;
/// What programs write where there is no answer. They do not make a column of numbers a column of text.
const NO_ANSWER: [&[u8]; 8] = [
    b"NA", b"N/A", b"#N/A", b"NaN", b"nan", b"NULL", b"null", b".",
];

/// A column with what is to be said about it.
pub(super) struct Finished {
    pub(super) column: table::Column,
    pub(super) description: ColumnDescription,
    pub(super) warning: Option<Error>,
}

impl Column {
    /// Makes one column of everything that was set in `rows` records.
    ///
    /// The form depends on the set of values and not on their order, so that the same records in another order give the same
    /// dictionary.
    pub(super) fn finish(mut self, name: &str, rows: usize) -> Finished {
        self.close(rows);
        let tally = self.dictionary.tally;
        let numeric = self.measurable && tally.identifiers == 0 && tally.others <= FEW_TEXTS;
        let has = |wanted: fn(&Data) -> bool| self.blocks.iter().any(|block| wanted(&block.data));
        if has(|data| matches!(data, Data::Texts(_))) {
            self.finish_texts(name, rows)
        } else if has(|data| matches!(data, Data::Numbers(_)))
            || (numeric && tally.fractions > 0 && tally.numbers > MANY_FRACTIONS)
        {
            self.finish_numbers(name, rows)
        } else {
            self.finish_codes(name, rows)
        }
    }

    /// Writes the numbers back as text and goes on without numbers: an identifier was found among them, or too many texts.
    ///
    /// Whole numbers come back digit by digit; a fraction comes back in its shortest form.
    pub(super) fn into_texts(self) -> Column {
        let mut texts = Column::new(self.marks);
        texts.measurable = false;
        let mut strays = self.strays.into_iter().peekable();
        let mut row = 0;
        for block in self.blocks {
            let first = row;
            row += block.rows;
            match block.data {
                Data::Narrow(codes) => {
                    for (at, code) in codes.into_iter().enumerate() {
                        let cell = self.dictionary.text(usize::from(code));
                        texts.set(first + at, cell, 0, cell.len());
                    }
                }
                Data::Wide(codes) => {
                    for (at, code) in codes.into_iter().enumerate() {
                        let cell = self.dictionary.text(usize::from(code));
                        texts.set(first + at, cell, 0, cell.len());
                    }
                }
                Data::Numbers(numbers) => {
                    for at in 0..block.rows {
                        let stray = strays.next_if(|(stray, _)| *stray as usize == first + at);
                        let value = numbers.get(at).copied().unwrap_or(f64::NAN);
                        if let Some((_, code)) = stray {
                            let cell = self.dictionary.text(usize::from(code));
                            texts.set(first + at, cell, 0, cell.len());
                        } else if !value.is_nan() {
                            let mut cell = value.to_string();
                            if self.marks.decimal != b'.' {
                                cell = cell.replace('.', ",");
                            }
                            texts.set(first + at, cell.as_bytes(), 0, cell.len());
                        }
                    }
                }
                // Columns that hold numbers never turned to text before.
                Data::Texts(_) => {}
            }
        }
        texts.close(row);
        texts
    }

    fn finish_codes(self, name: &str, rows: usize) -> Finished {
        let dictionary = self.dictionary;
        let (order, levels) = sorted(&dictionary);
        // Where the code of appearance goes in the order of values.
        let mut place = vec![0u16; order.len() + 1];
        for (index, code) in order.iter().enumerate() {
            place[*code] = (index + 1) as u16;
        }
        let (codes, counts) = if levels.len() <= usize::from(u8::MAX) {
            let place: Vec<u8> = place.iter().map(|code| *code as u8).collect();
            let (codes, counts) = gather(self.blocks, &place, rows);
            (Codes::narrow(codes), counts)
        } else {
            let (codes, counts) = gather(self.blocks, &place, rows);
            (Codes::wide(codes), counts)
        };
        let values = if levels.len() <= MAX_DESCRIBED_LEVELS {
            levels
                .iter()
                .zip(&counts[1..])
                .map(|(level, n)| ValueCount {
                    code: level.code(),
                    label: None,
                    n: *n,
                })
                .collect()
        } else {
            Vec::new()
        };
        let description = ColumnDescription {
            name: name.into(),
            label: None,
            type_: type_of(&levels),
            missing: counts[0],
            values,
        };
        Finished {
            column: table::Column::Coded(Coded { codes, levels }),
            description,
            warning: None,
        }
    }

    fn finish_numbers(self, name: &str, rows: usize) -> Finished {
        let dictionary = self.dictionary;
        let mut values = Vec::with_capacity(rows);
        let mut strays = self.strays.len() as u64;
        let mut put = |code: usize, values: &mut Vec<f64>| {
            let value = dictionary.number(code);
            strays += u64::from(code != 0 && value.is_nan());
            values.push(value);
        };
        for block in self.blocks {
            let end = values.len() + block.rows;
            match block.data {
                Data::Narrow(codes) => codes
                    .iter()
                    .for_each(|code| put(usize::from(*code), &mut values)),
                Data::Wide(codes) => codes
                    .iter()
                    .for_each(|code| put(usize::from(*code), &mut values)),
                Data::Numbers(numbers) => values.extend_from_slice(&numbers),
                Data::Texts(_) => {}
            }
            values.resize(end, f64::NAN);
        }
        let missing = values.iter().filter(|value| value.is_nan()).count() as u64;
        let whole = values
            .iter()
            .all(|value| value.is_nan() || value.fract() == 0.0);
        let warning = (strays > 0).then(|| {
            let mut texts: Vec<String> = (1..=dictionary.len())
                .filter(|code| dictionary.number(*code).is_nan())
                .map(|code| String::from_utf8_lossy(dictionary.text(code)).into_owned())
                .collect();
            sort(&mut texts, &Ord::cmp);
            texts.truncate(NAMED);
            Error::new("text_in_numbers")
                .in_column(name)
                .with("n", strays)
                .with("values", texts)
        });
        Finished {
            column: table::Column::number(values),
            description: ColumnDescription {
                name: name.into(),
                label: None,
                type_: if whole {
                    ColumnType::Integer
                } else {
                    ColumnType::Number
                },
                missing,
                values: Vec::new(),
            },
            warning,
        }
    }

    fn finish_texts(self, name: &str, rows: usize) -> Finished {
        let dictionary = &self.dictionary;
        let mut missing = 0;
        let mut texts = table::TextBuilder::with_capacity(rows);
        let mut put = |cell: &[u8]| {
            missing += u64::from(cell.is_empty());
            // Cells are cut at ASCII characters from valid UTF-8.
            texts.push(
                std::str::from_utf8(cell)
                    .ok()
                    .filter(|text| !text.is_empty()),
            );
        };
        for Block { rows, data } in self.blocks {
            let held = match &data {
                Data::Narrow(codes) => {
                    codes
                        .iter()
                        .for_each(|code| put(dictionary.text(usize::from(*code))));
                    codes.len()
                }
                Data::Wide(codes) => {
                    codes
                        .iter()
                        .for_each(|code| put(dictionary.text(usize::from(*code))));
                    codes.len()
                }
                Data::Texts(texts) => {
                    texts.iter().for_each(&mut put);
                    texts.len()
                }
                Data::Numbers(_) => 0,
            };
            (held..rows).for_each(|_| put(&[]));
        }
        Finished {
            column: texts.finish(),
            description: ColumnDescription {
                name: name.into(),
                label: None,
                type_: ColumnType::Text,
                missing,
                values: Vec::new(),
            },
            warning: None,
        }
    }
}

/// Codes of appearance in the order of their values (numbers by value, then texts by code point), and the levels.
fn sorted(dictionary: &Dictionary) -> (Vec<usize>, Vec<Level>) {
    debug_assert!(dictionary.len() <= MAX_LEVELS);
    let mut order: Vec<usize> = (1..=dictionary.len()).collect();
    sort(&mut order, &|a, b| {
        let (x, y) = (dictionary.number(*a), dictionary.number(*b));
        x.is_nan()
            .cmp(&y.is_nan())
            .then(x.partial_cmp(&y).unwrap_or(std::cmp::Ordering::Equal))
            .then_with(|| dictionary.text(*a).cmp(dictionary.text(*b)))
    });
    let levels = order
        .iter()
        .map(|code| Level {
            text: String::from_utf8_lossy(dictionary.text(*code)).into_owned(),
            number: Some(dictionary.number(*code)).filter(|value| !value.is_nan()),
        })
        .collect();
    (order, levels)
}

/// The final code of every record, and how often each occurs.
fn gather<C>(blocks: Vec<Block>, place: &[C], rows: usize) -> (Vec<C>, Vec<u64>)
where
    C: Copy + Default + Into<u64>,
{
    let mut codes = Vec::with_capacity(rows);
    let mut seen = vec![[0; TURNS]; place.len()];
    for Block { rows, data } in blocks {
        let end = codes.len() + rows;
        match data {
            Data::Narrow(held) => append(&held, place, &mut codes, &mut seen),
            Data::Wide(held) => append(&held, place, &mut codes, &mut seen),
            // Columns with such blocks have other finishes.
            Data::Numbers(_) | Data::Texts(_) => {}
        }
        seen[0][0] += (end - codes.len()) as u64;
        codes.resize(end, C::default());
    }
    let mut counts = vec![0; place.len()];
    for (place, seen) in place.iter().zip(&seen) {
        let place: u64 = (*place).into();
        counts[place as usize] = seen.iter().sum();
    }
    (codes, counts)
}

/// Counts that take turns, so that equal answers in a row need not wait for each other.
const TURNS: usize = 4;

#[inline(never)]
fn append<B: Copy + Into<usize>, C: Copy>(
    held: &[B],
    place: &[C],
    codes: &mut Vec<C>,
    seen: &mut [[u64; TURNS]],
) {
    codes.extend(held.iter().map(|code| place[(*code).into()]));
    let (turns, rest) = held.as_chunks::<TURNS>();
    for turn in turns {
        for (at, code) in turn.iter().enumerate() {
            seen[(*code).into()][at] += 1;
        }
    }
    for code in rest {
        seen[(*code).into()][0] += 1;
    }
}

fn type_of(levels: &[Level]) -> ColumnType {
    let answers: Vec<&Level> = levels
        .iter()
        .filter(|level| !NO_ANSWER.contains(&level.text.as_bytes()))
        .collect();
    let all =
        |test: fn(&Level) -> bool| !answers.is_empty() && answers.iter().all(|level| test(level));
    if all(|level| level.number.is_some_and(|number| number.fract() == 0.0)) {
        ColumnType::Integer
    } else if all(|level| level.number.is_some()) {
        ColumnType::Number
    } else if all(|level| is_date(level.text.as_bytes())) {
        ColumnType::Date
    } else if all(|level| matches!(level.text.to_ascii_lowercase().as_str(), "true" | "false")) {
        ColumnType::Boolean
    } else {
        ColumnType::Text
    }
}

/// `2025-03-03`: an ISO 8601 calendar date.
fn is_date(cell: &[u8]) -> bool {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = cell else {
        return false;
    };
    let digits = [y1, y2, y3, y4, m1, m2, d1, d2];
    let pair = |a: &u8, b: &u8| u32::from(a - b'0') * 10 + u32::from(b - b'0');
    digits.iter().all(|digit| digit.is_ascii_digit())
        && (1..=12).contains(&pair(m1, m2))
        && (1..=31).contains(&pair(d1, d2))
}
