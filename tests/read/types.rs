//! Types: what becomes a code, a number, a text; nothing that the eye would miss is lost.

use super::{cell, cells, codes, table};
use pulso::read::{ColumnDescription, ColumnType, Read};
use pulso::table::Column;

/// A file of one column.
fn column(values: impl IntoIterator<Item = String>) -> pulso::error::Warned<Read> {
    let mut text = String::from("v,w\n");
    for value in values {
        text += &value;
        text += ",1\n";
    }
    table(text.as_bytes())
}

fn description(read: &Read) -> &ColumnDescription {
    &read.description.columns[0]
}

#[test]
fn small_columns_are_coded_and_sorted() {
    let read = column(["b", "10", "9", "", "a", "9", "-1", "1.5"].map(String::from)).value;
    let Column::Coded(coded) = read.table.column("v").unwrap() else {
        panic!("coded");
    };
    let levels: Vec<&str> = coded
        .levels
        .iter()
        .map(|level| level.text.as_str())
        .collect();
    assert_eq!(levels, ["-1", "1.5", "9", "10", "a", "b"]);
    assert_eq!(coded.levels[1].number, Some(1.5));
    assert_eq!(description(&read).missing, 1);
    assert_eq!(description(&read).type_, ColumnType::Text);
    assert_eq!(description(&read).values[2].n, 2);
}

#[test]
fn types_are_named() {
    let types =
        |values: &[&str]| description(&column(values.iter().map(|v| v.to_string())).value).type_;
    assert_eq!(types(&["1", "-2", ""]), ColumnType::Integer);
    assert_eq!(types(&["1", "2.5"]), ColumnType::Number);
    assert_eq!(types(&["1", "NA"]), ColumnType::Integer);
    assert_eq!(types(&["1", "x"]), ColumnType::Text);
    assert_eq!(types(&["2025-03-03", "1999-12-31"]), ColumnType::Date);
    assert_eq!(types(&["2025-13-03"]), ColumnType::Text);
    assert_eq!(types(&["TRUE", "false"]), ColumnType::Boolean);
    assert_eq!(types(&["007", "1"]), ColumnType::Text);
    assert_eq!(types(&["12345678901234567"]), ColumnType::Text);
    assert_eq!(types(&["+51999", "1 000"]), ColumnType::Text);
    assert_eq!(types(&["1e400"]), ColumnType::Text);
    assert_eq!(types(&["1e-5", ".5", "5."]), ColumnType::Number);
}

#[test]
fn many_numbers_are_numbers() {
    let read = column((0..6_000).map(|n| format!("{}.25", n))).value;
    let values = read.table.column("v").unwrap().numbers().unwrap();
    assert_eq!(values.len(), 6_000);
    assert!(
        values
            .iter()
            .enumerate()
            .all(|(n, value)| *value == n as f64 + 0.25)
    );
    assert_eq!(description(&read).type_, ColumnType::Number);

    // In a small file too: 300 different fractions are a measurement.
    let read = column((0..300).map(|n| format!("0.{:03}1", n))).value;
    assert!(read.table.column("v").unwrap().numbers().is_some());
    let read = column((0..300).map(|n| n.to_string())).value;
    assert!(read.table.column("v").unwrap().numbers().is_none());
}

#[test]
fn texts_among_numbers_are_blank_and_said() {
    for na in [0, 5_999] {
        let values = (0..6_000).map(|n| if n == na { "NA".into() } else { n.to_string() });
        let read = column(values);
        assert_eq!(codes(&read), ["text_in_numbers"]);
        let values = read.value.table.column("v").unwrap().numbers().unwrap();
        assert!(values[na].is_nan());
        assert_eq!(description(&read.value).missing, 1);
    }
}

#[test]
fn identifiers_stay_as_they_are_wherever_they_stand() {
    for odd in [0, 3_000, 5_999] {
        let expected: Vec<String> = (0..6_000)
            .map(|n| {
                if n == odd {
                    "007".into()
                } else {
                    n.to_string()
                }
            })
            .collect();
        let read = column(expected.clone());
        assert_eq!(codes(&read), [] as [&str; 0]);
        let column = read.value.table.column("v").unwrap();
        assert!(
            (0..6_000).all(|row| cell(column, row) == expected[row]),
            "{odd}"
        );
        assert_eq!(description(&read.value).type_, ColumnType::Text);
    }
}

