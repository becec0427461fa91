//! Excel's workbook (ECMA-376), also as other programs write it: strict or transitional, with prefixes or without, with parts
//! missing that no cell needs.

use super::date::Epoch;
use super::range::MOST;
use super::sheet::{Found, SheetRows, Used};
use super::strings::Strings;
use super::styles::Styles;
use super::xml::{Event, Tag, Xml};
use super::{Sheet, cells::Cells};
use crate::error::{Error, Result};
use crate::intake::archive::Zip;
use crate::intake::rows::Range;
use crate::intake::{MAX_TABLES, Rows};
use std::rc::Rc;

/// Excel's workbook.
pub(in crate::intake) struct Workbook {
    zip: Zip,
    sheets: Vec<Sheet>,
    /// Where each sheet's cells stand.
    paths: Vec<String>,
    /// What all sheets share.
    shared: Rc<Shared>,
}

/// What the cells of all sheets refer to.
pub(super) struct Shared {
    pub strings: Strings,
    pub styles: Styles,
    pub epoch: Epoch,
}

/// A part that another one names.
struct Relation {
    id: String,
    kind: String,
    path: String,
}

impl Workbook {
    /// Reads the list of sheets, and what they share.
    ///
    /// # Errors
    /// `too_many_tables` {value, limit}; `damaged_file` {part}; those of XML and of archives.
    pub fn open(zip: Zip) -> Result<Workbook> {
        let path = relations(&zip, "")?
            .into_iter()
            .find(|relation| relation.kind == "officeDocument")
            .map_or_else(|| "xl/workbook.xml".into(), |relation| relation.path);
        let known = relations(&zip, &path)?;
        let mut book = Workbook {
            zip,
            sheets: Vec::new(),
            paths: Vec::new(),
            shared: Rc::new(Shared {
                strings: Strings::default(),
                styles: Styles::default(),
                epoch: Epoch::Windows,
            }),
        };
        let mut epoch = Epoch::Windows;
        let mut xml = book.part(&path)?;
        loop {
            match xml.next()? {
                // Extensions have one of the same name that does not say it again.
                Event::Open(tag) if tag.name() == "workbookPr" && counts_from_1904(&tag) => {
                    epoch = Epoch::Macintosh;
                }
                Event::Open(tag) if tag.name() == "sheet" => {
                    let id = tag.value("id").unwrap_or_default();
                    let of =
                        |relation: &&Relation| relation.id == id && relation.kind == "worksheet";
                    // Sheets of a single chart have no cells.
                    let Some(relation) = known.iter().find(of) else {
                        continue;
                    };
                    book.sheets.push(Sheet {
                        name: tag.value("name").unwrap_or_default(),
                        hidden: tag.value("state").is_some_and(|state| state != "visible"),
                    });
                    book.paths.push(relation.path.clone());
                }
                Event::End => break,
                _ => {}
            }
            if book.sheets.len() > MAX_TABLES {
                return Err(Error::new("too_many_tables")
                    .with("value", book.sheets.len())
                    .with("limit", MAX_TABLES));
            }
        }
        let part = |kind: &str| {
            let relation = known.iter().find(|relation| relation.kind == kind);
            relation.filter(|relation| book.zip.find(&relation.path).is_some())
        };
        let styles = match part("styles") {
            Some(relation) => Styles::read(book.part(&relation.path)?)?,
            None => Styles::default(),
        };
        let strings = match part("sharedStrings") {
            Some(relation) => Strings::read(book.part(&relation.path)?)?,
            None => Strings::default(),
        };
        book.shared = Rc::new(Shared {
            strings,
            styles,
            epoch,
        });
        Ok(book)
    }

    /// Its sheets of cells.
    pub fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    /// The rows of a sheet; none where there is no such sheet.
    ///
    /// # Errors
    /// `damaged_file` {part}; those of archives.
    pub fn rows(&self, sheet: usize) -> Result<Box<dyn Rows>> {
        Ok(Box::new(SheetRows::new(self.cells(sheet)?)))
    }

    /// Joined cells, counted from the first row that has a value.
    ///
    /// # Errors
    /// Those of reading the rows.
    pub fn merged(&self, sheet: usize) -> Result<Vec<Range>> {
        let first = self.cells(sheet)?.next(&mut Vec::new())?;
        let Some(Found { row: first, .. }) = first else {
            return Ok(Vec::new());
        };
        let mut xml = self.part(self.path(sheet))?;
        let mut ranges = Vec::new();
        loop {
            match xml.next()? {
                Event::Open(tag) if tag.name() == "mergeCell" => {
                    let range = tag.value("ref").and_then(|text| Range::parse(&text));
                    ranges.extend(range.and_then(|range| range.below(first)));
                }
                Event::End => return Ok(ranges),
                _ => {}
            }
            if ranges.len() == MOST {
                return Ok(ranges);
            }
        }
    }

    fn path(&self, sheet: usize) -> &str {
        self.paths.get(sheet).map_or("", String::as_str)
    }

    fn cells(&self, sheet: usize) -> Result<Cells> {
        Ok(Cells::new(
            self.part(self.path(sheet))?,
            self.shared.clone(),
        ))
    }

    fn part(&self, path: &str) -> Result<Xml> {
        part(&self.zip, path)
    }
}

/// A part that must be there.
pub(super) fn part(zip: &Zip, path: &str) -> Result<Xml> {
    match zip.find(path) {
        Some(part) => Ok(Xml::new(path, zip.read(part)?)),
        None => Err(Error::new("damaged_file").with("part", path)),
    }
}

fn counts_from_1904(tag: &Tag) -> bool {
    tag.value("date1904").is_some_and(|said| yes(&said))
}

/// What XML says for yes.
pub(super) fn yes(said: &str) -> bool {
    matches!(said.trim(), "1" | "true" | "on")
}

/// The parts that a part names, and what they are to it: the last word of the address that says so, which is another one
/// in the strict form. None where nothing is named.
fn relations(zip: &Zip, of: &str) -> Result<Vec<Relation>> {
    let (folder, name) = of.rsplit_once('/').unwrap_or(("", of));
    let path = match folder {
        "" => format!("_rels/{name}.rels"),
        _ => format!("{folder}/_rels/{name}.rels"),
    };
    let mut found = Vec::new();
    if zip.find(&path).is_none() {
        return Ok(found);
    }
    let mut xml = part(zip, &path)?;
    loop {
        match xml.next()? {
            Event::Open(tag) if tag.name() == "Relationship" => {
                let kind = tag.value("Type").unwrap_or_default();
                found.push(Relation {
                    id: tag.value("Id").unwrap_or_default(),
                    kind: kind.rsplit('/').next().unwrap_or_default().into(),
                    path: joined(folder, &tag.value("Target").unwrap_or_default()),
                });
            }
            Event::End => return Ok(found),
            _ => {}
        }
    }
}

/// A target as a path within the archive: from the top, or from the folder of the part that names it.
fn joined(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let from = if target.starts_with('/') { "" } else { folder };
    let mut steps: Vec<&str> = Vec::new();
    for step in from.split('/').chain(target.split('/')) {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}
