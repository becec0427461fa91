//! Builds a column of texts, one record after the other.

use super::Column;
use polars_core::prelude::StringChunkedBuilder;

/// Builds a [`Column::Text`].
pub struct TextBuilder {
    builder: StringChunkedBuilder,
    len: usize,
    blank: usize,
}

impl TextBuilder {
    /// A builder with room for this many records.
    pub fn with_capacity(rows: usize) -> Self {
        TextBuilder {
            builder: StringChunkedBuilder::new("".into(), rows),
            len: 0,
            blank: 0,
        }
    }

    /// Appends one record; `None` is blank.
    pub fn push(&mut self, text: Option<&str>) {
        self.len += 1;
        self.blank += usize::from(text.is_none());
        self.builder.append_option(text);
    }

    /// Appends blank records until there are this many.
    pub fn reach(&mut self, rows: usize) {
        while self.len < rows {
            self.push(None);
        }
    }

    /// Blank records so far.
    pub fn blank(&self) -> usize {
        self.blank
    }

    /// The column.
    pub fn finish(self) -> Column {
        Column::Text(self.builder.finish())
    }
}
