//! What a file is, from its first bytes: kind, encoding, delimiter, decimal mark.

use super::decode::Decoder;
use super::number::{Marks, is_grouped};
use super::options::{Encoding, Options};
use super::split::{Sink, Splitter};
use crate::error::{Error, Result};
use crate::order::sort;

/// Bytes that are kept back to look at.
pub(crate) const HEAD: usize = 64 * 1024;
/// Records that are looked at.
const RECORDS: usize = 500;
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// How a file is read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Found {
    pub(crate) encoding: Encoding,
    pub(crate) delimiter: u8,
    pub(crate) marks: Marks,
    /// Bytes before the first record: a byte order mark, Excel's `sep=;` line.
    pub(crate) skip: usize,
}

/// Looks at the first bytes of a file; `complete` when they are the whole file.
///
/// # Errors
/// `empty_file`; `not_a_table` with what it `looks_like`; `bad_option`.
pub(crate) fn sniff(head: &[u8], complete: bool, options: Options) -> Result<Found> {
    if let Some(kind) = kind(head) {
        return Err(Error::new("not_a_table").with("looks_like", kind));
    }
    let delimiter = given_delimiter(options.delimiter)?;
    let decimal = given_decimal(options.decimal)?;
    let (found, mark) = byte_order_mark(head).unwrap_or_else(|| (encoding(head, complete), 0));
    let encoding = options.encoding.unwrap_or(found);
    let mut text = Vec::new();
    let mut decoder = Decoder::new(encoding, true);
    decoder.decode(&head[mark.min(head.len())..], &mut text);
    if text.iter().all(u8::is_ascii_whitespace) && complete {
        return Err(Error::new("empty_file"));
    }
    let mut skip = mark;
    let mut announced = None;
    if let Some((character, length)) = excel_line(&text) {
        announced = Some(character);
        text.drain(..length);
        let width = match encoding {
            Encoding::Utf16Le | Encoding::Utf16Be => 2,
            _ => 1,
        };
        skip += length * width;
    }
    let delimiter = delimiter
        .or(announced)
        .unwrap_or_else(|| best_delimiter(&text));
    Ok(Found {
        encoding,
        delimiter,
        marks: marks(&text, delimiter, decimal),
        skip,
    })
}

/// What a file that is no text table looks like.
fn kind(head: &[u8]) -> Option<&'static str> {
    let holds = |wanted: &[u8]| head.windows(wanted.len()).any(|window| window == wanted);
    let begins = |magic: &[u8]| head.starts_with(magic);
    let word = head.trim_ascii_start();
    let known: [(&[u8], &'static str); 15] = [
        (b"\xD0\xCF\x11\xE0", "xls"),
        (b"$FL2", "sav"),
        (b"$FL3", "zsav"),
        (b"<stata_dta>", "dta"),
        (b"HEADER RECORD*******", "xpt"),
        (b"%PDF", "pdf"),
        (b"\x89PNG", "png"),
        (b"\xFF\xD8\xFF", "jpeg"),
        (b"GIF8", "gif"),
        (b"\x1F\x8B", "gzip"),
        (b"PAR1", "parquet"),
        (b"ARROW1", "arrow"),
        (b"SQLite format 3", "sqlite"),
        (b"Rar!", "rar"),
        (b"7z\xBC\xAF", "7z"),
    ];
    if begins(b"PK\x03\x04") || begins(b"PK\x05\x06") {
        return Some(match () {
            () if holds(b"xl/") => "xlsx",
            () if holds(b"word/") => "docx",
            () if holds(b"opendocument.spreadsheet") => "ods",
            () => "zip",
        });
    }
    if let Some((_, kind)) = known.iter().find(|(magic, _)| begins(magic)) {
        return Some(kind);
    }
    let starts = |tag: &str| {
        word.get(..tag.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(tag.as_bytes()))
    };
    if starts("<!doctype html") || starts("<html") {
        return Some("html");
    }
    if starts("<?xml") {
        return Some("xml");
    }
    if word.starts_with(b"{") || word.starts_with(b"[{") {
        return Some("json");
    }
    None
}

