//! The cells of a sheet of Excel's, row by row.

use super::date;
use super::range::place;
use super::sheet::{Found, Used, put};
use super::strings::{rich, unescaped};
use super::xlsx::{Shared, yes};
use super::xml::{Event, Xml, add};
use crate::error::Result;
use crate::intake::Cell;
use std::rc::Rc;

/// The used rows of a sheet.
pub(super) struct Cells {
    xml: Xml,
    shared: Rc<Shared>,
    /// The row after the last one that began.
    next: u64,
    errors: u64,
}

/// How a cell writes its value.
#[derive(Clone, Copy, PartialEq)]
enum Written {
    Number,
    Shared,
    Text,
    Flag,
    Error,
}

/// A cell as it begins.
struct Begun {
    column: usize,
    style: usize,
    written: Written,
}

impl Cells {
    /// From the beginning of a sheet's part.
    pub fn new(xml: Xml, shared: Rc<Shared>) -> Cells {
        Cells {
            xml,
            shared,
            next: 0,
            errors: 0,
        }
    }

    /// Reads the cells of the row that was opened last.
    fn row(&mut self, cells: &mut Vec<Cell>) -> Result<()> {
        let outside = self.xml.depth().saturating_sub(1);
        // A cell that does not say where it stands follows the one before it.
        let mut next = 0;
        loop {
            match self.xml.next()? {
                Event::Open(tag) if tag.name() == "c" => {
                    let begun = begun(&tag, next);
                    next = begun.column.saturating_add(1);
                    let value = self.value(&begun)?;
                    put(cells, begun.column, value)?;
                }
                Event::Close(end) if end.depth == outside => return Ok(()),
                Event::End => return Ok(()),
                _ => {}
            }
        }
    }

    /// The value of the cell that was opened last.
    fn value(&mut self, begun: &Begun) -> Result<Cell> {
        let outside = self.xml.depth().saturating_sub(1);
        let mut text = String::new();
        let mut inside = false;
        loop {
            match self.xml.next()? {
                Event::Open(tag) => match tag.name() {
                    "v" => inside = true,
                    // A text within the cell itself.
                    "is" => text = rich(&mut self.xml)?,
                    _ => self.xml.skip()?,
                },
                Event::Text(piece) if inside => add(&mut text, &piece)?,
                Event::Text(_) => {}
                Event::Close(end) => {
                    inside = false;
                    if end.depth == outside {
                        break;
                    }
                }
                Event::End => break,
            }
        }
        if text.is_empty() {
            return Ok(Cell::Blank);
        }
        Ok(match begun.written {
            Written::Shared => {
                let place = text.trim().parse().ok();
                let shared = place.and_then(|place| self.shared.strings.get(place));
                words(shared.ok_or_else(|| self.xml.damaged())?.into())
            }
            Written::Text => words(unescaped(text)),
            Written::Flag => Cell::Flag(yes(&text)),
            Written::Error => {
                self.errors += 1;
                Cell::Blank
            }
            Written::Number => self.number(begun.style, text),
        })
    }

    /// A number, or the day that it stands for.
    fn number(&self, style: usize, text: String) -> Cell {
        let number = text.trim().parse::<f64>().ok();
        let Some(number) = number.filter(|number| number.is_finite()) else {
            return words(text);
        };
        let kind = self.shared.styles.kind(style);
        match date::text(number, kind, self.shared.epoch) {
            Some(text) => Cell::Text(text),
            None => Cell::Number(number),
        }
    }
}

impl Used for Cells {
    fn next(&mut self, cells: &mut Vec<Cell>) -> Result<Option<Found>> {
        loop {
            match self.xml.next()? {
                Event::Open(tag) if tag.name() == "row" => {
                    let said = tag.value("r").and_then(|row| row.parse::<u64>().ok());
                    let row = said.and_then(|row| row.checked_sub(1)).unwrap_or(self.next);
                    self.next = row.saturating_add(1);
                    cells.clear();
                    self.row(cells)?;
                    if !cells.is_empty() {
                        return Ok(Some(Found { row, times: 1 }));
                    }
                }
                Event::End => return Ok(None),
                _ => {}
            }
        }
    }

    fn errors(&self) -> u64 {
        self.errors
    }
}

fn begun(tag: &super::xml::Tag, next: usize) -> Begun {
    let mut begun = Begun {
        column: next,
        style: 0,
        written: Written::Number,
    };
    tag.each(|_, name, value| match name {
        "r" => begun.column = place(&value).map_or(next, |(column, _)| column),
        "s" => begun.style = value.parse().unwrap_or(0),
        "t" => {
            begun.written = match &*value {
                "s" => Written::Shared,
                // A day that is written as a day is a text here.
                "str" | "inlineStr" | "d" => Written::Text,
                "b" => Written::Flag,
                "e" => Written::Error,
                _ => Written::Number,
            }
        }
        _ => {}
    });
    begun
}

fn words(text: String) -> Cell {
    match text.is_empty() {
        true => Cell::Blank,
        false => Cell::Text(text),
    }
}
