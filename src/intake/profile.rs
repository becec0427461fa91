//! What the cells of a column hold, over all its records: what must be known before the first record is written.

use super::Cell;
use super::dates::{self, DayMonth};
use std::collections::BTreeMap;

/// Distinct values that are kept; beyond, a column is no set of answers.
const LEVELS: usize = 1_000;
/// Bytes of a value that is kept.
const LENGTH: usize = 4_000;

/// One column's cells.
#[derive(Debug, Default)]
pub(super) struct Profile {
    /// Cells that hold something.
    pub(super) filled: u64,
    /// Its distinct values with their numbers; none where there are too many.
    pub(super) values: BTreeMap<String, u64>,
    /// There are more values than are kept.
    pub(super) many: bool,
    /// Cells that are dates by day and month, or by month and day.
    pub(super) dates: DayMonth,
    /// Cells that are numbers whose thousands are grouped by spaces or apostrophes.
    pub(super) grouped: u64,
    /// Those with a fraction. Without one, and without a number below a thousand, they may be telephones.
    pub(super) fractions: u64,
    /// Cells that are other numbers.
    pub(super) numbers: u64,
}

impl Profile {
    /// Takes one more cell.
    pub(super) fn see(&mut self, cell: &Cell) {
        if cell.is_blank() {
            return;
        }
        self.filled += 1;
        if let Cell::Number(_) = cell {
            self.numbers += 1;
        }
        let text = cell.shown();
        if let Cell::Text(_) = cell {
            self.dates.see(&text);
            match dates::grouped(&text) {
                Some(number) => {
                    self.grouped += 1;
                    self.fractions += u64::from(number.contains(['.', ',']));
                }
                None => self.numbers += u64::from(dates::is_number(&text)),
            }
        }
        if self.many {
            return;
        }
        if let Some(n) = self.values.get_mut(text.as_ref()) {
            *n += 1;
        } else if self.values.len() == LEVELS || text.len() > LENGTH {
            self.many = true;
            self.values = BTreeMap::new();
        } else {
            self.values.insert(text.into_owned(), 1);
        }
    }

    /// Whether it holds something, and nothing but such values.
    pub(super) fn only(&self, is: impl Fn(&str) -> bool) -> bool {
        !self.many && !self.values.is_empty() && self.values.keys().all(|value| is(value))
    }

    /// Whether every value that it holds is such; also where it holds none.
    pub(super) fn at_most(&self, is: impl Fn(&str) -> bool) -> bool {
        !self.many && self.values.keys().all(|value| is(value))
    }
}
