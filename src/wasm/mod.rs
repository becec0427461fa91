//! The boundary with the page: the only code that knows JavaScript. It converts and never computes.

#[cfg(feature = "engine")]
mod engine;
#[cfg(feature = "viewer")]
mod viewer;

use crate::error::Error;
use crate::shape::{self, Shape, Written};
use js_sys::{Array, Object};
use serde_json::{Map, Number, Value};
use wasm_bindgen::prelude::*;

/// A value as plain JavaScript objects: through its JSON, which is the one way that values are written here. A second
/// serialiser would be a tenth of the viewer.
fn to_js(value: &dyn Written) -> Result<JsValue, JsValue> {
    js_sys::JSON::parse(&shape::json(value))
}

/// A plain JavaScript value as JSON, the one shape from which everything is read.
fn json(value: JsValue) -> Result<Value, JsValue> {
    if value.is_null() || value.is_undefined() {
        return Ok(Value::Null);
    }
    if let Some(number) = value.as_f64() {
        return Ok(number_of(number));
    }
    if let Some(text) = value.as_string() {
        return Ok(Value::String(text));
    }
    if let Some(yes) = value.as_bool() {
        return Ok(Value::Bool(yes));
    }
    if Array::is_array(&value) {
        let elements = Array::from(&value).into_iter().map(json);
        return elements.collect::<Result<_, _>>().map(Value::Array);
    }
    if !value.is_object() || value.is_function() {
        let found = value.js_typeof().as_string().unwrap_or_default();
        return Err(thrown(Error::new("wrong_request").with("value", found)));
    }
    let mut fields = Map::new();
    for entry in Object::entries(value.unchecked_ref()) {
        let entry: Array = entry.unchecked_into();
        fields.insert(
            entry.get(0).as_string().unwrap_or_default(),
            json(entry.get(1))?,
        );
    }
    Ok(Value::Object(fields))
}

/// JavaScript has one kind of number. Those that are whole, and small enough to be sure of it, become whole ones.
fn number_of(number: f64) -> Value {
    const SAFE: f64 = 9_007_199_254_740_991.0;
    if number.fract() != 0.0 || number.abs() > SAFE {
        Number::from_f64(number).map_or(Value::Null, Value::Number)
    } else {
        Value::Number((number as i64).into())
    }
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
