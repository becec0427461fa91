//! Columns of names read as dense numbers, and units numbered within their groups.

use crate::error::{Error, Result};
use crate::numeric::decimal::decimal;
use crate::order::sort;
use crate::table::{CodeSlice, Column, each_row};
use std::cmp::Ordering;
use std::collections::HashMap;
use std::hash::Hash;

/// No value: a blank cell, or a record outside the sample.
pub(super) const NONE: u32 = u32::MAX;

/// A dense number for each record, in the order of the values; [`NONE`] where the cell is blank.
pub(super) struct Ids {
    pub(super) of: Vec<u32>,
    pub(super) count: usize,
}

impl Ids {
    /// Reads a column.
    pub(super) fn read(column: &Column) -> Ids {
        match column {
            Column::Coded(coded) => {
                // The blank, code 0, turns into NONE.
                let mut of = vec![NONE; column.len()];
                match coded.codes.slice() {
                    CodeSlice::Narrow(codes) => {
                        each_row(codes.len(), |row| {
                            of[row] = u32::from(codes[row]).wrapping_sub(1);
                        });
                    }
                    CodeSlice::Wide(codes) => {
                        each_row(codes.len(), |row| {
                            of[row] = u32::from(codes[row]).wrapping_sub(1);
                        });
                    }
                }
                Ids {
                    of,
                    count: coded.levels.len(),
                }
            }
            Column::Number(values) => {
                // Adding zero turns -0 into 0: they are the same id.
                let values = values.cont_slice().unwrap_or_default().iter();
                let bits = values.map(|value| (!value.is_nan()).then_some((value + 0.0).to_bits()));
                intern(bits, |bits| f64::from_bits(*bits), f64::total_cmp)
            }
            Column::Text(values) => intern(values.iter(), |text| *text, Ord::cmp),
        }
    }

    /// One id for each record.
    pub(super) fn records(rows: usize) -> Ids {
        Ids {
            of: (0..rows as u32).collect(),
            count: rows,
        }
    }

    /// Refuses a blank in the sample.
    ///
    /// # Errors
    /// `code` with row and column.
    pub(super) fn without_blank(self, sample: &[bool], code: &str, column: &str) -> Result<Ids> {
        let mut first = None;
        each_row(sample.len(), |row| {
            if self.of[row] == NONE && sample[row] && first.is_none() {
                first = Some(row);
            }
        });
        match first {
            Some(row) => Err(Error::new(code).in_column(column).in_row(file_row(row))),
            None => Ok(self),
        }
    }
}

/// Numbers distinct values in their order.
fn intern<K: Copy + Eq + Hash, V>(
    keys: impl Iterator<Item = Option<K>>,
    value: impl Fn(&K) -> V,
    compare: impl Fn(&V, &V) -> Ordering,
) -> Ids {
    let mut known: HashMap<K, u32> = HashMap::new();
    let mut distinct: Vec<(V, u32)> = Vec::new();
    let mut number = |key: K| {
        *known.entry(key).or_insert_with(|| {
            distinct.push((value(&key), distinct.len() as u32));
            distinct.len() as u32 - 1
        })
    };
    let mut of: Vec<u32> = keys.map(|key| key.map_or(NONE, &mut number)).collect();
    sort(&mut distinct, &|a, b| compare(&a.0, &b.0));
    let mut rank = vec![0; distinct.len()];
    for (place, (_, id)) in distinct.iter().enumerate() {
        rank[*id as usize] = place as u32;
    }
    for id in of.iter_mut().filter(|id| **id != NONE) {
        *id = rank[*id as usize];
    }
    Ids {
        of,
        count: distinct.len(),
    }
}

/// Units numbered by group, then by id.
pub(super) struct Units {
    /// Unit of each record; [`NONE`] outside the sample.
    pub(super) of: Vec<u32>,
    /// Group of each unit.
    pub(super) group: Vec<u32>,
    /// A record of each unit.
    pub(super) example: Vec<u32>,
}

