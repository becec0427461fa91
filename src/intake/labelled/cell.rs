//! Cells, written where the last record's cells stood: a text takes the place of a text without new memory.

use super::time::Shown;
use super::words::{Words, trimmed};
use crate::intake::Cell;

/// Puts a text of a field into a cell; an empty one is blank.
pub(super) fn written(cell: &mut Cell, bytes: &[u8], words: Words) {
    if trimmed(bytes).is_empty() {
        *cell = Cell::Blank;
        return;
    }
    if let Cell::Text(text) = cell {
        text.clear();
        words.push(bytes, text);
    } else {
        *cell = Cell::Text(words.text(bytes));
    }
}

impl From<Shown> for Cell {
    fn from(shown: Shown) -> Cell {
        match shown {
            Shown::Text(text) => Cell::Text(text),
            Shown::Number(number) => Cell::Number(number),
        }
    }
}
