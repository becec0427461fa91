//! SAS's transport file, version 5, `.xpt`: records of 80 bytes, numbers as IBM's mainframes wrote them.
//!
//! Layout from SAS' technical note TS-140. Of a file with several tables the first is read.

use super::bytes::{Bytes, Order, damaged};
use super::cell::written;
use super::described::{Described, rows};
use super::names;
use super::time::{STATA_DAYS, Time};
use super::words::Words;
use crate::codebook::{Code, Codebook};
use crate::error::{Error, Result, Warned};
use crate::intake::{About, Cell, Choice, Rows, Taken};

/// Bytes of a record of the file.
const CARD: usize = 80;
const HEADER: &[u8] = b"HEADER RECORD*******";

/// Takes a transport file in.
///
/// Numbers that are missing for a reason (`.A` to `.Z`, `._`) stay apart as `.a` to `.z` and `._`; the file has no labels for them.
///
/// # Errors
/// `damaged_file`, `no_table`, `too_many_columns`, `too_many_rows`; `not_a_table` for version 8. Warnings: `duplicate_column`,
/// `unnamed_column`.
pub(super) fn take(file: Vec<u8>, choice: &Choice) -> Result<Warned<Taken>> {
    let words = Words::chosen(choice).unwrap_or(Words::Either);
    let mut bytes = Bytes::new(&file, Order::Big, "header");
    bytes.expect(HEADER)?;
    if !bytes.rest().starts_with(b"LIBRARY HEADER RECORD") {
        return Err(Error::new("not_a_table").with("looks_like", "xpt"));
    }
    // The library, and two cards about it.
    bytes.at = CARD;
    bytes.take(2 * CARD)?;
    let member = bytes.take(CARD)?;
    // 140, or 136 where a VAX wrote it.
    let size = digits(member.get(74..78)).filter(|size| (136..=140).contains(size));
    let size = size.ok_or_else(|| bytes.damaged())?;
    bytes.take(3 * CARD)?;
    bytes.part = "variables";
    let count = digits(bytes.take(CARD)?.get(54..58)).ok_or_else(|| bytes.damaged())?;
    names::count(count)?;
    let mut columns = Vec::new();
    let mut given = Vec::new();
    let mut described = Vec::new();
    let start = bytes.at;
    for _ in 0..count {
        let mut entry = Bytes::new(bytes.take(size)?, Order::Big, "variables");
        let kind = entry.u16()?;
        entry.take(2)?;
        let width = usize::from(entry.u16()?);
        entry.take(2)?;
        given.push(words.text(entry.take(8)?));
        described.push(Described {
            label: words.text(entry.take(40)?),
            ..Described::default()
        });
        let time = time(entry.take(8)?);
        entry.take(20)?;
        let column = Column {
            at: entry.size()?,
            width,
            text: kind == 2,
            time,
        };
        columns.push(column);
    }
    let entries = bytes.at - start;
    bytes.take(entries.next_multiple_of(CARD) - entries)?;
    bytes.part = "data";
    let header = bytes.take(CARD)?;
    if !header.starts_with(HEADER) {
        return Err(bytes.damaged());
    }
    let ends = columns
        .iter()
        .map(|column| column.at.checked_add(column.width));
    let width = ends.max().flatten().filter(|width| *width > 0);
    let width = width.ok_or_else(|| damaged("variables"))?;
    // Columns that lay over each other would make much of few bytes.
    if columns.iter().map(|column| column.width).sum::<usize>() > width {
        return Err(damaged("variables"));
    }
    let data = records(bytes.rest(), width);
    let count = rows((data / width) as u64)?;
    let form = (width, words);
    let mut records = Records {
        at: bytes.at,
        left: count,
        columns,
        form,
        file: Vec::new(),
    };
    for (column, described) in records.columns.iter().zip(&mut described) {
        let cells = bytes.rest().chunks_exact(width).take(count as usize);
        let mut reasons = [false; 256];
        for record in cells {
            if let (false, Err(mark)) = (column.text, number(column.field(record))) {
                reasons[usize::from(mark)] = true;
            }
        }
        // `.` is blank, and only that.
        for mark in (b'A'..=b'Z')
            .chain([b'_'])
            .filter(|mark| reasons[usize::from(*mark)])
        {
            described.missing(Code::Text(reason(mark)));
        }
    }
    records.file = file;
    let names = names::unique(&given);
    let described = names.value.iter().zip(described);
    let codebook = Codebook {
        variables: described
            .filter_map(|(name, said)| said.variable(name))
            .collect(),
    };
    let about = About {
        encoding: words.name().map(String::from),
        ..super::about("xpt", "sas")
    };
    Ok(Warned {
        value: Taken::new(about, codebook, names.value, Box::new(records)),
        warnings: names.warnings,
    })
}

