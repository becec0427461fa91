//! Rows as the CSV that the reader reads: UTF-8, commas, quotes where a text needs them, `.` before the tenths.

use super::Cell;
use std::io::Write as _;

/// Whole numbers below this are exact, and are written by digits.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// Writes one row and its line break.
pub(super) fn row(cells: &[Cell], out: &mut Vec<u8>) {
    for (place, cell) in cells.iter().enumerate() {
        if place > 0 {
            out.push(b',');
        }
        match cell {
            Cell::Blank => {}
            Cell::Number(number) => digits(*number, out),
            Cell::Flag(flag) => out.extend_from_slice(if *flag { b"true" } else { b"false" }),
            Cell::Text(value) => text(value.as_bytes(), out),
        }
    }
    // A row of a single blank cell would be an empty line, which is no record.
    if let [Cell::Blank] = cells {
        out.extend_from_slice(b"\"\"");
    }
    out.push(b'\n');
}

fn digits(number: f64, out: &mut Vec<u8>) {
    // A vector never fails to be written to.
    let _ = match number.fract() == 0.0 && number.abs() < EXACT {
        true => write!(out, "{}", number as i64),
        false => write!(out, "{number}"),
    };
}

fn text(value: &[u8], out: &mut Vec<u8>) {
    let plain = |byte: &u8| !matches!(byte, b'"' | b',' | b'\n' | b'\r');
    if value.iter().all(plain) && !value.starts_with(b" ") && !value.ends_with(b" ") {
        out.extend_from_slice(value);
        return;
    }
    out.push(b'"');
    for byte in value {
        if *byte == b'"' {
            out.push(b'"');
        }
        out.push(*byte);
    }
    out.push(b'"');
}
