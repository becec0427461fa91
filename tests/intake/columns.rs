//! Parquet as pyarrow, pandas and polars write it, against what pyarrow reads: `parquet/make.py` wrote both.

use super::{chosen, whole};
use crate::support::chance::chance;
use serde_json::Value;
use std::path::Path;

fn bytes(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/intake/parquet");
    std::fs::read(folder.join(format!("{name}.parquet"))).expect(name)
}

/// Why a file is refused, and the value that is named.
#[track_caller]
fn refused(name: &str, code: &str, value: &str) {
    let error = chosen(name, &bytes(name), &Default::default()).expect_err(name);
    assert_eq!(error.code, code);
    assert_eq!(error.params["value"], value.into());
}

/// The same text, or the same number in other digits.
fn same(ours: &str, theirs: &str) -> bool {
    let number = |text: &str| text.parse::<f64>().ok();
    ours == theirs || number(ours).is_some() && number(ours) == number(theirs)
}

#[test]
fn what_others_wrote_is_read_as_they_read_it() {
    let expected: Value = serde_json::from_str(include_str!("parquet/expected.json")).unwrap();
    for (file, expected) in expected.as_object().unwrap() {
        if file.starts_with("brotli") {
            continue;
        }
        let found = whole(file, &bytes(file));
        assert_eq!(found.about.format, "parquet");
        let texts = |row: &Value| -> Vec<String> {
            let cells = row.as_array().unwrap().iter();
            cells.filter_map(Value::as_str).map(String::from).collect()
        };
        assert_eq!(found.names, texts(&expected["names"]), "{file}");
        assert_eq!(
            Some(found.rows.len() as u64),
            expected["count"].as_u64(),
            "{file}"
        );
        for record in expected["records"].as_array().unwrap() {
            let at = record[0].as_u64().unwrap() as usize;
            let cells = found.rows[at].iter().zip(texts(record));
            for (name, (ours, theirs)) in found.names.iter().zip(cells) {
                assert!(
                    same(ours, &theirs),
                    "{file}, record {at}: {name} is {ours:?}, not {theirs:?}"
                );
            }
        }
    }
}

#[test]
fn what_cannot_be_read_is_named() {
    for kind in ["list", "struct", "map"] {
        refused(&format!("nested_{kind}"), "not_flat", kind);
    }
    for version in ["brotli_v1", "brotli_v2"] {
        refused(version, "unknown_compression", "brotli");
    }
}

#[test]
fn damaged_files_of_others_are_refused_or_read() {
    let mut random = chance();
    for file in [
        "types",
        "types_int96",
        "snappy_v1",
        "gzip_v2",
        "lz4_v1",
        "zstd_v1",
        "zstd_v2",
        "encodings",
        "polars",
    ] {
        let bytes = bytes(file);
        for end in (0..bytes.len()).step_by(97) {
            assert!(
                chosen(file, &bytes[..end], &Default::default()).is_err(),
                "{file} cut at {end}"
            );
        }
        for _ in 0..120 {
            let mut changed = bytes.clone();
            let at = random(changed.len());
            changed[at] ^= 1 << random(8);
            if let Err(error) = chosen(file, &changed, &Default::default()) {
                assert!(!error.code.is_empty());
            }
        }
    }
}

/// The library makes room for what a list or a page says it holds. Where it says two thousand million, a program would end.
#[test]
fn room_is_made_for_what_is_there() {
    let many = [0xFE, 0xFF, 0xFF, 0xFF, 0x0F];
    let mut list = bytes("types");
    list[3355..3360].copy_from_slice(&many);
    let error = chosen("list", &list, &Default::default()).expect_err("a list without end");
    assert_eq!(error.code, "damaged_file");
    for file in ["none_v1", "zstd_v2", "encodings"] {
        let whole = bytes(file);
        for at in (0..whole.len() - 5).step_by(29) {
            let mut changed = whole.clone();
            changed[at..at + 5].copy_from_slice(&many);
            if let Err(error) = chosen(file, &changed, &Default::default()) {
                assert!(!error.code.is_empty());
            }
        }
    }
}
