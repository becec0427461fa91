//! The cells of a sheet of OpenDocument's, row by row. Rows and cells that are alike are written once with a number, which a
//! sheet fills up to its last row and column: none is made that holds nothing.

use super::date::duration;
use super::sheet::{Found, Used, put};
use super::xml::{Event, Tag, Xml, add};
use crate::error::Result;
use crate::intake::Cell;
use crate::intake::rows::Range;
use crate::read::MAX_CELL_BYTES;

/// A sheet whose element was opened.
pub(super) struct Table {
    xml: Xml,
    /// Elements that are open around it.
    outside: usize,
    /// The row that comes next.
    row: u64,
    errors: u64,
    merged: Vec<Range>,
}

/// A cell as it begins.
struct Begun {
    times: usize,
    kind: String,
    value: Option<String>,
    broken: bool,
    /// Columns and rows that it takes.
    span: (usize, u64),
}

impl Table {
    /// From the element that was opened last.
    pub fn new(xml: Xml) -> Table {
        Table {
            outside: xml.depth().saturating_sub(1),
            xml,
            row: 0,
            errors: 0,
            merged: Vec::new(),
        }
    }

    /// The first row that has a value, and cells that are joined: about this many at most.
    ///
    /// # Errors
    /// Those of reading the rows.
    pub fn merged(mut self, most: usize) -> Result<(u64, Vec<Range>)> {
        let mut cells = Vec::new();
        let first = self.next(&mut cells)?.map_or(0, |found| found.row);
        while self.merged.len() < most && self.next(&mut cells)?.is_some() {}
        Ok((first, self.merged))
    }

    /// Reads the cells of the row that was opened last.
    fn cells(&mut self, cells: &mut Vec<Cell>) -> Result<()> {
        let outside = self.xml.depth().saturating_sub(1);
        let mut column = 0_usize;
        loop {
            match self.xml.next()? {
                Event::Open(tag) => {
                    // What lies under a joined cell is not seen.
                    let covered = tag.name() == "covered-table-cell";
                    if !covered && tag.name() != "table-cell" {
                        self.xml.skip()?;
                        continue;
                    }
                    let begun = begun(&tag);
                    let value = self.value(&begun)?;
                    let (wide, high) = begun.span;
                    if wide > 1 || high > 1 {
                        self.merged.push(Range {
                            rows: (self.row, self.row.saturating_add(high - 1)),
                            columns: (column, column.saturating_add(wide - 1)),
                        });
                    }
                    let end = column.saturating_add(begun.times);
                    if value != Cell::Blank && !covered {
                        for column in column..end {
                            put(cells, column, value.clone())?;
                        }
                    }
                    column = end;
                }
                Event::Close(end) if end.depth == outside => return Ok(()),
                Event::End => return Ok(()),
                _ => {}
            }
        }
    }

    /// The value of the cell that was opened last.
    fn value(&mut self, begun: &Begun) -> Result<Cell> {
        let shown = self.shown()?;
        if begun.broken {
            self.errors += 1;
            return Ok(Cell::Blank);
        }
        let text = begun.value.clone().unwrap_or_default();
        let number = || {
            let number = text.trim().parse::<f64>().ok();
            number.filter(|number| number.is_finite())
        };
        let known = match begun.kind.as_str() {
            "float" | "percentage" | "currency" => number().map(Cell::Number),
            "boolean" => Some(Cell::Flag(text == "true")),
            "date" => Some(Cell::Text(day(&text).into())),
            "time" => duration(&text).map(Cell::Text),
            _ => begun.value.clone().map(Cell::Text),
        };
        Ok(match known.unwrap_or(Cell::Text(shown)) {
            Cell::Text(text) if text.is_empty() => Cell::Blank,
            value => value,
        })
    }

    /// The paragraphs that are shown in the cell that was opened last.
    fn shown(&mut self) -> Result<String> {
        let outside = self.xml.depth().saturating_sub(1);
        let mut text = String::new();
        let mut paragraphs = 0;
        loop {
            match self.xml.next()? {
                Event::Open(tag) if tag.name() == "p" => {
                    if paragraphs > 0 {
                        add(&mut text, "\n")?;
                    }
                    paragraphs += 1;
                    self.paragraph(&mut text)?;
                }
                // Comments, pictures.
                Event::Open(_) => self.xml.skip()?,
                Event::Close(end) if end.depth == outside => return Ok(text),
                Event::End => return Ok(text),
                _ => {}
            }
        }
    }

    fn paragraph(&mut self, text: &mut String) -> Result<()> {
        let outside = self.xml.depth().saturating_sub(1);
        loop {
            match self.xml.next()? {
                Event::Open(tag) => match tag.name() {
                    // Spaces beyond the first of a row are counted.
                    "s" => {
                        let count = tag.value("c").and_then(|count| count.parse().ok());
                        let count = count.unwrap_or(1).min(MAX_CELL_BYTES + 1);
                        add(text, &" ".repeat(count))?;
                    }
                    "tab" => add(text, "\t")?,
                    "line-break" => add(text, "\n")?,
                    "span" | "a" | "ruby" | "ruby-base" => {}
                    _ => self.xml.skip()?,
                },
                Event::Text(piece) => add(text, &piece)?,
                Event::Close(end) if end.depth == outside => return Ok(()),
                Event::Close(_) => {}
                Event::End => return Ok(()),
            }
        }
    }
}

impl Used for Table {
    fn next(&mut self, cells: &mut Vec<Cell>) -> Result<Option<Found>> {
        loop {
            // Beyond its end stand other sheets.
            if self.xml.depth() <= self.outside {
                return Ok(None);
            }
            match self.xml.next()? {
                Event::Open(tag) => match tag.name() {
                    "table-row" => {
                        let times = tag.value("number-rows-repeated");
                        let times = times.and_then(|times| times.parse::<u64>().ok());
                        let (row, times) = (self.row, times.unwrap_or(1).max(1));
                        cells.clear();
                        self.cells(cells)?;
                        self.row = row.saturating_add(times);
                        if !cells.is_empty() {
                            return Ok(Some(Found { row, times }));
                        }
                    }
                    "table-row-group" | "table-header-rows" | "table-rows" => {}
                    _ => self.xml.skip()?,
                },
                Event::End => return Ok(None),
                _ => {}
            }
        }
    }

    fn errors(&self) -> u64 {
        self.errors
    }
}

fn begun(tag: &Tag) -> Begun {
    let mut begun = Begun {
        times: 1,
        kind: String::new(),
        value: None,
        broken: false,
        span: (1, 1),
    };
    tag.each(|prefix, name, value| match name {
        "number-columns-repeated" => begun.times = value.parse().unwrap_or(1).max(1),
        "number-columns-spanned" => begun.span.0 = value.parse().unwrap_or(1).max(1),
        "number-rows-spanned" => begun.span.1 = value.parse().unwrap_or(1).max(1),
        // LibreOffice says of its own which texts are errors.
        "value-type" if prefix == "calcext" => begun.broken = value == "error",
        "value-type" => begun.kind = value.into_owned(),
        "value" | "date-value" | "time-value" | "boolean-value" | "string-value" => {
            begun.value = Some(value.into_owned());
        }
        _ => {}
    });
    begun
}

/// A day, without a time that says only that it began, and without parts of a second that are none.
fn day(text: &str) -> &str {
    let (whole, parts) = text.split_once('.').unwrap_or((text, ""));
    let text = match parts.bytes().all(|digit| digit == b'0') {
        true => whole,
        false => text,
    };
    text.strip_suffix("T00:00:00").unwrap_or(text)
}
