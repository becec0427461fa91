//! Apache Parquet: columns of numbers, texts, days and moments, one value a row. The format's own library reads it; what other
//! programs say beside the columns (an index of pandas, attributes of R) is theirs.

use super::archive::failure;
use super::workbook::{civil, clock};
use super::{About, Cell, Format, MAX_INFLATED, Rows, Taken};
use crate::codebook::Codebook;
use crate::error::{Error, Result, Warned};
use crate::read::header;
use crate::read::{MAX_CELL_BYTES, MAX_COLUMNS};
use bytes::Bytes;
use parquet::basic::{Compression, LogicalType, Repetition, TimeUnit};
use parquet::data_type::Decimal;
use parquet::errors::ParquetError;
use parquet::file::metadata::ParquetMetaData;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Field;
use parquet::record::reader::RowIter;
use parquet::schema::types::TypePtr;
use std::io::ErrorKind;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Milliseconds of a day.
const DAY: i64 = 86_400_000;
/// What errors call the part that is damaged: the file has no others.
const PART: &str = "parquet";

/// Takes a file of columns in.
///
/// The library may panic on a damaged file. Where a program unwinds, that is `damaged_file`; in the browser it ends the module,
/// which holds nothing else, and whoever called it says the same.
///
/// # Errors
/// `not_flat` {value} for a column of lists or of records; `unknown_compression` {value}; `too_many_columns` {value, limit};
/// `damaged_file` {part}.
pub(super) fn take(bytes: Vec<u8>) -> Result<Warned<Taken>> {
    let (names, rows) = guarded(|| open(bytes))??;
    let about = About {
        format: Format::Parquet.name().into(),
        tool: "plain".into(),
        header_rows: 1,
        ..About::default()
    };
    let names = header::names(names)?.value;
    Ok(Warned {
        value: Taken::new(about, Codebook::default(), names, Box::new(rows)),
        warnings: Vec::new(),
    })
}

fn open(bytes: Vec<u8>) -> Result<(Vec<String>, Columns)> {
    let reader = SerializedFileReader::new(Bytes::from(bytes)).map_err(damaged)?;
    let metadata = reader.metadata();
    let fields = metadata.file_metadata().schema().get_fields();
    if fields.len() > MAX_COLUMNS {
        let error = Error::new("too_many_columns").with("value", fields.len());
        return Err(error.with("limit", MAX_COLUMNS));
    }
    let repeated = |field: &TypePtr| {
        let info = field.get_basic_info();
        !field.is_primitive() || info.has_repetition() && info.repetition() == Repetition::REPEATED
    };
    if let Some(nested) = fields.iter().find(|field| repeated(field)) {
        return Err(Error::new("not_flat").with("value", nested.name()));
    }
    believable(metadata)?;
    if let Some(name) = unknown_compression(metadata) {
        return Err(Error::new("unknown_compression").with("value", name));
    }
    let names = fields.iter().map(|field| field.name().into()).collect();
    let counted = fields.iter().map(counted).collect();
    let rows = RowIter::from_file_into(Box::new(reader));
    Ok((names, Columns { rows, counted }))
}

/// What whole numbers count that the library hands on as numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Counted {
    /// Nothing else than what they are.
    Units,
    /// Billionths of a second from 1970, as pandas holds moments.
    Moments,
    /// Billionths of a second from midnight.
    Times,
}

fn counted(field: &TypePtr) -> Counted {
    match field.get_basic_info().logical_type_ref() {
        Some(LogicalType::Timestamp(kind)) if kind.unit == TimeUnit::NANOS => Counted::Moments,
        Some(LogicalType::Time(kind)) if kind.unit == TimeUnit::NANOS => Counted::Times,
        _ => Counted::Units,
    }
}

/// Refuses what the library would try: columns that have not one value a row, and more bytes than [`MAX_INFLATED`].
fn believable(metadata: &ParquetMetaData) -> Result<()> {
    let mut left = MAX_INFLATED;
    for group in metadata.row_groups() {
        for column in group.columns() {
            let bytes = u64::try_from(column.uncompressed_size()).ok();
            let bytes = bytes.filter(|_| column.num_values() == group.num_rows());
            let bytes = bytes.ok_or_else(|| failure(ErrorKind::InvalidData, PART))?;
            left = left
                .checked_sub(bytes)
                .ok_or_else(|| failure(ErrorKind::FileTooLarge, PART))?;
        }
    }
    Ok(())
}

/// A compression for which nothing in Rust alone stands in the library.
fn unknown_compression(metadata: &ParquetMetaData) -> Option<&'static str> {
    let groups = metadata.row_groups().iter();
    let mut columns = groups.flat_map(|group| group.columns());
    columns.find_map(|column| match column.compression() {
        Compression::ZSTD(_) => Some("zstd"),
        Compression::BROTLI(_) => Some("brotli"),
        Compression::LZO => Some("lzo"),
        _ => None,
    })
}

struct Columns {
    rows: RowIter<'static>,
    /// What each column counts.
    counted: Vec<Counted>,
}

