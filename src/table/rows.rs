//! A loop over all records that is quick from the first time.

use std::ops::Range;

/// Records that one call takes.
const CALL: usize = 16_384;

/// Calls `work` with every record from 0, in their order.
///
/// A browser starts with code that it made in a hurry, and puts better code in its place from one call to the next, never within
/// one: a loop over a million records in one call would stay slow to its end.
pub fn each_row(rows: usize, mut work: impl FnMut(usize)) {
    for from in (0..rows).step_by(CALL) {
        some_rows(from..rows.min(from + CALL), &mut work);
    }
}

#[inline(never)]
fn some_rows(rows: Range<usize>, work: &mut impl FnMut(usize)) {
    for row in rows {
        work(row);
    }
}
