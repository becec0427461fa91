//! What a data file holds, for a person at a terminal.

use super::files::Opened;
use pulso::intake::About;
use pulso::locale::Locale;
use pulso::locale::catalogue::description as words;
use pulso::locale::format::integer;
use pulso::locale::message::Message;

/// What a file holds, a line a column: name, type, values with their counts.
pub fn described(opened: &Opened, locale: &Locale) -> String {
    let description = opened.description();
    let count = |n: u64| integer(n, locale);
    let head = words::FILE.with(
        locale,
        &[
            ("file", &description.file),
            ("rows", &count(description.rows)),
            ("columns", &count(description.columns.len() as u64)),
        ],
    );
    let dialect = &description.dialect;
    let plain = About {
        encoding: Some(name_of(&description.encoding)),
        delimiter: Some(dialect.delimiter),
        decimal: Some(dialect.decimal),
        ..About::default()
    };
    let recognised = opened.recognised.as_ref();
    let about = recognised.map_or(&plain, |(about, _)| about);
    let mut out = [vec![head], facts(about, locale)].concat().join("; ");
    for column in &description.columns {
        let label = column.label.as_ref().map_or("", |label| label.get(locale));
        let blank = words::BLANK.with(locale, &[("n", &count(column.missing))]);
        let values: Vec<String> = column
            .values
            .iter()
            .map(|value| format!("{} ({})", value.code.to_text(), count(value.n)))
            .collect();
        let line = [
            column.name.clone(),
            label.into(),
            name_of(&column.type_),
            blank,
            values.join(", "),
        ];
        out.push_str("\n  ");
        out.push_str(
            &line
                .iter()
                .filter(|part| !part.is_empty())
                .cloned()
                .collect::<Vec<_>>()
                .join(" · "),
        );
    }
    out + "\n"
}

/// What was recognised in a file, in words: its format, the program that it comes from, how it is written. How the engine received
/// it is nobody's concern.
pub fn facts(about: &About, locale: &Locale) -> Vec<String> {
    let said = |message: Message, name: &str, value: Option<String>| {
        value.map(|value| message.with(locale, &[(name, &value)]))
    };
    let letter = |letter: char| letter.to_string().replace('\t', "tab");
    let listed = |items: &[String]| (!items.is_empty()).then(|| items.join(", "));
    let format = Some(about.format.clone()).filter(|format| !format.is_empty() && format != "csv");
    let tool = Some(about.tool.clone()).filter(|tool| !tool.is_empty() && tool != "plain");
    let facts = [
        said(words::FORMAT, "format", format),
        said(words::TOOL, "tool", tool),
        about.encoding.clone(),
        said(words::DELIMITER, "delimiter", about.delimiter.map(letter)),
        said(words::DECIMAL, "decimal", about.decimal.map(letter)),
        said(words::TABLE, "table", about.table.clone()),
        said(words::LANGUAGES, "languages", listed(&about.languages)),
        said(words::WEIGHT, "weight", about.weight.clone()),
    ];
    facts.into_iter().flatten().collect()
}

/// The same as JSON, with what was recognised in a file that was taken in.
pub fn description_json(opened: &Opened) -> String {
    let mut json = serde_json::to_value(opened.description()).unwrap_or_default();
    if let (Some(json), Some((about, _))) = (json.as_object_mut(), &opened.recognised) {
        // What the engine was given is CSV in UTF-8; what the file is, only the reader of its kind knows.
        json.remove("encoding");
        json.remove("dialect");
        if let (Some(delimiter), Some(decimal)) = (about.delimiter, about.decimal) {
            let dialect = serde_json::json!({"delimiter": delimiter, "decimal": decimal});
            json.insert("dialect".into(), dialect);
        }
        if let Ok(serde_json::Value::Object(about)) = serde_json::to_value(about) {
            json.extend(about);
        }
    }
    serde_json::to_string_pretty(&json).unwrap_or_default() + "\n"
}

/// The name that a value has in JSON.
fn name_of<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_value(value)
        .ok()
        .and_then(|name| name.as_str().map(String::from))
        .unwrap_or_default()
}
