//! Where cells stand.

use crate::intake::rows::Range;

/// Most joined stretches of a sheet that are kept.
pub(super) const MOST: usize = 10_000;

impl Range {
    /// From `B4:E4`; a single cell is none.
    pub fn parse(text: &str) -> Option<Range> {
        let (first, last) = text.split_once(':')?;
        let ((left, top), (right, bottom)) = (place(first)?, place(last)?);
        Some(Range {
            rows: (top, bottom),
            columns: (left, right),
        })
    }

    /// Counted from this row; none where it begins above.
    pub fn below(self, row: u64) -> Option<Range> {
        let rows = (self.rows.0.checked_sub(row)?, self.rows.1.checked_sub(row)?);
        Some(Range { rows, ..self })
    }
}

/// Column and row of `XFD1048576`, from 0; `$` does not count.
pub(super) fn place(name: &str) -> Option<(usize, u64)> {
    let letters = name.bytes().filter(|byte| *byte != b'$');
    let mut column = 0_usize;
    let mut row = 0_u64;
    for byte in letters {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' if row == 0 => {
                let letter = usize::from(byte.to_ascii_uppercase() - b'A');
                column = column.checked_mul(26)?.checked_add(letter + 1)?;
            }
            b'0'..=b'9' => row = row.checked_mul(10)?.checked_add(u64::from(byte - b'0'))?,
            _ => return None,
        }
    }
    Some((column.checked_sub(1)?, row.checked_sub(1)?))
}
