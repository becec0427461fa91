//! Files that other programs wrote, against what pyreadstat reads in them.

use super::{File, file};
use crate::read::shared;
use pulso::date::Date;
use serde_json::Value;

pub const FILES: [&str; 23] = [
    "sas/sample.xpt",
    "spss/erce2019_qd6.zsav",
    "spss/erce2019_qd6_uruguay.sav",
    "spss/gss2010_pasw18_cp1252.sav",
    "spss/ibm_spss23_testdata.sav",
    "spss/labelled-num.sav",
    "spss/labelled-str.sav",
    "spss/missing_char.sav",
    "spss/pspp_hotel.sav",
    "spss/pspp_personnel.sav",
    "spss/sample.por",
    "spss/sample.sav",
    "spss/sample.zsav",
    "spss/sample_missing.sav",
    "spss/talis2018_sample_user_missing.sav",
    "spss/test_width.sav",
    "spss/variable-label.sav",
    "stata/datetime-d.dta",
    "stata/erce2019_qd6_uruguay.dta",
    "stata/missing_test.dta",
    "stata/sample.dta",
    "stata/talis2018_sample_extended_missing.dta",
    "stata/types.dta",
];

#[test]
fn files_of_other_programs_read_as_expected() {
    let Some(expected) = shared("vendor_files/expected_metadata.json") else {
        return;
    };
    let expected: Value = serde_json::from_slice(&expected).expect("JSON");
    for path in FILES.iter().chain(&["stata/tagged-na-int.dta"]) {
        let bytes = shared(&format!("vendor_files/{path}")).expect("a file");
        let file = file(bytes).unwrap_or_else(|error| panic!("{path}: {error}"));
        compare(path, &file, &expected[*path]);
    }
}

fn compare(path: &str, file: &File, expected: &Value) {
    assert_eq!(file.rows.len() as u64, expected["rows"], "{path}");
    assert_eq!(file.names.len() as u64, expected["cols"], "{path}");
    if let (Some(encoding), Some(ours)) = (expected["encoding"].as_str(), &file.about.encoding) {
        assert!(
            encoding.eq_ignore_ascii_case(ours),
            "{path}: {encoding} {ours}"
        );
    }
    for (index, column) in expected["columns"]
        .as_array()
        .expect("columns")
        .iter()
        .enumerate()
    {
        let name = column["name"].as_str().expect("a name");
        let at = format!("{path} {name}");
        assert_eq!(file.names[index], name, "{path}");
        let label = column["label"]
            .as_str()
            .map(|label| label.trim_end().to_owned());
        assert_eq!(
            file.label(name),
            label.filter(|label| !label.is_empty()),
            "{at}"
        );
        labels(&at, file, name, column);
        missing(&at, file, name, column);
        values(&at, file, name, column);
        let rows = expected["first_rows"].as_array().expect("rows");
        for (row, cells) in rows.iter().enumerate() {
            // The first forty columns.
            if let Some(cell) = cells.get(index) {
                first(&at, file, name, (row, cell), column);
            }
        }
    }
}

/// A code as our data write it: Stata's reasons with their point.
fn code(value: &Value, stata: bool) -> String {
    match value {
        Value::String(text) if stata => format!(".{text}"),
        Value::String(text) => text.trim_end().to_owned(),
        number => number.as_f64().expect("a number").to_string(),
    }
}

fn labels(at: &str, file: &File, name: &str, column: &Value) {
    let stata = file.about.tool == "stata";
    let pairs = column["value_labels"].as_array().into_iter().flatten();
    let mut pairs: Vec<(String, String)> = pairs
        .map(|pair| {
            let label = pair[1].as_str().expect("a label").trim_end();
            (code(&pair[0], stata), label.to_owned())
        })
        .collect();
    let mut ours = file.labels(name);
    pairs.sort();
    ours.sort();
    assert_eq!(ours, pairs, "{at}");
}

fn missing(at: &str, file: &File, name: &str, column: &Value) {
    let cells = file.column(name);
    let found = cells
        .iter()
        .filter(|cell| file.is_missing(name, cell))
        .count();
    let wanted = column["n_user_missing"].as_u64().unwrap_or(0);
    assert_eq!(found as u64, wanted, "{at}");
    for range in column["user_missing_ranges"]
        .as_array()
        .into_iter()
        .flatten()
    {
        if range["lo"] == range["hi"] {
            let code = code(&range["lo"], false);
            assert!(file.is_missing(name, &code), "{at} {code}");
        }
    }
    for value in column["user_missing_values"]
        .as_array()
        .into_iter()
        .flatten()
    {
        let code = code(value, true);
        assert!(file.is_missing(name, &code), "{at} {code}");
    }
}

fn values(at: &str, file: &File, name: &str, column: &Value) {
    let cells = file.column(name);
    let full = cells.iter().filter(|cell| !cell.is_empty());
    if let Some(wanted) = column["n_nonempty"].as_u64() {
        assert_eq!(full.clone().count() as u64, wanted, "{at}");
        return;
    }
    let format = column["format"].as_str().unwrap_or_default();
    let valid: Vec<f64> = full
        .filter(|cell| !file.is_missing(name, cell))
        .map(|cell| back(cell, format, &file.about.tool))
        .collect();
    assert_eq!(valid.len() as u64, column["n_valid"], "{at}");
    near(
        valid.iter().sum(),
        column["sum"].as_f64().expect("a sum"),
        at,
    );
}

fn first(at: &str, file: &File, name: &str, (row, wanted): (usize, &Value), column: &Value) {
    let cell = file.column(name)[row];
    let format = column["format"].as_str().unwrap_or_default();
    match wanted {
        Value::Null => assert!(
            cell.is_empty() || file.is_missing(name, cell),
            "{at} {cell}"
        ),
        Value::String(text) if file.is_missing(name, cell) => {
            assert!(cell == text || cell == format!(".{text}"), "{at} {cell}");
        }
        Value::String(text) => assert_eq!(cell, text.trim_end(), "{at}"),
        number => near(
            back(cell, format, &file.about.tool),
            number.as_f64().expect("a number"),
            at,
        ),
    }
}

fn near(ours: f64, wanted: f64, at: &str) {
    let scale = wanted.abs().max(1.0);
    assert!(
        (ours - wanted).abs() <= 1e-9 * scale,
        "{at}: {ours} {wanted}"
    );
}

/// A cell as the number that the file holds: dates are counted back.
fn back(cell: &str, format: &str, tool: &str) -> f64 {
    if let Ok(number) = cell.parse::<f64>() {
        // Times of day are milliseconds in Stata, and seconds here.
        return number
            * if format.starts_with("%tc") {
                1_000.0
            } else {
                1.0
            };
    }
    let (date, time) = cell.split_once('T').unwrap_or((cell, "00:00:00"));
    let days = Date::parse(date).expect("a date").first_day();
    let seconds = time.split(':').fold(0.0, |sum, part| {
        sum * 60.0 + part.parse::<f64>().expect("digits")
    });
    let from_1960 = (days + 3_653) as f64;
    match tool {
        "spss" => (days + 141_428) as f64 * 86_400.0 + seconds,
        _ if format.starts_with("%tc") => (from_1960 * 86_400.0 + seconds) * 1_000.0,
        _ if format.starts_with("DATETIME") => from_1960 * 86_400.0 + seconds,
        _ => from_1960,
    }
}
