//! Builds a column of texts, one record after the other.

use super::Column;
use polars_core::prelude::StringChunkedBuilder;

/// Builds a [`Column::Text`].
pub struct TextBuilder(StringChunkedBuilder);

impl TextBuilder {
    /// A builder with room for this many records.
    pub fn with_capacity(rows: usize) -> Self {
        TextBuilder(StringChunkedBuilder::new("".into(), rows))
    }

    /// Appends one record; `None` is blank.
    pub fn push(&mut self, text: Option<&str>) {
        self.0.append_option(text);
    }

    /// The column.
    pub fn finish(self) -> Column {
        Column::Text(self.0.finish())
    }
}
