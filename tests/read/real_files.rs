//! Real files, against what other programs say of them.

use super::{cell, cells, shared, table};
use pulso::read::{Encoding, Options, read};
use pulso::table::Column;
use serde_json::Value;
use std::collections::BTreeMap;

/// Files of `vendor_files/csv` that the plain rules of CSV do not read, with what they need.
const WAITING: [(&str, &str); 1] = [
    // Title lines above the table: a survey tool's dialect, not CSV.
    ("csv/weird_head_padding.csv", "ragged_rows"),
];

/// Files whose blank or NUL content plain CSV refuses.
const REFUSED: [(&str, &str); 1] = [("csv/null_byte.csv", "nul_bytes")];

#[test]
fn vendor_files_are_read_as_described() {
    let Some(metadata) = shared("vendor_files/expected_metadata.json") else {
        return;
    };
    let metadata: BTreeMap<String, Value> = serde_json::from_slice(&metadata).unwrap();
    let mut seen = 0;
    for (path, expected) in metadata.iter().filter(|(path, _)| {
        path.starts_with("csv/") || (path.starts_with("kobo/") && path.ends_with(".csv"))
    }) {
        let Some(bytes) = shared(&format!("vendor_files/{path}")) else {
            return;
        };
        let outcome = read(path, &bytes, Options::default());
        if let Some((_, code)) = WAITING
            .iter()
            .chain(&REFUSED)
            .find(|(file, _)| file == path)
        {
            assert_eq!(outcome.unwrap_err().code, *code, "{path}");
            continue;
        }
        let read = outcome
            .unwrap_or_else(|error| panic!("{path}: {error}"))
            .value;
        let description = &read.description;
        assert_eq!(description.bytes, expected["bytes"], "{path}");
        assert_eq!(description.rows + 1, expected["records"], "{path}");
        let first = expected["first_records"].as_array().unwrap();
        let width = width(expected);
        assert_eq!(description.columns.len(), width, "{path}");
        let delimiter = expected["delimiter"].as_str().unwrap();
        if width > 1 {
            assert_eq!(
                description.dialect.delimiter.to_string(),
                delimiter,
                "{path}"
            );
        }
        assert_eq!(
            description.dialect.decimal.to_string(),
            expected["decimal"].as_str().unwrap(),
            "{path}"
        );
        let encoding = match expected["encoding"].as_str().unwrap() {
            "ascii" | "utf-8" | "utf-8-sig" => Encoding::Utf8,
            "cp1252" | "iso-8859-1" => Encoding::Windows1252,
            "utf-16le" => Encoding::Utf16Le,
            other => panic!("{other}"),
        };
        assert_eq!(description.encoding, encoding, "{path}");
        let rows = cells(&read);
        for (row, record) in first.iter().skip(1).enumerate() {
            for (column, value) in record.as_array().unwrap().iter().take(width).enumerate() {
                let value = value.as_str().unwrap().trim();
                // The description cuts long texts.
                assert!(
                    same(&rows[row][column], value),
                    "{path} {row} {column}: {value}"
                );
            }
        }
        seen += 1;
    }
    assert!(seen >= 28, "{seen}");
}

/// The same text, cut or not, or the same number.
fn same(cell: &str, value: &str) -> bool {
    let number = |text: &str| text.replace(',', ".").parse::<f64>().ok();
    cell.starts_with(value) || number(cell).is_some_and(|cell| Some(cell) == number(value))
}

/// The header's width: the most common number of fields.
fn width(expected: &Value) -> usize {
    let histogram = expected["field_count_histogram"].as_object().unwrap();
    let most = histogram.iter().max_by_key(|(_, n)| n.as_u64());
    most.and_then(|(fields, _)| fields.parse().ok()).unwrap()
}

