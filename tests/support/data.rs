//! Small tables for tests, from CSV or from values: a reader that shares nothing with the one under test.

use pulso::table::{Coded, Codes, Column, Level, Table};
use std::collections::BTreeSet;
use std::path::PathBuf;

/// The folder of reference data; none where it is absent, which is said once a test.
pub fn shared() -> Option<PathBuf> {
    let path = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data"));
    if path.is_dir() {
        return Some(path);
    }
    println!("skipped: ../shared is absent");
    None
}

/// Header and rows of a CSV file with commas and double quotes.
pub fn csv(path: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut field = String::new();
    let mut quoted = false;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' if quoted && characters.peek() == Some(&'"') => {
                field.push('"');
                characters.next();
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut field)),
            '\r' if !quoted => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut field));
                rows.push(std::mem::take(&mut row));
            }
            other => field.push(other),
        }
    }
    if !field.is_empty() || !row.is_empty() {
        row.push(field);
        rows.push(row);
    }
    let header = rows.remove(0);
    (header, rows)
}

/// A table of the columns named.
pub fn table(header: &[String], rows: &[Vec<String>], names: &[&str]) -> Table {
    let column = |name: &&str| {
        let place = header.iter().position(|known| known == name);
        let place = place.unwrap_or_else(|| panic!("no column {name}"));
        let texts: Vec<&str> = rows.iter().map(|row| row[place].as_str()).collect();
        (String::from(*name), column(&texts))
    };
    Table::new(rows.len(), names.iter().map(column).collect()).unwrap()
}

/// A column in the shape that its values ask for: coded up to 255 numbers or texts, then numbers, coded in the wide type up to
/// 1,000 of them, or texts.
pub fn column(texts: &[&str]) -> Column {
    let distinct: BTreeSet<&str> = texts
        .iter()
        .copied()
        .filter(|text| !text.is_empty())
        .collect();
    let number = |text: &str| text.parse::<f64>().ok().filter(|number| number.is_finite());
    let numeric = distinct.iter().all(|text| number(text).is_some());
    if numeric && distinct.len() > 1000 {
        let values = texts.iter().map(|text| number(text).unwrap_or(f64::NAN));
        return numbers(values.collect());
    }
    if !numeric && distinct.len() > 255 {
        let values = texts.iter().map(|text| (!text.is_empty()).then_some(*text));
        return Column::Text(values.collect());
    }
    let mut levels: Vec<Level> = distinct
        .iter()
        .map(|text| Level {
            text: (*text).into(),
            number: number(text),
        })
        .collect();
    if numeric {
        levels.sort_by(|a, b| a.number.partial_cmp(&b.number).unwrap());
        levels.dedup_by(|a, b| a.number == b.number);
    }
    let code = |text: &&str| {
        let same = |level: &Level| {
            level.text == *text || level.number.is_some() && level.number == number(text)
        };
        match text.is_empty() {
            true => 0,
            false => levels.iter().position(same).unwrap() + 1,
        }
    };
    let codes: Vec<usize> = texts.iter().map(code).collect();
    let codes = if levels.len() <= 255 {
        Codes::narrow(codes.into_iter().map(|code| code as u8).collect())
    } else {
        Codes::wide(codes.into_iter().map(|code| code as u16).collect())
    };
    Column::Coded(Coded { codes, levels })
}

/// A column of numbers; NaN is blank.
pub fn numbers(values: Vec<f64>) -> Column {
    Column::Number(values.into_iter().map(Some).collect())
}
