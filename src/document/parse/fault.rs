//! An error on its way up through the document, which gathers its place as it goes.

use crate::error::Error;
use serde::de::{Expected, Unexpected};
use serde_json::Value;

/// An [`Error`] whose place is relative to the value that is being read.
#[derive(Debug)]
pub(super) struct Fault(Box<Error>);

impl Fault {
    /// One level up: the value was under this name, or at this index.
    pub fn under(self, segment: &str) -> Self {
        let segment = segment.replace('~', "~0").replace('/', "~1");
        Fault(Box::new(self.0.within(&format!("/{segment}"))))
    }

    /// The error, with its place in the document.
    pub fn within(self, pointer: &str) -> Error {
        self.0.within(pointer)
    }
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        Fault(Box::new(error))
    }
}

/// What was expected, and what was found instead; both by name.
pub(super) fn wrong_type(expected: &str, found: &str) -> Error {
    Error::new("wrong_type")
        .with("expected", expected)
        .with("found", found)
}

/// The name of a value's type.
pub(super) fn type_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "yes_no",
        Value::Number(_) => "number",
        Value::String(_) => "text",
        Value::Array(_) => "list",
        Value::Object(_) => "object",
    }
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Fault {}

impl serde::de::Error for Fault {
    fn custom<T: std::fmt::Display>(message: T) -> Self {
        Error::new("invalid_value")
            .with("reason", message.to_string())
            .into()
    }

    fn invalid_type(found: Unexpected, expected: &dyn Expected) -> Self {
        let found = match found {
            Unexpected::Bool(_) => "yes_no",
            Unexpected::Unsigned(_) | Unexpected::Signed(_) | Unexpected::Float(_) => "number",
            Unexpected::Str(_) | Unexpected::Char(_) => "text",
            Unexpected::Seq => "list",
            Unexpected::Map => "object",
            _ => "null",
        };
        wrong_type(&expected.to_string(), found).into()
    }

    fn unknown_variant(value: &str, options: &'static [&'static str]) -> Self {
        Error::unknown("unknown_value", value, options.iter().copied()).into()
    }

    fn unknown_field(field: &str, options: &'static [&'static str]) -> Self {
        Error::unknown("unknown_field", field, options.iter().copied()).into()
    }

    fn missing_field(field: &'static str) -> Self {
        Error::new("missing_field").with("field", field).into()
    }

    fn duplicate_field(field: &'static str) -> Self {
        Error::new("duplicate_field").with("value", field).into()
    }
}
