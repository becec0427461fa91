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

    /// The codebook of a source; an empty one where none is declared.
    pub(super) fn codebook(&self, source: Option<&str>) -> Result<Codebook> {
        match source {
            Some(source) => {
                Codebook::parse(self.text(source)?).map_err(|error| error.in_file(source))
            }
            None => Ok(Codebook::default()),
        }
    }
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
