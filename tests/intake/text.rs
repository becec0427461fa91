//! Delimited text: what is plain stays plain, what is not is read as it is meant.

use super::{chosen, whole};
use crate::read::shared;
use pulso::intake::{Choice, Look, look};
use pulso::read::{Encoding, Options, read};
use serde_json::Value;
use std::collections::BTreeMap;

/// Files of the vendors that the reader takes as they are.
const PLAIN: [&str; 19] = [
    "csv/bad.csv",
    "csv/comma_in_quotes.csv",
    "csv/ecuador_medios_radiodifusoras.csv",
    "csv/erce_ury_per_excel_es_cp1252.csv",
    "csv/escaped_quotes.csv",
    "csv/mac_newlines.csv",
    "csv/mexico_gasto_2011_latin1.csv",
    "csv/newlines_crlf.csv",
    "csv/null_byte.csv",
    "csv/quotes_and_newlines.csv",
    "csv/simple.ssv",
    "csv/simple_crlf.csv",
    "csv/skip_initials.csv",
    "csv/test_latin1.csv",
    "csv/test_locale.csv",
    "csv/uci_student_mat_semicolon.csv",
    "csv/utf-16le_encoded.csv",
    "csv/utf8.csv",
    "csv/utf8bom.csv",
];

fn text(cell: &Value) -> String {
    cell.as_str().unwrap_or_default().trim().to_string()
}

/// The same text, cut or not, or the same number, or the same date.
fn same(cell: &str, value: &str) -> bool {
    let number = |text: &str| text.replace(',', "").parse::<f64>().ok();
    let tenths = |text: &str| text.replace('.', "").replace(',', ".").parse::<f64>().ok();
    let date = match value.split('/').collect::<Vec<_>>()[..] {
        [day, month, year] => format!("{year}-{month}-{day}"),
        _ => String::new(),
    };
    cell.starts_with(value)
        || cell == date
        || number(cell).is_some_and(|cell| [number(value), tenths(value)].contains(&Some(cell)))
}

#[test]
fn vendor_files_are_taken_in_as_described() {
    let Some(metadata) = shared("vendor_files/expected_metadata.json") else {
        return;
    };
    let metadata: BTreeMap<String, Value> = serde_json::from_slice(&metadata).unwrap();
    let texts = metadata.iter().filter(|(path, _)| {
        path.starts_with("csv/") || (path.starts_with("kobo/") && path.ends_with(".csv"))
    });
    let mut seen = 0;
    for (path, expected) in texts {
        let bytes = shared(&format!("vendor_files/{path}")).unwrap();
        let plain = PLAIN.contains(&path.as_str());
        let expected_look = if plain {
            Look::Plain
        } else {
            Look::Module("tools")
        };
        assert_eq!(look(&bytes, true), expected_look, "{path}");
        // A page that sees the first bytes only comes to the same answer.
        let head = &bytes[..bytes.len().min(64 * 1024)];
        assert_eq!(
            look(head, head.len() == bytes.len()),
            expected_look,
            "{path}"
        );
        seen += 1;
        if path == "csv/null_byte.csv" {
            let error = chosen(path, &bytes, &Choice::default()).unwrap_err();
            assert_eq!(error.code, "nul_bytes");
            continue;
        }
        if path == "csv/weird_head_padding.csv" {
            continue;
        }
        let whole = whole(path, &bytes);
        let encoding = match expected["encoding"].as_str().unwrap() {
            "ascii" | "utf-8" | "utf-8-sig" => "utf-8",
            "cp1252" | "iso-8859-1" => "windows-1252",
            other => other,
        };
        assert_eq!(whole.about.encoding.as_deref(), Some(encoding), "{path}");
        let decimal = whole.about.decimal.unwrap().to_string();
        assert_eq!(decimal, expected["decimal"].as_str().unwrap(), "{path}");
        if whole.names.len() > 1 {
            let delimiter = whole.about.delimiter.unwrap().to_string();
            assert_eq!(delimiter, expected["delimiter"].as_str().unwrap(), "{path}");
        }
        let records = expected["records"].as_u64().unwrap();
        // A blank row and the source below a table are no records.
        let notes = if path == "csv/mexico_gasto_2011_latin1.csv" {
            2
        } else {
            0
        };
        let rows = whole.rows.len() as u64 + whole.about.header_rows;
        assert_eq!(rows + notes, records, "{path}");
        assert_eq!(
            whole.codes().contains(&"notes_left_out"),
            notes > 0,
            "{path}"
        );
        // Columns that stand as they are: those of a survey tool are held to its layout below.
        if whole.about.tool == "plain" {
            let first = expected["first_records"].as_array().unwrap();
            for (row, record) in first.iter().skip(1).enumerate() {
                let cells = record.as_array().unwrap().iter().take(whole.names.len());
                for (column, value) in cells.enumerate() {
                    let (cell, value) = (&whole.rows[row][column], text(value));
                    assert!(same(cell, &value), "{path} {row} {column}: {cell} {value}");
                }
            }
        }
        // What is handed on reads as it should, through the reader that every file goes through.
        let mut csv = Vec::new();
        let mut taken = pulso::intake::take(path, bytes, &Choice::default())
            .unwrap()
            .value;
        while let Some(piece) = taken.next().unwrap() {
            csv.extend(piece);
        }
        let options = Options {
            delimiter: Some(','),
            encoding: Some(Encoding::Utf8),
            decimal: Some('.'),
        };
        let read = read(path, &csv, options).unwrap().value;
        assert_eq!(read.table.rows(), whole.rows.len(), "{path}");
        assert_eq!(read.table.columns().count(), whole.names.len(), "{path}");
    }
    assert!(seen >= 30, "{seen}");
}

