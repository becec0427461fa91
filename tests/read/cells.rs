//! Cells: quotes, line breaks, delimiters, ragged rows, and chunk boundaries anywhere.

use super::{cells, codes, in_chunks, table};
use proptest::prelude::*;
use pulso::read::{Options, read};

/// A file and its records, header first.
type Case = (&'static [u8], &'static [&'static [&'static str]]);

const CASES: [Case; 22] = [
    (b"a,b\n1,2\n3,4\n", &[&["a", "b"], &["1", "2"], &["3", "4"]]),
    (
        b"a,b\r\n1,2\r\n3,4",
        &[&["a", "b"], &["1", "2"], &["3", "4"]],
    ),
    (b"a,b\r1,2\r3,4\r", &[&["a", "b"], &["1", "2"], &["3", "4"]]),
    (
        b"a;b\n1;x,y\n3;z\n",
        &[&["a", "b"], &["1", "x,y"], &["3", "z"]],
    ),
    (b"a\tb\n1\tx y\n", &[&["a", "b"], &["1", "x y"]]),
    (b"a|b\n1|2\n", &[&["a", "b"], &["1", "2"]]),
    (b"sep=;\r\na;b,c\r\n1;2\r\n", &[&["a", "b,c"], &["1", "2"]]),
    (b"\xEF\xBB\xBFa,b\n1,2\n", &[&["a", "b"], &["1", "2"]]),
    (b"a,b\n\"x, y\",2\n", &[&["a", "b"], &["x, y", "2"]]),
    (
        b"a,b\n\"say \"\"hi\"\" now\",2\n",
        &[&["a", "b"], &["say \"hi\" now", "2"]],
    ),
    (b"a,b\n\"one\ntwo\",2\n", &[&["a", "b"], &["one\ntwo", "2"]]),
    (
        b"a,b\r\n\"one\r\ntwo\",2\r\n",
        &[&["a", "b"], &["one\r\ntwo", "2"]],
    ),
    (b"a,b\n\"\"\"\",2\n", &[&["a", "b"], &["\"", "2"]]),
    (b"a,b\n\"\",2\n", &[&["a", "b"], &["", "2"]]),
    (b"\"a\",\"b\"\n\"1\",\"2\"", &[&["a", "b"], &["1", "2"]]),
    (
        b"a,b\n5\" pipe,2\n6,3\n",
        &[&["a", "b"], &["5\" pipe", "2"], &["6", "3"]],
    ),
    (b"a,b\n\"x\"y,2\n", &[&["a", "b"], &["xy", "2"]]),
    (b"a,b\n \"x, y\" ,2\n", &[&["a", "b"], &["x, y", "2"]]),
    (
        b"a,b\n\n1,2\n\n\n3,4\n\n",
        &[&["a", "b"], &["1", "2"], &["3", "4"]],
    ),
    (b"a,b\n 1 ,\t2\n", &[&["a", "b"], &["1", "2"]]),
    (b"{\"x\": 1},b\n1,2\n", &[]),
    (
        "año,ciudad\n1,São Paulo\n2,Bogotá 🙂\n".as_bytes(),
        &[&["año", "ciudad"], &["1", "São Paulo"], &["2", "Bogotá 🙂"]],
    ),
];

#[test]
fn cells_are_what_they_should_be() {
    for (bytes, expected) in CASES.iter().filter(|(_, expected)| !expected.is_empty()) {
        let read = table(bytes).value;
        let mut records = vec![read.table.names().to_vec()];
        records.extend(cells(&read));
        assert_eq!(records, *expected, "{}", bytes.escape_ascii());
        assert_eq!(read.description.rows as usize, expected.len() - 1);
    }
}

#[test]
fn a_chunk_may_end_anywhere() {
    for (bytes, _) in CASES {
        let whole = in_chunks(bytes, bytes.len());
        for size in 1..bytes.len() {
            let parts = in_chunks(bytes, size);
            match (&whole, parts) {
                (Ok(whole), Ok(parts)) => {
                    assert_eq!(cells(&whole.value), cells(&parts.value), "{size}");
                    assert_eq!(whole.value.description, parts.value.description);
                    assert_eq!(whole.warnings, parts.warnings);
                }
                (Err(whole), Err(parts)) => assert_eq!(*whole, parts),
                _ => panic!(
                    "chunks of {size} decide whether {} is read",
                    bytes.escape_ascii()
                ),
            }
        }
    }
}

#[test]
fn what_is_found_at_first_does_not_depend_on_chunks() {
    // At a comma a quote opens in the first line and closes in the next, and so on to the end: one endless record.
    let bytes = b";\"2,\"\nb".repeat(9_430);
    for size in [13_629, 65_536, 65_537, bytes.len()] {
        let read = in_chunks(&bytes, size).unwrap().value;
        assert_eq!(read.description.dialect.delimiter, ';', "chunks of {size}");
        assert_eq!(read.table.rows(), 9_430, "chunks of {size}");
    }
}

