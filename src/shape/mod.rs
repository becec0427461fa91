//! How our types are read from JSON, what is said where they cannot be, and how they are written.
//!
//! A type derives [`Shape`] from the attributes by which serde writes it. All of them read from one [`Value`], field by field,
//! through the few functions below: compiled once, not once a type.

mod fault;
mod fields;
mod plain;
mod written;

pub(crate) use fault::{Fault, type_of, wrong_type};
pub(crate) use fields::Fields;
pub(crate) use pulso_derive::{Shape, Written};
pub(crate) use written::{Object, Written, json};

use crate::error::Error;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

/// What can be read from JSON.
pub(crate) trait Shape: Sized {
    /// Reads a value.
    fn read(value: &Value) -> Result<Self, Fault>;

    /// What stands for a field that is not there and has no default: an error, but for an option.
    fn absent(field: &str) -> Result<Self, Fault> {
        Err(Error::new("missing_field").with("field", field).into())
    }
}

/// The variant that a name stands for.
pub(crate) fn choice<T: Copy>(value: &Value, names: &[&str], variants: &[T]) -> Result<T, Fault> {
    let place = chosen(value, names)?;
    variants
        .get(place)
        .copied()
        .ok_or_else(|| wrong_type("text", type_of(value)).into())
}

fn chosen(value: &Value, names: &[&str]) -> Result<usize, Fault> {
    let Value::String(text) = value else {
        return Err(wrong_type("text", type_of(value)).into());
    };
    names
        .iter()
        .position(|name| name == text)
        .ok_or_else(|| Error::unknown("unknown_value", text, names.iter().copied()).into())
}

/// serde's way in, for what is not read through the boundary.
pub(crate) fn through_value<'de, T: Shape, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    let value = Value::deserialize(from)?;
    T::read(&value).map_err(|fault| serde::de::Error::custom(fault.within("")))
}