#[test]
fn our_examples_and_the_studies_are_plain() {
    for path in [
        "synthetic_small/SYNTHETIC_puls_5k.csv",
        "erce2019_directors/erce2019_qd6.csv",
        "pisa2018_sample/pisa18_sample.csv",
        "api/apistrat.csv",
        "bfi/bfi.csv",
        "oxcgrt_lac/oxcgrt_lac_national.csv",
    ] {
        if let Some(bytes) = shared(path) {
            let head = &bytes[..bytes.len().min(64 * 1024)];
            assert_eq!(look(head, false), Look::Plain, "{path}");
        }
    }
}

#[test]
fn titles_above_and_notes_below_are_no_records() {
    let file = "Encuesta nacional 2024;;;\n;;;\nActualizado;12/03/2024;;\nregión;sexo;edad;peso\n\
        Norte;m;31;1,5\nSur;h;28;2,25\nSur;m;40;0,5\nNorte;h;25;1\nSur;m;33;1\n\
        Fuente: elaboración propia.;;;\nNota: datos preliminares.;;;\n";
    assert_eq!(look(file.as_bytes(), true), Look::Module("tools"));
    let whole = whole("titles.csv", file.as_bytes());
    assert_eq!(whole.names, ["región", "sexo", "edad", "peso"]);
    assert_eq!(whole.about.skipped, 3);
    assert_eq!(whole.rows.len(), 5);
    assert_eq!(whole.column("peso"), ["1.5", "2.25", "0.5", "1", "1"]);
    assert_eq!(whole.codes(), ["notes_left_out"]);
}

#[test]
fn the_german_table_begins_below_its_titles() {
    let Some(bytes) = shared("vendor_files/csv/weird_head_padding.csv") else {
        return;
    };
    let whole = whole("weird_head_padding.csv", &bytes);
    assert_eq!(whole.about.delimiter, Some(';'));
    assert_eq!(whole.names[1..4], ["1985", "1993", "2000"]);
    let child = whole
        .rows
        .iter()
        .find(|row| row[0] == "Kinderchirurgie")
        .unwrap();
    assert_eq!(child[1..5], [".", "135", "123", "100"]);
}

