//! JSON as a tree: the one shape from which everything is read, and in which a publication is handed on.
//!
//! A handful of fields is a list, not a hashed map: the library's would be a tenth of the viewer.

#[cfg(feature = "engine")]
mod pretty;
mod read;

#[cfg(feature = "engine")]
pub(crate) use pretty::pretty;
pub(crate) use read::read;

#[cfg(feature = "engine")]
use crate::shape::{self, Written};

use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A value of ours as JSON.
#[cfg(feature = "engine")]
pub(crate) fn of(value: &dyn Written) -> Value {
    // What we write we can read.
    read(&shape::json(value)).unwrap_or_default()
}

/// Any JSON. What came in goes out with the same bytes, but for its spaces.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Value {
    /// Nothing.
    #[default]
    Null,
    /// Yes or no.
    Bool(bool),
    /// A number, in the digits in which it came.
    Number(String),
    /// A text.
    Text(String),
    /// Values in their order.
    List(Vec<Value>),
    /// Values by name, in the order in which they came; no name stands twice.
    Object(Vec<(String, Value)>),
}

impl Value {
    /// The field of an object.
    pub fn get(&self, name: &str) -> Option<&Value> {
        let Value::Object(fields) = self else {
            return None;
        };
        let (_, value) = fields.iter().find(|(known, _)| known == name)?;
        Some(value)
    }

    /// Whether nothing is given.
    #[cfg(not(all(feature = "complete", feature = "viewer")))]
    pub fn is_empty(&self) -> bool {
        matches!(self, Value::Null)
    }

    /// The field of an object, to be changed.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut Value> {
        let Value::Object(fields) = self else {
            return None;
        };
        let (_, value) = fields.iter_mut().find(|(known, _)| known == name)?;
        Some(value)
    }

    /// Gives a field of an object another value.
    pub fn set(&mut self, name: &str, value: Value) {
        if let Some(held) = self.get_mut(name) {
            *held = value;
        }
    }

    /// An object with these fields only.
    pub fn only(&self, names: &[&str]) -> Value {
        let fields = names
            .iter()
            .filter_map(|name| Some((name.to_string(), self.get(name)?.clone())));
        Value::Object(fields.collect())
    }

    /// The elements of a list that is a field of an object; none where there is no such list.
    pub fn list(&self, name: &str) -> &[Value] {
        match self.get(name) {
            Some(Value::List(elements)) => elements,
            _ => &[],
        }
    }
}

/// For what serde reads: companion files, and results in tests.
impl From<serde_json::Value> for Value {
    fn from(value: serde_json::Value) -> Self {
        use serde_json::Value as Serde;
        match value {
            Serde::Null => Value::Null,
            Serde::Bool(yes) => Value::Bool(yes),
            Serde::Number(number) => Value::Number(number.to_string()),
            Serde::String(text) => Value::Text(text),
            Serde::Array(elements) => Value::List(elements.into_iter().map(Value::from).collect()),
            Serde::Object(fields) => {
                let fields = fields.into_iter().map(|(name, value)| (name, value.into()));
                Value::Object(fields.collect())
            }
        }
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        serde_json::Value::deserialize(from).map(Value::from)
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Null => to.serialize_unit(),
            Value::Bool(yes) => to.serialize_bool(*yes),
            Value::Number(digits) => {
                let number: serde_json::Number = digits.parse().map_err(S::Error::custom)?;
                number.serialize(to)
            }
            Value::Text(text) => to.serialize_str(text),
            Value::List(elements) => to.collect_seq(elements),
            Value::Object(fields) => {
                to.collect_map(fields.iter().map(|(name, value)| (name, value)))
            }
        }
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Value {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        serde_json::Value::schema_name()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        serde_json::Value::json_schema(generator)
    }
}
