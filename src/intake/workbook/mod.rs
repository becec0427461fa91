//! Workbooks: sheets of cells, in Excel's and OpenDocument's way, read as streams.
//!
//! ```text
//! zip → part → xml (events) → xlsx or ods (used rows) → sheet (blank rows between them) → Rows
//! ```

mod cells;
mod date;
mod ods;
mod range;
mod sheet;
mod strings;
mod styles;
mod table;
mod xlsx;
mod xml;

use super::rows::Range;
#[cfg(feature = "parquet")]
pub(super) use date::{civil, clock};

use super::archive::Zip;
use super::{Cell, Rows};
use crate::error::{Error, Result};
use ods::Document;
use std::rc::Rc;
use xlsx::Workbook;

/// A sheet.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Sheet {
    /// As the workbook calls it.
    pub name: String,
    /// Whether the workbook hides it.
    pub hidden: bool,
}

/// A workbook whose list of sheets was read.
pub(super) enum Book {
    /// Excel's.
    Xlsx(Workbook),
    /// OpenDocument's.
    Ods(Document),
}

impl Book {
    /// Opens an archive that is a workbook; gives it back where it is none.
    ///
    /// # Errors
    /// `encrypted_file`; `not_a_table` {looks_like} for `.xlsb` and for texts and slides; `too_many_tables` {value, limit};
    /// those of XML and of archives.
    pub fn open(zip: Zip) -> Result<Result<Book, Zip>> {
        if zip.find("[Content_Types].xml").is_some() {
            let other = [
                ("xl/workbook.bin", "xlsb"),
                ("word/document.xml", "docx"),
                ("ppt/presentation.xml", "pptx"),
            ];
            let found = other.iter().find(|(part, _)| zip.find(part).is_some());
            return match found {
                Some((_, name)) => Err(Error::new("not_a_table").with("looks_like", *name)),
                None => Workbook::open(zip).map(|book| Ok(Book::Xlsx(book))),
            };
        }
        if let (Some(kind), Some(_)) = (zip.find("mimetype"), zip.find("content.xml")) {
            let kind = zip.whole(kind)?;
            return match kind.ends_with(b"spreadsheet") || kind.ends_with(b"spreadsheet-template") {
                true => Document::open(zip).map(|book| Ok(Book::Ods(book))),
                false => Err(Error::new("not_a_table").with("looks_like", "odt")),
            };
        }
        Ok(Err(zip))
    }

    /// Its sheets, in the order of their tabs.
    pub fn sheets(&self) -> &[Sheet] {
        match self {
            Book::Xlsx(book) => book.sheets(),
            Book::Ods(book) => book.sheets(),
        }
    }

    /// A sheet's rows, which are opened when they are first asked for and can be had again.
    pub fn sheet(book: &Rc<Book>, sheet: usize) -> Box<dyn Rows> {
        Box::new(SheetRows {
            book: Rc::clone(book),
            sheet,
            rows: None,
        })
    }

    /// The rows of a sheet, from the first that has a value to the last. A row has as many cells as reach its last value. Rows
    /// between them that are blank have none; where a thousand of these follow each other, the sheet ends, and
    /// `rows_apart` {last, row} is a warning of the rows. Errors of formulas are blank: `error_cells` {n}.
    ///
    /// # Errors
    /// Those of XML and of archives; `too_many_columns` {value, limit}.
    pub fn rows(&self, sheet: usize) -> Result<Box<dyn Rows>> {
        match self {
            Book::Xlsx(book) => book.rows(sheet),
            Book::Ods(book) => book.rows(sheet),
        }
    }

    /// Cells that are joined, counted from the first row that [`Book::rows`] gives; at most [`range::MOST`]. Excel writes
    /// them after the cells: this reads through the sheet once more.
    ///
    /// # Errors
    /// Those of [`Book::rows`].
    pub fn merged(&self, sheet: usize) -> Result<Vec<Range>> {
        match self {
            Book::Xlsx(book) => book.merged(sheet),
            Book::Ods(book) => book.merged(sheet),
        }
    }
}

/// Rows of a sheet, with the book that they come from.
struct SheetRows {
    book: Rc<Book>,
    sheet: usize,
    rows: Option<Box<dyn Rows>>,
}

impl Rows for SheetRows {
    fn next(&mut self, cells: &mut Vec<Cell>) -> Result<bool> {
        let rows = match &mut self.rows {
            Some(rows) => rows,
            none => none.insert(self.book.rows(self.sheet)?),
        };
        rows.next(cells)
    }

    fn again(&self) -> Option<Box<dyn Rows>> {
        Some(Book::sheet(&self.book, self.sheet))
    }

    fn merged(&self) -> Result<Vec<Range>> {
        self.book.merged(self.sheet)
    }

    fn warnings(&self) -> Vec<Error> {
        self.rows
            .as_ref()
            .map(|rows| rows.warnings())
            .unwrap_or_default()
    }
}
