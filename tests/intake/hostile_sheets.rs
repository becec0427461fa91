//! Workbooks and archives that mean harm, or were harmed.

use super::unpacked::{codes, taken, whole};
use crate::support::chance::chance;
use crate::support::zip::{Around, bomb, gzip, ods, part, xlsx, xlsx_bomb, xlsx_parts, zip};
use pulso::error::Error;

/// The error of a file that is refused; the next file is read all the same.
fn refused(bytes: Vec<u8>) -> Error {
    let error = whole(bytes, None).err().expect("refused");
    assert_eq!(error.place.file.as_deref(), Some("file"));
    taken(small());
    error
}

/// A small workbook with everything that a workbook has.
fn small() -> Vec<u8> {
    let around = Around {
        strings: "<si><t>name</t></si><si><r><t>a</t></r><r><t>b</t></r></si>",
        after: "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>",
        ..Around::default()
    };
    let row = "<row><c t=\"s\"><v>1</v></c><c s=\"1\"><v>43646</v></c><c t=\"inlineStr\"><is><t>x</t></is></c></row>";
    let rows = format!(
        "<row r=\"1\"><c r=\"B1\" t=\"s\"><v>0</v></c></row>{}",
        row.repeat(8)
    );
    xlsx(&rows, &around)
}

#[test]
fn two_cells_at_the_corners_take_no_space() {
    let rows = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>2</v></c></row>";
    let found = taken(xlsx(rows, &Around::default()));
    assert_eq!(found.rows.len(), 1);
    assert_eq!(codes(&found.warnings), ["header_is_numbers", "rows_apart"]);
}

#[test]
fn many_wide_rows_are_handed_on_as_they_come() {
    // 16,384 columns by 40,000 rows of a cell each.
    let mut rows = String::from("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>");
    rows.push_str(&"<row><c><v>1</v></c></row>".repeat(40_000));
    let taken = pulso::intake::take("file", xlsx(&rows, &Around::default()), &Default::default());
    let mut taken = taken.unwrap().value;
    while let Some(piece) = taken.next().unwrap() {
        assert!(piece.len() < 2 << 20, "{}", piece.len());
    }
}

#[test]
fn a_million_columns_are_refused() {
    let cells = "<c><v>1</v></c>".repeat(1_000_000);
    let error = refused(xlsx(&format!("<row>{cells}</row>"), &Around::default()));
    assert_eq!(error.code, "too_many_columns");
    let far = "<row><c r=\"ZZZZZZZZZZZZ1\"><v>1</v></c><c r=\"ZZZZZZZZZZZZZZZZZZZZZZZ1\"><v>1</v></c></row>";
    assert_eq!(
        refused(xlsx(far, &Around::default())).code,
        "too_many_columns"
    );
    let cell = "<table:table-cell table:number-columns-repeated=\"1000000\" office:value-type=\"float\" office:value=\"1\"/>";
    let table = format!("<table:table><table:table-row>{cell}</table:table-row></table:table>");
    assert_eq!(refused(ods(&table)).code, "too_many_columns");
}

#[test]
fn repeated_rows_end_at_the_limit() {
    let table = "<table:table><table:table-row table:number-rows-repeated=\"18446744073709551615\">\
        <table:table-cell table:number-columns-repeated=\"20000\" office:value-type=\"float\" office:value=\"1\"/></table:table-row></table:table>";
    assert_eq!(refused(ods(table)).code, "table_too_large");
}

#[test]
fn deep_xml_is_refused() {
    let deep = format!("{}{}", "<a>".repeat(100_000), "</a>".repeat(100_000));
    assert_eq!(refused(xlsx(&deep, &Around::default())).code, "too_deep");
    let table = format!(
        "<table:table><table:table-row><table:table-cell>{deep}</table:table-cell></table:table-row></table:table>"
    );
    assert_eq!(refused(ods(&table)).code, "too_deep");
}

#[test]
fn a_cell_of_a_hundred_megabytes_is_refused() {
    for (before, after) in [
        (
            "<worksheet><sheetData><row><c t=\"str\"><v>",
            "</v></c></row></sheetData></worksheet>",
        ),
        (
            "<worksheet><sheetData><row><c t=\"",
            "\"/></row></sheetData></worksheet>",
        ),
    ] {
        let error = refused(xlsx_bomb(before, b'x', 100 << 20, after));
        assert_eq!(error.code, "cell_too_long");
    }
    // In pieces that are each short.
    let pieces = "xxxxxxxxx&amp;".repeat(1 << 18);
    let rows = format!("<row><c t=\"str\"><v>{pieces}</v></c></row>");
    assert_eq!(
        refused(xlsx(&rows, &Around::default())).code,
        "cell_too_long"
    );
    let spaces = "<table:table><table:table-row><table:table-cell><text:p><text:s text:c=\"4000000000\"/></text:p></table:table-cell></table:table-row></table:table>";
    assert_eq!(refused(ods(spaces)).code, "cell_too_long");
}

