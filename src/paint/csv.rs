//! Tidy data as CSV: full precision, a point for the decimals, no language.

use crate::chart::{Cell, Tidy};
use crate::numeric::decimal::decimal;
use crate::text::replace;

/// The table as CSV (RFC 4180, UTF-8 without a byte-order mark). A text that a spreadsheet would run as a formula gets a
/// leading apostrophe; numbers never do.
pub fn csv(data: &Tidy) -> String {
    let mut out = String::new();
    record(&mut out, data.head.iter().map(|name| text(name)));
    for row in &data.rows {
        record(&mut out, row.iter().map(cell));
    }
    out
}

fn record(out: &mut String, cells: impl Iterator<Item = String>) {
    for (index, cell) in cells.enumerate() {
        if index > 0 {
            out.push(',');
        }
        out.push_str(&cell);
    }
    out.push_str("\r\n");
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Number(number) => decimal(*number),
        Cell::Text(value) => text(value),
    }
}

fn text(value: &str) -> String {
    let guarded = if value.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{value}")
    } else {
        value.to_string()
    };
    if guarded.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", replace(&guarded, "\"", "\"\""))
    } else {
        guarded
    }
}
