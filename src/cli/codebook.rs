//! What a codebook says, for a person at a terminal: a file that describes another file's columns and holds no records.

use super::describe::facts;
use pulso::codebook::{Codebook, MissingKind, ValueLabel, Variable};
use pulso::intake::About;
use pulso::locale::catalogue::description as words;
use pulso::locale::format::integer;
use pulso::locale::message::Message;
use pulso::locale::{Locale, Text};
use std::path::Path;

/// Its variables, one a line with the label in each language, and below each its value labels.
pub fn codebook_described(
    path: &Path,
    (about, codebook): &(About, Codebook),
    locale: &Locale,
) -> String {
    let n = integer(codebook.variables.len() as u64, locale);
    let head = words::CODEBOOK.with(locale, &[("file", &file(path)), ("variables", &n)]);
    let mut out = [vec![head], facts(about, locale)].concat().join("; ");
    for variable in &codebook.variables {
        out += "\n  ";
        out += &joined(&variable.name, variable.label.as_ref());
        for value in &variable.values {
            out += "\n    ";
            out += &joined(&value.code.to_text(), Some(&value.label));
            out += &kind(variable, value, locale);
        }
    }
    out + "\n"
}

/// The same as JSON: what was recognised, and the codebook as Pulso writes it.
pub fn codebook_json(path: &Path, (about, codebook): &(About, Codebook)) -> String {
    let mut json = serde_json::json!({ "file": file(path), "codebook": true });
    for part in [serde_json::to_value(about), serde_json::to_value(codebook)] {
        if let (Some(json), Ok(serde_json::Value::Object(part))) = (json.as_object_mut(), part) {
            json.extend(part);
        }
    }
    serde_json::to_string_pretty(&json).unwrap_or_default() + "\n"
}

fn file(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

/// A name with its label in each of its languages.
fn joined(name: &str, label: Option<&Text>) -> String {
    let mut parts = vec![name.to_string()];
    match label {
        None => {}
        Some(Text::Plain(text)) => parts.push(text.clone()),
        Some(Text::Languages(texts)) => {
            let texts = texts.iter();
            parts.extend(texts.map(|(language, text)| format!("{language}: {text}")));
        }
    }
    parts.join(" · ")
}

/// Why a value is no answer, where it is none.
fn kind(variable: &Variable, value: &ValueLabel, locale: &Locale) -> String {
    let mut missing = variable.missing.iter();
    let code = missing.find(|missing| missing.code.same(&value.code));
    code.map_or_else(String::new, |missing| {
        format!(" ({})", reason(missing.kind).get(locale))
    })
}

fn reason(kind: MissingKind) -> Message {
    match kind {
        MissingKind::Blank => words::NO_ANSWER,
        MissingKind::DoNotKnow => words::DO_NOT_KNOW,
        MissingKind::Refused => words::REFUSED,
        MissingKind::NotApplicable => words::NOT_APPLICABLE,
        MissingKind::NotAsked => words::NOT_ASKED,
        MissingKind::Unspecified => words::UNSPECIFIED,
    }
}
