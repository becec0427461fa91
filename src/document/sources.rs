//! Files that are open: tables and small companion files, by name.

use super::kept::Kept;
use super::survey::Prepared;
use crate::codebook::Codebook;
use crate::error::{Error, Result, Warned};
use crate::estimate::Cells;
use crate::read::{Description, Read};
use std::collections::BTreeMap;

/// What documents can be run on. It lives in the engine; nothing of it is ever serialised but its descriptions.
#[derive(Default)]
pub struct Sources {
    tables: BTreeMap<String, Warned<Read>>,
    texts: BTreeMap<String, String>,
    /// Surveys made ready for questions. They rest on the files above: another file lets go of them.
    pub(super) surveys: Kept<Prepared>,
    /// What questions cut the surveys into.
    pub(super) crosses: Kept<Cells>,
}

impl Sources {
    /// Keeps a table under its name, in place of one that had the same name, and describes it.
    pub fn hold(&mut self, name: &str, read: Warned<Read>) -> &Description {
        self.settle();
        self.tables.insert(name.into(), read);
        &self.tables[name].value.description
    }

    /// Keeps a small companion file: a codebook, a taxonomy.
    pub fn attach(&mut self, name: &str, text: &str) {
        self.settle();
        self.texts.insert(name.into(), text.into());
    }

    /// Lets go of a file.
    pub fn forget(&mut self, name: &str) {
        self.settle();
        self.tables.remove(name);
        self.texts.remove(name);
    }

    /// What was made from the files is not true of the next ones.
    fn settle(&mut self) {
        self.surveys.clear();
        self.crosses.clear();
    }

    /// The table of a source, by its whole name or by its file name.
    ///
    /// # Errors
    /// `missing_file`, with the files that are open.
    pub(super) fn table(&self, source: &str) -> Result<&Warned<Read>> {
        lookup(&self.tables, source)
    }

    /// The text of a companion file.
    ///
    /// # Errors
    /// `missing_file`, with the files that are open.
    pub(super) fn text(&self, source: &str) -> Result<&str> {
        lookup(&self.texts, source).map(String::as_str)
    }

    /// The codebook of a data file: the one that is declared, or the file's own; an empty one where there is none.
    pub(super) fn codebook(&self, source: &str, declared: Option<&str>) -> Result<Codebook> {
        let parse =
            |text: &str, name: &str| Codebook::parse(text).map_err(|error| error.in_file(name));
        if let Some(name) = declared {
            return parse(self.text(name)?, name);
        }
        match self.text(&own_codebook(source)) {
            Ok(text) => parse(text, source),
            Err(_) => Ok(Codebook::default()),
        }
    }

    /// Adds what was found odd about a file before its records were read.
    pub fn warn(&mut self, name: &str, warnings: Vec<Error>) {
        if let Some(read) = self.tables.get_mut(name) {
            read.warnings.extend(warnings);
        }
    }
}

/// Under which name a file's own codebook is kept: that of a `.sav`, of a workbook's sheets.
pub fn own_codebook(source: &str) -> String {
    format!("{source}.codebook.json")
}

/// A document may say `data/erce.csv` where the person dropped `erce.csv`.
fn lookup<'a, T>(held: &'a BTreeMap<String, T>, source: &str) -> Result<&'a T> {
    let file_name = |path: &str| path.rsplit(['/', '\\']).next().unwrap_or(path).to_owned();
    held.get(source)
        .or_else(|| {
            held.iter()
                .find(|(name, _)| file_name(name) == file_name(source))
                .map(|(_, value)| value)
        })
        .ok_or_else(|| {
            Error::unknown("missing_file", source, held.keys().map(String::as_str)).in_file(source)
        })
}