#[test]
fn null_bytes_are_refused() {
    let rows = "<row><c t=\"str\"><v>a\0b</v></c></row>";
    assert_eq!(refused(xlsx(rows, &Around::default())).code, "nul_bytes");
    assert_eq!(refused(gzip(b"a,b\n\0,1\n")).code, "nul_bytes");
}

#[test]
fn what_inflates_to_hundreds_of_megabytes_ends() {
    // Hundreds of megabytes of zeros in a few: no XML, and no text.
    let zeros = || xlsx_bomb("", 0, 500 << 20, "");
    assert_eq!(refused(zeros()).code, "cell_too_long");
    // Blanks between elements are no text of a cell.
    let blanks = xlsx_bomb("<worksheet>", b' ', 500 << 20, "</worksheet>");
    assert_eq!(refused(blanks).code, "cell_too_long");
    // An archive of data is opened up to the limit.
    let lines = bomb("a.csv", "", b'\n', 1100 << 20, "");
    assert_eq!(refused(zip(&[lines])).code, "inflates_too_far");
}

#[test]
fn parts_that_overlap_are_bound_by_the_limit_of_all() {
    // Thirty workbooks' sheets that are the same stretch would inflate to gigabytes; each is read only when it is asked for.
    let mut bytes = zip(&[part("a.csv", "a\n1\n"), part("b.csv", "b\n2\n")]);
    let directory = bytes
        .windows(4)
        .position(|window| window == b"PK\x01\x02")
        .unwrap();
    let second = directory
        + 4
        + bytes[directory + 4..]
            .windows(4)
            .position(|window| window == b"PK\x01\x02")
            .unwrap();
    // The second entry points at the first part, whose sum is another.
    bytes[second + 42..second + 46].fill(0);
    assert_eq!(
        whole(bytes.clone(), Some("b.csv")).err().unwrap().code,
        "damaged_file"
    );
    assert!(whole(bytes, Some("a.csv")).is_ok());
}

#[test]
fn doubled_and_lying_entries_are_survived() {
    let mut lie = part("a.csv", "a\n1\n");
    lie.said = Some(u32::MAX - 1);
    taken(zip(&[lie]));
    let doubled = zip(&[part("a.csv", "a\n1\n"), part("a.csv", "b\n2\n")]);
    taken(doubled);
    // The number that says "elsewhere", with nothing elsewhere.
    let mut lost = part("a.csv", "a\n1\n");
    lost.said = Some(u32::MAX);
    assert_eq!(refused(zip(&[lost])).code, "damaged_file");
}

#[test]
fn archives_within_archives_end() {
    let mut bytes = b"a\n1\n".to_vec();
    for _ in 0..3 {
        bytes = zip(&[part("a.gz", gzip(&bytes))]);
    }
    let error = refused(bytes);
    assert_eq!(error.code, "not_a_table");
}

#[test]
fn entities_of_ones_own_are_refused() {
    let mut parts = xlsx_parts("", &Around::default());
    parts.pop();
    let text = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><worksheet><sheetData><row><c t=\"str\"><v>&b;</v></c></row></sheetData></worksheet>";
    parts.push(part("xl/worksheets/sheet1.xml", text));
    assert_eq!(refused(zip(&parts)).code, "damaged_file");
}

#[test]
fn names_that_lead_in_circles_are_survived() {
    let mut parts = xlsx_parts("<row><c t=\"s\"><v>99</v></c></row>", &Around::default());
    assert_eq!(refused(zip(&parts)).code, "damaged_file");
    // The workbook is its own sheet, its own styles and its own texts.
    let at = parts
        .iter()
        .position(|part| part.name.ends_with("workbook.xml.rels"))
        .unwrap();
    let text = String::from_utf8(parts[at].bytes.clone()).unwrap();
    let text = text
        .replace("sharedStrings.xml", "workbook.xml")
        .replace("styles.xml", "workbook.xml");
    parts[at].bytes = text.replace("worksheets/sheet1.xml", "workbook.xml").into();
    assert_eq!(refused(zip(&parts)).code, "no_table");
}

#[test]
fn every_truncation_is_an_error() {
    let bytes = small();
    for end in (0..bytes.len()).step_by(3) {
        let outcome = whole(bytes[..end].to_vec(), None);
        // Without its directory it is no archive; without its first bytes no file.
        assert!(outcome.is_err(), "cut at {end}");
    }
}

#[test]
fn thousands_of_changed_bits_are_survived() {
    let files = [
        small(),
        gzip(b"a,b\n1,2\n3,4\n"),
        ods(
            "<table:table table:name=\"a\"><table:table-row><table:table-cell office:value-type=\"float\" office:value=\"1\"/></table:table-row></table:table>",
        ),
    ];
    let mut random = chance();
    for bytes in &files {
        for _ in 0..3_000 {
            let mut changed = bytes.clone();
            for _ in 0..1 + random(3) {
                let at = random(changed.len());
                changed[at] ^= 1 << random(8);
            }
            if let Err(error) = whole(changed, None) {
                assert!(!error.code.is_empty());
            }
        }
    }
}
