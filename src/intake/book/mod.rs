//! Codebooks as other programs write them: a questionnaire (XLSForm), a data dictionary (REDCap), a descriptor (Frictionless Data
//! Package), DDI. What a file of data says of its own columns is a codebook too.

pub(super) mod ddi;
pub(super) mod languages;
pub(super) mod package;
pub(super) mod redcap;
pub(super) mod xlsform;

pub use package::datapackage;

use super::{About, Cell, Choice, Multiple, Rows, Taken, take};
use crate::codebook::Codebook;
use crate::error::{Error, Result, Warned};
use crate::json;
use crate::locale::Text;
use std::collections::BTreeSet;

/// Reads the codebook that a file is or holds, whatever its kind: XLSForm, REDCap's data dictionary, a Data Package, DDI, our own JSON,
/// and any file of data that carries labels.
///
/// # Errors
/// Those of [`take`]; those of [`Codebook::parse`]; `no_codebook` where the file says nothing of its columns.
pub fn codebook(name: &str, bytes: Vec<u8>) -> Result<Warned<Codebook>> {
    let taken = take(name, bytes, &Choice::default())?;
    if taken.value.codebook.variables.is_empty() {
        return Err(Error::new("no_codebook").in_file(name));
    }
    Ok(Warned {
        value: taken.value.codebook,
        warnings: taken.warnings,
    })
}

/// Whether JSON is our own codebook: it lists variables.
pub(super) fn is_ours(text: &str) -> bool {
    let read = json::read(text.trim_start_matches('\u{feff}'));
    read.is_ok_and(|value| matches!(value.get("variables"), Some(json::Value::List(_))))
}

/// Reads our own codebook.
///
/// # Errors
/// Those of [`Codebook::parse`].
pub(super) fn ours(text: &str) -> Result<Book> {
    Ok(Book {
        format: "codebook",
        codebook: Codebook::parse(text)?,
        ..Book::default()
    })
}

/// A codebook that was read, without records.
#[derive(Debug, Default)]
pub(super) struct Book {
    /// As [`About::format`] says.
    pub(super) format: &'static str,
    pub(super) codebook: Codebook,
    pub(super) multiple: Vec<Multiple>,
    pub(super) languages: Vec<String>,
    pub(super) warnings: Vec<Error>,
}

impl Book {
    /// As a file taken in: without names and records. Of variables that stand twice the first is kept, and the others are listed.
    pub(super) fn taken(mut self, mut about: About) -> Warned<Taken> {
        let mut known = BTreeSet::new();
        let mut twice = Vec::new();
        self.codebook.variables.retain(|variable| {
            let first = known.insert(variable.name.clone());
            if !first {
                twice.push(variable.name.clone());
            }
            first
        });
        if !twice.is_empty() {
            twice.sort();
            twice.dedup();
            let n = twice.len();
            twice.truncate(20);
            let warning = Error::new("repeated_variables").with("n", n);
            self.warnings.push(warning.with("values", twice));
        }
        about.format = self.format.into();
        about.multiple = self.multiple;
        about.languages = self.languages;
        for variable in &self.codebook.variables {
            for language in variable.label.iter().flat_map(Text::languages) {
                if !about.languages.contains(language) {
                    about.languages.push(language.clone());
                }
            }
        }
        Warned {
            value: Taken::new(about, self.codebook, Vec::new(), Box::new(NoRows)),
            warnings: self.warnings,
        }
    }
}

/// No records at all.
pub(super) struct NoRows;

impl Rows for NoRows {
    fn next(&mut self, _: &mut Vec<Cell>) -> Result<bool> {
        Ok(false)
    }
}
