//! The one pass over the records: sums for each segment.

use super::cells::Cells;
use super::estimand::{PartPlan, Records};
use super::measure::Numbers;
use crate::numeric::Sum;
use crate::table::CodeSlice;
use std::ops::Range;

/// Segments that are summed plainly before the sum is compensated.
const BLOCK: usize = 64;

/// Sums over the records, by segment and by cell.
pub(super) struct Tally {
    /// Whether segments are told apart; without errors a cell is summed as one.
    by_segment: bool,
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
    /// Passes over the records once. Without `by_segment` only the cells' sums are kept: all that estimates without an error
    /// need.
    pub(super) fn of(cells: &Cells, records: &Records, by_segment: bool) -> Tally {
        let empty = |columns| Tally::empty(cells, columns, by_segment);
        match records {
            Records::Categories {
                codes,
                column,
                columns,
            } => match codes {
                CodeSlice::Narrow(codes) => empty(*columns).categories(cells, codes, column),
                CodeSlice::Wide(codes) => empty(*columns).categories(cells, codes, column),
            },
            Records::Values(Numbers::Direct(values)) => empty(2).values(cells, |row| values[row]),
            Records::Values(Numbers::Coded { codes, of }) => match codes {
                CodeSlice::Narrow(codes) => {
                    let mut table = [f64::NAN; 256];
                    for (slot, value) in table.iter_mut().zip(of) {
                        *slot = *value;
                    }
                    empty(2).values(cells, |row| table[usize::from(codes[row])])
                }
                CodeSlice::Wide(codes) => empty(2).values(cells, |row| of[usize::from(codes[row])]),
            },
            Records::Pairs {
                numerator,
                denominator,
            } => empty(2).pairs(cells, |row| (denominator.get(row), numerator.get(row))),
            Records::Ones => empty(2).pairs(cells, |_| (1.0, 1.0)),
        }
    }

    /// Sums of segments in a row, one after another.
    pub(super) fn rows(&self, segments: Range<usize>) -> std::slice::ChunksExact<'_, f64> {
        self.sums[segments.start * self.columns..segments.end * self.columns]
            .chunks_exact(self.columns)
    }

    /// Whether each segment has a record with a valid answer.
    pub(super) fn valid(&self, segments: Range<usize>) -> &[bool] {
        &self.valid[segments]
    }

    fn empty(cells: &Cells, columns: usize, by_segment: bool) -> Tally {
        let rows = if by_segment {
            cells.segment_count()
        } else {
            cells.len()
        };
        Tally {
            by_segment,
            columns,
            sums: vec![0.0; rows * columns],
            valid: vec![false; rows],
            cells: Vec::with_capacity(cells.len()),
        }
    }

    /// Rows of sums of a cell.
    fn span(&self, cells: &Cells, cell: usize) -> Range<usize> {
        match self.by_segment {
            true => cells.segments(cell),
            false => cell..cell + 1,
        }
    }

    /// Records and weights that a row sums.
    #[inline]
    fn members<'c>(&self, cells: &'c Cells, row: usize) -> (&'c [u32], &'c [f64]) {
        match self.by_segment {
            true => cells.members(row..row + 1),
            false => cells.members(cells.segments(row)),
        }
    }

    fn categories<C: Copy + Into<usize>>(
        mut self,
        cells: &Cells,
        codes: &[C],
        column: &[u32],
    ) -> Tally {
        let columns = self.columns;
        for cell in 0..cells.len() {
            let mut n = 0;
            for segment in self.span(cells, cell) {
                let (members, weights) = self.members(cells, segment);
                let row = &mut self.sums[segment * columns..][..columns];
                n += if columns <= LANE && members.len() >= 2 * LANE {
                    in_lanes(members, weights, codes, column, row)
                } else {
                    plainly(members, weights, codes, column, row)
                };
                // Column 0 took the records without a valid answer; from here on it holds the valid ones.
                row[0] = row[1..].iter().sum();
                self.valid[segment] = row[0] > 0.0;
            }
            self.close(cells, cell, n, [0.0; 2]);
        }
        self
    }

    fn values(mut self, cells: &Cells, value: impl Fn(usize) -> f64) -> Tally {
        for cell in 0..cells.len() {
            let mut n = 0;
            let mut spread = [Sum::default(); 2];
            let mut centre = f64::NAN;
            for segment in self.span(cells, cell) {
                let (members, weights) = self.members(cells, segment);
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
                let row = &mut self.sums[segment * 2..][..2];
                row.copy_from_slice(&[weight_sum, value_sum]);
                self.valid[segment] = weight_sum > 0.0;
                spread[0].add(moments[0]);
                spread[1].add(moments[1]);
            }
            self.close(cells, cell, n, spread.map(Sum::total));
        }
        self
    }

    fn pairs(mut self, cells: &Cells, pair: impl Fn(usize) -> (f64, f64)) -> Tally {
        for cell in 0..cells.len() {
            let mut n = 0;
            for segment in self.span(cells, cell) {
                let (members, weights) = self.members(cells, segment);
                let row = &mut self.sums[segment * 2..][..2];
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
                self.valid[segment] = n > before;
            }
            self.close(cells, cell, n, [0.0; 2]);
        }
        self
    }

    /// Adds up the segments of a cell.
    fn close(&mut self, cells: &Cells, cell: usize, n: u64, spread: [f64; 2]) {
        let segments = self.span(cells, cell);
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

/// Columns that a lane has room for.
const LANE: usize = 8;

/// Adds the weight of each record to its column and returns how many are valid.
///
/// It takes slices: a closure would be called for each record where the module is built small.
#[inline(always)]
fn plainly<C: Copy + Into<usize>>(
    members: &[u32],
    weights: &[f64],
    codes: &[C],
    column: &[u32],
    row: &mut [f64],
) -> u64 {
    let mut n = 0;
    for (member, weight) in members.iter().zip(weights) {
        let column = column[codes[*member as usize].into()] as usize;
        row[column] += weight;
        n += u64::from(column != 0);
    }
    n
}

/// The same in two lanes that take turns, so that equal answers in a row need not wait for each other.
#[inline(always)]
fn in_lanes<C: Copy + Into<usize>>(
    members: &[u32],
    weights: &[f64],
    codes: &[C],
    column: &[u32],
    row: &mut [f64],
) -> u64 {
    let mut lanes = [[0.0; LANE]; 2];
    let mut n = 0;
    let (pairs, pair_weights) = (members.chunks_exact(2), weights.chunks_exact(2));
    let rest = (pairs.remainder(), pair_weights.remainder());
    for (members, weights) in pairs.zip(pair_weights) {
        let one = column[codes[members[0] as usize].into()] as usize;
        let other = column[codes[members[1] as usize].into()] as usize;
        lanes[0][one % LANE] += weights[0];
        lanes[1][other % LANE] += weights[1];
        n += u64::from(one != 0) + u64::from(other != 0);
    }
    for (column, sum) in row.iter_mut().enumerate() {
        *sum = lanes[0][column] + lanes[1][column];
    }
    n + plainly(rest.0, rest.1, codes, column, row)
}

impl CellTally {
    /// The weighted variance of a part's scores, Σ w (y − ȳ)² / Σ w · n / (n − 1): what a simple random sample would start
    /// from (R's `svyvar`). None for a ratio of two variables and below two records.
    pub(super) fn variance(&self, records: &Records, part: &PartPlan) -> Option<f64> {
        let weight = self.totals[0];
        if self.n < 2 || weight <= 0.0 {
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