impl Units {
    /// Numbers ids that lie in one group each. `group` is [`NONE`] outside the sample.
    ///
    /// # Errors
    /// Two records of one id in two groups.
    pub(super) fn of_one_group(group: &[u32], ids: &Ids) -> Result<Units, (usize, usize)> {
        let mut example = vec![NONE; ids.count];
        let mut crossing = None;
        each_row(group.len(), |row| {
            if group[row] == NONE {
                return;
            }
            let seen = &mut example[ids.of[row] as usize];
            if *seen == NONE {
                *seen = row as u32;
            } else if group[*seen as usize] != group[row] && crossing.is_none() {
                crossing = Some((*seen as usize, row));
            }
        });
        if let Some(rows) = crossing {
            return Err(rows);
        }
        let group_of = |id: &u32| group[example[*id as usize] as usize];
        let mut order: Vec<u32> = (0..ids.count as u32)
            .filter(|id| example[*id as usize] != NONE)
            .collect();
        sort(&mut order, &|a, b| group_of(a).cmp(&group_of(b)));
        let mut unit = vec![NONE; ids.count];
        for (place, id) in order.iter().enumerate() {
            unit[*id as usize] = place as u32;
        }
        let mut of = vec![NONE; group.len()];
        each_row(group.len(), |row| {
            if group[row] != NONE {
                of[row] = unit[ids.of[row] as usize];
            }
        });
        Ok(Units {
            of,
            group: order.iter().map(group_of).collect(),
            example: order.iter().map(|id| example[*id as usize]).collect(),
        })
    }

    /// Numbers ids that mean another unit in another group.
    pub(super) fn nested(group: &[u32], ids: &Ids) -> Units {
        let mut groups = 0;
        each_row(group.len(), |row| {
            if group[row] != NONE {
                groups = groups.max(group[row] as usize + 1);
            }
        });
        match groups.checked_mul(ids.count) {
            Some(pairs) if pairs <= 4 * group.len() => Units::among_all(groups, group, ids),
            _ => Units::in_turn(group, ids),
        }
    }

    /// With a slot for every pair of group and id.
    fn among_all(groups: usize, group: &[u32], ids: &Ids) -> Units {
        let pair = |row: usize| match group[row] {
            NONE => None,
            group => Some(group as usize * ids.count + ids.of[row] as usize),
        };
        let mut first = vec![NONE; groups * ids.count];
        each_row(group.len(), |row| {
            if let Some(pair) = pair(row) {
                first[pair] = first[pair].min(row as u32);
            }
        });
        let mut units = Units {
            of: vec![NONE; group.len()],
            group: Vec::new(),
            example: Vec::new(),
        };
        // From here on a slot holds the number of its unit.
        for (pair, slot) in first.iter_mut().enumerate() {
            if *slot != NONE {
                units.group.push((pair / ids.count) as u32);
                units.example.push(*slot);
                *slot = units.group.len() as u32 - 1;
            }
        }
        each_row(group.len(), |row| {
            if let Some(pair) = pair(row) {
                units.of[row] = first[pair];
            }
        });
        units
    }

    /// By sorting: where pairs would be more than the records.
    fn in_turn(group: &[u32], ids: &Ids) -> Units {
        let mut rows: Vec<(u32, u32, u32)> = (0..group.len())
            .filter(|row| group[*row] != NONE)
            .map(|row| (group[row], ids.of[row], row as u32))
            .collect();
        sort(&mut rows, &Ord::cmp);
        let mut units = Units {
            of: vec![NONE; group.len()],
            group: Vec::new(),
            example: Vec::new(),
        };
        let mut last = None;
        for (group, id, row) in rows {
            if last != Some((group, id)) {
                last = Some((group, id));
                units.group.push(group);
                units.example.push(row);
            }
            units.of[row as usize] = units.group.len() as u32 - 1;
        }
        units
    }
}

/// What a cell of the column says, for a message.
pub(super) fn text_of(column: &Column, row: usize) -> String {
    match column {
        Column::Coded(coded) => match coded.codes.slice().get(row) {
            0 => String::new(),
            code => coded.levels[code - 1].text.clone(),
        },
        Column::Number(values) => match values.get(row) {
            Some(value) if !value.is_nan() => decimal(value),
            _ => String::new(),
        },
        Column::Text(values) => values.get(row).unwrap_or_default().into(),
    }
}

/// Row of the file for a record: the header is row 1.
pub(super) fn file_row(record: usize) -> u64 {
    record as u64 + 2
}
