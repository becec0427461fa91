//! Frictionless Data Package: a descriptor in JSON beside files of data. `title` and `description` of a field become its label,
//! `categories` or `constraints.enum` its value labels. Labels of several languages stand under `pulso:labels`, or under `title@es`;
//! why a value is no answer stands under `pulso:kind`.

use super::{Book, languages};
use crate::codebook::{Code, Codebook, KINDS, MissingCode, MissingKind, ValueLabel, Variable};
use crate::error::{Error, Result};
use crate::intake::names::{identifier, readable};
use crate::intake::tool::missing_kind;
use crate::json::{self, Value};
use crate::locale::{Locale, Text};
use crate::numeric::decimal;
use crate::shape;

/// Whether JSON is a descriptor: it has resources with fields.
pub(in crate::intake) fn knows(text: &str) -> bool {
    let value = json::read(text.trim_start_matches('\u{feff}'));
    value.is_ok_and(|value| {
        let described = |resource: &Value| resource.get("schema").is_some();
        value.list("resources").iter().any(described) || !value.list("fields").is_empty()
    })
}

/// Reads a descriptor, or a table schema alone.
///
/// # Errors
/// `invalid_json`; `duplicate_field`; `wrong_shape` where it describes no field.
pub(in crate::intake) fn read(text: &str) -> Result<Book> {
    let value = json::read(text.trim_start_matches('\u{feff}'))?;
    let mut book = Book {
        format: "datapackage",
        ..Book::default()
    };
    let schemas = value
        .list("resources")
        .iter()
        .filter_map(|resource| resource.get("schema"));
    for schema in std::iter::once(&value).chain(schemas) {
        let missing = schema.list("missingValues");
        for field in schema.list("fields") {
            book.codebook.variables.extend(variable(field, missing));
        }
    }
    if book.codebook.variables.is_empty() {
        let error = Error::new("wrong_shape").at("/resources/0/schema/fields");
        return Err(error.with("expected", "array"));
    }
    Ok(book)
}

fn variable(field: &Value, missing: &[Value]) -> Option<Variable> {
    let name = string(field, "name")?;
    let given = label(field, &["title", "label"]);
    let label =
        given.or_else(|| string(field, "description").map(|text| Text::Plain(readable(text))));
    let mut values: Vec<ValueLabel> = field
        .list("categories")
        .iter()
        .filter_map(category)
        .collect();
    if values.is_empty() {
        let allowed = field
            .get("constraints")
            .map_or(&[][..], |constraints| constraints.list("enum"));
        values = allowed.iter().filter_map(category).collect();
    }
    let own = field.list("missingValues");
    let missing = if own.is_empty() { missing } else { own };
    let mut missing: Vec<MissingCode> = missing.iter().filter_map(no_answer).collect();
    // What a label says of a value counts as well.
    for value in &values {
        let kind = match &value.label {
            Text::Plain(text) => missing_kind(text),
            Text::Languages(texts) => texts.values().find_map(|text| missing_kind(text)),
        };
        if let Some(kind) = kind
            && !missing.iter().any(|known| known.code.same(&value.code))
        {
            let code = value.code.clone();
            missing.push(MissingCode { code, kind });
        }
    }
    Some(Variable {
        name: name.into(),
        label,
        values,
        missing,
    })
}

fn string<'a>(value: &'a Value, name: &str) -> Option<&'a str> {
    match value.get(name) {
        Some(Value::Text(text)) if !text.is_empty() => Some(text),
        _ => None,
    }
}

/// A label in its languages: `pulso:labels`, `title@es`, or the plain one.
fn label(value: &Value, names: &[&str]) -> Option<Text> {
    let mut texts = Vec::new();
    if let Some(Value::Object(labels)) = value.get("pulso:labels") {
        for (language, label) in labels {
            if let Value::Text(label) = label {
                texts.push((Some(language.clone()), label.clone()));
            }
        }
    }
    if let Value::Object(fields) = value {
        for (field, label) in fields {
            let language = field
                .split_once('@')
                .filter(|(base, _)| names.contains(base));
            if let (Some((_, language)), Value::Text(label)) = (language, label) {
                texts.push((Some(languages::code(language)), label.clone()));
            }
        }
    }
    let plain = names.iter().find_map(|name| string(value, name));
    texts.extend(plain.map(|plain| (None, plain.to_string())));
    languages::text(texts)
}

