//! What kind of file it is, from its first bytes.

use super::indicator;

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Cells parted by a mark.
    Csv,
    /// Excel's workbook.
    Xlsx,
    /// OpenDocument's spreadsheet.
    Ods,
    /// An archive of files.
    Zip,
    /// One compressed file.
    Gzip,
    /// SPSS's system file, also compressed by zlib (`.zsav`).
    Sav,
    /// SPSS's portable file.
    Por,
    /// Stata's file.
    Dta,
    /// Columns of Apache Parquet.
    Parquet,
    /// Records as JSON.
    Json,
    /// XML: a codebook in DDI.
    Xml,
    /// Something that holds no table; what it looks like.
    Other(&'static str),
}

/// Which module takes a file in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// CSV with one row of names: the engine's reader takes it as it is.
    Plain,
    /// The module of this name: `intake`, `labelled`, `parquet`.
    Module(&'static str),
}

impl Format {
    /// Its name in descriptions and errors.
    pub fn name(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::Xlsx => "xlsx",
            Format::Ods => "ods",
            Format::Zip => "zip",
            Format::Gzip => "gzip",
            Format::Sav => "sav",
            Format::Por => "por",
            Format::Dta => "dta",
            Format::Parquet => "parquet",
            Format::Json => "json",
            Format::Xml => "xml",
            Format::Other(name) => name,
        }
    }
}

/// What takes a file in, from its first bytes; `complete` when they are the whole file.
pub fn look(head: &[u8], _complete: bool) -> Look {
    match of(head) {
        Format::Csv if indicator::recognised(head) => Look::Module("intake"),
        Format::Csv | Format::Other(_) => Look::Plain,
        Format::Sav | Format::Por | Format::Dta => Look::Module("labelled"),
        Format::Parquet => Look::Module("parquet"),
        _ => Look::Module("intake"),
    }
}

/// The kind of a file.
pub(super) fn of(head: &[u8]) -> Format {
    let holds = |wanted: &[u8]| head.windows(wanted.len()).any(|window| window == wanted);
    let known: [(&[u8], Format); 15] = [
        (b"$FL2", Format::Sav),
        (b"$FL3", Format::Sav),
        (b"<stata_dta>", Format::Dta),
        (b"PAR1", Format::Parquet),
        (b"\x1F\x8B", Format::Gzip),
        (b"\xD0\xCF\x11\xE0", Format::Other("xls")),
        (b"HEADER RECORD*******", Format::Other("xpt")),
        (b"%PDF", Format::Other("pdf")),
        (b"\x89PNG", Format::Other("png")),
        (b"\xFF\xD8\xFF", Format::Other("jpeg")),
        (b"GIF8", Format::Other("gif")),
        (b"ARROW1", Format::Other("arrow")),
        (b"SQLite format 3", Format::Other("sqlite")),
        (b"Rar!", Format::Other("rar")),
        (b"7z\xBC\xAF", Format::Other("7z")),
    ];
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return match () {
            () if holds(b"xl/") => Format::Xlsx,
            () if holds(b"opendocument.spreadsheet") => Format::Ods,
            () if holds(b"word/") => Format::Other("docx"),
            () => Format::Zip,
        };
    }
    if let Some((_, format)) = known.iter().find(|(magic, _)| head.starts_with(magic)) {
        return *format;
    }
    let word = head
        .strip_prefix(b"\xEF\xBB\xBF")
        .unwrap_or(head)
        .trim_ascii_start();
    let starts = |tag: &str| {
        word.get(..tag.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(tag.as_bytes()))
    };
    match () {
        () if starts("<!doctype html") || starts("<html") => Format::Other("html"),
        () if starts("<") => Format::Xml,
        () if starts("{") || starts("[") => Format::Json,
        // Releases before 117 begin with their number and the order of their bytes.
        () if matches!(head, [102..=115, 1 | 2, 1, ..]) => Format::Dta,
        () if is_portable(head) => Format::Por,
        () => Format::Csv,
    }
}

/// A portable file begins with 200 bytes of splash strings, whose first words are in ASCII, and 264 bytes further with `SPSSPORT`.
fn is_portable(head: &[u8]) -> bool {
    let unbroken: Vec<u8> = head
        .iter()
        .take(700)
        .filter(|byte| !matches!(byte, b'\r' | b'\n'))
        .copied()
        .collect();
    unbroken.windows(8).any(|window| window == b"SPSSPORT") && !head.contains(&b',')
}
