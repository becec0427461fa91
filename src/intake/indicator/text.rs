//! From the bytes of a file to indicators, where it holds any.

use super::{Kind, LOOKED_AT, convert, convert_json, is_api, of};
use crate::error::{Result, Warned};
use crate::intake::text::{Text, options};
use crate::intake::{Cell, Choice, Format, Rows, Taken};
use crate::json::{self, Value};
use crate::read::Options;

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
            let Ok(head) = Text::open(head_of(bytes).to_vec(), false, options(choice)) else {
                return Ok(None);
            };
            // Whoever says that another program made it has the last word.
            let said = |kind: &Kind| choice.tool.as_ref().is_none_or(|tool| tool == kind.tool());
            let Some(kind) = kind(&head).filter(said) else {
                return Ok(None);
            };
            let text = Text::open(bytes.to_vec(), true, options(choice))?;
            let rows = Pointed {
                rows: text.rows(),
                comma: text.marks.decimal == b',',
            };
            let mut taken = convert(Box::new(rows), kind, beside)?;
            let about = &mut taken.value.about;
            about.encoding = Some(text.encoding_name().into());
            about.delimiter = Some(text.delimiter.into());
            about.decimal = Some(text.marks.decimal.into());
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
    let text = Text::open(head_of(head).to_vec(), false, Options::default());
    text.is_ok_and(|text| kind(&text).is_some())
}

/// Bytes in which the first rows lie.
fn head_of(bytes: &[u8]) -> &[u8] {
    &bytes[..bytes.len().min(1 << 16)]
}

fn kind(text: &Text) -> Option<Kind> {
    let mut rows = text.rows();
    let mut first = Vec::new();
    let mut cells = Vec::new();
    // What is wrong with the file is said by whoever reads it.
    while first.len() < LOOKED_AT && rows.next(&mut cells).unwrap_or(false) {
        first.push(std::mem::take(&mut cells));
    }
    of(&first)
}

/// Rows whose numbers have a point before their tenths; their digits stay as they are.
struct Pointed {
    rows: Box<dyn Rows>,
    /// Whether the file writes a comma there.
    comma: bool,
}

impl Rows for Pointed {
    fn next(&mut self, cells: &mut Vec<Cell>) -> Result<bool> {
        let more = self.rows.next(cells)?;
        if self.comma {
            for cell in cells {
                if let Cell::Text(text) = cell
                    && is_number(text)
                {
                    *text = text.replace(',', ".");
                }
            }
        }
        Ok(more)
    }
}

/// Digits around one comma.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let whole = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    digits
        .split_once(',')
        .is_some_and(|(units, tenths)| whole(units) && whole(tenths) && !tenths.is_empty())
}
