//! The boundary with the page: the only code that knows JavaScript. It converts and never computes.

#[cfg(feature = "engine")]
mod engine;
#[cfg(feature = "viewer")]
mod viewer;

use crate::document::shape_of_value;
use crate::error::Error;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use wasm_bindgen::prelude::*;

/// A value as plain JavaScript objects: through its JSON, which is the one way that values are written here. A second
/// serialiser would be a tenth of the viewer.
fn to_js<T: Serialize>(value: &T) -> Result<JsValue, JsValue> {
    let json =
        serde_json::to_string(value).map_err(|failure| JsValue::from_str(&failure.to_string()))?;
    js_sys::JSON::parse(&json)
}

/// A plain JavaScript value as JSON, the one shape from which everything is read.
fn json(value: JsValue) -> Result<Value, JsValue> {
    serde_wasm_bindgen::from_value(value)
        .map_err(|failure| thrown(Error::new("wrong_request").with("value", failure.to_string())))
}

/// Reads what the page asks for.
fn from_js<T: DeserializeOwned>(value: JsValue) -> Result<T, JsValue> {
    shape_of_value(&json(value)?).map_err(thrown)
}

/// An error as the page catches it: our JSON, not a sentence.
fn thrown(error: Error) -> JsValue {
    to_js(&error).unwrap_or_else(|failure| failure)
}

/// Several errors, as the page catches them.
fn thrown_all(errors: Vec<Error>) -> JsValue {
    to_js(&errors).unwrap_or_else(|failure| failure)
}