#[test]
fn many_texts_are_text() {
    // More than codes can number, the last ones new, blanks between and at the end.
    let expected: Vec<String> = (0..150_000u32)
        .map(|n| match n % 3 {
            0 => String::new(),
            _ => format!("R{:09}", n),
        })
        .collect();
    let read = column(expected.clone()).value;
    let column = read.table.column("v").unwrap();
    assert!(matches!(column, Column::Text(_)));
    assert!((0..150_000).all(|row| cell(column, row) == expected[row]));
    assert_eq!(description(&read).missing, 50_000);
}

#[test]
fn numbers_turn_to_text_without_loss() {
    // Numbers first, then too many words for a column of numbers.
    let expected: Vec<String> = (0..70_000u32)
        .map(|n| {
            if n < 50_000 {
                n.to_string()
            } else {
                format!("w{n}")
            }
        })
        .collect();
    let read = column(expected.clone()).value;
    let column = read.table.column("v").unwrap();
    assert!((0..70_000).all(|row| cell(column, row) == expected[row]));
}

#[test]
fn the_order_of_records_does_not_matter() {
    let mut values: Vec<String> = (0..5_000u32)
        .map(|n| (n * 7919 % 5_000).to_string())
        .collect();
    values.extend(["NA".into(), "x".into(), String::new()]);
    let forward = column(values.clone());
    let backward = column(values.into_iter().rev());
    assert_eq!(forward.warnings, backward.warnings);
    assert_eq!(forward.value.description, backward.value.description);
    let mut reversed = cells(&backward.value);
    reversed.reverse();
    assert_eq!(cells(&forward.value), reversed);
}

#[test]
fn wide_codes_have_their_levels_in_order() {
    let expected: Vec<String> = (0..3_000u32)
        .map(|n| (n * 37 % 1_000).to_string())
        .collect();
    let read = column(expected.clone()).value;
    let Column::Coded(coded) = read.table.column("v").unwrap() else {
        panic!("coded");
    };
    assert_eq!(coded.levels.len(), 1_000);
    assert!(
        coded
            .levels
            .windows(2)
            .all(|pair| pair[0].number < pair[1].number)
    );
    let column = read.table.column("v").unwrap();
    assert!((0..3_000).all(|row| cell(column, row) == expected[row]));
}

#[test]
fn marks_of_numbers_are_found() {
    let dialect = |text: &str| table(text.as_bytes()).value.description.dialect;
    let comma = dialect("a;b\n1;20,38435283\n2;9,2\n");
    assert_eq!((comma.decimal, comma.thousands), (',', None));
    let point = dialect("a;b\n1;20.38435283\n2;9.2\n");
    assert_eq!((point.decimal, point.thousands), ('.', None));
    // One group alone may be a decimal fraction: nothing is decided, and it stays text or a fraction.
    assert_eq!(dialect("a;b\n1;1,234\n").thousands, None);
    let mexico = table(b"a,b\n1,\"229,932.50\"\n2,\"1,234\"\n").value;
    assert_eq!(mexico.description.dialect.thousands, Some(','));
    let Column::Coded(coded) = mexico.table.column("b").unwrap() else {
        panic!("coded");
    };
    assert_eq!(coded.levels[0].number, Some(1234.0));
    assert_eq!(coded.levels[1].number, Some(229_932.5));
    let spain = dialect("a;b\n1;1.234.567,5\n2;3,5\n");
    assert_eq!((spain.decimal, spain.thousands), (',', Some('.')));
}

#[test]
fn numbers_are_exact() {
    let written = [
        "0.1",
        "9007199254740993.0",
        "1e22",
        "1e23",
        "123456789012345.6",
        "0.30000000000000004",
        "-0.000001",
        "5e-324",
        "1.7976931348623157e308",
        "7.63927942848473",
        "3.3326e-7",
        "-0",
    ];
    let read = column(written.map(String::from)).value;
    let Column::Coded(coded) = read.table.column("v").unwrap() else {
        panic!("coded");
    };
    assert_eq!(coded.levels.len(), written.len());
    for level in &coded.levels {
        let expected: f64 = level.text.parse().unwrap();
        assert_eq!(
            level.number.map(f64::to_bits),
            Some(expected.to_bits()),
            "{}",
            level.text
        );
    }
}
