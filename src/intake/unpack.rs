//! Texts, workbooks and archives: from a file to its table, through whatever it is packed in.

use super::archive::{self, Zip, gunzip, main};
use super::book::{self, package};
use super::format::{Format, of};
use super::open::not_a_table;
use super::text::{self, Text};
use super::tool::{self, Kin, Sheet};
use super::workbook::Book;
use super::{About, Choice, Rows, TableName, Taken, records};
use crate::codebook::Codebook;
use crate::error::{Error, Result, Warned};
use std::rc::Rc;

/// Archives that may stand within each other.
const MAX_NESTED: usize = 3;
/// Bytes in which the kind of a file shows.
const HEAD: usize = 1 << 16;

/// Takes a file in that stands within this many archives.
pub(super) fn open(bytes: Vec<u8>, choice: &Choice, within: usize) -> Result<Warned<Taken>> {
    among(bytes, &[], choice, within)
}

/// Takes a file in that stands in an archive beside others.
fn among(bytes: Vec<u8>, kin: &[Kin], choice: &Choice, within: usize) -> Result<Warned<Taken>> {
    let head = &bytes[..bytes.len().min(HEAD)];
    // What an archive holds shows in its directory, not in its first bytes.
    let format = match head.starts_with(b"PK") {
        true => Format::Zip,
        false => of(head),
    };
    match format {
        Format::Zip | Format::Gzip if within == MAX_NESTED => Err(not_a_table(format)),
        Format::Zip => unpacked(Zip::open(bytes)?, choice, within),
        Format::Gzip => {
            let mut taken = open(gunzip(bytes)?, choice, within + 1)?;
            taken.value.about.format = format.name().into();
            Ok(taken)
        }
        Format::Json => match std::str::from_utf8(&bytes) {
            Ok(text) if package::knows(text) => Ok(package::read(text)?.taken(About::default())),
            Ok(text) if book::is_ours(text) => Ok(book::ours(text)?.taken(About::default())),
            _ => records::take(&bytes, choice),
        },
        Format::Xml => Ok(book::ddi::read(&bytes)?.taken(About::default())),
        Format::Csv => delimited(bytes, kin, choice),
        Format::Other("xls") if is_encrypted(&bytes) => Err(Error::new("encrypted_file")),
        // Another module's, in an archive.
        Format::Sav | Format::Por | Format::Dta | Format::Xpt if within > 0 => {
            others(bytes, choice, cfg!(feature = "labelled"))
        }
        Format::Parquet if within > 0 => others(bytes, choice, cfg!(feature = "parquet")),
        format => Err(not_a_table(format)),
    }
}

/// A file out of an archive that another module reads; where that is another program, its bytes are handed on.
fn others(bytes: Vec<u8>, choice: &Choice, is_here: bool) -> Result<Warned<Taken>> {
    if is_here {
        return super::open::open(bytes, None, choice);
    }
    let rows: Box<dyn Rows> = Box::new(book::NoRows);
    let mut value = Taken::new(About::default(), Codebook::default(), Vec::new(), rows);
    value.handed_on = Some(bytes);
    Ok(Warned {
        value,
        warnings: Vec::new(),
    })
}

/// Delimited text.
fn delimited(bytes: Vec<u8>, kin: &[Kin], choice: &Choice) -> Result<Warned<Taken>> {
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
    let mut taken = tool::named(vec![sheet], kin, &whole, about)?;
    if text.invalid > 0 {
        let warning = Error::new("invalid_characters").with("n", text.invalid);
        taken.warnings.push(warning);
    }
    Ok(taken)
}

/// One of a workbook's sheets.
fn workbook(book: Book, format: Format, choice: &Choice) -> Result<Warned<Taken>> {
    let tables = book.sheets().iter().map(|sheet| TableName {
        name: sheet.name.clone(),
        hidden: sheet.hidden,
    });
    let about = About {
        format: format.name().into(),
        tables: tables.collect(),
        ..About::default()
    };
    let book = Rc::new(book);
    let sheet = |book: &Rc<Book>, place: usize| Sheet {
        name: book.sheets()[place].name.clone(),
        hidden: book.sheets()[place].hidden,
        rows: Book::sheet(book, place),
        text: None,
    };
    let places = 0..book.sheets().len();
    let sheets = places.clone().map(|place| sheet(&book, place));
    let kin = places.map(|place| {
        let book = Rc::clone(&book);
        Kin {
            name: book.sheets()[place].name.clone(),
            is_text: false,
            open: Box::new(move || Ok(sheet(&book, place))),
        }
    });
    let kin: Vec<Kin> = kin.collect();
    tool::named(sheets.collect(), &kin, choice, about)
}

/// Takes in tables whose rows are read already, by their names. Of several the one that was chosen is taken, or the first that
/// holds something; a questionnaire's sheets (XLSForm) give its codebook and no records.
///
/// # Errors
/// `unknown_table`, `unknown_tool`, each with the options; `no_table`; `too_many_columns`; what is wrong with the rows.
pub fn tables(
    tables: Vec<(String, Box<dyn Rows>)>,
    choice: &Choice,
    about: About,
) -> Result<Warned<Taken>> {
    let sheets = tables.into_iter().map(|(name, rows)| Sheet {
        name,
        hidden: false,
        rows,
        text: None,
    });
    tool::named(sheets.collect(), &[], choice, about)
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
    let files = archive::tables(&zip);
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
    let kin = beside(zip, &name, &choice);
    let mut taken =
        among(bytes, &kin, &choice, within + 1).map_err(|error| match error.place.file {
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

/// The texts of an archive that stand beside one, as far as they may inflate together: a repeated group may belong to them.
fn beside(zip: Zip, name: &str, choice: &Choice) -> Vec<Kin> {
    let zip = Rc::new(zip);
    let ending = |name: &str| name.rsplit('.').next().unwrap_or_default().to_string();
    let mut sizes = 0_u64;
    let parts = zip.parts().iter().enumerate().filter(|(_, part)| {
        let is_beside = part.name != name && ending(&part.name) == ending(name);
        sizes = sizes.saturating_add(part.size * u64::from(is_beside));
        is_beside && sizes <= super::MAX_INFLATED
    });
    let kin = parts.map(|(place, part)| {
        let (zip, choice) = (Rc::clone(&zip), choice.clone());
        let open = move || {
            let part = &zip.parts()[place];
            let bytes = zip.anew(part)?;
            match of(&bytes[..bytes.len().min(HEAD)]) {
                Format::Csv => {}
                other => return Err(not_a_table(other)),
            }
            let text = Text::open(bytes, true, text::options(&choice))?;
            Ok(Sheet {
                name: part.name.clone(),
                hidden: false,
                rows: text.rows(),
                text: Some(text.written()),
            })
        };
        Kin {
            name: part.name.clone(),
            is_text: true,
            open: Box::new(open),
        }
    });
    kin.collect()
}

/// A workbook with a password is no archive: Microsoft puts its bytes into a file of the older kind.
fn is_encrypted(bytes: &[u8]) -> bool {
    let mark: Vec<u8> = "EncryptedPackage"
        .bytes()
        .flat_map(|byte| [byte, 0])
        .collect();
    bytes.windows(mark.len()).any(|window| window == mark)
}
