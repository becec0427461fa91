//! The boundary with the page: the only code that knows JavaScript. It converts and never computes.

#[cfg(feature = "engine")]
mod engine;
#[cfg(feature = "viewer")]
mod viewer;

use crate::error::Error;
use crate::shape::{self, Shape, Written};
use serde_json::Value;
use wasm_bindgen::prelude::*;

/// A value as plain JavaScript objects: through its JSON, which is the one way that values are written here. A second
/// serialiser would be a tenth of the viewer.
fn to_js(value: &dyn Written) -> Result<JsValue, JsValue> {
    js_sys::JSON::parse(&shape::json(value))
}

/// A plain JavaScript value as JSON, the one shape from which everything is read.
fn json(value: JsValue) -> Result<Value, JsValue> {
    serde_wasm_bindgen::from_value(value)
        .map_err(|failure| thrown(Error::new("wrong_request").with("value", failure.to_string())))
}

/// Reads what the page asks for.
fn from_js<T: Shape>(value: JsValue) -> Result<T, JsValue> {
    T::read(&json(value)?).map_err(|fault| thrown(fault.within("")))
}

/// An error as the page catches it: our JSON, not a sentence.
fn thrown(error: Error) -> JsValue {
    to_js(&error).unwrap_or_else(|failure| failure)
}

/// Several errors, as the page catches them.
fn thrown_all(errors: Vec<Error>) -> JsValue {
    to_js(&errors).unwrap_or_else(|failure| failure)
}
