//! The first thing that is wrong with a value that is being read.

use crate::error::Error;
use crate::json::Value;
use crate::text::replace;

/// The first [`Error`], if there is one. It gathers its place on its way up.
///
/// Reading goes on after it with values that stand for what could not be read: a way out of every field would cost the
/// viewer the code that frees the fields before it, a dozen kilobytes in all.
#[derive(Debug, Default)]
pub(crate) struct Fault(Option<Box<Error>>);

impl Fault {
    /// Takes an error, whose place is relative to the value that is being read, unless there was one before.
    #[inline(never)]
    pub fn say(&mut self, error: Error) {
        self.0.get_or_insert_with(|| Box::new(error));
    }

    /// Whether anything was wrong up to now.
    pub fn stands(&self) -> bool {
        self.0.is_some()
    }

    /// One level up: what was wrong since, was under this name.
    #[inline(never)]
    pub fn under(&mut self, stood_before: bool, name: &str) {
        if !stood_before && let Some(error) = self.0.take() {
            let name = replace(&replace(name, "~", "~0"), "/", "~1");
            self.0 = Some(Box::new(error.within(&format!("/{name}"))));
        }
    }

    /// One level up: what was wrong since, was at this index.
    #[inline(never)]
    pub fn at_index(&mut self, stood_before: bool, index: usize) {
        if !stood_before && self.stands() {
            self.under(false, &index.to_string());
        }
    }

    /// The value that was read, or the error with its place below `pointer`.
    ///
    /// # Errors
    /// The first.
    pub fn result<T>(self, read: T, pointer: &str) -> Result<T, Error> {
        match self.0 {
            Some(error) => Err(error.within(pointer)),
            None => Ok(read),
        }
    }
}

/// What was expected, and what was found instead; both by name.
pub(crate) fn wrong_type(expected: &str, value: &Value) -> Error {
    Error::new("wrong_type")
        .with("expected", expected)
        .with("found", type_of(value))
}

/// The name of a value's type.
fn type_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "yes_no",
        Value::Number(_) => "number",
        Value::Text(_) => "text",
        Value::List(_) => "list",
        Value::Object(_) => "object",
    }
}
