//! What kind of file it is, from its first bytes.

#[cfg(feature = "tools")]
use super::indicator;
#[cfg(feature = "tools")]
use super::text::Text;
#[cfg(feature = "tools")]
use super::tool;
#[cfg(feature = "tools")]
use crate::read::Options;

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
    /// SAS's transport file.
    Xpt,
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
    /// The module of this name: `tools`, `labelled`, `parquet`.
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
            Format::Xpt => "xpt",
            Format::Parquet => "parquet",
            Format::Json => "json",
            Format::Xml => "xml",
            Format::Other(name) => name,
        }
    }
}

/// What takes a file in, from its first bytes; `complete` when they are the whole file.
///
/// A text that is plain CSV needs nothing but the reader, which reads it as it comes. One that must be rewritten goes to the module:
/// titles above the names, several rows of names, a survey tool's export, dates by day and month, thousands in groups of spaces.
/// What is wrong with a file is said by whoever reads it.
pub fn look(head: &[u8], complete: bool) -> Look {
    match of(head) {
        // Which of Excel's older files it is, and whether it has a password, is seen further in.
        Format::Other("xls") => Look::Module("tools"),
        Format::Other(_) => Look::Plain,
        Format::Csv => match special(head, complete) {
            true => Look::Module("tools"),
            false => Look::Plain,
        },
        Format::Sav | Format::Por | Format::Dta | Format::Xpt => Look::Module("labelled"),
        Format::Parquet => Look::Module("parquet"),
        _ => Look::Module("tools"),
    }
}

/// Whether text is more than plain CSV. Only the module that would take it in can tell.
#[cfg(feature = "tools")]
fn special(head: &[u8], complete: bool) -> bool {
    if indicator::recognised(head) {
        return true;
    }
    let text = Text::open(head.to_vec(), complete, Options::default());
    text.is_ok_and(|text| tool::is_special(text.rows(), text.written(), complete))
}
#[cfg(not(feature = "tools"))]
fn special(_: &[u8], _: bool) -> bool {
    false
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
        (b"HEADER RECORD*******", Format::Xpt),
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
    if head.get(257..262) == Some(b"ustar") {
        return Format::Other("tar");
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

/// A portable file begins with 200 bytes of splash strings and a table of 256 characters, the alphabet among them; `SPSSPORT` follows.
fn is_portable(head: &[u8]) -> bool {
    let unbroken: Vec<u8> = head
        .iter()
        .take(700)
        .filter(|byte| !matches!(byte, b'\r' | b'\n'))
        .copied()
        .collect();
    let place = |word: &[u8]| {
        unbroken
            .windows(word.len())
            .position(|window| window == word)
    };
    let letters = place(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
    letters.is_some() && letters < place(b"SPSSPORT")
}
