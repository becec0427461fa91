//! An error on its way up through a value, which gathers its place as it goes.

use crate::error::Error;
use serde_json::Value;

/// An [`Error`] whose place is relative to the value that is being read.
#[derive(Debug)]
pub(crate) struct Fault(Box<Error>);

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
pub(crate) fn wrong_type(expected: &str, found: &str) -> Error {
    Error::new("wrong_type")
        .with("expected", expected)
        .with("found", found)
}

/// The name of a value's type.
pub(crate) fn type_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "yes_no",
        Value::Number(_) => "number",
        Value::String(_) => "text",
        Value::Array(_) => "list",
        Value::Object(_) => "object",
    }
}
