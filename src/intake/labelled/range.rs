//! Ranges of values that are no answer.
//!
//! The codebook names single codes. Those of a range that occur are gathered in one pass over the records.

use super::described::Described;
use crate::codebook::Code;
use crate::error::Error;
use crate::order::insertion_sort;
use std::collections::BTreeSet;

/// Most different values of a range that the codebook names one by one.
const MAX_CODES: usize = 200;

/// Numbers from one to another that are no answer.
pub(super) struct Range {
    low: f64,
    high: f64,
    /// Bits of those that occur: a set needs an order.
    found: BTreeSet<u64>,
    /// Those that the codebook names, in order, where it cannot name all: the others are left out of the data.
    only: Option<Vec<f64>>,
}

impl Range {
    pub(super) fn new(low: f64, high: f64) -> Range {
        Range {
            low,
            high,
            found: BTreeSet::new(),
            only: None,
        }
    }

    /// Takes note of a number of the data.
    pub(super) fn see(&mut self, number: f64) {
        if self.holds(number) && self.found.len() <= MAX_CODES {
            // A zero without its sign.
            self.found.insert((number + 0.0).to_bits());
        }
    }

    /// Names in the codebook what was seen. Where that is too much, only what has a label is named, and `missing_range_blank`
    /// {limit} says that the rest is left blank.
    pub(super) fn settle(
        &mut self,
        described: &mut Described,
        code: impl Fn(f64) -> Code,
    ) -> Option<Error> {
        let found = std::mem::take(&mut self.found);
        let too_many = found.len() > MAX_CODES;
        let mut named: Vec<f64> = found.into_iter().map(f64::from_bits).collect();
        if too_many {
            let labelled = described
                .values
                .iter()
                .filter_map(|value| value.code.number());
            named = labelled
                .filter(|number| self.holds(*number))
                .take(MAX_CODES)
                .collect();
            let single = described.missing.iter().filter_map(Code::number);
            let mut only: Vec<f64> = named.iter().copied().chain(single).collect();
            insertion_sort(&mut only, f64::total_cmp);
            self.only = Some(only);
        }
        insertion_sort(&mut named, f64::total_cmp);
        named
            .into_iter()
            .for_each(|number| described.missing(code(number)));
        too_many.then(|| Error::new("missing_range_blank").with("limit", MAX_CODES))
    }

    /// Whether a number is no answer and stands in no codebook.
    pub(super) fn leaves_out(&self, number: f64) -> bool {
        let unnamed = |named: &Vec<f64>| {
            named
                .binary_search_by(|one| one.total_cmp(&number))
                .is_err()
        };
        self.holds(number) && self.only.as_ref().is_some_and(unnamed)
    }

    fn holds(&self, number: f64) -> bool {
        self.low <= number && number <= self.high
    }
}
