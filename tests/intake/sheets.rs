//! Workbooks: real ones against what openpyxl says of them, and small ones of each kind.

use super::unpacked::{codes, rows, taken, whole};
use crate::support::data;
use crate::support::zip::{Around, ods, part, xlsx, xlsx_parts, zip};
use serde_json::Value;
use std::collections::BTreeMap;

#[test]
fn real_workbooks_are_read_as_described() {
    let Some(folder) = data::shared() else { return };
    let folder = folder.join("vendor_files");
    let metadata = std::fs::read(folder.join("expected_metadata.json")).expect("readable");
    let metadata: BTreeMap<String, Value> = serde_json::from_slice(&metadata).expect("JSON");
    let mut seen = 0;
    for (path, expected) in metadata.iter().filter(|(path, _)| path.ends_with(".xlsx")) {
        let bytes = std::fs::read(folder.join(path)).expect("readable");
        let Some(sheets) = expected["sheets"].as_object() else {
            // A part is absent that openpyxl asks for and no cell needs: readxl reads it.
            let names = taken(bytes).about.tables;
            assert_eq!(names.len(), 4, "{path}");
            continue;
        };
        for (name, sheet) in sheets {
            let at = format!("{path} {name}");
            seen += 1;
            let outcome = whole(bytes.clone(), Some(name));
            // A sheet of nothing but errors of formulas has no value either.
            if sheet["n_rows_with_data"] == 0 || at == "xlsx/errors.xlsx Feuil1" {
                assert_eq!(outcome.err().expect("no value").code, "no_table", "{at}");
                continue;
            }
            let whole = outcome.unwrap_or_else(|error| panic!("{at}: {error}"));
            let listed: Vec<(&str, bool)> = whole
                .about
                .tables
                .iter()
                .map(|table| (table.name.as_str(), table.hidden))
                .collect();
            let state = |sheet: &Value| sheet["state"] != "visible";
            let expected: Vec<(&str, bool)> = sheets
                .iter()
                .map(|(name, sheet)| (name.as_str(), state(sheet)))
                .collect();
            let sorted = |mut list: Vec<(&str, bool)>| {
                list.sort();
                format!("{list:?}")
            };
            assert_eq!(sorted(listed), sorted(expected), "{at}");
            same_rows(&at, &whole.rows, whole.about.skipped, sheet);
        }
    }
    assert!(seen > 30, "{seen} sheets");
}

/// Rows as openpyxl gives them: from the first row of the sheet, 12 columns wide.
fn same_rows(at_sheet: &str, rows: &[Vec<String>], skipped: u64, sheet: &Value) {
    let first = sheet["first_rows"].as_array().expect("rows");
    let blank = |row: &&Value| row.as_array().expect("cells").iter().all(Value::is_null);
    // What is blank above the names is passed over.
    let first: Vec<&Value> = first.iter().skip_while(blank).collect();
    // Columns without a name and without a value are left out: cells are held against each other by their names.
    let text = |cell: &Value| cell.as_str().map(str::trim).unwrap_or_default().to_owned();
    let names: Vec<String> = first
        .first()
        .map_or(&[][..], |names| names.as_array().expect("cells"))
        .iter()
        .map(text)
        .collect();
    for (column, name) in rows[0].iter().enumerate() {
        let mut same = (0..names.len()).filter(|at| names[*at] == *name);
        let (Some(at), None) = (same.next(), same.next()) else {
            continue;
        };
        for (place, (row, expected)) in rows.iter().zip(&first).enumerate().skip(1) {
            let wanted = written(&expected[at]);
            assert_eq!(
                row[column].trim(),
                wanted.trim(),
                "{at_sheet}, row {place}, {name}"
            );
        }
    }
    let with_data = rows
        .iter()
        .filter(|row| row.iter().any(|cell| !cell.is_empty()));
    // Cells to the right of the last name have none and are left out, and so may be whole rows.
    let count = with_data.count() as u64;
    let expected = sheet["n_rows_with_data"].as_u64().expect("a count");
    assert!(count <= expected, "{at_sheet}: {count} of {expected}");
    // Titles above the names are no rows of the table; notes below it are none either.
    assert!(
        expected - count <= skipped + 3,
        "{at_sheet}: {count} of {expected}"
    );
}

/// A value of openpyxl's as it is handed on here.
fn written(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(yes) => yes.to_string(),
        Value::Number(number) => number.as_f64().expect("a number").to_string(),
        Value::String(text) if text.starts_with('#') => String::new(),
        Value::String(text) if text == "10 days, 15:10:10" => "255:10:10".into(),
        Value::String(text) => {
            let time = text.as_bytes();
            let moment = time.len() == 19 && time[10] == b' ' && time[13] == b':';
            match moment {
                true => text.replace(" 00:00:00", "").replace(' ', "T"),
                false => text.clone(),
            }
        }
        other => panic!("{other}"),
    }
}

