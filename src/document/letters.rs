//! Column letters, as polls print them: a letter for each column, and beside a number the letters of the columns that it exceeds.

use crate::estimate::{CompareWith, Comparing, Comparison, Estimates, QueryResult, Row};
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

/// Marks rows again after some were withheld: a row has no letter of one whose difference to it is not shown.
pub(super) fn renew(result: &mut QueryResult) {
    let Some(level) = result.method.level else {
        return;
    };
    let rows = &result.rows;
    let mut letters: Vec<Vec<&String>> = vec![Vec::new(); rows.len()];
    for difference in &result.comparisons {
        let p = difference.p_adjusted.or(difference.p);
        let (Some(p), Some(size)) = (p, difference.estimate) else {
            continue;
        };
        let first = rows.iter().position(|row| is_first(difference, row));
        let Some(first) = first.filter(|_| p < 1.0 - level) else {
            continue;
        };
        let mut others = 0..rows.len();
        let second = others.find(|other| is_second(difference, &rows[first], &rows[*other]));
        if let Some(second) = second {
            let more = if size > 0.0 {
                [first, second]
            } else {
                [second, first]
            };
            letters[more[0]].extend(&rows[more[1]].letter);
        }
    }
    let in_order = |mut letters: Vec<&String>| -> String {
        sort(&mut letters, &|a, b| (a.len(), a).cmp(&(b.len(), b)));
        letters.into_iter().map(String::as_str).collect()
    };
    let letters: Vec<String> = letters.into_iter().map(in_order).collect();
    for (row, letters) in result.rows.iter_mut().zip(letters) {
        if row.exceeds.is_some() {
            row.exceeds = Some(letters);
        }
    }
}

/// Whether a difference is that of a row to another.
fn is_first(difference: &Comparison, row: &Row) -> bool {
    (&difference.by, &difference.item, &difference.category) == (&row.by, &row.item, &row.category)
}

/// Whether a difference is that of `first` to a row. Rows of one column have one letter, whatever else tells them apart.
fn is_second(difference: &Comparison, first: &Row, row: &Row) -> bool {
    let other = |name: &String| row.by.get(name.as_str());
    let mut apart = first
        .by
        .iter()
        .filter(|(name, code)| other(name) != Some(*code));
    let only = apart.next().filter(|_| apart.next().is_none());
    let value = only.and_then(|(name, _)| other(name));
    (&first.item, &first.category) == (&row.item, &row.category)
        && first.letter != row.letter
        && value.is_some_and(|code| code.to_text() == difference.with)
}

/// A, B, … Z, AA, AB, …
fn letter(place: usize) -> String {
    let own = char::from(b'A' + (place % 26) as u8);
    match place / 26 {
        0 => own.into(),
        more => format!("{}{own}", letter(more - 1)),
    }
}
