//! The boundary with the page: the only code that knows JavaScript. It converts and never computes.

#[cfg(feature = "engine")]
mod engine;
#[cfg(feature = "viewer")]
mod viewer;

use crate::document::Document;
use crate::error::Error;
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// A value as plain JavaScript objects, the same shape as its JSON.
fn to_js<T: Serialize>(value: &T) -> Result<JsValue, JsValue> {
    value
        .serialize(&serde_wasm_bindgen::Serializer::json_compatible())
        .map_err(|failure| JsValue::from_str(&failure.to_string()))
}

/// Reads a plain JavaScript value of the page's own making.
fn from_js<T: serde::de::DeserializeOwned>(value: JsValue) -> Result<T, JsValue> {
    serde_wasm_bindgen::from_value(value).map_err(|failure| thrown(malformed(&failure)))
}

/// An error as the page catches it: our JSON, not a sentence.
fn thrown(error: Error) -> JsValue {
    to_js(&error).unwrap_or_else(|failure| failure)
}

/// Several errors, as the page catches them.
fn thrown_all(errors: Vec<Error>) -> JsValue {
    to_js(&errors).unwrap_or_else(|failure| failure)
}

fn malformed(failure: &dyn std::fmt::Display) -> Error {
    Error::new("wrong_request").with("value", failure.to_string())
}

/// A document from its JavaScript object, with the place of everything that is wrong.
fn document_from_js(value: JsValue) -> Result<Document, JsValue> {
    let json: serde_json::Value = from_js(value)?;
    Document::from_json(&json).map_err(thrown_all)
}

/// Parses a document's text. Throws an array of errors, each with its place.
#[wasm_bindgen]
pub fn parse(text: &str) -> Result<JsValue, JsValue> {
    to_js(&Document::parse(text).map_err(thrown_all)?)
}

/// Says all that is wrong with a document before any data are read: an array of errors.
#[wasm_bindgen]
pub fn check(document: JsValue) -> Result<JsValue, JsValue> {
    to_js(&document_from_js(document)?.check())
}
