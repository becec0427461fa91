//! What a data file holds, for a person at a terminal.

use super::files::Opened;
use pulso::locale::Locale;
use pulso::locale::catalogue::description as words;
use pulso::locale::format::integer;
use pulso::read::Description;

/// What a file holds, a line a column: name, type, values with their counts.
pub fn described(description: &Description, locale: &Locale) -> String {
    let count = |n: u64| integer(n, locale);
    let dialect = &description.dialect;
    let mut out = words::FILE.with(
        locale,
        &[
            ("file", &description.file),
            ("rows", &count(description.rows)),
            ("columns", &count(description.columns.len() as u64)),
            ("encoding", &name_of(&description.encoding)),
            (
                "delimiter",
                &dialect.delimiter.to_string().replace('\t', "tab"),
            ),
            ("decimal", &dialect.decimal.to_string()),
        ],
    );
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

/// The same as JSON, with what was recognised in a file that was taken in.
pub fn description_json(opened: &Opened) -> String {
    let mut json = serde_json::to_value(opened.description()).unwrap_or_default();
    let recognised = opened.recognised.as_ref();
    let about = recognised.and_then(|(about, _)| serde_json::to_value(about).ok());
    if let (Some(json), Some(serde_json::Value::Object(about))) = (json.as_object_mut(), about) {
        json.extend(about);
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
