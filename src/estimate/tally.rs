//! The one pass over the records: sums for each segment.

use super::cells::Cells;
use super::estimand::{PartPlan, Records};
use super::measure::Numbers;
use crate::numeric::{Pair, Sum};
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
            Records::Values(Numbers::Direct(values)) => {
                empty(2).values(cells, values, |value| value)
            }
            Records::Values(Numbers::Coded { codes, of }) => match codes {
                CodeSlice::Narrow(codes) => {
                    let mut table = [f64::NAN; 256];
                    for (slot, value) in table.iter_mut().zip(of) {
                        *slot = *value;
                    }
                    empty(2).values(cells, codes, |code| table[usize::from(code)])
                }
                CodeSlice::Wide(codes) => {
                    empty(2).values(cells, codes, |code| of[usize::from(code)])
                }
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

    /// Places and weights of the records that a row sums.
    #[inline]
    fn members<'c>(&self, cells: &'c Cells, row: usize) -> (Range<usize>, &'c [f64]) {
        let segments = match self.by_segment {
            true => row..row + 1,
            false => cells.segments(row),
        };
        (cells.places(segments.clone()), cells.members(segments).1)
    }

    fn categories<C: Copy + Into<usize>>(
        mut self,
        cells: &Cells,
        codes: &[C],
        column: &[u32],
    ) -> Tally {
        let columns = self.columns;
        if columns <= MANY {
            // Whatever its type says, a code below 256 needs no test of the table's length.
            let mut table = vec![0_u8; column.len().max(256)];
            for (slot, column) in table.iter_mut().zip(column) {
                *slot = *column as u8;
            }
            let answers = cells.in_order(codes, |code| table[code.into()]);
            let add = match columns {
                3 => in_pairs,
                ..=FEW => in_lanes::<FEW>,
                _ => in_lanes::<MANY>,
            };
            for cell in 0..cells.len() {
                for segment in self.span(cells, cell) {
                    let (places, weights) = self.members(cells, segment);
                    let row = &mut self.sums[segment * columns..][..columns];
                    add(&answers[places], weights, row);
                    // Column 0 took the records without a valid answer; from here on it holds the valid ones.
                    row[0] = row[1..].iter().sum();
                    self.valid[segment] = row[0] > 0.0;
                }
                let n = answered(&answers[cells.places(cells.segments(cell))]);
                self.close(cells, cell, n, [0.0; 2]);
            }
            return self;
        }
        let answers = cells.in_order(codes, |code| column[code.into()]);
        for cell in 0..cells.len() {
            let mut n = 0;
            for segment in self.span(cells, cell) {
                let (places, weights) = self.members(cells, segment);
                let row = &mut self.sums[segment * columns..][..columns];
                for (answer, weight) in answers[places].iter().zip(weights) {
                    row[*answer as usize] += weight;
                    n += u64::from(*answer != 0);
                }
                row[0] = row[1..].iter().sum();
                self.valid[segment] = row[0] > 0.0;
            }
            self.close(cells, cell, n, [0.0; 2]);
        }
        self
    }

    fn values<S: Copy + Default>(
        mut self,
        cells: &Cells,
        column: &[S],
        value: impl Fn(S) -> f64,
    ) -> Tally {
        let answers = cells.in_order(column, |answer| answer);
        for cell in 0..cells.len() {
            let mut n = 0;
            let mut spread = [Sum::default(); 2];
            let all = &answers[cells.places(cells.segments(cell))];
            let mut values = all.iter().map(|answer| value(*answer));
            let centre = values.find(|value| !value.is_nan()).unwrap_or_default();
            for segment in self.span(cells, cell) {
                let (places, weights) = self.members(cells, segment);
                let (valid, [weight, sum, deviation, square]) =
                    moments(&answers[places], &value, weights, centre);
                n += valid;
                let row = &mut self.sums[segment * 2..][..2];
                row.copy_from_slice(&[weight, sum]);
                self.valid[segment] = weight > 0.0;
                spread[0].add(deviation);
                spread[1].add(square);
            }
            self.close(cells, cell, n, spread.map(Sum::total));
        }
        self
    }

    fn pairs(mut self, cells: &Cells, pair: impl Fn(usize) -> (f64, f64)) -> Tally {
        for cell in 0..cells.len() {
            let mut n = 0;
            for segment in self.span(cells, cell) {
                let (places, weights) = self.members(cells, segment);
                let row = &mut self.sums[segment * 2..][..2];
                let before = n;
                for (member, weight) in cells.records(places).iter().zip(weights) {
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
const FEW: usize = 8;
const MANY: usize = 32;
/// Sums that take turns, so that equal answers in a row need not wait for each other.
const LANES: usize = 4;

/// The same as [`in_lanes`] for three columns. The sums of two of them fit into one pair, and wait for no memory.
#[inline(never)]
fn in_pairs(answers: &[u8], weights: &[f64], row: &mut [f64]) {
    let nothing = Pair::new(0.0, 0.0);
    let columns = [nothing, Pair::new(1.0, 0.0), Pair::new(0.0, 1.0), nothing];
    let part = |answer: u8, weight: f64| columns[usize::from(answer) % columns.len()].times(weight);
    let mut sums = [nothing; LANES];
    let (turns, rest) = answers.as_chunks::<LANES>();
    let (turn_weights, rest_weights) = weights.as_chunks::<LANES>();
    for (answers, weights) in turns.iter().zip(turn_weights) {
        let [a, b, c, d] = &mut sums;
        *a = a.plus(part(answers[0], weights[0]));
        *b = b.plus(part(answers[1], weights[1]));
        *c = c.plus(part(answers[2], weights[2]));
        *d = d.plus(part(answers[3], weights[3]));
    }
    for (answer, weight) in rest.iter().zip(rest_weights) {
        sums[0] = sums[0].plus(part(*answer, *weight));
    }
    let [a, b, c, d] = sums;
    row[1..].copy_from_slice(&a.plus(b).plus(c.plus(d)).numbers());
}

/// Adds the weight of each record to the column of its answer.
#[inline(never)]
fn in_lanes<const WIDE: usize>(answers: &[u8], weights: &[f64], row: &mut [f64]) {
    if answers.len() < WIDE {
        for (answer, weight) in answers.iter().zip(weights) {
            row[usize::from(*answer)] += weight;
        }
        return;
    }
    let mut lanes = [[0.0; WIDE]; LANES];
    let (turns, rest) = answers.as_chunks::<LANES>();
    let (turn_weights, rest_weights) = weights.as_chunks::<LANES>();
    for (answers, weights) in turns.iter().zip(turn_weights) {
        let [a, b, c, d] = answers.map(|answer| usize::from(answer) % WIDE);
        lanes[0][a] += weights[0];
        lanes[1][b] += weights[1];
        lanes[2][c] += weights[2];
        lanes[3][d] += weights[3];
    }
    for (answer, weight) in rest.iter().zip(rest_weights) {
        lanes[0][usize::from(*answer) % WIDE] += weight;
    }
    let [a, b, c, d] = &lanes;
    for (column, sum) in row.iter_mut().enumerate() {
        *sum = (a[column] + b[column]) + (c[column] + d[column]);
    }
}

/// How many answers are valid: not in column 0.
fn answered(answers: &[u8]) -> u64 {
    // Columns are small: adding 127 to each of eight bytes sets the high bit of those that are not 0, and carries nothing on.
    const MOST: u64 = 0x7F7F_7F7F_7F7F_7F7F;
    let (words, rest) = answers.as_chunks::<8>();
    let in_words = words.iter().fold(0, |n, word| {
        n + ((u64::from_le_bytes(*word) + MOST) & !MOST).count_ones()
    });
    let rest = rest.iter().filter(|answer| **answer != 0).count();
    u64::from(in_words) + rest as u64
}

/// Number of valid values, Σ w, Σ w y, Σ w (y − c), Σ w (y − c)².
#[inline(never)]
fn moments<S: Copy>(
    answers: &[S],
    value: &impl Fn(S) -> f64,
    weights: &[f64],
    centre: f64,
) -> (u64, [f64; 4]) {
    let mut n = 0;
    let mut sums = [0.0; 4];
    for (answer, weight) in answers.iter().zip(weights) {
        let value = value(*answer);
        if value.is_nan() {
            continue;
        }
        n += 1;
        let deviation = weight * (value - centre);
        sums[0] += weight;
        sums[1] += weight * value;
        sums[2] += deviation;
        sums[3] += deviation * (value - centre);
    }
    (n, sums)
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
