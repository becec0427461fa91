//! REDCap's data dictionary: a row for each field, its choices as `1, Sí | 2, No`.

use super::Book;
use super::xlsform::variable;
use crate::codebook::{Code, ValueLabel};
use crate::error::{Error, Result};
use crate::host::lower;
use crate::intake::names::readable;
use crate::intake::tool::{Peeked, Top};
use crate::intake::{Cell, Multiple};
use crate::locale::Text;

/// Most fields of a project.
const MAX_FIELDS: usize = 100_000;
/// The columns that are read: as a person downloads them, and as the interface for programs gives them.
const NAME: [&str; 2] = ["Variable / Field Name", "field_name"];
const TYPE: [&str; 2] = ["Field Type", "field_type"];
const LABEL: [&str; 2] = ["Field Label", "field_label"];
const CHOICES: [&str; 3] = [
    "Choices, Calculations, OR Slider Labels",
    "Choices OR Calculations",
    "select_choices_or_calculations",
];

/// Whether the first rows of a table are those of a data dictionary.
pub(in crate::intake) fn knows(top: &Top) -> bool {
    top.has(&NAME) && top.has(&TYPE) && top.has(&LABEL)
}

/// Reads a data dictionary; `skipped` rows stand above its names.
///
/// # Errors
/// `too_many_rows`; what is wrong with the file.
pub(in crate::intake) fn of_rows(peeked: &mut Peeked, skipped: usize) -> Result<Book> {
    let mut rows = std::mem::take(&mut peeked.head).into_iter().skip(skipped);
    let head: Vec<String> = rows
        .next()
        .unwrap_or_default()
        .iter()
        .map(|cell| cell.shown().into_owned())
        .collect();
    let place = |names: &[&str]| {
        let is = |cell: &String| names.iter().any(|name| cell.eq_ignore_ascii_case(name));
        head.iter().position(is)
    };
    let columns = [place(&NAME), place(&TYPE), place(&LABEL), place(&CHOICES)];
    let mut book = Book {
        format: "redcap_dictionary",
        ..Book::default()
    };
    let mut cells = Vec::new();
    for field in 0.. {
        match rows.next() {
            Some(row) => cells = row,
            None if peeked.rows.next(&mut cells)? => {}
            None => break,
        }
        if field == MAX_FIELDS {
            return Err(Error::new("too_many_rows").with("limit", MAX_FIELDS));
        }
        let [name, kind, label, choices] = columns.map(|place| text(&cells, place));
        add(&mut book, &name, &kind, &label, &choices);
    }
    Ok(book)
}

fn text(cells: &[Cell], place: Option<usize>) -> String {
    let cell = place.and_then(|place| cells.get(place));
    cell.map_or_else(String::new, |cell| cell.shown().into_owned())
}

fn add(book: &mut Book, name: &str, kind: &str, label: &str, choices: &str) {
    if name.is_empty() {
        return;
    }
    let label = Some(readable(label)).filter(|label| !label.is_empty());
    let label = label.map(Text::Plain);
    let fixed = |pairs: [(f64, &str); 2]| {
        let value = |(code, label): (f64, &str)| ValueLabel {
            code: Code::Number(code),
            label: Text::Plain(label.into()),
        };
        pairs.map(value).to_vec()
    };
    let variables = &mut book.codebook.variables;
    match lower(kind).as_str() {
        "descriptive" => {}
        "radio" | "dropdown" | "select" => variables.push(variable(name, label, values(choices))),
        "yesno" => variables.push(variable(name, label, fixed([(1.0, "Yes"), (0.0, "No")]))),
        "truefalse" => variables.push(variable(
            name,
            label,
            fixed([(1.0, "True"), (0.0, "False")]),
        )),
        "checkbox" => {
            let values = values(choices);
            let items = values.iter().map(|value| item(name, &value.code.to_text()));
            let items: Vec<String> = items.collect();
            for (item, value) in items.iter().zip(values) {
                variables.push(variable(item, Some(value.label), Vec::new()));
            }
            book.multiple.push(Multiple {
                name: name.into(),
                label,
                items,
                not_shown: Vec::new(),
                selected: None,
            });
        }
        _ => variables.push(variable(name, label, Vec::new())),
    }
}

/// The column of an answer: `field___1`; what is neither letter nor digit is `_` there, so -99 is `field____99`.
fn item(name: &str, code: &str) -> String {
    let code: String = lower(code)
        .chars()
        .map(|letter| {
            if letter.is_ascii_alphanumeric() {
                letter
            } else {
                '_'
            }
        })
        .collect();
    format!("{name}___{code}")
}

/// `1, Sí | 2, No`: codes with their labels.
fn values(choices: &str) -> Vec<ValueLabel> {
    let parts = choices
        .split(['|', '\n'])
        .map(str::trim)
        .filter(|part| !part.is_empty());
    parts
        .map(|part| {
            let (code, label) = part.split_once(',').unwrap_or((part, part));
            ValueLabel {
                code: Code::Text(code.trim().into()),
                label: Text::Plain(readable(label)),
            }
        })
        .collect()
}
