//! How our types are read from JSON, what is said where they cannot be, and how they are written.
//!
//! A type derives [`Shape`] from the attributes by which serde writes it. All of them read from one [`Value`], field by field,
//! through the few functions below: compiled once, not once a type.

mod fault;
mod fields;
mod plain;
mod written;

pub(crate) use fault::{Fault, wrong_type};
pub(crate) use fields::Fields;
pub(crate) use pulso_derive::{Shape, Written};
pub(crate) use written::{Object, Written, json, name};

use crate::error::Error;
use crate::json::Value;
use serde::{Deserialize, Deserializer};

/// What can be read from JSON.
pub(crate) trait Shape: Sized {
    /// Reads a value. Where it cannot be read, says so and gives some value of its type, which nobody gets to see.
    ///
    /// Fields that the type does not know, where it lets them pass, are taken out of the value.
    fn read(value: &mut Value, fault: &mut Fault) -> Self;

    /// Whether a field of this type may be left out without a default: an option may.
    const OPTIONAL: bool = false;
}

/// Reads a whole value.
///
/// # Errors
/// The first thing that is wrong, with its place.
pub(crate) fn read<T: Shape>(value: &mut Value) -> Result<T, Error> {
    let mut fault = Fault::default();
    let read = T::read(value, &mut fault);
    fault.result(read, "")
}

/// The place of a name among names, which are parted by spaces; 0 where it is none of them.
#[inline(never)]
pub(crate) fn chosen(value: &Value, names: &str, fault: &mut Fault) -> usize {
    let Value::Text(text) = value else {
        fault.say(wrong_type("text", value));
        return 0;
    };
    let place = names.split(' ').position(|name| name == text);
    place.unwrap_or_else(|| {
        fault.say(Error::unknown("unknown_value", text, names.split(' ')));
        0
    })
}

/// serde's way in, for what is not read through the boundary.
pub(crate) fn through_value<'de, T: Shape, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    read(&mut Value::deserialize(from)?).map_err(serde::de::Error::custom)
}
