//! What the columns mean: labels, value labels, kinds of missing answers.

mod oddity;
mod parse;

pub use oddity::{Occurring, oddities};
#[cfg(feature = "tools")]
pub(crate) use parse::KINDS;

use crate::locale::Text;
use crate::numeric::decimal;
use crate::shape::{Shape, Written};
use serde::Serialize;

/// The codebook of one data set.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Written, Shape)]
pub struct Codebook {
    /// One entry a column, in any order; a column without one has no label.
    pub variables: Vec<Variable>,
}

/// What is known of one column.
#[derive(Debug, Clone, PartialEq, Serialize, Written, Shape)]
pub struct Variable {
    /// The column's name.
    pub name: String,
    /// The question or the meaning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Text>,
    /// Labels of single values.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<ValueLabel>,
    /// Values that are no answer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<MissingCode>,
}

/// The label of one value.
#[derive(Debug, Clone, PartialEq, Serialize, Written, Shape)]
pub struct ValueLabel {
    /// As it stands in the data.
    pub code: Code,
    /// What it means.
    pub label: Text,
}

/// A value as the data hold it: a number or a text. `3` and `"3"` are the same code.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(untagged))]
pub enum Code {
    /// A number.
    Number(f64),
    /// A text.
    Text(String),
}

impl Code {
    /// As text: a whole number without a decimal point.
    pub fn to_text(&self) -> String {
        match self {
            Code::Number(number) => number.to_string(),
            Code::Text(text) => text.clone(),
        }
    }
}

impl Code {
    /// A number that is whole: people read `3` where the file said 3, so it is written without a decimal point.
    fn whole(&self) -> Option<i64> {
        const EXACT: f64 = 9_007_199_254_740_992.0;
        match self {
            Code::Number(number) if number.fract() == 0.0 && number.abs() < EXACT => {
                Some(*number as i64)
            }
            _ => None,
        }
    }
}

impl Serialize for Code {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match (self, self.whole()) {
            (_, Some(whole)) => serializer.serialize_i64(whole),
            (Code::Number(number), None) => serializer.serialize_f64(*number),
            (Code::Text(text), None) => serializer.serialize_str(text),
        }
    }
}

impl Written for Code {
    fn write(&self, out: &mut String) {
        match (self, self.whole()) {
            (_, Some(whole)) => whole.write(out),
            (Code::Number(number), None) => number.write(out),
            (Code::Text(text), None) => text.write(out),
        }
    }
}

#[cfg(feature = "engine")]
impl From<&crate::table::Level> for Code {
    fn from(level: &crate::table::Level) -> Self {
        level
            .number
            .map_or_else(|| Code::Text(level.text.clone()), Code::Number)
    }
}

/// A value that stands for the absence of an answer.
#[derive(Debug, Clone, PartialEq, Serialize, Written, Shape)]
pub struct MissingCode {
    /// As it stands in the data.
    pub code: Code,
    /// Why there is no answer.
    pub kind: MissingKind,
}

/// Why there is no answer. The kinds stay apart: a refusal is not a question that was never asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Written, Shape)]
#[serde(rename_all = "snake_case")]
pub enum MissingKind {
    /// The cell is empty.
    Blank,
    /// "I do not know."
    DoNotKnow,
    /// The person would not say.
    Refused,
    /// The question was skipped because it does not apply.
    NotApplicable,
    /// The question was not put.
    NotAsked,
    /// Declared missing, without a reason.
    Unspecified,
}

impl Variable {
    /// The label of a value.
    pub fn value_label(&self, code: &Code) -> Option<&Text> {
        let same = |value: &&ValueLabel| value.code.same(code);
        self.values.iter().find(same).map(|value| &value.label)
    }
}

impl Code {
    /// Whether two codes are the same: `3`, `"3"` and `"3.0"` are, `"03"` is another.
    pub fn same(&self, other: &Code) -> bool {
        match (self, other) {
            (Code::Text(a), Code::Text(b)) => a == b,
            _ => self
                .number()
                .is_some_and(|number| Some(number) == other.number()),
        }
    }

    /// As a key: `3` and `"3"` and `" 3"` are the same.
    pub fn key(&self) -> String {
        match self {
            Code::Number(number) => decimal::decimal(*number),
            Code::Text(text) => text.trim().to_string(),
        }
    }

    /// Whether this is the code's key. No text is made where the first letter tells: this is asked for every mark of a picture.
    pub fn has_key(&self, key: &str) -> bool {
        match self {
            Code::Text(text) => text.trim() == key,
            Code::Number(_) => {
                key.starts_with(|first: char| !first.is_alphabetic()) && self.key() == key
            }
        }
    }

    /// Its value where it is a number, also when it is written as a text. Leading zeros make a name, not a number.
    pub fn number(&self) -> Option<f64> {
        match self {
            Code::Number(number) => Some(*number),
            Code::Text(text) => {
                let digits = text.trim_start_matches('-').as_bytes();
                let plain = digits.first().is_some_and(u8::is_ascii_digit)
                    && !matches!(digits, [b'0', b'0'..=b'9', ..]);
                decimal::parse(text).filter(|_| plain)
            }
        }
    }
}

impl Codebook {
    /// The entry of a column.
    pub fn variable(&self, name: &str) -> Option<&Variable> {
        self.variables.iter().find(|variable| variable.name == name)
    }
}