#[test]
fn erce_has_its_records() {
    let Some(bytes) = shared("erce2019_directors/erce2019_qd6.csv") else {
        return;
    };
    let read = table(&bytes);
    // Numbers of students and hours with codes of no answer among them, which the file itself does not declare.
    let warned = read.warnings.iter();
    let warned: Vec<_> = warned
        .map(|warning| (warning.code.as_str(), warning.place.column.as_deref()))
        .collect();
    let columns = ["21_01", "24_02", "24_03", "24_04", "24_05", "24_06"];
    let columns = columns.map(|column| format!("DDIT{column}"));
    let expected = columns.iter();
    let expected = expected.map(|column| ("undeclared_missing", Some(column.as_str())));
    assert_eq!(warned, expected.collect::<Vec<_>>());
    let read = read.value;
    assert_eq!(
        (read.table.rows(), read.table.columns().count()),
        (3682, 161)
    );
    let country = read
        .description
        .columns
        .iter()
        .find(|column| column.name == "COUNTRY")
        .unwrap();
    assert_eq!(country.values.len(), 16);
    // The senate weight sums to 1000 in each of the 16 countries.
    let weights = read.table.column("WS").unwrap().numbers().unwrap();
    let sum: f64 = weights.iter().filter(|value| !value.is_nan()).sum();
    assert!((sum - 16_000.0).abs() < 1e-6, "{sum}");
}

#[test]
fn the_synthetic_survey_has_its_counts() {
    let (Some(bytes), Some(truth)) = (
        shared("synthetic_small/SYNTHETIC_puls_5k.csv"),
        shared("synthetic_small/SYNTHETIC_puls_5k.csv.truth.json"),
    ) else {
        return;
    };
    let truth: Value = serde_json::from_slice(&truth).unwrap();
    let read = table(&bytes).value;
    assert_eq!(read.table.rows(), 5_000);
    let countries = read.table.column("country_iso3").unwrap();
    let weights = read.table.column("weight").unwrap();
    let weight = |row: usize| -> f64 { cell(weights, row).parse().unwrap_or(f64::NAN) };
    let mut checked = 0;
    for (country, of_country) in truth["countries"].as_object().unwrap() {
        let rows: Vec<usize> = (0..5_000)
            .filter(|row| cell(countries, *row) == *country)
            .collect();
        assert_eq!(rows.len() as u64, of_country["rows"].as_u64().unwrap());
        for (item, expected) in of_country["items"].as_object().unwrap() {
            let column = read.table.column(item).unwrap();
            let count = |wanted: &dyn Fn(&str) -> bool| {
                rows.iter()
                    .filter(|row| wanted(&cell(column, **row)))
                    .count() as u64
            };
            assert_eq!(count(&|value| value == "98"), expected["n_98"]);
            assert_eq!(count(&|value| value == "99"), expected["n_99"]);
            assert_eq!(count(&|value| value.is_empty()), expected["n_blank"]);
            let valid: Vec<(f64, f64)> = rows
                .iter()
                .filter_map(|row| Some((cell(column, *row).parse().ok()?, weight(*row))))
                .filter(|(value, _): &(f64, f64)| *value < 98.0)
                .collect();
            assert_eq!(valid.len() as u64, expected["n_valid"]);
            let valid = valid.iter().filter(|(_, weight)| !weight.is_nan());
            let sum: f64 = valid.map(|(value, weight)| value * weight).sum();
            assert!((sum - expected["wsum"].as_f64().unwrap()).abs() < 1e-6 * sum.abs());
            checked += 1;
        }
    }
    assert!(checked > 500);
}

#[test]
fn numbers_with_a_decimal_comma_have_their_sum() {
    let Some(bytes) = shared("vendor_files/csv/erce_ury_per_excel_es_cp1252.csv") else {
        return;
    };
    let read = table(&bytes).value;
    let Column::Number(values) = read.table.column("Peso normalizado").unwrap() else {
        panic!("numbers");
    };
    // Two countries, 1000 each.
    let sum: f64 = values
        .into_no_null_iter()
        .filter(|value| !value.is_nan())
        .sum();
    assert!((sum - 2_000.0).abs() < 1e-6, "{sum}");
}
