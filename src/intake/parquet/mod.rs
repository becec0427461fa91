//! Apache Parquet: columns of numbers, texts, days and moments, one value a row. The format's own library reads it; what other
//! programs say beside the columns (an index of pandas, attributes of R) is theirs.

mod cell;
mod footer;
mod left;
mod lengths;
mod pages;

use super::archive::failure;
use super::workbook::clock;
use super::{About, Cell, Format, MAX_INFLATED, Rows, Taken};
use crate::codebook::Codebook;
use crate::error::{Error, Result, Warned};
use crate::read::MAX_COLUMNS;
use crate::read::header;
use cell::{cell, instant};
use pages::File;
use parquet::basic::{Compression, LogicalType, Repetition, TimeUnit};
use parquet::errors::ParquetError;
use parquet::file::metadata::ParquetMetaData;
use parquet::file::reader::FileReader;
use parquet::record::Field;
use parquet::record::reader::RowIter;
use parquet::schema::types::TypePtr;
use std::io::ErrorKind;
use std::panic::{AssertUnwindSafe, catch_unwind};

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
    if !footer::is_whole(&bytes) {
        return Err(failure(ErrorKind::InvalidData, PART));
    }
    let reader = File::open(bytes).map_err(damaged)?;
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

/// Runs what may panic.
fn guarded<T>(run: impl FnOnce() -> T) -> Result<T> {
    // Whatever is left half done is dropped: after an error nothing of the file is read any more.
    catch_unwind(AssertUnwindSafe(run)).map_err(|_| failure(ErrorKind::InvalidData, PART))
}

fn damaged(_: ParquetError) -> Error {
    failure(ErrorKind::InvalidData, PART)
}