#[test]
fn cells_of_every_kind() {
    let around = Around {
        strings: "<si><t xml:space=\"preserve\"> a &amp; b </t></si><si><r><t>rich</t></r><r><rPr><b/></rPr><t> text</t></r>\
                  <rPh sb=\"0\" eb=\"1\"><t>spoken</t></rPh></si><si><t>x_x000D_y_x005F_x0041_</t></si>",
        ..Around::default()
    };
    let row = |cells: &str| format!("<row>{cells}</row>");
    let names: String = ["text", "more", "day", "n"]
        .map(|name| format!("<c t=\"inlineStr\"><is><t>{name}</t></is></c>"))
        .concat();
    let text = [
        row(&names),
        row("<c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c s=\"1\"><v>43646</v></c><c><v>1.5</v></c>"),
        row("<c t=\"s\"><v>2</v></c><c t=\"str\"><f>A1&amp;\"x\"</f><v>ax</v></c><c s=\"1\"><v>43646.5</v></c><c t=\"b\"><v>1</v></c>"),
        row("<c r=\"C4\" s=\"2\"><v>0.75</v></c><c r=\"D4\"><v>-2E-3</v></c>"),
        row("<c r=\"B5\" t=\"e\"><v>#N/A</v></c><c s=\"3\"><v>1.5</v></c><c t=\"e\"><v>#REF!</v></c>"),
        row("<c><v/></c><c t=\"d\"><v>2019-06-30</v></c><c s=\"1\"><v>60</v></c><c><v>1e15</v></c>"),
        row("<c><v>0.1</v></c><c/><c s=\"1\"><v>59</v></c><c><v>12345678</v></c>"),
    ]
    .concat();
    let whole = taken(xlsx(&text, &around));
    assert_eq!(
        whole.rows,
        rows(&[
            &["text", "more", "day", "n"],
            &[" a & b ", "rich text", "2019-06-30", "1.5"],
            &["x\ry_x0041_", "ax", "2019-06-30T12:00:00", "true"],
            &["", "", "18:00:00", "-0.002"],
            &["", "", "36:00:00", ""],
            &["", "2019-06-30", "1900-02-29", "1000000000000000"],
            &["0.1", "", "1900-02-28", "12345678"],
        ])
    );
    assert_eq!(codes(&whole.warnings), ["error_cells"]);
    assert_eq!(whole.warnings[0].params["n"], 2_u64.into());
}

#[test]
fn days_may_be_counted_from_1904() {
    let around = Around {
        properties: "date1904=\"1\"",
        ..Around::default()
    };
    let text = "<row><c t=\"str\"><v>day</v></c></row><row><c s=\"1\"><v>42184</v></c></row><row><c s=\"1\"><v>0</v></c></row>";
    let expected = rows(&[&["day"], &["2019-06-30"], &["1904-01-01"]]);
    assert_eq!(taken(xlsx(text, &around)).rows, expected);
}

#[test]
fn blank_rows_are_kept_within_and_left_out_around() {
    let cell = |place: &str| format!("<c r=\"{place}\" t=\"str\"><v>{place}</v></c>");
    let row = |row: u32, cells: &str| format!("<row r=\"{row}\">{cells}</row>");
    let text = [
        row(3, &[cell("B3"), cell("C3")].concat()),
        row(4, ""),
        row(6, &cell("B6")),
        row(7, "<c r=\"A7\" s=\"1\"/>"),
        row(900, "<c r=\"A900\" s=\"1\"/>"),
    ]
    .concat();
    let whole = taken(xlsx(&text, &Around::default()));
    let expected = rows(&[&["B3", "C3"], &["", ""], &["", ""], &["B6", ""]]);
    assert_eq!(whole.rows, expected);
}

#[test]
fn what_stands_far_below_is_named_and_left_out() {
    let text = "<row r=\"1\"><c t=\"str\"><v>a</v></c></row><row r=\"2\"><c><v>1</v></c></row><row r=\"5000\"><c><v>2</v></c></row>";
    let whole = taken(xlsx(text, &Around::default()));
    assert_eq!(whole.rows, rows(&[&["a"], &["1"]]));
    assert_eq!(codes(&whole.warnings), ["rows_apart"]);
    assert_eq!(whole.warnings[0].params["last"], 2_u64.into());
    assert_eq!(whole.warnings[0].params["row"], 5000_u64.into());
}

#[test]
fn joined_names_are_those_of_their_first_cell() {
    let around = Around {
        after: "<mergeCells><mergeCell ref=\"$B$2:D2\"/><mergeCell ref=\"A1\"/></mergeCells>",
        ..Around::default()
    };
    let text = "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>id</v></c><c r=\"B2\" t=\"str\"><v>q</v></c></row>\
                <row r=\"3\"><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c><c><v>4</v></c></row>";
    let names = taken(xlsx(text, &around)).rows.swap_remove(0);
    assert_eq!(names, ["id", "q", "q_2", "q_3"]);
    // Names below one that is joined are a second row of names.
    let below = text
        .replace("<c><v>2</v></c>", "<c t=\"str\"><v>x</v></c>")
        .replace("<c><v>3</v></c>", "<c t=\"str\"><v>y</v></c>")
        .replace("<c><v>4</v></c>", "<c t=\"str\"><v>z</v></c>");
    let names = taken(xlsx(&below, &around)).rows.swap_remove(0);
    assert_eq!(names, ["id", "q/x", "q/y", "q/z"]);
}