fn code(value: &Value) -> Option<Code> {
    match value {
        Value::Number(digits) => decimal::parse(digits).map(Code::Number),
        Value::Text(text) if !text.is_empty() => Some(Code::Text(text.clone())),
        _ => None,
    }
}

/// A category: a value alone, or with its label.
fn category(value: &Value) -> Option<ValueLabel> {
    if let Some(code) = code(value) {
        let label = Text::Plain(code.to_text());
        return Some(ValueLabel { code, label });
    }
    let code = code(value.get("value")?)?;
    let label = label(value, &["label"]).unwrap_or_else(|| Text::Plain(code.to_text()));
    Some(ValueLabel { code, label })
}

fn no_answer(value: &Value) -> Option<MissingCode> {
    if let Some(code) = code(value) {
        let kind = missing_kind(&code.to_text()).unwrap_or(MissingKind::Unspecified);
        return Some(MissingCode { code, kind });
    }
    let code = code(value.get("value")?)?;
    let named = string(value, "pulso:kind");
    let named = KINDS.iter().find(|(name, _)| Some(*name) == named);
    let labelled = || string(value, "label").and_then(missing_kind);
    let kind = named.map(|(_, kind)| *kind).or_else(labelled);
    Some(MissingCode {
        code,
        kind: kind.unwrap_or(MissingKind::Unspecified),
    })
}

/// A codebook as the descriptor of one file, `datapackage.json`. What it says is read back as it was.
pub fn datapackage(codebook: &Codebook, file: &str) -> String {
    let text = |text: &str| Value::Text(text.into());
    let stem = file.rsplit('/').next().unwrap_or(file);
    let stem = stem.split('.').next().unwrap_or(stem);
    let name = identifier(stem, 0);
    let fields = codebook.variables.iter().map(field).collect();
    let schema = Value::Object(vec![
        ("fields".into(), Value::List(fields)),
        ("missingValues".into(), Value::List(vec![text("")])),
    ]);
    let resource = Value::Object(vec![
        ("name".into(), text(&name)),
        ("path".into(), text(file)),
        ("profile".into(), text("tabular-data-resource")),
        ("schema".into(), schema),
    ]);
    let package = Value::Object(vec![
        ("name".into(), text(&name)),
        ("profile".into(), text("tabular-data-package")),
        ("resources".into(), Value::List(vec![resource])),
    ]);
    shape::json(&package)
}

fn field(variable: &Variable) -> Value {
    let number =
        |value: &ValueLabel| matches!(&value.code, Code::Number(number) if number.fract() == 0.0);
    let kind = match variable.values.as_slice() {
        [] => "any",
        values if values.iter().all(number) => "integer",
        _ => "string",
    };
    let mut fields = vec![
        ("name".into(), Value::Text(variable.name.clone())),
        ("type".into(), Value::Text(kind.into())),
    ];
    if let Some(label) = &variable.label {
        fields.extend(labelled("title", label));
    }
    if !variable.values.is_empty() {
        let category = |value: &ValueLabel| {
            let mut category = vec![("value".to_string(), written(&value.code))];
            category.extend(labelled("label", &value.label));
            Value::Object(category)
        };
        let categories = variable.values.iter().map(category).collect();
        fields.push(("categories".into(), Value::List(categories)));
    }
    if !variable.missing.is_empty() {
        let missing = |missing: &MissingCode| {
            let kind = KINDS.iter().find(|(_, kind)| *kind == missing.kind);
            let kind = kind.map_or("unspecified", |(name, _)| name);
            Value::Object(vec![
                ("value".into(), written(&missing.code)),
                ("pulso:kind".into(), Value::Text(kind.into())),
            ])
        };
        let missing = variable.missing.iter().map(missing).collect();
        fields.push(("missingValues".into(), Value::List(missing)));
    }
    Value::Object(fields)
}

fn labelled(name: &str, label: &Text) -> Vec<(String, Value)> {
    let one = label.get(&Locale::default());
    let mut fields = vec![(name.to_string(), Value::Text(one.into()))];
    if let Text::Languages(texts) = label {
        let texts = texts.iter();
        let texts = texts.map(|(language, text)| (language.clone(), Value::Text(text.clone())));
        fields.push(("pulso:labels".into(), Value::Object(texts.collect())));
    }
    fields
}

fn written(code: &Code) -> Value {
    match code {
        Code::Number(number) => Value::Number(decimal::decimal(*number)),
        Code::Text(text) => Value::Text(text.clone()),
    }
}
