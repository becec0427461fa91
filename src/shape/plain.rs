//! The shapes of plain values: texts, numbers, lists, maps.

use super::{Fault, Shape, wrong_type};
use crate::error::Error;
use crate::host;
use crate::json::Value;
use crate::short_map::ShortMap;

impl Value {
    /// A number's value.
    pub(crate) fn number(&self) -> Option<f64> {
        match self {
            Value::Number(digits) => Some(host::number(digits)),
            _ => None,
        }
    }

    /// The value of a number that is written as a whole one, without a sign.
    pub(crate) fn count(&self) -> Option<u64> {
        match self {
            Value::Number(digits) => digits.parse().ok(),
            _ => None,
        }
    }
}

/// A whole number from 0 to `max`.
#[inline(never)]
fn whole(value: &Value, max: u64, fault: &mut Fault) -> u64 {
    let error = match (value.count(), value.number()) {
        (Some(whole), _) if whole <= max => return whole,
        (None, Some(number)) if number.fract() != 0.0 => wrong_type("whole_number", value),
        // 10.0 is as whole as 10.
        (None, Some(number)) if (0.0..=max as f64).contains(&number) => return number as u64,
        (_, Some(number)) => Error::new("out_of_range")
            .with("value", number)
            .with("min", 0.0)
            .with("max", max as f64),
        (_, None) => wrong_type("whole_number", value),
    };
    fault.say(error);
    0
}

/// The elements of a list.
#[inline(never)]
fn list<'a>(value: &'a mut Value, fault: &mut Fault) -> &'a mut [Value] {
    match value {
        Value::List(elements) => elements,
        _ => {
            fault.say(wrong_type("list", value));
            &mut []
        }
    }
}

/// An element, with its index as its place.
fn element<T: Shape>(index: usize, value: &mut Value, fault: &mut Fault) -> T {
    let stood = fault.stands();
    let read = T::read(value, fault);
    fault.at_index(stood, index);
    read
}

impl Shape for u8 {
    fn read(value: &mut Value, fault: &mut Fault) -> Self {
        whole(value, u8::MAX.into(), fault) as u8
    }
}

impl Shape for u32 {
    fn read(value: &mut Value, fault: &mut Fault) -> Self {
        whole(value, u32::MAX.into(), fault) as u32
    }
}

impl Shape for u64 {
    fn read(value: &mut Value, fault: &mut Fault) -> Self {
        whole(value, u64::MAX, fault)
    }
}

impl Shape for f64 {
    fn read(value: &mut Value, fault: &mut Fault) -> Self {
        value.number().unwrap_or_else(|| {
            fault.say(wrong_type("number", value));
            0.0
        })
    }
}

impl Shape for bool {
    fn read(value: &mut Value, fault: &mut Fault) -> Self {
        match value {
            Value::Bool(yes) => *yes,
            _ => {
                fault.say(wrong_type("yes_no", value));
                false
            }
        }
    }
}

impl Shape for String {
    fn read(value: &mut Value, fault: &mut Fault) -> Self {
        match value {
            Value::Text(text) => text.clone(),
            _ => {
                fault.say(wrong_type("text", value));
                String::new()
            }
        }
    }
}

impl Shape for char {
    fn read(value: &mut Value, fault: &mut Fault) -> Self {
        let text = String::read(value, fault);
        let mut letters = text.chars();
        match (letters.next(), letters.next()) {
            (Some(letter), None) => letter,
            _ => {
                fault.say(wrong_type("text", value));
                ' '
            }
        }
    }
}

/// Any JSON at all.
impl Shape for Value {
    fn read(value: &mut Value, _: &mut Fault) -> Self {
        value.clone()
    }
}

impl<T: Shape> Shape for Option<T> {
    fn read(value: &mut Value, fault: &mut Fault) -> Self {
        match value {
            Value::Null => None,
            _ => Some(T::read(value, fault)),
        }
    }

    const OPTIONAL: bool = true;
}

impl<T: Shape> Shape for Box<T> {
    fn read(value: &mut Value, fault: &mut Fault) -> Self {
        Box::new(T::read(value, fault))
    }
}

impl<T: Shape> Shape for Vec<T> {
    fn read(value: &mut Value, fault: &mut Fault) -> Self {
        let elements = list(value, fault);
        let mut read = Vec::with_capacity(elements.len());
        for (index, value) in elements.iter_mut().enumerate() {
            read.push(element(index, value, fault));
        }
        read
    }
}

impl<T: Shape> Shape for [T; 2] {
    fn read(value: &mut Value, fault: &mut Fault) -> Self {
        match list(value, fault) {
            [first, second] => [element(0, first, fault), element(1, second, fault)],
            other => {
                let error = Error::new("wrong_length")
                    .with("expected", 2_usize)
                    .with("found", other.len());
                fault.say(error);
                [0, 1].map(|_| T::read(&mut Value::Null, fault))
            }
        }
    }
}

impl<T: Shape> Shape for ShortMap<String, T> {
    fn read(value: &mut Value, fault: &mut Fault) -> Self {
        let mut read = ShortMap::new();
        let Value::Object(fields) = value else {
            fault.say(wrong_type("object", value));
            return read;
        };
        for (name, value) in fields {
            let stood = fault.stands();
            let value = T::read(value, fault);
            fault.under(stood, name);
            read.insert(name.clone(), value);
        }
        read
    }
}
