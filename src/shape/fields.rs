//! The fields of an object.

use super::{Fault, Shape, type_of, wrong_type};
use crate::error::Error;
use serde_json::{Map, Value};

/// The fields of an object that is being read.
pub(crate) struct Fields<'a>(&'a Map<String, Value>);

impl<'a> Fields<'a> {
    /// Fields of which some may be unknown to us.
    ///
    /// # Errors
    /// `wrong_type`.
    pub fn of(value: &'a Value) -> Result<Self, Fault> {
        match value {
            Value::Object(fields) => Ok(Fields(fields)),
            _ => Err(wrong_type("object", type_of(value)).into()),
        }
    }

    /// Fields that all have to be known: a misspelt option must not pass as a default.
    ///
    /// # Errors
    /// `wrong_type`; `unknown_field` for the first that is not known.
    pub fn strict(value: &'a Value, known: &[&str]) -> Result<Self, Fault> {
        let fields = Fields::of(value)?;
        match fields.0.keys().find(|name| !known.contains(&name.as_str())) {
            Some(name) => {
                let error = Error::unknown("unknown_field", name, known.iter().copied());
                Err(Fault::from(error).under(name))
            }
            None => Ok(fields),
        }
    }

    /// A field that has to be there, unless its type can do without.
    ///
    /// # Errors
    /// `missing_field`, and those of its type.
    pub fn need<T: Shape>(&self, name: &str) -> Result<T, Fault> {
        match self.0.get(name) {
            Some(value) => T::read(value).map_err(|fault| fault.under(name)),
            None => T::absent(name),
        }
    }

    /// A field, or its type's default.
    ///
    /// # Errors
    /// Those of its type.
    pub fn get<T: Shape + Default>(&self, name: &str) -> Result<T, Fault> {
        self.get_or(name, T::default)
    }

    /// A field, or what stands for it.
    ///
    /// # Errors
    /// Those of its type.
    pub fn get_or<T: Shape>(&self, name: &str, usual: fn() -> T) -> Result<T, Fault> {
        match self.0.get(name) {
            Some(value) => T::read(value).map_err(|fault| fault.under(name)),
            None => Ok(usual()),
        }
    }

    /// Whether a field is a list, or is not there.
    ///
    /// # Errors
    /// `wrong_type` where it is anything else.
    pub fn list(&self, name: &str) -> Result<(), Fault> {
        match self.0.get(name) {
            None | Some(Value::Array(_)) => Ok(()),
            Some(other) => Err(Fault::from(wrong_type("list", type_of(other))).under(name)),
        }
    }

    /// Which of two names a field goes by here.
    ///
    /// # Errors
    /// `duplicate_field` where both stand.
    #[cfg(feature = "viewer")]
    pub fn either<'n>(&self, name: &'n str, alias: &'n str) -> Result<&'n str, Fault> {
        match (self.0.contains_key(name), self.0.contains_key(alias)) {
            (true, true) => Err(Error::new("duplicate_field").with("value", name).into()),
            (false, true) => Ok(alias),
            _ => Ok(name),
        }
    }
}
