//! Files taken in: what is no plain CSV, and what survey tools write.

mod books;
mod columns;
mod hostile_sheets;
mod indicators;
mod labelled;
mod packed;
mod parquet;
mod records;
mod repeats;
mod sheets;
mod text;
mod tools;
mod unpacked;
mod vendor;

use pulso::error::{Error, Warned};
use pulso::intake::{Choice, Taken, take};

/// A file taken in, whole: what was recognised, and its records as texts.
#[derive(Debug)]
pub struct Whole {
    pub about: pulso::intake::About,
    pub codebook: pulso::codebook::Codebook,
    pub names: Vec<String>,
    pub rows: Vec<Vec<String>>,
    pub warnings: Vec<Error>,
}

/// Takes a file in that must be readable.
pub fn whole(name: &str, bytes: &[u8]) -> Whole {
    chosen(name, bytes, &Choice::default()).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Takes a file in as a person says.
pub fn chosen(name: &str, bytes: &[u8], choice: &Choice) -> Result<Whole, Error> {
    read(take(name, bytes.to_vec(), choice)?)
}

fn read(taken: Warned<Taken>) -> Result<Whole, Error> {
    let mut value = taken.value;
    let mut csv = Vec::new();
    while let Some(piece) = value.next()? {
        csv.extend(piece);
    }
    let mut rows = cells(std::str::from_utf8(&csv).expect("UTF-8"));
    if !rows.is_empty() {
        assert_eq!(rows.remove(0), value.names);
    }
    Ok(Whole {
        about: value.about,
        codebook: value.codebook,
        names: value.names,
        rows,
        warnings: taken.warnings,
    })
}

/// The cells of the CSV that is handed on, by hand, as a test that used the reader under test would believe it: commas, `"` doubled within quotes, line feeds.
pub fn cells(csv: &str) -> Vec<Vec<String>> {
    let mut records = Vec::new();
    let mut record = Vec::new();
    let mut cell = String::new();
    let mut quoted = false;
    let mut letters = csv.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => record.push(std::mem::take(&mut cell)),
            '\n' if !quoted => {
                record.push(std::mem::take(&mut cell));
                records.push(std::mem::take(&mut record));
            }
            other => cell.push(other),
        }
    }
    records
}

impl Whole {
    /// The cells of a column.
    pub fn column(&self, name: &str) -> Vec<&str> {
        let place = self.names.iter().position(|known| known == name);
        let place = place.unwrap_or_else(|| panic!("no column {name} in {:?}", self.names));
        self.rows.iter().map(|row| row[place].as_str()).collect()
    }

    /// The label of a column in Spanish, or the only one.
    pub fn label(&self, name: &str) -> &str {
        let variable = self.codebook.variable(name);
        let label = variable.and_then(|variable| variable.label.as_ref());
        label.map_or("", |label| label.get(&pulso::locale::Locale::default()))
    }

    /// Names of the columns of a set.
    pub fn set(&self, name: &str) -> Vec<&str> {
        let set = self.about.multiple.iter().find(|set| set.name == name);
        let set = set.unwrap_or_else(|| panic!("no set {name} in {:?}", self.about.multiple));
        set.items.iter().map(String::as_str).collect()
    }

    /// Codes of the warnings.
    pub fn codes(&self) -> Vec<&str> {
        self.warnings
            .iter()
            .map(|warning| warning.code.as_str())
            .collect()
    }
}
