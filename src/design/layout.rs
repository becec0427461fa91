//! The records in the order of their sampling units: sorted once, for every question that is asked of a design.

use super::ids::NONE;
use crate::table::each_row;

/// Records by last-stage unit.
#[derive(Debug, Clone)]
pub(crate) struct Layout {
    /// Records, sorted by unit and within one as in the file.
    pub(crate) records: Vec<u32>,
    /// Place of each record in `records`; its length for a record in no unit.
    pub(crate) place: Vec<u32>,
    /// First place of each unit, and the end.
    pub(crate) first: Vec<u32>,
}

impl Layout {
    /// Sorts records by their unit; those with [`NONE`] are left out.
    pub(super) fn new(unit: Vec<u32>, units: usize) -> Layout {
        let mut next = vec![0; units + 1];
        each_row(unit.len(), |row| {
            if unit[row] != NONE {
                next[unit[row] as usize + 1] += 1;
            }
        });
        for index in 0..units {
            next[index + 1] += next[index];
        }
        let first = next.clone();
        let mut records = vec![0; first[units] as usize];
        let mut place = unit;
        each_row(place.len(), |row| {
            let unit = place[row];
            place[row] = records.len() as u32;
            if unit != NONE {
                let next = &mut next[unit as usize];
                records[*next as usize] = row as u32;
                place[row] = *next;
                *next += 1;
            }
        });
        Layout {
            records,
            place,
            first,
        }
    }
}
