//! Values that a document may give in one of two forms. They are read by hand, so that a wrong one is told what would be
//! right.

use super::{Of, ReplicateColumns};
use crate::chart::Reference;
use crate::codebook::Code;
use crate::error::Param;
use crate::estimate::DegreesOfFreedom;
use crate::json::Value;
use crate::locale::Text;
use crate::shape::{Fault, Fields, Shape, through_value, wrong_type};
use serde::{Deserialize, Deserializer};

impl Shape for Code {
    fn read(value: &mut Value, fault: &mut Fault) -> Self {
        number_or_text(value, fault, Code::Number, Code::Text)
    }
}

impl Shape for Reference {
    fn read(value: &mut Value, fault: &mut Fault) -> Self {
        number_or_text(value, fault, Reference::Value, Reference::Row)
    }
}

fn number_or_text<T>(
    value: &Value,
    fault: &mut Fault,
    number: fn(f64) -> T,
    text: fn(String) -> T,
) -> T {
    match (value, value.number()) {
        (_, Some(value)) => number(value),
        (Value::Text(value), _) => text(value.clone()),
        _ => {
            fault.say(wrong_type("number_or_text", value));
            number(0.0)
        }
    }
}

impl Shape for Text {
    fn read(value: &mut Value, fault: &mut Fault) -> Self {
        match value {
            Value::Text(text) => Text::Plain(text.clone()),
            Value::Object(_) => Text::Languages(Shape::read(value, fault)),
            _ => {
                fault.say(wrong_type("text_or_texts", value));
                Text::default()
            }
        }
    }
}

impl Shape for Of {
    fn read(value: &mut Value, fault: &mut Fault) -> Self {
        match value {
            Value::Text(name) => Of {
                variable: name.clone(),
                ..Of::default()
            },
            Value::Object(_) => {
                const KNOWN: &str = "variable is plausible_values sampling_variance";
                let mut fields = Fields::strict(value, KNOWN, fault);
                let is = fields.get(1);
                let plausible_values: Vec<String> = fields.get(2);
                Of {
                    variable: match plausible_values.is_empty() {
                        true => fields.need(0),
                        false => fields.get(0),
                    },
                    is,
                    plausible_values,
                    sampling_variance: fields.need(3),
                }
            }
            _ => {
                fault.say(wrong_type("variable", value));
                Of::default()
            }
        }
    }
}

impl Shape for DegreesOfFreedom {
    fn read(value: &mut Value, fault: &mut Fault) -> Self {
        match value {
            Value::List(_) => DegreesOfFreedom::Two(Shape::read(value, fault)),
            _ => DegreesOfFreedom::One(Shape::read(value, fault)),
        }
    }
}

impl Shape for ReplicateColumns {
    fn read(value: &mut Value, fault: &mut Fault) -> Self {
        match value {
            Value::Text(pattern) => ReplicateColumns::Pattern(pattern.clone()),
            Value::List(_) => ReplicateColumns::Names(Shape::read(value, fault)),
            _ => {
                fault.say(wrong_type("text_or_list", value));
                ReplicateColumns::default()
            }
        }
    }
}

impl Shape for Param {
    fn read(value: &mut Value, fault: &mut Fault) -> Self {
        match (&*value, value.count(), value.number()) {
            (_, Some(count), _) => Param::Count(count),
            (_, None, Some(number)) => Param::Number(number),
            (Value::Text(text), ..) => Param::Text(text.clone()),
            _ => Param::List(Shape::read(value, fault)),
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
