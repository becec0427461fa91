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

/// Decimals that are looked for before the general way is taken; answers and weights seldom have more.
const DECIMALS: [f64; 4] = [1e1, 1e2, 1e3, 1e4];
/// Below this, a number of that many digits is the shortest that reads back as the same double: 15 digits always survive.
const CERTAIN: f64 = 1e15;

/// Writes a number in its shortest form. Most are whole or have a few decimals, and are written without the machinery of formatting.
fn digits(number: f64, out: &mut Vec<u8>) {
    let size = number.abs();
    if number.fract() == 0.0 && size < EXACT {
        sign(number, out);
        return whole(size as u64, 1, out);
    }
    for (place, power) in DECIMALS.iter().enumerate() {
        let shifted = (size * power).round();
        // A whole number below 2^53 divided by a power of ten is rounded once, as reading the digits is.
        if shifted < CERTAIN && shifted / power == size {
            sign(number, out);
            let (shifted, power) = (shifted as u64, *power as u64);
            whole(shifted / power, 1, out);
            out.push(b'.');
            return whole(shifted % power, place + 1, out);
        }
    }
    // A vector never fails to be written to.
    let _ = write!(out, "{number}");
}

fn sign(number: f64, out: &mut Vec<u8>) {
    // A zero has none.
    if number < 0.0 {
        out.push(b'-');
    }
}

/// Writes a whole number in at least so many digits.
fn whole(mut number: u64, least: usize, out: &mut Vec<u8>) {
    if number < 10 && least < 2 {
        out.push(b'0' + number as u8);
        return;
    }
    let mut digits = [b'0'; 20];
    let mut begin = digits.len();
    while number > 0 || digits.len() - begin < least {
        begin -= 1;
        digits[begin] = b'0' + (number % 10) as u8;
        number /= 10;
    }
    out.extend_from_slice(&digits[begin..]);
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
