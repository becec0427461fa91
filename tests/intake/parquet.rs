//! Columns of Parquet, written by the library that other programs use too.

use super::unpacked::{rows, taken, whole};
use crate::support::chance::chance;
use ::parquet::basic::Compression;
use ::parquet::data_type::{
    BoolType, ByteArray, ByteArrayType, DoubleType, FloatType, Int32Type, Int64Type,
};
use ::parquet::file::properties::WriterProperties;
use ::parquet::file::writer::SerializedFileWriter;
use ::parquet::schema::parser::parse_message_type;
use std::sync::Arc;

const SCHEMA: &str = "message survey {
    optional boolean yes; required int32 n; optional int64 id; optional double x; optional float y;
    optional binary name (UTF8); optional int32 day (DATE); optional int64 at (TIMESTAMP(MICROS, true));
    optional int64 exact (TIMESTAMP(NANOS, false)); optional int32 price (DECIMAL(9, 2));
}";

/// Two records; the second has no answer where it may have none.
fn file(compression: Compression) -> Vec<u8> {
    let schema = Arc::new(parse_message_type(SCHEMA).unwrap());
    let properties = WriterProperties::builder().set_compression(compression);
    let mut out = Vec::new();
    let mut writer =
        SerializedFileWriter::new(&mut out, schema, Arc::new(properties.build())).unwrap();
    let mut group = writer.next_row_group().unwrap();
    let one = Some(&[1_i16, 0][..]);
    macro_rules! put {
        ($type:ty, $values:expr, $present:expr) => {{
            let mut column = group.next_column().unwrap().expect("a column");
            let typed = column.typed::<$type>();
            typed.write_batch($values, $present, None).unwrap();
            column.close().unwrap();
        }};
    }
    put!(BoolType, &[true], one);
    put!(Int32Type, &[1, -2], None);
    put!(Int64Type, &[9_007_199_254_740_993], one);
    put!(DoubleType, &[0.1], one);
    put!(FloatType, &[0.1], one);
    put!(ByteArrayType, &[ByteArray::from("año, \"x\"")], one);
    put!(Int32Type, &[18_077], one);
    put!(Int64Type, &[1_561_903_500_000_000], one);
    put!(Int64Type, &[1_561_852_800_000_000_000], one);
    put!(Int32Type, &[-1_205], one);
    group.close().unwrap();
    writer.close().unwrap();
    out
}

#[test]
fn flat_columns_are_read() {
    for compression in [
        Compression::UNCOMPRESSED,
        Compression::SNAPPY,
        Compression::GZIP(Default::default()),
        Compression::LZ4_RAW,
    ] {
        let found = taken(file(compression));
        assert_eq!(found.about.format, "parquet");
        assert_eq!(
            found.rows,
            rows(&[
                &[
                    "yes", "n", "id", "x", "y", "name", "day", "at", "exact", "price"
                ],
                &[
                    "true",
                    "1",
                    "9007199254740993",
                    "0.1",
                    "0.1",
                    "año, \"x\"",
                    "2019-06-30",
                    "2019-06-30T14:05:00",
                    "2019-06-30",
                    "-12.05"
                ],
                &["", "-2", "", "", "", "", "", "", "", ""],
            ])
        );
    }
}

#[test]
fn what_is_not_flat_is_named() {
    let schema = "message m { required int32 n; optional group tags (LIST) { repeated group list { optional binary element (UTF8); } } }";
    let schema = Arc::new(parse_message_type(schema).unwrap());
    let mut out = Vec::new();
    let writer = SerializedFileWriter::new(&mut out, schema, Default::default()).unwrap();
    writer.close().unwrap();
    let error = whole(out, None).err().expect("not flat");
    assert_eq!(error.code, "not_flat");
    assert_eq!(error.params["value"], "tags".into());
}

#[test]
fn damaged_files_are_refused_or_read() {
    let bytes = file(Compression::SNAPPY);
    for end in (0..bytes.len()).step_by(7) {
        assert!(whole(bytes[..end].to_vec(), None).is_err(), "cut at {end}");
    }
    let mut random = chance();
    for _ in 0..500 {
        let mut changed = bytes.clone();
        let at = random(changed.len());
        changed[at] ^= 1 << random(8);
        if let Err(error) = whole(changed, None) {
            assert!(!error.code.is_empty());
        }
    }
}
