//! The records in the order of their sampling units: sorted once, for every question that is asked of a design.

use super::ids::NONE;

/// Records by last-stage unit.
#[derive(Debug, Clone)]
pub(super) struct Layout {
    records: Vec<u32>,
    /// First place of each unit in `records`, and the end.
    first: Vec<u32>,
}

impl Layout {
    /// Sorts records by their unit, keeping the order of the file within one; those with [`NONE`] are left out.
    pub(super) fn new(unit: &[u32], units: usize) -> Layout {
        let mut next = vec![0; units + 1];
        for some in unit.chunks(CALL) {
            count(some, &mut next[1..]);
        }
        for index in 0..units {
            next[index + 1] += next[index];
        }
        let first = next.clone();
        let mut records = vec![0; first[units] as usize];
        for (call, some) in unit.chunks(CALL).enumerate() {
            place(some, (call * CALL) as u32, &mut next, &mut records);
        }
        Layout { records, first }
    }

    /// The records of a unit.
    pub(super) fn records_of(&self, unit: u32) -> &[u32] {
        let unit = unit as usize;
        &self.records[self.first[unit] as usize..self.first[unit + 1] as usize]
    }
}

/// Records that one call takes: see `estimate/cells.rs`.
const CALL: usize = 16_384;

#[inline(never)]
fn count(unit: &[u32], counts: &mut [u32]) {
    for unit in unit.iter().filter(|unit| **unit != NONE) {
        counts[*unit as usize] += 1;
    }
}

#[inline(never)]
fn place(unit: &[u32], first: u32, next: &mut [u32], records: &mut [u32]) {
    for (record, unit) in (first..).zip(unit) {
        if *unit == NONE {
            continue;
        }
        let place = &mut next[*unit as usize];
        records[*place as usize] = record;
        *place += 1;
    }
}
