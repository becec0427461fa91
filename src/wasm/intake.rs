//! Taking a file in, in the modules that the worker loads when such a file arrives.

use super::{from_js, thrown, to_js};
use crate::codebook::Codebook;
use crate::error::Error;
use crate::intake::{About, Choice, Look, Taken, look as look_at, take_with};
use crate::shape::Written;
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// A file on its way to the engine: piece by piece, as CSV.
#[wasm_bindgen]
pub struct Intake {
    taken: Taken,
    warnings: Vec<Error>,
}

/// What the file says besides its records.
#[derive(Serialize, Written)]
struct Recognised {
    about: About,
    codebook: Codebook,
    /// Whether it holds records: a questionnaire and a data dictionary hold none.
    records: bool,
    warnings: Vec<Error>,
}

#[wasm_bindgen]
impl Intake {
    /// Takes a whole file in, with the JSON that its publisher hands out beside it. Of its records only those in hand are in memory
    /// as cells.
    #[wasm_bindgen(constructor)]
    pub fn new(
        name: &str,
        bytes: Vec<u8>,
        choice: JsValue,
        beside: Option<String>,
    ) -> Result<Intake, JsValue> {
        let choice: Choice = match choice.is_undefined() {
            true => Choice::default(),
            false => from_js(&choice)?,
        };
        let taken = take_with(name, bytes, beside.as_deref(), &choice).map_err(thrown)?;
        Ok(Intake {
            warnings: taken.warnings,
            taken: taken.value,
        })
    }

    /// `{about, codebook, records, warnings}`.
    pub fn recognised(&self) -> Result<JsValue, JsValue> {
        to_js(&Recognised {
            about: self.taken.about.clone(),
            codebook: self.taken.codebook.clone(),
            records: !self.taken.names.is_empty(),
            warnings: self.warnings.clone(),
        })
    }

    /// The bytes of a file that came in an archive and that another module reads, once; nothing where this one does.
    #[wasm_bindgen(js_name = handedOn)]
    pub fn handed_on(&mut self) -> Option<Vec<u8>> {
        self.taken.handed_on.take()
    }

    /// What was odd about the records, once all are read.
    pub fn warnings(&self) -> Result<JsValue, JsValue> {
        to_js(&self.taken.warnings())
    }

    /// The next piece of CSV; nothing after the last.
    pub fn next(&mut self) -> Result<Option<Vec<u8>>, JsValue> {
        self.taken.next().map_err(thrown)
    }
}

/// The module that takes a file in, from its first bytes; nothing where the engine reads it as it is. `complete` when they are
/// the whole file.
#[wasm_bindgen]
pub fn look(head: &[u8], complete: bool) -> Option<String> {
    match look_at(head, complete) {
        Look::Plain => None,
        Look::Module(name) => Some(name.into()),
    }
}