#[test]
fn chunks_beyond_the_first_look_may_end_anywhere() {
    // The head is 64 KB: what lies behind it meets the stream's own boundaries.
    let mut bytes = b"id,text,n\n".to_vec();
    for row in 0..9_000 {
        let line = match row % 4 {
            0 => format!("{row},\"a \"\"q\"\" ñ,\r\n b\",{}\r\n", row % 7),
            1 => format!("{row},España 🙂,{}\r\n", row % 5),
            2 => format!("{row},,\n"),
            _ => format!("{row}, x ,0{}\r", row % 3),
        };
        bytes.extend_from_slice(line.as_bytes());
    }
    let whole = in_chunks(&bytes, bytes.len()).unwrap();
    let expected = cells(&whole.value);
    assert_eq!(expected.len(), 9_000);
    assert_eq!(expected[8_000], ["8000", "a \"q\" ñ,\r\n b", "6"]);
    for size in [1, 2, 3, 7, 61, 64, 1000, 4096, 65_535, 65_537] {
        let parts = in_chunks(&bytes, size).unwrap();
        assert!(cells(&parts.value) == expected, "chunks of {size}");
        assert_eq!(parts.value.description, whole.value.description);
    }
}

#[test]
fn ragged_rows_are_counted() {
    let read = table(b"a,b,c\n1,2\n1,2,3\n1,2,3,4\n1,2,3,,\n9,8,7\n");
    assert_eq!(codes(&read), ["short_rows", "long_rows"]);
    assert_eq!(read.warnings[0].place.row, Some(2));
    assert_eq!(read.warnings[1].place.row, Some(4));
    assert_eq!(cells(&read.value)[0], ["1", "2", ""]);
    assert_eq!(cells(&read.value)[2], ["1", "2", "3"]);

    let error = read_error(b"title\n1,2,3\n1,2,3\n");
    assert_eq!(error, "ragged_rows");
}

#[test]
fn names_are_made_unique() {
    let read = table(b"a,a,,a_2,a\n1,2,3,4,5\n");
    assert_eq!(
        read.value.table.names(),
        ["a", "a_3", "column_3", "a_2", "a_4"]
    );
    assert_eq!(
        codes(&read),
        ["duplicate_column", "unnamed_column", "duplicate_column"]
    );
    assert_eq!(codes(&table(b"1,2\n3,4\n")), ["header_is_numbers"]);
    assert_eq!(codes(&table(b"a,b\n")), ["no_records"]);
}

#[test]
fn options_win_over_what_is_found() {
    let options = Options {
        delimiter: Some(','),
        decimal: Some(','),
        ..Options::default()
    };
    let read = read("file.csv", b"a;b,c\n1;2,\"3,5\"\n", options)
        .unwrap()
        .value;
    assert_eq!(read.table.names(), ["a;b", "c"]);
    assert_eq!(read.description.dialect.decimal, ',');
    let wrong = Options {
        delimiter: Some('"'),
        ..Options::default()
    };
    assert_eq!(
        super::read("f", b"a\n1\n", wrong).unwrap_err().code,
        "bad_option"
    );
}

fn read_error(bytes: &[u8]) -> String {
    read("file.csv", bytes, Options::default())
        .unwrap_err()
        .code
}

/// Writes records the way RFC 4180 does, quoting what needs it.
fn written(records: &[Vec<String>], delimiter: char, line_break: &str) -> String {
    let mut text = String::new();
    for record in records {
        let cells: Vec<String> = record
            .iter()
            .map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")))
            .collect();
        text += &cells.join(&delimiter.to_string());
        text += line_break;
    }
    text
}

proptest! {
    #[test]
    fn what_is_written_is_read(
        rows in proptest::collection::vec(proptest::collection::vec("[a-c\"ñ🙂,;|\n\r]{0,12}", 3), 1..40),
        delimiter in prop::sample::select(vec![',', ';', '\t', '|']),
        line_break in prop::sample::select(vec!["\n", "\r\n", "\r"]),
        size in 1usize..200,
    ) {
        let mut records = vec![vec!["x".to_string(), "y".to_string(), "z".to_string()]];
        records.extend(rows);
        let text = written(&records, delimiter, line_break);
        let read = in_chunks(text.as_bytes(), size).unwrap().value;
        // White space at the ends of a cell is no part of it.
        let expected: Vec<Vec<String>> = records[1..]
            .iter()
            .map(|record| record.iter().map(|cell| cell.trim().to_string()).collect())
            .collect();
        prop_assert_eq!(cells(&read), expected);
    }
}
