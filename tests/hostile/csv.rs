//! Hostile CSV.

use proptest::prelude::*;
use pulso::error::Error;
use pulso::read::{MAX_CELL_BYTES, MAX_COLUMNS, Options, Reader, read};

fn refused(bytes: &[u8]) -> Error {
    let error = read("file.csv", bytes, Options::default()).unwrap_err();
    // What was wrong with one file is not wrong with the next.
    assert!(read("next.csv", b"a,b\n1,2\n", Options::default()).is_ok());
    assert_eq!(error.place.file.as_deref(), Some("file.csv"));
    error
}

#[test]
fn files_of_other_kinds_are_named() {
    let kinds: [(&[u8], &str); 9] = [
        (b"PK\x03\x04\x14\x00\x06\x00xl/workbook.xml", "xlsx"),
        (b"PK\x03\x04\x14\x00\x06\x00data.csv", "zip"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "xls"),
        (b"$FL2@(#) SPSS DATA FILE", "sav"),
        (b"<stata_dta><header>", "dta"),
        (b"%PDF-1.7", "pdf"),
        (b"\x89PNG\r\n\x1A\n", "png"),
        (b" <!DOCTYPE html><html>", "html"),
        (b"{\"variables\": []}", "json"),
    ];
    for (bytes, kind) in kinds {
        let error = refused(bytes);
        assert_eq!(error.code, "not_a_table");
        assert_eq!(error.params["looks_like"], kind.into());
    }
}

#[test]
fn nothing_is_an_error() {
    for bytes in [
        &b""[..],
        b"\n\n  \r\n",
        b"\xEF\xBB\xBF",
        b"\xFF\xFE",
        b"sep=;\n",
    ] {
        assert_eq!(
            refused(bytes).code,
            "empty_file",
            "{}",
            bytes.escape_ascii()
        );
    }
    assert_eq!(
        Reader::new("f", Options::default())
            .finish()
            .unwrap_err()
            .code,
        "empty_file"
    );
}

#[test]
fn nul_bytes_are_refused_with_their_row() {
    let error = refused(b"a,b\n1,2\n3,\0\n");
    assert_eq!(
        (error.code.as_str(), error.place.row),
        ("nul_bytes", Some(3))
    );
    assert_eq!(refused(b"a,b\n1,\"x\0y\"\n").code, "nul_bytes");
    assert_eq!(refused(&[0; 1000]).code, "nul_bytes");
}

#[test]
fn a_quote_that_never_closes_says_where_it_opened() {
    let error = refused(b"a,b\n1,2\n\"3,4\n5,6\n");
    assert_eq!(
        (error.code.as_str(), error.place.row),
        ("unterminated_quote", Some(3))
    );
}

#[test]
fn a_million_columns_are_too_many() {
    let error = refused(&[b"a,".repeat(1_000_000), b"b\n1\n".to_vec()].concat());
    assert_eq!(error.code, "too_many_columns");
    assert_eq!(error.params["limit"], MAX_COLUMNS.into());
}

#[test]
fn a_cell_of_100_megabytes_is_too_long() {
    let mut reader = Reader::new("file.csv", Options::default());
    let chunk = vec![b'x'; 1 << 20];
    let mut outcome = reader.push(b"a,b\n1,\"");
    let mut pushed = 0;
    while outcome.is_ok() && pushed < 100 {
        outcome = reader.push(&chunk);
        pushed += 1;
    }
    let error = outcome.unwrap_err();
    assert_eq!(error.code, "cell_too_long");
    assert_eq!(error.params["limit"], MAX_CELL_BYTES.into());
    assert_eq!(error.place.column.as_deref(), Some("b"));
    assert!(pushed < 4);
    // It says the same again, and does not read on.
    assert_eq!(reader.push(b"\",2\n").unwrap_err(), error);
    assert_eq!(reader.finish().unwrap_err(), error);
}

#[test]
fn short_rows_do_not_fill_the_memory() {
    let mut file = b"a,".repeat(15_000);
    file.extend(b"b\n");
    file.extend(b"1\n".repeat(100_000));
    assert_eq!(refused(&file).code, "ragged_rows");
}

#[test]
fn only_delimiters_and_only_quotes() {
    for bytes in [
        ",\n,\n,\n",
        ",,,",
        "\"",
        "\"\"",
        "\"\"\n\"\"\n",
        "\"\"\"",
        ";;\n,,\n",
        "\t\n\t",
        "a\n\"\"\n",
        "sep=\"\n\"",
        "sep=,",
        "\r\r\r\n\n\ra",
        "a,b\n\"x\"\"",
        "\u{FEFF}\u{FEFF}",
        "\u{A0},\u{A0}\n\u{A0},\u{A0}",
    ] {
        let _ = read("file.csv", bytes.as_bytes(), Options::default());
    }
}

proptest! {
    #[test]
    fn random_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..600), size in 1usize..64) {
        let whole = read("file.csv", &bytes, Options::default());
        let mut reader = Reader::new("file.csv", Options::default());
        let pushed: Result<(), Error> = bytes.chunks(size).try_for_each(|chunk| reader.push(chunk).map(drop));
        let parts = reader.finish();
        prop_assert_eq!(whole.is_ok(), parts.is_ok() && pushed.is_ok());
    }

    #[test]
    fn random_marks_never_panic(text in "[\",;\t|\r\n 0-9.eé-]{0,200}", size in 1usize..64) {
        let whole = read("file.csv", text.as_bytes(), Options::default());
        let mut reader = Reader::new("file.csv", Options::default());
        let _ = text.as_bytes().chunks(size).try_for_each(|chunk| reader.push(chunk).map(drop));
        match (whole, reader.finish()) {
            (Ok(whole), Ok(parts)) => {
                prop_assert_eq!(whole.value.description, parts.value.description);
                prop_assert_eq!(whole.warnings, parts.warnings);
            }
            (Err(whole), Err(parts)) => prop_assert_eq!(whole, parts),
            _ => prop_assert!(false, "chunks decide"),
        }
    }
}
