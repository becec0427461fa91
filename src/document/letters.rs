//! Column letters, as polls print them: a letter for each column, and beside a number the letters of the columns that it exceeds.

use crate::estimate::{CompareWith, Comparing, Estimates, Row};
use crate::order::sort;

/// Marks rows of a comparison of all pairs. A row exceeds another where the probability of the difference, answerable for its
/// family where that was asked, is below 1 − `level`.
///
/// `rows` stand for the cells of `estimates`, one for one.
pub(super) fn mark(rows: &mut [Row], estimates: &Estimates, comparing: Comparing, level: f64) {
    if comparing.with != CompareWith::Pairs {
        return;
    }
    let over = comparing.over;
    let columns = estimates.cells.iter().filter_map(|cell| cell.key[over]);
    let mut columns: Vec<u32> = columns.collect();
    sort(&mut columns, &Ord::cmp);
    columns.dedup();
    let letter_of = |category: u32| {
        let place = columns.iter().position(|column| *column == category);
        letter(place.unwrap_or(0))
    };
    for (row, cell) in rows.iter_mut().zip(&estimates.cells) {
        let Some(own) = cell.key[over] else { continue };
        row.letter = Some(letter_of(own));
        let mut exceeded: Vec<u32> = Vec::new();
        for difference in &estimates.comparisons {
            let (Some(first), Some(second)) = (difference.key[over], difference.with) else {
                continue;
            };
            let elsewhere = |(place, part): (usize, &Option<u32>)| {
                place != over && *part != difference.key[place]
            };
            if difference.part != cell.part || cell.key.iter().enumerate().any(elsewhere) {
                continue;
            }
            let p = difference.p_adjusted.or(difference.p);
            let (Some(p), Some(size)) = (p, difference.estimate) else {
                continue;
            };
            if p < 1.0 - level {
                if first == own && size > 0.0 {
                    exceeded.push(second);
                } else if second == own && size < 0.0 {
                    exceeded.push(first);
                }
            }
        }
        sort(&mut exceeded, &Ord::cmp);
        row.exceeds = Some(exceeded.into_iter().map(letter_of).collect());
    }
}

/// A, B, … Z, AA, AB, …
fn letter(place: usize) -> String {
    let own = char::from(b'A' + (place % 26) as u8);
    match place / 26 {
        0 => own.into(),
        more => format!("{}{own}", letter(more - 1)),
    }
}
