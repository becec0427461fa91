//! From a column while it is read to a typed column.

use super::column::{Beyond, Codes, Column, FEW_TEXTS};
use super::description::{ColumnDescription, ColumnType, ValueCount};
use super::dictionary::Dictionary;
use super::recode::{put_bytes_in_order, put_in_order};
use super::{MAX_DESCRIBED_LEVELS, MAX_LEVELS};
use crate::error::Error;
use crate::order::sort;
use crate::table::{self, Coded, Level, Texts};

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
    pub(super) fn finish(self, name: &str, rows: usize) -> Finished {
        let tally = self.dictionary.tally;
        let numeric = self.measurable && tally.identifiers == 0 && tally.others <= FEW_TEXTS;
        match self.beyond {
            Beyond::Texts(texts) => finish_texts(texts, name, rows),
            Beyond::Nothing
                if !numeric || tally.fractions == 0 || tally.numbers <= MANY_FRACTIONS =>
            {
                self.finish_codes(name, rows)
            }
            Beyond::Numbers(_) | Beyond::Nothing => self.finish_numbers(name, rows),
        }
    }

    fn finish_codes(self, name: &str, rows: usize) -> Finished {
        let (order, levels) = sorted(&self.dictionary);
        drop(self.dictionary);
        // Where the code of appearance goes in the order of values.
        let mut place = vec![0u16; order.len() + 1];
        for (index, code) in order.iter().enumerate() {
            place[*code] = (index + 1) as u16;
        }
        let (codes, counts) = match self.codes {
            Codes::Narrow(codes) => {
                let place: Vec<u8> = place.iter().map(|code| *code as u8).collect();
                let (codes, counts) = put_bytes_in_order(codes, &place, rows);
                (table::Codes::narrow(codes), counts)
            }
            Codes::Wide(codes) => {
                let (codes, counts) = put_in_order(codes, &place, rows);
                (table::Codes::wide(codes), counts)
            }
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
        let mut values = match self.beyond {
            Beyond::Numbers(numbers) => numbers,
            _ => Vec::with_capacity(rows),
        };
        values.resize(rows, f64::NAN);
        let mut strays = self.strays.len() as u64;
        for (value, code) in values.iter_mut().zip(self.codes.iter()) {
            *value = dictionary.number(code);
            strays += u64::from(code != 0 && value.is_nan());
        }
        values.shrink_to_fit();
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
}

fn finish_texts(mut texts: Texts, name: &str, rows: usize) -> Finished {
    texts.reach(rows);
    let missing = texts.blank() as u64;
    Finished {
        column: table::Column::Text(texts),
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
