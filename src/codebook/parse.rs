//! A codebook as JSON: `{"variables": [{"name", "label", "values": [{"code", "label"}], "missing": [...]}]}`.

use super::{Code, Codebook, MissingCode, MissingKind, ValueLabel, Variable};
use crate::error::{Error, Result};
use crate::json::{self, Value};
use crate::locale::Text;
use crate::shape;
use std::collections::BTreeSet;

/// Most whole numbers that a `missing_range` may span.
const MAX_RANGE: f64 = 1_000.0;

impl Codebook {
    /// Reads a codebook.
    ///
    /// A label is a string or one for each language. A code of `missing` stands alone (`99`) or with its kind
    /// (`{"code": 99, "kind": "refused"}`). `missing_values` is read as `missing`, and `missing_range` (`[95, 99]`) as every
    /// whole number in it, as programs that convert statistics files write them. Other fields are left alone: codebooks
    /// carry much that is not needed here.
    ///
    /// # Errors
    /// `invalid_json` with `line` and `column`; `wrong_shape` with what was `expected`; `unknown_missing_kind`;
    /// `duplicate_variable`; each with a JSON pointer into the codebook.
    pub fn parse(text: &str) -> Result<Codebook> {
        let text = text.trim_start_matches('\u{FEFF}');
        let value = json::read(text)?;
        let Some(Value::List(list)) = value.get("variables") else {
            return Err(wrong_shape("/variables", "array"));
        };
        let mut names = BTreeSet::new();
        let mut variables = Vec::with_capacity(list.len());
        for (index, value) in list.iter().enumerate() {
            let at = format!("/variables/{index}");
            let variable = variable(value, &at)?;
            if !names.insert(variable.name.clone()) {
                return Err(Error::new("duplicate_variable")
                    .at(format!("{at}/name"))
                    .with("value", variable.name));
            }
            variables.push(variable);
        }
        Ok(Codebook { variables })
    }
}

fn variable(value: &Value, at: &str) -> Result<Variable> {
    let fields = object(value, at)?;
    let Some(Value::Text(name)) = fields.get("name") else {
        return Err(wrong_shape(&format!("{at}/name"), "string"));
    };
    let label = match given(fields, "label") {
        None => None,
        Some(label) => Some(text(label, &format!("{at}/label"))?),
    };
    let mut values = Vec::new();
    for (value, at) in list(fields, "values", at)? {
        let fields = object(value, &at)?;
        values.push(ValueLabel {
            code: code(fields.get("code"), &format!("{at}/code"))?,
            label: match given(fields, "label") {
                None => return Err(wrong_shape(&format!("{at}/label"), "string")),
                Some(label) => text(label, &format!("{at}/label"))?,
            },
        });
    }
    let mut missing = Vec::new();
    for name in ["missing", "missing_values"] {
        for (value, at) in list(fields, name, at)? {
            missing.push(missing_code(value, &at)?);
        }
    }
    missing.extend(missing_range(fields, at)?);
    Ok(Variable {
        name: name.into(),
        label: label.filter(|label| *label != Text::default()),
        values,
        missing,
    })
}

/// A field that is there and not null.
fn given<'a>(fields: &'a Value, name: &str) -> Option<&'a Value> {
    fields.get(name).filter(|value| **value != Value::Null)
}

fn object<'a>(value: &'a Value, at: &str) -> Result<&'a Value> {
    match value {
        Value::Object(_) => Ok(value),
        _ => Err(wrong_shape(at, "object")),
    }
}

/// The entries of an array with their pointers; none where the field is absent.
fn list<'a>(fields: &'a Value, name: &str, at: &str) -> Result<Vec<(&'a Value, String)>> {
    let Some(value) = given(fields, name) else {
        return Ok(Vec::new());
    };
    let at = format!("{at}/{name}");
    let Value::List(entries) = value else {
        return Err(wrong_shape(&at, "array"));
    };
    let pointed = entries.iter().enumerate();
    Ok(pointed
        .map(|(index, entry)| (entry, format!("{at}/{index}")))
        .collect())
}

fn text(value: &Value, at: &str) -> Result<Text> {
    shape::read(&mut value.clone()).map_err(|_| wrong_shape(at, "string"))
}

fn code(value: Option<&Value>, at: &str) -> Result<Code> {
    match value {
        Some(Value::Text(text)) => Some(Code::Text(text.clone())),
        value => value.and_then(Value::number).map(Code::Number),
    }
    .ok_or_else(|| wrong_shape(at, "code"))
}

fn missing_code(value: &Value, at: &str) -> Result<MissingCode> {
    let Ok(fields) = object(value, at) else {
        return Ok(MissingCode {
            code: code(Some(value), at)?,
            kind: MissingKind::Unspecified,
        });
    };
    let kind = match given(fields, "kind") {
        None => MissingKind::Unspecified,
        Some(kind) => {
            let at = format!("{at}/kind");
            let Value::Text(name) = kind else {
                return Err(wrong_shape(&at, "string"));
            };
            let (_, kind) = KINDS
                .iter()
                .find(|(known, _)| known == name)
                .ok_or_else(|| {
                    let names = KINDS.iter().map(|(name, _)| *name);
                    Error::unknown("unknown_missing_kind", name, names).at(at)
                })?;
            *kind
        }
    };
    Ok(MissingCode {
        code: code(fields.get("code"), &format!("{at}/code"))?,
        kind,
    })
}

/// Kinds of missing answers by their names.
pub(crate) const KINDS: [(&str, MissingKind); 6] = [
    ("blank", MissingKind::Blank),
    ("do_not_know", MissingKind::DoNotKnow),
    ("refused", MissingKind::Refused),
    ("not_applicable", MissingKind::NotApplicable),
    ("not_asked", MissingKind::NotAsked),
    ("unspecified", MissingKind::Unspecified),
];

/// `[95, 99]`: the whole numbers from 95 to 99.
fn missing_range(fields: &Value, at: &str) -> Result<Vec<MissingCode>> {
    let Some(range) = given(fields, "missing_range") else {
        return Ok(Vec::new());
    };
    let ends = match range {
        Value::List(ends) => ends.as_slice(),
        _ => &[],
    };
    let ends = match ends {
        [low, high] => low.number().zip(high.number()),
        _ => None,
    };
    let (low, high) = ends
        .filter(|(low, high)| low <= high && high - low <= MAX_RANGE)
        .ok_or_else(|| wrong_shape(&format!("{at}/missing_range"), "range"))?;
    let codes = (0..=(high.floor() - low.ceil()).max(-1.0) as i64).map(|step| MissingCode {
        code: Code::Number(low.ceil() + step as f64),
        kind: MissingKind::Unspecified,
    });
    Ok(codes
        .filter(|missing| missing.code.number() <= Some(high))
        .collect())
}

fn wrong_shape(at: &str, expected: &str) -> Error {
    Error::new("wrong_shape").at(at).with("expected", expected)
}
