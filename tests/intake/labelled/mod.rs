//! SPSS, Stata and SAS transport files.

mod dta;
mod hostile;
mod por;
mod sav;
mod vendor;
mod write;
mod xpt;

use super::cells;
use pulso::codebook::{Code, Codebook, MissingKind};
use pulso::error::Error;
use pulso::intake::{About, Choice, take};
use pulso::locale::Text;
use pulso::read::{Options, read};

/// A file taken in, with its cells as they stand in the CSV.
pub struct File {
    pub about: About,
    pub codebook: Codebook,
    pub names: Vec<String>,
    pub rows: Vec<Vec<String>>,
    pub warnings: Vec<Error>,
}

impl File {
    /// The cells of a column.
    pub fn column(&self, name: &str) -> Vec<&str> {
        let at = self.names.iter().position(|known| known == name);
        let at = at.unwrap_or_else(|| panic!("{name} among {:?}", self.names));
        self.rows.iter().map(|row| row[at].as_str()).collect()
    }

    /// Whether the codebook says that a cell is no answer.
    pub fn is_missing(&self, name: &str, cell: &str) -> bool {
        let variable = self.codebook.variable(name);
        let code = Code::Text(cell.into());
        variable.is_some_and(|variable| variable.missing.iter().any(|one| one.code.same(&code)))
    }

    /// Codes with their labels.
    pub fn labels(&self, name: &str) -> Vec<(String, String)> {
        let variable = self.codebook.variable(name);
        let values = variable.map(|variable| variable.values.as_slice());
        let values = values.unwrap_or_default().iter();
        values
            .map(|value| (value.code.to_text(), plain(&value.label)))
            .collect()
    }

    /// Codes that are no answer, with the reason.
    pub fn missing(&self, name: &str) -> Vec<(String, MissingKind)> {
        let variable = self.codebook.variable(name);
        let missing = variable.map(|variable| variable.missing.as_slice());
        let missing = missing.unwrap_or_default().iter();
        missing.map(|one| (one.code.to_text(), one.kind)).collect()
    }

    /// The label of a column.
    pub fn label(&self, name: &str) -> Option<String> {
        self.codebook.variable(name)?.label.as_ref().map(plain)
    }
}

fn plain(text: &Text) -> String {
    match text {
        Text::Plain(text) => text.clone(),
        Text::Languages(_) => panic!("one language"),
    }
}

/// Takes a file in and reads all of it, as CSV and again by the engine's reader.
pub fn file(bytes: Vec<u8>) -> Result<File, Error> {
    let taken = take("file", bytes, &Choice::default())?;
    let warnings = taken.warnings;
    let mut taken = taken.value;
    let mut csv = Vec::new();
    while let Some(piece) = taken.next()? {
        csv.extend_from_slice(&piece);
    }
    let text = String::from_utf8(csv).expect("UTF-8");
    let mut rows = cells(&text);
    assert_eq!(rows.remove(0), taken.names);
    assert!(rows.iter().all(|row| row.len() == taken.names.len()));
    if let Ok(read) = read("file", text.as_bytes(), Options::default()) {
        assert_eq!(read.value.table.rows(), rows.len());
    }
    Ok(File {
        about: taken.about,
        codebook: taken.codebook,
        names: taken.names,
        rows,
        warnings,
    })
}
