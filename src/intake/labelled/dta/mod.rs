//! Stata's file, `.dta`, from release 104 (Stata 4) to 119.

mod label;
mod release;
mod schema;
mod value;

use super::bytes::{Bytes, Order};
use super::cell::written;
use super::described::{Budget, Described, ends_early, rows};
use super::names;
use super::time::{STATA_DAYS, Shown, Time};
use super::words::{Words, before_zero};
use crate::codebook::{Code, Codebook};
use crate::error::{Error, Result, Warned};
use crate::intake::{About, Cell, Choice, MAX_INFLATED, Rows, Taken};
use label::{LongTexts, Set};
use release::{Kind, Release};
use schema::{Given, Schema};
use std::collections::BTreeMap;
use value::{Value, value};

/// Takes a file of Stata in.
///
/// A number that is missing for a reason (`.a` to `.z`) stays apart: the cell holds `.a`, and the codebook names it missing, with its
/// label. `.` is blank.
///
/// # Errors
/// `damaged_file`, `unknown_release` {value}, `no_table`, `too_many_columns`, `too_many_rows`, `inflates_too_far`. Warnings:
/// `duplicate_column`, `unnamed_column`.
pub(super) fn take(file: Vec<u8>, choice: &Choice) -> Result<Warned<Taken>> {
    let schema = Schema::read(&file, Words::chosen(choice))?;
    let count = rows(schema.rows)?;
    let mut bytes = Bytes::new(&file, schema.order, "data");
    bytes.at = schema.data;
    let left = bytes.rest().len();
    let records = usize::try_from(count)
        .ok()
        .and_then(|count| count.checked_mul(schema.width));
    // Known before anything is read: a download that broke off.
    let records = records.filter(|whole| *whole <= left);
    let records = records.ok_or_else(|| ends_early((left / schema.width.max(1)) as u64))?;
    let data = bytes.take(records)?;
    let columns: Vec<Column> = schema.columns.iter().map(Column::of).collect();
    let reasons = reasons(data, &schema, &columns);
    let mut long_texts = LongTexts::new();
    if schema.release.tagged() {
        bytes.expect(b"</data>")?;
        long_texts = label::long_texts(&mut bytes, schema.release)?;
    }
    let sets = label::sets(&mut bytes, schema.release, schema.words)?;

    let given: Vec<String> = schema
        .columns
        .iter()
        .map(|column| column.name.clone())
        .collect();
    let names = names::unique(&given);
    let codebook = codebook(&schema, &columns, &names.value, &sets, &reasons)?;
    let about = About {
        encoding: schema.words.name().map(String::from),
        ..super::about("dta", "stata")
    };
    let records = Records {
        at: schema.data,
        left: count,
        file,
        width: schema.width,
        columns,
        form: (schema.release, schema.order, schema.words),
        long_texts,
        long: 0,
    };
    Ok(Warned {
        value: Taken::new(about, codebook, names.value, Box::new(records)),
        warnings: names.warnings,
    })
}

/// A column of the records.
struct Column {
    at: usize,
    kind: Kind,
    time: Option<Time>,
}

impl Column {
    fn of(given: &Given) -> Column {
        Column {
            at: given.at,
            kind: given.kind,
            time: time(&given.format),
        }
    }

    /// A number as it is written; none for one that is absent.
    fn shown(&self, value: Value) -> Option<Shown> {
        match (value, self.time) {
            (Value::Absent, _) => None,
            (Value::Reason(letter), _) => Some(Shown::Text(reason(letter))),
            (Value::Number(number), None) => Some(Shown::Number(number)),
            (Value::Number(number), Some(time)) => Some(time.shown(number, STATA_DAYS)),
        }
    }
}

fn reason(letter: u8) -> String {
    format!(".{}", char::from(letter))
}

/// How numbers of a display format are shown: `%td`, `%-tcHH:MM`, and `%d` for `%td` in old files. Years (`%ty`) are numbers already.
fn time(format: &[u8]) -> Option<Time> {
    let format = format.strip_prefix(b"%")?;
    let format = format.strip_prefix(b"-").unwrap_or(format);
    if format.starts_with(b"d") {
        return Some(Time::Days);
    }
    let (kind, shown) = format.strip_prefix(b"t")?.split_first()?;
    match kind {
        b'd' => Some(Time::Days),
        // Where no day is shown, the number is a length of time or a time of day.
        b'c' | b'C' => {
            let dates = shown.iter().any(|letter| b"YyCcNnDdJj".contains(letter));
            let clock = shown.iter().any(|letter| b"HhMS".contains(letter));
            Some(if clock && !dates {
                Time::Clock
            } else {
                Time::Milliseconds
            })
        }
        b'w' => Some(Time::Weeks),
        b'm' => Some(Time::Months),
        b'q' => Some(Time::Quarters),
        b'h' => Some(Time::Halves),
        _ => None,
    }
}

