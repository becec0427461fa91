//! Columns of many records: every form that a column grows through, cell by cell, whatever size the file is said to have.

use super::{cell, codes};
use pulso::error::Warned;
use pulso::read::{Options, Read, Reader};
use std::fmt::Write;

/// More than the records up to which columns grow by doubling, and than the distinct values that have codes.
const ROWS: usize = 130_000;

/// The cells of a record: an answer with blanks, a dictionary of 256 values and more, numbers from codes, a text from codes, and
/// a cell in quotes, doubled quotes within now and then.
fn record(row: usize) -> [String; 5] {
    [
        match row % 7 {
            0 => String::new(),
            _ => (row % 6).to_string(),
        },
        format!("unit {}", row / 3 % 700),
        match row % 11 {
            0 => String::new(),
            _ => (row as f64 / 8.0).to_string(),
        },
        match row % 13 {
            0 => String::new(),
            _ => format!("R{row:06} in the field"),
        },
        match row % 5 {
            0 => format!("says \"{}\", twice", row % 9),
            _ => "one,\ntwo".to_string(),
        },
    ]
}

/// Their file. Every thousandth record ends early, and some have spaces about an answer.
fn file() -> String {
    let mut text = String::from("answer,unit,number,name,note\n");
    for row in 0..ROWS {
        let [answer, unit, number, name, note] = record(row);
        let space = if row % 97 == 0 { " " } else { "" };
        write!(text, "{space}{answer}{space},{unit},{number}").unwrap();
        if row % 1_000 == 999 {
            text += "\n";
        } else {
            writeln!(text, ",{name},\"{}\"", note.replace('"', "\"\"")).unwrap();
        }
    }
    text
}

fn read(text: &str, said: u64) -> Warned<Read> {
    let mut reader = Reader::new("file.csv", Options::default()).expecting(said);
    for chunk in text.as_bytes().chunks(300_007) {
        reader.push(chunk).unwrap();
    }
    reader.finish().unwrap()
}

#[test]
fn every_cell_is_there_whatever_size_was_said() {
    let text = file();
    let size = text.len() as u64;
    for said in [size, 0, size / 3, size * 4] {
        let read = read(&text, said);
        assert_eq!(codes(&read), ["short_rows"]);
        assert_eq!(read.value.table.rows(), ROWS);
        for (index, (name, column)) in read.value.table.columns().enumerate() {
            for row in 0..ROWS {
                let wanted = match (index, row % 1_000) {
                    (3 | 4, 999) => String::new(),
                    _ => record(row)[index].clone(),
                };
                assert_eq!(
                    cell(column, row),
                    wanted,
                    "{name} in record {row}, {said} said"
                );
            }
        }
        let missing = |column: usize| read.value.description.columns[column].missing as usize;
        assert_eq!(missing(0), ROWS.div_ceil(7));
        assert_eq!(missing(2), ROWS.div_ceil(11));
    }
}
