//! Workbooks and archives taken in: names first, then records.

use super::cells;
use pulso::error::Error;
use pulso::intake::{About, Choice, take};

/// What was taken in: names first, then records, blank cells empty.
pub struct Whole {
    pub about: About,
    pub rows: Vec<Vec<String>>,
    /// Codes of the warnings, those of the records last.
    pub warnings: Vec<Error>,
}

/// Takes a file in as a whole.
pub fn whole(bytes: Vec<u8>, table: Option<&str>) -> Result<Whole, Error> {
    let choice = Choice {
        table: table.map(String::from),
        ..Choice::default()
    };
    let taken = take("file", bytes, &choice)?;
    let (mut taken, mut warnings) = (taken.value, taken.warnings);
    let mut text = Vec::new();
    while let Some(piece) = taken.next()? {
        text.extend(piece);
    }
    warnings.extend(taken.warnings());
    let text = String::from_utf8(text).expect("UTF-8");
    Ok(Whole {
        about: taken.about,
        rows: cells(&text),
        warnings,
    })
}

/// Takes a file in that can be.
pub fn taken(bytes: Vec<u8>) -> Whole {
    whole(bytes, None).unwrap_or_else(|error| panic!("{error}"))
}

/// Rows as they are compared.
pub fn rows(expected: &[&[&str]]) -> Vec<Vec<String>> {
    let texts = expected
        .iter()
        .map(|row| row.iter().map(|cell| cell.to_string()));
    texts.map(Iterator::collect).collect()
}

/// Codes of errors.
pub fn codes(errors: &[Error]) -> Vec<&str> {
    errors.iter().map(|error| error.code.as_str()).collect()
}
