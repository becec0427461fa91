//! The boundary with the page: the only code that knows JavaScript. It converts and never computes.

#[cfg(feature = "engine")]
mod engine;
#[cfg(feature = "intake")]
mod intake;
#[cfg(not(any(feature = "engine", feature = "intake")))]
mod memory;
#[cfg(feature = "viewer")]
mod viewer;

use crate::error::Error;
use crate::json::{self, Value};
use crate::locale::{self, Locale};
use crate::shape::{self, Shape, Written};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// JSON text as JavaScript's value.
    #[wasm_bindgen(js_namespace = JSON, catch)]
    fn parse(text: &str) -> Result<JsValue, JsValue>;

    /// A value as JSON text; nothing for what has none.
    #[wasm_bindgen(js_namespace = JSON, catch)]
    fn stringify(value: &JsValue) -> Result<Option<String>, JsValue>;
}

/// The sentence for an error, a warning or a note. Each module has words for what it raises itself; the viewer also for what a
/// publication carries.
#[wasm_bindgen]
pub fn explain(error: JsValue, locale: &str) -> Result<String, JsValue> {
    let error: Error = from_js(&error)?;
    Ok(locale::explain(&error, &Locale(locale.into())))
}

/// A value as plain JavaScript objects: through its JSON, which is the one way that values are written here. A second
/// serialiser would be a tenth of the viewer.
fn to_js(value: &dyn Written) -> Result<JsValue, JsValue> {
    parse(&shape::json(value))
}

/// A plain JavaScript value as JSON, the one shape from which everything is read. What is no JSON, such as a function, is
/// nothing.
fn json(value: &JsValue) -> Result<Value, JsValue> {
    stringify(value)?.map_or(Ok(Value::Null), |text| json::read(&text).map_err(thrown))
}

/// Reads what the page asks for.
fn from_js<T: Shape>(value: &JsValue) -> Result<T, JsValue> {
    shape::read(&mut json(value)?).map_err(thrown)
}

/// An error as the page catches it: our JSON, not a sentence.
fn thrown(error: Error) -> JsValue {
    to_js(&error).unwrap_or_else(|failure| failure)
}

/// Several errors, as the page catches them.
#[cfg(any(feature = "engine", feature = "viewer"))]
fn thrown_all(errors: Vec<Error>) -> JsValue {
    to_js(&errors).unwrap_or_else(|failure| failure)
}
