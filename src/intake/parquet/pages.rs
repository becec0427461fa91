//! The library's pages, looked at before it decodes them: it makes room for as many values as a page says, and would inflate zstd,
//! which polars writes unless it is told otherwise, with C.

use super::lengths;
use bytes::Bytes;
use parquet::basic::{Compression, Encoding};
use parquet::bloom_filter::Sbbf;
use parquet::column::page::{Page, PageMetadata, PageReader};
use parquet::errors::{ParquetError, Result};
use parquet::file::metadata::{ParquetMetaData, RowGroupMetaData};
use parquet::file::reader::{FileReader, RowGroupReader, SerializedFileReader};
use parquet::file::serialized_reader::SerializedPageReader;
use parquet::record::reader::RowIter;
use parquet::schema::types::Type;
use ruzstd::decoding::{FrameDecoder, StreamingDecoder};
use std::io::Read;
use std::sync::Arc;

/// A file whose pages are believable, and inflated whatever its columns are compressed with.
pub(super) struct File {
    file: SerializedFileReader<Bytes>,
    bytes: Arc<Bytes>,
}

impl File {
    /// Reads what a file says of its columns.
    pub(super) fn open(bytes: Vec<u8>) -> Result<File> {
        let bytes = Bytes::from(bytes);
        Ok(File {
            file: SerializedFileReader::new(bytes.clone())?,
            bytes: Arc::new(bytes),
        })
    }
}

impl FileReader for File {
    fn metadata(&self) -> &ParquetMetaData {
        self.file.metadata()
    }

    fn num_row_groups(&self) -> usize {
        self.file.num_row_groups()
    }

    fn get_row_group(&self, at: usize) -> Result<Box<dyn RowGroupReader + '_>> {
        Ok(Box::new(Group {
            metadata: self.metadata().row_group(at),
            bytes: self.bytes.clone(),
        }))
    }

    fn get_row_iter(&self, projection: Option<Type>) -> Result<RowIter<'_>> {
        RowIter::from_file(projection, self)
    }
}

/// Records that are stored together.
struct Group<'a> {
    metadata: &'a RowGroupMetaData,
    bytes: Arc<Bytes>,
}

impl RowGroupReader for Group<'_> {
    fn metadata(&self) -> &RowGroupMetaData {
        self.metadata
    }

    fn num_columns(&self) -> usize {
        self.metadata.num_columns()
    }

    fn get_column_page_reader(&self, at: usize) -> Result<Box<dyn PageReader>> {
        let column = self.metadata.column(at);
        let records = usize::try_from(self.metadata.num_rows())?;
        let is_zstd = matches!(column.compression(), Compression::ZSTD(_));
        // Told that nothing is compressed, the library hands the pages of zstd on as they stand in the file.
        let stored = column.clone().into_builder();
        let stored = match is_zstd {
            true => stored.set_compression(Compression::UNCOMPRESSED),
            false => stored,
        };
        let bytes = self.bytes.clone();
        Ok(Box::new(Pages {
            pages: SerializedPageReader::new(bytes, &stored.build()?, records, None)?,
            records,
            has_levels: column.column_descr().max_def_level() > 0,
            zstd: is_zstd.then(FrameDecoder::new),
            left: u64::try_from(column.uncompressed_size())?,
        }))
    }

    fn get_column_bloom_filter(&self, _: usize) -> Option<&Sbbf> {
        None
    }

    fn get_row_iter(&self, projection: Option<Type>) -> Result<RowIter<'_>> {
        RowIter::from_row_group(projection, self)
    }
}

/// The pages of a column.
struct Pages {
    pages: SerializedPageReader<Bytes>,
    /// Records of the group: no page of a column without lists has more values.
    records: usize,
    /// Whether a record may have no answer.
    has_levels: bool,
    /// Inflates what the library hands on as it stands.
    zstd: Option<FrameDecoder>,
    /// Bytes that this may still come to, by what the file says of the column.
    left: u64,
}

impl Pages {
    /// The values of a page of version 1, before which the levels stand where a record may have no answer: their length, then they.
    fn after_levels<'p>(&self, page: &'p [u8], levels: Encoding) -> Option<&'p [u8]> {
        if !self.has_levels {
            return Some(page);
        }
        if levels != Encoding::RLE {
            return None;
        }
        let (length, rest) = page.split_first_chunk()?;
        rest.get(u32::from_le_bytes(*length) as usize..)
    }

    /// What a page holds: its levels, which are never compressed in pages of version 2, and its values.
    fn inflate(&mut self, page: &mut Bytes, levels: usize) -> Result<()> {
        let Some(decoder) = &mut self.zstd else {
            return Ok(());
        };
        let (levels, mut compressed) = page.split_at_checked(levels).ok_or_else(damaged)?;
        let mut whole = levels.to_vec();
        // A page without values may be no frame at all; what is compressed may be several.
        while !compressed.is_empty() {
            let start = whole.len();
            let frame = StreamingDecoder::new_with_decoder(&mut compressed, &mut *decoder);
            let frame = frame.map_err(|_| damaged())?;
            frame.take(self.left + 1).read_to_end(&mut whole)?;
            let inflated = (whole.len() - start) as u64;
            self.left = self.left.checked_sub(inflated).ok_or_else(damaged)?;
        }
        *page = Bytes::from(whole);
        Ok(())
    }
}

impl PageReader for Pages {
    fn get_next_page(&mut self) -> Result<Option<Page>> {
        let Some(mut page) = self.pages.get_next_page()? else {
            return Ok(None);
        };
        let believable = match &mut page {
            Page::DataPage {
                buf,
                encoding,
                def_level_encoding,
                ..
            } => {
                self.inflate(buf, 0)?;
                let values = self.after_levels(buf, *def_level_encoding);
                lengths::are_believable(values, *encoding, self.records)
            }
            Page::DataPageV2 {
                buf,
                encoding,
                def_levels_byte_len,
                rep_levels_byte_len,
                is_compressed,
                ..
            } => {
                let levels = *def_levels_byte_len as usize + *rep_levels_byte_len as usize;
                if *is_compressed {
                    self.inflate(buf, levels)?;
                }
                lengths::are_believable(buf.get(levels..), *encoding, self.records)
            }
            Page::DictionaryPage {
                buf, num_values, ..
            } => {
                self.inflate(buf, 0)?;
                // Each value takes a byte at least.
                return match *num_values as usize <= buf.len() {
                    true => Ok(Some(page)),
                    false => Err(damaged()),
                };
            }
        };
        match believable && page.num_values() as usize <= self.records {
            true => Ok(Some(page)),
            false => Err(damaged()),
        }
    }

    fn peek_next_page(&mut self) -> Result<Option<PageMetadata>> {
        self.pages.peek_next_page()
    }

    fn skip_next_page(&mut self) -> Result<()> {
        self.pages.skip_next_page()
    }

    fn at_record_boundary(&mut self) -> Result<bool> {
        self.pages.at_record_boundary()
    }
}

impl Iterator for Pages {
    type Item = Result<Page>;

    fn next(&mut self) -> Option<Self::Item> {
        self.get_next_page().transpose()
    }
}

fn damaged() -> ParquetError {
    ParquetError::General("page".into())
}
