//! The one pass over the records: sums for each segment.

use super::cells::Cells;
use super::estimand::{PartPlan, Records};
use super::measure::Numbers;
use crate::numeric::Sum;
use crate::table::CodeSlice;

/// Segments that are summed plainly before the sum is compensated.
const BLOCK: usize = 64;

/// Sums over the records, by segment and by cell.
pub(super) struct Tally {
    columns: usize,
    /// One row of columns a segment.
    sums: Vec<f64>,
    /// Whether a segment has a record with a valid answer.
    valid: Vec<bool>,
    /// One a cell.
    pub(super) cells: Vec<CellTally>,
}

/// Sums over the records of a cell.
pub(super) struct CellTally {
    /// Records of positive weight with a valid answer.
    pub(super) n: u64,
    /// Total of each column.
    pub(super) totals: Vec<f64>,
    /// Spread of the values about their first one: Σ w (y − c), Σ w (y − c)². Near the data, nothing cancels.
    spread: [f64; 2],
}

impl Tally {
    /// Passes over the records once.
    pub(super) fn of(cells: &Cells, records: &Records) -> Tally {
        match records {
            Records::Categories {
                codes,
                column,
                columns,
            } => match codes {
                CodeSlice::Narrow(codes) => {
                    let mut table = [0_u8; 256];
                    for (slot, column) in table.iter_mut().zip(column) {
                        *slot = *column as u8;
                    }
                    Tally::categories(cells, *columns, |row| {
                        usize::from(table[usize::from(codes[row])])
                    })
                }
                CodeSlice::Wide(codes) => Tally::categories(cells, *columns, |row| {
                    column[usize::from(codes[row])] as usize
                }),
            },
            Records::Values(Numbers::Direct(values)) => Tally::values(cells, |row| values[row]),
            Records::Values(Numbers::Coded { codes, of }) => match codes {
                CodeSlice::Narrow(codes) => {
                    let mut table = [f64::NAN; 256];
                    for (slot, value) in table.iter_mut().zip(of) {
                        *slot = *value;
                    }
                    Tally::values(cells, |row| table[usize::from(codes[row])])
                }
                CodeSlice::Wide(codes) => Tally::values(cells, |row| of[usize::from(codes[row])]),
            },
            Records::Pairs {
                numerator,
                denominator,
            } => Tally::pairs(cells, |row| (denominator.get(row), numerator.get(row))),
            Records::Ones => Tally::pairs(cells, |_| (1.0, 1.0)),
        }
    }

    /// Sums of a segment.
    #[inline]
    pub(super) fn row(&self, segment: usize) -> &[f64] {
        &self.sums[segment * self.columns..][..self.columns]
    }

    /// Segments of a cell with a valid answer.
    pub(super) fn active(&self, cells: &Cells, cell: usize) -> Vec<u32> {
        let valid = |segment: &usize| self.valid[*segment];
        let segments = cells.segments(cell).filter(valid);
        segments.map(|segment| segment as u32).collect()
    }

    fn empty(cells: &Cells, columns: usize) -> Tally {
        Tally {
            columns,
            sums: vec![0.0; cells.segment_count() * columns],
            valid: vec![false; cells.segment_count()],
            cells: Vec::with_capacity(cells.len()),
        }
    }

    fn categories(cells: &Cells, columns: usize, column: impl Fn(usize) -> usize) -> Tally {
        let mut tally = Tally::empty(cells, columns);
        let mut counts = vec![0_u64; columns];
        for cell in 0..cells.len() {
            counts.fill(0);
            for segment in cells.segments(cell) {
                let row = &mut tally.sums[segment * columns..][..columns];
                let (members, weights) = cells.members(segment);
                for (member, weight) in members.iter().zip(weights) {
                    let column = column(*member as usize);
                    row[column] += weight;
                    counts[column] += 1;
                }
                // Column 0 took the records without a valid answer; from here on it holds the valid ones.
                row[0] = row[1..].iter().sum();
                tally.valid[segment] = row[0] > 0.0;
            }
            tally.close(cells, cell, counts[1..].iter().sum(), [0.0; 2]);
        }
        tally
    }