#[test]
fn the_order_of_day_and_month_is_what_the_whole_column_shows() {
    let dates = |cells: &str| whole("dates.csv", format!("fecha,n\n{cells}").as_bytes());
    let sure = dates("02/01/2014,1\n31/12/2012,2\n");
    assert_eq!(sure.column("fecha"), ["2014-01-02", "2012-12-31"]);
    assert!(sure.warnings.is_empty());
    let american = dates("02/01/2014,1\n12/31/2012,2\n");
    assert_eq!(american.column("fecha"), ["2014-02-01", "2012-12-31"]);
    let open = dates("02/01/2014,1\n03/04/2014,2\n");
    assert_eq!(open.column("fecha"), ["2014-01-02", "2014-04-03"]);
    assert_eq!(open.codes(), ["ambiguous_dates"]);
    // Half-day hours are written where the month comes first.
    let halves = dates("02/01/2014 3:05 PM,1\n03/04/2014 11:00 AM,2\n");
    assert_eq!(
        halves.column("fecha"),
        ["2014-02-01T15:05:00", "2014-03-04T11:00:00"]
    );
    let mixed = dates("31/12/2014,1\n12/31/2014,2\n");
    assert_eq!(mixed.codes(), ["mixed_dates"]);
    assert_eq!(mixed.column("fecha"), ["31/12/2014", "12/31/2014"]);
    // A day that is none stays as it is written.
    assert_eq!(dates("31/02/2014,1\n").column("fecha"), ["31/02/2014"]);
    assert_eq!(dates("15.3.2014,1\n").column("fecha"), ["2014-03-15"]);
    // Another column decides.
    let file = b"a,b\n01/02/2020,13/02/2020\n03/04/2020,14/05/2020\n";
    let other = whole("two.csv", file);
    assert_eq!(other.column("a"), ["2020-02-01", "2020-04-03"]);
    assert!(other.warnings.is_empty());
}

#[test]
fn numbers_in_groups_are_numbers() {
    let file = "a;b;c\n1 234 567,5;229'932;999 888 777\n12,25;15;912 345 678\n";
    assert_eq!(look(file.as_bytes(), true), Look::Module("tools"));
    let whole = whole("groups.csv", file.as_bytes());
    assert_eq!(whole.column("a"), ["1234567.5", "12.25"]);
    assert_eq!(whole.column("b"), ["229932", "15"]);
    // Telephones are grouped too.
    assert_eq!(whole.column("c"), ["999 888 777", "912 345 678"]);
}

#[test]
fn hashtags_of_hxl_are_no_record() {
    let file = "Departamento,Afectados,Fecha\n#adm1+name,#affected,#date\nCusco,120,2020-01-02\nPuno,80,2020-01-03\n";
    assert_eq!(look(file.as_bytes(), true), Look::Module("tools"));
    let whole = whole("hxl.csv", file.as_bytes());
    assert_eq!(whole.names, ["Departamento", "Afectados", "Fecha"]);
    assert_eq!(whole.rows.len(), 2);
    assert_eq!(whole.about.header_rows, 2);
}

