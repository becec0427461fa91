//! The sums of every replicate: one pass over the records, whatever the number of replicates.

use super::cells::Cells;
use super::estimand::Records;
use super::measure::Numbers;
use crate::design::ReplicateWeights;

/// Totals by cell, column and replicate.
pub(super) struct ReplicateTally {
    columns: usize,
    count: usize,
    totals: Vec<f64>,
}

impl ReplicateTally {
    /// Passes over the records once.
    pub(super) fn of(
        cells: &Cells,
        records: &Records,
        replicates: &ReplicateWeights,
    ) -> ReplicateTally {
        let columns = match records {
            Records::Categories { columns, .. } => *columns,
            _ => 2,
        };
        let count = replicates.count();
        let mut tally = ReplicateTally {
            columns,
            count,
            totals: vec![0.0; cells.len() * columns * count],
        };
        for (cell, rows) in tally.totals.chunks_exact_mut(columns * count).enumerate() {
            let (members, _) = cells.members(cells.segments(cell));
            let mut each = members
                .iter()
                .map(|member| (*member as usize, replicates.of_record(*member as usize)));
            match records {
                Records::Categories { codes, column, .. } => {
                    each.for_each(|(record, weights)| {
                        let column = column[codes.get(record)] as usize;
                        add(&mut rows[column * count..][..count], weights);
                    });
                    close(rows, count);
                }
                Records::Values(numbers) => values(rows, each, numbers),
                Records::Pairs {
                    numerator,
                    denominator,
                } => {
                    let (below, above) = rows.split_at_mut(count);
                    each.for_each(|(record, weights)| {
                        let pair = (denominator.get(record), numerator.get(record));
                        if !pair.0.is_nan() && !pair.1.is_nan() {
                            add_times(below, weights, pair.0);
                            add_times(above, weights, pair.1);
                        }
                    });
                }
                Records::Ones => {
                    each.by_ref()
                        .for_each(|(_, weights)| add(&mut rows[count..], weights));
                    close(rows, count);
                }
            }
        }
        tally
    }

    /// Number of replicates.
    pub(super) fn count(&self) -> usize {
        self.count
    }

    /// Total of a column of a cell under one replicate.
    pub(super) fn total(&self, cell: usize, column: usize, replicate: usize) -> f64 {
        self.totals[(cell * self.columns + column) * self.count + replicate]
    }
}

fn values<'r>(rows: &mut [f64], each: impl Iterator<Item = (usize, &'r [f64])>, numbers: &Numbers) {
    let (below, above) = rows.split_at_mut(rows.len() / 2);
    each.for_each(|(record, weights)| {
        let value = numbers.get(record);
        if !value.is_nan() {
            add(below, weights);
            add_times(above, weights, value);
        }
    });
}

/// Column 0 becomes the sum of the others: what took the records without an answer holds the valid ones.
fn close(rows: &mut [f64], count: usize) {
    let (valid, columns) = rows.split_at_mut(count);
    valid.fill(0.0);
    for column in columns.chunks_exact(count) {
        add(valid, column);
    }
}

fn add(sums: &mut [f64], weights: &[f64]) {
    for (sum, weight) in sums.iter_mut().zip(weights) {
        *sum += weight;
    }
}

fn add_times(sums: &mut [f64], weights: &[f64], value: f64) {
    for (sum, weight) in sums.iter_mut().zip(weights) {
        *sum += weight * value;
    }
}
