//! Text that is parted by a mark, as it comes out of an archive: UTF-8, the mark of its first line, quotes.

use super::{About, Cell, Format, Rows, Taken, named};
use crate::error::{Error, Result, Warned};
use crate::read::MAX_CELL_BYTES;

/// Takes text in.
///
/// # Errors
/// `no_table`; `nul_bytes`; `cell_too_long` {limit}; `too_many_columns` {value, limit}.
pub(super) fn take(bytes: Vec<u8>) -> Result<Warned<Taken>> {
    let text = String::from_utf8(bytes);
    let text = text.unwrap_or_else(|wrong| String::from_utf8_lossy(wrong.as_bytes()).into_owned());
    if text.contains('\0') {
        return Err(Error::new("nul_bytes"));
    }
    let at = if text.starts_with('\u{FEFF}') { 3 } else { 0 };
    let first = text.lines().next().unwrap_or_default();
    let count = |mark: &char| first.matches(*mark).count();
    // Where there is none, a comma.
    let mark = [';', '\t', '|', ','].into_iter().max_by_key(count);
    let lines = Lines {
        text,
        at,
        mark: mark.unwrap_or(',') as u8,
    };
    let about = About {
        format: Format::Csv.name().into(),
        ..About::default()
    };
    named::rows(Box::new(lines), about, &|| Ok(Vec::new()))?.ok_or_else(|| Error::new("no_table"))
}

struct Lines {
    text: String,
    at: usize,
    mark: u8,
}

impl Lines {
    /// The cell that begins here, and what ends it.
    fn cell(&mut self) -> Result<(String, Option<u8>)> {
        let bytes = self.text.as_bytes();
        let mut cell = Vec::new();
        let mut quoted = false;
        let ended = loop {
            let Some(&byte) = bytes.get(self.at) else {
                break None;
            };
            self.at += 1;
            match byte {
                b'"' if quoted && bytes.get(self.at) == Some(&b'"') => {
                    cell.push(b'"');
                    self.at += 1;
                }
                b'"' if quoted || cell.is_empty() => quoted = !quoted,
                b'\r' if !quoted && bytes.get(self.at) == Some(&b'\n') => {}
                byte if !quoted && (byte == self.mark || matches!(byte, b'\n' | b'\r')) => {
                    break Some(byte);
                }
                byte => cell.push(byte),
            }
            if cell.len() > MAX_CELL_BYTES {
                return Err(Error::new("cell_too_long").with("limit", MAX_CELL_BYTES));
            }
        };
        Ok((String::from_utf8_lossy(&cell).into_owned(), ended))
    }
}

impl Rows for Lines {
    fn next(&mut self, cells: &mut Vec<Cell>) -> Result<bool> {
        cells.clear();
        if self.at >= self.text.len() {
            return Ok(false);
        }
        loop {
            let (text, ended) = self.cell()?;
            cells.push(match text.is_empty() {
                true => Cell::Blank,
                false => Cell::Text(text),
            });
            if ended != Some(self.mark) {
                return Ok(true);
            }
        }
    }
}
