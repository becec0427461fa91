//! JSON in which a name stands once in an object. Of two, a plain reader takes the last and says nothing.

use crate::error::{Error, Result};
use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};
use std::cell::RefCell;

/// Reads JSON text.
///
/// # Errors
/// `invalid_json` {line, column}; `duplicate_field` {value, line, column}. Lines and columns count from 1.
pub(super) fn read(text: &str) -> Result<Value> {
    let twice = RefCell::new(None);
    let mut json = serde_json::Deserializer::from_str(text);
    let value = Strict(&twice)
        .deserialize(&mut json)
        .and_then(|value| json.end().map(|()| value));
    value.map_err(|failure| {
        let error = match twice.take() {
            Some(name) => Error::new("duplicate_field").with("value", name),
            None => Error::new("invalid_json"),
        };
        error
            .with("line", failure.line())
            .with("column", failure.column())
    })
}

/// Reads one value, and keeps the first name that stands twice.
#[derive(Clone, Copy)]
struct Strict<'a>(&'a RefCell<Option<String>>);

impl<'de> DeserializeSeed<'de> for Strict<'_> {
    type Value = Value;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict<'_> {
    type Value = Value;
    fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str("JSON")
    }
    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }
    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }
    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Number(number.into()))
    }
    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(Value::Number(number.into()))
    }
    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(Number::from_f64(number).map_or(Value::Null, Value::Number))
    }
    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::String(text.into()))
    }
    fn visit_string<E>(self, text: String) -> Result<Value, E> {
        Ok(Value::String(text))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(element) = elements.next_element_seed(self)? {
            list.push(element);
        }
        Ok(Value::Array(list))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut fields = Map::new();
        while let Some(name) = entries.next_key::<String>()? {
            if fields.contains_key(&name) {
                *self.0.borrow_mut() = Some(name);
                return Err(A::Error::custom("a name stands twice"));
            }
            fields.insert(name, entries.next_value_seed(self)?);
        }
        Ok(Value::Object(fields))
    }
}