/// Which of `.a` to `.z` occur in each column, as bits: the codebook names those, labelled or not.
fn reasons(data: &[u8], schema: &Schema, columns: &[Column]) -> Vec<u32> {
    let mut reasons = vec![0; columns.len()];
    if schema.release.0 < 113 || schema.width == 0 {
        return reasons;
    }
    for record in data.chunks_exact(schema.width) {
        for (column, reasons) in columns.iter().zip(&mut reasons) {
            let bytes = record.get(column.at..).unwrap_or_default();
            let found = value(column.kind, schema.release, schema.order, bytes);
            if let Some(Value::Reason(letter)) = found {
                *reasons |= 1 << (letter - b'a');
            }
        }
    }
    reasons
}

fn codebook(
    schema: &Schema,
    columns: &[Column],
    names: &[String],
    sets: &BTreeMap<String, Set>,
    reasons: &[u32],
) -> Result<Codebook> {
    let mut budget = Budget::new();
    let mut variables = Vec::new();
    for (index, given) in schema.columns.iter().enumerate() {
        let mut described = Described {
            label: given.label.clone(),
            ..Described::default()
        };
        for (value, label) in sets.get(&given.labels).into_iter().flatten() {
            if let Some(shown) = columns[index].shown(*value) {
                let code = Code::from(shown);
                if let Value::Reason(_) = value {
                    described.missing(code.clone());
                }
                described.value(code, label.clone(), &mut budget)?;
            }
        }
        for letter in b'a'..=b'z' {
            if reasons[index] & 1 << (letter - b'a') != 0 {
                described.missing(Code::Text(reason(letter)));
            }
        }
        variables.extend(described.variable(&names[index]));
    }
    Ok(Codebook { variables })
}

/// The records as rows.
struct Records {
    file: Vec<u8>,
    at: usize,
    left: u64,
    width: usize,
    columns: Vec<Column>,
    form: (Release, Order, Words),
    long_texts: LongTexts,
    /// Bytes of long texts that were written: many cells may name the same one.
    long: u64,
}

impl Rows for Records {
    fn next(&mut self, cells: &mut Vec<Cell>) -> Result<bool> {
        if self.left == 0 {
            return Ok(false);
        }
        self.left -= 1;
        let record = self.file.get(self.at..).unwrap_or_default();
        self.at += self.width;
        let (release, order, words) = self.form;
        cells.resize(self.columns.len(), Cell::Blank);
        for (cell, column) in cells.iter_mut().zip(&self.columns) {
            let bytes = record.get(column.at..).unwrap_or_default();
            match column.kind {
                Kind::Text(width) => {
                    let field = bytes.get(..width).unwrap_or_default();
                    written(cell, before_zero(field), words);
                }
                Kind::LongText => {
                    let place = bytes
                        .first_chunk()
                        .map(|eight| named(*eight, release, order));
                    let place = place.and_then(|place| self.long_texts.get(&place));
                    let text = place.and_then(|place| self.file.get(place.clone()));
                    let text = before_zero(text.unwrap_or_default());
                    self.long += text.len() as u64;
                    if self.long > MAX_INFLATED {
                        let error = Error::new("inflates_too_far");
                        return Err(error.with("limit", MAX_INFLATED >> 20));
                    }
                    written(cell, text, words);
                }
                kind => {
                    let value = value(kind, release, order, bytes);
                    let shown = value.and_then(|value| column.shown(value));
                    *cell = shown.map_or(Cell::Blank, Cell::from);
                }
            }
        }
        Ok(true)
    }
}

/// Variable and observation of a long text, from the eight bytes of a record: 4 and 4 bytes in 117, 2 and 6 in 118, 3 and 5 in 119.
fn named(eight: [u8; 8], release: Release, order: Order) -> (u64, u64) {
    let bits = match release.0 {
        117 => 32,
        118 => 16,
        _ => 24,
    };
    let whole = order.u64(eight);
    match order {
        Order::Little => (whole & ((1 << bits) - 1), whole >> bits),
        Order::Big => (whole >> (64 - bits), whole & ((1 << (64 - bits)) - 1)),
    }
}