#[test]
fn hidden_sheets_are_listed_and_strict_workbooks_read() {
    let mut parts = xlsx_parts("<row><c t=\"str\"><v>a</v></c></row>", &Around::default());
    for part in &mut parts {
        let text = String::from_utf8(part.bytes.clone()).expect("UTF-8");
        let text = text
            .replace(
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                "http://purl.oclc.org/ooxml/officeDocument/relationships",
            )
            .replace("<sheet name", "<sheet name=\"Listas\" sheetId=\"2\" state=\"veryHidden\" r:id=\"rId1\"/><sheet name");
        part.bytes = text.into();
    }
    let whole = taken(zip(&parts));
    let tables: Vec<_> = whole
        .about
        .tables
        .iter()
        .map(|table| (table.name.as_str(), table.hidden))
        .collect();
    assert_eq!(tables, [("Listas", true), ("Datos", false)]);
    assert_eq!(whole.about.table.as_deref(), Some("Datos"));
    assert_eq!(whole.about.format, "xlsx");
}

#[test]
fn an_unknown_sheet_is_refused_with_those_there_are() {
    let bytes = xlsx("<row><c t=\"str\"><v>a</v></c></row>", &Around::default());
    let error = whole(bytes, Some("datos")).err().expect("no such sheet");
    assert_eq!(error.code, "unknown_table");
    assert_eq!(error.hint, ["Datos"]);
}

#[test]
fn opendocument_is_read() {
    let tables = "<table:table table:name=\"Uno\"><table:table-header-rows><table:table-row>\
        <table:table-cell office:value-type=\"string\"><text:p>a<text:s text:c=\"2\"/>b</text:p><text:p>c&lt;</text:p></table:table-cell>\
        <table:table-cell table:number-columns-repeated=\"2\" office:value-type=\"string\"><text:p>x</text:p></table:table-cell>\
        <table:table-cell office:value-type=\"string\"><office:annotation><text:p>a comment</text:p></office:annotation><text:p>t</text:p></table:table-cell>\
        <table:table-cell table:number-columns-repeated=\"16380\"/></table:table-row></table:table-header-rows>\
        <table:table-row table:number-rows-repeated=\"2\"><table:table-cell office:value-type=\"float\" office:value=\"1.5\"><text:p>1,50</text:p></table:table-cell>\
        <table:table-cell office:value-type=\"percentage\" office:value=\"0.25\"/><table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\"/>\
        <table:table-cell office:value-type=\"time\" office:time-value=\"PT15H10M10S\"/></table:table-row>\
        <table:table-row><table:table-cell office:value-type=\"date\" office:date-value=\"2019-06-30T00:00:00\"/>\
        <table:table-cell office:value-type=\"string\" calcext:value-type=\"error\"><text:p>#N/A</text:p></table:table-cell><table:covered-table-cell/>\
        <table:table-cell office:value-type=\"date\" office:date-value=\"2019-06-30T10:10:10\"/></table:table-row>\
        <table:table-row table:number-rows-repeated=\"1048572\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row></table:table>\
        <table:table table:name=\"Oculta\" table:style-name=\"ta2\"/>";
    let whole = taken(ods(tables));
    assert_eq!(whole.about.format, "ods");
    let hidden: Vec<bool> = whole
        .about
        .tables
        .iter()
        .map(|table| table.hidden)
        .collect();
    assert_eq!(hidden, [false, true]);
    assert_eq!(
        whole.rows,
        rows(&[
            &["a  b\nc<", "x", "x_2", "t"],
            &["1.5", "0.25", "true", "15:10:10"],
            &["1.5", "0.25", "true", "15:10:10"],
            &["2019-06-30", "", "", "2019-06-30T10:10:10"],
        ])
    );
    assert_eq!(codes(&whole.warnings), ["duplicate_column", "error_cells"]);
}

#[test]
fn a_real_opendocument_file_is_read() {
    let Some(folder) = data::shared() else { return };
    let bytes = std::fs::read(folder.join("vendor_files/xlsx/date.ods")).expect("readable");
    // Read off the file's own XML.
    assert_eq!(
        taken(bytes).rows,
        rows(&[
            &["2021-01-01", "15"],
            &["2021-01-01T10:10:10", "16"],
            &["10:10:10", "17"],
            &["10:10:10.123", "18"],
        ])
    );
}

#[test]
fn other_files_of_office_programs_are_named() {
    let types = || part("[Content_Types].xml", "<Types/>");
    for (inside, kind) in [
        ("xl/workbook.bin", "xlsb"),
        ("word/document.xml", "docx"),
        ("ppt/presentation.xml", "pptx"),
    ] {
        let error = whole(zip(&[types(), part(inside, "")]), None).err();
        assert_eq!(error.expect("no table").params["looks_like"], kind.into());
    }
    let mut old = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    let error = whole(old.clone(), None).err().expect("no table");
    assert_eq!(error.params["looks_like"], "xls".into());
    old.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(
        whole(old, None).err().expect("closed").code,
        "encrypted_file"
    );
}