#[test]
fn the_corners_of_csv_are_read_as_their_suites_say() {
    // csv-spectrum: empty, location coordinates, JSON in a cell, quotes within quotes, all line breaks.
    let cases: [(&str, &[&[&str]]); 12] = [
        (
            "a,b,c\n1,\"\",\"\"\n2,3,4\n",
            &[&["1", "", ""], &["2", "3", "4"]],
        ),
        (
            "key,val\n1,\"{\"\"type\"\": \"\"Point\"\", \"\"coordinates\"\": [102.0, 0.5]}\"\n",
            &[&["1", "{\"type\": \"Point\", \"coordinates\": [102.0, 0.5]}"]],
        ),
        (
            "a,b\n1,\"ha \"\"ha\"\" ha\"\n3,4\n",
            &[&["1", "ha \"ha\" ha"], &["3", "4"]],
        ),
        (
            "a,b\r\n1,\"ha \r\n\"\"ha\"\" \r\nha\"\r\n",
            &[&["1", "ha \r\n\"ha\" \r\nha"]],
        ),
        ("a,b,c\r1,2,3\r", &[&["1", "2", "3"]]),
        (
            "a,b,c\n1,2,3\n4,5,ʤ\n",
            &[&["1", "2", "3"], &["4", "5", "ʤ"]],
        ),
        // RFC 4180: no break after the last record; spaces are kept by the reader's own rule, at the ends of a cell not.
        ("a,b\n1,2", &[&["1", "2"]]),
        // Papa Parse: quotes in an unquoted cell, a delimiter within quotes, ragged rows.
        ("A,B\na,b\"c\n", &[&["a", "b\"c"]]),
        ("A,B\n\"a,x\",b\n", &[&["a,x", "b"]]),
        ("A,B,C\na,b\nc,d,e\n", &[&["a", "b", ""], &["c", "d", "e"]]),
        // csvkit: rows that are too long and too short.
        ("a,b\n1,2,\n3\n", &[&["1", "2"], &["3", ""]]),
        // Excel's own line.
        ("sep=;\na;b\n1;2\n", &[&["1", "2"]]),
    ];
    for (file, rows) in cases {
        let whole = whole("case.csv", file.as_bytes());
        assert_eq!(whole.rows, rows, "{file:?}");
    }
}

#[test]
fn a_choice_goes_before_what_was_found() {
    let file = b"a;b\n1,5;2\n";
    let choice = Choice {
        delimiter: Some(','),
        ..Choice::default()
    };
    assert_eq!(chosen("x.csv", file, &choice).unwrap().names, ["a;b"]);
    let choice = Choice {
        tool: Some("kobbo".into()),
        ..Choice::default()
    };
    let error = chosen("x.csv", file, &choice).unwrap_err();
    assert_eq!(
        (error.code.as_str(), error.hint[0].as_str()),
        ("unknown_tool", "kobo")
    );
}

#[test]
fn hostile_texts_are_refused_or_read() {
    let code = |bytes: &[u8]| match chosen("x.csv", bytes, &Choice::default()) {
        Ok(_) => "read".to_string(),
        Err(error) => error.code,
    };
    let wide = "a,".repeat(1_000_000);
    assert_eq!(code(wide.as_bytes()), "too_many_columns");
    assert_eq!(look(&wide.as_bytes()[..65_536], false), Look::Plain);
    assert_eq!(code(b"a,b\n1,\"never closed\n2,3\n"), "unterminated_quote");
    let long = format!("a,b\n1,\"{}", "x".repeat(3 << 20));
    assert_eq!(code(long.as_bytes()), "cell_too_long");
    assert_eq!(code(b"a,b\n\0,2\n"), "nul_bytes");
    assert_eq!(code(b""), "empty_file");
    assert_eq!(code(b" \n\n"), "empty_file");
    // Every tool's marks in one file, cut at every place, and with each bit of a byte turned.
    let file = "Respondent ID;KEY;formdef_version;q;q/1;q_1;x___1;Q1[SQ1];31/12/2020\n;;;Response;1;0;1;Y;N/A\n1;2;3;1 2, 3;1;0;1;Y;\n";
    for end in 0..file.len() {
        code(&file.as_bytes()[..end]);
        let mut bytes = file.as_bytes().to_vec();
        bytes[end] ^= 1 << (end % 8);
        code(&bytes);
        look(&bytes, end % 2 == 0);
    }
    // A tool that a file is not from takes it all the same, or says what is wrong.
    for tool in [
        "kobo",
        "odk",
        "surveycto",
        "limesurvey",
        "qualtrics",
        "surveymonkey",
        "google_forms",
        "microsoft_forms",
        "redcap",
        "plain",
    ] {
        let choice = Choice {
            tool: Some(tool.into()),
            ..Choice::default()
        };
        for file in ["a,b\n1,2\n", "a\n", "x;y;z\n;;\n", file] {
            let _ = chosen("x.csv", file.as_bytes(), &choice);
        }
    }
}