/// A column of the records.
struct Column {
    at: usize,
    width: usize,
    text: bool,
    time: Option<Time>,
}

impl Column {
    fn field<'a>(&self, record: &'a [u8]) -> &'a [u8] {
        let field = record.get(self.at..self.at + self.width);
        field.unwrap_or_default()
    }
}

/// A number in digits with blanks around.
fn digits(bytes: Option<&[u8]>) -> Option<usize> {
    std::str::from_utf8(bytes?).ok()?.trim().parse().ok()
}

/// Bytes of the records: up to the next table, and without the blanks that fill the last card.
fn records(rest: &[u8], width: usize) -> usize {
    let mut cards = rest.chunks(CARD);
    let next = cards.position(|card| card.starts_with(HEADER));
    let mut bytes = next.map_or(rest.len(), |cards| cards * CARD);
    bytes -= bytes % width;
    let whole = bytes;
    // A record of nothing but blanks may be one, but not within the last card.
    while let Some(record) = bytes
        .checked_sub(width)
        .and_then(|from| rest.get(from..bytes))
    {
        let filling = whole - bytes + width < CARD;
        if !filling || record.iter().any(|byte| *byte != b' ') {
            break;
        }
        bytes -= width;
    }
    bytes
}

/// How numbers of a display format are shown. Times of day stay seconds.
fn time(format: &[u8]) -> Option<Time> {
    let days: [&[u8]; 14] = [
        b"DATE",
        b"YYMMDD",
        b"MMDDYY",
        b"DDMMYY",
        b"E8601DA",
        b"B8601DA",
        b"JULIAN",
        b"WORDDAT",
        b"WEEKDAT",
        b"EURDFDD",
        b"EURDFDE",
        b"IS8601DA",
        b"NLDATE",
        b"JULDAY",
    ];
    let moments: [&[u8]; 5] = [b"DATETIME", b"DATEAMPM", b"E8601DT", b"B8601DT", b"NLDATM"];
    let months: [&[u8]; 3] = [b"MONYY", b"YYMM", b"MMYY"];
    let is = |list: &[&[u8]]| list.iter().any(|start| format.starts_with(start));
    match () {
        () if is(&moments) => Some(Time::Seconds),
        () if is(&days) => Some(Time::Days),
        () if is(&months) => Some(Time::DaysMonth),
        () => None,
    }
}

fn reason(mark: u8) -> String {
    format!(".{}", char::from(mark.to_ascii_lowercase()))
}

/// A number of IBM's mainframes, cut to the bytes that are kept: a sign, a power of 16 and a fraction of 56 bits. What is missing
/// is a mark and zeros: the mark is the error.
fn number(bytes: &[u8]) -> Result<f64, u8> {
    let mut eight = [0; 8];
    for (to, from) in eight.iter_mut().zip(bytes) {
        *to = *from;
    }
    let bits = u64::from_be_bytes(eight);
    let fraction = bits & 0x00FF_FFFF_FFFF_FFFF;
    if fraction == 0 {
        return match eight[0] {
            0 | 0x80 => Ok(0.0),
            mark => Err(mark),
        };
    }
    let power = i32::from(eight[0] & 0x7F) - 64 - 14;
    // A power of 16 within 78 of none: exact.
    let scale = f64::from_bits(((1023 + 4 * i64::from(power)) as u64) << 52);
    let number = fraction as f64 * scale;
    Ok(if eight[0] & 0x80 == 0 {
        number
    } else {
        -number
    })
}

/// The records as rows.
struct Records {
    file: Vec<u8>,
    at: usize,
    left: u64,
    columns: Vec<Column>,
    form: (usize, Words),
}

impl Rows for Records {
    fn next(&mut self, cells: &mut Vec<Cell>) -> Result<bool> {
        if self.left == 0 {
            return Ok(false);
        }
        self.left -= 1;
        let (width, words) = self.form;
        let record = self.file.get(self.at..self.at + width).unwrap_or_default();
        self.at += width;
        cells.resize(self.columns.len(), Cell::Blank);
        for (cell, column) in cells.iter_mut().zip(&self.columns) {
            let field = column.field(record);
            if column.text {
                written(cell, field, words);
                continue;
            }
            *cell = match (number(field), column.time) {
                (Ok(number), None) => Cell::Number(number),
                (Ok(number), Some(time)) => time.shown(number, STATA_DAYS).into(),
                (Err(mark @ (b'A'..=b'Z' | b'_')), _) => Cell::Text(reason(mark)),
                (Err(_), _) => Cell::Blank,
            };
        }
        Ok(true)
    }
}