impl Rows for Columns {
    fn next(&mut self, cells: &mut Vec<Cell>) -> Result<bool> {
        cells.clear();
        let Some(row) = guarded(|| self.rows.next())? else {
            return Ok(false);
        };
        let fields = row.map_err(damaged)?.into_columns();
        for (place, (_, field)) in fields.into_iter().enumerate() {
            let counted = self.counted.get(place).copied();
            cells.push(match (field, counted) {
                (Field::Long(number), Some(Counted::Moments)) => {
                    Cell::Text(instant(number.div_euclid(1_000_000)))
                }
                (Field::Long(number), Some(Counted::Times)) => {
                    Cell::Text(clock(number / 1_000_000))
                }
                (field, _) => cell(field)?,
            });
        }
        Ok(true)
    }
}

fn cell(field: Field) -> Result<Cell> {
    Ok(match field {
        Field::Null => Cell::Blank,
        Field::Bool(yes) => Cell::Flag(yes),
        Field::Byte(number) => Cell::Number(number.into()),
        Field::Short(number) => Cell::Number(number.into()),
        Field::Int(number) => Cell::Number(number.into()),
        Field::UByte(number) => Cell::Number(number.into()),
        Field::UShort(number) => Cell::Number(number.into()),
        Field::UInt(number) => Cell::Number(number.into()),
        Field::Long(number) => whole(number.into()),
        Field::ULong(number) => whole(number.into()),
        Field::Float16(number) => measured(number.into()),
        Field::Float(number) => shortest(number),
        Field::Double(number) => measured(number),
        Field::Decimal(number) => decimal(&number),
        Field::Str(text) => words(text)?,
        Field::Bytes(bytes) => words(String::from_utf8_lossy(bytes.data()).into_owned())?,
        Field::Date(day) => Cell::Text(civil(day.into())),
        Field::TimeMillis(time) => Cell::Text(clock(time.into())),
        Field::TimeMicros(time) => Cell::Text(clock(time / 1000)),
        Field::TimestampMillis(moment) => Cell::Text(instant(moment)),
        Field::TimestampMicros(moment) => Cell::Text(instant(moment.div_euclid(1000))),
        // Refused by the schema.
        Field::Group(_) | Field::ListInternal(_) | Field::MapInternal(_) => Cell::Blank,
    })
}

/// A whole number; one that has no neighbours among the numbers as its digits.
fn whole(number: i128) -> Cell {
    match number.unsigned_abs() < 1 << 53 {
        true => Cell::Number(number as f64),
        false => Cell::Text(number.to_string()),
    }
}

/// No number stands for no answer in what pandas writes.
fn measured(number: f64) -> Cell {
    match number.is_finite() {
        true => Cell::Number(number),
        false => Cell::Blank,
    }
}

/// A number of 32 bits by the digits that tell it from its neighbours: 0.1 is 0.1, not 0.10000000149011612.
fn shortest(number: f32) -> Cell {
    measured(number.to_string().parse().unwrap_or(f64::NAN))
}

/// A number of tenths, hundredths and so on, from the bytes of its whole number.
fn decimal(number: &Decimal) -> Cell {
    let bytes = number.data();
    let Ok(scale) = usize::try_from(number.scale()) else {
        return Cell::Blank;
    };
    if bytes.len() > 16 {
        return Cell::Blank;
    }
    let negative = bytes.first().is_some_and(|first| first & 0x80 != 0);
    let start = if negative { -1_i128 } else { 0 };
    let value = bytes
        .iter()
        .fold(start, |value, byte| value << 8 | i128::from(*byte));
    let digits = format!(
        "{:0>width$}",
        value.unsigned_abs(),
        width = scale.min(64) + 1
    );
    let (units, tenths) = digits.split_at(digits.len() - scale.min(digits.len() - 1));
    let sign = if value < 0 { "-" } else { "" };
    measured(
        format!("{sign}{units}.{tenths}")
            .parse()
            .unwrap_or(f64::NAN),
    )
}

fn words(text: String) -> Result<Cell> {
    if text.len() > MAX_CELL_BYTES {
        return Err(Error::new("cell_too_long").with("limit", MAX_CELL_BYTES));
    }
    Ok(match text.is_empty() {
        true => Cell::Blank,
        false => Cell::Text(text),
    })
}

/// A moment counted in milliseconds from 1970, as a day where it is one.
fn instant(moment: i64) -> String {
    let date = civil(moment.div_euclid(DAY));
    match moment.rem_euclid(DAY) {
        0 => date,
        time => format!("{date}T{}", clock(time)),
    }
}

/// Runs what may panic.
fn guarded<T>(run: impl FnOnce() -> T) -> Result<T> {
    // Whatever is left half done is dropped: after an error nothing of the file is read any more.
    catch_unwind(AssertUnwindSafe(run)).map_err(|_| failure(ErrorKind::InvalidData, PART))
}

fn damaged(_: ParquetError) -> Error {
    failure(ErrorKind::InvalidData, PART)
}