    fn values(cells: &Cells, value: impl Fn(usize) -> f64) -> Tally {
        let mut tally = Tally::empty(cells, 2);
        for cell in 0..cells.len() {
            let mut n = 0;
            let mut spread = [Sum::default(); 2];
            let mut centre = f64::NAN;
            for segment in cells.segments(cell) {
                let (members, weights) = cells.members(segment);
                let (mut weight_sum, mut value_sum) = (0.0, 0.0);
                let mut moments = [0.0; 2];
                for (member, weight) in members.iter().zip(weights) {
                    let value = value(*member as usize);
                    if value.is_nan() {
                        continue;
                    }
                    if n == 0 {
                        centre = value;
                    }
                    n += 1;
                    weight_sum += weight;
                    value_sum += weight * value;
                    moments[0] += weight * (value - centre);
                    moments[1] += weight * (value - centre) * (value - centre);
                }
                let row = &mut tally.sums[segment * 2..][..2];
                row.copy_from_slice(&[weight_sum, value_sum]);
                tally.valid[segment] = weight_sum > 0.0;
                spread[0].add(moments[0]);
                spread[1].add(moments[1]);
            }
            tally.close(cells, cell, n, spread.map(Sum::total));
        }
        tally
    }

    fn pairs(cells: &Cells, pair: impl Fn(usize) -> (f64, f64)) -> Tally {
        let mut tally = Tally::empty(cells, 2);
        for cell in 0..cells.len() {
            let mut n = 0;
            for segment in cells.segments(cell) {
                let (members, weights) = cells.members(segment);
                let row = &mut tally.sums[segment * 2..][..2];
                let before = n;
                for (member, weight) in members.iter().zip(weights) {
                    let (below, above) = pair(*member as usize);
                    if below.is_nan() || above.is_nan() {
                        continue;
                    }
                    n += 1;
                    row[0] += weight * below;
                    row[1] += weight * above;
                }
                tally.valid[segment] = n > before;
            }
            tally.close(cells, cell, n, [0.0; 2]);
        }
        tally
    }

    /// Adds up the segments of a cell.
    fn close(&mut self, cells: &Cells, cell: usize, n: u64, spread: [f64; 2]) {
        let segments = cells.segments(cell);
        let rows = &self.sums[segments.start * self.columns..segments.end * self.columns];
        let mut totals = vec![Sum::default(); self.columns];
        let mut block_sums = vec![0.0; self.columns];
        for block in rows.chunks(BLOCK * self.columns) {
            block_sums.fill(0.0);
            for row in block.chunks_exact(self.columns) {
                for (sum, value) in block_sums.iter_mut().zip(row) {
                    *sum += value;
                }
            }
            for (total, sum) in totals.iter_mut().zip(&block_sums) {
                total.add(*sum);
            }
        }
        self.cells.push(CellTally {
            n,
            totals: totals.into_iter().map(Sum::total).collect(),
            spread,
        });
    }
}

impl CellTally {
    /// The weighted variance of a part's scores, Σ w (y − ȳ)² / Σ w · n / (n − 1): what a simple random sample would start
    /// from (R's `svyvar`). None for a ratio of two variables and below two records.
    pub(super) fn variance(&self, records: &Records, part: &PartPlan) -> Option<f64> {
        let weight = self.totals[0];
        if self.n < 2 || !(weight > 0.0) {
            return None;
        }
        let squares = match records {
            Records::Categories { columns, .. } => {
                let mean = part.form.of(&self.totals) / weight;
                let square = |column: usize| {
                    let deviation = part.form.score(column) - mean;
                    self.totals[column] * deviation * deviation
                };
                (1..*columns).map(square).collect::<Sum>().total()
            }
            Records::Values(_) => self.spread[1] - self.spread[0] * self.spread[0] / weight,
            Records::Pairs { .. } | Records::Ones => return None,
        };
        let n = self.n as f64;
        Some(squares / weight * n / (n - 1.0))
    }
}
