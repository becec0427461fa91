//! From any file that a survey team has to what the reader reads: one table as CSV in UTF-8 with one row of names, and what the
//! file says of it.
//!
//! ```text
//! bytes → format (workbook, statistics file, archive, text) → Rows → tool (names, labels, answers) → Taken → CSV → read
//! ```
//!
//! A file that is plain CSV already goes straight to [`crate::read`]; [`look`] tells. Everything else is taken in here, in modules
//! that the page loads when such a file arrives. No limit below is reached by a survey; each keeps a hostile file from taking
//! the memory of the machine.

mod about;
mod book;
mod choice;
mod csv;
mod dates;
mod format;
mod names;
mod profile;
mod rows;
mod taken;
mod text;
mod tool;

pub use about::{About, Multiple, TableName};
pub use book::{codebook, datapackage};
pub use choice::Choice;
pub use format::{Format, Look, look};
pub use rows::{Cell, Rows};
pub use taken::Taken;

use crate::error::{Error, Result, Warned};
use crate::read::Options;
use text::Text;
use tool::{Sheet, Written};

/// Most bytes that a compressed part may inflate to.
pub const MAX_INFLATED: u64 = 1 << 30;
/// Most tables (sheets, files of an archive) that a file may have.
pub const MAX_TABLES: usize = 1_000;
/// Most levels that elements of XML and values of JSON may stand within each other.
pub const MAX_DEPTH: usize = 64;

/// Takes a whole file in.
///
/// # Errors
/// `not_a_table` with what it `looks_like`; `unknown_table` with the file's tables; those of its format.
pub fn take(name: &str, bytes: Vec<u8>, choice: &Choice) -> Result<Warned<Taken>> {
    let taken = match format::of(&bytes) {
        Format::Csv => csv(name, bytes, choice),
        Format::Xml => book::ddi::read(&bytes).map(|book| book.taken(About::default())),
        Format::Json => json(&bytes),
        other => Err(Error::new("not_a_table").with("looks_like", other.name())),
    };
    let located = |error: Error| error.in_file(name);
    let mut taken = taken.map_err(located)?;
    taken.warnings = taken.warnings.into_iter().map(located).collect();
    Ok(taken)
}

/// Takes in tables whose rows are read already, by their names: the sheets of a workbook, the files of an archive. Of several the one
/// that was chosen is taken, or the first that holds something; a questionnaire's sheets (XLSForm) give its codebook and no records.
///
/// # Errors
/// `unknown_table`, `unknown_tool`, each with the options; `no_table`; `too_many_columns`; what is wrong with the rows.
pub fn tables(
    tables: Vec<(String, Box<dyn Rows>)>,
    choice: &Choice,
    about: About,
) -> Result<Warned<Taken>> {
    let sheets = tables
        .into_iter()
        .map(|(name, rows)| Sheet::new(name, rows));
    tool::named(sheets.collect(), None, choice, about)
}

/// Takes delimited text in.
fn csv(name: &str, bytes: Vec<u8>, choice: &Choice) -> Result<Warned<Taken>> {
    let text = Text::open(bytes, true, options(choice))?;
    let about = About {
        format: Format::Csv.name().into(),
        encoding: Some(text.encoding_name().into()),
        delimiter: Some(text.delimiter.into()),
        decimal: Some(text.marks.decimal.into()),
        ..About::default()
    };
    let mut sheet = Sheet::new(name, text.rows());
    sheet.text = Some(written(&text));
    let whole = Choice {
        table: None,
        ..choice.clone()
    };
    let mut taken = tool::named(vec![sheet], None, &whole, about)?;
    if text.invalid > 0 {
        let warning = Error::new("invalid_characters").with("n", text.invalid);
        taken.warnings.push(warning);
    }
    Ok(taken)
}

/// Takes JSON in that describes data: a Data Package.
fn json(bytes: &[u8]) -> Result<Warned<Taken>> {
    let text = std::str::from_utf8(bytes).ok();
    match text.filter(|text| book::package::knows(text)) {
        Some(text) => Ok(book::package::read(text)?.taken(About::default())),
        None => Err(Error::new("not_a_table").with("looks_like", "json")),
    }
}

fn options(choice: &Choice) -> Options {
    Options {
        delimiter: choice.delimiter,
        encoding: choice.encoding,
        decimal: choice.decimal,
    }
}

fn written(text: &Text) -> Written {
    Written {
        delimiter: text.delimiter,
        quoted: text.quoted(),
        marks: text.marks,
    }
}
