//! Reading files: cells, types, encodings, real files.

mod cells;
mod encodings;
mod growth;
mod real_files;
mod types;

use pulso::error::{Error, Warned};
use pulso::read::{Options, Read, Reader, read};
use pulso::table::Column;

/// Reads bytes that must be readable.
pub fn table(bytes: &[u8]) -> Warned<Read> {
    read("file.csv", bytes, Options::default()).expect("readable")
}

/// Reads bytes in chunks of one size.
pub fn in_chunks(bytes: &[u8], size: usize) -> Result<Warned<Read>, Error> {
    let mut reader = Reader::new("file.csv", Options::default());
    for chunk in bytes.chunks(size.max(1)) {
        reader.push(chunk)?;
    }
    reader.finish()
}

/// Every cell as text, record by record; blanks are empty, numbers in their shortest form.
pub fn cells(read: &Read) -> Vec<Vec<String>> {
    let columns: Vec<&Column> = read.table.columns().map(|(_, column)| column).collect();
    (0..read.table.rows())
        .map(|row| columns.iter().map(|column| cell(column, row)).collect())
        .collect()
}

/// One cell as text.
pub fn cell(column: &Column, row: usize) -> String {
    match column {
        Column::Coded(coded) => match coded.codes.slice().get(row) {
            0 => String::new(),
            code => coded.levels[code - 1].text.clone(),
        },
        Column::Number(values) => match values.get(row) {
            Some(value) if !value.is_nan() => value.to_string(),
            _ => String::new(),
        },
        Column::Text(values) => values.get(row).unwrap_or_default().to_string(),
    }
}

/// Codes of the warnings, in order.
pub fn codes(warned: &Warned<Read>) -> Vec<&str> {
    let codes = warned.warnings.iter().map(|warning| warning.code.as_str());
    codes.collect()
}

/// A file of the shared test data; `None`, with a line, where it is absent.
pub fn shared(path: &str) -> Option<Vec<u8>> {
    let whole = format!("{}/../shared/data/{path}", env!("CARGO_MANIFEST_DIR"));
    let bytes = std::fs::read(whole).ok();
    if bytes.is_none() {
        println!("skipped: ../shared is absent");
    }
    bytes
}
