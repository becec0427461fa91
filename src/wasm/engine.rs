//! The engine in its worker: files in, results out.

use super::{from_js, json, thrown, thrown_all, to_js};
use crate::document::{Document, Sources};
use crate::error::Error;
use crate::read::{Options, Reader};
use wasm_bindgen::prelude::*;

/// Files that are open and the results that come from them. Microdata stay inside.
#[wasm_bindgen]
#[derive(Default)]
pub struct Engine {
    sources: Sources,
    reading: Option<(String, Reader)>,
}

#[wasm_bindgen]
impl Engine {
    /// An engine with nothing open.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Engine {
        Engine::default()
    }

    /// Announces a file that follows in chunks, and how many bytes it has where that is known. What was open stays open, also
    /// under the same name, until `finish`.
    pub fn begin(
        &mut self,
        name: &str,
        options: JsValue,
        bytes: Option<f64>,
    ) -> Result<(), JsValue> {
        let options = match options.is_undefined() {
            true => Options::default(),
            false => from_js(&options)?,
        };
        self.reading = Some((
            name.into(),
            Reader::new(name, options).expecting(bytes.unwrap_or(0.0) as u64),
        ));
        Ok(())
    }

    /// Takes the next chunk and returns the number of records so far.
    pub fn push(&mut self, chunk: Vec<u8>) -> Result<f64, JsValue> {
        let (_, reader) = self.reading.as_mut().ok_or_else(nothing_begun)?;
        let records = reader.take(chunk);
        if records.is_err() {
            self.reading = None;
        }
        records.map(|records| records as f64).map_err(thrown)
    }

    /// Ends the file, keeps it under its name and describes it.
    pub fn finish(&mut self) -> Result<JsValue, JsValue> {
        let (name, reader) = self.reading.take().ok_or_else(nothing_begun)?;
        let read = reader.finish().map_err(thrown)?;
        to_js(self.sources.hold(&name, read))
    }

    /// Adds what was found odd about a file before it came here as CSV.
    pub fn warn(&mut self, name: &str, warnings: JsValue) -> Result<(), JsValue> {
        self.sources.warn(name, from_js(&warnings)?);
        Ok(())
    }

    /// Drops the half-read file.
    pub fn cancel(&mut self) {
        self.reading = None;
    }

    /// Keeps a small companion file: a codebook, a taxonomy.
    pub fn attach(&mut self, name: &str, text: &str) {
        self.sources.attach(name, text);
    }

    /// Describes a file that is held, with the labels of an attached codebook.
    pub fn describe(&self, name: &str, codebook: Option<String>) -> Result<JsValue, JsValue> {
        to_js(
            &self
                .sources
                .describe(name, codebook.as_deref())
                .map_err(thrown)?,
        )
    }

    /// Runs a document on the files that are open.
    pub fn run(&mut self, document: JsValue) -> Result<JsValue, JsValue> {
        let document = Document::from_json(&mut json(&document)?).map_err(thrown_all)?;
        as_objects(&self.sources.run(&document))
    }

    /// Runs a document given as text; the results as the same bytes that `pulso run` prints.
    #[wasm_bindgen(js_name = runText)]
    pub fn run_text(&mut self, document: &str) -> Result<String, JsValue> {
        let document = Document::parse(document).map_err(thrown_all)?;
        Ok(self.sources.run(&document).to_json())
    }

    /// A first document for a file that was just read, with what was found on the way.
    pub fn propose(&self, name: &str) -> Result<JsValue, JsValue> {
        to_js(&self.sources.propose(name).map_err(thrown)?)
    }

    /// Lets go of a file.
    pub fn forget(&mut self, name: &str) {
        self.sources.forget(name);
    }
}

/// A value as plain JavaScript objects, the same shape as its JSON, without the text in between: results of many cells are
/// handed over at once. The viewer, which hands over little, does without the serialiser's code.
fn as_objects<T: serde::Serialize>(value: &T) -> Result<JsValue, JsValue> {
    value
        .serialize(&serde_wasm_bindgen::Serializer::json_compatible())
        .map_err(|failure| JsValue::from_str(&failure.to_string()))
}

fn nothing_begun() -> JsValue {
    thrown(Error::new("no_file_begun"))
}

/// Says all that is wrong with a document's text before any data are read: an array of errors.
#[wasm_bindgen]
pub fn check(text: &str) -> Result<JsValue, JsValue> {
    match Document::parse(text) {
        Ok(document) => to_js(&document.check()),
        Err(errors) => to_js(&errors),
    }
}
