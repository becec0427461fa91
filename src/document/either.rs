//! Values that a document may give in one of two forms. They are read by hand, so that a wrong one is told what would be
//! right.

use super::{Of, ReplicateColumns};
use crate::chart::Reference;
use crate::codebook::Code;
use crate::error::Param;
use crate::estimate::DegreesOfFreedom;
use crate::locale::Text;
use crate::shape::{Fault, Fields, Shape, through_value, type_of, wrong_type};
use serde::{Deserialize, Deserializer};
use serde_json::Value;

impl Shape for Code {
    fn read(value: &Value) -> Result<Self, Fault> {
        number_or_text(value, Code::Number, Code::Text)
    }
}

impl Shape for Reference {
    fn read(value: &Value) -> Result<Self, Fault> {
        number_or_text(value, Reference::Value, Reference::Row)
    }
}

fn number_or_text<T>(
    value: &Value,
    number: fn(f64) -> T,
    text: fn(String) -> T,
) -> Result<T, Fault> {
    match (value, value.as_f64()) {
        (_, Some(value)) => Ok(number(value)),
        (Value::String(value), _) => Ok(text(value.clone())),
        _ => Err(wrong_type("number_or_text", type_of(value)).into()),
    }
}

impl Shape for Text {
    fn read(value: &Value) -> Result<Self, Fault> {
        match value {
            Value::String(text) => Ok(Text::Plain(text.clone())),
            Value::Object(_) => Shape::read(value).map(Text::Languages),
            _ => Err(wrong_type("text_or_texts", type_of(value)).into()),
        }
    }
}

impl Shape for Of {
    fn read(value: &Value) -> Result<Self, Fault> {
        match value {
            Value::String(name) => Ok(Of {
                variable: name.clone(),
                ..Of::default()
            }),
            Value::Object(_) => {
                const KNOWN: [&str; 4] =
                    ["variable", "is", "plausible_values", "sampling_variance"];
                let fields = Fields::strict(value, &KNOWN)?;
                let plausible_values: Vec<String> = fields.get("plausible_values")?;
                Ok(Of {
                    variable: match plausible_values.is_empty() {
                        true => fields.need("variable")?,
                        false => fields.get("variable")?,
                    },
                    is: fields.get("is")?,
                    plausible_values,
                    sampling_variance: fields.get("sampling_variance")?,
                })
            }
            _ => Err(wrong_type("variable", type_of(value)).into()),
        }
    }
}

impl Shape for DegreesOfFreedom {
    fn read(value: &Value) -> Result<Self, Fault> {
        match value {
            Value::Array(_) => Shape::read(value).map(DegreesOfFreedom::Two),
            _ => Shape::read(value).map(DegreesOfFreedom::One),
        }
    }
}

impl Shape for ReplicateColumns {
    fn read(value: &Value) -> Result<Self, Fault> {
        match value {
            Value::String(pattern) => Ok(ReplicateColumns::Pattern(pattern.clone())),
            Value::Array(_) => Shape::read(value).map(ReplicateColumns::Names),
            _ => Err(wrong_type("text_or_list", type_of(value)).into()),
        }
    }
}

impl Shape for Param {
    fn read(value: &Value) -> Result<Self, Fault> {
        match (value, value.as_u64(), value.as_f64()) {
            (_, Some(count), _) => Ok(Param::Count(count)),
            (_, None, Some(number)) => Ok(Param::Number(number)),
            (Value::String(text), ..) => Ok(Param::Text(text.clone())),
            _ => Shape::read(value).map(Param::List),
        }
    }
}

/// serde's way in, as `#[derive(Shape)]` gives it.
macro_rules! deserialize {
    ($($name:ty),*) => {$(
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                through_value(from)
            }
        }
    )*};
}

deserialize!(
    Code,
    Reference,
    Text,
    Of,
    Param,
    ReplicateColumns,
    DegreesOfFreedom
);
