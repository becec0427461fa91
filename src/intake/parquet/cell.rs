//! From a value of a column to a cell.

use super::PART;
use crate::error::{Error, Result};
use crate::intake::Cell;
use crate::intake::archive::failure;
use crate::intake::workbook::{civil, clock};
use crate::read::MAX_CELL_BYTES;
use parquet::data_type::Decimal;
use parquet::record::Field;
use std::io::ErrorKind;

/// Milliseconds of a day.
const DAY: i64 = 86_400_000;
/// Most bytes of a long whole number: the format's widest has 32, and the work grows with the square.
const MAX_DECIMAL_BYTES: usize = 64;
/// What a limb of a long whole number counts to.
const LIMB: u64 = 1_000_000_000;

/// What the library read of a column, as its cell.
pub(super) fn cell(field: Field) -> Result<Cell> {
    Ok(match field {
        Field::Null => Cell::Blank,
        Field::Bool(yes) => Cell::Flag(yes),
        Field::Byte(number) => Cell::Number(number.into()),
        Field::Short(number) => Cell::Number(number.into()),
        Field::Int(number) => Cell::Number(number.into()),
        Field::UByte(number) => Cell::Number(number.into()),
        Field::UShort(number) => Cell::Number(number.into()),
        Field::UInt(number) => Cell::Number(number.into()),
        Field::Long(number) => whole(number.into()),
        Field::ULong(number) => whole(number.into()),
        Field::Float16(number) => measured(number.into()),
        Field::Float(number) => shortest(number),
        Field::Double(number) => measured(number),
        Field::Decimal(number) => decimal(&number)?,
        Field::Str(text) => words(text)?,
        Field::Bytes(bytes) => words(String::from_utf8_lossy(bytes.data()).into_owned())?,
        Field::Date(day) => Cell::Text(civil(day.into())),
        Field::TimeMillis(time) => Cell::Text(clock(time.into())),
        Field::TimeMicros(time) => Cell::Text(clock(time / 1000)),
        Field::TimestampMillis(moment) => Cell::Text(instant(moment)),
        Field::TimestampMicros(moment) => Cell::Text(instant(moment.div_euclid(1000))),
        // Refused by the schema.
        Field::Group(_) | Field::ListInternal(_) | Field::MapInternal(_) => Cell::Blank,
    })
}

/// A whole number; one that has no neighbours among the numbers as its digits.
fn whole(number: i128) -> Cell {
    match number.unsigned_abs() < 1 << 53 {
        true => Cell::Number(number as f64),
        false => Cell::Text(number.to_string()),
    }
}

/// No number stands for no answer in what pandas writes.
fn measured(number: f64) -> Cell {
    match number.is_finite() {
        true => Cell::Number(number),
        false => Cell::Blank,
    }
}

/// A number of 32 bits by the digits that tell it from its neighbours: 0.1 is 0.1, not 0.10000000149011612.
fn shortest(number: f32) -> Cell {
    measured(number.to_string().parse().unwrap_or(f64::NAN))
}

/// A number of tenths, hundredths and so on, from the bytes of its whole number, however many they are.
fn decimal(number: &Decimal) -> Result<Cell> {
    let bytes = number.data();
    if bytes.len() > MAX_DECIMAL_BYTES {
        return Err(failure(ErrorKind::InvalidData, PART));
    }
    let negative = bytes.first().is_some_and(|first| first & 0x80 != 0);
    // The size of a negative number is one more than what its bytes leave of all ones. Limbs stand smallest first.
    let mut limbs = vec![0_u64];
    for byte in bytes {
        let byte = if negative { !byte } else { *byte };
        add(&mut limbs, 256, byte.into());
    }
    if negative {
        add(&mut limbs, 1, 1);
    }
    let mut digits: String = limbs
        .iter()
        .rev()
        .map(|limb| format!("{limb:09}"))
        .collect();
    // A whole number times ten to the minus scale is what Rust reads right, to the last bit.
    digits.push_str(&format!("e{}", -i64::from(number.scale())));
    let value: f64 = digits.parse().unwrap_or(f64::NAN);
    Ok(measured(if negative { -value } else { value }))
}

/// Multiplies a long whole number and adds to it.
fn add(limbs: &mut Vec<u64>, times: u64, more: u64) {
    let mut carried = more;
    for limb in limbs.iter_mut() {
        let sum = *limb * times + carried;
        *limb = sum % LIMB;
        carried = sum / LIMB;
    }
    if carried > 0 {
        limbs.push(carried);
    }
}

fn words(text: String) -> Result<Cell> {
    if text.len() > MAX_CELL_BYTES {
        return Err(Error::new("cell_too_long").with("limit", MAX_CELL_BYTES));
    }
    Ok(match text.is_empty() {
        true => Cell::Blank,
        false => Cell::Text(text),
    })
}

/// A moment counted in milliseconds from 1970, as a day where it is one.
pub(super) fn instant(moment: i64) -> String {
    let date = civil(moment.div_euclid(DAY));
    match moment.rem_euclid(DAY) {
        0 => date,
        time => format!("{date}T{}", clock(time)),
    }
}
