//! The shapes of plain values: texts, numbers, lists, maps.

use super::{Fault, Shape, type_of, wrong_type};
use crate::error::Error;
use crate::short_map::ShortMap;
use serde_json::Value;

fn unexpected(expected: &str, value: &Value) -> Fault {
    wrong_type(expected, type_of(value)).into()
}

/// A whole number from 0 to `max`.
fn whole(value: &Value, max: u64) -> Result<u64, Fault> {
    match (value.as_u64(), value.as_f64()) {
        (Some(whole), _) if whole <= max => Ok(whole),
        (None, Some(number)) if number.fract() != 0.0 => Err(unexpected("whole_number", value)),
        // 10.0 is as whole as 10.
        (None, Some(number)) if (0.0..=max as f64).contains(&number) => Ok(number as u64),
        (_, Some(number)) => Err(Error::new("out_of_range")
            .with("value", number)
            .with("min", 0.0)
            .with("max", max as f64)
            .into()),
        (_, None) => Err(unexpected("whole_number", value)),
    }
}

/// The elements of a list.
fn list(value: &Value) -> Result<&[Value], Fault> {
    match value {
        Value::Array(elements) => Ok(elements),
        _ => Err(unexpected("list", value)),
    }
}

/// An element, with its index as its place.
fn element<T: Shape>(index: usize, value: &Value) -> Result<T, Fault> {
    T::read(value).map_err(|fault| fault.under(&index.to_string()))
}

impl Shape for u8 {
    fn read(value: &Value) -> Result<Self, Fault> {
        whole(value, u8::MAX.into()).map(|whole| whole as u8)
    }
}

impl Shape for u32 {
    fn read(value: &Value) -> Result<Self, Fault> {
        whole(value, u32::MAX.into()).map(|whole| whole as u32)
    }
}

impl Shape for u64 {
    fn read(value: &Value) -> Result<Self, Fault> {
        whole(value, u64::MAX)
    }
}

impl Shape for f64 {
    fn read(value: &Value) -> Result<Self, Fault> {
        value.as_f64().ok_or_else(|| unexpected("number", value))
    }
}

impl Shape for bool {
    fn read(value: &Value) -> Result<Self, Fault> {
        value.as_bool().ok_or_else(|| unexpected("yes_no", value))
    }
}

impl Shape for String {
    fn read(value: &Value) -> Result<Self, Fault> {
        match value {
            Value::String(text) => Ok(text.clone()),
            _ => Err(unexpected("text", value)),
        }
    }
}

impl Shape for char {
    fn read(value: &Value) -> Result<Self, Fault> {
        let text = String::read(value)?;
        let mut letters = text.chars();
        match (letters.next(), letters.next()) {
            (Some(letter), None) => Ok(letter),
            _ => Err(unexpected("text", value)),
        }
    }
}

/// Any JSON at all.
impl Shape for Value {
    fn read(value: &Value) -> Result<Self, Fault> {
        Ok(value.clone())
    }
}

impl<T: Shape> Shape for Option<T> {
    fn read(value: &Value) -> Result<Self, Fault> {
        match value {
            Value::Null => Ok(None),
            _ => T::read(value).map(Some),
        }
    }

    fn absent(_: &str) -> Result<Self, Fault> {
        Ok(None)
    }
}

impl<T: Shape> Shape for Box<T> {
    fn read(value: &Value) -> Result<Self, Fault> {
        T::read(value).map(Box::new)
    }
}

impl<T: Shape> Shape for Vec<T> {
    fn read(value: &Value) -> Result<Self, Fault> {
        let elements = list(value)?;
        let mut read = Vec::with_capacity(elements.len());
        for (index, value) in elements.iter().enumerate() {
            read.push(element(index, value)?);
        }
        Ok(read)
    }
}

impl<T: Shape> Shape for [T; 2] {
    fn read(value: &Value) -> Result<Self, Fault> {
        match list(value)? {
            [first, second] => Ok([element(0, first)?, element(1, second)?]),
            other => Err(Error::new("wrong_length")
                .with("expected", 2_usize)
                .with("found", other.len())
                .into()),
        }
    }
}

impl<T: Shape> Shape for ShortMap<String, T> {
    fn read(value: &Value) -> Result<Self, Fault> {
        let Value::Object(fields) = value else {
            return Err(unexpected("object", value));
        };
        let mut read = ShortMap::new();
        for (name, value) in fields {
            let value = T::read(value).map_err(|fault| fault.under(name))?;
            read.insert(name.clone(), value);
        }
        Ok(read)
    }
}
