//! OpenDocument's spreadsheet (ODF 1.3, part 3): one part holds all sheets.

use super::Sheet;
use super::range::MOST;
use super::sheet::SheetRows;
use super::table::Table;
use super::xlsx::part;
use super::xml::{Event, Xml};
use crate::error::{Error, Result};
use crate::intake::archive::Zip;
use crate::intake::rows::Range;
use crate::intake::{MAX_TABLES, Rows};

/// The part that holds the sheets.
const CONTENT: &str = "content.xml";

/// OpenDocument's spreadsheet.
pub(in crate::intake) struct Document {
    zip: Zip,
    sheets: Vec<Sheet>,
}

impl Document {
    /// Reads the list of sheets.
    ///
    /// # Errors
    /// `encrypted_file`; `too_many_tables` {value, limit}; those of XML and of archives.
    pub fn open(zip: Zip) -> Result<Document> {
        if let Some(part) = zip.find("META-INF/manifest.xml") {
            let manifest = zip.whole(part)?;
            let mark = b"encryption-data";
            if manifest.windows(mark.len()).any(|window| window == mark) {
                return Err(Error::new("encrypted_file"));
            }
        }
        let mut hidden = Vec::new();
        let mut style = String::new();
        let mut sheets = Vec::new();
        let mut xml = part(&zip, CONTENT)?;
        loop {
            match xml.next()? {
                Event::Open(tag) => match tag.name() {
                    "style" => style = tag.value("name").unwrap_or_default(),
                    "table-properties" if tag.value("display").as_deref() == Some("false") => {
                        hidden.push(std::mem::take(&mut style));
                    }
                    "table" => {
                        let style = tag.value("style-name");
                        sheets.push(Sheet {
                            name: tag.value("name").unwrap_or_default(),
                            hidden: style.is_some_and(|style| hidden.contains(&style)),
                        });
                        xml.skip()?;
                    }
                    _ => {}
                },
                Event::End => return Ok(Document { zip, sheets }),
                _ => {}
            }
            if sheets.len() > MAX_TABLES || hidden.len() > MAX_TABLES {
                let count = sheets.len().max(hidden.len());
                let error = Error::new("too_many_tables").with("value", count);
                return Err(error.with("limit", MAX_TABLES));
            }
        }
    }

    /// Its sheets.
    pub fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    /// The rows of a sheet; none where there is no such sheet.
    ///
    /// # Errors
    /// Those of XML and of archives.
    pub fn rows(&self, sheet: usize) -> Result<Box<dyn Rows>> {
        Ok(Box::new(SheetRows::new(self.table(sheet)?)))
    }

    /// Joined cells, counted from the first row that has a value.
    ///
    /// # Errors
    /// Those of reading the rows.
    pub fn merged(&self, sheet: usize) -> Result<Vec<Range>> {
        let (first, ranges) = self.table(sheet)?.merged(MOST)?;
        let below = ranges.into_iter().filter_map(|range| range.below(first));
        Ok(below.collect())
    }

    /// The table of a sheet, opened.
    fn table(&self, sheet: usize) -> Result<Table> {
        let mut xml = self.content()?;
        let mut seen = 0;
        loop {
            match xml.next()? {
                Event::Open(tag) if tag.name() == "table" && seen == sheet => break,
                Event::Open(tag) if tag.name() == "table" => {
                    seen += 1;
                    xml.skip()?;
                }
                Event::End => break,
                _ => {}
            }
        }
        Ok(Table::new(xml))
    }

    fn content(&self) -> Result<Xml> {
        part(&self.zip, CONTENT)
    }
}
