//! From a file to its table, through whatever it is packed in.

use super::archive::{Zip, gunzip, main, tables};
use super::book::{self, package};
use super::format::{Format, of};
use super::text::{self, Text};
use super::tool::{self, Sheet};
use super::workbook::Book;
use super::{About, Choice, Taken, records};
use crate::error::{Error, Result, Warned};
use std::rc::Rc;

/// Archives that may stand within each other.
const MAX_NESTED: usize = 3;
/// Bytes in which the kind of a file shows.
const HEAD: usize = 1 << 16;

/// Takes a file in that stands within this many archives.
pub(super) fn open(bytes: Vec<u8>, choice: &Choice, within: usize) -> Result<Warned<Taken>> {
    let head = &bytes[..bytes.len().min(HEAD)];
    // What an archive holds shows in its directory, not in its first bytes.
    let format = match head.starts_with(b"PK") {
        true => Format::Zip,
        false => of(head),
    };
    match format {
        Format::Zip | Format::Gzip if within == MAX_NESTED => Err(not_a_table(format.name())),
        Format::Zip => unpacked(Zip::open(bytes)?, choice, within),
        Format::Gzip => {
            let mut taken = open(gunzip(bytes)?, choice, within + 1)?;
            taken.value.about.format = format.name().into();
            Ok(taken)
        }
        Format::Json => match std::str::from_utf8(&bytes)
            .ok()
            .filter(|text| package::knows(text))
        {
            Some(text) => Ok(package::read(text)?.taken(About::default())),
            None => records::take(&bytes, choice),
        },
        Format::Xml => Ok(book::ddi::read(&bytes)?.taken(About::default())),
        #[cfg(feature = "parquet")]
        Format::Parquet => super::parquet::take(bytes),
        Format::Csv => delimited(bytes, choice),
        Format::Other("xls") if is_encrypted(&bytes) => Err(Error::new("encrypted_file")),
        format => Err(not_a_table(format.name())),
    }
}

/// Delimited text.
fn delimited(bytes: Vec<u8>, choice: &Choice) -> Result<Warned<Taken>> {
    let text = Text::open(bytes, true, text::options(choice))?;
    let about = About {
        format: Format::Csv.name().into(),
        encoding: Some(text.encoding_name().into()),
        delimiter: Some(text.delimiter.into()),
        decimal: Some(text.marks.decimal.into()),
        ..About::default()
    };
    let sheet = Sheet {
        name: String::new(),
        hidden: false,
        rows: text.rows(),
        text: Some(text.written()),
    };
    let whole = Choice {
        table: None,
        ..choice.clone()
    };
    let mut taken = tool::named(vec![sheet], &whole, about)?;
    if text.invalid > 0 {
        let warning = Error::new("invalid_characters").with("n", text.invalid);
        taken.warnings.push(warning);
    }
    Ok(taken)
}

/// One of a workbook's sheets.
fn workbook(book: Book, format: Format, choice: &Choice) -> Result<Warned<Taken>> {
    let about = About {
        format: format.name().into(),
        ..About::default()
    };
    let book = Rc::new(book);
    let sheets = book
        .sheets()
        .iter()
        .enumerate()
        .map(|(place, sheet)| Sheet {
            name: sheet.name.clone(),
            hidden: sheet.hidden,
            rows: Book::sheet(&book, place),
            text: None,
        });
    tool::named(sheets.collect(), choice, about)
}

/// A workbook, or one of an archive's files.
fn unpacked(zip: Zip, choice: &Choice, within: usize) -> Result<Warned<Taken>> {
    let zip = match Book::open(zip)? {
        Ok(book) => {
            let format = match book {
                Book::Xlsx(_) => Format::Xlsx,
                Book::Ods(_) => Format::Ods,
            };
            return workbook(book, format, choice);
        }
        Err(zip) => zip,
    };
    let files = tables(&zip);
    if files.len() > super::MAX_TABLES {
        let error = Error::new("too_many_tables").with("value", files.len());
        return Err(error.with("limit", super::MAX_TABLES));
    }
    let wanted = choice.table.as_deref().filter(|_| files.len() > 1);
    // A sheet of a workbook among several files: `visits.xlsx/children`.
    let (part, inner) = match wanted {
        None => (main(&zip), choice.table.clone()),
        Some(wanted) => {
            let begins = |name: &str| wanted.strip_prefix(name)?.strip_prefix('/');
            let found = files.iter().find_map(|file| match file.name == wanted {
                true => Some((&file.name, None)),
                false => begins(&file.name).map(|rest| (&file.name, Some(rest.into()))),
            });
            let names = files.iter().map(|file| file.name.as_str());
            let (name, inner) =
                found.ok_or_else(|| Error::unknown("unknown_table", wanted, names))?;
            (zip.find(name), inner)
        }
    };
    let Some(part) = part else {
        return Err(Error::new("no_table"));
    };
    let (name, bytes) = (part.name.clone(), zip.whole(part)?);
    let choice = Choice {
        table: inner,
        ..choice.clone()
    };
    drop(zip);
    let mut taken = open(bytes, &choice, within + 1).map_err(|error| match error.place.file {
        None => error.in_file(name.as_str()),
        Some(_) => error,
    })?;
    let about = &mut taken.value.about;
    about.format = Format::Zip.name().into();
    if files.len() > 1 || about.tables.is_empty() {
        about.tables = files;
        about.table = Some(name);
    }
    Ok(taken)
}

/// A workbook with a password is no archive: Microsoft puts its bytes into a file of the older kind.
fn is_encrypted(bytes: &[u8]) -> bool {
    let mark: Vec<u8> = "EncryptedPackage"
        .bytes()
        .flat_map(|byte| [byte, 0])
        .collect();
    bytes.windows(mark.len()).any(|window| window == mark)
}

fn not_a_table(kind: &str) -> Error {
    Error::new("not_a_table").with("looks_like", kind)
}