fn byte_order_mark(head: &[u8]) -> Option<(Encoding, usize)> {
    match head {
        [0xEF, 0xBB, 0xBF, ..] => Some((Encoding::Utf8, 3)),
        [0xFF, 0xFE, ..] => Some((Encoding::Utf16Le, 2)),
        [0xFE, 0xFF, ..] => Some((Encoding::Utf16Be, 2)),
        _ => None,
    }
}

/// The encoding of a file without a mark: UTF-16 leaves every other byte of plain letters zero; UTF-8 that is no UTF-8 is
/// Windows-1252.
fn encoding(head: &[u8], complete: bool) -> Encoding {
    let zeros = |odd: usize| {
        head.iter()
            .skip(odd)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let half = head.len() / 2;
    if half > 1 && zeros(1) * 2 > half && zeros(0) * 10 < half {
        return Encoding::Utf16Le;
    }
    if half > 1 && zeros(0) * 2 > half && zeros(1) * 10 < half {
        return Encoding::Utf16Be;
    }
    match std::str::from_utf8(head) {
        Ok(_) => Encoding::Utf8,
        Err(error) if error.error_len().is_none() && !complete => Encoding::Utf8,
        // A stray byte in text that has proper UTF-8 elsewhere does not make the rest Windows-1252.
        Err(_) if mostly_utf8(head) => Encoding::Utf8,
        Err(_) => Encoding::Windows1252,
    }
}

/// Whether more characters beyond ASCII are UTF-8 than are not.
fn mostly_utf8(head: &[u8]) -> bool {
    let (mut proper, mut stray) = (0, 0);
    for part in head.utf8_chunks() {
        proper += part
            .valid()
            .chars()
            .filter(|character| !character.is_ascii())
            .count();
        stray += part.invalid().len();
    }
    proper > stray
}

/// Excel's first line `sep=;`: the delimiter and the length of the line with its break.
fn excel_line(text: &[u8]) -> Option<(u8, usize)> {
    let line = text
        .get(..4)
        .filter(|start| start.eq_ignore_ascii_case(b"sep="));
    match (line, text.get(4..)?) {
        (Some(_), [delimiter, b'\r', b'\n', ..]) => Some((*delimiter, 7)),
        (Some(_), [delimiter, b'\r' | b'\n', ..]) => Some((*delimiter, 6)),
        _ => None,
    }
}

fn given_delimiter(given: Option<char>) -> Result<Option<u8>> {
    let Some(delimiter) = given else {
        return Ok(None);
    };
    let usable = delimiter.is_ascii()
        && !delimiter.is_ascii_alphanumeric()
        && !matches!(delimiter, '"' | '\r' | '\n' | '\0' | '.' | '-');
    if usable {
        return Ok(Some(delimiter as u8));
    }
    let options = DELIMITERS.iter().map(|byte| char::from(*byte).to_string());
    Err(bad_option("delimiter", delimiter, options.collect()))
}

fn given_decimal(given: Option<char>) -> Result<Option<u8>> {
    match given {
        None => Ok(None),
        Some(mark @ ('.' | ',')) => Ok(Some(mark as u8)),
        Some(mark) => Err(bad_option("decimal", mark, vec![".".into(), ",".into()])),
    }
}

fn bad_option(option: &str, value: char, options: Vec<String>) -> Error {
    Error::new("bad_option")
        .with("option", option)
        .with("value", value.to_string())
        .with("options", options)
}

/// The delimiter by which most records have as many cells as the header.
fn best_delimiter(text: &[u8]) -> u8 {
    let mut best = (0.0, 0, b',');
    for delimiter in DELIMITERS {
        let sample = Sample::take(text, delimiter);
        let header = sample.records.first().map_or(0, Vec::len);
        // A title above the table has one cell: then the most common width decides, at a discount.
        let (width, weight) = if header > 1 {
            (header, 1.0)
        } else {
            (sample.common_width(), 0.5)
        };
        if width < 2 {
            continue;
        }
        let alike = sample
            .records
            .iter()
            .filter(|record| record.len() == width)
            .count();
        // One record alone is always like itself: it may be the whole file in quotes that this delimiter opens and never closes.
        let weight = match sample.records.len() {
            1 => weight / 4.0,
            _ => weight,
        };
        let score = weight * alike as f64 / sample.records.len() as f64;
        if score > best.0 || (score == best.0 && width > best.1) {
            best = (score, width, delimiter);
        }
    }
    best.2
}

/// The decimal mark by which more cells are numbers, and the other mark as the one of thousands where cells show it: several
/// groups, or a group and a fraction.
fn marks(text: &[u8], delimiter: u8, given: Option<u8>) -> Marks {
    let sample = Sample::take(text, delimiter);
    let cells = || {
        let records = sample.records.iter().skip(1).flatten();
        records.map(|cell| cell.strip_prefix(b"-").unwrap_or(cell))
    };
    let simple = |mark: u8| cells().filter(|cell| is_fraction(cell, mark)).count();
    let grouped = |decimal: u8, thousands: u8| {
        let sure = |cell: &&[u8]| {
            is_grouped(cell, thousands, decimal)
                && (cell.contains(&decimal)
                    || cell.iter().filter(|byte| **byte == thousands).count() > 1)
        };
        cells().filter(sure).count()
    };
    let (point, comma) = (grouped(b'.', b','), grouped(b',', b'.'));
    let decimal = given.unwrap_or_else(|| {
        if simple(b',') + 2 * comma > simple(b'.') + 2 * point {
            b','
        } else {
            b'.'
        }
    });
    let (thousands, sure, doubt) = match decimal {
        b',' => (b'.', comma, point),
        _ => (b',', point, comma),
    };
    Marks {
        decimal,
        thousands: (sure > 0 && doubt == 0).then_some(thousands),
    }
}

/// `12.5`: digits, one mark, digits. Three digits after the mark may be a thousand: that is no evidence, unless the whole part
/// is zero or too long for a first group.
fn is_fraction(cell: &[u8], mark: u8) -> bool {
    let mut parts = cell.split(|byte| *byte == mark);
    let (Some(whole), Some(fraction), None) = (parts.next(), parts.next(), parts.next()) else {
        return false;
    };
    let digits = |part: &[u8]| part.iter().all(u8::is_ascii_digit);
    digits(whole)
        && digits(fraction)
        && !fraction.is_empty()
        && (fraction.len() != 3 || whole.len() > 3 || whole.starts_with(b"0"))
}

/// The first records, split by one delimiter.
#[derive(Default)]
struct Sample {
    records: Vec<Vec<Vec<u8>>>,
    open: Vec<Vec<u8>>,
}

impl Sample {
    fn take(text: &[u8], delimiter: u8) -> Self {
        let mut sample = Sample::default();
        let mut splitter = Splitter::new(delimiter);
        let mut text = text.to_vec();
        // The sink stops the splitter when it has enough; what is wrong in the file is found when it is read.
        if let Ok(done) = splitter.run(&mut text, &mut sample)
            && sample.records.len() < 3
        {
            let _ = splitter.finish(&mut text[done..], &mut sample);
        }
        sample
    }

    fn common_width(&self) -> usize {
        let mut widths: Vec<usize> = self.records.iter().map(Vec::len).collect();
        sort(&mut widths, &Ord::cmp);
        let runs = widths.chunk_by(|a, b| a == b);
        let longest = runs.max_by_key(|run| (run.len(), run.first().copied()));
        longest.and_then(|run| run.first().copied()).unwrap_or(0)
    }
}

impl Sink for Sample {
    fn cell(&mut self, buffer: &[u8], start: usize, end: usize) -> Result<()> {
        self.open.push(buffer[start..end].trim_ascii().to_vec());
        Ok(())
    }

    fn record(&mut self, _: &[u8]) -> Result<()> {
        self.records.push(std::mem::take(&mut self.open));
        if self.records.len() == RECORDS {
            return Err(Error::new("enough"));
        }
        Ok(())
    }

    fn row(&self) -> u64 {
        self.records.len() as u64 + 1
    }

    fn begun(&self) -> bool {
        !self.open.is_empty()
    }
}
