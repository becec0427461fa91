//! From the bytes of a file to indicators, where no other room of the intake has made rows of them yet.

use super::{Kind, LOOKED_AT, convert, convert_json, is_api, of};
use crate::error::{Result, Warned};
use crate::intake::{Cell, Choice, Format, Rows, Taken};
use crate::json::{self, Value};
use crate::read::Options;
use crate::read::cells::Cells;
use std::collections::VecDeque;

/// Takes a file in, where it holds indicators; `beside` as for [`convert`].
///
/// # Errors
/// Those of its cells.
pub(in crate::intake) fn take(
    bytes: &[u8],
    format: Format,
    beside: Option<&Value>,
    choice: &Choice,
) -> Result<Option<Warned<Taken>>> {
    match format {
        Format::Csv => {
            let options = Options {
                delimiter: choice.delimiter,
                encoding: choice.encoding,
                decimal: choice.decimal,
            };
            let (rows, kind) = begun(bytes.to_vec(), options)?;
            let Some(kind) = kind else {
                return Ok(None);
            };
            let encoding = rows.cells.encoding();
            let mut taken = convert(Box::new(rows), kind, beside)?;
            taken.value.about.encoding = Some(crate::shape::name(&encoding));
            Ok(Some(taken))
        }
        Format::Json => {
            let read = std::str::from_utf8(bytes).ok().map(json::read);
            let value = read.and_then(Result::ok).filter(is_api);
            Ok(value.as_ref().map(convert_json))
        }
        _ => Ok(None),
    }
}

/// Whether a file of cells that begins like this holds indicators.
pub(in crate::intake) fn recognised(head: &[u8]) -> bool {
    let begun = begun(head.to_vec(), Options::default());
    begun.is_ok_and(|(_, kind)| kind.is_some())
}

/// Rows of a text, those that were looked at first.
struct Text {
    begun: VecDeque<Vec<Cell>>,
    cells: Cells,
}

fn begun(bytes: Vec<u8>, options: Options) -> Result<(Text, Option<Kind>)> {
    let mut cells = Cells::new(bytes, options)?;
    let mut first = Vec::new();
    while first.len() < LOOKED_AT
        && let Some(row) = cells.next()?
    {
        first.push(row.into_iter().map(Cell::Text).collect());
    }
    let kind = of(&first);
    let begun = first.into();
    Ok((Text { begun, cells }, kind))
}

impl Rows for Text {
    fn next(&mut self, cells: &mut Vec<Cell>) -> Result<bool> {
        if let Some(row) = self.begun.pop_front() {
            *cells = row;
            return Ok(true);
        }
        let row = self.cells.next()?;
        cells.clear();
        let more = row.is_some();
        cells.extend(row.into_iter().flatten().map(Cell::Text));
        Ok(more)
    }
}
